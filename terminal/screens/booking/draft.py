"""The booking being made: items, channel, the slot held for it, and whom it is for. No widgets here."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from terminal.errors import Refusal, Trouble
from terminal.office.booking_views import BookingView, RequestView, ResidentView, RulesView, Slot, SlotDay
from terminal.screens.asking import Said
from terminal.screens.booking.checks import Person
from terminal.screens.booking.week import monday_of
from terminal.screens.desk import Desk

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office
    from terminal.office.views import ItemView

WEEK: Final = timedelta(days=7)
SLOTS: Final = "slots"


class Wish(NamedTuple):
    """What a slot is to be held for."""

    start: datetime
    codes: tuple[str, ...]
    channel: str


class Draft(QObject):
    """GUI thread only. ``changed`` tells that something of it did; ``made`` has what became of it, booked or moved.

    Whatever slot is chosen is held at once; another choice, and leaving, give the old one up. While an appointment is
    moved nothing is held: the move itself takes the slot, or says that it is gone.
    """

    changed = Signal()
    slots_changed = Signal()
    made = Signal(object)  # BookingView
    found = Signal(object)  # tuple of ResidentView

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.catalogue: tuple[ItemView, ...] = ()
        self.rules: RulesView | None = None
        self.items: tuple[ItemView, ...] = ()
        self.channel = "in_person"
        self.monday: date | None = None  # of the week on show; None until the centre's day is known
        self.today: date | None = None
        self.days: tuple[SlotDay, ...] = ()
        self.reading = False
        self.start: datetime | None = None
        self.held: BookingView | None = None
        self.person = Person()
        self.moving: BookingView | None = None
        self.request: RequestView | None = None
        self._aim: datetime | None = None  # whose week is to be shown, once the centre's day is known
        self._wish: Wish | None = None
        self._asked: Wish | None = None  # what the errand under way holds
        desk.busy_changed.connect(self._follow)

    # Reading.

    def begin(self) -> None:
        """Read the catalogue, the centre's day and its rules; the slots follow."""

        def verb(office: Office) -> tuple[tuple[ItemView, ...], date, RulesView]:
            return office.catalogue.items(), office.room.day(office.room.now()), office.appointments.rules()

        self._desk.read("catalogue", verb, self._began)

    def _began(self, answer: tuple[tuple[ItemView, ...], date, RulesView]) -> None:
        self.catalogue, self.today, self.rules = answer
        known = {item.code: item for item in self.catalogue}
        self.items = tuple(known[item.code] for item in self.items if item.code in known)
        self._take_request()
        self._go_to(self._aim or (None if self.monday else datetime.combine(self.today, datetime.min.time())))

    @property
    def codes(self) -> tuple[str, ...]:
        """What slots are asked for."""
        if self.moving is not None:
            return tuple(item.code for item in self.moving.items)
        return tuple(item.code for item in self.items)

    @property
    def minutes(self) -> int:
        """How long the items take together."""
        return sum(item.minutes for item in (self.moving.items if self.moving is not None else self.items))

    def read_slots(self) -> None:
        """Read the week on show anew."""
        monday, codes = self.monday, self.codes
        if monday is None or not codes:
            self._desk.forget(SLOTS)
            self.days, self.reading = (), False
            self.slots_changed.emit()
            return
        self.reading = True
        last = monday + WEEK - timedelta(days=1)
        self._desk.read(
            SLOTS, lambda office: office.appointments.slots(codes, monday, last), self._slots_came, self._slots_failed
        )  # fmt: skip

    def _slots_came(self, days: tuple[SlotDay, ...]) -> None:
        self.days, self.reading = days, False
        self.slots_changed.emit()

    def _slots_failed(self) -> None:
        self.reading = False
        self.slots_changed.emit()

    def show_week(self, monday: date) -> None:
        """Another week; never one that is over."""
        if self.today is None:
            return
        monday = max(monday, monday_of(self.today))
        if monday != self.monday:
            self.monday, self.days = monday, ()
            self.read_slots()

    def step_week(self, by: int) -> None:
        """Weeks on and back; 0 goes to this week."""
        if self.monday is not None and self.today is not None:
            self.show_week(self.monday + by * WEEK if by else monday_of(self.today))

    # What it is made of.

    def add_item(self, code: str) -> None:
        """One more item, once."""
        item = next((one for one in self.catalogue if one.code == code), None)
        if item is not None and item not in self.items:
            self._set_items((*self.items, item))

    def remove_item(self, code: str) -> None:
        """Without it."""
        self._set_items(tuple(item for item in self.items if item.code != code))

    def _set_items(self, items: tuple[ItemView, ...]) -> None:
        self.items = items
        self._rewish()
        self.read_slots()
        self.changed.emit()

    def choose_channel(self, channel: str) -> None:
        """Through what the resident asked."""
        if channel != self.channel:
            self.channel = channel
            self._rewish()
            self.changed.emit()

    def set_person(self, person: Person) -> None:
        """Whom it is for, as entered so far."""
        self.person = person
        self.changed.emit()

    def find(self, text: str) -> None:
        """Look a resident up; ``found`` follows. Who looked is in the journal, so nobody is looked up by themselves."""
        by = self._desk.by

        def came(residents: tuple[ResidentView, ...]) -> None:
            self.found.emit(residents)

        self._desk.read("find", lambda office: office.residents.find(text, by=by), came)

    # The slot.

    def choose(self, slot: Slot) -> None:
        """Take a slot in hand."""
        if slot.free < 1 and slot.start != self.start:
            self._desk.told.emit(Said("calm", self.tr("This time is full."), self.tr("Choose another one.")))
            return
        self.start = slot.start
        if self.lapsed():
            self.held = None  # asked for anew
        self._rewish()
        self.changed.emit()

    def _rewish(self) -> None:
        wanted = self.start is not None and self.moving is None and bool(self.items)
        self._wish = Wish(self.start, self.codes, self.channel) if wanted and self.start is not None else None
        self._follow()

    def _follow(self) -> None:
        """Hold what is wished for, give up what is not; one errand at a time."""
        have = self._asked if self.held is not None else None
        if self._desk.busy or have == self._wish:
            return
        old, wish, by = self.held, self._wish, self._desk.by

        def verb(office: Office) -> BookingView | None:
            if old is not None and old.held_until is not None and old.held_until > office.room.now():
                office.appointments.release(old.id, by=by)
            if wish is None:
                return None
            return office.appointments.hold(wish.codes, wish.start, channel=wish.channel, by=by)

        self.held, self._asked = None, wish
        self._desk.act(verb, self._holds, self._not_held)

    def _holds(self, held: BookingView | None) -> None:
        self.held = held
        self.changed.emit()
        self._follow()

    def _not_held(self, trouble: Trouble) -> None:
        self._desk.say(trouble)
        if self._wish == self._asked:
            self._wish = self.start = None
        self.changed.emit()
        self.read_slots()
        self._follow()

    @property
    def waiting_for_slot(self) -> bool:
        """Whether a slot was chosen and its answer has not come yet."""
        return self._wish is not None and self.held is None

    def seconds_left(self) -> int | None:
        """How long the slot is still kept; 0 when that is over, None when none is held."""
        if self.held is None or self.held.held_until is None:
            return None
        return max(0, int((self.held.held_until - self._desk.now()).total_seconds()))

    def lapsed(self) -> bool:
        """Whether the slot chosen is not kept any more: confirming tries for it once more."""
        return self.seconds_left() == 0

    # What becomes of it.

    def lacks(self) -> tuple[str, ...]:
        """What is still missing: items, slot, name, number, phone."""
        if self.moving is not None:
            return () if self.start is not None and self.start != self.moving.start else ("slot",)
        found = [] if self.items else ["items"]
        if self.held is None:
            found.append("slot")
        return (*found, *self.person.lacks())

    def confirm(self) -> None:
        """Book it, or move the appointment in hand."""
        if self.lacks():
            return
        by, moving, start = self._desk.by, self.moving, self.start
        if moving is not None and start is not None:
            self._desk.act(
                lambda office: office.appointments.move(moving.id, start, by=by), self._done, self._not_moved
            )
        elif self.held is not None:
            held, entry, request = self.held, self.person.entry, self.request

            def verb(office: Office) -> tuple[BookingView, Refusal | None]:
                made = office.appointments.confirm(held.id, entry, by=by)
                try:
                    if request is not None:
                        office.requests.booked(request.id, made.id, by=by)
                except Refusal as late:  # somebody answered it meanwhile: told, and the appointment stands
                    return made, late
                return made, None

            self._desk.act(verb, self._confirmed, self._not_confirmed)

    def _confirmed(self, answer: tuple[BookingView, Refusal | None]) -> None:
        made, late = answer
        self._done(made)
        if late is not None:
            self._desk.say(late)

    def _done(self, made: BookingView) -> None:
        self.held = None
        self.clear()
        self.made.emit(made)

    def _not_moved(self, trouble: Trouble) -> None:
        self._desk.say(trouble)
        self.start = None
        self.changed.emit()
        self.read_slots()

    def _not_confirmed(self, trouble: Trouble) -> None:
        self._desk.say(trouble)
        if isinstance(trouble, Refusal) and self.lapsed():
            self.held = self.start = self._wish = None
            self.read_slots()
        self.changed.emit()

    # Beginning anew.

    def clear(self) -> None:
        """Nothing is entered any more; what is held is free for others at once, and the person is forgotten."""
        self._give_up()
        self.items, self.person, self.moving, self.request = (), Person(), None, None
        self.changed.emit()
        self.read_slots()

    def move(self, booking: BookingView) -> None:
        """Find another time for an appointment."""
        self.clear()
        self.moving = booking
        self._go_to(booking.start)

    def answer(self, request: RequestView) -> None:
        """Book what was asked for; confirming settles the request."""
        self.clear()
        self.request, self.channel = request, request.channel
        self._take_request()
        self.person = Person(request.name, "", request.phone)
        self._go_to(request.wanted_at)

    def _take_request(self) -> None:
        """The item that was asked for, as soon as the catalogue is known."""
        if self.request is not None and not self.items:
            self.items = tuple(item for item in self.catalogue if item.code == self.request.item)

    def _go_to(self, moment: datetime | None) -> None:
        """The week of a moment; as soon as the centre's day is known."""
        if self.today is None:
            self._aim = moment
        elif moment is not None:
            self.monday, self._aim = max(monday_of(moment.date()), monday_of(self.today)), None
        self.changed.emit()
        self.read_slots()

    def _give_up(self) -> None:
        self.start = self._wish = None
        self._follow()
