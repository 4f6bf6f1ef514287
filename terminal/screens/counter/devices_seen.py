"""What the counter sees of devices: lamps, pad, card reader, scanners, printer. ``terminal.devices`` provides them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance


class DeviceSeen(Protocol):
    """A device's lamp. ``changed`` comes on the GUI thread."""

    changed: SignalInstance

    @property
    def name(self) -> str:
        """rating_pad, receipt_printer …, or words to show as they are."""

    @property
    def counter(self) -> int | None:
        """The window it stands at, when that is not this one."""

    @property
    def state(self) -> str:
        """up, waiting, trouble or unknown."""

    @property
    def words(self) -> str:
        """One or two words beside the lamp: 缺纸."""

    @property
    def reason(self) -> str:
        """A sentence: what is wrong and what to do."""


class RatingSeen(Protocol):
    """The pad that asks a resident. Signals come on the GUI thread."""

    asked: SignalInstance  # int handling, int seconds
    rated: SignalInstance  # int handling, str key
    silent: SignalInstance  # int handling
    trouble: SignalInstance  # object: Trouble

    def ask(self, handling_id: int) -> None:
        """Ask for a rating of this handling; returns at once."""


class CardsSeen(Protocol):
    """The ID-card reader. Signals come on the GUI thread."""

    read: SignalInstance  # ResidentFields
    pictured: SignalInstance  # the same ResidentFields, bytes of a PNG or BMP
    refused: SignalInstance  # Refusal: a card lies there and cannot be read

    def forget(self) -> None:
        """The visit is over: nothing of its card is to be kept."""


class ScansSeen(Protocol):
    """The scanners. Signals come on the GUI thread."""

    scanned: SignalInstance  # str code


class PrinterSeen(Protocol):
    """The receipt printer. Signals come on the GUI thread."""

    printed: SignalInstance  # int ticket, str state (printing, waiting, held, printed, sent, failed), str why

    booking_printed: SignalInstance  # the same with an appointment's id

    receipt_printed: SignalInstance  # the same with a notice's id

    def print_ticket(self, ticket_id: int, reprint: bool = False) -> None:
        """Print a ticket's slip; returns at once. ``printed`` follows."""

    def print_booking(self, appointment_id: int) -> None:
        """Print an appointment's slip; returns at once. ``booking_printed`` follows."""

    def print_receipt(self, notice_id: int) -> None:
        """Print the slip of a notice; returns at once. ``receipt_printed`` follows."""
