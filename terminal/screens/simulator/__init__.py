"""The simulated devices as windows: a pad with keys to press, a printer whose paper grows."""

from terminal.screens.simulator.pad_window import PadWindow
from terminal.screens.simulator.printer_window import PrinterWindow

__all__ = ["PadWindow", "PrinterWindow"]
