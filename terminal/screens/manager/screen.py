"""The managers' screen: a top bar over its pages, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.manager.counts import Counts
from terminal.screens.manager.pages import Page, make_page
from terminal.screens.manager.reviews import Reviews
from terminal.screens.manager.top_bar import PAGES, TopBar
from terminal.screens.theme import Theme


class ManagerScreen(QWidget):
    """Stars, ratings, appointments, cases, roster and hours: Ctrl and a digit opens each. ``by``: who manages.

    ``today`` gives another day than the centre's, for pictures and tests.
    """

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        today: Callable[[], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._theme, self._by, self._today = background, theme, by, today
        self._bar = TopBar(theme)
        self.reviews = Reviews(background, theme, today=today)
        self._counts = Counts(background, self)
        self._made: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reviews)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self._connect()
        self._retranslate()
        self.resize(theme.px(1440), theme.px(900))
        self.setMinimumSize(theme.px(720), theme.px(480))

    def _connect(self) -> None:
        self._bar.chosen.connect(self.open_page)
        self.reviews.turned.connect(self._name)
        self.reviews.named.connect(self._bar.show_centre)
        self._counts.counted.connect(self._bar.show_count)
        self.reviews.counted.connect(lambda count: self._bar.show_count("ratings", count))
        for number, page in enumerate(PAGES, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda page=page: self.open_page(page))

    @property
    def shown(self) -> str:
        """The page on show."""
        return self._bar.page

    def page(self, name: str) -> Page:
        """A page beside the reviews, made if it was not yet. KeyError for a name there is none of."""
        if name not in self._made:
            page = self._made[name] = make_page(name, self._background, self._theme, self._by, self._today)
            page.booking_asked.connect(self.open_booking)
            self._stack.addWidget(page.widget)
        return self._made[name]

    def open_page(self, name: str) -> None:
        """Show a page."""
        self._name(name)
        if name in ("stars", "ratings"):
            self._stack.setCurrentWidget(self.reviews)
            self.reviews.open(name)
            return
        page = self.page(name)
        self._stack.setCurrentWidget(page.widget)
        page.open()

    def open_booking(self, booking: int, what: str) -> None:
        """Go to an appointment, to have it moved, cancelled, or the person told."""
        self.open_page("appointments")
        page = self.page("appointments")
        if isinstance(page, BookingPage):
            page.show_booking(booking, what)

    def _name(self, page: str) -> None:
        self._bar.show_page(page)
        title = QCoreApplication.translate("Manager", "{page} – OneWindow")
        self.setWindowTitle(title.format(page=self._bar.label(page)))

    def _retranslate(self) -> None:
        self._name(self._bar.page)
        self.reviews.retranslate()
        for page in self._made.values():
            page.retranslate()

    # Qt's own events.

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reviews.fit()
        if self.focusWidget() is None:
            self.setFocus()  # shows nothing; Tab goes on to the first page
        self.reviews.refresh()
        self._counts.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self._made.values():
            page.close_down()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
