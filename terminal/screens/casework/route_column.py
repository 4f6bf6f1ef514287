"""The route of a case: every stop with its place, its purpose and who went."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.case_views import CaseView, StopView
from terminal.screens import dates, tokens
from terminal.screens.casework import words
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import RIGHT, draw_text, text_width

ROW: Final = 64
_PERSONS: Final = 300  # narrower than this the persons go


class Stops(PaintedList[StopView]):
    """Rows of 64 along a line. ``dropped`` tells Delete on the stop in hand."""

    dropped = Signal(int)
    resting = ruled = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(tokens.SIDE), parent)

    def show_stops(self, stops: tuple[StopView, ...], empty: str) -> None:
        """Show these; the one in hand stays in hand."""
        self.show_things(stops, empty, [stop.id for stop in stops])

    def _height(self) -> int:
        theme = self._theme
        return max(theme.px(ROW), theme.type("body").line + theme.type("note").line + theme.px(20))

    def _spoken(self, index: int) -> str:
        stop = self._things[index]
        return f"{stop.place} {stop.purpose} {_when(stop)}".strip()

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, stop = self._theme, self._things[index]
        body, note = theme.type("body").line, theme.type("note").line
        top = rect.top() + theme.px(10)
        self._paint_line(painter, rect, top + body / 2, index)
        left = rect.left() + self._side + theme.px(32)
        right = rect.right() - self._side
        when, now = _when(stop), stop.state == "now"
        took = text_width(when, theme.font("note", now))
        dropped = stop.state == "dropped"
        ink: Token = "off" if dropped else "ink"
        draw_text(
            painter, theme, QRect(right - took, top, took + 1, body), when, "note", "primary" if now else "ink2",
            bold=now, align=RIGHT,
        )  # fmt: skip
        place = QRect(left, top, right - took - theme.px(8) - left, body)
        draw_text(painter, theme, place, stop.place, "body", ink, bold=True)
        below = QRect(left, top + body, right - left, note)
        if rect.width() >= theme.px(_PERSONS) and stop.staff_name:
            person = text_width(stop.staff_name, theme.font("note"))
            area = QRect(right - person, below.top(), person + 1, note)
            draw_text(painter, theme, area, stop.staff_name, "note", "ink2", align=RIGHT)
            below.setRight(right - person - theme.px(8))
        said = f"{stop.purpose}：{stop.came_back}" if stop.came_back else stop.purpose
        draw_text(painter, theme, below, said, "note", ink if not dropped else "off")

    def _paint_line(self, painter: QPainter, rect: QRect, y: float, index: int) -> None:
        theme, stop = self._theme, self._things[index]
        x, half, width = rect.left() + self._side + theme.px(8), theme.px(8), theme.px(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for above in (True, False):
            other = index if above else index + 1
            if (above and index == 0) or other >= len(self._things):
                continue
            ahead = self._things[other].state == "planned"
            pen = QPen(theme.colour("edge" if ahead else "primary"), width)
            if ahead:
                pen.setStyle(Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([2, 2])
            painter.setPen(pen)
            ends = (QPointF(x, rect.top()), QPointF(x, y - half)) if above else (
                QPointF(x, y + half), QPointF(x, rect.bottom() + 1))  # fmt: skip
            painter.drawLine(*ends)
        done, now = stop.state == "done", stop.state == "now"
        painter.setPen(QPen(theme.colour("primary" if done or now else "edge"), width))
        painter.setBrush(theme.colour("primary" if done or now else "paper"))
        painter.drawEllipse(QPointF(x, y), half - width / 2, half - width / 2)
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("paper"))
            painter.drawEllipse(QPointF(x, y), half - theme.px(5), half - theme.px(5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stop = self.in_hand
        if event.key() == Qt.Key.Key_Delete and stop is not None:
            self.dropped.emit(stop.id)
        else:
            super().keyPressEvent(event)


class RouteColumn(QWidget):
    """The head and the stops. ``opened`` tells a stop's id."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head = ColumnHead(theme)
        self.stops = Stops(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.stops, 1)
        self.stops.opened.connect(lambda index: self.opened.emit(self.stops.rows[index].id))

    def show_case(self, view: CaseView) -> None:
        """Show the stops of a case."""
        done = sum(stop.state == "done" for stop in view.stops)
        ahead = sum(stop.state in ("planned", "now") for stop in view.stops)
        title = translate("Casework", "Route") if view.row.proxy else translate("Casework", "Steps")
        said = (
            translate("Casework", "{done} stops made, {left} to go").format(done=done, left=ahead) if view.stops else ""
        )
        self.head.set_words(title, said)
        empty = translate("Casework", "No errand is planned. F5 plans the route.")
        self.stops.show_stops(view.stops, empty)


def _when(stop: StopView) -> str:
    if stop.done_at is not None:
        return words.short_moment(stop.done_at)
    if stop.planned_at is not None:
        return words.short_moment(stop.planned_at)
    if stop.day is None:
        return translate("Casework", "no day yet") if stop.state == "planned" else ""
    day = dates.short_day(stop.day)
    return translate("Casework", "about {day}").format(day=day) if stop.state == "now" else day
