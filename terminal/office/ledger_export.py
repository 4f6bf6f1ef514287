"""Ledgers and found cases as files: a printable workbook (xlsx) or CSV, by the file's ending."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from forms import ledger_words_zh as zh
from forms.ledger_book import Sheet, csv_text, workbook
from forms.texts_zh import PERIOD
from terminal.errors import Refusal
from terminal.office.case_views import CaseRow
from terminal.office.file_writing import write_whole
from terminal.office.ledger_ground import columns, numbered
from terminal.office.ledger_views import LedgerTable
from terminal.rules import phone

COLUMNS: Final = columns(
    "number", "title", "name", "document", "phone", "state", "risk", "promised_on", "days_left", "responsible",
    "received_on",
)  # fmt: skip
_WRITERS: Final = {".xlsx": workbook, ".csv": csv_text}


def check_ending(path: Path) -> None:
    """Refuse a file of another kind before anything is read for it."""
    if path.suffix.lower() not in _WRITERS:
        raise Refusal("{file} is neither a workbook nor CSV.", "Let the name end in .xlsx or .csv.", file=path.name)


def write_table(path: Path, table: LedgerTable) -> Path:
    """Write a ledger; the file is there whole or not at all. Raises Refusal for its ending, Fault for the place."""
    check_ending(path)
    period = PERIOD.format(since=table.since, until=table.until) if table.since and table.until else ""
    cut_off = zh.CUT_OFF.format(count=len(table.rows)) if table.more else ""
    heads = [column.title for column in table.columns]
    widths = [column.width for column in table.columns]
    note = "　".join(filter(None, (period, cut_off)))
    write_whole(path, _WRITERS[path.suffix.lower()](Sheet(table.title, note, heads, widths, table.rows)))
    return path


def table_of_cases(title: str, rows: Sequence[CaseRow], *, more: bool) -> LedgerTable:
    """Found cases as a table; documents and telephone numbers masked, for the file leaves the office."""
    lines = (
        (
            row.number, row.title, row.name, row.masked_number, phone.masked(row.phone) if row.phone else "",
            zh.STATES[row.state], zh.RISKS[row.risk], row.promised_on, row.days_left, row.responsible_name,
            row.received_at.date(),
        )
        for row in rows
    )  # fmt: skip
    return LedgerTable("found", title, COLUMNS, numbered(lines), more=more)
