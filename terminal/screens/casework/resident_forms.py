"""The small forms of a resident's record: the record itself, a need, a relative, a consent, a double."""

from __future__ import annotations

from datetime import date
from typing import Final

from terminal.office.people_views import PersonEntry, PersonView
from terminal.screens.casework import words
from terminal.screens.casework.fields_form import Field, FieldsForm, Values, day_of, text_of
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme

MAY_BE_EMPTY: Final = ("phone", "birth", "sex", "nation", "address", "community", "note")  # of the record's fields


def record_form(theme: Theme, person: PersonView | None) -> FieldsForm:
    """The record. The number stays as it is when none is entered; the office judges it."""
    documents = [(name, words.say(text)) for name, text in words.DOCUMENTS.items()]
    sexes = [("", "–"), ("female", words.sex("female")), ("male", words.sex("male"))]
    known = person.masked_number if person else ""
    fields = [
        Field("name", translate("Casework", "Name"), value=person.name if person else "", needed=True, longest=60),
        Field("document", translate("Casework", "Document"), "pick", person.document if person else "resident",
              parts=documents),
        Field("number", translate("Casework", "Document number"), hint=known, longest=24),
        Field("phone", translate("Casework", "Telephone"), value=person.phone if person else "", longest=24),
        Field("birth", translate("Casework", "Born"), "day", person.birth if person else None),
        Field("sex", translate("Casework", "Sex"), "choice", person.sex if person else "", parts=sexes),
        Field("nation", translate("Casework", "Ethnic group"), value=person.nation if person else "", longest=30),
        Field("address", translate("Casework", "Address"), value=person.address if person else ""),
        Field("community", translate("Casework", "Community"), value=person.community if person else "", longest=60),
        Field("note", translate("Casework", "Note"), "text", person.note if person else ""),
    ]  # fmt: skip
    title = translate("Casework", "Change the record") if person else translate("Casework", "Enter a resident")
    return FieldsForm(theme, title, translate("Casework", "Keep it"), fields)


def entry_of(values: Values) -> PersonEntry:
    """What was entered."""
    return PersonEntry(
        name=text_of(values, "name"), number=text_of(values, "number"), phone=text_of(values, "phone"),
        document=text_of(values, "document") or "resident", birth=day_of(values, "birth"), sex=text_of(values, "sex"),
        nation=text_of(values, "nation"), address=text_of(values, "address"), community=text_of(values, "community"),
        note=text_of(values, "note"),
    )  # fmt: skip


def need_form(theme: Theme, person: PersonView) -> FieldsForm:
    """A special need."""
    has = {one.need for one in person.needs}
    parts = [(name, words.say(text)) for name, text in words.NEEDS.items() if name not in has]
    first = parts[0][0] if parts else ""
    fields = [
        Field("need", translate("Casework", "Special need"), "choice", first, True, parts=parts or [("", "–")]),
        Field("detail", translate("Casework", "More about it"), longest=120),
    ]
    return FieldsForm(theme, translate("Casework", "A special need"), translate("Casework", "Keep it"), fields)


def link_form(theme: Theme, people: list[tuple[str, str]]) -> FieldsForm:
    """Somebody of the household or the family, of those that were found."""
    relations = [(name, words.say(text)) for name, text in words.RELATIONS.items()]
    parts = [("no", translate("Casework", "lives elsewhere")), ("yes", translate("Casework", "one household"))]
    fields = [
        Field("other", translate("Casework", "Who"), "pick", people[0][0] if people else "", True, parts=people),
        Field("relation", translate("Casework", "Relation to the resident"), "pick", "", True, parts=relations),
        Field("household", translate("Casework", "Household"), "choice", "no", parts=parts),
    ]
    return FieldsForm(theme, translate("Casework", "Household and family"), translate("Casework", "Keep it"), fields)


def consent_form(theme: Theme, today: date) -> FieldsForm:
    """What the resident agrees to."""
    purposes = [(name, words.say(text)) for name, text in words.PURPOSES.items()]
    hows = [(name, words.say(text)) for name, text in words.CONSENTED.items()]
    later = today.replace(year=today.year + 1, day=min(today.day, 28))
    fields = [
        Field("purpose", translate("Casework", "What for"), "choice", "service", parts=purposes),
        Field("how", translate("Casework", "How it was given"), "choice", "signed", parts=hows),
        Field("until", translate("Casework", "Until"), "day", later),
    ]
    return FieldsForm(theme, translate("Casework", "Consent"), translate("Casework", "Keep it"), fields)


def merge_form(theme: Theme, person: PersonView, people: list[tuple[str, str]]) -> FieldsForm:
    """Two entries that are one person."""
    said = translate("Casework", "Everything of the other entry moves to {name}. It can be undone.")
    fields = [
        Field("", said.format(name=person.name), "said"),
        Field(
            "gone", translate("Casework", "The other entry"), "pick", people[0][0] if people else "", True, parts=people
        ),
    ]
    title = translate("Casework", "The same person twice")
    return FieldsForm(theme, title, translate("Casework", "Merge them"), fields, kind="danger")


def find_form(theme: Theme, title: str) -> FieldsForm:
    """Whom to look for first."""
    label = translate("Casework", "Name, initials, number, last four or telephone")
    return FieldsForm(theme, title, translate("Casework", "Look up"), [Field("words", label, needed=True)])
