"""What the kiosk knows of the hall, kept fresh from the change feed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from terminal.errors import Trouble
from terminal.office.views import ItemView, KioskView
from terminal.screens.background import Background

if TYPE_CHECKING:  # these modules bring the database in
    from terminal.office.office import Office
    from terminal.office.priorities import PriorityClass

HALL: Final = frozenset({"ticket", "handling", "counter", "catalogue", "plan"})
CATALOGUE: Final = frozenset({"catalogue"})


class HallReader(QObject):
    """Reads behind the window and tells when something is new. GUI thread; at most one read of a kind at a time."""

    read = Signal()
    """The view, the items or the priority classes are new."""

    away = Signal(bool)
    """The database does not answer, or answers again."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.view: KioskView | None = None
        self.items: tuple[ItemView, ...] = ()
        self.priorities: tuple[PriorityClass, ...] = ()
        self.is_away = False
        self._reading = False
        self._again = False
        background.changed.connect(self._changed)
        background.connection.connect(self._connection)

    def start(self) -> None:
        """Read everything for the first time."""
        self._read_hall()
        self._read_catalogue()

    def look(self) -> None:
        """Read the hall once more."""
        if not self.is_away:
            self._read_hall()

    def items_of(self, letter: str) -> tuple[ItemView, ...]:
        """The items of a line, in the catalogue's order."""
        return tuple(item for item in self.items if item.line == letter)

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & HALL:
            self._read_hall()
        if topics & CATALOGUE:
            self._read_catalogue()

    def _connection(self, reachable: bool, _reason: str) -> None:
        if reachable and (self.is_away or self.view is None):
            self.start()
        self._set_away(not reachable)

    def _set_away(self, away: bool) -> None:
        if away != self.is_away:
            self.is_away = away
            self.away.emit(away)

    def _read_hall(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._again = False

        def verb(office: Office) -> KioskView:
            return office.hall.kiosk_view()

        self._background.run(verb, self._got_hall, trouble=self._missed, settled=self._settled, owner=self)

    def _got_hall(self, view: KioskView) -> None:
        self.view = view
        self._set_away(False)
        self.read.emit()

    def _missed(self, _trouble: Trouble) -> None:
        # A Refusal here means a database without a centre: to a resident the same as none.
        self._set_away(True)

    def _settled(self) -> None:
        self._reading = False
        if self._again:
            self._read_hall()

    def _read_catalogue(self) -> None:
        def verb(office: Office) -> tuple[tuple[ItemView, ...], tuple[PriorityClass, ...]]:
            return office.catalogue.items(), office.queue.priorities()

        def got(answer: tuple[tuple[ItemView, ...], tuple[PriorityClass, ...]]) -> None:
            self.items, self.priorities = answer
            self.read.emit()

        self._background.run(verb, got, trouble=self._missed, owner=self)
