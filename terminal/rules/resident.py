"""Who is being served, as a card says: the fields a form asks for, and what about them needs a second look.

``repr()`` of these tells nothing of a person. They live as long as the visit and are stored by nobody here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from terminal.rules import id_number
from terminal.rules.id_number import NumberFault


class Doubt(StrEnum):
    """What a person at the window should look at on the card itself."""

    EXPIRED = "expired"
    NOT_YET = "not_yet"  # valid from a later day on
    NUMBER_FORM = "number_form"
    NUMBER_CHECK = "number_check"
    BIRTH_DIFFERS = "birth_differs"  # from the number's
    SEX_DIFFERS = "sex_differs"
    NAME = "name"  # missing
    SEX = "sex"  # a code nobody knows, as all that follow
    NATION = "nation"
    BIRTH = "birth"
    VALIDITY = "validity"
    LETTERS = "letters"  # half a character was left out


@dataclass(frozen=True, slots=True, repr=False)
class ResidentFields:
    """A card's fields. ``document`` is resident, hmt-permit, foreign-2017 or foreign-2023.

    ``name`` is in Chinese characters, or the Latin one; ``sex`` male, female, unknown or unstated; ``nation`` a
    people's name, ``nationality`` three letters; ``until`` None with ``long_term`` for 长期. ``photo`` is in the card's
    own picture format. ``unread`` is what the reader could not take as it stands.
    """

    document: str
    name: str
    number: str
    latin: str = ""
    sex: str = "unknown"
    nation: str = ""
    nationality: str = ""
    birth: date | None = None
    address: str = ""
    issuer: str = ""
    since: date | None = None
    until: date | None = None
    long_term: bool = False
    travel_permit: str = ""
    photo: bytes = b""
    unread: frozenset[Doubt] = frozenset()

    def __repr__(self) -> str:
        return f"<ResidentFields {self.document}>"

    @property
    def masked_number(self) -> str:
        """The number as it is shown."""
        return id_number.masked(self.number)

    def age(self, today: date) -> int | None:
        """Full years; None without a date of birth, or for one that is still to come."""
        if self.birth is None or self.birth > today:
            return None
        had_birthday = (today.month, today.day) >= (self.birth.month, self.birth.day)
        return today.year - self.birth.year - (not had_birthday)

    def doubts(self, today: date) -> tuple[Doubt, ...]:
        """What needs a second look on that day, the weightiest first."""
        found = set(self.unread)
        if self.until is not None and self.until < today:
            found.add(Doubt.EXPIRED)
        if self.since is not None and self.since > today:
            found.add(Doubt.NOT_YET)
        found |= self._number_doubts()
        return tuple(doubt for doubt in Doubt if doubt in found)

    def _number_doubts(self) -> set[Doubt]:
        fault = id_number.fault(self.number)
        if fault is not None:
            return {Doubt.NUMBER_CHECK if fault is NumberFault.CHECK else Doubt.NUMBER_FORM}
        number = id_number.parse(self.number)
        if number is None:
            return set()  # a former foreigner's: its letters and digits are not ours to judge
        found = set()
        if self.birth is not None and number.birth != self.birth:
            found.add(Doubt.BIRTH_DIFFERS)
        if self.sex in ("male", "female") and number.sex != self.sex:
            found.add(Doubt.SEX_DIFFERS)
        return found
