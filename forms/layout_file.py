"""How a form lies on paper, read from its definition."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Final

from forms.definition import (
    Enquiry,
    Field,
    Heading,
    Opinions,
    Paragraph,
    Part,
    Particulars,
    RowsTable,
    Signatures,
)
from forms.file_reading import Section

_PARTS: Final = ("particulars", "heading", "rows", "text", "enquiry", "opinions", "signatures")
_TEXT: Final = 2000


def read_layout(top: Section, known: Mapping[str, Field]) -> tuple[Part, ...]:
    """The parts from top to bottom."""
    parts = []
    for section in top.sections("layout", "part", "heading"):
        part = _part(section, known)
        section.done()
        if part is not None:
            parts.append(part)
    return tuple(parts)


def placeholders_known(section: Section, key: str, text: str, known: Mapping[str, Field]) -> None:
    """Report a ``{name}`` in the text that is no field, and braces that are none."""
    if not section.sound(key):
        return
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        section.fault(key, f"'{text[:40]}'", "braces in pairs, around the name of a field")
        return
    for name in names:
        if name not in known:
            section.fault(key, f"{{{name}}}", "the name of a field")
            return


def _part(section: Section, known: Mapping[str, Field]) -> Part | None:
    kinds = [kind for kind in _PARTS if section.has(kind)]
    for kind in _PARTS:
        section.nothing(kind)  # all of them are known keys
    if len(kinds) != 1:
        if section.is_mapping:
            section.fault(kinds[1] if kinds else "", " and ".join(kinds) or "no part", "one of " + ", ".join(_PARTS))
        return None
    match kinds[0]:
        case "heading":
            return Heading(section.text("heading", most=60))
        case "opinions":
            return Opinions(section.texts("opinions", most=6, each=40))
        case kind:
            return _READERS[kind](section, known)


def _particulars(section: Section, known: Mapping[str, Field]) -> Part:
    names = section.texts("particulars", most=100, each=60)
    for name in names:
        if name not in known:
            section.fault("particulars", f"'{name}'", "the name of a field")
        elif known[name].type == "table":
            section.fault("particulars", f"'{name}', a table", "a field of another type (tables are rows)")
    return Particulars(names)


def _rows(section: Section, known: Mapping[str, Field]) -> Part:
    name = section.choice("rows", [field.name for field in known.values() if field.type == "table"])
    return RowsTable(name, section.whole("blank", 0, 40, default=0))


def _text(section: Section, known: Mapping[str, Field]) -> Part:
    text = section.text("text", most=_TEXT)
    placeholders_known(section, "text", text, known)
    return Paragraph(
        text=text,
        when=section.choice("when", known, default=""),
        unless=section.choice("unless", known, default=""),
        indent=section.flag("indent", default=True),
    )


def _enquiry(section: Section, known: Mapping[str, Field]) -> Part:
    inner = section.section("enquiry")
    if inner is None:
        return Enquiry("", "", ())
    enquiry = Enquiry(
        title=inner.text("title", most=40),
        qr=inner.choice("qr", known),
        lines=inner.texts("lines", most=6, each=200),
    )
    for line in enquiry.lines:
        placeholders_known(inner, "lines", line, known)
    inner.done()
    return enquiry


def _signatures(section: Section, known: Mapping[str, Field]) -> Part:
    return Signatures(
        labels=section.texts("signatures", most=6, each=20),
        seal=section.text("seal", most=20, default=""),
        date=section.choice("date", [field.name for field in known.values() if field.type == "date"], default=""),
    )


_READERS: Final = {
    "particulars": _particulars,
    "rows": _rows,
    "text": _text,
    "enquiry": _enquiry,
    "signatures": _signatures,
}
