"""Whose card lies on the reader: kept for as long as that person is at the window, and stored nowhere.

No widgets here. What a card said is gone as soon as the visit it was read in is over; read while nobody is served, it
stays for a minute. What was copied of it leaves the clipboard with it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from terminal.errors import Refusal
from terminal.rules.resident import ResidentFields
from terminal.screens.counter.devices_seen import CardsSeen
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.work import Work
from terminal.screens.i18n import tell

LINGER_MS: Final = 60_000  # without a visit
# Windows and KDE keep a list of what was copied, unless it comes with these.
UNLISTED: Final = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    "x-kde-passwordManagerHint": b"secret",
}


class ResidentNow(QObject):
    """GUI thread only. ``changed`` tells that there is another card, its picture, or none any more."""

    changed = Signal()

    def __init__(self, work: Work, cards: CardsSeen | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._cards = work, cards
        self.fields: ResidentFields | None = None
        self.picture = b""
        self._visit: int | None = None  # the ticket at the window when it was read
        self._copied = ""
        self._noticed = False
        self._linger = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._linger.timeout.connect(self.clear)
        work.viewed.connect(self._follow)
        if cards is not None:
            cards.read.connect(self._read)
            cards.pictured.connect(self._pictured)
            cards.refused.connect(self._refused)

    @property
    def lingers(self) -> bool:
        """Whether it was read while nobody was at the window, so that it goes by itself."""
        return self.fields is not None and self._visit is None

    def copy(self, text: str) -> None:
        """To the clipboard, for another department's system, and not into the lists of what was copied before."""
        data = QMimeData()
        data.setText(text)
        for kind, value in UNLISTED.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._copied = text

    def clear(self) -> None:
        """Nothing is left of the card, here or on the clipboard."""
        self._linger.stop()
        if self._copied and QGuiApplication.clipboard().text() == self._copied:
            QGuiApplication.clipboard().clear()
        self._copied = ""
        if self._cards is not None:
            self._cards.forget()
        if self.fields is not None:
            self.fields, self.picture, self._visit = None, b"", None
            self.changed.emit()

    def _current(self) -> int | None:
        view = self._work.view
        return view.current.id if view is not None and view.current is not None else None

    def _read(self, fields: ResidentFields) -> None:
        if self._noticed:  # what was said of the last try
            self._noticed = False
            self._work.told.emit(None)
        self.fields, self.picture, self._visit = fields, b"", self._current()
        if self._visit is None:
            self._linger.start()
        else:
            self._linger.stop()
        self.changed.emit()

    def _pictured(self, fields: ResidentFields, picture: bytes) -> None:
        if fields is self.fields:
            self.picture = picture
            self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        self._noticed = True
        self._work.told.emit(Notice("calm", *tell(refusal)))

    def _follow(self) -> None:
        # Whoever is called next may be somebody else, also when the card was read a moment before the call.
        if self.fields is not None and self._current() != self._visit:
            self.clear()
