"""The column beside a list: what is known of the row in hand, what can be done with it, or a form in its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Role
from terminal.screens.widgets import Badge, BadgeKind, ElidedLabel, HLine, KeyButton, Paragraph, TicketNumber
from terminal.screens.widgets.buttons import ButtonKind
from terminal.screens.widgets.facts import Fact, Facts


class Verb(NamedTuple):
    """Something that can be done with the row in hand."""

    name: str
    key: str
    kind: ButtonKind = "plain"


class Shown(NamedTuple):
    """What the column says of the row in hand. ``number`` is said large; ``words`` stand as a quotation."""

    title: str
    facts: Sequence[Fact] = ()
    badge: str = ""
    badge_kind: BadgeKind = "wait"
    number: str = ""
    heading: str = ""  # over the words
    words: str = ""


class Quotation(QWidget):
    """Words as somebody said or is to say them, behind a mark of 4."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading = ElidedLabel(theme, "", "note", "ink2")
        self.words = Paragraph(theme, "", "body", "ink")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.heading)
        layout.addWidget(self.words)

    def show_words(self, heading: str, words: str) -> None:
        """Show these; nothing hides it."""
        self.heading.set_text(heading)
        self.heading.setHidden(not heading)
        self.words.setText(words)
        self.setHidden(not words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        QPainter(self).fillRect(0, 0, theme.px(4), self.height(), theme.colour("tint-line"))


class InHand(QWidget):
    """Title, facts and words above; the buttons below, a filled one over the others. ``asked`` tells a verb's name."""

    asked = Signal(str)

    def __init__(self, theme: Theme, verbs: Sequence[Verb], number: Role = "figure", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme, self._verbs = theme, tuple(verbs)
        self.title = ElidedLabel(theme, "", "title")
        self.badge = Badge(theme, "", parent=self)
        self.number = TicketNumber(theme, "", number)
        self.facts = Facts(theme)
        self.words = Quotation(theme)
        self.buttons = {verb.name: KeyButton(theme, "", verb.key, kind=verb.kind) for verb in verbs}
        self._lay_out()
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.show_entry(None)

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(24)
        head, body, foot = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.badge)
        body.setContentsMargins(side, theme.px(16), side, theme.px(16))
        body.setSpacing(theme.px(12))
        body.addLayout(head)
        for part in (self.number, self.facts, self.words):
            body.addWidget(part)
        body.addStretch(1)
        foot.setContentsMargins(side, theme.px(16), side, theme.px(16))
        foot.setSpacing(theme.px(8))
        others = QHBoxLayout()
        others.setSpacing(theme.px(8))
        for verb in self._verbs:
            if verb.kind == "filled":
                foot.addWidget(self.buttons[verb.name])
            else:
                others.addWidget(self.buttons[verb.name], 1)
        foot.addLayout(others)
        self._line = HLine(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self._line)
        layout.addLayout(foot)

    def show_entry(self, shown: Shown | None) -> None:
        """Show what is known of the row in hand; None: there is none, and nothing to do."""
        entry = shown or Shown("")
        self.title.set_text(entry.title)
        self.badge.set_badge(entry.badge, entry.badge_kind)
        self.number.set_number(entry.number)
        self.number.setHidden(not entry.number)
        self.facts.set_facts(entry.facts)
        self.words.show_words(entry.heading, entry.words)
        for part in (*self.buttons.values(), self._line):
            part.setHidden(shown is None)

    def allow(self, names: Collection[str]) -> None:
        """What can be done just now."""
        for name, button in self.buttons.items():
            button.setEnabled(name in names)


class Side(QWidget):
    """The row in hand, or the one form that is open."""

    def __init__(self, theme: Theme, in_hand: InHand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.in_hand = in_hand
        self.form: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(in_hand)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.border, 0, 0, 0)
        layout.addWidget(self._stack)

    def open_form(self, form: QWidget) -> None:
        """Put a form in its place; one that was open goes."""
        self.close_form()
        self.form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)

    def close_form(self) -> None:
        """Back to the row in hand."""
        if self.form is not None:
            self._stack.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self._stack.setCurrentWidget(self.in_hand)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, theme.border, self.height(), theme.colour("line"))
