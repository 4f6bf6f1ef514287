"""The call box of one window: tells which key was pressed, and shows digits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from drivers.call_box.box import CallBox
from drivers.call_box.events import CallKey
from drivers.call_box.profile import Profile
from terminal.devices.bus_worker import BusWorker, StationDevice
from terminal.devices.lamp import DeviceLamp


class CallBoxDevice(StationDevice):
    """A call box on a line, alone or among others. Signals come on the GUI thread."""

    pressed = Signal(str, str)
    """Key, by its meaning, and the digits typed before it ("" for none). Each press once."""

    def __init__(
        self, bus: BusWorker, profile: Profile, address: int | None, lamp: DeviceLamp, parent: QObject | None = None
    ) -> None:
        self._box = CallBox(profile, address)
        super().__init__(bus, self._box, lamp, parent)

    def show(self, waiting: int | None, ticket: str = "") -> bool:
        """Show how many wait and the number called; None and "" leave their digits dark.

        From any thread. A box whose line is down is told as soon as it is back. False when the worker is stuck.
        """

        def errand() -> None:
            self._box.show(waiting, ticket)

        return self.errand(errand)

    def beep(self) -> bool:
        """Make it beep, where it can: a key was refused. From any thread; one whose line is down stays silent."""

        def errand() -> None:
            self._box.beep()

        return self.errand(errand)

    # On the worker thread.

    def hear(self, event: object) -> None:
        if isinstance(event, CallKey):
            self.pressed.emit(event.key, event.digits)
