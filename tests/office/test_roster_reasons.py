"""When there is no roster: the reasons, as a manager understands them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from terminal.errors import Reasons, Refusal
from terminal.office.roster_problem import Problem
from terminal.office.roster_proposal import search
from terminal.office.roster_watch import Watch
from tests.office.roster_problems import THURSDAY, problem, stint, team

SATURDAY = THURSDAY + timedelta(days=2)
MONDAY = THURSDAY + timedelta(days=4)
WEEK = timedelta(days=7)


def reasons(given: Problem) -> list[str]:
    """Why the problem has no solution, sentence by sentence."""
    with pytest.raises(Refusal, match="No roster satisfies the rules") as caught:
        search(given, Watch(60.0), 1)
    found = caught.value.values["reasons"]
    assert isinstance(found, Reasons)
    return [str(one) for one in found]


def test_too_few_people_on_a_day_are_told_with_the_day_and_who_is_away() -> None:
    given = problem(team(5), 1, work={"early": (1, 2), "late": (3, 4)}, away={"p02": [(0, 0)], "p05": [(0, 3)]})
    assert reasons(given) == ["On 2026-10-01 there are 3 people for 4 posts: p02, p05 are away."]


def test_too_few_people_at_all_are_told_without_naming_anybody() -> None:
    assert reasons(problem(team(3), 1, work={"early": (1, 2), "late": (3, 4)})) == [
        "On 2026-10-01 there are 3 people for 4 posts."
    ]


def test_nobody_at_all_is_told() -> None:
    assert reasons(problem({}, 1, fields="")) == ["On 2026-10-01 there are 0 people for 2 posts."]


def test_a_field_that_nobody_is_trained_for_is_told_once() -> None:
    assert reasons(problem(team(9, "AB"), 10, fields="ABC")) == ["Nobody is trained for line C."]


def test_a_field_that_only_those_who_are_away_know_is_told_with_the_day_and_them() -> None:
    people = {**team(6, "A"), "anna": "AB", "bert": "B"}
    given = problem(people, 2, away={"anna": [(0, 1)], "bert": [(1, 1)]})
    assert reasons(given) == [
        "On 2026-10-02 nobody trained for line B is free for shift early; away or on duty already: anna, bert."
    ]


def test_too_few_trained_for_some_windows_are_told_with_the_shift() -> None:
    people = {"p1": "A", "p2": "A", "p3": "A", "p4": "B"}
    given = problem(people, 1, work={"early": (1, 2, 3)}, serves={1: "B", 2: "B", 3: "A"})
    assert reasons(given) == ["On 2026-10-01 shift early needs 2 people at windows 1, 2; 1 trained people can come."]


def test_two_weekends_in_a_row_need_twice_the_people() -> None:
    given = problem(team(5), 14, work={}, rest=(1, 2, 3))
    assert reasons(given) == [
        "With no two weekends in a row, 2026-10-03 and 2026-10-10 need 6 people in all; 5 can come."
    ]


def test_those_who_worked_the_weekend_before_the_roster_are_missing_on_its_first() -> None:
    around = [stint(f"p0{number}", SATURDAY - WEEK) for number in (1, 2, 3)]
    given = problem(team(4), 3, since=SATURDAY, rest=(1, 2), around=around)
    assert reasons(given) == [
        "2 posts on the weekend of 2026-10-03: 1 can come who are off duty a week before and after."
    ]


def test_fields_that_one_person_alone_covers_in_two_shifts_of_a_day_are_told_together() -> None:
    people = {**team(5, "A"), "anna": "AB"}
    given = problem(people, 1, work={"early": (1,), "late": (2,)})
    assert reasons(given) == [
        "These do not go together.",
        "Nobody works two shifts on 2026-10-01.",
        "On 2026-10-01 line B has to be covered in shift early: anna could.",
        "On 2026-10-01 line B has to be covered in shift late: anna could.",
    ]


def test_a_field_that_one_person_alone_covers_on_two_weekends_is_told_with_both() -> None:
    people = {**team(9, "A"), "anna": "AB"}
    given = problem(people, 10, since=SATURDAY, work={})
    first, rest, *fields = sorted(reasons(given), key=lambda one: one[:2] == "On")
    assert (first, rest) == (
        "These do not go together.",
        "Nobody works on the weekends of two weeks in a row, that of 2026-09-28 and the next.",
    )
    assert len(fields) == 2  # a day of each weekend, whichever
    assert all(one.endswith("line B has to be covered in shift weekend: anna could.") for one in fields)
    assert {one[3:13] < "2026-10-05" for one in fields} == {True, False}


def test_more_fields_than_the_posts_can_cover_are_told_with_who_could() -> None:
    people = {"p1": "A", "p2": "B", "p3": "C", "p4": "A"}
    told = reasons(problem(people, 1, work={"early": (1, 2)}, fields="ABC"))
    assert told == [
        "These do not go together.",
        "On 2026-10-01 line A has to be covered in shift early: p1, p4 could.",
        "On 2026-10-01 line B has to be covered in shift early: p2 could.",
        "On 2026-10-01 line C has to be covered in shift early: p3 could.",
        "On 2026-10-01 shift early needs 2 people at windows 1, 2: p1, p2, p3, p4 could.",
    ]


def test_what_was_set_by_hand_can_be_the_reason() -> None:
    people = {**team(3, "A"), "anna": "AB"}
    fixed = [stint("anna", MONDAY, "late", 9)]
    given = problem(people, 1, since=MONDAY, work={"early": (1, 2)}, fixed=fixed)
    assert reasons(given) == [
        "On 2026-10-05 nobody trained for line B is free for shift early; away or on duty already: anna."
    ]


def test_of_many_reasons_the_first_are_told_and_how_many_more_there_are() -> None:
    told = reasons(problem(team(1), 30, since=MONDAY, rest=()))
    assert len(told) == 9
    assert told[0] == "On 2026-10-05 there are 1 people for 2 posts."
    assert told[-1] == "And 14 more."


def test_without_any_post_there_is_nothing_to_propose() -> None:
    with pytest.raises(Refusal, match="nothing to fill"):
        search(problem(team(3), 5, work={}, rest=()), Watch(60.0), 1)
