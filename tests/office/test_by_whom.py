"""Whoever does something is of the centre, or is not named: nothing is done in nobody's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from terminal.errors import Refusal
from terminal.office.office import Office
from tests.office.duties import MONDAY, Duties
from tests.office.halls import Records
from tests.office.people import person

VERBS: dict[str, Callable[[Office, int, str], object]] = {
    "absent": lambda office, duty, by: office.duty.absent(duty, "病假", by=by),
    "leave": lambda office, _, by: office.duty.leave("zhang", MONDAY, MONDAY, by=by),
    "ask a swap": lambda office, duty, by: office.duty.ask_swap(duty, "li", by=by),
    "draft": lambda office, _, by: office.roster.draft(MONDAY, MONDAY, by=by),
    "find a resident": lambda office, _, by: office.residents.find("王", by=by),
    "drop a message": lambda office, _, by: office.outbox.drop(1, by=by),
    "ask": lambda office, _, by: office.requests.add("qq", person(2), by=by),
    "mark a day": lambda office, _, by: office.calendar.mark(MONDAY, False, by=by),
    "rules": lambda office, _, by: office.appointments.set_rules(by=by, grid_minutes=20),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS.keys())
@pytest.mark.parametrize("by", ["nobody", "n" * 50])
def test_nothing_is_done_in_nobodys_name(
    office: Office, records: Records, verb: Callable[[Office, int, str], object], by: str
) -> None:
    duty = Duties(office).add("zhang", MONDAY)
    before = records.journal()
    with pytest.raises(Refusal, match=f"nobody called {by[:40]} here"):
        verb(office, duty, by)
    assert records.journal() == before
