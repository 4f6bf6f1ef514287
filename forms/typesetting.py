"""Chinese text set into lines of a width.

SOURCE: GB/T 15834-2011 5.1 and W3C "Requirements for Chinese Text Layout" (clreq) 3.1: a closing mark does not begin a
line, an opening one does not end it; dashes and ellipses of two are not parted. Latin words and figures are not torn
unless one alone is longer than a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from forms.pdf import Sheet, advances

CLOSING: Final = frozenset("，。、；：？！）］｝〕】》〉」』〗〙〛”’…—·～‰％℃!),.:;?]}%¢°′″")
TICKED: Final = "☑"  # drawn by us, as the typeface lacks it
_TICK: Final = "✓"
OPENING: Final = frozenset("（［｛〔【《〈「『〖〘〚“‘([{￥¥＄$□№" + TICKED)
_PAIRS: Final = "——|……"
# A word: what is written without spaces and is not Chinese. Dashes of figures (08:00–18:00) belong to it.
_WORD: Final = r"[^\s⺀-\U0010FFFF“”‘’…—·×□☑①-⓿■-◿℃‰№→-⇿]+"
_COUNTED: Final = r"\d[\d,.]* [份个张人项件天页元次孩周岁]"  # "1 份"
_TOKEN: Final = re.compile(rf"{_PAIRS}|{_COUNTED}|[□{TICKED}]\S*|{_WORD}|[^\S\n]+|.", re.DOTALL)
# Marks with half a character of blank, before or behind them: where two blanks meet, or one stands within a row of
# marks or begins a line, it goes. SOURCE: clreq 3.1.6.1 and 3.1.6.3, adjacent punctuation and that of line starts.
_BLANK_BEFORE: Final = "（［｛〔【《〈「『〖“‘"
_BLANK_BEHIND: Final = "，。、；：）］｝〕】》〉」』〗”’"
_ADJACENT: Final = re.compile(
    f"(?<=[{_BLANK_BEHIND}])(?=[{_BLANK_BEHIND}{_BLANK_BEFORE}])|(?<=[{_BLANK_BEFORE}])(?=[{_BLANK_BEFORE}])"
)
_HALF: Final = 0.5  # of the size
_LONE: Final = 2.1  # of the size: the width of a last line that is one character and its mark
_FEW: Final = 8  # clusters of a line from which none is taken
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_WIDEST_GAP: Final = 0.2  # of the size, between two characters of a justified line; more would tear it apart


@dataclass(frozen=True, slots=True)
class Line:
    """A line set: pieces with their offsets and the space after each character; how wide it is in all."""

    runs: tuple[tuple[float, str, float], ...]
    width: float
    text: str

    def draw(self, sheet: Sheet, x: float, y: float, size: float, *, bold: bool = False) -> None:
        """Onto the sheet, ``y`` its baseline."""
        if TICKED not in self.text:
            sheet.runs(x, y, self.runs, size, bold=bold)
            return
        setter = Setter(size, bold=bold)
        plain: list[tuple[float, str, float]] = []
        for offset, text, space in self.runs:
            at = offset
            for piece in re.split(f"({TICKED})", text):
                if piece == TICKED:
                    _tick(sheet, x + at, y, size)
                elif piece:
                    plain.append((at, piece, space))
                at += setter.width(piece) + len(piece) * space
        sheet.runs(x, y, plain, size, bold=bold)


def _tick(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A box like the empty one of the typeface, with a tick that reaches out of it: legible in black and white."""
    sheet.box(x + size * 0.115, y - size * 0.765, size * 0.77, size * 0.77, size * 0.045)
    sheet.runs(x + size * 0.1, y + size * 0.02, ((0.0, _TICK, 0.0),), size * 1.25, bold=True)


