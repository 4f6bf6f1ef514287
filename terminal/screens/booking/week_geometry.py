"""Where the cells of the week stand under its heads: the times stay at the left, the rows scroll."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect

from terminal.screens.booking.week import Place
from terminal.screens.booking.week_heads import column_rect
from terminal.screens.theme import Theme

ROW: Final = (24, 36)  # a row's least height, and the most it takes where there is room


@dataclass(frozen=True, slots=True)
class WeekGeometry:
    """Sizes in pixels; ``y`` is how far the rows are scrolled, ``columns`` left edge and width of each day's."""

    columns: tuple[tuple[int, int], ...]
    row: int
    rows: int
    y: int
    height: int

    @property
    def times(self) -> int:
        """Width of the times at the left."""
        return self.columns[0][0]

    @property
    def right(self) -> int:
        """Right edge of the last day."""
        return sum(self.columns[-1])

    def rect(self, place: Place, rows: int = 1) -> QRect:
        """So many rows from a cell on, wherever they are, even out of sight."""
        left, width = self.columns[place[1]]
        return QRect(left, place[0] * self.row - self.y, width, self.row * rows)

    def seen(self) -> range:
        """Rows of which something is in sight."""
        return range(self.y // self.row, min(self.rows, (self.y + self.height) // self.row + 1))

    def column_at(self, x: int) -> int | None:
        """The day at a distance from the left."""
        return next((day for day, (left, width) in enumerate(self.columns) if left <= x < left + width), None)

    def at(self, point: QPoint) -> Place | None:
        """The cell under a point."""
        column, row = self.column_at(point.x()), (point.y() + self.y) // self.row
        return (row, column) if column is not None and 0 <= row < self.rows else None


def week_geometry(
    theme: Theme, size: tuple[int, int], rows: int, days: int, viewport: int, scrolled: int
) -> WeekGeometry:
    """Rows share the height of the viewport; where they would be too low they scroll."""
    columns = tuple(column_rect(theme, size[0], days, day) for day in range(days))
    least, most = (theme.px(one + (8 if theme.contrast else 0)) for one in ROW)
    row = max(least, min(most, viewport // max(1, rows)))
    return WeekGeometry(columns, row, rows, scrolled, viewport)
