"""What a form is: its fields, and how they lie on paper. One definition gives the screen, the PDF and the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

FieldType = Literal[
    "text", "multiline", "date", "number", "money", "choice", "yesno", "id_number", "phone", "table",
]  # fmt: skip
Mask = Literal["", "name", "number", "phone", "address"]
Empty = Literal["", "say", "blank", "hide"]

CAPITALS: Final = "大写"  # how an amount in a text may be written: {total:大写}

Rows = list[Mapping[str, str]]
Values = Mapping[str, object]  # field → text (dates yyyy-mm-dd, "yes"/"no"), or Rows of a table

# What a field may be filled in from, and what each gives. The office knows where they come from.
SOURCES: Final[dict[str, str]] = {
    "centre.name": "text", "centre.code": "text", "centre.hours": "text",
    "resident.name": "text", "resident.number": "id_number", "resident.document": "text", "resident.phone": "phone",
    "resident.sex": "choice (male, female)", "resident.birth": "date", "resident.age": "number",
    "resident.nation": "text", "resident.address": "text", "resident.community": "text", "resident.needs": "text",
    "agent.name": "text", "agent.number": "id_number", "agent.phone": "phone", "agent.relation": "text",
    "item.name": "text", "item.code": "text", "item.kind": "text: 承诺件，10 个工作日", "item.department": "text",
    "item.fee": "text: 不收费", "item.basis": "text: its law", "item.limit": "number: working days",
    "case.number": "text", "case.code": "text: what its QR carries", "case.received_on": "date",
    "case.accepted_on": "date", "case.promised_before": "date: before an extension", "case.promised_on": "date",
    "case.correct_by": "date", "case.decided_on": "date",
    "case.started_on": "date: of the pause or move before", "case.delivery": "text: 窗口领取, 邮寄, 送上门",
    "case.deliver_to": "text", "case.note": "text: the ground given with the move", "case.result": "text",
    "case.days": "number: of the extension", "case.approved_by": "text: a name", "case.department": "text",
    "case.responsible": "text: a name", "case.signed_by": "text: a name", "case.counter": "text: 3 号窗口",
    "case.source": "text: 窗口, 上门, 电话, 网格", "case.help": "choice (help, proxy)",
    "case.ending": "choice (completed, terminated)",
    "case.materials": "table: name, form, count, received (yes, no), remark",
    "case.wrong": "table: name, wrong, needed",
    "case.results": "table: name, number, count",
    "case.handed": "table: name, form, count, remark", "case.returned": "table: name, form, count, remark",
    "mandate.scope": "text", "mandate.may": "text", "mandate.may_not": "text", "mandate.since": "date",
    "mandate.until": "date", "mandate.staff": "text: a name",
    "staff.name": "text", "staff.phone": "phone", "staff.counter": "text: 3 号窗口",
    "clock.today": "date", "notice.number": "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    value: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table field. ``width`` in millimetres; 0 takes what is left."""

    name: str
    label: str
    label_en: str
    type: FieldType = "text"
    width: float = 0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """That a field holds something, or with ``values`` one of these."""

    field: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field. ``source`` as a key of SOURCES, "" typed in; ``mask``: how it shows where the paper leaves the centre.

    ``least`` and ``most`` bound a number, an amount, or a date (yyyy-mm-dd, or "today"); ``length`` is the most
    characters, of a table the most rows. ``lines``: so many are kept free for it on paper. ``empty``: how a notice
    shows that there is nothing: said (无), left blank for a pen, or hidden; "" says it unless the field is required.
    """

    name: str
    label: str
    label_en: str
    type: FieldType = "text"
    required: bool = False
    required_when: Condition | None = None
    source: str = ""
    mask: Mask = ""
    half: bool = True
    options: tuple[Option, ...] = ()
    boxes: bool = False  # a choice shows all its answers, with a tick
    pattern: str = ""
    expected: str = ""  # what the pattern asks for, in Chinese
    expected_en: str = ""
    least: str = ""
    most: str = ""
    not_before: str = ""  # another date, which this one follows or equals
    fits: str = ""  # an ID number that this birth, sex or number has to agree with
    length: int = 200
    lines: int = 1
    bold: bool = False
    unit: str = ""
    unit_en: str = ""
    empty: Empty = ""
    columns: tuple[Column, ...] = ()

    def option(self, value: str) -> Option | None:
        """The answer of that value."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True)
class Particulars:
    """Labels with values in four columns."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A bold line above what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class RowsTable:
    """A table field; ``blank``: at least so many rows, empty ones to fill in by hand."""

    field: str
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text with ``{field}`` in it, an amount also as ``{field:大写}``; shown when ``when`` holds and ``unless`` not."""

    text: str
    when: Condition | None = None
    unless: Condition | None = None
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Enquiry:
    """How to ask how it stands: a QR code of a field's value, and what to do, numbered, beside it.

    ``scan`` is the first of the lines, said only where there is a code to scan.
    """

    title: str
    qr: str
    scan: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opinions:
    """Boxes in which offices write their opinion, sign and seal."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, and the place of the seal with its date; ``seal`` "" none."""

    labels: tuple[str, ...]
    seal: str = ""
    date: str = ""


Part = Particulars | Heading | RowsTable | Paragraph | Enquiry | Opinions | Signatures


@dataclass(frozen=True, slots=True)
class Form:
    """A form, complete. ``letters`` stand in its number; ``source`` is the standard it answers or the guide it follows.

    ``masked``: the paper leaves the centre, what is marked so is masked on it. ``fingerprint`` is a SHA-256
    of all that the definition says. ``head``: texts with ``{field}`` left and right above the first table.
    """

    name: str
    title: str
    title_en: str
    kind: Literal["notice", "application"]
    source: str
    fields: tuple[Field, ...]
    layout: tuple[Part, ...]
    letters: str = ""
    items: tuple[str, ...] = ()
    masked: bool = False
    barcode: bool = False
    head: tuple[str, str] = ("", "")
    foot: str = ""
    fingerprint: str = ""

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)
