"""Pinyin initials of people's names, by which they are found: 单晓华 → sxh, 欧阳华 → oyh."""

from __future__ import annotations

from typing import Final

from terminal.rules.initials import spelled

# Surnames that read otherwise than the character does elsewhere, and that the reader does not know by themselves.
# SOURCE: 新华字典, the readings marked 姓; where both readings are families' own, the commoner one.
_SURNAMES: Final = {
    "单": "s", "曾": "z", "解": "x", "仇": "q", "区": "o", "查": "z", "翟": "z", "乐": "y", "折": "s", "种": "c",
    "秘": "b", "繁": "p", "覃": "q", "祭": "z", "召": "s", "句": "g", "隗": "w", "阚": "k", "郇": "x", "单于": "cy",
}  # fmt: skip
_LONGEST_SURNAME: Final = 2
_LONGEST: Final = 60  # what the column holds: a name's compatibility letters may spell longer than they are written


def initials_of(name: str) -> str:
    """The initials a name is found by: a letter or digit for each character, those of Latin names whole.

    A character whose reading nobody knows is left out, so that the rest still finds its bearer. "" for none at all.
    """
    chars = "".join(char for char, _ in spelled(name))
    surname = next((chars[:n] for n in range(_LONGEST_SURNAME, 0, -1) if chars[:n] in _SURNAMES), "")
    return (_SURNAMES.get(surname, "") + _read(chars[len(surname) :]))[:_LONGEST]


def typed(text: str) -> str:
    """What somebody typed, as initials are compared: "Anna L" → annal."""
    return "".join(char for char, _ in spelled(text))


def _read(chars: str) -> str:
    if not chars:
        return ""
    if chars.isascii():
        return chars
    # Imported here: it costs 117 ms, and only entering somebody needs it.
    from pypinyin import Style, lazy_pinyin

    letters = "".join(lazy_pinyin(chars, style=Style.FIRST_LETTER, errors="default")).lower()
    return "".join(char for char in letters if char.isascii() and char.isalnum())
