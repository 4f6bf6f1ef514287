"""What is laid on pages: pieces of a known height, one under the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from forms.pdf import Sheet
from forms.typesetting import Line

Draw = Callable[[Sheet, float, float], None]  # the sheet, the left edge and the top of the piece

OUTER = 1.2  # a table's border, points
INNER = 0.6
TEXT = 10.5  # size
_TOP_PADDING = 4.8
BASELINE = 0.36  # of the size: from the middle of a line down to its baseline


@dataclass(slots=True, eq=False)
class Frame:
    """A table: its width, and the row that stands again on top of each further page."""

    width: float
    head: Piece | None = None


@dataclass(slots=True, eq=False)
class Piece:
    """Something that is not parted. ``keep``: on one page with the next; ``gap``: above it, but not on top of a page.

    A piece of a ``frame`` is a row: ``columns`` are where its inner lines stand, ``joined`` means no line above it.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False
    frame: Frame | None = None
    columns: tuple[float, ...] = ()
    joined: bool = False
    text: int = 0  # lines of running text in it


@dataclass(slots=True)
class Cell:
    """A cell of a row: where it stands, and its lines. ``align`` left, centre, or spread (a label over its width)."""

    PAD: ClassVar[float] = 7.2

    left: float
    width: float
    lines: list[Line] = field(default_factory=list)
    align: str = "left"
    bold: bool = False
    size: float = TEXT
    pad: float = PAD
    top: bool = False  # its lines begin at the top of the row, not in the middle of it


def row_pieces(
    cells: Sequence[Cell], frame: Frame, *, least: float, pitch: float, padding: float, part_at: int = 14
) -> list[Piece]:
    """A row as one piece, or as several joined ones when a cell has more than ``part_at`` lines: it may be parted."""
    count = max(len(cell.lines) for cell in cells)
    columns = tuple(cell.left for cell in cells[1:])
    if count <= part_at:
        height = max(least, count * pitch + 2 * padding)
        return [Piece(height, _row_draw(cells, 0, count, height, pitch, None), frame=frame, columns=columns)]
    pieces = []
    for start in range(0, count, 4):
        end = min(start + 4, count)
        above = padding if start == 0 else 0.0
        height = (end - start) * pitch + above + (padding if end == count else 0.0)
        draw = _row_draw(cells, start, end, height, pitch, above)
        pieces.append(Piece(height, draw, frame=frame, columns=columns, joined=start > 0))
    return pieces


def _row_draw(cells: Sequence[Cell], start: int, end: int, height: float, pitch: float, above: float | None) -> Draw:
    """Draws lines ``start`` to ``end`` of each cell; in the middle of the height, or from ``above``."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for cell in cells:
            lines = cell.lines[start:end]
            if above is not None:
                top = y + above
            else:
                top = y + (_TOP_PADDING if cell.top else (height - len(lines) * pitch) / 2)
            for place, line in enumerate(lines):
                baseline = top + (place + 0.5) * pitch + cell.size * BASELINE
                _draw_line(sheet, cell, line, x + cell.left, baseline)

    return draw


def _draw_line(sheet: Sheet, cell: Cell, line: Line, x: float, baseline: float) -> None:
    if cell.align == "left":
        line.draw(sheet, x + cell.pad, baseline, cell.size, bold=cell.bold)
    elif cell.align == "spread" and 1 < len(line.text) <= 4:
        measure = cell.width - 2 * cell.pad
        space = (measure - line.width) / (len(line.text) - 1)
        sheet.spread(x + cell.pad, baseline, ((0.0, line.text, space),), cell.size, bold=cell.bold)
    else:
        line.draw(sheet, x + (cell.width - line.width) / 2, baseline, cell.size, bold=cell.bold)


def text_pieces(lines: Sequence[Line], size: float, pitch: float, *, gap: float) -> list[Piece]:
    """Lines of running text: neither the first nor the last stands on a page alone."""
    pieces = []
    for place, line in enumerate(lines):
        kept = place in (0, len(lines) - 2) and place < len(lines) - 1
        draw = line_draw(line, size, pitch)
        pieces.append(Piece(pitch, draw, gap=gap if place == 0 else 0.0, keep=kept, text=1))
    return pieces


def line_draw(line: Line, size: float, pitch: float, *, bold: bool = False) -> Draw:
    """A line in the middle of its pitch."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        line.draw(sheet, x, y + pitch / 2 + size * BASELINE, size, bold=bold)

    return draw
