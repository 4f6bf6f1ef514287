"""The list of stars: a head that stays, ranked rows, a dashed line, and the rows with too few ratings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from terminal.office.views import Key
from terminal.rules.stars import LEAST_RATINGS
from terminal.screens.manager.columns import Columns, columns
from terminal.screens.manager.rows import Line, StarsRow
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, draw_text


class StarHead(QWidget):
    """The names of the columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: Columns | None = None
        self._people = False
        self.setFixedHeight(theme.px(44 if theme.contrast else 32))

    def set_columns(self, columns: Columns, *, people: bool) -> None:
        """Place the names; ``people``: rows are persons."""
        self._columns, self._people = columns, people
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, where = self._theme, self._columns
        painter = QPainter(self)
        side, line = theme.px(8), theme.colour("line")
        painter.fillRect(side, 0, self.width() - 2 * side, theme.border, line)
        painter.fillRect(side, self.height() - theme.border, self.width() - 2 * side, theme.border, line)
        if where is None:
            return
        painter.translate(side, 0)
        people, windows = (
            QCoreApplication.translate("Manager", "Staff"),
            QCoreApplication.translate("Manager", "Window"),
        )
        cells = [
            (where.name, people if self._people else windows, False),
            (where.star, QCoreApplication.translate("Manager", "Stars"), False),
            (where.count, QCoreApplication.translate("Manager", "Ratings"), True),
            (where.bad, QCoreApplication.translate("Manager", "Bad"), True),
        ]
        if not where.stacked:
            cells.append((where.bar, QCoreApplication.translate("Manager", "Distribution of keys"), False))
        if where.trend is not None:
            cells.append((where.trend, QCoreApplication.translate("Manager", "Last 11 weeks"), False))
        for span, text, right in cells:
            rect = QRect(span.left, 0, span.width, self.height())
            if right:
                draw_text(painter, theme, rect, text, "note", "ink2", align=RIGHT)
            else:
                draw_text(painter, theme, rect, text, "note", "ink2")


class FewLine(QWidget):
    """The dashed line over the rows that are not ranked, and why they are not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(48 if theme.contrast else 40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        side = theme.px(8)
        text = QCoreApplication.translate("Manager", "Fewer than {least} ratings: not ranked")
        rect = self.rect().adjusted(side, 0, -side, 0)
        draw_text(painter, theme, rect, text.format(least=LEAST_RATINGS), "note", "wait-text")
        pen = QPen(theme.colour("edge"), theme.border)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(rect.left(), self.height() - 1, rect.right(), self.height() - 1)


class StarList(QWidget):
    """All rows under a fixed head; the rows scroll. ``opened`` tells whose ratings are asked for."""

    opened = Signal(object)  # Line

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[StarsRow] = []
        self._trend, self._stacked, self._people = True, False, False
        self._head = StarHead(theme)
        self._few = FewLine(theme)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._few)
        self._few.hide()
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._sheet)
        self._area.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._area, 1)

    @property
    def rows(self) -> tuple[StarsRow, ...]:
        """The rows in order."""
        return tuple(self._rows)

    def show_lines(self, lines: tuple[Line, ...], scale: tuple[Key, ...], *, people: bool) -> None:
        """Show these rows, ranked ones first. Rows are kept by their place, so focus and scroll stay."""
        self._people = people
        while len(self._rows) > len(lines):
            gone = self._rows.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        for index, line in enumerate(lines):
            if index < len(self._rows):
                self._rows[index].show_line(line, scale)
            else:
                self._rows.append(self._new_row(line, scale))
        ranked = sum(1 for line in lines if line.standing.ranked)
        self._column.removeWidget(self._few)
        for index, row in enumerate(self._rows):
            self._column.removeWidget(row)
            self._column.insertWidget(index, row)
        self._column.insertWidget(ranked, self._few)
        self._few.setVisible(ranked < len(lines))
        self._place()

    def _new_row(self, line: Line, scale: tuple[Key, ...]) -> StarsRow:
        row = StarsRow(self._theme, line, scale, self._sheet)
        row.clicked.connect(lambda: self.opened.emit(row.line))
        row.show()
        return row

    def set_form(self, *, trend: bool, stacked: bool) -> None:
        """Which columns there is room for."""
        self._trend, self._stacked = trend, stacked
        self._place()

    def _place(self) -> None:
        bar = self._theme.px(8)  # the scroll bar's place, kept free so that rows never change their width
        width = self.width() - bar - self._theme.px(16)
        where = columns(self._theme, width, trend=self._trend and not self._people, stacked=self._stacked)
        self._head.set_columns(where, people=self._people)
        self._head.setFixedWidth(self.width() - bar)
        self._few.setFixedWidth(self.width() - bar)
        for row in self._rows:
            row.setFixedWidth(self.width() - bar)
            row.set_columns(where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
