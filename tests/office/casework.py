"""Matters that take their time: an item with a limit, the departments it passes, and cases of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from terminal.model import Case, CaseHolder, CaseMove, CasePause, Item, Message
from terminal.office.case_views import CaseView, MandateEntry
from terminal.office.casework_views import DepartmentView, StepView
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office.halls import ZONE
from tests.office.people import number_of, phone_of

ITEM = "MZ-001"
LIMIT, STATUTORY = 20, 30
STREET = DepartmentView("jdmz", "街道民政办", "街道办事处1楼", round=1)
DISTRICT = DepartmentView("qmz", "区民政局", "区行政办公区2号楼", round=2)
STEPS = (StepView("入户核查", None, 2), StepView("初审", "jdmz", 4), StepView("审批", "qmz", 6))
BEGIN = date(2026, 3, 4)  # a Wednesday; Tomb-Sweeping Day rests on 4 to 6 April


def at(day: int, hour: int = 9, minute: int = 0, month: int = 3) -> datetime:
    """A moment of spring 2026 on the centre's clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def set_up(office: Office, steps: tuple[StepView, ...] = STEPS) -> None:
    """Let ``ITEM`` be a promised item that passes two departments; zhang is the backstop."""
    with office.store.writing() as session:
        session.execute(
            update(Item).where(Item.code == ITEM).values(kind="promised", promised_days=LIMIT, statutory_days=STATUTORY)
        )
    office.cases.put_department(STREET)
    office.cases.put_department(DISTRICT)
    office.cases.put_steps(ITEM, steps)
    office.cases.set_rules(backstop="zhang")


def somebody(serial: int = 1) -> PersonEntry:
    """An invented resident."""
    return PersonEntry(name="王小华", number=number_of(serial), phone=phone_of(serial))


def opened(
    office: Office, serial: int = 1, *, when: datetime | None = None, by: str = "li", **more: object
) -> CaseView:
    """A case received on 4 March 2026 unless told otherwise."""
    return office.cases.register(ITEM, somebody(serial), at=when or at(4), by=by, **more)  # type: ignore[arg-type]


def accepted(office: Office, serial: int = 1, **more: object) -> CaseView:
    """The same, accepted a quarter of an hour later."""
    case = opened(office, serial, **more)  # type: ignore[arg-type]
    return office.cases.advance(case.row.id, "accept", at=case.row.received_at + timedelta(minutes=15), by="li")


def mandated(office: Office, case: CaseView, until: date = date(2026, 12, 31)) -> None:
    """Give a proxy case a mandate that both have signed."""
    signed = BEGIN
    entry = MandateEntry("代为办理", until, signed, resident_signed_on=signed, staff_signed_on=signed)
    office.mandates.give(case.row.id, entry, by="li")


def row(office: Office, case: CaseView) -> Case:
    """The case as the database has it."""
    with office.store.reading() as session:
        return session.get_one(Case, case.row.id)


def moves(office: Office) -> list[CaseMove]:
    """All moves of all cases."""
    with office.store.reading() as session:
        return list(session.scalars(select(CaseMove).order_by(CaseMove.id)))


def holders(office: Office) -> list[CaseHolder]:
    """Who answered for any case, and does."""
    with office.store.reading() as session:
        return list(session.scalars(select(CaseHolder).order_by(CaseHolder.id)))


def pauses(office: Office) -> list[CasePause]:
    """All pauses of all cases."""
    with office.store.reading() as session:
        return list(session.scalars(select(CasePause).order_by(CasePause.id)))


def told(office: Office) -> list[tuple[str, str]]:
    """Occasion and way of every message."""
    with office.store.reading() as session:
        return [(one.template, one.via) for one in session.scalars(select(Message).order_by(Message.id))]
