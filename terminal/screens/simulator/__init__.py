"""The simulated devices as windows: a pad with keys to press, a printer whose paper grows; and a guide."""

from terminal.screens.simulator.call_box_window import CallBoxWindow
from terminal.screens.simulator.card_window import CardReaderWindow
from terminal.screens.simulator.display_window import DisplayWindow
from terminal.screens.simulator.guide import GuideWindow
from terminal.screens.simulator.modem_window import ModemWindow
from terminal.screens.simulator.pad_window import PadWindow
from terminal.screens.simulator.printer_window import PrinterWindow
from terminal.screens.simulator.scanner_window import ScannerWindow

__all__ = [
    "CallBoxWindow",
    "CardReaderWindow",
    "DisplayWindow",
    "GuideWindow",
    "ModemWindow",
    "PadWindow",
    "PrinterWindow",
    "ScannerWindow",
]
