"""Paper that grows out of a printer's slot: cut pieces move up, the newest stays in view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from terminal.devices.simulated import Paper
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import draw_text

PIXELS_PER_SECOND: Final = 900  # about as fast as the real thing
FRAME_MS: Final = 16
GAP: Final = 24  # between a cut piece and what comes after it
MOST_PIECES: Final = 20


class PaperRoll(QWidget):
    """The pieces as one strip that comes out at the bottom. Paper is white and its print black in every theme."""

    def __init__(self, theme: Theme, dots: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dots = dots
        self._pieces: list[QImage] = []
        self._scaled: dict[int, QPixmap] = {}
        self._cuts = 0
        self._hangs = False
        self._out = 0.0  # how much of the strip is out, in pixels
        self._frame = QTimer(self, interval=FRAME_MS)
        self._frame.timeout.connect(self._grow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def pieces(self) -> int:
        """How many pieces lie there, the hanging one included."""
        return len(self._pieces)

    @property
    def growing(self) -> bool:
        """Whether paper is still coming out."""
        return self._frame.isActive()

    def show_paper(self, paper: Paper) -> None:
        """Show what came out since, growing; the strip keeps its twenty newest pieces."""
        pieces = [*paper.cut, *([paper.hanging] if paper.hanging is not None else [])]
        pieces = pieces[-MOST_PIECES:]
        before, grown = self._strip(), len(pieces) - len(self._pieces)
        dropped = self._cuts and paper.cuts - self._cuts - grown > 0
        self._pieces, self._hangs, self._cuts = pieces, paper.hanging is not None, paper.cuts
        self._scaled.clear()
        if dropped:  # the oldest went: what was out of it is out of the strip no more
            self._out = max(0.0, self._strip() - max(0.0, before - self._out) - GAP)
        if self._theme.duration(FRAME_MS) == 0 or not self.isVisible():
            self._out = float(self._strip())
            self.fit()
        else:
            self._frame.start()

    def clear(self) -> None:
        """Tear everything off and throw it away."""
        self._pieces, self._out = [], 0.0
        self._scaled.clear()
        self._frame.stop()
        self.fit()

    def paper_width(self) -> int:
        """How wide the paper is on the screen: as wide as there is room for, at most one pixel a dot."""
        whole = self._pieces[-1].width() if self._pieces else self._dots + 64
        return max(self._theme.px(160), min(whole, self.width() - 2 * self._theme.px(40)))

    def _height(self, piece: QImage) -> int:
        return round(piece.height() * self.paper_width() / piece.width())

    def _strip(self) -> int:
        """The whole strip, the gap under a cut piece included."""
        if not self._pieces:
            return 0
        gap = self._theme.px(GAP)
        return sum(self._height(piece) + gap for piece in self._pieces) - (gap if self._hangs else 0)

    def _grow(self) -> None:
        whole = self._strip()
        self._out = min(float(whole), self._out + PIXELS_PER_SECOND * self._theme.scale * FRAME_MS / 1000)
        if self._out >= whole:
            self._frame.stop()
        self.fit()

    def fit(self) -> None:
        """Take the height of the paper that is out, at least the viewport's, and bring the newest into view."""
        area = self._area()
        least = area.viewport().height() if area is not None else 0
        self.setFixedHeight(max(least, round(self._out) + self._theme.px(24)))
        self.update()
        if area is not None:
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        return area if isinstance(area, QScrollArea) else None

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._scaled.clear()
            if not self._frame.isActive():
                self._out = float(self._strip())
                QTimer.singleShot(0, self, self.fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._pieces:
            self._paint_nothing(painter)
            return
        width = self.paper_width()
        left, y = (self.width() - width) // 2, self.height() - round(self._out)
        for index, piece in enumerate(self._pieces):
            rect = QRect(left, y, width, self._height(piece))
            if rect.intersects(event.rect()):
                self._paint_piece(painter, rect, index)
            y = rect.bottom() + 1 + self._theme.px(GAP)

    def _paint_piece(self, painter: QPainter, rect: QRect, index: int) -> None:
        painter.fillRect(rect, Qt.GlobalColor.white)
        painter.drawPixmap(rect.topLeft(), self._picture(index, rect.size()))
        if self._theme.name != "dark":  # white on a light desk needs an edge
            edge = self._theme.border / 2
            painter.setPen(QPen(self._theme.colour("edge"), self._theme.border))
            painter.drawRect(QRectF(rect).adjusted(edge, edge, -edge, -edge))

    def _picture(self, index: int, size: QSize) -> QPixmap:
        """A piece at its size on the screen; scaled once, since it may be painted sixty times a second."""
        if index not in self._scaled:
            dpr = self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            image = self._pieces[index].scaled(size * dpr, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(dpr)
            self._scaled[index] = picture
        return self._scaled[index]

    def _paint_nothing(self, painter: QPainter) -> None:
        theme = self._theme
        size = theme.px(48)
        middle = self.height() // 2
        picture = theme.icon("receipt-text", 48, "ink3", self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, middle - size - theme.px(8), picture)
        words = (
            QCoreApplication.translate("Printer", "Nothing printed yet"),
            QCoreApplication.translate("Printer", "Take a number: its slip comes out here."),
        )
        body, note = theme.type("body").line, theme.type("note").line
        first = QRect(0, middle, self.width(), body)
        second = QRect(0, middle + body + theme.px(4), self.width(), note)
        centre = Qt.AlignmentFlag.AlignCenter
        draw_text(painter, theme, first, words[0], "body", "ink2", bold=True, align=centre)
        draw_text(painter, theme, second, words[1], "note", "ink2", align=centre)
