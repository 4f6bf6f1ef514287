"""A small sheet that opens in place: one of a list, those that may be taken first, the others with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine
from terminal.screens.widgets.popup import Popup
from terminal.screens.widgets.ruled_list import ListRow, RuledList
from terminal.screens.widgets.search import SearchBox

SEARCH_FROM = 10  # with fewer choices nobody types


class Choice(NamedTuple):
    """What can be chosen: its value, its words, and a note (the reason against it when ``warns``)."""

    value: object
    label: str
    note: str = ""
    right: str = ""
    warns: bool = False
    search: str = ""  # what typing finds it by, besides the label


class Chooser(Popup):
    """Enter or a click takes the choice in hand, Escape leaves; typing narrows a long list.

    ``chosen`` tells the value.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, title: str, choices: Sequence[Choice], empty: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._choices = self._shown = tuple(choices)
        self._empty = empty
        self.list = RuledList(theme, theme.px(16))
        self.list.opened.connect(self._take)
        self._search = SearchBox(theme)
        self._search.searched.connect(self._narrow)
        self._search.stepped.connect(lambda step: self.list.choose(self.list.current + step))
        self._search.accepted.connect(lambda: self._take(self.list.current))
        self._search.left.connect(self.close)
        border = theme.border
        layout = QVBoxLayout(self)
        layout.setContentsMargins(border, theme.px(8), border, border)
        layout.setSpacing(theme.px(8))
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        head.addWidget(ElidedLabel(theme, title, "note", "ink2"))
        layout.addLayout(head)
        if len(self._choices) >= SEARCH_FROM:
            head.addWidget(self._search)
        else:
            self._search.setParent(self)
            self._search.hide()
            layout.addWidget(HLine(theme))
        layout.addWidget(self.list, 1)
        self._narrow("")
        rows = max(2, min(7, len(self._choices)))
        height = self.list.sizeHint().height() // max(1, min(6, len(self._choices))) * rows
        around = head.sizeHint().height() + theme.px(24) + 3 * border
        self.setFixedSize(theme.px(380 if theme.contrast else 312), height + around)

    def take_focus(self) -> None:
        (self._search if not self._search.isHidden() else self.list).setFocus()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What it offers just now, best first."""
        return self._shown

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        self._shown = tuple(
            choice for choice in self._choices if wanted in f"{choice.label} {choice.search}".casefold()
        )
        rows = [
            ListRow(choice.label, choice.right, choice.note, "trouble" if choice.warns else "quiet")
            for choice in self._shown
        ]
        self.list.show_rows(rows, self._empty)
        if rows:
            self.list.choose(0)

    def _take(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            value = self._shown[index].value
            self.close()
            self.chosen.emit(value)
