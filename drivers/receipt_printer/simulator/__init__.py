"""A receipt printer without paper: an interpreter of ESC/POS written against Epson's documents, not our encoder."""

from drivers.receipt_printer.simulator.interpreter import PrinterSimulator
from drivers.receipt_printer.simulator.on_pty import FAULTS, PrinterOnPty, PrinterState
from drivers.receipt_printer.simulator.voice import AnswerFault

__all__ = ["FAULTS", "AnswerFault", "PrinterOnPty", "PrinterSimulator", "PrinterState"]
