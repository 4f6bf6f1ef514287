"""A question before something is done: what it is, what it breaks, yes or back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.booking_views import BookingView
from terminal.screens.planning.broken_panel import BrokenPanel
from terminal.screens.theme import Theme
from terminal.screens.widgets import HLine, KeyButton, Paragraph
from terminal.screens.widgets.text import heading


class ConfirmSheet(QWidget):
    """``left`` when it is over, either way."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = theme.px(24)
        self._yes: Callable[[], None] = lambda: None
        self.title = heading(theme)
        self.text = Paragraph(theme, "", "body", "ink")
        self.broken = BrokenPanel(theme, handled=False)
        self.confirm = KeyButton(theme, "", "F9", kind="filled")
        self.back = KeyButton(theme, "", "Esc")
        head, foot = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(side, theme.px(16), side, theme.px(16))
        head.setSpacing(theme.px(12))
        head.addWidget(self.title)
        head.addWidget(self.text)
        foot.setContentsMargins(side, theme.px(12), side, theme.px(16))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.confirm)
        foot.addWidget(self.back)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(HLine(theme))
        layout.addWidget(self.broken, 1)
        layout.addWidget(HLine(theme))
        layout.addLayout(foot)
        self.confirm.clicked.connect(self._confirmed)
        self.back.clicked.connect(self.left)

    def ask(
        self, title: str, text: str, button: str, yes: Callable[[], None], broken: Sequence[BookingView] | None = None
    ) -> None:
        """Ask; ``yes`` is called when it is confirmed. ``broken`` None: no appointment has to do with it."""
        self._yes = yes
        self.title.set_text(title)
        self.text.setText(text)
        self.confirm.set_face(button)
        self.back.set_face(QCoreApplication.translate("Planning", "Back"))
        self.broken.show_bookings(broken or ())
        self.broken.list.setVisible(broken is not None)

    def _confirmed(self) -> None:
        self.left.emit()
        self._yes()
