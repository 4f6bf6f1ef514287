"""The office: one centre's desks over one database."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Centre
from terminal.office.appointments import AppointmentDesk
from terminal.office.attachments import AttachmentDesk
from terminal.office.booking_calendar import BookingCalendar
from terminal.office.booking_import import ImportDesk
from terminal.office.booking_views import BookingView
from terminal.office.calendar import CalendarDesk
from terminal.office.cases import CaseDesk
from terminal.office.catalogue import CatalogueDesk
from terminal.office.clock import Clock, SystemClock
from terminal.office.counters import CounterDesk
from terminal.office.duty import DutyDesk
from terminal.office.errands import ErrandDesk
from terminal.office.feedback import FeedbackDesk
from terminal.office.finding import FindingDesk
from terminal.office.form_entries import FormDesk
from terminal.office.hall import HallDesk
from terminal.office.hours import HoursDesk
from terminal.office.intake import IntakeDesk
from terminal.office.keys import KeyDesk
from terminal.office.ledger import LedgerDesk
from terminal.office.mandates import MandateDesk
from terminal.office.material_desk import MaterialDesk
from terminal.office.notices import NoticeDesk
from terminal.office.outbox_desk import OutboxDesk
from terminal.office.printing import PrintingDesk
from terminal.office.priorities import load_priorities
from terminal.office.queue import QueueDesk
from terminal.office.queue_issue import NextNumber
from terminal.office.reminders import ReminderDesk
from terminal.office.requests import RequestDesk
from terminal.office.residents import ResidentDesk
from terminal.office.room import Room
from terminal.office.roster import RosterDesk
from terminal.office.roster_export import RosterExport
from terminal.office.routes import RouteDesk
from terminal.office.scales import load_scale, shipped_scales
from terminal.office.signs import SignDesk
from terminal.office.slips import SlipDesk
from terminal.store import schema
from terminal.store.feed import Feed
from terminal.store.store import Store


class Office:
    """The verbs, by desk. Safe to use from many threads; close it, or use it as a context manager.

    Opening raises Refusal when the database holds no centre (or not the one asked for) or is newer than the program,
    and DatabaseFault when it cannot be reached.
    """

    def __init__(self, url: str, *, centre: str | None = None, clock: Clock | None = None) -> None:
        self.store = Store(url)
        try:
            schema.require_current(self.store.engine)
            found = self._centre(centre)
            priorities = load_priorities()
            scale, *presets = (load_scale(name) for name in (found.scale, *shipped_scales()))
        except BaseException:
            self.store.close()
            raise
        self.room = Room(self.store, found, clock or SystemClock())
        self.feedback = FeedbackDesk(self.room, scale, tuple(presets))
        next_number = NextNumber(self.room)
        self.queue = QueueDesk(self.room, priorities, next_number)
        self.hall = HallDesk(self.room, priorities, self.feedback)
        self.slips = SlipDesk(self.room, self.hall)
        self.finding = FindingDesk(self.room, self.hall, self._booking)
        self.signs = SignDesk(self.room)
        self.errands = ErrandDesk(self.room)
        self.printing = PrintingDesk(self.room)
        self.counters = CounterDesk(self.room)
        self.duty = DutyDesk(self.room)
        self.roster_export = RosterExport(self.room)
        self.appointments = AppointmentDesk(self.room, next_number)
        self.residents = ResidentDesk(self.room)
        self.cases = CaseDesk(self.room)
        self.notices = NoticeDesk(self.room)
        self.forms = FormDesk(self.room)
        self.materials = MaterialDesk(self.room)
        self.routes = RouteDesk(self.room)
        self.mandates = MandateDesk(self.room)
        self.attachments = AttachmentDesk(self.room)
        self.intake = IntakeDesk(self.room)
        self.keys = KeyDesk(self.room)
        self.requests = RequestDesk(self.room)
        self.outbox = OutboxDesk(self.room)
        self.reminders = ReminderDesk(self.room, self.outbox)
        self.imports = ImportDesk(self.room)
        self.booking_calendar = BookingCalendar(self.room)
        self.catalogue = CatalogueDesk(self.room)
        self.calendar = CalendarDesk(self.room)
        self.hours = HoursDesk(self.room)
        self.roster = RosterDesk(self.room)
        self.ledger = LedgerDesk(self.room)
        self.feed: Feed = self.store.feed()

    @property
    def centre(self) -> str:
        """The centre's code."""
        return self.room.centre

    def close(self) -> None:
        """Stop the feed and give back all connections."""
        self.feed.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _booking(self, code: str) -> BookingView:
        return self.appointments.find(code)

    def _centre(self, code: str | None) -> Centre:
        with self.store.reading() as session:
            centres = list(session.scalars(select(Centre).order_by(Centre.code)))
        if not centres:
            raise Refusal("There is no centre in this database yet.", "Run: onewindow init --sample")
        if code is None and len(centres) == 1:
            return centres[0]
        for centre in centres:
            if centre.code == code:
                return centre
        raise Refusal(
            "The database has no centre {centre}.",
            "Set [centre] code in the settings to one of: {known}.",
            centre=code or "—",
            known=", ".join(one.code for one in centres),
        )
