"""A GSM modem as a station on a line of its own: messages in, what became of each out. No input or output.

The modem is made ready by itself, and made ready again after every trouble; :attr:`Modem.ready` says when a message may
be given to it, one at a time. What it says unasked (calls, messages that come, boot reports) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from drivers.gsm_modem.opening import ATTENTION, Pin, opened, registered, strength
from drivers.gsm_modem.pdu import Part
from drivers.gsm_modem.reader import Reader, Said
from drivers.gsm_modem.script import Answer, Ask, Rest, Script
from drivers.gsm_modem.sending import Fate, Outcome, Under, sent
from drivers.station import Message

SERIAL: Final = "115200-8N1"
GAP_S: Final = 0.3
WATCH_S: Final = 60.0  # how often a modem with nothing to do is asked whether it is still on the network
AGAIN_S: Final = 10.0
MUCH_LATER_S: Final = 60.0
_NEEDS_A_PERSON = frozenset({"no_sim", "pin_needed", "pin_refused", "puk", "sim", "denied", "unusable"})
_ERROR = re.compile(r"\+(CMS|CME) ERROR: ?(\d{1,4})?.*")
# What a modem says when it was switched on. Others repeat theirs all the time (^BOOT): those mean nothing.
_STARTED = frozenset({"RDY", "^SYSSTART", "+SYSSTART"})


class ModemReady(NamedTuple):
    """Messages may be given to it. ``signal`` is 0 to 31, None when it does not say."""

    signal: int | None


class ModemTrouble(NamedTuple):
    """Why it takes none. ``reason`` is a key of :data:`drivers.gsm_modem.codes.SENTENCES`."""

    reason: str


class Modem:
    """One modem. ``pin_refused``: the card refused this PIN in an earlier life, and it is not to be tried."""

    gap_s = GAP_S
    awaiting = False

    def __init__(self, pin: str = "", *, pin_refused: bool = False) -> None:
        self._pin = Pin(pin, "refused" if pin_refused else "untried")
        self._reader = Reader()
        self._out: list[Message] = []
        self._events: list[ModemReady | ModemTrouble | Outcome] = []
        self._script: Script[None] = self._life()
        self._asked: Ask | Rest | None = None
        self._info = ""
        self._until: float | None = None
        self._message: Under | None = None
        self.ready = False
        self.trouble = ""  # a key of SENTENCES; "" while it is ready, or being made ready for the first time

    @property
    def busy(self) -> bool:
        """Whether a message is under way."""
        return self._message is not None

    @property
    def pending(self) -> bool:
        """Whether part of a line has come."""
        return self._reader.pending

    @property
    def due(self) -> float | None:
        """When what was asked is given up, or the next thing is said."""
        return float("-inf") if self._events else self._until

    def opened(self, at: float) -> None:
        """The port was opened: the modem may have been switched off and on. Begin at the beginning."""
        self._break_off("lost")
        self._begin(at)

    def send(self, parts: Sequence[Part], at: float) -> None:
        """Send a message; an :class:`Outcome` follows. Only while ``ready``, and not ``busy``."""
        if not self.ready or self.busy or not parts:
            raise ValueError("a modem takes one message at a time, when it is ready")
        self._message = Under(parts)
        if isinstance(self._asked, Rest) and self._asked.wakes:
            self._go_on(Answer("rested"), at)

    def give_up(self, at: float, reason: str = "lost") -> Outcome | None:
        """Nobody waits for the message under way any more: what is known of it. None when there is none."""
        message, self._message = self._message, None
        if message is None:
            return None
        self._begin(at)
        return message.broken_off(reason)

    def receive(self, data: bytes, at: float) -> list[ModemReady | ModemTrouble | Outcome]:
        """Bytes came; what they mean."""
        for said in self._reader.receive(data):
            answer = self._answer(said)
            if answer is not None:
                self._go_on(answer, at)
        return self._told()

    def idle(self, at: float) -> list[ModemReady | ModemTrouble | Outcome]:  # noqa: ARG002 - the time says nothing
        """The line was quiet: half a line stays half."""
        self._reader.reset()
        return self._told()

    def tick(self, at: float) -> list[ModemReady | ModemTrouble | Outcome]:
        """What was asked was not answered in time, or a rest is over."""
        if self._until is not None and at >= self._until:
            self._go_on(Answer("rested" if isinstance(self._asked, Rest) else "silent"), at)
        return self._told()

    def to_send(self) -> list[Message]:
        """What is to be sent, each handed out once."""
        out, self._out = self._out, []
        return out

    # The conversation.

    def _life(self) -> Script[None]:
        while True:
            trouble = yield from opened(self._pin)
            if not trouble:
                signal = yield from strength()
                self._events.append(ModemReady(signal))
                self.ready, self.trouble = True, ""
                trouble = yield from self._work()
                self.ready = False
                self._break_off(trouble or "busy")
            if trouble:
                self.trouble = trouble
                self._events.append(ModemTrouble(trouble))
                yield Rest(MUCH_LATER_S if trouble in _NEEDS_A_PERSON else AGAIN_S)

    def _work(self) -> Script[str]:
        """Send what there is to send, and see between messages that it is on the network. Why that ended, or ""."""
        while True:
            if self._message is None:
                yield Rest(WATCH_S, wakes=True)
            if self._message is not None:
                message = self._message
                outcome = yield from sent(message)
                if self._message is message:
                    self._message = None
                    self._events.append(outcome)
                if outcome.fate is not Fate.SENT:
                    # Made ready anew: it is made sure that each answer is to its own question.
                    return ""
            else:
                trouble = yield from registered()
                if trouble:
                    return trouble

    def _begin(self, at: float) -> None:
        self._reader.reset()
        self._out.clear()
        self.ready = False
        self._script.close()
        self._script = self._life()
        self._take(next(self._script), at)

    def _break_off(self, reason: str) -> None:
        message, self._message = self._message, None
        if message is not None:
            self._events.append(message.broken_off(reason))

    # Between the line and the conversation.

    def _answer(self, said: str | Said) -> Answer | None:
        """What something said means to what was asked; None when nothing."""
        asked = self._asked
        if said in _STARTED:
            return Answer("restarted") if isinstance(asked, Ask) and asked is not ATTENTION else None
        if not isinstance(asked, Ask):
            return None
        if isinstance(said, Said):
            return Answer("prompt")
        if said == "OK":
            stale = asked.prompt or (asked.info and not self._info)
            return None if stale else Answer("ok", self._info.removeprefix(asked.info).strip())
        if asked.info and said.startswith(asked.info):
            self._info = said
            return None
        error = _ERROR.fullmatch(said)
        if error is not None:
            return Answer("error", family=error[1], code=int(error[2]) if error[2] else None)
        return Answer("error") if said == "ERROR" else None

    def _go_on(self, answer: Answer, at: float) -> None:
        self._take(self._script.send(answer), at)

    def _take(self, asked: Ask | Rest, at: float) -> None:
        self._asked, self._info = asked, ""
        self._until = at + (asked.patience_s if isinstance(asked, Ask) else asked.seconds)
        self._reader.prompt = isinstance(asked, Ask) and asked.prompt
        if isinstance(asked, Ask):
            self._out.append(Message(asked.data))

    def _told(self) -> list[ModemReady | ModemTrouble | Outcome]:
        events, self._events = self._events, []
        return events
