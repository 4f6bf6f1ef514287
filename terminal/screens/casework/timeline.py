"""A case's timeline: what was done, which days did not count, where it is now, what is to come."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.case_views import CaseView, TimelineNode
from terminal.screens import dates
from terminal.screens.casework import words
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import draw_text
from terminal.screens.wording import joined

LEAST: Final = 104  # a node with less room lets earlier ones go
_GONE: Final = TimelineNode("gone", "done", None, None)  # stands for earlier ones that have no room


class Timeline(QWidget):
    """104 high, painted: equal parts from 24."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: CaseView | None = None
        self.setFixedHeight(theme.px(128 if theme.contrast else 104))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, view: CaseView | None) -> None:
        """Show another case's."""
        self._view = view
        nodes = view.timeline if view is not None else ()
        self.setAccessibleName(joined(f"{self.name(node)} {self.when(node)}".strip() for node in nodes))
        self.setToolTip("\n".join(f"{self.name(node)}  {self.when(node)}".strip() for node in nodes))
        self.update()

    def name(self, node: TimelineNode) -> str:
        """What a node is called."""
        if node.name == "working" and self._view is not None and self._view.row.state == "received":
            return translate("Casework", "To be accepted")
        return node.title or words.node(node.name)

    @staticmethod
    def when(node: TimelineNode) -> str:
        """When it was, since when it is, or by when it is to be."""
        if node.state == "paused" and node.since is not None:
            span = dates.span(node.since, node.until) if node.until is not None else dates.short_day(node.since)
            if node.until is None:
                return translate("Casework", "since {day}, no day counts").format(day=span)
            return translate("Casework", "{span}, {days} days do not count").format(span=span, days=node.days or 0)
        if node.state == "now" and node.since is not None:
            text = translate("Casework", "since {day}, day {count}")
            return text.format(day=dates.short_day(node.since), count=node.days or 1)
        if node.state == "to_come":
            text = translate("Casework", "by {day}")
            return text.format(day=dates.short_day(node.until)) if node.until is not None else ""
        return dates.short_day(node.since) if node.since is not None else ""

    def shown(self) -> tuple[TimelineNode, ...]:
        """The nodes there is room for: the first, and the last ones; what lies between became one."""
        nodes = self._view.timeline if self._view is not None else ()
        room = max(
            4, (self.width() - self._theme.px(48)) // self._theme.px(LEAST * (1.3 if self._theme.contrast else 1))
        )
        if len(nodes) <= room:
            return nodes
        return (nodes[0], _GONE, *nodes[len(nodes) - room + 2 :])

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
        nodes = self.shown()
        if not nodes:
            return
        side, size = theme.px(24), theme.px(24)
        part = (self.width() - 2 * side) / max(len(nodes), 4)
        middle = theme.px(36)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, node in enumerate(nodes):
            left = side + at * part
            if at + 1 < len(nodes):
                self._line(painter, left + size, left + part, middle, ahead=nodes[at + 1].state == "to_come")
            self._node(painter, QPointF(left + size / 2, middle), node)
            self._words(painter, QRect(round(left), 0, round(part) - theme.px(12), self.height()), node)

    def _line(self, painter: QPainter, left: float, right: float, y: int, *, ahead: bool) -> None:
        theme = self._theme
        pen = QPen(theme.colour("edge" if ahead else "primary"), theme.px(2))
        if ahead:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _node(self, painter: QPainter, centre: QPointF, node: TimelineNode) -> None:
        theme, half = self._theme, self._theme.px(24) / 2
        colours: dict[str, tuple[Token, Token]] = {
            "done": ("primary", "primary"), "paused": ("wait-tint", "wait"), "now": ("primary", "primary"),
            "to_come": ("surface", "edge"),
        }  # fmt: skip
        fill, edge = colours.get(node.state, ("surface", "edge"))
        width = theme.px(2)
        painter.setBrush(theme.colour(fill))
        painter.setPen(QPen(theme.colour(edge), width))
        painter.drawEllipse(centre, half - width / 2, half - width / 2)
        if node.state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(centre, half - theme.px(7), half - theme.px(7))
            return
        icon = {"done": "ellipsis" if node is _GONE else "check", "paused": "pause"}.get(node.state)
        if icon is not None:
            size = theme.px(16)
            token: Token = "wait-text" if node.state == "paused" else "on-primary"
            picture = theme.icon(icon, 16, token, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(round(centre.x() - size / 2), round(centre.y() - size / 2)), picture)

    def _words(self, painter: QPainter, rect: QRect, node: TimelineNode) -> None:
        theme = self._theme
        colours: dict[str, tuple[Token, Token]] = {
            "paused": ("wait-text", "wait-text"), "now": ("primary", "primary"), "to_come": ("ink2", "ink2"),
        }  # fmt: skip
        name, day = colours.get(node.state, ("ink", "ink2"))
        body, note = theme.type("body").line, theme.type("note").line
        top = theme.px(57 if not theme.contrast else 60)
        first = QRect(rect.left(), top, rect.width(), body)
        below = QRect(rect.left(), top + body, rect.width(), note)
        if node is _GONE:
            hidden = len(self._view.timeline) - len(self.shown()) + 1 if self._view is not None else 0
            draw_text(painter, theme, first, translate("Casework", "{count} more").format(count=hidden), "body", "ink2")
            return
        draw_text(painter, theme, first, self.name(node), "body", name, bold=node.state != "to_come")
        draw_text(painter, theme, below, self.when(node), "note", day)
