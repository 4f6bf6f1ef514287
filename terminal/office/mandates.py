"""Mandates: what a resident asked the centre to do for them, in which limits, until when, signed by both.

SOURCE: DB3205/T 1077-2023 and DB14/T 2233-2020 (代办服务委托书, 代办服务续办委托书): scope, period, what the agent may
and may not do, both signatures; going on after a suspension or beyond the period takes a mandate of its own.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, Mandate
from terminal.model.casework import LONGEST_NOTE
from terminal.office.case_finding import case_of, changing_case
from terminal.office.case_views import MandateEntry, MandateView
from terminal.office.entered_words import needed, said
from terminal.office.mandate_papers import issue_paper, replace_paper, sign_paper
from terminal.office.room import LARGEST_ID, Room
from terminal.office.route_reading import mandate_view, read_mandate
from terminal.rules.casework import UNFINISHED, CaseState


def check_mandate(session: Session, case: Case, day: date) -> None:
    """Refuse to hand on a proxy case without a mandate in force on ``day``: signed by both, begun and not over."""
    if not case.proxy:
        return
    mandate = _last(session, case.id)
    if mandate is None or mandate.ended_at is not None:
        raise Refusal("Case {number} has no mandate in force.", "Enter what the resident asks for.", number=case.number)
    if mandate.resident_signed_on is None or mandate.staff_signed_on is None:
        raise Refusal(
            "The mandate of case {number} is not signed by both.", "Have it signed, and enter the days.",
            number=case.number,
        )  # fmt: skip
    if day < mandate.since or day > mandate.until:
        raise Refusal(
            "The mandate of case {number} is in force from {since} to {until} only.",
            "Ask the resident for one that goes on from it.",
            number=case.number, since=mandate.since, until=mandate.until,
        )  # fmt: skip


class MandateDesk:
    """Verbs of mandates. A case has at most one that is not ended. Safe to call from many threads."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def of_case(self, case_id: int | str) -> MandateView | None:
        """The latest one, in force or not."""
        with self._room.reading() as session:
            return read_mandate(session, self._room, case_of(session, self._room, case_id).id)

    def give(self, case_id: int | str, entry: MandateEntry, *, by: str = "") -> MandateView:
        """Enter what the resident mandates, and issue its document (代办服务委托书), to be signed by both.

        One that was never signed by both, or is over, gives way to it. The same once more is that one: nothing is
        issued again. Refuses for a case that is no proxy case or has ended, beside another one in force, and for a
        period that is backwards. Raises KeyMissing.
        """
        return self._enter(case_id, entry, by, resuming=False)

    def resume(self, case_id: int | str, entry: MandateEntry, *, by: str = "") -> MandateView:
        """Go on from the last mandate (续办), whose period ends with it, and issue its document; that of a suspended
        case is issued by the move that resumes it. Refuses when there was none. Otherwise as ``give``.
        """
        return self._enter(case_id, entry, by, resuming=True)

    def sign(
        self, mandate_id: int, resident_on: date | None = None, staff_on: date | None = None, *, by: str = ""
    ) -> MandateView:
        """Enter on which days it was signed: by the resident, by staff, or both; a day entered before stays.

        Refuses a day after the mandate's last one, and a mandate that has ended.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            mandate, case = self._locked(session, mandate_id)
            if mandate.ended_at is not None:
                raise Refusal("This mandate has ended.", "Enter a new one.")
            if resident_on is None and staff_on is None:
                raise Refusal("It is not said who signed.", "Enter the day of the resident's or of our signature.")
            mandate.resident_signed_on = _signed(mandate, resident_on) or mandate.resident_signed_on
            mandate.staff_signed_on = _signed(mandate, staff_on) or mandate.staff_signed_on
            if _signatures(mandate) == 2:
                sign_paper(session, case, self._room.now())
            return self._done(session, case, mandate, "sign_mandate", by)

    def end(self, mandate_id: int, *, by: str = "") -> MandateView:
        """It holds no longer; ending it again changes nothing."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            mandate, case = self._locked(session, mandate_id)
            mandate.ended_at = mandate.ended_at or self._room.now()
            return self._done(session, case, mandate, "end_mandate", by)

    def _enter(self, case_id: int | str, entry: MandateEntry, by: str, *, resuming: bool) -> MandateView:
        with self._room.writing_papers() as session:
            self._room.check_by(session, by)
            case = changing_case(session, self._room, case_id, None)
            mandate = enter_mandate(session, self._room, case, entry, self._room.now(), by, resuming=resuming)
            return mandate_view(session, self._room, mandate)

    def _done(self, session: Session, case: Case, mandate: Mandate, verb: str, by: str) -> MandateView:
        session.flush()
        _note(session, self._room, verb, case, mandate, self._room.now(), by)
        return mandate_view(session, self._room, mandate)

    def _locked(self, session: Session, mandate_id: int) -> tuple[Mandate, Case]:
        mandate = session.get(Mandate, mandate_id) if 0 < mandate_id <= LARGEST_ID else None
        if mandate is None:
            raise Refusal("There is no mandate {mandate}.", "Use the id that the case shows.", mandate=mandate_id)
        case = changing_case(session, self._room, mandate.case_id, None)
        session.refresh(mandate)
        return mandate, case


