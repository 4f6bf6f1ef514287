"""A printer and its slips in words, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from drivers.receipt_printer.status import Paper, PrinterStatus
from terminal.devices import words
from terminal.devices.lamp import TROUBLE, UNKNOWN, UP, WAITING
from terminal.devices.words import said
from terminal.office.printing import JobState

if TYPE_CHECKING:
    from drivers.line import LineDown
    from terminal.devices.print_queue import Told
    from terminal.errors import Trouble
    from terminal.rules.paper import Roll

COMES: Final = QT_TRANSLATE_NOOP("Devices", "The slip waits and is printed by itself when that is over.")
SOON: Final = QT_TRANSLATE_NOOP("Devices", "The slip waits for its turn and is printed by itself.")
UNWATCHED: Final = QT_TRANSLATE_NOOP(
    "Devices", "The printer had the slip and does not say whether it printed it: look before printing it again."
)
SLIPS_WAIT: Final = QT_TRANSLATE_NOOP("Devices", "Slips that wait: {count}. They are printed by themselves.")
SHORT_WAIT: Final = QT_TRANSLATE_NOOP("Devices", "{words}, {count} wait")
LOW: Final = QT_TRANSLATE_NOOP(
    "Devices", "By count about {metres} m of paper are left. Have a new roll ready, and tell the program when it is in."
)


def lamp(status: PrinterStatus | None, line: LineDown | None, waiting: int, roll: Roll) -> tuple[str, str, str] | None:
    """The lamp of a printer: state, a word or two, and a sentence. None while nothing is known."""
    if line is not None:
        short, sentence = words.line_words(line)
        return TROUBLE, *_with_waiting(short, sentence, waiting)
    if status is None:
        return None
    if status.trouble is not None:
        slug = status.trouble.value
        return TROUBLE, *_with_waiting(said(words.SHORT[slug]), said(words.PRINTER[slug]), waiting)
    if status.paper is Paper.NEAR_END:
        return WAITING, said(words.SHORT["near_end"]), said(words.PRINTER["near_end"])
    if roll.low:
        return WAITING, said(words.SHORT["near_end"]), said(LOW).format(metres=f"{roll.left_metres:.0f}")
    if not status.known:
        return UNKNOWN, said(words.SILENT), said(words.PRINTER["silent"])
    return UP, said(words.READY), ""


def why(told: Told, port: str) -> str:
    """Why a slip is not surely on paper, in a sentence or two; "" when it is, or is being printed."""
    sentence = _sentence(told.reason, port, told.detail)
    match told.state:
        case JobState.WAITING:
            return f"{sentence} {said(COMES)}" if sentence else said(SOON)
        case JobState.HELD:
            return f"{sentence} {said(words.HELD)}".strip()
        case JobState.SENT:
            return sentence or said(words.PRINTER["silent"])
        case JobState.FAILED:
            return f"{sentence} {said(words.IN_PART)}".strip()
        case _:
            return ""


def trouble(of: Trouble) -> str:
    """A refusal or fault as one text."""
    parts = (QCoreApplication.translate("Trouble", part) for part in (of.text, of.what_to_do) if part)
    return " ".join(part.format(**of.values) for part in parts)


def _sentence(reason: str, port: str, detail: str) -> str:
    if reason in words.PRINTER:
        return said(words.PRINTER[reason])
    if reason in words.SHORT:
        return words.line_sentence(reason, port, detail or "–")
    return said(UNWATCHED) if reason else ""


def _with_waiting(short: str, sentence: str, waiting: int) -> tuple[str, str]:
    if not waiting:
        return short, sentence
    counted = said(SLIPS_WAIT).format(count=waiting)
    return said(SHORT_WAIT).format(words=short, count=waiting), f"{sentence} {counted}"
