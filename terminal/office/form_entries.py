"""The forms' desk: filled in with what is known, kept at every field, rendered; what was corrected is offered back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from terminal.errors import InBoth, Refusal
from terminal.model import FormEntry
from terminal.office import paper_words_zh as zh
from terminal.office.form_prefill import Subject, known_facts, subject_of, subject_of_entry
from terminal.office.form_views import Correction, EntryView, FieldError, FormFault, FormRow
from terminal.office.notice_facts import values_of
from terminal.office.notice_issuing import open_values, seal_values
from terminal.office.paper_making import typesetting
from terminal.office.people_changing import change_person
from terminal.office.people_entering import living
from terminal.office.people_reading import REFERRED, resident_of
from terminal.office.people_views import PersonEntry
from terminal.office.room import LARGEST_ID, Room
from terminal.office.route_reading import names_of

if TYPE_CHECKING:
    from forms.catalogue import Forms
    from forms.definition import Field, Form

MOST_CHARACTERS: Final = 200_000  # of all that one form says
MOST_DRAFTS: Final = 200
# What a resident may correct on a form, and the field of their record it goes back to.
RECORD: Final = {
    "resident.name": "name", "resident.phone": "phone", "resident.address": "address",
    "resident.community": "community", "resident.nation": "nation",
}  # fmt: skip


class FormDesk:
    """Verbs of forms. Safe to use from many threads and processes. All but ``list`` and ``form`` need the key."""

    def __init__(self, room: Room) -> None:
        self._room = room

    # Definitions.

    def all(self) -> Forms:
        """The definitions that have no fault."""
        return self._room.forms.all()

    def faults(self) -> tuple[FormFault, ...]:
        """What is wrong with the site's own that cannot be used: file, line, what is expected."""
        return tuple(FormFault(Path(one.file).name, one.line, str(one)) for one in self._room.forms.faults())

    def warm_up(self) -> None:
        """Load what the first paper needs: definitions, typesetting, fonts. Half a second of a thread of its own."""
        from forms.document import warm_up  # reportlab, which a counter does not load before its first paint

        self.all()
        with typesetting():
            warm_up()

    def form(self, name: str) -> Form:
        """One of them. Raises Refusal."""
        return self._room.forms.form(name)

    def list(self, item: str | None = None) -> tuple[FormRow, ...]:
        """All forms, notices first; those of one item, if given."""
        forms = self.all().of_item(item) if item is not None else tuple(self.all())
        return tuple(FormRow(one.name, one.title, one.source, one.kind, one.items) for one in forms)

    # Filling in.

    def start(
        self, form: str, *, item: str | None = None, case: int | str | None = None, handling: int | None = None,
        resident: int | None = None, by: str = "",
    ) -> EntryView:  # fmt: skip
        """Begin a form, filled in with what is known. A draft of the same form for the same case, handling or resident
        is taken up again as it was left.
        """
        room, known = self._room, self.form(form)
        with room.writing() as session:
            room.check_by(session, by)
            subject = subject_of(session, room, item=item, case=case, handling=handling, resident=resident)
            entry = _draft(session, room, form, subject)
            if entry is None:
                subject = _held(session, subject)
                now = room.now()
                values = values_of(known, known_facts(session, room, subject, now, by))
                entry = FormEntry(
                    centre=room.centre, form=form, item=subject.item,
                    case_id=subject.case.id if subject.case else None, handling_id=handling,
                    resident_id=subject.resident.id if subject.resident else None,
                    values_sealed=seal_values(session, room, values), begun_at=now, begun_by=by, changed_at=now,
                    changed_by=by,
                )  # fmt: skip
                session.add(entry)
                session.flush()
                room.note(session, "begin_form", "form", entry.id, at=now, who=by, after={"form": form})
            return self._view(session, entry)

    def put(
        self, entry_id: int, field: str, value: object, *, version: int | None = None, by: str = ""
    ) -> EntryView:  # fmt: skip
        """Keep a field's value, right or wrong: it is a draft; ``errors`` of the view says what is expected.

        ``version``: refuses when somebody else changed the form since; then look again, nothing of theirs is lost.
        Refuses a field that the form has not, and a form that is finished.
        """
        room = self._room
        with room.writing_papers() as session:
            room.check_by(session, by)
            entry = self._open(session, entry_id)
            if version is not None and version != entry.version:
                raise Refusal(
                    "The form was changed by {who} meanwhile, {moment}.",
                    "Look at what is written there now; yours is kept.",
                    who=entry.changed_by or "—", moment=f"{room.local(entry.changed_at):%Y-%m-%d %H:%M}",
                )  # fmt: skip
            known = _field(self.form(entry.form), field)
            values = open_values(session, room, entry.values_sealed)
            values[field] = _taken(known, value)
            _check_size(values)
            entry.values_sealed = seal_values(session, room, values)
            entry.version, entry.changed_at, entry.changed_by = entry.version + 1, room.now(), by
            session.flush()
            return self._view(session, entry)

    def view(self, entry_id: int) -> EntryView:
        """A form as it stands."""
        with self._room.reading() as session:
            return self._view(session, self._entry(session, entry_id))

    def done(self, entry_id: int, *, by: str = "") -> EntryView:
        """It is filled in. Refuses with every field that is wrong, all at once."""
        room = self._room
        with room.writing_papers() as session:
            room.check_by(session, by)
            entry = self._open(session, entry_id)
            view = self._view(session, entry)
            if view.errors:
                said = _labels(self.form(entry.form), view.errors)
                raise Refusal("The form is not complete: {fields}.", "Fill in what is marked.", fields=said)
            entry.done_at = entry.changed_at = room.now()
            entry.version, entry.changed_by = entry.version + 1, by
            room.note(session, "finish_form", "form", entry.id, at=room.now(), who=by, after={"form": entry.form})
            session.flush()
            return self._view(session, entry)

    def discard(self, entry_id: int, *, by: str = "") -> None:
        """Throw a draft away. Refuses a form that is finished."""
        room = self._room
        with room.writing() as session:
            room.check_by(session, by)
            entry = self._open(session, entry_id)
            room.note(session, "discard_form", "form", entry.id, at=room.now(), who=by, before={"form": entry.form})
            session.delete(entry)

    def drafts(self, *, by: str = "") -> tuple[EntryView, ...]:
        """What was begun and not finished, the newest first; of one person, if given."""
        query = select(FormEntry).where(FormEntry.centre == self._room.centre, FormEntry.done_at.is_(None))
        if by:
            query = query.where(FormEntry.begun_by == by)
        return self._views(query.order_by(FormEntry.changed_at.desc(), FormEntry.id.desc()).limit(MOST_DRAFTS))

    def of_case(self, case_id: int) -> tuple[EntryView, ...]:
        """The forms filled in for a case, in their order."""
        query = select(FormEntry).where(FormEntry.centre == self._room.centre, FormEntry.case_id == case_id)
        return self._views(query.order_by(FormEntry.id))

    # Paper.

    def pdf(self, entry_id: int, *, full: bool = True) -> bytes:
        """The form as it stands, on paper. An application is the resident's own: nothing on it is masked."""
        from forms.document import render  # 60 ms, and only who prints needs it

        view = self.view(entry_id)
        with typesetting():
            return render(self.form(view.form), view.values, full=full)

    # What a resident corrected.

    def corrections(self, entry_id: int) -> tuple[Correction, ...]:
        """What the form says otherwise than the resident's record."""
        with self._room.reading() as session:
            return self._corrections(session, self._entry(session, entry_id))

    def take_over(self, entry_id: int, fields: Sequence[str], *, by: str = "") -> tuple[Correction, ...]:
        """Write ``fields`` of the corrections to the resident's record. Returns what still differs."""
        room = self._room
        with room.writing_papers() as session:
            room.check_by(session, by)
            entry = self._entry(session, entry_id)
            said = {one.field: one.said for one in self._corrections(session, entry) if one.field in fields}
            if said and entry.resident_id is not None:
                resident = resident_of(session, room, entry.resident_id, lock=True)
                change = replace(PersonEntry(resident.name), **said)  # type: ignore[arg-type]  # texts, after RECORD
                _, changed = change_person(session, room, resident.id, change, None, ())
                room.note(
                    session, "correct_resident", "resident", resident.id, at=room.now(), who=by,
                    after={"fields": changed, "form": entry.id},
                )  # fmt: skip
                session.flush()
            return self._corrections(session, entry)

    def _corrections(self, session: Session, entry: FormEntry) -> tuple[Correction, ...]:
        if entry.resident_id is None:
            return ()
        resident = resident_of(session, self._room, entry.resident_id)
        values = open_values(session, self._room, entry.values_sealed)
        found = {}
        for field in self.form(entry.form).fields:
            target = RECORD.get(field.source)
            said = values.get(field.name)
            if target is None or not isinstance(said, str) or not said.strip():
                continue
            known = str(getattr(resident, target))
            if said.strip() != known:
                found[target] = Correction(target, known, said.strip())
        return tuple(found.values())

    # Reading.

    def _views(self, query: Select[FormEntry]) -> tuple[EntryView, ...]:
        """Those found; without those whose definition has a fault now."""
        sound = self.all()
        with self._room.reading() as session:
            found = session.scalars(query).all()
            return tuple(self._view(session, entry) for entry in found if entry.form in sound)

    def _today(self) -> date:
        return self._room.day(self._room.now())

    def _entry(self, session: Session, entry_id: int) -> FormEntry:
        found = session.get(FormEntry, entry_id) if 0 < entry_id <= LARGEST_ID else None
        if found is None or found.centre != self._room.centre:
            raise Refusal("There is no form {entry} being filled in.", "Begin it again.", entry=entry_id)
        return found

    def _open(self, session: Session, entry_id: int) -> FormEntry:
        """An entry, locked, that is not finished."""
        self._entry(session, entry_id)
        entry = session.get_one(FormEntry, entry_id, with_for_update=True, populate_existing=True)
        if entry.done_at is not None:
            raise Refusal("This form is finished.", "Begin a new one for what has changed.")
        return entry

    def _view(self, session: Session, entry: FormEntry) -> EntryView:
        from forms.validate import NEEDED, check

        form, room = self.form(entry.form), self._room
        values = _known(form, open_values(session, room, entry.values_sealed))
        expected = check(form, values, today=self._today())
        return EntryView(
            id=entry.id, form=entry.form, title=form.title, values=values,
            sources=self._sources(session, entry, form, values),
            errors={
                name: FieldError(one.en, one.zh, one.row, one.column, one is NEEDED) for name, one in expected.items()
            },
            case_id=entry.case_id,
            handling_id=entry.handling_id, resident_id=entry.resident_id, done=entry.done_at is not None,
            changed_at=room.local(entry.changed_at), changed_by=self._changed_by(session, entry), version=entry.version,
        )  # fmt: skip

    def _changed_by(self, session: Session, entry: FormEntry) -> str:
        """The name of who changed it last; their code if they are not of this centre, "" where nobody said."""
        return names_of(session, self._room, [entry.changed_by]).get(entry.changed_by, entry.changed_by)

    def _sources(
        self, session: Session, entry: FormEntry, form: Form, values: Mapping[str, object]
    ) -> dict[str, str]:  # fmt: skip
        """Where each value comes from that stands as it was filled in; "" of those somebody typed is left out."""
        known = values_of(form, known_facts(session, self._room, subject_of_entry(session, self._room, entry),
                                            entry.begun_at, entry.begun_by))  # fmt: skip
        return {
            field.name: field.source.partition(".")[0]
            for field in form.fields
            if field.name in values and values[field.name] == known.get(field.name)
        }


