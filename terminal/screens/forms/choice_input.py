"""A field with a few answers: chosen by their digit, with the arrows, or from the list that Space opens."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.form_fields import FieldView, OptionView
from terminal.screens import tokens
from terminal.screens.forms import words
from terminal.screens.forms.inputs import Input
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DIGITS: Final = 9  # answers beyond have no key of their own


class ChoiceInput(QWidget, Input):
    """Drawn as a field, 32 high, with its answer and a chevron; with the focus it says which digits choose."""

    edited = Signal()
    settled = Signal()
    advanced = Signal()

    def __init__(self, theme: Theme, field: FieldView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._field = theme, field
        self._options: tuple[OptionView, ...] = words.options(field)
        self._value = ""
        self._fault = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.target(tokens.TARGET))
        self._name()

    def value(self) -> str:
        """The answer's value, "" for none yet; one that the form does not know stays as it is."""
        return self._value

    def show_value(self, value: str) -> None:
        """As promised."""
        self._value = value
        self._name()
        self.update()

    def mark(self, fault: bool) -> None:
        """As promised."""
        if fault != self._fault:
            self._fault = fault
            self.update()

    @property
    def shown(self) -> str:
        """The answer's words."""
        return next((words.option_label(one) for one in self._options if one.value == self._value), self._value)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height())

    def _name(self) -> None:
        self.setAccessibleName(words.label(self._field))
        self.setAccessibleDescription(self.shown)

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.show_value(value)
            self.mark(False)
            self.edited.emit()
            self.settled.emit()

    def _step(self, by: int) -> None:
        values = [option.value for option in self._options]
        at = values.index(self._value) + by if self._value in values else 0 if by > 0 else len(values) - 1
        self._choose(values[max(0, min(len(values) - 1, at))])

    def _open(self) -> None:
        choices = [
            Choice(option.value, words.option_label(option), right=str(digit) if digit <= DIGITS else "")
            for digit, option in enumerate(self._options, 1)
        ]
        chooser = Chooser(self._theme, words.label(self._field), choices, "", self)
        values = [option.value for option in self._options]
        if self._value in values:
            chooser.list.choose(values.index(self._value))
        chooser.chosen.connect(self._choose)
        chooser.open_at(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(2))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        digit = event.text()
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.advanced.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif step is not None:
            self._step(step)
        elif event.key() == Qt.Key.Key_Space:
            self._open()
        elif digit.isdecimal() and 0 < int(digit) <= min(DIGITS, len(self._options)):
            self._choose(self._options[int(digit) - 1].value)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._field.required:
            self._choose("")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        border: Token = "focus" if self.hasFocus() else "trouble" if self._fault else "edge"
        width = theme.focus if self.hasFocus() else theme.strong if self._fault else theme.border
        fill: Token = "surface" if self.isEnabled() else "sunk"
        box(painter, QRectF(self.rect()), theme.radius, fill, border, width, theme)
        side, size = theme.px(10), theme.px(16)
        chevron = theme.icon("chevron-down", 16, "ink2", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self.width() - side - size, (self.height() - size) // 2), chevron)
        inner = self.rect().adjusted(side, 0, -2 * side - size, 0)
        shown = self.shown
        used = draw_text(painter, theme, inner, shown, "body", "ink" if self.isEnabled() else "off")
        hint = self._hint()
        rest = QRect(inner.left() + used + theme.px(8), 0, inner.width() - used - theme.px(8), self.height())
        if hint and rest.width() >= text_width(hint, theme.font("note")):
            draw_text(painter, theme, rest, hint, "note", "ink3", align=RIGHT)

    def _hint(self) -> str:
        if not self.hasFocus() or not self._options:
            return ""
        last = min(DIGITS, len(self._options))
        return f"1–{last}" if last > 1 else "1"
