"""Stored jobs over a pseudo-terminal, whatever fails in the middle: every slip once at most, and its end known."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from drivers.line import Line
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices import print_queue
from terminal.devices.print_queue import PrintQueue, Told
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Fault
from terminal.office import open_office
from terminal.office.printing import JobState, NewSlip
from tests.devices.hall import Door, Hall
from tests.drivers.ptys import eventually

KEY = "kiosk"
DYING = """
import os, signal, sys
from drivers.line import Line
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile
from terminal.devices.print_queue import PrintQueue
from terminal.office import open_office

url, port, where = sys.argv[1:]
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
office = open_office(url)
line = Line(port)
queue = PrintQueue(lambda: office, line, Printer(line, load_profile("generic-80mm")), "kiosk", lambda _: None)
line.open()
queue.work()
write = line.write
def half(data, timeout=1.0):
    if len(data) > 100:
        write(data[: len(data) // 2], timeout)
        die()
    write(data, timeout)
if where == "half way":
    line.write = half
else:
    office.printing.record = die
queue.add_ticket(office.queue.issue("LD-001").id)
"""


@dataclass
class Work:
    """A queue on a printer, what it told, and what happens at certain states."""

    queue: PrintQueue
    line: Line
    told: list[tuple[str, str]] = field(default_factory=list)
    at: dict[JobState, Callable[[], object]] = field(default_factory=dict)

    def hear(self, told: Told) -> None:
        self.told.append((told.state, told.reason))
        if act := self.at.pop(told.state, None):
            act()

    def until(self, holds: Callable[[], object]) -> None:
        """Work until something holds."""

        def work() -> object:
            if not self.line.is_up:
                self.line.read(0.02)
            self.queue.work()
            return holds()

        assert eventually(work, within=20)


Start = Callable[..., Work]


@pytest.fixture
def start(hall: Hall, printer: PrinterOnPty, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts a program that has the printer, and puts an end to it."""
    monkeypatch.setattr(print_queue, "RETRY_S", 0.0)
    running: list[Work] = []

    def begin(door: Door | None = None, port: str = "") -> Work:
        line = Line(port or printer.port)
        device = Printer(line, load_profile("generic-80mm"), slip_fonts())
        work = Work(PrintQueue(door or hall.door, line, device, KEY, lambda told: work.hear(told)), line)
        line.open()
        work.queue.work()
        running.append(work)
        return work

    yield begin
    for work in running:
        work.line.close()


def states(hall: Hall) -> list[tuple[str, str]]:
    return [(job.state, job.reason) for job in hall.jobs()]


def numbers(printer: PrinterOnPty, *wanted: str) -> list[int]:
    text = "\n".join(printer.lines)
    return [text.count(number) for number in wanted]


def test_a_slip_is_stored_as_being_sent_before_its_first_byte(hall: Hall, printer: PrinterOnPty, start: Start) -> None:
    work = start()
    found: list[tuple[str, str]] = []
    work.at[JobState.SENDING] = lambda: found.extend(states(hall))
    told = work.queue.add_ticket(hall.ticket())
    assert found == [("sending", "")]
    assert told.state == "printed"
    assert states(hall) == [("printed", "")]
    assert eventually(lambda: printer.state.cuts == 1)


def test_paper_that_ends_before_a_slip_lets_it_wait_and_counts_the_new_roll_from_nothing(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.add_ticket(hall.ticket())
    assert hall.office.printing.paper(KEY) > 500
    printer.simulator.paper_out = True
    work.queue.watch.look()
    told = work.queue.add_ticket(hall.ticket())
    assert (told.state, told.reason) == ("waiting", "paper_out")
    printer.simulator.paper_out = False
    work.until(lambda: states(hall) == [("printed", "")] * 2)
    assert eventually(lambda: printer.state.cuts == 2)
    assert numbers(printer, "A001", "A002") == [1, 1]
    assert [line.who for line in hall.journal("new_roll")] == ["printer"]


def test_paper_that_ends_in_the_middle_is_waited_for_and_the_slip_is_not_sent_again(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    work.at[JobState.SENDING] = lambda: printer.call(lambda: setattr(printer.simulator, "paper_out", True))
    assert work.queue.add_ticket(hall.ticket()).state == "held"
    assert work.queue.add_ticket(hall.ticket()).state == "waiting"
    work.until(lambda: states(hall) == [("held", "paper_out"), ("waiting", "")])
    printer.simulator.paper_out = False
    work.until(lambda: states(hall) == [("printed", "")] * 2)
    assert eventually(lambda: printer.state.cuts == 2)
    assert numbers(printer, "A001", "A002") == [1, 1]


def test_a_cover_opened_over_a_slip_holds_it_and_the_next_waits(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    work.at[JobState.SENDING] = lambda: printer.call(lambda: setattr(printer.simulator, "cover_open", True))
    told = work.queue.add_ticket(hall.ticket())
    assert (told.state, told.reason) == ("held", "cover_open")
    work.queue.add_ticket(hall.ticket())
    printer.simulator.cover_open = False
    work.until(lambda: states(hall) == [("printed", "")] * 2)
    assert eventually(lambda: printer.state.cuts == 2)


def test_a_cable_pulled_before_the_first_byte_lets_the_slip_wait(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    work.at[JobState.SENDING] = printer.unplug
    assert work.queue.add_ticket(hall.ticket()).state == "waiting"
    assert states(hall) == [("waiting", "lost")]
    printer.replug()
    work.until(lambda: states(hall) == [("printed", "")])
    assert eventually(lambda: printer.state.cuts == 1)
    assert numbers(printer, "A001") == [1]


def test_a_cable_pulled_in_the_middle_leaves_the_slip_to_a_person_and_lets_the_next_go_on(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    write = work.line.write

    def half(data: bytes, timeout: float = 1.0) -> None:
        if len(data) > 100:
            write(data[: len(data) // 2], timeout)
            work.line.write = write  # type: ignore[method-assign]
            printer.unplug()
            try:
                write(data[len(data) // 2 :], timeout)
            except print_queue.LineDown as down:
                down.written += len(data) // 2
                raise
        write(data, timeout)

    work.line.write = half  # type: ignore[method-assign]
    assert work.queue.add_ticket(hall.ticket()).state == "failed"
    assert work.queue.add_ticket(hall.ticket()).state == "waiting"
    printer.replug()
    work.until(lambda: states(hall) == [("failed", "lost"), ("printed", "")])
    assert numbers(printer, "A002") == [1]
    assert [line.noun_id for line in hall.journal("print_failed")] == ["1"]


@pytest.mark.parametrize("where", ["half way", "sent, not recorded"])
def test_a_program_killed_over_a_slip_does_not_print_it_again_when_it_starts(
    hall: Hall, printer: PrinterOnPty, start: Start, where: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DYING, hall.url, printer.port, where], timeout=60, check=False, capture_output=True
    )
    assert done.returncode == -9, done.stderr
    assert states(hall) == [("sending", "")]
    work = start()
    assert states(hall) == [("sent", "interrupted")]
    assert work.queue.add_ticket(hall.ticket()).state == "printed"
    work.queue.work()
    cuts = 1 if where == "half way" else 2
    assert eventually(lambda: printer.state.cuts == cuts)
    assert numbers(printer, "A002") == [1]
    assert numbers(printer, "A001")[0] <= 1
    assert [line.noun_id for line in hall.journal("print_interrupted")] == ["1"]


def test_what_became_of_a_slip_is_recorded_when_the_database_is_back(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    work.at[JobState.SENDING] = lambda: setattr(hall.door, "trouble", Fault("The database does not answer."))
    assert work.queue.add_ticket(hall.ticket()).state == "printed"
    for _ in range(3):
        work.queue.work()
    assert states(hall) == [("sending", "")]
    hall.door.trouble = None
    work.until(lambda: states(hall) == [("printed", "")])
    assert eventually(lambda: printer.state.cuts == 1)
    assert hall.office.printing.paper(KEY) > 500


def test_while_an_end_is_not_recorded_no_other_slip_is_sent(hall: Hall, printer: PrinterOnPty, start: Start) -> None:
    work = start()
    work.queue.watch.look()
    record, hall.office.printing.record = hall.office.printing.record, away  # type: ignore[method-assign,assignment]
    work.queue.add_ticket(hall.ticket())
    assert work.queue.add_ticket(hall.ticket()).state == "waiting"
    assert eventually(lambda: printer.state.cuts == 1)
    hall.office.printing.record = record  # type: ignore[method-assign]
    work.until(lambda: states(hall) == [("printed", "")] * 2)


def away(*_: object, **__: object) -> None:
    raise Fault("The database does not answer.")


def test_a_program_that_ends_while_the_database_is_away_leaves_the_slip_unconfirmed(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    work.at[JobState.SENDING] = lambda: setattr(hall.door, "trouble", Fault("The database does not answer."))
    work.queue.add_ticket(hall.ticket())
    assert not work.queue.finish()
    work.line.close()
    hall.door.trouble = None
    start()
    assert states(hall) == [("sent", "interrupted")]
    assert printer.state.cuts == 1


def test_a_commit_whose_answer_was_lost_prints_nothing_and_is_not_left_lying(
    hall: Hall, printer: PrinterOnPty, start: Start
) -> None:
    work = start()
    work.queue.watch.look()
    add = hall.office.printing.add

    def stored_but_not_heard(*given: object, **named: object) -> object:
        add(*given, **named)  # type: ignore[arg-type]
        raise Fault("The database does not answer.")

    hall.office.printing.add = stored_but_not_heard  # type: ignore[method-assign,assignment]
    with pytest.raises(Fault):
        work.queue.add_ticket(hall.ticket())
    work.queue.work()
    assert states(hall) == [("failed", "not_stored")]
    assert printer.state.cuts == 0


def test_two_programs_on_one_queue_print_every_slip_once(
    hall: Hall, printer: PrinterOnPty, start: Start, tmp_path: Path
) -> None:
    """Nobody should set two printers up under one name; if somebody does, no slip comes twice."""
    count = 12
    with PrinterOnPty(slip_fonts(), link=tmp_path / "second") as second, open_office(hall.url) as other:
        encode = Printer(Line(printer.port), load_profile("generic-80mm")).encode
        for ticket in [hall.ticket() for _ in range(count)]:
            hall.office.printing.add(NewSlip(KEY, "ticket", ticket, encode(hall.office.slips.ticket(ticket))))
        queues = []
        for office, port in ((hall.office, printer.port), (other, second.port)):
            line = Line(port)
            device = Printer(line, load_profile("generic-80mm"))
            queues.append((line, PrintQueue(lambda office=office: office, line, device, KEY, lambda _: None)))

        def work(line: Line, queue: PrintQueue) -> None:
            with line:
                line.open()
                assert eventually(lambda: queue.work() or not queue.waiting, within=60)

        threads = [threading.Thread(target=work, args=pair) for pair in queues]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert eventually(lambda: printer.state.cuts + second.state.cuts == count)
        text = "\n".join((*printer.lines, *second.lines))
        assert [text.count(f"A{number:03d}") for number in range(1, count + 1)] == [1] * count
