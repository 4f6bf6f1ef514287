"""The ID-card reader of one window: what lies on it, as the fields of a resident."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from drivers.id_card.card import Card
from drivers.id_card.card import Doubt as CardDoubt
from drivers.id_card.events import (
    REFUSED_SENTENCES,
    CardLifted,
    CardRead,
    CardRefused,
    ReaderReady,
    ReaderTrouble,
)
from drivers.id_card.reader import CardReader
from drivers.line import LineDown
from terminal.devices import card_words, words
from terminal.devices.bus_worker import BusWorker, StationDevice
from terminal.devices.lamp import TROUBLE, UNKNOWN, UP, DeviceLamp
from terminal.errors import Refusal
from terminal.rules.resident import Doubt, ResidentFields

_UNREAD = {
    CardDoubt.NAME: Doubt.NAME,
    CardDoubt.SEX: Doubt.SEX,
    CardDoubt.NATION: Doubt.NATION,
    CardDoubt.BIRTH: Doubt.BIRTH,
    CardDoubt.VALIDITY: Doubt.VALIDITY,
    CardDoubt.LETTERS: Doubt.LETTERS,
}


class CardDevice(StationDevice):
    """A reader on a line of its own. Its lamp is up when it looks for cards. Signals come on the GUI thread."""

    read = Signal(object)
    """ResidentFields: a card was read whole."""

    lifted = Signal()
    """That card is gone, or about to go (see :class:`drivers.id_card.events.CardLifted`)."""

    refused = Signal(object)
    """Refusal: a card lies there and cannot be read, and what to do."""

    _well = Signal(object)

    def __init__(self, bus: BusWorker, lamp: DeviceLamp, parent: QObject | None = None) -> None:
        super().__init__(bus, CardReader(), lamp, parent)
        self._well.connect(self._show_reader)

    # On the worker thread.

    def hear(self, event: object) -> None:
        if isinstance(event, CardRead):
            self.read.emit(fields_of(event.card))
        elif isinstance(event, CardLifted):
            self.lifted.emit()
        elif isinstance(event, CardRefused):
            self.refused.emit(Refusal(*REFUSED_SENTENCES[event.reason]))
        elif isinstance(event, ReaderReady | ReaderTrouble):
            self._well.emit(event)

    # On the GUI thread.

    def _show_line(self, trouble: LineDown | None) -> None:
        if trouble is None:  # whether a reader answers there is not known yet
            self.lamp.show(UNKNOWN, words.said(words.UNTRIED), words.said(words.OPEN))
        else:
            super()._show_line(trouble)

    def _show_reader(self, event: ReaderReady | ReaderTrouble) -> None:
        if self.is_down:
            return  # the line's state says more
        if isinstance(event, ReaderReady):
            self.lamp.show(UP, words.said(words.READY), card_words.ready(event.sam))
        else:
            self.lamp.show(TROUBLE, *card_words.ailing(event.reason))


def fields_of(card: Card) -> ResidentFields:
    """A card as the fields of a resident. Fingerprints are left behind: nothing here asks for them."""
    return ResidentFields(
        document=card.kind,
        name=card.name,
        number=card.number,
        latin=card.latin,
        sex=card.sex,
        nation=card.nation,
        nationality=card.nationality,
        birth=card.birth,
        address=card.address,
        issuer=card.issuer,
        since=card.since,
        until=card.until,
        long_term=card.long_term,
        travel_permit=card.travel_permit,
        photo=card.photo,
        unread=frozenset(_UNREAD[doubt] for doubt in card.doubts),
    )
