"""The duty roster as it hangs on the wall: days across, people or posts down, a week or a month on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from forms import texts_zh as zh
from forms.pdf import A3_LANDSCAPE, A4_LANDSCAPE, Sheet
from forms.roster import RosterSheet, SheetDay, SheetRow
from forms.roster_page import RosterPage


def roster_sheet(sheet: RosterSheet) -> bytes:
    """The sheet as PDF, as many pages as it takes; each has the heads and the legend. The same sheet, the same bytes.

    Raises ValueError for a sheet without a day.
    """
    if not sheet.days:
        raise ValueError("a roster has a day at the least")
    paper = Sheet(
        A4_LANDSCAPE if sheet.paper == "A4" else A3_LANDSCAPE,
        title=f"{zh.ROSTER} {zh.PERIOD.format(since=sheet.days[0].day, until=sheet.days[-1].day)}",
        author=sheet.centre_name,
    )
    pages = [(page, rows) for days in _parts(sheet) for page, rows in _pages(paper, sheet, days)]
    for number, (page, rows) in enumerate(pages, 1):
        page.draw(rows, number, len(pages))
        paper.end_page()
    return paper.finish()


def _parts(sheet: RosterSheet) -> list[tuple[SheetDay, ...]]:
    """The days of each page: weeks from Monday, or months."""
    parts: dict[date, list[SheetDay]] = {}
    for one in sheet.days:
        first = one.day - timedelta(days=one.day.weekday()) if sheet.per_page == "week" else one.day.replace(day=1)
        parts.setdefault(first, []).append(one)
    return [tuple(days) for days in parts.values()]


def _pages(
    paper: Sheet, sheet: RosterSheet, days: tuple[SheetDay, ...]
) -> Iterator[tuple[RosterPage, tuple[SheetRow, ...]]]:
    """The same days on as many pages as the rows take, each about as full as the others."""
    page = _largest(paper, sheet, days)
    heights = [page.height_of(row) for row in sheet.rows]
    if not heights:
        yield page, ()
        return
    fewest = len(_filled(heights, page.room))
    even = sum(heights) / fewest + max(heights)  # filled so far, no more pages are needed than before
    for start, end in _filled(heights, min(page.room, even)):
        yield page, sheet.rows[start:end]


def _largest(paper: Sheet, sheet: RosterSheet, days: tuple[SheetDay, ...]) -> RosterPage:
    """The page in the largest type that still has room for all rows: it is read from across a room.

    The columns of a month are too narrow for larger type than its paper's own.
    """
    own = paper.width / A4_LANDSCAPE[0]
    scales = [own * larger for larger in (1.6, 1.4, 1.2) if sheet.per_page == "week"]
    pages = (RosterPage(paper, sheet, days, scale) for scale in (*scales, own, (own + 1) / 2))
    fitting = (page for page in pages if sum(map(page.height_of, sheet.rows)) <= page.room)
    return next(fitting, RosterPage(paper, sheet, days, 1.0))


def _filled(heights: list[float], room: float) -> list[tuple[int, int]]:
    """From which row to which the pages go when each takes what fits; a row higher than the page has one to itself."""
    parts, start, used = [], 0, 0.0
    for number, height in enumerate(heights):
        if used and used + height > room:
            parts.append((start, number))
            start, used = number, 0.0
        used += height
    return [*parts, (start, len(heights))]
