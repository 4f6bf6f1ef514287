"""What a test came to, in lines for people."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from terminal.screens.setup import words
from terminal.screens.setup.talk import Tone

SIMULATED: Final = QT_TRANSLATE_NOOP("Setup", "simulated")
PRESSED: Final = QT_TRANSLATE_NOOP("Setup", "The key came: {key}.")
PRINTED: Final = QT_TRANSLATE_NOOP("Setup", "The slip is printed, and the printer says so.")
SENT: Final = QT_TRANSLATE_NOOP("Setup", "The slip was sent; this printer does not tell whether it printed. Look.")
GONE_OUT: Final = QT_TRANSLATE_NOOP("Setup", "The message went out. Look whether it arrived.")
WORKS: Final = QT_TRANSLATE_NOOP("Setup", "It works.")
_NAMES: Final[dict[str, Any]] = {
    "frame": QT_TRANSLATE_NOOP("Setup", "Bytes on the wire"),
    "score": QT_TRANSLATE_NOOP("Setup", "Points"),
    "code": QT_TRANSLATE_NOOP("Setup", "Code"),
    "signal": QT_TRANSLATE_NOOP("Setup", "Signal, 0 to 31"),
    "text": QT_TRANSLATE_NOOP("Setup", "Text"),
    "name": QT_TRANSLATE_NOOP("Setup", "Name"),
    "number": QT_TRANSLATE_NOOP("Setup", "Number"),
    "digits": QT_TRANSLATE_NOOP("Setup", "Digits"),
    "document": QT_TRANSLATE_NOOP("Setup", "Document"),
    "photo_bytes": QT_TRANSLATE_NOOP("Setup", "Photograph, bytes"),
    "doubts": QT_TRANSLATE_NOOP("Setup", "Needs a second look"),
}


def lines(outcome: dict[str, object]) -> list[tuple[Tone, str]]:
    """A sentence first, then whatever else is known, value by value."""
    rest = {name: value for name, value in outcome.items() if value not in (None, "", [])}
    said: list[tuple[Tone, str]] = []
    if "printed" in rest:
        confirmed = rest.pop("printed") == "confirmed"
        said.append(("good", words.say(PRINTED)) if confirmed else ("plain", words.say(SENT)))
    elif "key" in rest:
        said.append(("good", words.say(PRESSED, key=words.act_name(str(rest.pop("key"))))))
    elif "sent" in rest:
        for name in ("sent", "references"):  # the text arrives; the network's numbers are for support
            rest.pop(name, None)
        said.append(("good", words.say(GONE_OUT)))
    else:
        said.append(("good", words.say(WORKS)))
    for name, value in rest.items():
        label = words.say(_NAMES[name]) if name in _NAMES else name
        shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
        said.append(("data", f"{label}  {shown}"))
    return said
