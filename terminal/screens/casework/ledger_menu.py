"""The column at the left of the ledger: the saved views with their counts, the eight ledgers, the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.ledger_views import SAVED, LedgerName
from terminal.screens.casework import ledger_words, words
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.menu_list import Entry, MenuList
from terminal.screens.casework.scrolled_form import scrolled
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small

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


class LedgerMenu(QWidget):
    """Alt and a digit take a saved view. ``view_taken`` and ``book_taken`` tell names."""

    view_taken = Signal(str)
    book_taken = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, returns: bool, parent: QWidget | None = None) -> None:
        """``returns``: the way back is shown."""
        super().__init__(parent)
        self._theme = theme
        self._counts: Mapping[str, int] = {}
        self._names: tuple[LedgerName, ...] = ()
        self.views, self.books = MenuList(theme), MenuList(theme)
        self._heads = ColumnHead(theme), ColumnHead(theme)
        self.back = small(KeyButton(theme, "", "", kind="link"), theme)
        if not returns:
            self.back.hide()  # never shown here: without a parent yet it would be a window
        names = QWidget()
        column, menu, foot = QVBoxLayout(names), QVBoxLayout(self), QHBoxLayout()
        for box in (column, menu):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        for part in (self._heads[0], self.views, self._heads[1], self.books):
            column.addWidget(part)
        column.addStretch(1)
        menu.setContentsMargins(0, 0, theme.border, 0)
        self._inside, self._room = names, scrolled(names)
        menu.addWidget(self._room, 1)
        foot.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(12))
        foot.addWidget(self.back)
        foot.addStretch(1)
        menu.addLayout(foot)
        for names_of in (self.views, self.books):
            names_of.moved.connect(lambda index, names_of=names_of: self._bring(names_of, index))
        self.views.taken.connect(self.view_taken)
        self.books.taken.connect(self.book_taken)
        self.back.clicked.connect(self.left)
        for number, name in enumerate(SAVED, 1):
            key = QShortcut(QKeySequence(f"Alt+{number}"), self)
            key.activated.connect(lambda name=name: self.view_taken.emit(name))

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self._heads[0].set_words(translate("Casework", "Cases"))
        self._heads[1].set_words(translate("Casework", "Ledgers"))
        self.back.set_face(translate("Casework", "Back"))
        self.show_counts(self._counts)
        self.show_books(self._names)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many cases each saved view holds."""
        self._counts = counts
        self.views.show_entries(
            [
                Entry(name, words.say(VIEWS[name]), str(counts[name]), _ALARMS.get(name, "ink2"))
                if counts.get(name)
                else Entry(name, words.say(VIEWS[name]))
                for name in SAVED
            ]
        )

    def show_books(self, names: Sequence[LedgerName]) -> None:
        """Which ledgers there are."""
        self._names = tuple(names)
        self.books.show_entries([Entry(one.name, ledger_words.title(one.name, one.title)) for one in names])

    def mark(self, view: str = "", book: str = "") -> None:
        """Which view or ledger is on show; none of them while something is looked for."""
        self.views.mark(view)
        self.books.mark(book)

    def _bring(self, names: MenuList, index: int) -> None:
        """A row that was taken in hand by a key comes into sight."""
        height = names.height() // max(1, len(names.rows))
        middle = names.mapTo(self._inside, QPoint(0, index * height + height // 2))
        self._room.ensureVisible(middle.x(), middle.y(), 0, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(self.width() - theme.border, 0, theme.border, self.height(), theme.colour("line"))
