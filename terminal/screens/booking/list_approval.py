"""Approving an urgent request: when, who will be there, and at which window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import RequestView
from terminal.rules.hours import clock_of
from terminal.screens.booking.list_moment import MomentField
from terminal.screens.theme import Theme
from terminal.screens.widgets import Paragraph
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.needed import mark_fault
from terminal.screens.widgets.side_form import Form, Pick

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office
    from terminal.office.views import ItemView


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may be called in. ``counter`` and ``times`` of a duty on that day, if there is one."""

    code: str
    name: str
    lines: str  # trained for; none: for all
    counter: int | None
    times: str
    away: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What approving is decided on: the people of a day, the windows with the lines they serve, the items."""

    day: date
    people: tuple[Colleague, ...]
    counters: tuple[tuple[int, str], ...]
    items: tuple[ItemView, ...]


def read_ground(office: Office, day: date) -> Ground:
    """On a worker. People on duty that day come first. Raises DatabaseFault."""
    duties = {one.duty.staff: one.duty for one in office.duty.on(day) if one.duty.absent is None}
    away = {leave.staff for leave in office.duty.leaves(day, day)}
    people = [
        Colleague(
            one.code, one.name, one.lines,
            duties[one.code].counter if one.code in duties else None,
            f"{clock_of(duties[one.code].opens)}–{clock_of(duties[one.code].closes)}" if one.code in duties else "",
            one.code in away,
        )
        for one in office.roster.people()
    ]  # fmt: skip
    people.sort(key=lambda one: (one.away, one.counter is None, one.code))
    counters = tuple((one.number, one.lines) for one in office.catalogue.export().counters)
    return Ground(day, tuple(people), counters, office.catalogue.items())


class Approval(NamedTuple):
    """What was chosen; ``start`` on the centre's wall clock."""

    start: datetime
    staff: str
    counter: int
    item: str | None


