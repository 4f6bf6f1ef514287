"""The head of a part of the sheet: a bold word, figures, and the keys that work there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_key_cap, draw_text, key_cap_width, text_width

Key = tuple[str, str]  # what it does, and its cap


class Head(QWidget):
    """A head of 28: bold word, figures, and at the right hints with their key caps; the first goes last."""

    def __init__(
        self,
        theme: Theme,
        word: str,
        hint: str = "",
        key: str = "",
        *,
        more: Sequence[Key] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._word = theme, word
        self._keys: tuple[Key, ...] = ((hint, key), *more) if hint or key else ()
        self._parts: tuple[tuple[str, Token, bool], ...] = ()
        self.setFixedHeight(max(theme.px(28), theme.type("note").line + theme.px(8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[tuple[str, Token, bool]]) -> None:
        """Words after the bold one: (text, colour, bold)."""
        self._parts = tuple(parts)
        self.update()

    def set_keys(self, *keys: Key) -> None:
        """Other keys."""
        self._keys = keys
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        cap = key_cap_width(theme, self._keys[0][1]) + theme.px(8) if self._keys and self._keys[0][1] else 0
        area = self.rect().adjusted(0, 0, -cap, 0)
        left = draw_text(painter, theme, area, self._word, "body", bold=True) + theme.px(8)
        for text, token, bold in self._parts:
            left += draw_text(painter, theme, area.adjusted(left, 0, 0, 0), text, "body", token, bold=bold)
        self._paint_keys(painter, left + theme.px(8))

    def _paint_keys(self, painter: QPainter, left: int) -> None:
        """From the left the first key is at home; where room is short, those behind it go."""
        theme = self._theme
        shown = list(self._keys)
        while len(shown) > 1 and sum(self._width(key) for key in shown) > self.width() - left:
            shown.pop()
        right = self.width()
        for hint, key in reversed(shown):
            if key:
                cap = draw_key_cap(painter, theme, QPointF(right, self.height() / 2), key)
                right = cap.left() - theme.px(8)
            room = QRect(left, 0, right - left, self.height())
            if hint and room.width() > theme.px(40):
                right -= draw_text(painter, theme, room, hint, "note", "ink2", align=RIGHT) + theme.px(16)

    def _width(self, key: Key) -> int:
        theme = self._theme
        return text_width(key[0], theme.font("note")) + key_cap_width(theme, key[1]) + theme.px(24)
