"""Through what somebody asks: six rows, one of them chosen, each with its digit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.booking import words
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import box, draw_key_cap, draw_text, key_cap_width


class ChannelList(QWidget):
    """Rows of 32. F6 goes there from anywhere; then a digit chooses, or the arrows."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._channels = tuple(words.CHANNELS)
        self._value = ""
        self._fixed = ""  # the channel of an appointment that was made before
        self._row = theme.target(32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        QShortcut(QKeySequence("F6"), self).activated.connect(self.setFocus)
        self.show_channel(self._channels[-1])

    @property
    def value(self) -> str:
        """The channel chosen."""
        return self._value

    def show_channel(self, channel: str, *, fixed: bool = False) -> None:
        """Show a channel as chosen; ``fixed``: it alone, to be read only."""
        self._value, self._fixed = channel, channel if fixed else ""
        self.setEnabled(not fixed)
        self.setFixedHeight(self._row * (1 if fixed else len(self._channels)))
        self.setAccessibleName(words.channel(channel))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def _choose(self, channel: str) -> None:
        if not self._fixed and channel != self._value:
            self.show_channel(channel)
            self.chosen.emit(channel)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._fixed:
            draw_text(painter, self._theme, self.rect(), words.channel(self._fixed), "body", bold=True)
            return
        for index, channel in enumerate(self._channels):
            self._paint_row(painter, QRect(0, index * self._row, self.width(), self._row), index, channel)

    def _paint_row(self, painter: QPainter, rect: QRect, index: int, channel: str) -> None:
        theme = self._theme
        on = channel == self._value
        bleed = rect.adjusted(-theme.px(8), 0, 0, 0)
        if on:
            painter.fillRect(bleed, theme.colour("tint"))
        cap = key_cap_width(theme, str(index + 1))
        middle = QPointF(rect.left() + theme.px(8) + cap, rect.center().y() + 1)
        draw_key_cap(painter, theme, middle, str(index + 1), fill="surface")
        text = rect.adjusted(theme.px(16) + cap, 0, -theme.px(32), 0)
        draw_text(painter, theme, text, words.channel(channel), "body", "primary" if on else "ink", bold=on)
        if on:
            mark = theme.icon("check", 16, "primary", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(rect.right() - theme.px(24), rect.center().y() - theme.px(8)), mark)
            if self.hasFocus():
                box(painter, QRectF(rect), theme.radius, None, "focus", theme.focus, theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if 0 <= index < len(self._channels):
            self._choose(self._channels[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self._value in self._channels:
            at = self._channels.index(self._value) + step
            self._choose(self._channels[max(0, min(len(self._channels) - 1, at))])
        elif event.text().isdecimal() and 0 < int(event.text()) <= len(self._channels):
            self._choose(self._channels[int(event.text()) - 1])
        else:
            super().keyPressEvent(event)
