"""The texts of messages: templates in a file, checked when it is read, filled with what the verb says."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import resources
from terminal.office.file_reading import Section
from terminal.office.file_source import read_toml

FILE: Final = "messages/zh.toml"
LONGEST: Final = 500  # characters of a template, and of what is sent: eight short messages
ALWAYS: Final = frozenset({"name", "centre"})  # filled in by ``tell`` itself
_BOOKING: Final = frozenset({"when", "items", "code"})
_CASE: Final = frozenset({"case", "item", "code"})
# Occasion → what the verb hands over. A file may leave values out, and use no others.
OCCASIONS: Final[Mapping[str, frozenset[str]]] = {
    "booked": _BOOKING,
    "moved": _BOOKING,
    "cancelled": _BOOKING,
    "reminder": _BOOKING,
    "hours_changed": _BOOKING,
    "request_approved": _BOOKING | {"counter"},
    "request_refused": frozenset({"answer"}),
    "request_answered": frozenset({"answer"}),
    "roster_published": frozenset({"since", "until"}),
    "swap_asked": frozenset({"colleague", "duty", "other", "reason"}),
    "swap_approved": frozenset({"colleague", "duty", "other"}),
    "swap_refused": frozenset({"colleague", "duty", "reason"}),
    "called_in": frozenset({"when", "until", "counter", "reason"}),
    "called_off": frozenset({"when", "counter"}),
    "case_decided_collect": _CASE,
    "case_decided_post": _CASE,
    "case_decided_home": _CASE,
    "case_uncollected": _CASE,
    "case_correction_late": _CASE,
    "case_assigned": frozenset({"case", "item", "promised"}),
    "case_fallen": frozenset({"count"}),
}


@dataclass(frozen=True, slots=True)
class MessageTexts:
    """A file's templates."""

    templates: Mapping[str, str]

    def fill(self, template: str, values: Mapping[str, str]) -> str:
        """The text of an occasion. What is too long ends in an ellipsis."""
        missing = (OCCASIONS[template] | ALWAYS) - values.keys()
        if missing:
            raise ValueError(f"message {template} is not given {', '.join(sorted(missing))}")
        text = self.templates[template].format_map(values)
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


@cache
def shipped_texts() -> MessageTexts:
    """The texts of ``resources/messages/zh.toml``, read once."""
    return load_texts(resources.path(FILE))


def load_texts(path: Path) -> MessageTexts:
    """The texts of a file. Raises Refusal that names the file and every occasion that is missing or at fault."""
    return read_toml(path, _read)


def moment_text(local: datetime) -> str:
    """11月23日（周一）9:15: how a message says when; ``local`` is on the centre's clock."""
    return f"{local.month}月{local.day}日（周{'一二三四五六日'[local.weekday()]}）{local.hour}:{local.minute:02d}"


def _read(top: Section) -> MessageTexts:
    templates: dict[str, str] = {}
    for occasion, values in OCCASIONS.items():
        section = top.section(occasion)
        if section is None:
            top.fault(occasion, "nothing", "a table with the text of this occasion")
            continue
        text = section.text("text", most=LONGEST)
        wrong = _wrong(text, values | ALWAYS)
        if wrong is not None:
            section.fault("text", wrong, "plain text with none but " + " ".join(sorted(values | ALWAYS)) + " in braces")
        section.done()
        templates[occasion] = text
    return MessageTexts(templates)


def _wrong(text: str, allowed: frozenset[str]) -> str | None:
    """The first thing in a template that cannot be filled."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        return f"'{text[:40]}' ({error})"
    for _, name, form, conversion in parts:
        if name is not None and (name not in allowed or form or conversion):
            return f"{{{name}}}"
    return None
