"""What is known of a case, as the documents say it: a value for every source that a form's fields may name.

SOURCE: field/standards.md, what a document carries; the sources are ``forms.definition.SOURCES``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms.ledger_words_zh import DELIVERIES, RESULTS, SOURCES
from terminal.model import (
    Case,
    CaseMaterial,
    CaseMove,
    CasePause,
    Centre,
    Custody,
    CustodyEntry,
    Item,
    MaterialState,
    Resident,
    ResidentNeed,
    Staff,
    StaffContact,
)
from terminal.office import paper_words_zh as zh
from terminal.office.case_views import MandateView, MaterialView
from terminal.office.materials import wanting
from terminal.office.people_reading import age_on
from terminal.office.room import Room
from terminal.office.route_reading import names_of, read_mandate, read_materials

if TYPE_CHECKING:
    from forms.definition import Form

Facts = dict[str, object]  # source → text, or rows of a table
_ENDINGS: Final = {"delivered": "completed", "terminated": "terminated", "withdrawn": "terminated"}


def values_of(form: Form, facts: Mapping[str, object]) -> dict[str, object]:
    """The form's fields, filled in from what is known."""
    return {field.name: facts[field.source] for field in form.fields if facts.get(field.source)}


def facts_of_centre(session: Session, room: Room, at: datetime, by: str) -> Facts:
    """What is known at any time: the centre, who serves, the day."""
    centre = session.get_one(Centre, room.centre)
    staff = session.get(Staff, (room.centre, by)) if by else None
    contact = session.get(StaffContact, (room.centre, by)) if by else None
    return {
        "centre.name": centre.name, "centre.code": centre.code, "centre.hours": centre.hours,
        "staff.name": staff.name if staff else "", "staff.phone": contact.phone if contact else "",
        "clock.today": room.day(at).isoformat(),
    }  # fmt: skip


def facts_of_resident(session: Session, room: Room, resident: Resident, at: datetime) -> Facts:
    """What is known of who applies. Raises KeyMissing when the number cannot be opened."""
    needs = session.scalars(select(ResidentNeed.need).where(ResidentNeed.resident_id == resident.id))
    age = age_on(resident.birth, room.day(at))
    return {
        "resident.name": resident.name, "resident.number": _number(session, room, resident),
        "resident.document": zh.DOCUMENTS.get(resident.document, ""), "resident.phone": resident.phone,
        "resident.sex": resident.sex, "resident.birth": _day(resident.birth),
        "resident.age": "" if age is None else str(age),
        "resident.nation": resident.nation, "resident.address": resident.address,
        "resident.community": resident.community,
        "resident.needs": zh.LIST_COMMA.join(zh.NEEDS.get(need, need) for need in sorted(needs)),
    }  # fmt: skip


def facts_of_item(item: Item) -> Facts:
    """What the catalogue says of the matter."""
    kind = zh.INSTANT if item.promised_days is None else zh.PROMISED.format(days=item.promised_days)
    return {
        "item.name": item.name, "item.code": item.code, "item.kind": kind, "item.department": item.department,
        "item.fee": zh.YUAN.format(fee=item.fee) if item.fee else zh.FREE, "item.basis": item.legal_basis,
        "item.limit": str(item.promised_days or ""),
    }  # fmt: skip


def facts_of_case(session: Session, room: Room, case: Case, at: datetime, by: str, move: CaseMove | None) -> Facts:
    """All of it, as it stands in the caller's transaction; ``move`` is the one a document goes with."""
    item = session.get_one(Item, (room.centre, case.item))
    facts = facts_of_centre(session, room, at, by or case.received_by)
    facts |= facts_of_item(item)
    facts |= facts_of_resident(session, room, session.get_one(Resident, case.resident_id), at)
    facts |= _agent(session, room, case)
    facts |= _days(room, case)
    facts |= _move(session, room, case, move)
    facts |= _papers(session, room, case, room.day(at))
    mandate = read_mandate(session, room, case.id)
    if mandate is not None:
        facts |= _mandate(mandate)
    window = zh.WINDOW.format(counter=case.counter) if case.counter else ""
    names = names_of(session, room, [case.responsible])
    facts |= {
        "case.number": case.number, "case.code": case.code, "case.delivery": DELIVERIES.get(case.delivery, ""),
        "case.deliver_to": case.deliver_to or (facts["resident.address"] if case.delivery == "home" else ""),
        "case.result": RESULTS.get(case.result, case.result),
        "case.responsible": names.get(case.responsible, ""), "case.counter": window, "staff.counter": window,
        "case.source": SOURCES.get(case.source, ""), "case.help": "proxy" if case.proxy else "help",
        "case.ending": _ENDINGS.get(case.state, ""),
    }  # fmt: skip
    return facts


def _number(session: Session, room: Room, resident: Resident) -> str:
    return room.vault(session).open(resident.number_sealed) if resident.number_sealed else ""


def _day(value: date | None) -> str:
    return value.isoformat() if value is not None else ""


def _moment(room: Room, value: datetime | None) -> str:
    return room.day(value).isoformat() if value is not None else ""


def _agent(session: Session, room: Room, case: Case) -> Facts:
    if case.agent_id is None:
        return {}
    agent = session.get_one(Resident, case.agent_id)
    return {
        "agent.name": agent.name, "agent.number": _number(session, room, agent), "agent.phone": agent.phone,
        "agent.relation": case.agent_relation,
    }  # fmt: skip


