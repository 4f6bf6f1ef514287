"""The ledger: one place to find any case, resident or notice, the saved views, and the eight standard ledgers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from terminal.office.case_views import CaseRow, NoticeRow, Page
from terminal.office.ledger_views import SAVED, LedgerName, LedgerTable
from terminal.office.people_views import PersonRow
from terminal.screens.asking import Said
from terminal.screens.casework import words
from terminal.screens.casework.book_pane import BookPane
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.found_list import Found, FoundList
from terminal.screens.casework.menu_list import Entry, MenuList
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk
from terminal.screens.files import Dialogs, Files
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, Part, SearchBox
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.strip import Strip

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

VIEWS: Final = {
    "mine": QT_TRANSLATE_NOOP("Casework", "Mine"),
    "due": QT_TRANSLATE_NOOP("Casework", "Due this week"),
    "risk": QT_TRANSLATE_NOOP("Casework", "At risk"),
    "late": QT_TRANSLATE_NOOP("Casework", "Overdue"),
    "waiting": QT_TRANSLATE_NOOP("Casework", "Waiting for the resident"),
    "ready": QT_TRANSLATE_NOOP("Casework", "Ready to collect"),
    "paused": QT_TRANSLATE_NOOP("Casework", "Paused"),
    "all": QT_TRANSLATE_NOOP("Casework", "All"),
}
_ALARMS: Final[dict[str, Token]] = {"risk": "trouble", "late": "trouble", "waiting": "wait-text", "due": "ink"}
KINDS: Final = ("any", "case", "resident", "notice")
PAGE: Final = 100  # rows read at once
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
        self.shown = "mine" if desk.by else "all"
        self._page: Page | None = None
        self._listed = ""  # what was looked for to find what is listed
        self._counts: dict[str, int] = {}
        self.views, self.books = MenuList(theme), MenuList(theme)
        self.views_head, self.books_head = ColumnHead(theme), ColumnHead(theme)
        self.search = SearchBox(theme)
        self.kinds = Segments(theme, [Part(name, name) for name in KINDS])
        self.day = small(KeyButton(theme, "", "F2", icon="luggage"), theme)
        self.new = small(KeyButton(theme, "", "Ctrl+N", icon="plus"), theme)
        self.export = small(KeyButton(theme, "", "F12", icon="download"), theme)
        self.back = small(KeyButton(theme, "", "", kind="link"), theme)
        if not returns:
            self.back.hide()  # never shown here: without a parent yet it would be a window
        self.list = FoundList(theme)
        self.counted = ElidedLabel(theme, "", "note", "ink2")
        self.book = BookPane(theme)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.theme
        self._menu, names, room = _Paper(theme), QWidget(), QScrollArea()
        menu, column = QVBoxLayout(self._menu), QVBoxLayout(names)
        for box in (menu, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        for part in (self.views_head, self.views, self.books_head, self.books):
            column.addWidget(part)
        column.addStretch(1)
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(names)
        names.setAutoFillBackground(False)
        room.viewport().setAutoFillBackground(False)
        menu.setContentsMargins(0, 0, theme.border, 0)
        menu.addWidget(room, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(12))
        foot.addWidget(self.back)
        foot.addStretch(1)
        menu.addLayout(foot)
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
        row.addWidget(self._menu)
        row.addWidget(self._stack, 1)
        for first, second in ((self.search, self.list), (self.list, self.views), (self.views, self.books)):
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
        self.views.taken.connect(self.show_view)
        self.books.taken.connect(self.show_book)
        self.book.asked.connect(self.read_book)
        self.book.export_asked.connect(self.write)
        self.export.clicked.connect(self.write)
        self.day.clicked.connect(self.day_asked)
        self.new.clicked.connect(self._begin_case)
        self.back.clicked.connect(self.left)
        for number, name in enumerate(SAVED, 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(lambda name=name: self.show_view(name))
        for key in ("F3", "Ctrl+F"):
            QShortcut(QKeySequence(key), self).activated.connect(self.focus_search)

    # Words.

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.views_head.set_words(translate("Casework", "Cases"))
        self.books_head.set_words(translate("Casework", "Ledgers"))
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
        self.back.set_face(translate("Casework", "Back"))
        self.book.retranslate()
        self._show_counts()
        self._show()

    def _show_counts(self) -> None:
        self.views.show_entries(
            [
                Entry(
                    name, words.say(VIEWS[name]), str(self._counts.get(name, "") or ""),
                    _ALARMS.get(name, "ink2") if self._counts.get(name) else "ink2",
                )
                for name in SAVED
            ]
        )  # fmt: skip
        self._mark()

    def _mark(self) -> None:
        """What is looked for is looked for everywhere: no view is on show then, nor beside a ledger."""
        on_book = self._stack.currentWidget() is self.book
        self.views.mark("" if on_book or self.search.text().strip() else self.shown)

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

        self.desk.read("counts", lambda office: office.ledger.counts(by or None), self._counted)
        self.desk.read("books", lambda office: tuple(office.ledger.ledgers()), self._named)
        self.read()

    def _counted(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._show_counts()

    def _named(self, books: tuple[LedgerName, ...]) -> None:
        self.books.show_entries([Entry(one.name, one.title) for one in books])
        if self._stack.currentWidget() is self.book:
            self.books.mark(self.book.name)

    def read(self, after: str = "") -> None:
        """What the search box asks for; the saved view while it is empty."""
        text, view, by = self.search.text().strip(), self.shown, self.desk.by
        kinds = KINDS[1:] if self.kinds.value == "any" else (self.kinds.value,)
        searching = bool(text) or self.kinds.value in ("resident", "notice")

        def verb(office: Office) -> Page:
            if searching:
                return office.ledger.find(text, kinds=kinds, limit=PAGE, after=after, by=by)
            return office.ledger.view(view, staff=by or None, limit=PAGE, after=after)

        self.desk.read("found", verb, lambda page: self._came(page, text, more=bool(after)))

    def _came(self, page: Page, text: str, *, more: bool) -> None:
        self._listed = text
        self._mark()
        before = self._page.rows if more and self._page is not None else ()
        self._page = Page((*before, *page.rows), page.more, page.after)
        self._show()

    def _show(self) -> None:
        if self._page is None:
            return
        rows: tuple[Found, ...] = tuple(
            one for one in self._page.rows if isinstance(one, CaseRow | PersonRow | NoticeRow)
        )
        searching = bool(self.search.text().strip())
        empty = (
            translate("Casework", "Nothing is found by this.")
            if searching
            else translate("Casework", "No case stands here.")
        )
        self.list.show_found(rows, self.desk.now().date(), empty)
        if rows and self.list.current < 0:
            self.list.choose(0)
        text = translate("Casework", "{count} or more") if self._page.more else translate("Casework", "{count} found")
        self.counted.set_text(text.format(count=len(rows)))

    def _more(self, value: int) -> None:
        if self._page is not None and self._page.more and value >= self.list.verticalScrollBar().maximum():
            self.read(self._page.after)

    # Choosing.

    def show_view(self, name: str) -> None:
        """Show a saved view. KeyError for a name there is none of."""
        self.shown = name
        self._stack.setCurrentIndex(0)
        self.views.mark(name)
        self.books.mark("")
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.list.verticalScrollBar().setValue(0)
        self.read()

    def show_book(self, name: str) -> None:
        """Show one of the eight ledgers."""
        self.views.mark("")
        self.books.mark(name)
        self._stack.setCurrentWidget(self.book)
        today = self.desk.now().date()
        self.book.begin(name, today.replace(day=1), today)

    def read_book(self, name: str, since: date, until: date) -> None:
        """The ledger of a period."""
        self.desk.read("book", lambda office: office.ledger.ledger(name, since, until), self.book.show_table)

    def search_for(self, text: str) -> None:
        """What was scanned or handed over."""
        self._stack.setCurrentIndex(0)
        self.books.mark("")
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
        if self._listed == self.search.text().strip():
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
        on_book = self._stack.currentWidget() is self.book
        name = self.book.title if on_book else words.say(VIEWS[self.shown])
        kinds = translate("Casework", "Excel (*.xlsx);;CSV (*.csv)")
        path = self._files.to_save(self, translate("Casework", "Export"), f"{name}.xlsx", kinds)
        if path is None:
            return
        table, text, view, by = self.book.table.table, self.search.text().strip(), self.shown, self.desk.by

        def verb(office: Office) -> Path:
            return export(office, path, table if on_book else None, text, view, by)

        said = translate("Casework", "Written to {file}.")
        self.desk.act(verb, lambda made: self.desk.told.emit(Said("calm", said.format(file=made))))

    # Qt's own events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self.theme
        wide = self.width() >= theme.px(900 * (1.25 if theme.contrast else 1))
        self._menu.setFixedWidth(theme.px((256 if wide else 200) * (1.25 if theme.contrast else 1)))
        self.kinds.setVisible(self.width() >= theme.px(1120 * (1.25 if theme.contrast else 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("surface"))


def export(office: Office, path: Path, table: LedgerTable | None, text: str, view: str, by: str) -> Path:
    """On a worker: a ledger, what was found, or a saved view."""
    return Path(office.ledger.export(path, table=table, words=text, view=view, staff=by or None, by=by))


class _Paper(QWidget):
    """The column at the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(self.width() - theme.border, 0, theme.border, self.height(), theme.colour("line"))
