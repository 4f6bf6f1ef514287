"""The SDT frame of ID-card readers without input or output: bytes in, answers out; requests in, bytes out.

    AA AA AA 96 69 LEN LEN SW1 SW2 SW3 data… CHK

LEN (two bytes, big-endian) counts what follows it, CHK included; CHK is the exclusive or of LEN to the last data byte.
A request has command and parameter in place of the three status bytes. Source: chenhaifeng2016/FaceRecognitionTest,
``IDCardReader/src/IDReader.h`` and its ten recorded frames, recomputed.

A recorded answer begins ``AA 00 AA AA 96 69``: the line had damaged its mark. Asking again can mean that the card must
be lifted first, so a frame is taken from the last ``AA 96 69`` of its mark on, when length and checksum hold.
"""

from __future__ import annotations

from typing import Final

from drivers.framing import Frame, FramingError

MARK: Final = b"\xaa\xaa\xaa\x96\x69"
ENOUGH: Final = MARK[2:]  # of a mark whose beginning was damaged
STATUS: Final = b"\x00\x00"  # SW1 and SW2 of every recorded answer
SHORTEST: Final = 4  # three status bytes and the checksum
LONGEST: Final = 3 + 6 + 256 + 1024 + 1024 + 1  # the answer with two fingerprints: 2321 bytes in all
LONGEST_REQUEST: Final = 256


def fold(data: bytes | bytearray | memoryview) -> int:
    """All bytes combined by exclusive or: halves of one large number, since a loop over 1300 bytes is slow."""
    value, size = int.from_bytes(data, "big"), len(data)
    while size > 1:
        half = size // 2
        value, size = (value >> (8 * half)) ^ (value & ((1 << (8 * half)) - 1)), size - half
    return value


def request(command: bytes, data: bytes = b"") -> bytes:
    """The bytes that ask: ``command`` is command and parameter. Raises FramingError when it is too long."""
    body = command + data
    if not 1 <= len(body) <= LONGEST_REQUEST:
        raise FramingError(f"expected 1 to {LONGEST_REQUEST} bytes, not {len(body)}")
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return MARK + counted + bytes((fold(counted),))


class SdtFraming:
    """Cuts what a reader sends into answers. ``Frame.body`` is SW1 to the last data byte.

    Takes any bytes in any portions, never raises, and keeps at most one longest frame. What ``drivers.framing`` says of
    half frames holds here too: call :meth:`idle` when nothing has come for the protocol's gap.
    """

    def __init__(self) -> None:
        self._kept = bytearray()
        self.noise = 0
        self.damaged = 0

    @property
    def pending(self) -> int:
        """How many bytes are kept that may begin a frame."""
        return len(self._kept)

    def receive(self, data: bytes) -> list[Frame]:
        """Take bytes as they come; the frames they complete, in order."""
        self._kept += data
        return self._scan()

    def idle(self) -> list[Frame]:
        """The line was quiet for the protocol's gap: give up what is kept; frames that were hidden in it."""
        frames: list[Frame] = []
        while self._kept:
            del self._kept[0]  # the false beginning that was waited for
            self.noise += 1
            frames += self._scan()
        return frames

    def build(self, body: bytes) -> bytes:
        """The bytes of a request. Raises FramingError."""
        return request(body)

    def _scan(self) -> list[Frame]:
        data = bytes(self._kept)
        frames: list[Frame] = []
        done = 0  # everything before it has become a frame or noise
        at = 0
        while (begin := data.find(ENOUGH, at)) >= 0:
            end = self._end(data, begin)
            if end is None:
                break
            first = begin + len(ENOUGH)
            if end and data[end - 1] == fold(memoryview(data)[first : end - 1]):
                start = self._start(data, begin, done)
                frames.append(Frame(data[start:end], data[first + 2 : end - 1]))
                self.noise += start - done
                done = at = end
            else:
                self.damaged += end > 0
                at = begin + 1
        keep = self._start(data, begin, done) if begin >= 0 else len(data) - _overlap(data, max(at, done))
        self.noise += keep - done
        del self._kept[:keep]
        return frames

    @staticmethod
    def _end(data: bytes, begin: int) -> int | None:
        """Where the frame ends that begins there; None while that cannot be known, 0 when none begins there."""
        first = begin + len(ENOUGH)
        if len(data) < first + 2:
            return None
        size = int.from_bytes(data[first : first + 2], "big")
        if not SHORTEST <= size <= LONGEST or not STATUS.startswith(data[first + 2 : first + 4]):
            return 0
        end = first + 2 + size
        return end if end <= len(data) else None

    @staticmethod
    def _start(data: bytes, begin: int, done: int) -> int:
        """The beginning of the mark that ends at ``begin``: up to two more AA belong to it."""
        while begin > done and data[begin - 1] == MARK[0] and not data.startswith(MARK, begin):
            begin -= 1
        return begin


def _overlap(data: bytes, since: int) -> int:
    """How many bytes at the end may be the beginning of a mark."""
    sizes = range(min(len(MARK) - 1, len(data) - since), 0, -1)
    return next((size for size in sizes if any(data.endswith(MARK[at : at + size]) for at in range(3))), 0)
