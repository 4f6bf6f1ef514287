"""The owner of a line with devices on it: one alone, or many with addresses of their own on an RS-485 bus.

All bytes that come go to every station; each knows which are for it. What stations have to say is sent one message at
a time, with the line's manners: nobody speaks into half a frame, nor into the time an asked device has for its answer,
and on a shared line there is silence of :data:`TURNAROUND_CHARACTERS` between one speaker and the next. Stations with
something to say take turns, so that one that says much, or asks a silent device, does not keep the others waiting.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from drivers.echo import Echo
from drivers.line import Line, LineDown, LineState
from drivers.station import HearsWhenSent, Message, Station

TURNAROUND_CHARACTERS = 3.5  # silence between frames, as Modbus over serial line V1.02 (2.5.1.1) has it
HOLD_S = 0.25  # the longest a message waits for a line to be quiet: noise must not silence us
WRITE_TIMEOUT_S = 0.5
MOST_WAITING = 16  # messages of one station not sent yet; a line that takes none must not gather them


class Heard(NamedTuple):
    """An event, and whose."""

    station: Station
    event: Any


class _Queue(NamedTuple):
    """What a station has to say."""

    station: Station
    messages: deque[Message]


class Bus:
    """Stations on a line. Blocking, without a thread of its own; belongs to the line's owner."""

    def __init__(
        self, line: Line, stations: Iterable[Station] = (), *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.line = line
        self._stations = list(stations)
        self._queues = deque(_Queue(station, deque()) for station in self._stations)  # whose turn it is stands first
        self._clock = clock
        self._echo = Echo()
        self._opening = 0  # the opening of the line that the stations were told of
        self._heard_at = clock()
        self._quiet_until = 0.0  # nobody may speak before
        self._wants_since: float | None = None
        self._asked: tuple[Station, float] | None = None  # whose answer is awaited, and until when

    @property
    def stations(self) -> tuple[Station, ...]:
        """What hangs on the line."""
        return tuple(self._stations)

    def add(self, station: Station) -> None:
        """Hang one more device on the line. It is told at once that the line is open, if it is."""
        self._stations.append(station)
        self._queues.append(_Queue(station, deque()))
        if self.line.is_up and self._opening == self.line.openings:
            station.opened(self._clock())

    def turn(self, timeout: float) -> list[Heard]:
        """Send what is to be sent and listen: what was heard, as soon as anything was.

        [] after ``timeout`` seconds, when the line was woken, or when it stayed down. Answers to what was heard are
        written before this returns, as far as the line's manners allow. Raises LineDown as :meth:`Line.read` does:
        once, at the moment the line is lost. Nothing heard before that is lost with it.
        """
        deadline = self._clock() + timeout
        if self.line.state is LineState.UNKNOWN:
            self.line.open()
        while True:
            self._greet()
            heard = self._tick()
            self._speak()
            if heard:
                return heard
            now = self._clock()
            until = self._next_moment(now, deadline)
            openings = self.line.openings
            heard, was_woken = self._listen(now, until)
            if heard:
                self._collect()
                self._speak_quietly()
                return heard
            now = self._clock()
            if now >= deadline or (was_woken and self.line.openings == openings):
                return []

    # listening

    def _listen(self, now: float, until: float) -> tuple[list[Heard], bool]:
        """One read. What it meant, and whether it ended early without bytes."""
        try:
            data = self.line.read(max(0.0, until - now))
        except LineDown:
            self._hang_up()
            raise
        at = self._clock()
        was_woken = not data and at < until
        if data:
            self._heard_at = at
            self._quiet_until = max(self._quiet_until, at + self._turnaround_s)
            data = self._echo.strip(data, at)
        else:
            data = self._echo.release(at)
        heard: list[Heard] = []
        if data:
            heard = [Heard(station, event) for station in self._stations for event in station.receive(data, at)]
        heard += self._give_up_halves(at)
        if self._asked is not None and not self._asked[0].awaiting:
            self._asked = None
        return heard, was_woken

    def _give_up_halves(self, at: float) -> list[Heard]:
        # Compared as in _next_moment: a difference that rounds the other way would have us look again without end.
        return [
            Heard(station, event)
            for station in self._stations
            if station.pending and at >= self._heard_at + station.gap_s
            for event in station.idle(at)
        ]

    def _tick(self) -> list[Heard]:
        at = self._clock()
        return [
            Heard(station, event)
            for station in self._stations
            if station.due is not None and station.due <= at
            for event in station.tick(at)
        ]

    def _next_moment(self, now: float, deadline: float) -> float:
        """Until when there is nothing to do but listen."""
        moments = [deadline]
        moments += [station.due for station in self._stations if station.due is not None]
        moments += [self._heard_at + station.gap_s for station in self._stations if station.pending]
        if self._echo.due is not None:
            moments.append(self._echo.due)
        if self._has_messages:
            moments.append(max(self._may_speak_at(now), now))
        return min(moments)

    # speaking

    def _greet(self) -> None:
        if self.line.is_up and self.line.openings != self._opening:
            self._hang_up()
            self._opening = self.line.openings
            self._echo.opened()
            for station in self._stations:
                station.opened(self._clock())

    def _hang_up(self) -> None:
        """What was begun on a line that went down is over."""
        for queue in self._queues:
            queue.messages.clear()
        self._asked = None
        self._wants_since = None
        self._quiet_until = 0.0
        at = self._clock()
        for station in self._stations:
            if station.pending:
                station.idle(at)  # half a frame from before is not completed by bytes from after

    def _collect(self) -> None:
        for station, messages in self._queues:
            for message in station.to_send():
                if self.line.is_up and len(messages) < MOST_WAITING:
                    messages.append(message)

    def _speak(self) -> None:
        """Send what may be sent now."""
        self._collect()
        while self._has_messages:
            now = self._clock()
            if self._wants_since is None:
                self._wants_since = now
            if self._may_speak_at(now) > now:
                return
            while not self._queues[0].messages:
                self._queues.rotate(-1)
            station, messages = self._queues[0]
            self._queues.rotate(-1)
            self._wants_since = None
            self._write(station, messages.popleft())

    def _speak_quietly(self) -> None:
        try:
            self._speak()
        except LineDown:
            # The line's state tells it. What was heard must not be lost with its answer; a device that missed it says
            # it again when the line is back.
            self._hang_up()

    def _write(self, station: Station, message: Message) -> None:
        try:
            self.line.write(message.data, WRITE_TIMEOUT_S)
        except LineDown:
            self._hang_up()
            raise
        gone_at = self._clock() + len(message.data) * self.line.character_s
        self._echo.sent(message.data, gone_at)
        if self._is_shared:
            self._quiet_until = gone_at + self._turnaround_s
        self._asked = (station, gone_at + message.answer_s) if message.answer_s else None
        if message.answer_s and isinstance(station, HearsWhenSent):
            station.sent(gone_at + message.answer_s)

    def _may_speak_at(self, now: float) -> float:
        moment = self._quiet_until
        if self._asked is not None:
            moment = max(moment, self._asked[1])
        halves = [self._heard_at + station.gap_s for station in self._stations if station.pending]
        if halves and self._wants_since is not None:
            moment = max(moment, min(max(halves), self._wants_since + HOLD_S))
        return moment if moment > now else now

    @property
    def _has_messages(self) -> bool:
        return any(queue.messages for queue in self._queues)

    @property
    def _is_shared(self) -> bool:
        return len(self._stations) > 1

    @property
    def _turnaround_s(self) -> float:
        return TURNAROUND_CHARACTERS * self.line.character_s if self._is_shared else 0.0
