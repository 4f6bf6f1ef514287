"""A centre with twelve people and a quarter's roster, and an office that answers from it without a database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.errors import Trouble
from terminal.office.booking_views import BookedItem, BookingView
from terminal.office.plan_views import (
    CalendarDayView,
    ConflictView,
    DutyView,
    HoursPlanView,
    LeaveView,
    OnDuty,
    PersonView,
    RosterRow,
    RosterView,
    Share,
    ShiftView,
    SwapView,
    YearView,
)
from terminal.rules.hours import WEEKDAYS, Span

ZONE = timezone(timedelta(hours=8))
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZONE)
SHIFTS = (
    ShiftView("early", "早班", 480, 960, "work", "regular", (1, 2, 3)),
    ShiftView("late", "晚班", 600, 1080, "work", "regular", (4, 5, 6)),
    ShiftView("weekend", "周末班", 540, 720, "rest", "extended", (1, 2)),
)
PEOPLE = tuple(
    PersonView(code, name, lines, "", "")
    for code, name, lines in (
        ("chen", "陈静", "ACDFH"), ("he", "何雨", "ADEH"), ("li", "李文静", "ABDFG"), ("liu", "刘洋", "AEFGH"),
        ("luo", "罗佳", "ACDGH"), ("sun", "孙燕", "ADEFG"), ("wang", "王芳", "ABCEF"), ("wu", "吴霞", "ADFGH"),
        ("zhang", "张敏", "ABCDEFGH"), ("zhao", "赵磊", "BCDFH"), ("zheng", "郑凯", "BCEFH"), ("zhou", "周强", "BCDEG"),
    )
)  # fmt: skip
SERVES = {1: "ABCDEFGH", 2: "ABCDEFGH", 3: "ABCDE", 4: "ADEFGH", 5: "BCDEFH", 6: "ABCDEFGH"}
FIELDS = {
    "A": "流动人口", "B": "社会保障", "C": "民政救助", "D": "医疗保障",
    "E": "卫生计生", "F": "残疾人", "G": "住房保障", "H": "法律服务",
}  # fmt: skip
LEAVE = LeaveView(3, "sun", "孙燕", date(2026, 11, 26), date(2026, 11, 30), "年休假")
HOLIDAYS = {date(2026, 10, day): "国庆节" for day in range(1, 8)} | {date(2027, 1, 1): "元旦"}
MAKE_UP = {date(2026, 9, 20), date(2026, 10, 10)}


def calendar_day(day: date) -> CalendarDayView:
    """2026 is published, with its October holiday; 2027 is not."""
    certain = day.year <= 2026
    name = HOLIDAYS.get(day, "") if certain else ""
    working = day in MAKE_UP or (day.weekday() < 5 and not name)
    return CalendarDayView(day, working, name, day == date(2026, 12, 24), certain)


def year_view(year: int) -> YearView:
    """A whole year."""
    first = date(year, 1, 1)
    length = (date(year + 1, 1, 1) - first).days
    return YearView(year, year <= 2026, tuple(calendar_day(first + timedelta(days=at)) for at in range(length)))


def duties_of(days: tuple[CalendarDayView, ...]) -> tuple[DutyView, ...]:
    """Everybody in turn."""
    found: list[DutyView] = []
    turn = {"work": 0, "rest": 0}
    for day in days:
        for shift in SHIFTS:
            if (shift.days == "work") != day.working:
                continue
            for counter in shift.counters:
                person = PEOPLE[(turn[shift.days] + (day.day.toordinal() // 7)) % len(PEOPLE)]
                turn[shift.days] += 1
                found.append(
                    DutyView(
                        len(found) + 1, day.day, shift.code, shift.name, counter, person.code, person.name,
                        shift.opens, shift.closes, shift.kind, False, False, None, None, None,
                    )
                )  # fmt: skip
    return tuple(found)


def roster(since: date = date(2026, 10, 1), until: date = date(2026, 12, 31), state: str = "draft") -> RosterView:
    """A quarter's roster without a fault."""
    days = tuple(calendar_day(since + timedelta(days=at)) for at in range((until - since).days + 1))
    duties = duties_of(days)
    return RosterView(
        7, since, until, state, days, SHIFTS, PEOPLE, duties, (LEAVE,), (), shares_of(duties), None, SERVES,
    )  # fmt: skip


