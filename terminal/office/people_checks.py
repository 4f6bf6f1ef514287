"""What somebody says of a resident, checked and brought to the form in which it is stored and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from terminal.errors import Refusal
from terminal.office.entered_words import said
from terminal.office.people_views import PersonEntry
from terminal.rules import documents, person_name, phone
from terminal.rules.documents import DocumentKind
from terminal.rules.id_number import NumberFault
from terminal.rules.person_name import LONGEST_NAME

EARLIEST: Final = date(1850, 1, 1)  # nobody alive was born before
SEXES: Final = ("", "male", "female")
LONGEST: Final = {"nation": 30, "address": 200, "community": 60, "note": 200}
_EXAMPLES: Final = {
    DocumentKind.PASSPORT: "Enter the letters and digits of the passport's number.",
    DocumentKind.HK_MACAO_PERMIT: "Enter H or M and the eight or ten digits as they stand on the permit.",
    DocumentKind.TAIWAN_PERMIT: "Enter the eight or ten digits as they stand on the permit.",
}


@dataclass(frozen=True, slots=True, repr=False)
class Checked:
    """A resident as stored. Fields that say nothing are empty; birth and sex are the number's where it tells them."""

    name: str
    kind: DocumentKind
    number: str
    phone: str
    birth: date | None
    sex: str
    nation: str
    address: str
    community: str
    note: str

    def __repr__(self) -> str:
        return "<Checked>"


def checked(entry: PersonEntry, today: date) -> Checked:
    """Somebody who is entered. Raises Refusal, which repeats nothing of the entry."""
    found = checked_fields(entry, today)
    if not found.name:
        raise Refusal("The name is missing.", "Enter the name as it stands on the ID card.")
    if not found.number and not found.phone:
        raise Refusal(
            "Neither an ID number nor a telephone number was given.",
            "Enter one of them: nobody can be known or called by a name alone.",
        )
    return found


def checked_fields(entry: PersonEntry, today: date) -> Checked:
    """The same for a correction: what it says has to be right, it need not say everything."""
    kind, number = _number(entry)
    call = phone.normalised(entry.phone)
    if call and phone.kind(call) is None:
        raise Refusal(
            "This is no telephone number.", "Enter a mobile number of 11 digits, or a landline with its area code."
        )
    lines = {field: said(getattr(entry, field), most) for field, most in LONGEST.items()}
    told = documents.birth_of(kind, number) if number else None
    if told is not None and told > today:
        raise _no_birth()
    return Checked(
        name=_name(entry.name), kind=kind, number=number, phone=call, birth=told or _birth(entry.birth, today),
        sex=(documents.sex_of(kind, number) if number else "") or _sex(entry.sex),
        **lines,
    )  # fmt: skip


def _name(text: str) -> str:
    name = person_name.plain(text)
    if person_name.has_private(name):
        raise Refusal(
            "The name has a character that only one program's own font knows.",
            "Look the character up in an input method that knows Unicode, and enter that one.",
        )
    if len(name) > LONGEST_NAME or not person_name.is_written(name):
        raise Refusal("This is no name.", "Enter at most {most} characters in one line.", most=LONGEST_NAME)
    return name


def _number(entry: PersonEntry) -> tuple[DocumentKind, str]:
    try:
        kind = DocumentKind(entry.document)
    except ValueError:
        raise Refusal(
            "There is no document {kind}.", "Use one of: {known}.",
            kind=entry.document[:40], known=", ".join(DocumentKind),
        ) from None  # fmt: skip
    number = documents.normalised(kind, entry.number)
    if not number:
        return kind, ""
    kind = documents.settled(kind, number)
    fault = documents.fault(kind, number)
    if fault is NumberFault.FORM and kind in _EXAMPLES:
        raise Refusal("This is no number of that document.", _EXAMPLES[kind])
    if fault is NumberFault.FORM:
        raise Refusal("This is no ID number.", "Enter the 18 characters as they stand on the card.")
    if fault is NumberFault.BIRTH:
        raise _no_birth()
    if fault is NumberFault.CHECK:
        raise Refusal("A digit of the ID number is wrong.", "Compare it with the card, digit by digit.")
    return kind, number


def _no_birth() -> Refusal:
    return Refusal("The ID number names a date of birth that there is not.", "Compare digits 7 to 14 with the card.")


def _birth(born: date | None, today: date) -> date | None:
    if born is not None and not EARLIEST <= born <= today:
        raise Refusal("Nobody was born on that day.", "Enter the date of birth as it stands on the document.")
    return born


def _sex(sex: str) -> str:
    if sex not in SEXES:
        raise Refusal("The sex is male or female, or is not said.", "Choose one of them, or leave it out.")
    return sex
