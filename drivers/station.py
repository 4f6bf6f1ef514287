"""A device on a line, as the owner of the line sees it: bytes in, events out, messages to send. No input or output.

A station neither reads nor waits: :class:`drivers.bus.Bus` carries its bytes, keeps the line's manners, and tells the
time. Moments are monotonic seconds. So a protocol is tested without a port, and any number of them share one line.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol, runtime_checkable


class Message(NamedTuple):
    """Bytes to send in one piece. For ``answer_s`` after them nobody else speaks, unless the answer came before."""

    data: bytes
    answer_s: float = 0.0


class Station(Protocol):
    """One device on a line. Every method returns at once and takes any bytes in any portions without raising."""

    @property
    def gap_s(self) -> float:
        """The silence after which half a frame is given up: :meth:`idle` is called then."""

    @property
    def pending(self) -> bool:
        """Whether part of a frame has come and the rest is awaited."""

    @property
    def awaiting(self) -> bool:
        """Whether the answer to the message sent last is still to come."""

    @property
    def due(self) -> float | None:
        """When :meth:`tick` has something to do next; None when nothing but bytes will make it act."""

    def opened(self, at: float) -> None:
        """The port was opened, for the first time or again: the device may have forgotten what it was told.

        Messages not handed out yet are void; what must stand is to be said anew.
        """

    def receive(self, data: bytes, at: float) -> list[Any]:
        """Bytes came down the line, from this device or another on it; what they mean, as events of this kind."""

    def idle(self, at: float) -> list[Any]:
        """The line was quiet for ``gap_s``: give up half frames; what was hidden in them."""

    def tick(self, at: float) -> list[Any]:
        """Time has passed ``due``."""

    def to_send(self) -> list[Message]:
        """What is to be sent, in order, each handed out once. A caller whose line is down drops them."""


@runtime_checkable
class HearsWhenSent(Protocol):
    """A station that has to know how long its messages waited for a shared line."""

    def sent(self, answer_by: float) -> None:
        """The message handed out last that is to be answered is on the wire; it has until then for its answer."""
