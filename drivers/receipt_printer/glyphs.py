"""Characters drawn from a TrueType font into the printer's cells, for whatever its ROM lacks.

Pillow is imported at the first drawing: most slips need none, and it costs the start of the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from drivers.receipt_printer.charset import GETA
from drivers.receipt_printer.profile import COLUMN_DOTS

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

CELL_DOTS = 24  # height of a cell
BASELINE = 21  # dots from a cell's top to the baseline: Noto's hanzi then fill their 24 × 24 cell
HALF_SIZE = 22  # Latin type in a cell of 12 dots; narrowed further for wide letters
DARK = 100  # of 255: how dark a squeezed dot must be to print
UNASSIGNED = "\U0010ffff"  # no font draws this: its picture is the font's mark for "missing"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The two TrueType files characters are drawn from."""

    regular: Path
    bold: Path


class Glyphs:
    """Draws single characters, black (set) on white, mode "1". Keeps what it has drawn. One thread at a time."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._face = lru_cache(maxsize=64)(self._open)
        self.cell = lru_cache(maxsize=2048)(self._draw)

    def _open(self, size: int, bold: bool) -> FreeTypeFont:
        from PIL import ImageFont  # late: see the module's docstring

        return ImageFont.truetype(str(self._fonts.bold if bold else self._fonts.regular), size)

    def _draw(self, char: str, columns: int, bold: bool = False) -> Image:
        """One character in a cell of ``columns`` × 12 by 24 dots. A character the font lacks becomes 〓."""
        from PIL import Image, ImageDraw

        size = CELL_DOTS if columns == 2 else HALF_SIZE
        face = self._face(size, bold)
        if char != GETA and bytes(face.getmask(char)) == bytes(face.getmask(UNASSIGNED)):
            char = GETA if char.strip() else " "
        width = columns * COLUMN_DOTS
        natural = ceil(face.getlength(char))
        if natural <= width:
            cell = Image.new("1", (width, CELL_DOTS), 0)
            pen = ImageDraw.Draw(cell)
            pen.fontmode = "1"
            pen.text((width / 2, BASELINE), char, fill=1, font=face, anchor="ms")
            return cell
        # Too wide for its cell (A, W, m): squeezed, so that all capitals stay equally high.
        wide = Image.new("L", (natural, CELL_DOTS), 0)
        ImageDraw.Draw(wide).text((natural / 2, BASELINE), char, fill=255, font=face, anchor="ms")
        return wide.resize((width, CELL_DOTS), Image.Resampling.LANCZOS).point(_black, "1")


def _black(grey: int) -> int:
    return 255 if grey > DARK else 0


def rows(image: Image) -> bytes:
    """A mode "1" image as a printer's raster: rows of whole bytes from the top, set bits black."""
    return image.convert("1").tobytes()


def strips(image: Image) -> bytes:
    """An image 24 dots high as ESC * wants it: three bytes a column from the left, top dot in the highest bit."""
    from PIL.Image import Transpose

    return image.convert("1").transpose(Transpose.TRANSPOSE).tobytes()
