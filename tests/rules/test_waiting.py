"""The waiting time: the same as playing the queue minute by minute."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.waiting import EXACT, Estimate, Server, estimate

LINES = "ABCD"
Queue = list[tuple[str, float]]

servers = st.lists(
    st.builds(Server, st.frozensets(st.sampled_from(LINES), min_size=1), st.integers(0, 20).map(float)), max_size=5
)
alike = st.lists(st.builds(Server, st.just(frozenset(LINES)), st.integers(0, 20).map(float)), min_size=1, max_size=5)
queues = st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 30).map(float)), max_size=25)
lines = st.sampled_from(LINES)


def minute_by_minute(counters: Sequence[Server], queue: Queue, line: str) -> Estimate:
    """A clock that ticks; at each minute, each idle counter in turn calls the first person it serves."""
    counters = list(counters)
    if all(line not in counter.lines for counter in counters):
        counters.append(Server(frozenset(line)))
    ours = [counter for counter in counters if line in counter.lines]
    standing: list[tuple[str, float] | None] = [*queue]
    until = [counter.busy for counter in counters]
    ahead, minute = 0, 0
    while True:
        for place, counter in enumerate(counters):
            if until[place] > minute:
                continue
            mine = [at for at, who in enumerate(standing) if who is not None and who[0] in counter.lines]
            if mine:
                who = standing[mine[0]]
                assert who is not None
                until[place], standing[mine[0]] = minute + who[1], None
                ahead += any(who[0] in one.lines for one in ours)
            elif line in counter.lines:
                return Estimate(ahead, minute)
        minute += 1


@given(servers, queues, lines)
def test_the_estimate_is_what_a_ticking_clock_finds(counters: list[Server], queue: Queue, line: str) -> None:
    assert estimate(counters, queue, line) == minute_by_minute(counters, queue, line)


@given(alike, st.integers(0, 60), queues, lines)
def test_one_more_counter_never_makes_it_longer(counters: list[Server], busy: int, queue: Queue, line: str) -> None:
    more = [*counters, Server(frozenset(LINES), float(busy))]
    assert estimate(more, queue, line).minutes <= estimate(counters, queue, line).minutes


@given(alike, queues, queues, lines)
def test_more_people_in_front_never_make_it_shorter(
    counters: list[Server], queue: Queue, more: Queue, line: str
) -> None:
    assert estimate(counters, queue, line).minutes <= estimate(counters, queue + more, line).minutes


@given(servers, queues, lines)
def test_nobody_counts_as_ahead_whom_no_counter_of_the_line_may_call(
    counters: list[Server], queue: Queue, line: str
) -> None:
    shared = {letter for counter in counters if line in counter.lines for letter in counter.lines} or {line}
    assert 0 <= estimate(counters, queue, line).ahead <= sum(who in shared for who, _ in queue)


@given(alike, queues, lines)
def test_where_every_counter_serves_every_line_all_in_front_are_ahead(
    counters: list[Server], queue: Queue, line: str
) -> None:
    assert estimate(counters, queue, line).ahead == len(queue)


def test_an_empty_hall_with_a_free_counter_calls_at_once() -> None:
    assert estimate([Server(frozenset("A"))], [], "A") == Estimate(ahead=0, minutes=0)


def test_a_counter_of_our_line_alone_calls_us_before_people_of_other_lines() -> None:
    counters = [Server(frozenset("AB")), Server(frozenset("B"), busy=4)]
    assert estimate(counters, [("A", 10), ("A", 10)], "B") == Estimate(ahead=1, minutes=4)


def test_counters_of_other_lines_take_their_people_out_of_our_way() -> None:
    both, others = Server(frozenset("AB")), Server(frozenset("B"))
    queue = [("B", 10.0)] * 4
    assert estimate([both], queue, "A").minutes == 40
    assert estimate([both, others], queue, "A").minutes == 20


def test_people_of_lines_that_have_nothing_to_do_with_ours_change_nothing() -> None:
    counters = [Server(frozenset("A")), Server(frozenset("B"))]
    assert estimate(counters, [("B", 10.0)] * (EXACT + 50), "A") == Estimate(ahead=0, minutes=0)


def test_without_an_open_counter_one_working_alone_is_assumed() -> None:
    assert estimate([Server(frozenset("B"))], [("A", 7), ("B", 9), ("A", 5)], "A") == Estimate(ahead=2, minutes=12)


def test_behind_a_very_long_queue_the_pace_of_those_in_front_is_taken_on() -> None:
    counters = [Server(frozenset("A"))] * 4
    assert estimate(counters, [("A", 5.0)] * (EXACT * 10), "A") == Estimate(
        ahead=EXACT * 10, minutes=EXACT * 10 // 4 * 5
    )
