"""The ledger: one place to find any case, resident or notice, the saved views, and the eight standard ledgers."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.office.case_views import CaseRow, NoticeRow, Page
from terminal.office.people_views import PersonRow
from terminal.screens.asking import Said
from terminal.screens.casework import words
from terminal.screens.casework.book_pane import BookPane
from terminal.screens.casework.found_list import Found, FoundList
from terminal.screens.casework.ledger_menu import VIEWS, LedgerMenu
from terminal.screens.casework.ledger_reading import KINDS, Question, export, joined, lengthened, read_again, read_page
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk
from terminal.screens.files import Dialogs, Files
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, Part, SearchBox
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.strip import Strip

SEARCH: Final = 320  # where the search box would have less, the kinds go
TYPING_MS: Final = 150  # letters that come closer together are looked for once


class LedgerPage(QWidget):
    """F3 or Ctrl+F goes to the search box, Alt and a digit to a saved view, F12 writes what is listed into a file.

    Ctrl+N begins a new case, of the resident in hand where one is.

    ``case_asked`` and ``resident_asked`` tell ids; ``day_asked`` that the day sheet is wanted.
    """

    case_asked = Signal(int)
    resident_asked = Signal(int)
    day_asked = Signal()
    new_asked = Signal(object)  # PersonRow in hand, or None
    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, files: Files | None = None, *, returns: bool = True) -> None:
        super().__init__()
        self.desk, self.theme = desk, theme
        self._files: Files = files or Dialogs()
        self.shown = "mine" if desk.by and returns else "all"  # managers look after every case
        self._page: Page | None = None
        self._listed: Question | None = None  # what was asked to find what is listed
        self.menu = LedgerMenu(theme, returns=returns)
        self.search = SearchBox(theme)
        self.kinds = Segments(theme, [Part(name, name) for name in KINDS])
        self.day = small(KeyButton(theme, "", "F2", icon="luggage"), theme)
        self.new = small(KeyButton(theme, "", "Ctrl+N", icon="plus"), theme)
        self.export = small(KeyButton(theme, "", "F12", icon="download"), theme)
        self.list = FoundList(theme)
        self.counted = ElidedLabel(theme, "", "note", "ink2")
        self.book = BookPane(theme)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.theme
        found, strip = QWidget(), Strip(theme)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip.row.addWidget(self.search, 1)
        strip.put(self.kinds, self.new, self.day, self.export)
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6))
        line.addWidget(self.counted)
        column.addWidget(strip)
        column.addWidget(HLine(theme))
        column.addWidget(self.list, 1)
        column.addWidget(HLine(theme))
        column.addLayout(line)
        self._stack = QStackedWidget()
        self._stack.addWidget(found)
        self._stack.addWidget(self.book)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.menu)
        row.addWidget(self._stack, 1)
        for first, second in (
            (self.search, self.list),
            (self.list, self.menu.views),
            (self.menu.views, self.menu.books),
        ):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._typing.timeout.connect(self.read)
        self.search.searched.connect(lambda _: self._typing.start())
        self.search.stepped.connect(lambda step: self.list.choose(self.list.current + step))
        self.search.accepted.connect(self._accept)
        self.search.left.connect(self._clear)
        self.kinds.chosen.connect(lambda _: self.read())
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._type)
        self.list.verticalScrollBar().valueChanged.connect(self._more)
        self.menu.view_taken.connect(self.show_view)
        self.menu.book_taken.connect(self.show_book)
        self.menu.left.connect(self.left)
        self.book.asked.connect(self.read_book)
        self.book.export_asked.connect(self.write)
        self.export.clicked.connect(self.write)
        self.day.clicked.connect(self.day_asked)
        self.new.clicked.connect(self._begin_case)
        for key in ("F3", "Ctrl+F"):
            QShortcut(QKeySequence(key), self).activated.connect(self.focus_search)

    # Words.

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.menu.retranslate()
        self.search.setPlaceholderText(translate("Casework", "Name, initials, number, last four, telephone, or scan"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.kinds.set_labels(
            [
                translate("Casework", "Anything"), translate("Casework", "Cases"), translate("Casework", "Residents"),
                translate("Casework", "Notices"),
            ]
        )  # fmt: skip
        self.new.set_face(translate("Casework", "New case"))
        self.day.set_face(translate("Casework", "Day sheet"))
        self.export.set_face(translate("Casework", "Export"))
        self.book.retranslate()
        self._mark()
        self._show()

    def _mark(self) -> None:
        """What is looked for is looked for everywhere: no view is on show then, nor beside a ledger."""
        if self._stack.currentWidget() is self.book:
            self.menu.mark(book=self.book.name)
        else:
            self.menu.mark("" if self.search.text().strip() else self.shown)

    # Reading.

    def open(self) -> None:
        """It is on show now."""
        self.refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """To the search box, or the ledger on show."""
        if self._stack.currentWidget() is self.book:
            self.book.table.setFocus()
        else:
            self.search.setFocus()

    def refresh(self) -> None:
        """Read everything anew."""
        by = self.desk.by

        self.desk.read("counts", lambda office: office.ledger.counts(by or None), self.menu.show_counts)
        self.desk.read("books", lambda office: tuple(office.ledger.ledgers()), self.menu.show_books)
        self.read()

    def read(self) -> None:
        """What the search box asks for; the saved view while it is empty. What is listed already is read anew."""
        asked = self._asked()
        least = len(self._page.rows) if self._page is not None and asked == self._listed else 0
        self.desk.read(
            "found",
            lambda office: read_again(office, asked, least),
            lambda page: self._came(page, asked),
            lambda: self._missed(asked),
        )

    def _asked(self) -> Question:
        return Question(self.search.text().strip(), self.kinds.value, self.shown, self.desk.by)

    def _came(self, page: Page, asked: Question) -> None:
        another, before = asked != self._listed, self._page
        if not another and before is not None and page.more:
            page = lengthened(page, before)
        self._listed, self._page = asked, page
        self._mark()
        self._show()
        if another or self.list.current < 0:
            self.list.choose(0)

    def _missed(self, asked: Question) -> None:
        """What was asked could not be read: what is listed answers another question, and goes."""
        if asked != self._listed and self.desk.reachable:
            self._listed, self._page = None, None
            self.list.show_found((), self.desk.now().date(), translate("Casework", "This could not be looked for."))
            self.counted.set_text("")

    def _show(self) -> None:
        if self._page is None:
            return
        rows: tuple[Found, ...] = tuple(
            one for one in self._page.rows if isinstance(one, CaseRow | PersonRow | NoticeRow)
        )
        searches = self._listed is not None and self._listed.searches
        empty = (
            translate("Casework", "Nothing is found by this.")
            if searches
            else translate("Casework", "No case stands here.")
        )
        self.list.show_found(rows, self.desk.now().date(), empty)
        text = translate("Casework", "{count} or more") if self._page.more else translate("Casework", "{count} found")
        self.counted.set_text(text.format(count=len(rows)))
        self.export.setEnabled(self.kinds.value in ("any", "case"))  # files are of cases

    def _more(self, value: int) -> None:
        """The end is scrolled to: the next page."""
        page, asked = self._page, self._listed
        if page is None or asked is None or not page.more or value < self.list.verticalScrollBar().maximum():
            return
        self.desk.read(
            "found",
            lambda office: read_page(office, asked, page.after),
            lambda further: self._came(joined(page, further), asked),
        )

    # Choosing.

    def show_view(self, name: str) -> None:
        """Show a saved view. KeyError for a name there is none of."""
        self.shown = name
        self.desk.told.emit(None)
        self._stack.setCurrentIndex(0)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._mark()
        self.read()

    def show_book(self, name: str) -> None:
        """Show one of the eight ledgers."""
        self.desk.told.emit(None)
        self._stack.setCurrentWidget(self.book)
        today = self.desk.now().date()
        self.book.begin(name, today.replace(day=1), today)
        self._mark()

    def read_book(self, name: str, since: date, until: date) -> None:
        """The ledger of a period."""
        self.desk.read("book", lambda office: office.ledger.ledger(name, since, until), self.book.show_table)

    def search_for(self, text: str) -> None:
        """What was scanned or handed over."""
        self._stack.setCurrentIndex(0)
        self.search.setText(text)
        self._typing.stop()
        self.read()
        self.focus_search()

    def focus_search(self) -> None:
        """To the search box, its text selected."""
        self._stack.setCurrentIndex(0)
        self.search.setFocus()
        self.search.selectAll()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    def _accept(self) -> None:
        if self._listed == self._asked():
            self._open(self.list.current)
        else:  # typed and confirmed at once: what is listed is not yet what was asked, and never opens
            self._typing.stop()
            self.read()

    def _clear(self) -> None:
        if self._page is not None and not self.search.text():
            self.left.emit()

    def _open(self, _index: int) -> None:
        found = self.list.in_hand
        if isinstance(found, CaseRow):
            self.case_asked.emit(found.id)
        elif isinstance(found, PersonRow):
            self.resident_asked.emit(found.id)
        elif isinstance(found, NoticeRow) and found.case_id is not None:
            self.case_asked.emit(found.case_id)

    def _begin_case(self) -> None:
        found = self.list.in_hand
        self.new_asked.emit(found if isinstance(found, PersonRow) else None)

    # Into a file.

    def write(self) -> None:
        """What is listed, into an xlsx or CSV file."""
        on_book, asked = self._stack.currentWidget() is self.book, self._asked()
        table = self.book.table.table if on_book else None
        if on_book and table is None:
            return  # it is still being read
        found = translate("Casework", "Cases found") if asked.searches else words.say(VIEWS[self.shown])
        name = self.book.title if on_book else found
        kinds = translate("Casework", "Excel (*.xlsx);;CSV (*.csv)")
        path = self._files.to_save(self, translate("Casework", "Export"), f"{name}.xlsx", kinds)
        if path is None:
            return
        said = translate("Casework", "Written to {file}.")
        self.desk.act(
            lambda office: export(office, path, asked, table),
            lambda made: self.desk.told.emit(Said("calm", said.format(file=made))),
        )

    # Qt's own events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self.theme
        wide = self.width() >= theme.px(900 * (1.25 if theme.contrast else 1))
        self.menu.setFixedWidth(theme.px((256 if wide else 200) * (1.25 if theme.contrast else 1)))
        tools = sum(tool.sizeHint().width() + theme.px(8) for tool in (self.kinds, self.new, self.day, self.export))
        self.kinds.setVisible(self.width() - self.menu.width() - tools - theme.px(48) >= theme.px(SEARCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("surface"))
