"""Stars: a mean score as five stars, cut straight where the value ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import draw_stars, star_pitch


class Stars(QWidget):
    """Five stars; ``value`` 0 to 5, or None for outlines (not rated, or too few ratings to rank)."""

    def __init__(self, theme: Theme, value: float | None = None, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = value
        self._size = theme.px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    @property
    def value(self) -> float | None:
        """What it shows."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show another value."""
        self._value = value
        self.setAccessibleName("" if value is None else f"{value:.1f}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(4 * star_pitch(self._theme, self._size) + self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_stars(QPainter(self), self._theme, QPointF(0, 0), self._size, self._value)