def shares_of(duties: tuple[DutyView, ...]) -> tuple[Share, ...]:
    """Counted."""
    return tuple(
        Share(
            one.code, one.name,
            sum(duty.staff == one.code and duty.kind == "regular" for duty in duties),
            sum(duty.staff == one.code and duty.kind == "extended" for duty in duties),
            sum(duty.staff == one.code and duty.kind == "extended" for duty in duties),
        )
        for one in PEOPLE
    )  # fmt: skip


def troubled(view: RosterView | None = None) -> RosterView:
    """The same with a bit of everything: arrived, absent, fixed, two at once, on leave, open, uncovered."""
    view = view or roster()
    duties, conflicts = [], []
    for duty in view.duties:
        if duty.day == date(2026, 11, 25) and duty.counter == 6:
            conflicts.append(ConflictView("open_post", duty.day, duty.shift, 6, None, ""))
            continue
        if duty.day <= date(2026, 11, 23) and duty.day >= date(2026, 11, 16) and duty.staff not in ("zhou", "he"):
            came = datetime.combine(duty.day, datetime.min.time(), ZONE) + timedelta(minutes=duty.opens - 4)
            duty = replace(duty, arrived_at=came, in_force=True)
        if duty.day == date(2026, 11, 20) and duty.staff in ("zhou", "he", "li"):
            duty = replace(duty, absent="家人住院", arrived_at=None)
        if duty.day.isoweekday() == 2:
            duty = replace(duty, fixed=True)
        if duty.staff == "sun" and date(2026, 11, 26) <= duty.day <= date(2026, 11, 30):
            conflicts.append(ConflictView("on_leave", duty.day, duty.shift, duty.counter, "sun", ""))
        duties.append(duty)
    extra = next(one for one in duties if one.day == date(2026, 11, 27) and one.counter == 1)
    duties.append(replace(extra, id=9000, counter=5, shift="late", shift_name="晚班", opens=600, closes=1080))
    conflicts.append(ConflictView("overlap", extra.day, "late", 5, extra.staff, "early"))
    weekend = [one for one in duties if one.kind == "extended" and one.day.month == 11]
    conflicts.append(
        ConflictView("two_weekends", weekend[4].day, "weekend", weekend[4].counter, weekend[4].staff, "2026-11-08")
    )
    conflicts.append(ConflictView("uncovered", date(2026, 11, 28), "weekend", None, None, "G"))
    conflicts.append(ConflictView("untrained", date(2026, 11, 24), "early", 3, "he", "BC"))
    conflicts.sort(key=lambda one: one.day)
    return replace(view, duties=tuple(duties), conflicts=tuple(conflicts), shares=shares_of(tuple(duties)))


def row_of(view: RosterView) -> RosterRow:
    """Its row in the list."""
    open_posts = sum(one.kind == "open_post" for one in view.conflicts)
    return RosterRow(
        view.id, view.since, view.until, view.state, "zhang", NOW, view.published_at, len(view.duties), open_posts
    )


def booking(number: int, day: int = 28, name: str = "王建华") -> BookingView:
    """An appointment on a Saturday of November."""
    start = datetime(2026, 11, day, 9, 0, tzinfo=ZONE) + timedelta(minutes=15 * (number % 8))
    item = BookedItem("LD-003", "居住证申领" if number % 2 else "城乡居民基本医疗保险参保登记", 20)
    return BookingView(
        number, f"{4100 + number * 37}", "booked", "street_hotline", start.date(), start, start + timedelta(minutes=20),
        (item,), "A", number, name, "5113**********2248", f"1380000{number:04}", False, None, "", None, None, "zhang",
        NOW, None, 0, "", start, start, "",
    )  # fmt: skip


def swaps(view: RosterView) -> tuple[SwapView, ...]:
    """One agreed, one asked."""
    mine = [duty for duty in view.duties if duty.day >= date(2026, 12, 1)]
    other = next(duty for duty in mine if duty.staff != mine[0].staff and duty.day > mine[0].day)
    return (
        SwapView(
            1, "agreed", mine[0], other, mine[0].staff, mine[0].staff_name, other.staff, other.staff_name,
            "孩子家长会", NOW, "",
        ),
        SwapView(2, "asked", mine[9], None, mine[9].staff, mine[9].staff_name, "zhang", "张敏", "复诊", NOW, ""),
    )  # fmt: skip