def _draft(session: Session, room: Room, form: str, subject: Subject) -> FormEntry | None:
    """The draft of that form for that subject, if there is one; nobody else's."""
    query = select(FormEntry).where(
        FormEntry.centre == room.centre, FormEntry.form == form, FormEntry.done_at.is_(None)
    )
    if subject.case is not None:
        query = query.where(FormEntry.case_id == subject.case.id)
    elif subject.handling is not None:
        query = query.where(FormEntry.handling_id == subject.handling.id)
    elif subject.resident is not None:
        query = query.where(
            FormEntry.resident_id == subject.resident.id, FormEntry.case_id.is_(None), FormEntry.handling_id.is_(None)
        )
    else:
        return None
    return session.scalars(query.order_by(FormEntry.id.desc()).limit(1)).one_or_none()


def _held(session: Session, subject: Subject) -> Subject:
    """The same; nobody merges or erases the resident until the verb ends. Who was merged just now is that other one."""
    if subject.resident is None:
        return subject
    session.refresh(subject.resident, with_for_update=REFERRED)
    return replace(subject, resident=living(session, subject.resident))


def _labels(form: Form, names: Iterable[str]) -> InBoth:
    """Fields as a person calls them."""
    fields = [form.field(name) for name in names]
    return InBoth(", ".join(one.label_en for one in fields), zh.LIST_COMMA.join(one.label for one in fields))


