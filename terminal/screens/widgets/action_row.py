"""The row of actions under a page: what else can be done at the left, the main step at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.buttons import Fit, KeyButton, MainButton

_FITS: tuple[Fit, ...] = ("full", "tight", "bare")


class ActionRow(QWidget):
    """``HEIGHT`` and its line; the main button keeps its place and size. Where the plain buttons that are shown do not
    fit beside it, icons and side margins go, then words; keys stay. Call ``fit`` when others are shown or their words
    change.
    """

    HEIGHT = 88

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain: tuple[KeyButton, ...] = ()
        self._main: MainButton | None = None
        self.setFixedHeight(theme.target(self.HEIGHT) + theme.border)

    def place(self, plain: Iterable[KeyButton], main: MainButton) -> None:
        """The buttons, once."""
        theme = self._theme
        self._plain, self._main = tuple(plain), main
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.border, theme.px(24), 0)
        row.setSpacing(theme.px(8))
        for button in self._plain:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(main)

    def fit(self) -> None:
        """Give the plain buttons the room there is."""
        if self._main is None:
            return
        shown = [button for button in self._plain if not button.isHidden()]
        room = self.width() - self._main.width() - self._theme.px(8) * len(shown) - 2 * self._theme.px(24)
        for fit in _FITS:
            for button in shown:
                button.set_fit(fit)
            if sum(button.sizeHint().width() for button in shown) <= room:
                return

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
