"""Who the person at the window is: found or entered by whoever serves, for as long as the visit lasts.

No widgets here. The card on the reader may stand in for it: it is entered when a case needs somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.office.people_views import PersonView
from terminal.screens.counter.resident_now import ResidentNow
from terminal.screens.counter.work import Work

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office


class ClientNow(QObject):
    """GUI thread only. ``changed`` tells of somebody else, or nobody any more."""

    changed = Signal()

    def __init__(self, work: Work, card: ResidentNow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._card = work, card
        self.person: PersonView | None = None
        self._visit: int | None = None
        work.viewed.connect(self._follow)
        card.changed.connect(self.changed)

    @property
    def known(self) -> bool:
        """Whether a case could be opened for them."""
        return self.person is not None or self._card_of_visit()

    @property
    def name(self) -> str:
        """Their name, as recorded or as their card says; "" for nobody."""
        if self.person is not None:
            return self.person.name
        fields = self._card.fields
        return fields.name if fields is not None and self._card_of_visit() else ""

    def choose(self, person: PersonView | None) -> None:
        """It is this one."""
        self.person, self._visit = person, self._current()
        self.changed.emit()

    def id_for(self, office: Office, by: str) -> int:
        """Their id, on a worker; whose card lies on the reader is entered by it. Raises Refusal."""
        if self.person is not None:
            return self.person.id
        fields = self._card.fields
        assert fields is not None  # asked for somebody known only
        return office.residents.of_card(fields, by=by).id

    def _card_of_visit(self) -> bool:
        return self._card.fields is not None and not self._card.lingers

    def _current(self) -> int | None:
        view = self._work.view
        return view.current.id if view is not None and view.current is not None else None

    def _follow(self) -> None:
        if self.person is not None and self._current() != self._visit:
            self.choose(None)
