"""How a form lies on paper, read from its definition."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Final

from forms.definition import (
    CAPITALS,
    Condition,
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

Parts = Mapping[str, tuple[Part, ...]]

_PARTS: Final = ("particulars", "heading", "rows", "text", "enquiry", "opinions", "signatures")
_TEXT: Final = 2000


def read_layout(top: Section, key: str, known: Mapping[str, Field], shared: Parts) -> tuple[Part, ...]:
    """The parts from top to bottom; ``use`` stands for those that ``shared`` has under a name."""
    parts: list[Part] = []
    for section in top.sections(key, "part", "heading"):
        if section.has("use"):
            parts += _shared(section, known, shared)
        elif (part := _part(section, known)) is not None:
            parts.append(part)
        section.done()
    return tuple(parts)


def _shared(section: Section, known: Mapping[str, Field], shared: Parts) -> tuple[Part, ...]:
    parts = shared.get(section.choice("use", shared), ())
    lacking = [name for part in parts for name in _named(part) if name not in known]
    if lacking:
        section.fault("use", f"parts that show {lacking[0]}", f"the field {lacking[0]} among the fields")
    return parts


def placeholders_known(section: Section, key: str, text: str, known: Mapping[str, Field]) -> None:
    """Report a ``{name}`` in the text that is no field, and braces that are none."""
    if not section.sound(key):
        return
    try:
        found = list(_placeholders(text))
    except ValueError:
        section.fault(key, f"'{text[:40]}'", "braces in pairs, around the name of a field")
        return
    for name, form in found:
        if name not in known or known[name].type == "table":
            section.fault(key, f"{{{name}}}", "the name of a field that is no table")
            return
        if form and (form != CAPITALS or known[name].type != "money"):
            section.fault(key, f"{{{name}:{form}}}", f"{{{name}}}, or of an amount {{{name}:{CAPITALS}}}")
            return


def _placeholders(text: str) -> Iterator[tuple[str, str]]:
    """The names in braces, and how they are to be written. Raises ValueError."""
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            yield name, f"{form}{conversion or ''}"


def _named(part: Part) -> Iterator[str]:
    """The fields that a part shows."""
    match part:
        case Particulars(fields):
            yield from fields
        case RowsTable(field):
            yield field
        case Paragraph(text, when, unless):
            yield from (name for name, _ in _placeholders(text))
            yield from (condition.field for condition in (when, unless) if condition is not None)
        case Enquiry(_, qr, scan, lines):
            yield qr
            yield from (name for line in (scan, *lines) for name, _ in _placeholders(line))
        case Signatures(_, _, date) if date:
            yield date


def condition(section: Section, key: str, fields: Mapping[str, Field]) -> Condition | None:
    """``field``, or ``field=value`` and ``field=value|value``; None where the key is missing."""
    text = section.text(key, most=120, default="")
    if not text:
        return None
    name, equals, rest = text.partition("=")
    values = tuple(rest.split("|")) if equals else ()
    field = fields.get(name)
    if field is None:
        section.fault(key, f"'{name}'", "the name of a field, or name=value")
    elif "" in values:
        section.fault(key, f"'{text}'", "name=value, or name=value|value")
    elif field.options and (strange := [value for value in values if field.option(value) is None]):
        section.fault(key, f"'{strange[0]}'", "one of " + ", ".join(option.value for option in field.options))
    return Condition(name, values)


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
    if section.sound("particulars") and not names:
        section.fault("particulars", "nothing", "the names of fields")
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
        when=condition(section, "when", known),
        unless=condition(section, "unless", known),
        indent=section.flag("indent", default=True),
    )


def _enquiry(section: Section, known: Mapping[str, Field]) -> Part:
    inner = section.section("enquiry")
    if inner is None:
        return Enquiry("", "", "", ())
    enquiry = Enquiry(
        title=inner.text("title", most=40),
        qr=inner.choice("qr", [field.name for field in known.values() if field.type != "table"]),
        scan=inner.text("scan", most=200),
        lines=inner.texts("lines", most=6, each=200),
    )
    placeholders_known(inner, "scan", enquiry.scan, known)
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
