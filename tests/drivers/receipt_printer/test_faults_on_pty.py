"""Every trouble the simulated printer can make, over a real pseudo-terminal: told truly, and nothing printed twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import msgspec
import pytest

from drivers.line import Line
from drivers.receipt_printer.completion import Way
from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.profile import Profile, load_profile
from drivers.receipt_printer.simulator import PrinterOnPty, PrinterState
from drivers.receipt_printer.slip import Cut, Picture, Slip, Text
from drivers.receipt_printer.status import PrinterTrouble
from tests.drivers.ptys import Pty, eventually
from tests.drivers.receipt_printer.helpers import FONTS, WIDE

EPSON = load_profile("epson-tm-80mm")
SLIP = Slip((Text("柳溪街道，A017"), Cut()))
NEXT = Slip((Text("A018"), Cut()))
LONG = Slip((Text("A017"), Picture(576, 400, bytes(i % 251 for i in range(72 * 400))), Cut()))


@contextmanager
def wired(
    profile: Profile = WIDE, lacks: tuple[str, ...] = (), on_change: Callable[[PrinterState], None] | None = None
) -> Iterator[tuple[Printer, PrinterOnPty]]:
    device = PrinterOnPty(FONTS, dots=profile.paper.dots, lacks=lacks, on_change=on_change)
    with device, closing(Line(device.port, serial=profile.link.serial)) as line:
        yield Printer(line, profile, FONTS), device


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a test."""
    for name, seconds in (("CONFIRM_S", 0.3), ("XON_S", 0.3), ("SLICE_S", 0.1), ("WRITE_S", 0.3)):
        monkeypatch.setattr(f"drivers.receipt_printer.printer.{name}", seconds)
    monkeypatch.setattr("drivers.receipt_printer.printer.SLOWEST_BYTES_A_SECOND", 10_000)
    monkeypatch.setattr("drivers.receipt_printer.printer.SLOWEST_DOTS_A_SECOND", 2000)


def came(device: PrinterOnPty, printer: Printer, slip: Slip) -> int:
    """How often the slip's bytes came down the line."""
    return device.received.count(printer.encode(slip))


def printed_once(device: PrinterOnPty, printer: Printer, slip: Slip = SLIP) -> bool:
    return eventually(lambda: device.state.cuts == 1) and came(device, printer, slip) == 1


def test_a_process_number_confirms_a_slip() -> None:
    with wired(EPSON) as (printer, device):
        result = printer.print_bytes(printer.encode(SLIP), number=95)
        assert (result.outcome, printer.completion, printer.shortfall) == (Outcome.CONFIRMED, Way.PROCESS_ID, "")
        assert b"\x1d(H\x06\x0000  ! " in device.received
        assert printer.settle(95) is True
        assert printed_once(device, printer)


def test_a_printer_without_process_numbers_is_noticed_at_its_first_slip() -> None:
    with wired(EPSON, lacks=("process_id",)) as (printer, device):
        assert printer.print(SLIP).outcome is Outcome.CONFIRMED
        assert printer.completion is Way.IN_TURN
        assert "process_id" in printer.shortfall
        assert printer.print(NEXT).outcome is Outcome.CONFIRMED
        assert device.received.count(b"\x1d(H") == 1


def test_a_printer_that_answers_nothing_in_turn_is_asked_how_it_is_instead() -> None:
    with wired(EPSON, lacks=("process_id", "in_turn")) as (printer, _):
        assert printer.print(SLIP).outcome is Outcome.UNCONFIRMED
        assert printer.completion is Way.STATUS
        result = printer.print(NEXT)
        assert (result.outcome, result.status.trouble, result.ok) == (Outcome.UNCONFIRMED, None, True)
        assert "well before and after" in result.text


def test_a_printer_that_answers_only_in_turn_confirms_from_its_second_slip() -> None:
    with wired(WIDE, lacks=("status",)) as (printer, device):
        assert printer.status().known is False
        assert printer.print(SLIP).outcome is Outcome.CONFIRMED
        assert printed_once(device, printer)


@pytest.mark.parametrize("profile", [WIDE, EPSON], ids=["in turn", "process number"])
@pytest.mark.parametrize("fault", ["lost", "partial"])
def test_a_lost_answer_leaves_a_slip_unconfirmed_and_it_is_not_sent_again(profile: Profile, fault: str) -> None:
    with wired(profile) as (printer, device):
        assert printer.print(NEXT).outcome is Outcome.CONFIRMED

        def spoil(state: PrinterState) -> None:
            if state.cuts == 2:
                device.simulator.spoil(fault, 0)

        device.on_change = spoil
        way = profile.status.completion
        real = device.simulator._voice.say  # the answer for the slip alone is spoilt, not those about the status

        def say(answer: bytes) -> None:
            if len(answer) == 7 or (way == "in_turn" and not answer[0] & 0x10):
                device.simulator.spoil(fault)
            real(answer)

        device.simulator._voice.say = say  # type: ignore[method-assign]
        result = printer.print_bytes(printer.encode(SLIP), number=7)
        device.simulator._voice.say = real  # type: ignore[method-assign]
        assert (result.outcome, result.ok) == (Outcome.UNCONFIRMED, True)
        assert printer.settle(7) is None
        assert came(device, printer, SLIP) == 1
        assert printer.print(NEXT).outcome is Outcome.CONFIRMED


