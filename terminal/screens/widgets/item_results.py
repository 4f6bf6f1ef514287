"""What a few letters find, with the letters' characters marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width

if TYPE_CHECKING:
    from terminal.office.views import ItemView
    from terminal.rules.search import Match

SHOWN = 6


class ItemResults(QWidget):
    """At most six rows of 36 in one frame under the search field; more scroll past as the selection moves."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._matches: tuple[Match[ItemView], ...] = ()
        self._added: frozenset[str] = frozenset()
        self._at = self._first = 0
        self._typed = False
        self._row = max(theme.target(tokens.ROW), theme.type("body").line + theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_matches(self, matches: Sequence[Match[ItemView]], added: Collection[str], *, typed: bool) -> None:
        """Show these; ``added`` are codes already in this visit; nothing typed hides the list."""
        self._matches, self._added, self._typed = tuple(matches), frozenset(added), typed
        self._at = self._first = 0
        rows = max(1, min(SHOWN, len(self._matches)))
        self.setFixedHeight(rows * self._row + 2 * self._theme.border)
        self.setHidden(not typed)
        self.update()

    @property
    def selected(self) -> str | None:
        """The code Enter would take."""
        return self._matches[self._at].item.code if self._matches and self._typed else None

    def step(self, by: int) -> None:
        """Move the selection."""
        if self._matches:
            self._at = max(0, min(len(self._matches) - 1, self._at + by))
            self._first = max(min(self._first, self._at), self._at - SHOWN + 1)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        box(painter, QRectF(self.rect()), theme.radius, "surface", "edge", theme.border, theme)
        if not self._matches:
            inner = self.rect().adjusted(theme.px(12), 0, -theme.px(12), 0)
            draw_text(painter, theme, inner, self.tr("Nothing found"), "body", "ink2")
            return
        for row in range(min(SHOWN, len(self._matches) - self._first)):
            index = self._first + row
            inset = theme.border
            rect = QRect(inset, inset + row * self._row, self.width() - 2 * inset, self._row)
            if index == self._at:
                painter.fillRect(rect, theme.colour("tint"))
            self._paint_row(painter, rect.adjusted(theme.px(12), 0, -theme.px(12), 0), self._matches[index])

    def _paint_row(self, painter: QPainter, rect: QRect, match: Match[ItemView]) -> None:
        theme, item = self._theme, match.item
        if item.code in self._added:
            right = draw_text(painter, theme, rect, self.tr("added"), "note", "primary", align=RIGHT)
            mark = theme.icon("check", 16, "primary", self.devicePixelRatioF())
            at = QPoint(rect.right() - right - theme.px(22), rect.center().y() - theme.px(8))
            painter.drawPixmap(at, mark)
            right += theme.px(30)
        else:
            right = draw_text(painter, theme, rect, item.code, "note", "ink2", align=RIGHT) + theme.px(8)
        self._paint_name(painter, rect.adjusted(0, 0, -right, 0), match)

    def _paint_name(self, painter: QPainter, rect: QRect, match: Match[ItemView]) -> None:
        theme, name = self._theme, match.item.name
        left, place = rect.left(), 0
        pieces: list[tuple[str, bool]] = []
        for start, end in match.spans:
            pieces += [(name[place:start], False), (name[start:end], True)]
            place = end
        pieces.append((name[place:], False))
        for text, marked in pieces:
            if not text or left >= rect.right():
                continue
            area = QRect(left, rect.top(), rect.right() - left, rect.height())
            draw_text(painter, theme, area, text, "body", "primary" if marked else "ink", bold=marked)
            left += text_width(text, theme.font("body", marked))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._first + int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and index < len(self._matches):
            self.picked.emit(self._matches[index].item.code)
