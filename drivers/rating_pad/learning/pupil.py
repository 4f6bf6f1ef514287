"""Listens to a pad of which little or nothing is known. No input or output."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drivers.profiles import toml_table
from drivers.rating_pad.description import Profile
from drivers.rating_pad.learning.guessing import smallest
from drivers.rating_pad.pad import Pad
from drivers.rating_pad.profile import SHELF, parse_profile
from drivers.rating_pad.protocol import KeyPress, Repeat, UnknownKey
from drivers.station import Message

GAP_S = 0.1  # a silence that ends a burst, where no profile says
LONGEST_BURST = 256
MOST_BURSTS = 32


@dataclass(frozen=True)
class Base:
    """A profile to begin from, with the tables it was read from."""

    profile: Profile
    tables: dict[str, Any]

    @classmethod
    def load(cls, name: str | Path) -> Base:
        """One of ours by name, or a site's own by path. Raises ProfileError."""
        source = SHELF.read(name)
        profile = parse_profile(source.text, file=source.file, name=source.name)
        return cls(profile, toml_table(source.text, source.file))

    def at(self, address: int | None) -> Base:
        """The same for a pad with another address."""
        return replace(self, profile=self.profile.at_address(address))


class Pupil:
    """A station that keeps what comes, burst by burst, and each key's code as soon as a profile explains the bursts.

    ``bases`` are profiles whose frames the pad may speak. The first that makes a key of a burst is taken on, at the
    address that the frame carries, and replied with from then on. One that must be polled to be heard at all is taken
    on at once when it is the only one.
    """

    def __init__(self, bases: Sequence[Base] = (), address: int | None = None) -> None:
        self.base: Base | None = None
        self.bursts: deque[bytes] = deque(maxlen=MOST_BURSTS)
        self.codes: list[bytes] = []  # of the keys heard since the last question, once a base is known
        self.is_resent = False  # whether a burst came again and again, unanswered
        self._bases = [base for base in bases if base.profile.shape.kind not in ("byte", "fixed")]
        self._given = bases[0] if len(bases) == 1 else None
        self._address = address
        self._pad: Pad | None = None
        self._burst = bytearray()
        if self._given is not None and (self._given.profile.poll or self._given.profile.commands.get("ask")):
            self._pad = _patient(self._given.at(address).profile)

    @property
    def gap_s(self) -> float:
        return self._pad.gap_s if self._pad is not None else GAP_S

    @property
    def pending(self) -> bool:
        return bool(self._burst) or (self._pad is not None and self._pad.pending)

    @property
    def awaiting(self) -> bool:
        return self._pad is not None and self._pad.awaiting

    @property
    def due(self) -> float | None:
        return None if self._pad is None else self._pad.due

    @property
    def is_telling(self) -> bool:
        """Whether the pad is still being asked: what it sends now may be the last key once more."""
        return self._pad is not None and self._pad.is_telling

    @property
    def has_heard(self) -> bool:
        """Whether a key came since :meth:`begin`."""
        return bool(self.codes or (self.bursts and self.base is None))

    def ask(self, at: float, seconds: float) -> None:
        """Have the pad ask, if it can be told to."""
        if self._pad is not None:
            self._pad.ask(at, seconds)

    def begin(self) -> None:
        """A key is about to be pressed: what was heard before counts no longer."""
        self.bursts.clear()
        self.codes.clear()

    def opened(self, at: float) -> None:
        self._burst.clear()
        if self._pad is not None:
            self._pad.opened(at)

    def receive(self, data: bytes, at: float) -> list[bytes]:
        """Bytes came; the bursts that are over, or the keys' frames once those are understood."""
        self._burst += data
        frames = [] if self._pad is None else self._hear(self._pad.receive(data, at))
        return frames + (self._end_burst(at) if len(self._burst) >= LONGEST_BURST else [])

    def idle(self, at: float) -> list[bytes]:
        """The line was quiet: a burst is over."""
        frames = [] if self._pad is None else self._hear(self._pad.idle(at))
        return frames + (self._end_burst(at) if self._burst else [])

    def tick(self, at: float) -> list[bytes]:
        if self._pad is not None:
            self._pad.tick(at)
        return []

    def sent(self, answer_by: float) -> None:
        if self._pad is not None:
            self._pad.sent(answer_by)

    def to_send(self) -> list[Message]:
        return self._pad.to_send() if self._pad is not None else []

    def _end_burst(self, at: float) -> list[bytes]:
        burst = bytes(self._burst[:LONGEST_BURST])
        self._burst.clear()
        if self.base is not None or smallest(burst) in self._answers:
            return []
        self.is_resent = self.is_resent or (bool(self.bursts) and self.bursts[-1] == smallest(burst))
        self.bursts.append(smallest(burst))
        self._recognise(burst, at)
        return [burst]

    @property
    def _answers(self) -> list[bytes]:
        """What a pad on trial answers to what it was told; no keys."""
        if self._given is None:
            return []
        profile = self._given.profile
        orders = [*profile.commands.values(), *([profile.poll.order] if profile.poll else [])]
        return [order.expect.fill(addr=0) for order in orders if order.expect is not None and not order.expect.blanks]

    def _recognise(self, burst: bytes, at: float) -> None:
        """Take on the first profile that makes a key of the burst."""
        for base in self._bases:
            framing = base.profile.framing()
            for frame in framing.receive(burst) + framing.idle():
                press = base.profile.key.find(frame)
                if press is None or (self._address is not None and press.address not in (None, self._address)):
                    continue
                self.base = base.at(press.address)
                self._pad = _patient(self.base.profile)
                self._hear(self._pad.receive(burst, at))  # and so it is replied to
                return

    def _hear(self, events: Sequence[object]) -> list[bytes]:
        """Keep the codes of keys; the frames of keys, those that a polled pad tells again and again once."""
        keys = [event for event in events if isinstance(event, KeyPress | Repeat | UnknownKey)]
        if keys and self.base is None:
            assert self._given is not None
            if self._given.profile.shape.kind in ("byte", "fixed"):
                return []  # such a profile knows its own keys only: the bursts tell all
            self.base = self._given.at(self._address)
            self._bases = []
        frames = []
        for event in keys:
            assert self.base is not None
            code = event.code if isinstance(event, UnknownKey) else self.base.profile.code(event.key)
            if code is None or (self.base.profile.poll is not None and code in self.codes):
                continue
            frames.append(event.frame)
            if not isinstance(event, Repeat):
                self.codes.append(code)
        return frames


def _patient(profile: Profile) -> Pad:
    """A pad for a slow person: whoever presses the same key for two meanings is to be told so."""
    return Pad(replace(profile, ignore_repeat_s=0.0))
