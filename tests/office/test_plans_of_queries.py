"""What screens read at each change finds its few rows by an index, however many years lie beside them (SQLite)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from terminal.office.ledger_views import SAVED
from terminal.office.office import Office
from tests.office.bookings import FRIDAY, MONDAY, book, put_duties
from tests.office.casework import mandated, opened, set_up
from tests.office.halls import MORNING

# Tables that grow for years, and what of an index's columns leaves years of them to be read.
GROWING = {
    "appointment", "appointment_item", "attachment", "booking_request", "case_holder", "case_material", "case_move",
    "case_pause", "case_stop", "case_told", "custody", "duty", "form_entry", "journal", "mandate", "message", "notice",
    "resident", "resident_need", "service_case", "slot_use",
}  # fmt: skip
TOO_LITTLE = re.compile(r"SCAN (?P<scanned>\w+)|SEARCH (?P<searched>\w+) USING .*\(centre=\?\)$")

READ_AT_EACH_CHANGE: dict[str, Callable[[Office], object]] = {
    "errands": lambda office: office.errands.now(),
    "counter": lambda office: office.hall.counter_view(1),
    "kiosk": lambda office: office.hall.kiosk_view(),
    "board": lambda office: office.hall.board_view(),
    "slots": lambda office: office.appointments.slots(["LD-001"], FRIDAY, MONDAY),
    "broken": lambda office: office.appointments.broken(),
    "today": lambda office: office.appointments.list(FRIDAY, FRIDAY),
    "requests": lambda office: office.requests.open(),
    "calls": lambda office: office.outbox.calls(),
    "failed messages": lambda office: office.outbox.messages("failed"),
    "claiming": lambda office: office.outbox.claim("w", MORNING),
    "recovering": lambda office: office.outbox.recover("w"),
    "reminding": lambda office: office.reminders.remind(),
    "closing": lambda office: office.appointments.close_missed(),
    "on duty": lambda office: office.duty.on(FRIDAY),
    "leave": lambda office: office.duty.leaves(FRIDAY, MONDAY),
    "swaps": lambda office: office.duty.swaps(),
    "ledger": lambda office: office.ledger.counts("zhang"),
    **{
        f"view {name}": lambda office, name=name: office.ledger.view(name, staff="zhang")
        for name in SAVED
        if name != "all"
    },
    **{
        f"finding {words}": lambda office, words=words: office.ledger.find(words, kinds=("case", "resident"))
        for words in ("王", "w", "0042", "13800000001", "LC01-2026-BJ-0042", "K2345678", "居住", "w 待补正", "已受理")
    },
}


@contextmanager
def statements(office: Office) -> Iterator[list[tuple[str, Any]]]:
    """What the office asks of its database meanwhile."""
    found: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, _x: object, _many: object) -> None:
        found.append((statement, parameters))

    event.listen(office.store.engine, "before_cursor_execute", note)
    yield found
    event.remove(office.store.engine, "before_cursor_execute", note)


def walks(office: Office, asked: list[tuple[str, Any]]) -> list[str]:
    """The steps of these statements' plans that lead through the years."""
    found = []
    with office.store.engine.connect() as connection:
        for statement, parameters in asked:
            if statement.startswith("SELECT"):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                steps = [str(step) for *_, step in plan]
                found += [step for step in steps if (table := TOO_LITTLE.match(step)) and GROWING & {*table.groups()}]
    return found


@pytest.mark.parametrize("hall_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("read", READ_AT_EACH_CHANGE.values(), ids=READ_AT_EACH_CHANGE.keys())
def test_nothing_that_is_read_at_each_change_walks_through_the_years(
    office: Office, read: Callable[[Office], object]
) -> None:
    put_duties(office, FRIDAY, (1, "zhang"))
    put_duties(office, MONDAY, (1, "zhang"), (2, "li"))
    book(office, 1, MORNING.replace(hour=15))
    with statements(office) as asked:
        read(office)
    assert walks(office, asked) == []


@pytest.mark.parametrize("hall_url", ["sqlite"], indirect=True)
def test_a_case_is_opened_with_a_statement_for_each_of_its_parts_however_much_happened_with_it(office: Office) -> None:
    set_up(office)
    case = opened(office, proxy=True, when=MORNING)
    mandated(office, case)
    with statements(office) as of_a_new_one:
        office.cases.view(case.row.id, by="zhang")
    for move in ("accept", "hand-over", "returned"):
        office.cases.advance(case.row.id, move, at=MORNING, by="zhang")
    for staff in ("zhang", "li", "zhang"):
        office.cases.hand_to(case.row.id, staff, by="zhang")
    with statements(office) as asked:
        office.cases.view(case.row.id, by="zhang")
    assert len(asked) <= len(of_a_new_one) <= 24
    assert walks(office, asked) == []
