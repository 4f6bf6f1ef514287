"""中文 | English: the language in use is filled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from terminal.screens.i18n import Language
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.theme import Theme
from terminal.screens.tokens import RADIUS_KIOSK
from terminal.screens.widgets.letters import Piece, draw_words
from terminal.screens.widgets.painting import CENTRE, box

# Each language names itself: these words are the same in both.
NAMES: Final[dict[Language, str]] = {"zh": "中文", "en": "English"}


class LanguageSwitch(TouchButton):
    """Two halves of one button; a tap on either side takes the other language."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(theme, NAMES["zh"] + NAMES["en"], "plain", parent)
        self.setAccessibleName(" ".join(NAMES.values()))
        self._language = language
        self.clicked.connect(lambda: self.chosen.emit("en" if language == "zh" else "zh"))

    def paint_content(self, painter: QPainter) -> None:
        theme, border = self.theme, self.theme.strong
        split = round(self.width() * 0.44)
        halves: dict[Language, QRect] = {
            "zh": QRect(0, 0, split, self.height()),
            "en": QRect(split, 0, self.width() - split, self.height()),
        }
        clip = QPainterPath()
        radius = theme.px(RADIUS_KIOSK) - border
        clip.addRoundedRect(QRectF(self.rect()).adjusted(border, border, -border, -border), radius, radius)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(halves[self._language], theme.colour("primary"))
        painter.restore()
        for language, rect in halves.items():
            used = language == self._language
            piece = Piece(NAMES[language], 32, used, "on-primary" if used else "ink")
            draw_words(painter, theme, rect, piece, CENTRE, smallest=24)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), theme.px(RADIUS_KIOSK), None, "focus", theme.px(4), theme)
