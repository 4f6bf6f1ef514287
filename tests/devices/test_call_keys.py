"""What the keys of a call box do at the office, on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from terminal.devices.call_keys import Done, obey
from terminal.errors import Refusal
from terminal.model import TicketState
from terminal.office import open_office
from terminal.office.office import Office

WINDOW = 3


@pytest.fixture
def office(sample_url: str) -> Iterator[Office]:
    with open_office(sample_url) as office:
        yield office


def press(office: Office, key: str, digits: str = "") -> Done:
    return obey(office, WINDOW, key, digits)


def test_a_visit_is_served_by_keys_alone(office: Office) -> None:
    first, second = office.queue.issue("LD-001").id, office.queue.issue("LD-001").id
    press(office, "call")
    press(office, "recall")
    press(office, "hold")
    press(office, "call")
    assert office.queue.find(second).state == TicketState.CALLED
    press(office, "give_up")
    press(office, "call_back")
    done = press(office, "ask")
    assert done.ask is not None
    assert office.queue.find(first).state == TicketState.DONE
    office.feedback.ask(done.ask, 30)


def test_a_held_visit_goes_on_with_what_was_begun_before(office: Office) -> None:
    ticket = office.queue.issue("LD-001").id
    press(office, "call")
    begun = office.queue.start(ticket, "LD-002").id
    press(office, "hold")
    press(office, "call_back")
    assert press(office, "ask").ask == begun
    assert office.queue.find(ticket).state == TicketState.DONE


def test_back_to_its_own_line_means_for_any_window_at_its_own_place(office: Office) -> None:
    ticket, behind = office.queue.issue("LD-001").id, office.queue.issue("LD-001").id
    place = office.queue.find(ticket).place_at
    press(office, "call")
    press(office, "transfer")
    found = office.queue.find(ticket)
    assert (found.state, found.counter, found.place_at, found.item) == (TicketState.WAITING, None, place, "LD-001")
    press(office, "call")
    assert office.queue.find(ticket).state == TicketState.CALLED
    assert office.queue.find(behind).state == TicketState.WAITING


@pytest.mark.parametrize("key", ["recall", "ask", "hold", "give_up", "transfer"])
def test_without_anybody_at_the_window_keys_are_refused_and_nothing_changes(office: Office, key: str) -> None:
    ticket = office.queue.issue("LD-001").id
    with pytest.raises(Refusal, match="Nobody is at this window"):
        press(office, key)
    assert office.queue.find(ticket).state == TicketState.WAITING


def test_a_pause_stands_when_a_call_finds_nobody(office: Office) -> None:
    press(office, "pause")
    with pytest.raises(Refusal, match="Nobody is waiting"):
        press(office, "call")
    assert office.hall.counter_view(WINDOW).paused


def test_two_windows_that_call_at_once_call_two_tickets(office: Office) -> None:
    tickets = [office.queue.issue("LD-001").id for _ in range(2)]
    others = [
        number for number in range(1, 9)
        if number != WINDOW and set(office.hall.counter_view(WINDOW).line_names) & _lines(office, number)
    ]  # fmt: skip
    with ThreadPoolExecutor(2) as people:
        list(people.map(lambda window: obey(office, window, "call", ""), (WINDOW, others[0])))
    assert {office.queue.find(ticket).state for ticket in tickets} == {TicketState.CALLED}
    assert len({office.queue.find(ticket).counter for ticket in tickets}) == 2


def _lines(office: Office, window: int) -> set[str]:
    try:
        return set(office.hall.counter_view(window).line_names)
    except Refusal:
        return set()
