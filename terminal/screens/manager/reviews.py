"""The pages of stars and of single ratings: they share the period, the tools and the band."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.errors import Fault, Trouble
from terminal.office.views import RatingRow, StarsPage
from terminal.screens.background import Background
from terminal.screens.i18n import tell
from terminal.screens.manager.columns import NO_SIDE_UNDER, NO_TREND_UNDER, STACKED_UNDER
from terminal.screens.manager.period import Period, moved_to, named
from terminal.screens.manager.query import RatingQuery
from terminal.screens.manager.ratings_page import RatingsPage
from terminal.screens.manager.rows import Line
from terminal.screens.manager.stars_sheet import StarsSheet
from terminal.screens.manager.tools import Tools
from terminal.screens.manager.worst import WorstColumn
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

TOPICS: Final = frozenset({"rating", "handling"})
GATHER_MS: Final = 250  # changes that come closer together are read once
BUSY_MS: Final = 400  # nobody is told to wait for less


class Reviews(QWidget):
    """Reads through the background, again whenever ratings or handlings change; old rows stay until new ones come.

    The periods end on the centre's day, asked at every reading, so that “today” moves on at midnight; ``today`` gives
    another one. ``turned`` tells which of its two pages it turned to by itself, ``counted`` how many bad ratings have
    no column of their own, ``named`` the centre's name.
    """

    turned = Signal(str)
    counted = Signal(int)
    named = Signal(str)

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        today: Callable[[], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._today = today
        self._period = named("quarter", today() if today else date.today())
        self._page: StarsPage | None = None
        self._rows: tuple[RatingRow, ...] | None = None
        self._asked_stars = self._asked_rows = 0  # answers to older questions are dropped
        self._reading = self._stale = False
        self.tools = Tools(theme, self._period)
        self._band = Band(theme)
        self.stars = StarsSheet(theme)
        self.worst = WorstColumn(theme)
        self.ratings = RatingsPage(theme)
        self._pages = QStackedWidget()
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._busy = QTimer(self, singleShot=True, interval=BUSY_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stars, 1)
        row.addWidget(self.worst)
        self.worst.setFixedWidth(self._theme.px(440 if self._theme.contrast else 376))
        self._pages.addWidget(both)
        self._pages.addWidget(self.ratings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self._band)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.tools.period_chosen.connect(self.show_period)
        self.tools.people_chosen.connect(self.stars.show_people)
        self.stars.opened.connect(self._open_line)
        self.worst.opened.connect(self._open_rating)
        self.worst.all_asked.connect(self.open_bad)
        self.ratings.asked.connect(self._read_ratings)
        self.ratings.left.connect(self._go_back)
        self._background.changed.connect(self._changed)
        self._background.connection.connect(self._connection)
        self._gather.timeout.connect(self.refresh)
        self._busy.timeout.connect(self.stars.wait)

    @property
    def period(self) -> Period:
        """The days in force."""
        return self._period

    @property
    def page(self) -> StarsPage | None:
        """What it shows; None until the first answer."""
        return self._page

    @property
    def trouble(self) -> str:
        """What the band says, or ""."""
        return self._band.sentence

    def compare_people(self, people: bool) -> None:
        """Show the stars of people instead of windows, or of windows again."""
        self.tools.choose_people(people)
        self.stars.show_people(people)

    def open_bad(self) -> None:
        """Go to the bad ratings of the period; to all when none is bad."""
        self._open_query(RatingQuery(kind="bad" if self._page is not None and self._page.bad else "all"))

    def open(self, name: str) -> None:
        """Turn to stars or ratings."""
        self.tools.show_people(name == "stars")
        self._pages.setCurrentIndex(0 if name == "stars" else 1)
        if name == "ratings":
            self.ratings.table.setFocus()
            self._read_ratings(self.ratings.query)

    # Reading.

    def refresh(self) -> None:
        """Read everything anew. Asked again while reading, it reads once more afterwards."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        self._read_stars()
        if self._pages.currentIndex() == 1:
            self._read_ratings(self.ratings.query)

    def _read_stars(self) -> None:
        self._asked_stars += 1
        number, period, today = self._asked_stars, self._period, self._today
        self.tools.show_period(period)
        if self._page is None:
            self._busy.start()

        def read(office: Office) -> tuple[Period, StarsPage]:
            moved = moved_to(period, today() if today else office.room.day(office.room.now()))
            return moved, office.feedback.stars_page(moved.since, moved.until)

        self._background.run(
            read,
            lambda answer: self._stars_came(number, *answer),
            trouble=self._trouble,
            settled=self._settled,
            owner=self,
        )

    def _stars_came(self, number: int, period: Period, page: StarsPage) -> None:
        if number != self._asked_stars:
            return
        self._period = period
        self.tools.show_period(period)
        self._busy.stop()
        self._page = page
        if self._background.reachable is not False:
            self._band.quiet()
        self._show()

    def _settled(self) -> None:
        self._reading = False
        if self._stale:
            self._stale = False
            self.refresh()

    def _read_ratings(self, query: RatingQuery) -> None:
        self._asked_rows += 1
        number, period, today = self._asked_rows, self._period, self._today

        def read(office: Office) -> tuple[RatingRow, ...]:
            return query.read(office, moved_to(period, today() if today else office.room.day(office.room.now())))

        self._background.run(
            read,
            lambda rows: self._rows_came(number, rows),
            trouble=self._trouble,
            owner=self,
        )

    def _rows_came(self, number: int, rows: tuple[RatingRow, ...]) -> None:
        if number == self._asked_rows:
            self._rows = rows
            self.ratings.show_rows(rows, self._page.scale if self._page else ())

    def _trouble(self, trouble: Trouble) -> None:
        self._busy.stop()
        sentence, advice = tell(trouble)
        self._band.say("trouble" if isinstance(trouble, Fault) else "calm", sentence, self._still(advice))

    def _still(self, advice: str) -> str:
        if self._page is None:
            return advice
        text = QCoreApplication.translate("Manager", "These are the figures of {time}.").format(
            time=f"{self._page.at:%H:%M}"
        )
        return f"{advice} {text}".strip()

    def _connection(self, reachable: bool, reason: str) -> None:
        if reachable:
            self._band.quiet()
            self.refresh()
        else:
            advice = QCoreApplication.translate("Manager", "It is tried again by itself.")
            self._band.say("trouble", reason, self._still(advice))

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS and not self._gather.isActive():
            self._gather.start()

    # Showing.

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self.named.emit(page.centre_name)
        self.stars.show_page(page, self._period)
        self.worst.show_page(page)
        if self._rows is not None:
            self.ratings.show_rows(self._rows, page.scale)
        self.fit()

    def show_period(self, period: Period) -> None:
        """Show other days."""
        self._period = period
        self._read_stars()
        if self._pages.currentIndex() == 1:
            self._read_ratings(self.ratings.query)

    def _open_line(self, line: Line) -> None:
        name = line.title if line.staff is not None else ""
        self._open_query(RatingQuery(counter=line.counter, staff=line.staff, staff_name=name))

    def _open_rating(self, row: RatingRow) -> None:
        self._open_query(RatingQuery(counter=row.counter), row.handling)

    def _open_query(self, query: RatingQuery, handling: int | None = None) -> None:
        self.turned.emit("ratings")
        self.tools.show_people(False)
        self._pages.setCurrentIndex(1)
        self.ratings.table.setFocus()
        self.ratings.ask(query, handling)

    def _go_back(self) -> None:
        self.turned.emit("stars")
        self.open("stars")
        self.stars.setFocus()

    def fit(self) -> None:
        """Columns leave one by one where there is no room."""
        width, height = self.window().width() / self._theme.scale, self.window().height() / self._theme.scale
        wide = 1.15 if self._theme.contrast else 1.0
        side = width >= NO_SIDE_UNDER * wide
        self.worst.setVisible(side)
        self.counted.emit(0 if side or self._page is None else self._page.bad)
        self.stars.set_form(
            trend=width >= NO_TREND_UNDER * wide,
            stacked=width < STACKED_UNDER * wide,
            low=height < 720 * wide,
            note=height >= 800,
        )

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        for part in (self.tools, self.worst, self.ratings):
            part.retranslate()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
