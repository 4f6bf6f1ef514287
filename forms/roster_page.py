"""One page of a wall sheet: head, grid and legend."""

from __future__ import annotations

from datetime import date
from typing import Final

from forms import texts_zh as zh
from forms.pdf import MM, Sheet, fitted, width_of
from forms.roster import RosterSheet, SheetDay, SheetEntry, SheetRow
from forms.roster_colours import (
    AMBER,
    CALLED_IN,
    EXTENDED_BAR,
    INK,
    LACKING,
    LINE,
    REST,
    RULE,
    SECOND,
    SHIFTS,
    TROUBLE,
    tones,
)

MARGIN: Final = 10 * MM
MOST_STRETCH: Final = 2.2
LEAST: Final = 5.0  # the smallest size that is still read on paper
WRAP: Final = 0.72  # a name that would be so much smaller on one line stands on two
BAR: Final = 1.6
LONGEST_DAY: Final = zh.DAY_OF_WEEK.format(day=date(2026, 12, 28), weekday=zh.WEEKDAYS[0])


class RosterPage:
    """The measures of a page with these days, the same for all pages of them, and the drawing of one.

    Everything is ``scale`` times as large as on a full page of A4, save where a column leaves no room for it.
    """

    def __init__(self, paper: Sheet, sheet: RosterSheet, days: tuple[SheetDay, ...], scale: float) -> None:
        self._paper, self._sheet, self._days, self._scale = paper, sheet, days, scale
        self._left, self._right = MARGIN, paper.width - MARGIN
        self._head = (30 if sheet.of == "posts" else 24) * MM * scale
        columns = max(len(days), 7 if sheet.per_page == "week" else 28)
        self._column = (self._right - self._left - self._head) / columns
        self._wide = self._column > 22 * MM
        self._uncertain = not all(one.certain for one in days)
        self._top = MARGIN + 34 * scale
        self._body = self._top + ((30 if self._wide else 34) + (9 if self._uncertain else 0)) * scale
        self._foot = paper.height - MARGIN - (26 if self._uncertain else 15) * scale
        self._tones = tones(sheet.shifts)
        self._extended = {one.code for one in sheet.shifts if one.extended}
        self._entry = self._entry_scale()
        self.room = self._foot - self._body  # for rows

    def _entry_scale(self) -> float:
        """The one size of what stands in cells: the longest that is not to be parted or cut decides for all.

        Not for the names of shifts in narrow cells: there are few of them, and one that is smaller is no eyesore.
        """
        if not self._wide and self._sheet.of == "people":
            return self._scale
        entries = {entry for row in self._sheet.rows for one in self._days for entry in row.cells.get(one.day, ())}
        ratios = [self._room_of(entry) / self._natural(entry) for entry in entries]
        return self._scale * min((one for one in ratios if one >= WRAP), default=1.0)

    def _room_of(self, entry: SheetEntry) -> float:
        """How wide what stands in an entry's cell may be."""
        bar = BAR * self._scale if entry.shift in self._extended else 0
        return self._column - bar - (10 * self._scale if self._wide else 3)

    def _natural(self, entry: SheetEntry) -> float:
        """How wide it would be at its full size, and at least its room, so that nothing grows."""
        if not self._wide:
            wide = width_of(entry.text, 8 * self._scale)
        else:
            window = width_of(_window(entry), 8 * self._scale)
            wide = width_of(entry.text, 9.5 * self._scale) + (window + 5 * self._scale if window else 0)
        return max(wide, self._room_of(entry))

    def height_of(self, row: SheetRow) -> float:
        """How high a row is at the least."""
        most = max((len(row.cells.get(one.day, ())) for one in self._days), default=0)
        return (4 + max(1, most) * self._block()) * self._scale

    def _block(self) -> float:
        """What one duty takes of a cell's height."""
        return 14 if self._wide else 18

    def draw(self, rows: tuple[SheetRow, ...], page: int, pages: int) -> None:
        """Draw it, onto the current page of the paper."""
        heights = [self.height_of(row) for row in rows]
        stretch = min(MOST_STRETCH, self.room / sum(heights)) if heights else 1.0
        stretch = max(1.0, stretch)
        end = self._body + sum(heights) * stretch
        self._draw_title()
        self._tint_rest_days(end)
        for column, one in enumerate(self._days):
            self._draw_day(self._x(column), one)
        y = self._body
        for row, height in zip(rows, heights, strict=True):
            self._draw_row(row, y, height * stretch)
            y += height * stretch
        self._draw_grid(heights, stretch, end)
        if not rows:
            self._write(self._left, end + 24 * self._scale, zh.NO_DUTIES, 11, SECOND)
        self._draw_foot(page, pages)

    # The head.

    def _draw_title(self) -> None:
        base = MARGIN + 20 * self._scale
        x = self._left
        self._write(x, base, zh.ROSTER, 20, INK, bold=True)
        x += width_of(zh.ROSTER, 20 * self._scale, bold=True) + 12 * self._scale
        period = zh.PERIOD.format(since=self._days[0].day, until=self._days[-1].day)
        self._write(self._right, base, period, 12, INK, bold=True, align="right")
        left = self._right - width_of(period, 12 * self._scale, bold=True) - 12 * self._scale - x
        if self._sheet.draft:
            left -= width_of(zh.DRAFT, 12 * self._scale, bold=True) + 12 * self._scale
        name, size = fitted(self._sheet.centre_name, left, 12 * self._scale, 7)
        self._paper.text(x, base, name, size, SECOND)
        if self._sheet.draft:
            x += width_of(name, size) + 12 * self._scale
            self._write(x, base, zh.DRAFT, 12, TROUBLE, bold=True)

    def _draw_day(self, x: float, one: SheetDay) -> None:
        middle, y = x + self._column / 2, self._top
        weekday = zh.WEEKDAYS[one.day.weekday()]
        if self._wide:
            text = zh.DAY_OF_WEEK.format(day=one.day, weekday=weekday)
            room = (self._column - 8 * self._scale) / width_of(LONGEST_DAY, 1, bold=True)
            size = min(10 * self._scale, room)  # the same in all columns
            self._paper.text(middle, y + 13 * self._scale, text, size, INK, bold=True, align="centre")
        else:
            self._write(middle, y + 11 * self._scale, str(one.day.day), 9.5, INK, bold=True, align="centre")
            self._write(middle, y + 20 * self._scale, weekday, 7, SECOND, align="centre")
        y += (25 if self._wide else 30) * self._scale
        made_up = one.working and one.day.weekday() > 4
        mark = zh.MADE_UP if made_up else one.name or ("" if one.working else zh.REST)
        self._fit(middle, y, mark, 8 if self._wide else 6.5, AMBER if made_up else INK, bold=made_up)
        if not one.certain:
            self._fit(middle, y + 9 * self._scale, zh.UNPUBLISHED, 7 if self._wide else 6.5, AMBER)

    # The grid.

    def _draw_row(self, row: SheetRow, y: float, height: float) -> None:
        self._draw_head(row, y + height / 2)
        for column, one in enumerate(self._days):
            self._draw_cell(row, one, self._x(column), y, height)

    def _draw_cell(self, row: SheetRow, day: SheetDay, x: float, y: float, height: float) -> None:
        entries = row.cells.get(day.day)
        base = y + height / 2 + 3 * self._scale
        if entries:
            part = (height - 2) / len(entries)
            for number, entry in enumerate(entries):
                self._draw_entry(entry, x, y + 1 + number * part, part)
        elif day.day in row.leave:
            self._fit(x + self._column / 2, base, zh.ON_LEAVE, 8, SECOND)
        elif entries is not None and self._sheet.of == "posts":
            self._paper.fill(x + 1, y + 1, self._column - 2, height - 2, LACKING)
            self._fit(x + self._column / 2, base, zh.NOBODY, 8, TROUBLE, bold=True)

    def _draw_head(self, row: SheetRow, middle: float) -> None:
        scale, x = self._scale, self._left + 4 * self._scale
        room = self._head - 8 * scale
        lines = (row.head,) if row.note else _lines(row.head, room, 9.5 * scale)
        full = (9.5 if len(lines) == 1 else 8) * scale
        size = min(fitted(line, room, full, LEAST, bold=True)[1] for line in lines)
        base = middle + 0.36 * size - (4.5 * scale if row.note else 0.6 * size * (len(lines) - 1))
        for number, line in enumerate(lines):
            text, _ = fitted(line, room + 0.1, size, size, bold=True)
            self._paper.text(x, base + 1.2 * size * number, text, size, INK, bold=True)
        text, small = fitted(row.note, room, 6.5 * scale, LEAST)
        self._paper.text(x, base + 9 * scale, text, small, SECOND)

    def _draw_entry(self, entry: SheetEntry, x: float, y: float, height: float) -> None:
        width = self._column
        tone = CALLED_IN if entry.shift is None else self._tones.get(entry.shift, SHIFTS[0])
        self._paper.fill(x + 1, y + 0.5, width - 2, height - 1, tone)
        if entry.shift in self._extended:
            self._paper.fill(x + 1, y + 0.5, BAR * self._scale, height - 1, EXTENDED_BAR)
            x, width = x + BAR * self._scale, width - BAR * self._scale
        middle = y + height / 2
        if self._wide:
            self._write_wide(entry, x, middle, width)
        elif entry.counter:
            self._stack((entry.text, zh.WINDOW_SHORT.format(number=entry.counter)), x + width / 2, middle, width)
        else:
            self._stack(_lines(entry.text, width - 3, 8 * self._scale), x + width / 2, middle, width)

    def _write_wide(self, entry: SheetEntry, x: float, middle: float, width: float) -> None:
        scale, pad = self._entry, 5 * self._scale
        window = _window(entry)
        room = width - 2 * pad - (width_of(window, 8 * scale) + pad if window else 0)
        lines = (entry.text,) if window else _lines(entry.text, room, 9.5 * scale)
        for number, line in enumerate(lines):
            text, size = fitted(line, room, (9.5 if len(lines) == 1 else 7) * scale, LEAST)
            base = middle + (3.2 if len(lines) == 1 else 7.5 * number - 0.8) * scale
            self._paper.text(x + pad, base, text, size, INK)
        self._paper.text(x + width - pad, middle + 3.2 * scale, window, 8 * scale, SECOND, align="right")

    def _stack(self, lines: tuple[str, ...], x: float, middle: float, width: float) -> None:
        """One line in the middle of a narrow cell, or two; a counter's, the second, is lighter."""
        first, *second = lines
        text, size = fitted(first, width - 3, 8 * self._entry, LEAST)
        self._paper.text(x, middle + (-0.5 if second else 2.8) * self._scale, text, size, INK, align="centre")
        for line in second:
            text, size = fitted(line, width - 3, min(size, 6.5 * self._scale), LEAST)
            self._paper.text(x, middle + 7.5 * self._scale, text, size, SECOND, align="centre")

    def _tint_rest_days(self, end: float) -> None:
        for column, one in enumerate(self._days):
            if not one.working:
                self._paper.fill(self._x(column), self._top, self._column, end - self._top, REST)

    def _draw_grid(self, heights: list[float], stretch: float, end: float) -> None:
        last = self._x(len(self._days))
        y = self._body
        for height in heights:
            y += height * stretch
            self._paper.line(self._left, y, last, y, LINE)
        for column, one in enumerate(self._days):
            monday = one.day.weekday() == 0 and column > 0 and not self._wide
            self._paper.line(self._x(column), self._top, self._x(column), end, SECOND if monday else LINE, 0.5)
        self._paper.line(last, self._top, last, end, LINE)
        self._paper.line(self._left, self._top, last, self._top, RULE, 1.5)
        self._paper.line(self._left, self._body, last, self._body, RULE, 0.8)
        corner = zh.POST if self._sheet.of == "posts" else zh.PERSON
        self._write(self._left + 4 * self._scale, self._body - 6 * self._scale, corner, 8, SECOND)
        if not self._wide:
            month = zh.MONTH_OF.format(day=self._days[0].day)
            self._write(self._left + 4 * self._scale, self._top + 13 * self._scale, month, 11, INK, bold=True)

    # The foot.

    def _draw_foot(self, page: int, pages: int) -> None:
        scale = self._scale
        base = self._paper.height - MARGIN - 2 * scale
        said = f"{zh.PRINTED.format(day=self._sheet.printed_on)}   {zh.PAGE.format(page=page, pages=pages)}"
        self._write(self._right, base, said, 7.5, SECOND, align="right")
        if self._uncertain:
            self._write(self._left, base - 11 * scale, zh.UNPUBLISHED_NOTE, 7.5, AMBER)
        most = self._right - width_of(said, 7.5 * scale) - 12 * scale
        x = self._left
        for shift in self._sheet.shifts:
            text = f"{shift.name} {shift.time}" + (f" {zh.EXTENDED}" if shift.extended else "")
            wide = 14 * scale + width_of(text, 7.5 * scale)
            if x + wide > most:
                break  # more shifts than a line holds: each is named in its cells
            self._paper.fill(x, base - 7 * scale, 10 * scale, 8 * scale, self._tones[shift.code])
            if shift.extended:
                self._paper.fill(x, base - 7 * scale, 2 * scale, 8 * scale, EXTENDED_BAR)
            self._write(x + 14 * scale, base, text, 7.5, INK)
            x += wide + 14 * scale

    # Places and words.

    def _x(self, column: int) -> float:
        return self._left + self._head + column * self._column

    def _write(
        self, x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False, align: str = "left"
    ) -> None:
        self._paper.text(x, y, text, size * self._scale, colour, bold=bold, align=align)

    def _fit(self, middle: float, y: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """Text in the middle of a column, smaller where it has to be."""
        shown, fitting = fitted(text, self._column - 3, size * self._scale, LEAST, bold=bold)
        self._paper.text(middle, y, shown, fitting, colour, bold=bold, align="centre")


def _window(entry: SheetEntry) -> str:
    return zh.WINDOW.format(number=entry.counter) if entry.counter else ""


def _lines(name: str, width: float, size: float) -> tuple[str, ...]:
    """A name on one line, or a long one on two, parted at its dot (阿卜杜·买买提) or in the middle."""
    if width_of(name, size) * WRAP <= width:
        return (name,)
    dot = name.find("·") + 1
    half = dot if 0 < dot < len(name) else (len(name) + 1) // 2
    return name[:half], name[half:]
