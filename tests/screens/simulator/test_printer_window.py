"""The printer on the screen: its paper grows, its troubles can be made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from drivers.line import Line
from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.profile import load_profile
from terminal.devices.simulated import SimulatedPrinter
from terminal.devices.slip_fonts import slip_fonts
from terminal.screens import theme
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
def bench(qtbot: QtBot, languages: Languages) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.close()


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


def choose(bench: Bench, words: str) -> None:
    menu = bench.window.menu()
    action = next(action for action in menu.actions() if action.text() == words)
    action.trigger()
    menu.close()


@pytest.mark.parametrize(
    ("words", "title", "lamp"),
    [("纸将尽", "纸快用完了", "waiting"), ("脱机", "已脱机", "trouble"), ("切刀卡住", "切刀卡住了", "trouble")],
)
def test_rarer_troubles_are_made_and_mended_in_its_menu(bench: Bench, words: str, title: str, lamp: str) -> None:
    choose(bench, words)
    assert (bench.window.body.words[0], bench.window.body.lamp) == (title, lamp)
    choose(bench, words)
    assert (bench.window.body.words[0], bench.window.body.lamp) == ("就绪", "up")


def test_its_cable_can_be_pulled_and_put_back(bench: Bench) -> None:
    choose(bench, "拔掉线缆")
    assert (bench.window.body.words[0], bench.window.body.lamp) == ("线缆已拔出", "trouble")
    choose(bench, "插上线缆")
    assert bench.window.body.lamp == "up"


def test_paper_that_ends_within_a_slip_is_shown_and_a_new_roll_prints_the_rest(bench: Bench, qtbot: QtBot) -> None:
    choose(bench, "下一张：打到一半纸用完")
    assert bench.host.print(SLIP).outcome is Outcome.HELD
    qtbot.waitUntil(bench.window.paper_out.isChecked)
    assert "字节" in bench.window.body.words[1]
    bench.window.paper_out.click()
    qtbot.waitUntil(lambda: bench.window.body.words == ("就绪", "已切 1 张"))


def test_a_printer_that_was_switched_off_has_forgotten_what_it_held(bench: Bench, qtbot: QtBot) -> None:
    bench.window.cover_open.click()
    bench.line.write(b"hello\n", 1.0)
    qtbot.waitUntil(lambda: "6 字节" in bench.window.body.words[1])
    choose(bench, "关机再开机")
    qtbot.waitUntil(lambda: bench.window.body.words[1] == "")
