"""The keys of a pad that is being learned: which is asked for, what each sent, what each means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.setup import words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_text

KeyState = Literal["waiting", "asked", "heard", "missed", "proved"]

_ICONS: dict[KeyState, tuple[str, Token]] = {
    "waiting": ("circle-dashed", "ink3"),
    "asked": ("hand", "primary"),
    "heard": ("check", "ok-text"),
    "missed": ("minus", "ink3"),
    "proved": ("check-check", "ok-text"),
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key: its meaning, where it stands, and what it sends."""

    key: str
    state: KeyState = "waiting"
    code: str = ""


class KeyRows(QWidget):
    """Rows of 40 in the order in which the keys are asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[KeyRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[KeyRow, ...]:
        """The rows, from the top."""
        return tuple(self._rows)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Begin anew with these."""
        self._rows = [KeyRow(key) for key in keys]
        self.setFixedHeight(max(1, len(keys)) * self._height())
        self.update()

    def set_row(self, key: str, state: KeyState, code: str | None = None) -> None:
        """Where a key stands now; ``code`` is what it sends, if that is known."""
        self._rows = [
            replace(row, state=state, code=row.code if code is None else code) if row.key == key else row
            for row in self._rows
        ]
        self.setAccessibleName("; ".join(f"{words.key_name(row.key)} {row.code}" for row in self._rows))
        self.update()

    def _height(self) -> int:
        return self._theme.target(40)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        for at, row in enumerate(self._rows):
            rect = QRect(0, at * self._height(), self.width(), self._height())
            if row.state == "asked":
                painter.fillRect(rect, theme.colour("tint"))
                painter.fillRect(QRect(0, rect.top(), theme.px(4), rect.height()), theme.colour("primary"))
            painter.fillRect(0, rect.bottom() + 1 - theme.border, rect.width(), theme.border, theme.colour("line"))
            icon, token = _ICONS[row.state]
            size = theme.px(20)
            picture = theme.icon(icon, 20, token, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(theme.px(12), rect.center().y() - size // 2), picture)
            inner = rect.adjusted(theme.px(44), 0, -theme.px(12), 0)
            ink: Token = "ink3" if row.state == "missed" else "ink"
            taken = draw_text(painter, theme, inner, words.key_name(row.key), "body", ink, bold=row.state == "asked")
            rest = inner.adjusted(taken + theme.px(12), 0, 0, 0)
            draw_text(painter, theme, rest, row.code, "note", "ink2", align=RIGHT)
