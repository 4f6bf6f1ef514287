"""What stands over the visit for a moment: a list to pick from, who it is, how the case goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from terminal.office.people_views import PersonView
from terminal.screens.background import Background
from terminal.screens.counter.decided import Way
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme

if TYPE_CHECKING:
    from terminal.office.views import Found
    from terminal.screens.counter.pick_page import PickPage
    from terminal.screens.counter.picking import Picking
    from terminal.screens.counter.resident_page import ResidentPage
    from terminal.screens.counter.way_page import WayPage


class OverVisit(QObject):
    """Makes each page when it is first asked for: the first paint shall not wait for them.

    ``left``: the visit is to be shown again, and the main button has the focus. ``known``: it is known who it is.
    ``came``: another page is on show.
    """

    left = Signal()
    known = Signal()
    came = Signal()

    def __init__(
        self, theme: Theme, work: Work, visit: Visit, background: Background, pages: QStackedWidget
    ) -> None:  # fmt: skip
        super().__init__(pages)
        self._theme, self._work, self._visit, self._background, self._pages = theme, work, visit, background, pages
        self.pick: PickPage | None = None
        self._picking: Picking | None = None
        self.who: ResidentPage | None = None
        self.way: WayPage | None = None
        visit.client.other_card.connect(lambda card: self.way.take_card(card) if self.way is not None else None)

    @property
    def shown(self) -> bool:
        """Whether one of them is on show."""
        current = self._pages.currentWidget()
        return current is not None and current in (self.pick, self.who, self.way)

    @property
    def asks(self) -> ResidentPage | WayPage | None:
        """The page that F9 takes over."""
        current = self._pages.currentWidget()
        return next((page for page in (self.who, self.way) if page is not None and page is current), None)

    def _show(self, page: PickPage | ResidentPage | WayPage) -> None:
        self._visit.client.expect_other(page is self.way)
        self._pages.setCurrentWidget(page)
        self.came.emit()

    def leave(self) -> None:
        """Nothing is asked any more."""
        self._visit.client.expect_other(False)
        self.left.emit()

    # Picking from a list.

    def choose(self, what: str) -> None:
        """find, held, skipped, transfer, sign_in: something is to be picked."""
        self._ready_picking().choose(what)

    def offer_scanned(self, found: Found) -> None:
        """What was scanned, and what can be done with it."""
        self._ready_picking().offer_found(found)

    def _ready_picking(self) -> Picking:
        if self._picking is None:
            from terminal.screens.counter.pick_page import PickPage
            from terminal.screens.counter.picking import Picking

            self.pick = page = PickPage(self._theme)
            self._pages.addWidget(page)
            page.left.connect(self.leave)
            self._picking = Picking(self._work, page)
            self._picking.ready.connect(lambda: self._show_pick(page))
        return self._picking

    def _show_pick(self, page: PickPage) -> None:
        self._show(page)
        page.search.setFocus()

    # Who it is.

    def ask_who(self, *, of_case: bool = False) -> None:
        """Find or enter whoever is at the window; ``of_case``: F9 waits for it. Asked again, it goes on to entering."""
        view = self._work.view
        if self.who is not None and self.asks is self.who:
            self.who.next_key()
        elif view is not None and view.current is not None:
            who = self._ready_who()
            self._show(who)
            who.ask(self._visit.client.person, view.staff or "", of_case=of_case)

    def _ready_who(self) -> ResidentPage:
        if self.who is None:
            from terminal.screens.counter.resident_page import ResidentPage

            self.who = ResidentPage(self._background, self._theme)
            self._pages.addWidget(self.who)
            self.who.left.connect(self.leave)
            self.who.chosen.connect(self._chosen)
            self.who.refused.connect(self._without)
        return self.who

    def _chosen(self, person: PersonView) -> None:
        if self.asks is not self.who:
            return  # left meanwhile
        self._visit.client.choose(person)
        of_case = self.who is not None and self.who.of_case
        if of_case:
            self.leave()
        else:
            self.known.emit()

    def _without(self) -> None:
        self.leave()
        self._visit.finish_without_case()

    # How its case goes on.

    def ask_way(self) -> None:
        """Of the case that F9 would open."""
        visit, item = self._visit, self._visit.item
        if item is None or not visit.becomes_case:
            return
        way = self._ready_way()
        self._show(way)
        way.ask(visit.way, item, visit.client.name, visit.client.address, self._work.now().date())

    def _ready_way(self) -> WayPage:
        if self.way is None:
            from terminal.screens.counter.way_page import WayPage

            self.way = WayPage(self._theme)
            self._pages.addWidget(self.way)
            self.way.left.connect(self.leave)
            self.way.taken.connect(self._goes_on)
        return self.way

    def _goes_on(self, way: Way) -> None:
        self._visit.choose_way(way)
        self.leave()
