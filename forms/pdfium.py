"""PDFs of others: whether one can be read, and its first page as a picture."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import Final

# PDFium must not be entered by two threads of one process at once, whatever documents they work on.
PDFIUM: Final = threading.Lock()
MOST_PIXELS: Final = 4_000_000  # of a preview


class UnreadablePdf(ValueError):  # noqa: N818 - told by what is the matter
    """Not a PDF, cut off, or locked with a password."""


def page_count(pdf: bytes) -> int:
    """How many pages it has; the first one was opened. Raises UnreadablePdf. At most a page is in memory."""
    import pypdfium2  # with the first file, so that a counter starts without it

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error
        try:
            pages = len(document)
            if pages:
                document[0].close()
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error
        finally:
            document.close()
    return pages


def first_page_png(pdf: bytes, width: int) -> bytes:
    """The first page, so many pixels wide, as PNG. Raises UnreadablePdf."""
    import pypdfium2  # as above

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error
        try:
            page = document[0]
            wide, high = page.get_size()
            most = (MOST_PIXELS / max(1.0, wide * high)) ** 0.5
            buffer = BytesIO()
            page.render(scale=min(width / max(1.0, wide), most)).to_pil().save(buffer, "PNG")
            return buffer.getvalue()
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error
        finally:
            document.close()
