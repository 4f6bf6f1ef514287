"""The simulated reader: obeys requests, holds a card or none, and makes the mistakes it is told to make."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from drivers.id_card.simulator.people import Person, people
from drivers.on_pty import OnPty

HEAD: Final = bytes((0xAA, 0xAA, 0xAA, 0x96, 0x69))
SAM: Final = bytes.fromhex("05 00 01 00 00 9d 33 01 d2 02 96 49 00 00 00 00")  # 05.01-20159744-1234567890
SLOW_S: Final = 1.5
ALWAYS: Final = 1_000_000_000


class CardFault(StrEnum):
    """What can be made to go wrong. The first six spoil the next answers that carry a card."""

    GARBAGE = "garbage"  # disturbance before the answer
    HEADER = "header"  # the answer's mark is damaged as it was once recorded: AA 00 AA AA 96 69
    CHECKSUM = "checksum"  # the answer's checksum is wrong
    PARTIAL = "partial"  # the answer breaks off in the middle
    LOST = "lost"  # the reader reads the card, and its answer is lost
    SLOW = "slow"  # the answer comes a second and a half late
    PULLED = "pulled"  # the card is taken away while it is being read
    UNREADABLE = "unreadable"  # the card is found, and cannot be read
    SILENT = "silent"  # nothing is answered any more (lasts until it is ended with 0)
    SELF_TEST = "self_test"  # the security module fails its self-test (lasts until it is ended with 0)


LASTING: Final = (CardFault.SILENT, CardFault.SELF_TEST)


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What a person sees of the reader, and what it has come to know."""

    card: str | None = None  # the key of whose card lies there
    reads: int = 0  # how often a card was read out
    finds: int = 0
    lasting: frozenset[CardFault] = frozenset()


def check(data: bytes) -> int:
    """All bytes combined by exclusive or."""
    value = 0
    for byte in data:
        value ^= byte
    return value


