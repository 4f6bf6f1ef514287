"""The head of the booking screen: its name, what can be shown, how much of each waits, and the way back."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminal.office.booking_views import Errands
from terminal.screens.booking.list_words import RED_MINUTES as LATE_MINUTES
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.painting import box, draw_key_cap, draw_text, key_cap_width, text_width

TABS: Final = ("book", "today", "requests", "broken", "calls")
KEYS: Final = {name: f"Alt+{digit}" for digit, name in enumerate(TABS, 1)}


class _Tab(NamedTuple):
    name: str
    label: str
    waiting: str
    rect: QRect


class Tabs(QWidget):
    """56 high on ``paper``; the one on show is bold over a 3 px line. Alt and a digit work from anywhere in it."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, returns: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = "book"
        self._counts: dict[str, int] = {}
        self._late: frozenset[str] = frozenset()
        self._labels = {
            "book": self.tr("Book"),
            "today": self.tr("Appointments"),
            "requests": self.tr("To answer"),
            "broken": self.tr("Affected"),
            "calls": self.tr("To call"),
        }
        self.setFixedHeight(theme.target(56))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for name, key in KEYS.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda name=name: self.chosen.emit(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        row.addStretch(1)
        self.back = KeyButton(theme, self.tr("Back"), "Esc")
        self.back.clicked.connect(self.left)
        row.addWidget(self.back)
        self.back.setVisible(returns)  # now that it is no window of its own

    @property
    def shown(self) -> str:
        """The tab on show."""
        return self._shown

    def show_tab(self, name: str) -> None:
        """Mark another tab without telling anyone."""
        self._shown = name
        self.setAccessibleName(self._labels[name])
        self.update()

    def show_errands(self, errands: Errands) -> None:
        """How much waits behind each; what waits too long in red."""
        self._counts = {
            "today": errands.not_arrived, "requests": errands.requests,
            "broken": errands.broken, "calls": errands.calls,
        }  # fmt: skip
        late = {"broken"} if errands.oldest_minutes < LATE_MINUTES else {"broken", "requests"}
        self._late = frozenset(late)
        self.update()

    def _tabs(self) -> list[_Tab]:
        theme = self._theme
        narrow = self.width() < theme.px(900 * (1.25 if theme.contrast else 1))
        found, left = [], theme.px(8)
        for name in TABS:
            count = str(self._counts.get(name, 0) or "")
            label = self._labels[name]
            width = text_width(label, theme.font("body", True)) + theme.px(32)
            width += text_width(count, theme.font("body", True)) + theme.px(6) if count else 0
            width += 0 if narrow else key_cap_width(theme, KEYS[name]) + theme.px(8)
            found.append(_Tab(name, label, count, QRect(left, 0, width, self.height())))
            left += width
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
        for tab in self._tabs():
            self._paint_tab(painter, tab)

    def _paint_tab(self, painter: QPainter, tab: _Tab) -> None:
        theme = self._theme
        on = tab.name == self._shown
        inner = tab.rect.adjusted(self._theme.px(16), 0, -theme.px(16), 0)
        ink: Token = "primary" if on else "ink2"
        left = inner.left() + draw_text(painter, theme, inner, tab.label, "body", ink, bold=on)
        if tab.waiting:
            token: Token = "trouble" if tab.name in self._late else "wait-text" if tab.name != "today" else "ink"
            rest = QRect(left + theme.px(6), 0, inner.right() - left, self.height())
            left = rest.left() + draw_text(painter, theme, rest, tab.waiting, "body", token, bold=True)
        cap = key_cap_width(theme, KEYS[tab.name])
        if left + theme.px(8) + cap <= inner.right() + theme.px(4):
            draw_key_cap(painter, theme, QPointF(left + theme.px(8) + cap, self.height() / 2), KEYS[tab.name])
        if on:
            mark = theme.px(3)
            line = QRectF(inner.left(), self.height() - mark, inner.width(), mark)
            box(painter, line, 0, "primary", None, 0, theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for tab in self._tabs():
            if tab.rect.contains(event.position().toPoint()):
                self.chosen.emit(tab.name)
