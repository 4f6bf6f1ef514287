"""What a pad shows between ratings, kept in step with the office: the window's stars, who is on duty, and a pause.

It reads when the change feed tells of a change, never on a clock of its own. A pad that can show none of it costs
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from terminal.devices.clerk import Clerk
from terminal.devices.watch import Watch

if TYPE_CHECKING:
    from terminal.devices.rating_pad import PadDevice
    from terminal.office.office import Office

TOPICS: Final = frozenset({"rating", "counter", "handling"})


class PadStanding(QObject):
    """Tells one window's pad what to show. Lives on the GUI thread.

    The stars are those of the quarter so far, as the counter's screen has them; nobody has rated yet: none. A database
    that is away leaves the pad as it is, and is asked until it is back.
    """

    trouble = Signal(object)
    """A Refusal or Fault on the way; what a Fault holds up is being retried."""

    bug = Signal(object)
    """An exception that is no trouble: for sys.excepthook, on the GUI thread."""

    def __init__(self, office: Callable[[], Office], counter: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._pad: PadDevice | None = None
        self._clerk: Clerk | None = None
        self._watch: Watch | None = None

    def attach(self, pad: PadDevice) -> None:
        """Keep this pad in step from now on."""
        if not pad.shows_standing:
            return
        self._pad = pad
        self._clerk = Clerk(f"pad-standing-{self._counter}", self._office, self.trouble.emit, self.bug.emit)
        self._watch = Watch(self._clerk, f"what the pad at counter {self._counter} shows", TOPICS, self._look)

    def close(self) -> bool:
        """Stop. Returns whether the thread ended within bounds."""
        if self._watch is not None:
            self._watch.close()
        return self._clerk is None or self._clerk.close()

    def _look(self, office: Office) -> None:
        """On the clerk's thread."""
        if self._pad is None:
            return
        view = office.hall.counter_view(self._counter)
        self._pad.show_stars(view.quarter.stars or 0.0)
        self._pad.show_staff(view.staff or "", view.staff_name)
        self._pad.pause(view.paused)
