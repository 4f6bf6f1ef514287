"""Labelled inputs of a sheet: a label, the input, its unit, and one line below for a note or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import Badge, BadgeKind, ElidedLabel


class TextField(QLineEdit):
    """An input that shows a sign at its right when its text is at fault."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(theme.font("body"))

    def show_text(self, text: str) -> None:
        """Another text, of nobody's hand; the one being typed is left alone."""
        if text != self.text().strip():
            self.setText(text)
            self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("fault"):
            size = self._theme.px(16)
            place = QPoint(self.width() - self._theme.px(10) - size, (self.height() - size) // 2)
            picture = self._theme.icon("triangle-alert", 16, "trouble", self.devicePixelRatioF())
            QPainter(self).drawPixmap(place, picture)


class Field(QWidget):
    """One setting. The line below is kept free for the note, so nothing jumps when something is wrong."""

    def __init__(
        self, theme: Theme, widget: QWidget, *, label_width: int = 96, unit: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.input = widget
        self._note, self._note_token = "", "ink3"
        self._label = ElidedLabel(theme, "", "body", "ink2", elastic=True)
        self._label.setFixedWidth(theme.px(label_width * (1.25 if theme.contrast else 1)))
        self._unit = ElidedLabel(theme, "", "body", "ink3", elastic=False)
        self._below = ElidedLabel(theme, "", "note", "ink3")
        self.badge = Badge(theme, "", parent=self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(widget, 1)
        if unit:
            row.addWidget(self._unit)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self.badge)
        below.addWidget(self._below, 1)
        line = QWidget()
        line.setFixedHeight(max(self.badge.height(), theme.px(20)))
        below.setContentsMargins(0, 0, 0, 0)
        line.setLayout(below)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(row, 0, 1)
        grid.addWidget(line, 1, 1)
        widget.setMinimumHeight(theme.target(tokens.TARGET))

    @property
    def note(self) -> str:
        """What stands below the input."""
        return self._below.text

    @property
    def fault(self) -> bool:
        """Whether its value is marked as wrong."""
        return bool(self.input.property("fault"))

    def set_words(self, label: str, unit: str = "") -> None:
        """Its label and unit, in the language in force."""
        self._label.set_text(label)
        self._unit.set_text(unit)
        self.input.setAccessibleName(label)

    def set_note(self, text: str, token: Token = "ink3", badge: str = "", kind: BadgeKind = "outline") -> None:
        """What is to be known of the value."""
        self._note, self._note_token = text, token
        self.badge.set_badge(badge, kind)
        if not self.fault:
            self._below.set_text(text, token)

    def set_fault(self, expected: str | None) -> None:
        """Mark the value as wrong and say what is expected; None: it is not, or not any more."""
        wrong = expected is not None
        if wrong != self.fault:
            self.input.setProperty("fault", wrong)
            self.input.style().unpolish(self.input)
            self.input.style().polish(self.input)
        if expected is None:
            self._below.set_text(self._note, self._note_token)  # type: ignore[arg-type]
        else:
            self._below.set_text(expected, "trouble")


def heading(theme: Theme, text: str = "") -> ElidedLabel:
    """The head of a group of fields."""
    return ElidedLabel(theme, text, "body", "ink", bold=True)


def icon_label(theme: Theme, name: str, token: Token = "ink2", size: int = 20) -> QLabel:
    """An icon on its own."""
    label = QLabel()
    label.setPixmap(theme.icon(name, size, token, label.devicePixelRatioF()))
    return label
