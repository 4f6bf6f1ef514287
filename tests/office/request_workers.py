"""What other processes do with one request at the same moment."""

from __future__ import annotations

from terminal.errors import Refusal
from terminal.office import open_office
from tests.office.duties import SATURDAY
from tests.office.halls import MORNING, SetClock
from tests.office.plans import at
from tests.office.workers import Go


def decide_one(url: str, request: int, number: int, go: Go) -> str:
    """Each process answers it another way; what it did, "" when another one was first."""
    verbs = ("approve", "answer", "refuse")
    verb = verbs[number % 3]
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            if verb == "approve":
                office.requests.approve(request, start=at(SATURDAY, 14), staff="wang", counter=1)
            elif verb == "answer":
                office.requests.answer(request, "请周一来。")
            else:
                office.requests.refuse(request, "不能安排。")
        except Refusal:
            return ""
    return verb


def approve_one(url: str, requests: list[int], number: int, go: Go) -> bool:
    """Each process calls the same person in for another request, at the same time."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        try:
            office.requests.approve(requests[number], start=at(SATURDAY, 14), staff="wang", counter=1)
        except Refusal:
            return False
    return True