def test_noise_before_every_answer_hides_none_of_them() -> None:
    with wired(EPSON) as (printer, device):
        device.simulator.spoil("garbage", 1000)
        assert printer.status().trouble is None
        assert printer.print(SLIP).outcome is Outcome.CONFIRMED
        device.simulator.paper_out = True
        assert printer.status().trouble is PrinterTrouble.PAPER_OUT
        assert printed_once(device, printer)


def test_a_printer_that_answers_late_is_waited_for_once_that_is_known() -> None:
    with wired() as (printer, device):
        device.answer_after_s = 0.35
        assert not printer.status().known
        assert eventually(lambda: printer.status().known)
        assert printer.print(SLIP).outcome is Outcome.CONFIRMED
        assert printed_once(device, printer)


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        ("paper_out", PrinterTrouble.PAPER_OUT),
        ("cover_open", PrinterTrouble.COVER_OPEN),
        ("cutter_stuck", PrinterTrouble.CUTTER),
        ("offline", PrinterTrouble.OFFLINE),
    ],
)
def test_what_keeps_it_from_printing_is_told_apart_and_nothing_is_sent(fault: str, trouble: PrinterTrouble) -> None:
    with wired() as (printer, device):
        setattr(device.simulator, fault, True)
        result = printer.print(SLIP)
        assert (result.outcome, result.reason, result.sent, result.dots) == (Outcome.REFUSED, trouble, 0, 0)
        setattr(device.simulator, fault, False)
        assert printer.print(SLIP).outcome is Outcome.CONFIRMED
        assert printed_once(device, printer)


@pytest.mark.parametrize("profile", [WIDE, EPSON], ids=["in turn", "process number"])
def test_paper_that_ends_within_a_slip_holds_it_and_new_paper_settles_it(profile: Profile) -> None:
    with wired(profile) as (printer, device):
        device.simulator.paper_left = 20
        result = printer.print_bytes(printer.encode(SLIP), number=12)
        assert (result.outcome, result.reason) == (Outcome.HELD, PrinterTrouble.PAPER_OUT)
        assert "do not send it again" in result.text
        assert printer.settle(12) is False
        device.simulator.paper_left, device.simulator.paper_out = None, False
        assert printer.settle(12, 3.0) is True
        assert printed_once(device, printer)


def test_a_cutter_that_jams_within_a_slip_holds_it_and_names_the_cutter() -> None:
    with wired() as (printer, device):
        device.simulator.cutter_jams = True
        result = printer.print(SLIP)
        assert (result.outcome, result.reason) == (Outcome.HELD, PrinterTrouble.CUTTER)
        assert came(device, printer, SLIP) == 1


