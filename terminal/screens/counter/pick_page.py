"""Pick one from a list on the sheet itself: a number to call, somebody on hold, a line to move to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from terminal.screens.counter.rows import Rows
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton, SearchBox
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge


class Choice(NamedTuple):
    """One row: what is handed back, its number in bold, its words, a badge, and a remark at the right."""

    value: object
    number: str
    words: str
    badge: str = ""
    remark: str = ""


class PickRows(Rows):
    """Rows of 40, one of them selected."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 40, parent)
        self._choices: tuple[Choice, ...] = ()
        self._at = 0

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these, the first one selected."""
        self._choices, self._at = tuple(choices), 0
        self.measure()

    def select(self, value: object) -> None:
        """Select the row that hands this back, if it is there."""
        self._at = next((at for at, choice in enumerate(self._choices) if choice.value == value), self._at)
        self.update()

    def count(self) -> int:
        return len(self._choices)

    def step(self, by: int) -> None:
        """Move the selection."""
        self._at = max(0, min(len(self._choices) - 1, self._at + by))
        self.update()

    def take(self) -> None:
        """Hand the selected row over."""
        if self._choices:
            self.picked.emit(self._choices[self._at].value)

    @property
    def selected_rect(self) -> QRect:
        """Where the selected row is, for scrolling to it."""
        return QRect(0, self._at * self._row, self.width(), self._row)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, choice = self._theme, self._choices[index]
        if index == self._at:
            painter.fillRect(rect, theme.colour("tint"))
            painter.fillRect(rect.left(), rect.top(), theme.px(4), rect.height(), theme.colour("primary"))
        inner = rect.adjusted(theme.px(16), 0, -theme.px(16), 0)
        draw_text(painter, theme, inner, choice.number, "large", "ink", bold=True)
        number = max(theme.px(68), text_width(choice.number, theme.font("large", True)) + theme.px(12))
        right = draw_text(painter, theme, inner, choice.remark, "note", "ink2", align=RIGHT)
        badge = badge_width(theme, choice.badge) + theme.px(12) if choice.badge else 0
        area = inner.adjusted(number, 0, -right - theme.px(12) - badge, 0)
        used = draw_text(painter, theme, area, choice.words, "body")
        if badge:
            height = max(theme.px(20), theme.type("note").line + theme.px(2))
            top = rect.top() + (rect.height() - height) / 2
            at = QRectF(area.left() + used + theme.px(12), top, badge - theme.px(12), height)
            draw_badge(painter, theme, at, choice.badge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._choices):
            self._at = index
            self.take()


class PickPage(QWidget):
    """Title, a field that narrows the list, the list. Enter takes, Escape leaves."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: tuple[Choice, ...] = ()
        self._take: Callable[[object], None] = lambda _: None
        self._title = ElidedLabel(theme, "", "title")
        self._hint = ElidedLabel(theme, "", "body", "ink2")
        self.search = SearchBox(theme, self.tr("Number or words"))
        self.rows = PickRows(theme)
        self._empty = ElidedLabel(theme, self.tr("Nothing found"), "body", "ink2")
        back = KeyButton(theme, self.tr("Back"), "Esc", kind="plain")
        back.clicked.connect(self.left)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        list_column = QVBoxLayout(inside)
        list_column.setContentsMargins(0, 0, 0, 0)
        list_column.addWidget(self.rows)
        list_column.addWidget(self._empty)
        list_column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        for widget in (self._title, self._hint, self.search):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.search.searched.connect(self._filter)
        self.search.stepped.connect(self._step)
        self.search.accepted.connect(self.rows.take)
        self.search.left.connect(self.left)
        self.rows.picked.connect(self._picked)

    def ask(
        self,
        title: str,
        hint: str,
        choices: Sequence[Choice],
        take: Callable[[object], None],
        chosen: object = None,
    ) -> None:
        """Offer these; ``take`` gets the value of the row picked. ``chosen`` is the one selected at first."""
        self._choices, self._take = tuple(choices), take
        self._title.set_text(title)
        self._hint.set_text(hint)
        self.search.clear()
        self._filter("")
        if chosen is not None:
            self.rows.select(chosen)
            QTimer.singleShot(0, self, lambda: self._step(0))  # into view, once the list has its height
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        found = [
            choice for choice in self._choices if wanted in f"{choice.number} {choice.words} {choice.badge}".casefold()
        ]
        self.rows.set_choices(found)
        self._empty.setHidden(bool(found))

    def _step(self, by: int) -> None:
        self.rows.step(by)
        rect = self.rows.selected_rect
        self._scroll.ensureVisible(0, rect.center().y(), 0, rect.height())

    def _picked(self, value: object) -> None:
        take = self._take
        self.left.emit()
        take(value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
