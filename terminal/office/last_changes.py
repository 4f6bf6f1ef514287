"""Who changed something meanwhile, as the journal has it: each changing verb leaves one line there."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.model import JournalEntry
from terminal.office.room import Room

LAST_LINES: Final = 5000  # of the journal that are looked through
MOST_TOLD: Final = 5


def last_changes(
    session: Session, room: Room, noun: str, noun_id: int, count: int, verbs: Collection[str] = ()
) -> tuple[JournalEntry, ...]:
    """The last ``count`` changes of it, at most ``MOST_TOLD``, the oldest first; of these verbs, if any are named."""
    newest = session.scalar(select(func.max(JournalEntry.id))) or 0
    query = select(JournalEntry).where(
        JournalEntry.id > newest - LAST_LINES,
        JournalEntry.centre == room.centre,
        JournalEntry.noun == noun,
        JournalEntry.noun_id == str(noun_id),
    )
    if verbs:
        query = query.where(JournalEntry.verb.in_(verbs))
    lines = session.scalars(query.order_by(JournalEntry.id.desc()).limit(max(1, min(count, MOST_TOLD)))).all()
    return tuple(reversed(lines))


def when(room: Room, line: JournalEntry) -> str:
    """The moment of a change, on the centre's clock."""
    return f"{room.local(line.at):%m-%d %H:%M}"
