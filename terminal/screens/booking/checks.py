"""What is wrong with a resident as far as typed: said beside the field, before the office would refuse it. No Qt.

Forms and check digits are ``terminal.rules``'; nothing here keeps or logs what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from terminal.office.booking_views import ResidentEntry, ResidentView
from terminal.rules import id_number, phone
from terminal.rules.id_number import NumberFault

LENGTH: Final = 18

Finding = Literal["", "short", "form", "birth", "check", "good", "landline", "needed"]


def number_finding(text: str) -> Finding:
    """Of an ID number: "" empty, short (more is to come), form, birth, check, or good."""
    number = id_number.normalised(text)
    if not number:
        return ""
    fault = id_number.fault(number)
    if fault is None:
        return "good"
    if fault is NumberFault.FORM:
        return "short" if len(number) < LENGTH and number.isdecimal() else "form"
    return "birth" if fault is NumberFault.BIRTH else "check"


def phone_finding(text: str) -> Finding:
    """Of a telephone number: "" empty, short, form, landline (nothing can be written to it), or good."""
    number = phone.normalised(text)
    if not number:
        return ""
    if phone.is_mobile(number):
        return "good"
    if phone.kind(number) is not None:
        return "landline"
    return "short" if number.isdecimal() and len(number) < 11 else "form"


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """The resident as entered so far. ``known`` is who was found; ``number`` "" leaves that one's as it is."""

    name: str = ""
    number: str = ""
    phone: str = ""
    known: ResidentView | None = None

    @property
    def entry(self) -> ResidentEntry:
        """What the office takes."""
        return ResidentEntry(self.name, self.number, self.phone)

    def lacks(self) -> tuple[str, ...]:
        """Which of name, number, phone stand against booking: missing or wrong. () when it is complete."""
        found = []
        if not self.name.strip():
            found.append("name")
        number, call = number_finding(self.number), phone_finding(self.phone)
        if number not in ("", "good") or self._cannot_be_told():
            found.append("number")
        if call not in ("", "good", "landline") or (not number and not call):
            found.append("phone")
        return tuple(found)

    def _cannot_be_told(self) -> bool:
        """Somebody found, with another name or telephone, is known again by the ID number alone."""
        known = self.known
        if known is None or self.number:
            return False
        same = self.name.strip() == known.name and phone.normalised(self.phone) == known.phone
        return not same

    @property
    def needs_number(self) -> bool:
        """Whether the ID number is asked for because the person found was changed."""
        return self._cannot_be_told()

    def __repr__(self) -> str:
        return "<Person>"
