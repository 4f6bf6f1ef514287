"""Leave: who is away in the days shown, one more, and one that ends early."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.plan_views import LeaveView, PersonView
from terminal.screens import dates
from terminal.screens.planning.panel import Panel, ReasonField
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.date_field import DateField
from terminal.screens.widgets.ruled_list import ListRow


class LeavePanel(Panel):
    """``added`` tells staff, first day, last day and reason; ``ended`` the id of a leave."""

    added = Signal(str, object, object, str)
    ended = Signal(int)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._leaves: tuple[LeaveView, ...] = ()
        self._people: tuple[PersonView, ...] = ()
        self._staff = ""
        self.who = small(KeyButton(theme, "", icon="user"), theme)
        self.first, self.last = DateField(theme, today), DateField(theme, today)
        self.reason = ReasonField(theme)
        self.add = small(KeyButton(theme, "", kind="filled"), theme)
        self.end = small(KeyButton(theme, ""), theme)
        for field in (self.first, self.last):
            field.setMinimumWidth(theme.px(104))
        self.foot.addWidget(self.who)
        self.row(self.first, self.last)
        self.foot.addWidget(self.reason)
        self.row(self.add, self.end, stretch=True)
        self.who.clicked.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.end.clicked.connect(self._end)
        self.list.moved.connect(lambda _: self._enable())
        self.retranslate()

    def show_leaves(self, leaves: tuple[LeaveView, ...], people: tuple[PersonView, ...]) -> None:
        """Show the leave of the days in force, and offer these people for another."""
        self._leaves, self._people = leaves, people
        empty = QCoreApplication.translate("Planning", "Nobody is away in these days.")
        rows = [ListRow(leave.name, dates.span(leave.since, leave.until), leave.reason) for leave in leaves]
        self.list.show_rows(rows, empty)
        self._enable()

    def take(self, staff: str, day: date) -> None:
        """Fill in a person and a day, as the grid has them in hand."""
        self._staff = staff
        self.first.show_day(day)
        self.last.show_day(day)
        self._name()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.add.set_face(QCoreApplication.translate("Planning", "Enter the leave"))
        self.end.set_face(QCoreApplication.translate("Planning", "End it"))
        self.reason.setPlaceholderText(QCoreApplication.translate("Planning", "Reason, such as annual leave"))
        self.show_leaves(self._leaves, self._people)
        self._name()

    def _name(self) -> None:
        found = next((person.name for person in self._people if person.code == self._staff), "")
        self.who.set_face(found or QCoreApplication.translate("Planning", "Choose who is away"))
        self._enable()

    def _enable(self) -> None:
        self.add.setEnabled(bool(self._staff))
        self.end.setEnabled(0 <= self.list.current < len(self._leaves))

    def _choose(self) -> None:
        title = QCoreApplication.translate("Planning", "Who is away?")
        choices = [Choice(one.code, one.name, search=one.code) for one in self._people]
        chooser = Chooser(self._theme, title, choices, "", self)
        chooser.chosen.connect(self._chosen)
        chooser.open_at(self.who.mapToGlobal(QPoint(0, self.who.height())))

    def _chosen(self, staff: object) -> None:
        self._staff = str(staff)
        self._name()

    def _add(self) -> None:
        first, last = self.first.day, self.last.day
        if first is None or last is None or last < first:
            (self.first if first is None else self.last).setFocus()
            return
        self.added.emit(self._staff, first, last, self.reason.words)
        self.reason.clear()

    def _end(self) -> None:
        self.ended.emit(self._leaves[self.list.current].id)
