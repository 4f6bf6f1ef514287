"""Requests to change duties: agreed between the two, decided here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.plan_views import SwapView
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.panel import Panel, ReasonField
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, Paragraph
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.ruled_list import ListRow

_STATES: Final = {
    "asked": QT_TRANSLATE_NOOP("Planning", "waits for the other"),
    "agreed": QT_TRANSLATE_NOOP("Planning", "agreed"),
    "approved": QT_TRANSLATE_NOOP("Planning", "approved"),
    "refused": QT_TRANSLATE_NOOP("Planning", "refused"),
    "withdrawn": QT_TRANSLATE_NOOP("Planning", "withdrawn"),
}


class SwapPanel(Panel):
    """``approved`` tells the request's id; ``refused`` the id and the reason; ``shown`` the SwapView in hand."""

    approved = Signal(int)
    refused = Signal(int, str)
    shown = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._swaps: tuple[SwapView, ...] = ()
        self.about = Paragraph(theme, "", "note", "ink2")
        self.reason = ReasonField(theme)
        self.approve = small(KeyButton(theme, "", kind="filled"), theme)
        self.refuse = small(KeyButton(theme, "", kind="danger"), theme)
        self.foot.addWidget(self.about)
        self.foot.addWidget(self.reason)
        self.row(self.approve, self.refuse, stretch=True)
        self.approve.clicked.connect(self._approve)
        self.refuse.clicked.connect(self._refuse)
        self.list.moved.connect(self._in_hand)
        self.retranslate()

    def show_swaps(self, swaps: tuple[SwapView, ...]) -> None:
        """Show the requests nobody has decided."""
        self._swaps = swaps
        empty = QCoreApplication.translate("Planning", "Nobody asks to change a duty.")
        self.list.show_rows([self._row(swap) for swap in swaps], empty)
        self._in_hand(self.list.current)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.approve.set_face(QCoreApplication.translate("Planning", "Approve"))
        self.refuse.set_face(QCoreApplication.translate("Planning", "Refuse"))
        self.reason.setPlaceholderText(QCoreApplication.translate("Planning", "Reason for refusing"))
        self.show_swaps(self._swaps)

    @property
    def swap(self) -> SwapView | None:
        """The request in hand."""
        return self._swaps[self.list.current] if 0 <= self.list.current < len(self._swaps) else None

    def _row(self, swap: SwapView) -> ListRow:
        text = QCoreApplication.translate("Planning", "{one} to {other}")
        title = text.format(one=swap.asked_by_name, other=swap.with_name)
        day = f"{dates.short_day(swap.duty.day)} {words.duty(swap.duty)}"
        state = words.say(_STATES.get(swap.state, swap.state))
        return ListRow(title, state, day, "ok" if swap.state == "agreed" else "wait")

    def _in_hand(self, _index: int) -> None:
        swap = self.swap
        for part in (self.about, self.reason, self.approve, self.refuse):
            part.setEnabled(swap is not None)
        self.about.setVisible(swap is not None)
        if swap is None:
            return
        given = f"{dates.short_day(swap.duty.day)} {words.duty(swap.duty)}"
        if swap.other is None:
            text = QCoreApplication.translate("Planning", "{one} gives away {given}.").format(
                one=swap.asked_by_name, given=given
            )
        else:
            taken = f"{dates.short_day(swap.other.day)} {words.duty(swap.other)}"
            text = QCoreApplication.translate("Planning", "{one} gives {given} for {taken}.").format(
                one=swap.asked_by_name, given=given, taken=taken
            )
        why = (
            QCoreApplication.translate("Planning", "Reason: {reason}").format(reason=swap.reason) if swap.reason else ""
        )
        self.about.setText("\n".join(filter(None, (text, why))))
        self.shown.emit(swap)

    def _approve(self) -> None:
        if self.swap is not None:
            self.approved.emit(self.swap.id)

    def _refuse(self) -> None:
        if self.swap is not None and self.reason.wanted():
            self.refused.emit(self.swap.id, self.reason.words)
            self.reason.clear()
