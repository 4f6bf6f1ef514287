"""The whole casework screen: the ledger, a case, a resident, the day sheet, and what is said over them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from terminal.office.people_views import PersonRow, PersonView
from terminal.screens.background import Background
from terminal.screens.casework.case_acts import CaseActs
from terminal.screens.casework.case_page import CasePage
from terminal.screens.casework.day_page import DayPage
from terminal.screens.casework.files_panel import FilesPanel
from terminal.screens.casework.ledger_page import LedgerPage
from terminal.screens.casework.new_case_page import NewCasePage
from terminal.screens.casework.resident_acts import ResidentActs
from terminal.screens.casework.resident_page import ResidentPage
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk
from terminal.screens.files import Dialogs, Files
from terminal.screens.over_page import OverPage
from terminal.screens.paper_printing import PaperPrinter
from terminal.screens.theme import Theme

TOPICS: Final = frozenset({"case", "resident", "paper"})
GATHER_MS: Final = 250  # changes that come closer together are read once

_Shown = LedgerPage | CasePage | ResidentPage | DayPage | NewCasePage


class CaseworkPage(QWidget):
    """Over the counter's visit, and the managers' page of cases. GUI thread only; it reads only while it is on show.

    ``by`` is the staff code of who works; ``printer`` prints documents (one of its own is made without it), ``files``
    stands in for the system's file dialogs. Escape goes back the way one came; from the ledger it tells ``closed``.
    """

    closed = Signal()
    booking_asked = Signal(int, str)  # the managers' screen asks it of every page; this one never needs another

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        printer: PaperPrinter | None = None,
        files: Files | None = None,
        returns: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``returns``: the way back from the ledger is shown."""
        super().__init__(parent)
        self._background, self._theme, self._returns = background, theme, returns
        self._files: Files = files or Dialogs()
        self.desk = Desk(background, by, self)
        self.printer = printer or PaperPrinter(background, self, self._files, theme=theme)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._way: list[_Shown] = []  # how one came to what is on show
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        self._over = OverPage(theme, self.desk, background, self._still, self)
        self.band = self._over.band
        self.ledger = LedgerPage(self.desk, theme, self._files, returns=returns)
        self.case = CasePage(self.desk, theme)
        self.resident = ResidentPage(self.desk, theme)
        self.day = DayPage(self.desk, theme, self.printer)
        self.new = NewCasePage(self.desk, theme)
        self.acts = CaseActs(self.case, self.printer)
        self.resident_acts = ResidentActs(self.resident)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # pages fit themselves: those out of sight must not hold the one on show open
        for page in (self.ledger, self.case, self.resident, self.day, self.new):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.printer.told.connect(self._over.tell)
        self._over.back.connect(self.case.reached)
        self._over.back.connect(self.refresh)
        self._background.changed.connect(self._changed)
        self.ledger.case_asked.connect(self.open_case)
        self.ledger.resident_asked.connect(self.open_resident)
        self.ledger.day_asked.connect(self.open_day)
        self.ledger.left.connect(self._leave)
        self.case.left.connect(self.go_back)
        self.case.person_asked.connect(self.open_resident)
        self.acts.files_asked.connect(self._open_files)
        self.resident.left.connect(self.go_back)
        self.resident.case_asked.connect(self.open_case)
        self.ledger.new_asked.connect(self.begin_case)
        self.resident_acts.case_begun.connect(self.begin_case)
        self.new.left.connect(self.go_back)
        self.new.opened.connect(self._open_new)
        self.day.left.connect(self.go_back)
        self.day.case_asked.connect(self.open_case)

    @property
    def widget(self) -> QWidget:
        """What is shown: the page itself."""
        return self

    @property
    def shown(self) -> _Shown:
        """The page on show."""
        page = self._stack.currentWidget()
        assert isinstance(page, _Shown)
        return page

    def set_by(self, by: str) -> None:
        """Somebody else works from now on; ``by`` is the staff code."""
        self.desk.by = by

    # Coming and going.

    def open(self) -> None:
        """It is on show now: read, and take the focus."""
        if self.shown is self.ledger:
            self.ledger.open()
        else:
            self.refresh()
            self.take_focus()

    def open_ledger(self, view: str = "") -> None:
        """The ledger, at a saved view where one is named."""
        self._way = []
        self._show(self.ledger)
        if view:
            self.ledger.show_view(view)
        self.ledger.open()

    def open_case(self, case: int) -> None:
        """Show a case."""
        self._go(self.case)
        self.case.open_case(case)

    def open_resident(self, resident: int) -> None:
        """Show a resident."""
        self._go(self.resident)
        self.resident.open_resident(resident)

    def begin_case(self, person: PersonRow | PersonView | None = None) -> None:
        """A new case, of somebody who is known or is asked for."""
        self._go(self.new)
        self.new.begin(person)

    def _open_new(self, case: int) -> None:
        self.go_back()  # Escape from the case leads to where it was begun
        self.open_case(case)

    def open_day(self) -> None:
        """Show the day sheet."""
        self._go(self.day)
        self.day.open()

    def search_for(self, text: str) -> None:
        """Look up what was scanned: a receipt's code, a number."""
        if self.shown is not self.ledger:
            self._go(self.ledger)
        self.ledger.search_for(text)

    def take_focus(self) -> None:
        """To what is to be done next."""
        if isinstance(self.shown, DayPage):
            self.shown.list.setFocus()
        else:
            self.shown.take_focus()

    def go_back(self) -> None:
        """To where one came from; with nowhere to go back to, the ledger."""
        page = self._way.pop() if self._way else self.ledger
        self._show(page)
        self.refresh()
        self.take_focus()

    def close_down(self) -> None:
        """The window closes: marks not kept yet are kept."""
        self.case.close_down()

    def _go(self, page: _Shown) -> None:
        if page is self.shown:
            return
        self._way = [one for one in self._way if one is not page]
        self._way.append(self.shown)
        self._show(page)

    def _show(self, page: _Shown) -> None:
        self._over.tell(None)
        self._stack.setCurrentWidget(page)
        if page is not self.ledger:
            self.setFocus()  # until it is read: Escape leads back at once

    def _leave(self) -> None:
        if self._way:
            self.go_back()
        elif self._returns:
            self.closed.emit()

    def _escape(self) -> None:
        shown = self.shown
        if isinstance(shown, CasePage | ResidentPage) and shown.step_back():
            return
        if shown is self.ledger:
            self._leave()
        else:
            self.go_back()

    def _open_files(self, position: int | None) -> None:
        self.case.open_form(FilesPanel(self.case, self._files, position))

    # Reading.

    def refresh(self) -> None:
        """Read what is on show anew; what was typed stays."""
        if self.isVisible():
            self.shown.refresh()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS and not self._gather.isActive():
            self._gather.start()

    def _still(self) -> str:
        return translate("Casework", "What is shown stays as it was read; nothing that you typed is lost.")

    def retranslate(self) -> None:
        """Say everything again, in the language in force: what was entered stays."""
        self.ledger.retranslate()
        self.resident.retranslate()
        self.day.retranslate()
        if self.case.view is not None:
            self.case.show_case(self.case.view)

    # Qt's own events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
