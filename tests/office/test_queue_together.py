"""Many windows at once, in processes of their own: nobody is called twice, no number is given twice or left out."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import partial

from sqlalchemy import text

from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from tests.office import workers
from tests.office.halls import MORNING, Records, SetClock

TICKETS = 20  # of each process


def test_a_process_of_a_test_begins_with_the_program_loaded() -> None:
    assert workers.in_processes(partial(workers.loads, "tests.office.loaded"), 2) == [False, False]


def test_eight_processes_give_each_number_once_and_call_nobody_twice(
    office: Office, records: Records, hall_url: str
) -> None:
    work = partial(workers.take_and_call, hall_url, TICKETS)
    results = workers.in_processes(work)
    taken = sorted(number for numbers, _ in results for number in numbers)
    each = workers.PROCESSES * TICKETS // 2
    assert taken == [f"{line}{running:03d}" for line in "AB" for running in range(1, each + 1)]
    called = [ticket for _, tickets in results for ticket in tickets]
    assert sorted(called) == [ticket.id for ticket in records.tickets()]
    verbs = Counter((line["verb"], line["id"]) for line in records.journal())
    assert set(verbs.values()) == {1}
    assert len(verbs) == 2 * len(called)
    assert check_database(hall_url)["faults"] == []


def test_of_verbs_on_one_ticket_at_the_same_moment_those_happen_that_fit_each_other(
    office: Office, records: Records, hall_url: str
) -> None:
    """What happened, in the journal's order, is a way the ticket may go; the refused verbs left nothing."""
    for _ in range(3):
        ticket = office.queue.issue("LD-001")
        office.queue.call(ticket.id, 1, "zhang")
        written = len(records.journal())
        done = [name for name in workers.in_processes(partial(workers.act_on_one, hall_url, ticket.id)) if name]
        lines = records.journal()[written:]
        assert sorted(line["verb"] for line in lines) == sorted(done)
        state = "called"
        for line in lines:
            assert line["before"]["state"] == state
            state = line["after"].get("state", "serving")
        assert office.queue.find(ticket.id).state == state


def test_items_finished_at_the_same_moment_end_the_visit(office: Office, hall_url: str) -> None:
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1)
    handlings = [office.queue.start(ticket.id, item).id for item in ("LD-001", "LD-002", "SB-001", "MZ-001")]
    work = partial(workers.finish_one, hall_url, handlings)
    assert workers.in_processes(work, len(handlings)) == ["done"] * len(handlings)
    assert office.queue.find(ticket.id).state == "done"


def test_a_window_paused_by_several_at_the_same_moment_is_paused_once(
    office: Office, records: Records, hall_url: str
) -> None:
    for counter in (1, 2, 3):
        assert sorted(workers.in_processes(partial(workers.pause_one, hall_url, counter), 4)) == [False] * 3 + [True]
    assert [line["before"]["paused"] for line in records.journal()] == [False] * 3


def test_a_process_killed_in_the_middle_leaves_no_half_verb(office: Office, records: Records, hall_url: str) -> None:
    for seconds in (0.11, 0.17, 0.23):
        workers.killed_at_work(hall_url, seconds)
    assert check_database(hall_url)["faults"] == []
    lines = Counter(line["verb"] for line in records.journal())
    tickets, handlings = records.tickets(), records.handlings()
    assert len(tickets) > 3  # they did work
    assert [ticket.running for ticket in tickets] == list(range(1, len(tickets) + 1))
    assert lines["issue"] == len(tickets)
    assert lines["call_next"] == sum(ticket.called_at is not None for ticket in tickets)
    assert lines["start"] == len(handlings)
    assert lines["finish"] == sum(handling.outcome is not None for handling in handlings)
    assert office.queue.issue("A").running == len(tickets) + 1


def test_a_picture_is_of_one_moment_though_others_write_meanwhile(
    office: Office, records: Records, hall_url: str
) -> None:
    for _ in range(3):
        office.queue.issue("A")
    with open_office(hall_url, clock=SetClock(MORNING + timedelta(minutes=1))) as other, office.room.reading() as read:
        count = text("SELECT count(*) FROM ticket WHERE state = 'waiting'")
        before = read.execute(count).scalar()
        other.queue.call_next(1)
        assert read.execute(count).scalar() == before
