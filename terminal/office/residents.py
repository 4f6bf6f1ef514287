"""The residents' desk: each entered once, found again by ID number, telephone or name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentState, BookingRules, Resident
from terminal.office.booking_views import ResidentEntry, ResidentView
from terminal.office.case_views import Page
from terminal.office.people_views import PersonEntry, PersonRow, PersonView
from terminal.office.room import Room
from terminal.office.turns import take_turn
from terminal.rules import id_number, phone
from terminal.rules.booking import barred_until
from terminal.rules.id_number import NumberFault
from terminal.rules.resident import ResidentFields
from terminal.store.vault import KeyMissing, Vault

LONGEST_NAME = 60
MOST_FOUND = 20
LOCKED = "******"
_PADDING = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_DOTS = str.maketrans(dict.fromkeys("•‧・∙・.．", "·"))  # between the parts of a name: keyboards differ


def put_resident(session: Session, room: Room, entry: ResidentEntry, now: datetime) -> Resident:
    """The resident of that ID number, or else of that name and telephone; a new one when there is none.

    Name and telephone become the latest ones. Runs in the caller's transaction, which has the row locked afterwards; of
    two that enter one person at the same moment one waits. Raises Refusal for an entry that cannot be right.
    """
    name, number, call = checked(entry)
    if number:
        return _by_number(session, room, name, number, call, now)
    found = _by_phone(session, room, name, call)
    if found is None:
        found = Resident(centre=room.centre, name=name, phone=call, since=now)
        session.add(found)
        session.flush()
    return found


def checked(entry: ResidentEntry) -> tuple[str, str, str]:
    """Name, ID number and telephone as they are stored. Raises Refusal, which repeats none of them."""
    name = _name(entry.name)
    number, call = id_number.normalised(entry.number), phone.normalised(entry.phone)
    if number:
        _check_number(number)
    if call and phone.kind(call) is None:
        raise Refusal(
            "This is no telephone number.", "Enter a mobile number of 11 digits, or a landline with its area code."
        )
    if not number and not call:
        raise Refusal(
            "Neither an ID number nor a telephone number was given.",
            "Enter one of them: nobody can be known or called by a name alone.",
        )
    return name, number, call


def _name(text: str) -> str:
    name = _plain(text)
    if not name:
        raise Refusal("The name is missing.", "Enter the name as it stands on the ID card.")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Refusal("This is no name.", "Enter at most {most} characters in one line.", most=LONGEST_NAME)
    return name


def _plain(text: str) -> str:
    """A name as it is stored and compared. Lists pad a short Chinese name to the width of others (张　三)."""
    name = _PADDING.sub("", " ".join(unicodedata.normalize("NFKC", text).split()))
    return name if name.isascii() else name.translate(_DOTS)


def _check_number(number: str) -> None:
    fault = id_number.fault(number)
    if fault is NumberFault.FORM:
        raise Refusal("This is no ID number.", "Enter the 18 characters as they stand on the card.")
    if fault is NumberFault.BIRTH:
        raise Refusal("The ID number names a date of birth that there is not.", "Compare digits 7 to 14 with the card.")
    if fault is NumberFault.CHECK:
        raise Refusal("A digit of the ID number is wrong.", "Compare it with the card, digit by digit.")


def _by_number(session: Session, room: Room, name: str, number: str, call: str, now: datetime) -> Resident:
    sealed = room.vault(session).sealed_number(number)
    query = select(Resident).where(Resident.centre == room.centre, Resident.number_hash == sealed.hash)
    query = query.with_for_update()
    found = session.scalars(query).one_or_none()
    if found is None:
        _take_turn(session, room, number)
        found = session.scalars(query).one_or_none() or _nameless(session, room, name, call)
    if found is None:
        found = Resident(centre=room.centre, name=name, phone=call, since=now)
        session.add(found)
    found.learn(name, call)
    if found.number_hash is None:
        found.number_sealed, found.number_hash, found.tail_hash = sealed.sealed, sealed.hash, sealed.tail
    session.flush()
    return found


def _nameless(session: Session, room: Room, name: str, call: str) -> Resident | None:
    """Who was known by that name and telephone until now, without a number."""
    if not call:
        return None
    found = _by_phone(session, room, name, call)
    return found if found is not None and found.number_hash is None else None


def _by_phone(session: Session, room: Room, name: str, call: str) -> Resident | None:
    """Who has that name and telephone; the number's absence goes first, then who was entered first."""
    _take_turn(session, room, call)
    query = (
        select(Resident)
        .where(Resident.centre == room.centre, Resident.phone == call, Resident.name == name)
        .order_by(Resident.number_hash.is_not(None), Resident.id)
        .limit(1)
        .with_for_update()
    )
    return session.scalars(query).one_or_none()


