"""Booking and moving: what, when, who, side by side; afterwards the confirmation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.office.booking_views import BookingView
from terminal.screens import dates
from terminal.screens.booking import list_words, words
from terminal.screens.booking.confirmed import Confirmed
from terminal.screens.booking.draft import Draft
from terminal.screens.booking.week_sheet import WeekSheet
from terminal.screens.booking.what_column import WhatColumn
from terminal.screens.booking.who_column import WhoColumn
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, VLine


class MakePage(QWidget):
    """Three columns; ``confirmed`` tells that an appointment was booked or moved."""

    confirmed = Signal()

    def __init__(self, theme: Theme, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._draft = theme, desk, draft
        self.what = WhatColumn(theme, draft)
        self.week = WeekSheet(theme, draft)
        self.who = WhoColumn(theme, draft)
        self.done = Confirmed(theme)
        self._about = Band(theme)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.week, 1)
        row.addWidget(VLine(theme))
        row.addWidget(self.who)
        self._pages = QStackedWidget()
        self._pages.addWidget(sheet)
        self._pages.addWidget(self.done)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.what)
        self._line = VLine(theme)
        self._columns.addWidget(self._line)
        self._columns.addWidget(self._pages, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._about)
        page.addLayout(self._columns, 1)

    def _connect(self) -> None:
        draft, desk = self._draft, self._desk
        draft.changed.connect(self.show_draft)
        draft.made.connect(self._made)
        desk.busy_changed.connect(self.show_draft)
        self.what.done.connect(self.week.focus_grid)
        self.week.taken.connect(self._to_person)
        self.who.confirmed.connect(draft.confirm)
        self.done.again.connect(self.begin)

    def set_room(self, what: int, who: int) -> None:
        """How wide the side columns are."""
        self.what.setFixedWidth(what)
        self.who.setFixedWidth(who)

    # Showing.

    def show_draft(self) -> None:
        """Show the draft as it stands."""
        draft, desk = self._draft, self._desk
        if self._pages.currentIndex() == 1 and (draft.items or draft.moving is not None):
            self._pages.setCurrentIndex(0)
        self.what.show_draft()
        self.week.show_draft()
        self.who.show_draft(busy=desk.busy, reachable=desk.reachable)
        self._show_about()

    def _show_about(self) -> None:
        draft = self._draft
        if draft.moving is not None:
            text = self.tr("Moving {code} of {name}: {items}, {when}").format(
                code=draft.moving.code, name=draft.moving.name, items=words.items(draft.moving),
                when=dates.moment(draft.moving.start),
            )  # fmt: skip
            self._about.say("calm", text, self.tr("Choose another time. The code stays. Esc leaves it where it is."))
        elif draft.request is not None:
            request = draft.request
            wish = "·".join(part for part in (request.title, request.reason) if part)
            text = self.tr("Answering {name}, {channel}, {age}: {wish}").format(
                name=request.name,
                channel=words.channel(request.channel),
                age=list_words.age(request.age_minutes),
                wish=wish,
            )
            self._about.say("calm", text, self.tr("What is booked here settles the request."))
        else:
            self._about.quiet()

    def set_greyed(self, greyed: bool) -> None:
        """The database is away: what is shown is old."""
        self.week.set_greyed(greyed)
        self.show_draft()

    # Steps.

    def begin(self) -> None:
        """Ready for the next one."""
        self._pages.setCurrentIndex(0)
        self.take_focus()

    def take_focus(self) -> None:
        """To what is to be done next."""
        if self._pages.currentIndex() == 1:
            self.done.take_focus()
        elif self._draft.codes:
            self.week.focus_grid()
        else:
            self.what.focus_search()

    def _to_person(self) -> None:
        if self._draft.moving is not None:
            self.who.main.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._draft.person.lacks():
            self.who.focus_search()

    def _made(self, booking: BookingView) -> None:
        self.done.show_booking(booking, self._draft.catalogue)
        self._pages.setCurrentIndex(1)
        self.done.take_focus()
        self.confirmed.emit()

    def refresh_made(self) -> None:
        """How the message about the appointment just made stands now."""
        made = self.done.booking
        if self._pages.currentIndex() == 1 and made is not None:
            self._desk.read(
                "made", lambda office: office.appointments.find(made.id),
                self._again,
            )  # fmt: skip

    def _again(self, found: BookingView) -> None:
        if self.done.booking is not None and self.done.booking.id == found.id:  # else another one was made meanwhile
            self.done.show_booking(found, self._draft.catalogue)

    def show_printed(self, booking: int, state: str, why: str) -> None:
        """What became of the slip of the appointment just made."""
        if self.done.booking is None or booking != self.done.booking.id:
            return
        trouble = state in ("waiting", "held", "failed")
        texts = {
            "printing": self.tr("The slip is being printed."),
            "waiting": self.tr("The slip waits for the printer."),
            "held": self.tr("The printer stopped with the slip."),
            "failed": self.tr("The slip was not printed."),
            "sent": self.tr("The slip was sent to the printer."),
        }
        text = texts.get(state, self.tr("The slip was printed."))
        self.done.show_printing(f"{text} {why}".strip(), "trouble" if trouble else "ink2")

    def escape(self) -> bool:
        """Close or take back what is open. False when there was nothing."""
        if self.who.close_list() or self.what.close_list():
            return True
        if self._pages.currentIndex() == 1:
            return False
        if self._draft.moving is not None or self._draft.request is not None:
            self._draft.clear()
            self.take_focus()
            return True
        return False
