"""Routes: errands planned, begun and done; home visits keep out of each other's way; what a route usually is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise

import pytest

from terminal.errors import Refusal
from terminal.model import CaseRules, CaseStop
from terminal.office import open_office
from terminal.office.case_views import MaterialMark, StopEntry
from terminal.office.office import Office
from tests.databases import ON_SQLITE
from tests.office.halls import MORNING, Records, SetClock
from tests.office.ways import TODAY, at, case, departments, mandate
from tests.office.workers import Go, in_processes

MONDAY = date(2026, 11, 23)


def visit(moment: datetime | None = None, *, staff: str | None = None, day: date | None = None) -> StopEntry:
    return StopEntry("home", "", "收取材料", staff=staff, day=day, at=moment)


def test_an_errand_is_planned_begun_and_done(office: Office, records: Records) -> None:
    departments(office)
    found = case(office)
    mandate(office, found)
    stop = office.routes.plan(found.row.id, StopEntry("department", "", "送审", department="QMZ", day=MONDAY), by="li")
    assert (stop.place, stop.address, stop.staff, stop.staff_name, stop.usual_days, stop.state) == (
        "区民政局", "政务路2号", "zhang", "张敏", 2, "planned",
    )  # fmt: skip
    begun = office.routes.begin(stop.id, at=at(9, day=MONDAY))
    assert (begun.state, begun.begun_at) == ("now", at(9, day=MONDAY))
    done = office.routes.done(stop.id, "审批意见一份", at=at(11, day=MONDAY))
    assert (done.state, done.came_back, done.day) == ("done", "审批意见一份", MONDAY)
    assert office.routes.stops(found.row.id) == (done,)
    verbs = [(line["verb"], line["noun"]) for line in records.journal()][-3:]
    assert verbs == [("plan_stop", "case"), ("begin_stop", "case"), ("done_stop", "case")]
    assert "审批意见" not in str(records.journal())


def test_originals_go_along_with_an_errand_and_come_back_with_it(office: Office) -> None:
    found = case(office)
    mandate(office, found)
    office.materials.mark(found.row.id, [MaterialMark(1, "received", to_return=1)], by="zhang")
    stop = office.routes.plan(found.row.id, StopEntry("other", "社区居委会", "盖章")).id
    with pytest.raises(Refusal, match="nothing of it"):
        office.routes.begin(stop, carry=[2])
    office.routes.begin(stop, carry=[1], by="li")
    assert office.materials.of_case(found.row.id)[0].place == "社区居委会"
    office.routes.done(stop, back=[1], by="li")
    assert [(one.what, one.place, one.by_name) for one in office.materials.chain(found.row.id)] == [
        ("taken", "本中心", "张敏"),
        ("handed_on", "社区居委会", "李文静"),
        ("came_back", "本中心", "李文静"),
    ]


def test_a_visit_is_where_the_resident_lives_unless_told_otherwise(office: Office) -> None:
    found = case(office)
    plain = office.routes.plan(found.row.id, visit())
    assert (plain.place, plain.address) == ("王*华家中", "学府社区6栋")
    named = office.routes.plan(found.row.id, StopEntry("home", "女儿家", "收取材料", address="青石路3号"))
    assert (named.place, named.address) == ("女儿家", "青石路3号")
    with office.store.reading() as session:
        assert session.get_one(CaseStop, plain.id).address == ""  # kept with the resident alone


@pytest.mark.parametrize("minutes", [-45, 0, 59])
def test_two_visits_of_one_person_do_not_overlap(office: Office, minutes: int) -> None:
    one, other = case(office, 1).row.id, case(office, 2).row.id
    office.routes.plan(one, visit(at(10, day=MONDAY)))
    clashing = at(10, day=MONDAY) + timedelta(minutes=minutes)
    with pytest.raises(Refusal, match="zhang visits somebody else at 10:00"):
        office.routes.plan(other, visit(clashing))
    assert office.routes.plan(other, visit(clashing, staff="li")).staff == "li"
    assert office.routes.plan(other, visit(at(11, day=MONDAY))).planned_at == at(11, day=MONDAY)


def test_a_visit_is_put_off_to_another_hour_beside_itself(office: Office) -> None:
    number = case(office).row.id
    stop = office.routes.plan(number, visit(at(10, day=MONDAY))).id
    assert office.routes.change(stop, visit(at(10, 30, day=MONDAY))).planned_at == at(10, 30, day=MONDAY)
    office.routes.drop(stop)
    assert office.routes.stops(number) == ()
    assert office.routes.plan(number, visit(at(10, 15, day=MONDAY))).state == "planned"


def test_a_day_has_as_many_visits_as_the_centre_says(office: Office) -> None:
    with office.store.writing() as session:
        session.get_one(CaseRules, "LC01").visits_a_day = 2
    number = case(office).row.id
    for hour in (9, 11):
        office.routes.plan(number, visit(at(hour, day=MONDAY)))
    for entry in (visit(at(15, day=MONDAY)), visit(day=MONDAY)):
        with pytest.raises(Refusal, match="2 home visits on 2026-11-23"):
            office.routes.plan(number, entry)
    office.routes.plan(number, visit(at(15, day=MONDAY), staff="li"))


def test_of_many_who_plan_at_one_moment_no_two_visits_overlap(office: Office, hall_url: str) -> None:
    numbers = [case(office, serial).row.id for serial in range(1, 7)]
    planned = in_processes(partial(_plan_visits, hall_url, numbers), len(numbers))
    hours = sorted(hour for one in planned for hour in one)
    assert hours
    assert all(later - earlier >= timedelta(hours=1) for earlier, later in pairwise(hours))
    stored = sorted(stop.planned_at for one in numbers for stop in office.routes.stops(one) if stop.planned_at)
    assert stored == hours


def _plan_visits(url: str, cases: list[int], number: int, go: Go) -> list[datetime]:
    """Try every half hour of the morning; the hours this process got."""
    got = []
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        for half in range(8):
            moment = at(9, day=MONDAY) + timedelta(minutes=30 * half)
            try:
                office.routes.plan(cases[number], visit(moment, staff="zhang"))
            except Refusal:
                continue
            got.append(moment)
    return got


def test_nobody_on_leave_is_sent_out_and_nothing_is_planned_before_the_case_came_in(office: Office) -> None:
    number = case(office).row.id
    office.duty.leave("li", MONDAY, MONDAY)
    with pytest.raises(Refusal, match="on leave on 2026-11-23"):
        office.routes.plan(number, StopEntry("other", "居委会", "盖章", staff="li", day=MONDAY))
    with pytest.raises(Refusal, match="came in on 2026-11-20"):
        office.routes.plan(number, StopEntry("other", "居委会", "盖章", day=TODAY - timedelta(days=1)))


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (StopEntry("walk", "某处", "盖章"), "no stop of kind walk"),
        (StopEntry("other", "", "盖章"), "not said where"),
        (StopEntry("other", "某处", " "), "not said what"),
        (StopEntry("department", "", "盖章", department="XYZ"), "no department XYZ"),
        (StopEntry("other", "某处", "盖章", staff="nobody"), "nobody called"),
        (StopEntry("other", "长" * 121, "盖章"), "too long"),
    ],
)
@ON_SQLITE
def test_an_errand_that_cannot_be_is_refused(office: Office, entry: StopEntry, why: str) -> None:
    number = case(office).row.id
    with pytest.raises(Refusal, match=why):
        office.routes.plan(number, entry)
    assert office.routes.stops(number) == ()


def test_what_is_done_stays_done(office: Office) -> None:
    number = case(office).row.id
    stop = office.routes.plan(number, StopEntry("other", "居委会", "盖章")).id
    office.routes.begin(stop, at=at(10))
    with pytest.raises(Refusal, match="before it began"):
        office.routes.done(stop, at=at(9))
    office.routes.done(stop, at=at(11))
    verbs: list[Callable[[], object]] = [
        partial(office.routes.begin, stop), partial(office.routes.done, stop), partial(office.routes.drop, stop),
        partial(office.routes.change, stop, visit()),
    ]  # fmt: skip
    for verb in verbs:
        with pytest.raises(Refusal, match="cannot be changed any more"):
            verb()
    for unknown in (0, -1, 999, 2**63):
        with pytest.raises(Refusal, match="no stop"):
            office.routes.done(unknown)


def test_open_stops_are_put_into_another_order(office: Office) -> None:
    number = case(office).row.id
    first, second, third = (
        office.routes.plan(number, StopEntry("other", place, "盖章")).id for place in ("甲", "乙", "丙")
    )
    office.routes.done(first)
    assert [one.place for one in office.routes.reorder(number, [third, second])] == ["甲", "丙", "乙"]
    for order in ([], [second], [first, second, third], [second, second], [second, 99]):
        with pytest.raises(Refusal, match="each open stop once"):
            office.routes.reorder(number, order)


def test_a_proxy_case_usually_begins_and_ends_at_home(office: Office) -> None:
    departments(office)
    number = case(office).row.id
    usual = office.routes.suggested(number)
    assert [(one.kind, one.place, one.department) for one in usual] == [
        ("home", "", None),
        ("department", "街道办", "JDB"),
        ("department", "区民政局", "QMZ"),
        ("counter", "本中心", None),
        ("home", "", None),
    ]
    planned = office.routes.plan_suggested(number, by="zhang")
    assert [(one.position, one.place, one.usual_days) for one in planned] == [
        (1, "王*华家中", 0), (2, "街道办", 1), (3, "区民政局", 2), (4, "本中心", 0), (5, "王*华家中", 0),
    ]  # fmt: skip
    with pytest.raises(Refusal, match="has a route already"):
        office.routes.plan_suggested(number)
    assert [one.kind for one in office.routes.suggested(case(office, 2, proxy=False).row.id)] == ["department"] * 2


def test_an_errand_planned_brings_a_case_into_danger_earlier(office: Office) -> None:
    departments(office)
    found = case(office)
    assert found.row.risk != "late"
    before = office.cases.view(found.row.id).version
    office.routes.plan_suggested(found.row.id)
    assert office.cases.view(found.row.id).version == before + 1


def test_a_case_that_has_ended_has_no_way_to_go(office: Office) -> None:
    number = case(office).row.id
    office.cases.advance(number, "withdraw", note="不办了", by="zhang")
    with pytest.raises(Refusal, match="has ended"):
        office.routes.plan(number, StopEntry("other", "居委会", "盖章"))


def test_the_errands_of_a_case_end_with_it(office: Office) -> None:
    brought, given_up = case(office).row.id, case(office, 2).row.id
    for number in (brought, given_up):
        office.routes.plan(number, StopEntry("other", "居委会", "盖章", day=TODAY))
        office.routes.plan(number, StopEntry("home", "", "送达结果", day=MONDAY))
    for move in ("accept", "grant", "bring-home"):
        office.cases.advance(brought, move, note="本人", by="zhang")
    office.cases.advance(given_up, "withdraw", note="不办了", by="zhang")
    assert [(one.kind, one.state, one.done_at is not None) for one in office.routes.stops(brought)] == [
        ("home", "done", True)
    ]
    assert office.routes.stops(given_up) == ()
