"""The documents a resident is known by, and the form of each one's number.

SOURCE: GB 11643 (the citizen's number, also on the residence permits of Hong Kong, Macao and Taiwan residents and, from
2023, on foreigners' permanent residence cards); the exit and entry administration's forms of the travel permits: H or M
and eight digits, two more on older ones; eight digits, or ten and a letter on older ones. Passports: ICAO Doc 9303.
Nothing here ever raises.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Final

from terminal.rules import id_number
from terminal.rules.id_number import NumberFault


class DocumentKind(StrEnum):
    """What document a resident is known by."""

    RESIDENT = "resident"  # 居民身份证, GB 11643
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk-macao-permit"  # 港澳居民来往内地通行证
    TAIWAN_PERMIT = "taiwan-permit"  # 台湾居民来往大陆通行证
    FOREIGN_PERMANENT = "foreign-permanent"  # 外国人永久居留身份证


_FORMS: Final = {
    DocumentKind.PASSPORT: re.compile(r"(?=.*[0-9])[A-Z0-9]{5,15}"),
    DocumentKind.HK_MACAO_PERMIT: re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?"),
    DocumentKind.TAIWAN_PERMIT: re.compile(r"[0-9]{8}|[0-9]{10}[A-Z]?"),
}
_BETWEEN: Final = re.compile(r"[-‐‑–—−()/]")  # what is put between the parts of a permit's number


def normalised(kind: DocumentKind, text: str) -> str:
    """A number as it is stored and compared: plain capitals and digits."""
    plain = id_number.normalised(text)
    return _BETWEEN.sub("", plain) if kind in _FORMS else plain


def settled(kind: DocumentKind, number: str) -> DocumentKind:
    """The kind a number shows by itself: three letters and twelve digits are a foreigner's, whoever entered them."""
    if kind is DocumentKind.RESIDENT and id_number.is_former_foreign(number):
        return DocumentKind.FOREIGN_PERMANENT
    return kind


def fault(kind: DocumentKind, number: str) -> NumberFault | None:
    """What is wrong with a normalised number of that kind; None for a good one."""
    form = _FORMS.get(kind)
    if form is None:
        return id_number.fault(number)
    return None if form.fullmatch(number) else NumberFault.FORM


def birth_of(kind: DocumentKind, number: str) -> date | None:
    """The date of birth that a good number tells; None for one that tells none."""
    known = _citizens(kind, number)
    return known.birth if known else None


def sex_of(kind: DocumentKind, number: str) -> str:
    """male or female as a good number tells; "" for one that tells nothing."""
    known = _citizens(kind, number)
    return known.sex if known else ""


def key(kind: DocumentKind, number: str) -> str:
    """What a number is one by: two kinds of document may carry the same digits. The citizen's needs no kind."""
    return f"{kind}/{number}" if kind in _FORMS else number


def keys_of(text: str) -> tuple[str, ...]:
    """Under which keys a text may be known as a whole number; none when it is no number of any kind.

    A text without a digit is a name, and four characters are the last four.
    """
    found = []
    for kind in (DocumentKind.RESIDENT, *_FORMS):
        number = normalised(kind, text)
        sound = fault(kind, number)
        if sound is None or (kind is DocumentKind.RESIDENT and sound is not NumberFault.FORM):
            found.append(key(kind, number))
    return tuple(found)


def _citizens(kind: DocumentKind, number: str) -> id_number.IdNumber | None:
    return None if kind in _FORMS else id_number.parse(number)
