"""What a finger presses: the kiosk's buttons, and the switch for large type."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import RADIUS_KIOSK, Token
from terminal.screens.widgets.letters import Piece, draw_mixed, draw_wrapped, letters, lines_of, size_of
from terminal.screens.widgets.painting import box, text_width

TouchKind = Literal["plain", "filled", "tint", "closed"]

# kind: fill, border, words
_FACES: Final[dict[TouchKind, tuple[Token, Token | None, Token]]] = {
    "plain": ("surface", "edge", "ink"),
    "filled": ("primary", None, "on-primary"),
    "tint": ("tint", "primary", "primary"),
    "closed": ("sunk", "edge", "ink"),
}


class TouchButton(QAbstractButton):
    """A large button; pressed it turns ``tint`` with a ``primary`` border at once. Return and Space press it too."""

    def __init__(self, theme: Theme, text: str = "", kind: TouchKind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.kind: TouchKind = kind
        self.icon_name = ""
        self.icon_after = False
        self.note = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_note(self, note: str) -> None:
        """Smaller words after the label: the seconds left."""
        if note != self.note:
            self.note = note
            self.update()

    @property
    def token(self) -> Token:
        """The colour of its words."""
        if not self.isEnabled():
            return "off"
        return "primary" if self.isDown() and self.kind == "plain" else _FACES[self.kind][2]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_frame(painter)
        self.paint_content(painter)

    def paint_frame(self, painter: QPainter) -> None:
        """Fill, border and focus ring."""
        theme, rect = self.theme, QRectF(self.rect())
        radius = theme.px(RADIUS_KIOSK)
        fill, border, _ = _FACES[self.kind]
        if not self.isEnabled():
            fill, border = "sunk", "line"
        elif self.isDown():
            fill, border = ("primary-press", None) if self.kind == "filled" else ("tint", "primary")
        if self.kind == "closed" and not self.isDown():
            self._paint_dashed(painter, rect, radius)
        else:
            box(painter, rect, radius, fill, border, theme.strong, theme)
        if self.hasFocus():
            box(painter, rect, radius, None, "focus", theme.px(4), theme)
            if self.kind == "filled":
                inside = rect.adjusted(*(theme.px(4) * sign for sign in (1, 1, -1, -1)))
                box(painter, inside, theme.px(RADIUS_KIOSK - 4), None, "surface", theme.strong, theme)

    def _paint_dashed(self, painter: QPainter, rect: QRectF, radius: int) -> None:
        theme, half = self.theme, self.theme.strong / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("edge"), theme.strong)
        pen.setDashPattern([5, 4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def paint_content(self, painter: QPainter) -> None:
        """Icon, label and note, centred together."""
        theme = self.theme
        body = size_of(theme, "kiosk-large")
        pieces = [Piece(self.text(), 40 if self.kind == "filled" else body, self.kind == "filled", self.token)]
        if self.note:
            pieces += [Piece("  ", body), Piece(self.note, size_of(theme, "kiosk-body"), False, self.token)]
        icon = theme.px(48 + 20) if self.icon_name else 0
        width = sum(text_width(piece.text, letters(theme, piece.px, piece.bold)) for piece in pieces)
        x = (self.width() - width - icon) // 2
        words = QRect(x + (0 if self.icon_after else icon), 0, width, self.height())
        draw_mixed(painter, theme, words, pieces)
        if self.icon_name:
            picture = theme.icon(self.icon_name, 48, self.token, self.devicePixelRatioF())
            left = x + width + theme.px(20) if self.icon_after else x
            painter.drawPixmap(QPoint(left, (self.height() - theme.px(48)) // 2), picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class ArrowButton(TouchButton):
    """An arrow alone: another page."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "plain", parent)
        self._icon = icon
        self.setAccessibleName(name)

    def paint_content(self, painter: QPainter) -> None:
        size = self.theme.px(48)
        picture = self.theme.icon(self._icon, 48, self.token, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)


class LargeSwitch(TouchButton):
    """大字版: a label and a switch that stands where it was put."""

    def __init__(self, theme: Theme, text: str, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "plain", parent)
        self.setCheckable(True)
        self.setChecked(on)

    def natural_width(self) -> float:
        """Its width in the design's pixels."""
        theme = self.theme
        size = size_of(theme, "kiosk-large")
        return 36 + 48 + 20 + text_width(self.text(), letters(theme, size)) / theme.scale + 20 + 104 + 32

    def paint_content(self, painter: QPainter) -> None:
        theme, middle = self.theme, self.height() / 2
        size = size_of(theme, "kiosk-large")
        icon = theme.icon("a-large-small", 48, self.token, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(theme.px(36), round(middle - theme.px(24))), icon)
        words = QRect(theme.px(104), 0, self.width(), self.height())
        draw_mixed(painter, theme, words, [Piece(self.text(), size, False, self.token)])
        track = QRectF(self.width() - theme.px(136), middle - theme.px(27), theme.px(104), theme.px(54))
        on = self.isChecked()
        box(painter, track, track.height() / 2, "primary" if on else "surface", "edge", theme.strong, theme)
        knob, inset = theme.px(40), theme.px(7)
        left = track.right() - inset - knob if on else track.left() + inset
        box(painter, QRectF(left, middle - knob / 2, knob, knob), knob / 2, "surface" if on else "ink2", None, 0, theme)


class PriorityToggle(TouchButton):
    """A priority class: pressed it stays, with a tick; the screen keeps at most one of them down."""

    def __init__(self, theme: Theme, key: str, label: str, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, label, "tint" if on else "plain", parent)
        self.key = key
        self.setCheckable(True)
        self.setChecked(on)

    def paint_content(self, painter: QPainter) -> None:
        theme, mark = self.theme, QRectF(self.theme.px(20), self.height() / 2 - self.theme.px(16), 0, 0)
        mark.setWidth(theme.px(32))
        mark.setHeight(theme.px(32))
        on = self.isChecked()
        box(
            painter, mark, theme.px(6), "primary" if on else "surface", "primary" if on else "edge", theme.strong, theme
        )
        if on:
            picture = theme.icon("check", 26, "on-primary", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(round(mark.left()) + theme.px(3), round(mark.top()) + theme.px(3)), picture)
        from_left = theme.px(20 + 32 + 14)
        words = QRect(from_left, 0, self.width() - from_left - theme.px(12), self.height())
        self._paint_label(painter, words)

    def _paint_label(self, painter: QPainter, rect: QRect) -> None:
        theme, on = self.theme, self.isChecked()
        large = 4 if theme.contrast else 0
        # One line a little smaller is read more easily than a word broken in two.
        for size, most in ((28, 1), (24, 1), (28, 2), (24, 2)):
            piece, line = Piece(self.text(), size + large, on, self.token), (size + large) * 1.28
            rows = lines_of(theme, piece, rect.width())
            if len(rows) <= most:
                break
        top = (self.height() - len(rows) * theme.px(line)) // 2
        draw_wrapped(painter, theme, QRect(rect.left(), top, rect.width(), rect.height()), piece, line)
