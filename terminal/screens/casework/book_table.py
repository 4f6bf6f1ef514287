"""A ledger's table: columns with their heads, rows between hairlines, painted; as light with ten thousand rows."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from terminal.office.ledger_views import LedgerTable
from terminal.screens.casework import ledger_words
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import LEFT, RIGHT, draw_text, text_width

SAMPLED: Final = 80  # rows that say how wide a column is
MOST: Final = 260  # pixels of a column


class BookTable(QAbstractScrollArea):
    """Arrows scroll."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table: LedgerTable | None = None
        self._widths: list[int] = []
        self._empty = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    @property
    def table(self) -> LedgerTable | None:
        """What it shows."""
        return self._table

    def show_table(self, table: LedgerTable | None, empty: str) -> None:
        """Show another; ``empty`` is said when it has no row."""
        self._table, self._empty = table, empty
        self._widths = self._measured()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._bars()
        self.viewport().update()

    def _measured(self) -> list[int]:
        if self._table is None:
            return []
        theme = self._theme
        head, body = theme.font("note", True), theme.font("body")
        widths = []
        for at, column in enumerate(self._table.columns):
            texts = {said(row[at]) for row in self._table.rows[:SAMPLED]}
            widest = max(
                [
                    text_width(ledger_words.head(column.key, column.title), head),
                    *(text_width(text, body) for text in texts),
                ]
            )
            widths.append(min(theme.px(MOST), widest + theme.px(24)))
        return widths

    def _row(self) -> int:
        return max(self._theme.px(36), self._theme.type("body").line + self._theme.px(14))

    def _head(self) -> int:
        return self._theme.target(32)

    def _bars(self) -> None:
        port, theme = self.viewport(), self._theme
        rows = len(self._table.rows) if self._table is not None else 0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, rows * self._row() + self._head() - port.height()))
        down.setPageStep(port.height())
        down.setSingleStep(self._row())
        across.setRange(0, max(0, sum(self._widths) + theme.px(48) - port.width()))
        across.setPageStep(port.width())
        across.setSingleStep(theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, port = QPainter(self.viewport()), self._theme, self.viewport().rect()
        side = theme.px(24)
        if self._table is None or not self._table.rows:
            rect = port.adjusted(side, theme.px(16), -side, 0)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap), self._empty)
            return
        height, top = self._row(), self.verticalScrollBar().value()
        left = side - self.horizontalScrollBar().value()
        first = top // height
        for index in range(first, min(len(self._table.rows), first + port.height() // height + 2)):
            y = self._head() + index * height - top
            self._cells(painter, left, QRect(0, y, port.width(), height), self._table.rows[index])
        painter.fillRect(0, 0, port.width(), self._head(), theme.colour("sunk"))
        counted = [isinstance(cell, int) for cell in self._table.rows[0]]
        for column, width, counts in zip(self._table.columns, self._widths, counted, strict=True):
            area = QRect(left, 0, width - theme.px(16), self._head())
            title = ledger_words.head(column.key, column.title)
            draw_text(painter, theme, area, title, "note", "ink2", bold=True, align=RIGHT if counts else LEFT)
            left += width

    def _cells(self, painter: QPainter, left: int, rect: QRect, row: tuple[object, ...]) -> None:
        theme = self._theme
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), theme.border, theme.colour("line"))
        for cell, width in zip(row, self._widths, strict=True):
            area = QRect(left, rect.top(), width - theme.px(16), rect.height())
            if isinstance(cell, int):
                draw_text(painter, theme, area, said(cell), "body", align=RIGHT)
            else:
                draw_text(painter, theme, area, said(cell), "body")
            left += width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if across is None:
            super().keyPressEvent(event)
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + across * bar.singleStep())


def said(cell: object) -> str:
    """A cell as it is written."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
