"""Urgent appointments and whoever was called in for them: away, back again, or changed for somebody else."""

from __future__ import annotations

import pytest

from terminal.errors import Refusal
from terminal.model import Staff
from terminal.office.booking_views import BookingView
from terminal.office.office import Office
from tests.office.duties import MONDAY, SATURDAY, Duties
from tests.office.halls import SetClock
from tests.office.people import person
from tests.office.plans import at, open_by_the_clock


@pytest.fixture
def duties(office: Office) -> Duties:
    found = Duties(office)
    open_by_the_clock(office)
    found.add("zhang", SATURDAY, "weekend", 1)
    return found


@pytest.fixture
def called_in(office: Office, duties: Duties) -> BookingView:
    """Wang comes to window 1 on Saturday at 14:00, when it is closed."""
    made = office.requests.add("qq", person(), item="LD-001", urgent=True, reason="高龄行动不便")
    return office.requests.approve(made.id, start=at(SATURDAY, 14), staff="wang", counter=1)


def duty_of(office: Office) -> int:
    """The duty that somebody was called in for."""
    return next(one.id for one in office.duty.duties(SATURDAY, SATURDAY) if one.kind == "urgent")


def broken(office: Office) -> list[tuple[int, str]]:
    return [(one.id, one.broken_by) for one in office.appointments.broken()]


def test_it_is_kept_outside_the_hours(office: Office, called_in: BookingView) -> None:
    assert broken(office) == []
    office.hours.special((), SATURDAY, SATURDAY, reason="停电")
    assert broken(office) == []


def test_it_is_broken_while_the_person_is_absent(office: Office, called_in: BookingView) -> None:
    duty = duty_of(office)
    (named,) = office.duty.absent(duty, "病假")
    assert named.id == called_in.id
    assert broken(office) == [(called_in.id, "people")]
    assert office.errands.now().broken == 1
    assert office.appointments.tell(called_in.id).told_of == "hours_changed"
    office.duty.present(duty)
    assert broken(office) == []


def test_it_is_broken_by_leave_and_kept_once_that_is_taken_back(office: Office, called_in: BookingView) -> None:
    leave = office.duty.leave("wang", SATURDAY, MONDAY)
    assert [one.id for one in leave.broken] == [called_in.id]
    office.duty.end_leave(leave.id)
    assert broken(office) == []


def test_it_is_broken_when_the_person_has_left_the_centre(office: Office, called_in: BookingView) -> None:
    with office.store.writing() as session:
        session.get_one(Staff, (office.centre, "wang")).active = False
    assert broken(office) == [(called_in.id, "people")]


def test_it_stands_in_the_list_at_its_own_time(office: Office, duties: Duties, called_in: BookingView) -> None:
    early = office.appointments.book(["LD-001"], at(SATURDAY, 10), person(2), "qq")
    duties.add("li", MONDAY)
    late = office.appointments.book(["LD-001"], at(MONDAY, 10), person(3), "qq")
    office.duty.absent(duty_of(office), "病假")
    office.hours.special((), SATURDAY, MONDAY, reason="停电")
    assert broken(office) == [(early.id, "closed"), (called_in.id, "people"), (late.id, "closed")]


def test_one_that_nobody_was_there_for_is_not_the_residents_to_answer_for(
    office: Office, called_in: BookingView, clock: SetClock
) -> None:
    office.duty.absent(duty_of(office), "病假")
    clock.moment = at(SATURDAY, 18)
    assert office.appointments.close_missed() == 0
    with pytest.raises(Refusal, match="too late"):
        office.appointments.check_in(called_in.code)
    assert office.appointments.find(called_in.id).state == "booked"


def test_it_goes_with_its_duty_to_whoever_takes_that(office: Office, called_in: BookingView) -> None:
    asked = office.duty.ask_swap(duty_of(office), "chen", by="wang")
    office.duty.agree(asked.id, by="chen")
    assert office.duty.approve(asked.id, by="zhang").broken == ()
    assert office.appointments.find(called_in.id).staff == "chen"
    assert broken(office) == []
    office.appointments.cancel(called_in.id)
    assert [one.staff for one in office.duty.duties(SATURDAY, SATURDAY)] == ["zhang"]


def test_whoever_need_not_come_has_it_called_off_in_the_calendar_too(office: Office, called_in: BookingView) -> None:
    asked = office.duty.ask_swap(duty_of(office), "chen", by="wang")
    assert "CONFIRMED" in calendar_of(office, "wang")
    office.appointments.cancel(called_in.id)
    assert "STATUS:CANCELLED" in calendar_of(office, "wang")
    assert [one.staff for one in office.duty.duties(SATURDAY, SATURDAY)] == ["zhang"]
    office.duty.agree(asked.id, by="chen")
    with pytest.raises(Refusal):
        office.duty.approve(asked.id, by="zhang")


def calendar_of(office: Office, staff: str) -> str:
    return office.roster_export.ical(staff, SATURDAY, SATURDAY).decode()
