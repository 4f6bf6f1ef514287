"""What a duty roster may not do."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.roster import (
    HARD,
    Conflict,
    ConflictKind,
    Crew,
    Need,
    Stint,
    conflicts,
    quarter_of,
    quarters,
    spread_of,
    week_of,
)

FRIDAY, SATURDAY, SUNDAY = date(2026, 10, 9), date(2026, 10, 10), date(2026, 10, 11)
NEXT_SATURDAY = SATURDAY + timedelta(days=7)
CREW = Crew(
    trained={"zhang": frozenset("AB"), "li": frozenset("B"), "wang": frozenset("C")},
    serves={1: frozenset("AB"), 2: frozenset("C"), 3: frozenset()},
    away={"wang": ((SATURDAY, SUNDAY),)},
)


def early(staff: str, counter: int = 1, day: date = FRIDAY) -> Stint:
    return Stint(day, "early", counter, staff, 480, 960)


def late(staff: str, counter: int = 1, day: date = FRIDAY) -> Stint:
    return Stint(day, "late", counter, staff, 600, 1080)


def night(staff: str, counter: int = 1, day: date = FRIDAY) -> Stint:
    return Stint(day, "night", counter, staff, 1080, 1200)


def weekend(staff: str, day: date = SATURDAY, counter: int = 1) -> Stint:
    return Stint(day, "weekend", counter, staff, 540, 720, weekend=True)


def kinds(*stints: Stint, needs: tuple[Need, ...] = (), around: tuple[Stint, ...] = ()) -> list[str]:
    return [one.kind for one in conflicts(stints, needs, CREW, around)]


def test_a_person_at_two_windows_at_once_is_told_once() -> None:
    (found,) = conflicts([early("zhang"), late("zhang", 3)], (), CREW)
    assert found == Conflict(ConflictKind.OVERLAP, FRIDAY, "late", 3, "zhang", "early")


def test_two_shifts_of_one_day_that_do_not_overlap_are_told_as_such() -> None:
    (found,) = conflicts([early("zhang"), night("zhang")], (), CREW)
    assert found == Conflict(ConflictKind.SAME_DAY, FRIDAY, "night", 1, "zhang", "early")


def test_one_who_is_called_in_may_work_a_shift_of_that_day_but_not_at_the_same_time() -> None:
    called = Stint(FRIDAY, None, 1, "zhang", 1100, 1140)
    assert kinds(early("zhang"), called) == []
    assert kinds(late("zhang"), Stint(FRIDAY, None, 1, "zhang", 1000, 1100)) == ["overlap"]


def test_shifts_that_touch_do_not_overlap() -> None:
    assert kinds(late("zhang"), night("li")) == []
    assert kinds(late("zhang"), night("zhang")) == ["same_day"]


@pytest.mark.parametrize(("day", "told"), [(FRIDAY, []), (SATURDAY, ["on_leave"]), (SUNDAY, ["on_leave"])])
def test_leave_counts_from_its_first_to_its_last_day(day: date, told: list[str]) -> None:
    assert kinds(early("wang", 2, day)) == told


def test_a_person_trained_for_none_of_a_counters_lines_is_out_of_place_there() -> None:
    (found,) = conflicts([early("wang")], (), CREW)
    assert found == Conflict(ConflictKind.UNTRAINED, FRIDAY, "early", 1, "wang", "AB")
    assert kinds(early("li")) == []  # one of its lines is enough
    assert kinds(early("wang", 3)) == []  # it serves nothing that could be untaught


def test_somebody_who_is_no_longer_known_is_trained_for_nothing() -> None:
    assert kinds(early("gone", 3)) == ["untrained"]


def test_extended_duty_on_two_weekends_in_a_row_is_told_of_the_later() -> None:
    (found,) = conflicts([weekend("zhang", SUNDAY), weekend("zhang", NEXT_SATURDAY)], (), CREW)
    assert found == Conflict(ConflictKind.TWO_WEEKENDS, NEXT_SATURDAY, "weekend", 1, "zhang", str(SUNDAY))


def test_both_days_of_one_weekend_and_every_other_weekend_are_no_conflict() -> None:
    assert kinds(weekend("zhang"), weekend("zhang", SUNDAY), weekend("zhang", SATURDAY + timedelta(days=14))) == []


def test_a_holiday_that_lies_in_two_weeks_counts_as_two_weekends() -> None:
    sunday, monday = date(2026, 10, 4), date(2026, 10, 5)  # both within the National Day holiday
    assert kinds(weekend("zhang", sunday), weekend("zhang", monday)) == ["two_weekends"]


def test_weekends_just_before_and_after_the_roster_count() -> None:
    before, after = weekend("zhang", SATURDAY - timedelta(days=7)), weekend("zhang", NEXT_SATURDAY)
    ours = weekend("zhang")
    assert conflicts([ours], (), CREW, [before]) == (
        Conflict(ConflictKind.TWO_WEEKENDS, SATURDAY, "weekend", 1, "zhang", str(before.day)),
    )
    assert conflicts([ours], (), CREW, [after]) == (
        Conflict(ConflictKind.TWO_WEEKENDS, SATURDAY, "weekend", 1, "zhang", str(NEXT_SATURDAY)),
    )
    assert conflicts([], (), CREW, [before, ours]) == ()  # both are others'


def test_a_post_without_anybody_and_a_field_that_nobody_covers_are_told() -> None:
    need = Need(FRIDAY, "early", (1, 2), frozenset("ABC"))
    assert conflicts([early("li")], [need], CREW) == (
        Conflict(ConflictKind.UNCOVERED, FRIDAY, "early", None, None, "A"),
        Conflict(ConflictKind.UNCOVERED, FRIDAY, "early", None, None, "C"),
        Conflict(ConflictKind.OPEN_POST, FRIDAY, "early", 2, None),
    )
    assert kinds(early("zhang"), early("wang", 2), needs=(need,)) == []


def test_a_field_is_not_covered_from_a_window_that_does_not_serve_it() -> None:
    need = Need(FRIDAY, "early", (2,), frozenset("C"))
    assert kinds(early("wang", 3), needs=(need,)) == ["uncovered", "open_post"]


def test_who_is_on_leave_covers_nothing() -> None:
    need = Need(SATURDAY, "early", (2,), frozenset("C"))
    assert kinds(early("wang", 2, SATURDAY), needs=(need,)) == ["uncovered", "on_leave"]


def test_quarters_follow_each_other_without_a_gap() -> None:
    found = list(quarters(date(2026, 11, 30), date(2027, 7, 1)))
    assert found[0] == (date(2026, 10, 1), date(2026, 12, 31))
    assert found[-1] == (date(2027, 7, 1), date(2027, 9, 30))
    assert all(first[1] + timedelta(days=1) == second[0] for first, second in pairwise(found))


@given(st.dates(date(2000, 1, 1), date(2999, 12, 31)))
def test_every_day_lies_in_its_quarter_and_in_its_week(day: date) -> None:
    first, last = quarter_of(day)
    assert first <= day <= last
    assert (first.day, first.month % 3) == (1, 1)
    assert week_of(day) <= day < week_of(day) + timedelta(days=7)


@given(st.lists(st.integers(0, 50)))
def test_the_spread_of_equal_shares_is_nothing(counts: list[int]) -> None:
    assert spread_of(counts) >= 0
    assert spread_of([7 for _ in counts]) == 0


PEOPLE = st.sampled_from(["zhang", "li", "wang", "gone"])
DAYS = st.dates(date(2026, 9, 21), date(2026, 10, 18))
STINTS = st.lists(
    st.builds(
        lambda day, staff, counter, kind: {"early": early, "late": late, "night": night}[kind](staff, counter, day)
        if day.weekday() < 5
        else weekend(staff, day, counter),
        DAYS, PEOPLE, st.integers(1, 3), st.sampled_from(["early", "late", "night"]),
    ),
    max_size=30,
)  # fmt: skip
NEEDS = st.lists(
    st.builds(Need, DAYS, st.sampled_from(["early", "late"]), st.just((1, 2)), st.frozensets(st.sampled_from("ABC"))),
    max_size=6, unique_by=lambda need: (need.day, need.shift),
)  # fmt: skip


@given(STINTS, NEEDS, st.randoms(use_true_random=False))
def test_what_is_wrong_does_not_depend_on_the_order(stints: list[Stint], needs: list[Need], shuffled: object) -> None:
    found = conflicts(stints, needs, CREW)
    shuffled.shuffle(stints)  # type: ignore[attr-defined]
    assert set(conflicts(stints, needs, CREW)) == set(found)


@given(STINTS, NEEDS)
def test_nobody_is_accused_of_what_does_not_concern_them(stints: list[Stint], needs: list[Need]) -> None:
    """Without a person's duties nothing is told of the person, and nothing else changes but posts and fields."""
    ours = [one for one in stints if one.staff != "zhang"]
    personal = HARD | {ConflictKind.SAME_DAY, ConflictKind.TWO_WEEKENDS}
    others = {one for one in conflicts(stints, needs, CREW) if one.kind in personal and one.staff != "zhang"}
    found = conflicts(ours, needs, CREW)
    assert {one for one in found if one.kind in personal} == others
    assert not any(one.staff == "zhang" for one in found)


@given(STINTS, NEEDS)
def test_taking_somebody_on_never_opens_a_post_or_a_field(stints: list[Stint], needs: list[Need]) -> None:
    asked = {ConflictKind.OPEN_POST, ConflictKind.UNCOVERED}
    for some in (stints[:1], stints[: len(stints) // 2]):
        fewer = {one for one in conflicts(some, needs, CREW) if one.kind in asked}
        assert {one for one in conflicts(stints, needs, CREW) if one.kind in asked} <= fewer


@given(STINTS)
def test_a_weekend_conflict_names_two_duties_a_week_apart(stints: list[Stint]) -> None:
    worked = {(one.staff, one.day) for one in stints if one.weekend}
    for one in conflicts(stints, (), CREW):
        if one.kind is ConflictKind.TWO_WEEKENDS:
            other = date.fromisoformat(one.detail)
            assert {(one.staff, one.day), (one.staff, other)} <= worked
            assert abs(week_of(one.day) - week_of(other)) == timedelta(days=7)
