"""Bitmaps for what a printer cannot set itself: whole lines of text, and QR codes. Pillow and segno, imported late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drivers.receipt_printer.charset import columns
from drivers.receipt_printer.glyphs import CELL_DOTS, Glyphs, rows
from drivers.receipt_printer.layout import Row, Word
from drivers.receipt_printer.slip import Picture

if TYPE_CHECKING:
    from PIL.Image import Image


def row_picture(row: Row, glyphs: Glyphs) -> Picture:
    """A line of text as the printer would have set it, cropped to its words; a placed row begins at the left edge."""
    from PIL import Image  # late, like every drawing: see glyphs

    starts = [group.at or 0 for group in row.groups]
    width = max(start + group.dots for start, group in zip(starts, row.groups, strict=True))
    height = max(word.height for word in row.words) * CELL_DOTS
    canvas = Image.new("1", (max(width, 8), height), 0)
    for at, group in zip(starts, row.groups, strict=True):
        for word in group.words:
            drawn = _word(word, glyphs)
            canvas.paste(drawn, (at, height - drawn.height))  # one baseline, as the printer does it
            at += word.dots
    return _picture(canvas)


def _word(word: Word, glyphs: Glyphs) -> Image:
    from PIL import Image

    strip = Image.new("1", (max(columns(word.text), 1) * 12, CELL_DOTS), 0)
    at = 0
    for char in word.text:
        cell = glyphs.cell(char, columns(char), bool(word.bold))
        strip.paste(cell, (at, 0))
        at += cell.width
    return strip.resize((strip.width * word.width, strip.height * word.height), Image.Resampling.NEAREST)


def qr_side(content: str, correction: str) -> int:
    """How many squares a QR code of that content has on a side, without a quiet zone."""
    import segno

    return int(segno.make_qr(content.encode(), error=correction, boost_error=False).symbol_size(border=0)[0])


def qr_picture(content: str, correction: str, module: int) -> Picture:
    """A QR code, never a Micro QR, of squares ``module`` dots wide, without a quiet zone."""
    import segno
    from PIL import Image

    matrix = segno.make_qr(content.encode(), error=correction, boost_error=False).matrix
    side = len(matrix)
    small = Image.new("1", (side, side), 0)
    small.putdata([cell & 1 for line in matrix for cell in line])
    return _picture(small.resize((side * module, side * module), Image.Resampling.NEAREST))


def doubled(picture: Picture) -> tuple[Picture, int]:
    """The picture and how GS v 0 shall double it: halved both ways, a quarter of the bytes, where no dot is lost."""
    from PIL import Image

    if picture.width % 2 or picture.height % 2:
        return picture, 0
    full = Image.frombytes("1", (picture.width, picture.height), picture.data)
    half = full.resize((picture.width // 2, picture.height // 2), Image.Resampling.NEAREST)
    if rows(half.resize(full.size, Image.Resampling.NEAREST)) != rows(full):
        return picture, 0
    return _picture(half), 3


def _picture(image: Image) -> Picture:
    return Picture(image.width, image.height, rows(image))
