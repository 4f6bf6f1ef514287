"""How the 256 bytes of text on a card are laid out, one file per kind of card, with the evidence for it.

The two bytes at :data:`TYPE_AT` tell the kinds apart (all sources of the layouts agree on that).
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Annotated, Final

import msgspec

from drivers.profiles import Converter, ProfileError, Shelf, toml_table

TEXT_BYTES: Final = 256
TYPE_AT: Final = 248
FIELDS: Final = frozenset(
    ("name", "latin", "latin_more", "sex", "nation", "nationality", "birth", "address", "number", "issuer", "since",
     "until", "travel_permit", "issues", "former", "version")
)  # fmt: skip
SHELF: Final = Shelf("ID-card", Path(__file__).parent / "layouts")

Offset = Annotated[int, msgspec.Meta(ge=0, le=TEXT_BYTES - 2, multiple_of=2)]
Size = Annotated[int, msgspec.Meta(ge=2, le=TEXT_BYTES, multiple_of=2)]


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of card. ``kind`` is the file's name, ``title`` what the card is called, ``types`` its letters."""

    title: str
    types: tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=1)], ...]
    evidence: str
    source: tuple[str, ...]
    fields: dict[str, tuple[Offset, Size]]
    kind: str = ""

    def cut(self, text: bytes, field: str) -> bytes:
        """A field's bytes; b"" when cards of this kind have none such."""
        offset, size = self.fields.get(field, (0, 0))
        return text[offset : offset + size]


def load_layouts() -> tuple[Layout, ...]:
    """All kinds that are known. Raises ProfileError when a file has been spoilt."""
    return tuple(parse_layout(source.text, source.file, source.name) for source in map(SHELF.read, SHELF.names()))


def parse_layout(text: str, file: str, kind: str) -> Layout:
    """One file's layout. Raises ProfileError that names file and key."""
    converter = Converter(file, {})
    layout: Layout | None = converter.convert("", toml_table(text, file), Layout)
    if layout is not None:
        _check_fields(layout, converter)
    converter.stop_on_faults()
    if layout is None:  # stop_on_faults has raised
        raise ProfileError(f"{file}: expected a layout")
    return msgspec.structs.replace(layout, kind=kind)


def _check_fields(layout: Layout, converter: Converter) -> None:
    for name in layout.fields.keys() - FIELDS:
        converter.expect(f"fields.{name}", f"one of {', '.join(sorted(FIELDS))}")
    places = sorted([(offset, size, name) for name, (offset, size) in layout.fields.items()])
    for (offset, size, name), (following, _, other) in pairwise([*places, (TEXT_BYTES, 0, "the end of the text")]):
        if offset + size > following:
            converter.expect(f"fields.{name}", f"an end at or before byte {following}, where {other} begins")
    for offset, size, name in places:
        if offset < TYPE_AT + 2 and offset + size > TYPE_AT:
            converter.expect(f"fields.{name}", f"bytes {TYPE_AT} and {TYPE_AT + 1} left to the type")
