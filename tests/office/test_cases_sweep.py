"""The sweep: what nobody sees to falls to the backstop, and what waits for the resident is called after."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from terminal.errors import Refusal
from terminal.model import Message, Staff
from terminal.office import open_office
from terminal.office.case_views import CaseView
from terminal.office.casework_views import Swept
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office import casework
from tests.office.casework import accepted, at, opened, set_up
from tests.office.halls import SetClock


@pytest.fixture(autouse=True)
def _prepared(office: Office, clock: SetClock) -> None:
    clock.moment = at(4)
    set_up(office)
    office.cases.sweep()  # the calendar is counted by


def held(office: Office, case: CaseView) -> tuple[str, str]:
    found = office.cases.view(case.row.id)
    return found.row.responsible, found.holding


def test_a_quiet_centre_needs_no_sweeping(office: Office) -> None:
    accepted(office)
    assert office.cases.sweep() == Swept()


def test_a_stuck_case_falls_to_the_backstop_once_and_stays_where_it_is_given(office: Office, clock: SetClock) -> None:
    case = accepted(office)
    clock.moment = at(11, 18)
    assert office.cases.sweep().fallen == 0
    clock.moment = at(12)
    assert office.cases.sweep().fallen == 1
    assert held(office, case) == ("zhang", "backstop")
    assert office.cases.sweep().fallen == 0
    office.cases.hand_to(case.row.id, "li", "请继续", by="zhang")
    assert (office.cases.sweep().fallen, held(office, case)) == (0, ("li", "assigned"))
    clock.moment = at(20)
    assert office.cases.sweep().fallen == 1
    assert [(one.staff, one.holding) for one in office.cases.view(case.row.id).holders] == [
        ("li", "first_asked"), ("zhang", "backstop"), ("li", "assigned"), ("zhang", "backstop"),
    ]  # fmt: skip


def test_a_paused_case_is_not_stuck(office: Office, clock: SetClock) -> None:
    case = accepted(office)
    office.cases.advance(case.row.id, "suspend", at=at(5), note="外出")
    clock.moment = at(30, month=5)
    assert office.cases.sweep().fallen == 0


def test_a_result_that_staff_are_to_bring_is_stuck_like_any_other_work(office: Office, clock: SetClock) -> None:
    home, counter = accepted(office, delivery="home"), accepted(office, 2)
    for case in (home, counter):
        office.cases.advance(case.row.id, "grant", at=at(5))
        office.cases.advance(case.row.id, "notify", at=at(5))
    clock.moment = at(13)
    assert office.cases.sweep().fallen == 1
    assert (held(office, home)[0], held(office, counter)[0]) == ("zhang", "li")


def test_who_is_on_leave_gets_back_what_has_not_moved_meanwhile(office: Office, clock: SetClock) -> None:
    lies, moves = accepted(office), accepted(office, 2)
    office.duty.leave("li", date(2026, 3, 5), date(2026, 3, 6))
    assert office.cases.sweep().fallen == 0
    clock.moment = at(5)
    assert office.cases.sweep().fallen == 2
    assert {held(office, case) for case in (lies, moves)} == {("zhang", "backstop")}
    office.cases.advance(moves.row.id, "start", at=at(5, 11), by="zhang")
    clock.moment = at(9)
    assert office.cases.sweep().returned == 1
    assert (held(office, lies), held(office, moves)) == (("li", "first_asked"), ("zhang", "backstop"))


def test_who_has_left_answers_for_nothing_any_more(office: Office, clock: SetClock) -> None:
    case = accepted(office)
    with office.store.writing() as session:
        session.execute(update(Staff).where(Staff.code == "li").values(active=False))
    clock.moment = at(5)
    assert office.cases.sweep().fallen == 1
    assert held(office, case) == ("zhang", "backstop")


def test_the_backstop_on_leave_is_stood_in_for(office: Office, clock: SetClock) -> None:
    case = accepted(office, by="zhang")
    office.duty.leave("zhang", date(2026, 3, 5), date(2026, 3, 20))
    clock.moment = at(5)
    assert office.cases.sweep().fallen == 1
    assert held(office, case) == ("li", "backstop")
    assert office.cases.sweep().fallen == 0


def test_exactly_one_person_answers_for_a_case_at_each_moment(office: Office, clock: SetClock) -> None:
    case = accepted(office)
    clock.moment = at(13)
    office.cases.sweep()
    office.cases.hand_to(case.row.id, "li")
    office.cases.take(case.row.id, by="zhang")
    rows = casework.holders(office)
    assert [row.until for row in rows] == [*(row.since for row in rows[1:]), None]
    with pytest.raises(Refusal, match="answers for case"):
        office.cases.take(case.row.id, by="zhang")


def test_who_is_given_a_case_is_told(office: Office) -> None:
    office.cases.hand_to(accepted(office).row.id, "zhang", "片区负责", by="li")
    assert [template for template, _ in casework.told(office)] == ["case_assigned"]


def test_a_closed_case_is_given_to_nobody(office: Office) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "withdraw", at=at(5), note="居民撤回")
    with pytest.raises(Refusal, match="is closed"):
        office.cases.hand_to(case, "zhang")


def test_an_application_nobody_answered_counts_as_accepted_on_the_day_it_came_in(
    office: Office, clock: SetClock
) -> None:  # fmt: skip
    case = opened(office)
    clock.moment = at(11, 17)
    assert office.cases.sweep().accepted == 0
    clock.moment = at(12)
    assert office.cases.sweep().accepted == 1
    found = office.cases.view(case.row.id)
    assert (found.row.state, found.accepted_at, found.row.promised_on) == ("accepted", at(4), date(2026, 4, 1))
    assert "视为" in found.moves[-1].note or "即为受理" in found.moves[-1].note


def test_a_correction_that_does_not_come_is_called_after_once(office: Office, clock: SetClock) -> None:
    case = opened(office).row.id
    office.cases.advance(case, "ask-correction", at=at(5), note="缺件", days=3)
    clock.moment = at(10, 18)
    assert office.cases.sweep().correction_calls == 0
    clock.moment = at(11)
    assert [office.cases.sweep().correction_calls for _ in range(2)] == [1, 0]
    assert casework.told(office) == [("case_correction_late", "call")]
    office.cases.advance(case, "corrected", at=at(11))
    office.cases.advance(case, "ask-correction", at=at(11), note="仍缺", days=1)
    clock.moment = at(16)
    assert office.cases.sweep().correction_calls == 1


def test_the_case_is_notified_when_the_message_has_gone_out(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "grant", at=at(4, 10))
    assert office.cases.sweep().notified == 0
    with office.store.writing() as session:
        session.execute(update(Message).values(state="sent"))
    clock.moment = at(4, 11)
    assert [office.cases.sweep().notified for _ in range(2)] == [1, 0]
    assert office.cases.view(case).row.state == "notified"


def test_who_was_made_one_with_another_since_has_heard_all_the_same(office: Office, clock: SetClock) -> None:
    case = accepted(office)
    office.cases.advance(case.row.id, "grant", at=at(4, 10))
    kept = office.residents.enter(PersonEntry("王小华", "E12345678", document="passport"))
    office.residents.merge(kept.id, case.resident.id)
    with office.store.writing() as session:
        session.execute(update(Message).values(state="sent"))
    clock.moment = at(4, 11)
    assert office.cases.sweep().notified == 1


def test_a_case_that_cannot_be_seen_to_holds_up_no_other(
    hall_url: str, office: Office, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    unanswered, stuck = opened(office), accepted(office, 2)
    clock.moment = at(12)
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path))  # a machine that only delivers: no receipt can be sealed there
    with open_office(hall_url, clock=clock) as keyless:
        swept = keyless.cases.sweep()
    assert (swept.accepted, swept.left, swept.fallen) == (0, 1, 2)
    assert office.cases.view(unanswered.row.id).row.state == "received"
    assert held(office, stuck) == ("zhang", "backstop")
    assert f"case {unanswered.row.id} could not be seen to: KeyMissing" in caplog.text
    assert office.cases.sweep().accepted == 1


def test_a_result_nobody_fetches_is_called_about_and_then_brought_home(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "grant", at=at(5))
    office.cases.advance(case, "notify", at=at(5))
    seen: dict[str, date] = {}
    for step in range(36):
        clock.moment = at(5) + timedelta(days=step)
        swept = office.cases.sweep()
        for name in ("result_calls", "home"):
            if getattr(swept, name):
                assert name not in seen
                seen[name] = clock.moment.date()
    assert seen == {"result_calls": date(2026, 3, 20), "home": date(2026, 4, 3)}
    found = office.cases.view(case)
    assert (found.delivery, found.next_step) == ("home", "bring-home")
    assert [(one.kind, one.state, one.staff) for one in found.stops] == [("home", "planned", "li")]
    with office.store.reading() as session:
        calls = session.scalars(select(Message.template).where(Message.via == "call")).all()
    assert calls == ["case_uncollected"]


def test_what_is_fetched_in_time_bothers_nobody(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "grant", at=at(5))
    office.cases.advance(case, "notify", at=at(5))
    office.cases.advance(case, "collect", at=at(9), signature="王小华")
    clock.moment = at(30, month=6)
    assert office.cases.sweep() == Swept()
