"""The top bar of the setup: the mark, and the file that is written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.setup import words
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

NAME: Final = QT_TRANSLATE_NOOP("Setup", "OneWindow")
ROOM: Final = QT_TRANSLATE_NOOP("Setup", "Setup")
UNSAVED: Final = QT_TRANSLATE_NOOP("Setup", "not saved")


class TopBar(QWidget):
    """48 high; at the right the settings file, with a badge while changes are not in it."""

    def __init__(self, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path = str(path)
        self._dirty = False
        self.setToolTip(self._path)
        self.setFixedHeight(theme.px(64 if theme.contrast else 48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def dirty(self) -> bool:
        """Whether it says that changes are not saved."""
        return self._dirty

    def set_dirty(self, dirty: bool) -> None:
        """Show whether changes are not saved."""
        self._dirty = dirty
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
        size, x = theme.px(24), theme.px(20)
        picture = theme.icon("mark", 24, "primary", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(x, (self.height() - size) // 2), picture)
        x += size + theme.px(8)
        for text, role, token, bold in (
            (words.say(NAME), "large", "ink", True),
            (words.say(ROOM), "body", "ink2", False),
        ):
            width = text_width(text, theme.font(role, bold))  # type: ignore[arg-type]
            draw_text(painter, theme, QRect(x, 0, width, self.height()), text, role, token, bold=bold)  # type: ignore[arg-type]
            x += width + theme.px(8)
        right = self.width() - theme.px(24)
        if self._dirty:
            text = words.say(UNSAVED)
            width, height = badge_width(theme, text), theme.type("note").line + theme.px(4)
            place = QRectF(right - width, (self.height() - height) / 2, width, height)
            draw_badge(painter, theme, place, text, "wait")
            right -= width + theme.px(12)
        area = QRect(x + theme.px(48), 0, right - x - theme.px(48), self.height())
        draw_text(painter, theme, area, self._path, "note", "ink3", align=RIGHT)
