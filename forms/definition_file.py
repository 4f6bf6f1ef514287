"""One definition read from its file, every fault of it named with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, cast, get_args

from forms.definition import SOURCES, Column, Field, FieldType, Form, Mask, Option
from forms.file_reading import Section, report_repeated
from forms.layout_file import placeholders_known, read_layout

NAME: Final = r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"
_NAME_SAID: Final = "lower case letters and digits, joined by - or _"
_TYPES: Final = get_args(FieldType)
_MASKS: Final = get_args(Mask)
_DAY_OR_NUMBER: Final = r"today|-?\d{1,12}(?:\.\d{1,4})?|\d{4}-\d{2}-\d{2}"
_TITLE: Final = 40
_LABEL: Final = 24
_LONGEST: Final = 4000  # characters of a value


def read_form(top: Section, shared: Mapping[str, Field]) -> Form:
    """The form a file holds; with faults reported it is a stand-in."""
    fields = read_fields(top, shared)
    known = {field.name: field for field in fields}
    form = Form(
        name=top.text("name", most=60, like=NAME, expected=_NAME_SAID),
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
        layout=read_layout(top, known),
    )
    if form.kind == "notice" and top.sound("kind", "letters") and not form.letters:
        top.fault("letters", "nothing", "2 to 4 capital letters, which its number carries")
    top.done()
    return form


def read_fields(top: Section, shared: Mapping[str, Field]) -> tuple[Field, ...]:
    """The fields; a plain name stands for a shared one, and ``use`` takes over what it does not say itself."""
    fields, named = [], []
    for section in top.sections("fields", "field", "name", bare="use"):
        field = _field(section, shared)
        fields.append(field)
        named.append((section, field.name))
    report_repeated(named, "name")
    return tuple(fields)


def _line(top: Section, key: str, known: Mapping[str, Field]) -> str:
    text = top.text(key, most=120, default="")
    placeholders_known(top, key, text, known)
    return text


def _field(section: Section, shared: Mapping[str, Field]) -> Field:
    base = _base(section, shared)
    given = base is not None
    like = base or Field("", "", "")
    field = Field(
        name=section.text("name", most=60, like=NAME, expected=_NAME_SAID, default=like.name if given else None),
        label=section.text("label", most=_LABEL, default=like.label if given else None),
        label_en=section.text("label_en", most=60, default=like.label_en if given else None),
        type=cast(FieldType, section.choice("type", _TYPES, default=like.type)),
        required=section.flag("required", default=like.required),
        source=section.choice("source", SOURCES, default=like.source),
        mask=cast(Mask, section.choice("mask", _MASKS, default=like.mask)),
        half=section.choice("width", ("half", "full"), default="half" if like.half else "full") == "half",
        boxes=section.flag("boxes", default=like.boxes),
        pattern=section.text("pattern", most=200, default=like.pattern),
        expected=section.text("expected", most=60, default=like.expected),
        expected_en=section.text("expected_en", most=80, default=like.expected_en),
        least=_bound(section, "least", like.least),
        most=_bound(section, "most", like.most),
        length=section.whole("length", 1, _LONGEST, default=like.length),
        lines=section.whole("lines", 1, 40, default=like.lines),
        bold=section.flag("bold", default=like.bold),
        unit=section.text("unit", most=8, default=like.unit),
        options=_options(section) or like.options,
        columns=_columns(section) or like.columns,
    )
    _cross_check(section, field)
    section.done()
    # A multi-line value is never half a line wide.
    return replace(field, half=False) if field.type in ("multiline", "table") else field


def _base(section: Section, shared: Mapping[str, Field]) -> Field | None:
    if not section.has("use"):
        section.nothing("use")
        return None
    name = section.choice("use", shared)
    return shared.get(name)


def _bound(section: Section, key: str, default: str) -> str:
    return section.text(
        key, most=20, default=default, like=_DAY_OR_NUMBER, expected="a number, a day (yyyy-mm-dd) or today, quoted"
    )


def _options(section: Section) -> tuple[Option, ...]:
    found = []
    named = []
    for one in section.sections("options", "option", "value", needed=False, bare="value"):
        value = one.text("value", most=60)
        label = one.text("label", most=60, default=value)
        found.append(Option(value, label, one.text("label_en", most=60, default=label)))
        named.append((one, value))
        one.done()
    report_repeated(named, "value")
    return tuple(found)


def _columns(section: Section) -> tuple[Column, ...]:
    found = []
    named = []
    for one in section.sections("columns", "column", "name", needed=False):
        column = Column(
            name=one.text("name", most=60, like=NAME, expected=_NAME_SAID),
            label=one.text("label", most=_LABEL),
            label_en=one.text("label_en", most=60),
            type=cast(FieldType, one.choice("type", [kind for kind in _TYPES if kind != "table"], default="text")),
            width=one.whole("width", 8, 120, default=0),
            centred=one.flag("centred", default=False),
        )
        found.append(column)
        named.append((one, column.name))
        one.done()
    report_repeated(named, "name")
    return tuple(found)


def _cross_check(section: Section, field: Field) -> None:
    if field.type == "choice" and not field.options and section.sound("type", "options"):
        section.fault("options", "nothing", "at least two answers of the choice")
    if field.options and field.type != "choice" and section.sound("type", "options"):
        section.fault("options", "answers", f"none: the type is {field.type}")
    if field.type == "table" and not field.columns and section.sound("type", "columns"):
        section.fault("columns", "nothing", "at least one column of the table")
    if field.columns and field.type != "table" and section.sound("type", "columns"):
        section.fault("columns", "columns", f"none: the type is {field.type}")
    if field.columns and all(column.width for column in field.columns) and section.sound("columns"):
        section.fault("columns", "a width for every column", "one column without width, which takes what is left")
    if field.pattern and section.sound("pattern"):
        try:
            re.compile(field.pattern)
        except re.error as error:
            section.fault("pattern", f"'{field.pattern}' ({error})", "a regular expression")
    if field.pattern and not (field.expected and field.expected_en) and section.sound("pattern", "expected"):
        section.fault("pattern", "a pattern alone", "expected and expected_en beside it, which say what it asks for")
