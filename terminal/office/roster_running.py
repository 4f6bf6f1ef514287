"""Running the solver on a thread of its own, watched from the caller's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, Final

from ortools.sat.python import cp_model

from terminal.office.roster_model import RosterModel
from terminal.office.roster_watch import Watch

TICK_SECONDS: Final = 0.2
STOP_SECONDS: Final = 0.02
GRACE_SECONDS: Final = 10.0  # for a first roster, however late it is: one is mostly found at once
LATE_SECONDS: Final = 0.1  # with less it is not worth looking for a better one
WORK: Final = 20.0  # for a first roster
Value = Callable[[Any], bool]
Spread = Callable[[Value], int]


class OutOfTime(Exception):  # noqa: N818 - said by whoever knows what was looked for
    """Neither a roster was found in time nor that there is none."""


def best(
    model: RosterModel, watch: Watch, *, seconds: float, work: float, seed: int, spread: Spread | None = None
) -> dict[int, tuple[str, ...]] | None:
    """The best roster found within the seconds or the work, if there is one; at the least the first that is found.

    ``work`` is the solver's own measure, about seconds: it ends a search at the same point on every machine. The watch
    ticks five times a second; ``spread`` reads its figure off each solution. Raises OutOfTime and Cancelled.
    """
    watch.tick()
    first = _solver(seed, max(GRACE_SECONDS, watch.left()), WORK)
    first.parameters.stop_after_first_solution = True
    solved = run(first, model.cp, watch, spread)
    if solved is None:
        raise OutOfTime
    if not solved:
        return None
    answer = model.answer(first)
    if seconds > LATE_SECONDS and model.cost:
        model.start_from(answer)
        model.cp.minimize(sum(model.cost))
        better = _solver(seed, seconds, work)
        if run(better, model.cp, watch, spread):
            answer = model.answer(better)
    return answer


def clash(model: RosterModel, watch: Watch, *, seconds: float, work: float, seed: int) -> set[int] | None:
    """Those of the model's assumptions (by index) that cannot hold together; None when they can, or nobody knows."""
    solver = _solver(seed, seconds, work)
    if run(solver, model.cp, watch) is not False:
        return None
    return set(solver.sufficient_assumptions_for_infeasibility())


def run(solver: cp_model.CpSolver, model: cp_model.CpModel, watch: Watch, spread: Spread | None = None) -> bool | None:
    """Whether there is a solution; None: not known. It is stopped first, whatever is raised meanwhile."""
    with ThreadPoolExecutor(1, thread_name_prefix="roster") as pool:
        running = pool.submit(solver.solve, model, _Listener(watch, spread))
        try:
            while not wait([running], TICK_SECONDS).done:
                watch.tick()
        finally:
            while not running.done():
                solver.stop_search()
                wait([running], STOP_SECONDS)
    status = running.result()
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"the roster's model is invalid: {model.validate()}")
    known = {cp_model.OPTIMAL: True, cp_model.FEASIBLE: True, cp_model.INFEASIBLE: False}
    return known.get(status)


def _solver(seed: int, seconds: float, work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # several would take the cores from the windows, and gain little
    solver.parameters.linearization_level = 2  # even shares are found by their linear relaxation: it is all but whole
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.max_deterministic_time = work
    return solver


class _Listener(cp_model.CpSolverSolutionCallback):
    """Counts solutions. Runs on the solver's thread; the watch is only read on the other."""

    def __init__(self, watch: Watch, spread: Spread | None) -> None:
        super().__init__()
        self._watch = watch
        self._spread = spread

    def on_solution_callback(self) -> None:
        """A better roster than the last."""
        self._watch.found += 1
        if self._spread is not None:
            self._watch.spread = self._spread(self.boolean_value)
