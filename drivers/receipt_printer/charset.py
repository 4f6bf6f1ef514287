"""Characters as a Chinese receipt printer knows them: bytes, widths, and where a line may break.

A character of the ROM is one byte and one column (ASCII) or two bytes and two columns (GBK, where even Greek letters
and dashes are full width). Whatever the ROM lacks is drawn by us, see ``glyphs``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

GETA: Final = "〓"  # the printer's mark for type that is missing; GBK A1FE
NOT_FIRST: Final = frozenset("，。、；：？！）》〉」』】〕”’…—–～·％℃,.;:?!)]}%")  # a line never begins with these
NOT_LAST: Final = frozenset("（《〈「『【〔“‘￥([{¥–")  # and never ends with these
PHRASE_ENDS: Final = frozenset(" ，。；：、")
KNOWN: Final = 4096  # characters remembered: a slip asks for each of its few hundred many times over
EXTENSION_A: Final = range(0x3400, 0x4DB6)  # the four-byte hanzi that GB18030 ROMs have


def clean(text: str) -> str:
    """Text that is safe to print: no control characters (they would become commands), nothing of zero width.

    Line breaks become ``\\n``, tabs a space, lone surrogates a geta mark.
    """
    lines = "\n".join(text.splitlines())
    return "".join(_printable(char) for char in lines)


def _printable(char: str) -> str:
    if char == "\n" or " " <= char <= "~":
        return char
    category = unicodedata.category(char)
    if char == "\t" or category == "Zs":
        return "\u3000" if char == "\u3000" else " "
    if category in {"Cc", "Cf", "Mn", "Me"}:
        return ""
    return GETA if category == "Cs" else char


@lru_cache(KNOWN)
def native(char: str, charset: str) -> bytes | None:
    """The bytes by which the printer's own type prints one cleaned character; None when it must be drawn."""
    if char <= "~":
        return char.encode("ascii")
    if charset == "none":
        return None
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return char.encode("gb18030") if charset == "gb18030" and ord(char) in EXTENSION_A else None


def columns(text: str) -> int:
    """How many columns of 12 dots cleaned text takes at single width, the same on every printer."""
    return sum(_columns_of(char) for char in text)


@lru_cache(KNOWN)
def _columns_of(char: str) -> int:
    if char <= "~":
        return 1
    if native(char, "gbk") is not None:
        return 2
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Cleaned text as lines of at most ``width`` columns (at least two), later ones indented by ``hang`` columns.

    Text of two lines breaks after a phrase if it can, in the middle if it has the choice. Else breaks are at spaces and
    between Chinese characters; words and numbers stay whole where they fit, and no closing mark comes first, no opening
    mark last on a line. Own line breaks stay.
    """
    hang = min(hang, max(0, width - 2))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        halves = _halves(paragraph, width, hang)
        if halves is not None:
            lines += halves
            continue
        line, indent = "", ""
        for unit in _units(paragraph, width - hang):
            if columns(indent + line + unit.rstrip(" ")) > width:
                if line.strip(" "):
                    lines.append((indent + line).rstrip(" "))
                    indent = " " * hang
                line = ""
            line += unit.lstrip(" ") if indent and not line else unit
        lines.append((indent + line).rstrip(" "))
    return lines


def _halves(paragraph: str, width: int, hang: int) -> tuple[str, str] | None:
    """Two lines that part at a space, a comma or a bracket, as equal as can be; None unless two lines are enough."""
    if columns(paragraph) <= width or columns(paragraph) > 2 * width:
        return None
    breaks = [at for at, char in enumerate(paragraph, 1) if _parts(char, paragraph[at:].strip())]
    pairs = [(paragraph[:at].rstrip(), " " * hang + paragraph[at:].strip()) for at in breaks]
    longest = {pair: max(columns(line) for line in pair) for pair in pairs if pair[1][hang] not in NOT_FIRST}
    best = min(longest, key=longest.__getitem__, default=None)
    return best if best is not None and longest[best] <= width else None


def _parts(char: str, rest: str) -> bool:
    return bool(rest) and (char in PHRASE_ENDS or rest[0] in "（《")


def _units(paragraph: str, width: int) -> list[str]:
    """What must stay together, in order: words, runs of space, hanzi with the marks that cling to them."""
    units: list[str] = []
    for char in paragraph:
        if units and _clings(units[-1][-1], char) and columns(units[-1] + char) <= width:
            units[-1] += char
        else:
            units.append(char)
    return units


def _clings(before: str, char: str) -> bool:
    if before == " " or char == " ":
        return char == " "
    if char in NOT_FIRST or before in NOT_LAST:
        return True
    return before <= "~" and char <= "~"
