"""One transport's courier: takes the messages that go its way, one after the other, and records what became of each.

A message is in the state ``sending`` before anything of it leaves this machine, and is taken once: a program that dies
in between leaves it to be found as ``unsure``. What was sent and could not be recorded is recorded before the next one.
"""

from __future__ import annotations

import platform
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from os import getpid
from typing import TYPE_CHECKING, Final

from terminal.devices.delivery import reasons
from terminal.devices.delivery.backoff import again_at
from terminal.devices.delivery.transport import Result, Transport

if TYPE_CHECKING:
    from terminal.office.office import Office

RECOVER_S: Final = 60.0  # how often it is looked for messages that nobody has in hand any more
LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a message, and whether it is tried again by itself."""

    message: int
    via: str
    result: Result
    again: bool = False


class Courier:
    """Works one transport, for one thread. ``name`` is its own in the whole centre: no other courier may have it."""

    def __init__(
        self, transport: Transport, name: str | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.transport = transport
        self.name = name or own_name(transport.via)
        self._clock = clock
        self._unrecorded: tuple[int, int, Result] | None = None  # message, attempts
        self._recover_at = float("-inf")

    @property
    def owes(self) -> bool:
        """Whether something was sent that is not recorded yet."""
        return self._unrecorded is not None

    def step(self, office: Office) -> Done | None:
        """Take one message, send it, record it. None when there is nothing to do, or nothing can be done now.

        Raises Fault when the database is away; what was sent before that is recorded by the next call.
        """
        if self._unrecorded is not None:
            return self._record(office)
        self._recover(office)
        if not self.transport.ready:
            return None
        for message in office.outbox.claim(self.name, office.room.now(), 1, self.transport.via):
            result = self.transport.send(message)
            self._unrecorded = message.id, message.attempts, result
            return self._record(office)
        return None

    def _record(self, office: Office) -> Done:
        assert self._unrecorded is not None
        message, attempts, result = self._unrecorded
        outbox, again = office.outbox, None
        match result.fate:
            case "sent":
                outbox.sent(message, self.name)
            case "unsure":
                outbox.unsure(message, result.reason, self.name)
            case "again":
                again = again_at(attempts, office.room.now())
                outbox.failed(message, result.reason, again_at=again, worker=self.name)
            case "failed":
                outbox.failed(message, result.reason, worker=self.name)
        self._unrecorded = None
        return Done(message, self.transport.via, result, again is not None)

    def _recover(self, office: Office) -> None:
        if self._clock() >= self._recover_at:
            office.outbox.recover(self.name)
            self._recover_at = self._clock() + RECOVER_S


def own_name(via: str) -> str:
    """A name that no other courier has, on this machine or another, now or later."""
    tail = f"/{getpid()}-{secrets.token_hex(4)}/{via}"
    return platform.node()[: LONGEST_NAME - len(tail)] + tail


def describe(done: Done) -> str:
    """What became of a message, in a line."""
    told = str(reasons.said(done.result.reason)) if done.result.reason else ""
    state = "waiting" if done.again else "failed" if done.result.fate == "again" else done.result.fate
    return f"{done.message}  {done.via}  {state}  {told}".rstrip()
