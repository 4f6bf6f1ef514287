"""The devices with their lamps: rows in the right column, lamps alone where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from terminal.screens.counter import words
from terminal.screens.counter.devices_seen import DeviceSeen
from terminal.screens.theme import Theme
from terminal.screens.widgets.lamp import draw_lamp
from terminal.screens.widgets.painting import CENTRE, RIGHT, box, draw_text


def told(device: DeviceSeen) -> str:
    """A device's hint: its name, its state, and the reason if there is one."""
    name, state = words.device_name(device.name, device.counter), device.words or words.state_words(device.state)
    return f"{name}: {device.reason or state}"


class DeviceRows(QWidget):
    """Rows of 32; a row in trouble grows by 24 for its reason and is tinted 8 beyond the text."""

    def __init__(self, theme: Theme, devices: Sequence[DeviceSeen], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._devices = theme, tuple(devices)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for device in self._devices:
            device.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """A device's state changed."""
        self.setFixedHeight(sum(self._height(device) for device in self._devices))
        self.setAccessibleDescription("; ".join(told(device) for device in self._devices))
        self.updateGeometry()
        self.update()

    def _height(self, device: DeviceSeen) -> int:
        theme = self._theme
        row = max(theme.target(32), theme.type("body").line + theme.px(8))
        return row + theme.type("note").line + theme.px(8) if self._grown(device) else row

    def _grown(self, device: DeviceSeen) -> bool:
        return device.state == "trouble" and bool(device.reason)

    def _rects(self) -> list[QRect]:
        rects, top = [], 0
        for device in self._devices:
            height = self._height(device)
            rects.append(QRect(0, top, self.width(), height))
            top += height
        return rects

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for device, rect in zip(self._devices, self._rects(), strict=True):
            self._paint_row(painter, rect, device)

    def _paint_row(self, painter: QPainter, rect: QRect, device: DeviceSeen) -> None:
        theme, trouble = self._theme, device.state == "trouble"
        if trouble:
            box(painter, QRectF(rect), theme.radius, "trouble-tint", None, 0, theme)
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        row = max(theme.target(32), theme.type("body").line + theme.px(8))
        top = rect.top() + (theme.px(2) if self._grown(device) else 0)
        size = theme.px(14 if theme.contrast else 12)
        draw_lamp(painter, theme, QRectF(inner.left(), top + (row - size) / 2, size, size), device.state)
        line = QRect(inner.left() + theme.px(24), top, inner.width() - theme.px(24), row)
        name = words.device_name(device.name, device.counter)
        taken = draw_text(painter, theme, line, name, "body", "ink", bold=trouble)
        state = device.words or words.state_words(device.state)
        rest = line.adjusted(taken + theme.px(12), 0, 0, 0)
        draw_text(painter, theme, rest, state, "body", "trouble" if trouble else "ink2", bold=trouble, align=RIGHT)
        if self._grown(device):
            note = QRect(line.left(), top + row - theme.px(4), line.width(), theme.type("note").line)
            draw_text(painter, theme, note, device.reason, "note", "ink")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for device, rect in zip(self._devices, self._rects(), strict=True):
                if rect.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), told(device), self, rect)
                    return True
        return super().event(event)


class LampStrip(QWidget):
    """Lamps with one character each; down a narrow strip, or side by side in the bar. A click tells the reason."""

    def __init__(
        self,
        theme: Theme,
        devices: Sequence[DeviceSeen],
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._devices = theme, tuple(devices)
        self._across = orientation is Qt.Orientation.Horizontal
        self._letters = True
        self._cell = theme.px(20 if theme.contrast else 16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for device in self._devices:
            device.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """A device's state changed."""
        self.setFixedSize(self.sizeHint())
        self.setAccessibleDescription("; ".join(told(device) for device in self._devices))
        self.update()

    def set_letters(self, letters: bool) -> None:
        """Whether the characters are shown."""
        self._letters = letters
        self.refresh()

    def _pitch(self) -> int:
        theme = self._theme
        return self._cell + theme.px(6) if self._across else theme.px(16) + theme.type("note").line + theme.px(16)

    def sizeHint(self) -> QSize:
        theme, count = self._theme, len(self._devices)
        letter = theme.px(4) + theme.type("note").line + theme.px(2) if self._letters else 0
        if self._across:
            return QSize(max(1, count * self._pitch() - theme.px(6)), theme.px(14) + letter)
        return QSize(theme.px(48), max(1, count * self._pitch()))

    def _rect(self, index: int) -> QRect:
        if self._across:
            return QRect(index * self._pitch(), 0, self._cell, self.height())
        return QRect(0, index * self._pitch(), self.width(), self._pitch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        size = theme.px(14 if theme.contrast else 12)
        for index, device in enumerate(self._devices):
            rect = self._rect(index)
            lamp = QRectF(rect.center().x() - size / 2 + 1, rect.top() + 1, size, size)
            draw_lamp(painter, theme, lamp, device.state)
            if self._letters:
                trouble = device.state == "trouble"
                line = theme.type("note").line + theme.px(2)
                area = QRect(
                    rect.left() - theme.px(4), round(lamp.bottom()) + theme.px(4), rect.width() + theme.px(8), line
                )
                letter = words.device_letter(device.name)
                token = "trouble" if trouble else "ink2"
                draw_text(painter, theme, area, letter, "note", token, bold=trouble, align=CENTRE)  # type: ignore[arg-type]

    def _at(self, x: int, y: int) -> DeviceSeen | None:
        return next((one for index, one in enumerate(self._devices) if self._rect(index).contains(x, y)), None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            device = self._at(event.x(), event.y())
            if device is not None:
                QToolTip.showText(event.globalPos(), told(device), self)
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        device = self._at(int(event.position().x()), int(event.position().y()))
        if device is not None:
            QToolTip.showText(event.globalPosition().toPoint(), told(device), self)
