"""Top bar: the window's plate, the centre, who sits here, whether the database answers, the time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.office.plan_views import Opening
from terminal.screens import dates
from terminal.screens.counter import words
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.widgets import Badge, ElidedLabel, KeyButton, Lamp, VLine
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width


class CounterPlate(QWidget):
    """窗口 3 on ``primary``, as wide as the queue; the mark at its right."""

    def __init__(self, theme: Theme, counter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._counter = theme, counter
        self.setAccessibleName(f"{self.tr('Window')} {counter}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("primary"))
        side = theme.px(16)
        inner = self.rect().adjusted(side, 0, -side, 0)
        base = theme.px(2)
        left = draw_text(painter, theme, inner.adjusted(0, base, 0, base), self.tr("Window"), "large", "on-primary")
        number = QRect(inner.left() + left + theme.px(8), 0, inner.width() - left, self.height())
        draw_text(painter, theme, number, str(self._counter), "figure", "on-primary")
        if self.width() < theme.px(240):
            return
        mark = self.tr("OneWindow")
        draw_text(painter, theme, inner, mark, "body", "on-primary", bold=True, align=RIGHT)
        size = theme.px(20)
        at = QPoint(inner.right() - text_width(mark, theme.font("body", True)) - size - theme.px(8), 0)
        at.setY((self.height() - size) // 2)
        painter.drawPixmap(at, theme.icon("mark", 20, "on-primary", self.devicePixelRatioF()))


class TopBar(QWidget):
    """48 high over the full width."""

    sit = Signal()  # somebody wants to sign in or out

    def __init__(self, theme: Theme, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work = theme, work
        self.setFixedHeight(theme.target(48))
        self.plate = CounterPlate(theme, work.counter)
        self._centre = ElidedLabel(theme, "", "body", "ink2")
        self._person = KeyButton(theme, "", "Ctrl+L", kind="link", icon="user")
        self._person.clicked.connect(self.sit)
        self._hours = Badge(theme, height=24)
        self._lamp = Lamp(theme, "unknown")
        self._connection = ElidedLabel(theme, self.tr("Connecting"), "body", "ink2", elastic=False)
        self._date = ElidedLabel(theme, "", "body", "ink2", elastic=False)
        self._clock = ElidedLabel(theme, "", "title", elastic=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(24), theme.border)
        row.setSpacing(0)
        row.addWidget(self.plate)
        row.addSpacing(theme.px(24))
        row.addWidget(self._centre, 1)
        for widget, gap in (
            (self._hours, 8),
            (self._person, 8),
            (VLine(theme, length=16), 16),
            (self._lamp, 8),
            (self._connection, 16),
            (VLine(theme, length=16), 16),
            (self._date, 16),
            (self._clock, 0),
        ):
            row.addWidget(widget)
            row.addSpacing(theme.px(gap))

    def render_work(self) -> None:
        """Show the work's last picture."""
        view, work = self._work.view, self._work
        if view is not None:
            self._centre.set_text(view.centre_name)
            self._person.set_face((view.staff_name or view.staff) if view.staff else self.tr("Nobody signed in"))
            self._show_hours(view.opening)
        if not work.reachable:
            self._lamp.set_state("trouble", work.away_reason)
            self._connection.set_text(self.tr("Not connected"), "trouble")
        elif view is not None:
            self._lamp.set_state("up", self.tr("The database answers."))
            self._connection.set_text(self.tr("Connected"), "ink2")
        self.tick()

    def _show_hours(self, opening: Opening) -> None:
        """Only what is out of the ordinary: extended hours, and that the hall is closed."""
        text = ""
        if opening.kind == "extended" and opening.until is not None:
            text = self.tr("Extended hours until {time}").format(time=words.clock(opening.until))
        elif opening.kind is None:
            text = self.tr("Outside hours")
        if text != self._hours.text:
            self._hours.set_badge(text)

    def tick(self) -> None:
        """A second has passed."""
        now = self._work.now()
        self._date.set_text(dates.long_day(now))
        self._clock.set_text(words.clock(now))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
