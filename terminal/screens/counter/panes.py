"""What stands in the counter's window: the queue, the person, the visit, the devices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.screens.background import Background
from terminal.screens.counter import words
from terminal.screens.counter.actions import Actions
from terminal.screens.counter.devices_seen import DeviceSeen
from terminal.screens.counter.errands import ErrandWatch
from terminal.screens.counter.fade import Fade
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.over_visit import OverVisit
from terminal.screens.counter.person import PersonBand
from terminal.screens.counter.queue_panel import QueuePanel
from terminal.screens.counter.resident_card import ResidentSheet
from terminal.screens.counter.resident_now import ResidentNow
from terminal.screens.counter.scanned import Scanned
from terminal.screens.counter.shrink import Room, room_for
from terminal.screens.counter.side import SidePanel
from terminal.screens.counter.top_bar import TopBar
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band

if TYPE_CHECKING:
    from terminal.screens.counter.idle_page import IdlePage
    from terminal.screens.counter.visit_page import VisitPage

PREPARE_MS: Final = 150


class Panes(QWidget):
    """Top bar over three columns: queue, sheet, side. Shows one ``Work`` and gives way as the window shrinks."""

    fold = Signal()
    book = Signal()
    cases = Signal()
    form_asked = Signal(str)
    case_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        work: Work,
        visit: Visit,
        resident: ResidentNow,
        errands: ErrandWatch,
        devices: Sequence[DeviceSeen],
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._errands = errands
        self._resident = resident
        self._theme, self.work, self.visit, self._devices = theme, work, visit, tuple(devices)
        self._room: Room | None = None
        self._person_shown: int | None = None
        self._minute = -1
        # The columns beside the sheet follow one paint later: all at once would hold the GUI thread twice as long.
        self._around = QTimer(self, singleShot=True, interval=0)
        self._around.timeout.connect(self._render_around)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build()
        self._connect()
        self._render()
        self._render_around()

    def _build(self) -> None:
        theme, work = self._theme, self.work
        self._top = TopBar(theme, work)
        self._queue = QueuePanel(theme, work, self._errands)
        self._side = SidePanel(theme, work, self._errands, self._devices)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._top)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._queue)
        columns.addWidget(self._build_centre(), 1)
        columns.addWidget(self._side)
        self._columns = columns
        page.addLayout(columns, 1)

    def _build_centre(self) -> QWidget:
        theme, work = self._theme, self.work
        self._centre = QWidget()
        self.person = PersonBand(theme, work, self.visit.client)
        self.resident = ResidentSheet(theme, work, self._resident)
        self._away = Band(theme)
        self._notice = Band(theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())
        # The pages come with the first picture and the first visit: the first paint shall not wait for them.
        self._idle_page: IdlePage | None = None
        self._visit_page: VisitPage | None = None
        self.over = OverVisit(theme, work, self.visit, self._background, self._pages)
        self.actions_row = Actions(theme, work, self.visit)
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.person, self.resident, self._away, self._notice):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        column.addWidget(self.actions_row)
        self._fade = Fade(theme, self._pages)
        return self._centre

    def _connect(self) -> None:
        work = self.work
        work.viewed.connect(self._viewed)
        for signal in (work.busy_changed, work.connection_changed, work.items_changed):
            signal.connect(self._render)
        self.visit.changed.connect(self._render)
        self.person.who.clicked.connect(self.ask_who)
        work.rating_changed.connect(self.tick)
        work.told.connect(self.tell)
        self.visit.who_needed.connect(lambda: self.over.ask_who(of_case=True))
        self.over.came.connect(self._came)
        self.over.left.connect(self._left)
        self.over.known.connect(self._known)
        self.actions_row.choose.connect(self.over.choose)
        self.actions_row.item_needed.connect(self.need_item)
        self._top.sit.connect(lambda: self.over.choose("sign_in"))
        self._side.fold.connect(self.fold)
        self._side.book.connect(self.book)
        self._side.cases.connect(self.cases)
        self.resident.left.connect(self.take_focus)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.ask_who)
        self.scanned = Scanned(work, self)
        self.scanned.offered.connect(self.over.offer_scanned)

    # Showing.

    def _viewed(self) -> None:
        if self._visit_page is None:
            # Ready before the first call, in a quiet moment, so that the call itself is shown without delay.
            QTimer.singleShot(PREPARE_MS, self, self._ready_visit_page)
        self._render()

    def _render(self) -> None:
        work = self.work
        for part in (self._top, self.actions_row):
            part.render_work()
        self._around.start()
        self._show_away()
        at_counter = work.phase in ("called", "serving")
        current = work.view.current if work.view else None
        person = current.id if current else None
        changed, self._person_shown = person != self._person_shown, person
        if changed or not self.over.shown:
            self._show_visit()
        if at_counter and self._visit_page is not None:
            self._visit_page.render_work()
        elif self._idle_page is not None:
            self._idle_page.render_work()
        self.person.tick()
        if changed and work.view is not None:
            self._fade.start()

    def _render_around(self) -> None:
        self._queue.render_work()
        self._side.render_work()

    def _show_page(self, at_counter: bool) -> None:
        if self.work.view is None:
            return
        page = self._ready_visit_page() if at_counter else self._ready_idle_page()
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            if not at_counter:
                self.setFocus()  # nowhere in particular: the keys work from anywhere

    def _ready_idle_page(self) -> IdlePage:
        if self._idle_page is None:
            from terminal.screens.counter.idle_page import IdlePage  # after the first paint, which it would delay

            self._idle_page = IdlePage(self._theme, self.work)
            self._pages.addWidget(self._idle_page)
            self._idle_page.set_room(self._room or self._room_now())
        return self._idle_page

    def _ready_visit_page(self) -> VisitPage:
        if self._visit_page is None:
            from terminal.screens.counter.visit_page import VisitPage  # after the first paint, which it would delay

            self._visit_page = VisitPage(self._theme, self.work, self.visit)
            self._visit_page.detail.forms.asked.connect(self.form_asked)
            self._visit_page.items.cases.opened.connect(self.case_asked)
            self._visit_page.detail.outcome.way.asked.connect(self.over.ask_way)
            self._pages.addWidget(self._visit_page)
            self._visit_page.set_room(self._room or self._room_now())
        return self._visit_page

    def _show_away(self) -> None:
        work = self.work
        if work.away_since is None:
            self._away.quiet()
            return
        if self._notice.kind == "trouble" or self._notice.sentence == work.away_reason:
            self._notice.quiet()  # the verb that met it said the same
        since = self.tr("{reason} Since {time}.").format(reason=work.away_reason, time=words.clock(work.away_since))
        still = self.tr("What is shown stays; calling goes on by itself as soon as it answers again.")
        self._away.say("trouble", since, work.away_advice or still)

    def tell(self, notice: Notice | None) -> None:
        """Show a notice in the band, or take it away."""
        if notice is None or (not self.work.reachable and notice.sentence == self.work.away_reason):
            self._notice.quiet()  # the band above says it already
        else:
            self._notice.say(*notice)

    def tick(self) -> None:
        """A second has passed, or the rating went on."""
        self._top.tick()
        self.person.tick()
        minute = self.work.now().minute
        if minute != self._minute:
            self._minute = minute
            self._queue.tick()
            if self._idle_page is not None:
                self._idle_page.tick()

    # What is asked over the visit.

    def ask_who(self) -> None:
        """F2: the card on the reader, then finding or entering whoever is at the window."""
        asks = self.over.asks
        if (asks is not None and asks is self.over.who) or not self.resident.take_focus():
            self.over.ask_who()

    def _came(self) -> None:
        asks = self.over.asks
        self.actions_row.set_over(asks.confirm if asks is not None else None)

    def _left(self) -> None:
        self._show_visit()
        self.actions_row.main.setFocus()

    def _known(self) -> None:
        self._show_visit()
        page = self._visit_page
        if page is not None and self.visit.handling is not None:
            page.detail.materials.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.actions_row.main.setFocus()

    def _show_visit(self) -> None:
        self.actions_row.set_over(None)
        self._show_page(self.work.phase in ("called", "serving"))

    def take_focus(self) -> None:
        """To the main button."""
        self.actions_row.main.setFocus()

    def need_item(self) -> None:
        """To the field that finds an item."""
        self._ready_visit_page().items.focus_search()

    # Size.

    def resizeEvent(self, _event: QResizeEvent) -> None:
        room = self._room_now()
        if room == self._room:
            return
        offer = room.offer_bar and not (self._room and self._room.offer_bar)
        self._room = room
        self._top.plate.setFixedWidth(self._theme.px(room.queue))
        self._queue.set_room(room)
        self.person.set_height(room.person)
        self.resident.set_room(room)
        if self._idle_page is not None:
            self._idle_page.set_room(room)
        if self._visit_page is not None:
            self._visit_page.set_room(room)
        self._side.set_full(room.side)
        wide = room.side and self.width() > self._theme.px(room.queue + room.sheet) + self._side.full_width
        self._centre.setMaximumWidth(self._theme.px(room.sheet) if wide else 16777215)
        if room.side and not wide:
            self._side.setMaximumWidth(self._side.full_width)
        if offer:
            self.tell(Notice("calm", self.tr("The window is narrow: F12 folds it into the bar.")))

    def _room_now(self) -> Room:
        # Large type needs more of everything: a window counts as smaller than it is.
        wide, high = (1.2, 1.1) if self._theme.contrast else (1.0, 1.0)
        scale = self._theme.scale
        return room_for(round(self.width() / scale / wide), round(self.height() / scale / high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
