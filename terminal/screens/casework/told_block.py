"""What the resident was told last, in the words used, and when they hear next."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.case_views import CaseView
from terminal.screens import dates, tokens
from terminal.screens.casework import words
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, Paragraph
from terminal.screens.wording import joined


class _Quotation(QWidget):
    def __init__(self, theme: Theme, *parts: QWidget) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(10), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(6))
        for part in parts:
            column.addWidget(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, theme.px(4), self.height(), theme.colour("tint-line"))


class ToldBlock(QWidget):
    """Head, quotation behind a mark of 4, next day. ``set_short`` leaves the head alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = theme.px(tokens.SIDE)
        self.head = ColumnHead(theme, side=0)
        self.words = Paragraph(theme)
        self.next = ElidedLabel(theme, "", "note", "ink2")
        self._quotation = _Quotation(theme, self.words, self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, 0, side, theme.px(12))
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._quotation)
        self._short = False
        self._told = False

    def show_case(self, view: CaseView, today: date) -> None:
        """Show what was said last: by staff in their words, or by a move of the case."""
        last = max(view.told, key=lambda told: told.at, default=None)
        title = translate("Casework", "Telling the resident")
        by_itself = _told_by_itself(view)
        if last is not None and by_itself is not None and by_itself[0] > last.at:
            last = None
        self._told = last is not None
        if last is None:
            said = by_itself[1] if by_itself is not None else translate("Casework", "not told anything yet")
            self.head.set_words(title, said)
        else:
            how = words.known(words.HOW_TOLD, last.how)
            said = joined(filter(None, (dates.short_day(last.at), how, last.whom)), "，")
            self.head.set_words(title, translate("Casework", "last {when}").format(when=said))
            self.words.setText(f"“{last.words}”")
            self.next.set_text(self._next(last.next_on), "trouble" if _over(last.next_on, today) else "ink2")
            self.next.setHidden(last.next_on is None)
        self._fit()

    def _next(self, day: date | None) -> str:
        if day is None:
            return ""
        return translate("Casework", "To be told next: {day}").format(day=dates.short_day(day))

    def set_short(self, short: bool) -> None:
        """Where there is little height: the head alone."""
        self._short = short
        self._fit()

    def _fit(self) -> None:
        self._quotation.setHidden(self._short or not self._told)


def _told_by_itself(view: CaseView) -> tuple[datetime, str] | None:
    """When a move last told the resident something, and what: to collect the result; that it is decided."""
    if view.notified_at is not None:
        told = translate("Casework", "told on {day} to collect it")
        return view.notified_at, told.format(day=dates.short_day(view.notified_at))
    if view.decided_at is not None:
        told = translate("Casework", "decided on {day}, a message was arranged")
        return view.decided_at, told.format(day=dates.short_day(view.decided_at))
    return None


def _over(day: date | None, today: date) -> bool:
    return day is not None and day < today