@pytest.mark.parametrize("profile", [WIDE, EPSON], ids=["in turn", "process number"])
def test_a_slip_that_a_power_cut_took_is_given_up_and_not_taken_for_the_next_one(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drivers.receipt_printer.printer.FENCE_S", 0.1)
    with wired(profile) as (printer, device):
        assert printer.print(NEXT).outcome is Outcome.CONFIRMED
        device.simulator.paper_left = 20
        assert printer.print_bytes(printer.encode(SLIP), number=12).outcome is Outcome.HELD
        device.power_cycle()
        device.simulator.paper_left, device.simulator.paper_out = None, False

        def given_up() -> bool:
            assert printer.status().trouble is None
            return printer.settle(12) is None

        assert eventually(given_up)
        assert printer.print_bytes(printer.encode(NEXT), number=13).outcome is Outcome.CONFIRMED
        assert printer.settle(12) is None
        assert came(device, printer, SLIP) == 1


def test_a_slip_after_a_forgotten_one_is_not_confirmed_by_guessing() -> None:
    with wired() as (printer, device):
        device.simulator.paper_left = 20
        assert printer.print_bytes(printer.encode(SLIP), number=12).outcome is Outcome.HELD
        device.power_cycle()
        device.simulator.paper_left, device.simulator.paper_out = None, False
        assert printer.print_bytes(printer.encode(NEXT), number=13).outcome is Outcome.UNCONFIRMED
        assert printer.settle(12) is None
        assert printer.print_bytes(printer.encode(NEXT), number=14).outcome is Outcome.CONFIRMED


def test_a_plug_pulled_within_a_slip_fails_it_and_no_byte_of_it_is_sent_afterwards() -> None:
    pulled = threading.Event()

    def pull(state: PrinterState) -> None:
        if state.received > 4096 and not pulled.is_set():
            pulled.set()
            device.unplug()

    with PrinterOnPty(FONTS, on_change=pull) as device, closing(Line(device.port)) as line:
        printer = Printer(line, WIDE, FONTS)
        result = printer.print(LONG)
        assert (result.outcome, result.ok) == (Outcome.FAILED, False)
        assert 0 < result.sent < len(printer.encode(LONG))
        assert result.dots > 0
        assert "part of the slip" in result.text
        got = len(device.received)
        device.replug()
    with closing(Line(device.port)):
        assert len(device.received) == got


def test_pictures_go_no_faster_than_the_printer_uses_them_up() -> None:
    profile = msgspec.structs.replace(WIDE, pace=msgspec.structs.replace(WIDE.pace, chunk_bytes=256, pause_ms=10))
    with wired(profile) as (printer, device):
        device.simulator.buffer_bytes = 4096 + 1024
        device.simulator.bytes_a_second = 40_000
        result = printer.print(LONG)
        assert result.outcome is Outcome.CONFIRMED
        assert device.simulator.lost == 0
        assert eventually(lambda: device.state.cuts == 1)
        assert result.dots == device.state.printed - 96


def test_without_a_pace_a_slow_printers_buffer_runs_over() -> None:
    pace = msgspec.structs.replace(WIDE.pace, chunk_bytes=4096, pause_ms=0, buffer_bytes=1_000_000)
    with wired(msgspec.structs.replace(WIDE, pace=pace)) as (printer, device):
        device.simulator.buffer_bytes = 4096
        device.simulator.bytes_a_second = 20_000
        printer.print(LONG)
        assert device.simulator.lost > 0


def test_paper_that_ends_within_a_long_slip_stops_it_and_the_next_slip_is_whole() -> None:
    with wired() as (printer, device):
        device.simulator.paper_left = 60
        device.simulator.buffer_bytes = 8192
        result = printer.print(LONG)
        assert (result.outcome, result.reason) == (Outcome.FAILED, PrinterTrouble.PAPER_OUT)
        assert 0 < result.sent < len(printer.encode(LONG))
        device.simulator.paper_left, device.simulator.paper_out = None, False
        assert printer.print(NEXT).ok
        assert eventually(lambda: device.lines[-1:] == ("A018",))
        assert device.simulator.lost == 0
        assert came(device, printer, LONG) == 0


def test_a_slip_after_one_cut_off_within_a_picture_is_not_swallowed_by_it() -> None:
    with PrinterOnPty(FONTS) as device, closing(_StallsAfter(device.port, 5000)) as line:
        printer = Printer(line, WIDE, FONTS)
        result = printer.print(LONG)
        assert (result.outcome, result.reason) == (Outcome.FAILED, "stalled")
        line.open()
        assert printer.print(NEXT).ok
        assert eventually(lambda: device.lines[-1:] == ("A018",))


class _StallsAfter(Line):
    """A line that gets stuck once, when so many bytes have gone over it; what it had taken is on its way."""

    def __init__(self, port: str, left: int) -> None:
        super().__init__(port)
        self._left = left

    def write(self, data: bytes, timeout: float = 1.0) -> None:
        if 0 <= self._left < len(data):
            super().write(data[: self._left], timeout)
            taken, self._left = self._left, -1
            raise self._lose("stalled", written=taken)
        self._left -= len(data) if self._left >= 0 else 0
        super().write(data, timeout)


def test_a_printer_that_takes_no_bytes_is_left_in_time() -> None:
    huge = Slip((Picture(576, 1500, bytes(i % 251 for i in range(72 * 1500))),))
    with Pty() as pty, closing(Line(pty.port)) as line:
        result = Printer(line, WIDE, FONTS).print(huge)
        assert (result.outcome, result.reason) == (Outcome.FAILED, "stalled")
        assert 0 < result.sent < 72 * 1500


def test_a_printer_that_says_xoff_and_goes_on_gets_the_whole_slip() -> None:
    picture = Picture(576, 120, bytes(i % 251 for i in range(72 * 120)))
    pace = msgspec.structs.replace(WIDE.pace, chunk_bytes=256, pause_ms=10, buffer_bytes=1024)
    with wired(msgspec.structs.replace(WIDE, pace=pace)) as (printer, device):
        device.simulator.buffer_bytes = 4096
        device.simulator.bytes_a_second = 10_000  # less than the pace would have it
        device.simulator.xon_xoff = True
        assert printer.print(Slip((picture, Cut()))).outcome is Outcome.CONFIRMED
        assert device.simulator.lost == 0
        assert device.state.cuts == 1


def test_a_printer_that_says_xoff_for_good_is_left_in_time() -> None:
    with Pty() as pty, closing(Line(pty.port)) as line:
        line.open()
        pty.put(b"\x13")
        result = Printer(line, WIDE, FONTS).print(SLIP)
        assert (result.outcome, result.reason, result.sent) == (Outcome.FAILED, "stalled", 0)
        assert "takes no more bytes" in result.text
        assert Printer(line, WIDE, FONTS).print(SLIP).outcome is Outcome.UNCONFIRMED
