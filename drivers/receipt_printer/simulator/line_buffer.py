"""The line a printer is collecting before it prints it: cells of characters and strips of bitmap on one baseline."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

COLUMN = 12


@dataclass
class LineBuffer:
    """Cells from the left; ``x`` is where the next one goes. ``text`` is what a person would read, \\ufffc a bitmap."""

    width: int
    x: int = 0
    cells: list[tuple[int, Image.Image]] = field(default_factory=list)
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing has been put in or skipped."""
        return not self.cells and self.x == 0

    @property
    def height(self) -> int:
        """The height of the highest cell, 0 without one."""
        return max((cell.height for _, cell in self.cells), default=0)

    def fits(self, dots: int) -> bool:
        """Whether a cell that wide still goes on this line."""
        return self.x + dots <= self.width

    def put(self, cell: Image.Image, char: str) -> None:
        """One cell at the end."""
        self.cells.append((self.x, cell))
        self.x += cell.width
        self.text += char

    def move(self, x: int) -> None:
        """Go to an absolute place; the text gets as many spaces as columns were skipped."""
        if x <= self.width:
            self.text += " " * max(0, (x - self.x) // COLUMN)
            self.x = x

    def image(self) -> Image.Image:
        """The line as printed: cells stand on one baseline."""
        line = Image.new("1", (max(self.x, 1), max(self.height, 1)), 0)
        for x, cell in self.cells:
            line.paste(1, (x, line.height - cell.height), cell)
        return line
