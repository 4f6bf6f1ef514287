"""Priority classes: who goes how far ahead, and the bound that keeps everybody else's turn sure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import resources
from terminal.errors import Refusal
from terminal.office.file_reading import Section, report_repeated
from terminal.office.file_source import read_toml

UTMOST_MINUTES = 120  # no file may let anybody ahead of people who came two hours before


@dataclass(frozen=True, slots=True)
class PriorityClass:
    """One class of residents who go ahead."""

    key: str
    label: str
    label_en: str
    badge: str  # in a queue row
    badge_en: str
    head_start_minutes: int
    evidence: str  # what staff may ask to see
    evidence_en: str


@dataclass(frozen=True, slots=True)
class Priorities:
    """The classes in the file's order; no head start exceeds ``max_head_start_minutes``."""

    classes: tuple[PriorityClass, ...]
    max_head_start_minutes: int

    def get(self, key: str) -> PriorityClass:
        """The class of that key, or Refusal."""
        for known in self.classes:
            if known.key == key:
                return known
        raise Refusal(
            "There is no priority class {priority}.",
            "Use one of {known}.",
            priority=key,
            known=", ".join(known.key for known in self.classes),
        )


def load_priorities(path: Path | str | None = None) -> Priorities:
    """The classes of a file (default: ``resources/priority.toml``). Refusal names every fault of the file."""
    return read_toml(resources.path("priority.toml") if path is None else Path(path), _read)


def _read(top: Section) -> Priorities:
    bound = top.whole("max_head_start_minutes", 0, UTMOST_MINUTES)
    if not top.sound("max_head_start_minutes"):
        bound = UTMOST_MINUTES  # the bound is reported; head starts are held against the widest one
    sections = top.sections("classes", "class", "key", least=0)
    classes = tuple(_class(section, bound) for section in sections)
    for key in ("key", "label", "badge"):
        report_repeated([(s, str(getattr(c, key))) for s, c in zip(sections, classes, strict=True)], key)
    return Priorities(classes, bound)


def _class(section: Section, bound: int) -> PriorityClass:
    priority = PriorityClass(
        key=section.text("key", most=32, like="[a-z][a-z0-9_]*", expected="a name like elderly"),
        label=section.text("label", most=12),
        label_en=section.text("label_en", most=40),
        badge=section.text("badge", most=4),
        badge_en=section.text("badge_en", most=12),
        head_start_minutes=section.whole("head_start_minutes", 0, bound),
        evidence=section.text("evidence", most=60),
        evidence_en=section.text("evidence_en", most=120),
    )
    section.done()
    return priority
