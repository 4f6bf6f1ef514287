"""Why there can be no roster, where counting tells: too few people, nobody trained, weekends in a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from terminal.errors import Reasons, Refusal, Trouble
from terminal.office.roster_problem import WEEK, Problem, Seats
from terminal.rules.roster import week_of

MOST_NAMED: Final = 8  # people in one sentence
MOST_TOLD: Final = 8


def shortages(problem: Problem) -> list[Trouble]:
    """Every shortage that counting finds, by day; empty does not say that there is a roster.

    People are named by their codes.
    """
    days: dict[date, list[Seats]] = defaultdict(list)
    for seats in problem.seats:
        days[seats.day].append(seats)
    found: list[Trouble] = list(_untrained(problem))
    for day, those in sorted(days.items()):
        found += _of_day(problem, day, those) or [*_of_seats(problem, those), *_of_fields(problem, day, those)]
    return found + _of_weekends(problem, days)


def no_roster(found: list[Trouble]) -> Refusal:
    """A refusal with the first of its reasons, and how many more there are."""
    told = found[:MOST_TOLD]
    if len(found) > MOST_TOLD:
        told.append(Refusal("And {more} more.", more=len(found) - MOST_TOLD))
    return Refusal(
        "No roster satisfies the rules: {reasons}",
        "Change a leave, what somebody is trained for, the posts, or what was set by hand.",
        reasons=Reasons(told),
    )


def away_on(problem: Problem, day: date) -> list[str]:
    """Who is on leave."""
    return [one for one in problem.people if not problem.crew.there(one, day)]


def named(people: Iterable[str]) -> str:
    """Some people's codes in a sentence; of many the first."""
    given = list(people)
    return ", ".join(given[:MOST_NAMED]) + (" …" if len(given) > MOST_NAMED else "")


def _untrained(problem: Problem) -> Iterator[Trouble]:
    """Fields that nobody has been taught: told once, not for every day."""
    for line in sorted(frozenset[str]().union(*problem.to_cover.values()) - _taught(problem)):
        yield Refusal("Nobody is trained for line {line}.", line=line)


def _taught(problem: Problem) -> frozenset[str]:
    return frozenset[str]().union(*(problem.crew.trained[one] for one in problem.people))


def _of_day(problem: Problem, day: date, those: list[Seats]) -> list[Trouble]:
    """One shift a day for everybody, so all of a day's shifts share the people who are there."""
    posts = sum(len(one.counters) for one in those)
    free = {one for seats in those for one in problem.free(seats)}
    if len(free) >= posts:
        return []
    away = away_on(problem, day)
    values: dict[str, Any] = {"day": day, "people": len(free), "posts": posts}
    if not away:
        return [Refusal("On {day} there are {people} people for {posts} posts.", **values)]
    text = "On {day} there are {people} people for {posts} posts: {away} are away."
    return [Refusal(text, away=named(away), **values)]


def _of_seats(problem: Problem, those: list[Seats]) -> Iterator[Trouble]:
    for seats in those:
        able = problem.able(seats)
        if len(able) < len(seats.counters):
            yield Refusal(
                "On {day} shift {shift} needs {posts} people at windows {windows}; {people} trained people can come.",
                day=seats.day,
                shift=seats.shift,
                posts=len(seats.counters),
                windows=", ".join(map(str, seats.counters)),
                people=len(able),
            )


def _of_fields(problem: Problem, day: date, those: list[Seats]) -> Iterator[Trouble]:
    taught = _taught(problem)
    for shift in dict.fromkeys(seats.shift for seats in those):
        able = [(one, seats) for seats in those if seats.shift == shift for one in problem.able(seats)]
        for line in sorted(problem.to_cover[day, shift] & taught):
            if not any(line in problem.crew.trained[one] and line in seats.lines for one, seats in able):
                trained = [one for one in problem.people if line in problem.crew.trained[one]]
                yield Refusal(
                    "On {day} nobody trained for line {line} is free for shift {shift}; away or on duty already: "
                    "{people}.",
                    day=day,
                    line=line,
                    shift=shift,
                    people=named(trained),
                )


def _of_weekends(problem: Problem, days: dict[date, list[Seats]]) -> list[Trouble]:
    """Two weekends that follow each other are worked by different people."""
    needed: dict[date, int] = defaultdict(int)  # people for the weekend's fullest day
    able: dict[date, set[str]] = defaultdict(set)
    for day, those in days.items():
        seats = [one for one in those if one.weekend]
        if not seats:
            continue
        week = week_of(day)
        needed[week] = max(needed[week], sum(len(one.counters) for one in seats))
        able[week] |= {one for part in seats for one in problem.able(part) if problem.rested(one, week)}
    found: list[Trouble] = []
    for week, posts in sorted(needed.items()):
        both = posts + needed.get(week + WEEK, 0)
        people = able[week] | able.get(week + WEEK, set())
        values: dict[str, Any] = {"day": _weekend(days, week), "people": len(people)}
        if len(able[week]) < posts:
            text = "{posts} posts on the weekend of {day}: {people} can come who are off duty a week before and after."
            found.append(Refusal(text, **(values | {"posts": posts, "people": len(able[week])})))
        elif len(people) < both:
            found.append(
                Refusal(
                    "With no two weekends in a row, {day} and {other} need {needed} people in all; {people} can come.",
                    other=_weekend(days, week + WEEK),
                    needed=both,
                    **values,
                )
            )
    return found


def _weekend(days: dict[date, list[Seats]], week: date) -> date:
    """The first weekend duty of a week."""
    return min(day for day, those in days.items() if week_of(day) == week and any(one.weekend for one in those))
