"""The right column: the latest bad ratings, each a way to the ratings of its window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from terminal.office.views import Key, RatingRow, StarsPage
from terminal.screens import dates
from terminal.screens.manager import words
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width
from terminal.screens.widgets.plate import draw_plate
from terminal.screens.widgets.pressable import PressableRow


class BadRow(PressableRow):
    """One bad rating, 80 high: window, key, item and day; ticket number and person below."""

    def __init__(self, theme: Theme, row: RatingRow, scale: tuple[Key, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(96 if theme.contrast else 80))
        self.show_row(row, scale)

    @property
    def row(self) -> RatingRow:
        """What it shows."""
        return self._row

    def show_row(self, row: RatingRow, scale: tuple[Key, ...]) -> None:
        """Show another rating."""
        self._row, self._scale = row, scale
        key = words.rating_label(row, scale)
        self.setAccessibleName(
            f"{words.window(row.counter)}: {key}, {row.title}, {row.number}, {dates.short_day(row.at)}"
        )
        self.setToolTip(row.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, row, painter = self._theme, self._row, QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("sunk" if self.isDown() else "tint"))
        side = theme.px(8)
        right = self.width() - side
        painter.fillRect(side, self.height() - theme.border, right - side, theme.border, theme.colour("line"))
        body, note = theme.type("body").line, theme.type("note").line
        top = (self.height() - body - theme.px(8) - note) // 2
        plate = theme.px(24)
        draw_plate(painter, theme, QRectF(side, top + (body - plate) / 2, plate, plate), row.counter)
        left = side + plate + theme.px(12)
        day = dates.short_day(row.at)
        day_width = text_width(day, theme.font("body"))
        draw_text(painter, theme, QRect(right - day_width, top, day_width, body), day, "body", "ink2", align=RIGHT)
        key = words.rating_label(row, self._scale)
        key_width = text_width(key, theme.font("body", True))
        draw_text(painter, theme, QRect(left, top, key_width, body), key, "body", "ink", bold=True)
        room = right - day_width - theme.px(12) - left - key_width - theme.px(12)
        draw_text(painter, theme, QRect(left + key_width + theme.px(12), top, room, body), row.title, "body", "ink2")
        below = QRect(left, top + body + theme.px(8), right - left, note)
        taken = draw_text(painter, theme, below, f"{row.number}  {row.at:%H:%M}", "note", "ink2")
        rest = below.adjusted(taken + theme.px(16), 0, 0, 0)
        draw_text(painter, theme, rest, row.staff_name, "note", "ink2", align=RIGHT)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(0, 0, 0, -theme.border)
            box(painter, ring, theme.radius, None, "focus", theme.focus, theme)


class WorstColumn(QWidget):
    """The period's latest bad ratings. ``opened`` tells the RatingRow chosen; ``all_asked`` that all bad ones are."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[BadRow] = []
        self._bad = 0
        self._title = ElidedLabel(theme, "", "large", bold=True, elastic=False)
        self._count = ElidedLabel(theme, "", "large", "trouble", bold=True, elastic=False)
        self._note = ElidedLabel(theme, "", "note", "ink2", align=RIGHT)
        self._empty = ElidedLabel(theme, "", "body", "ink2")
        self._all = KeyButton(theme, "")
        self._all.clicked.connect(self.all_asked)
        side = theme.px(24)
        head = QHBoxLayout()
        head.setContentsMargins(side, theme.px(24), side, theme.px(16))
        head.setSpacing(theme.px(8))
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addWidget(self._note, 1)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(side - theme.px(8), 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._sheet)
        area.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        foot = QVBoxLayout()
        foot.setContentsMargins(side, theme.px(12), side, theme.px(24))
        foot.addWidget(self._all)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(side, theme.px(16), side, 0)
        nothing.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        line = QVBoxLayout()
        line.setContentsMargins(side, 0, side, 0)
        line.addWidget(HLine(theme))
        layout.addLayout(line)
        layout.addWidget(self._nothing)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        self.retranslate()

    @property
    def rows(self) -> tuple[BadRow, ...]:
        """The rows, newest first."""
        return tuple(self._rows)

    def show_page(self, page: StarsPage) -> None:
        """Show a period's bad ratings."""
        while len(self._rows) > len(page.worst):
            gone = self._rows.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        for index, row in enumerate(page.worst):
            if index < len(self._rows):
                self._rows[index].show_row(row, page.scale)
                continue
            made = BadRow(self._theme, row, page.scale, self._sheet)
            made.clicked.connect(lambda _=False, made=made: self.opened.emit(made.row))
            self._rows.append(made)
            self._column.insertWidget(index, made)
        self._bad = page.bad
        self._place()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self._title.set_text(QCoreApplication.translate("Manager", "Bad ratings"))
        self._count.set_text(words.count(self._bad) if self._bad else "")
        self._note.set_text(QCoreApplication.translate("Manager", "Newest first") if self._bad else "")
        self._empty.set_text(QCoreApplication.translate("Manager", "No bad ratings in these days."))
        self._nothing.setHidden(bool(self._rows))
        if self._bad:
            text = QCoreApplication.translate("Manager", "All bad ratings: {count}").format(
                count=words.count(self._bad)
            )
        else:
            text = QCoreApplication.translate("Manager", "All ratings")
        self._all.set_face(text)
        for row in self._rows:
            row.update()

    def _place(self) -> None:
        """Rows keep their width; the scroll bar stands in the side."""
        for row in self._rows:
            row.setFixedWidth(self.width() - 2 * self._theme.px(24 - 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, theme.border, self.height(), theme.colour("line"))
