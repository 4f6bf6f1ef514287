"""Payloads with blanks: ``02 {stars}`` is the byte 02 and then one byte that is known only later."""

from __future__ import annotations

import re
from dataclasses import dataclass

TEMPLATE_FORM = "hexadecimal bytes and blanks in braces, separated by spaces, such as 02 {stars}"
_BLANK = re.compile(r"\{([a-z_]+)\}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class Template:
    """A sequence of fixed bytes (numbers) and blanks of one byte each (names)."""

    parts: tuple[int | str, ...]

    @classmethod
    def parse(cls, text: str) -> Template:
        """Read a template. Raises ValueError that says what is expected."""
        parts: list[int | str] = []
        for word in text.split():
            if blank := _BLANK.fullmatch(word):
                parts.append(blank[1])
            elif _HEX.fullmatch(word):
                parts.extend(bytes.fromhex(word))
            else:
                raise ValueError(f"expected {TEMPLATE_FORM}, not {word!r}")
        return cls(tuple(parts))

    @property
    def blanks(self) -> list[str]:
        """The blanks' names in order."""
        return [part for part in self.parts if isinstance(part, str)]

    def fill(self, **values: int) -> bytes:
        """The bytes, with each blank's value (0 to 255) in place. Values no blank asks for are left out."""
        return bytes(values[part] if isinstance(part, str) else part for part in self.parts)

    def match(self, data: bytes) -> dict[str, int] | None:
        """The blanks' values when ``data`` has this form, else None."""
        if len(data) != len(self.parts):
            return None
        values: dict[str, int] = {}
        for part, byte in zip(self.parts, data, strict=True):
            if isinstance(part, str):
                values[part] = byte
            elif part != byte:
                return None
        return values
