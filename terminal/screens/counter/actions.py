"""The row of actions: what else can be done at the left, the main step at the right, in a place that never changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminal.screens.counter.visit import Step, Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, MainButton
from terminal.screens.widgets.action_row import ActionRow


class Actions(ActionRow):
    """Two sets of plain buttons, of which one is shown, and the main button."""

    choose = Signal(str)  # find, held, skipped, transfer: something is to be picked from a list
    item_needed = Signal()

    def __init__(self, theme: Theme, work: Work, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._work, self._visit = work, visit
        self._over: Callable[[], None] | None = None
        self.recall = KeyButton(theme, self.tr("Recall"), "F6", icon="volume-2")
        self.hold = KeyButton(theme, self.tr("Hold"), "F7", icon="pause")
        self.skip = KeyButton(theme, self.tr("Pass"), "F8", icon="skip-forward")
        self.transfer = KeyButton(theme, self.tr("Move"), "F4", icon="arrow-left-right")
        self.seek = KeyButton(theme, self.tr("Find"), "F3")
        self.held = KeyButton(theme, self.tr("Take back"), "F7")
        self.skipped = KeyButton(theme, self.tr("Restore"), "F8")
        self.pause = KeyButton(theme, self.tr("Pause"), "F11")
        self.main = MainButton(theme, "", "F5")
        self._serving = (self.recall, self.hold, self.skip, self.transfer)
        self._idle = (self.seek, self.held, self.skipped, self.pause)
        self._connect()
        self.place((*self._serving, *self._idle), self.main)
        self.render_work()

    def _connect(self) -> None:
        work = self._work
        self.recall.clicked.connect(work.recall)
        self.hold.clicked.connect(work.hold)
        self.skip.clicked.connect(work.skip)
        self.pause.clicked.connect(work.pause)
        self.transfer.clicked.connect(lambda: self.choose.emit("transfer"))
        self.seek.clicked.connect(lambda: self.choose.emit("find"))
        self.held.clicked.connect(lambda: self.choose.emit("held"))
        self.skipped.clicked.connect(lambda: self.choose.emit("skipped"))
        self.main.clicked.connect(self._press)

    def set_over(self, take: Callable[[], None] | None) -> None:
        """While something is asked over the visit, the main button takes that over; None: it is the visit's again."""
        if take is not self._over:
            self._over = take
            self.render_work()

    def _press(self) -> None:
        if self._over is not None:
            self._over()
        elif not self._visit.press():
            self.item_needed.emit()

    def render_work(self) -> None:
        """Labels and what may be pressed, as of now."""
        work, view, phase = self._work, self._work.view, self._work.phase
        step = self._visit.step()
        if self._over is not None and not work.busy:
            step = Step("take", self.tr("Take over"), "F9", "", work.reachable)
        self.main.set_face(step.label, icon=step.icon)
        self.main.set_key(step.key)
        self.main.setEnabled(step.enabled)
        at_counter = phase in ("called", "serving")
        for button in self._serving:
            button.setVisible(at_counter)
        for button in self._idle:
            button.setVisible(not at_counter)
        held, skipped = (len(view.held), len(view.skipped)) if view else (0, 0)
        self.held.set_face(self.tr("Take back {n}").format(n=held))
        self.skipped.set_face(self.tr("Restore {n}").format(n=skipped))
        act = work.can_press
        self.recall.setEnabled(act and phase == "called")
        self.skip.setEnabled(act and phase == "called")
        self.hold.setEnabled(act and at_counter)
        self.transfer.setEnabled(act and at_counter)
        self.seek.setEnabled(act and bool(view and view.waiting) and phase != "paused")
        self.held.setEnabled(act and held > 0 and phase != "paused")
        self.skipped.setEnabled(act and skipped > 0)
        self.pause.setEnabled(act and phase in ("idle", "empty"))
        self.fit()
