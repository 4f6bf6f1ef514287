"""An agent's day on paper (A4): where to go, whom to ring, what to take along, and room to write what came back.

No document's number stands on it: it is carried through the streets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from forms import texts_zh as zh
from forms.day_sheet_data import DaySheet, SheetErrand
from forms.pdf import A4, Sheet, fitted
from forms.roster_colours import AMBER, INK, LINE, RULE, SECOND
from forms.typesetting import Setter

_LEFT: Final = 45.0
_PLACES: Final = 112.0  # the column of places begins
_PLACES_WIDE: Final = 270.0
_PEOPLE: Final = 400.0
_RIGHT: Final = A4[0] - 45.0
_PEOPLE_WIDE: Final = _RIGHT - _PEOPLE
_TOP: Final = 104.0  # the first stop begins
_BOTTOM: Final = A4[1] - 58.0
_PAD: Final = 10.0
_WRITING: Final = 21.0  # the row to write in
_GREY: Final = "#66706E"
_MOST_THINGS: Final = 20  # named at one stop, which is never torn


@dataclass(slots=True)
class _Text:
    """A line of a column: how far its baseline is below the block's top."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    box: bool = False


@dataclass(slots=True)
class _Column:
    """Lines one below the other."""

    x: float
    width: float
    y: float = 0.0
    texts: list[_Text] = field(default_factory=list)

    def add(
        self, text: str, size: float, colour: str, *, bold: bool = False, gap: float = 0.0, box: bool = False,
        indent: float = 0.0,
    ) -> None:  # fmt: skip
        """The text in as many lines as it takes; nothing for no text. ``box``: one to tick stands before it."""
        if not text:
            return
        self.y += gap
        left = indent + (size * 1.25 if box else 0.0)
        for number, line in enumerate(Setter(size, bold=bold).lines(text, self.width - left)):
            self.y += size * 1.42
            first = box and number == 0
            self.texts.append(_Text(self.x + left, self.y - size * 0.3, line.text, size, colour, bold, first))


def day_sheet(day: DaySheet) -> bytes:
    """The sheet as PDF, as many pages as it takes; a stop is never torn. The same day, the same bytes."""
    title = f"{zh.DAY_SHEET} {zh.DAY.format(day=day.day)} {day.person}"
    sheet = Sheet(A4, title=title, author=day.centre_name)
    pages = _pages(day)
    for number, page in enumerate(pages, start=1):
        _head(sheet, day)
        if not day.errands:
            sheet.text(A4[0] / 2, _TOP + 60, zh.DAY_SHEET_EMPTY, 12, SECOND, align="centre")
        top = _TOP
        for block in page:
            block.draw(sheet, top)
            top += block.height
        _foot(sheet, number, len(pages))
        sheet.end_page()
    return sheet.finish()


class _Block:
    """A stop, laid out; ``height`` with its row to write in."""

    def __init__(self, number: int, errand: SheetErrand) -> None:
        self._errand = errand
        time, place, people = _time(number, errand), _place(errand), _people(errand)
        self._texts = [*time.texts, *place.texts, *people.texts]
        self._written = max(time.y, place.y, people.y) + _PAD
        self.height = self._written + _WRITING + _PAD

    def draw(self, sheet: Sheet, top: float) -> None:
        """Onto the sheet, from ``top`` on."""
        for one in self._texts:
            if one.box:
                sheet.box(one.x - one.size * 1.2, top + one.y - one.size * 0.8, one.size * 0.85, one.size * 0.85, 0.6)
            sheet.text(one.x, top + one.y, one.text, one.size, one.colour, bold=one.bold)
        self._draw_writing(sheet, top + self._written + 11)
        sheet.line(_LEFT, top + self.height, _RIGHT, top + self.height, LINE)

    def _draw_writing(self, sheet: Sheet, y: float) -> None:
        """Where it is written what came back; of what is done, what was."""
        if self._errand.state == "done":
            sheet.text(_PLACES, y, zh.BROUGHT_BACK, 9, _GREY)
            text, size = fitted(self._errand.came_back or "—", _RIGHT - _PLACES - 28, 10, 8)
            sheet.text(_PLACES + 28, y, text, size, INK)
            return
        for x, end, label in (
            (_PLACES, _PEOPLE - 18, zh.BROUGHT_BACK),
            (_PEOPLE, _PEOPLE + 88, zh.TAKEN_BY),
            (_PEOPLE + 94, _RIGHT, zh.AT_TIME),
        ):
            sheet.text(x, y, label, 9, _GREY)
            sheet.line(x + len(label) * 9 + 4, y + 3, end, y + 3, SECOND, 0.5)


