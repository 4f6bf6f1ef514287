"""What every PDF is made with: the shipped typeface, embedded; text that fits its place; lengths in points."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, Final

from reportlab.lib.colors import HexColor, black
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

import resources

REGULAR: Final = "NotoSansSC-Regular"
BOLD: Final = "NotoSansSC-Bold"
MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
A4_LANDSCAPE: Final = (297 * MM, 210 * MM)
A3_LANDSCAPE: Final = (420 * MM, 297 * MM)
ELLIPSIS: Final = "…"
_CHARACTERS = 100  # in one block of a character map, by its specification
_FONTS = Path(resources.__file__).parent / "fonts"
_REGISTERING = Lock()  # a font registered anew in the middle of a document would be two in it


class BrokenFont(ValueError):  # noqa: N818 - told by what is the matter
    """One of the program's own fonts is missing or damaged: without it nothing is typeset."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file, why)
        self.file, self.why = file, why


class EmbeddedFont(TTFont):  # type: ignore[misc]  # the library has no types
    """A font whose text can be copied and searched, rare names included.

    The library's own map writes characters beyond U+FFFF as five hexadecimal digits; the format asks for UTF-16, and
    readers come out with other characters (𬭎, 𫖮).
    """

    def addObjects(self, doc: Any) -> None:  # the library's name
        """Add the font to a document that is being finished."""
        subsets = {
            self.getSubsetInternalName(number, doc)[1:]: list(subset)
            for number, subset in enumerate(self.state[doc].subsets)
        }
        super().addObjects(doc)
        for internal, subset in subsets.items():
            name = doc.idToObject["BasicFonts"].dict[internal].BaseFont
            doc.idToObject[f"toUnicodeCMap:{name}"].content = unicode_map(name, subset)


