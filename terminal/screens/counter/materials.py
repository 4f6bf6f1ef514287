"""The materials of an item, ticked one by one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.counter.words import material_form
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

if TYPE_CHECKING:
    from terminal.office.views import MaterialView


class Materials(QWidget):
    """Rows with a box. Up and Down move, Space ticks; a click ticks its row.

    A material asked for in every case is marked missing (缺) once another one was ticked: from then on the list is
    being worked through. Before that nothing is red.
    """

    ticked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._materials: tuple[MaterialView, ...] = ()
        self._ticks: frozenset[int] = frozenset()
        self._at = 0
        self._row = max(theme.target(tokens.ROW), theme.type("body").line + theme.px(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Materials"))

    def set_materials(self, materials: Sequence[MaterialView], ticks: Collection[int], *, live: bool) -> None:
        """Show these; ``live`` says whether they can be ticked (the handling has begun)."""
        if tuple(materials) != self._materials:
            self._materials, self._at = tuple(materials), 0
        self._ticks = frozenset(ticks)
        self.setEnabled(live)
        self.setFixedHeight(len(self._materials) * self._row + self._theme.border)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.height())

    def row_rect(self, index: int) -> QRect:
        """Where a row is, for scrolling to it."""
        return QRect(0, index * self._row, self.width(), self._row + self._theme.border)

    @property
    def at(self) -> int:
        """The row the keys act on."""
        return self._at

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
        for index, material in enumerate(self._materials):
            rect = self.row_rect(index)
            painter.fillRect(0, rect.bottom() - theme.border + 1, self.width(), theme.border, theme.colour("line"))
            if self.hasFocus() and index == self._at:
                ring = QRectF(rect).adjusted(0, theme.border, 0, -theme.border)
                box(painter, ring, theme.px(2), "tint", "focus", theme.focus, theme)
            self._paint_row(painter, rect.adjusted(0, theme.border, 0, -theme.border), index, material)

    def _paint_row(self, painter: QPainter, rect: QRect, index: int, material: MaterialView) -> None:
        theme = self._theme
        received = index in self._ticks
        missing = bool(self._ticks) and not received and material.mandatory
        inset = theme.px(8) if self.hasFocus() and index == self._at else 0
        size = theme.px(20 if not theme.contrast else 24)
        square = QRectF(rect.left() + inset, rect.center().y() - size / 2 + 1, size, size)
        self._paint_box(painter, square, received=received, missing=missing)
        right = rect.right() - inset - self._paint_state(painter, rect.adjusted(0, 0, -inset, 0), index, material)
        left = round(square.right()) + theme.px(12)
        form = "·".join(part for part in (material_form(material), material.where_from) if part)
        room = right - theme.px(12) - left
        column = max(theme.px(112), min(text_width(material.name, theme.font("body", True)), room * 6 // 10))
        token: Token = "ink" if self.isEnabled() else "ink2"
        name = QRect(left, rect.top(), min(room, column), rect.height())
        draw_text(painter, theme, name, material.name, "body", token, bold=missing)
        rest = QRect(left + column + theme.px(12), rect.top(), room - column - theme.px(12), rect.height())
        if rest.width() > theme.px(24):
            draw_text(painter, theme, rest, form, "note", "ink2")

    def _paint_box(self, painter: QPainter, square: QRectF, *, received: bool, missing: bool) -> None:
        theme = self._theme
        if received:
            box(painter, square, theme.radius, "primary", None, 0, theme)
            mark = theme.icon("check", 16, "on-primary", self.devicePixelRatioF())
            offset = (square.width() - theme.px(16)) / 2
            painter.drawPixmap(QPoint(round(square.left() + offset), round(square.top() + offset)), mark)
        elif missing:
            box(painter, square, theme.radius, "surface", "trouble", theme.strong, theme)
        else:
            edge: Token = "edge" if self.isEnabled() else "line"
            box(painter, square, theme.radius, "surface", edge, theme.border, theme)

    def _paint_state(self, painter: QPainter, rect: QRect, index: int, material: MaterialView) -> int:
        theme = self._theme
        if index in self._ticks:
            return draw_text(painter, theme, rect, self.tr("received"), "body", "ink2", align=RIGHT)
        if not material.mandatory:
            return draw_text(painter, theme, rect, self.tr("if it applies"), "note", "ink2", align=RIGHT)
        if self._ticks:
            words = self.tr("missing")
            width, height = badge_width(theme, words), max(theme.px(20), theme.type("note").line + theme.px(2))
            at = QRectF(rect.right() - width + 1, rect.center().y() - height / 2 + 1, width, height)
            draw_badge(painter, theme, at, words, "trouble")
            return width
        return draw_text(painter, theme, rect, self.tr("not yet"), "note", "ink2", align=RIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self._materials:
            self._at = max(0, min(len(self._materials) - 1, self._at + step))
            self.update()
        elif event.key() == Qt.Key.Key_Space and self._materials:
            self.ticked.emit(self._at)
            # On to the next one still open, so that a whole list is ticked by pressing one key.
            self._at = min(len(self._materials) - 1, self._at + 1)
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._materials):
            self._at = index
            self.ticked.emit(index)
