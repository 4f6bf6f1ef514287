"""The fields of a definition, read from its file; what contradicts itself is a fault, with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, cast, get_args

from forms.definition import SOURCES, Column, Empty, Field, FieldType, Mask, Option
from forms.file_reading import Section, report_repeated
from forms.layout_file import condition
from forms.pattern import BadPattern, check_pattern

NAME: Final = r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"
NAME_SAID: Final = "lower case letters and digits, joined by - or _"
_TYPES: Final = get_args(FieldType)
_MASKS: Final = get_args(Mask)
_EMPTY: Final = [how for how in get_args(Empty) if how]
_COLUMN_TYPES: Final = [kind for kind in _TYPES if kind not in ("table", "choice")]
_DAY_OR_NUMBER: Final = r"today|-?\d{1,12}(?:\.\d{1,4})?|\d{4}-\d{2}-\d{2}"
_LABEL: Final = 24
_LONGEST: Final = 4000  # characters of a value


def read_fields(top: Section, shared: Mapping[str, Field], english: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields; a plain name stands for a shared one, and ``use`` takes over what it does not say itself.

    ``english`` are the English words of answers and units that say none.
    """
    sections = top.sections("fields", "field", "name", bare="use")
    fields = [_field(section, shared, english) for section in sections]
    known = {field.name: field for field in fields}
    related = []
    for place, (section, field) in enumerate(zip(sections, fields, strict=True)):
        if field.name and field.name in [earlier.name for earlier in fields[:place]]:
            section.fault("name", f"'{field.name}' again", "a name of its own")
        related.append(_related(section, field, known))
        section.done()
    return tuple(related)


def _related(section: Section, field: Field, known: Mapping[str, Field]) -> Field:
    """The field with what it says of others, which may stand below it."""
    others = {name: other for name, other in known.items() if name != field.name}
    return replace(
        field,
        required_when=condition(section, "required_when", others) or field.required_when,
        not_before=_other(section, "not_before", field.not_before, others, "date", when=field.type == "date"),
        fits=_other(section, "fits", field.fits, others, "id_number", when=field.type in ("date", "choice", "text")),
    )


def _other(
    section: Section, key: str, shared: str, others: Mapping[str, Field], kind: FieldType, *, when: bool
) -> str:  # fmt: skip
    """The name of another field of a kind; ``shared`` may speak of one that a form does not take over: then "" ."""
    name = section.text(key, most=60, default=shared)
    if name in others and others[name].type == kind and when:
        return name
    if section.has(key) and section.sound(key, "type"):
        section.fault(key, f"'{name}'", f"another field of type {kind}" if when else f"no {key} for this type")
    return ""


def _field(section: Section, shared: Mapping[str, Field], english: Mapping[str, str]) -> Field:
    base = _base(section, shared)
    given = base is not None
    like = base or Field("", "", "")
    unit = section.text("unit", most=8, default=like.unit)
    field = Field(
        name=section.text("name", most=60, like=NAME, expected=NAME_SAID, default=like.name if given else None),
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
        unit=unit,
        unit_en=english.get(unit, unit),
        empty=cast(Empty, section.choice("empty", _EMPTY, default=like.empty)),
        required_when=like.required_when,
        not_before=like.not_before,
        fits=like.fits,
        options=_options(section, english) or like.options,
        columns=_columns(section) or like.columns,
    )
    _cross_check(section, field)
    _check_bounds(section, field)
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


def _options(section: Section, english: Mapping[str, str]) -> tuple[Option, ...]:
    found = []
    named = []
    for one in section.sections("options", "option", "value", needed=False, bare="value"):
        value = one.text("value", most=60)
        label = one.text("label", most=60, default=value)
        found.append(Option(value, label, one.text("label_en", most=60, default=english.get(label, label))))
        named.append((one, value))
        one.done()
    report_repeated(named, "value")
    return tuple(found)


def _columns(section: Section) -> tuple[Column, ...]:
    found = []
    named = []
    for one in section.sections("columns", "column", "name", needed=False):
        column = Column(
            name=one.text("name", most=60, like=NAME, expected=NAME_SAID),
            label=one.text("label", most=_LABEL),
            label_en=one.text("label_en", most=60),
            type=cast(FieldType, one.choice("type", _COLUMN_TYPES, default="text")),
            width=one.whole("width", 8, 120, default=0),
            centred=one.flag("centred", default=False),
        )
        found.append(column)
        named.append((one, column.name))
        one.done()
    report_repeated(named, "name")
    return tuple(found)


def _cross_check(section: Section, field: Field) -> None:
    kind = field.type
    if kind == "choice" and len(field.options) < 2 and section.sound("type", "options"):
        section.fault("options", "nothing" if not field.options else "one answer", "at least two answers of the choice")
    if kind == "table" and not field.columns and section.sound("type", "columns"):
        section.fault("columns", "nothing", "at least one column of the table")
    if field.columns and all(column.width for column in field.columns) and section.sound("columns"):
        section.fault("columns", "a width for every column", "one column without width, which takes what is left")
    for key, held, fits in (
        ("options", field.options, kind == "choice"),
        ("columns", field.columns, kind == "table"),
        ("boxes", field.boxes, kind in ("choice", "yesno")),
        ("pattern", field.pattern, kind == "text"),
    ):
        if held and not fits and section.sound("type", key):
            section.fault(key, f"{key} of a field of type {kind}", f"no {key}")
    if field.source and section.sound("type", "source"):
        table = SOURCES[field.source].startswith("table")
        if table != (kind == "table"):
            section.fault("source", f"'{field.source}'", f"a source that gives {'rows' if not table else 'one value'}")
    if field.pattern and section.sound("pattern", "length"):
        _check_pattern(section, field)


def _check_pattern(section: Section, field: Field) -> None:
    try:
        check_pattern(field.pattern, field.length)
    except BadPattern as error:
        section.fault("pattern", f"'{field.pattern}'", str(error))
    if not (field.expected and field.expected_en) and section.sound("pattern", "expected"):
        section.fault("pattern", "a pattern alone", "expected and expected_en beside it, which say what it asks for")


def _check_bounds(section: Section, field: Field) -> None:
    """Bounds are of the field's type, and the lower one is not above the other."""
    bounds = {}
    for key, text in (("least", field.least), ("most", field.most)):
        if not text or not section.sound("type", key):
            continue
        if field.type not in ("date", "number", "money"):
            section.fault(key, f"'{text}'", f"no bound: the type is {field.type}")
            continue
        try:
            bounds[key] = _measure(field, text)
        except (ValueError, ArithmeticError):
            wanted = "a day (yyyy-mm-dd) or today" if field.type == "date" else "a number"
            section.fault(key, f"'{text}'", f"{wanted}, quoted")
    if len(bounds) == 2 and "today" not in (field.least, field.most) and bounds["least"] > bounds["most"]:
        section.fault("most", f"'{field.most}'", f"{field.least} or more")


def _measure(field: Field, bound: str) -> Decimal:
    if field.type != "date":
        return Decimal(bound)
    return Decimal(0 if bound == "today" else date.fromisoformat(bound).toordinal())
