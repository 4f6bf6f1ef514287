"""Headings, paragraphs, and how to ask how a case stands, with its QR code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from forms.definition import Enquiry, Heading, Paragraph
from forms.kit import CONTENT, SMALL, Kit, Modules
from forms.pdf import MM, Sheet
from forms.piece import TEXT, Piece, line_draw, text_pieces

_PITCH: Final = 16.8
_SMALL_PITCH: Final = 15.6
_TIGHT_SMALL_PITCH: Final = 14.4
_AFTER_TABLE: Final = 12.0
_QR: Final = 29 * MM
_TIGHT_QR: Final = 24 * MM
_QUIET: Final = 4 / 21  # of its size: the white margin of four modules, of the coarsest code
_MOST_IN_QR: Final = 300  # bytes; more would make modules that phones cannot read from paper


def heading(kit: Kit, part: Heading) -> list[Piece]:
    """A bold line, on one page with what it is above."""
    draw = line_draw(kit.bold.line(kit.wording.filled(part.text)), TEXT, _PITCH, bold=True)
    return [Piece(_PITCH, draw, gap=13.0, keep=True)]


def paragraph(kit: Kit, part: Paragraph, *, after_text: bool) -> list[Piece]:
    """Justified, its first line indented by two characters; nothing where its condition does not hold."""
    holds = kit.wording.holds
    if (part.when and not holds(part.when)) or (part.unless and holds(part.unless)):
        return []
    indent = 2 * TEXT if part.indent else 0.0
    lines = kit.plain.lines(kit.wording.filled(part.text), CONTENT, indent=indent, justified=True)
    return text_pieces(lines, TEXT, _PITCH, gap=0.0 if after_text else _AFTER_TABLE)


def enquiry(kit: Kit, part: Enquiry) -> list[Piece]:
    """The QR code with the ways to ask beside it; without a code the ways alone."""
    code = kit.wording.raw(part.qr)
    size = _TIGHT_QR if kit.tight else _QR
    squares = list(squares_of(kit.qr(code), size)) if code and len(code.encode()) <= _MOST_IN_QR else []
    left = size * (1 + _QUIET) if squares else 0.0
    ways = (part.scan, *part.lines) if squares else part.lines
    said = [f"{place}. {kit.wording.filled(line)}" for place, line in enumerate(ways, 1)]
    lines = [line for text in said for line in kit.small.lines(text, CONTENT - left)]
    title = kit.small_bold.line(part.title)
    pitch = _TIGHT_SMALL_PITCH if kit.tight else _SMALL_PITCH
    words = (len(lines) + 1) * pitch
    height = max(size, words) if squares else words

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.bars((x + right, y + down, width, deep) for right, down, width, deep in squares)
        top = y + (height - words) / 2
        line_draw(title, SMALL, pitch, bold=True)(sheet, x + left, top)
        for place, line in enumerate(lines, 1):
            line_draw(line, SMALL, pitch)(sheet, x + left, top + place * pitch)

    return [Piece(height, draw, gap=13.0)]


def squares_of(rows: Modules, size: float) -> Iterator[tuple[float, float, float, float]]:
    """A QR code's black modules, each row's neighbours as one rectangle. It needs its white margin around it."""
    module = size / len(rows)
    for down, row in enumerate(rows):
        start = None
        for right, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = right
            elif not dark and start is not None:
                yield start * module, down * module, (right - start) * module, module
                start = None
