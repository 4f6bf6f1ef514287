"""What the verbs of a case's way take in: when something happened, and words that fit their place."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from terminal.errors import Refusal
from terminal.model import Case
from terminal.office.room import Room


def moment_of(room: Room, case: Case, at: datetime | None) -> datetime:
    """When something happened with a case, in UTC: as said, else now, or at its last move when that was dated later."""
    return max(room.now(), case.moved_at) if at is None else room.moment(at)


def said(text: str, most: int) -> str:
    """Words as they are stored: in one line, without what is no character. Refuses what is longer than its place."""
    words = " ".join("".join(" " if one.isspace() else one for one in text if one.isspace() or shows(one)).split())
    if len(words) > most:
        raise Refusal("This text is too long.", "Say it in at most {most} characters.", most=most)
    return words


def shows(one: str) -> bool:
    """Whether a character is one to be seen; of those younger than this Python that is taken for granted."""
    return unicodedata.category(one) not in ("Cc", "Cf", "Cs")


def needed(text: str, most: int, what: Refusal) -> str:
    """The same for words that may not be missing; ``what`` refuses then."""
    words = said(text, most)
    if not words:
        raise what
    return words
