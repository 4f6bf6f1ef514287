"""What other processes do while a file is taken over."""

from __future__ import annotations

from multiprocessing.synchronize import Event

from terminal.office import open_office
from tests.office.halls import MORNING, SetClock
from tests.office.workers import Go, killed_after


def import_one(url: str, path: str, number: int, go: Go) -> tuple[int, int, int]:
    """Take over the same file as all the others do: booked, known, faults."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        result = office.imports.read_csv(path)
    return result.booked, result.known, len(result.faults)


def killed_while_importing(url: str, path: str, seconds: float) -> None:
    """A process takes over a file and is killed after so long, as a power cut would."""
    killed_after(seconds, _import, url, path)


def _import(url: str, path: str, begun: Event) -> None:
    with open_office(url, clock=SetClock(MORNING)) as office:
        begun.set()
        office.imports.read_csv(path)
