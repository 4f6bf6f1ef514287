"""The calendar's desk: what was published, what the centre enters itself, and promises that depend on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import delete

from terminal.errors import Refusal
from terminal.model import CalendarDay, CalendarYear
from terminal.office.office import Office
from terminal.rules.working_days import Count, Counted
from terminal.store.published_days import published_days, published_years
from tests.databases import ON_SQLITE
from tests.office import workers
from tests.office.bookings import MONDAY, REGULAR, at, book, put_hours
from tests.office.halls import Records, SetClock

NATIONAL_DAY = date(2026, 10, 1)
MADE_UP_SATURDAY = date(2026, 10, 10)
TUESDAY = MONDAY + timedelta(days=1)
NEW_YEAR = date(2027, 1, 1)  # of a year without a notice


def forget_everything(office: Office) -> None:
    """As in a centre whose calendar was never filled."""
    with office.store.writing() as session:
        session.execute(delete(CalendarDay))
        session.execute(delete(CalendarYear))


def test_a_founded_centre_knows_the_published_days(office: Office) -> None:
    assert all(office.calendar.year(year).certain for year in (2004, 2025, 2026))
    day = office.calendar.day(NATIONAL_DAY)
    assert (day.working, day.name, day.edited, day.certain) == (False, "国庆节", False, True)
    assert office.calendar.day(MADE_UP_SATURDAY).working
    assert not office.calendar.day(date(2026, 10, 11)).working


def test_holidays_have_the_names_of_the_notices(office: Office) -> None:
    names = {day.name for day in office.calendar.year(2026).days if day.name}
    assert names == {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}


def test_a_year_without_a_notice_is_weekends_only_and_says_so(office: Office) -> None:
    year = office.calendar.year(2027)
    assert not year.certain
    assert len(year.days) == 365
    assert all(day.working == (day.day.weekday() < 5) and not day.certain for day in year.days)


def test_a_limit_that_reaches_such_a_year_is_not_certain(office: Office) -> None:
    assert office.calendar.add_working_days(date(2026, 9, 30), 5) == Counted(date(2026, 10, 13), True)
    assert office.calendar.add_working_days(date(2026, 12, 30), 1) == Counted(date(2026, 12, 31), True)
    assert office.calendar.add_working_days(date(2026, 12, 31), 1) == Counted(NEW_YEAR, False)
    assert office.calendar.working_days_between(date(2026, 9, 30), date(2026, 10, 13)) == Count(5, True)
    assert office.calendar.working_days_between(date(2026, 12, 31), date(2027, 1, 4)) == Count(2, False)


def test_a_year_entered_by_hand_is_certain_once_that_is_said(office: Office, records: Records) -> None:
    office.calendar.mark(NEW_YEAR, False, "元旦", by="li")
    assert office.calendar.add_working_days(date(2026, 12, 31), 1) == Counted(date(2027, 1, 4), False)
    office.calendar.publish(2027, by="li")
    assert office.calendar.add_working_days(date(2026, 12, 31), 1) == Counted(date(2027, 1, 4), True)
    office.calendar.withdraw(2027, by="li")
    assert not office.calendar.day(NEW_YEAR).certain
    assert [(line["verb"], line["id"], line["who"]) for line in records.journal()] == [
        ("mark", "2027-01-01", "li"), ("publish", "2027", "li"), ("withdraw", "2027", "li"),
    ]  # fmt: skip


def test_a_marked_day_outlives_an_import_and_is_given_back_to_what_was_published(office: Office) -> None:
    marked = office.calendar.mark(NATIONAL_DAY, True, " 抢险值班 ")
    assert (marked.working, marked.name, marked.edited) == (True, "抢险值班", True)
    office.calendar.import_published()
    assert office.calendar.day(NATIONAL_DAY) == marked
    assert office.calendar.unmark(NATIONAL_DAY).name == "国庆节"
    office.calendar.mark(date(2026, 11, 20), False)
    assert office.calendar.unmark(date(2026, 11, 20)).working


def test_whatever_closes_a_day_names_the_appointments_of_it(office: Office, tmp_path: Path) -> None:
    put_hours(office, REGULAR)  # and none on rest days
    booked = [book(office, number, at(10 + number)).id for number in range(2)]
    other = book(office, 3, at(10, day=TUESDAY)).id
    desk = office.calendar
    assert [one.id for one in desk.mark(MONDAY, False, "停业").broken] == booked
    assert desk.mark(MONDAY, False, "停电").broken == ()  # broken before
    assert desk.unmark(MONDAY).broken == ()
    path = tmp_path / "days.csv"
    path.write_text(f"date,kind\n{MONDAY},rest\n{TUESDAY},rest\n", encoding="utf-8")
    tried = desk.import_csv(path, dry_run=True)
    assert [one.id for one in tried.broken] == [*booked, other]
    assert desk.day(MONDAY).working
    assert office.appointments.broken() == ()
    assert desk.import_csv(path) == replace(tried, dry_run=False)
    assert [one.id for one in office.appointments.broken()] == [*booked, other]


def test_published_years_name_the_appointments_of_their_rest_days(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    forget_everything(office)
    clock.moment = at(9, day=date(2026, 9, 20))
    booked = book(office, 1, at(10, day=NATIONAL_DAY)).id
    assert [one.id for one in office.calendar.import_published().broken] == [booked]


def test_taking_back_what_was_never_entered_is_refused(office: Office, records: Records) -> None:
    for day in (NATIONAL_DAY, date(2026, 11, 20)):
        with pytest.raises(Refusal, match="by hand"):
            office.calendar.unmark(day)
    with pytest.raises(Refusal, match="2027"):
        office.calendar.withdraw(2027)
    assert records.journal() == []


def test_published_years_are_taken_over_into_an_empty_calendar(office: Office) -> None:
    forget_everything(office)
    assert not office.calendar.day(NATIONAL_DAY).certain
    assert office.calendar.import_published().new_years == tuple(published_years())
    found = {day.day: day for day in office.calendar.year(2026).days}
    for day, (kind, name) in published_days(2026).items():
        assert (found[day].working, found[day].name) == (kind == "work", name)


@pytest.mark.parametrize("form", ["csv", "ical"])
def test_a_year_that_is_written_out_and_taken_over_again_is_the_same(office: Office, tmp_path: Path, form: str) -> None:
    before = office.calendar.year(2026)
    path = tmp_path / f"2026.{form}"
    if form == "csv":
        path.write_text(office.calendar.export_csv(2026), encoding="utf-8")
    else:
        path.write_bytes(office.calendar.export_ical(2026))
    take = office.calendar.import_csv if form == "csv" else office.calendar.import_ical
    assert take(path).changed == 0
    assert office.calendar.year(2026) == before

    forget_everything(office)
    tried = take(path, complete=True, dry_run=True)
    assert (tried.days, tried.changed, tried.new_years) == (39, 39, (2026,))
    assert not office.calendar.day(NATIONAL_DAY).certain
    assert take(path).uncertain_years == (2026,)
    assert take(path, complete=True).new_years == (2026,)
    after = office.calendar.year(2026)
    assert [(day.day, day.working, day.name, day.certain) for day in after.days] == [
        (day.day, day.working, day.name, day.certain) for day in before.days
    ]


def test_a_file_with_one_bad_row_changes_nothing(office: Office, records: Records, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,kind\n2027-01-01,rest\n2027-01-02,pause\n", encoding="utf-8")
    with pytest.raises(Refusal, match="pause"):
        office.calendar.import_csv(path)
    assert office.calendar.day(NEW_YEAR).working
    assert records.journal() == []


@pytest.mark.parametrize(
    "verb",
    [
        lambda desk: desk.day(date(1999, 12, 31)),
        lambda desk: desk.day(date(3000, 1, 1)),
        lambda desk: desk.year(0),
        lambda desk: desk.year(10**9),
        lambda desk: desk.publish(1999),
        lambda desk: desk.mark(NEW_YEAR, False, by="nobody"),
        lambda desk: desk.import_published(by="n" * 50),
        lambda desk: desk.mark(date.max, True),
        lambda desk: desk.mark(NEW_YEAR, False, "长" * 41),
        lambda desk: desk.mark(NEW_YEAR, False, "两\n行"),
        lambda desk: desk.add_working_days(NEW_YEAR, -1),
        lambda desk: desk.add_working_days(NEW_YEAR, 10**12),
        lambda desk: desk.add_working_days(date(2999, 12, 31), 1),
        lambda desk: desk.working_days_between(NEW_YEAR, NATIONAL_DAY),
    ],
)
@ON_SQLITE
def test_what_no_calendar_holds_is_refused(office: Office, records: Records, verb: Callable[[object], object]) -> None:
    with pytest.raises(Refusal):
        verb(office.calendar)
    assert records.journal() == []


def test_of_days_marked_in_several_processes_at_once_each_is_kept(
    office: Office, records: Records, hall_url: str
) -> None:
    assert workers.in_processes(partial(workers.mark_a_day, hall_url, NEW_YEAR)) == [True] * workers.PROCESSES
    lines = [line for line in records.journal() if line["verb"] == "mark"]
    assert len(lines) == workers.PROCESSES
    for earlier, later in pairwise(lines):
        assert later["before"] == earlier["after"]
    assert office.calendar.day(NEW_YEAR).name == lines[-1]["after"]["name"]
