"""The printers the system knows, and a PDF's pages on one of them. On a worker: asking and sending may wait."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from terminal.errors import Fault
from terminal.screens.pdf_pages import draw_pages

DPI: Final = 300


def printers() -> tuple[str, ...]:
    """The names of the system's printers, the usual one first. On a worker: asking may wait for a print server."""
    from PySide6.QtPrintSupport import QPrinterInfo  # with the first document printed

    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: name != usual))


def send(pdf: bytes, printer: str, title: str, to_file: str = "") -> None:
    """Print every page, scaled to the paper. On a worker. Raises Fault when the printer does not take it.

    ``to_file`` is for trials: the system's own printing into a PDF file.
    """
    from PySide6.QtPrintSupport import QPrinter

    pages = draw_pages(pdf, DPI)
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    if to_file:
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(to_file)
    else:
        device.setPrinterName(printer)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    device.setDocName(title)
    painter = QPainter()
    if not painter.begin(device):
        raise _refused(printer)
    try:
        for index, page in enumerate(pages):
            if index and not device.newPage():
                raise _refused(printer)
            _paint(painter, page, QRectF(device.paperRect(QPrinter.Unit.DevicePixel)))
    finally:
        painter.end()


def _refused(printer: str) -> Fault:
    return Fault(
        "The printer {printer} does not take the document.", "Look whether it is switched on.", printer=printer
    )


def _paint(painter: QPainter, page: QImage, paper: QRectF) -> None:
    size = page.size().toSizeF().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), page)
