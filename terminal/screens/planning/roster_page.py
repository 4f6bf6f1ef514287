"""The roster: who is on duty when, made, mended, published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.plan_views import ConflictView, SwapView
from terminal.screens.background import Background
from terminal.screens.files import Dialogs, Files
from terminal.screens.planning.grid import RosterGrid
from terminal.screens.planning.grid_note import GridNote
from terminal.screens.planning.no_roster import NoRoster
from terminal.screens.planning.plan_page import NARROW_UNDER, PlanPage
from terminal.screens.planning.proposing import ProposalStrip
from terminal.screens.planning.roster_edits import RosterEdits
from terminal.screens.planning.roster_reading import Picture, read_picture
from terminal.screens.planning.roster_tools import RosterTools
from terminal.screens.planning.roster_verbs import RosterVerbs
from terminal.screens.planning.sheet import Post, Side
from terminal.screens.planning.side import SideColumn
from terminal.screens.planning.term import KINDS, Term, around
from terminal.screens.theme import Theme


class RosterPage(PlanPage):
    """The old grid stays until a new one comes."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        today: Callable[[], date] = date.today,
        files: Files | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, theme, parent)
        self._term = around("month", today())
        self._side: Side = "people"
        self._wanted: int | None = None
        self._picture: Picture | None = None
        self.tools = RosterTools(theme, self._term)
        self.strip = ProposalStrip(theme)
        self.grid = RosterGrid(theme)
        self.empty = NoRoster(theme)
        self.note = GridNote(theme)
        self.side = SideColumn(theme, today())
        self.verbs = RosterVerbs(self, by, files or Dialogs())
        self.edits = RosterEdits(self, self.verbs, by)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_parts()

    def _lay_out(self) -> None:
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.strip)
        main.addWidget(self.grid, 1)
        main.addWidget(self.empty, 1)
        main.addWidget(self.note)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(main, 1)
        body.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.band)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.tools.kind_chosen.connect(self._show_kind)
        self.tools.term_chosen.connect(self.show_term)
        self.tools.side_chosen.connect(self._show_side)
        self.tools.roster_chosen.connect(self._show_roster)
        self.tools.asked.connect(self.verbs.do)
        self.empty.asked.connect(lambda: self.verbs.do("draft"))
        self.strip.cancelled.connect(self.verbs.stop)
        self.grid.moved.connect(self._moved)
        self.grid.opened.connect(self.edits.choose)
        self.grid.cleared.connect(self.edits.clear)
        self.grid.held.connect(self.edits.hold)
        side = self.side
        side.conflicts.gone.connect(self.go_to)
        side.publish.gone.connect(self.go_to)
        side.publish.confirmed.connect(self.verbs.publish)
        side.left.connect(self.grid.setFocus)
        side.swaps.shown.connect(self._show_swap)
        side.swaps.approved.connect(self.verbs.approve)
        side.swaps.refused.connect(self.verbs.refuse)
        side.leave.added.connect(self.verbs.add_leave)
        side.leave.ended.connect(self.verbs.end_leave)
        side.today.absent.connect(self.verbs.absent)
        side.today.present.connect(self.verbs.present)
        side.broken.asked.connect(self.booking_asked)

    @property
    def picture(self) -> Picture | None:
        """What it shows; None until the first answer."""
        return self._picture

    @property
    def term(self) -> Term:
        """The days in force."""
        return self._term

    def refresh(self) -> None:
        term, side, wanted = self._term, self._side, self._wanted
        self.ask.read("picture", lambda office: read_picture(office, term, side, wanted), self.show_picture)

    def show_picture(self, picture: Picture) -> None:
        """Show what was read, or what a verb returned."""
        if picture.term != self._term or picture.side != self._side:
            return
        self._picture = picture
        first = self.grid.sheet is None
        self.grid.show_sheet(picture.sheet)
        self._show_parts()
        if first and picture.sheet is not None:
            self._go_today(picture)
        if self._arriving:
            self._arriving = False
            (self.grid if self.grid.isVisibleTo(self) else self.empty.make).setFocus()

    def show_term(self, term: Term) -> None:
        """Show other days."""
        self._term = term
        self.tools.show_term(term)
        self.refresh()

    def _show_kind(self, kind: str) -> None:
        """The week, month or quarter of the day in hand."""
        sheet = self.grid.sheet
        day = sheet.days[self.grid.current[1]].day if sheet is not None and sheet.days else self._term.since
        self.show_term(around(next(one for one in KINDS if one == kind), day))

    def show_roster(self, roster: int) -> None:
        """Show this roster as long as it has any of the days on show."""
        self._wanted = roster

    def _show_roster(self, roster: int) -> None:
        row = next((one for one in self._picture.rows if one.id == roster), None) if self._picture else None
        self._wanted = roster
        if row is not None and row.since > self._term.until:
            self._term = around(self._term.kind, row.since)
        self.refresh()

    def _show_side(self, side: str) -> None:
        self._side = "posts" if side == "posts" else "people"
        if self._picture is not None and self._picture.view is not None:
            self.refresh()

    def go_to(self, conflict: ConflictView) -> None:
        """Take the cell of a conflict in hand: the person's, else the post's."""
        sheet, picture = self.grid.sheet, self._picture
        if sheet is None or picture is None:
            return
        post = Post(conflict.shift, conflict.counter) if conflict.shift and conflict.counter is not None else None
        place = sheet.place(conflict.day, staff=conflict.staff, post=post)
        if place is None:
            column = next((at for at, day in enumerate(sheet.days) if day.day == conflict.day), None)
            place = None if column is None else (self.grid.current[0], column)
        if place is None:  # of days that are not on show
            self.show_term(around(self._term.kind, conflict.day))
            return
        self.grid.go(place)
        self.grid.setFocus()

    def refresh_tools(self) -> None:
        """A search began or ended: what may be pressed now."""
        if self._picture is not None:
            self.tools.show_roster(self._picture.rows, self._picture.row, busy=self.busy())

    def busy(self) -> bool:
        """Whether a proposal is being looked for."""
        return self.verbs.search is not None

    def close_down(self) -> None:
        """The window closes: nothing is looked for any longer."""
        self.verbs.stop()

    # Showing.

    def _show_parts(self) -> None:
        picture = self._picture
        view = picture.view if picture is not None else None
        shown = picture is not None and picture.sheet is not None and bool(picture.sheet.rows and picture.sheet.days)
        self.grid.setVisible(shown)
        self.note.setVisible(shown)
        self.empty.setVisible(not shown)
        self.empty.show_state(self._term, waiting=picture is None)
        if picture is None:
            return
        self.tools.show_roster(picture.rows, picture.row, busy=self.busy())
        people = view.people if view is not None else ()
        self.side.conflicts.show_roster(view, picture.fields)
        self.side.swaps.show_swaps(picture.swaps)
        self.side.leave.show_leaves(picture.leaves, people)
        self.side.today.show_duties(picture.on_duty, picture.minutes)
        self.side.show_counts(len(view.conflicts) if view else 0, len(picture.swaps))
        self._say_cell()

    def _go_today(self, picture: Picture) -> None:
        days = picture.sheet.days if picture.sheet is not None else ()
        column = next((at for at, day in enumerate(days) if day.day == picture.today), 0)
        self.grid.go((0, column))
        self.grid.lead_up()

    def _say_cell(self) -> None:
        if self._picture is not None:
            self.note.show_cell(self.grid, self._picture)

    def _moved(self) -> None:
        self._say_cell()
        row, sheet = self.grid.row, self.grid.sheet
        if row is not None and row.staff is not None and sheet is not None:
            self.side.leave.take(row.staff, sheet.days[self.grid.current[1]].day)

    def _show_swap(self, swap: SwapView) -> None:
        sheet = self.grid.sheet
        if sheet is None or self.side.shown != "swaps" or swap.duty.shift is None:
            return
        place = sheet.place(swap.duty.day, staff=swap.duty.staff, post=Post(swap.duty.shift, swap.duty.counter))
        if place is not None:
            self.grid.go(place)

    def shows_anything(self) -> bool:
        return self._picture is not None

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.tools.retranslate()
        self.empty.show_state(self._term, waiting=self._picture is None)
        self.side.retranslate()
        self.grid.viewport().update()
        if self._picture is not None:
            self._show_parts()

    # Qt's own events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.busy():
            self.verbs.stop()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() / self.theme.scale / (1.25 if self.theme.contrast else 1)
        self.side.setFixedWidth(
            self.theme.px((344 if width >= NARROW_UNDER else 288) * (1.15 if self.theme.contrast else 1))
        )
        self.tools.set_narrow(width < NARROW_UNDER)
