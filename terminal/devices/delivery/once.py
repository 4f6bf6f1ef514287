"""Delivering what is due now, and ending: for a command that a timer of the system starts, and for trying it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from terminal.devices.delivery.chores import Chores
from terminal.devices.delivery.courier import Courier, Done

if TYPE_CHECKING:
    from terminal.office.office import Office

READY_S: Final = 45.0  # for a modem to find its network
LOOK_S: Final = 1.0


def deliver_due(
    office: Office, couriers: Sequence[Courier], done: Callable[[Done], None], *, ready_s: float = READY_S
) -> list[str]:
    """See to the chores, then deliver what is due, each way for itself. Blocks; bounded by what is due.

    Returns the ways (sms, url) whose transport did not get ready although something waits for it. ``done`` is told of
    each message, on one of several threads. Raises Fault when the database is away; what was sent is recorded before.
    """
    Chores().do(office)
    with ThreadPoolExecutor(max(1, len(couriers)), "courier") as pool:
        stuck = list(pool.map(lambda courier: _work(office, courier, done, ready_s), couriers))
    return [courier.transport.via for courier, is_stuck in zip(couriers, stuck, strict=True) if is_stuck]


def _work(office: Office, courier: Courier, done: Callable[[Done], None], ready_s: float) -> bool:
    """Whether it had to be left undone."""
    transport = courier.transport
    try:
        until = time.monotonic() + ready_s
        while _waits(office, transport.via) and not transport.ready:
            if time.monotonic() >= until:
                return True
            transport.wait(LOOK_S)
        while (told := courier.step(office)) is not None:
            done(told)
            until = time.monotonic() + ready_s
            while not transport.ready and time.monotonic() < until:  # made ready anew after a message that went wrong
                transport.wait(LOOK_S)
        return not transport.ready and _waits(office, transport.via)
    finally:
        transport.close()


def _waits(office: Office, via: str) -> bool:
    """Whether something is due that goes this way."""
    now = office.room.now()
    return any(row.via == via and row.next_at <= now for row in office.outbox.messages("waiting", limit=1000))
