"""What screens and commands show of residents: frozen pictures, light to import; see ``case_views``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from terminal.office.discreet import Discreet


@dataclass(frozen=True, slots=True, repr=False)
class PersonEntry(Discreet):
    """A resident as somebody enters or corrects one. Empty fields say nothing; ``document`` as model.DocumentKind."""

    name: str
    number: str = ""
    phone: str = ""
    document: str = "resident"
    birth: date | None = None  # of a document whose number tells none
    sex: str = ""
    nation: str = ""
    address: str = ""
    community: str = ""
    note: str = ""


def emptied(before: object, entry: PersonEntry, fields: Iterable[str]) -> tuple[str, ...]:
    """Which of the fields on show had something ``before`` and are empty in the entry: what ``change`` is to clear."""
    return tuple(name for name in fields if getattr(before, name) and not getattr(entry, name))


@dataclass(frozen=True, slots=True, repr=False)
class PersonRow(Discreet):
    """A resident in a list."""

    id: int
    name: str
    masked_number: str
    phone: str
    birth: date | None
    sex: str
    address: str
    needs: tuple[str, ...]
    open_cases: int


@dataclass(frozen=True, slots=True, repr=False)
class LinkView(Discreet):
    """Somebody of the household or the family."""

    id: int
    name: str
    relation: str
    household: bool
    phone: str


@dataclass(frozen=True, slots=True, repr=False)
class NeedView(Discreet):
    """A special need; ``need`` as model.Need."""

    need: str
    detail: str
    since: date


@dataclass(frozen=True, slots=True)
class ConsentView:
    """What somebody agreed to."""

    id: int
    purpose: str
    how: str
    given_at: datetime
    until: date | None
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class PersonView(Discreet):
    """A resident, complete but for the number, which ``residents.reveal`` gives and notes down."""

    id: int
    name: str
    initials: str
    document: str
    masked_number: str
    phone: str
    birth: date | None
    age: int | None
    sex: str
    nation: str
    address: str
    community: str
    note: str
    needs: tuple[NeedView, ...]
    links: tuple[LinkView, ...]
    consents: tuple[ConsentView, ...]
    merged: tuple[int, ...]  # ids of merges into this one that can still be undone
    version: int
    since: datetime


def changed(before: PersonView, now: PersonView, entry: PersonEntry, fields: Iterable[str]) -> PersonEntry:
    """What was changed on a record as it was on show ``before``: fields that are as they were say nothing, so that what
    somebody else entered there meanwhile stands. A name is always said: the one of ``now`` where it was left alone.
    """
    same: dict[str, object] = {
        name: None if name == "birth" else "" for name in fields if getattr(before, name) == getattr(entry, name)
    }
    if entry.name == before.name:
        same["name"] = now.name
    return replace(entry, **same)  # type: ignore[arg-type]
