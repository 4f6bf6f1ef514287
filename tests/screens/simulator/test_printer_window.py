"""The printer on the screen: its paper grows, its troubles can be made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.line import Line
from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.profile import load_profile
from terminal.devices.simulated import SimulatedPrinter
from terminal.devices.slip_fonts import slip_fonts
from terminal.screens import theme
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from terminal.screens.simulator import PrinterWindow
from tests.screens.simulator.slips import SLIP


class Bench:
    """The device, its window, and the driver at the other end of the line."""

    def __init__(self, qtbot: QtBot) -> None:
        self.printer = SimulatedPrinter(slip_fonts())
        self.window = PrinterWindow(self.printer, theme.LIGHT)
        qtbot.addWidget(self.window)
        self.window.show()
        self.line = Line(self.printer.port)
        self.line.open()
        self.host = Printer(self.line, load_profile("generic-80mm"), slip_fonts())

    def close(self) -> None:
        self.line.close()
        self.printer.close()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    load_fonts()
    languages = Languages(qapp, "zh")
    made = Bench(qtbot)
    yield made
    made.close()
    languages.use("en")
    languages.deleteLater()


def test_its_title_names_the_port(bench: Bench) -> None:
    assert bench.window.windowTitle() == f"小票打印机 {bench.printer.port}"


def test_a_slip_grows_out_of_the_slot_and_stays(bench: Bench, qtbot: QtBot) -> None:
    bench.host.print(SLIP)
    qtbot.waitUntil(lambda: bench.window.roll.pieces == 1)
    assert bench.window.roll.growing
    qtbot.waitUntil(lambda: not bench.window.roll.growing)
    assert bench.window.body.words == ("就绪", "已切 1 张")
    bench.host.print(SLIP)
    qtbot.waitUntil(lambda: bench.window.roll.pieces == 2 and not bench.window.roll.growing)


def test_without_paper_the_driver_is_told_and_the_body_says_so(bench: Bench) -> None:
    bench.window.paper_out.click()
    assert bench.window.body.words[0] == "缺纸"
    assert bench.window.body.lamp == "trouble"
    assert bench.host.print(SLIP).outcome is Outcome.REFUSED
    bench.window.paper_out.click()
    assert bench.window.body.lamp == "up"


def test_bytes_that_wait_behind_an_open_cover_are_counted(bench: Bench, qtbot: QtBot) -> None:
    bench.window.cover_open.click()
    bench.line.write(b"hello\n", 1.0)
    qtbot.waitUntil(lambda: "6 字节" in bench.window.body.words[1])
    bench.window.cover_open.click()
    qtbot.waitUntil(lambda: bench.window.roll.pieces == 1)


def test_a_silent_printer_is_not_called_ready(bench: Bench) -> None:
    bench.window.silent.click()
    assert bench.window.body.lamp == "unknown"


def test_a_switch_follows_the_printer_when_somebody_else_turns_it(bench: Bench) -> None:
    bench.printer.set_paper_out(True)
    assert bench.window.paper_out.isChecked()
