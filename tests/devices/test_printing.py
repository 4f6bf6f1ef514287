"""A ticket's slip, from the office to the paper, and what the printer's lamp tells meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.line import Line
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices.window import WindowDevices
from terminal.errors import Fault
from terminal.office import open_office
from terminal.office.printing import JobState, NewSlip
from terminal.rules.paper import DOTS_PER_METRE
from terminal.settings import PadSettings, PrinterSettings, Settings
from tests.commands.wire import Wire, meanwhile
from tests.devices.hall import COUNTER, Hall
from tests.drivers.ptys import descriptors, eventually

Work = Callable[..., WindowDevices]
WAIT = 20_000  # milliseconds, for what has to come


def shows(qtbot: QtBot, devices: WindowDevices, state: str, words: str = "") -> None:
    """Wait until the printer's lamp shows it."""
    lamp = devices.lamps[-1]
    qtbot.waitUntil(lambda: (lamp.state, lamp.words) == (state, words or lamp.words), timeout=WAIT)


def is_end(ticket: int) -> Callable[[int, str, str], bool]:
    """Whether a signal says what has become of this ticket's slip."""
    return lambda of, what, _: of == ticket and what != "printing"


def outcome(qtbot: QtBot, devices: WindowDevices, ticket: int, reprint: bool = False) -> tuple[str, str]:
    """Print, and what became of it: the word and why."""

    with qtbot.waitSignal(devices.printer.printed, timeout=WAIT, check_params_cb=is_end(ticket)) as done:
        devices.printer.print_ticket(ticket, reprint)
    _, what, why = done.args
    return what, why


