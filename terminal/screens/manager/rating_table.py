"""The ratings as a table: a model of rows, and the hand that paints them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from terminal.office.views import Key, RatingRow
from terminal.screens import dates
from terminal.screens.manager import keys, words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import box, draw_stars, draw_text
from terminal.screens.widgets.plate import draw_plate

Index = QModelIndex | QPersistentModelIndex


class _Column(NamedTuple):
    name: str
    title: object  # marked for translation, said by words.say
    width: int  # in the design's pixels; 0 takes what is left
    leaves_under: int  # width of the table under which the column leaves; 0: it stays


COLUMNS: Final = (
    _Column("at", QT_TRANSLATE_NOOP("Manager", "When"), 136, 0),
    _Column("counter", QT_TRANSLATE_NOOP("Manager", "Window"), 72, 0),
    _Column("key", QT_TRANSLATE_NOOP("Manager", "Rating"), 152, 0),
    _Column("score", QT_TRANSLATE_NOOP("Manager", "Stars"), 136, 1000),
    _Column("number", QT_TRANSLATE_NOOP("Manager", "Ticket"), 88, 0),
    _Column("title", QT_TRANSLATE_NOOP("Manager", "Item"), 0, 0),
    _Column("staff", QT_TRANSLATE_NOOP("Manager", "Staff"), 128, 640),
    _Column("source", QT_TRANSLATE_NOOP("Manager", "Source"), 96, 820),
)
_NAMES: Final = tuple(column.name for column in COLUMNS)


class RatingModel(QAbstractTableModel):
    """Ratings newest first. The display text of each cell is complete, for screen readers and for copying."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[RatingRow, ...] = ()
        self._scale: tuple[Key, ...] = ()

    def show_rows(self, rows: tuple[RatingRow, ...], scale: tuple[Key, ...]) -> None:
        """Show other ratings."""
        self.beginResetModel()
        self._rows, self._scale = rows, scale
        self.endResetModel()

    @property
    def scale(self) -> tuple[Key, ...]:
        """The scale in force."""
        return self._scale

    def row(self, index: int) -> RatingRow:
        """The rating of a row."""
        return self._rows[index]

    def find(self, handling: int) -> int:
        """The row of a handling, or −1."""
        return next((index for index, row in enumerate(self._rows) if row.handling == handling), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.say(COLUMNS[section].title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        row = self._rows[index.row()]
        texts = {
            "at": f"{dates.short_day(row.at)} {row.at:%H:%M}",
            "counter": str(row.counter),
            "key": words.rating_label(row, self._scale),
            "score": words.NONE if row.score is None else str(row.score),
            "number": row.number,
            "title": row.title,
            "staff": row.staff_name or row.staff or words.NONE,
            "source": words.source(row.source),
        }
        return texts[_NAMES[index.column()]]


class RatingDelegate(QStyledItemDelegate):
    """Paints a cell: a plate for the window, a colour beside the key, stars for the score, words for the rest."""

    def __init__(self, theme: Theme, model: RatingModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(64), self._theme.target(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._theme, self._model.row(index.row())
        rect: QRect = option.rect
        view = self.parent()
        assert isinstance(view, RatingTable)
        painter.save()
        chosen = index.row() == view.currentIndex().row()
        if chosen:
            painter.fillRect(rect, theme.colour("tint"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), theme.border, theme.colour("line"))
        cell = rect.adjusted(0, 0, -theme.px(12), 0)
        name = _NAMES[index.column()]
        if name == "counter":
            size = theme.px(24)
            draw_plate(painter, theme, QRectF(cell.left(), rect.center().y() - size / 2, size, size), row.counter)
        elif name == "key":
            self._paint_key(painter, cell, row)
        elif name == "score":
            self._paint_score(painter, cell, row)
        else:
            self._paint_words(painter, cell, name, str(index.data()), row)
        if chosen and view.hasFocus():
            self._paint_focus(painter, rect, first=index.column() == 0, last=index.column() == view.last_column())
        painter.restore()

    def _paint_key(self, painter: QPainter, cell: QRect, row: RatingRow) -> None:
        theme, size = self._theme, self._theme.px(12)
        swatch = QRectF(cell.left(), cell.center().y() - size / 2, size, size)
        if row.key is None:
            pen = QPen(theme.colour("edge"), theme.border, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            box(painter, swatch, theme.px(2), keys.colours(self._model.scale).get(row.key, keys.OTHER), None, 0, theme)
        words_at = cell.adjusted(size + theme.px(8), 0, 0, 0)
        token: Token = "ink3" if row.key is None else "trouble" if row.bad else "ink"
        label = words.rating_label(row, self._model.scale)
        draw_text(painter, theme, words_at, label, "body", token, bold=row.bad)

    def _paint_score(self, painter: QPainter, cell: QRect, row: RatingRow) -> None:
        if row.score is None:
            draw_text(painter, self._theme, cell, words.NONE, "body", "ink3")
            return
        size = self._theme.px(16)
        draw_stars(
            painter, self._theme, QRectF(cell).topLeft() + QPoint(0, (cell.height() - size) // 2), size, row.score
        )

    def _paint_words(self, painter: QPainter, cell: QRect, name: str, text: str, row: RatingRow) -> None:
        quiet = row.key is None or name in ("at", "source", "staff")
        draw_text(painter, self._theme, cell, text, "body", "ink2" if quiet else "ink", bold=name == "number")

    def _paint_focus(self, painter: QPainter, rect: QRect, *, first: bool, last: bool) -> None:
        colour, width = self._theme.colour("focus"), self._theme.focus
        painter.fillRect(rect.left(), rect.top(), rect.width(), width, colour)
        painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, colour)
        if first:
            painter.fillRect(rect.left(), rect.top(), width, rect.height(), colour)
        if last:
            painter.fillRect(rect.right() + 1 - width, rect.top(), width, rect.height(), colour)


class RatingTable(QTableView):
    """The table: whole rows, its columns leaving one by one where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model_of_rows = RatingModel(self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(RatingDelegate(theme, self.model_of_rows, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.target(40))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setFixedHeight(theme.px(44 if theme.contrast else 32))
        self.setStyleSheet(
            f"QTableView {{ background: transparent; }}"
            f"QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: transparent; color: {theme.hex('ink2')}; border: none; padding: 0;"
            f" border-top: {theme.border}px solid {theme.hex('line')};"
            f" border-bottom: {theme.border}px solid {theme.hex('line')}; font-size: {theme.type('note').px}px; }}"
        )

    def last_column(self) -> int:
        """The rightmost column shown."""
        return max(index for index in range(len(COLUMNS)) if not self.isColumnHidden(index))

    def choose(self, handling: int) -> None:
        """Go to the rating of a handling, if it is in the table."""
        row = self.model_of_rows.find(handling)
        if row >= 0:
            self.setCurrentIndex(self.model_of_rows.index(row, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def chosen(self) -> int | None:
        """The handling of the current row."""
        index = self.currentIndex()
        return self.model_of_rows.row(index.row()).handling if index.isValid() else None

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        wide = 1.3 if self._theme.contrast else 1.0
        room = self.viewport().width()
        widths = [self._theme.px(column.width * wide) for column in COLUMNS]
        for index, column in enumerate(COLUMNS):
            self.setColumnHidden(index, room < self._theme.px(column.leaves_under * wide))
        taken = sum(width for index, width in enumerate(widths) if not self.isColumnHidden(index))
        for index, column in enumerate(COLUMNS):
            self.setColumnWidth(index, widths[index] if column.width else max(self._theme.px(80), room - taken))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_of_rows.rowCount():
            self.setCurrentIndex(self.model_of_rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
