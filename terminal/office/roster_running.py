"""Running the solver on a thread of its own, watched from the caller's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, Final

from ortools.sat.python import cp_model

from terminal.office.roster_watch import Watch

TICK_SECONDS: Final = 0.2
STOP_SECONDS: Final = 0.02
Value = Callable[[Any], bool]


def run(
    model: cp_model.CpModel,
    watch: Watch,
    *,
    seconds: float,
    work: float,
    seed: int,
    spread: Callable[[Value], int] | None = None,
) -> tuple[bool | None, cp_model.CpSolver]:
    """Search until the best is found or the time or the work is used up; the watch ticks five times a second.

    ``work`` is the solver's own measure, about seconds: it ends a search at the same point on every machine. Returns
    whether there is a solution (None: not known) and the solver that holds it. ``spread`` reads its figure off each
    solution found. Raises Cancelled; the solver is stopped first, whatever is raised.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # several would share the cores with the windows, and gain little
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.max_deterministic_time = work
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
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return True, solver
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"the roster's model is invalid: {model.validate()}")
    return (False if status == cp_model.INFEASIBLE else None), solver


class _Listener(cp_model.CpSolverSolutionCallback):
    """Counts solutions. Runs on the solver's thread; the watch is only read on the other."""

    def __init__(self, watch: Watch, spread: Callable[[Value], int] | None) -> None:
        super().__init__()
        self._watch = watch
        self._spread = spread

    def on_solution_callback(self) -> None:
        """A better roster than the last."""
        self._watch.found += 1
        if self._spread is not None:
            self._watch.spread = self._spread(self.boolean_value)
