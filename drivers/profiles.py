"""Profiles: what one make of device speaks, as TOML files that a site can edit.

Each kind of device has its own tables; finding, reading and complaining is the same for all and stands here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from drivers.ports import LineSettingError, SerialSettings

_SAID = (
    ("Expected ", ""),
    ("Object contains unknown field ", "no key "),
    ("Object missing required field ", "a key "),
)


class ProfileError(ValueError):
    """A profile that cannot be used. ``faults`` holds one sentence each: file, key and what is expected there."""

    def __init__(self, *faults: str) -> None:
        super().__init__("; ".join(faults))
        self.faults = list(faults)


@dataclass(frozen=True, slots=True)
class Source:
    """A profile's text; ``file`` is what its faults are reported under."""

    text: str
    file: str
    name: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The profiles of one ``kind`` of device that come with the program."""

    kind: str
    folder: Path

    def names(self) -> tuple[str, ...]:
        """What may be named without a path, in order."""
        return tuple(sorted(path.stem for path in self.folder.glob("*.toml")))

    def read(self, name_or_path: str | Path) -> Source:
        """The text of one of ours by its name, or of a site's own by its path. Raises ProfileError."""
        path = Path(name_or_path)
        if path.suffix != ".toml" and path.name == str(name_or_path):
            if path.name not in self.names():
                known = ", ".join(self.names())
                raise ProfileError(f"there is no {self.kind} profile {path.name!r}: expected {known}, or a .toml file")
            path = self.folder / f"{path.name}.toml"
        try:
            return Source(path.read_text("utf-8-sig"), str(path), path.stem)  # Windows' editor begins with a mark
        except OSError as error:
            raise ProfileError(f"{path}: expected a readable file: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise ProfileError(f"{path}: expected UTF-8 text, byte {error.start} is none") from error


def toml_table(text: str, file: str) -> dict[str, Any]:
    """The tables of a profile's text. Raises ProfileError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{file}: expected TOML: {error}") from error


class Converter:
    """Turns a file's values into declared types, and gathers what does not fit instead of stopping at it.

    ``wanted`` says for some keys, in better words than the validator's, what is expected there.
    """

    def __init__(self, file: str, wanted: Mapping[str, str]) -> None:
        self._file = file
        self._wanted = wanted
        self._faults: list[str] = []

    def convert(self, key: str, value: object, kind: Any) -> Any:
        """The value as a ``kind``; None, with the fault noted, when it is none. ``key`` is "" for the whole file."""
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            what, _, place = str(error).replace("`", "").partition(" - at $")
            self.fault((key + place).lstrip(".") or "top", what)
            return None

    def fault(self, key: str, what: str) -> None:
        """Note a fault of the validator's at ``key``."""
        said = next((better + what.removeprefix(start) for start, better in _SAID if what.startswith(start)), what)
        if key in self._wanted:
            _, got, tail = what.partition(", got ")
            said = self._wanted[key] + got + tail
        self.expect(key, said)

    def expect(self, key: str, expected: str) -> None:
        """Note what is expected at ``key`` and does not stand there."""
        self._faults.append(f"{self._file}: {key}: expected {expected}")

    def stop_on_faults(self) -> None:
        """Raises ProfileError with all that was noted, if anything was."""
        if self._faults:
            raise ProfileError(*self._faults)


class SectionReader:
    """Reads one file's sections and collects their faults. ``sections`` holds for each its type, and whether it must
    stand in the file; the keys above the first are the head.
    """

    def __init__(
        self, file: str, table: dict[str, Any], sections: Mapping[str, tuple[Any, bool]], wanted: Mapping[str, str]
    ) -> None:
        self._table = table
        self._sections = sections
        self._converter = Converter(file, wanted)

    def _read(self, head: Any) -> tuple[Any, dict[str, Any]]:
        """The head as that type, and each section as its own. Raises ProfileError with what does not fit its type."""
        above = {key: value for key, value in self._table.items() if key not in self._sections}
        read = self._converter.convert("", above, head)
        parts = {section: self._section(section) for section in self._sections}
        self._converter.stop_on_faults()
        return read, parts

    def _section(self, name: str) -> Any:
        """One section; a missing one has its usual values, or is a fault."""
        kind, required = self._sections[name]
        if required and name not in self._table:
            self._converter.expect(name, f"a section [{name}]")
            return None
        return self._converter.convert(name, self._table.get(name, {}), kind)

    def _check(self, holds: bool, place: str, expected: str) -> None:
        if not holds:
            self._converter.expect(place, expected)

    def _check_link(self, serial: str, address: int) -> None:
        try:
            SerialSettings.parse(serial)
        except LineSettingError as error:
            self._converter.expect("link.serial", str(error).partition("expected ")[2])
        self._check(0 <= address <= 255, "link.address", f"0 to 255, not {address}")
