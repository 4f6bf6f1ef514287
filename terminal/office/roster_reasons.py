"""Why no roster satisfies the rules, in sentences a manager understands.

Where every count is right (``roster_shortages``) and yet nothing fits, the solver names a few rules that cannot hold
together; the list is then made as short as the time allows.
"""

from __future__ import annotations

from typing import Final

from terminal.errors import Refusal, Trouble
from terminal.office.roster_model import RosterModel, Rule
from terminal.office.roster_problem import Problem, by_week
from terminal.office.roster_running import clash
from terminal.office.roster_shortages import named, no_roster
from terminal.office.roster_solver import tied
from terminal.office.roster_watch import Watch

CORE_SECONDS: Final = 5.0
SHORTEN_SECONDS: Final = 1.0  # for each try to do without one of the rules
WORK: Final = 5.0


def why_not(problem: Problem, watch: Watch, seed: int) -> Refusal:
    """What to say of a problem without a solution, though every count is right. Raises Cancelled."""
    core = [_sentence(problem, rule) for rule in _core(problem, watch, seed)]
    return no_roster([Refusal("These do not go together."), *core] if core else [])


def _core(problem: Problem, watch: Watch, seed: int) -> list[Rule]:
    """A few rules that cannot hold together, by day; none when the time did not suffice to find any."""
    bound = set(tied(problem))
    free = ((number, seats) for number, seats in enumerate(problem.seats) if number not in bound)
    parts = [sorted(bound), *([number for number, _ in those] for those in by_week(free).values())]
    for numbers in parts:
        model = RosterModel(problem, numbers, doubted=True)
        core = _clash(model, list(model.rules), watch, seed, CORE_SECONDS)
        if core is not None:
            return sorted(
                _shortened(model, core, watch, seed), key=lambda one: (one.day, one.shift, one.kind, one.line)
            )
    return []


def _clash(model: RosterModel, rules: list[Rule], watch: Watch, seed: int, seconds: float) -> list[Rule] | None:
    """Those of the rules that cannot hold together; None when they can, or nobody knows."""
    model.cp.clear_assumptions()
    model.cp.add_assumptions([model.rules[rule] for rule in rules])
    guilty = clash(model, watch, seconds=seconds, work=WORK, seed=seed)
    if guilty is None:
        return None
    return [rule for rule in rules if model.rules[rule].index in guilty] or rules


def _shortened(model: RosterModel, core: list[Rule], watch: Watch, seed: int) -> list[Rule]:
    """The same without every rule that it can do without, as long as there is time."""
    for rule in list(core):
        if rule in core and watch.left() > SHORTEN_SECONDS:
            core = _clash(model, [one for one in core if one != rule], watch, seed, SHORTEN_SECONDS) or core
    return core


def _sentence(problem: Problem, rule: Rule) -> Trouble:
    if rule.kind == "rest":
        text = "Nobody works on the weekends of two weeks in a row, that of {day} and the next."
        return Refusal(text, day=rule.day)
    if rule.kind == "once":
        return Refusal("Nobody works two shifts on {day}.", day=rule.day)
    if rule.kind == "fill":
        seats = problem.seats[rule.number]
        return Refusal(
            "On {day} shift {shift} needs {posts} people at windows {windows}: {people} could.",
            day=rule.day,
            shift=rule.shift,
            posts=len(seats.counters),
            windows=", ".join(map(str, seats.counters)),
            people=named(problem.able(seats)),
        )
    able = {
        one
        for seats in problem.seats
        if (seats.day, seats.shift) == (rule.day, rule.shift) and rule.line in seats.lines
        for one in problem.able(seats)
        if rule.line in problem.crew.trained[one]
    }
    text = "On {day} line {line} has to be covered in shift {shift}: {people} could."
    return Refusal(text, day=rule.day, line=rule.line, shift=rule.shift, people=named(sorted(able)))
