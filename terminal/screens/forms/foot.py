"""The actions under a form: what else can be done at the left, the main step at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, MainButton
from terminal.screens.widgets.action_row import ActionRow


class FormFoot(ActionRow):
    """The main button changes its words alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.printing = KeyButton(theme, self.tr("Print"), "F10", icon="printer")
        self.saving = KeyButton(theme, self.tr("Save as PDF"), "Shift+F10", icon="download")
        self.looking = KeyButton(theme, self.tr("Paper"), "F6", icon="file-text")
        self.anew = KeyButton(theme, self.tr("Begin anew"), "F7", icon="rotate-ccw")
        self.main = MainButton(theme, self.tr("Form done"), "F9")
        self.anew.hide()
        self.looking.hide()
        self.place((self.printing, self.saving, self.looking, self.anew), self.main)

    def begin(self, *, found: bool) -> None:
        """A form was opened; ``found``: it was begun before, and can be begun anew."""
        self.main.set_face(self.tr("Form done"))
        self.anew.setVisible(found)
        self.fit()

    def offer(self, count: int) -> None:
        """The record can be corrected: so many fields are ticked."""
        taken = self.tr("Take over {n}").format(n=count) if count else self.tr("Leave the record")
        self.main.set_face(taken)
        self.anew.hide()

    def narrow(self, narrow: bool) -> None:
        """Fields and paper do not stand side by side."""
        self.looking.setVisible(narrow)
        self.looks(False)
        self.fit()

    def looks(self, paper: bool) -> None:
        """The paper is on show instead of the fields."""
        self.looking.set_face(self.tr("Fields") if paper else self.tr("Paper"))