def unicode_map(name: str, subset: Sequence[int]) -> str:
    """The map from a font's bytes to the characters they stand for.

    SOURCE: ISO 32000-1, 9.10.3: the characters of a ToUnicode map are written in UTF-16BE.
    """
    entries = [f"<{byte:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for byte, point in enumerate(subset)]
    blocks: list[str] = []
    for start in range(0, len(entries), _CHARACTERS):
        block = entries[start : start + _CHARACTERS]
        blocks += (f"{len(block)} beginbfchar", *block, "endbfchar")
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


class Sheet:
    """A PDF in the making. Places are counted from the top left corner, in points; ``y`` of a text is its baseline."""

    def __init__(self, size: tuple[float, float], *, title: str, author: str) -> None:
        _register()
        self.width, self.height = size
        self._buffer = BytesIO()
        # With an initial font of our own no other is named in the file; Helvetica would be, without being embedded.
        self._canvas = Canvas(
            self._buffer, pagesize=size, initialFontName=REGULAR, pageCompression=1, invariant=1, lang="zh-CN"
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)

    def text(
        self, x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False, align: str = "left"
    ) -> None:
        """One line of text; ``x`` is its left end, its middle (centre) or its right end."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.setFont(BOLD if bold else REGULAR, size)
        draw = {
            "left": self._canvas.drawString,
            "centre": self._canvas.drawCentredString,
            "right": self._canvas.drawRightString,
        }[align]
        draw(x, self.height - y, text)

    def runs(
        self, x: float, y: float, runs: Sequence[tuple[float, str, float]], size: float, *, bold: bool = False
    ) -> None:
        """Pieces of one line in the colour at hand: each its offset, text, and the space after a character."""
        text = self._canvas.beginText()
        text.setFont(BOLD if bold else REGULAR, size)
        spaced = 0.0
        for offset, piece, space in runs:
            text.setTextOrigin(x + offset, self.height - y)
            if space != spaced:
                text.setCharSpace(space)
                spaced = space
            text.textOut(piece)
        if spaced:
            text.setCharSpace(0)  # it would outlast this line
        self._canvas.drawText(text)

    def spread(
        self, x: float, y: float, runs: Sequence[tuple[float, str, float]], size: float, *, bold: bool = False
    ) -> None:
        """``runs`` that are copied and searched as one word, without their spaces."""
        # SOURCE: ISO 32000-1, 14.9.4: ActualText is what readers take instead of what they would guess from the gaps.
        actual = "".join(text for _, text, _ in runs).encode("utf-16-be").hex().upper()
        self._canvas.addLiteral(f"/Span <</ActualText <FEFF{actual}>>> BDC")
        self.runs(x, y, runs, size, bold=bold)
        self._canvas.addLiteral("EMC")

    def ink(self) -> None:
        """What follows is drawn in black, as all is at the top of a page."""
        self._canvas.setFillColor(black)

    def box(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """A black rectangle's border."""
        self._canvas.setStrokeColor(black)
        self._canvas.setLineWidth(line)
        self._canvas.rect(x, self.height - y - height, width, height, stroke=1, fill=0)

    def rules(self, lines: Sequence[tuple[float, float, float, float]], width: float) -> None:
        """Straight black lines of one width."""
        self._canvas.setStrokeColor(black)
        self._canvas.setLineWidth(width)
        high = self.height
        strokes = [f"{x1:.3f} {high - y1:.3f} m {x2:.3f} {high - y2:.3f} l" for x1, y1, x2, y2 in lines]
        if strokes:
            self._canvas.addLiteral(f"{' '.join(strokes)} S")  # written out: see bars

    def bars(self, rectangles: Iterable[tuple[float, float, float, float]]) -> None:
        """Black rectangles without borders, as one shape: no reader shows seams between them."""
        self._canvas.setFillColor(black)
        # Written out here: the library formats each number by itself, which takes longer than all the text of a page.
        shapes = [f"{x:.3f} {self.height - y - deep:.3f} {wide:.3f} {deep:.3f} re" for x, y, wide, deep in rectangles]
        if shapes:
            self._canvas.addLiteral(f"{' '.join(shapes)} f")

    def dashed_circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A dashed circle around a point."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(0.6)
        self._canvas.setDash(3, 2)
        self._canvas.circle(x, self.height - y, radius, stroke=1, fill=0)
        self._canvas.setDash()

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle without a border."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.rect(x, self.height - y - height, width, height, stroke=0, fill=1)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.5) -> None:
        """A straight line."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(width)
        self._canvas.line(x1, self.height - y1, x2, self.height - y2)

    def end_page(self) -> None:
        """The next thing drawn stands on a new page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The document; nothing can be drawn any more."""
        self._canvas.save()
        return self._buffer.getvalue()


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is."""
    _register()
    return float(pdfmetrics.stringWidth(text, BOLD if bold else REGULAR, size))


def advances(*, bold: bool = False) -> tuple[Mapping[int, float], float]:
    """How far each character (by code point) moves the pen, in thousandths of the size; and one the font lacks."""
    _register()
    face = pdfmetrics.getFont(BOLD if bold else REGULAR).face
    return face.charWidths, face.defaultWidth


def fitted(text: str, width: float, size: float, least: float, *, bold: bool = False) -> tuple[str, float]:
    """The text and the size at which it fits the width: smaller down to ``least``, then cut short."""
    natural = width_of(text, size, bold=bold)
    if natural <= width:
        return text, size
    if natural * least / size <= width:
        return text, size * width / natural
    for end in range(len(text) - 1, 0, -1):
        if width_of(text[:end] + ELLIPSIS, least, bold=bold) <= width:
            return text[:end] + ELLIPSIS, least
    return ELLIPSIS, least


def _register() -> None:
    """The library keeps fonts by name for the whole process; reading one takes 20 ms."""
    with _REGISTERING:
        known = pdfmetrics.getRegisteredFontNames()
        for name in (REGULAR, BOLD):
            if name not in known:
                pdfmetrics.registerFont(_font(name, _FONTS / f"{name}.ttf"))


def _font(name: str, path: Path) -> EmbeddedFont:
    try:
        return EmbeddedFont(name, str(path))
    except (TTFError, struct.error, LookupError, ValueError, OSError) as error:  # all that the library stumbles over
        raise BrokenFont(str(path), str(error) or type(error).__name__) from error
