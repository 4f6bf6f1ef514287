"""What a reader tells. Moments are monotonic seconds. No event but :class:`CardRead` holds anything of a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from drivers.id_card.card import Card


class Refused(StrEnum):
    """Why a card that lies there was not read."""

    INTERRUPTED = "interrupted"  # it was taken away while it was being read, or its answer was lost on the line
    UNREADABLE = "unreadable"  # the reader found it and could not read it
    UNKNOWN = "unknown"  # its text is laid out in a way we do not know
    BLANK = "blank"  # it was read and holds no name and no number


class Ailing(StrEnum):
    """Why no card can be read."""

    SILENT = "silent"  # the reader answers nothing
    GARBLED = "garbled"  # what comes is no answer: a wrong speed, a bad cable
    SELF_TEST = "self_test"  # the security module says that its self-test failed
    REFUSING = "refusing"  # the reader refuses what it is asked


# What is the matter, and what to do about it, as people are told.
REFUSED_SENTENCES: Final = {
    Refused.INTERRUPTED: (
        "The card was not read to its end.",
        "Lift it, lay it on again and leave it there until it was read.",
    ),
    Refused.UNREADABLE: ("The card cannot be read.", "Lift it and lay it on again, or enter the details by hand."),
    Refused.UNKNOWN: ("This kind of card is not known to the program.", "Enter the details by hand."),
    Refused.BLANK: ("The card holds no name and no number.", "Enter the details by hand."),
}
AILING_SENTENCES: Final = {
    Ailing.SILENT: "The card reader does not answer. Check its cable and power, and the speed in its setting.",
    Ailing.GARBLED: "What the card reader sends cannot be understood. Check the speed in its setting and the cable.",
    Ailing.SELF_TEST: "The security module in the card reader failed its self-test. Switch the reader off and on.",
    Ailing.REFUSING: "The card reader refuses what it is asked. Switch it off and on.",
}


@dataclass(frozen=True, slots=True)
class CardRead:
    """A card was read whole. It is not read again before it was lifted."""

    card: Card = field(repr=False)
    at: float


@dataclass(frozen=True, slots=True)
class CardLifted:
    """The card that was read or refused is gone.

    Some readers say "no card" right after a read, while the card still lies there, until it is lifted; with those this
    comes early. It means only that a card found from now on is another one, or the same one laid on again.
    """

    at: float


@dataclass(frozen=True, slots=True)
class CardRefused:
    """A card could not be read; ``kind`` is its type letter when that is why."""

    reason: Refused
    at: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ReaderTrouble:
    """No card can be read now. The reader is asked again and again until it is well."""

    reason: Ailing
    at: float


@dataclass(frozen=True, slots=True)
class ReaderReady:
    """The reader is well; ``sam`` is its security module's number, "" when it does not tell."""

    sam: str
    at: float


ReaderEvent = CardRead | CardLifted | CardRefused | ReaderTrouble | ReaderReady
