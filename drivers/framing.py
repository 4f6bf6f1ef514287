"""Framing without input or output: bytes in, frames out; payloads in, bytes out.

Every framing takes any bytes in any portions, never raises, and keeps at most one longest frame's worth of them. After
garbage it finds the next good frame, by giving up one byte at a time. Bytes that belonged to no frame are counted.

A half frame is kept until the rest comes. Whoever reads the line calls :meth:`Framing.idle` when nothing has come for
the protocol's gap: what is kept then cannot be a frame any more, but it may hide a whole one behind a false beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, Protocol


class Frame(NamedTuple):
    """One frame: exactly the bytes received, and its payload."""

    raw: bytes
    body: bytes


class FramingError(ValueError):
    """A framing that cannot work, or a payload it cannot carry; the text says what is expected."""


class Framing(Protocol):
    """What all kinds have in common."""

    noise: int  # bytes given up since the beginning
    damaged: int  # frames complete but for their checksum, since the beginning

    @property
    def pending(self) -> int:
        """How many bytes are kept that may begin a frame."""

    def receive(self, data: bytes) -> list[Frame]:
        """Take bytes as they come; the frames they complete, in order."""

    def idle(self) -> list[Frame]:
        """The line was quiet for the protocol's gap: give up what is kept; frames that were hidden in it."""

    def build(self, body: bytes) -> bytes:
        """The bytes of a frame that carries ``body``. Raises FramingError."""


class ByteFraming:
    """Every byte is a frame; with ``oneof``, only those bytes are."""

    pending = 0

    def __init__(self, oneof: Collection[int] | None = None) -> None:
        self._others = b"" if oneof is None else bytes(sorted(set(range(256)) - set(oneof)))
        self.noise = 0
        self.damaged = 0

    def receive(self, data: bytes) -> list[Frame]:
        good = data.translate(None, self._others)
        self.noise += len(data) - len(good)
        return [Frame(byte, byte) for byte in (good[at : at + 1] for at in range(len(good)))]

    def idle(self) -> list[Frame]:
        return []

    def build(self, body: bytes) -> bytes:
        return body


class FixedFraming:
    """Frames that are spelt out, byte for byte: for devices whose messages have no structure that is known.

    Where one begins another, the longer one is read as soon as it is whole, and the shorter when the line is quiet.
    """

    def __init__(self, frames: Collection[bytes]) -> None:
        if not frames or not all(frames):
            raise FramingError("expected frames of at least one byte each")
        ordered = sorted(frames, key=len, reverse=True)
        self._whole = re.compile(b"|".join(re.escape(frame) for frame in ordered), re.DOTALL)
        self._beginnings = {frame[:size] for frame in ordered for size in range(1, len(frame))}
        self._longest = len(ordered[0])
        self._kept = bytearray()
        self.noise = 0
        self.damaged = 0

    @property
    def pending(self) -> int:
        return len(self._kept)

    def receive(self, data: bytes) -> list[Frame]:
        self._kept += data
        return self._scan(len(self._kept) - self._unsure())

    def idle(self) -> list[Frame]:
        return self._scan(len(self._kept))

    def build(self, body: bytes) -> bytes:
        return body

    def _unsure(self) -> int:
        """How many bytes at the end may begin a frame that is not whole yet."""
        kept = bytes(self._kept[-self._longest :])
        return next((size for size in range(len(kept), 0, -1) if kept[-size:] in self._beginnings), 0)

    def _scan(self, sure: int) -> list[Frame]:
        """Take the frames that begin in the first ``sure`` bytes; what follows is kept."""
        data = bytes(self._kept)
        frames: list[Frame] = []
        done = 0
        for match in self._whole.finditer(data):
            if match.start() >= sure:
                break
            frames.append(Frame(match[0], match[0]))
            self.noise += match.start() - done
            done = match.end()
        keep = max(done, sure)
        self.noise += keep - done
        del self._kept[:keep]
        return frames


