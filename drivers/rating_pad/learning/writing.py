"""Puts a learned profile into words and into a file."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ORDER = ("link", "frame", "send", "recv", "keys", "session")


def profile_text(tables: Mapping[str, Any], notes: Sequence[str]) -> str:
    """The TOML text of a profile's tables, under comments."""
    lines = [f"# {note}" for note in notes]
    lines += [f"{_key(key)} = {_value(value)}" for key, value in tables.items() if key not in _ORDER]
    for section in _ORDER:
        if section in tables:
            lines += ["", f"[{section}]"]
            lines += [f"{_key(key)} = {_value(value)}" for key, value in tables[section].items()]
    return "\n".join(lines) + "\n"


def write_profile(path: Path, text: str, *, replace: bool = False) -> None:
    """Write the file whole or not at all; one that exists only with ``replace``. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            fresh.replace(path)
        else:
            path.hardlink_to(fresh)  # fails when the file has come to be meanwhile, which a look before would miss
    finally:
        with suppress(FileNotFoundError):
            fresh.unlink()


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
