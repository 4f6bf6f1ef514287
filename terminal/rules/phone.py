"""Telephone numbers of the mainland: mobile numbers, which can be written to, and landlines, which can only be called.

A mobile number has eleven digits and begins with 1 and 3 to 9; a landline seven or eight and perhaps an area code with
its 0 and an extension (numbering plan of the ministry, 电信网编号计划). Nothing here ever raises.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

_BETWEEN: Final = re.compile(r"[\s\-‐‑–—−().·]+")  # what people put between digits
_EXTENSION: Final = re.compile(r"(?:转|分机|EXT\.?|X|#)(\d{1,6})$")
_LAST_GROUP: Final = re.compile(r"\d[-‐‑–—−](\d{1,6})$")  # 028-8272 1234-801
_COUNTRY: Final = re.compile(r"^(?:\+|00)?86(?=1[3-9]\d{9}$)|^(?:\+|00)86(?=[1-9]\d{8,10}$)")
_MOBILE: Final = re.compile(r"1[3-9]\d{9}")
_AREA: Final = r"0(?:10|2\d|[3-9]\d{2})"
_LANDLINE: Final = re.compile(rf"(?:{_AREA})?[2-8]\d{{6,7}}(?:-\d{{1,6}})?")
LONGEST: Final = 24  # what a telephone column holds


class PhoneKind(StrEnum):
    """What a number reaches."""

    MOBILE = "mobile"
    LANDLINE = "landline"


def normalised(text: str) -> str:
    """As it is stored and compared: plain digits without country code or blanks; an extension stands behind a hyphen.

    What is no number comes out as it went in, without blanks around it.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    for spelled in (_with_extension(plain), _BETWEEN.sub("", plain)):
        if spelled is not None and _kind(found := _home(spelled)) is not None:
            return found
    return text.strip()


def kind(text: str) -> PhoneKind | None:
    """What a number reaches, however it is written; None when it is no telephone number."""
    return _kind(normalised(text))


def is_mobile(text: str) -> bool:
    """Whether a message can be sent to it."""
    return kind(text) is PhoneKind.MOBILE


def masked(text: str) -> str:
    """138****5276: as it is shown. Of another number the last four at most."""
    number = normalised(text)
    if _kind(number) is PhoneKind.MOBILE:
        return f"{number[:3]}****{number[7:]}"
    shown = min(4, len(number) // 2)
    return "*" * (len(number) - shown) + (number[-shown:] if shown else "")


def _kind(number: str) -> PhoneKind | None:
    if _MOBILE.fullmatch(number):
        return PhoneKind.MOBILE
    return PhoneKind.LANDLINE if _LANDLINE.fullmatch(number) else None


def _with_extension(plain: str) -> str | None:
    """The same with a bare number before one hyphen; None when it is written without an extension."""
    found = _EXTENSION.search(_BETWEEN.sub("", plain))
    if found is not None:
        head = _BETWEEN.sub("", plain)[: found.start()]
        return f"{head}-{found.group(1)}"
    last = _LAST_GROUP.search(plain)
    if last is None:
        return None
    head = _BETWEEN.sub("", plain[: last.start() + 1])
    # 028-82721234 ends in a number, not in an extension: what stands before has to be a whole number by itself.
    return f"{head}-{last.group(1)}" if _LANDLINE.fullmatch(_home(head)) else None


def _home(number: str) -> str:
    """Without the country's code; a landline behind it gets the area code's 0 back."""
    without = _COUNTRY.sub("", number)
    if without != number and not _MOBILE.fullmatch(without):
        return f"0{without}"
    return without
