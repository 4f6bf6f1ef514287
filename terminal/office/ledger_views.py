"""What screens and commands show of the ledger: frozen pictures, light to import; see ``case_views``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

# The saved views, in the order in which they are offered.
SAVED: Final = ("mine", "due", "risk", "late", "waiting", "ready", "paused", "all")

Cell = str | int | date | None  # moments are text, on the centre's wall clock


@dataclass(frozen=True, slots=True)
class LedgerName:
    """One of the eight standard ledgers (台账)."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: its name for programs, its heading for people, and about how many characters it takes."""

    key: str
    title: str
    width: int = 12


@dataclass(frozen=True, slots=True, repr=False)
class LedgerTable:
    """A ledger of a period, or an export of what was found. ``more``: the rows were cut off at the largest number."""

    name: str
    title: str
    columns: tuple[LedgerColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    since: date | None = None
    until: date | None = None
    more: bool = False

    def __repr__(self) -> str:
        return f"<LedgerTable {self.name} {len(self.rows)}>"
