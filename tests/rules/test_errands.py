"""An agent's day in a sensible order, and visits that leave each other time."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.errands import ERRAND, MORE, VISIT, Task, clash, day_order

BEGINS = datetime(2026, 11, 20, 8, 30)
HOURS = st.none() | st.integers(0, 36).map(lambda quarters: BEGINS + timedelta(minutes=15 * quarters))


def task(key: int, round_: int, at: datetime | None = None, *, case: int | None = None, position: int = 1) -> Task:
    return Task(key, case or key, position, f"place {round_}", round_, at)


@st.composite
def days(draw: st.DrawFn) -> list[Task]:
    count = draw(st.integers(0, 12))
    return [
        Task(key, draw(st.integers(1, 4)), key, f"place {place}", place, draw(HOURS))
        for key in range(count)
        for place in [draw(st.integers(0, 5))]
    ]


@given(days())
def test_each_stop_is_gone_to_once_and_agreed_hours_stand_in_their_order(tasks: list[Task]) -> None:
    order = day_order(tasks, BEGINS)
    assert sorted(one.key for one in order) == sorted(one.key for one in tasks)
    hours = [one.at for one in order if one.at is not None]
    assert hours == sorted(hours)


@given(days())
def test_no_stop_without_an_hour_goes_before_an_earlier_one_of_its_case(tasks: list[Task]) -> None:
    order = list(day_order(tasks, BEGINS))
    for place, one in enumerate(order):
        if one.at is None:
            earlier = [other for other in tasks if other.case == one.case and other.position < one.position]
            assert all(other in order[:place] for other in earlier)


def test_without_hours_the_day_goes_round_by_the_departments() -> None:
    order = day_order([task(1, 30), task(2, 10), task(3, 20), task(4, 10)], BEGINS)
    assert [one.key for one in order] == [2, 4, 3, 1]


def test_an_agreed_visit_is_fitted_between_what_there_is_time_for() -> None:
    visit = task(9, 0, BEGINS + ERRAND + timedelta(minutes=20))
    order = day_order([task(1, 10), task(2, 20), visit, task(3, 30)], BEGINS)
    assert [one.key for one in order] == [1, 9, 2, 3]


def test_what_a_visit_must_bring_first_is_carried_to_the_department_after_it() -> None:
    visit = task(9, 0, BEGINS + timedelta(hours=5), case=1)
    after = task(1, 10, case=1, position=2)
    assert [one.key for one in day_order([after, visit, task(2, 20)], BEGINS)] == [2, 9, 1]


@given(st.integers(-120, 120))
def test_two_visits_of_one_person_need_an_hour_between_their_beginnings(minutes: int) -> None:
    other = BEGINS + timedelta(minutes=minutes)
    assert (clash(BEGINS, [other]) == other) == (abs(minutes) < 60)


@given(days())
def test_what_has_no_hour_makes_no_agreed_visit_late(tasks: list[Task]) -> None:
    order = list(day_order(tasks, BEGINS))
    now, last = BEGINS, ""
    for place, one in enumerate(order):
        if one.at is not None:
            now = max(now, one.at) + VISIT
        else:
            now += MORE if one.place == last else ERRAND
            assert all(now <= other.at for other in order[place:] if other.at is not None)
        last = one.place