def _days(room: Room, case: Case) -> Facts:
    return {
        "case.received_on": _moment(room, case.received_at), "case.accepted_on": _moment(room, case.accepted_at),
        "case.promised_on": _day(case.promised_on), "case.correct_by": _day(case.correct_by),
        "case.decided_on": _moment(room, case.decided_at),
    }  # fmt: skip


def _move(session: Session, room: Room, case: Case, move: CaseMove | None) -> Facts:
    """What the move says, and what stood before it."""
    if move is None:
        return {}
    details = json.loads(move.details) if move.details else {}
    query = select(CaseMove).where(CaseMove.case_id == case.id, CaseMove.id < move.id).order_by(CaseMove.id.desc())
    before = session.scalars(query.limit(1)).one_or_none()
    pause = session.scalars(
        select(CasePause).where(CasePause.case_id == case.id).order_by(CasePause.id.desc()).limit(1)
    ).one_or_none()
    started = pause.since.isoformat() if pause is not None else _moment(room, before.at if before else None)
    names = names_of(session, room, [move.approved_by])
    return {
        "case.note": move.note, "case.approved_by": names.get(move.approved_by, ""),
        "case.days": str(details.get("days", "")), "case.signed_by": str(details.get("signed_by", "")) or move.note,
        "case.department": str(details.get("to", "")), "case.started_on": started,
        "case.promised_before": _day(before.promised_on if before else None),
        **({"case.delivery": zh.HANDED_OVER[move.move]} if move.move in zh.HANDED_OVER else {}),
    }  # fmt: skip


def _mandate(mandate: MandateView) -> Facts:
    return {
        "mandate.scope": mandate.scope, "mandate.may": mandate.may, "mandate.may_not": mandate.may_not,
        "mandate.since": _day(mandate.since), "mandate.until": _day(mandate.until), "mandate.staff": mandate.staff_name,
    }  # fmt: skip


# Materials.


def _papers(session: Session, room: Room, case: Case, day: date) -> Facts:
    materials = read_materials(session, room, case.id)
    asked = [one for one in materials if not one.outcome]
    wrong = [_wrong(one) for one in wanting(session, room, case.id, day)]
    return {
        "case.materials": [_received(one) for one in asked], "case.wrong": wrong,
        "case.results": [
            {"name": one.name, "number": "", "count": str(one.got_originals + one.got_copies)}
            for one in materials if one.outcome
        ],
        "case.handed": [_piece(one) for one in asked if one.got_originals or one.got_copies],
        "case.returned": _returned(session, case, materials),
    }  # fmt: skip


def form_of(originals: int, copies: int) -> str:
    """Original, copy, or both, as documents say it."""
    if originals and copies:
        return zh.BOTH
    return zh.ORIGINAL if originals else zh.COPY if copies else zh.NEITHER


def _received(one: MaterialView) -> dict[str, str]:
    got = one.state == MaterialState.RECEIVED
    originals, copies = (one.got_originals, one.got_copies) if got else (one.originals, one.copies)
    return {
        "name": one.name, "form": form_of(originals, copies), "count": str(originals + copies or 1),
        "received": "yes" if got else "no", "remark": _remark(one),
    }  # fmt: skip


def _remark(one: MaterialView) -> str:
    if one.state == MaterialState.WAIVED and one.promised_by is not None:
        return zh.SUPPLEMENT_BY.format(day=zh.day(one.promised_by.isoformat()))
    if one.state == MaterialState.WRONG:
        return one.why
    if one.state == MaterialState.NOT_NEEDED:
        return zh.NOT_NEEDED
    return zh.TO_RETURN.format(count=one.to_return) if one.to_return else ""


def _wrong(one: MaterialView) -> dict[str, str]:
    pieces = zh.PIECES.format(form=form_of(one.originals, one.copies), count=one.originals + one.copies or 1)
    words = zh.HAND_IN_AGAIN if one.state == MaterialState.WRONG else zh.HAND_IN
    return {"name": one.name, "wrong": one.why or zh.MISSING, "needed": words.format(pieces=pieces)}


def _piece(one: MaterialView) -> dict[str, str]:
    return {
        "name": one.name, "form": form_of(one.got_originals, one.got_copies),
        "count": str(one.got_originals + one.got_copies),
        "remark": zh.TO_RETURN.format(count=one.to_return) if one.to_return else "",
    }  # fmt: skip


def _returned(session: Session, case: Case, materials: Iterable[MaterialView]) -> list[dict[str, str]]:
    names = {one.position: one.name for one in materials if not one.outcome}
    query = select(CustodyEntry).where(CustodyEntry.case_id == case.id, CustodyEntry.what == Custody.RETURNED)
    return [
        {
            "name": names[link.position], "form": form_of(link.originals, link.copies),
            "count": str(link.originals + link.copies), "remark": "",
        }
        for link in session.scalars(query.order_by(CustodyEntry.id))
        if link.position in names
    ]  # fmt: skip


def supplement(session: Session, case: Case) -> str:
    """What is still to be handed in of an accepted case (容缺), in one sentence; "" nothing."""
    query = select(CaseMaterial).where(CaseMaterial.case_id == case.id, CaseMaterial.state == MaterialState.WAIVED)
    waived = [one for one in session.scalars(query.order_by(CaseMaterial.position)) if one.promised_by is not None]
    last = max((one.promised_by for one in waived if one.promised_by is not None), default=None)
    if last is None:
        return ""
    places = zh.LIST_COMMA.join(str(one.position) for one in waived)
    return zh.SUPPLEMENT.format(places=places, day=zh.day(last.isoformat()))
