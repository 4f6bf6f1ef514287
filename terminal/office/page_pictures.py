"""Pages of a document as pixels, for previews and printers. No database; a page takes some ten milliseconds."""

from __future__ import annotations

from forms.pdfium import Raster, UnreadablePdf, raster_page
from terminal.errors import Fault

__all__ = ["Raster", "page"]


def page(pdf: bytes, number: int, width: int) -> Raster:
    """A page so many pixels wide; beyond the last page, the last. Raises Fault for what is no PDF."""
    try:
        return raster_page(pdf, number, width)
    except UnreadablePdf as error:
        raise Fault("The document cannot be shown: it is damaged.", "Make it once more.") from error
