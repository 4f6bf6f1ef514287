"""What a swap comes to: which duties change hands, what that goes against, and how it is written down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty
from terminal.office.duty_reading import bounds, duty_views, in_force
from terminal.office.plan_views import DutyView
from terminal.office.room import Room
from terminal.office.roster_ground import read_ground
from terminal.office.roster_publishing import conflict_reasons
from terminal.office.roster_reading import find_conflicts
from terminal.office.urgent import hand_over
from terminal.rules.roster import HARD, Conflict


@dataclass(frozen=True, slots=True)
class Exchange:
    """``giver`` gives a duty away, for nothing or for one of the ``taker``'s."""

    given: DutyView
    taken: DutyView | None
    giver: str
    taker: str

    @property
    def duties(self) -> tuple[DutyView, ...]:
        """The one or two duties."""
        return (self.given,) if self.taken is None else (self.given, self.taken)

    @property
    def days(self) -> tuple[date, date]:
        """The earlier and the later of their days."""
        return min(one.day for one in self.duties), max(one.day for one in self.duties)

    def applied(self, duties: Iterable[DutyView]) -> list[DutyView]:
        """The duties as they would be afterwards."""
        hands = {self.given.id: self.taker}
        if self.taken is not None:
            hands[self.taken.id] = self.giver
        return [replace(one, staff=hands[one.id], absent=None) if one.id in hands else one for one in duties]

    def possible(self, room: Room, now: datetime) -> bool:
        """Whether both duties are still those people's to change."""
        return all(
            one.in_force and one.staff == staff and bounds(room, one)[0] > now
            for one, staff in zip(self.duties, (self.giver, self.taker), strict=False)
        )

    def check(self, session: Session, room: Room, now: datetime) -> None:
        """Refuse what is begun, not theirs any more, or could not be worked by the person who would get it."""
        for one, staff in zip(self.duties, (self.giver, self.taker), strict=False):
            if not one.in_force or one.staff != staff:
                raise Refusal("The duty of {day} is not {staff}'s.", "See the roster.", day=one.day, staff=staff)
            if bounds(room, one)[0] <= now:
                raise Refusal("The duty of {day} has begun.", "Note an absence instead.", day=one.day)
        hard = [one for one in self.conflicts(session, room) if one.kind in HARD]
        if hard:
            raise Refusal(
                "These duties cannot be changed: {reasons}", "Ask somebody else.", reasons=conflict_reasons(hard)
            )

    def conflicts(self, session: Session, room: Room) -> tuple[Conflict, ...]:
        """What would be wrong with the roster of these days that is not wrong with it now."""
        before = duty_views(session, room, *in_force(*self.days))
        ground = read_ground(session, room, *self.days)
        now = set(find_conflicts(session, room, ground, before))
        return tuple(one for one in find_conflicts(session, room, ground, self.applied(before)) if one not in now)

    def carry_out(self, session: Session, room: Room) -> tuple[int, ...]:
        """Put both duties into the other's hands; what was is kept as a record. Returns the new duties' ids.

        An urgent appointment goes with the duty that was made for it.

        The caller holds the plan's lock and has the duties locked.
        """
        new = []
        hands = zip(self.duties, (self.taker, self.giver), strict=False)
        for one, staff in hands:
            was = session.get_one(Duty, one.id)
            was.in_force = False
            session.flush()  # at a place at most one is in force
            duty = Duty(
                centre=was.centre, roster_id=was.roster_id, in_force=True, day=was.day, shift=was.shift,
                counter=was.counter, staff=staff, opens=was.opens, closes=was.closes, kind=was.kind, fixed=True,
            )  # fmt: skip
            session.add(duty)
            new.append(duty)
            hand_over(session, room, was, staff)
        session.flush()
        return tuple(one.id for one in new)
