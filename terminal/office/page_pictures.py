"""Pages of a document as pixels, for previews and printers. No database; a page takes some ten milliseconds."""

from __future__ import annotations

from forms.pdfium import Raster, UnreadablePdf, raster_page, raster_pages
from terminal.errors import Fault

__all__ = ["Raster", "page", "pages"]


def page(pdf: bytes, number: int, width: int) -> Raster:
    """A page so many pixels wide; beyond the last page, the last. Raises Fault for what is no PDF."""
    try:
        return raster_page(pdf, number, width)
    except UnreadablePdf as error:
        raise _damaged() from error


def pages(pdf: bytes, dpi: int) -> list[Raster]:
    """Every page at a printer's resolution, in order. Raises Fault for what is no PDF."""
    try:
        return raster_pages(pdf, dpi)
    except UnreadablePdf as error:
        raise _damaged() from error


def _damaged() -> Fault:
    return Fault("The document cannot be shown: it is damaged.", "Make it once more.")
