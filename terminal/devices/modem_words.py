"""A GSM modem that sends messages in words, in the language in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from drivers.gsm_modem.codes import SENTENCES
from terminal.devices import words
from terminal.devices.delivery.transport import Standing
from terminal.devices.lamp import TROUBLE, UNKNOWN, UP
from terminal.devices.words import said

NETWORK: Final = QT_TRANSLATE_NOOP("Devices", "The modem is on the network.")
OTHER_PROGRAM: Final = QT_TRANSLATE_NOOP("Devices", "Another window of this machine sends the messages.")
_SHORT: Final = {
    "silent": QT_TRANSLATE_NOOP("Devices", "no answer"),
    "no_sim": QT_TRANSLATE_NOOP("Devices", "no SIM card"),
    "pin_needed": QT_TRANSLATE_NOOP("Devices", "PIN missing"),
    "pin_refused": QT_TRANSLATE_NOOP("Devices", "wrong PIN"),
    "puk": QT_TRANSLATE_NOOP("Devices", "SIM locked"),
    "sim": QT_TRANSLATE_NOOP("Devices", "SIM card fails"),
    "no_network": QT_TRANSLATE_NOOP("Devices", "no network"),
    "denied": QT_TRANSLATE_NOOP("Devices", "not let in"),
}


def lamp(standing: Standing) -> tuple[str, str, str]:
    """The modem's lamp: state, a word or two, and a sentence."""
    if standing.reason == "busy_same":
        return UP, said(words.SHARED), said(OTHER_PROGRAM)
    if standing.of_line:
        short = said(words.SHORT[standing.reason])
        return TROUBLE, short, words.line_sentence(standing.reason, standing.port, standing.detail)
    if standing.state == "trouble":
        short = said(_SHORT.get(standing.reason, words.SHORT["error"]))
        return TROUBLE, short, QCoreApplication.translate("Trouble", SENTENCES[standing.reason])
    if standing.state == "up":
        return UP, said(words.READY), said(NETWORK)
    return UNKNOWN, said(words.UNTRIED), ""
