"""What one kind of printer can do, as a file that a site can edit.

A profile is named (``generic-80mm``, shipped beside this module) or given as a path to a TOML file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from drivers.profiles import Converter, Shelf, toml_table
from drivers.receipt_printer.slip import LARGEST

SHELF = Shelf("receipt printer", Path(__file__).parent / "profiles")
COLUMN_DOTS = 12  # a Latin character of the printer's font A; a Chinese one has two columns
EXPECTED = {
    "evidence": "one of public, assumed, tried",
    "text.charset": "one of gbk, gb18030, none",
    "text.rare": "one of inline, line",
    "qr.correction": "one of L, M, Q, H",
    "cut.command": 'hexadecimal bytes such as "1D 56 00", or ""',
}


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


def profile_names() -> tuple[str, ...]:
    """The profiles that come with the program."""
    return SHELF.names()


def load_profile(name: str | Path) -> Profile:
    """Load a profile by the name of one of ours, or from a file. Raises ProfileError with all faults of it."""
    source = SHELF.read(name)
    table = toml_table(source.text, source.file)
    converter = Converter(source.file, EXPECTED)
    for field in msgspec.structs.fields(Profile):  # table by table, so that a fault in one does not hide the others
        if field.encode_name in table:
            converter.convert(field.encode_name, table[field.encode_name], field.type)
    converter.stop_on_faults()
    profile: Profile = converter.convert("", table, Profile)
    converter.stop_on_faults()
    return profile
