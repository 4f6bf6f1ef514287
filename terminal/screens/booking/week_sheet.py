"""The centre sheet: the week's name and its keys, heads and grid, or why there is nothing to show."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from terminal.screens import dates
from terminal.screens.booking.draft import WEEK, Draft
from terminal.screens.booking.week import make_week
from terminal.screens.booking.week_grid import WeekGrid
from terminal.screens.booking.week_heads import WeekHeads
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel, KeyButton, Paragraph
from terminal.screens.widgets.buttons import Fit
from terminal.screens.widgets.painting import box, draw_text

ONE_DAY = timedelta(days=1)
BUSY_MS = 400  # nobody is told to wait for less


class Legend(QWidget):
    """What fills and figures mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(32) if not theme.contrast else theme.type("note").line + theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
        left = 0
        size = theme.px(12)
        top = (self.height() - size) // 2
        entries: tuple[tuple[Token, str], ...] = (
            ("surface", self.tr("number: still free")),
            ("tint", self.tr("extended hours")),
            ("sunk", self.tr("full")),
        )
        for fill, label in entries:
            box(painter, QRectF(left, top, size, size), theme.px(2), fill, "edge", theme.border, theme)
            room = QRect(left + size + theme.px(6), 0, self.width() - left, self.height())
            left = room.left() + draw_text(painter, theme, room, label, "note", "ink2") + theme.px(24)


class WeekSheet(QWidget):
    """PageUp and PageDown turn the weeks, Home goes to this one."""

    taken = Signal()  # a slot was chosen

    def __init__(self, theme: Theme, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft = theme, draft
        self._busy = QTimer(self, singleShot=True, interval=BUSY_MS)
        self._busy.timeout.connect(self._say_busy)
        self.title = ElidedLabel(theme, "", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._note = ElidedLabel(theme, "", "body", "ink2")
        self._note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.before = KeyButton(theme, self.tr("Before"), "PgUp")
        self.this = KeyButton(theme, self.tr("This week"), "Home")
        self.after = KeyButton(theme, self.tr("After"), "PgDown")
        self.heads = WeekHeads(theme)
        self.grid = WeekGrid(theme)
        self._word = ElidedLabel(theme, "", "figure")
        self._advice = Paragraph(theme, token="ink2")
        self._build()
        self.before.clicked.connect(lambda: draft.step_week(-1))
        self.this.clicked.connect(lambda: draft.step_week(0))
        self.after.clicked.connect(lambda: draft.step_week(1))
        self.grid.edge.connect(draft.step_week)
        self.grid.chosen.connect(self._choose)
        draft.slots_changed.connect(self.show_draft)

    def _build(self) -> None:
        theme = self._theme
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        bar.setSpacing(theme.px(8))
        bar.addWidget(self.title, 0)
        bar.addWidget(self._note)
        bar.addStretch(1)
        for button in (self.before, self.this, self.after):
            bar.addWidget(button)
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.grid, 1)
        column.addWidget(Legend(theme))
        nothing = QWidget()
        words_ = QVBoxLayout(nothing)
        words_.setContentsMargins(theme.px(24), theme.px(48), theme.px(24), 0)
        words_.setSpacing(theme.px(8))
        words_.addWidget(self._word)
        words_.addWidget(self._advice)
        words_.addStretch(1)
        self._stack = QStackedWidget()  # a bare layout would show its first widget as a window
        self._stack.addWidget(table)
        self._stack.addWidget(nothing)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(bar)
        page.addWidget(self._stack, 1)

    def show_draft(self) -> None:
        """Show the draft as it stands."""
        draft = self._draft
        if draft.monday is not None:
            self.title.set_text(dates.span_of_year(draft.monday, draft.monday + WEEK - ONE_DAY))
            self._fit()
        first = draft.monday is not None and draft.today is not None and draft.monday <= draft.today
        self.before.setEnabled(not first)
        self.this.setEnabled(not first)
        if draft.days:
            self._busy.stop()
            before = (draft.moving.start, draft.moving.end) if draft.moving is not None else None
            self.grid.show_week(make_week(draft.days), draft.start, before)
            self.heads.set_days(draft.days, draft.today)
            free = sum(slot.free > 0 for day in draft.days for slot in day.slots)
            self._note.set_text(self.tr("{n} times free").format(n=free) if free else self.tr("nothing free"))
            self._fit()
            self._stack.setCurrentIndex(0)
        elif draft.reading:
            if not self._busy.isActive():
                self._busy.start()
        else:
            self._busy.stop()
            self._say_nothing()

    def _say_busy(self) -> None:
        if self._draft.reading and not self._draft.days:
            self._say(self.tr("Reading the slots…"), "")

    def _say_nothing(self) -> None:
        if self._draft.codes:
            self._say(self.tr("The slots could not be read"), self.tr("They are read again by themselves."))
        else:
            self._say(
                self.tr("Choose an item first"),
                self.tr("Type a few letters of it at the left; then the week shows when it can be served."),
            )

    def _say(self, word: str, advice: str) -> None:
        self._note.set_text("")
        self._word.set_text(word)
        self._advice.setText(advice)
        self._stack.setCurrentIndex(1)

    def set_greyed(self, greyed: bool) -> None:
        """The database is away: what is shown is old."""
        self.grid.set_greyed(greyed)

    def focus_grid(self) -> None:
        """The arrows move in the week now."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, slot: object) -> None:
        self._draft.choose(slot)  # type: ignore[arg-type]
        if self._draft.start is not None:
            self.taken.emit()

    def _fit(self) -> None:
        """Where the week's name and its keys do not fit side by side, margins go from the keys, then their words."""
        buttons = (self.before, self.this, self.after)
        gap = self._theme.px(8)
        room = self.width() - self.title.sizeHint().width() - 2 * self._theme.px(24) - 6 * gap
        fits: tuple[Fit, ...] = ("full", "tight", "bare")
        taken = 0
        for fit in fits:
            for button in buttons:
                button.set_fit(fit)
            taken = sum(button.sizeHint().width() for button in buttons)
            if taken <= room:
                break
        self._note.setVisible(bool(self._note.text) and taken + gap + self._note.sizeHint().width() <= room)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(480), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
