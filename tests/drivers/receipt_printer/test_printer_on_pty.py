"""The printer over a real pseudo-terminal, with the line that production uses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from drivers.line import Line
from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.simulator import PrinterOnPty, PrinterState
from drivers.receipt_printer.slip import Cut, Picture, Slip, Text
from drivers.receipt_printer.status import UNKNOWN, Paper, PrinterTrouble
from tests.drivers.receipt_printer.helpers import FONTS, WIDE, encode

SLIP = Slip((Text("柳溪街道，A017"), Cut()))
LONG = Slip((Picture(576, 800, bytes(i % 251 for i in range(72 * 800))), Cut()))


@pytest.fixture
def device() -> Iterator[PrinterOnPty]:
    with PrinterOnPty(FONTS) as device:
        yield device


@pytest.fixture
def printer(device: PrinterOnPty) -> Iterator[Printer]:
    with closing(Line(device.port, baud=19200)) as line:
        yield Printer(line, WIDE, FONTS)


def test_a_slip_arrives_byte_for_byte_and_is_confirmed(device: PrinterOnPty, printer: Printer) -> None:
    result = printer.print(SLIP)
    assert result.outcome is Outcome.CONFIRMED
    assert encode(*SLIP.parts) + b"\x1d\x72\x01" in device.received
    assert device.lines == ("柳溪街道，A017",)
    assert device.picture().histogram()[0] > 0
    assert len(device.slips()) == 1


def test_a_silent_printer_is_unknown_and_the_slip_goes_unconfirmed(device: PrinterOnPty, printer: Printer) -> None:
    device.simulator.silent = True
    assert printer.status() == UNKNOWN
    assert printer.print(SLIP).outcome is Outcome.UNCONFIRMED


def test_a_printer_without_paper_refuses_and_prints_after_it_returns(device: PrinterOnPty, printer: Printer) -> None:
    device.simulator.paper_out = True
    assert printer.print(SLIP).reason == PrinterTrouble.PAPER_OUT
    device.simulator.paper_out = False
    assert printer.print(SLIP).outcome is Outcome.CONFIRMED
    assert device.lines == ("柳溪街道，A017",)


def test_an_open_cover_is_told_apart_from_missing_paper(device: PrinterOnPty, printer: Printer) -> None:
    device.simulator.cover_open = True
    status = printer.status()
    assert (status.trouble, status.paper) == (PrinterTrouble.COVER_OPEN, Paper.OK)


def test_pulling_the_plug_within_a_slip_fails_it_and_a_new_plug_prints_again(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    link = tmp_path_factory.mktemp("ports") / "printer"
    pulled = threading.Event()

    def pull(state: PrinterState) -> None:
        if state.received > 4096 and not pulled.is_set():
            pulled.set()
            plugged.unplug()

    plugged = PrinterOnPty(FONTS, link=link, on_change=pull)
    with plugged, closing(Line(str(link))) as line:
        printer = Printer(line, WIDE, FONTS)
        result = printer.print(LONG)
        assert (result.outcome, result.ok) == (Outcome.FAILED, False)
        assert 0 < result.sent < len(encode(*LONG.parts))
        plugged.replug()
        line.open()
        assert printer.print(SLIP).outcome is not Outcome.FAILED


def test_a_port_that_does_not_exist_fails_with_a_remedy() -> None:
    with closing(Line("/dev/tty-none")) as line:
        result = Printer(line, WIDE).print(SLIP)
    assert (result.outcome, result.reason, result.sent) == (Outcome.FAILED, "missing", 0)
    assert "/dev/tty-none" in result.text


def test_each_change_is_told_and_the_end_is_quick() -> None:
    told: list[PrinterState] = []
    with PrinterOnPty(FONTS, on_change=told.append) as device, closing(Line(device.port)) as line:
        Printer(line, WIDE).print(SLIP)
    assert told[-1].cuts == 1
    assert device.lines == ("柳溪街道，A017",)  # what was printed can still be looked at
    device.close()
