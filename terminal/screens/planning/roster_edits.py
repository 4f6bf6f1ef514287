"""Changing the roster by hand, in place: who stands at a post, which post a person has, and what stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terminal.office.plan_views import DutyView, RosterView
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.candidates import Candidate, people_for, posts_for
from terminal.screens.planning.conflict_words import reason
from terminal.screens.planning.hosts import RosterHost
from terminal.screens.planning.roster_verbs import RosterVerbs
from terminal.screens.planning.sheet import Cell, Post
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.wording import joined

if TYPE_CHECKING:
    from terminal.office.office import Office


class RosterEdits:
    """What Enter, Delete and F2 do to the cell in hand. Every edit is one verb; the grid shows what it returned."""

    def __init__(self, page: RosterHost, verbs: RosterVerbs, by: str) -> None:
        self._page, self._verbs, self._by = page, verbs, by
        self.chooser: Chooser | None = None

    def choose(self) -> None:
        """Open the chooser at the cell: people for a post, posts for a person."""
        found = self._in_hand()
        if found is None:
            return
        view, day = found
        row, cell = self._page.grid.row, self._page.grid.cell
        if row is None or cell is None:
            return
        when = f"{dates.short_day(day)} {dates.long_weekday(day)}"
        if row.post is not None:
            title = f"{row.title} {words.window(row.post.counter)}  {when}"
            choices = self._people(view, day, row.post)
        else:
            title = f"{row.title}  {when}"
            choices = self._posts(view, day, row.staff or "")
        if cell.duties:
            nobody = QCoreApplication.translate("Planning", "Leave the post open")
            free = QCoreApplication.translate("Planning", "No duty on this day")
            choices.append(Choice(None, nobody if row.post else free))
        if view.state == "published":
            title = f"{title}  {QCoreApplication.translate('Planning', 'in force at once')}"
        empty = QCoreApplication.translate("Planning", "No shift is worked on this day.")
        chooser = Chooser(self._page.theme, title, choices, empty, self._page.widget)
        chooser.chosen.connect(lambda value: self._chosen(day, value))
        self.chooser = chooser
        chooser.open_at(self._page.grid.below())

    def clear(self) -> None:
        """Take the duties out of the cell; where that counts at once, only after the chooser asked."""
        found, cell = self._in_hand(), self._page.grid.cell
        if found is None or cell is None or not cell.duties:
            return
        if found[0].state == "published":
            self.choose()
            return
        self._take_out(found[0], found[1], cell)

    def _take_out(self, view: RosterView, day: date, cell: Cell) -> None:
        for duty in cell.duties:
            if duty.shift is not None:
                self._put(view, day, Post(duty.shift, duty.counter), None)

    def hold(self) -> None:
        """Set the duty of the cell by hand as it is: another proposal leaves it."""
        found, cell = self._in_hand(), self._page.grid.cell
        duty = next((one for one in cell.duties if one.shift is not None), None) if cell is not None else None
        if found is None or duty is None or duty.shift is None or found[0].state == "published":
            return
        self._put(found[0], found[1], Post(duty.shift, duty.counter), duty.staff)

    def _in_hand(self) -> tuple[RosterView, date] | None:
        picture, sheet = self._page.picture, self._page.grid.sheet
        if picture is None or picture.view is None or sheet is None or self._verbs.search is not None:
            return None
        return picture.view, sheet.days[self._page.grid.current[1]].day

    def _people(self, view: RosterView, day: date, post: Post) -> list[Choice]:
        shares = {share.staff: words.share(share) for share in view.shares}
        return [
            Choice(
                (post, one.person.code), one.person.name, self._wrong(view, one) or shares.get(one.person.code, ""),
                one.person.lines if not one.wrong else "", bool(one.wrong), one.person.code,
            )
            for one in people_for(view, day, post)
        ]  # fmt: skip

    def _posts(self, view: RosterView, day: date, staff: str) -> list[Choice]:
        instead = QCoreApplication.translate("Planning", "in place of {name}")
        return [
            Choice(
                (one.post, staff), f"{one.shift.name} {words.window(one.counter)}",
                self._wrong(view, one) or words.times(one.shift.opens, one.shift.closes),
                instead.format(name=one.holder) if one.holder else "", bool(one.wrong),
            )
            for one in posts_for(view, day, staff)
        ]  # fmt: skip

    def _wrong(self, view: RosterView, one: Candidate) -> str:
        shifts = {shift.code: shift.name for shift in view.shifts}
        fields = self._page.picture.fields if self._page.picture is not None else {}
        return joined((reason(wrong, shifts, fields) for wrong in one.wrong), "；")

    def _chosen(self, day: date, value: object) -> None:
        self._page.grid.setFocus()
        found = self._in_hand()
        if found is None:
            return
        if value is None:
            if self._page.grid.cell is not None:
                self._take_out(found[0], day, self._page.grid.cell)
            return
        post, staff = _post_of(value)
        before = [duty for duty in found[0].duties if duty.day == day and duty.staff == staff and duty.shift]
        row = self._page.grid.row
        moves = [duty for duty in before if row is not None and row.staff == staff]
        self._put(found[0], day, post, staff, after=lambda: self._leave(found[0], day, post, moves))

    def _leave(self, view: RosterView, day: date, post: Post, moves: list[DutyView]) -> None:
        """A person put elsewhere from their own row leaves the post of that day they had."""
        for duty in moves:
            if duty.shift is not None and Post(duty.shift, duty.counter) != post:
                self._put(view, day, Post(duty.shift, duty.counter), None)

    def _put(
        self, view: RosterView, day: date, post: Post, staff: str | None, after: Callable[[], None] | None = None
    ) -> None:
        by, roster = self._by, view.id

        def put(office: Office) -> RosterView:
            return office.roster.put(roster, day, post.shift, post.counter, staff, by=by)

        def done(found: RosterView) -> None:
            self._verbs.changed(found)
            if after is not None:
                after()

        self._page.ask.act(put, done)


def _post_of(value: object) -> tuple[Post, str]:
    if not isinstance(value, tuple):
        raise TypeError("a choice of the roster is a post and a person")
    return value
