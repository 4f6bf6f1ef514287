"""What every page of the kiosk has: the head, a place for each widget, and the words of its language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.frame import FOOT, Frame
from terminal.screens.kiosk.words import Words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.letters import Piece, draw_words, size_of
from terminal.screens.widgets.painting import LEFT, RIGHT, box

HEAD = 128
QUESTION = 200


class Look:
    """What a page is built with: where, how, and in which language. A new look means a new page."""

    def __init__(self, frame: Frame, theme: Theme, words: Words, centre: str, now: datetime) -> None:
        self.frame = frame
        self.theme = theme.scaled(frame.scale)
        self.words = words
        self.centre = centre
        self.now = now


class Page(QWidget):
    """A page fills the window and lays itself out once, in the design's pixels, from its look's frame."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.theme = look.theme
        self.frame = look.frame
        self.words = look.words
        self.title = ""
        self.subtitle = ""
        self.foot_left = ""
        self.foot_right = ""
        self.setGeometry(parent.rect())

    def place(self, widget: QWidget, x: float, y: float, width: float, height: float) -> None:
        """Put a widget where the design says."""
        widget.setParent(self)
        widget.setGeometry(self.frame.rect(x, y, width, height))
        widget.show()

    @property
    def bottom(self) -> float:
        """Where the foot, or the margin below the last row, begins."""
        return self.frame.height - (FOOT if self.foot_left or self.foot_right else 56)

    def area(self, x: float, y: float, width: float, height: float) -> QRect:
        """A rectangle of the design in real pixels."""
        return self.frame.rect(x, y, width, height)

    def press(self, key: int, text: str) -> bool:  # noqa: ARG002 - what a page may do with it
        """A key of the keyboard was pressed: whether that means something here. ``text`` is in capitals."""
        return False

    def countdown(self, seconds: int) -> None:
        """Say how long the page stays, where there is room for it."""

    def tick(self, now: datetime) -> None:
        """The clock moved on."""
        self.look.now = now
        self.update(self.area(0, 0, self.frame.width, HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        self._paint_head(painter)
        if self.title:
            self._paint_title(painter)
        if self.foot_left or self.foot_right:
            self._paint_foot(painter)
        self.paint_page(painter)

    def paint_page(self, painter: QPainter) -> None:
        """What a page paints itself."""

    def _paint_head(self, painter: QPainter) -> None:
        frame, theme, look = self.frame, self.theme, self.look
        mark = theme.icon("mark", 48, "primary", self.devicePixelRatioF())
        painter.drawPixmap(self.area(frame.left, 40, 48, 48).topLeft(), mark)
        clock = self.area(frame.right - 480, 0, 480, HEAD)
        time = Piece(f"{look.now:%H:%M}", 40, True)
        taken = draw_words(painter, theme, clock, time, RIGHT)
        date = Piece(self.words.date(look.now), size_of(theme, "kiosk-body"), False, "ink2")
        taken += draw_words(painter, theme, clock.adjusted(0, 0, -taken - theme.px(24), 0), date, RIGHT) + theme.px(24)
        room = self.area(frame.left + 64, 0, frame.content - 64, HEAD)
        room.setWidth(room.width() - taken - theme.px(32))
        draw_words(painter, theme, room, Piece(look.centre, 32, True), LEFT, smallest=24)

    def _paint_title(self, painter: QPainter) -> None:
        frame, theme = self.frame, self.theme
        width = self.title_width()
        title = Piece(self.title, size_of(theme, "kiosk-title"), True)
        draw_words(painter, theme, self.area(frame.left, HEAD + 20, width, 96), title, LEFT, smallest=44)
        if self.subtitle:
            line = Piece(self.subtitle, size_of(theme, "kiosk-large"), False, "ink2")
            draw_words(painter, theme, self.area(frame.left, HEAD + 116, width, 56), line, LEFT, smallest=28)

    def title_width(self) -> float:
        """How wide the title may be."""
        return self.frame.content

    def _paint_foot(self, painter: QPainter) -> None:
        frame, theme = self.frame, self.theme
        top = frame.height - FOOT
        line = self.area(frame.left, top, frame.content, 2)
        painter.fillRect(QRect(line.topLeft(), line.size()), theme.colour("line"))
        left = self.area(frame.left, top, frame.content, FOOT)
        taken = draw_words(painter, theme, left, Piece(self.foot_right, 28, False, "ink2"), RIGHT, smallest=24)
        left.setWidth(left.width() - taken - theme.px(32))
        draw_words(painter, theme, left, Piece(self.foot_left, 28, False, "ink2"), LEFT, smallest=24)


class Notice(QWidget):
    """A band of 112: an icon, a sentence, and an arrow towards what it speaks of."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._waiting = False
        self._icon = "printer"
        self._text = ""
        self._arrow = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, *, icon: str = "printer", waiting: bool = False, arrow: str = "") -> None:
        """Show a sentence: calm in ``tint``, or ``waiting`` in amber."""
        self._text, self._icon, self._waiting, self._arrow = text, icon, waiting, arrow
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        fill: Token = "wait-tint" if self._waiting else "tint"
        ink: Token = "wait-text" if self._waiting else "primary"
        box(painter, self.rect().toRectF(), theme.px(16), fill, ink if theme.contrast else None, theme.strong, theme)
        side, size = theme.px(36), theme.px(48)
        top = (self.height() - size) // 2
        painter.drawPixmap(QPoint(side, top), theme.icon(self._icon, 48, ink, self.devicePixelRatioF()))
        words = self.rect().adjusted(side + size + theme.px(32), 0, -side, 0)
        if self._arrow:
            words.setRight(words.right() - size - theme.px(24))
            picture = theme.icon(f"arrow-{self._arrow}", 48, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(self.width() - side - size, top), picture)
        draw_words(painter, theme, words, Piece(self._text, 36, True, ink), LEFT, smallest=26)
