"""What a strip profile's TOML file may say, section by section. What it means is worked out in ``profile.py``."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Evidence = Literal["public", "assumed"]
Form = Literal["plain", "zero_after", "nibbles"]
EXPECTED = {
    "evidence": f"one of {', '.join(get_args(Evidence))}",
    "text.form": f"one of {', '.join(get_args(Form))}",
}


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file. A key that is not declared is a fault, for it is most likely misspelt."""


class Head(Section, frozen=True, kw_only=True):
    """The keys above the first section."""

    evidence: Evidence
    title: str = ""


class Link(Section, frozen=True, kw_only=True):
    """``[link]``: the line, and the strip's address on it."""

    serial: str = "9600-8N1"
    address: int = 1


class Frame(Section, frozen=True, kw_only=True):
    """``[frame]``: what is sent to show a text (``drivers.window_display.layout``), and what goes ``before`` it."""

    layout: str
    before: str = ""


class TextRules(Section, frozen=True, kw_only=True):
    """``[text]``: the form of the text's bytes, how many half-width columns are shown, what stands for the unknown."""

    form: Form = "plain"
    columns: int = 16
    missing: str = "〓"


class Session(Section, frozen=True, kw_only=True):
    """``[session]``: after how many seconds a text is told again, for a strip that was switched off; 0 for never."""

    refresh_s: float = 0.0


SECTIONS: dict[str, tuple[object, bool]] = {
    # name: (type, must stand in the file)
    "link": (Link, False),
    "frame": (Frame, True),
    "text": (TextRules, False),
    "session": (Session, False),
    "texts": (dict[str, str | list[str]], False),
}
