"""What one counter is doing: the last picture of it, the verbs its keys call, and what to tell the person there.

No widgets here. The full screen and the bar both show one ``Work`` and press its verbs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QObject, Signal

from terminal.errors import Fault, Trouble
from terminal.office.case_views import CaseStanding, CaseView
from terminal.screens.background import Background
from terminal.screens.counter.decided import Intake
from terminal.screens.counter.devices_seen import PrinterSeen, RatingSeen
from terminal.screens.counter.looking_up import look_up
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.rating_now import RatingNow, RatingWatch
from terminal.screens.counter.slip_now import SlipNow
from terminal.screens.i18n import tell

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.form_views import FormFault, FormRow
    from terminal.office.office import Office
    from terminal.office.plan_views import OnDuty
    from terminal.office.views import CounterView, Found, HandlingRow, ItemView, Key, LineTile, Serving

    People = tuple[tuple[OnDuty, ...], dict[str, str]]  # who is on duty today; everybody here, code and name

TOPICS: Final = frozenset({"ticket", "handling", "rating", "counter", "plan"})

Phase = Literal["opening", "paused", "empty", "idle", "called", "serving"]


class Work(QObject):
    """GUI thread only. Verbs return at once; their effect comes as ``viewed``, their refusal as ``told``.

    One verb at a time: while one is under way (``busy``) further keys are dropped, so nothing happens twice.
    """

    viewed = Signal()
    items_changed = Signal()
    busy_changed = Signal()
    told = Signal(object)  # Notice, or None when the band has nothing to say any more
    connection_changed = Signal()
    rating_changed = Signal()
    case_opened = Signal(object)  # CaseView: a handling became it

    def __init__(
        self,
        background: Background,
        counter: int,
        staff: str | None = None,
        rating: RatingSeen | None = None,
        printer: PrinterSeen | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self.counter = counter
        self._staff = staff
        self._rating_desk = rating
        self._printer = printer
        self.view: CounterView | None = None
        self._seen_at = 0.0
        self.items: dict[str, ItemView] = {}
        self.forms: dict[str, tuple[FormRow, ...]] = {}  # by item
        self.form_faults: tuple[FormFault, ...] = ()  # why forms of the site's own are not among them
        self.busy = ""
        self.away_since: datetime | None = None
        self.away_reason = self.away_advice = ""
        self._reading = self._stale = False
        background.connection.connect(self._on_connection)
        background.changed.connect(self._on_changed)
        self.rating_watch = RatingWatch(rating, self._visits, self)
        self.rating_watch.changed.connect(self.rating_changed)
        if rating is not None:
            rating.trouble.connect(self._tell)
        self.slip = SlipNow(printer, self)
        self.slip.told.connect(self.told)

    # What is the case.

    @property
    def phase(self) -> Phase:
        """Where the visit stands."""
        view = self.view
        if view is None:
            return "opening"
        if view.current is not None:
            return "serving" if view.current.state == "serving" else "called"
        if view.paused:
            return "paused"
        return "idle" if view.waiting else "empty"

    @property
    def reachable(self) -> bool:
        """Whether the database answers, as far as is known."""
        return self.away_since is None

    @property
    def can_act(self) -> bool:
        """Whether a verb may be pressed just now."""
        return self.can_press and not self.busy

    @property
    def can_press(self) -> bool:
        """The same, but while a verb is under way too: a press is dropped then, and nothing flickers for it."""
        return self.view is not None and self.reachable

    def now(self) -> datetime:
        """The present moment on the centre's clock: the database's last word, and the time passed since."""
        passed = timedelta(seconds=time.monotonic() - self._seen_at)
        return datetime.now().astimezone() if self.view is None else self.view.at + passed

    @property
    def rating(self) -> RatingNow | None:
        """The rating going on just now."""
        return self.rating_watch.now

    def _visits(self) -> tuple[Serving, ...]:
        view = self.view
        return tuple(visit for visit in (view.current, view.last_visit) if visit is not None) if view else ()

    def free_since(self) -> datetime | None:
        """When the last visit here ended; None before the first one of the day and during a visit."""
        view = self.view
        if view is None or view.current is not None or view.last_visit is None:
            return None
        ends = [row.finished_at for row in view.last_visit.handlings if row.finished_at is not None]
        return max(ends, default=None)

    def open_handlings(self) -> tuple[HandlingRow, ...]:
        """What is being handled in this visit and not finished."""
        current = self.view.current if self.view else None
        return tuple(row for row in current.handlings if row.finished_at is None) if current else ()

    # Reading.

    def begin(self) -> None:
        """Open the office (behind the window), take the seat, and show what is the case."""
        self._load_items()
        staff, counter = self._staff, self.counter

        def seat(office: Office) -> CounterView:
            view = office.hall.counter_view(counter)
            if staff is None or view.staff == staff:
                return view
            office.counters.sign_in(counter, staff)
            return office.hall.counter_view(counter)

        self._background.run(seat, self._show, trouble=self._tell, owner=self)

    def refresh(self) -> None:
        """Read the picture anew; many calls while one is under way make one more."""
        self._stale = self._reading
        if self._reading:
            return
        self._reading = True
        counter = self.counter
        self._background.run(
            lambda office: office.hall.counter_view(counter),
            self._show,
            trouble=self._unread,
            settled=self._read,
            owner=self,
        )

    def lines(self, done: Callable[[tuple[LineTile, ...]], None], owner: QObject) -> None:
        """The lines a ticket can be moved to, handed to ``done``."""
        self._background.run(lambda office: office.hall.kiosk_view().lines, done, trouble=self._tell, owner=owner)

    def find(self, code: str, done: Callable[[Found | CaseStanding], None]) -> None:
        """What a scanned code stands for, handed to ``done`` after a fresh picture; an unknown one is told."""
        counter = self.counter
        self.told.emit(None)

        def look(office: Office) -> tuple[Found | CaseStanding, CounterView]:
            return look_up(office, code), office.hall.counter_view(counter)

        def seen(answer: tuple[Found | CaseStanding, CounterView]) -> None:
            self._show(answer[1])
            done(answer[0])

        self._background.run(look, seen, trouble=self._tell, owner=self)

    def _load_items(self) -> None:
        def load(office: Office) -> tuple[tuple[ItemView, ...], tuple[Key, ...]]:
            return office.catalogue.items(), office.feedback.scale()

        def papers(office: Office) -> tuple[tuple[FormRow, ...], tuple[FormFault, ...]]:
            return office.forms.list(), office.forms.faults()

        self._background.run(load, self._loaded, trouble=self._unread, owner=self)
        self._background.run(papers, self._forms_loaded, trouble=self._unread, owner=self)

    def _forms_loaded(self, found: tuple[tuple[FormRow, ...], tuple[FormFault, ...]]) -> None:
        forms, self.form_faults = found
        self.forms = {code: tuple(one for one in forms if code in one.items) for form in forms for code in form.items}
        self.items_changed.emit()

    def _loaded(self, found: tuple[tuple[ItemView, ...], tuple[Key, ...]]) -> None:
        items, keys = found
        self.items = {item.code: item for item in items}
        self.rating_watch.keys = {key.key: key for key in keys}
        self.items_changed.emit()

    def _show(self, view: CounterView) -> None:
        if self.view is not None and view.at < self.view.at:
            return  # a slow read that was overtaken by a newer one
        self.view, self._seen_at = view, time.monotonic()
        self.viewed.emit()

    def _read(self) -> None:
        self._reading = False
        if self._stale:
            self.refresh()

    def _unread(self, trouble: Trouble) -> None:
        if self.view is None and self.reachable:
            self._tell(trouble)

    # Verbs.

    def call_next(self) -> None:
        """Call whoever is first."""
        counter = self.counter

        def none_waits(ticket: Any) -> None:
            if ticket is None:
                self.told.emit(
                    Notice(
                        "calm", self.tr("Nobody is waiting."), self.tr("The next number taken appears here at once.")
                    )
                )

        self._do("call", lambda office: office.queue.call_next(counter), none_waits)

    def call(self, ticket: int) -> None:
        """Call one certain ticket: out of turn, or back from hold."""
        counter = self.counter
        self._do("call", lambda office: office.queue.call(ticket, counter))

    def recall(self) -> None:
        """Call the called ticket once more."""
        self._with_current("recall", lambda office, ticket: office.queue.recall(ticket))

    def hold(self) -> None:
        """Put the current ticket aside; its place and what was begun are kept."""
        self._with_current("hold", lambda office, ticket: office.queue.hold(ticket))

    def skip(self) -> None:
        """Nobody came."""
        self._with_current("skip", lambda office, ticket: office.queue.skip(ticket))

    def restore(self, ticket: int) -> None:
        """Bring a passed ticket back to its own place in the queue."""
        self._do("restore", lambda office: office.queue.restore(ticket))

    def transfer(self, line: str) -> None:
        """Move the current ticket to another line."""
        self._with_current("transfer", lambda office, ticket: office.queue.transfer(ticket, line))

    def start(self, item: str | None = None) -> None:
        """Begin an item; without one, what the ticket was taken for, or all that was booked."""
        current = self.view.current if self.view else None
        booked = current.booked_items if current is not None and item is None else ()

        def verb(office: Office, ticket: int) -> None:
            for code in booked or (item,):
                office.queue.start(ticket, code)

        self._with_current("start", verb)

    def finish(self, handling: int, outcome: str) -> None:
        """End a handling, and let the pad ask."""
        desk = self._rating_desk

        def ask(_: Any) -> None:
            if desk is not None:
                desk.ask(handling)

        self._do("finish", lambda office: office.queue.finish(handling, outcome), ask)

    def finish_with_case(self, intake: Intake, person: Callable[[Office, str], int]) -> None:
        """End a handling and open its case in one verb; ``person`` gives the resident's id, on the worker."""
        desk, by = self._rating_desk, (self.view.staff or "") if self.view else ""

        def verb(office: Office) -> CaseView:
            taken = intake.taken(person(office, by))
            return office.intake.finish_with_case(intake.handling, intake.outcome, taken, by=by)

        def opened(case: CaseView) -> None:
            self.case_opened.emit(case)
            if desk is not None:
                desk.ask(intake.handling)

        self._do("finish", verb, opened)

    def people(self, done: Callable[[People], None], owner: QObject) -> None:
        """Who may sit down here: who is on duty today, and everybody who works here; handed to ``done``."""

        def read(office: Office) -> People:
            staff = {one.code: one.name for one in office.counters.staff()}
            return office.duty.on(office.room.day(office.room.now())), staff

        self._background.run(read, done, trouble=self._tell, owner=owner)

    def sign_in(self, staff: str) -> None:
        """Somebody sits down here, which the roster notes."""
        counter = self.counter
        self._do("sign_in", lambda office: office.counters.sign_in(counter, staff))

    def sign_out(self) -> None:
        """The person leaves; the window is closed."""
        counter = self.counter
        self._do("sign_out", lambda office: office.counters.sign_out(counter))

    def pause(self) -> None:
        """Stop calling for a while."""
        counter = self.counter
        self._do("pause", lambda office: office.counters.pause(counter))

    def resume(self) -> None:
        """Go on calling."""
        counter = self.counter
        self._do("resume", lambda office: office.counters.resume(counter))

    @property
    def can_print(self) -> bool:
        """Whether there is a printer and a ticket to print."""
        return self.slip.has_printer and self.view is not None and self.view.current is not None

    def print_slip(self) -> None:
        """Print the current ticket's slip once more."""
        if self.view is not None and self.view.current is not None:
            self.slip.print_again(self.view.current.id)

    def _with_current(self, name: str, verb: Callable[[Office, int], Any]) -> None:
        if self.view is not None and self.view.current is not None:
            ticket = self.view.current.id
            self._do(name, lambda office: verb(office, ticket))

    def _do(self, name: str, verb: Callable[[Office], Any], then: Callable[[Any], None] | None = None) -> None:
        if not self.can_act:
            return
        self.told.emit(None)
        self._set_busy(name)
        counter = self.counter

        def both(office: Office) -> tuple[Any, CounterView]:
            return verb(office), office.hall.counter_view(counter)

        def done(answer: tuple[Any, CounterView]) -> None:
            self.busy = ""
            self._show(answer[1])
            self.busy_changed.emit()
            if then is not None:
                then(answer[0])

        self._background.run(
            both, done, trouble=self._refused, settled=lambda: self._set_busy("") if self.busy else None, owner=self
        )

    def _set_busy(self, name: str) -> None:
        self.busy = name
        self.busy_changed.emit()

    def _refused(self, trouble: Trouble) -> None:
        self._set_busy("")
        self._tell(trouble)
        self.refresh()  # somebody else may have been quicker: show what is the case now

    def _tell(self, trouble: Trouble) -> None:
        sentence, advice = tell(trouble)
        self.told.emit(Notice("trouble" if isinstance(trouble, Fault) else "calm", sentence, advice))

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in the band what was refused elsewhere at this window: a key of its call box."""
        self._tell(trouble)

    # What comes from outside.

    def _on_changed(self, topics: frozenset[str]) -> None:
        if "catalogue" in topics:
            self._load_items()
        if topics & TOPICS:
            self.refresh()

    def _on_connection(self, reachable: bool, reason: str) -> None:
        since = self.away_since or self.now()
        self.away_since = None if reachable else since
        self.away_reason, self.away_advice = reason, self._background.advice
        self.connection_changed.emit()
        if reachable and self.view is None:
            self.begin()
