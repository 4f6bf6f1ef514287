"""What other processes of a test do with print jobs."""

from __future__ import annotations

from contextlib import suppress

from drivers.line import Line, LineDown
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile
from terminal.devices.print_queue import PrintQueue
from terminal.model import JobState
from terminal.office import open_office
from terminal.office.printing import NewSlip
from tests.office.halls import MORNING, SetClock
from tests.office.workers import Go

DOTS = 800


def take_all(url: str, printer: str, number: int, go: Go) -> list[int]:
    """Take jobs until none waits; which they were."""
    me, mine = f"worker/{number}", []
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        while taken := office.printing.claim(printer, me):
            mine.append(taken[0].id)
            office.printing.record(taken[0].id, me, JobState.PRINTED, dots=DOTS)
    return mine


def take_in_turn(url: str, printer: str, number: int, go: Go) -> list[tuple[int, int]]:
    """The same on a port that others have too, by the machine's own clock; and how many were being sent then."""
    me, mine = f"worker/{number}", []
    with open_office(url) as office:
        go()
        while any(job.state in ("waiting", "sending") for job in office.printing.jobs(printer, 100)):
            if taken := office.printing.claim(printer, me, alone=False):
                sending = [job for job in office.printing.jobs(printer, 100) if job.state == "sending"]
                mine.append((taken[0].id, len(sending)))
                office.printing.record(taken[0].id, me, JobState.PRINTED, dots=DOTS)
    return mine


def add_first(url: str, printer: str, ticket: int, number: int, go: Go) -> tuple[int, bool]:
    """Ask for a ticket's first slip to be sent at once; the job, and whether it is in this process's hand."""
    me = f"worker/{number}"
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        job = office.printing.add(NewSlip(printer, "ticket", ticket, b"x"), me)
    return job.id, job.worker == me


def print_some(url: str, port: str, key: str, slips: int, number: int, go: Go) -> None:
    """As one command after the other does: take a number, open the port if it is free, and work what waits."""
    with open_office(url) as office:
        go()
        for _ in range(slips):
            ticket = office.queue.issue("A").id
            line = Line(port)
            queue = PrintQueue(lambda: office, line, Printer(line, load_profile("generic-80mm")), key, lambda _: None)
            with line:
                with suppress(LineDown):
                    line.open()
                queue.add_ticket(ticket)
