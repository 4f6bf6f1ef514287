"""Inputs of a form: each has one text, says when it is settled, and hands Enter on to the next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from terminal.office.form_fields import FieldView
from terminal.screens.forms import words
from terminal.screens.theme import Theme
from terminal.screens.widgets.date_field import parse
from terminal.screens.widgets.needed import mark_fault

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Input:
    """What the form asks of every input. ``edited`` comes at each stroke, ``settled`` when its value is worth keeping
    (it was left, or chosen), ``advanced`` when Enter asks for the next field.
    """

    edited: Any
    settled: Any
    advanced: Any

    def value(self) -> str:
        """What is in it, as it is stored."""
        raise NotImplementedError

    def show_value(self, value: str) -> None:
        """Show another value; nothing is told."""
        raise NotImplementedError

    def mark(self, fault: bool) -> None:
        """Frame it as faulty, or not."""
        raise NotImplementedError


class LineInput(QLineEdit, Input):
    """A line of text."""

    edited = Signal()
    settled = Signal()
    advanced = Signal()

    def __init__(self, theme: Theme, field: FieldView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(theme.font("body"))
        self.setMaxLength(field.length)
        self.setAccessibleName(words.label(field))
        self._settled_at = ""
        self.textEdited.connect(lambda: self.edited.emit())

    def value(self) -> str:
        """As promised."""
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """As promised; the cursor stays where it was. What says the same is left as somebody types it just now."""
        at = self.cursorPosition()
        if self.value() != value or (self.text() != value and not self.hasFocus()):
            self.setText(value)
            self.setCursorPosition(at if self.hasFocus() else 0)
        self._settled_at = self.value()

    def mark(self, fault: bool) -> None:
        """As promised."""
        mark_fault(self, fault)

    def settle(self) -> None:
        """Put the text in order, and tell of it when it is another than before."""
        if self.value() != self._settled_at:
            self._settled_at = self.value()
            self.settled.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()
            if not self.hasFocus():
                self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settle()
            self.advanced.emit()
        else:
            super().keyPressEvent(event)


class DateInput(LineInput):
    """A day to type with any separators or none; arrows go a day on and back, from today in an empty one."""

    def __init__(self, theme: Theme, field: FieldView, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, field, parent)
        self._today = today
        self.setPlaceholderText(today.isoformat())

    def value(self) -> str:
        """As it is stored where it is a day, else as typed: the form says what is expected."""
        day = parse(self.text())
        return day.isoformat() if day is not None else self.text().strip()

    def settle(self) -> None:
        """A day in another writing becomes the usual one."""
        if self.text().strip() != self.value():
            self.setText(self.value())
        super().settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        day = parse(self.text())
        self.setText((self._today if day is None else day + timedelta(days=step)).isoformat())
        self.edited.emit()


class LongInput(QPlainTextEdit, Input):
    """Some lines of text; Enter goes on, Shift and Enter begins a line."""

    edited = Signal()
    settled = Signal()
    advanced = Signal()

    def __init__(self, theme: Theme, field: FieldView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = field.length
        self._settled_at = ""
        self._silent = False
        self.setFont(theme.font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * theme.type("body").line + theme.px(20))
        self.setAccessibleName(words.label(field))
        self.textChanged.connect(self._changed)

    def value(self) -> str:
        """As promised."""
        return self.toPlainText().strip()[: self._longest]

    def show_value(self, value: str) -> None:
        """As promised; what says the same is left as somebody types it just now."""
        if self.value() != value or (self.toPlainText() != value and not self.hasFocus()):
            self._silent = True
            self.setPlainText(value)
            self._silent = False
        self._settled_at = self.value()

    def mark(self, fault: bool) -> None:
        """As promised."""
        mark_fault(self, fault)

    def _changed(self) -> None:
        if not self._silent:
            self.edited.emit()

    def settle(self) -> None:
        """Tell of the text when it is another than before."""
        if self.value() != self._settled_at:
            self._settled_at = self.value()
            self.settled.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self.settle()
            self.advanced.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
