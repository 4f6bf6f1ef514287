"""Days that no roster has yet: what follows from that, and the way to make one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.screens.planning import words
from terminal.screens.planning.term import Term
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton, Paragraph


class NoRoster(QWidget):
    """Stands where the grid would. ``asked`` when a draft is to be made."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignCenter
        self.title = ElidedLabel(theme, "", "title", align=centre)
        self._about = Paragraph(theme, "", "body", "ink2")
        self._about.setAlignment(centre)
        self._about.setFixedWidth(theme.px(440))
        self.make = KeyButton(theme, "", kind="filled", icon="plus")
        self.make.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(16))
        layout.addStretch(2)
        layout.addWidget(self.title)
        layout.addWidget(self._about, 0, centre)
        layout.addWidget(self.make, 0, centre)
        layout.addStretch(3)

    def show_state(self, term: Term, *, waiting: bool) -> None:
        """Say that there is none, or that it is being read."""
        self._about.setHidden(waiting)
        self.make.setHidden(waiting)
        if waiting:
            self.title.set_text(QCoreApplication.translate("Planning", "Reading the roster…"))
            return
        text = QCoreApplication.translate("Planning", "No roster yet: {days}")
        self.title.set_text(text.format(days=words.term(term)))
        self._about.setText(
            QCoreApplication.translate(
                "Planning", "Until one is published, appointments are offered as if every post were filled."
            )
        )
        self.make.set_face(QCoreApplication.translate("Planning", "Make a draft"))
