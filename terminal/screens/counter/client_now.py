"""Who the person at the window is: found or entered by whoever serves, for as long as the visit lasts.

No widgets here. Who came by appointment is known from it. The card on the reader may stand in for it: it is entered
when a case needs somebody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from terminal.office.case_views import CaseRow
from terminal.office.people_views import PersonView
from terminal.rules.casework import UNFINISHED
from terminal.rules.resident import ResidentFields
from terminal.screens.background import Background
from terminal.screens.counter.resident_now import ResidentNow
from terminal.screens.counter.work import Work

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

WAITING: Final = frozenset({"to_correct", "granted", "rejected", "notified"})  # for the resident


class ClientNow(QObject):
    """GUI thread only. ``changed`` tells of somebody else, or nobody any more; ``other_card`` has an agent's card."""

    changed = Signal()
    other_card = Signal(object)  # ResidentFields

    def __init__(
        self, background: Background, work: Work, card: ResidentNow, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._background, self._work, self._card = background, work, card
        self.person: PersonView | None = None
        self.cases: tuple[CaseRow, ...] = ()  # of theirs, still open; what waits for them goes first
        self._visit: int | None = None
        self._expecting = False  # an agent's card
        self._laid: ResidentFields | None = None  # the last card that was read
        self._kept: ResidentFields | None = None  # theirs, when another was laid on after it
        self._other: ResidentFields | None = None  # an agent's
        work.viewed.connect(self._follow)
        card.changed.connect(self._card_changed)
        background.changed.connect(lambda topics: self._read_cases() if "case" in topics else None)

    @property
    def known(self) -> bool:
        """Whether a case could be opened for them."""
        return self.person is not None or self._theirs() is not None

    @property
    def name(self) -> str:
        """Their name, as recorded or as their card says; "" for nobody."""
        if self.person is not None:
            return self.person.name
        fields = self._theirs()
        return fields.name if fields is not None else ""

    @property
    def address(self) -> str:
        """Where they live, as recorded or as their card says; "" when nobody knows."""
        if self.person is not None:
            return self.person.address
        fields = self._theirs()
        return fields.address if fields is not None else ""

    def choose(self, person: PersonView | None) -> None:
        """It is this one."""
        self.person, self._visit, self.cases = person, self._current(), ()
        self._read_cases()
        self.changed.emit()

    def expect_other(self, on: bool) -> None:
        """While on, a card laid on the reader is an agent's; whose card counted until then stays who it is."""
        if on:
            self._kept = self._theirs()
        self._expecting = on

    def id_for(self, office: Office, by: str) -> int:
        """Their id, on a worker; whose card lies on the reader is entered by it. Raises Refusal."""
        if self.person is not None:
            return self.person.id
        fields = self._theirs()
        assert fields is not None  # asked for somebody known only
        return office.residents.of_card(fields, by=by).id

    def enter(self, done: Callable[[], None]) -> None:
        """Whose card counts is entered now, if it has not been; ``done`` is called once they are on record."""
        if self.person is not None or not self.known:
            done()
            return
        visit, view = self._current(), self._work.view
        by = (view.staff or "") if view is not None else ""

        def seen(person: PersonView) -> None:
            if self._current() == visit:
                self.choose(person)
                done()

        self._background.run(
            lambda office: office.residents.view(self.id_for(office, by), by=by), seen,
            trouble=self._work.show_trouble, owner=self,
        )  # fmt: skip

    def _theirs(self) -> ResidentFields | None:
        """What their card says: the one kept, else the one on the reader, unless it is an agent's."""
        fields = self._card.fields
        if self._kept is not None or fields is None or fields is self._other or self._card.lingers:
            return self._kept
        return fields

    def _card_changed(self) -> None:
        fields = self._card.fields
        if fields is not None and fields is not self._laid:
            self._laid = fields
            again = self._kept is not None and fields.number == self._kept.number
            if self._expecting and again:
                self._kept = fields
            elif self._expecting:
                self._other = fields
                self.other_card.emit(fields)
            else:
                self._kept = self._other = None
        self.changed.emit()

    def _current(self) -> int | None:
        view = self._work.view
        return view.current.id if view is not None and view.current is not None else None

    def _follow(self) -> None:
        if self._current() == self._visit:
            return
        self._visit = self._current()
        self._kept = self._other = self._laid = None
        self._expecting = False
        if self.person is not None:
            self.choose(None)
        self._look_up_booked()

    def _read_cases(self) -> None:
        person = self.person
        if person is None:
            return

        def read(cases: tuple[CaseRow, ...]) -> None:
            if self.person is person:
                still = [case for case in cases if case.state in UNFINISHED]
                self.cases = tuple(sorted(still, key=lambda case: case.state not in WAITING))
                self.changed.emit()

        self._background.run(
            lambda office: office.cases.of_resident(person.id), read, trouble=self._work.show_trouble, owner=self
        )

    def _look_up_booked(self) -> None:
        """Who made the appointment is at the window, until somebody says otherwise."""
        view = self._work.view
        booked = view.current.booked_by if view is not None and view.current is not None else None
        if view is None or booked is None:
            return
        visit, by = self._visit, view.staff or ""

        def seen(person: PersonView) -> None:
            if self._visit == visit and not self.known:
                self.choose(person)

        self._background.run(
            lambda office: office.residents.view(booked, by=by), seen, trouble=self._work.show_trouble, owner=self
        )
