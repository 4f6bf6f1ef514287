"""Labelled inputs of a sheet: a label, the input, its unit, and one line below for a note or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import Badge, BadgeKind, ElidedLabel
from terminal.screens.widgets.needed import mark_fault
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width


class TextField(QLineEdit):
    """An input that shows a sign at its right when its text is at fault."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = ""
        self.setFont(theme.font("body"))

    def set_unit(self, unit: str) -> None:
        """What the number counts, at the right inside the field."""
        self._unit = unit
        width = text_width(unit, self._theme.font("body")) + self._theme.px(8) if unit else 0
        self.setTextMargins(0, 0, width, 0)
        self.update()

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
        elif self._unit:
            rect = self.rect().adjusted(0, 0, -self._theme.px(10), 0)
            token: Token = "ink3" if self.isEnabled() else "off"
            draw_text(QPainter(self), self._theme, rect, self._unit, "body", token, align=RIGHT)


class Field(QWidget):
    """One setting. The line below is kept free for the note, so nothing jumps when something is wrong."""

    def __init__(self, theme: Theme, widget: QWidget, *, label_width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.input = widget
        self._note, self._note_token = "", "ink3"
        self._label = ElidedLabel(theme, "", "body", "ink2", elastic=True)
        self._label.setFixedWidth(theme.px(label_width * (1.25 if theme.contrast else 1)))
        self._below = ElidedLabel(theme, "", "note", "ink3")
        self.badge = Badge(theme, "", parent=self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
        if not isinstance(widget, QLineEdit):
            row.addStretch(1)
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
        if isinstance(self.input, TextField):
            self.input.set_unit(unit)
        self.input.setAccessibleName(label)

    def set_note(self, text: str, token: Token = "ink3", badge: str = "", kind: BadgeKind = "outline") -> None:
        """What is to be known of the value."""
        self._note, self._note_token = text, token
        self.badge.set_badge(badge, kind)
        if not self.fault:
            self._below.set_text(text, token)

    def set_fault(self, expected: str | None) -> None:
        """Mark the value as wrong and say what is expected; None: it is not, or not any more."""
        mark_fault(self.input, expected is not None)
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
