"""Sixteen at once for the last slots: nobody is booked twice into one place, whatever else changes meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from sqlalchemy import select, update

from terminal.model import Appointment, AppointmentItem, SlotUse, Ticket
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from tests.office import booking_workers, workers
from tests.office.bookings import MONDAY, REGULAR, at, book, free, put_duties, put_hours, uses
from tests.office.halls import MORNING, Records, SetClock

MANY = 16
CELL = timedelta(minutes=15)
WINDOWS = ("AB", "AB", "C")  # of the small hall


def matched(windows: Sequence[str], needs: Sequence[str]) -> bool:
    """Whether each booking can have a window of its own, by trying all ways."""
    return not needs or any(
        set(needs[0]) <= set(lines) and matched([*windows[:index], *windows[index + 1 :]], needs[1:])
        for index, lines in enumerate(windows)
    )


def assert_nothing_overbooked(office: Office, most: int) -> int:
    """Recomputed from the rows alone: at no cell more than ``most``, and a window for each. How many cells are full."""
    taken = [use for use in uses(office) if use.until is None or use.until > MORNING]
    full = 0
    for cell in sorted({use.start_at + n * CELL for use in taken for n in range((use.end_at - use.start_at) // CELL)}):
        needs = [use.needs for use in taken if use.start_at <= cell < use.end_at]
        assert len(needs) <= most, cell
        assert matched(WINDOWS, needs), cell
        full += len(needs) == most
    return full


def test_sixteen_processes_that_book_hold_move_and_cancel_never_overbook(office: Office, hall_url: str) -> None:
    office.appointments.set_rules(walk_in_share=0)
    starts = [at(9, 15 * cell) for cell in range(4)]
    items = [("LD-001",), ("LD-002", "SB-001"), ("SB-002",), ("MZ-001",)]
    work = partial(booking_workers.book_what_is_left, hall_url, starts, items)
    refused = sum(workers.in_processes(work, MANY))
    assert refused > 0
    assert assert_nothing_overbooked(office, 3) > 0
    assert check_database(hall_url)["faults"] == []


def test_of_sixteen_who_want_the_last_places_just_so_many_get_one(office: Office, hall_url: str) -> None:
    office.appointments.set_rules(walk_in_share=0)
    said = workers.in_processes(partial(booking_workers.take_one, hall_url, at(9)), MANY)
    assert len({code for code in said if code}) == sum(map(bool, said)) == 2
    assert free(office, at(9)) == 0


def test_one_person_booked_by_sixteen_at_once_gets_what_the_rules_allow(office: Office, hall_url: str) -> None:
    office.appointments.set_rules(walk_in_share=0, most_open=3)
    starts = [at(9 + hour, day=MONDAY + timedelta(days=day)) for day in range(4) for hour in range(2)]
    said = workers.in_processes(partial(booking_workers.book_for_one, hall_url, starts))
    assert sum(map(bool, said)) == 3
    assert len({one.resident_id for one in office.appointments.list(MONDAY, MONDAY + timedelta(days=4))}) == 1


def test_a_hold_confirmed_by_several_at_once_is_one_persons(office: Office, hall_url: str) -> None:
    held = office.appointments.hold(["LD-001"], at(9), channel="qq")
    said = workers.in_processes(partial(booking_workers.confirm_one, hall_url, held.id))
    assert sum(said) == 1
    assert len(uses(office)) == 1


def test_what_is_booked_while_the_hours_change_fits_them_or_is_on_the_list_of_the_broken(
    office: Office, hall_url: str
) -> None:
    office.appointments.set_rules(walk_in_share=0)
    put_hours(office, REGULAR)
    starts = [at(8 + cell // 4, 15 * (cell % 4)) for cell in range(16)]
    work = partial(booking_workers.book_or_change, hall_url, starts, booking_workers.close_at_ten)
    listed, *_ = workers.in_processes(work)
    assert [one.id for one in office.appointments.broken()] == sorted(
        listed, key=lambda one: (office.appointments.find(one).start, one)
    )
    assert {one.id for one in office.appointments.list(MONDAY, MONDAY) if one.end > at(10)} == set(listed)
    assert_nothing_overbooked(office, 3)


def test_what_is_booked_while_somebody_falls_out_fits_who_is_left_or_is_on_the_list(
    office: Office, hall_url: str
) -> None:
    office.appointments.set_rules(walk_in_share=0)
    duty, _ = put_duties(office, MONDAY, (1, "zhang"), (2, "li"))
    starts = [at(8 + cell // 4, 15 * (cell % 4)) for cell in range(16)]
    work = partial(booking_workers.book_or_change, hall_url, starts, partial(booking_workers.lose_somebody, duty))
    listed, *_ = workers.in_processes(work)
    assert {one.id for one in office.appointments.broken()} == set(listed)
    staying = [one for one in office.appointments.list(MONDAY, MONDAY) if one.id not in listed]
    assert len({one.start for one in staying}) == len(staying)  # one at a time, since one is left


def test_a_process_killed_in_the_middle_leaves_no_half_booking(office: Office, hall_url: str, records: Records) -> None:
    for number, seconds in enumerate((0.11, 0.17, 0.23)):
        booking_workers.killed_while_booking(hall_url, seconds, 10_000 * number)
    assert check_database(hall_url)["faults"] == []
    with office.store.reading() as session:
        made = set(session.scalars(select(Appointment.id)))
        assert len(made) > 3  # they did work
        assert set(session.scalars(select(AppointmentItem.appointment_id))) == made
        assert set(session.scalars(select(SlotUse.appointment_id))) <= made
    begun = [line["id"] for line in records.journal() if line["verb"] in ("book", "hold")]
    assert sorted(map(int, begun)) == sorted(made)


def test_a_check_of_the_database_finds_what_cannot_be(office: Office, hall_url: str, clock: SetClock) -> None:
    one, other, third = book(office, 1, at(9)), book(office, 2, at(10)), book(office, 3, at(11))
    clock.moment = at(9)
    office.appointments.check_in(one.id)
    assert check_database(hall_url)["faults"] == []
    with office.store.writing() as session:
        session.execute(update(Ticket).values(place_at=at(8)))
        session.execute(update(SlotUse).where(SlotUse.appointment_id == other.id).values(start_at=at(9)))
        session.execute(update(SlotUse).where(SlotUse.appointment_id == third.id).values(until=at(8)))
        session.add_all(
            SlotUse(appointment_id=one.id, centre=office.centre, day=MONDAY, start_at=at(9), end_at=at(9, 15),
                    needs="A", until=None)
            for _ in range(3)
        )  # fmt: skip
    assert check_database(hall_url)["faults"] == [
        f"appointment {one.code} is arrived and takes 4 slots",
        f"appointment {third.code} is booked and takes 0 slots",
        f"appointment {other.code} takes another time than its own",
        f"appointment {one.code}: number A001 of {MONDAY} has another day or place",
        "2026-11-23 01:00 UTC: more is booked than there are windows",
    ]
