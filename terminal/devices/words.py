"""Devices' states in words, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from drivers.ports import SENTENCES, LineDown, LineHint

CONTEXT: Final = "Devices"

READY: Final = QT_TRANSLATE_NOOP("Devices", "ready")
UNTRIED: Final = QT_TRANSLATE_NOOP("Devices", "not tried yet")
OPEN: Final = QT_TRANSLATE_NOOP("Devices", "The port is open.")
NO_PRINTER: Final = QT_TRANSLATE_NOOP("Devices", "There is no printer at this machine.")
SILENT: Final = QT_TRANSLATE_NOOP("Devices", "no answer")
SHARED: Final = QT_TRANSLATE_NOOP("Devices", "shared")
ELSEWHERE: Final = QT_TRANSLATE_NOOP("Devices", "It hangs on another machine's line, which does what is asked here.")
SILENT_PAD: Final = QT_TRANSLATE_NOOP("Devices", "The pad does not answer. Check its power, its cable and its address.")
UNUSABLE: Final = QT_TRANSLATE_NOOP("Devices", "wrong setting")
CORRECT: Final = QT_TRANSLATE_NOOP("Devices", "Its setting cannot work. Correct it on the setup screen: {what}")
# Slug of a line's or a printer's trouble → one or two words beside the lamp.
SHORT: Final = {
    "missing": QT_TRANSLATE_NOOP("Devices", "no port"),
    "other_device": QT_TRANSLATE_NOOP("Devices", "another device"),
    "brltty": QT_TRANSLATE_NOOP("Devices", "cable taken"),
    "no_driver": QT_TRANSLATE_NOOP("Devices", "no driver"),
    "busy": QT_TRANSLATE_NOOP("Devices", "port in use"),
    "busy_with": QT_TRANSLATE_NOOP("Devices", "port in use"),
    "busy_same": QT_TRANSLATE_NOOP("Devices", "port in use"),
    "busy_here": QT_TRANSLATE_NOOP("Devices", "port in use"),
    "busy_modem": QT_TRANSLATE_NOOP("Devices", "port in use"),
    "permission": QT_TRANSLATE_NOOP("Devices", "not allowed"),
    "permission_group": QT_TRANSLATE_NOOP("Devices", "not allowed"),
    "permission_session": QT_TRANSLATE_NOOP("Devices", "sign in again"),
    "permission_mode": QT_TRANSLATE_NOOP("Devices", "not allowed"),
    "lost": QT_TRANSLATE_NOOP("Devices", "unplugged"),
    "stalled": QT_TRANSLATE_NOOP("Devices", "stuck"),
    "ambiguous": QT_TRANSLATE_NOOP("Devices", "ambiguous"),
    "refused": QT_TRANSLATE_NOOP("Devices", "unreachable"),
    "failed": QT_TRANSLATE_NOOP("Devices", "trouble"),
    "speed": QT_TRANSLATE_NOOP("Devices", "wrong speed?"),
    "asleep": QT_TRANSLATE_NOOP("Devices", "may fall asleep"),
    "paper_out": QT_TRANSLATE_NOOP("Devices", "no paper"),
    "near_end": QT_TRANSLATE_NOOP("Devices", "paper low"),
    "cover_open": QT_TRANSLATE_NOOP("Devices", "cover open"),
    "cutter": QT_TRANSLATE_NOOP("Devices", "cutter stuck"),
    "error": QT_TRANSLATE_NOOP("Devices", "error"),
    "offline": QT_TRANSLATE_NOOP("Devices", "offline"),
}
# What is wrong with a printer, and what to do.
PRINTER: Final = {
    "paper_out": QT_TRANSLATE_NOOP("Devices", "The printer is out of paper. Put in a new roll."),
    "near_end": QT_TRANSLATE_NOOP("Devices", "The paper is about to end. Have a new roll ready."),
    "cover_open": QT_TRANSLATE_NOOP("Devices", "The printer's cover is open. Close it."),
    "cutter": QT_TRANSLATE_NOOP(
        "Devices", "The printer's cutter is stuck. Switch it off, take out the paper, switch it on."
    ),
    "error": QT_TRANSLATE_NOOP("Devices", "The printer reports an error. Switch it off and on."),
    "offline": QT_TRANSLATE_NOOP("Devices", "The printer is offline. Press its feed key, or switch it off and on."),
    "silent": QT_TRANSLATE_NOOP("Devices", "The printer does not say how it is. Slips are sent all the same."),
}

# A slip that the printer took but could not print: printing it again would make two of it.
HELD: Final = QT_TRANSLATE_NOOP("Devices", "It has the slip and may print it then: look before printing it again.")
IN_PART: Final = QT_TRANSLATE_NOOP("Devices", "A part of the slip may be on the paper.")


def said(text: object) -> str:
    """One of the texts above, in the language in force. (Qt's marker of translatable texts has no type of its own.)"""
    return QCoreApplication.translate(CONTEXT, str(text))


def line_words(trouble: LineDown) -> tuple[str, str]:
    """A line's trouble as a word and a sentence."""
    return said(SHORT[trouble.reason]), line_sentence(trouble.reason, trouble.port, trouble.detail)


def open_words(hints: Sequence[LineHint]) -> tuple[str, str]:
    """An open line as a word and a sentence: ready, or what is likely to be wrong with it all the same."""
    if not hints:
        return said(READY), said(OPEN)
    return said(SHORT[hints[-1].reason]), line_sentence(hints[-1].reason, hints[-1].port, hints[-1].detail)


def line_sentence(reason: str, port: str, detail: str = "–") -> str:
    """A line's trouble as a sentence with a remedy."""
    return QCoreApplication.translate("Trouble", SENTENCES[reason]).format(port=port, detail=detail)
