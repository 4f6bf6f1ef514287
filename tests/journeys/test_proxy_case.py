"""A proxy case from the door to the signed delivery: three weeks, a correction, a suspension, an extension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from terminal.errors import Refusal
from terminal.model import JournalEntry, Message
from terminal.office import open_office
from terminal.office.case_views import CaseView, MandateEntry, MaterialMark, StopEntry
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office.people import number_of, phone_of

ZONE = ZoneInfo("Asia/Shanghai")
ITEM, LIMIT = "MZ-004", 7  # 临时救助, promised in seven working days
SHE, DAUGHTER = "周桂英", "何小兰"  # invented
SHEET, CARD, BOOK, PROOF = 1, 2, 3, 4  # 申请表, 身份证, 户口簿, 困难证明


class Clock:
    """The office's clock, moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 4, 8, 30, tzinfo=ZONE)

    def now(self) -> datetime:
        return self.at


class Agent:
    """Luo Jia, who carries the case; each step is made at its own moment."""

    def __init__(self, office: Office, clock: Clock) -> None:
        self.office, self._clock = office, clock

    def be_at(self, day: int, hour: int = 9, minute: int = 0) -> None:
        """Let it be that hour of that day of March; the worker has swept meanwhile."""
        self._clock.at = datetime(2026, 3, day, hour, minute, tzinfo=ZONE)
        self.office.cases.sweep()

    def advance(self, case: int, move: str, note: str = "", **more: object) -> CaseView:
        return self.office.cases.advance(case, move, note=note, by="luo", **more)  # type: ignore[arg-type]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def agent(sample_url: str, clock: Clock) -> Iterator[Agent]:
    with open_office(sample_url, clock=clock) as office:
        yield Agent(office, clock)


def counted(limit: int, paused: set[int]) -> date:
    """The promised day, day by day; in March 2026 only weekends rest."""
    day = date(2026, 3, 4)
    while limit:
        day += timedelta(days=1)
        limit -= day.weekday() < 5 and (day.month, day.day) not in {(3, one) for one in paused}
    return day


def test_a_proxy_case_from_the_door_to_the_signed_delivery(agent: Agent) -> None:
    case = taken_in_at_the_door(agent)
    visited_at_home(agent, case)
    corrected(agent, case)
    through_the_street_office(agent, case)
    suspended_and_resumed(agent, case)
    extended_and_decided(agent, case)
    delivered(agent, case)
    assert_all_of_it_is_on_record(agent.office, case)


def taken_in_at_the_door(agent: Agent) -> int:
    she = PersonEntry(SHE, number_of(1), phone_of(1), address="学府社区6栋1单元201")
    made = agent.office.cases.register(
        ITEM, she, proxy=True, agent=PersonEntry(DAUGHTER, phone=phone_of(2)), relation="女儿", source="door",
        delivery="home", by="luo",
    )  # fmt: skip
    assert (made.row.number, made.row.responsible, made.holding) == ("LC01-2026-DB-0001", "luo", "first_asked")
    agent.be_at(4, 10)
    accepted = agent.advance(made.row.id, "accept")
    assert accepted.row.promised_on == date(2026, 3, 13) == counted(LIMIT, set())
    return made.row.id


def visited_at_home(agent: Agent, case: int) -> None:
    """Nothing leaves the house without a mandate; the originals begin their chain."""
    office = agent.office
    with pytest.raises(Refusal, match="no mandate"):
        agent.advance(case, "hand-over")
    visit = datetime(2026, 3, 5, 10, 20, tzinfo=ZONE)
    stop = office.routes.plan(case, StopEntry("home", "", "上门收材料、签委托书", staff="luo", at=visit), by="luo")
    assert [one.stop.id for one in office.routes.day_sheet("luo", date(2026, 3, 5))] == [stop.id]
    agent.be_at(5, 10, 20)
    office.routes.begin(stop.id, by="luo")
    today = date(2026, 3, 5)
    office.mandates.give(
        case,
        MandateEntry("代为申请临时救助、领取结果", date(2026, 4, 30), resident_signed_on=today, staff_signed_on=today),
        by="luo",
    )
    office.materials.mark(
        case,
        [
            MaterialMark(SHEET, "received", originals=1),
            MaterialMark(CARD, "received", copies=1),
            MaterialMark(BOOK, "received", originals=1, copies=1, to_return=1),
            MaterialMark(PROOF, "wrong", why="缺盖章"),
        ],
        by="luo",
    )
    office.routes.done(stop.id, "材料四样", by="luo")


def corrected(agent: Agent, case: int) -> None:
    agent.be_at(6)
    asked = agent.advance(case, "ask-correction")
    assert (asked.row.state, asked.row.days_left, asked.row.risk) == ("to_correct", None, "")
    agent.be_at(10, 15)
    marks = [MaterialMark(PROOF, "received", copies=1)]
    back = agent.advance(case, "corrected", marks=marks)
    assert (back.row.state, back.row.promised_on) == ("accepted", counted(LIMIT, {6, 9, 10}))


