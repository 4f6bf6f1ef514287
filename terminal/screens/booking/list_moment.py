"""A day and a time one types: 3-17 19:30, 2026年3月17日 19:30, or 19:30 alone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.needed import mark_fault

_MOMENT: Final = re.compile(
    r"(?:(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*)?(\d{1,2})\s*[:：点时.]\s*(\d{1,2})?\s*分?"
)
STEP: Final = timedelta(minutes=15)


def parse(text: str, today: date) -> datetime | None:
    """The moment a text names, on the centre's wall clock; None when it names none.

    Without a year it is the next such day, without a day it is ``today``.

    >>> parse("3月17日 19:30", date(2026, 3, 16)) == parse("2026-03-17 19：30", date(2026, 5, 1))
    True
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    try:
        found = date(year or today.year, month, day) if month and day else today
        if not year and found < today:
            found = found.replace(year=today.year + 1)
        return datetime(found.year, found.month, found.day, hour or 0, minute or 0)
    except ValueError:
        return None


class MomentField(QLineEdit):
    """A moment to type; Up and Down go a quarter of an hour on and back. What is no moment is marked."""

    edited = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setFont(theme.font("body"))
        self.setPlaceholderText(f"{today.isoformat()} 19:30")
        self.textChanged.connect(self._judge)

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.text().strip()

    @property
    def moment(self) -> datetime | None:
        """The moment in it, on the centre's wall clock."""
        return parse(self.text(), self._today)

    def show_moment(self, moment: datetime) -> None:
        """Show another one."""
        self.setText(f"{moment:%Y-%m-%d %H:%M}")

    def _judge(self) -> None:
        mark_fault(self, not self.blank and self.moment is None)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        moment = self.moment
        if step is not None and moment is not None:
            self.show_moment(moment + step * STEP)
        else:
            super().keyPressEvent(event)
