"""Who is called next, and which number comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete

from terminal.errors import Refusal
from terminal.model import CounterLine
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from tests.office.halls import MORNING, ZONE, SetClock


def called(office: Office, counter: int = 1) -> Sequence[str]:
    """The numbers of everybody whom a window calls until nobody waits."""
    numbers = []
    while (ticket := office.queue.call_next(counter)) is not None:
        numbers.append(ticket.number)
    return numbers


def test_nobody_waits_and_nobody_is_called(office: Office) -> None:
    assert office.queue.call_next(1) is None


def test_who_came_first_is_called_first_and_equal_moments_follow_the_numbers(office: Office, clock: SetClock) -> None:
    for line in "ABAB":
        office.queue.issue(line)
    clock.pass_(minutes=-5)
    office.queue.issue("B")
    assert called(office) == ["B003", "A001", "B001", "A002", "B002"]


def test_a_head_start_goes_ahead_by_its_minutes_and_no_more(office: Office, clock: SetClock) -> None:
    office.queue.issue("A")
    clock.pass_(minutes=14)
    office.queue.issue("A")
    office.queue.issue("A", priority="elderly")  # 15 minutes
    clock.pass_(minutes=6)
    office.queue.issue("A", priority="disabled")  # 20 minutes
    assert called(office) == ["A003", "A001", "A004", "A002"]


def test_a_window_calls_its_own_lines_alone(office: Office) -> None:
    for line in "CAB":
        office.queue.issue(line)
    assert called(office, 3) == ["C001"]
    assert called(office, 1) == ["A001", "B001"]


def test_a_ticket_called_next_carries_window_person_and_moment(office: Office, clock: SetClock) -> None:
    office.queue.issue("A")
    office.queue.issue("A")
    office.counters.sign_in(1, "li")
    clock.pass_(minutes=3)
    first, second = office.queue.call_next(1), office.queue.call_next(2, staff="zhang")
    assert first is not None
    assert second is not None
    assert (first.state, first.counter, first.staff, first.called_at, first.calls) == (
        "called", 1, "li", clock.now(), 1,
    )  # fmt: skip
    assert (second.counter, second.staff) == (2, "zhang")
    stored = office.queue.find(first.id)
    assert {c.key: getattr(first, c.key) for c in first.__mapper__.column_attrs} == {
        c.key: getattr(stored, c.key) for c in first.__mapper__.column_attrs
    }


@pytest.mark.parametrize("way", ["hold", "skip", "transfer"])
def test_a_ticket_put_aside_returns_to_its_own_place(office: Office, clock: SetClock, way: str) -> None:
    for _ in range(3):
        office.queue.issue("A")
        clock.pass_(minutes=1)
    office.queue.issue("B")
    first = office.queue.call_next(1)
    assert first is not None
    if way == "transfer":
        office.queue.transfer(first.id, "B")
    else:
        getattr(office.queue, way)(first.id)
        assert first.number not in [one.number for one in office.queue.list(state="waiting")]
        office.queue.restore(first.id)
    clock.pass_(minutes=30)
    assert office.queue.find(first.id).place_at == first.place_at
    assert called(office) == ["A001", "A002", "A003", "B001"]


def test_a_transferred_ticket_is_called_by_the_windows_of_its_new_line(office: Office) -> None:
    office.queue.transfer(office.queue.issue("A").id, "C")
    assert called(office, 1) == []
    assert called(office, 3) == ["A001"]


def test_the_list_is_in_the_order_of_calls(office: Office, clock: SetClock) -> None:
    office.queue.issue("A")
    clock.pass_(minutes=1)
    office.queue.issue("B", priority="elderly")
    moved = office.queue.issue("A")
    office.queue.transfer(moved.id, "C")
    assert [one.number for one in office.queue.list()] == ["B001", "A001", "A002"]
    assert [one.number for one in office.queue.list(line="C")] == ["A002"]
    office.queue.call_next(1)
    assert [one.number for one in office.queue.list(state="waiting")] == ["A001", "A002"]


def test_numbers_begin_at_one_each_day_of_the_centre_in_each_line(office: Office, clock: SetClock) -> None:
    clock.moment = datetime(2026, 11, 20, 23, 59, tzinfo=ZONE)  # still the same day in UTC, an hour later too
    evening = [office.queue.issue(line).number for line in "AAB"]
    clock.pass_(minutes=1)
    midnight = office.queue.issue("A")
    assert (evening, midnight.number, midnight.day.isoformat()) == (["A001", "A002", "B001"], "A001", "2026-11-21")
    clock.pass_(hours=8)  # UTC's own midnight
    assert office.queue.issue("A").number == "A002"


def test_yesterdays_queue_is_not_called_today(office: Office, clock: SetClock) -> None:
    office.queue.issue("A")
    clock.pass_(days=1)
    assert office.queue.call_next(1) is None
    assert office.queue.list() == []


@pytest.mark.parametrize("verb", ["call", "restore", "transfer", "recall"])
def test_a_ticket_of_another_day_does_not_come_back(office: Office, clock: SetClock, verb: str) -> None:
    ticket = office.queue.issue("A")
    clock.pass_(days=1)
    more = {"call": (1,), "transfer": ("B",)}.get(verb, ())
    with pytest.raises(Refusal, match="Ticket A001 is of 2026-11-20"):
        getattr(office.queue, verb)(ticket.id, *more)


def test_a_visit_left_open_overnight_can_still_be_finished(office: Office, clock: SetClock) -> None:
    ticket = office.queue.issue("LD-001")
    office.queue.call_next(1)
    handling = office.queue.start(ticket.id)
    clock.pass_(days=1)
    assert office.queue.finish(handling.id).outcome == "done"


def test_a_line_that_no_window_serves_takes_no_numbers(office: Office) -> None:
    with office.store.writing() as session:
        session.execute(delete(CounterLine).where(CounterLine.line == "C"))
    for name in ("C", "MZ-001"):
        with pytest.raises(Refusal, match="No window serves line C"):
            office.queue.issue(name)
    ticket = office.queue.issue("A")
    with pytest.raises(Refusal, match="No window serves line C"):
        office.queue.transfer(ticket.id, "C")


def test_priority_moves_the_place_and_leaves_the_arrival(office: Office) -> None:
    ticket = office.queue.issue("SB-001", priority="disabled")
    assert (ticket.arrived_at, ticket.place_at, ticket.head_start, ticket.item) == (
        MORNING, MORNING - timedelta(minutes=20), 20, "SB-001",
    )  # fmt: skip


class MidnightClock(SetClock):
    """Crosses midnight after a few looks, as for a verb that waits for its turn meanwhile."""

    def __init__(self, looks_before: int) -> None:
        super().__init__(datetime(2026, 11, 20, 23, 59, 59, tzinfo=ZONE))
        self._looks_before = looks_before

    def now(self) -> datetime:
        if self._looks_before == 0:
            self.moment = datetime(2026, 11, 21, 0, 0, 1, tzinfo=ZONE)
        self._looks_before -= 1
        return super().now()


def test_a_number_that_waited_for_its_turn_across_midnight_is_one_of_the_new_day(hall_url: str) -> None:
    with open_office(hall_url, clock=MidnightClock(looks_before=3)) as office:
        first = office.queue.issue("A")  # two looks: before the lock and behind it
        late, next_one = office.queue.issue("A"), office.queue.issue("A")
    days = [(ticket.day.day, ticket.number) for ticket in (first, late, next_one)]
    assert days == [(20, "A001"), (21, "A001"), (21, "A002")]
    assert late.arrived_at.astimezone(ZONE).day == 21
    assert check_database(hall_url)["faults"] == []  # the number of the old day was not used up
