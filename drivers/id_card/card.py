"""What a card says, from the bytes a reader hands over.

A card never raises here: what cannot be read is left empty and doubted. ``repr()`` of a card tells nothing of a person.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from drivers.id_card.codes import NATIONS, SEXES, UNKNOWN
from drivers.id_card.layouts import TEXT_BYTES, TYPE_AT, Layout

LONG_TERM: Final = "长期"


class Doubt(StrEnum):
    """What of a card could not be taken as it stands."""

    NAME = "name"  # there is none
    SEX = "sex"  # a code that is not in GB/T 2261.1
    NATION = "nation"  # a code that is not in GB/T 3304
    BIRTH = "birth"  # no date
    VALIDITY = "validity"  # no dates
    LETTERS = "letters"  # half a character, such as one cut off at a field's end


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """A card's text, cleaned, and its picture and fingerprints as they came.

    ``kind`` is resident, hmt-permit, foreign-2017 or foreign-2023; ``name`` is in Chinese characters, and the Latin one
    when the card has no other; ``sex`` is male, female, unknown or unstated; ``nation`` is a people's name (汉);
    ``nationality`` three letters (GB/T 2659). ``photo`` are 1024 bytes of WLT, which only proprietary decoders read.
    """

    kind: str
    name: str
    number: str
    latin: str = ""
    sex: str = UNKNOWN
    nation: str = ""
    nationality: str = ""
    birth: date | None = None
    address: str = ""
    issuer: str = ""
    since: date | None = None
    until: date | None = None
    long_term: bool = False
    travel_permit: str = ""
    issues: str = ""
    former: str = ""
    photo: bytes = b""
    fingerprints: bytes = b""
    doubts: frozenset[Doubt] = frozenset()

    def __repr__(self) -> str:
        doubts = f", doubts: {', '.join(sorted(self.doubts))}" if self.doubts else ""
        return f"<Card {self.kind}{doubts}>"


class UnknownCard(ValueError):  # noqa: N818 - a state of the world, named as people say it
    """The card's text is laid out in a way nobody told us; ``kind`` is its type letter."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"cards of type {kind} are not known")
        self.kind = kind


def layout_of(text: bytes, layouts: Iterable[Layout]) -> Layout:
    """The layout of a card's 256 bytes of text. Raises UnknownCard for a type letter that is not ours.

    What stands there and is no letter is reserve of a domestic card: so read all sources.
    """
    known = {letter: layout for layout in layouts for letter in layout.types}
    letter = text[TYPE_AT : TYPE_AT + 2].decode("utf-16-le", "replace")
    if letter in known:
        return known[letter]
    if "A" <= letter <= "Z":
        raise UnknownCard(letter)
    return known[" "]


def read_card(layouts: Iterable[Layout], text: bytes, photo: bytes = b"", fingerprints: bytes = b"") -> Card:
    """The card of these bytes; text that is too short counts as blank at its end. Raises UnknownCard."""
    text = text[:TEXT_BYTES].ljust(TEXT_BYTES, b"\0")
    layout = layout_of(text, layouts)
    raw = {field: layout.cut(text, field) for field in layout.fields}
    if "latin_more" in raw:  # one name in two fields
        raw["latin"] = raw["latin"] + raw.pop("latin_more")
    words = {field: clean(data) for field, data in raw.items()}
    doubts = {Doubt.LETTERS} if any(has_halves(data) for data in raw.values()) else set()
    plain = {field: unicodedata.normalize("NFKC", word) for field, word in words.items()}
    latin = words.get("latin", "")
    name = words.get("name", "") or latin
    sex, nation = plain.get("sex", ""), plain.get("nation", "")
    birth, since, until = (read_date(plain.get(field, "")) for field in ("birth", "since", "until"))
    long_term = LONG_TERM in words.get("until", "")
    doubts |= {
        doubt
        for doubt, holds in (
            (Doubt.NAME, not name),
            (Doubt.SEX, sex not in SEXES),
            (Doubt.NATION, "nation" in raw and nation not in NATIONS),
            (Doubt.BIRTH, birth is None),
            (Doubt.VALIDITY, since is None or (until is None and not long_term)),
        )
        if holds
    }
    return Card(
        layout.kind, name, plain.get("number", "").upper(), latin, SEXES.get(sex, UNKNOWN), NATIONS.get(nation, ""),
        plain.get("nationality", "").upper(), birth, words.get("address", ""), words.get("issuer", ""), since, until,
        long_term, plain.get("travel_permit", ""), plain.get("issues", ""), plain.get("former", ""), photo,
        fingerprints, frozenset(doubts),
    )  # fmt: skip


def clean(data: bytes) -> str:
    """UTF-16LE without halves of characters, control characters, and blanks at its ends. Rare characters stay."""
    text = data.decode("utf-16-le", "ignore")
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs")).strip(" \u3000\ufeff")


def has_halves(data: bytes) -> bool:
    """Whether a half of a character is among the bytes."""
    return len(data.decode("utf-16-le", "ignore").encode("utf-16-le")) != len(data)


def read_date(digits: str) -> date | None:
    """A date of eight digits, or None."""
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
