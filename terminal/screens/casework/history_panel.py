"""A case's history: every move with who and when, and who answered for it since when."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from terminal.office.case_views import CaseView
from terminal.screens import dates
from terminal.screens.casework import words
from terminal.screens.casework.scrolled_form import ScrolledForm
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, Paragraph
from terminal.screens.wording import joined


class HistoryPanel(ScrolledForm):
    """To read; Escape or its button leaves it."""

    def __init__(self, theme: Theme, view: CaseView, staff: Mapping[str, str]) -> None:
        """``staff``: names by code."""
        super().__init__(theme, translate("Casework", "History"), "")
        self.confirm.hide()
        for move in reversed(view.moves):
            note = move.note
            if move.approved_by:
                approved = translate("Casework", "approved by {name}").format(
                    name=staff.get(move.approved_by, move.approved_by)
                )
                note = joined(filter(None, (note, approved)), "；")
            self._entry(words.move(move.move), f"{dates.moment(move.at)}  {move.by_name}", note)
        self.body.addWidget(ElidedLabel(theme, translate("Casework", "Who answered for it"), "note", "ink2"))
        for holder in reversed(view.holders):
            how = words.known(words.HOLDINGS, holder.holding)
            self._entry(f"{holder.name}  {how}", dates.moment(holder.since), holder.reason)
        if view.custody:
            self.body.addWidget(ElidedLabel(theme, translate("Casework", "Originals"), "note", "ink2"))
        for link in reversed(view.custody):
            what = f"{words.known(words.CUSTODY, link.what)}：{link.material}"
            self._entry(
                what, f"{dates.moment(link.at)}  {link.by_name}", joined(filter(None, (link.place, link.signed_by)))
            )

    def _entry(self, title: str, when: str, note: str) -> None:
        theme, block = self._theme, QVBoxLayout()
        block.setSpacing(0)
        block.addWidget(ElidedLabel(theme, title, "body", bold=True))
        block.addWidget(ElidedLabel(theme, when, "note", "ink2"))
        if note:
            block.addWidget(Paragraph(theme, note, "note"))
        block.addWidget(HLine(theme))
        self.body.addLayout(block)

    def start(self) -> None:
        self.back.setFocus()
