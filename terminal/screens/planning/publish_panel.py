"""Before a roster is published: what is wrong with it, once more, and what publishing does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.plan_views import ConflictView, RosterView
from terminal.screens import dates
from terminal.screens.planning.conflict_words import conflict_row
from terminal.screens.planning.panel import Panel
from terminal.screens.planning.sheet import OPEN_POST
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, Paragraph


class PublishPanel(Panel):
    """``confirmed`` publishes; ``left`` goes back; ``gone`` tells the ConflictView opened."""

    confirmed = Signal()
    left = Signal()
    gone = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._conflicts: tuple[ConflictView, ...] = ()
        self._about = Paragraph(theme, "", "note", "ink2")
        self.confirm = KeyButton(theme, "", kind="filled")
        self.back = KeyButton(theme, "", "Esc")
        self.foot.addWidget(self._about)
        self.row(self.confirm, self.back, stretch=True)
        self.confirm.clicked.connect(self.confirmed)
        self.back.clicked.connect(self.left)
        self.list.opened.connect(lambda index: self.gone.emit(self._conflicts[index]))

    def show_roster(self, view: RosterView, fields: Mapping[str, str]) -> None:
        """Ask whether this roster is to come into force."""
        self._conflicts = view.conflicts
        open_posts = sum(one.kind == OPEN_POST for one in view.conflicts)
        wrong = len(view.conflicts) - open_posts
        text = QCoreApplication.translate(
            "Planning", "Publish the roster of {days}? Conflicts: {wrong}, open posts: {open}."
        )
        self.say(text.format(days=dates.span(view.since, view.until), wrong=wrong, open=open_posts))
        fine = QCoreApplication.translate("Planning", "Every rule is kept and every post is filled.")
        self.list.show_rows([conflict_row(view, one, fields) for one in view.conflicts], fine)
        self._about.setText(
            QCoreApplication.translate(
                "Planning",
                "From then on it decides which items are open and how many slots there are. Everybody on it is told. "
                "Appointments it breaks are listed next.",
            )
        )
        anyway = QCoreApplication.translate("Planning", "Publish all the same")
        self.confirm.set_face(QCoreApplication.translate("Planning", "Publish") if not view.conflicts else anyway)
        self.back.set_face(QCoreApplication.translate("Planning", "Back"))
