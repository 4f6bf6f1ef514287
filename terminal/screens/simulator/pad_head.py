"""The head of the pad: whose it is, how they stand, and what is asked of the resident."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.views import Standing
from terminal.screens.theme import Theme
from terminal.screens.widgets.lamp import draw_lamp
from terminal.screens.widgets.painting import RIGHT, draw_stars, draw_text, star_pitch, text_width
from terminal.screens.widgets.plate import draw_plate


class PadHead(QWidget):
    """56 high. The right half says in one word and one line what the pad waits for."""

    def __init__(self, theme: Theme, counter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counter = counter
        self._standing: Standing | None = None
        self._told_stars = 0
        self._staff = ""
        self._item = ""
        self._title = self._note = self._figure = ""
        self._trouble = False
        self.setFixedHeight(theme.px(72 if theme.contrast else 56))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_standing(self, standing: Standing | None) -> None:
        """The window's stars; hidden while nobody has rated."""
        self._standing = standing
        self.update()

    def set_told(self, stars: int, staff: str) -> None:
        """What the pad was told on its line: stars, shown while no standing is known, and who is on duty."""
        self._told_stars, self._staff = stars, staff
        self.update()

    def set_item(self, title: str) -> None:
        """The item asked about, when a visit has several; "" shows the window's line."""
        self._item = title
        self.update()

    def say(self, title: str, note: str = "", figure: str = "", *, trouble: bool = False) -> None:
        """What is asked. ``note`` may hold ``{figure}``, whose place the bold figure takes."""
        self._title, self._note, self._figure, self._trouble = title, note, figure, trouble
        self.setAccessibleName(f"{title} {note.replace('{figure}', figure)}".strip())
        self.update()

    @property
    def words(self) -> tuple[str, str]:
        """What it says, title and line."""
        return self._title, self._note.replace("{figure}", self._figure)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(448), self.height())

    def _line(self) -> str:
        window = QCoreApplication.translate("Pad", "Window {counter}").format(counter=self._counter)
        if self._staff:
            return f"{window}  {self._staff}"
        if self._standing is None or not self._standing.ratings:
            return window
        text = QCoreApplication.translate("Pad", "{window}: {count} ratings this quarter")
        return text.format(window=window, count=f"{self._standing.ratings:,}")

    def _stars(self) -> tuple[str, float, bool] | None:
        """The figure, how many stars that is, and whether they are sure enough to be drawn full."""
        if self._standing is not None and self._standing.stars is not None:
            return f"{self._standing.stars:.1f}", self._standing.stars, self._standing.ranked
        return (str(self._told_stars), float(self._told_stars), True) if self._told_stars else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        size = self.height()
        draw_plate(painter, theme, QRectF(0, 0, size, size), self._counter, radius=theme.px(8))
        taken = self._paint_asking(painter)
        self._paint_standing(painter, size + theme.px(16), self.width() - taken - theme.px(16))

    def _halves(self) -> tuple[int, int, int]:
        """Top of the first line, its height, and the height of the second."""
        first, second = self._theme.type("title").line, self._theme.type("body").line
        return (self.height() - first - second) // 2, first, second

    def _paint_asking(self, painter: QPainter) -> int:
        """The right half; returns how wide it is."""
        theme = self._theme
        top, first, second = self._halves()
        if not self._note:
            top = (self.height() - first) // 2
        width = text_width(self._title, theme.font("title"))
        rect = QRect(self.width() - width, top, width, first)
        draw_text(painter, theme, rect, self._title, "title", "trouble" if self._trouble else "ink", align=RIGHT)
        lamp = 0
        if self._trouble:
            side = theme.px(16)
            lamp = side + theme.px(8)
            place = QRectF(rect.left() - lamp, rect.center().y() - side / 2 + 1, side, side)
            draw_lamp(painter, theme, place, "trouble")
        noted = self._paint_note(painter, top + first, second)
        return max(width + lamp, noted)

    def _paint_note(self, painter: QPainter, top: int, height: int) -> int:
        theme = self._theme
        before, _, after = self._note.partition("{figure}")
        parts = [(before, False), (self._figure if "{figure}" in self._note else "", True), (after, False)]
        widths = [text_width(text, theme.font("body", bold)) for text, bold in parts]
        left = self.width() - sum(widths)
        for (text, bold), width in zip(parts, widths, strict=True):
            rect = QRect(left, top, width, height)
            draw_text(painter, theme, rect, text, "body", "ink" if bold else "ink2", bold=bold)
            left += width
        return sum(widths)

    def _paint_standing(self, painter: QPainter, left: int, right: int) -> None:
        theme, shown = self._theme, self._stars()
        top, first, second = self._halves()
        line = self._item or self._line()
        if shown is None:
            top = (self.height() - second) // 2
            draw_text(painter, theme, QRect(left, top, right - left, second), line, "body", "ink2")
            return
        figure, value, ranked = shown
        size = theme.px(20)
        stars = 4 * star_pitch(theme, size) + size
        font = QFont(theme.font("title"))
        if left + stars + theme.px(10) + text_width(figure, font) <= right:
            at = QPointF(left, top + (first - size) / 2)
            draw_stars(painter, theme, at, size, value if ranked else None)
            place = QRect(left + stars + theme.px(10), top, theme.px(80), first)
            draw_text(painter, theme, place, figure, "title", "ink")
        else:  # the narrow pad: stars go first, the figure stays
            draw_text(painter, theme, QRect(left, top, theme.px(80), first), figure, "title", "ink")
        below = QRect(left, top + first, right - left, second)
        font.setPixelSize(theme.type("body").px)
        draw_text(
            painter,
            theme,
            below,
            line,
            "body",
            "ink2",
        )
