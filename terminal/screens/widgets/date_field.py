"""A day one types: 2026-03-17, with or without its separators."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.needed import mark_fault
from terminal.screens.widgets.painting import text_width

_DAY: Final = re.compile(r"\s*(\d{4})\D*(\d{1,2})\D*(\d{1,2})\D*")


def parse(text: str) -> date | None:
    """The day a text names, in year, month, day order with any separators; None when it names none.

    >>> parse("2026.3.17") == parse("20260317") == parse("2026年3月17日") == date(2026, 3, 17)
    True
    """
    compact = re.fullmatch(r"\s*(\d{4})(\d{2})(\d{2})\s*", text)
    match = compact or _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


class DateField(QLineEdit):
    """A day to type; arrows go a day on and back. A text that is no day is marked, and :attr:`day` is None."""

    accepted = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setMinimumWidth(text_width("2026-12-31", theme.font("body")) + theme.px(40))
        self.textChanged.connect(self._judge)
        self.show_day(day)

    @property
    def day(self) -> date | None:
        """The day in it."""
        return parse(self.text())

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setText(day.isoformat())

    def _judge(self) -> None:
        mark_fault(self, self.day is None)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = self.day
        if step is not None and day is not None:
            self.show_day(day + timedelta(days=step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)
