"""Printing a slip on the settings' printer, from the command line: blocking, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drivers.line import Line, LineSettingError
from drivers.receipt_printer.printer import Outcome, Printer, PrintResult
from drivers.receipt_printer.profile import ProfileError, load_profile
from drivers.receipt_printer.status import PrinterStatus
from terminal.commands.context import Context
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Fault, Refusal
from terminal.settings import Settings

if TYPE_CHECKING:
    from drivers.receipt_printer.slip import Slip


def open_printer(settings: Settings) -> tuple[Line, Printer]:
    """The settings' printer; the caller closes the line. Raises Refusal for settings that can never work."""
    printer = settings.receipt_printer
    if printer is None:
        raise Refusal(
            "The settings name no receipt printer.", "Add a part [receipt_printer] with its port and profile."
        )
    try:
        profile = load_profile(printer.profile)
        line = Line(printer.port, baud=printer.baud)
    except (ProfileError, LineSettingError) as error:
        raise Refusal("The printer's settings cannot be used: {what}.", "Correct them.", what=error) from error
    return line, Printer(line, profile, slip_fonts())


def print_slip(settings: Settings, slip: Slip) -> str:
    """Print it. Returns confirmed or unconfirmed; raises Fault when it certainly is not on paper."""
    line, printer = open_printer(settings)
    with line:
        result = printer.print(slip)
    if not result.ok:
        raise Fault("The slip is not printed: {what}.", "Print it again with: ticket slip.", what=_why(result))
    return result.outcome.value


def try_to_print(context: Context, slip: Slip) -> None:
    """Print it; what goes wrong is said beside the result, which stands."""
    try:
        print_slip(context.settings, slip)
    except (Fault, Refusal) as trouble:
        context.warn(" ".join(str(trouble).split()))


def status(settings: Settings) -> PrinterStatus:
    """Ask the printer how it is. Raises LineDown."""
    line, printer = open_printer(settings)
    with line:
        return printer.status()


def _why(result: PrintResult) -> str:
    text = result.text or ("unknown" if result.outcome is Outcome.FAILED else result.outcome.value)
    return text.rstrip(".")
