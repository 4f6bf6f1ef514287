"""What of a device's bytes may be kept for support: never a resident's name, number, address or picture.

Each kind of device has a rule that turns bytes of one direction into text. The rules see bytes in the portions in which
they passed, so they keep what is known to be harmless and only count the rest: ``<77>`` stands for 77 bytes left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

MOST = 64  # bytes of one portion that are told; what is longer is counted

# Beginnings of printers' commands; of those that ask, cut or come in families, the byte that tells which.
_COMMANDS = re.compile(rb"\x10\x04.|\x1d[\x28\x56\x61\x72].|[\x10\x1b\x1c\x1d].", re.DOTALL)
# Of a modem's talk, commands without what they are given, and answers that are numbers: never a message or a PIN.
_MODEM_TOLD = re.compile(
    rb"AT(?:[A-Z]\d?|\+[A-Z]+\?|\+CM(?:EE|GF|GS)=\d{1,3}|\+[A-Z]+=)?(?=[\r\x22])|> |[\r\n\x1a\x1b]"
    rb"|\b(?:OK|ERROR|RING|RDY)\b|\+CM[SE] ERROR: ?\d{1,3}|\+(?:CE?REG|CSQ|CMGS): ?\d{1,3}(?:,\d{1,2})?"
    rb"|\+CPIN: ?(?:READY|SIM P[UI][NK]2?)"
)
_SDT_HEAD = bytes.fromhex("AA AA AA 96 69")
_SDT_TOLD = 10  # head, length, SW1 SW2 SW3
_DISPLAY_TOLD = 5  # the longest beginning that all strips' protocols have before their text
_FF68_HEAD = b"\xff\x68"
# Pads that speak text tell the number of a card beside the key.
_CARD = re.compile(rb"[0-9]{5,}[Xx]?")
_NAME_OR_CARD = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]){2,}|" + _CARD.pattern)

Rule = Callable[[bool, bytes], str]
"""``(came, data)`` → text. ``came``: from the device; else it was sent to it."""


def whole(_came: bool, data: bytes) -> str:
    """All of it: keys, status, numbers of tickets."""
    told = _hex(data[:MOST])
    return f"{told} <{len(data) - MOST}>" if len(data) > MOST else told


def addressed(came: bool, data: bytes) -> str:
    """Pads and call boxes: all, save long numbers, and of what they are sent names of who is on duty."""
    private = _CARD if came else _NAME_OR_CARD
    return _counted(data, [(match.start(), match.end()) for match in private.finditer(data)])


def displayed(came: bool, data: bytes) -> str:
    """Window displays: the beginning, for what follows is text; other devices on the line as theirs."""
    if came or data.startswith(_FF68_HEAD):
        return addressed(came, data)
    return _head(data, _DISPLAY_TOLD)


def printed(came: bool, data: bytes) -> str:
    """Printers: their answers whole; of what they are sent, the beginnings of commands."""
    if came:
        return whole(came, data)
    return _only(_COMMANDS, data)


def read_card(came: bool, data: bytes) -> str:
    """ID-card readers: requests whole; of an answer its head, length and state."""
    if not came:
        return whole(came, data)
    return _head(data, _SDT_TOLD if data.startswith(_SDT_HEAD) else 0)


def spoken(_came: bool, data: bytes) -> str:
    """Modems: commands and short answers; the rest may be a telephone number, a message or a PIN."""
    return _only(_MODEM_TOLD, data)


def counted(_came: bool, data: bytes) -> str:
    """Scanners, and whatever is not known: how many bytes."""
    return _head(data, 0)


# Kind, as in the settings → its rule. The first kind that is on a line decides for all of it: strictest first.
RULES: dict[str, Rule] = {
    "id_card": read_card,
    "gsm_modem": spoken,
    "scanner": counted,
    "receipt_printer": printed,
    "window_display": displayed,
    "call_box": addressed,
    "rating_pad": addressed,
}


def rule_for(kinds: Collection[str]) -> Rule:
    """The rule for a line with devices of these kinds; bytes are only counted where one of them is not known."""
    if not kinds or not set(kinds) <= RULES.keys():
        return counted
    return next(rule for kind, rule in RULES.items() if kind in kinds)


def _head(data: bytes, told: int) -> str:
    rest = len(data) - told
    return " ".join(filter(None, (_hex(data[:told]), f"<{rest}>" if rest > 0 else "")))


def _only(told: re.Pattern[bytes], data: bytes) -> str:
    """What matches; the rest counted."""
    left, at = [], 0
    for match in told.finditer(data):
        if match.start() > at:
            left.append((at, match.start()))
        at = match.end()
    return _counted(data, [*left, (at, len(data))] if at < len(data) else left)


def _counted(data: bytes, left: list[tuple[int, int]]) -> str:
    """All bytes but the spans ``left`` out, up to MOST of them."""
    parts: list[str] = []
    at = told = 0
    for start, end in [*left, (len(data), len(data))]:
        kept = data[at : min(start, at + MOST - told)]
        if kept:
            parts.append(_hex(kept))
        told += len(kept)
        if told >= MOST and at + len(kept) < len(data):
            return " ".join([*parts, f"<{len(data) - at - len(kept)}>"])
        if end > start:
            parts.append(f"<{end - start}>")
        at = end
    return " ".join(parts)


def _hex(data: bytes) -> str:
    return data.hex(" ").upper()
