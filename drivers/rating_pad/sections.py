"""What a pad profile's TOML file may say, section by section. What it means is worked out in ``reading.py``."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from drivers.framing import COVERS

Evidence = Literal["public", "assumed", "learned", "tried"]
Kind = Literal["byte", "fixed", "delimited", "length"]
Mode = Literal["push", "poll"]
When = Literal["asked", "always"]
Encoding = Literal["gbk", "utf-8", "ascii"]
EXPECTED = {
    "evidence": f"one of {', '.join(get_args(Evidence))}",
    "frame.kind": f"one of {', '.join(get_args(Kind))}",
    "frame.covers": f"one of {', '.join(COVERS)}",
    "frame.encoding": f"one of {', '.join(get_args(Encoding))}",
    "recv.mode": f"one of {', '.join(get_args(Mode))}",
    "recv.poll.when": f"one of {', '.join(get_args(When))}",
}


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file. A key that is not declared is a fault, for it is most likely misspelt."""


class Link(Section, frozen=True, kw_only=True):
    """``[link]``: the line, the pad's address on it, and the silence after which half a frame is given up."""

    serial: str = "9600-8N1"
    address: int | None = None
    gap_ms: int = 100


class FrameShape(Section, frozen=True, kw_only=True):
    """``[frame]``: how bytes become frames (``drivers.framing``), and what a frame consists of."""

    kind: Kind
    # length
    layout: list[str] = []
    body: list[str] = []
    longest: int = 255
    covers: Literal["body", "length", "frame"] = "body"
    adds: int = 0
    # delimited
    start: str = ""
    end: str = ""
    separator: str = ""
    encoding: Encoding = "gbk"


class Payload(Section, frozen=True, kw_only=True):
    """Something said: ``bytes`` (kinds byte and fixed), ``text`` (delimited), or ``func`` and ``data`` (length)."""

    bytes: str | None = None
    text: str | None = None
    func: str | None = None
    data: str | None = None


class Command(Payload, frozen=True, kw_only=True):
    """One thing said to the pad, and what it answers to it (``func`` and ``data``, or bytes or text as they come)."""

    expect: str | Payload | None = None


class Poll(Command, frozen=True, kw_only=True):
    """What asks the pad for its key, how often, and whether only while a rating is asked for."""

    every_ms: int = 1000
    when: When = "asked"


class KeyRule(Section, frozen=True, kw_only=True):
    """How a key press looks: one of some bytes, ``func`` and ``data`` with ``{key}``, or a field of a text."""

    oneof: str | None = None
    func: str | None = None
    data: str | None = None
    starts: str | None = None
    field: int | None = None
    reply: Payload | None = None


class Receive(Section, frozen=True, kw_only=True):
    """``[recv]``: the pad pushes a frame at each press, or is polled for it."""

    key: KeyRule = KeyRule()
    mode: Mode = "push"
    poll: Poll | None = None
    answer_ms: int = 500
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
    "send": (dict[str, Command], False),
    "recv": (Receive, True),
    "keys": (dict[str, str], True),
    "session": (Session, False),
}
