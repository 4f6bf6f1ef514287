"""The line at the foot: what everybody should know, a sentence or two at a time. Nothing scrolls."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.board.frame import SIDE
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words, letters
from terminal.screens.widgets.painting import LEFT, RIGHT, text_width

CHANGE_MS: Final = 8000
FADE_MS: Final = 200
_SENTENCE: Final = re.compile(r"[^。！？!?]+[。！？!?]*")
GAP: Final = "　"


def pages_of(notices: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """Sentences joined while they fit on one line; a notice that does not is split at its sentence ends."""
    pages: list[str] = []
    for notice in notices:
        pieces = [notice] if fits(notice) else [one.strip() for one in _SENTENCE.findall(notice)]
        for piece in pieces:
            longer = f"{pages[-1]}{GAP}{piece}" if pages else piece
            if pages and fits(longer):
                pages[-1] = longer
            else:
                pages.append(piece)
    return pages


class NoticeBar(QWidget):
    """One page for eight seconds, then the next; the page's number stands at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices: tuple[str, ...] = ()
        self._pages: list[str] = []
        self._page = 0
        self._before = ""
        self._share = 1.0
        self._timer = QTimer(self, interval=CHANGE_MS)
        self._timer.timeout.connect(self.turn)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(FADE_MS)
        self._fade.valueChanged.connect(self._faded)

    @property
    def text(self) -> str:
        """The page shown."""
        return self._pages[self._page] if self._pages else ""

    def show_notices(self, notices: tuple[str, ...]) -> None:
        """Take the hall's notices; the page stays where it is when they did not change."""
        if notices != self._notices:
            self._notices = notices
            self._paginate()

    def turn(self) -> None:
        """The next page."""
        if len(self._pages) < 2:
            return
        self._before = self.text
        self._page = (self._page + 1) % len(self._pages)
        if not self._theme.contrast:
            self._fade.start()
        self.update()

    def _paginate(self) -> None:
        font = letters(self._theme, 36)
        room = self.width() - self._theme.px(2 * SIDE + 48 + 32 + 120)
        self._pages = pages_of(self._notices, lambda text: text_width(text, font) <= room)
        self._page = 0
        if len(self._pages) > 1:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def _faded(self, share: float) -> None:
        self._share = share
        self.update()

    def resizeEvent(self, _event: object) -> None:
        self._paginate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), theme.px(2), theme.colour("line"))
        if not self._pages:
            return
        side, icon = theme.px(SIDE), theme.px(48)
        picture = theme.icon("megaphone", 48, "wait", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(side, (self.height() - icon) // 2), picture)
        inside = self.rect().adjusted(side, 0, -side, 0)
        if len(self._pages) > 1:
            page = Piece(f"{self._page + 1} / {len(self._pages)}", 28, False, "ink3")
            draw_words(painter, theme, inside, page, RIGHT)
        inside.adjust(icon + theme.px(32), 0, -theme.px(120), 0)
        running = self._fade.state() is QVariantAnimation.State.Running
        if running:
            painter.setOpacity(1.0 - self._share)
            draw_words(painter, theme, inside, Piece(self._before, 36), LEFT, smallest=24)
        painter.setOpacity(self._share if running else 1.0)
        draw_words(painter, theme, inside, Piece(self.text, 36), LEFT, smallest=24)
