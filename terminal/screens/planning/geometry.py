"""Where the cells of the roster's grid stand: heads and names stay, the rest scrolls under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect

from terminal.screens.theme import Theme

LEAST_CELL: Final = {"people": 26, "posts": 52}  # 早3; a name of three letters
SHARES_FROM: Final = 900  # width of the grid under which shares and letters leave


@dataclass(frozen=True, slots=True)
class Geometry:
    """Sizes in pixels; ``x`` and ``y`` are how far the body is scrolled."""

    names: int
    head: int
    row: int
    cell: int
    foot: int
    rows: int
    columns: int
    x: int
    y: int
    width: int
    height: int

    def rect(self, row: int, column: int) -> QRect:
        """A cell, wherever it is, even out of sight."""
        return QRect(self.names + column * self.cell - self.x, self.head + row * self.row - self.y, self.cell, self.row)

    @property
    def body(self) -> QRect:
        """What of the cells is in sight."""
        return QRect(self.names, self.head, self.width - self.names, self.height - self.head - self.foot)

    def seen_rows(self) -> range:
        """Rows of which something is in sight."""
        first = self.y // self.row
        return range(max(0, first), min(self.rows, (self.y + self.body.height()) // self.row + 1))

    def seen_columns(self) -> range:
        """Columns of which something is in sight."""
        first = self.x // self.cell
        return range(max(0, first), min(self.columns, (self.x + self.body.width()) // self.cell + 1))

    def at(self, point: QPoint) -> tuple[int, int] | None:
        """Row and column under a point of the body."""
        if not self.body.contains(point):
            return None
        row = (point.y() - self.head + self.y) // self.row
        column = (point.x() - self.names + self.x) // self.cell
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None


def geometry(
    theme: Theme, side: str, rows: int, columns: int, size: tuple[int, int], scrolled: tuple[int, int]
) -> Geometry:
    """Cells share the room there is, and are never too narrow for what they say."""
    wide = 1.25 if theme.contrast else 1.0
    width, height = size
    full = width >= theme.px(SHARES_FROM * wide)
    names = theme.px((264 if full else 152) * wide) if side == "people" else theme.px((208 if full else 152) * wide)
    note = theme.type("note").line
    head = 4 * note + theme.px(12)
    room = max(1, width - names)
    cell = max(theme.px(LEAST_CELL[side] * wide), room // max(1, columns))
    row = theme.px(48 if theme.contrast else 36)
    foot = theme.px(44 if theme.contrast else 32)
    return Geometry(names, head, row, cell, foot, rows, columns, *scrolled, width, height)
