"""The days chosen by hand: a button that shows them, and a small sheet to change them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QGridLayout, QToolButton, QVBoxLayout, QWidget

from terminal.screens import tokens
from terminal.screens.manager import words
from terminal.screens.manager.period import Period, custom
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, Paragraph
from terminal.screens.widgets.date_field import DateField
from terminal.screens.widgets.painting import CENTRE, draw_text, text_width
from terminal.screens.widgets.popup import Popup


class RangeButton(KeyButton):
    """Shows the days in force; a press opens the sheet under it. ``chosen`` tells the Period picked there."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setFixedHeight(theme.target(tokens.TARGET))
        self._sheet: RangeSheet | None = None
        self.clicked.connect(self.open_sheet)
        self.show_period(period)

    def show_period(self, period: Period) -> None:
        """Show other days."""
        self._period = period
        self.setText(words.days(period))
        self.setAccessibleName(words.days(period))
        self.updateGeometry()
        self.update()

    def open_sheet(self) -> None:
        """Open the sheet with the days in force."""
        sheet = RangeSheet(self._theme, self._period, self)
        sheet.chosen.connect(self.chosen)
        self._sheet = sheet
        sheet.open_at(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(4))))

    @property
    def period(self) -> Period:
        """The days in force."""
        return self._period

    @property
    def sheet(self) -> RangeSheet | None:
        """The sheet last opened."""
        return self._sheet

    def _content_width(self) -> int:
        icons = 2 * self._theme.px(16) + 2 * self._theme.px(8)
        return text_width(self.text(), self._theme.font("body")) + icons

    def _paint_content(self, painter: QPainter, _face: object) -> None:
        theme, size = self._theme, self._theme.px(16)
        x = (self.width() - self._content_width()) // 2
        y = (self.height() - size) // 2
        dpr = self.devicePixelRatioF()
        painter.drawPixmap(QPoint(x, y), theme.icon("calendar", 16, "ink2", dpr))
        rect = self.rect().adjusted(x + size + theme.px(8), 0, -x - size - theme.px(8), 0)
        draw_text(painter, theme, rect, self.text(), "body", "ink", align=CENTRE)
        painter.drawPixmap(QPoint(self.width() - x - size, y), theme.icon("chevron-down", 16, "ink2", dpr))


class RangeSheet(Popup):
    """Two days, typed or picked from the month of the one being edited. Enter shows them, Escape leaves."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, period: Period, parent: QWidget) -> None:
        super().__init__(theme, parent)
        translate = QCoreApplication.translate
        self.first = DateField(theme, period.since)
        self.last = DateField(theme, period.until)
        self._editing = self.first
        self._month = _calendar(theme)
        self._month.clicked.connect(self._picked)
        self._month.activated.connect(self._picked)
        show = KeyButton(theme, translate("Manager", "Show these days"), kind="filled")
        show.clicked.connect(self._accept)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        grid.addWidget(Paragraph(theme, translate("Manager", "From"), "note", "ink2"), 0, 0)
        grid.addWidget(Paragraph(theme, translate("Manager", "To"), "note", "ink2"), 0, 1)
        grid.addWidget(self.first, 1, 0)
        grid.addWidget(self.last, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * [theme.px(16)]))
        layout.setSpacing(theme.px(12))
        layout.addLayout(grid)
        layout.addWidget(self._month)
        layout.addWidget(show)
        for field in (self.first, self.last):
            field.installEventFilter(self)
            field.accepted.connect(self._accept)
            field.edited.connect(self._follow)
        self._follow()

    def open_at(self, point: QPoint) -> None:
        self.adjustSize()
        super().open_at(point)

    def take_focus(self) -> None:
        self.first.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, DateField):
            self._editing = watched
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        day = self._editing.day
        if day is not None:
            self._month.setSelectedDate(QDate(day.year, day.month, day.day))

    def _picked(self, picked: QDate) -> None:
        self._editing.show_day(date(picked.year(), picked.month(), picked.day()))
        if self._editing is self.first:
            self.last.setFocus()

    def _accept(self) -> None:
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            (self.first if first is None else self.last).setFocus()
            return
        self.chosen.emit(custom(first, last))
        self.close()


def _calendar(theme: Theme) -> QCalendarWidget:
    month = QCalendarWidget()
    month.setLocale(QLocale())
    month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    month.setFont(theme.font("body"))
    head = QTextCharFormat()
    head.setForeground(theme.colour("ink3"))
    month.setHeaderTextFormat(head)
    plain = QTextCharFormat()
    plain.setForeground(theme.colour("ink"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(weekday, plain)
    month.setStyleSheet(_month_style(theme))
    for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = month.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(theme.icon(icon, 16, "ink", month.devicePixelRatioF()))
    return month


def _month_style(theme: Theme) -> str:
    """Qt's own calendar in the theme's colours: it has no other way in."""
    return (
        f"QCalendarWidget QWidget {{ background: {theme.hex('surface')}; color: {theme.hex('ink')}; }}"
        f"QCalendarWidget QToolButton {{ border: none; padding: 4px 8px; font-weight: 700; }}"
        f"QCalendarWidget QToolButton:hover {{ background: {theme.hex('tint')}; }}"
        f"QCalendarWidget QToolButton::menu-indicator {{ image: none; }}"
        f"QCalendarWidget QAbstractItemView {{ outline: none; selection-background-color: {theme.hex('primary')};"
        f" selection-color: {theme.hex('on-primary')}; }}"
        f"QCalendarWidget QAbstractItemView:disabled {{ color: {theme.hex('off')}; }}"
    )
