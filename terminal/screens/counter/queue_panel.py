"""Left column: how many wait and how long, who is next, what is put aside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from terminal.rules.waiting import rounded
from terminal.screens.counter.errands import ErrandWatch
from terminal.screens.counter.queue_list import QueueList
from terminal.screens.counter.shrink import Room
from terminal.screens.counter.words import clock
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets import ElidedLabel, HLine
from terminal.screens.widgets.painting import draw_text, text_width

Piece = tuple[str, Role, Token]


def figures_width(theme: Theme, parts: Sequence[Piece]) -> int:
    """What ``draw_figures`` will take."""
    return sum(text_width(text, theme.font(role)) + theme.px(6) for text, role, _ in parts)


def figure_base(theme: Theme, rect: QRect) -> int:
    """The baseline of a figure in a row of its line height."""
    metrics = QFontMetrics(theme.font("figure"))
    return rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()


def draw_figures(painter: QPainter, theme: Theme, rect: QRect, parts: Sequence[Piece]) -> int:
    """Words and figures on one baseline, 6 apart: 候 **12** 人. Returns where it ended."""
    base = figure_base(theme, rect)
    left = rect.left()
    for text, role, token in parts:
        ascent = QFontMetrics(theme.font(role)).ascent()
        height = QFontMetrics(theme.font(role)).height()
        area = QRect(left, base - ascent, max(0, rect.right() - left), height)
        left += draw_text(painter, theme, area, text, role, token) + theme.px(6)
    return left


class QueueHead(QWidget):
    """候 12 人 │ 约 25 分钟, and the fields this window calls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._minutes, self._note = "–", "–", ""
        self._greyed = False
        self.setFixedHeight(max(theme.px(80), theme.type("figure").line + theme.type("note").line + theme.px(20)))

    def show_queue(self, count: str, minutes: str, note: str, *, greyed: bool) -> None:
        """Show these figures; ``note`` is the line below."""
        self._count, self._minutes, self._note, self._greyed = count, minutes, note, greyed
        self.setToolTip(note)
        self.setAccessibleName(f"{self.tr('Waiting')} {count}, {self.tr('about')} {minutes} {self.tr('minutes')}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(16)
        ink: Token = "off" if self._greyed else "ink"
        words: Token = "off" if self._greyed else "ink2"
        note = theme.type("note").line
        top = self.height() - note - theme.px(11) - theme.type("figure").line + theme.px(2)
        area = QRect(side, top, self.width() - 2 * side, theme.type("figure").line)
        waiting: list[Piece] = [(self.tr("Waiting"), "body", words), (self._count, "figure", ink)]
        unit: Piece = (self.tr("people"), "body", words)
        about: list[Piece] = [
            (self.tr("about"), "body", words),
            (self._minutes, "figure", ink),
            (self.tr("min."), "body", words),
        ]
        if figures_width(theme, [*waiting, unit, *about]) + theme.px(18) <= area.width():
            waiting.append(unit)
        left = draw_figures(painter, theme, area, waiting)
        gap = theme.px(6)
        high = theme.type("figure").px
        painter.fillRect(left + gap, figure_base(theme, area) - high * 3 // 4, theme.border, high, theme.colour("line"))
        rest = QRect(left + 2 * gap + theme.px(6), area.top(), area.right() - left - 3 * gap, area.height())
        draw_figures(painter, theme, rest, about)
        below = QRect(side, self.height() - note - theme.px(11), self.width() - 2 * side, note)
        draw_text(painter, theme, below, self._note, "note", words)
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))


class QueuePanel(QWidget):
    """The whole left column under the plate."""

    def __init__(self, theme: Theme, work: Work, errands: ErrandWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._errands = theme, work, errands
        errands.changed.connect(self._show_errands)
        self._head = QueueHead(theme)
        self.rows = QueueList(theme, work.now)
        self._empty = ElidedLabel(
            theme, self.tr("Nobody is waiting"), "body", "ink2", align=Qt.AlignmentFlag.AlignCenter
        )
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rows)
        column.addWidget(self._empty)
        column.addStretch(1)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.border, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._build_foot())
        self._empty.setFixedHeight(theme.px(64))
        self._empty.hide()

    def _build_foot(self) -> QWidget:
        theme = self._theme
        foot = QWidget()
        foot.setFixedHeight(theme.target(48))
        HLine(theme, parent=foot).resize(theme.px(400), theme.border)
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(16), theme.border, theme.px(16), 0)
        row.setSpacing(theme.px(6))
        self._counts: list[ElidedLabel] = []
        for icon, words in (
            ("pause", self.tr("On hold")),
            ("skip-forward", self.tr("Passed")),
            ("calendar", self.tr("Not here yet")),
        ):
            mark = QLabel()
            mark.setPixmap(theme.icon(icon, 16, "ink2", self.devicePixelRatioF()))
            count = ElidedLabel(theme, "0", "note", bold=True, elastic=False)
            for widget in (mark, ElidedLabel(theme, words, "note", "ink2", elastic=False), count):
                row.addWidget(widget)
            row.addSpacing(theme.px(6))
            self._counts.append(count)
        row.addStretch(1)
        return foot

    def render_work(self) -> None:
        """Show the work's last picture."""
        view, work = self._work.view, self._work
        if view is None:
            return
        greyed = not work.reachable
        if greyed:
            note = self.tr("As of {time}").format(time=clock(view.at))
        else:
            note = self.tr("This window calls: {lines}").format(lines=self.tr(", ").join(view.line_names))
        self._head.show_queue(str(view.waiting_count), str(rounded(view.wait_minutes)), note, greyed=greyed)
        self.rows.set_tickets(view.waiting)
        self.rows.set_greyed(greyed)
        self._empty.setHidden(bool(view.waiting))
        for label, tickets in zip(self._counts, (view.held, view.skipped), strict=False):
            label.set_text(str(len(tickets)))

    def _show_errands(self) -> None:
        if self._errands.errands is not None:
            self._counts[2].set_text(str(self._errands.errands.not_arrived))

    def tick(self) -> None:
        """A minute may have passed."""
        self.rows.update()

    def set_room(self, room: Room) -> None:
        """Give way as the window shrinks."""
        self.setFixedWidth(self._theme.px(room.queue))
        self.rows.set_room(room.row, room.second_lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(self.width() - theme.border, 0, theme.border, self.height(), theme.colour("line"))