def encode(status: int, data: bytes = b"") -> bytes:
    """An answer's bytes."""
    size = 3 + len(data) + 1
    body = bytes((size // 256, size % 256, 0, 0, status)) + data
    return HEAD + body + bytes((check(body),))


def decode(stream: bytearray) -> list[bytes]:
    """Take the whole requests off the front of ``stream``: command, parameter and data of each."""
    found = []
    while len(stream) >= 7:
        size = 256 * stream[5] + stream[6]
        if stream[:5] != HEAD or not 2 <= size <= 256:
            del stream[0]
            continue
        if len(stream) < 7 + size:
            break
        body, sent = bytes(stream[5 : 6 + size]), stream[6 + size]
        if check(body) != sent:
            del stream[0]
            continue
        found.append(body[2:])
        del stream[: 7 + size]
    return found


class ReaderSimulator:
    """A reader with at most one card on it, without input or output.

    ``hides_read_card``: after a read the reader finds nothing until the card was lifted, as many do; others find the
    same card again and again. ``reads_fingers``: whether its module knows the request for fingerprints at all.
    """

    def __init__(self, *, hides_read_card: bool = True, reads_fingers: bool = True, slow_s: float = SLOW_S) -> None:
        self._hides, self._reads_fingers, self._slow_s = hides_read_card, reads_fingers, slow_s
        self._state = ReaderState()
        self._stream = bytearray()
        self._person: Person | None = None
        self._found = self._selected = self._hidden = False
        self._faults: dict[CardFault, int] = {}
        self._any: dict[CardFault, int] = {}  # the same for whatever is answered next
        self._late: list[tuple[float, bytes]] = []
        self._random = random.Random(2013)

    @property
    def state(self) -> ReaderState:
        """What a person sees of the reader now."""
        return self._state

    @property
    def due(self) -> float | None:
        """When a slow answer is sent."""
        return self._late[0][0] if self._late else None

    def place(self, key: str) -> None:
        """Lay somebody's card on the reader, in place of another one. Raises KeyError."""
        self._person = people()[key]
        self._found = self._selected = self._hidden = False
        self._state = replace(self._state, card=key)

    def lift(self) -> None:
        """Take the card away."""
        self._person = None
        self._found = self._selected = self._hidden = False
        self._state = replace(self._state, card=None)

    def fault(self, fault: CardFault, times: int = 1, *, anywhere: bool = False) -> None:
        """Let ``fault`` happen the next ``times`` times; ``anywhere``: to any answer, not only to one with a card."""
        if fault in LASTING:
            self._faults[fault] = ALWAYS if times else 0
            lasting = self._state.lasting | {fault} if times else self._state.lasting - {fault}
            self._state = replace(self._state, lasting=frozenset(lasting))
        else:
            (self._any if anywhere else self._faults)[fault] = times

    def receive(self, data: bytes, now: float) -> bytes:
        """The host sent bytes; what is answered at once."""
        self._stream += data
        sent = b""
        for request in decode(self._stream):
            answer = self._obey(request[:2])
            if not self._happens(CardFault.SILENT, self._faults):
                sent += self._spoilt(answer, now, carries_card=request[0] == 0x30 and len(answer) > 200)
        return sent

    def tick(self, now: float) -> bytes:
        """Send what was held back."""
        sent = b"".join(data for moment, data in self._late if moment <= now)
        self._late = [(moment, data) for moment, data in self._late if moment > now]
        return sent

    def _obey(self, request: bytes) -> bytes:
        broken = self._happens(CardFault.SELF_TEST, self._faults)
        match tuple(request):
            case (0x10 | 0x11, 0xFF):
                return encode(0x60 if broken else 0x90)
            case (0x12, 0xFF):
                return encode(0x60) if broken else encode(0x90, SAM)
            case (0x20, 0x01):
                return self._find()
            case (0x20, 0x02):
                self._selected = self._found
                self._found = False
                return encode(0x90, bytes(8)) if self._selected else encode(0x81)
            case (0x30, 0x01):
                return self._read(fingers=False)
            case (0x30, 0x10) if self._reads_fingers:
                return self._read(fingers=True)
        return encode(0x21)

    def _find(self) -> bytes:
        self._found = self._person is not None and not self._hidden
        self._selected = False
        self._state = replace(self._state, finds=self._state.finds + 1)
        return encode(0x9F, bytes(4)) if self._found else encode(0x80)

    def _read(self, *, fingers: bool) -> bytes:
        if self._happens(CardFault.PULLED, self._faults):
            self.lift()
        person, selected, self._selected = self._person, self._selected, False
        if person is None or not selected or self._happens(CardFault.UNREADABLE, self._faults):
            return encode(0x41)
        self._hidden = self._hides
        self._selected = not self._hides  # asked again at once, some read again
        self._state = replace(self._state, reads=self._state.reads + 1)
        text, picture = person.text(), person.picture()
        if not fingers:
            return encode(0x90, bytes((1, 0, 4, 0)) + text + picture)
        prints = person.fingerprints()
        sizes = bytes((1, 0, 4, 0, len(prints) // 256, len(prints) % 256))
        return encode(0x90, sizes + text + picture + prints)

    @staticmethod
    def _happens(fault: CardFault, faults: dict[CardFault, int]) -> bool:
        left = faults.get(fault, 0)
        if left:
            faults[fault] = left - 1
        return left > 0

    def _spoilt(self, answer: bytes, now: float, *, carries_card: bool) -> bytes:
        """An answer as it leaves the reader, with the faults asked for."""

        def strikes(fault: CardFault) -> bool:
            return (carries_card and self._happens(fault, self._faults)) or self._happens(fault, self._any)

        if strikes(CardFault.LOST):
            return b""
        if strikes(CardFault.CHECKSUM):
            answer = answer[:-1] + bytes((answer[-1] ^ 0x5A,))
        if strikes(CardFault.HEADER):
            answer = b"\xaa\x00" + answer[1:]
        if strikes(CardFault.PARTIAL):
            answer = answer[: max(6, len(answer) // 2)]
        if strikes(CardFault.GARBAGE):
            answer = b"\xaa\xaa\xaa\x96\x69" + self._random.randbytes(9) + answer
        if strikes(CardFault.SLOW):
            self._late.append((now + self._slow_s, answer))
            return b""
        return answer


class ReaderOnPty(OnPty[ReaderSimulator]):
    """A simulated reader behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        *,
        hides_read_card: bool = True,
        reads_fingers: bool = True,
        slow_s: float = SLOW_S,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
    ) -> None:
        device = ReaderSimulator(hides_read_card=hides_read_card, reads_fingers=reads_fingers, slow_s=slow_s)
        super().__init__(device, link=link, on_change=on_change)

    def place(self, key: str) -> None:
        """Lay somebody's card on the reader, given by key. Raises KeyError."""
        self.call(lambda: self.device.place(key))

    def lift(self) -> None:
        """Take the card away."""
        self.call(self.device.lift)

    def fault(self, fault: CardFault, times: int = 1, *, anywhere: bool = False) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self.call(lambda: self.device.fault(fault, times, anywhere=anywhere))
