"""Opening a case: for whom, which item, who answers for it, by when it is promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMove, CaseRules, Delivery, Handling, Item, MaterialState, Resident
from terminal.office.case_calendar import count_days
from terminal.office.case_holding import first_holder, put_holder
from terminal.office.case_numbers import next_number
from terminal.office.case_views import MaterialMark
from terminal.office.codes import new_code
from terminal.office.entered_words import said
from terminal.office.materials import apply_marks, open_materials
from terminal.office.notice_issuing import issue_notice
from terminal.office.people_entering import living, put_person
from terminal.office.people_reading import ERASED, REFERRED
from terminal.office.people_views import PersonEntry
from terminal.office.room import LARGEST_ID, Room
from terminal.rules.casework import CaseState

SOURCES = ("counter", "door", "phone", "grid")
REGISTER = "register"  # the first move of every case
RECEIPT = "material-receipt"  # of what was handed in when the case was opened
KIND, PROXY_KIND = "BJ", "DB"
LONGEST_RELATION = 20
LONGEST_ADDRESS = 200

Person = PersonEntry | int


@dataclass(frozen=True, slots=True, repr=False)
class Order:
    """What somebody wants carried through; the arguments of ``CaseDesk.register``."""

    item: str
    person: Person
    proxy: bool = False
    agent: Person | None = None
    relation: str = ""
    source: str = "counter"
    handling: int | None = None
    counter: int | None = None
    delivery: str = Delivery.COLLECT
    deliver_to: str = ""
    marks: Sequence[MaterialMark] = ()
    at: datetime | None = None
    by: str = ""


def open_case(session: Session, room: Room, order: Order) -> Case:
    """A new case, received, within the caller's transaction. Raises Refusal."""
    _check(order)
    item = room.item(session, order.item)
    room.check_by(session, order.by)
    now = room.now()
    at = now if order.at is None else room.moment(order.at)
    handling = None if order.handling is None else _handling(session, room, order.handling)
    counter = order.counter if handling is None else handling.counter
    if counter is not None:
        room.counter(session, counter)
    resident = person_of(session, room, order.person, now)
    agent = None if order.agent is None else person_of(session, room, order.agent, now)
    if agent is not None and agent.id == resident.id:
        raise Refusal("Somebody cannot be their own agent.", "Leave the agent out when the applicant came.")
    asked = order.by or (handling.staff if handling is not None and handling.staff else "")
    staff, holding = first_holder(session, room, asked, counter)
    case = Case(
        centre=room.centre, number=next_number(session, room, PROXY_KIND if order.proxy else KIND, at),
        code=new_code(), item=item.code, resident_id=resident.id, agent_id=agent.id if agent else None,
        agent_relation=said(order.relation, LONGEST_RELATION), proxy=order.proxy, source=order.source,
        handling_id=handling.id if handling else None, counter=counter, state=CaseState.RECEIVED,
        received_at=at, received_by=order.by, limit_days=_limit_days(session, room, item),
        promised_on=room.day(at), promised_certain=True, extended_days=0, responsible=staff, holding=holding,
        moved_at=at, result="", delivery=order.delivery, deliver_to=said(order.deliver_to, LONGEST_ADDRESS),
        reminded="", version=1,
    )  # fmt: skip
    session.add(case)
    session.flush()
    put_holder(session, case, staff, holding, at=at, by=order.by)
    open_materials(session, case)
    if order.marks:
        apply_marks(session, room, case, order.marks, at, order.by)
    count_days(session, room, case, item)
    move = CaseMove(
        case_id=case.id, at=at, by=order.by, move=REGISTER, from_state="", to_state=case.state, note="",
        approved_by="", promised_on=case.promised_on, details="",
    )  # fmt: skip
    session.add(move)
    session.flush()
    if any(mark.state == MaterialState.RECEIVED for mark in order.marks):
        issue_notice(session, room, case, RECEIPT, move=move, at=at, by=order.by)
    _note(session, room, case, order.by, now)
    return case


def person_of(session: Session, room: Room, person: Person, now: datetime) -> Resident:
    """The resident that is meant, entered if need be. Whoever was merged into another is that other one. Nobody merges
    or erases them until the verb ends; who was erased before is nobody.
    """
    if not isinstance(person, int):
        return put_person(session, room, person, now)
    found = session.get(Resident, person, with_for_update=REFERRED) if 0 < person <= LARGEST_ID else None
    if found is None or found.centre != room.centre or found.name == ERASED:
        raise Refusal("There is no resident {resident}.", "Find the resident by name, number or telephone.",
                      resident=person)  # fmt: skip
    return living(session, found)


def _check(order: Order) -> None:
    if order.source not in SOURCES:
        raise Refusal("There is no source {source}.", "Use one of: {known}.", source=order.source[:40],
                      known=", ".join(SOURCES))  # fmt: skip
    check_delivery(order.delivery)


def check_delivery(delivery: str) -> None:
    """Refuse what is no way of handing over."""
    known = [one.value for one in Delivery]
    if delivery not in known:
        raise Refusal("There is no delivery {delivery}.", "Use one of: {known}.", delivery=delivery[:40],
                      known=", ".join(known))  # fmt: skip


def _handling(session: Session, room: Room, handling: int) -> Handling:
    found = session.get(Handling, handling) if 0 < handling <= LARGEST_ID else None
    if found is None or found.centre != room.centre:
        raise Refusal("There is no handling {handling}.", "Start an item first.", handling=handling)
    return found


def _limit_days(session: Session, room: Room, item: Item) -> int:
    """Promised working days; an instant item that is carried through has the centre's own limit."""
    if item.promised_days is not None:
        return item.promised_days
    return session.get_one(CaseRules, room.centre).instant_days


def _note(session: Session, room: Room, case: Case, by: str, now: datetime) -> None:
    after = {
        "number": case.number, "item": case.item, "state": case.state, "resident": case.resident_id,
        "responsible": case.responsible, "promised_on": case.promised_on,
    }  # fmt: skip
    room.note(session, "register_case", "case", case.id, at=now, who=by, counter=case.counter, after=after)
