"""ID-card readers that speak the SDT protocol: what lies on them is read once, whole, and told as a :class:`Card`.

``framing`` and ``commands`` are the wire, ``layouts`` and ``card`` what a card's 256 bytes of text mean, ``reader`` is
the station on a line, ``simulator`` a reader made of software.
"""

from drivers.id_card.card import Card, Doubt
from drivers.id_card.events import (
    AILING_SENTENCES,
    REFUSED_SENTENCES,
    Ailing,
    CardLifted,
    CardRead,
    CardRefused,
    ReaderEvent,
    ReaderReady,
    ReaderTrouble,
    Refused,
)
from drivers.id_card.reader import CardReader

SERIAL = "115200-8N1"

__all__ = [
    "AILING_SENTENCES",
    "REFUSED_SENTENCES",
    "SERIAL",
    "Ailing",
    "Card",
    "CardLifted",
    "CardRead",
    "CardReader",
    "CardRefused",
    "Doubt",
    "ReaderEvent",
    "ReaderReady",
    "ReaderTrouble",
    "Refused",
]
