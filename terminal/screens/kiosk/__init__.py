"""The kiosk: where residents take a number."""

from terminal.screens.kiosk.printer import TicketPrinter
from terminal.screens.kiosk.screen import KioskScreen

__all__ = ["KioskScreen", "TicketPrinter"]
