"""A conversation with a modem, written as it is spoken: each ``yield`` says something and gets what came of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

Told = TypeVar("Told")
CANCEL: Final = b"\x1b"  # ends a message that was begun


@dataclass(frozen=True, slots=True, repr=False)
class Ask:
    """Say ``data`` and wait for its answer, at most so many seconds.

    ``info`` is how the line begins that has to come before OK: an OK without it answers something said before, and is
    passed over. ``prompt``: what has to come is the prompt for a message.
    """

    data: bytes
    patience_s: float = 5.0
    info: str = ""
    prompt: bool = False

    def __repr__(self) -> str:
        return f"<Ask {self.info or len(self.data)}>"  # the bytes may hold a PIN, a number, a text


@dataclass(frozen=True, slots=True)
class Rest:
    """Say nothing for so many seconds; ``wakes``: or until there is a message to send."""

    seconds: float
    wakes: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: ``info`` is the rest of the line asked for, ``code`` the error's number in its family CMS or CME.

    "rested" answers a Rest, "silent" tells that nothing came in time, "restarted" that the modem was switched off.
    """

    kind: Literal["ok", "prompt", "error", "silent", "restarted", "rested"]
    info: str = ""
    family: str = ""
    code: int | None = None

    @property
    def ok(self) -> bool:
        """Whether it is what was hoped for."""
        return self.kind in ("ok", "prompt")


Script = Generator[Ask | Rest, Answer, Told]
