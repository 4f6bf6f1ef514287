"""What became of a slip, told truly, on lines that answer, keep silent, babble or go down. Waiting is counted in the
line's own time, not measured."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.line import LineDown
from drivers.receipt_printer.answers import process_digits
from drivers.receipt_printer.completion import Way
from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.profile import Profile, load_profile
from drivers.receipt_printer.simulator import PrinterSimulator
from drivers.receipt_printer.slip import Cut, Picture, Slip, Text
from drivers.receipt_printer.status import UNKNOWN, Paper, PrinterTrouble
from tests.drivers.receipt_printer.helpers import WIDE, DownAfter, SoftLine, encode, simulator

SLIP = Slip((Text("A017"), Cut()))
JOB = encode(*SLIP.parts)


def on(answer: Callable[[bytes], bytes]) -> tuple[Printer, SoftLine]:
    line = SoftLine(answer)
    return Printer(line, WIDE, clock=line.clock), line


def with_simulator() -> tuple[Printer, SoftLine, PrinterSimulator]:
    soft = simulator()
    return *on(soft.receive), soft


def test_a_printer_that_says_it_is_done_confirms_the_slip() -> None:
    printer, line, soft = with_simulator()
    result = printer.print(SLIP)
    assert (result.outcome, result.ok, result.reason, result.status.paper) == (Outcome.CONFIRMED, True, "", Paper.OK)
    assert result.sent == len(JOB) + 3
    assert bytes(line.written).endswith(JOB + b"\x1d\x72\x01")
    assert (soft.lines, soft.cuts, line.now) == (["A017"], 1, 0.0)


@pytest.mark.parametrize(
    ("fault", "trouble"), [("paper_out", PrinterTrouble.PAPER_OUT), ("cover_open", PrinterTrouble.COVER_OPEN)]
)
def test_a_printer_that_cannot_print_is_not_sent_the_slip(fault: str, trouble: PrinterTrouble) -> None:
    printer, line, soft = with_simulator()
    setattr(soft, fault, True)
    result = printer.print(SLIP)
    assert (result.outcome, result.ok, result.reason, result.sent) == (Outcome.REFUSED, False, trouble, 0)
    assert JOB not in bytes(line.written)
    assert soft.holding == 0
    setattr(soft, fault, False)
    assert printer.print(SLIP).outcome is Outcome.CONFIRMED


def test_paper_near_its_end_is_told_with_a_printed_slip() -> None:
    printer, _, soft = with_simulator()
    soft.paper_near_end = True
    result = printer.print(SLIP)
    assert (result.outcome, result.status.paper) == (Outcome.CONFIRMED, Paper.NEAR_END)


def test_paper_that_ends_within_a_slip_holds_it_and_says_not_to_resend() -> None:
    printer, _, soft = with_simulator()
    soft.paper_left = 10
    result = printer.print(SLIP)
    assert (result.outcome, result.ok, result.reason) == (Outcome.HELD, False, PrinterTrouble.PAPER_OUT)
    assert "do not send it again" in result.text
    soft.paper_left, soft.paper_out = None, False
    soft.receive(b"")
    assert soft.cuts == 1


def test_a_silent_printer_is_unknown_and_gets_the_slip_unconfirmed() -> None:
    printer, _, soft = with_simulator()
    soft.silent = True
    result = printer.print(SLIP)
    assert (result.outcome, result.reason, result.status) == (Outcome.UNCONFIRMED, "silent", UNKNOWN)
    assert soft.lines == ["A017"]


def test_a_silent_printer_costs_its_patience_once() -> None:
    printer, line, soft = with_simulator()
    soft.silent = True
    printer.print(SLIP)
    first, line.now = line.now, 0.0
    printer.print(SLIP)
    assert first == pytest.approx(0.4)
    assert line.now == pytest.approx(0.1)


def test_a_printer_that_begins_to_answer_is_believed_again() -> None:
    printer, _, soft = with_simulator()
    soft.silent = True
    printer.print(SLIP)
    soft.silent = False
    assert printer.status().paper is Paper.OK
    assert printer.print(SLIP).outcome is Outcome.UNCONFIRMED  # its answer could be the one for the slip before
    assert printer.print(SLIP).outcome is Outcome.CONFIRMED


def test_a_printer_that_never_confirms_is_waited_for_once_and_then_watched_while_a_slip_comes_out() -> None:
    status_only = simulator()

    def answer(data: bytes) -> bytes:
        return bytes(byte for byte in status_only.receive(data) if byte & 0x10)

    printer, line = on(answer)
    assert printer.print(SLIP).outcome is Outcome.UNCONFIRMED
    line.now = 0.0
    assert printer.print(SLIP).outcome is Outcome.UNCONFIRMED
    assert 0.2 < line.now < 0.5
    assert printer.completion is Way.STATUS
    assert printer.shortfall == 'the printer leaves "in_turn" unanswered: its profile should say completion = "status"'


def test_a_question_left_open_among_answered_ones_is_not_asked_again() -> None:
    printer, line = on(lambda data: b"\x12" if data in (b"\x10\x04\x01", b"\x10\x04\x04") else b"")
    assert printer.status(2.0).paper is Paper.OK
    line.now = 0.0
    status = printer.status(2.0)
    assert (status.paper, status.offline, status.cover_open, line.now) == (Paper.OK, False, None, 0.0)


def test_a_profile_without_status_prints_without_waiting_for_it() -> None:
    mute = msgspec.structs.replace(WIDE, status=msgspec.structs.replace(WIDE.status, kinds=(), completion="none"))
    line = SoftLine(lambda _: b"")
    result = Printer(line, mute, clock=line.clock).print(SLIP)
    assert (result.outcome, bytes(line.written), line.now) == (Outcome.UNCONFIRMED, JOB, 0.0)


def test_old_answers_in_the_line_are_not_taken_for_this_status() -> None:
    printer, line, _ = with_simulator()
    line._waiting = b"\x72\x16"
    assert printer.status().trouble is None


@given(st.binary(max_size=64), st.floats(0, 1))
def test_garbage_is_never_trouble_nor_an_endless_wait(noise: bytes, timeout: float) -> None:
    noise = bytes(byte for byte in noise if byte & 0x93 not in (0x10, 0x12))
    printer, line = on(lambda _: noise)
    assert printer.status(timeout) == UNKNOWN
    assert line.now <= timeout + 1e-9


def test_a_line_that_never_stops_babbling_is_left_in_time() -> None:
    class Babbling(SoftLine):
        def read(self, timeout: float) -> bytes:
            self.now += 0.01
            return b"\xff"

    line = Babbling(lambda _: b"")
    printer = Printer(line, WIDE, clock=line.clock)
    assert printer.status(0.4) == UNKNOWN
    assert printer.print(SLIP).outcome is Outcome.UNCONFIRMED
    assert line.now < 3.0


@pytest.mark.parametrize("left", [0, 2, 12, 13, 20, 27])
def test_a_line_that_goes_down_anywhere_in_a_job_fails_it(left: int) -> None:
    soft = simulator()
    line = DownAfter(soft.receive, left)
    result = Printer(line, WIDE, clock=line.clock).print(SLIP)
    assert (result.outcome, result.ok, result.reason) == (Outcome.FAILED, False, "lost")
    assert result.sent == max(0, left - 12)  # four questions of three bytes come first
    assert ("part of the slip" in result.text) == (result.sent > 0)


def test_status_on_a_line_that_is_down_says_so() -> None:
    line = DownAfter(lambda _: b"", 0)
    with pytest.raises(LineDown):
        Printer(line, WIDE, clock=line.clock).status()


def test_a_long_job_is_written_in_pieces_with_pauses() -> None:
    pieces: list[int] = []
    soft = simulator()

    def answer(data: bytes) -> bytes:
        pieces.append(len(data))
        return soft.receive(data)

    printer, line = on(answer)
    printer.print(Slip((Picture(576, 80, bytes(i % 251 for i in range(72 * 80))),)))
    sent = [length for length in pieces if length != 3]  # without questions
    assert sent == [1024, 1007, 1024, 1000, 1024, 715]  # bands of 28 rows: 2024 bytes
    assert line.now == pytest.approx(0.01)  # the first 4096 bytes go into the buffer at once


ANSWERS = st.lists(
    st.sampled_from(
        [b"\x12", b"\x1a", b"\x32", b"\x00", b"\x0f", b"\x10\x00\x00\x00", b"\x18\x00\x0c\x00", b"\x13", b"\x11"]
    )
    | st.binary(max_size=9),
    max_size=40,
)
EPSON = load_profile("epson-tm-80mm")


@given(ANSWERS, st.sampled_from([WIDE, EPSON]))
def test_whatever_a_printer_answers_a_slip_is_sent_at_most_once_and_never_waited_for_without_end(
    answers: list[bytes], profile: Profile
) -> None:
    left = iter(answers)
    line = SoftLine(lambda _: next(left, b""))
    printer = Printer(line, profile, clock=line.clock)
    for number in (1, 2):
        job, before = printer.encode(SLIP), bytes(line.written)
        result = printer.print_bytes(job, number=number)
        sent = bytes(line.written)[len(before) :]
        assert sent.count(job) == (1 if result.sent else 0)
        assert result.outcome is not Outcome.FAILED or result.reason == "stalled"
        assert printer.settle(number) in (True, False, None)
    assert line.now < 40.0


@given(ANSWERS)
def test_no_answer_but_its_own_number_confirms_a_slip_of_a_printer_that_tells_numbers(answers: list[bytes]) -> None:
    own = b"\x37\x22" + process_digits(7) + b"\x00"
    left = iter(answers)
    line = SoftLine(lambda _: next(left, b"").replace(own, b""))
    printer = Printer(line, EPSON, clock=line.clock)
    printer._completion.proven = True
    printer.print_bytes(JOB, number=7)
    assert printer.settle(7) is not True


def test_automatic_status_in_the_stream_does_not_confirm_a_slip_and_its_trouble_holds_it() -> None:
    soft = simulator(lacks=("in_turn",))

    def answer(data: bytes) -> bytes:
        said = soft.receive(data)
        if data.endswith(b"\x1d\x72\x01"):
            return said + b"\x18\x00\x0c\x00"  # out of paper
        return b"\x10\x00\x03\x00" + said  # near its end

    printer, _ = on(answer)
    result = printer.print(SLIP)
    assert (result.outcome, result.reason) == (Outcome.HELD, PrinterTrouble.PAPER_OUT)


def test_a_printer_that_only_tells_its_status_by_itself_is_believed() -> None:
    mute = msgspec.structs.replace(WIDE, status=msgspec.structs.replace(WIDE.status, kinds=()))
    line = SoftLine(lambda _: b"")
    line._waiting = b"\x38\x00\x00\x00"
    result = Printer(line, mute, clock=line.clock).print(SLIP)
    assert (result.outcome, result.reason) == (Outcome.REFUSED, PrinterTrouble.COVER_OPEN)


def test_a_process_number_that_does_not_follow_the_answer_in_turn_is_not_waited_for_long() -> None:
    soft = simulator(lacks=("process_id",))
    line = SoftLine(soft.receive)
    printer = Printer(line, EPSON, clock=line.clock)
    assert printer.print(SLIP).outcome is Outcome.CONFIRMED
    assert line.now < 2.5
    line.now = 0.0
    assert printer.print(SLIP).outcome is Outcome.CONFIRMED
    assert line.now == 0.0
