"""What the person at the counter has chosen in this visit: which item, which outcome, which materials are here.

Kept by the screen alone until the handling is finished; full screen and bar share it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from terminal.screens.counter.words import default_outcome
from terminal.screens.counter.work import Work

if TYPE_CHECKING:
    from terminal.office.views import HandlingRow, ItemView


class Step(NamedTuple):
    """The main button of this moment."""

    name: str  # call, resume, start, choose, finish; "" when there is nothing to press
    label: str
    key: str
    icon: str
    enabled: bool


class Visit(QObject):
    """Follows the work's pictures; ``changed`` tells of a choice made here."""

    changed = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._selected: int | None = None
        self._known: frozenset[int] = frozenset()
        self._outcomes: dict[int, str] = {}
        self._ticks: dict[int, set[int]] = {}
        work.viewed.connect(self._follow)

    @property
    def handling(self) -> HandlingRow | None:
        """The open handling that the detail shows and F9 finishes."""
        rows = self._work.open_handlings()
        return next((row for row in rows if row.id == self._selected), rows[-1] if rows else None)

    @property
    def item(self) -> ItemView | None:
        """The item shown: of the selected handling, else the one the ticket was taken for."""
        current = self._work.view.current if self._work.view else None
        code = self.handling.item if self.handling else current.item if current else None
        return self._work.items.get(code) if code else None

    def select(self, handling: int) -> None:
        """Show another open handling."""
        self._selected = handling
        self.changed.emit()

    @property
    def outcome(self) -> str:
        """The outcome chosen for the selected handling, else the item's usual one."""
        handling = self.handling
        return self._outcomes.get(handling.id, default_outcome(self.item)) if handling else default_outcome(self.item)

    def choose_outcome(self, outcome: str) -> None:
        """Choose for the selected handling."""
        if self.handling is not None:
            self._outcomes[self.handling.id] = outcome
            self.changed.emit()

    @property
    def ticks(self) -> frozenset[int]:
        """Positions of the materials received for the selected handling."""
        return frozenset(self._ticks.get(self.handling.id, ())) if self.handling else frozenset()

    def tick(self, position: int) -> None:
        """Note a material as received, or not."""
        if self.handling is not None:
            self._ticks.setdefault(self.handling.id, set()).symmetric_difference_update({position})
            self.changed.emit()

    def missing(self) -> tuple[str, ...]:
        """Names of what is asked for in every case and not received, once a first material was ticked."""
        item, ticks = self.item, self.ticks
        if item is None or not ticks:
            return ()
        return tuple(
            material.name
            for position, material in enumerate(item.materials)
            if material.mandatory and position not in ticks
        )

    def step(self) -> Step:
        """What the main button says and does now."""
        work, translate = self._work, QCoreApplication.translate
        if work.busy:
            return self._busy_step()
        act = work.can_act
        match work.phase:
            case "paused":
                return Step("resume", translate("CounterStep", "Resume"), "F11", "play", act)
            case "called":
                known = work.view is not None and work.view.current is not None and work.view.current.item is not None
                return Step("start" if known else "choose", translate("CounterStep", "Start"), "F9", "", act)
            case "serving" if self.handling is not None:
                return Step("finish", translate("CounterStep", "Finish and rate"), "F9", "", act)
            case "serving":  # every item begun here was moved on or finished elsewhere: choose what is handled
                return Step("choose", translate("CounterStep", "Start"), "F9", "", act)
            case phase:
                return Step("call", translate("CounterStep", "Call"), "F5", "bell", act and phase == "idle")

    def _busy_step(self) -> Step:
        translate = QCoreApplication.translate
        labels = {
            "call": (translate("CounterStep", "Calling…"), "F5"),
            "start": (translate("CounterStep", "Starting…"), "F9"),
            "finish": (translate("CounterStep", "Finishing…"), "F9"),
        }
        label, key = labels.get(self._work.busy, (translate("CounterStep", "One moment…"), ""))
        return Step("", label, key, "", False)

    def press(self) -> bool:
        """Press the main button. False when an item must be chosen first."""
        step, work, handling = self.step(), self._work, self.handling
        if not step.enabled:
            return True
        if step.name == "call":
            work.call_next()
        elif step.name == "resume":
            work.resume()
        elif step.name == "start":
            work.start()
        elif step.name == "finish" and handling is not None:
            work.finish(handling.id, self.outcome)
        return step.name != "choose"

    def _follow(self) -> None:
        current = self._work.view.current if self._work.view else None
        if current is None:
            self._outcomes.clear()
            self._ticks.clear()
        known = frozenset(row.id for row in self._work.open_handlings())
        fresh = known - self._known
        if fresh:
            self._selected = max(fresh)
        self._known = known
