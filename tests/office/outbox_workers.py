"""What other processes do with the outbox. Each opens the office itself, as a delivering terminal would."""

from __future__ import annotations

from datetime import datetime
from multiprocessing.synchronize import Event

from terminal.model import Resident
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.outbox import tell
from terminal.office.people_entering import put_resident
from tests.office.halls import MORNING, SetClock
from tests.office.people import person, phone_of
from tests.office.workers import PATIENCE, Go, fork_context, killed_after

ANSWER = {"answer": "请周一再来电。"}


def tell_resident(office: Office, event: str, resident: Resident, **more: object) -> None:
    """One message to one resident, as a verb tells it."""
    with office.room.writing() as session:
        tell(session, office.room, "request_answered", event, ANSWER, at=office.room.now(), resident=resident, **more)  # type: ignore[arg-type]


def known_resident(office: Office, serial: int = 1, *, phone: str | None = None) -> Resident:
    """A resident as a verb has entered one."""
    with office.room.writing() as session:
        return put_resident(session, office.room, person(serial, phone=phone), office.room.now())


def claim_and_send(url: str, number: int, go: Go) -> list[int]:
    """Claim until nothing is left; what was claimed."""
    claimed: list[int] = []
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        while found := office.outbox.claim(f"worker {number}", office.room.now(), most=7):
            for message in found:
                office.outbox.sent(message.id, f"worker {number}")
                claimed.append(message.id)
    return claimed


def tell_one(url: str, resident: int, number: int, go: Go) -> bool:
    """Tell the same event as all the others do; whether this one did."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        with office.room.writing() as session:
            who = session.get_one(Resident, resident)
            return tell(
                session, office.room, "request_answered", "request/1/answered", ANSWER, at=MORNING, resident=who
            )  # fmt: skip


def enter_one(url: str, number: int, go: Go) -> int:
    """Enter the same person as all the others do: half of them by ID number, half by name and telephone."""
    entry = person(5) if number % 2 else person(6, number="")
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        with office.room.writing() as session:
            return put_resident(session, office.room, entry, office.room.now()).id


def adopt_one(url: str, number: int, go: Go) -> int:
    """Enter one person's ID number as all the others do, each with one of two telephones of that person."""
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        with office.room.writing() as session:
            return put_resident(session, office.room, person(7, phone=phone_of(number % 2)), office.room.now()).id


def remind_one(url: str, moment: datetime, number: int, go: Go) -> int:
    """Remind as all the others do at the same moment."""
    with open_office(url, clock=SetClock(moment)) as office:
        go()
        return office.reminders.remind()


def killed_while_sending(url: str, worker: str) -> None:
    """A worker claims one message and is killed before it can say what became of it."""
    killed_after(0, _claim_and_wait, url, worker)


def _claim_and_wait(url: str, worker: str, taken: Event) -> None:
    with open_office(url, clock=SetClock(MORNING)) as office:
        assert office.outbox.claim(worker, office.room.now(), most=1)
        taken.set()
        fork_context().Event().wait(PATIENCE)
