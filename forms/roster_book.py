"""The duty roster as a workbook: the grid, a list of the duties, and how they are shared out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from forms import texts_zh as zh
from forms.roster import RosterSheet, SheetDay, SheetEntry
from forms.roster_colours import CALLED_IN, LINE, REST, tones

FORMULAS: Final = ("=", "+", "-", "@")  # how a text begins that a spreadsheet would take for a formula
HEAD: Final = PatternFill("solid", fgColor="E4EFF0")
BOLD: Final = Font(bold=True)
MIDDLE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
FULL: Final = 31  # days on a printed page


@dataclass(frozen=True, slots=True)
class BookDuty:
    """One duty of the list. Moments are on the centre's wall clock."""

    day: date
    shift: str
    opens: str  # 08:00
    closes: str  # up to 24:00
    counter: int
    name: str
    kind: str
    arrived: datetime | None
    left: datetime | None
    absent: bool


@dataclass(frozen=True, slots=True)
class BookShare:
    """One person's duties, counted."""

    name: str
    regular: int
    extended: int
    called_in: int
    minutes: int


@dataclass(frozen=True, slots=True)
class RosterBook:
    """What the workbook holds; ``sheet`` has a row for each person."""

    sheet: RosterSheet
    duties: tuple[BookDuty, ...]
    shares: tuple[BookShare, ...]


def roster_book(book: RosterBook) -> bytes:
    """The workbook (xlsx). No text in it is a formula, whatever a person is called."""
    workbook = Workbook()
    grid = workbook.active
    assert isinstance(grid, Worksheet)  # of a new workbook
    _fill_grid(grid, book.sheet)
    _fill_list(workbook.create_sheet(zh.LIST), book.duties)
    _fill_shares(workbook.create_sheet(zh.SHARES), book.shares)
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()


def _fill_grid(page: Worksheet, sheet: RosterSheet) -> None:
    page.title = zh.GRID
    period = zh.PERIOD.format(since=sheet.days[0].day, until=sheet.days[-1].day)
    draft = zh.DRAFT if sheet.draft else ""
    title = _put(page, 1, 1, " ".join(filter(None, (sheet.centre_name, zh.ROSTER, period, draft))))
    title.font = Font(bold=True, size=14)
    _put(page, 2, 1, zh.PERSON).font = BOLD
    for column, one in enumerate(sheet.days, 2):
        _head_of_day(page, column, one)
    fills = {code: PatternFill("solid", fgColor=colour[1:]) for code, colour in tones(sheet.shifts).items()}
    called_in, rest = PatternFill("solid", fgColor=CALLED_IN[1:]), PatternFill("solid", fgColor=REST[1:])
    border = Border(*(Side("thin", LINE[1:]) for _ in range(4)))
    for number, row in enumerate(sheet.rows, 4):
        _put(page, number, 1, row.head).font = BOLD
        for column, one in enumerate(sheet.days, 2):
            entries = row.cells.get(one.day, ())
            away = zh.ON_LEAVE if one.day in row.leave else ""
            cell = _put(page, number, column, "\n".join(map(_said, entries)) or away)
            cell.alignment, cell.border = MIDDLE, border
            if entries:
                cell.fill = fills[entries[0].shift] if entries[0].shift is not None else called_in
            elif not one.working:
                cell.fill = rest
    page.freeze_panes = "B4"
    page.column_dimensions["A"].width = 14
    for column in range(2, len(sheet.days) + 2):
        page.column_dimensions[get_column_letter(column)].width = 9
    _set_up(page, sheet.paper, pages_wide=-(-len(sheet.days) // FULL))
    page.print_title_rows, page.print_title_cols = "1:3", "A:A"


def _head_of_day(page: Worksheet, column: int, one: SheetDay) -> None:
    day = _put(page, 2, column, one.day)
    day.number_format = 'm"月"d"日"'
    made_up = one.working and one.day.weekday() > 4
    marks = (zh.WEEKDAYS[one.day.weekday()], zh.MADE_UP if made_up else one.name or ("" if one.working else zh.REST))
    mark = _put(page, 3, column, "\n".join(filter(None, (*marks, "" if one.certain else zh.UNPUBLISHED))))
    for cell in (day, mark):
        cell.font, cell.alignment = BOLD, MIDDLE
        cell.fill = HEAD if one.working else PatternFill("solid", fgColor=REST[1:])


def _fill_list(page: Worksheet, duties: tuple[BookDuty, ...]) -> None:
    _heads(page, zh.LIST_HEADS, (12, 6, 10, 8, 8, 6, 12, 10, 8, 8, 6))
    for number, one in enumerate(duties, 2):
        values = (
            one.day, zh.WEEKDAYS[one.day.weekday()], one.shift, one.opens, one.closes, one.counter, one.name,
            zh.KINDS[one.kind], one.arrived and one.arrived.time(), one.left and one.left.time(),
            zh.ABSENT if one.absent else "",
        )  # fmt: skip
        for column, value in enumerate(values, 1):
            cell = _put(page, number, column, value)
            if isinstance(value, time):
                cell.number_format = "hh:mm"
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
    page.auto_filter.ref = f"A1:{get_column_letter(len(zh.LIST_HEADS))}{len(duties) + 1}"


def _fill_shares(page: Worksheet, shares: tuple[BookShare, ...]) -> None:
    _heads(page, zh.SHARE_HEADS, (14, 10, 10, 10, 10))
    for number, one in enumerate(shares, 2):
        for column, value in enumerate((one.name, one.regular, one.extended, one.called_in, one.minutes / 60), 1):
            _put(page, number, column, value)


def _heads(page: Worksheet, heads: tuple[str, ...], widths: tuple[int, ...]) -> None:
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = _put(page, 1, column, head)
        cell.font, cell.fill = BOLD, HEAD
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    _set_up(page, "A4", pages_wide=1)


def _set_up(page: Worksheet, paper: str, *, pages_wide: int) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3 if paper == "A3" else page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = pages_wide, 0


def _said(entry: SheetEntry) -> str:
    return f"{entry.text} {zh.WINDOW_SHORT.format(number=entry.counter)}" if entry.counter else entry.text


def _put(page: Worksheet, row: int, column: int, value: Any) -> Cell:
    """Write a value; a text stays a text, also once somebody edits the cell."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = page.cell(row, column, value)
    assert isinstance(cell, Cell)  # nothing is merged
    if isinstance(value, str) and value:
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULAS)
    return cell
