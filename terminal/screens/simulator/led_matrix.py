"""A strip of LEDs: text as lit dots, sixteen high, eight wide for a letter and sixteen for a Chinese character."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme

HIGH: Final = 16  # dots
HALF: Final = 8  # dots of a letter
FINE: Final = 8  # a character is drawn this much larger, and a dot lights where enough of it is covered
COVERED: Final = 0.34
LIFT: Final = 0.05  # of the height: the shipped font sits that much below the middle of its line
MARGIN: Final = 2  # dots of board around the text
# The light of LEDs and the board behind them: the same in every theme, for they are a thing and not a page.
BOARD: Final = "#120E0D"
UNLIT: Final = "#2C1613"
LIT: Final = "#FF4A2E"
CORE: Final = "#FFD9C8"


def lit_dots(text: str, columns: int, font: QFont) -> list[tuple[int, int]]:
    """Which dots are lit, as column and row, for a text on so many half-width columns."""
    face = QFont(font)
    face.setPixelSize(HIGH * FINE)
    dots, left = [], 0
    for character in text:
        wide = HALF if character.isascii() else 2 * HALF
        if left + wide > columns * HALF:
            break
        dots += [(left + x, y) for x, y in _glyph(character, wide, face)]
        left += wide
    return dots


def _glyph(character: str, wide: int, face: QFont) -> list[tuple[int, int]]:
    """One character's dots: drawn large, then each dot by how much of it is covered."""
    image = QImage(wide * FINE, HIGH * FINE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(face)
    painter.setPen(Qt.GlobalColor.white)
    lift = round(LIFT * image.height())
    painter.drawText(QRect(0, -lift, image.width(), image.height()), int(Qt.AlignmentFlag.AlignCenter), character)
    painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(wide, HIGH, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return [(x, y) for y in range(HIGH) for x in range(wide) if small.pixelColor(x, y).lightnessF() > COVERED]


class LedMatrix(QWidget):
    """Grows with its window; the dots stay round and whole."""

    def __init__(self, theme: Theme, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, columns
        self._text = ""
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(48))

    def show_text(self, text: str) -> None:
        """Light this; "" leaves it dark."""
        if text != self._text:
            self._text, self._picture = text, None
            self.setAccessibleName(text)
            self.update()

    @property
    def text(self) -> str:
        """What is lit."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(344), self._theme.px(64))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._drawn()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._columns * HALF + 2 * MARGIN, HIGH + 2 * MARGIN
        pitch = min(self.width() / wide, self.height() / high)
        board = QRectF(0, 0, wide * pitch, high * pitch)
        board.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        frame = self._theme.border
        painter.setPen(QPen(self._theme.colour("edge"), frame))
        painter.setBrush(QColor(BOARD))
        case = board.adjusted(frame / 2, frame / 2, -frame / 2, -frame / 2)
        painter.drawRoundedRect(case, self._theme.radius, self._theme.radius)
        painter.setPen(Qt.PenStyle.NoPen)
        corner = board.topLeft() + QPointF((MARGIN + 0.5) * pitch, (MARGIN + 0.5) * pitch)
        lit = set(lit_dots(self._text, self._columns, self._theme.font("body")))
        self._draw_dots(painter, corner, pitch, lit)
        painter.end()
        return picture

    def _draw_dots(self, painter: QPainter, corner: QPointF, pitch: float, lit: set[tuple[int, int]]) -> None:
        painter.setBrush(QColor(UNLIT))
        places = [(x, y) for y in range(HIGH) for x in range(self._columns * HALF)]
        for x, y in places:
            if (x, y) not in lit:
                painter.drawEllipse(corner + QPointF(x * pitch, y * pitch), pitch * 0.32, pitch * 0.32)
        for x, y in lit:
            centre = corner + QPointF(x * pitch, y * pitch)
            glow = QRadialGradient(centre, pitch * 0.8)
            for at, colour in ((0.0, CORE), (0.28, LIT), (0.5, LIT)):
                glow.setColorAt(at, QColor(colour))
            halo = QColor(LIT)
            halo.setAlpha(0)
            glow.setColorAt(1.0, halo)
            painter.setBrush(glow)
            painter.drawEllipse(centre, pitch * 0.8, pitch * 0.8)
