"""What a catalogue file says, parsed and checked. Plain frozen data: no database, no screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CentreEntry:
    """The hall itself."""

    code: str  # LC01
    name: str
    name_en: str
    zone: str  # Asia/Shanghai
    hours: str  # shown as it stands
    notices: tuple[str, ...]  # for the hall board
    scale: str  # six-key: which of the rating scales its residents' keys mean


@dataclass(frozen=True, slots=True)
class CounterEntry:
    """A numbered window and the lines it serves, in the fields' order."""

    number: int
    lines: str  # ABCDEFGH


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """Somebody who serves."""

    code: str  # zhang
    name: str


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field of the catalogue, which is a line of the queue."""

    code: str  # LD
    letter: str  # A
    name: str
    name_en: str
    examples: str  # 居住登记·居住证
    icon: str  # a file of resources/icons, without .svg


@dataclass(frozen=True, slots=True)
class MaterialEntry:
    """One thing an item asks for."""

    name: str
    short: str  # for slips; the name where that is short enough
    originals: int
    copies: int
    mandatory: bool
    where_from: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """How far an item rests on published guides, for the site that checks its catalogue. Nothing computes with it."""

    usual_minutes_basis: str = ""
    source: str = ""
    source_kind: str = ""  # official | secondary | general
    limits_from: str = ""  # published | partly | assumed
    materials_from: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """A service item (服务事项). Elements after State Council 2022 no. 5."""

    code: str  # SB-003
    name: str
    short: str  # at most 12 characters where the file gives one, else the name
    initials: str  # of the name, see terminal.rules.initials
    field: str  # SB
    kind: str  # instant | promised
    promised_working_days: int | None  # None for an instant item
    statutory_working_days: int | None
    department: str
    usual_minutes: int
    conditions: str
    materials: tuple[MaterialEntry, ...]
    fee: int  # yuan
    extended_hours: bool
    proxy: bool
    proxy_kind: str  # "" without proxy
    visits_needed: int
    legal_basis: str
    grounding: Grounding


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A whole file. A catalogue without a hall has no centre, counters or staff."""

    centre: CentreEntry | None
    counters: tuple[CounterEntry, ...]
    staff: tuple[StaffEntry, ...]
    fields: tuple[FieldEntry, ...]
    items: tuple[ItemEntry, ...]

    def field_of(self, item: ItemEntry) -> FieldEntry:
        """The item's field, which a checked file always has."""
        return next(field for field in self.fields if field.code == item.field)
