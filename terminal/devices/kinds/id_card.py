"""ID-card readers, for those who connect and try one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drivers.bus import Bus
from drivers.id_card import SERIAL
from drivers.id_card.events import (
    AILING_SENTENCES,
    REFUSED_SENTENCES,
    CardRead,
    CardRefused,
    ReaderReady,
    ReaderTrouble,
)
from drivers.id_card.reader import CardReader
from drivers.id_card.simulator import CardFault, ReaderOnPty, people
from drivers.line import Line, LineDown
from terminal.devices.kinds.base import (
    Answer,
    Finding,
    ProfileInfo,
    Said,
    Tell,
    known_fault,
    line_faults,
    played,
    port_faults,
)
from terminal.devices.kinds.stations import Refusals, StationKind
from terminal.errors import Fault, Refusal
from terminal.rules.id_number import masked

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

SPEED: Final = 115200
ANSWER_S: Final = 4.0  # a reader that is silent is known as that after three questions
TEST_S: Final = 30.0
LIFT: Final = "lift"
REFUSALS = Refusals(
    missing=Said("The settings name no card reader.", "Add a part [id_card] with its port."),
    port=Said("The port cannot be used: {what}.", "Correct it."),
)


class IdCardKind(StationKind[CardReader]):
    """A reader says at once whether it is well, and a card laid on it proves the rest."""

    name = "id_card"
    faults = tuple(fault.value for fault in CardFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The one protocol that all certified readers speak."""
        return (ProfileInfo("sdt", "SDT", "public"),)

    def made(self, settings: Settings) -> tuple[Line, CardReader]:
        """Its line and the reader."""
        reader = REFUSALS.named(settings.id_card)
        with REFUSALS.told():
            return Line(reader.port, serial=SERIAL, baud=reader.baud), CardReader()

    def found(self, line: Line, hung: CardReader) -> Finding:
        """Ask how it is."""
        event = _ask(line, hung)
        if isinstance(event, ReaderReady):
            return Finding("up", _ready(event))
        return Finding("trouble", Said(AILING_SENTENCES[event.reason]))

    def probe(self, port: str) -> list[Answer]:
        """Ask for its status and the number of its security module."""
        with port_faults(), Line(port, serial=SERIAL) as line:
            event = _ask(line, CardReader())
        return [Answer("sdt", _ready(event))] if isinstance(event, ReaderReady) else []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:
        """Have a card laid on the reader, and tell of it no more than is needed to see that it is the right one."""
        limit = seconds or TEST_S
        tell(Said("Lay a card on the reader within {seconds} s.", seconds=f"{limit:g}"))
        line, reader = self.made(settings)
        with line_faults(), line:
            event = _wait_for_card(line, reader, limit)
        if isinstance(event, ReaderTrouble):
            raise Fault(AILING_SENTENCES[event.reason])
        if isinstance(event, CardRefused):
            raise Refusal(*REFUSED_SENTENCES[event.reason])
        if event is None:
            raise Fault(
                "No card was found within {seconds} s.",
                "Lay one flat on the reader, away from metal and other cards.",
                seconds=f"{limit:g}",
            )
        card = event.card
        return {
            "document": card.kind,
            "name": card.name[:1] + "*" * (len(card.name) - 1),
            "number": masked(card.number),
            "photo_bytes": len(card.photo),
            "doubts": sorted(card.doubts),
        }

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:  # noqa: ARG002
        """A reader without a card on it."""
        if profile not in (None, "sdt"):
            raise ValueError(f"there is no simulated reader {profile!r}: expected sdt")
        return ReaderOnPty(link=link)

    def acts(self, device: OnPty[Any]) -> tuple[str, ...]:  # noqa: ARG002
        """Whose card can be laid on it, and lifting it."""
        return (*people(), LIFT)

    def act(self, device: OnPty[Any], what: str) -> None:
        """Lay somebody's card on the reader, or lift the one that lies there."""
        if what == LIFT:
            played(self, device, ReaderOnPty).lift()
        elif what in people():
            played(self, device, ReaderOnPty).place(what)
        else:
            raise ValueError(f"there is no card {what!r}: expected one of {', '.join(self.acts(device))}")

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next cards; ``silent`` and ``self_test`` last until they are ended with 0."""
        played(self, device, ReaderOnPty).fault(CardFault(known_fault(self, name)), times)


def _ask(line: Line, reader: CardReader) -> ReaderReady | ReaderTrouble:
    """How the reader on a line is. Raises LineDown."""
    bus = Bus(line, [reader])
    line.open()
    until = time.monotonic() + ANSWER_S
    while (left := until - time.monotonic()) > 0:
        for _, event in bus.turn(left):
            if isinstance(event, ReaderReady | ReaderTrouble):
                return event
    raise line.trouble or LineDown("lost", line.port)


def _wait_for_card(line: Line, reader: CardReader, seconds: float) -> CardRead | CardRefused | ReaderTrouble | None:
    """The first thing worth telling; None when no card came. Raises LineDown when the line is lost for good."""
    bus = Bus(line, [reader])
    line.open()
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        for _, event in bus.turn(left):
            if isinstance(event, CardRead | CardRefused | ReaderTrouble):
                return event
    return None


def _ready(event: ReaderReady) -> Said:
    if event.sam:
        return Said("The reader looks for cards. Security module {sam}.", sam=event.sam)
    return Said("The reader looks for cards.")
