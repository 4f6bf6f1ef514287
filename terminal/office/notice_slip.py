"""What a case's receipt says on a slip, from the case as it stands."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forms import texts_zh
from forms.receipt_slip import ReceiptSlip
from terminal.errors import Refusal
from terminal.model import Case, Centre, Item, MaterialState, Notice, Resident
from terminal.office import paper_words_zh as zh
from terminal.office.case_views import MaterialView
from terminal.office.notice_facts import form_of
from terminal.office.room import Room
from terminal.office.route_reading import read_materials
from terminal.rules.casework import ENDED, CaseState
from terminal.rules.masking import masked_name


def slip_of(session: Session, room: Room, notice: Notice, reprint: bool) -> ReceiptSlip:
    """The slip's words. Refuses a notice that belongs to no case."""
    if notice.case_id is None:
        raise Refusal("Notice {number} belongs to no case.", "Print it on A4.", number=notice.number)
    case = session.get_one(Case, notice.case_id)
    centre = session.get_one(Centre, room.centre)
    materials = [one for one in read_materials(session, room, case.id) if not one.outcome]
    correcting = case.state == CaseState.TO_CORRECT
    promised = None if CaseState(case.state) in ENDED else case.promised_on
    return ReceiptSlip(
        centre_name=centre.name, title=notice.title, number=notice.number,
        item=session.get_one(Item, (room.centre, case.item)).name,
        masked_name=masked_name(session.get_one(Resident, case.resident_id).name),
        received_on=room.day(case.received_at), day=case.correct_by if correcting else promised,
        materials=tuple(_got(one) for one in materials if one.state == MaterialState.RECEIVED),
        missing=tuple(_lacking(one) for one in materials if _lacks(one)),
        code=case.code, printed_at=room.local(room.now()), hours=centre.hours, correcting=correcting, reprint=reprint,
    )  # fmt: skip


def _got(one: MaterialView) -> str:
    count = one.got_originals + one.got_copies
    form = form_of(one.got_originals, one.got_copies)
    return texts_zh.MATERIAL_COUNT.format(name=one.name, form=form, count=count or 1)


def _lacks(one: MaterialView) -> bool:
    wanted = one.state in (MaterialState.WRONG, MaterialState.WAIVED)
    return wanted or (one.state == MaterialState.MISSING and one.mandatory)


def _lacking(one: MaterialView) -> str:
    if one.state == MaterialState.WAIVED and one.promised_by is not None:
        return f"{one.name}（{zh.SUPPLEMENT_BY.format(day=zh.day(one.promised_by.isoformat()))}）"
    return f"{one.name}（{one.why}）" if one.why else one.name
