"""The devices this machine may have, with their lamps; below, the windows whose devices hang on its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.lamp import draw_lamp
from terminal.screens.widgets.painting import box, draw_text
from terminal.screens.widgets.plate import badge_width, draw_badge, draw_plate


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows. ``window`` is None for this machine's own devices."""

    kind: str | None
    window: int | None
    title: str
    state: str
    line: str
    badge: str = ""
    changed: bool = False


def draw_dot(painter: QPainter, theme: Theme, left: int, middle: int) -> None:
    """The mark of something that was changed and is not saved; what it is stands in words in the top bar."""
    size = theme.px(6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("wait"))
    painter.drawEllipse(QRectF(left, middle - size / 2 + 1, size, size))


class DeviceList(QWidget):
    """Up and Down choose while it has the focus, Alt and the arrows from anywhere in the window."""

    chosen = Signal(object)
    """The Row now chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._heads = ("", "")
        self._at = 0
        self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self.step(step))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, from the top."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row chosen."""
        return self._rows[self._at] if self._at < len(self._rows) else None

    def show_rows(self, rows: Sequence[Row], heads: tuple[str, str]) -> None:
        """Show other rows under the two heads, nobody told; what is chosen stays, if it is still there."""
        before = self.current
        self._rows, self._heads = tuple(rows), heads
        same = [at for at, row in enumerate(rows) if before and (row.kind, row.window) == (before.kind, before.window)]
        self._at = same[0] if same else max(0, min(self._at, len(rows) - 1))
        self.setFixedHeight(sum(self._height() + self._head(at) for at in range(len(rows))))
        self._name()
        self.update()

    def choose(self, kind: str | None, window: int | None) -> None:
        """Choose the row of a device, or of a window, and tell."""
        for at, row in enumerate(self._rows):
            if (row.kind, row.window) == (kind, window):
                self._choose(at)

    def step(self, by: int) -> None:
        """Choose the next row, or the one before."""
        self._choose(max(0, min(len(self._rows) - 1, self._at + by)))

    def _choose(self, at: int) -> None:
        if at != self._at and 0 <= at < len(self._rows):
            self._at = at
            self._name()
            self.update()
            self.chosen.emit(self._rows[at])

    def _name(self) -> None:
        row = self.current
        self.setAccessibleName(f"{row.title}: {row.line}" if row else "")

    def _height(self) -> int:
        theme = self._theme
        lines = theme.type("body").line + theme.type("note").line
        return lines + theme.px(24)

    def _head(self, at: int) -> int:
        """The height of the head above a row: there is one above the first, and above the first of other windows."""
        first = at == 0 or (self._rows[at].window is not None and self._rows[at - 1].window is None)
        return self._theme.type("note").line + self._theme.px(24) if first else 0

    def _rects(self) -> list[QRect]:
        rects, top = [], 0
        for at in range(len(self._rows)):
            top += self._head(at)
            rects.append(QRect(0, top, self.width(), self._height()))
            top += self._height()
        return rects

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(288), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, rect in enumerate(self._rects()):
            if self._head(at):
                self._paint_head(painter, rect, self._heads[0 if self._rows[at].window is None else 1])
            self._paint_row(painter, rect, at)

    def _paint_head(self, painter: QPainter, rect: QRect, text: str) -> None:
        theme = self._theme
        line = theme.type("note").line
        area = QRect(theme.px(16), rect.top() - line - theme.px(4), rect.width() - theme.px(32), line)
        draw_text(painter, theme, area, text, "note", "ink2", bold=True)
        painter.fillRect(0, rect.top() - theme.border, rect.width(), theme.border, theme.colour("line"))

    def _paint_row(self, painter: QPainter, rect: QRect, at: int) -> None:
        theme, row = self._theme, self._rows[at]
        chosen = at == self._at
        fill: Token | None = "surface" if chosen else "tint" if at == self._hover else None
        if fill:
            painter.fillRect(rect, theme.colour(fill))
        painter.fillRect(0, rect.bottom() + 1 - theme.border, rect.width(), theme.border, theme.colour("line"))
        if chosen:
            painter.fillRect(QRect(0, rect.top(), theme.px(4), rect.height()), theme.colour("primary"))
        if chosen and self.hasFocus():
            ring = QRectF(rect.adjusted(theme.px(6), theme.px(2), -theme.px(2), -theme.px(3)))
            box(painter, ring, theme.radius, None, "focus", theme.focus, theme)
        inner = rect.adjusted(theme.px(16), theme.px(12), -theme.px(16), -theme.px(12))
        first = QRect(inner.left() + theme.px(24), inner.top(), inner.width() - theme.px(24), theme.type("body").line)
        size = theme.px(14 if theme.contrast else 12)
        lamp = QRectF(inner.left(), first.center().y() - size / 2 + 1, size, size)
        draw_lamp(painter, theme, lamp, row.state)
        self._paint_words(painter, first, row, chosen)

    def _paint_words(self, painter: QPainter, first: QRect, row: Row, chosen: bool) -> None:
        theme = self._theme
        right = first.right()
        if row.badge:
            width, height = badge_width(theme, row.badge), theme.type("note").line + theme.px(4)
            place = QRectF(right - width, first.center().y() - height / 2, width, height)
            draw_badge(painter, theme, place, row.badge, "wait")
            right -= width + theme.px(8)
        if row.window is not None:
            plate = QRectF(first.left(), first.top() - theme.px(2), theme.px(24), theme.px(24))
            draw_plate(painter, theme, plate, row.window)
            first = first.adjusted(theme.px(32), 0, 0, 0)
        area = QRect(first.left(), first.top(), max(0, right - first.left() - theme.px(16)), first.height())
        taken = draw_text(painter, theme, area, row.title, "body", "ink", bold=True)
        if row.changed:
            draw_dot(painter, theme, area.left() + taken + theme.px(8), area.center().y())
        second = QRect(first.left(), first.bottom() + 1, first.width(), theme.type("note").line)
        if row.window is not None:
            second.translate(0, theme.px(2))
        trouble = row.state == "trouble"
        draw_text(painter, theme, second, row.line, "note", "trouble" if trouble else "ink2" if chosen else "ink3")

    def _at_point(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        return next((at for at, rect in enumerate(self._rects()) if rect.contains(point)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at_point(event)
        self.setToolTip(self._rows[self._hover].line if self._hover >= 0 else "")
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._at_point(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step)
