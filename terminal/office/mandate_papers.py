"""The paper of a mandate: issued with it, taken back when another takes its place, signed when it is signed.

SOURCE: DB3205/T 1077-2023: each proxy case has its 代办服务委托书; going on takes a 代办服务续办委托书.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Case, Notice, NoticeState, Resident
from terminal.office.notice_issuing import issue_notice
from terminal.office.room import Room
from terminal.rules.casework import CaseState

FIRST, RESUMED = "mandate", "resumption-mandate"
FORMS: Final = (FIRST, RESUMED)


def issue_paper(session: Session, room: Room, case: Case, at: datetime, by: str, *, resuming: bool) -> Notice | None:
    """The document of the mandate that was just entered; None while the case is suspended: the move that resumes it
    issues it then, with the day on which it goes on.
    """
    if resuming and case.state == CaseState.SUSPENDED:
        return None
    return issue_notice(session, room, case, RESUMED if resuming else FIRST, at=at, by=by)


def replace_paper(session: Session, case: Case, new: Notice | None) -> None:
    """What was issued of a mandate that nobody signed is void; its successor's number says why."""
    for notice in _lying(session, case):
        if new is None or notice.id != new.id:
            notice.state, notice.void_reason = NoticeState.VOID, new.number if new is not None else ""


def sign_paper(session: Session, case: Case, at: datetime) -> None:
    """Both have signed the mandate, of which the resident keeps a copy."""
    for notice in _lying(session, case):
        notice.state, notice.handed_at = NoticeState.SIGNED, at
        notice.handed_to = session.get_one(Resident, case.resident_id).name


def _lying(session: Session, case: Case) -> list[Notice]:
    """Papers of mandates that nobody has yet."""
    query = select(Notice).where(
        Notice.case_id == case.id, Notice.form.in_(FORMS), Notice.state == NoticeState.ISSUED
    )  # fmt: skip
    return list(session.scalars(query.order_by(Notice.id)))
