"""What frames a document: its title on the first page, what names a later page, and the foot of each."""

from __future__ import annotations

import re
from typing import Final

from forms import texts_zh as zh
from forms.kit import CONTENT, SMALL, Kit
from forms.pdf import A4, MM, Sheet, fitted, width_of
from forms.typesetting import Setter

_CENTRE_SIZE: Final = 14.0
_CENTRE_SPACE: Final = 2.0
_CENTRE_BASELINE: Final = 77.0
_TITLE_SIZE: Final = 25.0
_TITLE_SPACE: Final = 9.6
_TITLE_BASELINE: Final = 113.5
_BRACKETS: Final = re.compile("(?=（)|(?<=）)")
_CLOSER: Final = 0.3  # of the size: a bracket brings its own space along
_HEAD_BASELINE: Final = 145.0
_RUNNING_BASELINE: Final = 15 * MM
_FOOT_LINE: Final = A4[1] - 55.0
_FOOT_BASELINE: Final = A4[1] - 37.5
_FOOT_SIZE: Final = 9.0
_BETWEEN: Final = 12.0  # two texts of a line, at least
_LEAST: Final = 7.5  # size of the smaller of them
_BARCODE: Final = (60 * MM, 7 * MM)
_BARCODE_TOP: Final = 13 * MM
_NARROWEST: Final = 0.19 * MM  # of a bar that scanners read from paper
_WIDEST: Final = 0.33 * MM


def draw_title(sheet: Sheet, kit: Kit, left: float) -> None:
    """Centre, title, number and code, and the number's barcode."""
    centre = kit.wording.text("centre_name") if "centre_name" in kit.fields else ""
    _spread(sheet, left, _CENTRE_BASELINE, centre, _CENTRE_SPACE, _CENTRE_SIZE, bold=False)
    _spread(sheet, left, _TITLE_BASELINE, kit.form.title, _TITLE_SPACE, _TITLE_SIZE, bold=True)
    head = [kit.wording.filled(text) for text in kit.form.head]
    _both_ends(sheet, left, _HEAD_BASELINE, head[0], head[1], SMALL)
    if kit.form.barcode:
        _barcode(sheet, left + CONTENT, kit.wording.raw("number"))


def _spread(sheet: Sheet, left: float, y: float, text: str, space: float, size: float, *, bold: bool) -> None:
    """In the middle; what is too wide loses its spaces, then size."""
    if not text:
        return
    pieces = [piece for piece in _BRACKETS.split(text) if piece]
    closer = _CLOSER * size
    natural = Setter(size, bold=bold).width(text)
    if natural > CONTENT:
        size, natural = size * CONTENT / natural, CONTENT
    if natural + space * (len(text) - 1) > CONTENT:
        space, closer = (CONTENT - natural) / max(1, len(text) - 1), 0.0
    setter = Setter(size, bold=bold)
    runs = []
    at = 0.0
    for piece in pieces:
        runs.append((at, piece, space))
        at += setter.width(piece) + len(piece) * space - closer
    # Only between characters: half a space of correction against one after the last.
    sheet.spread(left + (CONTENT - at - closer + space) / 2, y, runs, size, bold=bold)


def _barcode(sheet: Sheet, right: float, number: str) -> None:
    bars = bars_of(number, _BARCODE[0])
    left = right - max((at + width for at, width in bars), default=0.0)
    sheet.bars((left + at, _BARCODE_TOP, width, _BARCODE[1]) for at, width in bars)


def bars_of(number: str, room: float) -> list[tuple[float, float]]:
    """Code 128 of a number, for scanners: where each bar begins and how wide it is, in points.

    None where the number has characters that the code has not, or is too long to be read in so little room.
    """
    if not number or not number.isascii() or not number.isprintable():
        return []
    # Its charts and shapes are not needed to make a document without a barcode.
    from reportlab.graphics.barcode.code128 import Code128

    code = Code128(number, barWidth=1.0, quiet=False)
    code.validate()
    code.encode()
    code.decompose()
    marks = [(ord(mark.lower()) - ord("a") + 1, mark.isupper()) for mark in code.decomposed]
    module = min(room / sum(width for width, _ in marks), _WIDEST)
    if module < _NARROWEST:
        return []
    bars = []
    at = 0.0
    for width, dark in marks:
        if dark:
            bars.append((at, width * module))
        at += width * module
    return bars


def draw_running_head(sheet: Sheet, kit: Kit, left: float) -> None:
    """Which document a later page is of: a sheet that comes loose finds back. An unnumbered one says whose it is."""
    title, head = zh.CONTINUED.format(title=kit.form.title), kit.wording.filled(kit.form.head[0])
    whose = kit.fields.get("applicant")
    if kit.form.kind == "application" and whose is not None and (name := kit.wording.text("applicant")):
        title += zh.WHOSE.format(label=whose.label, name=name)
    _both_ends(sheet, left, _RUNNING_BASELINE, title, head, _FOOT_SIZE)


def _both_ends(sheet: Sheet, left: float, y: float, one: str, other: str, size: float) -> None:
    """Two texts of a line; the longer of them is set smaller, then cut short, where both do not fit."""
    widths = [width_of(text, size) for text in (one, other)]
    rooms = [max(CONTENT / 2 - _BETWEEN, CONTENT - width - _BETWEEN) for width in reversed(widths)]
    for text, room, align in ((one, rooms[0], "left"), (other, rooms[1], "right")):
        shown, fitting = fitted(text, room, size, _LEAST)
        line = Setter(fitting).line(shown)
        line.draw(sheet, left if align == "left" else left + CONTENT - line.width, y, fitting)


def draw_foot(sheet: Sheet, kit: Kit, left: float, page: int, pages: int) -> None:
    """A line, who keeps the copies, and which page of how many."""
    sheet.rules([(left, _FOOT_LINE, left + CONTENT, _FOOT_LINE)], 0.6)
    setter = Setter(_FOOT_SIZE)
    count = setter.line(zh.FORM_PAGE.format(page=page, pages=pages))
    count.draw(sheet, left + CONTENT - count.width, _FOOT_BASELINE, _FOOT_SIZE)
    copies = setter.lines(kit.wording.filled(kit.form.foot), CONTENT - count.width - 12)[:2]
    for place, line in enumerate(copies):
        line.draw(sheet, left, _FOOT_BASELINE + place * 12, _FOOT_SIZE)
