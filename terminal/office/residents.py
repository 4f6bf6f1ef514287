"""The residents' desk: each entered once, found again, changed, merged, and looked at on record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from sqlalchemy.orm import Session

from terminal.model import Resident
from terminal.office import people_duplicates, people_family, people_merging, people_rights, people_search
from terminal.office.booking_views import ResidentView
from terminal.office.case_views import Page
from terminal.office.people_changing import change_person
from terminal.office.people_entering import put_person
from terminal.office.people_reading import resident_of, rows_of, shown_number, view_of
from terminal.office.people_standing import standings
from terminal.office.people_views import PersonEntry, PersonRow, PersonView
from terminal.office.room import Room
from terminal.rules.documents import DocumentKind
from terminal.rules.resident import ResidentFields

MOST_FOUND = 20
# Cards by their layout; the residence permit of people of Hong Kong, Macao and Taiwan carries a citizen's number.
_CARDS = {"foreign-2017": DocumentKind.FOREIGN_PERMANENT, "foreign-2023": DocumentKind.FOREIGN_PERMANENT}


class ResidentDesk:
    """Verbs of residents. Each that shows somebody, or changes them, says so in the journal, by their id alone (PIPL
    art. 51; GB/T 35273 7.1: access is recorded).
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    def find(self, text: str, *, by: str = "") -> tuple[ResidentView, ...]:
        """Who is found by a text as in ``search``, at most twenty, with the missed appointments that bar them."""
        now = self._room.now()
        with self._room.reading() as session:
            self._room.check_by(session, by)
            vault = self._room.vault(session)
            wanted = people_search.asked(vault, text)
            found, _ = people_search.found_by(session, self._room, wanted, MOST_FOUND)
            missed = standings(session, self._room, [one.id for one in found], now)
            views = []
            for one in found:
                count, barred = missed.get(one.id, (0, None))
                number = shown_number(vault, one)
                views.append(ResidentView(one.id, one.name, number, one.phone, count, barred))
        self._note_seen(wanted.how, found, by)
        return tuple(views)

    def search(self, text: str, *, limit: int = 20, after: str = "", by: str = "") -> Page:
        """A page of residents (PersonRow) found by what one can tell of them: the beginning of the name, its pinyin
        initials, a document's number or its last four, a telephone; several words narrow it (``wxm 1234``).

        ``after``: the page's own, to go on where it ended. Refuses for an empty text. Raises KeyMissing for a number
        while the key is away; names and telephones are found without.
        """
        with self._room.reading() as session:
            self._room.check_by(session, by)
            wanted = people_search.asked(self._room.vault(session), text)
            most = max(1, min(limit, people_search.MOST))
            found, mark = people_search.found_by(session, self._room, wanted, most, after)
            rows = rows_of(session, self._room, found)
        self._note_seen(wanted.how, found, by)
        return Page(rows=rows, more=bool(mark), after=mark)

    def view(self, resident: int, *, by: str = "") -> PersonView:
        """A resident, complete. Refuses for nobody, and for who was merged into another, naming that one."""
        return self._on("view_resident", by, lambda session: resident_of(session, self._room, resident))

    def enter(self, entry: PersonEntry, *, by: str = "") -> PersonView:
        """Somebody new, or the same person again (number, else name and telephone): empty fields leave what is known.

        Refuses an entry that cannot be right, saying what is expected and repeating nothing of it.
        """
        now = self._room.now()
        return self._on("enter_resident", by, lambda session: put_person(session, self._room, entry, now))

    def alike(self, entry: PersonEntry, *, limit: int = 10) -> tuple[PersonRow, ...]:
        """Who may be the same person as somebody about to be entered: the same name and birth, or the same telephone.

        An entry that is not complete yet is no trouble: what is missing finds nobody.
        """
        with self._room.reading() as session:
            found = people_duplicates.alike(session, self._room, entry, max(1, min(limit, people_search.MOST)))
            return rows_of(session, self._room, found)

    def change(
        self, resident: int, entry: PersonEntry, *,
        version: int | None = None, clear: Collection[str] = (), by: str = "",
    ) -> PersonView:  # fmt: skip
        """Correct a resident. Empty fields leave what is known; ``clear`` names fields to empty (phone, address, note).

        ``document`` counts only together with a ``number``. ``version``: refuses when somebody changed the resident
        since, saying who. Refuses a number that somebody else has: those two are to be merged.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            one, fields = change_person(session, self._room, resident, entry, version, clear)
            if fields:
                self._note(session, "change_resident", one.id, by, {"fields": fields, "version": one.version})
            return view_of(session, self._room, one)

    def reveal(self, resident: int, *, by: str = "") -> str:
        """The whole number, "" when none is known; who asked for it is in the journal. Raises KeyMissing."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            one = resident_of(session, self._room, resident)
            sealed = one.number_sealed
            number = self._room.vault(session).open(sealed) if sealed is not None else ""
            self._note(session, "reveal_number", one.id, by)
            return number

    def of_card(self, card: ResidentFields, *, by: str = "") -> PersonView:
        """Whose card was read: entered, or brought up to what it says; the telephone stays. Refuses as ``enter``."""
        entry = PersonEntry(
            name=card.name, number=card.number, document=_CARDS.get(card.document, DocumentKind.RESIDENT),
            birth=card.birth, sex=card.sex if card.sex in ("male", "female") else "",
            nation=card.nation or card.nationality, address=card.address,
        )  # fmt: skip
        return self.enter(entry, by=by)

    def need(self, resident: int, need: str, detail: str = "", *, by: str = "") -> PersonView:
        """Note a special need (model.Need), or say more of it."""
        today = self._room.day(self._room.now())
        said = {"need": need}
        return self._on(
            "put_need", by,
            lambda session: people_family.put_need(session, self._room, resident, need, detail, today), said,
        )  # fmt: skip

    def drop_need(self, resident: int, need: str, *, by: str = "") -> PersonView:
        """It is no longer so."""
        said = {"need": need}
        return self._on(
            "drop_need", by, lambda session: people_family.drop_need(session, self._room, resident, need), said
        )  # fmt: skip

    def link(self, resident: int, other: int, relation: str, *, household: bool = False, by: str = "") -> PersonView:
        """``other`` is ``relation`` (rules.kinship.Relation) of the resident; the other way round is kept as well."""
        return self._on(
            "link_residents", by,
            lambda session: people_family.put_link(session, self._room, resident, other, relation, household),
            {"other": other, "relation": relation, "household": household},
        )  # fmt: skip

    def unlink(self, resident: int, other: int, *, by: str = "") -> PersonView:
        """They have nothing to do with each other."""
        said = {"other": other}
        return self._on(
            "unlink_residents", by, lambda session: people_family.drop_link(session, self._room, resident, other), said
        )  # fmt: skip

    def consent(self, resident: int, purpose: str, how: str, until: date | None = None, *, by: str = "") -> PersonView:
        """They agreed: ``purpose`` service, reuse-on-forms, messages or home-visit; ``how`` signed, spoken, online."""
        now = self._room.now()
        return self._on(
            "put_consent", by,
            lambda session: people_family.put_consent(session, self._room, resident, purpose, how, until, by, now),
            {"purpose": purpose, "how": how, "until": until},
        )  # fmt: skip

    def withdraw_consent(self, consent: int, *, by: str = "") -> PersonView:
        """They took it back; that they had given it stays on record (PIPL art. 15)."""
        now, said = self._room.now(), {"consent": consent}
        return self._on(
            "withdraw_consent", by, lambda session: people_family.withdraw(session, self._room, consent, now), said
        )  # fmt: skip

    def merge(self, kept: int, gone: int, *, by: str = "") -> PersonView:
        """Two entries are one person: what hangs on ``gone`` goes to ``kept``. ``undo_merge`` brings it back."""
        now = self._room.now()
        with self._room.writing() as session:
            self._room.check_by(session, by)
            record = people_merging.merge_people(session, self._room, kept, gone, by, now)
            self._note(session, "merge_residents", kept, by, {"gone": gone, "merge": record.id})
            return view_of(session, self._room, session.get_one(Resident, kept))

    def undo_merge(self, merge: int, *, by: str = "") -> PersonView:
        """They are two after all; what came since stays with the one it was entered for. Returns who was gone."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            record = people_merging.undo(session, self._room, merge, by, self._room.now())
            self._note(session, "undo_merge", record.kept_id, by, {"gone": record.gone_id, "merge": record.id})
            return view_of(session, self._room, session.get_one(Resident, record.gone_id))

    def duplicates(self, limit: int = 50) -> tuple[tuple[PersonRow, PersonRow], ...]:
        """Pairs that may be one person; the first is the one to keep."""
        most = max(1, min(limit, people_duplicates.MOST))
        with self._room.reading() as session:
            pairs = list(people_duplicates.duplicates(session, self._room, most))[:most]
            rows = rows_of(session, self._room, [one for pair in pairs for one in pair])
            return tuple(zip(rows[::2], rows[1::2], strict=True))

    def export(self, resident: int, *, by: str = "") -> dict[str, object]:
        """All that is kept of somebody, for them to see (PIPL art. 45); plain values, ready for JSON."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            one = resident_of(session, self._room, resident)
            everything = people_rights.everything_of(session, self._room, one)
            self._note(session, "export_resident", one.id, by)
            return everything

    def erase(self, resident: int, *, by: str = "") -> None:
        """Forget who it was (PIPL art. 47). Refuses while a case, an appointment or a request is open."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            one = resident_of(session, self._room, resident, lock=True)
            people_rights.erase_person(session, one, self._room.now())
            self._note(session, "erase_resident", one.id, by)

    def _on(
        self, verb: str, by: str, act: Callable[[Session], Resident], said: Mapping[str, object] | None = None
    ) -> PersonView:
        """A verb about one resident: its transaction, its line in the journal, and the resident as they are then."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            one = act(session)
            session.flush()
            self._note(session, verb, one.id, by, said)
            return view_of(session, self._room, one)

    def _note(
        self, session: Session, verb: str, resident: int, by: str, after: Mapping[str, object] | None = None
    ) -> None:  # fmt: skip
        self._room.note(session, verb, "resident", resident, at=self._room.now(), who=by, after=after)

    def _note_seen(self, how: str, found: list[Resident], by: str) -> None:
        """Whom somebody saw in a list, but not what they looked for. Nobody was seen: nothing is noted."""
        if found:
            with self._room.writing() as session:
                seen = {"by": how, "residents": [one.id for one in found]}
                self._room.note(session, "find_resident", "resident", "", at=self._room.now(), who=by, after=seen)
