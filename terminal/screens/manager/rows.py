"""One window (or one person) as a row of the list of stars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.views import Key, StaffStars, Standing, WindowStars
from terminal.screens.manager import keys, words
from terminal.screens.manager.charts import draw_distribution, draw_trend, trend_change
from terminal.screens.manager.columns import Columns
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, box, draw_stars, draw_text
from terminal.screens.widgets.plate import draw_plate
from terminal.screens.widgets.pressable import PressableRow
from terminal.screens.wording import joined

BAD_SHARE: Final = 0.05  # above this share of a row's ratings, its bad ratings turn red


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows, of a window or of a person. Exactly one of ``counter`` and ``staff`` is set."""

    counter: int | None
    staff: str | None
    title: str
    subtitle: str
    standing: Standing
    keys: dict[str, int]
    bad: int
    trend: tuple[float | None, ...] | None

    @property
    def many_bad(self) -> bool:
        """More bad ratings than one in twenty."""
        return self.bad > BAD_SHARE * self.standing.ratings


def of_window(row: WindowStars) -> Line:
    """The row of a window."""
    return Line(
        counter=row.counter,
        staff=None,
        title=words.window(row.counter),
        subtitle=joined(row.staff_names, "・"),
        standing=row.standing,
        keys=row.keys,
        bad=row.bad,
        trend=row.trend,
    )


def of_staff(row: StaffStars) -> Line:
    """The row of a person; nothing is known of their weeks."""
    return Line(None, row.staff, row.name, row.staff, row.standing, row.keys, row.bad, None)


