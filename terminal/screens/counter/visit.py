"""What the person at the counter has chosen in this visit: which item, which outcome, which materials are here.

Kept by the screen alone until the handling is finished; full screen and bar share it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from terminal.office.case_views import CaseRow, MaterialMark
from terminal.screens.counter.client_now import ClientNow
from terminal.screens.counter.decided import Intake, Mark, Way
from terminal.screens.counter.words import default_outcome
from terminal.screens.counter.work import Work

if TYPE_CHECKING:
    from terminal.office.views import HandlingRow, ItemView

HERE: Final = frozenset({"received", "seen"})  # what is said of a material that is not missing
CASES: Final = frozenset({"accepted", "to_correct", "refused"})  # outcomes that become a case


class Step(NamedTuple):
    """The main button of this moment."""

    name: str  # call, resume, start, choose, finish; "" when there is nothing to press
    label: str
    key: str
    icon: str
    enabled: bool


class Visit(QObject):
    """Follows the work's pictures; ``changed`` tells of a choice made here. F9 waits for a reason (``reason_needed``),
    or for somebody whose case it is (``who_needed``).
    """

    changed = Signal()
    reason_needed = Signal()
    who_needed = Signal()

    def __init__(self, work: Work, client: ClientNow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self.client = work, client
        self._selected: int | None = None
        self._known: frozenset[int] = frozenset()
        self._outcomes: dict[int, str] = {}
        self._marks: dict[int, dict[int, Mark]] = {}
        self._reasons: dict[int, str] = {}
        self._forms: dict[int, dict[str, str]] = {}
        self._ways: dict[int, Way] = {}
        self._tickets: dict[int, int] = {}  # whose handlings these are
        work.viewed.connect(self._follow)
        client.changed.connect(self.changed)

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
    def open_case(self) -> CaseRow | None:
        """The resident's own case that this visit may be about: of the same item, else what waits for them."""
        cases, item = self.client.cases, self.item
        return next((case for case in cases if item and case.item == item.code), cases[0] if cases else None)

    @property
    def open_already(self) -> bool:
        """Whether F9 would open a second case of the same item."""
        case, item = self.open_case, self.item
        return self.becomes_case and case is not None and item is not None and case.item == item.code

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
        """Positions of the materials received for the selected handling, or seen and given back."""
        return frozenset(position for position, mark in self.marks.items() if mark.state in HERE)

    @property
    def marks(self) -> dict[int, Mark]:
        """What is said of the materials of the selected handling, by position."""
        return dict(self._marks.get(self.handling.id, {})) if self.handling else {}

    def tick(self, position: int) -> None:
        """Note a material as received, or not."""
        here = self.marks.get(position, Mark("")).state in HERE
        self.mark(position, None if here else Mark("received"))

    def mark(self, position: int, mark: Mark | None) -> None:
        """Say something of a material, or take it back."""
        if self.handling is None:
            return
        marks = self._marks.setdefault(self.handling.id, {})
        if mark is None:
            marks.pop(position, None)
        else:
            marks[position] = mark
        self.changed.emit()

    def missing(self) -> tuple[str, ...]:
        """Names of what is asked for in every case and not here, once something was said of a first one."""
        item, marks = self.item, self.marks
        if item is None or not marks:
            return ()
        return tuple(
            material.name
            for position, material in enumerate(item.materials)
            if material.mandatory and position not in marks
        )

    def wrong(self) -> tuple[str, ...]:
        """Names of what is here and wrong."""
        materials, marks = (self.item.materials if self.item else ()), self.marks
        return tuple(one.name for at, one in enumerate(materials) if marks.get(at, Mark("")).state == "wrong")

    def wanting(self) -> tuple[str, ...]:
        """Names of what has to be corrected: missing, or wrong."""
        return (*self.missing(), *self.wrong())

    @property
    def reason(self) -> str:
        """Why it is refused, or what else has to be corrected."""
        return self._reasons.get(self.handling.id, "") if self.handling else ""

    def give_reason(self, reason: str) -> None:
        """Say why, for the selected handling."""
        if self.handling is not None:
            self._reasons[self.handling.id] = reason.strip()

    @property
    def way(self) -> Way:
        """How the case of the selected handling goes on."""
        return self._ways.get(self.handling.id, Way()) if self.handling else Way()

    def choose_way(self, way: Way) -> None:
        """Choose for the selected handling."""
        if self.handling is not None:
            self._ways[self.handling.id] = way
            self.changed.emit()

    @property
    def form_states(self) -> dict[str, str]:
        """How far the forms of the selected handling are: draft or done, by form."""
        return dict(self._forms.get(self.handling.id, {})) if self.handling else {}

    def note_form(self, handling: int, form: str, state: str) -> None:
        """A form was begun (draft) or filled in (done)."""
        self._forms.setdefault(handling, {})[form] = state
        self.changed.emit()

    @property
    def becomes_case(self) -> bool:
        """Whether F9 opens a case, as soon as it is known whose."""
        return self.handling is not None and self.outcome in CASES

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
                return Step("finish", self._finish_label(), "F9", "", act)
            case "serving":  # every item begun here was moved on or finished elsewhere: choose what is handled
                return Step("choose", translate("CounterStep", "Start"), "F9", "", act)
            case phase:
                return Step("call", translate("CounterStep", "Call"), "F5", "bell", act and phase == "idle")

    def _finish_label(self) -> str:
        translate = QCoreApplication.translate
        labels = {
            "accepted": translate("CounterStep", "Accept and rate"),
            "to_correct": translate("CounterStep", "Tell and rate"),
            "refused": translate("CounterStep", "Refuse and rate"),
        }
        plain = translate("CounterStep", "Finish and rate")
        return labels.get(self.outcome, plain) if self.becomes_case else plain

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
            self._finish(handling)
        return step.name != "choose"

    def finish_without_case(self) -> None:
        """The outcome is kept, and no case is opened: nobody gave a name, or another program has the case."""
        if self.handling is not None and self._work.can_act:
            self._work.finish(self.handling.id, self.outcome)

    def _finish(self, handling: HandlingRow) -> None:
        if not self.becomes_case:
            self._work.finish(handling.id, self.outcome)
        elif not self.client.known:
            self.who_needed.emit()
        elif not self.reason and (self.outcome == "refused" or (self.outcome != "accepted" and not self.wanting())):
            self.reason_needed.emit()
        else:
            intake = Intake(handling.id, self.outcome, self._material_marks(), self.reason, self._way_of(handling))
            self._work.finish_with_case(intake, self.client.id_for)

    def _way_of(self, handling: HandlingRow) -> Way:
        """A matter that is refused goes no way at all."""
        return Way() if self.outcome == "refused" else self._ways.get(handling.id, Way())

    def _material_marks(self) -> tuple[MaterialMark, ...]:
        """For the case: nothing said of what does not apply in every case means that it is not needed."""
        materials, marks = (self.item.materials if self.item else ()), self.marks
        found = []
        for position, material in enumerate(materials):
            mark = marks.get(position)
            if mark is not None and mark.state == "seen":  # the original goes home again: what is kept is a copy
                found.append(MaterialMark(position + 1, "received", copies=max(1, material.copies)))
            elif mark is not None:
                found.append(MaterialMark(position + 1, mark.state, why=mark.why, promised_by=mark.promised_by))
            elif not material.mandatory:
                found.append(MaterialMark(position + 1, "not_needed"))
        return tuple(found)

    def _follow(self) -> None:
        view = self._work.view
        if view is not None and view.current is not None:
            self._tickets |= {row.id: view.current.id for row in view.current.handlings}
        elif view is not None:
            self._forget_but({ticket.id for ticket in view.held})
        known = frozenset(row.id for row in self._work.open_handlings())
        fresh = known - self._known
        if fresh:
            self._selected = max(fresh)
        self._known = known

    def _forget_but(self, held: Collection[int]) -> None:
        """What was said of handlings is forgotten with their visit; of a ticket put aside it stays."""
        gone = {handling for handling, ticket in self._tickets.items() if ticket not in held}
        of_handlings: tuple[dict[int, Any], ...] = (
            self._outcomes, self._marks, self._reasons, self._forms, self._ways, self._tickets,
        )  # fmt: skip
        for said in of_handlings:
            for handling in gone & said.keys():
                del said[handling]
