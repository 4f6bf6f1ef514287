"""The settings file as people change it: single values are put in, everything else stays as it was written.

A setting is named by its place: ``("rating_pad", "port")``; ``("windows", 4, "rating_pad", "port")`` is the pad of
window 4, whichever entry of ``[[windows]]`` that is.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, Key, Table, Whitespace

from terminal.errors import Fault, Refusal
from terminal.settings import Settings

Place = tuple[str | int, ...]
WINDOWS = "windows"
UNREADABLE = "The settings file {file} cannot be used: {what}."


class SettingRefused(Refusal):
    """A value that the program would not start with. ``place`` is the setting at fault. Nothing was written."""

    def __init__(self, text: str, what_to_do: str = "", *, place: Place = (), **values: object) -> None:
        super().__init__(text, what_to_do, **values)
        self.place = place


class SettingsFile:
    """One machine's settings file; it need not be there yet. Each call reads it anew, so others may edit it too."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def values(self) -> dict[Place, Any]:
        """What the file says, place by place, also where it says something wrong.

        Raises Refusal when it is no TOML, Fault when it cannot be read.
        """
        return flat(self._table(self._text()))

    def check(self, changes: Mapping[Place, object]) -> Settings:
        """The settings as they would be after :meth:`save`. Raises SettingRefused, Refusal and Fault."""
        return self._checked(self._changed(self._text(), changes))

    def save(self, changes: Mapping[Place, object]) -> Settings:
        """Put the values at their places (None takes a value or a whole part away); the settings that result.

        The file is replaced in one step: a program that starts meanwhile reads the old or the new one. Raises
        SettingRefused for a value that no program would start with, Refusal for a file that is no TOML, Fault when the
        file cannot be read or written; the file is then as it was.
        """
        text = self._changed(self._text(), changes)
        settings = self._checked(text)
        try:
            _replace(self.path.resolve(), text)
        except OSError as error:
            raise Fault(
                "The settings cannot be written to {file}: {why}.",
                "Save them as somebody who may write there, or start with --config and another file.",
                file=self.path,
                why=error.strerror or str(error),
            ) from error
        return settings

    def _text(self) -> str:
        try:
            return self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise Fault(UNREADABLE, "Look who may read it.", file=self.path, what=error.strerror or error) from error
        except UnicodeDecodeError as error:
            what = f"byte {error.start} is not UTF-8"
            raise Refusal(UNREADABLE, "Save the file as UTF-8.", file=self.path, what=what) from error

    def _table(self, text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text.removeprefix("\ufeff"))
        except tomllib.TOMLDecodeError as error:
            raise self._no_toml(error) from error

    def _changed(self, text: str, changes: Mapping[Place, object]) -> str:
        self._table(text)
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        foreign = "\r\n" in text
        try:
            document = tomlkit.parse(text.removeprefix(mark).replace("\r\n", "\n"))
            for place, value in changes.items():
                _put(document, place, value)
            made = tomlkit.dumps(document)
        except TOMLKitError as error:
            raise self._no_toml(error) from error
        return mark + (made.replace("\n", "\r\n") if foreign else made)

    def _checked(self, text: str) -> Settings:
        table = self._table(text)
        try:
            return msgspec.convert(table, Settings)
        except msgspec.ValidationError as error:
            what, _, where = str(error).partition(" - at `$")
            place = _place(where.rstrip("`"), table)
            name = ".".join(str(part) for part in place)
            raise SettingRefused(
                UNREADABLE,
                "Correct that setting.",
                place=place,
                file=self.path,
                what=f"{name}: {what}" if name else what,
            ) from error

    def _no_toml(self, error: ValueError | TOMLKitError) -> Refusal:
        return Refusal(
            UNREADABLE, "Write it as TOML: key = value, text in double quotes.", file=self.path, what=str(error)
        )


