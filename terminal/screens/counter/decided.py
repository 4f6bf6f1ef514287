"""What was decided about a handling at the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from terminal.office.case_views import MandateEntry, MaterialMark
from terminal.office.people_views import PersonEntry

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.intake import Taken

COLLECT = "collect"  # how most results get to the resident


class Mark(NamedTuple):
    """What is said of a material: received, seen (the original is given back, a copy kept), wrong and why, or waived
    until a day.
    """

    state: str
    why: str = ""
    promised_by: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Way:
    """How a case goes on: who carries it through, how its result gets home, and who acts for the resident.

    ``delivery`` as model.Delivery; ``mandate`` of a proxy case only.
    """

    delivery: str = COLLECT
    deliver_to: str = ""
    agent: PersonEntry | None = None
    relation: str = ""
    mandate: MandateEntry | None = None

    @property
    def proxy(self) -> bool:
        """Whether all of it is done for the resident."""
        return self.mandate is not None

    def __repr__(self) -> str:
        return f"<Way {self.delivery}>"


@dataclass(frozen=True, slots=True)
class Intake:
    """Of a handling that becomes a case."""

    handling: int
    outcome: str
    marks: tuple[MaterialMark, ...] = ()
    note: str = ""
    way: Way = Way()

    def taken(self, person: int) -> Taken:
        """The same as the office takes it, of the resident of this id."""
        from terminal.office.intake import Taken  # asked for on a worker, where SQLAlchemy is there by now

        way = self.way
        return Taken(
            person, self.marks, way.proxy, way.agent, way.relation, way.delivery, way.deliver_to, self.note, way.mandate
        )
