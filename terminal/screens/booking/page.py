"""The whole booking screen: its tabs, the page that books, the lists, and what is said over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMetaMethod, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from terminal.office.booking_views import BookingView, RequestView
from terminal.rules.resident import ResidentFields
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.booking.draft import Draft
from terminal.screens.booking.make_page import MakePage
from terminal.screens.booking.tabs import Tabs
from terminal.screens.desk import Desk
from terminal.screens.over_page import OverPage
from terminal.screens.theme import Theme

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office
    from terminal.screens.booking.lists import ListsPage

TOPICS: Final = frozenset({"plan", "appointment", "message"})
GATHER_MS: Final = 250  # changes that come closer together are read once


class BookingPage(QWidget):
    """Over the counter's visit, and the managers' page of appointments. GUI thread only.

    ``by`` is the staff code of who books. ``left`` tells Escape where nothing is open; ``print_asked`` the id of an
    appointment whose confirmation is to be printed, of which ``show_printed`` is told. It reads while it is on show;
    what is held for a booking being entered is given up when it is left or hidden.
    """

    left = Signal()
    print_asked = Signal(int)
    booking_asked = Signal(int, str)  # the managers' screen asks it of every page; this one never needs another

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        returns: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``returns``: the way back is shown."""
        super().__init__(parent)
        self._background, self._theme, self._returns = background, theme, returns
        self.desk = Desk(background, by, self)
        self.draft = Draft(self.desk, self)
        self.lists: ListsPage | None = None
        self._card: ResidentFields | None = None
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._build()
        background.changed.connect(self._changed)

    def _build(self) -> None:
        theme = self._theme
        content = QWidget()
        self.tabs = Tabs(theme, returns=self._returns)
        over = OverPage(theme, self.desk, self._background, self._still, content)
        over.back.connect(self._back)
        over.away.connect(self._away)
        self.band = over.band
        self.make = MakePage(theme, self.desk, self.draft)
        self.make.done.print_asked.connect(self.print_asked)
        self.make.confirmed.connect(self._offer_print)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.make)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.tabs, self.band):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.tabs.chosen.connect(self.show_tab)
        self.tabs.left.connect(self._escape)
        if self._content is not None:
            self._content.deleteLater()
        self._content = content
        self._layout.addWidget(content)
        self._fit()
        self.make.show_draft()

    @property
    def widget(self) -> QWidget:
        """What is shown: the page itself."""
        return self

    def set_by(self, by: str) -> None:
        """Somebody else books from now on; ``by`` is the staff code."""
        self.desk.by = by
        if self.lists is not None:
            self.lists.desk.by = by

    # Coming and going.

    def open(self) -> None:
        """It is on show now: read, and take the focus."""
        self.draft.begin()
        self._count()
        self.take_focus()

    def take_focus(self) -> None:
        """To what is to be done next."""
        if self.tabs.shown == "book":
            self.make.take_focus()
        elif self.lists is not None:
            self.lists.show_list(self.tabs.shown)

    def close_down(self) -> None:
        """The window closes: what is held is given up."""
        self.draft.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # not a window that was merely made small
            self.draft.clear()

    def _escape(self) -> None:
        if self.tabs.shown != "book":
            if self.lists is None or not self.lists.pane.step_back():
                self.show_tab("book")
        elif not self.make.escape() and self._returns:
            self.left.emit()

    # What is shown.

    def show_tab(self, name: str) -> None:
        """book, today, requests, broken or calls."""
        self.tabs.show_tab(name)
        self.desk.told.emit(None)
        if name == "book":
            self._pages.setCurrentWidget(self.make)
            self.make.begin()
            return
        lists = self._ready_lists()
        self._pages.setCurrentWidget(lists)
        lists.show_list(name)

    def open_list(self, name: str) -> None:
        """Show a list: today, requests, broken or calls."""
        self.show_tab(name)

    def _ready_lists(self) -> ListsPage:
        if self.lists is None:
            from terminal.screens.booking.lists import ListsPage  # when first asked for

            self.lists = ListsPage(self._background, self._theme, by=self.desk.by)
            self.lists.move_asked.connect(self.start_move)
            self.lists.book_asked.connect(self.start_answer)
            self.lists.left.connect(lambda: self.show_tab("book"))
        if self.lists.parentWidget() is None:
            self._pages.addWidget(self.lists)
        return self.lists

    def start_move(self, booking: int) -> None:
        """Choose another slot for an appointment."""
        self.desk.act(lambda office: office.appointments.find(booking), self._move)

    def _move(self, booking: BookingView) -> None:
        self.draft.move(booking)
        self.show_tab("book")

    def start_answer(self, request: int) -> None:
        """Book what was asked for; confirming settles the request."""

        def verb(office: Office) -> RequestView | None:
            return next((one for one in office.requests.open() if one.id == request), None)

        self.desk.act(verb, self._answer)

    def _answer(self, request: RequestView | None) -> None:
        if request is None:
            self.desk.told.emit(Said("calm", self.tr("Somebody has answered this request meanwhile.")))
            return
        self.draft.answer(request)
        self.show_tab("book")

    def show_booking(self, booking: int, what: str) -> None:
        """Go to an appointment, to move it, cancel it, or tell the person."""
        if what == "move":
            self.start_move(booking)
        else:
            self.open_list("broken")

    def offer_resident(self, fields: ResidentFields | None) -> None:
        """Whose card lies on the reader: taken over by one key."""
        self._card = fields
        self.make.who.offer_card(fields)

    def _offer_print(self) -> None:
        prints = self.isSignalConnected(QMetaMethod.fromSignal(self.print_asked))  # where somebody has a printer
        self.make.done.print.setVisible(prints)

    def show_printed(self, booking: int, state: str, why: str = "") -> None:
        """What became of a slip: printing, waiting, held, printed, sent or failed, and why."""
        self.make.show_printed(booking, state, why)

    # Reading.

    def refresh(self) -> None:
        """Read everything on show anew."""
        if self.isVisible():
            self.draft.read_slots()
            self.make.refresh_made()
            self._count()

    def _count(self) -> None:
        self.desk.read("counts", lambda office: office.errands.now(), self.tabs.show_errands)

    def _still(self) -> str:
        return self.tr("What is shown stays; booking goes on as soon as the database answers again.")

    def _away(self) -> None:
        self.make.set_greyed(True)

    def _back(self) -> None:
        self.make.set_greyed(False)
        self.refresh()

    def _changed(self, topics: frozenset[str]) -> None:
        if "catalogue" in topics and self.isVisible():
            self.draft.begin()
        if topics & TOPICS and not self._gather.isActive():
            self._gather.start()

    def retranslate(self) -> None:
        """Say everything again, in the language in force: what was entered stays."""
        shown = self.tabs.shown
        if self.lists is not None:
            self.lists.setParent(None)  # it says its own words again
            self.lists.retranslate()
        self._build()
        self.offer_resident(self._card)
        self._count()
        self.show_tab(shown)

    # Qt's own events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        theme = self._theme
        wide = 1.25 if theme.contrast else 1.0
        width = self.width() / theme.scale / wide
        what, who = (264, 320) if width >= 1200 else (208, 304)
        self.make.set_room(theme.px(what * wide), theme.px(who * wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
