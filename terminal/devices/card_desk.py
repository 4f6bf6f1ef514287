"""Where screens hear of cards, and of the pictures on them. Light to import.

Nothing of a card is logged or stored here; it is passed on and forgotten.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from terminal.devices.id_card import CardDevice
    from terminal.rules.resident import ResidentFields

CLOSE_MS: Final = 1000  # a decoder that does not come back is left behind

log = logging.getLogger("onewindow.devices")


class CardDesk(QObject):
    """Passes cards on, and has their pictures decoded where a decoder is installed. GUI thread."""

    read = Signal(object)
    """ResidentFields: a card was read."""

    pictured = Signal(object, bytes)
    """ResidentFields as they were told, and their picture as PNG or BMP; only where a decoder could make it."""

    lifted = Signal()
    """The card that was read was lifted, or soon will be."""

    refused = Signal(object)
    """Refusal: a card cannot be read, and what to do."""

    _decoded = Signal(object, bytes, tuple)

    def __init__(self, parent: QObject | None = None, decoders: tuple[EntryPoint, ...] | None = None) -> None:
        """``decoders``: those that are installed, when None."""
        super().__init__(parent)
        self._decoders = decoders
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._latest: ResidentFields | None = None
        self._told: set[str] = set()  # failures that are in the log already
        self._closed = False
        self._decoded.connect(self._show)

    def attach(self, device: CardDevice) -> None:
        """Hear this reader from now on."""
        device.read.connect(self._read)
        device.lifted.connect(self.lifted)
        device.refused.connect(self.refused)

    def forget(self) -> None:
        """The visit is over: keep nothing of its card, nor wait for its picture."""
        self._latest = None
        self._pool.clear()

    def close(self) -> bool:
        """Begin nothing more. Returns whether a decoder under way came back within a second."""
        self._closed = True
        self.forget()
        return bool(self._pool.waitForDone(CLOSE_MS))

    def _read(self, fields: ResidentFields) -> None:
        self._latest = fields
        self.read.emit(fields)
        from terminal.devices.photo_decoders import decode, installed  # with the first card: most machines have none

        if self._decoders is None:
            self._decoders = installed()
        decoders = self._decoders
        if decoders and fields.photo and not self._closed:
            self._pool.clear()  # a picture nobody waits for any more
            self._pool.start(lambda: self._decoded.emit(fields, *decode(fields.photo, decoders)))

    def _show(self, fields: ResidentFields, picture: bytes, failed: tuple[str, ...]) -> None:
        for failure in failed:
            if failure not in self._told:
                self._told.add(failure)
                log.warning("a photo decoder failed: %s; cards are shown without their picture", failure)
        if picture and fields is self._latest:
            self.pictured.emit(fields, picture)
