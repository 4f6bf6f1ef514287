"""Every verb from every state: what is allowed happens, what is not refuses by name and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from terminal.errors import Refusal
from terminal.model import Ticket
from terminal.office.office import Office
from tests.office.halls import Records, SetClock

Reach = Callable[[Office, int], object]

# How a fresh ticket comes into each state.
REACH: dict[str, list[Reach]] = {
    "waiting": [],
    "called": [lambda o, t: o.queue.call(t, 1, "zhang")],
    "serving": [lambda o, t: o.queue.call(t, 1, "zhang"), lambda o, t: o.queue.start(t, "LD-001")],
    "held": [lambda o, t: o.queue.call(t, 1, "zhang"), lambda o, t: o.queue.hold(t, "缺材料")],
    "skipped": [lambda o, t: o.queue.call(t, 1, "zhang"), lambda o, t: o.queue.skip(t)],
    "done": [
        lambda o, t: o.queue.call(t, 1, "zhang"),
        lambda o, t: o.queue.finish(o.queue.start(t, "LD-001").id),
    ],
}
VERBS: dict[str, Reach] = {
    "call": lambda o, t: o.queue.call(t, 2, "li"),
    "recall": lambda o, t: o.queue.recall(t),
    "skip": lambda o, t: o.queue.skip(t),
    "hold": lambda o, t: o.queue.hold(t, "等人"),
    "restore": lambda o, t: o.queue.restore(t),
    "transfer": lambda o, t: o.queue.transfer(t, "C"),
    "start": lambda o, t: o.queue.start(t, "LD-001"),
}
# (verb, state) → the state afterwards; whatever is not here refuses.
ALLOWED = {
    ("call", "waiting"): "called",
    ("call", "held"): "called",
    ("call", "skipped"): "called",
    ("recall", "called"): "called",
    ("skip", "called"): "skipped",
    ("hold", "called"): "held",
    ("hold", "serving"): "held",
    ("restore", "held"): "waiting",
    ("restore", "skipped"): "waiting",
    ("transfer", "waiting"): "waiting",
    ("transfer", "called"): "waiting",
    ("transfer", "serving"): "waiting",
    ("start", "called"): "serving",
    ("start", "serving"): "serving",
}


def ticket_in(office: Office, state: str) -> Ticket:
    ticket = office.queue.issue("LD-001")
    for step in REACH[state]:
        step(office, ticket.id)
    found = office.queue.find(ticket.id)
    assert found.state == state
    return found


@pytest.mark.parametrize("state", REACH)
def test_a_verb_happens_from_the_states_that_allow_it_and_refuses_by_name_from_others(
    office: Office, records: Records, state: str
) -> None:
    for name, verb in VERBS.items():
        ticket = ticket_in(office, state)
        before = records.everything()
        if (name, state) in ALLOWED:
            verb(office, ticket.id)
            assert office.queue.find(ticket.id).state == ALLOWED[name, state], name
            continue
        with pytest.raises(Refusal) as refusal:
            verb(office, ticket.id)
        assert f"Ticket {ticket.number} cannot {name}: it is {state}." in str(refusal.value)
        assert records.everything() == before


def test_each_verb_leaves_one_line_in_the_journal_with_the_state_before_and_after(
    office: Office, records: Records
) -> None:
    for (name, state), after in ALLOWED.items():
        ticket = ticket_in(office, state)
        written = len(records.journal())
        VERBS[name](office, ticket.id)
        (line,) = records.journal()[written:]
        assert line["verb"] == name
        assert line["before"]["state"] == state
        if line["noun"] == "ticket":
            assert line["id"] == str(ticket.id)
            assert line["after"]["state"] == after
            assert line["after"]["number"] == ticket.number
        if state != "waiting" or name == "call":
            assert line["who"] == ("li" if name == "call" else "zhang")
            assert line["counter"] == (2 if name == "call" else 1)


def test_issue_call_next_and_finish_leave_one_line_each_too(office: Office, records: Records) -> None:
    ticket = office.queue.issue("LD-001", priority="elderly", source="kiosk")
    office.queue.call_next(1, "zhang")
    handling = office.queue.start(ticket.id)
    office.queue.finish(handling.id, "accepted")
    lines = [(line["verb"], line["noun"], line["id"], line["who"], line["counter"]) for line in records.journal()]
    assert lines == [
        ("issue", "ticket", str(ticket.id), "kiosk", None),
        ("call_next", "ticket", str(ticket.id), "zhang", 1),
        ("start", "handling", str(handling.id), "zhang", 1),
        ("finish", "handling", str(handling.id), "zhang", 1),
    ]
    assert records.journal()[0]["after"] == {"number": "A001", "item": "LD-001", "priority": "elderly"}
    assert records.journal()[1]["before"] == {"state": "waiting"}
    assert records.journal()[-1]["after"] == {"outcome": "accepted", "ticket": "A001"}


def test_a_visit_with_several_items_is_over_when_the_last_is_finished(office: Office) -> None:
    ticket = ticket_in(office, "called")
    first, second = office.queue.start(ticket.id, "LD-001"), office.queue.start(ticket.id, "SB-001")
    office.queue.finish(first.id)
    assert office.queue.find(ticket.id).state == "serving"
    office.queue.finish(second.id, "to_correct")
    assert office.queue.find(ticket.id).state == "done"
    with pytest.raises(Refusal, match="cannot start: it is done"):
        office.queue.start(ticket.id, "LD-002")


def test_starting_an_item_that_is_open_goes_on_with_it_also_at_another_window(office: Office) -> None:
    ticket = ticket_in(office, "serving")
    office.queue.hold(ticket.id, "缺材料")
    office.queue.call(ticket.id, 2, "li")
    handling = office.queue.start(ticket.id, "LD-001")
    assert (handling.counter, handling.staff) == (2, "li")
    assert office.queue.start(ticket.id, "LD-001").id == handling.id


def test_an_item_handled_twice_in_a_visit_is_two_handlings(office: Office, records: Records) -> None:
    ticket = ticket_in(office, "serving")
    office.queue.start(ticket.id, "SB-001")
    first = office.queue.start(ticket.id, "LD-001")
    office.queue.finish(first.id)
    assert office.queue.start(ticket.id, "LD-001").id != first.id
    assert len(records.handlings()) == 3


def test_a_handling_is_finished_once(office: Office, records: Records) -> None:
    ticket = ticket_in(office, "called")
    handling = office.queue.start(ticket.id, "LD-001")
    office.queue.finish(handling.id, "refused")
    before = records.everything()
    with pytest.raises(Refusal, match="already finished \\(refused\\)"):
        office.queue.finish(handling.id)
    assert records.everything() == before


@pytest.mark.parametrize("state", ["held", "called"])
def test_nothing_is_finished_for_somebody_who_is_not_being_served(office: Office, records: Records, state: str) -> None:
    ticket = ticket_in(office, "called")
    handling = office.queue.start(ticket.id, "LD-001")
    office.queue.hold(ticket.id)
    if state == "called":
        office.queue.call(ticket.id, 2)
    before = records.everything()
    with pytest.raises(Refusal, match=f"A001 cannot finish: it is {state}"):
        office.queue.finish(handling.id)
    assert records.everything() == before


def test_a_transfer_ends_what_was_begun_as_referred_and_frees_the_window(office: Office, records: Records) -> None:
    ticket = ticket_in(office, "serving")
    moved = office.queue.transfer(ticket.id, "MZ-001")
    assert (moved.number, moved.waits_in, moved.item, moved.counter, moved.staff) == (
        ticket.number, "C", "MZ-001", None, None,
    )  # fmt: skip
    (handling,) = records.handlings()
    assert (handling.outcome, handling.finished_at is None) == ("referred", False)


def test_a_recall_counts_and_renews_the_call(office: Office, clock: SetClock) -> None:
    ticket = ticket_in(office, "called")
    clock.pass_(minutes=2)
    recalled = office.queue.recall(ticket.id)
    assert (recalled.calls, recalled.called_at) == (2, clock.now())
    office.queue.skip(ticket.id)
    assert office.queue.call(ticket.id, 1).calls == 1


def test_a_reason_too_long_for_the_record_is_refused(office: Office) -> None:
    ticket = ticket_in(office, "called")
    with pytest.raises(Refusal, match="120 characters"):
        office.queue.hold(ticket.id, "长" * 121)
    assert office.queue.hold(ticket.id, "长" * 120).reason == "长" * 120


UNKNOWN: dict[str, tuple[Reach, str]] = {
    "line": (lambda o, t: o.queue.issue("Z"), "no line Z"),
    "item": (lambda o, t: o.queue.issue("XX-999"), "no item XX-999"),
    "nothing": (lambda o, t: o.queue.issue(""), "no item"),
    "priority": (lambda o, t: o.queue.issue("A", priority="mayor"), "no priority class mayor"),
    "ticket": (lambda o, t: o.queue.recall("A099"), "no ticket A099"),
    "ticket id": (lambda o, t: o.queue.recall(10**30), "no ticket 10"),
    "ticket text": (lambda o, t: o.queue.find("; DROP"), "no ticket ; DROP"),
    "window to call": (lambda o, t: o.queue.call(t, 77), "no window 77"),
    "window to call next": (lambda o, t: o.queue.call_next(77), "no window 77"),
    "window beyond numbers": (lambda o, t: o.queue.call_next(2**40), "no window"),
    "negative window": (lambda o, t: o.queue.call(t, -1), "no window -1"),
    "staff to call": (lambda o, t: o.queue.call(t, 1, "nobody"), "nobody called nobody"),
    "staff to call next": (lambda o, t: o.queue.call_next(1, "nobody"), "nobody called nobody"),
    "line to move to": (lambda o, t: o.queue.transfer(t, "Z"), "no line Z"),
    "handling": (lambda o, t: o.queue.finish(99), "no handling 99"),
    "handling beyond ids": (lambda o, t: o.queue.finish(10**30), "no handling 10"),
    "outcome": (lambda o, t: o.queue.finish(1, "lost"), "no outcome lost"),
    "outcome of a transfer": (lambda o, t: o.queue.finish(1, "referred"), "no outcome referred"),
    "state": (lambda o, t: o.queue.list(state="lost"), "no state lost"),
    "line to list": (lambda o, t: o.queue.list(line="Z"), "no line Z"),
}


def test_unknown_names_are_refused_by_name_and_change_nothing(office: Office, records: Records) -> None:
    ticket = office.queue.issue("A")
    before = records.everything()
    for case, (verb, says) in UNKNOWN.items():
        with pytest.raises(Refusal) as refusal:
            verb(office, ticket.id)
        assert says in str(refusal.value), case
        assert records.everything() == before, case


def test_starting_names_the_item_and_the_person_or_refuses(office: Office, records: Records) -> None:
    ticket = office.queue.issue("A")
    office.queue.call_next(1)
    before = records.everything()
    for names, says in [
        ({}, "taken for a field"),
        ({"item": "XX-999"}, "no item XX-999"),
        ({"item": "LD-001", "staff": "nobody"}, "nobody called nobody"),
    ]:
        with pytest.raises(Refusal, match=says):
            office.queue.start(ticket.id, **names)
        assert records.everything() == before


def test_a_ticket_is_found_by_id_by_number_and_by_the_code_on_its_slip(office: Office) -> None:
    ticket = office.queue.issue("A")
    for name in (ticket.id, str(ticket.id), "A001", "a001", " A001 ", "A1", ticket.code, ticket.code.lower()):
        assert office.queue.find(name).id == ticket.id


@pytest.mark.parametrize("code", ["23456789", "A2345678"])
def test_a_code_that_is_all_digits_or_looks_like_a_number_is_found_too(office: Office, code: str) -> None:
    ticket = office.queue.issue("A")
    with office.store.writing() as session:
        session.merge(ticket).code = code
    assert office.queue.find(code).id == ticket.id
