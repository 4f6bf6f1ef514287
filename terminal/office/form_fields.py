"""A form's definition as the screen that fills it in needs it: frozen pictures, light to import; see ``case_views``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the definitions bring their reader and the paper's drawing along
    from forms.definition import Column, Field, Form, Option

_ADDRESS: Final = re.compile(r"\s*https?://[^\s；]+")  # of a guide: nobody reads it over a form

# What the office knows by itself and nobody is asked for, unless it is needed and not known.
GIVEN: Final = frozenset({"centre", "item", "case", "staff", "clock", "notice"})


@dataclass(frozen=True, slots=True)
class OptionView:
    """One of the values a field may have."""

    value: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field; ``type``, ``unit`` and the lengths as forms.definition has them.

    ``given``: the office fills it in by itself. ``wide``: it takes the whole width. ``section`` is the heading it
    stands under on paper.
    """

    name: str
    type: str
    label: str
    label_en: str
    required: bool = False
    given: bool = False
    wide: bool = False
    section: str = ""
    options: tuple[OptionView, ...] = ()
    expected: str = ""
    expected_en: str = ""
    length: int = 200
    unit: str = ""
    unit_en: str = ""
    width: float = 0  # of a column: its share
    columns: tuple[FieldView, ...] = ()


@dataclass(frozen=True, slots=True)
class FormView:
    """A form to fill in."""

    name: str
    title: str
    title_en: str
    source: str
    fields: tuple[FieldView, ...]
    items: tuple[str, ...] = ()


def form_view(form: Form) -> FormView:
    """The fields in the order of the paper, then those that stand nowhere on it."""
    places = dict(_places(form))
    order = {name: place for place, name in enumerate(places)}
    fields = sorted(form.fields, key=lambda field: order.get(field.name, len(order)))
    views = tuple(_field(field, places.get(field.name, "")) for field in fields)
    return FormView(form.name, form.title, form.title_en, _ADDRESS.sub("", form.source), views, form.items)


def _places(form: Form) -> Iterator[tuple[str, str]]:
    """Each field of the layout, and the heading it stands under."""
    from forms.definition import Heading, Particulars, RowsTable  # see above

    heading = ""
    for part in form.layout:
        match part:
            case Heading():
                heading = part.text
            case Particulars():
                for name in part.fields:
                    yield name, heading
            case RowsTable():
                yield part.field, heading
                heading = ""
            case _:
                heading = ""


def _field(field: Field, section: str) -> FieldView:
    return FieldView(
        field.name,
        field.type,
        field.label,
        field.label_en,
        field.required,
        field.source.partition(".")[0] in GIVEN,
        not field.half or field.type in ("multiline", "table"),
        section,
        tuple(_option(option) for option in field.options),
        field.expected,
        field.expected_en,
        field.length,
        field.unit,
        field.unit_en,
        columns=tuple(_column(column) for column in field.columns),
    )


def _option(option: Option) -> OptionView:
    return OptionView(option.value, option.label, option.label_en)


def _column(column: Column) -> FieldView:
    return FieldView(column.name, column.type, column.label, column.label_en, width=column.width)