WORK = (Span(480, 1080),)
WEEK = dict.fromkeys(WEEKDAYS, WORK) | {"rest": (Span(540, 720, "extended"),)}
PLANS = (
    HoursPlanView(1, None, date(2000, 1, 1), None, False, "", WEEK, "in_force"),
    HoursPlanView(
        2, "D", date(2026, 3, 1), None, False, "医保窗口午间不停办",
        dict.fromkeys(WEEKDAYS[:5], (Span(480, 1080), Span(1080, 1200, "extended"))) | {"sat": WORK, "sun": WORK},
        "in_force",
    ),
    HoursPlanView(
        3, None, date(2026, 12, 7), None, False, "冬季作息", dict.fromkeys(WEEKDAYS, (Span(510, 1050),)), "coming"
    ),
    HoursPlanView(4, None, date(2026, 12, 31), date(2026, 12, 31), False, "年终盘点", {}, "coming"),
    HoursPlanView(
        5, None, date(2026, 11, 9), date(2026, 11, 9), False, "停电检修", {"any": (Span(780, 1080),)}, "over"
    ),
)  # fmt: skip


class CannedOffice:
    """What the page asks of an office."""

    def __init__(self, view: RosterView | None, *, asked_swaps: bool = True) -> None:
        self.shown = view
        self.calls: list[tuple[object, ...]] = []
        self.room = SimpleNamespace(now=lambda: NOW, local=lambda moment: moment, day=lambda moment: moment.date())
        lines = tuple(SimpleNamespace(letter=letter, name=name) for letter, name in FIELDS.items())
        hall = SimpleNamespace(lines=lines, centre_name="柳溪街道便民服务中心")
        self.hall = SimpleNamespace(kiosk_view=lambda: hall)
        self.roster = SimpleNamespace(
            rosters=lambda: (row_of(self.shown),) if self.shown is not None else (),
            view=lambda _id: self.shown,
            put=self._put,
        )
        self.calendar = SimpleNamespace(year=year_view)
        self.hours = SimpleNamespace(plans=lambda: PLANS)
        bookings = SimpleNamespace(list=lambda since, until, state: (booking(1), booking(2)), broken=lambda since: ())
        self.appointments = bookings
        self.duty = SimpleNamespace(
            leaves=lambda since, until: self.shown.leaves if self.shown is not None else (),
            swaps=lambda: swaps(self.shown) if self.shown is not None and asked_swaps else (),
            on=self._on,
        )

    def _on(self, day: date) -> tuple[OnDuty, ...]:
        duties = self.shown.duties if self.shown is not None else ()
        return tuple(OnDuty(duty, duty.counter if duty.arrived_at else None) for duty in duties if duty.day == day)

    def _put(self, *args: object, **_: object) -> RosterView:
        self.calls.append(("put", *args))
        if self.shown is None:
            raise AssertionError("there is no roster")
        return self.shown


class CannedBackground(QObject):
    """Answers like the real background: later, on the GUI thread."""

    changed = Signal(object)
    connection = Signal(bool, str)

    def __init__(self, office: object) -> None:
        super().__init__()
        self.office = office
        self.trouble: Trouble | None = None
        self.silent = False
        self.reachable = True

    def run(
        self,
        verb: Callable[[Any], Any],
        done: Callable[[Any], None],
        *,
        trouble: Callable[[Trouble], None] | None = None,
        settled: Callable[[], None] | None = None,
        owner: QObject,
    ) -> None:
        """As the contract says; nothing comes back while ``silent``."""
        if not self.silent:
            QTimer.singleShot(0, owner, lambda: self._answer(verb, done, trouble, settled))

    def _answer(
        self,
        verb: Callable[[Any], Any],
        done: Callable[[Any], None],
        trouble: Callable[[Trouble], None] | None,
        settled: Callable[[], None] | None,
    ) -> None:
        try:
            if self.trouble is not None:
                raise self.trouble
            done(verb(self.office))
        except Trouble as raised:
            if trouble is not None:
                trouble(raised)
        if settled is not None:
            settled()
