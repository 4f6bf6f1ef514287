"""A queue on each kind of database: connections cut over a slip, and two programs that add to one printer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from drivers.line import Line
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices import print_queue
from terminal.devices.print_queue import PrintQueue, Told
from terminal.devices.slip_fonts import slip_fonts
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.printing import RECEIPT, JobState
from tests.drivers.ptys import eventually
from tests.office import printers
from tests.office.casework import accepted, set_up
from tests.office.workers import in_processes
from tests.postgres import Postgres

KEY = "kiosk"
PROCESSES, SLIPS = 4, 5  # of each process


def queue_on(office: Office, port: str, tell: object = None) -> tuple[Line, PrintQueue]:
    line = Line(port)
    device = Printer(line, load_profile("generic-80mm"), slip_fonts())
    return line, PrintQueue(lambda: office, line, device, KEY, tell or (lambda _: None))  # type: ignore[arg-type]


def states(office: Office) -> list[tuple[str, str]]:
    return [(job.state, job.reason) for job in reversed(office.printing.jobs(KEY, 100))]


@pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)
def test_a_server_that_goes_away_over_a_slip_records_its_end_when_it_is_back(
    hall_url: str, tmp_path: Path, postgres_server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_queue, "RETRY_S", 0.0)
    with PrinterOnPty(slip_fonts(), link=tmp_path / "printer") as printer, open_office(hall_url) as office:

        def cut(told: Told) -> None:
            if told.state is JobState.SENDING:
                with postgres_server.connect() as connection:
                    query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                    connection.execute(query, (office.store.engine.url.database,))

        line, queue = queue_on(office, printer.port, cut)
        with line:
            line.open()
            queue.work()
            queue.watch.look()
            told = queue.add_ticket(office.queue.issue("LD-001").id)
            assert told.state == "printed"
            assert eventually(lambda: queue.work() or states(office) == [("printed", "")])
        assert eventually(lambda: printer.state.cuts == 1)


def test_jobs_of_several_programs_for_one_printer_come_out_once_each_by_whoever_has_it(
    hall_url: str, tmp_path: Path
) -> None:
    """Every program tries to have the port, adds its slips, and works whatever waits while it has it."""
    with PrinterOnPty(slip_fonts(), link=tmp_path / "printer") as printer:
        in_processes(partial(printers.print_some, hall_url, printer.port, KEY, SLIPS), PROCESSES)
        with open_office(hall_url) as office:
            line, queue = queue_on(office, printer.port)
            with line:
                line.open()
                assert eventually(lambda: queue.work() or not queue.waiting, within=60)
            assert states(office) == [("printed", "")] * (PROCESSES * SLIPS)
        assert eventually(lambda: printer.state.cuts == PROCESSES * SLIPS)
        text = "\n".join(printer.lines)
        assert [text.count(f"A{number:03d}") for number in range(1, PROCESSES * SLIPS + 1)] == [1] * PROCESSES * SLIPS


def test_a_cases_receipt_is_printed_once_and_again_only_as_a_copy(office: Office, tmp_path: Path) -> None:
    set_up(office)
    notice = accepted(office).notices[0]
    assert notice.id is not None
    with PrinterOnPty(slip_fonts(), link=tmp_path / "printer") as printer:
        line, queue = queue_on(office, printer.port)
        with line:
            line.open()
            queue.work()
            first = queue.add(RECEIPT, notice.id)
            assert (first.kind, first.ref, first.state) == ("receipt", notice.id, "printed")
            assert queue.add(RECEIPT, notice.id).job == first.job
            assert queue.add(RECEIPT, notice.id, reprint=True).job != first.job
        assert eventually(lambda: printer.state.cuts == 2)
    assert [job.title for job in office.printing.jobs(KEY)] == [notice.number, notice.number]
