"""Answers told apart in one stream, whatever stands between them and however it is cut up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drivers.receipt_printer.answers import (
    NUMBERS,
    Answer,
    Answers,
    Automatic,
    Done,
    Flow,
    RealTime,
    Sensor,
    process_digits,
)
from drivers.receipt_printer.commands import ask_done


def heard(data: bytes) -> list[Answer]:
    return Answers().receive(data)


def done(number: int) -> bytes:
    return b"\x37\x22" + process_digits(number) + b"\x00"


def test_each_kind_of_answer_is_known_by_its_fixed_bits() -> None:
    assert heard(b"\x12") == [RealTime(0x12)]
    assert heard(b"\x7e") == [RealTime(0x7E)]
    assert heard(b"\x0f") == [Sensor(0x0F)]
    assert heard(b"\x13\x11") == [Flow(False), Flow(True)]
    assert heard(b"\x18\x00\x0c\x00") == [Automatic(b"\x18\x00\x0c\x00")]
    assert heard(done(4711)) == [Done(4711)]


def test_automatic_status_between_two_answers_swallows_neither() -> None:
    assert heard(b"\x12\x10\x00\x03\x00\x16") == [RealTime(0x12), Automatic(b"\x10\x00\x03\x00"), RealTime(0x16)]


def test_an_xoff_within_automatic_status_is_taken_out_of_it() -> None:
    assert heard(b"\x18\x13\x00\x0c\x00") == [Flow(False), Automatic(b"\x18\x00\x0c\x00")]


def test_automatic_status_that_breaks_off_never_confirms_a_slip() -> None:
    answers = Answers()
    assert answers.receive(b"\x10\x00\x00") == []
    assert answers.idle() == []
    assert answers.receive(b"\x10\x00") == []
    assert answers.receive(b"\x12") == [RealTime(0x12)]
    assert answers.receive(b"\x00") == [Sensor(0x00)]


def test_a_process_number_that_breaks_off_never_confirms_a_slip() -> None:
    answers = Answers()
    assert answers.receive(b"\x37\x22\x41\x41") == []
    assert answers.idle() == []
    assert heard(b"\x37\x22\x41\x41\x05") == [Sensor(0x05)]


def test_a_process_number_after_a_broken_one_is_read() -> None:
    assert heard(b"\x37\x22" + done(17)) == [Done(17)]
    assert heard(b"\x37\x22\x37\x22\x37" + done(17)) == [Done(17)]


@given(st.integers(0, 2**32 - 1))
def test_every_job_number_has_four_printable_digits_and_comes_back_as_itself(number: int) -> None:
    digits = process_digits(number)
    assert len(digits) == 4
    assert all(0x20 <= digit <= 0x7E for digit in digits)
    assert ask_done(number) == b"\x1d\x28\x48\x06\x00\x30\x30" + digits
    assert heard(done(number)) == [Done(number % NUMBERS)]


GOOD = st.sampled_from([b"\x12", b"\x37\x22 !~A\x00", b"\x18\x00\x0c\x00", b"\x00", b"\x11"])


@given(st.lists(GOOD | st.binary(max_size=9), max_size=30).map(b"".join), st.integers(1, 9))
def test_any_bytes_in_any_portions_mean_the_same_never_raise_and_are_not_kept(stream: bytes, size: int) -> None:
    pieces = Answers()
    said = [answer for at in range(0, len(stream), size) for answer in pieces.receive(stream[at : at + size])]
    assert said == heard(stream)
    assert len(pieces._begun) <= 6
    pieces.idle()
    assert len(pieces._begun) == 0


@given(st.binary(max_size=60))
def test_a_good_answer_after_any_garbage_and_a_pause_is_read(garbage: bytes) -> None:
    answers = Answers()
    answers.receive(garbage)
    answers.idle()
    assert answers.receive(b"\x12" + done(9) + b"\x00") == [RealTime(0x12), Done(9), Sensor(0)]


@given(st.binary(max_size=60))
def test_a_numbered_answer_right_after_any_garbage_is_read(garbage: bytes) -> None:
    assert Done(9) in heard(garbage + b"\xff" + done(9))
