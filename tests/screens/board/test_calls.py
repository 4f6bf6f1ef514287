"""Which call takes the slab, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from terminal.office.views import BoardCall
from terminal.screens.board.calls import LEAST_SECONDS, CallDesk
from tests.screens.board.canned import CALLS, call


def shown(desk: CallDesk) -> list[str]:
    """Slab first, then the rows."""
    slab = [desk.slab.number] if desk.slab else []
    return slab + [row.number for row in desk.rows]


def with_call(calls: Sequence[BoardCall], *new: BoardCall) -> list[BoardCall]:
    """The hall's picture after new calls: each window once."""
    counters = {one.counter for one in new}
    return [*reversed(new), *(one for one in calls if one.counter not in counters)]


def test_what_was_called_before_the_board_was_switched_on_is_shown_and_not_announced() -> None:
    desk = CallDesk()
    assert desk.take(CALLS, 0.0) == []
    assert shown(desk) == ["A012", "E004", "D008", "C002", "F005"]


def test_a_new_call_takes_the_slab_and_the_windows_old_row_goes() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    new = call("B001", 5, 30)
    assert desk.take(with_call(CALLS, new), 10.0) == [new]
    assert shown(desk) == ["B001", "A012", "E004", "C002", "F005"]


def test_a_new_call_of_the_window_on_the_slab_leaves_no_row_behind() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    desk.take(with_call(CALLS, call("A013", 3, 30)), 10.0)
    assert shown(desk) == ["A013", "E004", "D008", "C002", "F005"]


def test_a_recall_is_new_and_a_ticket_being_served_is_not() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    serving = [replace(CALLS[0], state="serving"), *CALLS[1:]]
    assert desk.take(serving, 10.0) == []
    again = call("E004", 1, 60, calls=2)
    assert desk.take(with_call(serving, again), 20.0) == [again]
    assert desk.take(with_call(serving, again), 30.0) == []


def test_two_calls_at_once_share_the_slab_four_seconds_each() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    first, second = call("B001", 1, 30), call("H002", 2, 31)
    assert desk.take(with_call(CALLS, first, second), 10.0) == [first]
    assert desk.seconds_left(11.0) == LEAST_SECONDS - 1
    assert desk.advance(13.9) == []
    assert desk.advance(14.0) == [second]
    assert desk.seconds_left(14.0) is None
    assert shown(desk)[:2] == ["H002", "B001"]


def test_a_call_after_the_first_ones_time_need_not_wait() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    first, second = call("B001", 1, 30), call("H002", 2, 36)
    desk.take(with_call(CALLS, first), 10.0)
    assert desk.take(with_call(CALLS, first, second), 16.0) == [second]


def test_a_ticket_that_was_passed_leaves_the_board_also_before_its_turn_on_the_slab() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    first, second = call("B001", 1, 30), call("H002", 2, 31)
    desk.take(with_call(CALLS, first, second), 10.0)
    desk.take(with_call(CALLS, first), 11.0)
    assert desk.advance(20.0) == []
    desk.take([one for one in CALLS if one.counter != 1], 21.0)
    assert shown(desk)[0] == "A012"


def test_an_older_call_that_comes_to_light_again_is_not_announced() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    desk.take(with_call(CALLS, call("H002", 2, 31)), 10.0)
    assert desk.take(CALLS, 20.0) == []  # H002 was passed; C002 of the same window was announced long ago
    assert desk.take([call("C001", 2, -400), *CALLS[:3]], 30.0) == []


def test_a_window_that_calls_again_before_its_turn_is_announced_once() -> None:
    desk = CallDesk()
    desk.take(CALLS, 0.0)
    first, second, third = call("B001", 1, 30), call("H002", 2, 31), call("H003", 2, 32)
    desk.take(with_call(CALLS, first, second), 10.0)
    desk.take(with_call(CALLS, first, third), 12.0)
    assert desk.advance(14.0) == [third]
    assert desk.waiting == 0


@given(
    st.lists(
        st.tuples(st.sampled_from("ABCDEFGH"), st.integers(1, 30), st.integers(1, 6), st.floats(0.0, 9.0)),
        max_size=30,
    )
)
def test_each_window_stands_once_and_every_call_is_announced_or_overtaken(
    steps: list[tuple[str, int, int, float]],
) -> None:
    desk, now, hall = CallDesk(), 0.0, list[BoardCall]()
    desk.take(hall, now)
    announced = []
    for order, (letter, number, counter, pause) in enumerate(steps, 1):
        now += pause
        hall = with_call(
            [one for one in hall if one.number != f"{letter}{number:03}"], call(f"{letter}{number:03}", counter, order)
        )
        announced += desk.take(hall, now)
        seen = ([desk.slab] if desk.slab else []) + desk.rows
        assert len({one.counter for one in seen}) == len(seen)
    while desk.waiting:
        now += LEAST_SECONDS
        announced += desk.advance(now)
    if hall:
        assert {one.ticket for one in hall} <= {one.ticket for one in announced}
