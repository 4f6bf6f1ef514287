"""Issuing a notice: numbered, its words sealed as they are on the day, within the verb that gives rise to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMove, Notice, NoticeState
from terminal.office.case_numbers import next_number
from terminal.office.notice_facts import facts_of_case, supplement, values_of
from terminal.office.room import Room
from terminal.rules.casework import DELIVERY, MOVES, Move


def issue_notice(
    session: Session, room: Room, case: Case, form: str, *,
    move: CaseMove | None = None, at: datetime, by: str = "", extra: Mapping[str, object] | None = None,
) -> Notice:  # fmt: skip
    """Number a document of a case and keep what it says, in the caller's transaction, which has the case locked.

    ``extra`` are values that only whoever issues it knows. Raises Refusal for a form that is no notice, and KeyMissing:
    a document cannot be stored without the key.
    """
    known = room.forms.form(form)
    if known.kind != "notice":
        raise Refusal("The form {form} is no notice.", "Fill it in as a form.", form=form)
    values = values_of(known, facts_of_case(session, room, case, at, by, move))
    names = {field.name for field in known.fields}
    if "supplement" in names:
        values["supplement"] = supplement(session, case)
    strange = sorted(set(extra or ()) - names)
    if strange:
        raise Refusal(
            "The form {form} has no field {fields}.", "See: onewindow form fields", form=form, fields=strange[0]
        )
    values |= extra or {}
    number = _number(session, room, case, known.letters, at)
    if "number" in names:
        values["number"] = number
    notice = Notice(
        centre=room.centre, number=number, form=form, title=known.title, fingerprint=known.fingerprint,
        case_id=case.id, move_id=move.id if move else None, resident_id=case.resident_id,
        values_sealed=seal_values(session, room, values), state=NoticeState.ISSUED, issued_at=at, issued_by=by,
    )  # fmt: skip
    session.add(notice)
    session.flush()
    return notice


def hand_over_papers(session: Session, case: Case, move: Move, whom: str, at: datetime) -> None:
    """Decision and proof of delivery go with the result: the proof is signed for where somebody did, in the caller's
    transaction.
    """
    forms = {paper.form for one in ("grant", "reject", move.name) for paper in MOVES[one].papers}
    given = NoticeState.POSTED if move.name == "post" else NoticeState.HANDED
    with_the_result = (Notice.case_id == case.id, Notice.form.in_(forms), Notice.state == NoticeState.ISSUED)
    for notice in session.scalars(select(Notice).where(*with_the_result)):
        notice.state = NoticeState.SIGNED if whom and notice.form == DELIVERY else given
        notice.handed_at, notice.handed_to = at, whom


def seal_values(session: Session, room: Room, values: Mapping[str, object]) -> bytes:
    """A form's values as they are stored."""
    return room.vault(session).seal(json.dumps(values, ensure_ascii=False))


def open_values(session: Session, room: Room, sealed: bytes) -> dict[str, object]:
    """Them again. Raises KeyMissing."""
    opened: dict[str, object] = json.loads(room.vault(session).open(sealed))
    return opened


def _number(session: Session, room: Room, case: Case, letters: str, at: datetime) -> str:
    """The document's own number; the sheet that opens a proxy case carries the case's (帮办代办受理单 DB-0042)."""
    if case.number.startswith(f"{room.centre}-") and case.number.split("-")[-2] == letters:
        taken = session.scalar(select(exists().where(Notice.centre == room.centre, Notice.number == case.number)))
        if not taken:
            return case.number
    return next_number(session, room, letters, at)
