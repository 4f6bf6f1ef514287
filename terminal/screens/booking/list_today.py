"""A day's appointments: who is there, who is not, checked in at the counter, moved, cancelled."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView
from terminal.screens import dates
from terminal.screens.booking import list_words, words
from terminal.screens.booking.list_bookings import BookingsPane, item_facts, time_fact
from terminal.screens.booking.list_side import Shown, Verb
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import BadgeKind, ElidedLabel, KeyButton, SearchBox
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.facts import Fact
from terminal.screens.widgets.strip import Strip, steppers
from terminal.screens.widgets.wide_list import Cell, WideRow

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

_ENTERED = ("held", "lapsed")  # being entered, or given up: nobody's appointment
_BADGES: Final[dict[Token, BadgeKind]] = {"ok-text": "ok", "trouble": "trouble", "wait-text": "wait"}


class DayTools(Strip):
    """The day with its arrows, and the search. ``stepped`` tells −1 or 1, or 0 for today."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.back, self.on = steppers(theme)
        self.day = ElidedLabel(theme, "", "body", bold=True, elastic=False)
        self.today = small(KeyButton(theme, "", kind="link"), theme)
        self.search = SearchBox(theme)
        self.search.setMinimumWidth(theme.px(160))
        self.search.setMaximumWidth(theme.px(360))
        self.key = small(KeyButton(theme, "", "F3", kind="link"), theme)
        self.put(self.back, self.day, self.on, self.today)
        self.row.addStretch(1)
        self.row.addWidget(self.search, 2)
        self.row.addWidget(self.key)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(lambda: self.stepped.emit(0))
        self.key.clicked.connect(self.search.setFocus)

    def show_day(self, day: date | None, today: date | None) -> None:
        """Another day."""
        self.day.set_text(dates.long_day(day) if day is not None else "")
        self.today.setHidden(day == today)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        translate = QCoreApplication.translate
        self.back.setAccessibleName(translate("Booking", "The day before"))
        self.on.setAccessibleName(translate("Booking", "The day after"))
        self.today.set_face(translate("Booking", "Today"))
        self.search.setPlaceholderText(translate("Booking", "Code, name or telephone"))


