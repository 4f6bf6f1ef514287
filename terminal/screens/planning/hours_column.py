"""The right part of the page of hours: the hours in force as bars, then what is coming, special days, what is over."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from terminal.office.plan_views import HoursPlanView
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.hours_bars import HoursBars, bars_of, days_name
from terminal.screens.planning.hours_reading import HoursPicture
from terminal.screens.planning.week import alike, in_force, scale
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.ruled_list import ListRow, RuledList, Tone
from terminal.screens.widgets.text import heading
from terminal.screens.wording import joined

MOST_OVER: Final = 8  # plans that are over; the newest are of use


class HoursColumn(QWidget):
    """``withdrawn`` tells the id of a plan that is to be taken back."""

    withdrawn = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plans: tuple[HoursPlanView, ...] = ()
        self._bars: list[QWidget] = []
        self.list = RuledList(theme)
        self.withdraw = small(KeyButton(theme, "", kind="danger"), theme)
        self.withdraw.clicked.connect(self._withdraw)
        self.list.moved.connect(lambda _: self._enable())
        self._coming = heading(theme)
        sheet = QWidget()
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        self._column.setSpacing(theme.px(8))
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        area.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(12))
        head.addWidget(self._coming)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        foot.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 3)
        layout.addWidget(HLine(theme))
        layout.addLayout(head)
        layout.addWidget(HLine(theme))
        layout.addWidget(self.list, 2)
        layout.addLayout(foot)

    @property
    def shown(self) -> tuple[HoursBars, ...]:
        """The bars: the centre's, then those of each line that differs."""
        return tuple(widget for widget in self._bars if isinstance(widget, HoursBars))

    def show_hours(self, picture: HoursPicture) -> None:
        """Show the hours of today and every plan that is not today's."""
        self._show_bars(picture)
        week = [in_force(picture.plans, line, picture.today) for line in (None, *picture.fields)]
        now = {plan.id for plan in week if plan is not None}
        rest = [plan for plan in picture.plans if plan.id not in now]
        coming = [plan for plan in rest if plan.state != "over"]
        over = [plan for plan in rest if plan.state == "over"]
        self._plans = (
            *sorted(coming, key=lambda one: one.since),
            *sorted(over, key=lambda one: one.since)[-MOST_OVER:],
        )
        self._coming.set_text(QCoreApplication.translate("Planning", "Changes to come and special days"))
        empty = QCoreApplication.translate("Planning", "No change is coming, and no special days.")
        self.list.show_rows([self._row(plan, picture) for plan in self._plans], empty)
        self.withdraw.set_face(QCoreApplication.translate("Planning", "Take it back"))
        self._enable()

    def _show_bars(self, picture: HoursPicture) -> None:
        for widget in self._bars:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._bars = []
        plans = [(line, in_force(picture.plans, line, picture.today)) for line in (None, *picture.fields)]
        shown = [(line, plan) for line, plan in plans if plan is not None]
        span = scale(plan.days for _, plan in shown)
        for line, plan in shown:
            self._add(heading(self._theme, _whose(line, picture)))
            since = QCoreApplication.translate("Planning", "since {day}").format(day=dates.full_day(plan.since))
            if plan.since.year > 2000:
                self._add(ElidedLabel(self._theme, f"{since}  {plan.reason}".strip(), "note", "ink2"))
            bars = HoursBars(self._theme)
            bars.show_bars(bars_of(plan.days), span)
            self._add(bars)
        if not shown:
            text = QCoreApplication.translate(
                "Planning", "No hours are entered: the centre is taken to be always open."
            )
            self._add(ElidedLabel(self._theme, text, "body", "ink2"))

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(len(self._bars), widget)
        self._bars.append(widget)

    def _row(self, plan: HoursPlanView, picture: HoursPicture) -> ListRow:
        states = {
            "coming": QCoreApplication.translate("Planning", "coming"),
            "in_force": QCoreApplication.translate("Planning", "now"),
            "over": QCoreApplication.translate("Planning", "over"),
        }
        whose = _whose(plan.line, picture)
        if plan.until is not None:
            title = f"{dates.span(plan.since, plan.until)}  {plan.reason}"
            said = words.spans(tuple(plan.days.get("any", ())))
        else:
            title = QCoreApplication.translate("Planning", "From {day} on").format(day=dates.full_day(plan.since))
            said = _said(plan)
        tones: dict[str, Tone] = {"coming": "wait", "in_force": "plain", "over": "quiet"}
        return ListRow(title, states[plan.state], f"{whose}  {said}", tones[plan.state])

    def _enable(self) -> None:
        index = self.list.current
        self.withdraw.setVisible(bool(self._plans))
        self.withdraw.setEnabled(0 <= index < len(self._plans) and self._plans[index].state != "over")

    def _withdraw(self) -> None:
        self.withdrawn.emit(self._plans[self.list.current].id)


def _whose(line: str | None, picture: HoursPicture) -> str:
    if line is None:
        return QCoreApplication.translate("Planning", "Whole centre")
    return f"{line} {picture.fields.get(line, '')}".strip()


def _said(plan: HoursPlanView) -> str:
    if plan.follows_centre:
        return QCoreApplication.translate("Planning", "as the centre")
    parts = [f"{days_name(group.days)} {words.spans(group.spans)}" for group in alike(plan.days)]
    return joined(parts, "；")
