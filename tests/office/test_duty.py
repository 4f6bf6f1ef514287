"""Leave and absence: whom they take from duty, which appointments they break, and that both can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest

from terminal.errors import Refusal
from terminal.model.duty import ON_LEAVE
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from tests.office import workers
from tests.office.duties import MONDAY, SATURDAY, SUNDAY, TODAY, Duties
from tests.office.halls import Records, SetClock
from tests.office.plans import at

MISTER = ResidentEntry("王大华", phone="13800000001")
MADAM = ResidentEntry("李小美", phone="13800000002")


@pytest.fixture
def duties(office: Office) -> Duties:
    return Duties(office)


def booked(office: Office, start: datetime, resident: ResidentEntry = MISTER) -> int:
    return office.appointments.book(["LD-001"], start, resident, "in_person").id


def test_leave_takes_the_duties_it_covers_out_of_service_and_names_them(
    office: Office, duties: Duties, records: Records
) -> None:
    covered, after = duties.add("zhang", MONDAY), duties.add("zhang", MONDAY + timedelta(1))
    duties.add("li", MONDAY, "late", 2)
    appointment = booked(office, at(MONDAY, 9))
    leave = office.duty.leave("zhang", SATURDAY, MONDAY, "探亲", by="chen")
    assert (leave.name, leave.since, leave.until, leave.reason) == ("张敏", SATURDAY, MONDAY, "探亲")
    assert [(one.id, one.absent) for one in leave.covered] == [(covered, ON_LEAVE)]
    assert [one.id for one in leave.broken] == [appointment]
    assert [one.id for one in office.appointments.broken()] == [appointment]
    assert duties.duty(after).absent is None
    (listed,) = office.duty.leaves(SUNDAY, SUNDAY)
    assert [one.id for one in listed.covered] == [covered]
    line = records.journal()[-1]
    assert (line["verb"], line["who"], line["after"]["duties"]) == ("leave", "chen", [covered])
    assert "探亲" not in str(line)


def test_what_others_can_still_serve_is_not_broken(office: Office, duties: Duties) -> None:
    duties.add("zhang", MONDAY)
    duties.add("li", MONDAY, counter=2)
    kept = booked(office, at(MONDAY, 9))
    assert office.duty.leave("zhang", MONDAY, MONDAY).broken == ()
    assert office.appointments.find(kept).state == "booked"


def test_leave_that_is_taken_back_before_it_begins_never_was(office: Office, duties: Duties) -> None:
    duty = duties.add("zhang", MONDAY)
    leave = office.duty.leave("zhang", MONDAY, MONDAY)
    assert office.duty.end_leave(leave.id) is None
    assert office.duty.leaves(MONDAY, MONDAY) == ()
    assert duties.duty(duty).absent is None


def test_who_comes_back_early_has_the_duties_again_from_that_day_on(
    office: Office, duties: Duties, clock: SetClock
) -> None:
    past, today = duties.add("zhang", TODAY), duties.add("zhang", MONDAY)
    leave = office.duty.leave("zhang", TODAY, MONDAY)
    clock.pass_(days=3)
    ended = office.duty.end_leave(leave.id)
    assert ended is not None
    assert (ended.since, ended.until) == (TODAY, SUNDAY)
    assert (duties.duty(past).absent, duties.duty(today).absent) == (ON_LEAVE, None)
    with pytest.raises(Refusal, match="over"):
        office.duty.end_leave(leave.id)


def test_an_absence_noted_for_another_reason_outlasts_the_end_of_the_leave(office: Office, duties: Duties) -> None:
    duty = duties.add("zhang", MONDAY)
    leave = office.duty.leave("zhang", MONDAY, MONDAY)
    office.duty.absent(duty, "培训")
    office.duty.end_leave(leave.id)
    assert duties.duty(duty).absent == "培训"


def test_leave_of_the_same_days_backwards_too_long_or_of_nobody_is_refused(
    office: Office, duties: Duties, records: Records
) -> None:
    office.duty.leave("zhang", SATURDAY, MONDAY)
    written = len(records.journal())
    for staff, since, until in (
        ("zhang", MONDAY, MONDAY + timedelta(5)),
        ("li", MONDAY, SUNDAY),
        ("li", MONDAY, MONDAY + timedelta(366)),
        ("nobody", MONDAY, MONDAY),
    ):
        with pytest.raises(Refusal):
            office.duty.leave(staff, since, until)
    with pytest.raises(Refusal, match="longer"):
        office.duty.leave("li", MONDAY, MONDAY, "因" * 121)
    for leave in (0, 99, -1, 2**70):
        with pytest.raises(Refusal, match="no leave"):
            office.duty.end_leave(leave)
    assert len(records.journal()) == written


def test_of_two_who_enter_the_same_leave_at_the_same_moment_one_has(
    office: Office, duties: Duties, hall_url: str
) -> None:
    said = workers.in_processes(partial(workers.leave_one, hall_url, MONDAY), 4)
    assert sorted(said) == [False, False, False, True]
    assert len(office.duty.leaves(MONDAY, MONDAY)) == 1


def test_an_absence_breaks_what_nobody_else_can_serve_and_says_which(
    office: Office, duties: Duties, records: Records
) -> None:
    duty = duties.add("zhang", MONDAY)
    duties.add("li", MONDAY, "late", 2)  # from ten o'clock
    early, later = booked(office, at(MONDAY, 9)), booked(office, at(MONDAY, 11), MADAM)
    assert [one.id for one in office.duty.absent(duty, "生病", by="chen")] == [early]
    assert [one.id for one in office.appointments.broken()] == [early]
    assert office.appointments.find(later).state == "booked"
    line = records.journal()[-1]
    assert (line["verb"], line["id"], line["who"]) == ("absent", str(duty), "chen")
    assert "生病" not in str(line)
    slots = office.appointments.slots(["LD-001"], MONDAY)[0].slots
    assert all(one.start >= at(MONDAY, 10) for one in slots)
    office.duty.present(duty)
    assert office.appointments.broken() == ()


def test_an_absence_needs_a_reason_a_duty_in_force_and_can_be_taken_back_once(office: Office, duties: Duties) -> None:
    duty, draft = duties.add("zhang"), duties.add("li", counter=2, in_force=False)
    for reason in ("", "病" * 121):
        with pytest.raises(Refusal):
            office.duty.absent(duty, reason)
    for unknown in (draft, 0, 10_000, 2**70):
        with pytest.raises(Refusal, match="no duty"):
            office.duty.absent(unknown, "病")
    office.duty.absent(duty, "病")
    office.duty.absent(duty, "病了")  # said more exactly
    assert office.duty.present(duty).absent is None
    with pytest.raises(Refusal, match="No absence"):
        office.duty.present(duty)


def test_who_signs_in_after_all_is_there(office: Office, duties: Duties) -> None:
    duty = duties.add("zhang")
    office.duty.absent(duty, "堵车")
    office.counters.sign_in(1, "zhang")
    assert duties.duty(duty).absent is None
    assert office.duty.attendance(TODAY, TODAY)[0].state == "here"


def test_nobody_books_what_an_absence_takes_away_at_the_same_moment(
    office: Office, duties: Duties, hall_url: str
) -> None:
    """Whoever booked before the absence is named by it; whoever comes after finds no slot."""
    duty = duties.add("zhang", MONDAY)
    said = workers.in_processes(partial(workers.book_or_be_absent, hall_url, duty, at(MONDAY, 9)), 4)
    made = [one for one in said[1:] if one]
    assert len(made) <= 1  # one person, one slot
    assert said[0] == made
    assert [one.id for one in office.appointments.broken()] == made