class ApprovalForm(Form):
    """``approved`` tells an Approval; ``day_asked`` the day whose people are wanted. Nothing is asked twice."""

    approved = Signal(object)
    day_asked = Signal(object)

    def __init__(self, theme: Theme, request: RequestView, today: date) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            theme, translate("Booking", "Approve the urgent request"), translate("Booking", "Approve and call in")
        )  # fmt: skip
        self._request = request
        self._ground: Ground | None = None
        self._staff = ""
        self._counter = 0
        self._item = request.item
        self._day: date | None = None
        self.start_field = MomentField(theme, today)
        self.item, self.who, self.where = Pick(theme), Pick(theme), Pick(theme)
        text = translate("Booking", "{name}: {reason}").format(name=request.name, reason=request.reason)
        self.body.addWidget(Paragraph(theme, text, "body", "ink2"))
        self.labelled(translate("Booking", "Beginning"), self.start_field)
        if request.item is None:
            self.labelled(translate("Booking", "Item"), self.item)
        self.labelled(translate("Booking", "Who will be there"), self.who)
        self.labelled(translate("Booking", "Window"), self.where)
        self.who.clicked.connect(self._choose_person)
        self.where.clicked.connect(self._choose_window)
        self.item.clicked.connect(self._choose_item)
        if request.wanted_at is not None:
            self.start_field.show_moment(request.wanted_at)
        self.start_field.edited.connect(self._ask_day)
        self._name()

    def start(self) -> None:
        self._ask_day()
        (self.who if self._request.wanted_at is not None else self.start_field).setFocus()

    def show_ground(self, ground: Ground) -> None:
        """The people of the day are known."""
        self._ground = ground
        self._name()

    @property
    def ready(self) -> bool:
        """Whether people and windows are known."""
        return self._ground is not None

    def _ask_day(self) -> None:
        moment = self.start_field.moment
        day = moment.date() if moment is not None else None
        if day is not None and day != self._day:
            self._day = day
            self.day_asked.emit(day)

    def _line(self) -> str:
        items = self._ground.items if self._ground is not None else ()
        return next((one.line for one in items if one.code == self._item), "")

    # Choosing.

    def _choose_person(self) -> None:
        translate, line = QCoreApplication.translate, self._line()
        if self._ground is None:
            return
        choices = []
        for one in self._ground.people:
            on_duty = translate("Booking", "on duty {times}").format(times=one.times) if one.times else ""
            against = (
                translate("Booking", "on leave") if one.away
                else translate("Booking", "not trained for it") if line and one.lines and line not in one.lines
                else ""
            )  # fmt: skip
            choices.append(Choice(one.code, one.name, against, on_duty, bool(against), one.code))
        choices.sort(key=lambda choice: choice.warns)
        self._open(self.who, translate("Booking", "Who will be there?"), choices, self.take_person)

    def _choose_window(self) -> None:
        if self._ground is None:
            return
        translate, line = QCoreApplication.translate, self._line()
        other = translate("Booking", "does not serve it")
        serving = {number: not line or line in lines for number, lines in self._ground.counters}
        choices = [
            Choice(number, _window(number), "" if serves else other, warns=not serves)
            for number, serves in serving.items()
        ]
        choices.sort(key=lambda choice: choice.warns)
        self._open(self.where, translate("Booking", "At which window?"), choices, self.take_window)

    def _choose_item(self) -> None:
        if self._ground is not None:
            title = QCoreApplication.translate("Booking", "Which item?")
            self._open(self.item, title, item_choices(self._ground.items), self.take_item)

    def _open(self, under: QWidget, title: str, choices: Sequence[Choice], chosen: Callable[[object], None]) -> Chooser:
        chooser = Chooser(self._theme, title, choices, "", self)
        chooser.chosen.connect(chosen)
        chooser.open_at(under.mapToGlobal(QPoint(0, under.height())))
        return chooser

    def take_person(self, code: object) -> None:
        """Who will be there; the window of that person's duty, or the first that serves the item, is proposed."""
        self._staff = str(code)
        ground, line = self._ground, self._line()
        if ground is not None and not self._counter:
            duty = next((one.counter for one in ground.people if one.code == self._staff), None)
            serving = [number for number, lines in ground.counters if not line or line in lines]
            self._counter = duty if duty in serving and duty else next(iter(serving), 0)
        self._name()
        self.where.setFocus()

    def take_window(self, number: object) -> None:
        """At which window."""
        self._counter = int(str(number))
        self._name()
        self.confirm.setFocus()

    def take_item(self, code: object) -> None:
        """For what, where the request does not say."""
        self._item = str(code)
        self._name()
        self.who.setFocus()

    def _name(self) -> None:
        translate, ground = QCoreApplication.translate, self._ground
        people = {one.code: one.name for one in ground.people} if ground is not None else {}
        titles = {one.code: one.name for one in ground.items} if ground is not None else {}
        self.who.set_face(people.get(self._staff) or translate("Booking", "Choose somebody"))
        self.where.set_face(_window(self._counter) if self._counter else translate("Booking", "Choose a window"))
        self.item.set_face(titles.get(self._item or "") or translate("Booking", "Choose an item"))
        for button in (self.who, self.where, self.item):
            button.setEnabled(ground is not None)

    def submit(self) -> None:
        moment = self.start_field.moment
        if moment is None:
            mark_fault(self.start_field, True)
            self.start_field.setFocus()
        elif self._item is None:
            self.item.setFocus()
        elif not self._staff:
            self.who.setFocus()
        elif not self._counter:
            self.where.setFocus()
        else:
            self.approved.emit(Approval(moment, self._staff, self._counter, self._item))


def item_choices(items: Sequence[ItemView]) -> list[Choice]:
    """Items to choose from, found by name, short name, code and initials."""
    return [Choice(one.code, one.name, one.code, search=f"{one.code} {one.short} {one.initials}") for one in items]


def _window(number: int) -> str:
    return QCoreApplication.translate("Booking", "Window {number}").format(number=number)
