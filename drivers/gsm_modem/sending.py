"""How a message is given to a modem that is ready, and what is known of it afterwards. No input or output."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from drivers.gsm_modem.codes import FOR_GOOD, reason_of
from drivers.gsm_modem.pdu import Part
from drivers.gsm_modem.script import CANCEL, Answer, Ask, Script

PROMPT_S: Final = 10.0
ANSWER_S: Final = 60.0  # for the network: 27.005 names no time, makers of modems this one
END: Final = b"\x1a"
MOST_TRIES: Final = 2  # of a further part that was refused while the first ones are out


class Fate(StrEnum):
    """What is known of a message."""

    SENT = "sent"
    NOT_SENT = "not_sent"  # no part of it went out: it may be tried again
    UNSURE = "unsure"  # it may have gone out, or did in part: trying again could tell somebody twice


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message. ``reason`` is a key of :data:`drivers.gsm_modem.codes.SENTENCES`, "" when it was sent.

    ``references`` are the network's, one for each part that went out.
    """

    fate: Fate
    reason: str = ""
    code: int | None = None
    references: tuple[int, ...] = ()

    @property
    def for_good(self) -> bool:
        """Whether trying it again would change nothing."""
        return self.fate is Fate.NOT_SENT and self.reason in FOR_GOOD


@dataclass(slots=True)
class Under:
    """A message under way: what is said of it if the line is lost now."""

    parts: Sequence[Part]
    gone: bool = False  # the part in hand has been given out
    references: tuple[int, ...] = ()

    def broken_off(self, reason: str) -> Outcome:
        """Nobody will hear more of it."""
        if self.references and not self.gone:
            return Outcome(Fate.UNSURE, "in_part", references=self.references)
        return Outcome(Fate.UNSURE if self.gone else Fate.NOT_SENT, reason, references=self.references)


def sent(message: Under) -> Script[Outcome]:
    """Give it out, part by part."""
    for part in message.parts:
        outcome = yield from _part(message, part)
        for _ in range(MOST_TRIES):
            if not message.references or outcome.fate is not Fate.NOT_SENT or outcome.for_good:
                break
            outcome = yield from _part(message, part)
        if outcome.fate is Fate.NOT_SENT and message.references:
            return Outcome(Fate.UNSURE, "in_part", outcome.code, message.references)
        if outcome.fate is not Fate.SENT:
            return outcome
        message.references += outcome.references
    return Outcome(Fate.SENT, references=message.references)


def _part(message: Under, part: Part) -> Script[Outcome]:
    message.gone = False
    answer = yield Ask(f"AT+CMGS={part.length}\r".encode("ascii"), PROMPT_S, prompt=True)
    if answer.kind == "silent":
        yield Ask(CANCEL, 1.0)  # it may be waiting for the message all the same
    if not answer.ok:
        return Outcome(Fate.NOT_SENT, _why_not(answer), answer.code)
    message.gone = True
    answer = yield Ask(part.hex.encode("ascii") + END, ANSWER_S, info="+CMGS:")
    if answer.ok:
        message.gone = False
        return Outcome(Fate.SENT, references=(_number(answer.info),))
    if answer.kind == "silent":
        yield Ask(CANCEL, 1.0)
        return Outcome(Fate.UNSURE, "no_answer", references=message.references)
    if answer.kind == "restarted":
        return Outcome(Fate.UNSURE, "restarted", references=message.references)
    reason = reason_of(answer.family, answer.code)
    if reason is None:
        return Outcome(Fate.UNSURE, "unclear", answer.code, message.references)
    message.gone = False
    return Outcome(Fate.NOT_SENT, reason, answer.code)


def _why_not(answer: Answer) -> str:
    """Why it was not even asked for. An error without a meaning of its own may pass: the message is not at fault."""
    if answer.kind == "restarted":
        return "restarted"
    return reason_of(answer.family, answer.code) or "no_prompt"


def _number(info: str) -> int:
    match = re.match(r"\d{1,3}", info)
    return int(match[0]) if match else 0
