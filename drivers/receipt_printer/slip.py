"""What a slip says, in words that no printer needs to be known for.

A slip is a list of parts from top to bottom. Sizes are multiples of the printer's own 24-dot type: a Latin character
is one column (12 dots) wide, a Chinese one two. Parts are values: frozen, comparable, checked when they are made.
Standard library only, so forms can describe slips without loading a driver.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

LONGEST_CODE = 500
LARGEST = 8  # GS ! magnifies at most eight times


class Align(StrEnum):
    """Where a part stands across the paper."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class RuleStyle(StrEnum):
    """How a line across the paper is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    SHORT = "short"  # a stroke in the middle, at double size: under a heading of that size it takes the fewest bytes


@dataclass(frozen=True, slots=True)
class Text:
    """Text of one size; it wraps at the paper's edge and keeps its own line breaks.

    ``fit`` lets the printer narrow it, down to single width, until it takes no more than so many lines; 0 never does.
    ``hang`` indents every line after the first by so many columns. Raises ValueError for a size outside 1 to 8 or a
    negative number.
    """

    text: str
    width: int = 1
    height: int = 1
    bold: bool = False
    align: Align = Align.LEFT
    fit: int = 0
    hang: int = 0

    def __post_init__(self) -> None:
        for name, size in (("width", self.width), ("height", self.height)):
            if not 1 <= size <= LARGEST:
                raise ValueError(f"Text.{name} is {size}; a printer magnifies 1 to {LARGEST} times")
        if self.hang < 0 or self.fit < 0:
            raise ValueError(f"Text.hang is {self.hang} and Text.fit is {self.fit}; neither can be negative")


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the whole paper, or a short one in its middle."""

    style: RuleStyle = RuleStyle.SOLID


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: words of different sizes on one baseline. The words' own alignment is not used."""

    words: tuple[Text, ...]
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells side by side on one line, with a vertical line between them when ``divided``.

    Two undivided cells that end up left and right share the line as they need it; otherwise every cell has the same
    width. Where they do not fit the words are made smaller, and at last every cell gets a line of its own: nothing
    is cut off. Raises ValueError without cells.
    """

    cells: tuple[Cell, ...]
    divided: bool = False

    def __post_init__(self) -> None:
        if not self.cells:
            raise ValueError("Columns needs at least one cell")

    @classmethod
    def sides(cls, left: str, right: str) -> Columns:
        """Plain text at the left edge and at the right edge of one line."""
        return cls((Cell((Text(left),)), Cell((Text(right),), Align.RIGHT)))


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code; ``module`` is the side of one of its squares in dots. Raises ValueError when empty or out of range."""

    content: str
    module: int = 6
    align: Align = Align.CENTRE

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("Qr.content is empty")
        if len(self.content.encode()) > LONGEST_CODE:  # a lone surrogate raises UnicodeEncodeError, a ValueError
            raise ValueError(f"Qr.content is longer than {LONGEST_CODE} bytes; no printer or phone copes with that")
        if not 1 <= self.module <= 16:
            raise ValueError(f"Qr.module is {self.module}; printers take 1 to 16 dots")


@dataclass(frozen=True, slots=True)
class Picture:
    """A black and white bitmap: ``width`` × ``height`` dots, rows padded to whole bytes, a set bit prints black.

    Raises ValueError when the data's length does not follow from the size.
    """

    width: int
    height: int
    data: bytes
    align: Align = Align.CENTRE

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"Picture is {self.width} × {self.height} dots; both must be at least 1")
        expected = (self.width + 7) // 8 * self.height
        if len(self.data) != expected:
            raise ValueError(f"Picture has {len(self.data)} bytes; {self.width} × {self.height} dots need {expected}")


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank paper, in dots (8 a millimetre)."""

    dots: int

    def __post_init__(self) -> None:
        if not 1 <= self.dots <= 2000:
            raise ValueError(f"Feed.dots is {self.dots}; expected 1 to 2000")


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a slip: what the profile says, a cut or a feed to the tear bar."""


Part: TypeAlias = Text | Rule | Columns | Qr | Picture | Feed | Cut


@dataclass(frozen=True, slots=True)
class Slip:
    """Parts from top to bottom, without first and last dots of paper: the profile knows those."""

    parts: tuple[Part, ...]
