"""Messages as they arrived on phones: whose number, and what it says; the newest below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.devices.simulated.gsm_modem import Arrived
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, box, draw_text

PAD: Final = 12
_WRAP: Final = (Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value


class PhoneList(QWidget):
    """A card for each message, 8 apart. Its height follows its width, as text does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._messages: tuple[Arrived, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def messages(self) -> tuple[Arrived, ...]:
        """What is shown."""
        return self._messages

    def show_messages(self, messages: Sequence[Arrived]) -> None:
        """Show these, in the order they came."""
        self._messages = tuple(messages)
        self.setAccessibleDescription("; ".join(message.text for message in self._messages))
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        return sum(self._height(message, width) + theme.px(8) for message in self._messages)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self.heightForWidth(self.width()))

    def resizeEvent(self, _event: object) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _height(self, message: Arrived, width: int) -> int:
        theme = self._theme
        inner = QRect(0, 0, max(1, width - 2 * theme.px(PAD)), 100_000)
        text = QFontMetrics(theme.font("body")).boundingRect(inner, _WRAP, message.text).height()
        return theme.px(8) + theme.type("note").line + theme.px(4) + text + theme.px(10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, top = QPainter(self), self._theme, 0
        for message in self._messages:
            height = self._height(message, self.width())
            rect = QRect(0, top, self.width(), height)
            box(painter, QRectF(rect), theme.radius, "surface", "line", theme.border, theme)
            inner = rect.adjusted(theme.px(PAD), theme.px(8), -theme.px(PAD), -theme.px(10))
            head = QRect(inner.left(), inner.top(), inner.width(), theme.type("note").line)
            draw_text(painter, theme, head, message.number, "note", "ink2", bold=True)
            if message.of > 1:
                whole = message.parts == message.of
                parts = QCoreApplication.translate("Modem", "{parts} of {of} parts")
                said = parts.format(parts=message.parts, of=message.of)
                draw_text(painter, theme, head, said, "note", "ink3" if whole else "trouble", align=RIGHT)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("ink"))
            painter.drawText(inner.adjusted(0, head.height() + theme.px(4), 0, theme.px(4)), _WRAP, message.text)
            top += height + theme.px(8)
