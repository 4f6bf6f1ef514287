"""PDFs as pictures: whether one can be read, its first page, and any page of what is previewed or printed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# PDFium must not be entered by two threads of one process at once, whatever documents they work on.
PDFIUM: Final = threading.Lock()
MOST_PIXELS: Final = 4_000_000  # of a preview
MOST_PRINTED: Final = 40_000_000  # of a page shown or on its way to a printer: A4 at 600 dpi


class UnreadablePdf(ValueError):  # noqa: N818 - told by what is the matter
    """Not a PDF, cut off, or locked with a password."""


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    """The document, for one thread at a time; whatever is wrong with it, while it is worked with, is UnreadablePdf."""
    import pypdfium2  # with the first file, so that a counter starts without it

    with PDFIUM:
        try:
            with closing(pypdfium2.PdfDocument(pdf)) as document:
                yield document
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error


def page_count(pdf: bytes) -> int:
    """How many pages it has; the first one was opened. Raises UnreadablePdf. At most a page is in memory."""
    with _opened(pdf) as document:
        if len(document):
            document[0].close()
        return len(document)


def first_page_png(pdf: bytes, width: int) -> bytes:
    """The first page, so many pixels wide, as PNG. Raises UnreadablePdf."""
    with _opened(pdf) as document:
        page = document[0]
        wide, high = page.get_size()
        most = (MOST_PIXELS / max(1.0, wide * high)) ** 0.5
        buffer = BytesIO()
        page.render(scale=min(width / max(1.0, wide), most)).to_pil().save(buffer, "PNG")
        return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels, 8 bits each of blue, green and red; ``number`` from 1 on, of ``pages``."""

    width: int
    height: int
    stride: int
    pixels: bytes
    number: int
    pages: int


def raster_page(pdf: bytes, number: int, width: int) -> Raster:
    """A page, so many pixels wide; beyond the last page, the last. Raises UnreadablePdf."""
    with _opened(pdf) as document:
        at = max(1, min(len(document), number))
        page = document[at - 1]
        return _raster(page, width / max(1.0, page.get_width()), at, len(document))


def raster_pages(pdf: bytes, dpi: int) -> list[Raster]:
    """Every page at a printer's resolution, in order. Raises UnreadablePdf."""
    with _opened(pdf) as document:
        return [_raster(page, dpi / 72, at, len(document)) for at, page in enumerate(document, 1)]


def _raster(page: PdfPage, scale: float, number: int, pages: int) -> Raster:
    wide, high = page.get_size()
    most = (MOST_PRINTED / max(1.0, wide * high)) ** 0.5
    bitmap = page.render(scale=min(scale, most))
    try:
        return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), number, pages)
    finally:
        bitmap.close()
