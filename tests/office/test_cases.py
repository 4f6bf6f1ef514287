"""Cases: opened, moved by the table, promised by working days, and every move on record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.office.case_views import CaseView, MaterialMark
from terminal.office.office import Office
from terminal.rules.casework import ENDED, MOVES, CaseState
from terminal.rules.working_days import Calendar
from tests.databases import ON_SQLITE
from tests.office import casework
from tests.office.casework import BEGIN, ITEM, LIMIT, accepted, at, opened, set_up
from tests.office.halls import Records, SetClock

QINGMING = Calendar({date(2026, 4, 6): False, date(2026, 3, 1): False}, {2026})


@pytest.fixture(autouse=True)
def _prepared(office: Office, clock: SetClock) -> None:
    clock.moment = at(4)
    set_up(office)


def test_a_case_is_received_numbered_and_answered_for(office: Office) -> None:
    case = opened(office)
    assert (case.row.number, case.row.state) == ("LC01-2026-BJ-0001", "received")
    assert (case.row.responsible, case.holding, case.backstop) == ("li", "first_asked", "zhang")
    assert case.limit_days == LIMIT
    assert [one.move for one in case.moves] == ["register"]
    assert [one.staff for one in case.holders] == ["li"]
    assert [one.name for one in case.materials] == ["居民身份证", "申请表"]
    assert case.next_step == "accept"


def test_a_case_is_found_by_id_number_and_code(office: Office) -> None:
    case = opened(office)
    for name in (case.row.id, str(case.row.id), case.row.number, case.row.number.lower(), case.code):
        assert office.cases.view(name).row.id == case.row.id
    for name in (0, -1, 99, 2**70, "LC01-2026-BJ-0002", "ABCDEFGH", "", "x"):
        with pytest.raises(Refusal, match="There is no case"):
            office.cases.view(name)


def test_proxy_cases_have_numbers_of_their_own(office: Office) -> None:
    numbers = [opened(office, serial, proxy=serial % 2 == 0).row.number for serial in range(4)]
    assert numbers == ["LC01-2026-DB-0001", "LC01-2026-BJ-0001", "LC01-2026-DB-0002", "LC01-2026-BJ-0002"]


def test_who_sits_at_the_counter_is_asked_first_and_else_the_backstop_answers(office: Office) -> None:
    office.counters.sign_in(1, "li")
    assert opened(office, by="", counter=1).row.responsible == "li"
    alone = opened(office, by="", counter=2)
    assert (alone.row.responsible, alone.holding) == ("zhang", "backstop")


def test_the_agent_is_kept_and_cannot_be_the_applicant(office: Office) -> None:
    case = opened(office, agent=casework.somebody(2), relation="女儿")
    assert case.agent is not None
    assert (case.agent.id != case.resident.id, case.agent_relation) == (True, "女儿")
    with pytest.raises(Refusal, match="their own agent"):
        opened(office, 3, agent=casework.somebody(3))


def test_what_is_wrong_when_a_case_is_opened_is_said_and_nothing_is_kept(office: Office, records: Records) -> None:
    before = records.journal()
    for more in ({"source": "sky"}, {"delivery": "drone"}, {"by": "nobody"}, {"counter": 99}, {"handling": 7}):
        with pytest.raises(Refusal):
            opened(office, **more)
    with pytest.raises(Refusal, match="There is no item"):
        office.cases.register("XX-001", casework.somebody())
    with pytest.raises(Refusal, match="There is no resident"):
        office.cases.register(ITEM, 12345)
    assert (records.journal(), office.cases.rows()) == (before, ())


@pytest.mark.parametrize("state", CaseState)
@ON_SQLITE
def test_from_every_state_every_move_is_made_or_refused_in_words(office: Office, state: CaseState) -> None:
    stays = _in_state(office, state)
    before = casework.row(office, stays)
    asked = {"at": at(10), "note": "理由", "days": 3, "signature": "王小华", "approved_by": "zhang"}
    for name, move in MOVES.items():
        if not move.goes(state, before.accepted_at is not None):
            with pytest.raises(Refusal, match=f"it cannot {name}"):
                office.cases.advance(stays.row.id, name, **asked)  # type: ignore[arg-type]
            continue
        after = office.cases.advance(_in_state(office, state).row.id, name, **asked)  # type: ignore[arg-type]
        back = CaseState(before.back_to) if before.back_to else None
        assert after.row.state == move.target(state, back)
        assert (after.moves[-1].move, after.version) == (name, before.version + 1)
    assert casework.row(office, stays).version == before.version


_WAYS = {
    CaseState.RECEIVED: (), CaseState.TO_CORRECT: ("ask-correction",), CaseState.ACCEPTED: ("accept",),
    CaseState.IN_PROGRESS: ("accept", "start"), CaseState.SPECIAL: ("accept", "special"),
    CaseState.SUSPENDED: ("accept", "start", "suspend"), CaseState.GRANTED: ("accept", "grant"),
    CaseState.REJECTED: ("accept", "reject"), CaseState.NOTIFIED: ("accept", "grant", "notify"),
    CaseState.DELIVERED: ("accept", "grant", "collect"), CaseState.REFUSED: ("refuse",),
    CaseState.TERMINATED: ("terminate",), CaseState.WITHDRAWN: ("withdraw",),
}  # fmt: skip


def _in_state(office: Office, state: CaseState) -> CaseView:
    case = opened(office)
    for move in _WAYS[state]:
        case = office.cases.advance(case.row.id, move, at=at(5), note="理由", signature="王小华")
    assert case.row.state == state
    assert (case.next_step == "") == (state in ENDED)
    return case


def test_a_move_needs_what_it_has_to_record(office: Office) -> None:
    case = opened(office).row.id
    with pytest.raises(Refusal, match="ground in words"):
        office.cases.advance(case, "refuse", at=at(5))
    for position in (1, 2):
        office.materials.mark(case, [MaterialMark(position, "received")], at=at(4, 10))
    with pytest.raises(Refusal, match="No material is wrong"):
        office.cases.advance(case, "ask-correction", at=at(5))
    office.cases.advance(case, "accept", at=at(5))
    office.cases.advance(case, "grant", at=at(5))
    with pytest.raises(Refusal, match="Nobody has signed"):
        office.cases.advance(case, "collect", at=at(5))
    signed = office.cases.advance(case, "collect", at=at(5), signature="王小华")
    assert signed.moves[-1].signed_by == "王小华"


def test_a_wrong_material_is_ground_enough_to_ask_for_a_correction(office: Office) -> None:
    case = opened(office, marks=[MaterialMark(1, "received"), MaterialMark(2, "wrong", why="未签字")])
    asked = office.cases.advance(case.row.id, "ask-correction", at=at(5))
    assert (asked.row.state, asked.correct_by) == ("to_correct", date(2026, 3, 26))
    shorter = office.cases.advance(opened(office, 2).row.id, "ask-correction", at=at(5), note="缺件", days=5)
    assert shorter.correct_by == date(2026, 3, 12)


def test_a_move_is_dated_not_before_the_last_one(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id
    with pytest.raises(Refusal, match="cannot lie before it"):
        office.cases.advance(case, "start", at=at(4, 9, 5))
    later = office.cases.advance(case, "start", at=at(20))
    assert later.row.moved_at == at(20)
    clock.moment = at(6)
    assert office.cases.advance(case, "grant").row.moved_at == at(20)  # now is before it: the last move counts


def test_the_limit_begins_the_day_after_acceptance(office: Office) -> None:
    case = accepted(office)
    assert case.row.promised_on == date(2026, 4, 1)
    assert case.statutory_on == date(2026, 4, 16)
    assert case.row.certain


def test_the_days_of_a_correction_do_not_count(office: Office) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "ask-correction", at=at(9), note="缺银行卡复印件")
    corrected = office.cases.advance(case, "corrected", at=at(11))
    assert (corrected.row.state, corrected.row.promised_on) == ("accepted", date(2026, 4, 7))
    assert [(one.kind, one.days) for one in corrected.pauses] == [("to_correct", 3)]


def test_a_correction_before_acceptance_costs_no_day_of_the_limit(office: Office) -> None:
    case = opened(office).row.id
    office.cases.advance(case, "ask-correction", at=at(5), note="缺件")
    office.cases.advance(case, "corrected", at=at(9))
    done = office.cases.advance(case, "accept", at=at(10))
    assert done.row.promised_on == QINGMING.add(date(2026, 3, 10), LIMIT).date


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(("ask-correction", "suspend", "special")), st.integers(0, 12), st.integers(0, 20)),
        max_size=3,
    ),
    st.integers(0, 10),
)
@ON_SQLITE
def test_the_promised_day_is_counted_day_by_day_whatever_pauses_and_extension_there_were(
    office: Office, waits: list[tuple[str, int, int]], extension: int
) -> None:
    case, day = accepted(office).row.id, at(4, 10)
    paused: set[date] = set()
    if extension:
        office.cases.advance(case, "extend", at=day, note="案情复杂", days=extension)
    for move, before, length in waits:
        day += timedelta(days=before)
        office.cases.advance(case, move, at=day, note="理由")
        end = day + timedelta(days=length)
        office.cases.advance(case, "corrected" if move == "ask-correction" else "resume", at=end)
        paused |= {day.date() + timedelta(days=step) for step in range(length + 1)}
        day = end
    found = office.cases.view(case)
    assert found.row.promised_on == _walked(LIMIT + extension, paused)
    assert found.statutory_on == _walked(casework.STATUTORY + extension, paused)


def _walked(limit: int, paused: set[date]) -> date:
    day = BEGIN
    while limit:
        day += timedelta(days=1)
        rest = day in {date(2026, 4, 6), *(date(2026, 5, d) for d in (1, 4, 5)), date(2026, 6, 19)}
        works = (day.weekday() < 5 and not rest) or day == date(2026, 5, 9)
        limit -= works and day not in paused
    return day


def test_a_limit_is_extended_once_in_time_and_by_no_more_than_the_rule(office: Office) -> None:
    case = accepted(office).row.id
    for days in (0, 11, 1000):
        with pytest.raises(Refusal, match="extended by 1 to 10"):
            office.cases.advance(case, "extend", at=at(5), note="案情复杂", days=days)
    extended = office.cases.advance(case, "extend", at=at(5), note="案情复杂", by="li")
    assert (extended.extended_days, extended.row.promised_on) == (10, date(2026, 4, 16))
    assert (extended.moves[-1].by, extended.moves[-1].approved_by) == ("li", "zhang")
    with pytest.raises(Refusal, match="extended once already"):
        office.cases.advance(case, "extend", at=at(6), note="再次")
    late = accepted(office, 2).row.id
    with pytest.raises(Refusal, match="is past"):
        office.cases.advance(late, "extend", at=at(2, month=4), note="案情复杂")


def test_who_was_not_told_in_five_days_is_accepted_since_the_day_it_came_in(office: Office) -> None:
    in_time = office.cases.advance(opened(office).row.id, "accept", at=at(11))
    assert (in_time.accepted_at, in_time.row.promised_on) == (at(11), date(2026, 4, 9))
    too_late = office.cases.advance(opened(office, 2).row.id, "accept", at=at(12))
    assert (too_late.accepted_at, too_late.row.promised_on) == (at(4), date(2026, 4, 1))


def test_days_counted_anew_meanwhile_do_not_put_off_the_day_it_came_in(office: Office) -> None:
    case = opened(office)
    office.calendar.mark(date(2026, 3, 16), False, "休息")
    assert office.cases.refresh() == 1
    late = office.cases.advance(case.row.id, "accept", at=at(12))
    assert late.accepted_at == at(4)


def test_who_answers_for_a_case_moves_it_and_so_does_the_backstop(office: Office) -> None:
    case = accepted(office, by="zhang").row.id
    with pytest.raises(Refusal, match="zhang answers for case"):
        office.cases.advance(case, "start", at=at(5), by="li")
    choices = {one.name: one.why_not for one in office.cases.view(case, by="li").choices}
    assert (choices["start"], choices["ask-correction"]) == ("responsible", "")
    office.cases.take(case, by="li")
    office.cases.advance(case, "start", at=at(5), by="li")
    office.cases.advance(case, "grant", at=at(6), by="zhang")  # the backstop


def test_unknown_names_are_refused_with_what_there_is(office: Office) -> None:
    case = opened(office).row.id
    with pytest.raises(Refusal, match="Use one of: accept, ask-correction"):
        office.cases.advance(case, "fly")
    with pytest.raises(Refusal, match="nobody called"):
        office.cases.advance(case, "accept", by="nobody")
    with pytest.raises(Refusal, match="nobody called"):
        office.cases.advance(accepted(office, 2).row.id, "extend", at=at(5), note="案情复杂", approved_by="nobody")


def test_a_year_without_published_rest_days_leaves_the_promise_uncertain_until_they_are_known(office: Office) -> None:
    case = opened(office, when=at(16, month=12))
    case = office.cases.advance(case.row.id, "accept", at=at(16, month=12))
    assert (case.row.promised_on, case.row.certain) == (date(2027, 1, 13), False)
    office.calendar.mark(date(2027, 1, 1), False, "元旦")
    office.calendar.publish(2027)
    assert office.cases.sweep().recounted == 1
    known = office.cases.view(case.row.id)
    assert (known.row.promised_on, known.row.certain) == (date(2027, 1, 14), True)
    assert known.moves[-1].move == "recount"
    assert office.cases.sweep().recounted == office.cases.refresh() == 0


def test_danger_is_shown_before_a_case_is_late(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id  # 12 usual days of 20
    seen = {}
    for day in range(4, 32):
        clock.moment = at(day)
        row = office.cases.view(case).row
        seen.setdefault(row.risk, date(2026, 3, day))
    clock.moment = at(2, month=4)
    assert seen == {"": date(2026, 3, 4), "risk": date(2026, 3, 17)}
    late = office.cases.view(case).row
    assert (late.risk, late.days_left) == ("late", -1)


def test_a_step_that_came_back_lessens_the_danger(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "hand-over", at=at(5))
    clock.moment = at(24)
    assert office.cases.view(case).row.risk == "risk"
    office.cases.advance(case, "returned", at=at(24))
    office.cases.advance(case, "hand-over", at=at(24))
    assert office.cases.view(case).row.risk == ""


def test_a_paused_or_decided_case_is_in_no_danger(office: Office, clock: SetClock) -> None:
    case = accepted(office).row.id
    paused = office.cases.advance(case, "suspend", at=at(5), note="外出")
    clock.moment = at(30, month=6)
    paused = office.cases.view(case)
    assert (paused.row.risk, paused.row.days_left) == ("", None)
    office.cases.advance(case, "resume", at=at(30, month=6))
    decided = office.cases.advance(case, "grant", at=at(30, month=6))
    assert (decided.row.risk, decided.row.days_left) == ("", None)


def test_the_timeline_says_what_was_done_where_it_paused_and_what_is_to_come(office: Office) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "ask-correction", at=at(9), note="缺银行卡复印件")
    office.cases.advance(case, "corrected", at=at(11))
    shown = office.cases.advance(case, "hand-over", at=at(12))
    assert [(one.name, one.state, one.title) for one in shown.timeline] == [
        ("register", "done", ""),
        ("accept", "done", ""),
        ("ask-correction", "paused", ""),
        ("hand-over", "now", "街道民政办"),
        ("hand-over", "to_come", "区民政局"),
        ("decide", "to_come", ""),
        ("deliver", "to_come", ""),
    ]
    assert shown.timeline[2].days == 3
    assert shown.next_step == "returned"


def test_an_extension_or_a_new_count_does_not_begin_the_work_anew(office: Office) -> None:
    case = accepted(office).row.id
    office.cases.advance(case, "extend", at=at(9), note="案情复杂", days=2)
    office.calendar.mark(date(2026, 3, 16), False, "休息")
    office.cases.refresh()
    (working,) = (one for one in office.cases.view(case).timeline if one.name == "working")
    assert working.since == date(2026, 3, 4)


def test_what_was_said_to_the_resident_is_kept_in_words(office: Office) -> None:
    case = opened(office).row.id
    told = office.cases.tell(case, "phone", "材料已送区里审核", "女儿", date(2026, 3, 19), by="li").told
    assert [(one.how, one.whom, one.words, one.next_on) for one in told] == [
        ("phone", "女儿", "材料已送区里审核", date(2026, 3, 19))
    ]
    for how, words, next_on in (("dream", "x", None), ("phone", " ", None), ("phone", "x", BEGIN - timedelta(1))):
        with pytest.raises(Refusal):
            office.cases.tell(case, how, words, "", next_on)


def test_the_resident_is_told_once_when_it_is_decided(office: Office) -> None:
    case = accepted(office, agent=casework.somebody(2), relation="女儿").row.id
    office.cases.advance(case, "grant", at=at(9), by="li")
    assert casework.told(office) == [("case_decided_collect", "sms")] * 2
    office.cases.advance(case, "notify", at=at(9))
    assert len(casework.told(office)) == 2


def test_each_verb_leaves_one_line_without_a_name_in_it(office: Office, records: Records) -> None:
    before = len(records.journal())
    case = accepted(office).row.id
    office.cases.advance(case, "grant", at=at(9), signature="王小华", by="li")
    office.cases.tell(case, "phone", "请来领取", "王小华")
    lines = records.journal()[before:]
    assert [one["verb"] for one in lines] == ["register_case", "accept", "grant", "tell"]
    assert "王小华" not in str(lines)


def test_words_are_stored_without_what_is_no_character(office: Office) -> None:
    case = opened(office, relation="女儿\x00", deliver_to="柳溪路\x00\n1 号")
    told = office.cases.tell(case.row.id, "phone", "请补\x00材料", "\ud800女儿", by="li")
    office.cases.advance(case.row.id, "ask-correction", note="第一\x00\r\n\r\n第二\ud800", by="li")
    moved = office.cases.hand_to(case.row.id, "zhang", "请假\x00", by="li")
    stored = casework.row(office, case)
    assert (stored.agent_relation, stored.deliver_to) == ("女儿", "柳溪路 1 号")
    assert casework.moves(office)[-1].note == "第一\n第二"
    assert [(one.words, one.whom) for one in told.told] == [("请补材料", "女儿")]
    assert [one.reason for one in casework.holders(office)] == ["", "请假"]
    assert moved.row.responsible == "zhang"


def test_nothing_happens_with_a_case_before_it_came_in(office: Office) -> None:
    case = opened(office)
    with pytest.raises(Refusal, match="came in on 2026-03-04 09:00"):
        office.cases.tell(case.row.id, "phone", "您好", at=at(3), by="li")