def enter_mandate(
    session: Session, room: Room, case: Case, entry: MandateEntry, now: datetime, by: str, *, resuming: bool = False
) -> Mandate:
    """Enter a mandate and issue its document, within the caller's transaction, which has the case locked; as
    ``MandateDesk.give`` and ``resume`` promise.
    """
    _check_case(case)
    last = _last(session, case.id)
    if resuming and last is None:
        raise Refusal("There is no mandate to go on from.", "Enter a first one.")
    mandate = _made(case, entry, room.day(now))
    if last is not None and _same(last, mandate, resuming=resuming):
        return _signed_also(session, room, case, last, mandate, now, by)
    if not resuming and last is not None and _in_force(last, mandate.since):
        raise Refusal("There is a mandate in force until {until}.", "Go on from it, or end it first.", until=last.until)
    never_signed = last is not None and _signatures(last) < 2
    if last is not None:
        last.ended_at = last.ended_at or now
    mandate.made_at, mandate.resumes = now, last.id if resuming and last is not None else None
    session.add(mandate)
    session.flush()
    paper = issue_paper(session, room, case, now, by, resuming=resuming)
    if never_signed:
        replace_paper(session, case, paper)
    _note(session, room, "resume_mandate" if resuming else "give_mandate", case, mandate, now, by)
    return mandate


def _same(last: Mandate, new: Mandate, *, resuming: bool) -> bool:
    """Whether it is the one that holds already, entered once more."""
    said = ("scope", "may", "may_not", "since", "until")
    goes_on = (last.resumes is not None) == resuming
    return goes_on and last.ended_at is None and all(getattr(last, name) == getattr(new, name) for name in said)


def _signed_also(
    session: Session, room: Room, case: Case, mandate: Mandate, new: Mandate, now: datetime, by: str
) -> Mandate:
    """Nothing of the mandate changes but that somebody has signed it now."""
    before = _signatures(mandate)
    mandate.resident_signed_on = mandate.resident_signed_on or new.resident_signed_on
    mandate.staff_signed_on = mandate.staff_signed_on or new.staff_signed_on
    if _signatures(mandate) > before:
        session.flush()
        if _signatures(mandate) == 2:
            sign_paper(session, case, now)
        _note(session, room, "sign_mandate", case, mandate, now, by)
    return mandate


def _note(session: Session, room: Room, verb: str, case: Case, mandate: Mandate, now: datetime, by: str) -> None:
    after = {"mandate": mandate.id, "until": mandate.until, "signed": _signatures(mandate)}
    room.note(session, verb, "case", case.id, at=now, who=by, after=after)


def _last(session: Session, case_id: int) -> Mandate | None:
    query = select(Mandate).where(Mandate.case_id == case_id).order_by(Mandate.id.desc()).limit(1)
    return session.scalars(query).one_or_none()


def _check_case(case: Case) -> None:
    if not case.proxy:
        raise Refusal("Case {number} is no proxy case.", "Only those need a mandate.", number=case.number)
    if CaseState(case.state) not in UNFINISHED:
        raise Refusal("Case {number} has ended.", "It needs no mandate any more.", number=case.number)


def _made(case: Case, entry: MandateEntry, today: date) -> Mandate:
    since = entry.since or today
    if entry.until < since:
        raise Refusal("The mandate would be over before it begins.", "Enter a last day from {since} on.", since=since)
    mandate = Mandate(
        case_id=case.id,
        scope=needed(entry.scope, LONGEST_NOTE, Refusal("It is not said what is mandated.", "Enter its scope.")),
        may=said(entry.may, LONGEST_NOTE), may_not=said(entry.may_not, LONGEST_NOTE),
        since=since, until=entry.until, staff=case.responsible,
    )  # fmt: skip
    mandate.resident_signed_on = _signed(mandate, entry.resident_signed_on)
    mandate.staff_signed_on = _signed(mandate, entry.staff_signed_on)
    return mandate


def _signed(mandate: Mandate, day: date | None) -> date | None:
    if day is not None and day > mandate.until:
        raise Refusal("It would be signed after its last day.", "Enter the day on which it was signed.")
    return day


def _in_force(mandate: Mandate, day: date) -> bool:
    return mandate.ended_at is None and _signatures(mandate) == 2 and mandate.until >= day


def _signatures(mandate: Mandate) -> int:
    return (mandate.resident_signed_on is not None) + (mandate.staff_signed_on is not None)
