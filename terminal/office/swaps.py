"""Swaps: a duty is given away or exchanged once the other person agrees and somebody approves."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty, Staff, Swap
from terminal.model.duty import OPEN_SWAPS, SwapState, check_reason
from terminal.office import swap_telling
from terminal.office.duty_changes import Broken, changing
from terminal.office.duty_reading import duty_views, locked_duty
from terminal.office.exchange import Exchange
from terminal.office.plan_views import ConflictView, DutyView, SwapView
from terminal.office.room import LARGEST_ID, Room


class SwapVerbs:
    """The part of the duty desk that changes duties between people."""

    _room: Room

    def swaps(self, open_only: bool = True) -> tuple[SwapView, ...]:
        """The requests, the oldest first: those that can still be decided, with what they go against, or all of them.

        A request that nobody decides ends when one of its duties begins, or is given to somebody else.
        """
        now = self._room.now()
        query = select(Swap).where(Swap.centre == self._room.centre).order_by(Swap.id)
        if open_only:
            query = query.where(Swap.state.in_(OPEN_SWAPS))
        with self._room.reading() as session:
            swaps = session.scalars(query).all()
            found = _exchanges(session, self._room, swaps)
            return tuple(
                self._view(session, swap, exchange, possible)
                for swap, exchange in zip(swaps, found, strict=True)
                if (possible := swap.state in OPEN_SWAPS and exchange.possible(self._room, now)) or not open_only
            )

    def ask_swap(
        self, duty_id: int, with_staff: str, other_duty_id: int | None = None, reason: str = "", *, by: str
    ) -> SwapView:
        """Ask another person to take a duty of one's own, or to exchange it for one of theirs; the person is told.

        Refuses what could not be approved either, and a second request about a duty.
        """
        check_reason(reason)
        now = self._room.now()
        with self._room.writing() as session:
            self._room.check_by(session, by)
            other = self._room.staff(session, with_staff).code
            if other == by:
                raise Refusal("Nobody swaps with themselves.", "Choose somebody else.")
            swap = Swap(
                centre=self._room.centre, duty_id=duty_id, other_duty_id=other_duty_id, asked_by=by, with_staff=other,
                reason=reason, asked_at=now,
            )  # fmt: skip
            for one in sorted(_duties_of(swap)):
                locked_duty(session, self._room, one)
            self._refuse_second(session, _duties_of(swap))
            (exchange,) = _exchanges(session, self._room, [swap])
            exchange.check(session, self._room, now)
            session.add(swap)
            session.flush()
            after = {"duty": duty_id, "other": other_duty_id, "with": other}
            self._room.note(session, "ask_swap", "swap", swap.id, at=now, who=by, after=after)
            swap_telling.asked(session, self._room, swap, exchange, now)
            return self._view(session, swap, exchange, True)

    def agree(self, swap_id: int, *, by: str) -> SwapView:
        """The other person agrees. It still has to be approved."""
        return self._decide(swap_id, "agree_swap", by, lambda swap, at: swap.agree(by, at))

    def decline(self, swap_id: int, *, by: str) -> SwapView:
        """The other person does not want it; who asked is told."""
        return self._decide(swap_id, "decline_swap", by, lambda swap, at: swap.decline(by, at))

    def refuse(self, swap_id: int, reason: str = "", *, by: str) -> SwapView:
        """It is not approved; both are told why."""
        check_reason(reason)
        return self._decide(swap_id, "refuse_swap", by, lambda swap, at: swap.refuse(by, at), reason)

    def withdraw(self, swap_id: int, *, by: str) -> SwapView:
        """Who asked does not want it any more."""
        return self._decide(swap_id, "withdraw_swap", by, lambda swap, at: swap.withdraw(by, at))

    def approve(self, swap_id: int, *, by: str) -> SwapView:
        """The duties change hands at once, and both people are told. The answer names the appointments this breaks.

        Refuses when a duty has begun or is another's by now, and when the person who would get one is on leave then,
        on duty elsewhere, or trained for nothing of that counter.
        """
        with changing(self._room, by) as (session, now):
            swap = self._locked(session, swap_id)
            swap.approve(by, now)
            for one in sorted(_duties_of(swap)):
                locked_duty(session, self._room, one)
            for person in (swap.asked_by, swap.with_staff):
                self._room.staff(session, person)  # who has left the centre takes no duty
            (exchange,) = _exchanges(session, self._room, [swap])
            exchange.check(session, self._room, now)
            broken = Broken(session, self._room, *exchange.days)
            new = exchange.carry_out(session, self._room)
            found = broken.found()
            after = {"state": swap.state, "duties": new}
            before = {"duties": [one.id for one in exchange.duties]}
            self._room.note(session, "approve_swap", "swap", swap.id, at=now, who=by, before=before, after=after)
            swap_telling.approved(session, self._room, swap, exchange, now)
            return replace(self._view(session, swap, exchange, False), broken=found)

    def _decide(
        self, swap_id: int, verb: str, by: str, decide: Callable[[Swap, datetime], None], why: str = ""
    ) -> SwapView:
        """Change the state alone. Of a refusal those of the two are told who did not refuse themselves."""
        now = self._room.now()
        with self._room.writing() as session:
            self._room.check_by(session, by)
            swap = self._locked(session, swap_id)
            before = {"state": swap.state}
            decide(swap, now)
            session.flush()
            self._room.note(session, verb, "swap", swap.id, at=now, who=by, before=before, after={"state": swap.state})
            (exchange,) = _exchanges(session, self._room, [swap])
            if swap.state == SwapState.REFUSED:
                for staff in (swap.asked_by, swap.with_staff):
                    if staff != by:
                        swap_telling.refused(session, self._room, swap, exchange, staff, why, now)
            return self._view(session, swap, exchange, swap.state in OPEN_SWAPS and exchange.possible(self._room, now))

    def _locked(self, session: Session, swap_id: int) -> Swap:
        swap = None
        if 0 < swap_id <= LARGEST_ID:
            query = select(Swap).where(Swap.id == swap_id, Swap.centre == self._room.centre).with_for_update()
            swap = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
        if swap is None:
            raise Refusal("There is no swap {swap}.", "See the list of swaps.", swap=swap_id)
        return swap

    def _refuse_second(self, session: Session, duties: Collection[int]) -> None:
        query = select(Swap.id).where(
            Swap.state.in_(OPEN_SWAPS), Swap.duty_id.in_(duties) | Swap.other_duty_id.in_(duties)
        )
        open_one = session.scalars(query.limit(1)).one_or_none()
        if open_one is not None:
            raise Refusal("Swap {swap} is about that duty already.", "Have it decided first.", swap=open_one)

    def _view(self, session: Session, swap: Swap, exchange: Exchange, undecided: bool) -> SwapView:
        """The request; what it goes against matters while it is undecided."""
        names = {one: session.get_one(Staff, (swap.centre, one)).name for one in (swap.asked_by, swap.with_staff)}
        against = exchange.conflicts(session, self._room) if undecided else ()
        return SwapView(
            id=swap.id,
            state=swap.state,
            duty=exchange.given,
            other=exchange.taken,
            asked_by=swap.asked_by,
            asked_by_name=names[swap.asked_by],
            with_staff=swap.with_staff,
            with_name=names[swap.with_staff],
            reason=swap.reason,
            asked_at=self._room.local(swap.asked_at),
            decided_by=swap.decided_by,
            conflicts=tuple(
                ConflictView(one.kind.value, one.day, one.shift, one.counter, one.staff, one.detail) for one in against
            ),
        )


def _exchanges(session: Session, room: Room, swaps: Collection[Swap]) -> list[Exchange]:
    """What each request asks for, as its duties stand."""
    wanted = {one for swap in swaps for one in _duties_of(swap)}
    duties: dict[int, DutyView] = {one.id: one for one in duty_views(session, room, Duty.id.in_(wanted))}
    return [
        Exchange(
            duties[swap.duty_id],
            None if swap.other_duty_id is None else duties[swap.other_duty_id],
            swap.asked_by,
            swap.with_staff,
        )
        for swap in swaps
    ]


def _duties_of(swap: Swap) -> tuple[int, ...]:
    return (swap.duty_id,) if swap.other_duty_id is None else (swap.duty_id, swap.other_duty_id)
