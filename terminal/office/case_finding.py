"""Which case is meant: by its id, its number, or the code on its slip; and what may not happen to it meanwhile."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Reasons, Refusal
from terminal.model import Case
from terminal.office.last_changes import last_changes, when
from terminal.office.room import LARGEST_ID, Room


def case_of(session: Session, room: Room, which: int | str, *, lock: bool = False) -> Case:
    """The case of that id, number or code; with ``lock`` nobody else changes it until the verb ends. Raises Refusal."""
    text = str(which).strip().upper()
    query = select(Case).where(Case.centre == room.centre)
    if text.isdecimal():
        query = query.where(Case.id == int(text[:20]))
    else:
        query = query.where(Case.number == text if "-" in text else Case.code == text)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    known = not text.isdecimal() or 0 < int(text[:20]) <= LARGEST_ID
    found = session.scalars(query).one_or_none() if known else None
    if found is None:
        raise Refusal(
            "There is no case {case}.", "Use its number such as LC01-2026-BJ-0042, or its id.", case=text[:40]
        )
    return found


def moment_of(room: Room, case: Case, at: datetime | None) -> datetime:
    """When something happened with a case, in UTC: as said, else now, or at its last move when that was dated later.
    Refuses what lies before the case came in.
    """
    if at is None:
        return max(room.now(), case.moved_at)
    moment = room.moment(at)
    if moment < case.received_at:
        raise Refusal(
            "Case {case} came in on {last}.", "Nothing happened with it before.",
            case=case.number, last=f"{room.local(case.received_at):%Y-%m-%d %H:%M}",
        )  # fmt: skip
    return moment


def changing_case(session: Session, room: Room, which: int | str, version: int | None) -> Case:
    """The case, locked, counted as changed once more. Refuses when somebody has changed it since ``version``: the
    refusal says who did what, in ``values["changes"]``.
    """
    case = case_of(session, room, which, lock=True)
    if version is not None and version != case.version:
        changes = _changes(session, room, case, case.version - version)
        raise Refusal(
            "Somebody has changed the case meanwhile. {changes}", "Look at what changed, then do it again.",
            changes=changes, version=case.version,
        )  # fmt: skip
    case.version += 1
    return case


def _changes(session: Session, room: Room, case: Case, count: int) -> Reasons:
    return Reasons(
        Refusal("{moment}: {verb}, by {who}.", moment=when(room, line), verb=line.verb, who=line.who or "—")
        for line in last_changes(session, room, "case", case.id, count)
    )
