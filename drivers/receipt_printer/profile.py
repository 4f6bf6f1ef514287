"""What one kind of printer can do, as a file that a site can edit.

A profile is named (``generic-80mm``, shipped beside this module) or given as a path to a TOML file. Every fault is told
with the file, the key and what was expected there.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from drivers.receipt_printer.slip import LARGEST

SHIPPED = Path(__file__).parent / "profiles"
COLUMN_DOTS = 12  # a Latin character of the printer's font A; a Chinese one has two columns


class ProfileError(Exception):
    """A profile cannot be used; the text names file, key and what was expected."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every table is frozen, and an unknown key is a fault rather than a setting that silently does nothing."""


class Paper(_Table, frozen=True):
    """Printed width and distance between lines, in dots. The width is a whole number of bytes of a bitmap's row."""

    dots: Annotated[int, msgspec.Meta(ge=192, le=832, multiple_of=8)]
    line_dots: Annotated[int, msgspec.Meta(ge=24, le=255)]

    @property
    def columns(self) -> int:
        """How many Latin characters of single width stand on one line."""
        return self.dots // COLUMN_DOTS


class Type(_Table, frozen=True):
    """The printer's own type: its Chinese ROM, its magnification and how missing characters are drawn."""

    charset: Literal["gbk", "gb18030", "none"]
    largest: Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
    rare: Literal["inline", "line"]
    absolute_position: bool
    smoothing: bool


class QrCode(_Table, frozen=True):
    """How a QR code gets on the paper."""

    native: bool
    correction: Literal["L", "M", "Q", "H"]


class CutPaper(_Table, frozen=True):
    """How a slip ends: a feed of so many dots, then the cut command as hexadecimal bytes ("" for none)."""

    command: Annotated[str, msgspec.Meta(pattern=r"^\s*([0-9A-Fa-f]{2}\s*)*$")]
    feed_dots: Annotated[int, msgspec.Meta(ge=0, le=2000)]

    @property
    def data(self) -> bytes:
        """The cut command as it goes on the wire."""
        return bytes.fromhex(self.command)


class Status(_Table, frozen=True):
    """What the printer answers: the n of DLE EOT n, and GS r 1 after a job."""

    kinds: tuple[Annotated[int, msgspec.Meta(ge=1, le=4)], ...]
    confirm: bool


class Pace(_Table, frozen=True):
    """How fast a long job may be written: so many bytes at once, then a pause."""

    chunk_bytes: Annotated[int, msgspec.Meta(ge=16, le=65536)]
    pause_ms: Annotated[int, msgspec.Meta(ge=0, le=1000)]


class Profile(_Table, frozen=True):
    """One kind of receipt printer."""

    name: str
    evidence: Literal["public", "assumed", "tried"]
    paper: Paper
    text: Type
    qr: QrCode
    cut: CutPaper
    status: Status
    pace: Pace


def load_profile(name_or_path: str) -> Profile:
    """The profile of that name, or in that file. Raises ProfileError."""
    path = Path(name_or_path)
    if path.suffix != ".toml" and path.name == name_or_path:
        path = SHIPPED / f"{name_or_path}.toml"
        if not path.is_file():
            known = ", ".join(shipped_names())
            raise ProfileError(
                f"no receipt printer profile is named {name_or_path!r}; expected one of {known}, or a file"
            )
    return _read(path)


def shipped_names() -> tuple[str, ...]:
    """The names of the profiles that come with the program."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def _read(path: Path) -> Profile:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path}: byte {error.start} is not UTF-8; expected a TOML file in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{path}: not TOML: {error}") from error
    try:
        return msgspec.convert(tables, Profile)
    except msgspec.ValidationError as error:
        raise ProfileError(_fault(path, str(error))) from error


EXPECTED = {
    "evidence": "one of public, assumed, tried",
    "text.charset": "one of gbk, gb18030, none",
    "text.rare": "one of inline, line",
    "qr.correction": "one of L, M, Q, H",
    "cut.command": 'hexadecimal bytes such as "1D 56 00", or ""',
}


def _fault(path: Path, message: str) -> str:
    """``Expected `int` >= 192 - at `$.paper.dots` `` as ``file: paper.dots: expected int >= 192``."""
    what, _, where = message.partition(" - at ")
    key = where.strip("`").removeprefix("$").removeprefix(".") or "(top level)"
    said = f"{what[:1].lower()}{what[1:]}".replace("`", "")
    if key in EXPECTED:
        said = (
            f"expected {EXPECTED[key]}"
            if "got" not in said
            else f"expected {EXPECTED[key]}{said[said.index(', got') :]}"
        )
    return f"{path}: {key}: {said}"
