"""The delivering of messages from this machine's windows: one desk for the program, and a lamp for its modem.

Light to import: couriers and their drivers come with ``start``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from terminal.devices import words
from terminal.devices.lamp import TROUBLE, UNKNOWN, DeviceLamp
from terminal.errors import Refusal
from terminal.settings import traffic_folder

if TYPE_CHECKING:
    from terminal.devices.delivery.deliverer import Deliverer
    from terminal.devices.delivery.transport import Standing
    from terminal.office.office import Office
    from terminal.settings import Settings


class DeliveryDesk(QObject):
    """Delivers if the settings say so, else does nothing. GUI thread.

    ``lamps`` has the modem's, if messages go out by one here.
    """

    bug = Signal(object)
    """An exception on one of its threads that is no trouble of the surroundings."""

    _stands = Signal(object)

    def __init__(self, settings: Settings, office: Callable[[], Office], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._office = settings, office
        self._deliverer: Deliverer | None = None
        self._closed = False
        messages = settings.messages
        self._delivers = messages is not None and messages.deliver
        has_modem = self._delivers and messages is not None and messages.sms == "modem"
        self.lamps: tuple[DeviceLamp, ...] = (DeviceLamp("gsm_modem", self),) if has_modem else ()
        for lamp in self.lamps:
            lamp.show(UNKNOWN, words.said(words.UNTRIED))
        self._stands.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to deliver. Does nothing once closed, or a second time."""
        if self._closed or self._deliverer is not None or not self._delivers:
            return
        # Drivers and threads, after the first paint.
        from terminal.devices.delivery.deliverer import Deliverer
        from terminal.devices.delivery.making import couriers

        try:
            made = couriers(self._settings, traffic=traffic_folder(), tell=self._stands.emit)
        except Refusal as refusal:
            for lamp in self.lamps:
                lamp.show(TROUBLE, words.said(words.UNUSABLE), words.said(words.CORRECT).format(what=refusal))
            return
        self._deliverer = Deliverer(self._office, made, bug=self.bug.emit)
        self._deliverer.start()

    def close(self) -> bool:
        """Stop, within bounds. Returns whether everything ended."""
        self._closed = True
        return self._deliverer is None or self._deliverer.close()

    @Slot(object)
    def _show(self, standing: Standing) -> None:
        from terminal.devices.modem_words import lamp as in_words  # its sentences are the driver's

        for lamp in self.lamps:
            lamp.show(*in_words(standing))
