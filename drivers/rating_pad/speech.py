"""What simulated pads say and understand, written from the protocols' descriptions.

It shares no code with the driver: a mistake in one is not repeated in the other.

FF 68 (frames: :mod:`drivers.ff68_simulated`): the host asks with ``01 0B``, shows stars with ``02 n``, beeps with
``03``. The pad pushes a key with ``11 key`` and sends it again until the host replies ``01 key``.

S…E: texts from ``S`` to ``E`` with ``||`` between fields; each is answered with ``RecvCmdOK``. ``S01E`` welcome,
``S02E`` ask, ``S03E`` pause, ``S25E`` resume, ``S04||number|name,姓名,…|star,星级,…||E`` who is on duty. The host polls
with ``SE``; a key that was pressed is told before the answer as ``S02||card||key||E``, until the next question.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from drivers.ff68_simulated import decode, encode

ASK_BYTE = 0x50  # of the byte pad
RECEIVED = b"RecvCmdOK"
LONGEST_TEXT = 512
MOST_OF_A_BODY = 255  # of an FF 68 frame: as much as its length can say


class Told(NamedTuple):
    """Something the host said to this pad: ask, reply, stars, beep, welcome, pause, resume, staff or poll."""

    what: str
    data: bytes = b""


class Speech(Protocol):
    """One protocol, from the pad's side."""

    is_resent: bool  # whether a key is sent again until the host replies
    is_polled: bool  # whether a key waits until the host asks for it

    def hear(self, data: bytes) -> list[Told]:
        """The host sent bytes; what they mean to this pad."""

    def key(self, address: int, code: int) -> bytes:
        """A key, as it is sent."""


class Ff68Speech:
    """The addressed bus."""

    is_resent = True
    is_polled = False

    def __init__(self, address: int) -> None:
        self._address = address
        self._stream = bytearray()

    def hear(self, data: bytes) -> list[Told]:
        self._stream += data
        frames = decode(self._stream, MOST_OF_A_BODY)
        return [self._told(func, rest) for address, func, rest in frames if address == self._address]

    def key(self, address: int, code: int) -> bytes:
        return encode(address, 0x11, bytes((code,)))

    def _told(self, func: int, data: bytes) -> Told:
        if func == 0x01:
            return Told("ask") if data == b"\x0b" else Told("reply", data)
        return Told({0x02: "stars", 0x03: "beep"}.get(func, ""), data)


class ByteSpeech:
    """A byte asks, a byte answers."""

    is_resent = False
    is_polled = False

    def hear(self, data: bytes) -> list[Told]:
        return [Told("ask") for byte in data if byte == ASK_BYTE]

    def key(self, address: int, code: int) -> bytes:  # noqa: ARG002 - it has no address
        return bytes((code,))


class TextSpeech:
    """S…E."""

    is_resent = False
    is_polled = True
    _SAID = {b"": "poll", b"01": "welcome", b"02": "ask", b"03": "pause", b"25": "resume", b"04": "staff"}

    def __init__(self) -> None:
        self._stream = b""

    def hear(self, data: bytes) -> list[Told]:
        self._stream = (self._stream + data)[-LONGEST_TEXT:]
        told = []
        while (begin := self._stream.find(b"S")) >= 0:
            rest = self._stream[begin + 1 :]
            # What has fields ends with its last separator and E; a name may hold either letter.
            stop = rest.find(b"||E", 4) + 2 if rest[2:4] == b"||" else rest.find(b"E")
            if stop < 2 and rest[:1] != b"E":
                break
            number, _, fields = rest[:stop].partition(b"||")
            told.append(Told(self._SAID.get(number, ""), fields.removesuffix(b"||")))
            self._stream = rest[stop + 1 :]
        return told

    def key(self, address: int, code: int) -> bytes:  # noqa: ARG002 - it has no address
        return b"S02||999999000000000000||%d||E" % code


def on_duty(fields: bytes) -> tuple[str, str, int | None]:
    """The number, name and stars of an S04 message."""
    number, *rest = fields.decode("gbk", "replace").split("|")
    named = {parts[0]: parts[2] for parts in (one.split(",") for one in rest) if len(parts) == 3}
    stars = named.get("star", "")
    return number, named.get("name", ""), int(stars) if stars.isdigit() else None
