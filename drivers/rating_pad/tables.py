"""From a file's values to declared types, key by key, so that one wrong value hides no other."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

import msgspec

from drivers.profiles import Converter
from drivers.rating_pad.sections import EXPECTED, SECTIONS, Section

T = TypeVar("T", bound=Section)


class TableReader:
    """Reads the sections of one file and collects their faults."""

    def __init__(self, file: str, table: dict[str, Any]) -> None:
        self._table = table
        self._converter = Converter(file, EXPECTED)

    def _check(self, holds: bool, place: str, expected: str) -> None:
        if not holds:
            self._converter.expect(place, expected)

    def _head(self, kind: type[T]) -> T | None:
        """The keys above the first section."""
        return self._struct("", {key: one for key, one in self._table.items() if key not in SECTIONS}, kind)

    def _section(self, name: str, kind: type[T]) -> T | None:
        if name not in self._table:
            if SECTIONS[name][1]:
                self._converter.expect(name, f"a section [{name}]")
            return None
        return self._struct(name, self._table[name], kind)

    def _entries(self, name: str, kind: Any) -> dict[str, Any]:
        value = self._table.get(name, {})
        if name not in self._table and SECTIONS[name][1]:
            self._converter.expect(name, f"a section [{name}]")
        if not isinstance(value, dict):
            self._converter.expect(name, f"a section [{name}]")
            return {}
        read = {}
        for key, one in value.items():
            place = f"{name}.{key}"
            converted = self._value(place, one, kind)
            if converted is not None:
                read[key] = converted
        return read

    def _struct(self, place: str, value: object, kind: type[T]) -> T | None:
        if not isinstance(value, dict):
            self._converter.convert(place, value, kind)
            return None
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        whole = True
        read: dict[str, Any] = {}
        for key, one in value.items():
            if key not in fields:
                self._converter.expect(place or "top", f"no key {key}")
                continue
            converted = self._value(f"{place}.{key}".lstrip("."), one, fields[key].type)
            if converted is not None:
                read[key] = converted
            whole = whole and (converted is not None or not fields[key].required)
        for key, field in fields.items():
            if field.required and key not in value:
                self._converter.expect(place or "top", f"a key {key}")
                whole = False
        return kind(**read) if whole else None

    def _value(self, place: str, value: object, kind: Any) -> Any:
        kinds = get_args(kind) or (kind,)
        tables = [one for one in kinds if isinstance(one, type) and issubclass(one, Section)]
        if tables and isinstance(value, dict):
            return self._struct(place, value, tables[0])
        return self._converter.convert(place, value, kind)
