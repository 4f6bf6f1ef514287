"""The hours' desk: when it is open, and changing that from a day on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from terminal.errors import Refusal
from terminal.model import Centre, HoursPlan, HoursSpan
from terminal.office import open_office
from terminal.office.office import Office
from terminal.rules.hours import DAY_MINUTES, REST, WEEKDAYS, Span
from tests.databases import ON_SQLITE
from tests.office import workers
from tests.office.halls import MORNING, ZONE, Records, SetClock
from tests.office.people import person
from tests.office.plans import WEEKEND, WORKING, at, open_by_the_clock

FRIDAY = MORNING.date()
SATURDAY, SUNDAY, MONDAY = (FRIDAY + timedelta(days=passed) for passed in (1, 2, 3))
NOON = Span(720, 840, "extended")
WEEK = dict.fromkeys(WEEKDAYS, (WORKING,)) | {REST: (WEEKEND,)}


def spans(office: Office, day: date, line: str | None = None) -> tuple[Span, ...]:
    return office.hours.days(day, day, line)[0].spans


# When it is open.


def test_a_centre_without_hours_is_always_open(office: Office) -> None:
    assert office.hours.plans() == ()
    opening = office.hours.opening()
    assert (opening.kind, opening.spans) == ("regular", (Span(0, DAY_MINUTES),))
    assert office.hours.opening(at(SUNDAY, 3)).kind == "regular"
    far = office.hours.days(date(2027, 1, 1), date(2027, 1, 3))
    assert all(day.certain for day in far)  # no notice can change it


def test_an_opening_says_until_when_and_when_next(office: Office) -> None:
    open_by_the_clock(office)
    now = office.hours.opening()
    assert (now.kind, now.until, now.next_at) == ("regular", at(FRIDAY, 18), at(SATURDAY, 9))
    evening = office.hours.opening(at(FRIDAY, 18))
    assert (evening.kind, evening.until, evening.next_at) == (None, None, at(SATURDAY, 9))
    weekend = office.hours.opening(at(SATURDAY, 9))
    assert (weekend.kind, weekend.until, weekend.next_at) == ("extended", at(SATURDAY, 12), at(SUNDAY, 9))
    assert weekend.at.tzinfo == ZONE


def test_regular_and_extended_spans_stand_on_one_day(office: Office) -> None:
    office.hours.change(WEEK | {"fri": (Span(480, 720), NOON, Span(840, 1080))}, FRIDAY)
    kinds = [office.hours.opening(at(FRIDAY, hour)).kind for hour in (7, 8, 11, 12, 13, 14, 17, 18)]
    assert kinds == [None, "regular", "regular", "extended", "extended", "regular", "regular", None]
    assert office.hours.opening(at(FRIDAY, 11)).until == at(FRIDAY, 12)


def test_a_make_up_working_day_has_the_hours_of_working_days(office: Office) -> None:
    open_by_the_clock(office)
    office.calendar.mark(SATURDAY, True, "调休上班")
    office.calendar.mark(MONDAY, False, "停业")
    assert spans(office, SATURDAY) == (WORKING,)
    day = office.hours.days(MONDAY, MONDAY)[0]
    assert (day.spans, day.working, day.name) == ((WEEKEND,), False, "停业")


def test_midnight_ends_the_day_and_the_year(office: Office) -> None:
    office.hours.change(dict.fromkeys((*WEEKDAYS, REST), (Span(0, 120), Span(1320, DAY_MINUTES))), FRIDAY)
    eve = date(2026, 12, 31)
    last = office.hours.opening(at(eve, 23, 59))
    assert (last.kind, last.until) == ("regular", at(date(2027, 1, 1), 0))
    first = office.hours.opening(at(date(2027, 1, 1), 0))
    assert (first.kind, first.until) == ("regular", at(date(2027, 1, 1), 2))


def test_what_an_unpublished_year_has_a_say_in_is_not_certain(office: Office) -> None:
    open_by_the_clock(office)
    eve = date(2026, 12, 31)
    assert office.hours.opening(at(date(2026, 12, 30), 19)).certain
    shut = office.hours.opening(at(eve, 19))
    assert (shut.next_at, shut.certain) == (at(date(2027, 1, 1), 8), False)
    assert [day.certain for day in office.hours.days(eve, date(2027, 1, 1))] == [True, False]
    office.hours.special([], date(2027, 1, 1), date(2027, 1, 3), reason="元旦")
    assert all(day.certain for day in office.hours.days(date(2027, 1, 1), date(2027, 1, 3)))


def test_a_centre_closed_for_longer_than_one_looks_ahead_says_no_next_opening(office: Office) -> None:
    office.hours.special([], FRIDAY, FRIDAY + timedelta(days=30), reason="装修")
    opening = office.hours.opening()
    assert (opening.kind, opening.spans, opening.next_at) == (None, (), None)


@pytest.fixture
def berlin(hall_on_sqlite: Path, tmp_path: Path, clock: SetClock) -> Iterator[Office]:
    """The hall in a zone whose clocks are changed."""
    shutil.copy(hall_on_sqlite, tmp_path / "berlin.db")
    url = f"sqlite:///{tmp_path / 'berlin.db'}"
    with open_office(url, clock=clock) as office, office.store.writing() as session:
        session.execute(update(Centre).values(zone="Europe/Berlin"))
    clock.moment = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    with open_office(url, clock=clock) as office:
        yield office


def test_hours_are_those_of_the_wall_clock_on_days_it_is_changed(berlin: Office) -> None:
    zone = ZoneInfo("Europe/Berlin")
    berlin.hours.change(dict.fromkeys((*WEEKDAYS, REST), (Span(60, 240),)), date(2026, 3, 1))
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    for day, hours in ((date(2026, 3, 28), 3), (spring, 2), (autumn, 4)):
        opens = datetime.combine(day, time(1), zone)
        opening = berlin.hours.opening(opens)
        assert opening.until is not None
        assert opening.until.timestamp() - opens.timestamp() == hours * 3600
        assert berlin.hours.opening(opens - timedelta(minutes=1)).next_at == opens
    twice = [datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=zone) for fold in (0, 1)]
    assert [berlin.hours.opening(moment).kind for moment in twice] == ["regular", "regular"]


# Changing it.


def test_a_change_holds_from_its_day_on(office: Office, records: Records) -> None:
    open_by_the_clock(office)
    done = office.hours.change({"mon": (Span(600, 960),)}, MONDAY, reason="冬季作息", by="li")
    assert done.plan is not None
    assert (done.plan.state, done.plan.reason, done.plan.days) == ("coming", "冬季作息", {"mon": (Span(600, 960),)})
    assert (spans(office, FRIDAY), spans(office, MONDAY)) == ((WORKING,), (Span(600, 960),))
    assert spans(office, MONDAY + timedelta(days=1)) == ()  # what is not named is closed
    line = records.journal()[-1]
    assert (line["verb"], line["noun"], line["who"]) == ("change", "hours_plan", "li")
    assert line["after"]["days"] == {"mon": ["10:00-16:00 regular"]}


def test_a_line_has_hours_of_its_own_until_it_follows_the_centre_again(office: Office) -> None:
    open_by_the_clock(office)
    office.hours.change(dict.fromkeys(WEEKDAYS, (NOON,)), FRIDAY, line="A")
    assert (spans(office, FRIDAY, "A"), spans(office, FRIDAY, "B")) == ((NOON,), (WORKING,))
    assert spans(office, SATURDAY, "A") == ()
    office.hours.follow_centre("A", MONDAY)
    assert spans(office, MONDAY, "A") == (WORKING,)
    office.hours.special([], FRIDAY, FRIDAY, line="A", reason="系统升级")
    assert (spans(office, FRIDAY, "A"), spans(office, FRIDAY)) == ((), (WORKING,))


def test_the_states_of_plans_follow_the_days(office: Office, clock: SetClock) -> None:
    open_by_the_clock(office)
    office.hours.change(WEEK, MONDAY)
    office.hours.special([], SATURDAY, SUNDAY, reason="装修")
    office.hours.change(WEEK, FRIDAY, line="A")
    states = lambda: [(plan.line, plan.until is not None, plan.state) for plan in office.hours.plans()]  # noqa: E731
    assert states() == [
        (None, False, "in_force"), (None, True, "coming"), (None, False, "coming"), ("A", False, "in_force"),
    ]  # fmt: skip
    clock.pass_(days=3)
    assert states() == [
        (None, False, "over"), (None, True, "over"), (None, False, "in_force"), ("A", False, "in_force"),
    ]  # fmt: skip


def test_a_plan_that_is_coming_or_of_today_is_taken_back_whole(office: Office) -> None:
    open_by_the_clock(office)
    coming = office.hours.change({}, MONDAY).plan
    today = office.hours.special([], FRIDAY, SUNDAY, reason="停电").plan
    assert coming is not None
    assert today is not None
    assert spans(office, FRIDAY) == ()
    for plan in (coming, today):
        assert office.hours.withdraw(plan.id).plan is None
    assert (spans(office, FRIDAY), spans(office, MONDAY)) == ((WORKING,), (WORKING,))
    assert len(office.hours.plans()) == 1
    with office.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(HoursSpan)) == 8


def test_special_days_that_have_begun_end_yesterday_when_taken_back(office: Office, clock: SetClock) -> None:
    open_by_the_clock(office)
    plan = office.hours.special([], FRIDAY, MONDAY, reason="停电").plan
    assert plan is not None
    clock.pass_(days=2)
    left = office.hours.withdraw(plan.id).plan
    assert left is not None
    assert (left.until, left.state) == (SATURDAY, "over")
    assert (spans(office, SATURDAY), spans(office, SUNDAY)) == ((), (WEEKEND,))
    with pytest.raises(Refusal, match="over since"):
        office.hours.withdraw(plan.id)


def test_hours_that_have_held_are_not_taken_back(office: Office, clock: SetClock) -> None:
    open_by_the_clock(office)
    clock.pass_(days=1)
    with pytest.raises(Refusal, match="2026-11-20"):
        office.hours.withdraw(office.hours.plans()[0].id)


@pytest.mark.parametrize(
    "verb",
    [
        lambda desk: desk.change(WEEK, FRIDAY - timedelta(days=1)),
        lambda desk: desk.change(WEEK, date(3000, 1, 1)),
        lambda desk: desk.change(WEEK, FRIDAY, line="Z"),
        lambda desk: desk.change({"work": (WORKING,)}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(600, 480),)}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(480, 480),)}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(-1, 480),)}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(480, 1441),)}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(480, 720), Span(700, 900))}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(480, 720), Span(480, 720, "extended"))}, FRIDAY),
        lambda desk: desk.change({"mon": (Span(480, 720, "late"),)}, FRIDAY),
        lambda desk: desk.change(WEEK, FRIDAY, reason="长" * 121),
        lambda desk: desk.special([], MONDAY, FRIDAY, reason=""),
        lambda desk: desk.special([], FRIDAY, FRIDAY + timedelta(days=366), reason=""),
        lambda desk: desk.special([Span(0, 10), Span(5, 15)], FRIDAY, FRIDAY, reason=""),
        lambda desk: desk.follow_centre("Z", FRIDAY),
        lambda desk: desk.withdraw(10**30),
        lambda desk: desk.withdraw(0),
        lambda desk: desk.change(WEEK, FRIDAY, by="nobody"),
        lambda desk: desk.days(MONDAY, FRIDAY),
        lambda desk: desk.days(FRIDAY, FRIDAY + timedelta(days=400)),
        lambda desk: desk.opening(line="Z"),
    ],
)
@ON_SQLITE
def test_hours_that_nobody_can_keep_are_refused(
    office: Office, records: Records, verb: Callable[[object], object]
) -> None:
    with pytest.raises(Refusal):
        verb(office.hours)
    assert (office.hours.plans(), records.journal()) == ((), [])


# What it breaks.


def book(office: Office, start: datetime, serial: int = 1) -> str:
    return office.appointments.book(["LD-001"], start, person(serial), "street_hotline").code


def test_a_dry_run_names_what_would_break_and_changes_nothing(office: Office, records: Records) -> None:
    open_by_the_clock(office)
    broken = book(office, at(MONDAY, 15))
    book(office, at(MONDAY, 9), 2)
    before = records.journal()
    tried = office.hours.special([Span(480, 720)], MONDAY, MONDAY, reason="学习", dry_run=True)
    assert (tried.plan, [one.code for one in tried.broken]) == (None, [broken])
    assert (len(office.hours.plans()), records.journal()) == (1, before)
    assert office.appointments.broken() == ()


def test_a_change_names_the_appointments_it_breaks_and_they_stay_until_somebody_settles_them(office: Office) -> None:
    open_by_the_clock(office)
    early, late = book(office, at(MONDAY, 9)), book(office, at(MONDAY, 15), 2)
    first = office.hours.special([Span(480, 720)], MONDAY, MONDAY, reason="学习")
    assert [one.code for one in first.broken] == [late]
    second = office.hours.special([], MONDAY, MONDAY, reason="停电")
    assert [one.code for one in second.broken] == [early]  # the other was broken before
    assert {one.code for one in office.appointments.broken()} == {early, late}
    office.appointments.move(late, at(MONDAY + timedelta(days=1), 15))
    office.appointments.cancel(early)
    assert office.appointments.broken() == ()


def test_taking_hours_back_breaks_what_was_booked_in_them(office: Office) -> None:
    open_by_the_clock(office)
    longer = office.hours.special([Span(480, 1200)], MONDAY, MONDAY, reason="延时").plan
    assert longer is not None
    code = book(office, at(MONDAY, 19))
    assert [one.code for one in office.hours.withdraw(longer.id, dry_run=True).broken] == [code]
    assert spans(office, MONDAY) == (Span(480, 1200),)
    assert [one.code for one in office.hours.withdraw(longer.id).broken] == [code]


def test_hours_changed_while_others_book_leave_nobody_unnamed(office: Office, hall_url: str) -> None:
    """Whoever books past the change is refused; whoever booked before it is named by it."""
    open_by_the_clock(office)
    results = workers.in_processes(partial(workers.book_or_close, hall_url, MONDAY))
    booked = {code for _, codes in results for code in codes}
    (named,) = [set(names) for names, _ in results if names is not None]
    assert named == booked != set()
    assert {one.code for one in office.appointments.broken()} == booked
    with office.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(HoursPlan)) == 2
