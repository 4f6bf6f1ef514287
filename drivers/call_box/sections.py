"""What a call box profile's TOML file may say, section by section. What it means is worked out in ``profile.py``."""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec

Evidence = Literal["public", "assumed", "learned"]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file. A key that is not declared is a fault, for it is most likely misspelt."""


class Head(Section, frozen=True, kw_only=True):
    """The keys above the first section."""

    evidence: Evidence
    title: str = ""


class Link(Section, frozen=True, kw_only=True):
    """``[link]``: the line, the box's address on it, and the silence after which half a frame is given up."""

    serial: str = "9600-8N1"
    address: int = 1
    gap_ms: int = 100


class Frame(Section, frozen=True, kw_only=True):
    """``[frame]``: how bytes become bodies (``drivers.framing``): address, function, data."""

    layout: list[str]
    longest: int = 12


class Receive(Section, frozen=True, kw_only=True):
    """``[recv]``: which frames are no presses, what is answered, and how soon the same frame is the same press."""

    not_func: str = ""
    reply: Literal["echo", "none"] = "echo"
    ignore_repeat_ms: int = 1500


class DisplayTable(Section, frozen=True, kw_only=True):
    """``[display]``: how many digits tell who waits and who is called, from the left."""

    func: str
    blank: str = "0A"
    waiting: int = 3
    ticket: int = 3


class Beep(Section, frozen=True, kw_only=True):
    """``[beep]``: the function that makes it beep."""

    func: str


SECTIONS: dict[str, tuple[Any, bool]] = {
    # name: (type, must stand in the file)
    "link": (Link, False),
    "frame": (Frame, True),
    "recv": (Receive, False),
    "keys": (dict[str, str], True),
    "confirm": (dict[str, str], False),
    "display": (DisplayTable, False),
    "beep": (Beep, False),
}
EXPECTED = {"evidence": f"one of {', '.join(get_args(Evidence))}", "recv.reply": "echo or none"}
