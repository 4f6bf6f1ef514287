"""What other processes do to cases. Each opens the office itself, as another terminal would."""

from __future__ import annotations

from datetime import timedelta
from multiprocessing.synchronize import Event

from terminal.errors import Refusal
from terminal.office import open_office
from tests.office.casework import ITEM, at, somebody
from tests.office.halls import SetClock
from tests.office.workers import Go, killed_after


def register_some(url: str, count: int, number: int, go: Go) -> list[str]:
    """Open cases, every other one by proxy; their numbers."""
    with open_office(url, clock=SetClock(at(4))) as office:
        go()
        return [
            office.cases.register(ITEM, somebody(100 * number + turn), proxy=turn % 2 == 0).row.number
            for turn in range(count)
        ]


def accept_one(url: str, case: int, version: int, _number: int, go: Go) -> str:
    """Accept a case as it was seen; "" when it was done, else what was refused."""
    with open_office(url, clock=SetClock(at(5))) as office:
        go()
        try:
            office.cases.advance(case, "accept", version=version)
        except Refusal as refusal:
            return str(refusal)
        return ""


def sweep_once(url: str, _number: int, go: Go) -> int:
    """How many cases this one let fall to the backstop."""
    with open_office(url, clock=SetClock(at(20))) as office:
        go()
        return office.cases.sweep().fallen


def killed_while_working(url: str, seconds: float, first: int) -> None:
    """Let a process carry cases through for so long and kill it as a power cut would."""
    killed_after(seconds, _work_for_ever, url, first)


def _work_for_ever(url: str, first: int, begun: Event) -> None:
    with open_office(url, clock=SetClock(at(4))) as office:
        for turn in range(100_000):
            case = office.cases.register(ITEM, somebody(first + turn), by="li").row.id
            begun.set()
            office.cases.advance(case, "accept", by="li")
            office.cases.advance(case, "ask-correction", note="缺件", by="li")
            office.cases.advance(case, "corrected", at=at(4) + timedelta(days=2), by="li")
            office.cases.hand_to(case, "zhang", by="li")