class StarsRow(PressableRow):
    """A row to press: Enter, Space or a click asks for the ratings behind it; arrows go to its neighbours."""

    def __init__(self, theme: Theme, line: Line, scale: tuple[Key, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: Columns | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line, scale)

    @property
    def line(self) -> Line:
        """What it shows."""
        return self._line

    @property
    def columns(self) -> Columns | None:
        """Where its parts stand; None before it was placed."""
        return self._columns

    def show_line(self, line: Line, scale: tuple[Key, ...]) -> None:
        """Show other figures in the same place."""
        self._line, self._scale = line, scale
        self._colours = keys.colours(scale)
        standing = line.standing
        told = QCoreApplication.translate("Manager", "{name}: {stars} stars of {count} ratings, {bad} bad")
        self.setAccessibleName(
            told.format(name=line.title, stars=words.stars(standing), count=words.count(standing.ratings), bad=line.bad)
        )
        self.setToolTip(self._distribution_hint())
        self.update()

    def set_columns(self, columns: Columns) -> None:
        """Place its parts."""
        self._columns = columns
        self.setFixedHeight(columns.row_height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._columns.row_height if self._columns else self._theme.px(80))

    def _distribution_hint(self) -> str:
        pairs = [(words.label(key), self._line.keys.get(key.key, 0)) for key in keys.best_first(self._scale)]
        other = keys.others(self._line.keys, self._scale)
        if other:
            pairs.append((QCoreApplication.translate("Manager", "Other keys"), other))
        lines = [f"{label} {words.count(times)}" for label, times in pairs if times]
        not_rated = QCoreApplication.translate("Manager", "Not rated {count}")
        if self._line.standing.not_rated:
            lines.append(not_rated.format(count=words.count(self._line.standing.not_rated)))
        return "\n".join(lines)

    # Painting, column by column.

    def paintEvent(self, _event: QPaintEvent) -> None:
        columns, theme = self._columns, self._theme
        if columns is None:
            return
        painter = QPainter(self)
        side = theme.px(8)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("sunk" if self.isDown() else "tint"))
        painter.fillRect(
            side, self.height() - theme.border, self.width() - 2 * side, theme.border, theme.colour("line")
        )
        painter.translate(side, 0)
        height = theme.px(96 if theme.contrast else 80) if columns.stacked else columns.row_height
        self._paint_name(painter, columns, height)
        self._paint_star(painter, columns, height)
        self._paint_count(painter, columns, height)
        self._paint_bar(painter, columns, height)
        if columns.trend is not None and self._line.trend is not None:
            self._paint_trend(painter, QRect(columns.trend.left, 0, columns.trend.width, height), self._line.trend)
        if self.hasFocus():
            painter.resetTransform()
            ring = QRectF(self.rect()).adjusted(0, 0, 0, -theme.border)
            box(painter, ring, theme.radius, None, "focus", theme.focus, theme)

    def _two_lines(self, height: int) -> tuple[int, int, int]:
        """Top of a block of a body line over a note line, and their heights."""
        body, note = self._theme.type("body").line, self._theme.type("note").line
        return (height - body - note) // 2, body, note

    def _paint_name(self, painter: QPainter, columns: Columns, height: int) -> None:
        theme, line = self._theme, self._line
        size = theme.px(40)
        plate = QRectF(0, (height - size) / 2, size, size)
        if line.counter is not None:
            draw_plate(painter, theme, plate, line.counter, outline=not line.standing.ranked)
        else:
            box(
                painter, plate, theme.radius, "tint" if line.standing.ranked else None, "tint-line", theme.border, theme
            )
            icon = theme.icon("user", 24, "primary", self.devicePixelRatioF())
            inset = (size - theme.px(24)) // 2
            painter.drawPixmap(QPoint(inset, round(plate.top()) + inset), icon)
        left = theme.px(52)
        top, body, note = self._two_lines(height)
        room = columns.name.right - left - theme.px(12)
        if not line.subtitle:
            top, body = 0, height
        draw_text(painter, theme, QRect(left, top, room, body), line.title, "body", "ink", bold=True)
        draw_text(painter, theme, QRect(left, top + body, room, note), line.subtitle, "note", "ink2")

    def _figure_font(self) -> QFont:
        font = QFont(self._theme.font("figure"))
        font.setPixelSize(self._theme.px(40 if self._theme.contrast else 32))
        return font

    def _paint_star(self, painter: QPainter, columns: Columns, height: int) -> None:
        theme, standing = self._theme, self._line.standing
        font = self._figure_font()
        figure = words.stars(standing)
        bearing = QFontMetrics(font).leftBearing(figure[0])
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if standing.ranked else "ink2"))
        rect = QRect(columns.star.left - bearing, 0, columns.star.width, height)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), figure)
        left = columns.star.left + QFontMetrics(font).horizontalAdvance("4.7") + theme.px(16)
        top, body, note = self._two_lines(height)
        size = theme.px(16)
        offset = QPointF(left, top + (body - size) / 2)
        draw_stars(painter, theme, offset, size, standing.stars if standing.ranked else None)
        text, token = words.margin(standing), "ink2"
        if not standing.ranked and standing.ratings:
            few = QCoreApplication.translate("Manager", "few ratings")
            text, token = f"{text} {few}".strip(), "wait-text"
        elif not standing.ratings:
            text, token = QCoreApplication.translate("Manager", "no ratings"), "ink3"
        room = QRect(left, top + body, columns.star.right - left + theme.px(8), note)
        self._note(painter, room, text, token, bold=token == "wait-text")

    def _note(self, painter: QPainter, rect: QRect, text: str, token: str, *, bold: bool = False) -> None:
        known: dict[str, Token] = {"ink2": "ink2", "ink3": "ink3", "wait-text": "wait-text", "trouble": "trouble"}
        draw_text(painter, self._theme, rect, text, "note", known[token], bold=bold)

    def _paint_count(self, painter: QPainter, columns: Columns, height: int) -> None:
        theme, line = self._theme, self._line
        figure = words.count(line.standing.ratings)
        rect = QRect(columns.count.left, 0, columns.count.width, height)
        draw_text(painter, theme, rect, figure, "body", "ink", bold=True, align=RIGHT)
        rect = QRect(columns.bad.left, 0, columns.bad.width, height)
        token: Token = "trouble" if line.many_bad else "ink"
        draw_text(painter, theme, rect, words.count(line.bad), "body", token, bold=True, align=RIGHT)

    def _paint_bar(self, painter: QPainter, columns: Columns, height: int) -> None:
        theme, line = self._theme, self._line
        thick, gap, note = theme.px(12), theme.px(6), theme.type("note").line
        top = height - theme.px(8) if columns.stacked else (height - thick - gap - note) // 2
        shares = [(line.keys.get(key.key, 0), self._colours[key.key]) for key in keys.best_first(self._scale)]
        shares.append((keys.others(line.keys, self._scale), keys.OTHER))
        bar = QRectF(columns.bar.left, top, columns.bar.width, thick)
        draw_distribution(painter, theme, bar, shares, gap=theme.px(1))
        rect = QRect(columns.bar.left, top + thick + gap // 2, columns.bar.width, note + gap // 2)
        draw_text(painter, theme, rect, self._share_words(), "note", "ink2")

    def _share_words(self) -> str:
        line = self._line
        if not line.standing.ratings:
            return QCoreApplication.translate("Manager", "Nobody has pressed a key")
        good = words.satisfied(line.keys, self._scale)
        if line.standing.ranked:
            text = QCoreApplication.translate("Manager", "Satisfied or better {share}")
            return text.format(share=words.share(good, line.standing.ratings))
        text = QCoreApplication.translate("Manager", "{good} of {count} satisfied or better")
        return text.format(good=good, count=line.standing.ratings)

    def _paint_trend(self, painter: QPainter, rect: QRect, values: tuple[float | None, ...]) -> None:
        theme = self._theme
        changed = trend_change(values)
        if changed is None:
            text = QCoreApplication.translate("Manager", "Too few weeks for a trend")
            draw_text(painter, theme, rect, text, "note", "ink3")
            return
        dot = theme.px(4)
        chart = QRectF(rect.left() + dot, (rect.height() - theme.px(40)) / 2, theme.px(104 - 8), theme.px(40))
        draw_trend(painter, theme, chart, values)
        falls = round(changed, 1) < 0
        words_rect = QRect(rect.left() + theme.px(116), 0, rect.width() - theme.px(116), rect.height())
        self._note(painter, words_rect, words.change(changed), "trouble" if falls else "ink2", bold=falls)
