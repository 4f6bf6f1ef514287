"""Messages with blanks: ``02 {stars}`` is the byte 02 and then one byte that is known only later.

How a blank is written on the wire, by its form:

=====================  ================================================  ==========================================
blank                  among hexadecimal bytes (kinds byte, fixed,        in a text (kind delimited)
                       length)
=====================  ================================================  ==========================================
``{addr}``             the pad's address, one byte                        not used
``{key}``              the key's code, one byte; ``{key:2}`` two          the key's code
``{stars}``            one byte 00 to 05, rounded                         one digit, rounded
``{stars:tenths}``     one byte 00 to 32 hexadecimal: tenths of a star    such as 4.8
``{staff}``            the number or code, ASCII letters and digits       the same
``{staff:6}``          six bytes, each the value of a digit; 0A stands    six digits, with zeros in front
                       for none, in front
``{staff_name}``       the name in the frame's encoding                   the same
``{staff_name:16}``    cut or filled with spaces to 16 bytes              the same
=====================  ================================================  ==========================================

A staff number that cannot be written so counts as none; of a longer one than fits the last digits are sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

TEMPLATE_FORM = "hexadecimal bytes and blanks in braces, separated by spaces, such as 02 {stars}"
TEXT_FORM = "text with blanks in braces, such as S03||{stars}||E"
LONGEST_NAME = 64  # bytes of a name without a length of its own
NO_DIGIT = 0x0A  # as the FF 68 displays have it
_BLANK = re.compile(r"\{([a-z_]+)(?::([a-z]+|[0-9]{1,2}))?\}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_FORMS = {"addr": (), "key": ("size",), "stars": ("tenths",), "staff": ("size",), "staff_name": ("size",)}
Value = int | float | str | bytes


class Blank(NamedTuple):
    """A place to be filled: what stands there, in which form, and how many bytes it has (0: as many as it needs)."""

    name: str
    form: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """Fixed bytes and blanks, in order; ``encoding`` is that of texts, ``is_text`` whether numbers are digits."""

    parts: tuple[bytes | Blank, ...]
    is_text: bool = False
    encoding: str = "gbk"

    @classmethod
    def parse(cls, text: str, encoding: str = "gbk") -> Template:
        """Read a template of hexadecimal bytes. Raises ValueError that says what is expected."""
        parts: list[bytes | Blank] = []
        for word in text.split():
            if found := _BLANK.fullmatch(word):
                parts.append(_blank(found, is_text=False))
            elif _HEX.fullmatch(word):
                parts.append(bytes.fromhex(word))
            else:
                raise ValueError(f"expected {TEMPLATE_FORM}, not {word!r}")
        return cls(tuple(parts), False, encoding)

    @classmethod
    def parse_text(cls, text: str, encoding: str = "gbk") -> Template:
        """Read a template that is text. Raises ValueError that says what is expected."""
        parts: list[bytes | Blank] = []
        at = 0
        for found in _BLANK.finditer(text):
            parts += _encoded(text[at : found.start()], encoding)
            parts.append(_blank(found, is_text=True))
            at = found.end()
        parts += _encoded(text[at:], encoding)
        return cls(tuple(parts), True, encoding)

    @property
    def blanks(self) -> list[str]:
        """The blanks' names in order."""
        return [part.name for part in self.parts if isinstance(part, Blank)]

    @property
    def least(self) -> int:
        """The fewest bytes it can have."""
        return sum(part.size if isinstance(part, Blank) else len(part) for part in self.parts)

    def fill(self, **values: Value) -> bytes:
        """The bytes, with each blank's value in place. Values no blank asks for are left out."""
        return b"".join(self._fill(part, values[part.name]) if isinstance(part, Blank) else part for part in self.parts)

    def match(self, data: bytes) -> dict[str, bytes] | None:
        """The blanks' bytes when ``data`` has this form, else None. For templates whose blanks all have a size."""
        if len(data) != self.least:
            return None
        values: dict[str, bytes] = {}
        at = 0
        for part in self.parts:
            size = part.size if isinstance(part, Blank) else len(part)
            piece, at = data[at : at + size], at + size
            if isinstance(part, Blank):
                values[part.name] = piece
            elif part != piece:
                return None
        return values

    def _fill(self, blank: Blank, value: Value) -> bytes:
        if isinstance(value, bytes):
            return value
        if blank.name == "stars":
            return self._stars(blank, float(value))
        if blank.name == "staff":
            return self._number(blank.size, str(value))
        if blank.name == "staff_name":
            return self._name(blank.size, str(value))
        return bytes((int(value),))

    def _stars(self, blank: Blank, stars: float) -> bytes:
        stars = min(5.0, max(0.0, stars))
        if blank.form == "tenths":
            return f"{stars:.1f}".encode() if self.is_text else bytes((int(stars * 10 + 0.5),))
        whole = int(stars + 0.5)
        return str(whole).encode() if self.is_text else bytes((whole,))

    def _number(self, size: int, number: str) -> bytes:
        if not size:
            return number.encode() if number.isascii() and number.isalnum() else b""
        digits = number if number.isascii() and number.isdigit() else ""
        digits = digits[-size:]
        if self.is_text:
            return digits.rjust(size, "0").encode()
        return bytes((NO_DIGIT,)) * (size - len(digits)) + bytes(map(int, digits))

    def _name(self, size: int, name: str) -> bytes:
        # What would end a field or be taken for a control character has no place in a name.
        clean = "".join(letter for letter in name if letter.isprintable() and letter not in "|,{}")
        data = b""
        for letter in clean:
            piece = letter.encode(self.encoding, "replace")
            if len(data) + len(piece) > (size or LONGEST_NAME):
                break
            data += piece
        return data.ljust(size)


def _blank(found: re.Match[str], *, is_text: bool) -> Blank:
    name, form = found[1], found[2] or ""
    if name not in _FORMS or (is_text and name == "addr"):
        raise ValueError(f"expected a blank such as {{stars}} or {{staff_name}}, not {found[0]}")
    size = int(form) if form.isdigit() else 0
    allowed = _FORMS[name]
    if form and (("size" not in allowed or not size) if form.isdigit() else form not in allowed):
        raise ValueError(f"expected {{{name}}} without a form or with one that it knows, not {found[0]}")
    if not size and not is_text and name in ("addr", "key", "stars"):
        size = 1
    return Blank(name, "" if form.isdigit() else form, size)


def _encoded(text: str, encoding: str) -> list[bytes]:
    if "{" in text or "}" in text:
        raise ValueError(f"expected {TEXT_FORM}; braces are for blanks only")
    try:
        return [text.encode(encoding)] if text else []
    except UnicodeEncodeError as error:
        raise ValueError(f"expected text that {encoding} can carry, not {text[error.start : error.end]!r}") from error
