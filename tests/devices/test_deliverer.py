"""The threads that deliver: each transport for itself, the database away, the program closed in the middle."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.gsm_modem.simulator import ModemFault, ModemOnPty
from terminal.devices.delivery import deliverer as delivering
from terminal.devices.delivery.chores import Chores
from terminal.devices.delivery.courier import Courier, Done
from terminal.devices.delivery.deliverer import Deliverer
from terminal.devices.delivery.making import couriers
from terminal.devices.delivery.transport import Result
from terminal.errors import Fault
from terminal.settings import MessagesSettings, ModemSettings, Settings
from tests.devices.gateways import Pigeon, gateway_server, state_of, text_resident, write_to_staff
from tests.devices.hall import Hall
from tests.drivers.ptys import eventually

PATIENCE = 20.0


class Watched:
    """A deliverer, and what it told."""

    def __init__(self, hall: Hall, *given: Courier) -> None:
        self.done: list[Done] = []
        self.bugs: list[Exception] = []
        self.deliverer = Deliverer(hall.door, given, done=self.done.append, bug=self.bugs.append)

    def delivered(self, count: int) -> bool:
        return eventually(lambda: len(self.done) >= count, PATIENCE)


@contextmanager
def watched(hall: Hall, *given: Courier) -> Iterator[Watched]:
    made = Watched(hall, *given)
    made.deliverer.start()
    try:
        yield made
    finally:
        assert made.deliverer.close()
        assert made.bugs == []


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for another try."""
    monkeypatch.setattr(delivering, "RETRY_S", 0.02)
    monkeypatch.setattr(delivering, "CHORES_S", 0.05)


def test_what_waits_is_delivered_and_what_comes_later_as_soon_as_it_is_told(hall: Hall) -> None:
    first, pigeon = text_resident(hall.office), Pigeon()
    with watched(hall, Courier(pigeon)) as work:
        assert work.delivered(1)
        second = text_resident(hall.office, 2)
        assert work.delivered(2)  # POLL_S is far away: the change feed told
    assert pigeon.carried == [first, second]
    assert pigeon.closed


def test_a_transport_that_stalls_holds_up_no_other(hall: Hall) -> None:
    text_resident(hall.office)
    letters = [write_to_staff(hall.office, "json://example.invalid/", number) for number in range(3)]
    stalls, free = threading.Event(), threading.Event()

    def stall(_: Any) -> Result:
        stalls.set()
        free.wait(PATIENCE)
        return Result("unsure", "no_answer")

    url = Pigeon("url")
    with watched(hall, Courier(Pigeon("sms", stall)), Courier(url)) as work:
        assert stalls.wait(PATIENCE)
        assert work.delivered(3)
        assert url.carried == letters
        free.set()
        assert work.delivered(4)


def test_a_modem_that_stalls_does_not_hold_up_the_gateway(hall: Hall, tmp_path: Path) -> None:
    with gateway_server() as server, ModemOnPty(link=tmp_path / "modem") as modem:
        modem.fault(ModemFault.STALL)
        settings = Settings(gsm_modem=ModemSettings(port=modem.port), messages=MessagesSettings(sms="modem"))
        message = text_resident(hall.office)
        with watched(hall, *couriers(settings)) as work:
            assert eventually(lambda: modem.state.messages, PATIENCE)  # it has the message and says nothing more
            letter = write_to_staff(hall.office, f"json://127.0.0.1:{server.port}/hook")
            assert work.delivered(1)
            assert state_of(hall.office, letter)[0] == "sent"
            assert state_of(hall.office, message)[0] == "sending"
        assert state_of(hall.office, message) == ("unsure", "closed")


def test_a_database_that_is_away_costs_no_message(hall: Hall) -> None:
    message, pigeon = text_resident(hall.office), Pigeon()
    hall.door.trouble = Fault("The database does not answer.")
    with watched(hall, Courier(pigeon)) as work:
        assert hall.door.failed.wait(PATIENCE)
        assert pigeon.carried == []
        hall.door.trouble = None
        assert work.delivered(1)
    assert state_of(hall.office, message)[0] == "sent"


def test_what_was_sent_while_the_database_was_away_is_recorded_later(hall: Hall) -> None:
    message, pigeon = text_resident(hall.office), Pigeon()
    real = hall.office.outbox.sent
    tries = threading.Semaphore(0)
    away = threading.Event()

    def sent(number: int, worker: str | None = None) -> Any:
        tries.release()
        if not away.is_set():
            raise Fault("The database does not answer.")
        return real(number, worker)

    hall.office.outbox.sent = sent  # type: ignore[method-assign]
    with watched(hall, Courier(pigeon)) as work:
        for _ in range(3):
            assert tries.acquire(timeout=PATIENCE)
        away.set()
        assert work.delivered(1)
    assert state_of(hall.office, message)[0] == "sent"
    assert pigeon.carried == [message]


def test_a_bug_is_told_and_the_work_goes_on(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "BUG_S", 0.01)
    first = text_resident(hall.office)
    second = text_resident(hall.office, 2)

    def stumble(message: Any) -> Result:
        if message.id == first:
            raise RuntimeError("a bug")
        return Result("sent")

    work = Watched(hall, Courier(Pigeon(carry=stumble)))
    work.deliverer.start()
    assert work.delivered(1)
    assert work.deliverer.close()
    assert [str(bug) for bug in work.bugs] == ["a bug"]
    assert state_of(hall.office, second)[0] == "sent"
    assert state_of(hall.office, first)[0] == "sending"  # found as unsure when nobody can be at it any more


def test_each_minute_people_are_reminded_and_missed_appointments_closed(hall: Hall) -> None:
    did: dict[str, threading.Event] = {"remind": threading.Event(), "close_missed": threading.Event()}

    def noted(name: str) -> Callable[[], int]:
        def note() -> int:
            did[name].set()
            return 0

        return note

    hall.office.reminders.remind = noted("remind")  # type: ignore[method-assign]
    hall.office.appointments.close_missed = noted("close_missed")  # type: ignore[method-assign]
    with watched(hall):
        for _ in range(2):  # again and again
            for event in did.values():
                assert event.wait(PATIENCE)
                event.clear()


def test_two_deliverers_share_the_work(hall: Hall) -> None:
    messages = [text_resident(hall.office, number) for number in range(20)]
    one, other = Pigeon(), Pigeon()
    with watched(hall, Courier(one)) as first, watched(hall, Courier(other)) as second:
        assert eventually(lambda: len(first.done) + len(second.done) == 20, PATIENCE)
    assert sorted(one.carried + other.carried) == messages


def test_closing_waits_for_nobody(hall: Hall) -> None:
    pigeon = Pigeon()
    work = Watched(hall, Courier(pigeon))
    work.deliverer.start()
    assert work.deliverer.close()
    assert pigeon.closed
    assert Watched(hall).deliverer.close()  # never started


def test_once_a_day_files_that_no_case_names_are_removed(hall: Hall) -> None:
    files, chores = hall.office.attachments.files, Chores()
    with hall.office.store.reading() as session:
        files.claim(hall.office.room.vault(session).key_id)
    for content, left in ((b"first", False), (b"later the same day", True)):
        name = files.put(content)
        os.utime(files.path(name), (1, 1))
        chores.do(hall.office)
        assert files.path(name).exists() == left


def test_a_folder_of_files_that_cannot_be_used_keeps_no_message_back(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:  # fmt: skip
    hall.office.attachments.files.folder = Path("/dev/full")
    Chores().do(hall.office)
    assert "files were not looked through" in caplog.text
