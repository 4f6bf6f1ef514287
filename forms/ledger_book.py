"""A ledger or a list as a workbook that prints well, and as CSV that a Chinese spreadsheet opens rightly."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # how what is taken for a formula begins

Value = str | int | date | None


@dataclass(frozen=True, slots=True, repr=False)
class Sheet:
    """What is written: ``title`` and ``note`` above, a heading and a width (in characters) for each column."""

    title: str
    note: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Value]]

    def __repr__(self) -> str:
        return f"<Sheet {self.title} {len(self.rows)}>"


def workbook(sheet: Sheet) -> bytes:
    """The sheet as xlsx: landscape A4, one page wide, headings on every page. No text in it is a formula."""
    from openpyxl import Workbook  # loaded by who exports: it takes a fifth of a second
    from openpyxl.styles import Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    from forms.roster_book import BOLD, HEAD, MIDDLE
    from forms.roster_colours import LINE

    book = Workbook(write_only=True)
    page = book.create_sheet(_tab(sheet.title))
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A4"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:3"
    page.oddFooter.right.text = "&P / &N"
    title, heads = _cells(page, [sheet.title]), _cells(page, sheet.heads)
    title[0].font = Font(bold=True, size=14)
    border = Border(*(Side("thin", LINE[1:]) for _ in range(4)))
    for cell in heads:
        cell.font, cell.fill, cell.alignment, cell.border = BOLD, HEAD, MIDDLE, border
    page.append(title)
    page.append(_cells(page, [sheet.note]))
    page.append(heads)
    for row in sheet.rows:
        page.append(_cells(page, row))
    last = get_column_letter(len(sheet.heads))
    page.auto_filter.ref = f"A3:{last}{len(sheet.rows) + 3}"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def csv_text(sheet: Sheet) -> bytes:
    """Headings and rows as CSV in UTF-8 with its mark, by which a Chinese Excel knows it. A text that a spreadsheet
    would take for a formula has an apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([_harmless(head) for head in sheet.heads])
    writer.writerows([_harmless(value) for value in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULAS) else value
    return "" if value is None else value


def _cells(page: Any, values: Iterable[Value]) -> list[Any]:
    """Cells of a sheet that is only written; a text stays a text, also once somebody edits it."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cells = []
    for value in values:
        if isinstance(value, str):
            cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", value))
            if value:
                cell.data_type = "s"
            if value.startswith(FORMULAS):
                cell.quotePrefix = True
        else:
            cell = WriteOnlyCell(page, value)
            if isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
        cells.append(cell)
    return cells


def _tab(title: str) -> str:
    """A title as a tab may be called."""
    return "".join(letter for letter in title if letter not in "[]:*?/\\")[:31] or "1"
