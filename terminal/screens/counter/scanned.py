"""What a scanned code leads to at the counter: the number it stands for, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.office.case_views import CaseStanding
from terminal.rules.waiting import rounded
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.work import Work

if TYPE_CHECKING:
    from terminal.office.views import Found


class Scanned(QObject):
    """Looks a code up behind the window. GUI thread.

    A number that can be called or given back its place is offered; of any other, one calm sentence tells where it is.
    """

    offered = Signal(object)
    """Found: it waits, is on hold or was passed, and this window may do something about it."""
    case_found = Signal(int)
    """A receipt was scanned; this is the id of its case."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def take(self, code: str) -> None:
        """A code was scanned."""
        self._work.find(code, self._found)

    def _found(self, found: Found | CaseStanding) -> None:
        if isinstance(found, CaseStanding):
            self.case_found.emit(found.id)
            return
        state = found.state if found.is_today else "old"
        at_counter = self._work.phase in ("called", "serving")
        if state in ("held", "skipped") or (state == "waiting" and not at_counter and self._work.phase != "paused"):
            self.offered.emit(found)
        else:
            self._work.told.emit(self._notice(found, state))

    def _notice(self, found: Found, state: str) -> Notice:
        view = self._work.view
        here = view is not None and view.current is not None and view.current.id == found.id
        if state == "old":
            day = self.tr("{number} is of {day}.").format(number=found.number, day=f"{found.day:%Y-%m-%d}")
            return Notice("calm", day, self.tr("Numbers hold for one day; a new one is needed."))
        if here:
            return Notice("calm", self.tr("{number} is the number at this window.").format(number=found.number))
        texts = {
            "waiting": self.tr("{number} is waiting: {ahead} before it, about {minutes} min."),
            "called": self.tr("{number} was called to window {counter}."),
            "serving": self.tr("{number} is being served at window {counter}."),
            "done": self.tr("{number} is finished; window {counter} served it."),
        }
        text = texts[state].format(
            number=found.number,
            counter=found.counter,
            ahead=found.issued.ahead,
            minutes=rounded(found.issued.wait_minutes),
        )
        return Notice("calm", text)
