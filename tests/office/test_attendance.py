"""Attendance: what signing in and out at a counter says of a duty, and what is noted by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from terminal.office.office import Office
from tests.office import workers
from tests.office.duties import SATURDAY, TODAY, Duties
from tests.office.halls import MORNING, Records, SetClock


@pytest.fixture
def duties(office: Office) -> Duties:
    return Duties(office)


def test_on_a_day_everybody_of_the_published_roster_is_named_with_the_counter_they_sit_at(
    office: Office, duties: Duties
) -> None:
    late = duties.add("li", shift="late", counter=2)
    early = duties.add("zhang", counter=1)
    duties.add("wang", counter=3, in_force=False)
    duties.add("wang", SATURDAY, "weekend")
    office.counters.sign_in(3, "zhang")
    first, second = office.duty.on(TODAY)
    assert (first.duty.id, first.duty.staff_name, first.duty.shift_name) == (early, "张敏", "早班")
    assert (first.duty.opens, first.duty.closes, first.duty.kind, first.signed_in_at) == (480, 960, "regular", 3)
    assert (second.duty.id, second.signed_in_at, second.duty.arrived_at) == (late, None, None)


def test_duties_of_a_period_are_those_in_force_of_everybody_or_of_one(office: Office, duties: Duties) -> None:
    early, late = duties.add("zhang"), duties.add("li", shift="late", counter=2)
    weekend = duties.add("zhang", SATURDAY, "weekend")
    assert [one.id for one in office.duty.duties(TODAY, SATURDAY)] == [early, late, weekend]
    assert [one.id for one in office.duty.duties(TODAY, SATURDAY, "zhang")] == [early, weekend]
    assert office.duty.duties(SATURDAY, SATURDAY, "li") == ()


def test_signing_in_marks_the_duty_at_whatever_counter(office: Office, duties: Duties) -> None:
    planned, other = duties.add("zhang", counter=1), duties.add("li", counter=2)
    office.counters.sign_in(3, "zhang")
    assert duties.duty(planned).arrived_at == MORNING
    assert duties.duty(other).arrived_at is None


def test_signing_out_marks_when_the_person_left_and_coming_back_takes_it_back(
    office: Office, duties: Duties, clock: SetClock
) -> None:
    duty = duties.add("zhang")
    office.counters.sign_in(1, "zhang")
    clock.pass_(hours=2)
    office.counters.sign_out(1)
    assert duties.duty(duty).left_at == MORNING + timedelta(hours=2)
    clock.pass_(minutes=10)
    office.counters.sign_in(2, "zhang")
    assert (duties.duty(duty).arrived_at, duties.duty(duty).left_at) == (MORNING, None)


def test_moving_to_another_counter_is_not_leaving(office: Office, duties: Duties) -> None:
    duty = duties.add("zhang")
    office.counters.sign_in(1, "zhang")
    office.counters.sign_in(2, "zhang")
    assert duties.duty(duty).left_at is None


def test_whose_counter_another_person_takes_has_left(office: Office, duties: Duties) -> None:
    duty, other = duties.add("zhang"), duties.add("li", shift="late", counter=1)
    office.counters.sign_in(1, "zhang")
    office.counters.sign_in(1, "li")
    assert duties.duty(duty).left_at == MORNING
    assert duties.duty(other).arrived_at == MORNING
    assert duties.duty(other).left_at is None


def test_an_arrival_counts_for_duties_without_a_break_between_and_not_for_one_of_the_evening(
    office: Office, duties: Duties, clock: SetClock
) -> None:
    over = duties.add("zhang", span=(420, 480))
    first, second = duties.add("zhang", span=(540, 720)), duties.add("zhang", span=(720, 900))
    evening = duties.add("zhang", span=(1140, 1200))
    office.counters.sign_in(1, "zhang")
    assert [duties.duty(one).arrived_at for one in (over, first, second, evening)] == [None, MORNING, MORNING, None]
    clock.moment = MORNING.replace(hour=15)
    office.counters.sign_out(1)
    assert duties.duty(evening).left_at is None
    clock.moment = MORNING.replace(hour=18, minute=50)
    office.counters.sign_in(1, "zhang")
    assert duties.duty(evening).arrived_at == clock.moment
    assert duties.duty(first).left_at == MORNING.replace(hour=15)


def test_who_has_no_duty_today_signs_in_as_ever(office: Office, duties: Duties, records: Records) -> None:
    duty = duties.add("zhang", SATURDAY, "weekend")
    assert office.counters.sign_in(1, "zhang").staff == "zhang"
    assert duties.duty(duty).arrived_at is None
    assert [line["verb"] for line in records.journal()] == ["sign_in"]


def test_a_person_who_signs_in_at_many_counters_at_once_sits_at_one_and_has_come(
    office: Office, duties: Duties, hall_url: str
) -> None:
    duty, other = duties.add("zhang"), duties.add("li", shift="late", counter=2)
    workers.in_processes(partial(workers.sign_in_one, hall_url, ("zhang", "li")), 6)
    seated = [staff for staff in duties.seats().values() if staff]
    assert len(seated) == len(set(seated))
    for one, staff in ((duty, "zhang"), (other, "li")):
        assert duties.duty(one).arrived_at == MORNING
        assert (duties.duty(one).left_at is None) == (staff in seated)


def test_attendance_tells_who_is_late_missing_away_and_who_was_absent(
    office: Office, duties: Duties, clock: SetClock
) -> None:
    duties.add("zhang", span=(480, 960), counter=1)  # 8:00, comes now at 9:00
    duties.add("li", span=(520, 960), counter=2)  # 8:40, does not come
    duties.add("wang", span=(600, 1080), counter=3)
    noted = duties.add("chen", span=(480, 960), counter=4 - 1)
    office.counters.sign_in(1, "zhang")
    office.duty.absent(noted, "病")

    def states() -> dict[str, tuple[str, int, int]]:
        rows = office.duty.attendance(TODAY, TODAY)
        return {one.duty.staff: (one.state, one.minutes_late, one.minutes_early) for one in rows}

    assert states() == {
        "zhang": ("here", 60, 0), "li": ("missing", 20, 0), "wang": ("coming", 0, 0), "chen": ("absent", 0, 0),
    }  # fmt: skip
    clock.moment = MORNING.replace(hour=15)
    office.counters.sign_out(1)
    assert states()["zhang"] == ("away", 60, 60)
    clock.moment = MORNING.replace(hour=20)
    assert states() == {
        "zhang": ("done", 60, 60), "li": ("missed", 440, 0), "wang": ("missed", 480, 0), "chen": ("absent", 0, 0),
    }  # fmt: skip


def test_a_sign_out_after_the_end_is_no_early_one(office: Office, duties: Duties, clock: SetClock) -> None:
    duties.add("zhang", span=(540, 600))
    office.counters.sign_in(1, "zhang")
    clock.pass_(hours=3)
    office.counters.sign_out(1)
    (row,) = office.duty.attendance(TODAY, TODAY)
    assert (row.state, row.minutes_late, row.minutes_early) == ("done", 0, 0)
