"""Rating scales: a pad's keys, what they mean and what they score. Files of ``resources/rating``, or a site's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import resources
from terminal.errors import Refusal
from terminal.office.file_reading import Section, report_repeated
from terminal.office.file_source import read_toml
from terminal.office.views import Key

DEFAULT = "six-key"


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating scale; ``keys`` in the pad's order."""

    code: str
    name: str
    name_en: str
    keys: tuple[Key, ...]


def shipped_scales() -> tuple[str, ...]:
    """Names of the scales that come with the program."""
    return tuple(sorted(file.stem for file in resources.path("rating").glob("*.toml")))


def load_scale(name_or_path: str | Path = DEFAULT) -> Scale:
    """A shipped scale by name, or a site's own by path (it ends in .toml). Refusal names every fault of the file."""
    path = Path(name_or_path)
    if path.suffix != ".toml":
        known = shipped_scales()
        if str(name_or_path) not in known:
            raise Refusal(
                "There is no rating scale {name}.",
                "Use one of {known}, or the path of a .toml file.",
                name=str(name_or_path),
                known=", ".join(known),
            )
        path = resources.path("rating", f"{name_or_path}.toml")
    return read_toml(path, _read)


def _read(top: Section) -> Scale:
    code = top.text("code", most=32, like="[a-z][a-z0-9-]*", expected="a name like six-key")
    name, name_en = top.text("name", most=30), top.text("name_en", most=60)
    sections = top.sections("keys", "key", "key", least=2)
    keys = tuple(_key(section) for section in sections)
    report_repeated([(s, k.key) for s, k in zip(sections, keys, strict=True)], "key")
    report_repeated([(s, k.label) for s, k in zip(sections, keys, strict=True)], "label")
    return Scale(code, name, name_en, keys)


def _key(section: Section) -> Key:
    key = Key(
        key=section.text("key", most=32, like="[a-z][a-z0-9_]*", expected="a name like very_satisfied"),
        label=section.text("label", most=8),
        label_en=section.text("label_en", most=30),
        score=section.whole("score", 1, 5),
        bad=section.flag("bad"),
    )
    section.done()
    return key
