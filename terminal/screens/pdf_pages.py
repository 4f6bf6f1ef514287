"""Pages of a PDF as Qt's pictures, for previews and for printers. Call on a worker."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from terminal.office import page_pictures


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page, ``number`` from 1 on, of ``pages``."""

    image: QImage
    number: int
    pages: int


def draw_page(pdf: bytes, number: int, width: int) -> PageImage:
    """Draw a page so many pixels wide; beyond the last page, the last. Raises Fault for what is no PDF."""
    raster = page_pictures.page(pdf, number, width)
    drawn = QImage(raster.pixels, raster.width, raster.height, raster.stride, QImage.Format.Format_BGR888)
    return PageImage(drawn.copy(), raster.number, raster.pages)  # the pixels are the raster's
