"""One definition read from its file, every fault of it named with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from forms.definition import Field, Form, Part
from forms.field_file import NAME, NAME_SAID, read_fields
from forms.file_reading import Section
from forms.layout_file import placeholders_known, read_layout

_TITLE: Final = 40


@dataclass(frozen=True, slots=True)
class Shared:
    """What forms may take over by its name: fields, and parts of a layout; ``english``: answers and units by their
    Chinese.
    """

    fields: Mapping[str, Field]
    parts: Mapping[str, tuple[Part, ...]]
    english: Mapping[str, str]


NOTHING_SHARED: Final = Shared({}, {}, {})


def read_shared(top: Section, known: Shared) -> Shared:
    """What a ``common.yaml`` holds, beside what is known already."""
    english = dict(known.english)
    words = top.section("english")
    if words is not None:
        english |= {name: words.text(name, most=60) for name in words.names()}
        words.done()
    fields = {**known.fields, **{field.name: field for field in read_fields(top, known.fields, english)}}
    parts = dict(known.parts)
    named = top.section("parts")
    if named is not None:
        parts |= {name: read_layout(named, name, fields, known.parts) for name in named.names()}
    top.done()
    return Shared(fields, parts, english)


def read_form(top: Section, shared: Shared) -> Form:
    """The form a file holds; with faults reported it is a stand-in."""
    fields = read_fields(top, shared.fields, shared.english)
    known = {field.name: field for field in fields}
    form = Form(
        name=top.text("name", most=60, like=NAME, expected=NAME_SAID),
        title=top.text("title", most=_TITLE),
        title_en=top.text("title_en", most=80),
        kind="notice" if top.choice("kind", ("notice", "application")) == "notice" else "application",
        source=top.text("source", most=300),
        letters=top.text("letters", most=4, default="", like="[A-Z]{2,4}", expected="2 to 4 capital letters"),
        items=top.texts("items", most=100, each=16),
        masked=top.flag("masked", default=False),
        barcode=top.flag("barcode", default=False),
        head=(_line(top, "head_left", known), _line(top, "head_right", known)),
        foot=_line(top, "foot", known),
        fields=fields,
        layout=read_layout(top, "layout", known, shared.parts),
    )
    if form.kind == "notice" and top.sound("kind", "letters") and not form.letters:
        top.fault("letters", "nothing", "2 to 4 capital letters, which its number carries")
    top.done()
    return form


def _line(top: Section, key: str, known: Mapping[str, Field]) -> str:
    text = top.text(key, most=120, default="")
    placeholders_known(top, key, text, known)
    return text
