"""The printers the system knows, and a PDF's pages on one of them. On a worker: asking and sending may wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from terminal.errors import Fault
from terminal.screens.pdf_pages import draw_page

if TYPE_CHECKING:  # at run time with the first document printed
    from PySide6.QtPrintSupport import QPrinter

WIDE: Final = round(210 / 25.4 * 300)  # pixels of a page at 300 dpi


def printers() -> tuple[str, ...]:
    """The names of the system's printers, the usual one first. On a worker: asking may wait for a print server."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual))


def send(pdf: bytes, printer: str, title: str, to_file: str = "") -> None:
    """Print every page, scaled to the paper; one page is in memory at a time. On a worker.

    Raises Fault when the printer is gone, does not take the document or breaks off. ``to_file`` is for trials: the
    system's own printing into a PDF file.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    first = draw_page(pdf, 1, WIDE)
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    if to_file:
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(to_file)
    elif QPrinterInfo.printerInfo(printer).isNull():  # Qt would print into a file instead
        raise Fault("The printer {printer} is not there any more.", "Choose another one.", printer=printer)
    else:
        device.setPrinterName(printer)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    device.setDocName(title)
    painter = QPainter()
    whole = painter.begin(device)
    try:
        if whole:
            _paint(painter, first.image, device)
        for number in range(2, first.pages + 1):
            whole = whole and device.newPage()
            if whole:
                _paint(painter, draw_page(pdf, number, WIDE).image, device)
    finally:
        whole = (not painter.isActive() or painter.end()) and whole
    if not whole or device.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise Fault(
            "The printer {printer} does not take the document.", "Look whether it is switched on.", printer=printer
        )


def _paint(painter: QPainter, page: QImage, device: QPrinter) -> None:
    from PySide6.QtPrintSupport import QPrinter

    paper = QRectF(device.paperRect(QPrinter.Unit.DevicePixel))
    size = page.size().toSizeF().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), page)
