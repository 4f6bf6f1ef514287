"""The outcome of a handling: four choices, why, and what each of them brings about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from terminal.screens import dates
from terminal.screens.counter import words
from terminal.screens.counter.head import Head
from terminal.screens.counter.take_away import OPEN_KEY
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.way_line import WayLine
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel, Part, SegmentedChoice
from terminal.screens.widgets.needed import mark_fault
from terminal.screens.wording import joined

if TYPE_CHECKING:
    from terminal.office.views import ItemView

LONGEST_REASON = 300
NEED_REASON = ("to_correct", "refused")
GO_ON = ("accepted", "to_correct")  # outcomes after which the case goes on


def _parts() -> list[Part]:
    return [Part(value, label, str(number)) for number, (value, label) in enumerate(words.outcome_labels().items(), 1)]


class OutcomePart(QWidget):
    """Alt and a digit choose; to correct and refused ask why in the line below, which F9 waits for."""

    def __init__(self, theme: Theme, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._of: int | None = None
        self.choice = SegmentedChoice(theme, _parts())
        self.reason = QLineEdit()
        self.reason.setFont(theme.font("body"))
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.hide()
        self.way = WayLine(theme)
        self.way.hide()
        self._note = ElidedLabel(theme, "", "note", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Head(theme, self.tr("Outcome"), self.tr("and a number"), "Alt"))
        column.addWidget(self.choice)
        column.addSpacing(theme.px(4))
        column.addWidget(self.reason)
        column.addWidget(self.way)
        column.addWidget(self._note)
        self.choice.chosen.connect(self._choose)
        self.reason.textEdited.connect(self._say)
        self.reason.returnPressed.connect(self.choice.setFocus)
        visit.reason_needed.connect(self.ask_reason)

    def render_work(self, item: ItemView | None) -> None:
        """Show the choice of the handling in hand."""
        visit = self._visit
        live = visit.handling is not None
        self.choice.setEnabled(live)
        self.choice.set_value(visit.outcome)
        self.reason.setVisible(live and visit.outcome in NEED_REASON)
        self.way.show_way(visit.way, live=live and visit.outcome in GO_ON)
        handling = visit.handling.id if visit.handling else None
        if handling != self._of or not self.reason.hasFocus():
            self._of = handling
            self.reason.setText(visit.reason)
        self.reason.setPlaceholderText(
            self.tr("Why it is refused, and where to ask")
            if visit.outcome == "refused"
            else self.tr("What has to be corrected, besides the materials marked above")
        )
        self._note.set_text(*self._words(item, live))

    def ask_reason(self) -> None:
        """F9 waits for it."""
        self.reason.show()
        mark_fault(self.reason, True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, outcome: str) -> None:
        self._visit.choose_outcome(outcome)
        mark_fault(self.reason, False)
        if not self.reason.isHidden() and (outcome == "refused" or not self._visit.wanting()):
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        mark_fault(self.reason, False)
        self._visit.give_reason(text)

    # What it brings about.

    def _words(self, item: ItemView | None, live: bool) -> tuple[str, Token]:
        visit = self._visit
        if not live:
            return self.tr("The outcome is chosen once the handling has begun."), "ink2"
        if visit.becomes_case and not visit.client.known:
            return words.sentences(self.tr("F9 asks whose case it is."), self._told(item)), "wait-text"
        case = visit.open_case
        if visit.open_already and case is not None:
            already = self.tr("Case {number} of this item is open already: {key}.")
            return already.format(number=case.number, key=OPEN_KEY), "wait-text"
        return self._told(item), "ink2"

    def _told(self, item: ItemView | None) -> str:
        visit, outcome = self._visit, self._visit.outcome
        missing, wrong = joined(visit.missing()), joined(visit.wrong())
        lacks = words.sentences(
            self.tr("Missing: {names}.").format(names=missing) if missing else "",
            self.tr("Wrong: {names}.").format(names=wrong) if wrong else "",
        )
        if outcome == "accepted" and item is not None and item.promised_days is not None:
            return words.sentences(self._promise(item.promised_days), lacks)
        if outcome == "to_correct":
            return words.sentences(self.tr("Tell the resident in one go all that is missing."), lacks)
        if outcome == "refused":
            return self.tr("Tell the resident why, and where to ask.")
        return lacks or self.tr("The resident is asked to rate.")

    def _promise(self, days: int) -> str:
        by = self._visit.handling.promised_by if self._visit.handling else None
        if by is None:
            return self.tr("Promised within {n} working days from today.").format(n=days)
        text = self.tr("Promised by {day}, {n} working days from today.").format(day=dates.long_day(by.date), n=days)
        if by.certain:
            return text
        year = self.tr("The holidays of {year} are not announced yet.").format(year=by.date.year)
        return words.sentences(text, year)
