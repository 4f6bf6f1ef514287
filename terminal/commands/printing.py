"""A ticket's slip on the settings' printer, from the command line: a stored job, worked here if the port is free."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from drivers.line import LineDown
from drivers.ports import SENTENCES as LINE_SENTENCES
from drivers.receipt_printer.status import SENTENCES, PrinterTrouble
from terminal.commands.context import Context
from terminal.devices.kinds.asked_printer import open_printer
from terminal.devices.print_queue import PrintQueue, Told
from terminal.errors import Fault, Refusal
from terminal.office.printing import JobState

if TYPE_CHECKING:
    from terminal.office.office import Office
    from terminal.settings import PrinterSettings

GOOD = (JobState.PRINTED, JobState.SENT)


def print_ticket(context: Context, office: Office, ticket: int, *, reprint: bool = False) -> Told:
    """Store a ticket's slip as a job and print it, after those that wait already, if the printer can; how it stands.

    A printer whose port another program has is that program's: it prints the job. Raises Refusal for settings that
    can never work, and Fault when nothing could be stored.
    """
    line, printer = open_printer(context.settings)
    queue = PrintQueue(lambda: office, line, printer, configured(context).key, lambda _: None)
    try:
        with line:
            with suppress(LineDown):  # the job waits, and says why
                line.open()
            told = queue.add_ticket(ticket, reprint=reprint, who="command")
            queue.finish()
    except OSError as error:
        raise Fault("The slip cannot be drawn: {why}.", "Install the program again.", why=error) from error
    return told


def try_to_print(context: Context, office: Office, ticket: int, number: str) -> None:
    """Print a stored ticket's slip; what goes wrong is one line beside the result, which stands."""
    try:
        told = print_ticket(context, office, ticket)
    except (Fault, Refusal) as trouble:
        context.warn(f"{trouble} The number is stored; its slip can be printed with: onewindow ticket slip {number}")
        return
    if told.state not in GOOD:
        context.warn(f"{sentence(told, configured(context).port, number)} The number {number} is stored.")


def sentence(told: Told, port: str, number: str) -> str:
    """How a slip that is not on paper stands, and what to do."""
    why = _why(told, port)
    match told.state:
        case JobState.WAITING:
            return f"The slip waits: {why}. It is printed with the next one, or by a terminal that has the printer."
        case JobState.HELD:
            return f"The printer has the slip and stopped: {why}. It may print it then: do not send it again."
        case JobState.FAILED:
            return (
                f"The slip is not printed whole: {why}. A part of it may be on the paper; "
                f"print it again with: onewindow ticket slip {number}"
            )
        case _:
            return f"The slip is {told.state}: {why}."


def configured(context: Context) -> PrinterSettings:
    """The settings' printer. Raises Refusal without one."""
    printer = context.settings.receipt_printer
    if printer is None:
        raise Refusal(
            "The settings name no receipt printer.", "Add a part [receipt_printer] with its port and profile."
        )
    return printer


def _why(told: Told, port: str) -> str:
    if told.reason in LINE_SENTENCES:
        return LINE_SENTENCES[told.reason].format(port=port, detail=told.detail or "–").rstrip(".")
    if told.reason in set(PrinterTrouble):
        return SENTENCES[PrinterTrouble(told.reason)]
    return told.reason.replace("_", " ") or "others come first"
