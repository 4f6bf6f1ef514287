"""Painting the roster's grid: only what is in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from terminal.office.plan_views import DutyView
from terminal.screens.planning import words
from terminal.screens.planning.geometry import Geometry
from terminal.screens.planning.sheet import Cell, Sheet
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, ONE_LINE, box, text_width

_IN_MIDDLE: Final = CENTRE.value | ONE_LINE
_WIDE: Final = 84  # from this width on a cell spells its shift out


def rest_fill(theme: Theme) -> Token:
    """The ground of rest days; in the contrast look paper is as white as the sheet."""
    return "sunk" if theme.contrast else "paper"


class CellPainter:
    """Paints the body of one sheet for one paint event."""

    def __init__(self, painter: QPainter, theme: Theme, sheet: Sheet, where: Geometry) -> None:
        self._painter, self._theme, self._sheet, self._where = painter, theme, sheet, where
        self._wide = where.cell >= theme.px(_WIDE)
        # Cells are many: fonts and colours are made once for all of them.
        self._line = theme.border
        self._fonts = {bold: theme.font("note", bold) for bold in (False, True)}
        self._room = {bold: QFontMetrics(font) for bold, font in self._fonts.items()}
        self._colours: dict[Token, QColor] = {}

    def paint(self, current: tuple[int, int], *, focused: bool) -> None:
        """Columns of rest days, cells, lines, and the cell in hand."""
        painter, theme, where = self._painter, self._theme, self._where
        painter.setClipRect(where.body)
        painter.fillRect(where.body, theme.colour("surface"))
        rows, columns = where.seen_rows(), where.seen_columns()
        for column in columns:
            if not self._sheet.days[column].working:
                rect = where.rect(0, column)
                painter.fillRect(
                    rect.left(), where.head, rect.width(), where.body.height(), theme.colour(rest_fill(theme))
                )
        for row in rows:
            for column in columns:
                self._cell(where.rect(row, column), self._sheet.rows[row].cells[column])
            bottom = where.rect(row, 0).bottom()
            painter.fillRect(where.names, bottom - theme.border + 1, where.width, theme.border, theme.colour("line"))
        for column in columns:
            if column and self._sheet.days[column].day.weekday() == 0:  # weeks are told apart by a line
                left = where.rect(0, column).left()
                painter.fillRect(left, where.head, theme.border, where.body.height(), theme.colour("line"))
        if current[0] in rows and current[1] in columns:
            held = QRectF(where.rect(*current))
            token: Token = "focus" if focused else "primary"
            box(painter, held, theme.radius, None, token, theme.focus if focused else theme.strong, theme)
        painter.setClipping(False)

    def _cell(self, rect: QRect, cell: Cell) -> None:
        if not (cell.duties or cell.away or cell.open or cell.conflicts):
            return
        theme, painter, line = self._theme, self._painter, self._line
        inner = rect.adjusted(line, line, -line, -2 * line)
        if cell.away:
            self._hatch(inner)
        if cell.duties:
            self._duties(inner, cell)
        elif cell.away:
            text = QCoreApplication.translate("Planning", "off")
            self._write(inner, text, "ink3")
        elif cell.open:
            painter.fillRect(inner, theme.colour("wait-tint"))
            text = QCoreApplication.translate("Planning", "open")
            self._write(inner, text, "wait-text", bold=True)
        if cell.conflicts:
            self._conflict(inner)

    def _duties(self, rect: QRect, cell: Cell) -> None:
        theme, painter, first = self._theme, self._painter, cell.duties[0]
        if first.kind == "urgent":
            painter.fillRect(rect, theme.colour("wait-tint"))
        elif first.kind == "extended":
            painter.fillRect(rect, theme.colour("tint"))
        token: Token = "trouble" if len(cell.duties) > 1 else "primary" if first.kind == "extended" else "ink"
        if first.absent is not None:
            token = "ink3"
        text = self._text(cell)
        self._write(rect, text, token, bold=first.kind != "regular")
        if first.absent is not None:
            width = text_width(text, theme.font("note")) + theme.px(4)
            left = rect.center().x() - width // 2
            painter.fillRect(left, rect.center().y() + 1, width, theme.border, theme.colour("trouble"))
        if first.arrived_at is not None:
            size = theme.px(10)
            tick = theme.icon("check", 10, "ok-text", painter.device().devicePixelRatioF())
            painter.drawPixmap(rect.right() - size, rect.top() + 1, tick)
        if first.fixed:
            self._fixed(rect)

    def _write(self, rect: QRect, text: str, token: Token, *, bold: bool = False) -> None:
        """A word in the middle of a cell, elided where it does not fit."""
        if token not in self._colours:
            self._colours[token] = self._theme.colour(token)
        if len(text) > 3:
            text = self._room[bold].elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        self._painter.setFont(self._fonts[bold])
        self._painter.setPen(self._colours[token])
        self._painter.drawText(rect, _IN_MIDDLE, text)

    def _text(self, cell: Cell) -> str:
        first = cell.duties[0]
        if self._sheet.side == "posts":
            return first.staff_name if len(cell.duties) == 1 else f"{first.staff_name} +{len(cell.duties) - 1}"
        if self._wide:
            return "  ".join(f"{words.shift_name(one)} {one.counter}" for one in cell.duties)
        return f"{self._short(first)}{first.counter}" if len(cell.duties) == 1 else f"{self._short(first)}+"

    def _short(self, duty: DutyView) -> str:
        if duty.shift is None:
            return words.shift_name(duty)[:1]
        return self._sheet.short.get(duty.shift, duty.shift_name[:1])

    def _hatch(self, rect: QRect) -> None:
        self._painter.fillRect(rect, self._theme.colour("sunk"))
        self._painter.setBrushOrigin(rect.topLeft())
        lines = self._theme.colour("line")
        lines.setAlphaF(0.25 if self._theme.contrast else 1.0)  # black ones would cover the words
        self._painter.fillRect(rect, QBrush(lines, Qt.BrushStyle.BDiagPattern))

    def _conflict(self, rect: QRect) -> None:
        """A red frame and corner: the colour is not the only mark."""
        theme, painter = self._theme, self._painter
        box(painter, QRectF(rect), theme.px(2), None, "trouble", theme.strong, theme)
        size = theme.px(9)
        left, top = rect.left(), rect.top()
        corner = QPolygonF([QPointF(left, top), QPointF(left + size, top), QPointF(left, top + size)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("trouble"))
        painter.drawPolygon(corner)

    def _fixed(self, rect: QRect) -> None:
        """A dot in the lower right corner: set by hand, a proposal leaves it."""
        theme, painter = self._theme, self._painter
        size = theme.px(5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(theme.colour("ink2"))
        painter.drawEllipse(QRectF(rect.right() - size - theme.px(2), rect.bottom() - size - theme.px(2), size, size))
