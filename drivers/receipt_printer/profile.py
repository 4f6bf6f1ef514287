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
    "status.completion": "one of process_id, in_turn, status, none",
    "cut.command": 'hexadecimal bytes such as "1D 56 00", or ""',
    "text.select": 'hexadecimal bytes such as "1C 26", or ""',
}
Hexadecimal = Annotated[str, msgspec.Meta(pattern=r"^\s*([0-9A-Fa-f]{2}\s*)*$")]


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
    """The printer's own type: its Chinese ROM, its magnification and how missing characters are drawn.

    ``select`` are the bytes that choose the Chinese type after ESC @, FS & on most printers.
    """

    charset: Literal["gbk", "gb18030", "none"]
    largest: Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
    rare: Literal["inline", "line"]
    absolute_position: bool
    smoothing: bool
    select: Hexadecimal = "1C 26"


class QrCode(_Table, frozen=True):
    """How a QR code gets on the paper."""

    native: bool
    correction: Literal["L", "M", "Q", "H"]


class CutPaper(_Table, frozen=True):
    """How a slip ends: a feed of so many dots, then the cut command as hexadecimal bytes ("" for none).

    ``cutter_dots`` is how far GS V 65 and 66 feed of themselves, from print head to cutter: for counting paper alone.
    """

    command: Hexadecimal
    feed_dots: Annotated[int, msgspec.Meta(ge=0, le=2000)]
    cutter_dots: Annotated[int, msgspec.Meta(ge=0, le=800)] = 96

    @property
    def data(self) -> bytes:
        """The cut command as it goes on the wire."""
        return bytes.fromhex(self.command)


class Status(_Table, frozen=True):
    """What the printer answers: the n of DLE EOT n, and how it tells that a job is printed."""

    kinds: tuple[Annotated[int, msgspec.Meta(ge=1, le=4)], ...]
    completion: Literal["process_id", "in_turn", "status", "none"]


class Pace(_Table, frozen=True):
    """How fast a long job may be written: its first ``buffer_bytes`` at once, then a pause before every chunk.

    A printer uses up bytes no slower than a chunk in a pause, or its buffer runs over and characters are lost.
    """

    chunk_bytes: Annotated[int, msgspec.Meta(ge=16, le=65536)]
    pause_ms: Annotated[int, msgspec.Meta(ge=0, le=1000)]
    buffer_bytes: Annotated[int, msgspec.Meta(ge=64, le=1_048_576)] = 4096

    @property
    def band_bytes(self) -> int:
        """How long one command may be, so that a printer that stops never holds half of one for long."""
        return max(64, self.buffer_bytes // 2)


class Link(_Table, frozen=True):
    """The line as the printer leaves the works, like ``9600-8N1``; a machine's settings may say otherwise."""

    serial: str = "9600-8N1"


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
    title: str = ""
    link: Link = Link()


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
