"""A line of a test's own, whose clock only moves when somebody listens; and stations and devices to hang on one."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from drivers.call_box.simulator import decode, encode
from drivers.framing import LengthFraming
from drivers.line import LineDown, LineState
from drivers.station import Message

POLL, ANSWER = 0x20, 0x21
LAYOUT = ("FF 68", "len", "len", "68", "body", "sum8", "16")


@dataclass
class ScriptedLine:
    """Stands in for :class:`drivers.line.Line`: what comes is written down beforehand, with its moments."""

    coming: deque[tuple[float, bytes]] = field(default_factory=deque)
    now: float = 0.0
    character_s: float = 0.001
    openings: int = 0
    state: LineState = LineState.UNKNOWN
    wrote: list[tuple[float, bytes]] = field(default_factory=list)
    fails: bool = False

    def clock(self) -> float:
        return self.now

    @property
    def is_up(self) -> bool:
        return self.state is LineState.UP

    def open(self) -> None:
        self.openings += 1
        self.state = LineState.UP

    def read(self, timeout: float) -> bytes:
        if self.state is not LineState.UP:
            self.open()
            return b""
        if self.coming and self.coming[0][0] <= self.now + timeout:
            at, data = self.coming.popleft()
            self.now = max(self.now, at)
            if not data:
                self._lose()
            return data
        self.now += timeout
        return b""

    def write(self, data: bytes, timeout: float) -> None:
        del timeout
        if self.fails:
            self._lose()
        self.wrote.append((self.now, data))

    def _lose(self) -> None:
        self.state = LineState.DOWN
        raise LineDown("lost", "scripted")


@dataclass
class Talker:
    """A station that says what it is told to, and keeps what it hears."""

    gap_s: float = 0.1
    pending: bool = False
    awaiting: bool = False
    due: float | None = None
    messages: list[Message] = field(default_factory=list)
    heard: bytes = b""
    opened_at: list[float] = field(default_factory=list)
    gave_up: int = 0

    def opened(self, at: float) -> None:
        self.opened_at.append(at)

    def receive(self, data: bytes, at: float) -> list[Any]:
        del at
        self.heard += data
        return [data]

    def idle(self, at: float) -> list[Any]:
        del at
        self.pending = False
        self.gave_up += 1
        return []

    def tick(self, at: float) -> list[Any]:
        del at
        self.due = None
        return []

    def to_send(self) -> list[Message]:
        said, self.messages = self.messages, []
        return said


class Poller:
    """A station that asks its device every ``every_s`` seconds and waits ``answer_s`` for what it says."""

    gap_s = 0.05

    def __init__(self, address: int, every_s: float, answer_s: float) -> None:
        self.address, self._every, self._answer = address, every_s, answer_s
        self._framing = LengthFraming(LAYOUT, longest=32)
        self._asking = False
        self.awaiting = False
        self.due: float | None = 0.0
        self.answers = 0

    @property
    def pending(self) -> bool:
        return self._framing.pending > 0

    def opened(self, at: float) -> None:
        self.awaiting, self.due = False, at

    def receive(self, data: bytes, at: float) -> list[Any]:
        del at
        return self._events([frame.body for frame in self._framing.receive(data)])

    def idle(self, at: float) -> list[Any]:
        del at
        return self._events([frame.body for frame in self._framing.idle()])

    def tick(self, at: float) -> list[Any]:
        self.due = at + self._every
        self._asking = True
        return []

    def to_send(self) -> list[Message]:
        if not self._asking:
            return []
        self._asking, self.awaiting = False, True
        return [Message(encode(self.address, POLL), self._answer)]

    def _events(self, bodies: list[bytes]) -> list[Any]:
        answers = [body for body in bodies if body[:2] == bytes((self.address, ANSWER))]
        if answers:
            self.awaiting = False
            self.answers += len(answers)
        return answers


class Polled:
    """A simulated device that answers a poll a little later."""

    def __init__(self, address: int, after_s: float) -> None:
        self.address, self._after = address, after_s
        self._stream = bytearray()
        self.state = 0
        self.due: float | None = None

    def receive(self, data: bytes, now: float) -> bytes:
        self._stream += data
        if (self.address, POLL, b"") in decode(self._stream):
            self.due = now + self._after
        return b""

    def tick(self, now: float) -> bytes:
        if self.due is None or now < self.due:
            return b""
        self.due = None
        self.state += 1
        return encode(self.address, ANSWER, b"\x01")


class Sniffer:
    """A device that says nothing and keeps every frame it hears, in order."""

    due: float | None = None

    def __init__(self) -> None:
        self._stream = bytearray()
        self.frames: list[tuple[int, int, bytes]] = []
        self.state = None

    def receive(self, data: bytes, now: float) -> bytes:
        del now
        self._stream += data
        self.frames += decode(self._stream)
        return b""

    def tick(self, now: float) -> bytes:
        del now
        return b""
