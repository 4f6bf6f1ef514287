"""How a modem is made ready to send: spoken to, unlocked, on the network, in PDU mode (27.007 and 27.005)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from drivers.gsm_modem.codes import reason_of
from drivers.gsm_modem.script import CANCEL, Answer, Ask, Rest, Script

ATTENTION = Ask(b"AT\r", 1.0)
TRIES: Final = 5  # a modem that was busy, or guesses its speed, misses the first ones
CANCEL_S: Final = 0.3
UNLOCK_S: Final = 3.0  # a SIM card takes a while after its PIN before it answers
BUSY_TRIES: Final = 5
_HOME, _ROAMING, _TEXTS_ONLY_HOME, _TEXTS_ONLY_ROAMING, _DENIED = 1, 5, 6, 7, 3
_ON_NETWORK: Final = frozenset((_HOME, _ROAMING, _TEXTS_ONLY_HOME, _TEXTS_ONLY_ROAMING))


@dataclass(slots=True)
class Pin:
    """The SIM card's PIN, and what became of it. A card locks itself after three wrong ones: it is tried once."""

    digits: str = ""
    state: Literal["untried", "given", "right", "refused"] = "untried"

    def __repr__(self) -> str:
        return f"<Pin {self.state}>"


def attention() -> Script[bool]:
    """Whether a modem answers at all. A message begun by whoever was here before is cancelled."""
    yield Ask(CANCEL, CANCEL_S)
    for _ in range(TRIES):
        if (yield ATTENTION).ok:
            return True
    return False


def opened(pin: Pin) -> Script[str]:
    """Make it ready. Returns a reason of :data:`drivers.gsm_modem.codes.SENTENCES`, "" when it is ready."""
    if not (yield from attention()):
        return "silent"
    yield Ask(b"ATE0\r")  # one that goes on echoing is understood too
    yield Ask(b"AT+CMEE=1\r")
    trouble = yield from unlocked(pin)
    if trouble:
        return trouble
    if not (yield Ask(b"AT+CMGF=0\r")).ok:
        return "unusable"
    return (yield from registered())


def unlocked(pin: Pin) -> Script[str]:
    """Whether the SIM card is there and open; its PIN is given when it asks for it. A reason, or ""."""
    answer = yield from _sim()
    if answer.info == "SIM PIN":
        trouble = yield from _give(pin)
        if trouble:
            return trouble
        answer = yield from _sim()
        if answer.info == "SIM PIN":  # it took the PIN and asks again: it was the wrong one, or is slow
            pin.state = "refused"
            return "pin_refused"
    if answer.info == "READY":
        pin.state = "right" if pin.state == "given" else pin.state
        return ""
    if "PUK" in answer.info:
        return "puk"
    return _reason(answer, "sim")


def _sim() -> Script[Answer]:
    answer = Answer("silent")
    for _ in range(BUSY_TRIES):
        answer = yield Ask(b"AT+CPIN?\r", info="+CPIN:")
        if _reason(answer, "") != "busy":
            break
        yield Rest(1.0)
    return answer


def _give(pin: Pin) -> Script[str]:
    if not pin.digits:
        return "pin_needed"
    if pin.state in ("given", "refused"):  # one whose answer was lost may have been wrong
        pin.state = "refused"
        return "pin_refused"
    pin.state = "given"
    answer = yield Ask(f'AT+CPIN="{pin.digits}"\r'.encode("ascii"), 10.0)
    if answer.kind == "error":
        pin.state = "refused"
        return "pin_refused"
    if not answer.ok:
        return "silent"
    yield Rest(UNLOCK_S)
    return ""


def registered() -> Script[str]:
    """Whether it is on a network that takes messages. A reason, or ""."""
    answer = yield Ask(b"AT+CREG?\r", info="+CREG:")
    state = _state(answer)
    if state in _ON_NETWORK:
        return ""
    if answer.kind in ("silent", "restarted"):
        return "silent"
    # Networks without the old circuits know a modem by its packets alone.
    if _state((yield Ask(b"AT+CEREG?\r", info="+CEREG:"))) in _ON_NETWORK:
        return ""
    return "denied" if state == _DENIED else "no_network"


def strength() -> Script[int | None]:
    """The signal in bars, 0 to 31; None when it is not told."""
    answer = yield Ask(b"AT+CSQ\r", info="+CSQ:")
    match = re.match(r"(\d{1,2}),", answer.info)
    return int(match[1]) if match and int(match[1]) <= 31 else None


def _state(answer: Answer) -> int | None:
    """The second number of ``0,1``: the first is how changes are told. Some answer with the state alone."""
    match = re.fullmatch(r"(?:\d,)?(\d)\b.*", answer.info)
    return int(match[1]) if answer.ok and match else None


def _reason(answer: Answer, other: str) -> str:
    if answer.kind in ("silent", "restarted"):
        return "silent"
    return reason_of(answer.family, answer.code) or other