def through_the_street_office(agent: Agent, case: int) -> None:
    office = agent.office
    for code, purpose in (("jdmz", "初审"), ("qmz", "审批")):
        name = next(one.name for one in office.cases.departments() if one.code == code)
        office.routes.plan(case, StopEntry("department", name, purpose, department=code, staff="luo"), by="luo")
    agent.be_at(11)
    handed = agent.advance(case, "hand-over")
    assert handed.next_step == "returned"
    assert not any(one.here for one in handed.materials)  # the originals went with it
    agent.be_at(12, 11)
    assert agent.advance(case, "returned", "初审通过").next_step == "hand-over"


def suspended_and_resumed(agent: Agent, case: int) -> None:
    """She is taken to hospital; five days later they go on, by a mandate of its own."""
    agent.be_at(12, 16)
    assert agent.advance(case, "suspend", "申请人住院").row.state == "suspended"
    agent.be_at(16)
    today = date(2026, 3, 16)
    agent.office.mandates.resume(
        case, MandateEntry("继续办理", date(2026, 5, 31), resident_signed_on=today, staff_signed_on=today), by="luo"
    )
    resumed = agent.advance(case, "resume")
    assert (resumed.row.state, resumed.row.promised_on) == ("in_progress", counted(LIMIT, {6, 9, 10, 12, 13, 16}))


def extended_and_decided(agent: Agent, case: int) -> None:
    agent.be_at(17)
    extended = agent.advance(case, "extend", "需核对家庭经济状况", days=3, approved_by="zhou")
    assert extended.row.promised_on == counted(LIMIT + 3, {6, 9, 10, 12, 13, 16}) == date(2026, 3, 26)
    agent.advance(case, "hand-over")
    agent.office.cases.tell(case, "phone", "材料已送区里审批", "女儿", date(2026, 3, 23), by="luo")
    agent.be_at(20)
    assert agent.office.cases.view(case).row.responsible == "luo"  # it moves: nobody takes it from her
    agent.be_at(23, 11)
    agent.advance(case, "returned", "已批准")
    granted = agent.advance(case, "grant")
    assert (granted.row.state, granted.row.promised_on) == ("granted", date(2026, 3, 26))
    agent.office.materials.add_result(case, "临时救助决定书", by="luo")
    assert granted.decided_at is not None
    assert granted.decided_at.date() <= granted.row.promised_on


def delivered(agent: Agent, case: int) -> None:
    office = agent.office
    with office.store.writing() as session:  # the modem of some machine has sent what waited
        session.execute(update(Message).where(Message.state == "waiting").values(state="sent"))
    agent.be_at(24)
    told = office.cases.view(case)
    assert (told.row.state, told.next_step) == ("notified", "bring-home")
    stop = office.routes.plan(case, StopEntry("home", "", "送达决定书，退还原件", staff="luo"), by="luo")
    agent.be_at(25, 10)
    office.routes.begin(stop.id, by="luo")
    done = agent.advance(case, "bring-home", signature=SHE)
    office.routes.done(stop.id, by="luo")
    assert (done.row.state, done.next_step, done.moves[-1].signed_by) == ("delivered", "", SHE)


def assert_all_of_it_is_on_record(office: Office, case: int) -> None:
    found = office.cases.view(case)
    assert [one.move for one in found.moves] == [
        "register", "accept", "ask-correction", "corrected", "hand-over", "returned", "suspend", "resume", "extend",
        "hand-over", "returned", "grant", "notify", "bring-home",
    ]  # fmt: skip
    assert [(one.kind, one.days) for one in found.pauses] == [("to_correct", 3), ("suspended", 3)]
    assert [one.staff for one in found.holders] == ["luo"]
    assert [one.state for one in found.stops] == ["done"] * 4
    assert [one.what for one in found.custody if one.position == BOOK] == [
        "taken", "handed_on", "came_back", "handed_on", "came_back", "returned",
    ]  # fmt: skip
    assert sum(one.to_return for one in found.materials) == 0
    forms = [one.form for one in found.notices]
    assert forms == [
        "acceptance-receipt", "proxy-acceptance", "mandate", "correction-notice", "material-receipt",
        "handover-voucher", "suspension-sheet", "resumption-mandate", "extension-notice", "handover-voucher",
        "approval-decision", "delivery-receipt", "completion-sheet",
    ]  # fmt: skip
    assert [one.state for one in found.notices[-3:]] == ["handed", "signed", "handed"]
    assert all(office.notices.pdf(one.id).startswith(b"%PDF") for one in found.notices if one.id is not None)
    with office.store.reading() as session:
        lines = [line.before + line.after for line in session.scalars(select(JournalEntry))]
    assert not any(name in line for line in lines for name in (SHE, DAUGHTER, number_of(1), phone_of(1)))
