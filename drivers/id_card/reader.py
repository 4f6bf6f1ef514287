"""An SDT ID-card reader as a station on a line: looks for a card, reads it once, waits until it is lifted.

    asking how it is → looking every 300 ms → selecting → reading → waiting for the lift → looking …

No input or output; :mod:`drivers.bus` carries the bytes. An answer that is garbled or does not come is asked for again,
a card that cannot be read is tried three times, a reader that stays silent is reported and asked on, more slowly.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from drivers.id_card.card import Doubt, UnknownCard, read_card
from drivers.id_card.commands import (
    FIND,
    READ,
    READ_ALL,
    RESET,
    SAM,
    SELECT,
    STATUS,
    Answer,
    Command,
    Sign,
    answer_of,
    is_yes,
    parts_of,
    sam_number,
)
from drivers.id_card.events import (
    Ailing,
    CardLifted,
    CardRead,
    CardRefused,
    ReaderEvent,
    ReaderReady,
    ReaderTrouble,
    Refused,
)
from drivers.id_card.framing import SdtFraming, request
from drivers.id_card.layouts import Layout, load_layouts
from drivers.station import Message

FIND_EVERY_S: Final = 0.3  # sooner, and some readers find nothing any more
# Silence within an answer. Serial adapters hand over bytes in slices of up to 16 ms, and drivers.echo may hold back an
# answer that ends as our own message begins (AA) for 150 ms.
GAP_S: Final = 0.25
ASKED_TIMES: Final = 3  # one question, before it counts as failed
TRIED_TIMES: Final = 3  # one card
GONE_AFTER: Final = 2  # times in a row that no card is found: at the edge of the field it comes and goes
AILING_EVERY_S: Final = 2.0


class _Stage(Enum):
    GREETING = auto()  # how the reader is, and its number
    LOOKING = auto()
    READING = auto()  # a card was found
    LIFTING = auto()  # it was read or refused, and lies there still


class CardReader:
    """One reader, alone on its line. ``fingerprints``: ask for them too; old modules that refuse are asked without."""

    def __init__(self, *, fingerprints: bool = False, layouts: tuple[Layout, ...] | None = None) -> None:
        self._layouts = load_layouts() if layouts is None else layouts
        self._read = READ_ALL if fingerprints else READ
        self._framing = SdtFraming()
        self._stage = _Stage.GREETING
        self._ailing: Ailing | None = None
        self._told_ready = False
        self._sam = ""
        self._asked: Command | None = None  # whose answer is awaited
        self._times = 0  # it was asked
        self._until = 0.0  # its answer is late then
        self._garbled = False  # something else came since
        self._spoilt = False  # it came, and cannot be understood
        self._next: tuple[float, Command] | None = None
        self._outbox: list[Message] = []
        self._tries = 0  # of the card that lies there
        self._missed = 0  # times in a row that it was not found

    # What the bus asks.

    @property
    def gap_s(self) -> float:
        """The silence after which half an answer is given up."""
        return GAP_S

    @property
    def pending(self) -> bool:
        """Whether part of an answer has come."""
        return self._framing.pending > 0

    @property
    def awaiting(self) -> bool:
        """Whether an answer is still to come: not once one came spoilt, nor while its question waits to be sent."""
        return self._asked is not None and not self._spoilt and not self._outbox

    @property
    def due(self) -> float | None:
        """When it asks next, or an answer is late."""
        if self._asked is not None:
            return self._until
        return self._next[0] if self._next is not None else None

    @property
    def sam(self) -> str:
        """The number of the security module; "" until it told."""
        return self._sam

    @property
    def ailing(self) -> Ailing | None:
        """What the reader suffers from; None when it is well or nothing is known yet."""
        return self._ailing

    @property
    def damaged(self) -> int:
        """How many answers came whole but with a wrong checksum: a hint at a wrong speed or a bad cable."""
        return self._framing.damaged

    def opened(self, at: float) -> None:
        """The port was opened: whoever answers there now is greeted anew, and a card that lies there is read."""
        self._framing = SdtFraming()
        self._outbox.clear()
        self._ailing, self._told_ready = None, False
        self._greet(at)

    def receive(self, data: bytes, at: float) -> list[ReaderEvent]:
        """Bytes came; what they mean. What is to be asked next waits in :meth:`to_send`."""
        noise, damaged = self._framing.noise, self._framing.damaged
        events = self._heard([frame.body for frame in self._framing.receive(data)], at)
        if self._framing.damaged > damaged:
            self._misheard(at)
        elif self._framing.noise > noise:
            self._garbled = True  # the answer may follow
        return events

    def idle(self, at: float) -> list[ReaderEvent]:
        """The line was quiet: half an answer is none, and the question is put again at once."""
        had = self._framing.pending
        events = self._heard([frame.body for frame in self._framing.idle()], at)
        if had and not events:
            self._misheard(at)
        return events

    def tick(self, at: float) -> list[ReaderEvent]:
        """An answer is late, or it is time to ask."""
        if self._asked is not None:
            return self._late(at) if at >= self._until else []
        if self._next is not None and at >= self._next[0]:
            _, command = self._next
            self._next = None
            self._ask(command, at)
        return []

    def to_send(self) -> list[Message]:
        """What is to be sent, handed out once."""
        messages, self._outbox = self._outbox, []
        return messages

    # Asking.

    def _ask(self, command: Command, at: float, *, again: bool = False) -> None:
        self._times = self._times + 1 if again else 1
        self._asked, self._garbled, self._spoilt = command, False, False
        self._until = at + command.answer_s
        self._outbox.append(Message(request(command.code), command.answer_s))

    def _misheard(self, at: float) -> None:
        """An answer came and was spoilt: ask again once the line has been quiet, without waiting for another."""
        if self._asked is not None:
            self._garbled = self._spoilt = True
            self._until = min(self._until, at + GAP_S)

    def _later(self, command: Command, moment: float) -> None:
        self._next = (moment, command)

    def _greet(self, at: float) -> None:
        self._stage, self._asked, self._tries = _Stage.GREETING, None, 0
        self._later(STATUS, at)

    def _look(self, at: float) -> None:
        self._stage, self._tries = _Stage.LOOKING, 0
        self._later(FIND, at)

    # Answers.

    def _heard(self, bodies: list[bytes], at: float) -> list[ReaderEvent]:
        events: list[ReaderEvent] = []
        for body in bodies:
            answer, asked = answer_of(body), self._asked
            if asked is None:
                continue  # late, or nobody asked
            if is_yes(asked, answer):
                self._asked = None
                events += self._yes(asked, answer, at)
            elif answer.sign in asked.no or answer.sign == Sign.REFUSED:
                self._asked = None
                events += self._no(asked, answer.sign, at)
        return events

    def _yes(self, command: Command, answer: Answer, at: float) -> list[ReaderEvent]:
        if command is RESET or command is STATUS:
            self._ask(SAM, at)
        elif command is SAM:
            self._sam = sam_number(answer.data)
            self._look(at)
        elif command is FIND:
            self._missed = 0
            events = self._well(at)
            if self._stage is _Stage.LIFTING:
                self._later(FIND, at + FIND_EVERY_S)
            else:
                self._stage = _Stage.READING
                self._ask(SELECT, at)
            return events
        elif command is SELECT:
            self._ask(self._read, at)
        else:
            return self._take(command, answer, at)
        return []

    def _no(self, command: Command, sign: int, at: float) -> list[ReaderEvent]:
        if sign == Sign.SELF_TEST:
            return self._unwell(Ailing.SELF_TEST, at)
        if command is FIND and sign == Sign.NO_CARD:
            return self._well(at) + self._not_found(at)
        if command is READ_ALL and sign == Sign.REFUSED:
            self._read = READ
            self._ask(READ, at)
            return []
        if command is SAM:
            self._look(at)  # a reader may keep its number to itself
            return []
        if command in (SELECT, self._read):
            return self._failed(at)
        return self._unwell(Ailing.REFUSING, at)

    def _late(self, at: float) -> list[ReaderEvent]:
        """No answer in time, or one that cannot be understood."""
        command, garbled = self._asked, self._garbled
        assert command is not None
        if self._times < ASKED_TIMES:
            self._ask(command, at, again=True)
            self._garbled = garbled
            return []
        self._asked = None
        if command in (SELECT, self._read):
            return self._failed(at)
        if command is SAM:
            self._look(at)
            return []
        return self._unwell(Ailing.GARBLED if garbled else Ailing.SILENT, at)

    # What it comes to.

    def _well(self, at: float) -> list[ReaderEvent]:
        """It looks for cards: that is what ready means."""
        self._ailing, ready = None, self._told_ready
        self._told_ready = True
        return [] if ready else [ReaderReady(self._sam, at)]

    def _unwell(self, why: Ailing, at: float) -> list[ReaderEvent]:
        known, self._ailing = self._ailing, why
        self._told_ready = False
        self._greet(at)
        # A module whose self-test failed may pass it after a reset; a silent one is only asked how it is.
        self._later(RESET if why is Ailing.SELF_TEST else STATUS, at + AILING_EVERY_S)
        return [ReaderTrouble(why, at)] if known is not why else []

    def _not_found(self, at: float) -> list[ReaderEvent]:
        events: list[ReaderEvent] = []
        if self._stage is _Stage.LIFTING:
            self._missed += 1
            if self._missed >= GONE_AFTER:
                self._stage, self._tries = _Stage.LOOKING, 0
                events.append(CardLifted(at))
        elif self._tries:  # it was there: taken away, or hidden by a reader that believes to have read it
            self._tries = 0
            events.append(CardRefused(Refused.INTERRUPTED, at))
        self._later(FIND, at + FIND_EVERY_S)
        return events

    def _failed(self, at: float) -> list[ReaderEvent]:
        self._tries += 1
        self._stage = _Stage.LOOKING
        if self._tries >= TRIED_TIMES:
            return [self._refuse(Refused.UNREADABLE, at)]
        self._later(FIND, at + FIND_EVERY_S)
        return []

    def _take(self, command: Command, answer: Answer, at: float) -> list[ReaderEvent]:
        parts = parts_of(command, answer.data)
        if parts is None:
            return self._failed(at)
        try:
            card = read_card(self._layouts, *parts)
        except UnknownCard as unknown:
            return [self._refuse(Refused.UNKNOWN, at, unknown.kind)]
        if Doubt.NAME in card.doubts and not card.number:
            return [self._refuse(Refused.BLANK, at)]
        self._await_lift(at)
        return [CardRead(card, at)]

    def _refuse(self, why: Refused, at: float, kind: str = "") -> CardRefused:
        self._await_lift(at)
        return CardRefused(why, at, kind)

    def _await_lift(self, at: float) -> None:
        self._stage, self._tries, self._missed = _Stage.LIFTING, 0, 0
        self._later(FIND, at + FIND_EVERY_S)
