"""Printing a slip on the settings' printer, from the command line: blocking, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from terminal.commands.context import Context
from terminal.devices.kinds.asked_printer import SlipHeld, print_slip
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from drivers.receipt_printer.slip import Slip

__all__ = ["print_slip", "try_to_print"]


def try_to_print(context: Context, number: str, make: Callable[[], Slip]) -> None:
    """Print a stored ticket's slip; what goes wrong is one line beside the result, which stands."""
    try:
        print_slip(context.settings, make())
    except SlipHeld as trouble:
        context.warn(f"{trouble} The number {number} is stored.")
    except (Fault, Refusal) as trouble:
        context.warn(f"{trouble} The number is stored; its slip can be printed with: onewindow ticket slip {number}")
