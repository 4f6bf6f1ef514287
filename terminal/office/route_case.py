"""What the verbs of a case's way have in common: the case, locked; when it happened; words that fit their place."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, CaseMove
from terminal.office.room import LARGEST_ID, Room


def locked_case(session: Session, room: Room, case_id: int, version: int | None = None) -> Case:
    """The case, locked until the verb ends. Refuses an unknown one, and a ``version`` that is not the latest: somebody
    changed it in between.
    """
    case = None
    if 0 < case_id <= LARGEST_ID:
        query = select(Case).where(Case.id == case_id, Case.centre == room.centre).with_for_update()
        case = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if case is None:
        raise Refusal("There is no case {case}.", "Use the id that case list shows.", case=case_id)
    if version is not None and version != case.version:
        raise _changed(session, room, case)
    return case


def touch(case: Case) -> None:
    """Count a change: who holds an older picture is told when they change something themselves."""
    case.version += 1


def moment_of(room: Room, at: datetime | None) -> datetime:
    """When something happened, in UTC: as said, else now."""
    return room.now() if at is None else room.moment(at)


def said(text: str, most: int) -> str:
    """Words as they are stored: in one line, without what cannot be shown. Refuses what is longer than its place."""
    words = "".join(" " if one.isspace() else one for one in text if one.isprintable() or one.isspace())
    words = " ".join(words.split())
    if len(words) > most:
        raise Refusal("This text is too long.", "Say it in at most {most} characters.", most=most)
    return words


def needed(text: str, most: int, what: Refusal) -> str:
    """The same for words that may not be missing; ``what`` refuses then."""
    words = said(text, most)
    if not words:
        raise what
    return words


def _changed(session: Session, room: Room, case: Case) -> Refusal:
    query = select(CaseMove).where(CaseMove.case_id == case.id).order_by(CaseMove.id.desc()).limit(1)
    last = session.scalars(query).one_or_none()
    who, when = (last.by, last.at) if last is not None else ("", case.moved_at)
    return Refusal(
        "Case {number} was changed since it was opened; its last move was made by {who} on {when}.",
        "Look at it again; what was typed is still there.",
        number=case.number, who=who or "—", when=f"{room.local(when):%Y-%m-%d %H:%M}",
    )  # fmt: skip
