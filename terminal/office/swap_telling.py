"""What people are told of swaps. Each runs within the verb's transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from terminal.model import Staff, Swap
from terminal.office.duty_reading import bounds
from terminal.office.exchange import Exchange
from terminal.office.outbox import tell
from terminal.office.plan_views import DutyView
from terminal.office.room import Room
from terminal.rules.hours import clock_of
from terminal.rules.masking import masked_name


def asked(session: Session, room: Room, swap: Swap, exchange: Exchange, now: datetime) -> None:
    """Tell the other person of the request. It is of no use once a duty has begun."""
    begins = min(bounds(room, one)[0] for one in exchange.duties)
    values = _values(session, swap, exchange, swap.asked_by) | {"reason": swap.reason}
    event = f"swap/{swap.id}/asked"
    tell(session, room, "swap_asked", event, values, at=now, staff=swap.with_staff, expires_at=begins)


def approved(session: Session, room: Room, swap: Swap, exchange: Exchange, now: datetime) -> None:
    """Tell both that the duties have changed hands."""
    for staff, colleague in ((swap.asked_by, swap.with_staff), (swap.with_staff, swap.asked_by)):
        values = _values(session, swap, exchange, colleague)
        tell(session, room, "swap_approved", f"swap/{swap.id}/approved/{staff}", values, at=now, staff=staff)


def refused(
    session: Session, room: Room, swap: Swap, exchange: Exchange, staff: str, reason: str, now: datetime
) -> None:
    """Tell one of them that everything stays as it is."""
    colleague = swap.with_staff if staff == swap.asked_by else swap.asked_by
    values = _values(session, swap, exchange, colleague)
    del values["other"]
    tell(
        session,
        room,
        "swap_refused",
        f"swap/{swap.id}/refused/{staff}",
        values | {"reason": reason},
        at=now,
        staff=staff,
    )


def _values(session: Session, swap: Swap, exchange: Exchange, colleague: str) -> dict[str, str]:
    return {
        "colleague": masked_name(session.get_one(Staff, (swap.centre, colleague)).name),
        "duty": _written(exchange.given),
        "other": f" ↔ {_written(exchange.taken)}" if exchange.taken else "",
    }


def _written(duty: DutyView) -> str:
    times = f"{clock_of(duty.opens)}–{clock_of(duty.closes)}"
    return " ".join(filter(None, (f"{duty.day.month}月{duty.day.day}日", duty.shift_name, times)))
