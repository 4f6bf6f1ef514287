"""What carries messages away, as the courier that works it sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol


class Outgoing(Protocol):
    """A message as it was claimed from the outbox."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def address(self) -> str:
        """A telephone number, or an apprise URL."""

    @property
    def text(self) -> str:
        """What it says, ready."""

    @property
    def attempts(self) -> int:
        """How often it has been taken in hand, this time included."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a message. ``reason`` is a key of ``reasons.SENTENCES``, "" when it was sent.

    "again": nothing of it went out, and another time it may. "failed": nothing went out, and it never will. "unsure":
    it may have gone out; it is not sent again by itself.
    """

    fate: Literal["sent", "again", "failed", "unsure"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a transport is. ``reason`` is a key of ``reasons.SENTENCES``, or of a line's with the line's ``port`` and
    ``detail``; "" while nothing is wrong.
    """

    state: Literal["unknown", "up", "trouble"] = "unknown"
    reason: str = ""
    port: str = ""
    detail: str = ""

    @property
    def of_line(self) -> bool:
        """Whether it is the line that is in trouble, and not what hangs on it."""
        return bool(self.port)


class Transport(Protocol):
    """Carries one message at a time. All methods but ``stop`` and ``wake`` belong to one thread, its owner's."""

    via: str
    """Which messages of the outbox it carries: sms or url."""

    @property
    def standing(self) -> Standing:
        """How it is."""

    @property
    def ready(self) -> bool:
        """Whether a message may be given to it now. One that is not ready leaves the messages to others."""

    def wait(self, seconds: float) -> None:
        """Let at most so much time pass; returns sooner when woken, or when it got ready. Trouble is no exception."""

    def send(self, message: Outgoing) -> Result:
        """Carry it away. Bounded, in minutes; within a second once told to stop. Trouble is no exception."""

    def stop(self) -> None:
        """Make ``wait`` and ``send`` return soon, now and from now on. Any thread."""

    def wake(self) -> None:
        """Make the present ``wait`` return, or the next one. Any thread."""

    def close(self) -> None:
        """Give everything back."""
