"""The actions under a form: what else can be done at the left, the main step at the right."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, MainButton
from terminal.screens.widgets.buttons import Fit


class FormFoot(QWidget):
    """88 high; the main button keeps its place and size, only its words change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.target(88) + theme.border)
        self.printing = KeyButton(theme, self.tr("Print"), "F10", icon="printer")
        self.saving = KeyButton(theme, self.tr("Save as PDF"), "Shift+F10", icon="download")
        self.looking = KeyButton(theme, self.tr("Paper"), "F6", icon="file-text")
        self.anew = KeyButton(theme, self.tr("Begin anew"), "F7", icon="rotate-ccw")
        self.main = MainButton(theme, self.tr("Form done"), "F9")
        self.anew.hide()
        self.looking.hide()
        self._plain = (self.printing, self.saving, self.looking, self.anew)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.border, theme.px(24), 0)
        row.setSpacing(theme.px(8))
        for button in self._plain:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.main)

    def begin(self, *, found: bool) -> None:
        """A form was opened; ``found``: it was begun before, and can be begun anew."""
        self.main.set_face(self.tr("Form done"))
        self.anew.setVisible(found)
        self._fit()

    def offer(self, count: int) -> None:
        """The record can be corrected: so many fields are ticked."""
        taken = self.tr("Take over {n}").format(n=count) if count else self.tr("Leave the record")
        self.main.set_face(taken)
        self.anew.hide()

    def narrow(self, narrow: bool) -> None:
        """Fields and paper do not stand side by side."""
        self.looking.setVisible(narrow)
        self.looks(False)
        self._fit()

    def looks(self, paper: bool) -> None:
        """The paper is on show instead of the fields."""
        self.looking.set_face(self.tr("Fields") if paper else self.tr("Paper"))

    def _fit(self) -> None:
        shown = [button for button in self._plain if not button.isHidden()]
        room = self.width() - self.main.width() - self._theme.px(8) * len(shown) - 2 * self._theme.px(24)
        fits: tuple[Fit, ...] = ("full", "tight", "bare")
        for fit in fits:
            for button in shown:
                button.set_fit(fit)
            if sum(button.sizeHint().width() for button in shown) <= room:
                return

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