class DelimitedFraming:
    """Frames between a start and an end mark (either may be longer than one byte; the start may be empty).

    A start mark inside a frame begins it anew, so a frame whose end was lost does not swallow the next one. Payloads
    longer than ``limit`` bytes are no frames.
    """

    def __init__(self, start: bytes, end: bytes, limit: int = 256) -> None:
        if not end or limit < 1:
            raise FramingError("expected an end mark of at least one byte and a limit of at least 1")
        if start and (start in end or end in start):
            raise FramingError("expected a start mark and an end mark that cannot be taken for each other")
        self._start, self._end, self._limit = start, end, limit
        # Marks of one byte are looked for at the speed of C: what stands between two of them holds neither.
        first, last, most = re.escape(start), re.escape(end), str(limit).encode()
        plain = first + b"([^" + first + last + b"]{0," + most + b"})" + last
        self._plain = re.compile(plain, re.DOTALL) if len(start) == len(end) == 1 else None
        self._kept = bytearray()
        self.noise = 0
        self.damaged = 0

    @property
    def pending(self) -> int:
        return len(self._kept)

    def receive(self, data: bytes) -> list[Frame]:
        self._kept += data
        frames = self._read() if self._plain is None else self._read_plain(self._plain)
        self._shed()
        return frames

    def _read_plain(self, plain: re.Pattern[bytes]) -> list[Frame]:
        data = bytes(self._kept)
        done = data.rfind(self._end) + 1
        make = tuple.__new__
        frames = [make(Frame, (match[0], match[1])) for match in plain.finditer(data, 0, done)]
        self.noise += done - sum([len(frame[0]) for frame in frames])
        del self._kept[:done]
        return frames

    def _read(self) -> list[Frame]:
        kept, start, end = self._kept, self._start, self._end
        frames: list[Frame] = []
        done = 0  # everything before it has become a frame or noise
        while (stop := kept.find(end, done + len(start))) >= 0:
            begin = kept.rfind(start, done, stop) if start else done
            after = stop + len(end)
            if begin < 0 or stop - begin - len(start) > self._limit:
                self.noise += after - done
            else:
                frames.append(Frame(bytes(kept[begin:after]), bytes(kept[begin + len(start) : stop])))
                self.noise += begin - done
            done = after
        del kept[:done]
        return frames

    def idle(self) -> list[Frame]:
        self.noise += len(self._kept)
        self._kept.clear()
        return []

    def build(self, body: bytes) -> bytes:
        if len(body) > self._limit or self._end in body or (self._start and self._start in body):
            raise FramingError(f"expected at most {self._limit} bytes without the frame's own marks")
        return self._start + body + self._end

    def _shed(self) -> None:
        """Give up bytes that cannot become part of a frame, so that what is kept stays bounded."""
        kept, start = self._kept, self._start
        begin = kept.rfind(start) if start else 0
        if begin < 0:
            begin = len(kept) - _overlap(kept, start)
        if len(kept) - begin > len(start) + self._limit + len(self._end):
            # Too long to be a frame. Without a start mark enough is kept to know that when its end comes.
            begin = len(kept) - (_overlap(kept, start) if start else self._limit + len(self._end))
        self.noise += begin
        del kept[:begin]


def _overlap(data: bytes | bytearray, mark: bytes) -> int:
    """How many bytes at the end of ``data`` may begin ``mark``."""
    return next((size for size in range(min(len(mark) - 1, len(data)), 0, -1) if data.endswith(mark[:size])), 0)


_BYTES = tuple(bytes((value,)) for value in range(256))


def sum8(data: bytes) -> bytes:
    """The sum of all bytes modulo 256."""
    return _BYTES[sum(data) & 0xFF]


def xor8(data: bytes) -> bytes:
    """All bytes combined by exclusive or."""
    value = 0
    for byte in data:
        value ^= byte
    return bytes((value,))


def crc16(data: bytes) -> bytes:
    """CRC-16 as in Modbus (polynomial A001 reflected, start FFFF), low byte first."""
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return value.to_bytes(2, "little")


CHECKSUMS: dict[str, Callable[[bytes], bytes]] = {"sum8": sum8, "xor8": xor8, "crc16": crc16}
LAYOUT_FORM = (
    'hexadecimal bytes such as "FF 68", then "len" (one or more), "body", a checksum ('
    + ", ".join(CHECKSUMS)
    + "), in the order they are sent, beginning with hexadecimal bytes"
)


COVERS = ("body", "length", "frame")


