"""What the roster page does through the office: drafts, proposals, publishing, swaps, leave, absence, files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from terminal.errors import Refusal, Trouble
from terminal.office.booking_views import BookingView
from terminal.office.plan_views import Published, RosterView
from terminal.screens.files import Files, write_file
from terminal.screens.i18n import tell
from terminal.screens.planning.hosts import RosterHost
from terminal.screens.planning.proposing import Search
from terminal.screens.widgets.ruled_list import ListRow

if TYPE_CHECKING:
    from terminal.office.office import Office

KINDS: Final = {
    "sheet": ("pdf", "PDF (*.pdf)"),
    "xlsx": ("xlsx", "Excel (*.xlsx)"),
    "ical": ("ics", "iCalendar (*.ics)"),
}


class RosterVerbs:
    """One for each page. What a verb returns is shown at once; what else it changed is read with the next change."""

    def __init__(self, page: RosterHost, by: str, files: Files) -> None:
        self._page, self._by, self._files = page, by, files
        self.search: Search | None = None

    def do(self, what: str) -> None:
        """Whatever the tools ask for."""
        {
            "draft": self.draft,
            "discard": self.discard,
            "propose": self.propose,
            "publish": self.ask_to_publish,
        }.get(what, lambda: self.save(what))()

    # Drafts and proposals.

    def draft(self) -> None:
        """A new draft of the days on show."""
        term, by = self._page.term, self._by

        def made(view: RosterView) -> None:
            self._page.show_roster(view.id)
            self._page.refresh()

        self._page.ask.act(lambda office: office.roster.draft(term.since, term.until, by=by), made)

    def discard(self) -> None:
        """Throw the draft on show away."""
        roster, by = self._roster(), self._by
        if roster is not None:
            self._page.ask.act(lambda office: office.roster.discard(roster, by=by), lambda _: self._page.refresh())

    def propose(self) -> None:
        """Fill the draft on show, on a worker of its own for as long as it takes; one at a time."""
        roster = self._roster()
        if roster is None or self.search is not None:
            return
        search, by = Search(roster), self._by
        self.search = search
        self._page.side.close_sheet()  # Escape belongs to the search now
        self._page.strip.watch(search)
        self._page.refresh_tools()

        def found(view: RosterView) -> None:
            self._over()
            self.changed(view)
            if not search.cancelled:
                self._told(view)

        def trouble(raised: Trouble) -> None:
            self._over()
            reasons = raised.values.get("reasons")
            if isinstance(raised, Refusal) and isinstance(reasons, Iterable) and not isinstance(reasons, str):
                self._reasons(raised, list(reasons))
            else:
                self._page.ask.say(raised)

        self._page.ask.act(lambda office: search.run(office, by), found, trouble)

    def stop(self) -> None:
        """Look no longer."""
        if self.search is not None:
            self.search.cancel()

    def _over(self) -> None:
        self.search = None
        self._page.strip.done()
        self._page.refresh_tools()

    def _told(self, view: RosterView) -> None:
        text = QCoreApplication.translate(
            "Planning", "The roster is proposed: {duties} duties. Extended shifts differ by {spread}."
        )
        counts = [share.extended_quarter for share in view.shares] or [0]
        sentence = text.format(duties=len(view.duties), spread=max(counts) - min(counts))
        advice = QCoreApplication.translate("Planning", "Look through it, change what you like, and publish it.")
        self._page.band.say("calm", sentence, advice)

    def _reasons(self, raised: Refusal, reasons: Sequence[object]) -> None:
        rows = []
        for one in reasons:
            sentence, advice = tell(one) if isinstance(one, Trouble) else (str(one), "")
            rows.append(ListRow(sentence, "", advice, "trouble"))
        _, advice = tell(Refusal(raised.text, raised.what_to_do, **(raised.values | {"reasons": ""})))
        self._page.side.reasons.show_reasons(advice, rows)
        self._page.side.open_sheet("reasons")

    # Publishing.

    def ask_to_publish(self) -> None:
        """Show once more what is wrong, before it comes into force."""
        picture = self._page.picture
        if picture is not None and picture.view is not None:
            self._page.side.publish.show_roster(picture.view, picture.fields)
            self._page.side.open_sheet("publish")

    def publish(self) -> None:
        """Bring the draft on show into force; what it breaks is listed next."""
        roster, by = self._roster(), self._by
        if roster is None:
            return

        def done(published: Published) -> None:
            self._page.side.close_sheet()
            self.changed(published.roster)
            self._page.show_roster(published.roster.id)
            sentence = QCoreApplication.translate("Planning", "The roster is published.")
            self._page.band.say("calm", sentence)
            self._broken(published.broken)
            self._page.refresh()

        self._page.ask.act(lambda office: office.roster.publish(roster, force=True, by=by), done)

    def changed(self, view: RosterView) -> None:
        """Show a roster as a verb returned it, and the appointments the verb broke."""
        picture = self._page.picture
        if picture is not None and picture.view is not None and picture.view.id == view.id:
            self._page.show_picture(picture.with_view(view))
        self._broken(view.broken)

    def _broken(self, broken: Sequence[BookingView]) -> None:
        if broken:
            text = QCoreApplication.translate("Planning", "Nobody is on duty for {count} appointments any more.")
            self._page.side.broken.show_bookings(broken, text.format(count=len(broken)))
            self._page.side.open_sheet("broken")

    # Swaps, leave, absence.

    def approve(self, swap: int) -> None:
        """Let a swap take effect."""
        self._do(lambda office: office.duty.approve(swap, by=self._by))

    def refuse(self, swap: int, reason: str) -> None:
        """Refuse a swap; the person is told why."""
        self._do(lambda office: office.duty.refuse(swap, reason, by=self._by))

    def add_leave(self, staff: str, since: date, until: date, reason: str) -> None:
        """Enter leave; duties of those days show as conflicts."""
        self._do(lambda office: office.duty.leave(staff, since, until, reason, by=self._by))

    def end_leave(self, leave: int) -> None:
        """End a leave."""
        self._do(lambda office: office.duty.end_leave(leave, by=self._by))

    def absent(self, duty: int, reason: str) -> None:
        """Note that somebody did not come; appointments nobody can serve now are listed."""

        def done(broken: Sequence[BookingView]) -> None:
            self._broken(broken)
            self._page.refresh()

        self._page.ask.act(lambda office: office.duty.absent(duty, reason, by=self._by), done)

    def present(self, duty: int) -> None:
        """Somebody noted as absent is there."""
        self._do(lambda office: office.duty.present(duty, by=self._by))

    def _do(self, verb: Callable[[Office], object]) -> None:
        self._page.ask.act(verb, lambda _: self._page.refresh())

    # Files.

    def save(self, what: str) -> None:
        """Write the wall sheet, the workbook or the calendar to a file that the person chooses."""
        picture, roster = self._page.picture, self._roster()
        if picture is None or picture.view is None or roster is None:
            return
        ending, kinds = KINDS[what]
        since, until = picture.view.since, picture.view.until
        row = self._page.grid.row
        staff = row.staff if row is not None and what == "ical" else None
        name = "-".join(filter(None, ("roster", str(since), str(until), staff)))
        title = QCoreApplication.translate("Planning", "Save the roster")
        path = self._files.to_save(self._page.widget, title, f"{name}.{ending}", kinds)
        if path is None:
            return

        def write(office: Office) -> Path:
            return write_file(path, self._document(office, what, roster, staff, (since, until)))

        self._page.ask.act(write, self._saved)

    def _document(self, office: Office, what: str, roster: int, staff: str | None, days: tuple[date, date]) -> bytes:
        if what == "sheet":
            return office.roster_export.wall_sheet(roster)
        if what == "xlsx":
            return office.roster_export.xlsx(roster)
        return office.roster_export.ical(staff, *days)

    def _saved(self, path: Path) -> None:
        sentence = QCoreApplication.translate("Planning", "Saved as {file}.").format(file=path.name)
        self._page.band.say("calm", sentence, str(path.parent))

    def _roster(self) -> int | None:
        picture = self._page.picture
        return None if picture is None or picture.view is None else picture.view.id
