"""Correcting residents: what somebody saw meanwhile is told, and a number stays one person's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Reasons, Refusal
from terminal.model import Resident
from terminal.office.last_changes import last_changes, when
from terminal.office.people_checks import Checked, checked_fields
from terminal.office.people_entering import KEPT_IN, give_number, take_over
from terminal.office.people_reading import resident_of
from terminal.office.people_views import PersonEntry
from terminal.office.room import Room
from terminal.office.turns import take_turn
from terminal.rules import documents
from terminal.rules.documents import DocumentKind

# What each verb of the journal did to a resident, for whoever comes too late.
_DID: Final = {
    "enter_resident": "Entered again by {who}, {moment}.",
    "change_resident": "Corrected by {who}, {moment}.",
    "correct_resident": "Corrected by {who}, {moment}.",  # on a form
    "put_need": "A need was noted by {who}, {moment}.",
    "drop_need": "A need was dropped by {who}, {moment}.",
    "link_residents": "Linked to somebody by {who}, {moment}.",
    "unlink_residents": "A link was dropped by {who}, {moment}.",
    "put_consent": "A consent was noted by {who}, {moment}.",
    "withdraw_consent": "A consent was taken back by {who}, {moment}.",
    "merge_residents": "Merged by {who}, {moment}.",
    "undo_merge": "A merge was undone by {who}, {moment}.",
}
_CLEARED: Final = ", ".join(KEPT_IN)
_EMPTY: Final = {"birth": None}  # fields whose emptiness is no text


def change_person(
    session: Session, room: Room, resident: int, entry: PersonEntry, version: int | None, clear: Collection[str]
) -> tuple[Resident, list[str]]:
    """Correct a resident within the caller's transaction; returns them and the names of the fields that changed."""
    one = changing(session, room, resident, version)
    said = _without_derived(one, checked_fields(entry, room.day(room.now())))
    before = {field: getattr(one, field) for field in ("name", "number_hash", *KEPT_IN)}
    following = one.version + 1
    if said.number:
        _change_number(session, room, one, said)
    take_over(one, said)
    _clear(one, clear)
    if one.number_hash is None and not one.phone:
        raise Refusal(
            "Neither an ID number nor a telephone number would be left.",
            "Leave one of them: nobody can be known or called by a name alone.",
        )
    changed = [field for field, was in before.items() if getattr(one, field) != was]
    if changed:
        one.version = following
    session.flush()
    return one, ["number" if field == "number_hash" else field for field in changed]


def changing(session: Session, room: Room, resident: int, version: int | None) -> Resident:
    """The resident, locked. Refuses when somebody has changed them since ``version``, saying who and how."""
    one = resident_of(session, room, resident, lock=True)
    if version is not None and version != one.version:
        raise Refusal(
            "Somebody has changed this resident meanwhile. {changes}", "Look at what changed, then do it again.",
            changes=_changes(session, room, one, one.version - version), version=one.version,
        )  # fmt: skip
    return one


def _without_derived(one: Resident, said: Checked) -> Checked:
    """A citizen's birth and sex are the number's, whatever else is said."""
    if said.number or one.number_hash is None or one.document != DocumentKind.RESIDENT:
        return said
    return replace(said, birth=None, sex="")


def _change_number(session: Session, room: Room, one: Resident, said: Checked) -> None:
    sealed = room.vault(session).sealed_number(said.number, said.kind)
    if sealed.hash == one.number_hash:
        return
    take_turn(session, room, f"resident/{documents.key(said.kind, said.number)}")
    query = select(Resident.id).where(Resident.centre == room.centre, Resident.number_hash == sealed.hash)
    other = session.scalars(query).one_or_none()
    if other is not None:
        raise Refusal(
            "Resident {other} is known by that number already.",
            "If both are one person, merge them; else compare the number with the document.",
            other=other,
        )
    give_number(one, said, sealed)


def _clear(one: Resident, fields: Collection[str]) -> None:
    for field in fields:
        if field not in KEPT_IN:
            raise Refusal("The field {field} cannot be emptied.", "Use: {known}.", field=field, known=_CLEARED)
        derived = field in ("birth", "sex") and one.number_hash is not None and one.document == DocumentKind.RESIDENT
        if not derived:
            setattr(one, field, _EMPTY.get(field, ""))


def _changes(session: Session, room: Room, one: Resident, count: int) -> Reasons:
    return Reasons(
        Refusal(_DID[line.verb], moment=when(room, line), who=line.who or "—")
        for line in last_changes(session, room, "resident", one.id, count, _DID)
    )
