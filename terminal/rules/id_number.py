"""The citizen identity number (GB 11643): area, birth, serial number, check digit.

Foreigners' permanent residence cards of 2023 carry a number of the same form that begins with 9; those before it, and
still valid, three letters and twelve digits without a check digit that is public. Nothing here ever raises.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_DIGITS: Final = "10X98765432"  # by the weighted sum modulo 11 (ISO 7064 MOD 11-2)
_FORM: Final = re.compile(r"[1-9][0-9]{16}[0-9X]")
_WITHIN: Final = re.compile(r"(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])")
_FORMER_FOREIGN: Final = re.compile(r"[A-Z]{3}[0-9]{12}")
_EARLIEST: Final = 1850  # nobody alive was born before; a year like 0990 is a slip
_SHOWN: Final = 4  # characters at each end of a masked number


class NumberFault(StrEnum):
    """What is wrong with a number, the first that is."""

    FORM = "form"  # not seventeen digits and a check digit
    BIRTH = "birth"  # no such day
    CHECK = "check"  # a digit was mistaken


@dataclass(frozen=True, slots=True, repr=False)
class IdNumber:
    """A number of the right form, taken apart. ``area`` are its first six digits; ``birth`` None for no such day."""

    text: str
    birth: date | None
    valid: bool

    @property
    def area(self) -> str:
        """Where it was given out (GB/T 2260), or 9 and province and country for a foreigner."""
        return self.text[:6]

    @property
    def is_foreign(self) -> bool:
        """Whether it is a foreigner's of 2023."""
        return self.text[0] == "9"

    @property
    def sex(self) -> str:
        """male for an odd serial number, female for an even one."""
        return "male" if int(self.text[16]) % 2 else "female"

    def __repr__(self) -> str:
        return f"<IdNumber {'valid' if self.valid else 'not valid'}>"


def normalised(text: str) -> str:
    """As it is stored and compared: plain digits, no blanks, a capital X."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in plain if not letter.isspace())


def check_digit(first: str) -> str:
    """The last character that belongs to the first seventeen digits."""
    return _DIGITS[sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True)) % 11]


def parse(text: str) -> IdNumber | None:
    """Take a number apart; None when it has not the form of one."""
    number = normalised(text)
    if not _FORM.fullmatch(number):
        return None
    birth = _birth(number[6:14])
    return IdNumber(number, birth, birth is not None and check_digit(number[:17]) == number[17])


def is_former_foreign(text: str) -> bool:
    """Whether it has the form of a foreigner's number before 2023: three letters of the country and twelve digits."""
    return _FORMER_FOREIGN.fullmatch(normalised(text)) is not None


def fault(text: str) -> NumberFault | None:
    """What is wrong with a number; None for a good one."""
    if is_former_foreign(text):
        return None
    number = parse(text)
    if number is None:
        return NumberFault.FORM
    if number.birth is None:
        return NumberFault.BIRTH
    return None if number.valid else NumberFault.CHECK


def masked(text: str) -> str:
    """3301**********1234: as it is shown. A short one shows less."""
    number = normalised(text)
    shown = _SHOWN if len(number) > 3 * _SHOWN else len(number) // 4
    if shown == 0:
        return "*" * len(number)
    return number[:shown] + "*" * (len(number) - 2 * shown) + number[-shown:]


def without_numbers(text: str) -> str:
    """A text in which every number with a date of birth is cut to its last four: people name files after them."""
    return _WITHIN.sub(_cut, text)


def _cut(found: re.Match[str]) -> str:
    number = parse(found[0])
    return f"…{found[0][-_SHOWN:]}" if number is not None and number.birth is not None else found[0]


def _birth(digits: str) -> date | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born.year >= _EARLIEST else None
