"""Left column: what is booked, and through which channel it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.booking_views import RulesView
from terminal.rules.search import Finder
from terminal.screens.booking.channel_list import ChannelList
from terminal.screens.booking.chosen_items import ChosenItems
from terminal.screens.booking.draft import Draft
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, Paragraph, SearchBox
from terminal.screens.widgets.facts import Head
from terminal.screens.widgets.item_results import ItemResults

if TYPE_CHECKING:
    from terminal.office.views import ItemView


class WhatColumn(QWidget):
    """Found by a few letters, several one after another; Enter in the empty field goes on to the week (``done``)."""

    done = Signal()

    def __init__(self, theme: Theme, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft = theme, draft
        self._known: tuple[ItemView, ...] = ()
        self._finder: Finder[ItemView] = Finder(())
        self._build()
        self.search.searched.connect(self._search)
        self.search.stepped.connect(self.results.step)
        self.search.accepted.connect(self._accept)
        self.results.picked.connect(self._add)
        self.rows.removed.connect(draft.remove_item)
        self.channels.chosen.connect(draft.choose_channel)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.focus_search)

    def _build(self) -> None:
        theme = self._theme
        self._head = Head(theme, self.tr("Items"), self.tr("pinyin initials"), "F3")
        self.search = SearchBox(theme, self.tr("Initials, name or code"))
        self.rows = ChosenItems(theme)
        self._sum = ElidedLabel(theme, "", "body", "ink2")
        self._hint = Paragraph(theme, self.tr("Several items can go into one booking."), "note", "ink3")
        self._channel_head = Head(theme, self.tr("Channel"), self.tr("then a digit"), "F6")
        self.channels = ChannelList(theme)
        self._rules = Paragraph(theme, "", "note", "ink3")
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, theme.px(16), side, theme.px(16))
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(theme.px(4))
        column.addWidget(self.search)
        column.addSpacing(theme.px(4))
        column.addWidget(self.rows)
        column.addSpacing(theme.px(8))
        column.addWidget(self._sum)
        column.addWidget(self._hint)
        column.addSpacing(theme.px(24))
        column.addWidget(self._channel_head)
        column.addSpacing(theme.px(4))
        column.addWidget(self.channels)
        column.addStretch(1)
        column.addWidget(self._rules)
        self.results = ItemResults(theme, self)  # over what stands below, so that nothing jumps

    def show_draft(self) -> None:
        """Show the draft as it stands."""
        draft = self._draft
        if draft.catalogue is not self._known:
            self._known = draft.catalogue
            self._finder = Finder(draft.catalogue)
        self._rules.setText(rules_words(draft.rules) if draft.rules is not None else "")
        moving = draft.moving
        if moving is None:
            items = draft.items
        else:
            codes = {item.code for item in moving.items}
            items = tuple(item for item in draft.catalogue if item.code in codes)
        self.search.setEnabled(moving is None)
        self.rows.set_items(items, fixed=moving is not None)
        self._hint.setHidden(bool(items))
        self._sum.setHidden(not items)
        self._sum.set_text(
            self.tr("Together about {minutes} minutes").format(minutes=draft.minutes)
        )  # fmt: skip
        self._head.set_hint(*((self.tr("take out"), "Del") if self.rows.hasFocus() else self._usual_hint()))
        self.channels.show_channel(moving.channel if moving else draft.channel, fixed=moving is not None)
        self._channel_head.set_hint(*(("", "") if moving else (self.tr("then a digit"), "F6")))

    def _usual_hint(self) -> tuple[str, str]:
        return self.tr("pinyin initials"), "F3"

    def focus_search(self) -> None:
        """Put the cursor into the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self, text: str) -> None:
        added = {item.code for item in self._draft.items}
        self.results.set_matches(self._finder.find(text, 30) if text else [], added, typed=bool(text))
        self._place()
        self.results.raise_()

    def close_list(self) -> bool:
        """Empty the search field. False when it was empty."""
        if not self.search.text():
            return False
        self.search.clear()
        return True

    def _place(self) -> None:
        field = self.search.geometry()
        self.results.move(field.topLeft() + QPoint(0, field.height() + self._theme.px(4)))
        self.results.resize(field.width(), self.results.height())

    def _accept(self) -> None:
        if not self.search.text().strip():
            if self._draft.items:
                self.done.emit()
        elif self.results.selected is not None:
            self._add(self.results.selected)

    def _add(self, code: str) -> None:
        self._draft.add_item(code)
        self.search.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))


def rules_words(rules: RulesView) -> str:
    """The rules of booking that a resident may ask about."""
    translate = QCoreApplication.translate
    return "\n".join(
        (
            translate("Booking", "From {lead} minutes to {days} days ahead").format(
                lead=rules.lead_minutes, days=rules.horizon_days
            ),
            translate("Booking", "{share} % kept for walk-ins").format(share=rules.walk_in_share),
            translate("Booking", "A chosen time is kept {hold} minutes").format(hold=rules.hold_minutes),
            translate("Booking", "{limit} missed in {days} days: none ahead for {barred} days").format(
                limit=rules.missed_limit, days=rules.missed_days, barred=rules.barred_days
            ),
        )
    )
