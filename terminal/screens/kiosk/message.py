"""A calm page of few words: the hall is closed, the database is away, a field is not served now."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.entry import EntryPage
from terminal.screens.kiosk.page import HEAD, Look
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.widgets.letters import Piece, draw_wrapped, size_of


class MessagePage(EntryPage):
    """An icon, a title, a few sentences; a way back where there is one."""

    back = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        icon: str,
        title: str,
        sentences: tuple[str, ...],
        parent: QWidget,
        way_back: str = "",
    ) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join((title, *sentences)))
        self._icon, self._heading, self._sentences = icon, title, sentences
        self.back_button: TouchButton | None = None
        if way_back:
            self.back_button = TouchButton(self.theme, way_back, "filled")
            self.back_button.clicked.connect(self.back)
            frame = self.frame
            width = frame.content if not frame.landscape else 792
            self.place(self.back_button, frame.left, frame.height - 56 - 120, width, 120)

    def countdown(self, seconds: int) -> None:
        """Say how long the page stays."""
        if self.back_button is not None:
            text = self.words.translate("Kiosk", "closes in {seconds} s")
            self.back_button.set_note(text.format(seconds=seconds))

    def paint_page(self, painter: QPainter) -> None:
        frame, theme = self.frame, self.theme
        if not self._heading:
            return
        y = HEAD + max(48, (frame.height - HEAD) * 0.16)
        picture = theme.icon(self._icon, 112, "primary", self.devicePixelRatioF())
        corner = self.area(frame.left, y, 112, 112).topLeft()
        painter.drawPixmap(QPoint(corner), picture)
        y += 112 + 40
        title = Piece(self._heading, size_of(theme, "kiosk-title"), True)
        area = self.area(frame.left, y, frame.content, 300)
        y += draw_wrapped(painter, theme, area, title, 104) / theme.scale + 24
        for index, sentence in enumerate(self._sentences):
            size = size_of(theme, "kiosk-large") + 4
            piece = Piece(sentence, size, False, "ink" if index == 0 else "ink2")
            area = self.area(frame.left, y, frame.content, 300)
            y += draw_wrapped(painter, theme, area, piece, size * 1.5) / theme.scale + 16
