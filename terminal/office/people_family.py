"""What belongs to a resident: special needs, family and household, what they agreed to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Need, Resident, ResidentConsent, ResidentLink, ResidentNeed
from terminal.office.entered_words import said
from terminal.office.people_reading import resident_of
from terminal.office.room import LARGEST_ID, Room
from terminal.rules.kinship import Relation, inverse

PURPOSES: Final = ("service", "reuse-on-forms", "messages", "home-visit")
WAYS: Final = ("signed", "spoken", "online")
LONGEST_DETAIL: Final = 120


def put_need(session: Session, room: Room, resident: int, need: str, detail: str, today: date) -> Resident:
    """Note a need, or say more of it."""
    one = _counted(session, room, resident)
    known = _one_of(need, tuple(Need), "There is no need {given}.")
    words = said(detail, LONGEST_DETAIL)
    found = session.get(ResidentNeed, (one.id, known))
    if found is None:
        session.add(ResidentNeed(resident_id=one.id, need=known, detail=words, since=today))
    else:
        found.detail = words
    return one


def drop_need(session: Session, room: Room, resident: int, need: str) -> Resident:
    """It is no longer so. Refuses for one that was not noted."""
    one = _counted(session, room, resident)
    found = session.get(ResidentNeed, (one.id, need))
    if found is None:
        raise Refusal("That need is not noted.", "Look at the resident again.")
    session.delete(found)
    return one


def put_link(session: Session, room: Room, resident: int, other: int, relation: str, household: bool) -> Resident:
    """``other`` is ``relation`` of the resident; kept from both sides."""
    if resident == other:
        raise Refusal("Nobody is their own relative.", "Choose somebody else.")
    known = Relation(_one_of(relation, tuple(Relation), "There is no relation {given}."))
    low, high = (_counted(session, room, one) for one in sorted((resident, other)))
    one, two = (low, high) if low.id == resident else (high, low)
    for here, there, is_ in ((one, two, known), (two, one, inverse(known))):
        found = session.get(ResidentLink, (here.id, there.id))
        if found is None:
            session.add(ResidentLink(resident_id=here.id, other_id=there.id, relation=is_, household=household))
        else:
            found.relation, found.household = is_, household
    return one


def drop_link(session: Session, room: Room, resident: int, other: int) -> Resident:
    """They have nothing to do with each other, from either side. Refuses for a link that there is not."""
    one = _counted(session, room, resident)
    gone = [
        found
        for key in ((resident, other), (other, resident))
        if (found := session.get(ResidentLink, key) if 0 < other <= LARGEST_ID else None) is not None
    ]
    if not gone:
        raise Refusal("Those two are not linked.", "Look at the resident again.")
    for link in gone:
        session.delete(link)
    return one


def put_consent(
    session: Session, room: Room, resident: int, purpose: str, how: str, until: date | None, by: str, now: datetime
) -> Resident:
    """They agreed; an earlier consent to the same stays on record."""
    one = _counted(session, room, resident)
    if until is not None and until < room.day(now):
        raise Refusal("That day is past.", "Choose a later one, or none.")
    session.add(
        ResidentConsent(
            resident_id=one.id, purpose=_one_of(purpose, PURPOSES, "There is no purpose {given}."),
            how=_one_of(how, WAYS, "Nobody can agree in the way {given}."), given_at=now, until=until, taken_by=by,
        )
    )  # fmt: skip
    return one


def withdraw(session: Session, room: Room, consent: int, now: datetime) -> Resident:
    """They took a consent back. Refuses one that is taken back already."""
    found = session.get(ResidentConsent, consent) if 0 < consent <= LARGEST_ID else None
    if found is None:
        raise Refusal("There is no consent {consent}.", "Look at the resident again.", consent=consent)
    one = _counted(session, room, found.resident_id)  # who holds the resident alone changes what is theirs
    session.refresh(found)
    if found.withdrawn_at is not None:
        raise Refusal("Consent {consent} is taken back already.", "Look at the resident again.", consent=consent)
    found.withdrawn_at = now
    return one


def forget_family(session: Session, residents: list[int]) -> None:
    """Needs, links and consents of people who are erased."""
    session.execute(delete(ResidentNeed).where(ResidentNeed.resident_id.in_(residents)))
    linked = ResidentLink.resident_id.in_(residents) | ResidentLink.other_id.in_(residents)
    session.execute(delete(ResidentLink).where(linked))
    session.execute(delete(ResidentConsent).where(ResidentConsent.resident_id.in_(residents)))


def _counted(session: Session, room: Room, resident: int) -> Resident:
    """The resident, locked, with one change more."""
    one = resident_of(session, room, resident, lock=True)
    one.version += 1
    return one


def _one_of(given: str, known: tuple[str, ...], text: str) -> str:
    if given not in known:
        raise Refusal(text, "Use one of: {known}.", given=given, known=", ".join(known))
    return given
