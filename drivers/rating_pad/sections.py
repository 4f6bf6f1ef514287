"""What a pad profile's TOML file may say, section by section. What it means is worked out in ``profile.py``."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Evidence = Literal["public", "assumed", "learned"]
Kind = Literal["byte", "length"]
Mode = Literal["push"]
EXPECTED = {
    "evidence": f"one of {', '.join(get_args(Evidence))}",
    "frame.kind": f"one of {', '.join(get_args(Kind))}",
    "recv.mode": f"one of {', '.join(get_args(Mode))}",
}


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file. A key that is not declared is a fault, for it is most likely misspelt."""


class Link(Section, frozen=True, kw_only=True):
    """``[link]``: the line, the pad's address on it, and the silence after which half a frame is given up."""

    serial: str = "9600-8N1"
    address: int | None = None
    gap_ms: int = 100


class FrameShape(Section, frozen=True, kw_only=True):
    """``[frame]``: how bytes become payloads (``drivers.framing``), and what a payload consists of."""

    kind: Kind
    layout: list[str] = []
    body: list[str] = []
    longest: int = 255


class Command(Section, frozen=True, kw_only=True):
    """One thing said to the pad: ``bytes``, or ``func`` and ``data`` put into the frame's body."""

    bytes: str | None = None
    func: str | None = None
    data: str | None = None


class KeyRule(Section, frozen=True, kw_only=True):
    """How a key press looks: one of some bytes, or ``func`` and ``data`` with ``{key}``, and what is replied."""

    oneof: str | None = None
    func: str | None = None
    data: str | None = None
    reply: Command | None = None


class Receive(Section, frozen=True, kw_only=True):
    """``[recv]``: the pad pushes a frame at each press."""

    key: KeyRule
    mode: Mode = "push"
    accept_only_after_ask: bool = False


class Session(Section, frozen=True, kw_only=True):
    """``[session]``: how long a resident may take, and how soon the same key is a bounce and not a press."""

    ask_timeout_s: float = 30.0
    ignore_repeat_ms: int = 500


class Head(Section, frozen=True, kw_only=True):
    """The keys above the first section."""

    evidence: Evidence
    title: str = ""


SECTIONS: dict[str, tuple[object, bool]] = {
    # name: (type, must stand in the file)
    "link": (Link, False),
    "frame": (FrameShape, True),
    "send": (dict[str, Command], True),
    "recv": (Receive, True),
    "keys": (dict[str, str], True),
    "session": (Session, False),
}