class TodayPane(BookingsPane):
    """The day's appointments; Left and Right go to the days around it."""

    name = "today"
    verbs = (Verb("check in", "F5", "filled"), Verb("move", "F6"), Verb("cancel", "F7", "danger"))

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        self.today = desk.now().date()
        self.day: date | None = None  # None: today, also after midnight
        self._wanted = 0  # an appointment to take in hand once its day was read
        self.tools = DayTools(theme)
        super().__init__(desk, theme, parent)
        self.put_tools(self.tools)
        self.tools.stepped.connect(self.step)
        self.list.sideways.connect(self.step)
        self.list.typed.connect(self._type)
        search = self.tools.search
        search.searched.connect(lambda _: self.show_entries())
        search.stepped.connect(lambda by: self.list.choose(self.list.current + by))
        search.accepted.connect(self._find)
        search.left.connect(self.focus)

    # The day.

    @property
    def shown_day(self) -> date:
        """The day on show."""
        return self.day or self.today

    def step(self, by: int) -> None:
        """Days on and back; 0: today."""
        day = self.shown_day + timedelta(days=by) if by else self.today
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Another day's appointments."""
        self.day = None if day == self.today else day
        self.close_form()
        self.refresh()

    def read(self, office: Office) -> tuple[BookingView, ...]:
        day = self.day or office.room.day(office.room.now())
        return tuple(one for one in office.appointments.list(day, day) if one.state not in _ENTERED)

    def show_entries(self) -> None:
        self.today = self.desk.now().date()
        self.tools.show_day(self.shown_day, self.today)
        super().show_entries()
        if self._wanted and self.go_to(self._wanted):
            self._wanted = 0

    # Searching.

    def matching(self, entries: Sequence[BookingView]) -> tuple[BookingView, ...]:
        text = "".join(self.tools.search.text().split()).casefold()
        return tuple(one for one in entries if text in one.code.casefold() or text in one.name.casefold()
                     or text in one.phone)  # fmt: skip

    def step_back(self) -> bool:
        if super().step_back():
            return True
        searching = bool(self.tools.search.text())
        if searching:
            self.tools.search.clear()
            self.focus()
        return searching

    def _type(self, text: str) -> None:
        self.tools.search.setFocus()
        self.tools.search.insert(text)

    def _find(self) -> None:
        """Enter in the search: the row that is found; a code of another day goes there."""
        code = self.tools.search.text().strip()
        if not code:
            self.focus()
        elif self.shown:
            self.tools.search.clear()
            self.focus()
        else:
            self.desk.read("find", lambda office: office.appointments.find(code), self._found)

    def _found(self, one: BookingView) -> None:
        self._wanted = one.id
        self.tools.search.clear()
        self.show_day(one.day)
        self.focus()

    # Showing.

    def row(self, entry: BookingView) -> WideRow:
        state, token = list_words.state(entry, self.today)
        told, told_token = list_words.delivery(entry.told)
        if entry.state == "booked" and entry.day == self.today and entry.start < self.desk.now():
            token = "wait-text"
        gone = entry.state in ("cancelled", "missed")
        urgent = QCoreApplication.translate("Booking", "urgent") if entry.urgent else ""
        return WideRow(
            Cell(f"{entry.start:%H:%M}", words.minutes(_minutes(entry)), "ink3" if gone else "ink"),
            Cell(entry.name, words.items(entry), "ink3" if gone else "ink"),
            Cell(list_words.spaced(entry.phone), words.channel(entry.channel)),
            Cell(state, told, token, told_token),
            urgent,
        )

    def about(self, entry: BookingView) -> Shown:
        translate = QCoreApplication.translate
        state, token = list_words.state(entry, self.today)
        told, told_token = list_words.delivery(entry.told)
        window = (
            translate("Booking", "Window {number}, {staff}").format(number=entry.counter, staff=entry.staff_name)
            if entry.urgent
            else ""
        )
        facts = (
            Fact(translate("Booking", "Code"), entry.code),
            time_fact(entry),
            *item_facts(entry),
            Fact(translate("Booking", "Phone"), list_words.spaced(entry.phone)),
            Fact(translate("Booking", "ID number"), entry.masked_number),
            Fact(translate("Booking", "Channel"), words.channel(entry.channel)),
            Fact(translate("Booking", "Message"), told, told_token),
            Fact(translate("Booking", "Served at"), window),
        )
        heading = translate("Booking", "Reason for cancelling") if entry.state == "cancelled" else translate(
            "Booking", "Reason of the urgency")  # fmt: skip
        return Shown(
            entry.name, facts, "" if entry.ticket else state, _BADGES.get(token, "outline"), entry.ticket or "",
            heading, entry.reason,
        )  # fmt: skip

    def allowed(self, entry: BookingView) -> Collection[str]:
        if entry.state != "booked":
            return ()
        ahead = entry.start > self.desk.now()
        found = ["check in"] if entry.day <= self.today else []
        if ahead and not entry.urgent:
            found.append("move")
        return (*found, "cancel")

    def empty(self) -> str:
        if self.entries:
            return QCoreApplication.translate(
                "Booking", "Nobody of this day is found by it. Enter looks for the code on every day."
            )
        if self.day is None:
            return QCoreApplication.translate("Booking", "Nobody is booked for today.")
        return QCoreApplication.translate("Booking", "Nobody is booked for this day.")

    def faces(self) -> dict[str, str]:
        self.tools.retranslate()
        return {"check in": QCoreApplication.translate("Booking", "Check in"), **super().faces()}

    # Doing.

    def do(self, verb: str, entry: BookingView) -> None:
        if verb == "check in":
            self._check_in(entry)
        else:
            super().do(verb, entry)

    def _check_in(self, entry: BookingView) -> None:
        text = QCoreApplication.translate("Booking", "{name} is checked in with number {ticket}.")
        self.act(
            lambda office: office.appointments.check_in(entry.id, source="counter").number,
            lambda number: text.format(name=entry.name, ticket=number),
        )


def _minutes(entry: BookingView) -> int:
    return int((entry.end - entry.start).total_seconds() // 60)
