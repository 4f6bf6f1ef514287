"""Buttons with their key on them."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from terminal.screens import tokens
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painting import CENTRE, box, draw_key_cap, draw_text, key_cap_width, text_width

ButtonKind = Literal["plain", "filled", "danger", "link"]
Fit = Literal["full", "tight", "bare"]
ButtonState = Literal["default", "hover", "press", "disabled"]


class _Face(NamedTuple):
    fill: Token | None
    text: Token
    border: Token | None
    cap_text: Token
    cap_border: Token


_DISABLED: Final = _Face("sunk", "off", "line", "off", "off")
_FACES: Final[dict[ButtonKind, dict[ButtonState, _Face]]] = {
    "plain": {
        "default": _Face("surface", "ink", "edge", "ink2", "edge"),
        "hover": _Face("tint", "ink", "primary", "ink2", "edge"),
        "press": _Face("sunk", "ink", "primary-press", "ink2", "edge"),
        "disabled": _DISABLED,
    },
    "filled": {
        "default": _Face("primary", "on-primary", None, "on-primary", "key-on-primary"),
        "hover": _Face("primary-hover", "on-primary", None, "on-primary", "key-on-primary"),
        "press": _Face("primary-press", "on-primary", None, "on-primary", "key-on-primary"),
        "disabled": _DISABLED,
    },
    "link": {
        "default": _Face(None, "primary", None, "ink2", "edge"),
        "hover": _Face("tint", "primary", None, "ink2", "edge"),
        "press": _Face("sunk", "primary", None, "ink2", "edge"),
        "disabled": _Face(None, "off", None, "off", "off"),
    },
    "danger": {
        "default": _Face("surface", "trouble", "trouble", "trouble", "trouble"),
        "hover": _Face("trouble-tint", "trouble", "trouble", "trouble", "trouble"),
        "press": _Face("trouble", "surface", "trouble", "surface", "surface"),
        "disabled": _DISABLED,
    },
}


class KeyButton(QAbstractButton):
    """A button that says which key presses it, and is pressed by that key from anywhere in its window.

    The key works at once (Qt's own button shortcuts wait 100 ms) and only while the button is visible and enabled.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        key: str = "",
        *,
        kind: ButtonKind = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: ButtonKind = kind
        self._icon = icon
        self._key = ""
        self._shortcut: QShortcut | None = None
        self._role: Role = "body"
        self._cap_role: Role = "note"
        self._icon_size = 20
        self._fit: Fit = "full"
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.target(tokens.TARGET if kind == "link" else tokens.BUTTON))
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Another key (``F6``), or none. The cap and the shortcut change together."""
        if key == self._key:
            return
        self._key = key
        if self._shortcut is None:
            self._shortcut = QShortcut(self)
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self.click)
        self._shortcut.setKey(QKeySequence(key))
        self.updateGeometry()
        self.update()

    def set_face(self, text: str, *, kind: ButtonKind | None = None, icon: str | None = None) -> None:
        """Another label, kind or icon; place and key stay."""
        self.setText(text)
        self._kind = kind or self._kind
        self._icon = self._icon if icon is None else icon
        self.updateGeometry()
        self.update()

    def set_fit(self, fit: Fit) -> None:
        """Where room is short: tight, without icon and side margins; bare, the key alone (the words in the hint)."""
        if fit != self._fit:
            self._fit = fit
            self.setToolTip(self.text() if fit == "bare" else "")
            self.updateGeometry()
            self.update()

    def state(self) -> ButtonState:
        """What it looks like just now (focus comes on top)."""
        if not self.isEnabled():
            return "disabled"
        if self.isDown():
            return "press"
        return "hover" if self.underMouse() else "default"

    @property
    def key(self) -> str:
        """The key on its cap."""
        return self._key

    def sizeHint(self) -> QSize:
        side = self._theme.px(4 if self._kind == "link" else 13 if self._fit == "full" else 6)
        return QSize(self._content_width() + 2 * side, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _bold(self) -> bool:
        return self._kind == "filled" or tokens.TYPE[self._role][0].bold

    def _parts(self) -> tuple[int, int, int]:
        cap = key_cap_width(self._theme, self._key, self._cap_role) if self._key else 0
        if self._fit == "bare" and cap:
            return 0, 0, cap
        icon = self._theme.px(self._icon_size) + self._gap() if self._icon and self._fit == "full" else 0
        label = text_width(self.text(), self._theme.font(self._role, self._bold()))
        cap = cap + self._gap() if cap and label else cap
        return icon, label, cap

    def _gap(self) -> int:
        return self._theme.px(8)

    def _content_width(self) -> int:
        return sum(self._parts())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = _FACES[self._kind][self.state()]
        self._paint_frame(painter, face)
        self._paint_content(painter, face)

    def _paint_frame(self, painter: QPainter, face: _Face) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        box(painter, rect, theme.radius, face.fill, face.border, theme.border, theme)
        if not self.hasFocus():
            return
        ring = theme.focus
        box(painter, rect, theme.radius, face.fill, "focus", ring, theme)
        if self._kind in ("filled", "danger"):
            inside = rect.adjusted(ring, ring, -ring, -ring)
            box(painter, inside, theme.px(2), face.fill, "surface", theme.strong, theme)
        if self._kind == "danger":
            inside = inside.adjusted(theme.strong, theme.strong, -theme.strong, -theme.strong)
            box(painter, inside, theme.px(2), face.fill, "trouble", theme.border, theme)

    def _paint_content(self, painter: QPainter, face: _Face) -> None:
        theme = self._theme
        icon, label, cap = self._parts()
        x = (self.width() - icon - label - cap) // 2
        if icon:
            size = theme.px(self._icon_size)
            picture = theme.icon(self._icon, self._icon_size, face.text, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(x, (self.height() - size) // 2), picture)
        rect = QRect(x + icon, 0, label, self.height())
        if label:
            draw_text(painter, theme, rect, self.text(), self._role, face.text, bold=self._bold(), align=CENTRE)
        if self._key:
            right = QPointF(x + icon + label + cap, self.height() / 2)
            draw_key_cap(
                painter, theme, right, self._key, text=face.cap_text, border=face.cap_border, role=self._cap_role
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self.update()


class MainButton(KeyButton):
    """The one big action of a screen. Its place and size never change, only its words."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        key: str = "",
        *,
        icon: str = "",
        size: tuple[int, int] = tokens.MAIN_BUTTON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, key, kind="filled", icon=icon, parent=parent)
        self._role = "title"
        self._cap_role = "body"
        self._icon_size = 24
        width = theme.px(size[0] * (1.25 if theme.contrast else 1))
        self.setFixedSize(width, theme.target(size[1]))

    def _gap(self) -> int:
        return self._theme.px(16)


def small(button: KeyButton, theme: Theme) -> KeyButton:
    """A button as high as a target, where there is little room."""
    button.setFixedHeight(theme.target(32))
    return button
