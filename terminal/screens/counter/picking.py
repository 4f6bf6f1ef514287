"""What can be picked from a list, and what picking does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.rules.hours import clock_of
from terminal.rules.waiting import rounded
from terminal.screens.counter.pick_page import Choice, PickPage
from terminal.screens.counter.queue_list import minutes_since
from terminal.screens.counter.work import Work

if TYPE_CHECKING:
    from terminal.office.plan_views import DutyView
    from terminal.office.views import Found, LineTile, Waiting
    from terminal.screens.counter.work import People


class Picking(QObject):
    """Fills the list; a single ticket on hold or passed needs none. ``ready`` tells when there is something to pick."""

    ready = Signal()

    def __init__(self, work: Work, page: PickPage) -> None:
        super().__init__(page)
        self._work, self._page = work, page

    def choose(self, what: str) -> None:
        """find, held, skipped, transfer or sign_in."""
        view, work = self._work.view, self._work
        if view is None:
            return
        if what == "transfer":
            work.lines(self._offer_lines, self)
        elif what == "sign_in":
            work.people(self._offer_people, self)
        elif what == "find":
            title, hint = self.tr("Find and call"), self.tr("Calls this number now, out of turn.")
            self._offer(title, hint, view.waiting, work.call)
        elif what == "held":
            title, hint = self.tr("Take back from hold"), self.tr("Calls this number back to this window.")
            self._one_or_offer(title, hint, view.held, work.call)
        else:
            title, hint = self.tr("Restore a passed number"), self.tr("It goes back to its own place in the queue.")
            self._one_or_offer(title, hint, view.skipped, work.restore)

    def offer_found(self, found: Found) -> None:
        """A scanned number that waits, is on hold or was passed: select it, with what can be done."""
        view, work, number = self._work.view, self._work, found.number
        if view is None:
            return
        back = self.tr("It goes back to its own place in the queue.")
        if found.state == "waiting":
            title = self.tr("{number} was scanned").format(number=number)
            hint = self.tr("{ahead} before it, about {minutes} min. Picking it calls it now, out of turn.")
            hint = hint.format(ahead=found.issued.ahead, minutes=rounded(found.issued.wait_minutes))
            self._offer_one_of(title, hint, view.waiting, work.call, found)
        elif found.state == "skipped":
            title = self.tr("{number} was passed").format(number=number)
            self._offer_one_of(title, back, view.skipped, work.restore, found)
        else:
            title = self.tr("{number} is on hold").format(number=number)
            free = work.phase in ("idle", "empty")
            hint = self.tr("Calls this number back to this window.") if free else back
            self._offer_one_of(title, hint, view.held, work.call if free else work.restore, found)

    def _offer_one_of(
        self, title: str, hint: str, tickets: tuple[Waiting, ...], verb: Callable[[int], None], found: Found
    ) -> None:
        if any(ticket.id == found.id for ticket in tickets):
            self._offer(title, hint, tickets, verb, found.id)
            return
        # Of a line that this window does not call, or too far back to be in its picture.
        issued = found.issued
        alone = Choice(found.id, found.number, issued.title or issued.line_name, issued.priority_label)
        self._ask(title, hint, [alone], lambda _: verb(found.id))

    def _one_or_offer(self, title: str, hint: str, tickets: tuple[Waiting, ...], verb: Callable[[int], None]) -> None:
        if len(tickets) == 1:
            verb(tickets[0].id)
        else:
            self._offer(title, hint, tickets, verb)

    def _offer(
        self,
        title: str,
        hint: str,
        tickets: Iterable[Waiting],
        verb: Callable[[int], None],
        chosen: int | None = None,
    ) -> None:
        now = self._work.now()
        waited = self.tr("waited {n} min")
        choices = [
            Choice(
                ticket.id, ticket.number, ticket.title, ticket.priority_label,
                waited.format(n=minutes_since(ticket, now)),
            )
            for ticket in tickets
        ]  # fmt: skip
        self._ask(title, hint, choices, lambda value: verb(value) if isinstance(value, int) else None, chosen)

    def _offer_lines(self, lines: tuple[LineTile, ...]) -> None:
        view = self._work.view
        current = view.current if view else None
        if current is None:
            return
        waiting = self.tr("{n} waiting")
        choices = [
            Choice(
                line.letter, line.letter, line.name, "" if line.open else self.tr("closed"),
                waiting.format(n=line.waiting),
            )
            for line in lines
            if line.letter != current.line
        ]  # fmt: skip
        title = self.tr("Move {number} to another line").format(number=current.number)
        hint = self.tr("It keeps its number and its place in time.")
        self._ask(title, hint, choices, lambda value: self._work.transfer(str(value)))

    def _offer_people(self, people: People) -> None:
        view, counter = self._work.view, self._work.counter
        if view is None:
            return
        on_duty, staff = people
        here = [one.duty for one in on_duty if one.duty.counter == counter and one.duty.absent is None]
        elsewhere = [one.duty for one in on_duty if one.duty.counter != counter and one.duty.absent is None]
        window = self.tr("window {n}")
        choices = [self._duty_choice(duty, self.tr("on duty here")) for duty in here]
        choices += [self._duty_choice(duty, window.format(n=duty.counter)) for duty in elsewhere]
        known = {choice.value for choice in choices}
        choices += [Choice(code, name, code) for code, name in staff.items() if code not in known]
        if view.staff:
            choices = [choice for choice in choices if choice.value != view.staff]
            choices.append(Choice("", self.tr("Sign out"), self.tr("the window closes")))
        title = self.tr("Who sits at window {n}?").format(n=counter)
        self._ask(title, self.tr("Signing in counts as coming on duty."), choices, self._sit)

    def _duty_choice(self, duty: DutyView, badge: str) -> Choice:
        shift = f"{duty.shift_name} {clock_of(duty.opens)}–{clock_of(duty.closes)}".strip()
        return Choice(duty.staff, duty.staff_name, duty.staff, badge, shift)

    def _sit(self, value: object) -> None:
        if value:
            self._work.sign_in(str(value))
        else:
            self._work.sign_out()

    def _ask(
        self, title: str, hint: str, choices: list[Choice], take: Callable[[object], None], chosen: object = None
    ) -> None:
        self._page.ask(title, hint, choices, take, chosen)
        self.ready.emit()
