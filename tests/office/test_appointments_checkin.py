"""Check-in: one verb, all or nothing; early, late, too late, twice, on another day, over midnight."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, update

from terminal.errors import Refusal
from terminal.model import Appointment, CounterLine, Item
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from terminal.rules.hours import Span
from terminal.store.faults import DatabaseFault
from tests.office import booking_workers, workers
from tests.office.bookings import FRIDAY, MONDAY, REGULAR, at, book, in_zone, person, put_duties, put_hours
from tests.office.halls import Records, SetClock

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _two_windows(office: Office) -> None:
    office.appointments.set_rules(walk_in_share=0)


def test_who_checks_in_early_has_the_place_of_the_appointments_time(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(10), "SB-001", "LD-001")
    clock.moment = at(9, 30)
    before = office.queue.issue("B")
    ticket = office.appointments.check_in(made.code.lower())
    clock.pass_(minutes=10)
    behind = office.queue.issue("B")
    assert (ticket.number, ticket.item, ticket.source, ticket.state) == ("B002", "SB-001", "appointment", "waiting")
    assert (ticket.place_at, ticket.arrived_at, ticket.head_start) == (at(10), at(9, 30), 0)
    found = office.appointments.find(made.id)
    assert (found.state, found.ticket) == ("arrived", "B002")
    order = [office.queue.call_next(1) for _ in range(3)]
    assert [one.id for one in order if one] == [before.id, behind.id, ticket.id]


def test_who_checks_in_late_keeps_the_place_until_the_grace_is_over(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(10))
    clock.moment = at(10, 10)
    office.queue.issue("A")
    clock.moment = at(10, 15)
    ticket = office.appointments.check_in(made.id, source="counter")
    first = office.queue.call_next(1)
    assert first is not None
    assert (first.id, first.place_at) == (ticket.id, at(10))


def test_too_early_is_refused_with_the_time_it_opens(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(10))
    clock.moment = at(8, 59)
    with pytest.raises(Refusal, match="at 10:00: check-in opens at 09:00"):
        office.appointments.check_in(made.code)
    assert office.appointments.find(made.id).state == "booked"
    clock.moment = at(9)
    assert office.appointments.check_in(made.code).number == "A001"


def test_too_late_counts_as_missed_and_leads_to_a_number(office: Office, clock: SetClock, records: Records) -> None:
    made = book(office, 1, at(10))
    clock.moment = at(10, 15) + timedelta(seconds=1)
    for _ in range(2):
        with pytest.raises(Refusal, match=r"on 2026-11-23 at 10:00: it is too late.*Take a number"):
            office.appointments.check_in(made.code)
    assert office.appointments.find(made.id).state == "missed"
    assert records.tickets() == []
    assert [line["verb"] for line in records.journal()].count("miss") == 1


def test_twice_is_refused_with_the_number_it_has(office: Office, clock: SetClock, records: Records) -> None:
    made = book(office, 1, at(10))
    clock.moment = at(10)
    number = office.appointments.check_in(made.code).number
    with pytest.raises(Refusal, match=f"its number is {number}"):
        office.appointments.check_in(made.code)
    assert len(records.tickets()) == 1


def test_on_another_day_it_says_which(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(10, day=TUESDAY))
    clock.moment = at(10)
    with pytest.raises(Refusal, match="is on 2026-11-24, at 10:00"):
        office.appointments.check_in(made.code)
    clock.moment = at(10, day=TUESDAY + timedelta(days=1))
    with pytest.raises(Refusal, match="was on 2026-11-24 at 10:00"):
        office.appointments.check_in(made.code)


def test_what_is_not_booked_is_refused(office: Office, clock: SetClock) -> None:
    ended, held = book(office, 1, at(10)), office.appointments.hold(["LD-001"], at(10), channel="qq")
    office.appointments.cancel(ended.id)
    clock.moment = at(10)
    for one, state in ((ended, "cancelled"), (held, "held")):
        with pytest.raises(Refusal, match=f"it is {state}"):
            office.appointments.check_in(one.code)
    with pytest.raises(Refusal, match="no appointment"):
        office.appointments.check_in("NEVERWAS")


def test_hours_that_changed_meanwhile_keep_nobody_out(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(10))
    put_hours(office, Span(14 * 60, 15 * 60), since=MONDAY)
    clock.moment = at(10)
    assert office.appointments.check_in(made.code).number == "A001"


def test_a_line_that_no_window_serves_any_more_gives_no_number(
    office: Office, clock: SetClock, records: Records
) -> None:
    made = book(office, 1, at(10))
    with office.store.writing() as session:
        session.execute(delete(CounterLine).where(CounterLine.line == "A"))
    assert [(one.id, one.broken_by) for one in office.appointments.broken()] == [(made.id, "people")]
    clock.moment = at(10)
    with pytest.raises(Refusal, match="No window serves line A"):
        office.appointments.check_in(made.code)
    assert (office.appointments.find(made.id).state, records.tickets()) == ("booked", [])


def test_an_item_that_left_the_catalogue_breaks_the_appointment_and_keeps_nobody_out(
    office: Office, clock: SetClock
) -> None:
    made, other = book(office, 1, at(10), "LD-001", "SB-001"), book(office, 2, at(11), "SB-001")
    with office.store.writing() as session:
        session.execute(update(Item).where(Item.code == "LD-001").values(offered=False))
    assert [(one.id, one.broken_by) for one in office.appointments.broken()] == [(made.id, "items")]
    with pytest.raises(Refusal, match="no item LD-001"):
        office.appointments.move(made.id, at(11, day=TUESDAY))
    clock.moment = at(10)
    ticket = office.appointments.check_in(made.code)
    office.queue.call(ticket.id, 1, "zhang")
    current = office.hall.counter_view(1).current
    assert current is not None
    assert current.booked_items == ("SB-001",)
    assert office.appointments.find(other.id).state == "booked"


def test_what_could_not_be_kept_is_nobodys_miss(office: Office, clock: SetClock) -> None:
    broken, fine = book(office, 1, at(10)), book(office, 2, at(15))
    put_hours(office, Span(14 * 60, 16 * 60), since=MONDAY)
    clock.moment = at(16)
    with pytest.raises(Refusal, match="too late"):
        office.appointments.check_in(broken.code)
    assert office.appointments.close_missed() == 1
    assert [office.appointments.find(one.id).state for one in (broken, fine)] == ["booked", "missed"]
    assert [one.id for one in office.appointments.broken()] == [broken.id]
    moved = office.appointments.move(broken.id, at(15, day=TUESDAY))  # though its time has gone by
    assert moved.state == "booked"
    assert office.appointments.broken() == ()


def test_whoever_was_not_there_in_time_is_marked_and_nobody_else(office: Office, clock: SetClock) -> None:
    missed, arrived, coming = (book(office, number, at(10 + number)) for number in range(3))
    clock.moment = at(11)
    office.appointments.check_in(arrived.id)
    clock.moment = at(11, 59)
    assert office.appointments.close_missed() == 1
    assert office.appointments.close_missed() == 0
    states = [office.appointments.find(one.id).state for one in (missed, arrived, coming)]
    assert states == ["missed", "arrived", "booked"]


def test_a_card_finds_its_holders_appointments_of_today(office: Office, clock: SetClock) -> None:
    one, other = book(office, 1, at(10)), book(office, 1, at(9))
    book(office, 1, at(9, day=TUESDAY))
    book(office, 2, at(9))
    clock.moment = at(8)
    number = person(1).number
    assert [found.id for found in office.appointments.of_number(f" {number.lower()} ")] == [other.id, one.id]
    assert office.appointments.of_number("") == ()


def test_numbers_stay_without_a_gap_between_those_taken_and_those_checked_in(
    office: Office, clock: SetClock, hall_url: str
) -> None:
    made = [book(office, number, at(10, 15 * number)) for number in range(4)]
    clock.moment = at(10)
    given = [office.queue.issue("A").number]
    given += [office.appointments.check_in(one.code).number for one in made]
    given.append(office.queue.issue("A").number)
    assert given == [f"A{running:03d}" for running in range(1, 7)]
    assert check_database(hall_url)["faults"] == []


def test_each_verb_leaves_one_line_in_the_journal(office: Office, clock: SetClock, records: Records) -> None:
    made = book(office, 1, at(10))
    clock.moment = at(10)
    written = len(records.journal())
    ticket = office.appointments.check_in(made.code)
    (line,) = records.journal()[written:]
    assert (line["verb"], line["noun"], line["id"], line["who"]) == ("check_in", "appointment", str(made.id), "kiosk")
    assert line["after"] == {"state": "arrived", "ticket": ticket.number}


# Midnight and clocks that are set.


def test_an_appointment_at_midnight_is_checked_in_from_midnight_on(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(0, day=TUESDAY))
    assert made.check_in_from == at(0, day=TUESDAY)
    clock.moment = at(23, 50)
    with pytest.raises(Refusal, match="is on 2026-11-24, at 00:00"):
        office.appointments.check_in(made.code)
    clock.moment = at(0, day=TUESDAY)
    ticket = office.appointments.check_in(made.code)
    assert (ticket.day, ticket.number) == (TUESDAY, "A001")


def test_the_grace_of_the_last_appointment_ends_with_its_day(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(23, 45))
    clock.moment = at(0, day=TUESDAY)
    with pytest.raises(Refusal, match="too late"):
        office.appointments.check_in(made.code)


class Midnight(SetClock):
    """Comes after so many looks at the clock."""

    def __init__(self, looks: int) -> None:
        super().__init__(at(23, 59))
        self._looks = looks

    def now(self) -> datetime:
        self._looks -= 1
        return self.moment if self._looks >= 0 else at(0, day=TUESDAY)


@pytest.mark.parametrize("looks", [1, 2])
def test_midnight_while_it_waits_for_its_number_gives_no_number_of_yesterday(
    office: Office, hall_url: str, records: Records, looks: int
) -> None:
    made = book(office, 1, at(23, 45))
    with open_office(hall_url, clock=Midnight(looks)) as late:
        if looks == 1:
            with pytest.raises(Refusal, match="too late"):
                late.appointments.check_in(made.code)
            assert records.tickets() == []
        else:
            assert late.appointments.check_in(made.code).day == MONDAY
    assert check_database(hall_url)["faults"] == []


def test_on_the_day_the_clock_goes_back_the_window_is_as_long_as_ever(hall_url: str) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    office, clock = in_zone(hall_url, "Europe/Berlin", datetime(2026, 10, 24, 9, tzinfo=berlin))
    with office:
        start = datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1)  # the second 2:30
        made = office.appointments.book(["LD-001"], start, person(1), "qq")
        assert office.room.day(start) == made.day == date(2026, 10, 25)
        clock.moment = datetime(2026, 10, 25, 2, 29, tzinfo=berlin, fold=0)  # an hour and a minute before
        with pytest.raises(Refusal, match="opens at 02:30"):
            office.appointments.check_in(made.code)
        clock.moment = datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=0)
        assert office.appointments.check_in(made.code).place_at == start.astimezone(ZoneInfo("UTC"))


# Several at once, and killed in the middle.


def test_of_several_who_check_the_same_one_in_at_once_one_gets_the_number(
    office: Office, clock: SetClock, hall_url: str, records: Records
) -> None:
    made = [book(office, number, at(10)) for number in range(2)]
    clock.moment = at(10)
    for one in made:
        said = workers.in_processes(partial(booking_workers.check_in, hall_url, one.code, at(10)))
        numbers = {text for text in said if not text.startswith("refused")}
        assert len(numbers) == 1
        assert all(numbers.copy().pop() in text for text in said)  # who was refused was told the number
    assert [ticket.number for ticket in records.tickets()] == ["A001", "A002"]


def test_a_check_in_killed_at_any_step_leaves_nothing_half_done(
    office: Office, clock: SetClock, hall_url: str, records: Records
) -> None:
    made = book(office, 1, at(10))
    clock.moment = at(10)
    step, steps = 0, 0
    while not booking_workers.killed_at_step(hall_url, made.code, at(10), step):
        steps += 1
        assert office.appointments.find(made.id).state == "booked"
        assert records.tickets() == []
        assert check_database(hall_url)["faults"] == []
        step += 1
    assert steps > 3
    found = office.appointments.find(made.id)
    assert (found.state, found.ticket) == ("arrived", "A001")
    with office.store.reading() as session:
        assert session.get_one(Appointment, made.id).ticket_id == records.tickets()[0].id


class Outage(SetClock):
    """At the second look at the clock, which is behind the number's statement, the server drops every connection."""

    def __init__(self, office: Office) -> None:
        super().__init__(at(10))
        self._office = office
        self.looks = 0

    def now(self) -> datetime:
        self.looks += 1
        if self.looks == 2:
            with self._office.store.engine.begin() as connection:
                connection.exec_driver_sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        return self.moment


@pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)
def test_a_server_lost_in_the_middle_is_a_fault_and_the_next_check_in_works(
    office: Office, hall_url: str, records: Records
) -> None:
    made = book(office, 1, at(10))
    clock = Outage(office)
    with open_office(hall_url, clock=clock) as late:
        with pytest.raises(DatabaseFault, match="does not answer"):
            late.appointments.check_in(made.code)
        assert clock.looks == 2
        assert records.tickets() == []
        assert late.appointments.check_in(made.code).number == "A001"
    assert check_database(hall_url)["faults"] == []


def test_a_roster_that_changes_during_the_day_keeps_nobody_from_checking_in(office: Office, clock: SetClock) -> None:
    put_hours(office, REGULAR)
    made = book(office, 1, at(10))
    clock.moment = at(9, 30)
    put_duties(office, MONDAY, (3, "li"))
    assert [one.id for one in office.appointments.broken(FRIDAY)] == [made.id]
    assert office.appointments.check_in(made.code).number == "A001"
    assert office.appointments.broken() == ()
