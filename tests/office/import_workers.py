"""What other processes do while a file is taken over."""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.synchronize import Event

from terminal.office import open_office
from tests.office.halls import MORNING, SetClock
from tests.office.workers import PATIENCE, Go


def import_one(url: str, path: str, number: int, go: Go) -> tuple[int, int, int]:
    """Take over the same file as all the others do: booked, known, faults."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        result = office.imports.read_csv(path)
    return result.booked, result.known, len(result.faults)


def killed_while_importing(url: str, path: str, seconds: float) -> None:
    """A process takes over a file and is killed after so long, as a power cut would."""
    context = multiprocessing.get_context("forkserver")
    begun = context.Event()
    process = context.Process(target=_import, args=(url, path, begun))
    process.start()
    assert begun.wait(PATIENCE)
    time.sleep(seconds)
    process.kill()
    process.join(PATIENCE)


def _import(url: str, path: str, begun: Event) -> None:
    with open_office(url, clock=SetClock(MORNING)) as office:
        begun.set()
        office.imports.read_csv(path)
