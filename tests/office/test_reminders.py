"""Reminders: once, on the day before, of what is still to come; and none of what has moved away."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest

from terminal.model import Appointment
from terminal.office.booking_views import BookingView, MessageRow
from terminal.office.office import Office
from tests.office import outbox_workers, workers
from tests.office.duties import MONDAY, SUNDAY
from tests.office.halls import Records, SetClock
from tests.office.people import person
from tests.office.plans import at

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def monday(office: Office) -> BookingView:
    """An appointment on Monday at 14:00, booked on Friday; the hall is always open."""
    return office.appointments.book(["LD-001"], at(MONDAY, 14), person(), "qq")


def remind_at(office: Office, clock: SetClock, moment: datetime) -> int:
    clock.moment = moment
    return office.reminders.remind()


def reminders(office: Office) -> list[MessageRow]:
    return [row for row in office.outbox.messages() if row.template == "reminder"]


def test_the_day_before_at_nine_each_is_reminded_once(
    office: Office, clock: SetClock, monday: BookingView, records: Records
) -> None:
    office.appointments.book(["LD-001"], at(TUESDAY, 9), person(2), "qq")
    assert remind_at(office, clock, at(SUNDAY, 8, 59)) == 0
    assert remind_at(office, clock, at(SUNDAY, 9)) == 1
    (row,) = reminders(office)
    assert (row.appointment, row.state) == (monday.id, "waiting")
    assert "11月23日（周一）14:00" in row.text
    assert monday.code in row.text
    assert remind_at(office, clock, at(SUNDAY, 9, 1)) == 0
    assert remind_at(office, clock, at(MONDAY, 9)) == 1
    assert [line["after"]["count"] for line in records.journal() if line["verb"] == "remind"] == [1, 1]


def test_nobody_is_reminded_at_night(office: Office, clock: SetClock, monday: BookingView) -> None:
    for moment in (at(SUNDAY, 21), at(SUNDAY, 23, 59), at(MONDAY, 0), at(MONDAY, 6, 59)):
        assert remind_at(office, clock, moment) == 0
    assert remind_at(office, clock, at(MONDAY, 7)) == 1  # nobody delivered on Sunday


def test_what_is_over_is_not_reminded_of(office: Office, clock: SetClock, monday: BookingView) -> None:
    assert remind_at(office, clock, at(MONDAY, 14)) == 0


def test_who_booked_on_the_day_before_was_told_then(office: Office, clock: SetClock) -> None:
    clock.moment = at(SUNDAY, 9)
    office.appointments.book(["LD-001"], at(MONDAY, 14), person(), "qq")
    assert remind_at(office, clock, at(SUNDAY, 10)) == 0
    assert remind_at(office, clock, at(MONDAY, 9)) == 0


def test_a_reminder_that_was_not_sent_in_time_is_dropped(office: Office, clock: SetClock, monday: BookingView) -> None:
    remind_at(office, clock, at(SUNDAY, 9))
    remind_at(office, clock, at(MONDAY, 14))
    (row,) = reminders(office)
    assert (row.state, row.detail) == ("dropped", "expired")


def test_a_moved_appointment_has_a_reminder_of_its_own_and_the_old_one_is_dropped(
    office: Office, clock: SetClock, monday: BookingView
) -> None:
    remind_at(office, clock, at(SUNDAY, 9))
    office.appointments.move(monday.id, at(TUESDAY, 15))
    (row,) = reminders(office)
    assert row.state == "dropped"
    assert remind_at(office, clock, at(SUNDAY, 10)) == 0
    assert remind_at(office, clock, at(MONDAY, 9)) == 1
    assert [row.state for row in reminders(office)] == ["waiting", "dropped"]
    assert "11月24日（周二）15:00" in reminders(office)[0].text


def test_a_cancelled_appointment_is_not_reminded_of(office: Office, clock: SetClock, monday: BookingView) -> None:
    remind_at(office, clock, at(SUNDAY, 9))
    office.appointments.cancel(monday.id)
    assert [row.state for row in reminders(office)] == ["dropped"]
    assert remind_at(office, clock, at(SUNDAY, 10)) == 0


def test_who_cannot_be_written_to_is_called_the_day_before(office: Office, clock: SetClock) -> None:
    office.appointments.book(["LD-001"], at(MONDAY, 14), person(phone=""), "qq")
    for row in office.outbox.calls():
        office.outbox.called(row.id)
    remind_at(office, clock, at(SUNDAY, 9))
    (row,) = office.outbox.calls()
    assert row.template == "reminder"


def test_a_held_slot_is_nobodys_and_reminds_nobody(office: Office, clock: SetClock) -> None:
    office.appointments.hold(["LD-001"], at(MONDAY, 14), channel="qq")
    assert remind_at(office, clock, at(SUNDAY, 9)) == 0


def test_a_thousand_are_reminded_in_portions(office: Office, clock: SetClock, monday: BookingView) -> None:
    with office.store.writing() as session:
        for serial in range(600):
            session.add(
                Appointment(
                    centre=office.centre, code=f"T{serial}", resident_id=monday.resident_id, channel="qq",
                    state="booked", day=MONDAY, start_at=at(MONDAY, 15), end_at=at(MONDAY, 16), line="A",
                    made_at=at(SUNDAY, 0),
                )
            )  # fmt: skip
    assert [remind_at(office, clock, at(SUNDAY, 9, minute)) for minute in range(3)] == [500, 101, 0]


def test_of_several_workers_each_appointment_has_one_reminder(office: Office, hall_url: str) -> None:
    for hour in range(9, 17):
        office.appointments.book(["LD-001"], at(MONDAY, hour), person(hour), "qq")
    workers.in_processes(partial(outbox_workers.remind_one, hall_url, at(SUNDAY, 9)), 4)
    assert len(reminders(office)) == 8
