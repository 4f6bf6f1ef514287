"""The notices of a case as its page shows them: those issued, and the one that is still to come."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, Notice, NoticeState
from terminal.office.case_views import NoticeRow
from terminal.office.room import LARGEST_ID, Room
from terminal.rules.casework import DELIVERY, ENDED, CaseState

DUE: Final = "due"


def of_case(session: Session, room: Room, case: Case) -> tuple[NoticeRow, ...]:
    """The case's notices by their time; behind them, while it goes on, the proof of delivery it will end with."""
    found = session.scalars(select(Notice).where(Notice.case_id == case.id).order_by(Notice.id)).all()
    rows = rows_of(room, ((one, case.number) for one in found))
    ahead = CaseState(case.state) not in ENDED and not any(one.form == DELIVERY for one in rows)
    if ahead:
        title = room.forms.form(DELIVERY).title
        rows += (NoticeRow(None, "", DELIVERY, title, DUE, None, "", case.id, case.number),)
    return rows


# Notices, each with the number of the case it belongs to.
WITH_CASES: Final = select(Notice, Case.number).outerjoin(Case, Case.id == Notice.case_id)


def rows_of(room: Room, notices: Iterable[tuple[Notice, str | None] | Row[Notice, str]]) -> tuple[NoticeRow, ...]:
    """Notices as rows, of ``WITH_CASES``."""
    return tuple(
        NoticeRow(
            one.id, one.number, one.form, one.title, one.state, room.local(one.issued_at), one.issued_by, one.case_id,
            case or "", one.void_reason,
        )
        for one, case in notices
    )  # fmt: skip


def rows_by_id(session: Session, room: Room, notices: Collection[int]) -> dict[int, NoticeRow]:
    """Notices as rows, by id."""
    found = session.execute(WITH_CASES.where(Notice.id.in_(notices))).all() if notices else []
    return {one.id: row for (one, _), row in zip(found, rows_of(room, found), strict=True)}


def notice_of(session: Session, room: Room, which: int | str, *, lock: bool = False) -> Notice:
    """The notice of that id or number. Raises Refusal."""
    text = str(which).strip().upper()
    query = select(Notice).where(Notice.centre == room.centre)
    if text.isdecimal() and len(text) < 20:
        query = query.where(Notice.id == min(int(text), LARGEST_ID))
    else:
        query = query.where(Notice.number == text[:40])
    found = session.scalars(query.with_for_update(key_share=True) if lock else query).one_or_none()
    if found is None:
        raise Refusal("There is no notice {notice}.", "Use its number, such as LC01-2026-SL-0012.", notice=text[:40])
    return found


def check_standing(notice: Notice) -> None:
    """Refuse what was taken back."""
    if notice.state == NoticeState.VOID:
        raise Refusal("Notice {number} was taken back.", "Issue a new one.", number=notice.number)
