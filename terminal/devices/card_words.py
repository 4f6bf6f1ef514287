"""A card reader's state in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from drivers.id_card.events import AILING_SENTENCES, Ailing
from terminal.devices import words
from terminal.devices.words import said

WORKS: Final = QT_TRANSLATE_NOOP("Devices", "The reader looks for cards.")
MODULE: Final = QT_TRANSLATE_NOOP("Devices", "The reader looks for cards. Security module {sam}.")
SHORT: Final = {
    Ailing.SILENT: words.SILENT,
    Ailing.GARBLED: words.SHORT["speed"],
    Ailing.SELF_TEST: QT_TRANSLATE_NOOP("Devices", "self-test failed"),
    Ailing.REFUSING: words.SHORT["error"],
}


def ailing(reason: Ailing) -> tuple[str, str]:
    """A word or two, and a sentence with a remedy, in the language in force."""
    return said(SHORT[reason]), QCoreApplication.translate("Trouble", AILING_SENTENCES[reason])


def ready(sam: str) -> str:
    """That it works, with the number that support asks for."""
    return said(MODULE).format(sam=sam) if sam else said(WORKS)
