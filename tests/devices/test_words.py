"""What a lamp says: short, with a reason and a remedy, in the language in force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.ports import SENTENCES, LineDown
from drivers.receipt_printer.printer import Outcome, PrintResult
from drivers.receipt_printer.status import PrinterTrouble
from terminal.devices import words
from terminal.devices.lamp import DeviceLamp
from terminal.devices.receipt_printer import why_not_printed
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


@pytest.mark.parametrize("reason", [*PrinterTrouble, *SENTENCES])
@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.UNCONFIRMED, Outcome.FAILED])
def test_every_failed_slip_is_explained(chinese: Languages, reason: str, outcome: Outcome) -> None:
    result = PrintResult(outcome, str(reason), "in English", sent=7)
    said = why_not_printed(result, "/dev/ttyUSB7")
    assert is_chinese(said)
    assert "in English" not in said


def test_every_trouble_a_printer_knows_has_its_words() -> None:
    assert {str(trouble) for trouble in PrinterTrouble} <= words.PRINTER.keys()
    assert {str(trouble) for trouble in PrinterTrouble} | SENTENCES.keys() <= words.SHORT.keys()


def test_a_lamp_tells_only_changes(qtbot: QtBot) -> None:
    lamp = DeviceLamp("rating_pad")
    with qtbot.waitSignal(lamp.changed):
        lamp.show("up", "ready")
    with qtbot.assertNotEmitted(lamp.changed):
        lamp.show("up", "ready")
