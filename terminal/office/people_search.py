"""Finding residents by what one can tell of them, along an index whatever it is.

A name by its beginning or by its pinyin initials; a Latin name by its letters, however they are written; a document by
its whole number or its last four characters; a telephone. ``王 1234`` narrows one by the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Resident
from terminal.office.people_entering import living
from terminal.office.room import Room
from terminal.rules import documents, person_name, phone
from terminal.store.name_initials import typed
from terminal.store.prefix import begins, behind, in_order
from terminal.store.vault import TAIL, KeyMissing, Vault

MOST: Final = 200  # on one page
_ALONG: Final = {"name": Resident.name, "initials": Resident.initials}
_BETWEEN: Final = "\n"  # of a page's mark: no name has it


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """How somebody is looked for. ``along``: the column whose index gives the order, and what it begins with; "" for a
    few, by id.
    """

    how: str  # number, phone, tail, name, initials; for the journal
    conditions: tuple[ColumnElement[bool], ...] = ()
    along: str = ""
    beginning: str = ""
    by_number: ColumnElement[bool] | None = None  # some permits' numbers look like telephones


def asked(vault: Vault, text: str) -> Asked:
    """What is meant by a text. Raises Refusal for an empty one, KeyMissing for a number while the key is away."""
    wanted = person_name.plain(text)
    if not wanted or not person_name.is_written(wanted):
        raise Refusal("Nobody is looked for.", "Enter an ID number, a telephone number or the beginning of a name.")
    words = wanted.split()
    exact = None if _narrows(words) else _exact(vault, wanted)
    if exact is not None:
        return exact
    found = [(word, _exact(vault, word)) for word in words] if len(words) > 1 else []
    exactly = [one for _, one in found if one is not None]
    if not exactly:
        return _by_name(wanted)
    rest = " ".join(word for word, one in found if one is None)
    conditions = [condition for one in exactly for condition in one.conditions]
    return Asked(exactly[0].how, (*conditions, *([_narrowed(rest)] if rest else [])))


def found_by(session: Session, room: Room, wanted: Asked, limit: int, after: str = "") -> tuple[list[Resident], str]:
    """At most ``limit`` residents, and the mark behind which the next page begins ("" when these are all).

    Who was merged into another is found by the own number still, and is that other.
    """
    ours = select(Resident).where(Resident.centre == room.centre)
    query = ours.where(*wanted.conditions)
    if wanted.how != "number":
        query = query.where(Resident.merged_into.is_(None))
    # A statement of its own: with OR between two indexes SQLite walks all residents.
    also = [] if wanted.by_number is None or after else session.scalars(ours.where(wanted.by_number)).all()
    if wanted.along or after:
        query = query.where(_onward(wanted, after))
    order = (in_order(_ALONG[wanted.along]), Resident.id) if wanted.along else (Resident.id,)
    rows = list(session.scalars(query.order_by(*order).limit(limit + 1)))
    mark = _mark(wanted, rows[limit - 1]) if len(rows) > limit else ""
    people = dict.fromkeys(living(session, one, lock=False) for one in (*also, *rows[:limit]))
    return list(people), mark


def _exact(vault: Vault, text: str) -> Asked | None:
    """What finds a few at most: a whole number, a telephone, the last four."""
    if phone.kind(text) is not None:
        return Asked("phone", (Resident.phone == phone.normalised(text),), by_number=_looks_like_number(vault, text))
    keys = documents.keys_of(text)
    if keys:
        return Asked("number", (_of_keys(vault, keys),))
    if _is_tail(text):
        last = documents.normalised(documents.DocumentKind.RESIDENT, text)
        return Asked("tail", (Resident.tail_hash == vault.tail(last),))
    return None


def _is_tail(text: str) -> bool:
    return len(text) == TAIL and text.isascii() and text.isalnum() and _has_digit(text)


def _has_digit(text: str) -> bool:
    return any(char.isdecimal() for char in text)


def _narrows(words: Sequence[str]) -> bool:
    """Whether it is a name and a last four (wx 0011), which a passport's number with blanks in it would look like."""
    digits = [word for word in words if _has_digit(word)]
    return len(words) > 1 and len(digits) == 1 and _is_tail(digits[0])


def _looks_like_number(vault: Vault, text: str) -> ColumnElement[bool] | None:
    """Telephones are found without the key as well."""
    keys = documents.keys_of(text)
    try:
        return _of_keys(vault, keys) if keys else None
    except KeyMissing:
        return None


def _of_keys(vault: Vault, keys: Sequence[str]) -> ColumnElement[bool]:
    return Resident.number_hash.in_([vault.found_by(key) for key in keys])


def _by_name(text: str) -> Asked:
    letters = typed(text)
    if letters and text.isascii():
        return Asked("initials", along="initials", beginning=letters)
    return Asked("name", along="name", beginning=text)


def _narrowed(text: str) -> ColumnElement[bool]:
    """The same as a condition that no index serves: SQLite would walk all of one name instead of a few."""
    named = _by_name(text)
    return func.substr(_ALONG[named.along], 1, len(named.beginning)) == named.beginning


def _mark(wanted: Asked, last: Resident) -> str:
    said = getattr(last, wanted.along) if wanted.along else ""
    return f"{said}{_BETWEEN}{last.id}"


def _onward(wanted: Asked, after: str) -> ColumnElement[bool]:
    if not after:
        return begins(_ALONG[wanted.along], wanted.beginning)
    said, _, number = after.partition(_BETWEEN)
    if not number.isdecimal() or len(number) > 18:
        raise Refusal("This is no mark of a page.", "Begin at the first page again.")
    if wanted.along:
        return behind(_ALONG[wanted.along], Resident.id, wanted.beginning, said, int(number))
    return Resident.id > int(number)
