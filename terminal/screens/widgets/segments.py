"""A switch between a few views: the part in use is filled, and none may be."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.widgets import Part, SegmentedChoice
from terminal.screens.widgets.painting import CENTRE, box, draw_text


class Segments(SegmentedChoice):
    """As high as a target, as wide as its words; arrows move between the parts."""

    def __init__(self, theme: Theme, parts: list[Part], parent: QWidget | None = None) -> None:
        super().__init__(theme, parts, tokens.TARGET, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_labels(self, labels: list[str]) -> None:
        """Other words for the same parts, in their order."""
        self._parts = tuple(part._replace(label=label) for part, label in zip(self._parts, labels, strict=True))
        self.updateGeometry()
        self.update()

    def select(self, value: str) -> None:
        """Select without telling anyone; a value no part has leaves none selected."""
        if value in [part.value for part in self._parts]:
            self.set_value(value)
        else:
            self._value = value
            self.setAccessibleName("")
            self.update()

    def _paint_part(self, painter: QPainter, index: int, part: Part) -> None:
        theme, rect = self._theme, self._rect(index)
        selected = part.value == self._value
        if selected:
            box(painter, QRectF(rect), theme.radius if self._outer(index) else 0, "primary", None, 0, theme)
            if self.hasFocus():
                box(painter, QRectF(rect), theme.px(2), None, "focus", theme.focus, theme)
                inside = QRectF(rect).adjusted(theme.focus, theme.focus, -theme.focus, -theme.focus)
                box(painter, inside, theme.px(2), None, "surface", theme.strong, theme)
        elif self.hasFocus() and not index and self._value not in [other.value for other in self._parts]:
            box(painter, QRectF(rect), theme.px(2), None, "focus", theme.focus, theme)
        colour: tokens.Token = "on-primary" if selected else "ink"
        draw_text(painter, theme, rect, part.label, "body", colour, bold=selected, align=CENTRE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._value not in [part.value for part in self._parts] and event.text() == " ":
            self._choose(self._parts[0].value)
        elif self._value in [part.value for part in self._parts]:
            super().keyPressEvent(event)
        else:
            event.ignore()
