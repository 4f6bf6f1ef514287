"""The top bar: the mark, the pages there are, the centre."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import CENTRE, RIGHT, box, draw_text, text_width

PAGES: Final = ("stars", "ratings", "appointments", "cases", "roster", "hours")
_LABELS: Final = {
    "stars": QT_TRANSLATE_NOOP("Manager", "Stars"),
    "ratings": QT_TRANSLATE_NOOP("Manager", "Ratings in detail"),
    "appointments": QT_TRANSLATE_NOOP("Manager", "Appointments"),
    "cases": QT_TRANSLATE_NOOP("Manager", "Cases"),
    "roster": QT_TRANSLATE_NOOP("Manager", "Duty roster"),
    "hours": QT_TRANSLATE_NOOP("Manager", "Hours"),
}


class TopBar(QWidget):
    """48 high; the page in use is bold over a 3 px line. Left and Right change the page while the bar has the focus."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = "stars"
        self._centre = ""
        self._counts: dict[str, int] = {}
        self._hover = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme.px(64 if theme.contrast else 48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def page(self) -> str:
        """One of PAGES."""
        return self._page

    def show_page(self, page: str) -> None:
        """Mark another page without telling anyone."""
        self._page = page
        self.setAccessibleName(self.label(page))
        self.update()

    def show_centre(self, name: str) -> None:
        """The centre's name at the right."""
        self._centre = name
        self.update()

    def show_count(self, page: str, count: int) -> None:
        """How much waits on a page, beside its name; 0 hides it."""
        self._counts[page] = count
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._tabs()[-1][1].right() + self._theme.px(24), self.height())

    def label(self, page: str) -> str:
        """A page's name in the language in force."""
        return QCoreApplication.translate("Manager", str(_LABELS[page]))

    def _title(self) -> tuple[str, str]:
        return (
            QCoreApplication.translate("Manager", "OneWindow"),
            QCoreApplication.translate("Manager", "Management"),
        )

    def _badge(self, page: str) -> int:
        count = self._counts.get(page, 0)
        if not count:
            return 0
        return max(self._theme.px(18), text_width(str(count), self._theme.font("note", True)) + self._theme.px(10))

    def _tabs(self) -> list[tuple[str, QRect]]:
        theme = self._theme
        name, room = self._title()
        x = theme.px(24 + 32) + text_width(name, theme.font("large", True)) + text_width(room, theme.font("body"))
        left = max(theme.px(208), x + theme.px(48))
        tabs = []
        for page in PAGES:
            width = text_width(self.label(page), theme.font("body", True)) + theme.px(32)
            if badge := self._badge(page):
                width += badge + theme.px(8)
            tabs.append((page, QRect(left, 0, width, self.height())))
            left += width
        return tabs

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        line = QRect(0, self.height() - theme.border, self.width(), theme.border)
        painter.fillRect(line, theme.colour("line"))
        self._paint_title(painter)
        for page, rect in self._tabs():
            self._paint_tab(painter, page, rect)
        left = self._tabs()[-1][1].right() + theme.px(24)
        rect = QRect(left, 0, self.width() - theme.px(24) - left, self.height())
        if rect.width() > theme.px(80):
            draw_text(painter, theme, rect, self._centre, "body", "ink2", align=RIGHT)

    def _paint_title(self, painter: QPainter) -> None:
        theme, (name, room) = self._theme, self._title()
        size = theme.px(24)
        picture = theme.icon("mark", 24, "primary", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(theme.px(24), (self.height() - size) // 2), picture)
        x = theme.px(24) + size + theme.px(8)
        width = text_width(name, theme.font("large", True))
        draw_text(painter, theme, QRect(x, 0, width, self.height()), name, "large", "ink", bold=True)
        rest = QRect(x + width + theme.px(8), 0, theme.px(200), self.height())
        draw_text(painter, theme, rest, room, "body", "ink2")

    def _paint_tab(self, painter: QPainter, page: str, rect: QRect) -> None:
        theme = self._theme
        chosen = page == self._page
        if page == self._hover and not chosen:
            painter.fillRect(rect.adjusted(0, 0, 0, -theme.border), theme.colour("tint"))
        words = rect.adjusted(theme.px(16), 0, -theme.px(16), 0)
        colour: Token = "primary" if chosen else "ink2"
        draw_text(painter, theme, words, self.label(page), "body", colour, bold=chosen)
        if chosen:
            mark = theme.px(3)
            painter.fillRect(rect.left(), rect.bottom() + 1 - mark, rect.width(), mark, theme.colour("primary"))
            if self.hasFocus():
                inset = theme.px(4)
                ring = QRectF(rect.adjusted(inset, inset, -inset, -inset))
                box(painter, ring, theme.radius, None, "focus", theme.focus, theme)
        if self._badge(page):
            self._paint_badge(painter, page, rect)

    def _paint_badge(self, painter: QPainter, page: str, rect: QRect) -> None:
        theme, width, height = self._theme, self._badge(page), self._theme.px(18)
        height = max(height, theme.type("note").line)
        disc = QRect(rect.right() - theme.px(16) - width, (self.height() - height) // 2, width, height)
        box(painter, QRectF(disc), height / 2, "trouble", None, 0, theme)
        font = QFont(theme.font("note", True))
        painter.setFont(font)
        painter.setPen(theme.colour("surface"))
        painter.drawText(disc, int(CENTRE), str(self._counts[page]))

    def _choose(self, page: str) -> None:
        if page != self._page:
            self.show_page(page)
            self.chosen.emit(page)

    def _at(self, event: QMouseEvent) -> str:
        found = [page for page, rect in self._tabs() if rect.contains(event.position().toPoint())]
        return found[0] if found else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._hover else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = ""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        page = self._at(event)
        if page and event.button() is Qt.MouseButton.LeftButton:
            self._choose(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if event.key() == Qt.Key.Key_Left else 1
            self._choose(PAGES[max(0, min(len(PAGES) - 1, PAGES.index(self._page) + step))])
        else:
            super().keyPressEvent(event)
