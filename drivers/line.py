"""A serial line that survives being unplugged.

One thread owns a line: the first that opens, reads or writes it, until it is closed. Other threads may only ring
:meth:`Line.wake`; to stop the owner, set a flag of your own and then wake it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from enum import StrEnum
from types import TracebackType
from typing import Self

from drivers.diagnosis.doctor import Doctor
from drivers.diagnosis.machine import Machine
from drivers.identity import Whereabouts
from drivers.ports import FoundPort, LineDown, LineHint, LineSettingError, PortName, SerialSettings, why_not_opened
from drivers.transports import PORT_ERRORS, Transport, Waker, listed_ports, open_transport

__all__ = ["Direction", "Line", "LineDown", "LineHint", "LineSettingError", "LineState"]

FIRST_RETRY_S = 0.1
# Looking for a local port costs nothing, and people expect a replugged cable to work within the second. A server that
# is down is knocked at less often, for each try may wait for the network.
SLOWEST_RETRY_S = 0.8
SLOWEST_REMOTE_RETRY_S = 5.0
STEADY_S = 2.0  # a line that stayed up this long, or brought bytes, starts over with the first delay when lost


class LineState(StrEnum):
    """What is known of a line: not tried yet, usable, or not usable."""

    UNKNOWN = "unknown"
    UP = "up"
    DOWN = "down"


class Direction(StrEnum):
    """What a line tells its tap: bytes that came, bytes that went, or (as UTF-8) what became of the line."""

    IN = "in"
    OUT = "out"
    STATE = "state"


class Line:
    """A byte line to a device, opened when first needed and opened again by itself after trouble.

    ``port`` is described in :mod:`drivers.ports`, ``serial`` is like ``9600-8N1`` and ``baud`` overrides its speed; a
    setting that can never work raises :class:`LineSettingError` here. Nothing is opened yet.

    ``on_state(state, reason)`` is called on the owner's thread at every change; ``reason`` is a sentence with a remedy,
    "" unless the line is down. ``trouble`` holds the same as an exception, whose ``reason`` slug can be translated.
    ``openings`` counts how often the port was opened, so that a caller sees that the device may have forgotten things.
    ``hints`` are what is likely to be wrong with a line that is up; a change of them is told by ``on_state`` too.

    ``tap(direction, data)`` is told everything that passes, on the owner's thread; it must be quick and raise nothing.

    A cable that is plugged in again under another name is found by its identity (:mod:`drivers.identity`).
    """

    def __init__(
        self,
        port: str,
        *,
        serial: str = "9600-8N1",
        baud: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
        opener: Callable[[PortName, SerialSettings], Transport] = open_transport,
        ports: Callable[[], Iterable[FoundPort]] = listed_ports,
        machine: Machine | None = None,
    ) -> None:
        self._name = PortName.parse(port)
        self._settings = SerialSettings.parse(serial, baud)
        self._clock = clock
        self._waker = Waker()
        self._sleep = sleep or self._waker.wait
        self._opener = opener
        self._place = Whereabouts(self._name, ports)
        self._doctor = Doctor(machine, clock)
        self._transport: Transport | None = None
        self._owner: int | None = None
        self._slowest = SLOWEST_REMOTE_RETRY_S if self._name.is_remote else SLOWEST_RETRY_S
        self._delay = FIRST_RETRY_S
        self._retry_at = float("-inf")
        self._steady_at = float("inf")
        self.openings = 0
        self.state = LineState.UNKNOWN
        self.trouble: LineDown | None = None
        self.hints: tuple[LineHint, ...] = ()
        self.on_state: Callable[[LineState, str], None] | None = None
        self.tap: Callable[[Direction, bytes], None] | None = None

    @property
    def port(self) -> str:
        """The port setting this line was made with."""
        return self._name.text

    @property
    def device(self) -> str:
        """The path the port was opened at last, which another plug or another start of the computer may change."""
        return self._place.path

    @property
    def character_s(self) -> float:
        """How long one byte takes on the wire; 0 over TCP, where only the serial server knows."""
        return 0.0 if self._name.kind == "socket" else self._settings.character_s

    @property
    def is_up(self) -> bool:
        """Whether the port is open."""
        return self.state is LineState.UP

    @property
    def reason(self) -> str:
        """Why the line is down, in a sentence with a remedy; "" otherwise."""
        return "" if self.trouble is None else str(self.trouble)

    def open(self) -> None:
        """Open the port now, whatever the retry delay. Raises LineDown. Does nothing when it is up."""
        self._claim()
        if self._transport is None:
            trouble = self._try_open()
            if trouble is not None:
                raise trouble

    def read(self, timeout: float) -> bytes:
        """Bytes as soon as any are there; b"" when ``timeout`` seconds have passed or the line was woken.

        Also b"" as soon as the line, having been down, is up again: the device may have to be told things anew.

        Raises LineDown once, at the moment the line turns out to be down. While it stays down, a read waits its time
        and tries to open the port again whenever the delay has passed; ``state`` tells. An attempt to open a port over
        the network may exceed the timeout by seconds (:data:`drivers.transports.CONNECT_TIMEOUT_S`).
        """
        self._claim()
        deadline = self._clock() + timeout
        was_down = self.state is LineState.DOWN
        transport = self._await_open(deadline)
        if transport is None or was_down:
            self._waker.take()
            return b""
        try:
            data = transport.read(max(0.0, deadline - self._clock()), self._waker)
        except PORT_ERRORS as error:
            raise self._lose("lost", str(error)) from error
        self._waker.take()
        if data:
            self._steady_at = float("-inf")
            if self.tap is not None:
                self.tap(Direction.IN, data)
        return data

    def write(self, data: bytes, timeout: float = 1.0) -> None:
        """Hand all bytes to the port within ``timeout`` seconds.

        Raises LineDown, at once when the line is down and it is too early to try again. Its ``written`` says how many
        bytes the port had taken; a device that takes no more ("stalled") has its port closed and opened again.
        """
        self._claim()
        if self._transport is None:
            if self.trouble is not None and self._clock() < self._retry_at:
                raise LineDown(self.trouble.reason, self.port, self.trouble.detail)
            self.open()
        assert self._transport is not None
        try:
            written = self._transport.write(data, timeout)
        except PORT_ERRORS as error:
            raise self._lose("lost", str(error)) from error
        if self.tap is not None:
            self.tap(Direction.OUT, data[:written])
        if written < len(data):
            raise self._lose("stalled", written=written)

    def hint(self, reason: str, *, on: bool = True, detail: str = "") -> None:
        """Note what is likely to be wrong with the line although it is up, or that it is no longer. Owner's thread.

        ``reason`` is a key of :data:`drivers.ports.SENTENCES`. Every opening begins without such notes.
        """
        others = tuple(hint for hint in self.hints if hint.reason != reason)
        self._suspect((*others, LineHint(reason, self.port, detail)) if on and self.is_up else others)

    def wake(self) -> None:
        """Make the present read, or the next one, return at once. The one method other threads may call."""
        self._waker.ring()

    def close(self) -> None:
        """Give everything back; the state is unknown again. By the owner, or by anyone once the owner has ended.

        A line that is used again afterwards opens again and belongs to the thread that did so.
        """
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.close(discard=False)
        self._waker.close()
        self._owner = None
        self._delay = FIRST_RETRY_S
        self._retry_at = float("-inf")
        self._become(LineState.UNKNOWN, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _claim(self) -> None:
        me = threading.get_ident()
        if self._owner is None:
            self._owner = me
        elif self._owner != me:
            raise RuntimeError(f"the line on {self.port} belongs to another thread; only wake() may be called here")

    def _await_open(self, deadline: float) -> Transport | None:
        """The open port, or None when it stayed closed until ``deadline`` or the line was woken."""
        while self._transport is None:
            now = self._clock()
            if now >= self._retry_at:
                was_down = self.state is LineState.DOWN
                trouble = self._try_open()
                if trouble is not None and not was_down:
                    raise trouble
            elif now >= deadline or self._waker.is_rung:
                return None
            else:
                self._sleep(min(deadline, self._retry_at) - now)
        return self._transport

    def _try_open(self) -> LineDown | None:
        try:
            self._transport = self._opener(self._name.at(self._place.find()), self._settings)
        except LineDown as trouble:
            return self._go_down(self._doctor.explain(trouble, self._place))
        except PORT_ERRORS as error:
            return self._go_down(self._doctor.explain(why_not_opened(self._name, error), self._place))
        self._place.opened()
        self.openings += 1
        self._steady_at = self._clock() + STEADY_S
        self._become(LineState.UP, None)
        self._suspect(() if self._name.is_remote else self._doctor.hints(self._place, self.port))
        return None

    def _lose(self, reason: str, detail: str = "", written: int = 0) -> LineDown:
        assert self._transport is not None
        # Closed before anything else: on Windows a port that is opened again while a dead handle is held stays dead.
        transport, self._transport = self._transport, None
        transport.close(discard=True)
        if self._clock() >= self._steady_at:
            self._delay = FIRST_RETRY_S
        return self._go_down(LineDown(reason, self.port, detail, written))

    def _go_down(self, trouble: LineDown) -> LineDown:
        self._retry_at = self._clock() + self._delay
        self._delay = min(2 * self._delay, self._slowest)
        self._become(LineState.DOWN, trouble)
        return trouble

    def _become(self, state: LineState, trouble: LineDown | None) -> None:
        before = (self.state, self.reason)
        self.state, self.trouble, self.hints = state, trouble, ()
        if before != (self.state, self.reason):
            self._tell()

    def _suspect(self, hints: tuple[LineHint, ...]) -> None:
        before, self.hints = self.hints, hints
        if before != hints:
            self._tell()

    def _tell(self) -> None:
        if self.tap is not None:
            opened = " ".join(["up", self.device, *map(str, self.hints)])
            self.tap(Direction.STATE, (opened if self.is_up else self.reason or "closed").encode())
        if self.on_state is not None:
            self.on_state(self.state, self.reason)
