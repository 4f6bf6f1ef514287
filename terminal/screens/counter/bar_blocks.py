"""The bar's blocks of two lines: the number in hand, who is next, how many wait."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.rules.waiting import rounded
from terminal.screens import tokens
from terminal.screens.counter import words
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painting import LEFT, draw_number, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge


class Block(QWidget):
    """As high as the bar; ``width`` in the design's pixels."""

    def __init__(self, theme: Theme, work: Work, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work = theme, work
        self._width = theme.px(width * (1.25 if theme.contrast else 1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._width, self._theme.px(40))

    def _lines(self, first: Role, second: Role) -> tuple[QRect, QRect]:
        theme = self._theme
        upper, lower = theme.type(first).line, theme.type(second).line
        top = (self.height() - upper - lower) // 2
        return QRect(0, top, self.width(), upper), QRect(0, top + upper, self.width(), lower)


class NumberBlock(Block):
    """A012 over 办理中 06:42, or 空闲 over the idle time."""

    def __init__(self, theme: Theme, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(theme, work, 92, parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, work = QPainter(self), self._theme, self._work
        upper, lower = self._lines("bar-number", "note")
        current = work.view.current if work.view else None
        if current is None:
            paused = work.phase == "paused"
            draw_text(painter, theme, upper, self.tr("Paused") if paused else self.tr("Free"), "title", "ink2")
            draw_text(painter, theme, lower, self._rating_words(), "note", "ink2")
            return
        draw_number(painter, theme, upper, current.number, "bar-number", "primary")
        since = current.started_at or current.called_at
        state = self.tr("serving") if current.started_at else self.tr("called")
        left = draw_text(painter, theme, lower, state, "note", "ink2") + theme.px(4)
        timer = words.lasted((work.now() - since).total_seconds())
        draw_text(painter, theme, lower.adjusted(left, 0, 0, 0), timer, "note", "ink", bold=True)

    def _rating_words(self) -> str:
        rating = self._work.rating
        if rating is None:
            since = self._work.free_since()
            return words.lasted((self._work.now() - since).total_seconds()) if since else ""
        if rating.state == "asked":
            return self.tr("rating, {n} s").format(n=rating.seconds_left())
        return rating.label if rating.state == "rated" else self.tr("not rated")


class NextBlock(Block):
    """下一位 D009 and its item; or a sentence, when something must be told."""

    def __init__(self, theme: Theme, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(theme, work, 172, parent)
        self._named = True
        self._sentence, self._trouble = "", False

    def set_named(self, named: bool) -> None:
        """Whether the item's name is shown under the number."""
        self._named = named
        self.updateGeometry()

    def say(self, sentence: str, trouble: bool) -> None:
        """A sentence in place of the next one; "" takes it away."""
        self._sentence, self._trouble = sentence, trouble
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width if self._named else self._theme.px(112), self._theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, view = QPainter(self), self._theme, self._work.view
        upper, lower = self._lines("body", "body")
        if self._sentence:
            self._paint_sentence(painter)
            return
        ticket = view.waiting[0] if view and view.waiting else None
        if ticket is None:
            draw_text(painter, theme, self.rect(), self.tr("Nobody is waiting") if view else "", "body", "ink2")
            return
        left = draw_text(painter, theme, upper, self.tr("Next"), "note", "ink2") + theme.px(8)
        left += draw_text(painter, theme, upper.adjusted(left, 0, 0, 0), ticket.number, "large", bold=True) + theme.px(
            6
        )
        badge = badge_width(theme, ticket.priority_label)
        if ticket.priority_label and left + badge <= self.width():
            height = max(theme.px(18), theme.type("note").line)
            at = QRectF(left, upper.center().y() - height / 2 + 1, badge, height)
            draw_badge(painter, theme, at, ticket.priority_label)
        if self._named:
            draw_text(painter, theme, lower, ticket.title, "note", "ink2")

    def _paint_sentence(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font("note", self._trouble))
        painter.setPen(theme.colour("trouble" if self._trouble else "ink"))
        painter.drawText(self.rect(), int(LEFT | Qt.TextFlag.TextWordWrap), self._sentence)


class WaitBlock(Block):
    """候 12 人 over 约 25 分, amber from 20 minutes on."""

    def __init__(self, theme: Theme, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(theme, work, 66, parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, view = QPainter(self), self._theme, self._work.view
        if view is None:
            return
        upper, lower = self._lines("body", "note")
        left = draw_text(painter, theme, upper, self.tr("in line"), "note", "ink2") + theme.px(4)
        count = str(view.waiting_count)
        left += draw_text(painter, theme, upper.adjusted(left, 0, 0, 0), count, "large", "ink", bold=True) + theme.px(4)
        if (unit := self.tr("p.", "people, short")) and left + text_width(unit, theme.font("note")) <= self.width():
            draw_text(painter, theme, upper.adjusted(left, 0, 0, 0), unit, "note", "ink2")
        token: Token = "wait-text" if view.wait_minutes >= tokens.LONG_WAIT_MINUTES else "ink2"
        about = self.tr("ca. {n} min").format(n=rounded(view.wait_minutes))
        draw_text(painter, theme, lower, about, "note", token)