def test_a_ready_printer_prints_and_its_lamp_says_so(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    devices = work(printer=printer)
    assert outcome(qtbot, devices, hall.ticket()) == ("printed", "")
    assert "A001" in "\n".join(printer.lines)
    shows(qtbot, devices, "up", "ready")
    assert outcome(qtbot, devices, hall.ticket(), reprint=True) == ("printed", "")
    assert "补打" in "\n".join(printer.lines)


def test_slips_come_out_in_the_order_they_were_asked_for(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    devices = work(printer=printer)
    tickets = [hall.ticket() for _ in range(3)]
    for ticket in tickets:
        devices.printer.print_ticket(ticket)
    qtbot.waitUntil(lambda: printer.state.cuts == 3, timeout=WAIT)
    text = "\n".join(printer.lines)
    assert text.index("A001") < text.index("A002") < text.index("A003")


def test_a_job_of_another_program_is_printed_by_the_one_that_has_the_printer(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    devices = work(printer=printer)
    shows(qtbot, devices, "up")
    key = PrinterSettings(port=printer.port).key
    content = Printer(Line(printer.port), load_profile("generic-80mm")).encode(hall.office.slips.ticket(hall.ticket()))
    with open_office(hall.url) as other:
        other.printing.add(NewSlip(key, "ticket", 1, content))
    qtbot.waitUntil(lambda: [job.state for job in hall.jobs()] == ["printed"], timeout=WAIT)
    assert printer.state.cuts == 1


def test_slips_left_waiting_are_printed_when_the_terminal_starts(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    key = PrinterSettings(port=printer.port).key
    encode = Printer(Line(printer.port), load_profile("generic-80mm")).encode
    for ticket in (hall.ticket(), hall.ticket()):
        hall.office.printing.add(NewSlip(key, "ticket", ticket, encode(hall.office.slips.ticket(ticket))))
    work(printer=printer)
    qtbot.waitUntil(lambda: printer.state.cuts == 2, timeout=WAIT)
    assert eventually(lambda: [job.state for job in hall.jobs()] == ["printed"] * 2)


def test_a_roll_that_is_nearly_used_up_by_count_is_told_until_there_is_a_new_one(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    key = PrinterSettings(port=printer.port).key
    job = hall.office.printing.add(NewSlip(key, "test", None, b""), "somebody")
    hall.office.printing.record(job.id, "somebody", JobState.PRINTED, dots=round(78.2 * DOTS_PER_METRE))
    devices = work(printer=printer)
    shows(qtbot, devices, "waiting", "paper low")
    assert "about 2 m" in devices.lamps[-1].reason
    hall.office.printing.new_roll(key, "zhang")
    shows(qtbot, devices, "up", "ready")


def test_a_silent_printer_is_sent_the_slip_and_stays_unknown(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    printer.simulator.silent = True
    devices = work(printer=printer)
    what, why = outcome(qtbot, devices, hall.ticket())
    assert what == "sent"
    assert "does not say" in why
    shows(qtbot, devices, "unknown", "no answer")
    assert "A001" in "\n".join(printer.lines)


@pytest.mark.parametrize(("fault", "words"), [("paper_out", "no paper"), ("cover_open", "cover open")])
def test_slips_wait_for_a_printer_in_trouble_and_come_by_themselves_once(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work, fault: str, words: str
) -> None:
    devices = work(printer=printer)
    shows(qtbot, devices, "up")
    setattr(printer.simulator, fault, True)
    shows(qtbot, devices, "trouble", words)  # nobody has printed: an idle printer is looked after, too
    first, second = hall.ticket(), hall.ticket()
    what, why = outcome(qtbot, devices, first)
    assert what == "waiting"
    assert "printed by itself" in why
    assert outcome(qtbot, devices, second)[0] == "waiting"
    shows(qtbot, devices, "trouble", f"{words}, 2 wait")
    with qtbot.waitSignal(devices.printer.printed, timeout=WAIT, check_params_cb=is_end(second)) as done:
        setattr(printer.simulator, fault, False)
    assert done.args[1] == "printed"
    shows(qtbot, devices, "up", "ready")
    assert eventually(lambda: printer.state.cuts == 2)
    assert eventually(lambda: [job.state for job in hall.jobs()] == ["printed", "printed"])
    text = "\n".join(printer.lines)
    assert (text.count("A001"), text.count("A002")) == (1, 1)
    assert "补打" not in text


def test_paper_that_ends_soon_is_told_and_printed_on(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    printer.simulator.paper_near_end = True
    devices = work(printer=printer)
    shows(qtbot, devices, "waiting", "paper low")
    assert outcome(qtbot, devices, hall.ticket()) == ("printed", "")


def test_a_slip_waits_for_an_unplugged_printer_and_comes_when_it_is_back(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    devices = work(printer=printer)
    shows(qtbot, devices, "up")
    printer.unplug()
    shows(qtbot, devices, "trouble")
    ticket = hall.ticket()
    what, why = outcome(qtbot, devices, ticket)
    assert what == "waiting"
    assert printer.port in why
    with qtbot.waitSignal(devices.printer.printed, timeout=WAIT, check_params_cb=is_end(ticket)) as done:
        printer.replug()
    assert done.args[1] == "printed"
    shows(qtbot, devices, "up")
    assert eventually(lambda: printer.state.cuts == 1)


def test_a_slip_that_the_printer_holds_is_told_and_counted_as_printed_by_nobody_else(
    qtbot: QtBot, hall: Hall, tmp_path: Path, soon: None
) -> None:
    with Wire(tmp_path / "printer") as wire:
        settings = Settings(receipt_printer=PrinterSettings(port=wire.port))
        devices = WindowDevices(settings, hall.door, COUNTER)

        def hold() -> None:
            asked = 0
            while b"\x1b@" not in wire.listen():  # all is well until a slip begins
                if wire.heard.count(b"\x10\x04") > asked:
                    asked += 1
                    wire.put(b"\x12")
            seen = wire.heard.split(b"\x1b@")[0].count(b"\x10\x04\x02")
            wire.wait_for(b"\x10\x04\x02", seen + 1)  # while it comes out
            wire.put(b"\x32")  # stopped by the end of the paper

        with meanwhile(hold):
            devices.start()
            shows(qtbot, devices, "up")
            with pytest.MonkeyPatch.context() as calm:
                calm.setattr("terminal.devices.receipt_printer.LOOK_SECONDS", 3600.0)
                what, why = outcome(qtbot, devices, hall.ticket())
        assert what == "held"
        assert "out of paper" in why
        assert "look before printing it again" in why
        assert devices.close()
    assert [job.state for job in hall.jobs()] == ["held"]


def test_a_slow_database_delays_the_slip_alone(qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work) -> None:
    devices = work(printer=printer)
    shows(qtbot, devices, "up")
    ticket = hall.ticket()
    hall.door.seconds = 0.3
    told: list[str] = []
    devices.printer.printed.connect(lambda _, what, __: told.append(what))
    devices.printer.print_ticket(ticket)
    assert told == ["printing"]  # and the window is free again
    qtbot.waitUntil(lambda: told[-1] == "printed", timeout=WAIT)
    assert set(told) == {"printing", "printed"}


def test_a_database_that_is_away_fails_the_slip_and_nothing_else(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, work: Work
) -> None:
    devices = work(printer=printer)
    shows(qtbot, devices, "up")
    ticket = hall.ticket()
    hall.door.trouble = Fault("The database does not answer.")
    assert outcome(qtbot, devices, ticket) == ("failed", "The database does not answer.")
    hall.door.trouble = None
    assert outcome(qtbot, devices, ticket)[0] == "printed"


def test_an_unknown_ticket_is_told(qtbot: QtBot, printer: PrinterOnPty, work: Work) -> None:
    assert outcome(qtbot, work(printer=printer), 4711)[0] == "failed"
    assert not any(printer.lines)


def test_a_mistake_of_ours_fails_one_slip_and_is_reported(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, soon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.devices.port_worker.BUG_SECONDS", 0.0)
    devices = hall.devices(printer=printer)
    ticket = hall.ticket()
    with monkeypatch.context() as broken, qtbot.waitSignal(devices.bug, timeout=WAIT) as bug:
        broken.setattr(hall.office.slips, "ticket", lambda *_, **__: 1 / 0)
        assert outcome(qtbot, devices, ticket)[0] == "failed"
    assert isinstance(bug.args[0], ZeroDivisionError)
    assert outcome(qtbot, devices, ticket)[0] == "printed"
    assert devices.close()


def test_a_machine_without_a_printer_says_so(qtbot: QtBot, hall: Hall, work: Work) -> None:
    devices = work()
    assert devices.printer.state == "unknown"
    assert outcome(qtbot, devices, hall.ticket()) == ("failed", "There is no printer at this machine.")


def test_settings_that_can_never_work_show_on_their_own_lamp(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, soon: None
) -> None:
    settings = Settings(rating_pad=PadSettings(port="ftp://x"), receipt_printer=PrinterSettings(port=printer.port))
    devices = WindowDevices(settings, hall.door, COUNTER)
    assert [lamp.state for lamp in devices.lamps] == ["unknown", "unknown"]
    devices.start()
    assert (devices.lamps[0].state, devices.lamps[0].words) == ("trouble", "wrong setting")
    assert "ftp://x" in devices.lamps[0].reason
    assert outcome(qtbot, devices, hall.ticket())[0] == "printed"
    assert devices.close()


def test_fifty_starts_and_ends_of_a_printer_leave_nothing_behind(
    qtbot: QtBot, hall: Hall, printer: PrinterOnPty, soon: None
) -> None:
    def once() -> None:
        devices = hall.devices(printer=printer)
        shows(qtbot, devices, "up")
        assert devices.close()
        devices.deleteLater()

    once()  # with it the change feed begins, which is the office's
    hall.office.store.engine.dispose()
    threads, opened = threading.active_count(), descriptors()
    for _ in range(50):
        once()
    hall.office.store.engine.dispose()
    assert threading.active_count() == threads
    assert descriptors() <= opened
