"""The head of a form: the way back, what it is, and whether it is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.form_fields import FormView
from terminal.screens.forms import words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel, KeyButton
from terminal.screens.widgets.painting import draw_text, text_width
from terminal.screens.widgets.strip import ToolStrip


class SavedMark(QWidget):
    """已保存 12:24:05: quiet while all is stored, amber while something is not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._icon = ""
        self._token: Token = "ink2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.type("body").line)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def saved(self, at: datetime | None) -> None:
        """Everything is stored, since then."""
        text = self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}") if at is not None else ""
        self._say(text, "check", "ink2")

    def waits(self) -> None:
        """Something could not be stored yet."""
        self._say(self.tr("Not saved yet"), "clock-alert", "wait-text")

    def _say(self, text: str, icon: str, token: Token) -> None:
        self._words, self._icon, self._token = text, icon, token
        width = text_width(text, self._theme.font("body")) + self._theme.px(24) if text else 0
        self.setFixedWidth(width)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._words:
            painter, theme, size = QPainter(self), self._theme, self._theme.px(16)
            mark = theme.icon(self._icon, 16, self._token, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(0, (self.height() - size) // 2), mark)
            rect = QRect(theme.px(22), 0, self.width() - theme.px(22), self.height())
            draw_text(painter, theme, rect, self._words, "body", self._token)


class FormHead(ToolStrip):
    """64 high on ``paper``."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.back = KeyButton(theme, self.tr("Back"), "Esc")
        self.back.clicked.connect(self.left)
        self._title = ElidedLabel(theme, "", "title")
        self._source = ElidedLabel(theme, "", "body", "ink2")
        self.saved = SavedMark(theme)
        self.put(self.back)
        self.row.addSpacing(theme.px(8))
        self.row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self._source, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.saved)

    def show_form(self, form: FormView) -> None:
        """Name it."""
        self._title.set_text(words.title(form))
        self._source.set_text(words.source(form))
