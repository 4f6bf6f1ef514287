"""The search for a roster: within every rule, evenly shared, the same for the same seed; watched and called off."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.office.plan_views import Progress
from terminal.office.roster_problem import Problem
from terminal.office.roster_proposal import search
from terminal.office.roster_seating import Seated
from terminal.office.roster_watch import Cancelled, Watch
from terminal.rules.roster import spread_of, week_of
from tests.office.roster_problems import THURSDAY, counts, problem, stint, team, wrong

SATURDAY, SUNDAY = THURSDAY + timedelta(days=2), THURSDAY + timedelta(days=3)
WEEK = timedelta(days=7)


def found(given: Problem, seed: int = 1) -> list[Seated]:
    """A roster, as good as it gets within a generous time."""
    return search(given, Watch(60.0), seed)


def found_or_refused(given: Problem) -> list[Seated] | Refusal:
    try:
        return found(given)
    except Refusal as refusal:
        return refusal


def test_every_post_is_filled_every_field_covered_and_every_rule_kept() -> None:
    people = {"p1": "A", "p2": "B", "p3": "AB", "p4": "AB", "p5": "A", "p6": "B", "p7": "AB", "p8": "A"}
    given = problem(people, 28, work={"early": (1, 2), "late": (3, 4)}, away={"p3": [(4, 9)], "p8": [(0, 0)]})
    assert wrong(given, found(given)) == ()


def test_extended_shifts_are_shared_equally() -> None:
    given = problem(team(9), 92, since=date(2026, 7, 1), rest=(1, 2))
    seated = found(given)
    extended = counts(seated, extended=True, people=given.people)
    assert spread_of(extended.values()) <= 1
    assert wrong(given, seated) == ()


def test_extended_shifts_in_force_earlier_in_the_quarter_count() -> None:
    had = {"p01": 4, "p02": 4, "p03": 4}
    given = problem(team(9), 31, rest=(1,), before={date(2026, 10, 1): had})
    extended = counts(found(given), extended=True, people=given.people)
    assert all(extended[one] == 0 for one in had)
    assert spread_of(extended[one] for one in given.people if one not in had) <= 1


def test_each_quarter_is_shared_for_itself() -> None:
    had = {"p01": 9, "p02": 9, "p03": 9, "p04": 9}
    given = problem(team(8), 42, since=date(2026, 9, 10), rest=(1,), before={date(2026, 7, 1): had})
    seated = found(given)
    new = counts([one for one in seated if one.seats.day >= THURSDAY], extended=True, people=given.people)
    assert spread_of(new.values()) <= 1


def test_regular_shifts_are_shared_evenly() -> None:
    given = problem(team(7), 56, work={"early": (1, 2), "late": (3,)})
    assert spread_of(counts(found(given), extended=False, people=given.people).values()) <= 1


def test_nobody_makes_up_for_a_leave_afterwards() -> None:
    given = problem(team(6), 28, work={"early": (1, 2, 3)}, away={"p01": [(0, 13)]})
    regular = counts(found(given), extended=False, people=given.people)
    others = [regular[one] for one in given.people if one != "p01"]
    assert regular["p01"] < min(others)


def test_most_people_keep_one_shift_for_a_whole_week_and_their_window_for_the_whole_roster() -> None:
    given = problem(team(8), 28, since=date(2026, 10, 5), work={"early": (1, 2), "late": (3, 4)})
    seated = [one for one in found(given) if not one.seats.extended]
    weeks = {(one.staff, week_of(one.seats.day)): set[str]() for one in seated}
    for one in seated:
        weeks[one.staff, week_of(one.seats.day)].add(one.seats.shift)
    assert sum(len(shifts) == 1 for shifts in weeks.values()) > 0.7 * len(weeks)


def test_everybody_sits_where_they_are_used_to_sit() -> None:
    habits = {"p01": {3: 9}, "p02": {1: 5}, "p03": {2: 7}}
    given = problem(team(3), 5, since=date(2026, 10, 5), work={"early": (1, 2, 3)}, rest=(), habits=habits)
    assert {(one.staff, one.counter) for one in found(given)} == {("p01", 3), ("p02", 1), ("p03", 2)}


def test_what_is_set_by_hand_stays_and_counts() -> None:
    fixed = [stint("p01", SATURDAY), stint("p02", THURSDAY, "early", 2), stint("p03", THURSDAY, "late", 9)]
    given = problem(team(8), 21, fixed=fixed)
    seated = found(given)
    assert wrong(given, seated) == ()
    assert {one.staff for one in seated if one.seats.day == THURSDAY}.isdisjoint({"p02", "p03"})
    assert not any(one.counter == 2 for one in seated if one.seats.day == THURSDAY)


def test_somebody_called_in_may_still_work_a_shift_of_that_day_at_another_time() -> None:
    called = stint("p01", SATURDAY)
    called = type(called)(SATURDAY, None, 1, "p01", 900, 960)
    given = problem({"p01": "AB"}, 1, since=SATURDAY, rest=(1,), fixed=[called])
    assert [one.staff for one in found(given)] == ["p01"]


def test_weekends_worked_just_before_and_after_are_kept_free() -> None:
    around = [stint("p01", SATURDAY - WEEK), stint("p02", SATURDAY + WEEK)]
    given = problem(team(4), 3, since=SATURDAY, rest=(1, 2), around=around)
    assert {one.staff for one in found(given) if one.seats.weekend} == {"p03", "p04"}


def test_what_is_wrong_by_hand_does_not_keep_the_rest_from_being_filled() -> None:
    fixed = [stint("p01", SATURDAY), stint("p01", SATURDAY + WEEK), stint("p02", SATURDAY, counter=2)]
    given = problem(team(8), 14, away={"p02": [(0, 5)]}, fixed=fixed)
    kinds = {one.kind for one in wrong(given, found(given))}
    assert kinds == {"two_weekends", "on_leave"}


def test_windows_of_different_lines_are_given_to_people_trained_for_them() -> None:
    people = {"p1": "A", "p2": "A", "p3": "B", "p4": "B", "p5": "AB"}
    given = problem(people, 28, work={"early": (1, 2)}, rest=(1,), serves={1: "A", 2: "B"}, fields="AB")
    seated = found(given)
    assert wrong(given, seated) == ()
    assert {one.counter for one in seated if one.staff in ("p1", "p2")} == {1}


def test_extended_shifts_on_working_days_are_shared_out_too_and_one_shift_a_day_holds() -> None:
    given = problem(team(8), 28, work={"early": (1, 2), "evening": (1,)}, rest=(1,))
    seated = found(given)
    assert wrong(given, seated) == ()
    assert spread_of(counts(seated, extended=True, people=given.people).values()) <= 1


def test_the_same_seed_gives_the_same_roster() -> None:
    given = problem(team(8), 28, work={"early": (1, 2), "late": (3,)})
    assert found(given, 5) == found(given, 5)


@pytest.mark.parametrize("days", [1, 2, 8])
def test_one_person_alone_is_enough_for_one_post(days: int) -> None:
    given = problem(team(1), days, since=date(2026, 10, 5) + timedelta(days=4 - min(days, 4)), work={"early": (1,)},
                    rest=(1,) if days < 8 else ())  # fmt: skip
    seated = found(given)
    assert {one.staff for one in seated} == {"p01"}
    assert len(seated) == len(given.needs)


def test_a_year_is_solved_too() -> None:
    given = problem(team(6), 365, since=date(2026, 1, 1), work={"early": (1,)}, rest=(1,))
    assert wrong(given, found(given)) == ()


def test_progress_is_told_and_ends_with_what_was_found() -> None:
    told: list[Progress] = []
    watch = Watch(60.0, told.append)
    search(problem(team(8), 60), watch, 1)
    assert told
    assert all(before.seconds <= after.seconds for before, after in itertools.pairwise(told))
    assert (watch.found > 0, watch.spread) == (True, 1)


def test_calling_it_off_stops_the_solver() -> None:
    asked = itertools.count()
    with pytest.raises(Cancelled):
        search(hard_problem(), Watch(600.0, cancelled=lambda: next(asked) > 1), 1)


def test_whatever_a_listener_raises_stops_the_solver() -> None:
    def broken(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        search(hard_problem(), Watch(600.0, broken), 1)


def test_when_the_time_is_over_the_first_roster_found_is_taken() -> None:
    given = hard_problem()
    assert wrong(given, search(given, Watch(0.0), 1)) == ()


def hard_problem() -> Problem:
    """One whose best roster is not proven for a long while: fields that few are trained for, windows that differ."""
    letters = "ABCDEFGH"
    people = {f"p{n:02d}": letters[n % 8] + letters[(n + 3) % 8] + letters[(n * 5 + 1) % 8] for n in range(30)}
    return problem(
        people, 92, since=date(2026, 7, 1), work={"early": tuple(range(1, 11)), "late": tuple(range(11, 21))},
        rest=(1, 2, 3, 4), fields=letters, serves={n: letters[:5] if n % 2 else letters[3:] for n in range(1, 21)},
    )  # fmt: skip


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Small centres of all sorts, solvable or not."""
    lines = st.sampled_from(["ABC", "ABC", "AB", "BC", "A", ""])
    people = {f"p{number}": draw(lines) for number in range(draw(st.integers(0, 12)))}
    since = THURSDAY + timedelta(days=draw(st.integers(0, 6)))
    days = draw(st.integers(1, 16))
    posts = st.sampled_from([(), (1,), (2,), (1, 2), (1, 3, 4)])
    spans = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 5)).map(lambda one: (one[0], sum(one))), max_size=2)
    fixed = {}
    for number in range(draw(st.integers(0, 3))):
        day = since + timedelta(days=draw(st.integers(0, days - 1)))
        shift = "weekend" if day.weekday() > 4 else draw(st.sampled_from(["early", "late", "evening"]))
        one = stint(f"p{number}", day, shift, draw(st.integers(1, 4)))
        fixed[one.day, one.shift, one.counter] = one
    around = [stint(f"p{number}", week_of(since) - timedelta(days=2)) for number in range(draw(st.integers(0, 2)))]
    return problem(
        people, days, since=since,
        work={"early": draw(posts), "late": draw(posts), "evening": draw(posts)}, rest=draw(posts),
        fields=draw(st.text("ABC", max_size=3)), serves={number: draw(lines) for number in range(1, 5)},
        away={one: draw(spans) for one in people}, fixed=[one for one in fixed.values() if one.staff in people],
        around=around,
    )  # fmt: skip


@settings(max_examples=60)
@given(problems())
def test_a_proposal_keeps_every_rule_or_is_refused_with_reasons(given: Problem) -> None:
    """Beside what was set by hand and is wrong, or leaves no seat from which a field could be covered."""
    seated = found_or_refused(given)
    if isinstance(seated, Refusal):
        assert bool(given.needs) == ("reasons" in seated.values)
        assert "{" not in str(seated)
        return
    mine = {(one.seats.day, one.seats.shift, one.counter, one.staff) for one in seated}
    assert len(mine) == len(seated)
    for one in wrong(given, seated):
        if one.kind == "uncovered":
            left = [seats for seats in given.seats if (seats.day, seats.shift) == (one.day, one.shift)]
            assert not any(one.detail in seats.lines for seats in left), one
        else:
            assert one.staff in {hand.staff for hand in given.fixed}, one