def _time(number: int, errand: SheetErrand) -> _Column:
    column = _Column(_LEFT, _PLACES - _LEFT - 8, _PAD)
    column.add(str(number), 15, RULE, bold=True)
    if errand.state == "done":
        column.add(zh.DONE_AT.format(time=errand.time), 9.5, SECOND)
    elif errand.time:
        column.add(errand.time, 12.5, INK, bold=True)
    else:
        column.add(zh.WAITING_THERE if errand.state == "now" else zh.ANY_TIME, 9, _GREY)
    if errand.since is not None:
        column.add(zh.LEFT_OVER.format(day=errand.since), 8.5, AMBER)
    return column


def _place(errand: SheetErrand) -> _Column:
    column = _Column(_PLACES, _PLACES_WIDE, _PAD)
    column.add(errand.place, 12.5, INK, bold=True)
    column.add(errand.address, 9.5, SECOND)
    column.add(errand.purpose, 11, INK, gap=3)
    things = ([errand.bring] if errand.bring else []) + list(errand.carry)
    if things and errand.state != "done":
        column.add(zh.TAKE_ALONG, 9, _GREY, gap=4)
        for thing in things[:_MOST_THINGS]:
            column.add(thing, 10, INK, box=True, gap=0.5)
        if len(things) > _MOST_THINGS:
            column.add(zh.MORE_THINGS.format(count=len(things) - _MOST_THINGS), 10, INK, box=True, gap=0.5)
    return column


def _people(errand: SheetErrand) -> _Column:
    column = _Column(_PEOPLE, _PEOPLE_WIDE, _PAD)
    column.add(errand.name, 12, INK, bold=True)
    column.add(errand.phone, 11, INK)
    column.add(errand.title, 9.5, SECOND, gap=3)
    column.add(errand.case_number, 9, _GREY)
    return column


def _pages(day: DaySheet) -> list[list[_Block]]:
    pages: list[list[_Block]] = [[]]
    used = 0.0
    for number, errand in enumerate(day.errands, start=1):
        block = _Block(number, errand)
        if pages[-1] and used + block.height > _BOTTOM - _TOP:
            pages.append([])
            used = 0.0
        pages[-1].append(block)
        used += block.height
    return pages


def _head(sheet: Sheet, day: DaySheet) -> None:
    sheet.text(_LEFT, 62, zh.DAY_SHEET, 21, INK, bold=True)
    sheet.text(_RIGHT, 62, day.centre_name, 10.5, SECOND, align="right")
    when = f"{zh.DAY.format(day=day.day)} 周{zh.WEEKDAYS[day.day.weekday()]}"
    sheet.text(_LEFT, 86, f"{day.person}　{when}", 12.5, INK, bold=True)
    todo = [one for one in day.errands if one.state != "done"]
    if day.errands:
        words = zh.DAY_SHEET_HEAD.format(
            count=len(day.errands),
            homes=sum(one.at_home for one in day.errands),
            agreed=sum(bool(one.time) for one in todo),
        )
        sheet.text(_RIGHT, 86, words, 10.5, SECOND, align="right")
    sheet.line(_LEFT, 97, _RIGHT, 97, RULE, 1.2)


def _foot(sheet: Sheet, number: int, pages: int) -> None:
    y = A4[1] - 34
    sheet.text(_LEFT, y, zh.DAY_SHEET_FOOT, 8.5, _GREY)
    sheet.text(A4[0] / 2 + 20, y, f"{zh.PAGE.format(page=number, pages=pages)}", 8.5, _GREY, align="centre")
    sheet.text(_RIGHT - 96, y, zh.AGENT_SIGNS, 8.5, _GREY, align="right")
    sheet.line(_RIGHT - 90, y + 3, _RIGHT, y + 3, SECOND, 0.5)
