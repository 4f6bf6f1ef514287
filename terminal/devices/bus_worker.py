"""One thread for one line, and the devices that hang on it as views of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject

from drivers.bus import Bus, Heard
from drivers.line import Line, LineDown
from drivers.speed import SpeedWatch
from drivers.station import Station
from terminal.devices import words
from terminal.devices.lamp import TROUBLE, UP, DeviceLamp
from terminal.devices.port_worker import PortWorker


class BusWorker(PortWorker):
    """Owns a line and turns what its stations hear into signals of their devices. One device, or many."""

    def __init__(self, line: Line, parent: QObject | None = None) -> None:
        super().__init__(line, parent)
        self.bus = Bus(line)
        self._speed = SpeedWatch(line)
        self._devices: dict[int, StationDevice] = {}

    def attach(self, device: StationDevice) -> None:
        """Hang a device on the line, before :meth:`start`."""
        self._devices[id(device.station)] = device
        self.bus.add(device.station)

    # On the worker thread.

    def hear_now(self) -> None:
        """Deliver what has come already, before something new is said. A line in trouble tells so by its state."""
        with suppress(LineDown):
            self._deliver(self.bus.turn(0.0))

    def _turn(self, seconds: float) -> None:
        devices = self._devices.values()
        try:
            self._deliver(self.bus.turn(min([seconds, *(device.patience for device in devices)])))
        finally:
            # Also with the line down: a resident's time is over all the same.
            for device in devices:
                device.look()

    def _deliver(self, heard: list[Heard]) -> None:
        for station, event in heard:
            self._devices[id(station)].hear(event)
        if heard:
            self._speed.hear(event for _, event in heard)


class StationDevice(QObject):
    """A device that hangs on a bus: what screens see of it. Lives on the GUI thread.

    Subclasses hear events on the worker's thread and tell them by signals. The lamp follows the line unless they know
    better.
    """

    def __init__(self, bus: BusWorker, station: Station, lamp: DeviceLamp, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lamp = lamp
        self.station = station
        self._bus = bus
        bus.line_changed.connect(self._show_line)
        bus.attach(self)

    @property
    def is_down(self) -> bool:
        """Whether the port is known to be unusable now. From any thread."""
        return self._bus.is_down

    @property
    def patience(self) -> float:
        """The longest the bus may listen before :meth:`look` is called again, in seconds."""
        return 60.0

    def hear(self, event: object) -> None:
        """An event of the station's came. On the worker thread."""

    def look(self) -> None:
        """A turn of listening is over. On the worker thread."""

    def errand(self, act: Callable[[], None]) -> bool:
        """Have the worker do something as soon as it can. From any thread. False when too much is waiting already."""
        return self._bus.errand(act)

    def _show_line(self, trouble: LineDown | None) -> None:
        """Show the line's state on the lamp: open, or why not. On the GUI thread."""
        if trouble is None:
            self.lamp.show(UP, *words.open_words(self._bus.line.hints))
        else:
            self.lamp.show(TROUBLE, *words.line_words(trouble))