class LengthFraming:
    """Frames that say how long they are: ``["FF 68", "len", "len", "68", "body", "sum8", "16"]``.

    ``len`` is one byte that counts the bytes of the body, and ``adds`` more where a make counts its checksum or its
    tail too; where it stands twice both must agree. The checksum covers the body, or begins with the first length byte
    (``covers`` "length") or with the frame ("frame"). A body has ``shortest`` to ``longest`` bytes: a false beginning
    with any other length is not waited for.
    """

    def __init__(
        self, layout: Sequence[str], *, shortest: int = 1, longest: int = 255, covers: str = "body", adds: int = 0
    ) -> None:
        if not 0 <= shortest <= longest <= 255:
            raise FramingError("expected body lengths between 0 and 255, the shortest first")
        if not 0 <= adds <= 254 - shortest:
            raise FramingError("expected what a length counts besides the body to fit into its one byte")
        longest = min(longest, 255 - adds)
        if covers not in COVERS:
            raise FramingError(f"expected a checksum that covers one of {', '.join(COVERS)}, not {covers!r}")
        head, self._checksum, tail = _split(layout)
        self._head, self._tail = head, tail
        self._shortest, self._longest, self._adds = shortest, longest, adds
        self._check_size = len(self._checksum(b"")) if self._checksum else 0
        self._begin = re.compile(_pattern(head, shortest + adds, longest + adds), re.DOTALL)
        self._partial = re.compile(_partial_pattern(head, shortest + adds, longest + adds), re.DOTALL)
        self._head_size = len(head)
        self._len_at = head.index(None)
        self._covered_from = {"body": len(head), "length": self._len_at, "frame": 0}[covers]
        self._kept = bytearray()
        self.noise = 0
        self.damaged = 0

    @property
    def pending(self) -> int:
        return len(self._kept)

    def receive(self, data: bytes) -> list[Frame]:
        self._kept += data
        return self._scan()

    def idle(self) -> list[Frame]:
        frames: list[Frame] = []
        while self._kept:
            # The oldest byte kept is where a frame seemed to begin. It did not; another may begin right behind it.
            del self._kept[0]
            self.noise += 1
            frames += self._scan()
        return frames

    def build(self, body: bytes) -> bytes:
        if not self._shortest <= len(body) <= self._longest:
            raise FramingError(f"expected a body of {self._shortest} to {self._longest} bytes, not {len(body)}")
        whole = bytes(len(body) + self._adds if part is None else part for part in self._head) + body
        return whole + (self._checksum(whole[self._covered_from :]) if self._checksum else b"") + self._tail

    def _scan(self) -> list[Frame]:
        # Regular expressions find beginnings and their lengths at the speed of C; only whole candidates are looked at
        # here, with everything at hand in local names: this loop is what a frame costs. On a copy, for a bytearray
        # cannot be shortened while a match of it lives.
        data = bytes(self._kept)
        size = len(data)
        frames: list[Frame] = []
        checksum, tail, make, is_sum = self._checksum, self._tail, tuple.__new__, self._checksum is sum8
        head_size, len_at, covered = self._head_size, self._len_at, self._covered_from
        tail_size = len(tail)
        not_body = self._check_size + tail_size
        rest = head_size + not_body - self._adds
        done = noise = 0  # everything before ``done`` has become a frame or noise
        keep = -1
        for match in self._begin.finditer(data):
            begin = match.start()
            if begin < done:
                continue  # inside the frame before
            end = begin + rest + data[begin + len_at]
            if end > size:
                keep = begin
                break
            stop = end - not_body
            if data[end - tail_size : end] != tail:
                continue
            if is_sum:  # the usual one, without a call
                holds = sum(data[begin + covered : stop]) & 0xFF == data[stop]
            else:
                holds = checksum is None or checksum(data[begin + covered : stop]) == data[stop : end - tail_size]
            if holds:
                frames.append(make(Frame, (data[begin:end], data[begin + head_size : stop])))
                noise += begin - done
                done = end
            else:
                self.damaged += 1
        if keep < 0:
            keep = self._tail_start(data, done)
        self.noise += noise + keep - done
        del self._kept[:keep]
        return frames

    def _tail_start(self, data: bytes, at: int) -> int:
        """Where a beginning that is not complete yet starts, else the end of the data."""
        match = self._partial.search(data, max(at, len(data) - self._head_size + 1))
        return len(data) if match is None else match.start()


# A head is a list of bytes; None stands for the length.
_Head = list[int | None]


def _split(layout: Sequence[str]) -> tuple[_Head, Callable[[bytes], bytes] | None, bytes]:
    """The parts before the body, the checksum, and what follows it. Raises FramingError."""
    if list(layout).count("body") != 1:
        raise FramingError(f'expected exactly one "body": {LAYOUT_FORM}')
    middle = list(layout).index("body")
    head: _Head = []
    for part in layout[:middle]:
        head += [None] if part == "len" else list(_constant(part))
    if not head or head[0] is None or None not in head:
        raise FramingError(f'expected hexadecimal bytes and then "len" before "body": {LAYOUT_FORM}')
    rest = list(layout[middle + 1 :])
    checksum = CHECKSUMS.get(rest[0]) if rest else None
    tail = b"".join(_constant(part) for part in (rest[1:] if checksum else rest))
    return head, checksum, tail


def _constant(part: str) -> bytes:
    try:
        value = bytes.fromhex(part)
    except ValueError:
        value = b""
    if not value:
        raise FramingError(f"{part!r} in the layout: expected {LAYOUT_FORM}")
    return value


def _pieces(head: _Head, shortest: int, longest: int) -> list[bytes]:
    first = head.index(None)
    length = b"([" + re.escape(bytes((shortest,))) + b"-" + re.escape(bytes((longest,))) + b"])"
    return [
        re.escape(bytes((part,))) if part is not None else length if at == first else rb"(?:\1)"
        for at, part in enumerate(head)
    ]


def _pattern(head: _Head, shortest: int, longest: int) -> bytes:
    """The first byte, with the rest of the head behind it: only the one byte is taken, so heads may overlap."""
    first, *rest = _pieces(head, shortest, longest)
    return first + b"(?=" + b"".join(rest) + b")"


def _partial_pattern(head: _Head, shortest: int, longest: int) -> bytes:
    r"""The beginning of a head at the end of the data: ``a(?:b(?:c)?)?\Z``."""
    *most, _ = _pieces(head, shortest, longest)
    return b"(?:".join(most) + b")?" * (len(most) - 1) + rb"\Z"
