"""The demo's guide: what to press next, and where."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.views import CounterView
from terminal.screens.background import Background
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.painting import draw_text

CONTEXT: Final = "Guide"
# Where, and what to do there. The order is a visit's.
STEPS: Final = (
    (
        QT_TRANSLATE_NOOP("Guide", "Kiosk"),
        QT_TRANSLATE_NOOP("Guide", "Touch a field, then an item: a number and a slip."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Counter"),
        QT_TRANSLATE_NOOP("Guide", "Press F5: the number is called, see the board."),
    ),
    (QT_TRANSLATE_NOOP("Guide", "Counter"), QT_TRANSLATE_NOOP("Guide", "The resident has come: press F9 to begin.")),
    (QT_TRANSLATE_NOOP("Guide", "Counter"), QT_TRANSLATE_NOOP("Guide", "Done: press F9 to finish and to ask.")),
    (
        QT_TRANSLATE_NOOP("Guide", "Rating pad"),
        QT_TRANSLATE_NOOP("Guide", "Be the resident: press a key, or none at all."),
    ),
)
KIOSK, CALL, BEGIN, FINISH, RATE = range(5)
TOPICS: Final = frozenset({"ticket", "handling", "rating"})
ASKED: Final = timedelta(minutes=1)  # a question older than this is one that nobody closed
ROW: Final = 32
SIDE: Final = 16


class GuideWindow(QWidget):
    """Follows one counter and marks the step that comes next. GUI thread."""

    viewed = Signal(object)
    """CounterView: the counter as it is now."""

    manager_wanted = Signal()
    """Somebody wants to see the stars."""

    def __init__(self, background: Background, theme: Theme, counter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._theme, self._counter = background, theme, counter
        self.step = KIOSK
        self._reading = self._stale = False
        self._stars = KeyButton(theme, "", "")
        self._stars.clicked.connect(self.manager_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(SIDE), theme.px(len(STEPS) * ROW + 2 * SIDE), theme.px(SIDE), theme.px(SIDE))
        layout.addWidget(self._stars, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self.setMinimumSize(theme.px(400), theme.px(len(STEPS) * ROW + 5 * SIDE))
        self._words()
        background.changed.connect(self._changed)
        self._read()

    def _words(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Guide", "What to press"))
        self._stars.set_face(QCoreApplication.translate("Guide", "See the stars"))

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self._read()

    def _read(self) -> None:
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        counter = self._counter
        self._background.run(
            lambda office: office.hall.counter_view(counter), self._show, settled=self._settled, owner=self
        )

    def _settled(self) -> None:
        self._reading = False
        if self._stale:
            self._read()

    def _show(self, view: CounterView) -> None:
        self.step = next_step(view)
        self.viewed.emit(view)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        for index, (where, what) in enumerate(STEPS):
            row = QRect(0, theme.px(SIDE + index * ROW), self.width(), theme.px(ROW))
            now = index == self.step
            if now:
                painter.fillRect(row, theme.colour("tint"))
                painter.fillRect(0, row.top(), theme.px(4), row.height(), theme.colour("primary"))
            token: Token = "ink" if now else "ink2"
            left, where_at, what_at = theme.px(SIDE), theme.px(SIDE + 24), theme.px(SIDE + 112)
            number, place, step = (
                row.adjusted(left, 0, 0, 0),
                row.adjusted(where_at, 0, 0, 0),
                row.adjusted(what_at, 0, -left, 0),
            )
            place.setRight(what_at - theme.px(8))
            draw_text(painter, theme, number, str(index + 1), token=token, bold=now)
            draw_text(painter, theme, place, QCoreApplication.translate(CONTEXT, str(where)), token=token, bold=True)
            draw_text(painter, theme, step, QCoreApplication.translate(CONTEXT, str(what)), token=token, bold=now)


def next_step(view: CounterView) -> int:
    """Which step of a visit comes next at this counter."""
    if view.current is not None:
        return FINISH if view.current.state == "serving" else BEGIN
    visits = view.last_visit.handlings if view.last_visit else ()
    if any(row.rating_state == "asked" and row.finished_at and view.at - row.finished_at < ASKED for row in visits):
        return RATE
    return CALL if view.waiting else KIOSK