class Setter:
    """Sets text of one size and weight."""

    __slots__ = ("_advances", "_missing", "size")

    def __init__(self, size: float, *, bold: bool = False) -> None:
        self.size = size
        self._advances, self._missing = advances(bold=bold)

    def width(self, text: str) -> float:
        """How wide a text is, in points."""
        get, missing = self._advances.get, self._missing
        return sum([get(ord(char), missing) for char in text]) * self.size / 1000

    def line(self, text: str) -> Line:
        """All of it on one line, whatever its width."""
        if not (text and text[0] in _BLANK_BEFORE) and _ADJACENT.search(text) is None:
            return Line(((0.0, text, 0.0),), self.width(text), text)
        return self._set(_ADJACENT.split(text), 0.0, 0.0)

    def longest(self, text: str) -> float:
        """How wide the widest word is: what cannot be broken without tearing it."""
        if self.width(text) <= self.size:
            return 0.0
        return max((self.width(word) for word in _TOKEN.findall(clean(text)) if len(word) > 1), default=0.0)

    def lines(self, text: str, width: float, *, indent: float = 0, justified: bool = False) -> list[Line]:
        """The text in lines of at most ``width``; at least one, empty for no text. ``indent`` of each first line."""
        found: list[Line] = []
        for paragraph in clean(text).split("\n"):
            if not indent and self.width(paragraph) <= width:
                found.append(self.line(paragraph.strip()))
                continue
            parted = list(self._broken(paragraph, width, indent))
            if justified:
                self._lengthen_last(parted)
            for place, clusters in enumerate(parted):
                atoms = [atom for cluster in clusters for atom in cluster]
                start = indent if place == 0 else 0.0
                stretch = justified and place < len(parted) - 1
                found.append(self._set(atoms, start, width if stretch else 0))
        return found

    def _broken(self, text: str, width: float, indent: float) -> Iterator[list[list[str]]]:
        """The clusters of each line: Chinese characters, words, blanks."""
        line: list[list[str]] = []
        used = indent
        for cluster in self._fitting(text, width - indent):
            wide = sum([self.width(atom) for atom in cluster])
            if line and used + wide > width + 0.01 and not cluster[0].isspace():
                yield _trimmed(line)
                line, used = [], 0.0
            if line or not cluster[0].isspace():
                line.append(cluster)
                used += wide
        yield _trimmed(line)

    def _lengthen_last(self, lines: list[list[list[str]]]) -> None:
        """A last line of a lone character gets company from the line before."""
        if len(lines) < 2 or len(lines[-2]) < _FEW or self.width("".join(map("".join, lines[-1]))) >= _LONE * self.size:
            return
        if len(lines[-2][-1]) == len(lines[-2][-1][0]) == 1:  # one Chinese character
            lines[-1].insert(0, lines[-2].pop())

    def _fitting(self, text: str, width: float) -> Iterator[list[str]]:
        """Clusters that are no wider than a line: a longer word is torn, a longer row of marks is no cluster."""
        for cluster in _clusters(_TOKEN.findall(text)):
            if sum([self.width(atom) for atom in cluster]) <= width or cluster[0].isspace():
                yield cluster
                continue
            for smaller in _clusters([char for atom in cluster for char in atom]):
                if sum([self.width(atom) for atom in smaller]) <= width:
                    yield smaller
                else:
                    yield from ([char] for char in smaller)

    def _set(self, atoms: Sequence[str], start: float, width: float) -> Line:
        """A line of atoms from ``start``; with a ``width`` it is spread out to reach it."""
        widths = [self.width(atom) for atom in atoms]
        if atoms and not start and atoms[0][0] in _BLANK_BEFORE:
            start -= self.size * _HALF  # its blank is no indent
        closer = _closer(atoms)
        for place in closer:
            widths[place - 1] -= self.size * _HALF
        natural = start + sum(widths)
        gaps = sum(1 for atom in atoms[1:] if not atom.isspace())
        gap = (width - natural) / gaps if width and gaps else 0.0
        if gap < 0 or gap > self.size * _WIDEST_GAP:
            gap = 0.0
        runs: list[tuple[float, str, float]] = []
        at = start
        joinable = False
        for place, (atom, wide) in enumerate(zip(atoms, widths, strict=True)):
            single = len(atom) == 1
            if runs and place not in closer and (not gap or (joinable and single)):
                runs[-1] = (runs[-1][0], runs[-1][1] + atom, runs[-1][2])
            else:
                runs.append((at, atom, gap if single else 0.0))
            blank_next = place + 1 < len(atoms) and atoms[place + 1].isspace()
            at += wide + (0.0 if blank_next else gap)
            joinable = single and not blank_next
        return Line(tuple(runs), natural + gap * gaps, "".join(atoms))


def clean(text: str) -> str:
    """The text without what has no place on paper: control characters and the selectors of variants, which the typeface
    has not and would show as boxes; tabs as blanks, line ends as \\n.
    """
    if text.isprintable() and _SELECTORS.search(text) is None:
        return text
    plain = "\n".join(text.replace("\t", " ").splitlines())
    # Not isprintable() by character: names in blocks younger than this Python would lose theirs.
    plain = _SELECTORS.sub("", plain)
    return "".join(char for char in plain if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def _clusters(tokens: Sequence[str]) -> list[list[str]]:
    """What may not be parted: an opening mark and what follows, what precedes and its closing marks."""
    found: list[list[str]] = []
    for token in tokens:
        after_opening = bool(found) and found[-1][-1][-1] in OPENING
        if found and (after_opening or token[0] in CLOSING) and not found[-1][-1].isspace() and not token.isspace():
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _closer(atoms: Sequence[str]) -> frozenset[int]:
    """Which atoms stand half a character closer to the one before."""
    if _ADJACENT.search("".join(atoms)) is None:
        return frozenset()
    pairs = enumerate(pairwise(atoms), 1)
    return frozenset(place for place, (one, other) in pairs if _ADJACENT.search(one[-1] + other[0]))


def _trimmed(line: list[list[str]]) -> list[list[str]]:
    end = len(line)
    while end and line[end - 1][0].isspace():
        end -= 1
    return line[:end]
