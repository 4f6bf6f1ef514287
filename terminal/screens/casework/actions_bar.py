"""The foot of a case: what can be done with it, and at the right its next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from terminal.office.case_views import CaseView, StopView
from terminal.screens.casework import words
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, MainButton
from terminal.screens.widgets.action_row import ActionRow

_PLAIN = (("tell", "F6", "phone"), ("pause", "F7", "pause"), ("hand", "F4", "arrow-left-right"),
          ("route", "F5", "map-pin"), ("print", "F10", "printer"), ("more", "F8", "ellipsis"))  # fmt: skip


class ActionsBar(ActionRow):
    """``asked`` tells tell, pause, hand, route, print, more or next."""

    HEIGHT = 64

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.buttons = {name: KeyButton(theme, "", key, icon=icon) for name, key, icon in _PLAIN}
        self.next = MainButton(theme, "", "F9", size=(264, 48))
        self.place(self.buttons.values(), self.next)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.next.clicked.connect(lambda: self.asked.emit("next"))

    def show_case(self, view: CaseView | None, *, free: bool) -> None:
        """What can be done with a case; ``free``: nothing is under way."""
        moves = {choice.name: choice for choice in view.choices} if view is not None else {}
        paused = "resume" in moves
        faces = {
            "tell": translate("Casework", "Tell the resident"),
            "pause": translate("Casework", "Resume") if paused else translate("Casework", "Suspend"),
            "hand": translate("Casework", "Hand on"),
            "route": translate("Casework", "Route"),
            "print": translate("Casework", "Print"),
            "more": translate("Casework", "More"),
        }
        for name, button in self.buttons.items():
            icon = ("play" if paused else "pause") if name == "pause" else None
            button.set_face(faces[name], icon=icon)
            button.setEnabled(free and view is not None)
        pause = moves.get("resume") or moves.get("suspend")
        self.buttons["pause"].setEnabled(free and pause is not None and pause.allowed)
        ended = view is not None and view.ended_at is not None
        for name in ("hand", "route"):
            self.buttons[name].setEnabled(free and view is not None and not ended)
        said = next_words(view) if view is not None else ""
        self.next.set_face(self._elided(said))
        self.next.setEnabled(free and bool(said))
        self.next.setToolTip(said)
        self.next.setVisible(bool(said))  # over a case that is closed it would be an empty plate
        self.fit()

    def _elided(self, said: str) -> str:
        """As much as the main button has room for beside its key."""
        theme = self._theme
        room = self.next.width() - theme.px(72 * (1.25 if theme.contrast else 1))
        return QFontMetrics(theme.font("title", True)).elidedText(said, Qt.TextElideMode.ElideRight, room)


def next_stop(view: CaseView) -> StopView | None:
    """The stop of a running case that is under way, or else the first planned one."""
    if view.row.state not in ("accepted", "in_progress", "granted", "rejected", "notified"):
        return None
    under_way = next((stop for stop in view.stops if stop.state == "now"), None)
    return under_way or next((stop for stop in view.stops if stop.state == "planned"), None)


def next_words(view: CaseView) -> str:
    """What the main button does next: the next stop of the route, or the next move; "" when the case is over."""
    stop = next_stop(view)
    if stop is not None and stop.state == "now":
        return translate("Casework", "Record: {purpose}").format(purpose=stop.purpose)
    if stop is not None:
        return translate("Casework", "Go: {purpose}").format(purpose=stop.purpose)
    allowed = {choice.name for choice in view.choices}
    return words.move(view.next_step) if view.next_step in allowed else ""
