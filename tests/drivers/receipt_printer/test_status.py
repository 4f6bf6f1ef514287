"""Status bytes as Epson's tables have them; what is not told stays unknown."""

from __future__ import annotations

import pytest

from drivers.receipt_printer.status import UNKNOWN, Paper, PrinterTrouble, automatic, decoded, is_answer, sensed

WELL = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}


def test_a_well_printer_has_paper_and_no_trouble() -> None:
    status = decoded(WELL)
    assert (status.paper, status.trouble, status.known) == (Paper.OK, None, True)
    assert status.text == "the printer is ready"


@pytest.mark.parametrize(
    ("kind", "byte", "trouble"),
    [
        (1, 0x1A, PrinterTrouble.OFFLINE),
        (2, 0x16, PrinterTrouble.COVER_OPEN),
        (2, 0x32, PrinterTrouble.PAPER_OUT),
        (2, 0x52, PrinterTrouble.ERROR),
        (3, 0x1A, PrinterTrouble.CUTTER),
        (3, 0x32, PrinterTrouble.ERROR),
        (4, 0x72, PrinterTrouble.PAPER_OUT),
        (4, 0x1E, None),
    ],
)
def test_each_documented_bit_names_its_trouble(kind: int, byte: int, trouble: PrinterTrouble | None) -> None:
    assert decoded({**WELL, kind: byte}).trouble is trouble


def test_paper_near_its_end_is_told_and_does_not_stop_printing() -> None:
    status = decoded({**WELL, 4: 0x1E})
    assert (status.paper, status.trouble) == (Paper.NEAR_END, None)


def test_the_most_helpful_reason_comes_first() -> None:
    assert decoded({1: 0x1A, 2: 0x36, 3: 0x12, 4: 0x7E}).trouble is PrinterTrouble.PAPER_OUT


def test_silence_is_unknown_and_neither_paper_nor_no_paper() -> None:
    status = decoded({})
    assert status == UNKNOWN
    assert (status.known, status.paper, status.offline, status.trouble) == (False, Paper.UNKNOWN, None, None)
    assert "does not answer" in status.text


def test_an_answer_to_one_question_leaves_the_others_unknown() -> None:
    status = decoded({1: 0x12})
    assert (status.known, status.offline, status.paper, status.cover_open) == (True, False, Paper.UNKNOWN, None)


@pytest.mark.parametrize("byte", [0x00, 0x11, 0x13, 0x10, 0x41, 0x80, 0x92, 0xFF])
def test_flow_control_text_automatic_status_and_noise_are_no_answers(byte: int) -> None:
    assert not is_answer(byte)
    assert decoded({4: byte}) == UNKNOWN


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        ("10 00 00 00", None),
        ("38 00 00 00", PrinterTrouble.COVER_OPEN),
        ("18 00 0C 00", PrinterTrouble.PAPER_OUT),
        ("18 08 00 00", PrinterTrouble.CUTTER),
        ("18 20 00 00", PrinterTrouble.ERROR),
        ("18 00 00 00", PrinterTrouble.OFFLINE),
        ("10 00 03 00", None),
    ],
)
def test_automatic_status_tells_the_same_troubles(data: str, trouble: PrinterTrouble | None) -> None:
    assert automatic(bytes.fromhex(data)).trouble is trouble


def test_automatic_status_tells_paper_near_its_end() -> None:
    assert automatic(bytes.fromhex("10 00 03 00")).paper is Paper.NEAR_END


def test_the_paper_sensor_byte_tells_three_amounts() -> None:
    assert [sensed(byte) for byte in (0x00, 0x03, 0x0F)] == [Paper.OK, Paper.NEAR_END, Paper.OUT]
