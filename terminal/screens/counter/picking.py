"""What can be picked from a list, and what picking does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.screens.counter.pick_page import Choice, PickPage
from terminal.screens.counter.queue_list import minutes_since
from terminal.screens.counter.work import Work

if TYPE_CHECKING:
    from terminal.office.views import LineTile, Waiting


class Picking(QObject):
    """Fills the list; a single ticket on hold or passed needs none. ``ready`` tells when there is something to pick."""

    ready = Signal()

    def __init__(self, work: Work, page: PickPage) -> None:
        super().__init__(page)
        self._work, self._page = work, page

    def choose(self, what: str) -> None:
        """find, held, skipped or transfer."""
        view, work = self._work.view, self._work
        if view is None:
            return
        if what == "transfer":
            work.lines(self._offer_lines, self)
        elif what == "find":
            title, hint = self.tr("Find and call"), self.tr("Calls this number now, out of turn.")
            self._offer(title, hint, view.waiting, work.call)
        elif what == "held":
            title, hint = self.tr("Take back from hold"), self.tr("Calls this number back to this window.")
            self._one_or_offer(title, hint, view.held, work.call)
        else:
            title, hint = self.tr("Restore a passed number"), self.tr("It goes back to its own place in the queue.")
            self._one_or_offer(title, hint, view.skipped, work.restore)

    def _one_or_offer(self, title: str, hint: str, tickets: tuple[Waiting, ...], verb: Callable[[int], None]) -> None:
        if len(tickets) == 1:
            verb(tickets[0].id)
        else:
            self._offer(title, hint, tickets, verb)

    def _offer(self, title: str, hint: str, tickets: Iterable[Waiting], verb: Callable[[int], None]) -> None:
        now = self._work.now()
        waited = self.tr("waited {n} min")
        choices = [
            Choice(
                ticket.id, ticket.number, ticket.title, ticket.priority_label,
                waited.format(n=minutes_since(ticket, now)),
            )
            for ticket in tickets
        ]  # fmt: skip
        self._ask(title, hint, choices, lambda value: verb(value) if isinstance(value, int) else None)

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

    def _ask(self, title: str, hint: str, choices: list[Choice], take: Callable[[object], None]) -> None:
        self._page.ask(title, hint, choices, take)
        self.ready.emit()
