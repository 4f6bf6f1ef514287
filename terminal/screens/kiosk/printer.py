"""What the kiosk asks of a printer: any object of the devices that keeps this promise."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance


class TicketPrinter(Protocol):
    """Prints a ticket's slip somewhere else and tells how it went. GUI thread; nothing here waits.

    ``printed`` carries (ticket id, state, words): ``printing``; ``waiting`` (it comes when the printer can print again)
    or ``held`` (the printer has it, and prints it then), which may be followed by others; at last ``printed`` (the
    printer says the slip is out), ``sent`` (all is written, the printer says nothing) or ``failed``. ``lamp`` carries
    (state, words) whenever the printer's own state changes: ``up``, ``waiting``, ``trouble`` or ``unknown``.
    """

    @property
    def printed(self) -> SignalInstance: ...

    @property
    def lamp(self) -> SignalInstance: ...

    @property
    def state(self) -> str:
        """The lamp's state now."""
        ...

    def print_ticket(self, ticket_id: int, reprint: bool = False) -> None:
        """Print the slip of a stored ticket."""
        ...
