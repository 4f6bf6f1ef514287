"""What the strip over a window says, kept in step with the database: binds the window display to the office.

It reads when the change feed tells of a change, never on a clock of its own, and shows what is the case at that moment:
of many changes at once only the last is shown. Nobody's name but the staff's comes here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from terminal.devices.clerk import Clerk
from terminal.devices.watch import Watch

if TYPE_CHECKING:
    from terminal.devices.window_display import DisplayDevice
    from terminal.office.office import Office

TOPICS: Final = frozenset({"ticket", "counter"})


class DisplayDesk(QObject):
    """Shows a window's number, who serves, who is called, and that it is paused. Lives on the GUI thread.

    A database that is away leaves the strip as it is, and is asked until it is back.
    """

    trouble = Signal(object)
    """A Refusal or Fault on the way; what a Fault holds up is being retried."""

    bug = Signal(object)
    """An exception that is no trouble: for sys.excepthook, on the GUI thread. The desk goes on."""

    def __init__(self, office: Callable[[], Office], counter: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._display: DisplayDevice | None = None
        self._clerk: Clerk | None = None  # from the first display on: a window without one needs no thread
        self._watch: Watch | None = None

    def attach(self, display: DisplayDevice) -> None:
        """Show it on this strip from now on."""
        self._display = display
        self._clerk = Clerk(f"display-desk-{self._counter}", self._office, self.trouble.emit, self.bug.emit)
        self._watch = Watch(self._clerk, f"what the strip of counter {self._counter} shows", TOPICS, self._show)

    def close(self) -> bool:
        """Stop following. Returns whether the thread ended within bounds."""
        if self._watch is not None:
            self._watch.close()
        return self._clerk is None or self._clerk.close()

    def _show(self, office: Office) -> None:
        """On the clerk's thread."""
        sign = office.signs.sign(self._counter)
        if self._display is not None:
            self._display.say(sign.situation, sign.counter, sign.ticket, sign.staff_name)
