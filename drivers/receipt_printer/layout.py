"""Where words stand on the paper: from a slip's parts to rows of words with positions, for one profile.

Pure arithmetic in columns and dots; no bytes, no drawing. Positions are dots from the left edge of the printed width.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from drivers.receipt_printer.charset import clean, columns, wrap
from drivers.receipt_printer.profile import COLUMN_DOTS, Profile
from drivers.receipt_printer.slip import Align, Cell, Columns, Rule, RuleStyle, Text

DIVIDER: Final = "│"  # GBK A9A6: two dots over the full height of its cell
SOLID: Final = "─"  # GBK A9A4: two dots over the full width of its cell
DASHED: Final = "┄"  # GBK A9A8: three dashes a cell
DIVIDER_DOTS: Final = 2 * COLUMN_DOTS
SHORT_CELLS: Final = 3
LONGEST_DASH: Final = 3  # magnified further, dashes would look like lines


@dataclass(frozen=True, slots=True)
class Word:
    """Cleaned text of one look on one line; ``bold`` None: as it comes."""

    text: str
    width: int = 1
    height: int = 1
    bold: bool | None = False

    @property
    def dots(self) -> int:
        """Its length on the paper."""
        return columns(self.text) * self.width * COLUMN_DOTS


@dataclass(frozen=True, slots=True)
class Group:
    """Words one after another, beginning at ``at`` dots; None: where the row's alignment puts them."""

    at: int | None
    words: tuple[Word, ...]

    @property
    def dots(self) -> int:
        """Their length on the paper."""
        return sum(word.dots for word in self.words)

    @property
    def end(self) -> int:
        """Where they end, for a group with a place of its own."""
        return (self.at or 0) + self.dots


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line. Its groups never overlap and never pass the right edge. ``align`` None: no matter."""

    groups: tuple[Group, ...]
    align: Align | None = Align.LEFT

    @property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        return tuple(word for group in self.groups for word in group.words)


class Layout:
    """Sets text, columns and rules for the paper of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._columns = profile.paper.columns
        self._dots = self._columns * COLUMN_DOTS
        self._largest = profile.text.largest

    def text(self, text: Text) -> list[Row]:
        """Text as one row a line, narrowed first if it may be, then wrapped."""
        wanted = Word(clean(text.text), min(text.width, self._largest), min(text.height, self._largest), text.bold)
        word = self._fitted(wanted, text.fit) if text.fit else wanted
        lines = wrap(word.text, self._columns // word.width, text.hang)
        return [Row((Group(None, (replace(word, text=line),)),), text.align if line else None) for line in lines]

    def _fitted(self, word: Word, lines: int) -> Word:
        """The word as wide as so many lines allow, and at most twice as high as wide."""
        for width in range(word.width, 1, -1):
            if len(wrap(word.text, self._columns // width)) <= lines:
                return replace(word, width=width, height=min(word.height, 2 * width))
        return replace(word, width=1, height=min(word.height, 2))

    def rule(self, rule: Rule) -> Row:
        """A line of box-drawing characters magnified sideways: a whole rule in a handful of bytes."""
        if rule.style is RuleStyle.SHORT:
            size = min(2, self._largest)
            return Row((Group(None, (Word(SOLID * SHORT_CELLS, size, size, None),)),), Align.CENTRE)
        cells = self._columns // 2
        largest = self._largest if rule.style is RuleStyle.SOLID else min(self._largest, LONGEST_DASH)
        width = max(factor for factor in range(1, largest + 1) if cells % factor == 0)
        char = SOLID if rule.style is RuleStyle.SOLID else DASHED
        return Row((Group(0, (Word(char * (cells // width), width, 1, None),)),), None)

    def columns(self, part: Columns) -> list[Row]:
        """Cells on one row; smaller words where they are too long; one row a cell when nothing else fits."""
        cells = [tuple(self._word(text) for text in cell.words) for cell in part.cells]
        sizes = [max(word.width, word.height) for words in cells for word in words]
        for largest in range(max(sizes, default=1), 0, -1):
            shrunk = [tuple(_at_most(word, largest) for word in words) for words in cells]
            groups = self._beside(part, shrunk)
            if groups is not None:
                full = groups[0].at == 0 and groups[-1].end == self._dots  # then no alignment moves it
                return [Row(groups, None if full else Align.LEFT)]
        return [row for cell in part.cells for row in self._alone(cell)]

    def _word(self, text: Text) -> Word:
        flat = clean(text.text).replace("\n", " ")
        return Word(flat, min(text.width, self._largest), min(text.height, self._largest), text.bold)

    def _beside(self, part: Columns, cells: list[tuple[Word, ...]]) -> tuple[Group, ...] | None:
        lengths = [sum(word.dots for word in words) for words in cells]
        aligns = [cell.align for cell in part.cells]
        if aligns == [Align.LEFT, Align.RIGHT] and not part.divided:
            if lengths[0] + COLUMN_DOTS + lengths[1] > self._dots:
                return None
            starts = [0, self._dots - lengths[1]]
            return tuple(Group(at, words) for at, words in zip(starts, cells, strict=True))
        share = self._dots // len(cells) // COLUMN_DOTS * COLUMN_DOTS
        margin = DIVIDER_DOTS // 2 if part.divided else 0
        inner = share - 2 * margin
        if max(lengths) > inner:
            return None
        groups = []
        height = max((word.height for words in cells for word in words), default=1)
        for index, (words, length, align) in enumerate(zip(cells, lengths, aligns, strict=True)):
            if part.divided and index:
                groups.append(Group(index * share - margin, (Word(DIVIDER, 1, height, None),)))
            groups.append(Group(index * share + margin + _shift(align, inner - length), words))
        return tuple(groups)

    def _alone(self, cell: Cell) -> list[Row]:
        joined = "".join(text.text.replace("\n", " ") for text in cell.words)
        return self.text(Text(joined, align=cell.align))


def _at_most(word: Word, largest: int) -> Word:
    return replace(word, width=min(word.width, largest), height=min(word.height, largest))


def _shift(align: Align, room: int) -> int:
    """How far from the left of its room a cell's text begins, in whole columns so that spaces can reach it too."""
    if align is Align.LEFT:
        return 0
    return (room if align is Align.RIGHT else room // 2) // COLUMN_DOTS * COLUMN_DOTS
