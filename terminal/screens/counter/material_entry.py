"""The field in a material's row: what is wrong with it, or until which day it may follow."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens.counter.decided import Mark
from terminal.screens.theme import Theme
from terminal.screens.widgets.date_field import parse
from terminal.screens.widgets.needed import mark_fault

LONGEST: Final = 120
FOLLOWS_DAYS: Final = 7  # offered at first; whoever serves agrees on another


class MaterialEntry(QLineEdit):
    """Enter gives the Mark, Escape leaves. A day may be typed with any separators; arrows go a day on and back."""

    given = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, state: str, mark: Mark | None, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._today = state, today
        self.setFont(theme.font("body"))
        self.setMaxLength(LONGEST)
        if state == "wrong":
            self.setPlaceholderText(self.tr("What is wrong: expired, not legible, does not match…"))
            self.setText(mark.why if mark is not None else "")
        else:
            self.setPlaceholderText(self.tr("Follows by this day"))
            day = mark.promised_by if mark is not None and mark.promised_by else today + timedelta(days=FOLLOWS_DAYS)
            self.setText(day.isoformat())
            self.selectAll()
        self.setAccessibleName(self.placeholderText())
        self.textChanged.connect(lambda: mark_fault(self, False))

    def _give(self) -> None:
        if self._state == "wrong":
            why = self.text().strip()
            mark_fault(self, not why)
            if why:
                self.given.emit(Mark("wrong", why))
            return
        day = parse(self.text())
        good = day is not None and day >= self._today
        mark_fault(self, not good)
        if good:
            self.given.emit(Mark("waived", promised_by=day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = parse(self.text()) if self._state == "waived" else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step is not None and day is not None:
            self.setText((day + timedelta(days=step)).isoformat())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self.left.emit()
