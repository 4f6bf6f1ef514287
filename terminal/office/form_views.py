"""What screens and commands show of forms: frozen pictures, light to import; see ``case_views``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from terminal.errors import InBoth


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form that may be filled or rendered; ``source``: the standard it answers, or the item's guide."""

    name: str
    title: str
    source: str
    kind: str  # notice, application
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormFault:
    """Why a form of the site's own cannot be used: the file, the line where it has one, and all of it in English."""

    file: str
    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class FieldError(InBoth):
    """What is expected of a field; of a table, ``row`` (from 1 on) and ``column`` are where. ``missing``: of one that
    must not stay empty and is.
    """

    row: int = 0
    column: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class EntryView:
    """A form being filled in: values by field, and where each came from (resident, case, item, centre, staff…)."""

    id: int
    form: str
    title: str
    values: dict[str, object] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    errors: dict[str, FieldError] = field(default_factory=dict)  # by field
    case_id: int | None = None
    handling_id: int | None = None
    resident_id: int | None = None
    done: bool = False
    changed_at: datetime | None = None
    changed_by: str = ""  # the name of who changed it last
    version: int = 1

    def __repr__(self) -> str:
        return f"<EntryView {self.id} {self.form}>"


@dataclass(frozen=True, slots=True, repr=False)
class Correction:
    """What a form says differently from the resident's record, offered back to it."""

    field: str  # of PersonEntry
    known: str
    said: str

    def __repr__(self) -> str:
        return f"<Correction {self.field}>"
