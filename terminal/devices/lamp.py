"""A device's lamp: what is known of it, in a word, with the reason behind it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

UP, WAITING, TROUBLE, UNKNOWN = "up", "waiting", "trouble", "unknown"


class DeviceLamp(QObject):
    """One device as screens show it. Lives on the GUI thread; ``changed`` comes there.

    ``name`` is rating_pad, receipt_printer …; ``state`` is up, waiting, trouble or unknown; ``words`` is short and
    translated, ``reason`` a sentence with a remedy for the hover. ``counter`` is the window that the device stands at
    when that is not this machine's own.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QObject | None = None, counter: int | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.counter = counter
        self.state = UNKNOWN
        self.words = ""
        self.reason = ""

    def show(self, state: str, words: str, reason: str = "") -> None:
        """Set it; ``changed`` only if it did."""
        if (state, words, reason) != (self.state, self.words, self.reason):
            self.state, self.words, self.reason = state, words, reason
            self.changed.emit()
