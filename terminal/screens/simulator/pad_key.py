"""One key of the pad on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.simulator.pad_words import Face
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import box

PRESSED_MS = 120
WORD, WORD_LEAST, WORD_MOST = 24, 20, 40
ICON, ICON_MOST = 40, 64


class PadKey(QWidget):
    """Presses as a real key does: going down, not on release. All keys look alike whatever they mean."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._down = False
        self._size, self._lines = theme.px(WORD), 1
        self._release = QTimer(self, singleShot=True, interval=PRESSED_MS)
        self._release.timeout.connect(self._up)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.show_face(face)

    @property
    def face(self) -> Face:
        """What it shows."""
        return self._face

    @property
    def is_down(self) -> bool:
        """Whether it shows itself pressed."""
        return self._down

    def show_face(self, face: Face) -> None:
        """Show another word."""
        self._face = face
        self.setAccessibleName(face.word)
        self.update()

    def press(self) -> None:
        """Go down, and tell."""
        if self.isEnabled():
            self._down = True
            self._release.start()
            self.repaint()  # at once: people watch for it
            self.pressed.emit(self._face.key)

    def _up(self) -> None:
        self._down = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        fill, border, ink, mark = self._tokens()
        box(painter, QRectF(self.rect()), theme.px(8), fill, border, theme.strong, theme)
        if self.hasFocus():
            width = theme.strong + theme.focus
            box(painter, QRectF(self.rect()), theme.px(8), None, "focus", width, theme)
        grown = min(self.width() / theme.px(144), self.height() / theme.px(104))
        font, lines = self._font(self._size), self._words()
        icon = self._icon_size(grown, font)
        height = QFontMetrics(font).capHeight() * 4 // 3
        line = round(height * 1.35)
        gap = theme.px(6) if icon else 0
        top = (self.height() - icon - gap - line * len(lines)) // 2
        if icon:
            picture = theme.icon(self._face.icon, round(icon / theme.scale), mark, self.devicePixelRatioF())
            painter.drawPixmap(QPoint((self.width() - icon) // 2, top), picture)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        for index, text in enumerate(lines):
            rect = QRect(0, top + icon + gap + index * line, self.width(), line)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)

    def _tokens(self) -> tuple[Token, Token, Token, Token]:
        """Fill, border, word, icon."""
        if self._down:
            return "primary", "primary", "on-primary", "on-primary"
        if not self.isEnabled():
            return "sunk", "line", "off", "off"
        return "surface", "edge", "ink", "primary"

    def _font(self, size: int) -> QFont:
        font = QFont(self._theme.font("title"))
        font.setPixelSize(size)
        return font

    def word_size(self) -> int:
        """The largest letters at which this key's word fits on one line; 0 when none do, down to the least."""
        theme, room = self._theme, self.width() - self._theme.px(12)
        grown = min(self.width() / theme.px(144), self.height() / theme.px(104)) * (1.2 if theme.contrast else 1.0)
        wanted = min(theme.px(WORD_MOST), round(theme.px(WORD) * grown))
        for size in range(wanted, theme.px(WORD_LEAST) - 1, -1):
            if QFontMetrics(self._font(size)).horizontalAdvance(self._face.word) <= room:
                return size
        return 0

    def set_words(self, size: int, lines: int) -> None:
        """Letters, and room for one line or two: all keys of a pad alike."""
        self._size, self._lines = size, lines
        self.update()

    def _words(self) -> list[str]:
        """The word on one line where it fits, else broken at a space."""
        room = self.width() - self._theme.px(12)
        if QFontMetrics(self._font(self._size)).horizontalAdvance(self._face.word) <= room:
            return [self._face.word]
        return self._face.word.split(" ", 1)

    def _icon_size(self, grown: float, font: QFont) -> int:
        theme = self._theme
        size = min(theme.px(ICON_MOST), round(theme.px(ICON) * grown))
        if self._lines > 1:
            size = min(size, theme.px(32))
        words = round(QFontMetrics(font).capHeight() * 4 / 3 * 1.35) * self._lines
        room = self.height() - words - theme.px(6 + 12)
        return 0 if room < theme.px(20) else min(size, room)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.press()
        else:
            super().keyPressEvent(event)
