"""Taking a matter in at the counter: the handling ends and its case begins, in one verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Case, Delivery, FormEntry, Handling, Outcome, Resident
from terminal.office.case_moving import Step, advance_case
from terminal.office.case_opening import Order, Person, open_case
from terminal.office.case_reading import view_of
from terminal.office.case_views import CaseView, MandateEntry, MaterialMark
from terminal.office.mandates import enter_mandate
from terminal.office.queue_finish import finish_handling, outcome_named
from terminal.office.room import Room

# What a handling's outcome means for the case it becomes: the first move made with it.
MOVES: Final = {Outcome.ACCEPTED: "accept", Outcome.TO_CORRECT: "ask-correction", Outcome.REFUSED: "refuse"}


@dataclass(frozen=True, slots=True, repr=False)
class Taken:
    """What somebody at the counter decided; the arguments of ``IntakeDesk.finish_with_case``.

    ``mandate``: what is mandated of a proxy case; a refused one takes none.
    """

    person: Person
    marks: Sequence[MaterialMark] = ()
    proxy: bool = False
    agent: Person | None = None
    relation: str = ""
    delivery: str = Delivery.COLLECT
    deliver_to: str = ""
    note: str = ""
    mandate: MandateEntry | None = None


class IntakeDesk:
    """The counter's own verb of casework. Safe to use from many threads and processes."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def finish_with_case(self, handling: int, outcome: str, taken: Taken, *, by: str = "") -> CaseView:
        """End a handling as accepted, to_correct or refused, and open its case in that state, in one transaction.

        The materials are marked as they were ticked, the documents that go with the decision are numbered, a mandate's
        too, and forms filled in for the handling belong to the case from then on. Who served answers for it, unless
        ``by`` says who. Refuses as the handling's end, the case's opening and its move do, a proxy case of an item that
        is not carried through, and a result that is to be sent nowhere; then nothing at all has happened.
        """
        move = MOVES.get(outcome_named(outcome))
        if move is None:
            raise Refusal("What was done on the spot becomes no case.", "Finish the handling as done.")
        with self._room.writing_papers() as session:
            now = self._room.now()
            ended = finish_handling(session, self._room, handling, outcome, now)
            who = by or ended.staff or ""
            case = self._opened(session, ended, taken, who)
            if taken.mandate is not None and ended.outcome != Outcome.REFUSED:
                enter_mandate(session, self._room, case, taken.mandate, now, who)
            advance_case(session, self._room, case.id, Step(move, note=taken.note, by=who))
            return view_of(session, self._room, case, who)

    def _opened(self, session: Session, handling: Handling, taken: Taken, by: str) -> Case:
        order = Order(
            handling.item, taken.person, taken.proxy, taken.agent, taken.relation, handling=handling.id,
            delivery=taken.delivery, deliver_to=taken.deliver_to, marks=taken.marks, by=by,
        )  # fmt: skip
        self._check_proxy(session, handling.item, taken)
        case = open_case(session, self._room, order)
        _check_address(session, case)
        filled = (
            update(FormEntry)
            .where(FormEntry.handling_id == handling.id, FormEntry.case_id.is_(None))
            .values(case_id=case.id, resident_id=case.resident_id)
        )
        session.execute(filled.execution_options(synchronize_session=False))
        return case

    def _check_proxy(self, session: Session, item: str, taken: Taken) -> None:
        if taken.proxy and not self._room.item(session, item).proxy:
            raise Refusal(
                "Item {item} is not carried through for residents.", "Let the resident come in person.", item=item
            )


def _check_address(session: Session, case: Case) -> None:
    """What is posted or brought home goes to the address given, else to that of the resident's record."""
    if case.delivery == Delivery.COLLECT or case.deliver_to:
        return
    if not session.get_one(Resident, case.resident_id).address:
        raise Refusal("It is not said where the result goes.", "Enter an address, or let it be collected.")
