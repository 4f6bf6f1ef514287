"""Pages of a PDF as pictures, for previews and for printers. Call on a worker: a page takes some ten milliseconds."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from terminal.errors import Fault

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# PDFium must not be entered by two threads of one process at once, whatever documents they work on.
PDFIUM: Final = threading.Lock()
MOST_PIXELS: Final = 40_000_000  # a page is never drawn larger: A4 at 600 dpi


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page, ``number`` from 1 on, of ``pages``."""

    image: QImage
    number: int
    pages: int


def draw_page(pdf: bytes, number: int, width: int) -> PageImage:
    """Draw a page so many pixels wide; beyond the last page, the last. Raises Fault for what is no PDF."""
    with PDFIUM:
        document = _open(pdf)
        try:
            pages = len(document)
            at = max(1, min(pages, number))
            page = document[at - 1]
            return PageImage(_image(page, width / page.get_width()), at, pages)
        finally:
            document.close()


def draw_pages(pdf: bytes, dpi: int) -> list[QImage]:
    """Every page at a printer's resolution, in order. Raises Fault for what is no PDF."""
    with PDFIUM:
        document = _open(pdf)
        try:
            return [_image(page, dpi / 72) for page in document]
        finally:
            document.close()


def _open(pdf: bytes) -> PdfDocument:
    import pypdfium2  # with the first preview, so that a counter starts without it

    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise Fault("The document cannot be shown: it is damaged.", "Make it once more.") from error


def _image(page: PdfPage, scale: float) -> QImage:
    wide, high = page.get_size()
    most = (MOST_PIXELS / max(1.0, wide * high)) ** 0.5
    bitmap = page.render(scale=min(scale, most))
    try:
        drawn = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
        return drawn.copy()  # the buffer is PDFium's
    finally:
        bitmap.close()
