"""The settings' printer, asked how it is or given one slip: blocking, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drivers.line import Line
from drivers.receipt_printer.printer import Outcome, Printer, PrintResult
from drivers.receipt_printer.profile import load_profile
from drivers.receipt_printer.status import PrinterStatus
from terminal.devices.kinds.base import Said, Tell
from terminal.devices.kinds.stations import Refusals
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Fault

if TYPE_CHECKING:
    from drivers.receipt_printer.slip import Slip
    from terminal.settings import Settings

UNUSABLE = Said("The printer's settings cannot be used: {what}.", "Correct them.")
REFUSALS = Refusals(
    missing=Said("The settings name no receipt printer.", "Add a part [receipt_printer] with its port and profile."),
    port=UNUSABLE,
    profile=UNUSABLE,
)


class SlipHeld(Fault):
    """The printer has the slip and may still print it: printing it again would make two of it."""


def open_printer(settings: Settings) -> tuple[Line, Printer]:
    """The settings' printer; the caller closes the line. Raises Refusal for settings that can never work."""
    printer = REFUSALS.named(settings.receipt_printer)
    with REFUSALS.told():
        profile = load_profile(printer.profile)
        line = Line(printer.port, serial=profile.link.serial, baud=printer.baud)
    return line, Printer(line, profile, slip_fonts())


def print_slip(settings: Settings, slip: Slip, tell: Tell) -> str:
    """Print it. Returns confirmed or unconfirmed; a profile that claims too much is told.

    Raises Fault when the slip is, as far as is known, not on paper.
    """
    line, printer = open_printer(settings)
    try:
        with line:
            result = printer.print(slip)
    except OSError as error:
        raise Fault("The slip cannot be drawn: {why}.", "Install the program again.", why=error) from error
    if printer.shortfall:
        tell(
            Said(
                'The printer leaves "{claimed}" unanswered. Set completion = "{given}" in its profile.',
                claimed=printer.claimed,
                given=printer.completion,
            )
        )
    if result.ok:
        return result.outcome.value
    if result.outcome in (Outcome.UNCONFIRMED, Outcome.HELD):
        raise SlipHeld("The slip is not printed yet: {what}.", what=_why(result))
    raise Fault("The slip is not printed: {what}.", what=_why(result))


def status(settings: Settings) -> PrinterStatus:
    """Ask the printer how it is. Raises LineDown."""
    line, printer = open_printer(settings)
    with line:
        return printer.status()


def _why(result: PrintResult) -> str:
    text = result.text or ("unknown" if result.outcome is Outcome.FAILED else result.outcome.value)
    return text.rstrip(".")
