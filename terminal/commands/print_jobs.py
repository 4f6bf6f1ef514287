"""``onewindow devices jobs`` and ``roll``: what this machine's printer has printed, and its paper."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from drivers.profiles import ProfileError
from drivers.receipt_printer.profile import load_profile
from terminal.commands.arguments import number
from terminal.commands.context import Context, Subparsers, verb
from terminal.errors import Refusal
from terminal.rules.paper import Roll, usual_metres

if TYPE_CHECKING:
    from terminal.office.office import Office
    from terminal.office.printing import PrintJob
    from terminal.settings import PrinterSettings

SHOWN = 20


def add(verbs: Subparsers) -> None:
    """Add the verbs to ``devices``."""
    jobs = verb(verbs, "jobs", "what the printer of this machine was last given, and what became of it", _jobs)
    jobs.add_argument("--limit", type=number, default=SHOWN, metavar="N", help=f"how many at most; {SHOWN} without it")
    roll = verb(verbs, "roll", "how much paper is left on the printer's roll, as counted", _roll)
    roll.add_argument("--reset", action="store_true", help="a new roll has been put in: count from nothing")


def _printer(context: Context) -> PrinterSettings:
    # Brings the database's libraries, half a second of them, which the other verbs of ``devices`` have no use for.
    from terminal.commands.printing import configured

    return configured(context)


def _jobs(context: Context, args: argparse.Namespace) -> int:
    printer = _printer(context)
    with context.office() as office:
        rows = [_row(office, job) for job in office.printing.jobs(printer.key, args.limit)]
    lines = [
        f"{row['at']:%H:%M:%S}  {row['number'] or row['kind']:8} {row['state']:9} "
        f"{'again  ' if row['reprint'] else ''}{row['reason']}".rstrip()
        for row in rows
    ]
    return context.say(rows, *(lines or ["no print jobs"]))


def _row(office: Office, job: PrintJob) -> dict[str, object]:
    def local(moment: datetime | None) -> datetime | None:
        return office.room.local(moment) if moment else None

    return {
        "id": job.id,
        "kind": job.kind,
        "number": job.title or None,
        "state": job.state,
        "reason": job.reason,
        "reprint": job.reprint,
        "copy_of": job.copy_of,
        "counter": job.counter,
        "at": local(job.created_at),
        "sent_at": local(job.sent_at),
        "done_at": local(job.done_at),
        "millimetres": round(job.dots / 8),
    }


def _roll(context: Context, args: argparse.Namespace) -> int:
    printer = _printer(context)
    metres = roll_metres(printer)
    with context.office() as office:
        if args.reset:
            office.printing.new_roll(printer.key, "command")
        roll = Roll(metres, office.printing.paper(printer.key))
    found = {
        "printer": printer.key,
        "roll_metres": metres,
        "used_metres": round(roll.used_metres, 2),
        "left_metres": round(roll.left_metres, 2),
        "low": roll.low,
    }
    low = "  have a new one ready" if roll.low else ""
    return context.say(found, f"{printer.key}  about {roll.left_metres:.1f} m of {metres:g} m left{low}")


def roll_metres(printer: PrinterSettings) -> float:
    """How long the printer's rolls are. Raises Refusal for a profile that cannot be read."""
    if printer.roll_metres is not None:
        return printer.roll_metres
    try:
        return usual_metres(load_profile(printer.profile).paper.dots)
    except ProfileError as error:
        raise Refusal("The printer's settings cannot be used: {what}.", "Correct them.", what=error) from error
