"""What a lamp says: short, with a reason and a remedy, in the language in force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.ports import SENTENCES, LineDown
from drivers.receipt_printer.status import Paper, PrinterStatus, PrinterTrouble
from terminal.devices import printer_words, words
from terminal.devices.lamp import DeviceLamp
from terminal.devices.print_queue import Told
from terminal.office.printing import JobState
from terminal.rules.paper import Roll
from terminal.screens.i18n import Languages


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[Languages]:
    """Chinese is in force."""
    languages = Languages(qapp, "zh")
    yield languages
    languages.use("en")


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


SAID = [
    *words.SHORT.values(), *words.PRINTER.values(),
    words.READY, words.UNTRIED, words.OPEN, words.NO_PRINTER, words.SILENT, words.UNUSABLE, words.HELD, words.IN_PART,
]  # fmt: skip


@pytest.mark.parametrize("text", [str(text) for text in SAID])
def test_every_word_is_said_in_chinese(chinese: Languages, text: str) -> None:
    assert is_chinese(words.said(text))


@pytest.mark.parametrize("reason", SENTENCES)
def test_every_trouble_of_a_line_is_a_word_and_a_sentence_with_its_port(chinese: Languages, reason: str) -> None:
    short, sentence = words.line_words(LineDown(reason, "/dev/ttyUSB7", "detail"))
    assert is_chinese(short)
    assert is_chinese(sentence)
    assert "/dev/ttyUSB7" in sentence


@pytest.mark.parametrize("reason", [*PrinterTrouble, *SENTENCES, "unwatched", ""])
@pytest.mark.parametrize("state", [JobState.WAITING, JobState.HELD, JobState.SENT, JobState.FAILED])
def test_every_slip_that_is_not_surely_on_paper_is_explained(chinese: Languages, reason: str, state: JobState) -> None:
    assert is_chinese(printer_words.why(Told(1, "ticket", 1, state, str(reason)), "/dev/ttyUSB7"))


def test_a_slip_on_paper_needs_no_words() -> None:
    for state in (JobState.PRINTED, JobState.SENDING):
        assert printer_words.why(Told(1, "ticket", 1, state), "/dev/ttyUSB7") == ""


ROLL, USED = Roll(80, 0), Roll(80, round(78.5 * 8000))


@pytest.mark.parametrize(
    ("status", "roll", "state", "word"),
    [
        (PrinterStatus(Paper.OK, offline=False), ROLL, "up", "就绪"),
        (PrinterStatus(Paper.OK, offline=False), USED, "waiting", "纸将尽"),
        (PrinterStatus(Paper.NEAR_END), ROLL, "waiting", "纸将尽"),
        (PrinterStatus(Paper.OUT), USED, "trouble", "缺纸，待打 2 张"),
        (PrinterStatus(Paper.OK, cover_open=True), ROLL, "trouble", "开盖，待打 2 张"),
        (PrinterStatus(), ROLL, "unknown", "不应答"),
    ],
)
def test_a_printers_lamp_says_the_most_pressing(
    chinese: Languages, status: PrinterStatus, roll: Roll, state: str, word: str
) -> None:
    shown = printer_words.lamp(status, None, 2, roll)
    assert shown is not None
    assert shown[0] == state
    assert shown[1] == word


def test_every_trouble_a_printer_knows_has_its_words() -> None:
    assert {str(trouble) for trouble in PrinterTrouble} <= words.PRINTER.keys()
    assert {str(trouble) for trouble in PrinterTrouble} | SENTENCES.keys() <= words.SHORT.keys()


def test_a_lamp_tells_only_changes(qtbot: QtBot) -> None:
    lamp = DeviceLamp("rating_pad")
    with qtbot.waitSignal(lamp.changed):
        lamp.show("up", "ready")
    with qtbot.assertNotEmitted(lamp.changed):
        lamp.show("up", "ready")
