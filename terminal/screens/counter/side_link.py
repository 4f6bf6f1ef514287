"""A row at the foot of the right column: the way into the bar and back, and to the appointments."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.painting import RIGHT, draw_key_cap, draw_text, key_cap_width


class SideLink(KeyButton):
    """收成小条 F12: a row rather than a box, 48 high; ``narrow`` shows the icon alone, that wide."""

    def __init__(
        self, theme: Theme, text: str, key: str, icon: str, *, narrow: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, key, kind="link", icon=icon, parent=parent)
        self._narrow = bool(narrow)
        self._note = ""
        self._tone: Token = "ink2"
        self.setFixedHeight(theme.target(48))
        if narrow:
            self.setToolTip(f"{text} {key}")
            self.setFixedWidth(theme.px(narrow))

    def set_note(self, note: str, tone: Token = "ink2") -> None:
        """A few words before the key."""
        self._note, self._tone = note, tone
        self.setAccessibleDescription(note)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), theme.colour("tint"))
        icon = theme.icon(self._icon, 20, "ink2", self.devicePixelRatioF())
        left = (self.width() - theme.px(20)) // 2 if self._narrow else theme.px(24)
        painter.drawPixmap(QPoint(left, (self.height() - theme.px(20)) // 2), icon)
        if self._narrow:
            return
        area = self.rect().adjusted(left + theme.px(32), 0, -theme.px(24), 0)
        used = draw_text(painter, theme, area, self.text(), "body")
        right = self.rect().center()
        right.setX(self.width() - theme.px(24))
        draw_key_cap(painter, theme, right.toPointF(), self._key, fill="surface")
        note = QRect(area)
        note.setLeft(area.left() + used + theme.px(8))
        note.setRight(area.right() - key_cap_width(theme, self._key) - theme.px(8))
        draw_text(painter, theme, note, self._note, "note", self._tone, bold=True, align=RIGHT)
