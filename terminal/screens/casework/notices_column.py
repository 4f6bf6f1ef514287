"""The numbered notices of a case: which, when, and whether the resident has it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.case_views import CaseView, NoticeRow
from terminal.screens import dates, tokens
from terminal.screens.casework import words
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import draw_text
from terminal.screens.widgets.plate import badge_width, draw_badge
from terminal.screens.wording import joined

ROW: Final = 52


class NoticesList(PaintedList[NoticeRow]):
    """Rows of 52: icon, name, number with its day, state."""

    inset, resting = True, False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(tokens.SIDE), parent)

    def show_notices(self, notices: tuple[NoticeRow, ...]) -> None:
        """Show these; the one in hand stays in hand."""
        self.show_things(
            notices, translate("Casework", "No notice was issued yet."), [(one.id, one.form) for one in notices]
        )

    def _height(self) -> int:
        theme = self._theme
        return max(theme.px(ROW), theme.type("body").line + theme.type("note").line + theme.px(16))

    def _spoken(self, index: int) -> str:
        one = self._things[index]
        return f"{one.title} {_state(one)} {_number(one)}"

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, one = self._theme, self._things[index]
        inner = rect.adjusted(self._side, 0, -self._side, 0)
        if index == 0:
            painter.fillRect(inner.left(), rect.top(), inner.width(), theme.border, theme.colour("line"))
        due, size = one.id is None, theme.px(20)
        ink: Token = "ink2" if due or one.state == "void" else "ink"
        picture = theme.icon("file-text", 20, "ink2", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(inner.left(), rect.center().y() - size // 2), picture)
        state = _state(one)
        badge = badge_width(theme, state)
        height = max(theme.px(20), theme.type("note").line + theme.px(2))
        at = QRectF(inner.right() - badge, rect.center().y() - height / 2, badge, height)
        draw_badge(painter, theme, at, state, words.NOTICE_STATES.get(one.state, ("", "outline"))[1])
        body, note = theme.type("body").line, theme.type("note").line
        top = rect.top() + (rect.height() - body - note) // 2
        left = inner.left() + size + theme.px(12)
        room = round(at.left()) - theme.px(8) - left
        draw_text(painter, theme, QRect(left, top, room, body), one.title, "body", ink)
        draw_text(painter, theme, QRect(left, top + body, room, note), _number(one), "note", "ink2")


class NoticesColumn(QWidget):
    """The head and the list. ``opened`` tells a notice's id."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = ColumnHead(theme)
        self.list = NoticesList(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        self.list.opened.connect(self._open)

    def show_case(self, view: CaseView) -> None:
        """Show the notices of a case."""
        count = translate("Casework", "{count} in all").format(count=len(view.notices)) if view.notices else ""
        self.head.set_words(translate("Casework", "Notices"), count)
        self.list.show_notices(view.notices)

    def _open(self, _index: int) -> None:
        notice = self.list.in_hand
        if notice is not None and notice.id is not None:
            self.opened.emit(notice.id)


def _state(notice: NoticeRow) -> str:
    word = words.NOTICE_STATES.get(notice.state)
    return words.say(word[0]) if word is not None else notice.state


def _number(notice: NoticeRow) -> str:
    """DB-0042・3月4日: the part that tells notices of a centre and year apart; why, of one that was taken back."""
    if notice.issued_at is None:
        return translate("Casework", "after completion")
    short = "-".join(notice.number.split("-")[-2:])
    return joined(filter(None, (short, dates.short_day(notice.issued_at), notice.void_reason)), "・")
