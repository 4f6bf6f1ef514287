"""The window's plate, as it hangs over the real counter, and small badges."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, box, draw_text, text_width

BadgeKind = Literal["tint", "outline", "solid", "wait", "trouble", "ok"]

# kind: fill, text, border, border in the contrast look (where fills are faint)
_BADGES: Final[dict[BadgeKind, tuple[Token | None, Token, Token | None, Token | None]]] = {
    "tint": ("tint", "primary", "tint-line", "tint-line"),
    "outline": (None, "ink2", "edge", "edge"),
    "solid": ("primary", "on-primary", None, None),
    "wait": ("wait-tint", "wait-text", None, "wait-text"),
    "trouble": ("trouble-tint", "trouble", None, "trouble"),
    "ok": ("ok-tint", "ok-text", None, "ok-text"),
}


def badge_width(theme: Theme, text: str) -> int:
    """Width of a badge with this text."""
    return text_width(text, theme.font("note")) + theme.px(14)


def draw_badge(painter: QPainter, theme: Theme, rect: QRectF, text: str, kind: BadgeKind = "tint") -> None:
    """A badge filling ``rect``, words in ``note``."""
    fill, colour, border, strong_border = _BADGES[kind]
    shown = strong_border if theme.contrast else border
    box(painter, rect, theme.radius, fill, shown, theme.border, theme)
    draw_text(painter, theme, rect.toRect(), text, "note", colour, align=CENTRE)


class Badge(QWidget):
    """A word about a thing: 老年人, 预约 12:00, 缺. Hidden while it has no word."""

    def __init__(
        self, theme: Theme, text: str = "", kind: BadgeKind = "tint", height: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._kind: BadgeKind = kind
        self.setFixedHeight(max(theme.px(height), theme.type("note").line + theme.px(2)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(text, kind)

    @property
    def text(self) -> str:
        """Its word."""
        return self._text

    def set_badge(self, text: str, kind: BadgeKind | None = None) -> None:
        """Show another word, of another kind if told; no word hides the badge."""
        self._text = text
        self._kind = kind or self._kind
        self.setAccessibleName(text)
        self.setFixedWidth(badge_width(self._theme, text))
        if not text:
            self.hide()
        elif self.parentWidget() is not None:  # without a parent it would come up as a window of its own
            self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._theme, self._text), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_badge(QPainter(self), self._theme, QRectF(self.rect()), self._text, self._kind)


def draw_plate(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    number: int | str,
    *,
    outline: bool = False,
    radius: int | None = None,
) -> None:
    """A plate filling ``rect``: its number takes half the height. Outline: closed, or too few ratings to rank."""
    corner = theme.radius if radius is None else radius
    if outline:
        box(painter, rect, corner, None, "primary", theme.strong, theme)
    else:
        box(painter, rect, corner, "primary", None, 0, theme)
    font = QFont(theme.font("title"))
    font.setPixelSize(max(8, round(rect.height() * 0.54)))
    painter.setFont(font)
    painter.setPen(theme.colour("primary" if outline else "on-primary"))
    painter.drawText(rect, int(CENTRE), str(number))


class Plate(QWidget):
    """A window's number on its plate; ``size`` in the design's pixels (48 here, 40 in lists, 24 in rows)."""

    def __init__(
        self,
        theme: Theme,
        number: int | str = "",
        size: int = 48,
        *,
        outline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._outline = outline
        self.setFixedSize(theme.px(size), theme.px(size))
        self.setAccessibleName(str(number))

    def set_plate(self, number: int | str, *, outline: bool = False) -> None:
        """Show another number."""
        self._number, self._outline = number, outline
        self.setAccessibleName(str(number))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = self._theme.radius if self.height() <= self._theme.px(64) else self._theme.px(8)
        draw_plate(QPainter(self), self._theme, QRectF(self.rect()), self._number, outline=self._outline, radius=radius)
