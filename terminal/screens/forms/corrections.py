"""What a form says differently from the resident's record, offered back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from terminal.office.form_views import Correction
from terminal.screens.forms import words
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, Paragraph
from terminal.screens.widgets.painting import box, draw_text


class CorrectionRows(QWidget):
    """A box, the field, what is known and what was said now. All are ticked at first; Space takes one back."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Correction, ...] = ()
        self._ticked: set[str] = set()
        self._at = 0
        self._row = theme.target(48)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Correction]) -> None:
        """Show these, all ticked."""
        self._rows, self._ticked, self._at = tuple(rows), {row.field for row in rows}, 0
        self.setFixedHeight(len(self._rows) * self._row + self._theme.border)
        self._name()
        self.update()

    @property
    def ticked(self) -> list[str]:
        """The fields to be taken over."""
        return [row.field for row in self._rows if row.field in self._ticked]

    def _name(self) -> None:
        if self._rows:
            row = self._rows[self._at]
            state = self.tr("taken over") if row.field in self._ticked else self.tr("left as it is")
            self.setAccessibleName(f"{words.record_field(row.field)} {row.said} {state}")

    def _toggle(self, index: int) -> None:
        self._at = index
        self._ticked ^= {self._rows[index].field}
        self._name()
        self.update()
        self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
        for index, row in enumerate(self._rows):
            rect = QRect(0, index * self._row, self.width(), self._row + theme.border)
            painter.fillRect(0, rect.bottom(), self.width(), theme.border, theme.colour("line"))
            if self.hasFocus() and index == self._at:
                box(painter, QRectF(rect), theme.px(2), "tint", "focus", theme.focus, theme)
            self._paint_row(painter, rect.adjusted(theme.px(8), 0, -theme.px(8), 0), row)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Correction) -> None:
        theme = self._theme
        size = theme.px(24 if theme.contrast else 20)
        square = QRectF(rect.left(), rect.center().y() - size / 2 + 1, size, size)
        if row.field in self._ticked:
            box(painter, square, theme.radius, "primary", None, 0, theme)
            inset = round((size - theme.px(16)) / 2)
            mark = theme.icon("check", 16, "on-primary", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(round(square.left()) + inset, round(square.top()) + inset), mark)
        else:
            box(painter, square, theme.radius, "surface", "edge", theme.border, theme)
        rest = rect.adjusted(size + theme.px(12), 0, 0, 0)
        draw_text(painter, theme, QRect(rest.left(), rest.top(), theme.px(96), rest.height()),
                  words.record_field(row.field), "body", "ink2")  # fmt: skip
        rest = rest.adjusted(theme.px(108), 0, 0, 0)
        half = (rest.width() - theme.px(32)) // 2
        known = QRect(rest.left(), rest.top(), half, rest.height())
        draw_text(painter, theme, known, row.known or "–", "body", "ink2")
        arrow = theme.icon("arrow-right", 16, "ink2", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(rest.left() + half + theme.px(8), rest.center().y() - theme.px(8) + 1), arrow)
        said = QRect(rest.left() + half + theme.px(32), rest.top(), half, rest.height())
        draw_text(painter, theme, said, row.said, "body", bold=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self._rows:
            self._at = max(0, min(len(self._rows) - 1, self._at + step))
            self._name()
            self.update()
        elif event.key() == Qt.Key.Key_Space and self._rows:
            self._toggle(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._rows):
            self._toggle(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class CorrectionsSheet(QWidget):
    """The question, and the rows. Its page has the buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = CorrectionRows(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(ElidedLabel(theme, self.tr("Different from the resident's record"), "title"))
        advice = self.tr("What is ticked is written to the record, so that the next form has it right.")
        column.addWidget(Paragraph(theme, advice, "body", "ink2"))
        column.addSpacing(theme.px(8))
        column.addWidget(self.rows)
        column.addStretch(1)
