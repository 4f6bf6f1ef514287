"""Heads of blocks, and rows of facts, for columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_key_cap, draw_text, text_width

MOST_LINES: Final = 3  # of a value
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


class Head(QWidget):
    """A head of 28: a bold word, and at the right a hint with its key cap."""

    def __init__(self, theme: Theme, word: str, hint: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._word, self._hint, self._key = theme, word, hint, key
        self.setFixedHeight(max(theme.px(28), theme.type("body").line + theme.px(2)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def set_hint(self, hint: str, key: str = "") -> None:
        """Another hint at the right, and its key."""
        self._hint, self._key = hint, key
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        right = self.width()
        if self._key:
            cap = draw_key_cap(painter, theme, QPointF(self.width(), self.height() / 2), self._key)
            right = cap.left() - theme.px(8)
        left = draw_text(painter, theme, self.rect(), self._word, "body", bold=True) + theme.px(8)
        room = QRect(left + theme.px(8), 0, right - left - theme.px(8), self.height())
        if self._hint and room.width() > theme.px(24):
            draw_text(painter, theme, room, self._hint, "note", "ink2", align=RIGHT)


class Fact(NamedTuple):
    """A fact: its label, its value, and the value's colour."""

    label: str
    value: str
    token: Token = "ink"


class Facts(QWidget):
    """Rows of 32 with a hairline below each: label, then the value, bold; a long value takes up to three lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._row = max(theme.px(32), theme.type("body").line + theme.px(10))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it shows."""
        return self._facts

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; what has no value is left out."""
        self._facts = tuple(fact for fact in facts if fact.value)
        self.setAccessibleName(" ".join(f"{fact.label} {fact.value}" for fact in self._facts))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def _label(self) -> int:
        font = self._theme.font("body")
        return max([self._theme.px(64), *(text_width(fact.label, font) + self._theme.px(16) for fact in self._facts)])

    def _heights(self) -> list[int]:
        """Of each row, for the width it has."""
        theme, room = self._theme, max(1, self.width() - self._label())
        metrics, line = QFontMetrics(theme.font("body", True)), theme.type("body").line
        found = []
        for fact in self._facts:
            taken = metrics.boundingRect(QRect(0, 0, room, 10_000), WRAPPED, fact.value).height()
            lines = 1 if metrics.horizontalAdvance(fact.value) <= room else -(-taken // metrics.lineSpacing())
            found.append(self._row + (min(lines, MOST_LINES) - 1) * line)
        return found

    def _fit(self) -> None:
        self.setFixedHeight(sum(self._heights()))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, label, top = QPainter(self), self._theme, self._label(), 0
        for fact, height in zip(self._facts, self._heights(), strict=True):
            first = QRect(0, top, self.width(), self._row)
            painter.fillRect(0, top + height - 1, self.width(), theme.border, theme.colour("line"))
            draw_text(painter, theme, first, fact.label, "body", "ink2")
            if height == self._row:
                draw_text(painter, theme, first.adjusted(label, 0, 0, 0), fact.value, "body", fact.token, bold=True)
            else:
                rest = QRect(label, top + theme.px(5), self.width() - label, height - theme.px(9))
                painter.setFont(theme.font("body", True))
                painter.setPen(theme.colour(fact.token))
                painter.drawText(rest, WRAPPED, fact.value)
            top += height