def _known(form: Form, values: Mapping[str, object]) -> dict[str, object]:
    """What the form has a field for: a definition may have changed since the draft was begun."""
    return {field.name: values[field.name] for field in form.fields if field.name in values}


def _field(form: Form, name: str) -> Field:
    try:
        return form.field(name)
    except KeyError:
        raise Refusal(
            "The form {form} has no field {fields}.", "See: onewindow form fields", form=form.name, fields=name[:60]
        ) from None


def _taken(field: Field, value: object) -> object:
    """A value as it is kept: text, or rows of texts. Raises Refusal for anything else."""
    from forms.validate import normal

    if isinstance(value, str) and field.type != "table":
        return normal(field, value)
    if field.type == "table" and isinstance(value, list | tuple) and all(isinstance(row, Mapping) for row in value):
        known = {column.name for column in field.columns}
        return [{str(name): str(said) for name, said in row.items() if name in known} for row in value]
    raise Refusal(
        "The value of {field} is of another kind.",
        "Give text, or rows of a table.",
        field=InBoth(field.label_en, field.label),
    )


def _check_size(values: Mapping[str, object]) -> None:
    if sum(len(str(value)) for value in values.values()) > MOST_CHARACTERS:
        raise Refusal("The form says more than it holds.", "Write at most {most} characters.", most=MOST_CHARACTERS)
