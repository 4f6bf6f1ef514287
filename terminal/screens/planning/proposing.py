"""A roster being looked for: how it goes, and the way to stop it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.office.plan_views import Progress, RosterView
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

SECONDS: Final = 30.0
LOOK_MS: Final = 200


class Search:
    """One search, shared by the worker that runs it and the window that watches. Safe from both threads."""

    def __init__(self, roster: int, seconds: float = SECONDS) -> None:
        self.roster, self.seconds = roster, seconds
        self.latest: Progress | None = None  # set whole by the worker, read whole by the window
        self._stop = threading.Event()

    def run(self, office: Office, by: str) -> RosterView:
        """On a worker: search until it is done, cancelled, or the seconds are over. Raises Refusal and Fault."""
        return office.roster.propose(
            self.roster, seconds=self.seconds, progress=self._tell, cancelled=self._stop.is_set, by=by
        )

    def cancel(self) -> None:
        """Ask it to stop soon; the draft then stays as it was."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def _tell(self, progress: Progress) -> None:
        self.latest = progress


class ProposalStrip(QWidget):
    """A strip over the grid while a search runs: figures, a line that fills, and Cancel. ``cancelled`` when pressed."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search: Search | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show)
        self.words = ElidedLabel(theme, "", "body", "ink", bold=True)
        self.cancel = KeyButton(theme, "", "Esc")
        self.cancel.setFixedHeight(theme.target(32))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(12))
        row.setSpacing(theme.px(16))
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.hide()

    def watch(self, search: Search) -> None:
        """Show how a search goes."""
        self._search = search
        self.cancel.setEnabled(True)
        self.cancel.set_face(QCoreApplication.translate("Planning", "Stop"))
        self._look.start()
        self._show()
        self.show()

    def done(self) -> None:
        """It came to an end."""
        self._look.stop()
        self._search = None
        self.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancelled.emit()
        self._show()

    def _show(self) -> None:
        search = self._search
        if search is None:
            return
        found = search.latest
        seconds = 0 if found is None else int(found.seconds)
        if search.cancelled:
            text = QCoreApplication.translate("Planning", "Stopping; the draft stays as it was.")
        elif found is None or not found.found:
            text = QCoreApplication.translate("Planning", "Looking for a roster, {seconds} s of at most {most}.")
        else:
            text = QCoreApplication.translate(
                "Planning",
                "{seconds} s of at most {most}. Rosters found: {found}, each better. Extended shifts "
                "differ by {spread}.",
            )
        self.words.set_text(
            text.format(
                seconds=seconds,
                most=round(search.seconds),
                found=found.found if found else 0,
                spread="–" if found is None or found.spread is None else found.spread,
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, search = QPainter(self), self._theme, self._search
        painter.fillRect(self.rect(), theme.colour("tint"))
        thick = theme.px(4)
        painter.fillRect(0, self.height() - thick, self.width(), thick, theme.colour("tint-line"))
        if search is not None and search.latest is not None:
            share = min(1.0, search.latest.seconds / search.seconds)
            painter.fillRect(0, self.height() - thick, round(self.width() * share), thick, theme.colour("primary"))
