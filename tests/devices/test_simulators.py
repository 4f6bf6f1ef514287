"""The simulated devices over real pseudo-terminals, as windows see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from drivers.line import Line
from drivers.rating_pad import KeyPress, load_profile
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import load_profile as load_printer_profile
from terminal.devices.simulated import Paper, SimulatedPad, SimulatedPrinter
from terminal.devices.slip_fonts import slip_fonts
from tests.drivers.hosts import PadHost
from tests.screens.simulator.slips import SLIP


@pytest.fixture
def pad(qapp: object) -> Iterator[SimulatedPad]:
    made = SimulatedPad("six-key")
    yield made
    made.close()


@pytest.fixture
def printer(qapp: object) -> Iterator[SimulatedPrinter]:
    made = SimulatedPrinter(slip_fonts())
    yield made
    made.close()


def test_a_pad_that_is_asked_tells_so_on_the_gui_thread(pad: SimulatedPad, qtbot: QtBot) -> None:
    threads: list[bool] = []
    pad.changed.connect(lambda _: threads.append(QThread.currentThread() is pad.thread()))
    line = Line(pad.port)
    line.open()
    try:
        PadHost(line, load_profile("six-key")).ask()
        qtbot.waitUntil(lambda: pad.state.asked)
    finally:
        line.close()
    assert threads
    assert all(threads)


def test_a_press_goes_down_the_line_as_the_key_it_means(pad: SimulatedPad) -> None:
    line = Line(pad.port)
    line.open()
    try:
        host = PadHost(line, load_profile("six-key"))
        host.ask()
        pad.press("too_long")
        presses = [event for _ in range(20) for event in host.poll(0.1) if isinstance(event, KeyPress)]
    finally:
        line.close()
    assert [press.key for press in presses] == ["too_long"]


def test_the_keys_come_in_the_pads_order(pad: SimulatedPad) -> None:
    assert pad.keys == ("satisfied", "very_satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")


def test_a_key_the_pad_does_not_have_is_refused(pad: SimulatedPad) -> None:
    with pytest.raises(KeyError):
        pad.press("dissatisfied")


def test_a_pulled_cable_takes_the_port_away_and_brings_it_back_under_its_link(qapp: object, tmp_path: Path) -> None:
    link = tmp_path / "pad"
    pad = SimulatedPad("six-key", link=link)
    told: list[bool] = []
    pad.plugged.connect(told.append)
    try:
        pad.set_plugged(False)
        assert not link.exists()
        pad.set_plugged(True)
        assert link.exists()
        assert pad.port == str(link)
    finally:
        pad.close()
    assert told == [False, True]


def send(port: str, data: bytes) -> None:
    line = Line(port)
    line.open()
    try:
        line.write(data, 1.0)
    finally:
        line.close()


def test_a_printed_slip_comes_as_a_picture_of_the_whole_piece(printer: SimulatedPrinter, qtbot: QtBot) -> None:
    line = Line(printer.port)
    line.open()
    try:
        Printer(line, load_printer_profile("generic-80mm"), slip_fonts()).print(SLIP)
        qtbot.waitUntil(lambda: printer.paper.cuts == 1)
    finally:
        line.close()
    paper = printer.paper
    assert (len(paper.cut), paper.hanging) == (1, None)
    assert paper.cut[0].width() >= 576
    assert paper.cut[0].height() > 600
    assert any("居住证" in line for line in printer.lines)


def test_paper_that_was_not_cut_hangs_out_of_the_printer(printer: SimulatedPrinter, qtbot: QtBot) -> None:
    send(printer.port, b"\x1b@one\n\x1dV\x00two\n")
    qtbot.waitUntil(lambda: printer.paper.hanging is not None)
    assert len(printer.paper.cut) == 1


def test_without_paper_it_holds_what_comes_and_prints_it_afterwards(printer: SimulatedPrinter, qtbot: QtBot) -> None:
    told: list[Paper] = []
    printer.changed.connect(told.append)
    printer.set_paper_out(True)
    send(printer.port, b"hello\n")
    qtbot.waitUntil(lambda: printer.paper.holding == 6)
    printer.set_paper_out(False)
    qtbot.waitUntil(lambda: printer.paper.holding == 0)
    assert printer.lines == ("hello",)
    assert printer.received == b"hello\n"
