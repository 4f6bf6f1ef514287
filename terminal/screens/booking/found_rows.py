"""Residents found under the search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import ResidentView
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, box, draw_text

SHOWN = 6


class FoundRows(QWidget):
    """Two-line rows in one frame: name and telephone, masked ID number and what was missed. ``picked`` tells who."""

    picked = Signal(object)  # ResidentView

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: tuple[ResidentView, ...] = ()
        self._at = self._first = 0
        self._row = theme.type("body").line + theme.type("note").line + theme.px(12)
        self.hide()

    def set_found(self, found: Sequence[ResidentView]) -> None:
        """Offer these; none hides the list."""
        self._found, self._at, self._first = tuple(found), 0, 0
        self.setFixedHeight(max(1, min(SHOWN, len(self._found))) * self._row + 2 * self._theme.border)
        self.setHidden(not self._found)
        self.update()

    @property
    def found(self) -> tuple[ResidentView, ...]:
        """Who is offered."""
        return self._found

    def step(self, by: int) -> None:
        """Move the selection."""
        if self._found:
            self._at = max(0, min(len(self._found) - 1, self._at + by))
            self._first = max(min(self._first, self._at), self._at - SHOWN + 1)
            self.update()

    def take(self) -> None:
        """Hand the selected one over."""
        if self._found:
            self.picked.emit(self._found[self._at])

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        box(painter, QRectF(self.rect()), theme.radius, "surface", "edge", theme.border, theme)
        body, note = theme.type("body").line, theme.type("note").line
        for row, one in enumerate(self._found[self._first : self._first + SHOWN]):
            inset = theme.border
            rect = QRect(inset, inset + row * self._row, self.width() - 2 * inset, self._row)
            if self._first + row == self._at:
                painter.fillRect(rect, theme.colour("tint"))
            inner = rect.adjusted(theme.px(12), theme.px(6), -theme.px(12), 0)
            above = QRect(inner.left(), inner.top(), inner.width(), body)
            phone = draw_text(painter, theme, above, one.phone, "note", "ink2", align=RIGHT)
            draw_text(painter, theme, above.adjusted(0, 0, -phone - theme.px(8), 0), one.name, "body", bold=True)
            below = QRect(inner.left(), above.bottom() + 1, inner.width(), note)
            missed = ""
            if one.barred_until is not None:
                missed = self.tr("barred")
            elif one.missed:
                missed = self.tr("missed {n}").format(n=one.missed)
            token = "trouble" if one.barred_until is not None else "wait-text"
            right = draw_text(painter, theme, below, missed, "note", token, align=RIGHT)  # type: ignore[arg-type]
            number = one.masked_number or self.tr("no ID number")
            draw_text(painter, theme, below.adjusted(0, 0, -right - theme.px(8), 0), number, "note", "ink2")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._first + int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and index < len(self._found):
            self._at = index
            self.take()
