"""Cards of people who do not exist, and a reader that tells of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from drivers.id_card.card import read_card
from drivers.id_card.layouts import load_layouts
from drivers.id_card.simulator import people
from terminal.devices.id_card import fields_of
from terminal.rules.resident import ResidentFields


def card(key: str = "resident") -> ResidentFields:
    """Somebody's card as the counter is told of it."""
    person = people()[key]
    return fields_of(read_card(load_layouts(), person.text(), person.picture()))


def doubtful() -> ResidentFields:
    """A card that is expired and does not agree with its own number."""
    return replace(card("expired"), sex="female")


class CannedCards(QObject):
    """A card reader's desk."""

    read = Signal(object)
    pictured = Signal(object, bytes)
    lifted = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1
