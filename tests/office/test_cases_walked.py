"""Cases pushed about at random, by moves, marks, errands, leave, merges and sweeps: what cannot be is refused in words,
and nothing that was done contradicts anything else.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.model import Custody, MaterialState
from terminal.office.case_views import MandateEntry, MaterialMark, StopEntry
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.office.upkeep import check_database
from tests.office.casework import ITEM, at, set_up
from tests.office.halls import SetClock
from tests.office.people import number_of, phone_of

SERIALS = count(1)
Act = Callable[[Office, int], object]
picks = st.integers(0, 3)


def moving(pick: int, delivery: str) -> Act:
    """One of the moves that are offered; those that end a case stand last."""

    def act(office: Office, case: int) -> None:
        offered = office.cases.view(case).choices
        if offered:
            move = offered[pick % len(offered)].name
            office.cases.advance(case, move, note="理由", delivery=delivery, by="zhang")

    return act


def marking(position: int, state: str, originals: int, to_return: int) -> Act:
    mark = MaterialMark(position, state, originals, 1, "模糊", date(2999, 1, 1), min(originals, to_return))
    return lambda office, case: office.materials.mark(case, [mark], by="li")


def carrying(what: str, positions: list[int]) -> Act:
    return lambda office, case: office.materials.move(case, positions, what, "区民政局", signed_by="本人", by="li")


def errand(kind: str, days: int, verb: str) -> Act:
    def act(office: Office, case: int) -> None:
        today = office.room.day(office.room.now())
        department = "qmz" if kind == "department" else None
        entry = StopEntry(kind, "", "办理", department=department, day=today + timedelta(days=days))
        stop = office.routes.plan(case, entry, by="li").id
        for one in ("begin", "done") if verb == "done" else (verb,):
            getattr(office.routes, one)(stop, by="li")

    return act


def mandating(office: Office, case: int) -> None:
    today = office.room.day(office.room.now())
    entry = MandateEntry("代办", today + timedelta(days=30), resident_signed_on=today, staff_signed_on=today)
    office.mandates.give(case, entry, by="li")


def on_leave(days: int) -> Act:
    def act(office: Office, _: int) -> None:
        today = office.room.day(office.room.now())
        office.duty.leave("li", today, today + timedelta(days=days))

    return act


def made_one(undone: bool) -> Act:
    """Of the applicant with somebody entered since; or two again."""

    def act(office: Office, case: int) -> None:
        resident = office.cases.view(case).resident.id
        if undone:
            for merge in office.residents.view(resident).merged:
                office.residents.undo_merge(merge)
            return
        kept = office.residents.enter(PersonEntry("王小华", phone=f"1380001{next(SERIALS):04d}")).id
        office.residents.merge(kept, resident)

    return act


ACTS = st.one_of(
    st.builds(moving, st.integers(0, 8), st.sampled_from(("collect", "post", "home"))),
    st.builds(moving, st.just(0), st.just("home")),
    st.builds(marking, st.integers(1, 2), st.sampled_from(["received", *MaterialState]), picks, st.integers(0, 1)),
    st.builds(carrying, st.sampled_from([*Custody]), st.lists(st.integers(1, 3), max_size=2)),
    st.builds(
        errand, st.sampled_from(("home", "department", "counter")), st.integers(0, 2),
        st.sampled_from(("begin", "done", "drop")),
    ),
    st.just(mandating),
    st.builds(on_leave, picks),
    st.builds(made_one, st.booleans()),
    st.just(lambda office, case: office.materials.add_result(case, "决定书", by="li")),
    st.just(lambda office, case: office.cases.hand_to(case, "li", by="zhang")),
    st.just(lambda office, _: office.calendar.mark(office.room.day(office.room.now()), False, "停电")),
)  # fmt: skip
DAYS = st.sampled_from((0, 0, 0, 1, 4, 12))  # that pass before


@pytest.mark.parametrize("hall_url", ["sqlite"], indirect=True)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=st.lists(st.tuples(ACTS, DAYS), min_size=5, max_size=25), proxy=st.booleans())
def test_whatever_is_done_in_whatever_order_nothing_contradicts_anything(
    office: Office, clock: SetClock, hall_url: str, walk: list[tuple[Act, int]], proxy: bool
) -> None:
    clock.moment = max(clock.moment, at(4))
    set_up(office)
    serial = next(SERIALS)
    person = PersonEntry("王小华", number_of(serial), phone_of(serial))
    case = office.cases.register(ITEM, person, proxy=proxy, by="li").row.id
    for act, days in walk:
        clock.moment += timedelta(days=days, hours=1)
        with suppress(Refusal):
            act(office, case)
        assert office.cases.sweep().left == 0
    assert check_database(hall_url)["faults"] == []
    view = office.cases.view(case)
    assert [one.until for one in view.holders] == [*(one.since for one in view.holders[1:]), None]
    assert [one.at for one in view.moves] == sorted(one.at for one in view.moves)
    assert view.row.risk == "" or view.decided_at is None
    if view.ended_at is not None:
        assert not [one for one in view.stops if one.state == "planned"]
