"""The guide names the step of the visit that comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from terminal.office.views import CounterView
from terminal.screens.simulator.guide import BEGIN, CALL, FINISH, KIOSK, RATE, next_step
from tests.screens.counter import canned


def asked(ago: timedelta) -> CounterView:
    """The counter, free again, with the last resident being asked since then."""
    view = canned.IDLE
    assert view.last_visit is not None
    row = replace(view.last_visit.handlings[-1], rating_state="asked", finished_at=view.at - ago)
    return replace(view, last_visit=replace(view.last_visit, handlings=(row,)))


def test_the_guide_follows_the_visit() -> None:
    assert next_step(replace(canned.IDLE, waiting=())) == KIOSK
    assert next_step(canned.IDLE) == CALL
    assert next_step(canned.CALLED) == BEGIN
    assert next_step(canned.SERVING) == FINISH
    assert next_step(asked(timedelta(seconds=5))) == RATE


def test_a_question_that_nobody_closed_does_not_hold_up_the_guide() -> None:
    assert next_step(asked(timedelta(minutes=5))) == CALL