def flat(table: Mapping[str, Any], above: Place = ()) -> dict[Place, Any]:
    """A file's tables as single values by their places."""
    found: dict[Place, Any] = {}
    for key, value in table.items():
        place = (*above, key)
        if place == (WINDOWS,) and isinstance(value, list):
            for number, window in _windows(value):
                found |= flat(window, (WINDOWS, number))
        elif isinstance(value, Mapping):
            found |= flat(value, place)
        else:
            found[place] = value
    return found


def _windows(entries: list[Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for entry in entries:
        if isinstance(entry, Mapping) and isinstance(entry.get("number"), int):
            yield entry["number"], entry


def _place(path: str, table: Mapping[str, Any]) -> Place:
    """``.windows[1].call_box`` as a place: the second entry is known by its window's number."""
    place: list[str | int] = []
    for part in path.strip(".").split("."):
        name, _, index = part.partition("[")
        place += [name] if name else []
        if index.rstrip("]").isdecimal():
            entry = table.get(name, [])[int(index.rstrip("]"))]
            number = entry.get("number") if isinstance(entry, Mapping) else None
            place += [number] if isinstance(number, int) else []
    return tuple(place)


# Putting values into the document. Only what tomlkit makes public is used.


def _put(document: tomlkit.TOMLDocument, place: Place, value: object) -> None:
    home: Any = document
    rest = place
    if place[0] == WINDOWS:
        home, rest = _window(document, int(place[1]), make=value is not None), place[2:]
        if not rest and value is None and home is not None:
            _keep_remarks(document, home)
            _drop_window(document, home)
    if home is None or not rest:
        return
    if len(place) == 1 and value is None and isinstance(home.get(place[0]), Table):
        _keep_remarks(document, home[place[0]])
    for part in rest[:-1]:
        if part not in home:
            if value is None:
                return
            _add(home, str(part), tomlkit.table() if home is document else tomlkit.inline_table())
        home = home[part]
    _set(home, str(rest[-1]), value)


def _set(home: Any, key: str, value: object) -> None:
    if value is None:
        home.pop(key, None)
    elif key not in home:
        _add(home, key, tomlkit.item(value))
    elif home[key] != value:
        home[key] = value


def _add(home: Any, key: str, item: Item) -> None:
    """Add behind the last key. A remark that stands after an empty line speaks of what follows, and stays there."""
    tail = _tail(home.value) if isinstance(home, Table) else []
    home[key] = item
    if tail:
        home.value.body.extend(tail)


def _tail(container: Container) -> list[tuple[Key | None, Item]]:
    body = container.body
    last = max((at for at, (key, _) in enumerate(body) if key is not None), default=-1)
    for at in range(last + 1, len(body)):
        item = body[at][1]
        if isinstance(item, Whitespace) and "\n" in item.s:
            tail = body[at:]
            del body[at:]
            return tail
    return []


def _keep_remarks(document: Any, leaving: Table) -> None:
    """A part is to be taken away: what stands behind it about the next one goes behind the part before."""
    before: Table | None = None
    for _, item in document.body:
        for table in item.body if isinstance(item, AoT) else [item]:
            if table is leaving:
                if before is not None:
                    before.value.body.extend(_tail(leaving.value))
                return
            before = table if isinstance(table, Table) else before


def _window(document: Any, number: int, *, make: bool) -> Any:
    """The table of one window; a new one, if it is to be made; else None."""
    for entry in document.get(WINDOWS, []):
        if entry.get("number") == number:
            return entry
    if not make:
        return None
    if WINDOWS not in document:
        document[WINDOWS] = tomlkit.aot()
    entries = document[WINDOWS]
    new = tomlkit.table() if isinstance(entries, AoT) else tomlkit.inline_table()
    new["number"] = number
    if entries and isinstance(entries[-1], Table):
        for _, item in _tail(entries[-1].value) or [(None, tomlkit.nl())]:
            new.value.body.append((None, item))
        entries[-1].add(tomlkit.nl())
    entries.append(new)
    return entries[-1]


def _drop_window(document: Any, entry: Any) -> None:
    entries = document[WINDOWS]
    entries.remove(entry)
    if not entries:
        del document[WINDOWS]


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            shutil.copymode(path, fresh)  # a new file is its owner's alone: the database's password may stand in it
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
