"""The values file of ``form render``: JSON that says of every value it cannot take where it stands and why."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from terminal.commands.arguments import shown
from terminal.errors import Refusal

LARGEST: Final = 5_000_000  # bytes
DEEPEST: Final = 4  # a table is a list of rows, a row has values
LONGEST_NUMBER: Final = 40  # figures
MOST_SAID: Final = 20  # faults of a file


class _NoValue:
    """What JSON can write and no form can hold; ``why`` says what it is."""

    def __init__(self, why: str) -> None:
        self.why = why


class _Object(dict[str, Any]):
    """An object, and the keys that stand twice in it."""

    twice: tuple[str, ...] = ()


def read_values(path: Path) -> dict[str, object]:
    """The values of a file, or of standard input for ``-``. Raises Refusal, with every value that cannot be taken."""
    try:
        found = json.loads(
            _text(path), object_pairs_hook=_object, parse_int=_whole, parse_float=_broken,
            parse_constant=lambda name: _NoValue(f"{name} is no number"),
        )  # fmt: skip
    except RecursionError as error:
        raise Refusal(
            "{file} is nested too deeply.", "Write one object: field → text, or a list of rows.", file=path
        ) from error
    except ValueError as error:
        where, what = getattr(error, "lineno", 1), getattr(error, "msg", "not JSON")
        raise Refusal(
            "{file} is no JSON, line {line}: {what}.", "Write one object: field → text.",
            file=path, line=where, what=what,
        ) from error  # fmt: skip
    if not isinstance(found, dict):
        raise Refusal("{file} holds no object.", "Write one object: field → text.", file=path)
    faults = list(_faults(found, ""))
    if faults:
        raise Refusal(
            "{file} has values that no form takes: {faults}.", "Write text, yyyy-mm-dd, yes or no, or a list of rows.",
            file=path, faults=listed(faults),
        )  # fmt: skip
    return found


def listed(faults: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = [f"and {len(faults) - MOST_SAID} more"] if len(faults) > MOST_SAID else []
    return "; ".join([*faults[:MOST_SAID], *more])


def _text(path: Path) -> str:
    data = _bytes(path)
    if len(data) > LARGEST:
        raise Refusal("{file} is too large.", "Values of a form are a few kilobytes.", file=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(
            "{file} is not UTF-8: line {line}, byte 0x{byte}{guess}.", "Save the file as UTF-8.",
            file=path, line=line, byte=f"{data[error.start]:02x}", guess=_guess(data),
        ) from error  # fmt: skip


def _bytes(path: Path) -> bytes:
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refusal("{file} cannot be read: {why}.", "Check the name.", file=path, why=why) from error


def _guess(data: bytes) -> str:
    """What else it may be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "; it looks like UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "; it looks like GB18030"


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        made.twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return made


def _whole(figures: str) -> object:
    return int(figures) if len(figures) <= LONGEST_NUMBER else _NoValue(f"a number of {len(figures)} figures")


def _broken(figures: str) -> object:
    number = float(figures)
    if len(figures) > LONGEST_NUMBER or not math.isfinite(number):
        return _NoValue(f"the number {shown(figures)} is too long or too large")
    return number


def _faults(value: object, place: str, depth: int = 0) -> Iterator[str]:
    """What is wrong with a value and with those in it, each with its place: family[2].income."""
    if depth > DEEPEST:
        yield f"{place}: nested too deeply"
    elif isinstance(value, _NoValue):
        yield f"{place}: {value.why}"
    elif isinstance(value, str):
        if not _is_text(value):
            yield f"{place}: half of a character, {shown(value)}"
    elif isinstance(value, _Object):
        yield from (f"{_under(place, name)} stands twice" for name in value.twice)
        for name, held in value.items():
            if not _is_text(name):
                yield f"{_under(place, name)}: half of a character in the name"
            yield from _faults(held, _under(place, name), depth + 1)
    elif isinstance(value, list):
        for row, held in enumerate(value, 1):
            yield from _faults(held, f"{place}[{row}]", depth + 1)


def _under(place: str, name: str) -> str:
    plain = name if name.isidentifier() and len(name) <= 60 else shown(name)
    return f"{place}.{plain}" if place else plain


def _is_text(value: str) -> bool:
    """Whether it can be written: a half of a pair of surrogates is no character."""
    return not any("\ud800" <= char <= "\udfff" for char in value)