def _take_turn(session: Session, room: Room, key: str) -> None:
    """Whoever is about to enter somebody new waits for who enters the same number or telephone."""
    take_turn(session, room, f"resident/{key}")


class ResidentDesk:
    """Verbs of residents."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def find(self, text: str, *, by: str = "") -> tuple[ResidentView, ...]:
        """Who has that ID number or telephone, or a name that begins so; at most twenty, by name.

        Who looked somebody up, and whom, is in the journal (PIPL art. 51; GB/T 35273 7.1: access is recorded). Refuses
        for an empty text.
        """
        wanted = _plain(text)
        if not wanted or not wanted.isprintable():
            raise Refusal("Nobody is looked for.", "Enter an ID number, a telephone number or the beginning of a name.")
        now = self._room.now()
        with self._room.writing() as session:
            how, condition = _condition(self._room.vault(session), wanted)
            query = select(Resident).where(Resident.centre == self._room.centre, condition)
            self._room.check_by(session, by)
            found = list(session.scalars(query.order_by(Resident.name, Resident.id).limit(MOST_FOUND)))
            standing = standings(session, self._room, [one.id for one in found], now)
            seen = {"by": how, "residents": [one.id for one in found]}
            self._room.note(session, "find_resident", "resident", "", at=now, who=by, after=seen)
            return tuple(_view(self._room.vault(session), one, *standing.get(one.id, (0, None))) for one in found)

    def search(self, text: str, *, limit: int = 20, after: str = "", by: str = "") -> Page:
        """A page of residents (PersonRow) found by what one can tell of them: the beginning of the name, its pinyin
        initials, a document's number or its last four, a telephone; several words narrow it (``wxm 1234``).

        ``after``: the page's own, to go on where it ended. Whom somebody saw is in the journal. Refuses for an empty
        text.
        """
        raise NotImplementedError

    def view(self, resident: int, *, by: str = "") -> PersonView:
        """A resident, complete; that they were looked at is in the journal. Refuses for nobody."""
        raise NotImplementedError

    def enter(self, entry: PersonEntry, *, by: str = "") -> PersonView:
        """Somebody new, or the same person again (number, else name and telephone): empty fields leave what is known.

        Refuses an entry that cannot be right, saying what is expected and repeating nothing of it.
        """
        raise NotImplementedError

    def alike(self, entry: PersonEntry, *, limit: int = 10) -> tuple[PersonRow, ...]:
        """Who may be the same person as somebody about to be entered: the same name and birth, or the same telephone.

        An entry that is not complete yet is no trouble: what is missing finds nobody.
        """
        raise NotImplementedError

    def change(
        self, resident: int, entry: PersonEntry, *,
        version: int | None = None, clear: Collection[str] = (), by: str = "",
    ) -> PersonView:  # fmt: skip
        """Correct a resident. Empty fields leave what is known; ``clear`` names fields to empty (phone, address, note…).

        ``document`` counts only together with a ``number``. ``version``: refuses when somebody changed the resident
        since, saying who. Refuses a number that somebody else has: those two are to be merged.
        """
        raise NotImplementedError

    def reveal(self, resident: int, *, by: str = "") -> str:
        """The whole number, "" when none is known; who asked for it is in the journal. Raises KeyMissing."""
        raise NotImplementedError

    def of_card(self, card: ResidentFields, *, by: str = "") -> PersonView:
        """Whose card was read: entered, or brought up to what it says; the telephone stays. Refuses as ``enter``."""
        raise NotImplementedError

    def need(self, resident: int, need: str, detail: str = "", *, by: str = "") -> PersonView:
        """Note a special need (model.Need), or say more of it."""
        raise NotImplementedError

    def drop_need(self, resident: int, need: str, *, by: str = "") -> PersonView:
        """It is no longer so."""
        raise NotImplementedError

    def link(self, resident: int, other: int, relation: str, *, household: bool = False, by: str = "") -> PersonView:
        """``other`` is ``relation`` (rules.kinship.Relation) of the resident; the other way round is kept as well."""
        raise NotImplementedError

    def unlink(self, resident: int, other: int, *, by: str = "") -> PersonView:
        """They have nothing to do with each other."""
        raise NotImplementedError

    def consent(self, resident: int, purpose: str, how: str, until: date | None = None, *, by: str = "") -> PersonView:
        """They agreed: ``purpose`` service, reuse-on-forms, messages or home-visit; ``how`` signed, spoken or online."""
        raise NotImplementedError

    def withdraw_consent(self, consent: int, *, by: str = "") -> PersonView:
        """They took it back; that they had given it stays on record (PIPL art. 15)."""
        raise NotImplementedError

    def merge(self, kept: int, gone: int, *, by: str = "") -> PersonView:
        """Two entries are one person: what hangs on ``gone`` goes to ``kept``. ``undo_merge`` brings it back."""
        raise NotImplementedError

    def undo_merge(self, merge: int, *, by: str = "") -> PersonView:
        """They are two after all; what came since stays with the one it was entered for. Returns who was gone."""
        raise NotImplementedError

    def duplicates(self, limit: int = 50) -> tuple[tuple[PersonRow, PersonRow], ...]:
        """Pairs that may be one person; the first is the one to keep."""
        raise NotImplementedError

    def export(self, resident: int, *, by: str = "") -> dict[str, object]:
        """All that is kept of somebody, for them to see (PIPL art. 45); plain values, ready for JSON."""
        raise NotImplementedError

    def erase(self, resident: int, *, by: str = "") -> None:
        """Forget who it was (PIPL art. 47). Refuses while a case, an appointment or a request is open."""
        raise NotImplementedError


def _condition(vault: Vault, wanted: str) -> tuple[str, ColumnElement[bool]]:
    """How somebody is looked for, and the condition that says so."""
    number = id_number.normalised(wanted)
    if id_number.fault(number) is not NumberFault.FORM:
        return "number", Resident.number_hash == vault.found_by(number)
    if phone.kind(wanted) is not None:
        return "phone", Resident.phone == phone.normalised(wanted)
    return "name", Resident.name.startswith(wanted, autoescape=True)


def standings(
    session: Session, room: Room, residents: Collection[int], now: datetime
) -> dict[int, tuple[int, date | None]]:  # fmt: skip
    """For each resident with missed appointments: how many count today, and the last day on which that bars them.

    The rule is ``terminal.rules.booking``'s, its figures the centre's.
    """
    rules = session.get_one(BookingRules, room.centre)
    today = room.day(now)
    query = select(Appointment.resident_id, Appointment.day).where(
        Appointment.resident_id.in_(residents),
        Appointment.state == AppointmentState.MISSED,
        Appointment.day > today - timedelta(days=rules.missed_days + rules.barred_days),
    )
    missed: dict[int, list[date]] = defaultdict(list)
    for resident, day in session.execute(query):
        if resident is not None:
            missed[resident].append(day)
    counted = today - timedelta(days=rules.missed_days)
    return {
        resident: (sum(day > counted for day in days), _bar(days, rules, today)) for resident, days in missed.items()
    }


def _bar(missed: Collection[date], rules: BookingRules, today: date) -> date | None:
    until = barred_until(
        missed, limit=rules.missed_limit, within_days=rules.missed_days, barred_days=rules.barred_days
    )  # fmt: skip
    return until if until is not None and until >= today else None


def shown_number(vault: Vault, resident: Resident) -> str:
    """The resident's number, masked; "" when none is known, LOCKED while the key is away: work goes on without it."""
    if resident.number_sealed is None:
        return ""
    try:
        return id_number.masked(vault.open(resident.number_sealed))
    except KeyMissing:
        return LOCKED


def _view(vault: Vault, resident: Resident, missed: int, barred: date | None) -> ResidentView:
    return ResidentView(
        id=resident.id, name=resident.name, masked_number=shown_number(vault, resident),
        phone=resident.phone, missed=missed, barred_until=barred,
    )  # fmt: skip
