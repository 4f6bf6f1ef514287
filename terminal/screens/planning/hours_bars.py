"""Opening hours as bars over the day, with the times in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.rules.hours import WEEKDAYS, Span
from terminal.screens.planning import words
from terminal.screens.planning.week import Week, alike
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role
from terminal.screens.widgets.painting import CENTRE, box, draw_text, text_width
from terminal.screens.wording import joined

DAY_NAMES: Final = {
    "mon": QT_TRANSLATE_NOOP("Planning", "Mon"),
    "tue": QT_TRANSLATE_NOOP("Planning", "Tue"),
    "wed": QT_TRANSLATE_NOOP("Planning", "Wed"),
    "thu": QT_TRANSLATE_NOOP("Planning", "Thu"),
    "fri": QT_TRANSLATE_NOOP("Planning", "Fri"),
    "sat": QT_TRANSLATE_NOOP("Planning", "Sat, worked"),
    "sun": QT_TRANSLATE_NOOP("Planning", "Sun, worked"),
    "rest": QT_TRANSLATE_NOOP("Planning", "Rest days"),
    "any": QT_TRANSLATE_NOOP("Planning", "These days"),
}
_ALL: Final = QT_TRANSLATE_NOOP("Planning", "Working days")
_RANGE: Final = QT_TRANSLATE_NOOP("Planning", "{first} to {last}")


class Bar(NamedTuple):
    """One row: a name and when it is open."""

    name: str
    spans: tuple[Span, ...]


def bars_of(week: Week) -> tuple[Bar, ...]:
    """A week's rows, days that are alike together."""
    return tuple(Bar(days_name(group.days), group.spans) for group in alike(week))


def days_name(days: Sequence[str]) -> str:
    """工作日, 周一至周五, 周一、周三."""
    if tuple(days) == WEEKDAYS:
        return words.say(_ALL)
    places = [WEEKDAYS.index(day) for day in days if day in WEEKDAYS]
    if len(places) > 2 and places == list(range(places[0], places[0] + len(places))):
        return words.say(_RANGE, first=words.say(DAY_NAMES[days[0]]), last=words.say(DAY_NAMES[days[-1]]))
    return joined(words.say(DAY_NAMES.get(day, day)) for day in days)


class HoursBars(QWidget):
    """Rows under a scale of hours; regular hours filled, extended ones tinted with a border."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self._from, self._to = 360, 1320
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Its rows."""
        return self._bars

    def show_bars(self, bars: tuple[Bar, ...], scale: tuple[int, int]) -> None:
        """Show other rows over another part of the day."""
        self._bars = bars
        self._from, self._to = scale
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleName("; ".join(f"{bar.name} {words.spans(bar.spans)}" for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._head() + len(self._bars) * self._row())

    def _head(self) -> int:
        return self._theme.type("note").line + self._theme.px(4)

    def _row(self) -> int:
        return self._theme.px(48 if self._theme.contrast else 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        wide = 1.3 if theme.contrast else 1.0
        name = theme.px(136 * wide)
        said = min(theme.px(232 * wide), self.width() * 2 // 5)
        strip = QRect(name, 0, max(1, self.width() - name - said - theme.px(16)), self.height())
        self._paint_scale(painter, strip)
        for index, bar in enumerate(self._bars):
            top = self._head() + index * self._row()
            row = QRect(0, top, self.width(), self._row())
            painter.fillRect(0, top, self.width(), theme.border, theme.colour("line"))
            draw_text(painter, theme, QRect(0, top, name - theme.px(8), row.height()), bar.name, "body", "ink")
            text = QRect(strip.right() + theme.px(16), top, said, row.height())
            times = words.spans(bar.spans)
            role: Role = "body" if text_width(times, theme.font("body")) <= said else "note"
            draw_text(painter, theme, text, times, role, "ink" if bar.spans else "ink3")
            for span in bar.spans:
                self._paint_span(painter, QRect(strip.left(), top, strip.width(), row.height()), span)

    def _x(self, strip: QRect, minutes: int) -> int:
        return strip.left() + round(strip.width() * (minutes - self._from) / (self._to - self._from))

    def _paint_scale(self, painter: QPainter, strip: QRect) -> None:
        theme = self._theme
        for minutes in range(self._from, self._to + 1, 120):
            x = self._x(strip, minutes)
            tall = theme.px(4) if theme.contrast else self.height() - self._head()  # black lines would hide the bars
            painter.fillRect(x, self._head(), theme.border, tall, theme.colour("line"))
            rect = QRect(x - theme.px(20), 0, theme.px(40), theme.type("note").line)
            draw_text(painter, theme, rect, str(minutes // 60), "note", "ink3", align=CENTRE)

    def _paint_span(self, painter: QPainter, strip: QRect, span: Span) -> None:
        theme, thick = self._theme, self._theme.px(14)
        left, right = self._x(strip, max(span.opens, self._from)), self._x(strip, min(span.closes, self._to))
        rect = QRectF(left, strip.top() + (strip.height() - thick) / 2, max(2, right - left), thick)
        if span.kind == "extended":
            box(painter, rect, theme.px(2), "tint", "primary", theme.border, theme)
        else:
            box(painter, rect, theme.px(2), "primary", None, 0, theme)
