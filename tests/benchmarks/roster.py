"""A quarter's roster for thirty people: how long it takes, how even it is, how it is watched and called off."""

from __future__ import annotations

import itertools
import resource
import tempfile
import time
from collections import Counter as Tally
from collections import defaultdict
from datetime import UTC, date, datetime

from terminal.model import Counter, CounterLine, Staff
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.office.plan_views import RosterView
from terminal.office.roster_problem import Problem
from terminal.office.roster_proposal import read_basis
from terminal.office.roster_reading import find_roster
from terminal.rules.roster import ConflictKind, Stint, conflicts, spread_of, week_of
from tests.benchmarks.report import Report
from tests.office.halls import SetClock

SINCE, UNTIL = date(2026, 10, 1), date(2026, 12, 31)
PEOPLE = 30
EARLY, LATE, WEEKEND = range(1, 11), range(11, 21), range(1, 4)
TRAINED = ("ABCD", "EFGH", "ACEG", "BDFH", "ABEFG", "CDH")  # three people cover all eight, if they are well chosen
NOW = datetime(2026, 9, 21, 9, tzinfo=UTC)
CANCEL_AFTER = 2.0  # seconds
MOST_SECONDS, MOST_TICK, MOST_CANCEL = 30.0, 1.0, 1.0


def run(report: Report) -> None:
    """Measure and print."""
    report.title(f"a quarter's roster: {PEOPLE} people, 20 regular posts a working day, {len(WEEKEND)} on rest days")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/centre.db"
        found_centre(url)
        with open_office(url, clock=SetClock(NOW)) as office:
            _put_centre(office)
            _yardsticks(report, office)
            _proposal(report, office)
            _called_off(report, office)
    report.line(f"most memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _put_centre(office: Office) -> None:
    with office.store.writing() as session:
        known = len(office.roster.people())
        session.add_all(Staff(centre=office.centre, code=f"p{n:02d}", name=f"测试{n}") for n in range(known, PEOPLE))
        session.add_all(Counter(centre=office.centre, number=n) for n in range(9, 21))
        session.flush()
        session.add_all(
            CounterLine(centre=office.centre, counter=n, line=line) for n in range(9, 21) for line in "ABCDEFGH"
        )
    for number, person in enumerate(office.roster.people()):
        office.roster.train(person.code, TRAINED[number % len(TRAINED)])
    for shift, counters in (("early", EARLY), ("late", LATE), ("weekend", WEEKEND)):
        office.roster.put_posts(shift, counters)
    for number, person in enumerate(office.roster.people()[::2]):
        first = date(2026, 10 + number % 3, 2 + number)
        office.duty.leave(person.code, first, first.replace(day=first.day + 4))


def _yardsticks(report: Report, office: Office) -> None:
    """What the same costs without a search, and what comes of that; and the solver without anything of ours."""
    roster = office.roster.draft(SINCE, UNTIL).id
    with office.store.reading() as session:
        problem = read_basis(session, office.room, find_roster(session, office.room, roster)).problem
    office.roster.discard(roster)
    start = time.perf_counter()
    stints = _greedy(problem)
    took = time.perf_counter() - start
    wrong = Tally(one.kind for one in conflicts(stints, problem.needs, problem.crew))
    extended = Tally(one.staff for one in stints if one.weekend)
    report.line(
        f"yardstick, whoever had least so far: {took * 1000:.0f} ms; extended shifts differ by "
        f"{spread_of(extended[one] for one in problem.people)}, {wrong[ConflictKind.TWO_WEEKENDS]} weekends in a row, "
        f"{wrong[ConflictKind.UNCOVERED]} fields not covered"
    )
    start = time.perf_counter()
    from ortools.sat.python import cp_model  # measured here

    model = cp_model.CpModel()
    model.maximize(model.new_bool_var("one"))
    cp_model.CpSolver().solve(model)
    report.line(f"yardstick, the solver loaded and solving nothing: {time.perf_counter() - start:.2f} s")


def _greedy(problem: Problem) -> list[Stint]:
    had: Tally[tuple[str, bool]] = Tally()
    found = []
    for _, those in itertools.groupby(problem.seats, key=lambda seats: seats.day):
        busy: set[str] = set()
        for seats in those:
            for counter in seats.counters:
                free = (one for one in problem.able(seats) if one not in busy)
                one = min(free, key=lambda code: (had[code, seats.extended], code))
                busy.add(one)
                had[one, seats.extended] += 1
                hours = seats.hours
                found.append(Stint(seats.day, seats.shift, counter, one, hours.opens, hours.closes, seats.weekend))
    return found


def _proposal(report: Report, office: Office) -> None:
    roster = office.roster.draft(SINCE, UNTIL).id
    told: list[float] = [time.perf_counter()]
    start = time.perf_counter()
    view = office.roster.propose(roster, seconds=MOST_SECONDS, progress=lambda _: told.append(time.perf_counter()))
    took = time.perf_counter() - start
    told.append(start + took)
    gap = max(after - before for before, after in itertools.pairwise(told))
    report.promise("proposed and written", f"{took:.1f} s", took < MOST_SECONDS, f"under {MOST_SECONDS:.0f} s")
    report.promise("longest time without a word of progress", f"{gap:.2f} s", gap <= MOST_TICK, "at most 1 s")
    kinds = Tally(one.kind for one in view.conflicts)
    report.promise("conflicts", str(kinds.total()), not kinds, "none")
    report.line(f"{len(view.duties)} duties; {_evenness(view)}")
    start = time.perf_counter()
    office.roster.view(roster)
    report.line(f"the whole roster read with its conflicts and shares: {(time.perf_counter() - start) * 1000:.0f} ms")
    start = time.perf_counter()
    office.roster.publish(roster)
    report.line(f"published, everybody told: {(time.perf_counter() - start) * 1000:.0f} ms")


def _evenness(view: RosterView) -> str:
    weeks: dict[tuple[str, date], set[str]] = defaultdict(set)
    for one in view.duties:
        if one.kind == "regular" and one.shift:
            weeks[one.staff, week_of(one.day)].add(one.shift)
    whole = sum(len(shifts) == 1 for shifts in weeks.values()) / len(weeks)
    return (
        f"extended shifts differ by {spread_of(one.extended for one in view.shares)}, regular ones by "
        f"{spread_of(one.regular for one in view.shares)}; {whole:.0%} of the weeks are in one shift"
    )


def _called_off(report: Report, office: Office) -> None:
    draft = office.roster.draft(SINCE, UNTIL)
    start = time.perf_counter()
    left = office.roster.propose(draft.id, cancelled=lambda: time.perf_counter() - start > CANCEL_AFTER)
    late = time.perf_counter() - start - CANCEL_AFTER
    same = left == draft
    report.promise(
        "called off", f"{late:.2f} s later it is over, the draft {'as it was' if same else 'changed'}",
        same and late < MOST_CANCEL, "within 1 s, as it was",
    )  # fmt: skip
