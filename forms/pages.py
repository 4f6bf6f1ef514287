"""Pieces onto pages: what belongs together stays together, a table's head stands on each of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from forms.pdf import Sheet
from forms.piece import INNER, OUTER, Frame, Piece

Page = list[tuple[float, Piece]]  # how far below the top of the page each piece stands


def paginate(pieces: Sequence[Piece], height: float, *, first: float) -> list[Page]:
    """Pages of at most ``height``, the first of ``first``; only a chain of pieces higher than a page is parted."""
    pages: list[Page] = [[]]
    used = 0.0
    place = 0
    while place < len(pieces):
        chain = _chain(pieces, place)
        room = first if len(pages) == 1 else height
        if _height(chain, fresh=True) > (height if pages[-1] else room):
            chain = chain[:1]
        if pages[-1] and used + _height(chain, fresh=False) > room + 0.01:
            pages.append([])
            used = 0.0
        for piece in chain:
            used = _put(pages[-1], piece, used)
        place += len(chain)
    return pages


def _chain(pieces: Sequence[Piece], place: int) -> Sequence[Piece]:
    end = place
    while end < len(pieces) - 1 and pieces[end].keep:
        end += 1
    return pieces[place : end + 1]


def _height(chain: Sequence[Piece], *, fresh: bool) -> float:
    total = sum(piece.height + piece.gap for piece in chain)
    if not fresh:
        return total
    return total - chain[0].gap + _head_height(chain[0])


def _head_height(piece: Piece) -> float:
    head = piece.frame.head if piece.frame else None
    return head.height if head is not None and head is not piece else 0.0


def _put(page: Page, piece: Piece, used: float) -> float:
    if page:
        used += piece.gap
    elif piece.frame and piece.frame.head and piece.frame.head is not piece:
        page.append((0.0, piece.frame.head))
        used += piece.frame.head.height
    page.append((used, piece))
    return used + piece.height


def draw_page(sheet: Sheet, page: Page, left: float, top: float) -> None:
    """All pieces of a page, and around its tables the lines."""
    for at, piece in page:
        piece.draw(sheet, left, top + at)
    run: Page = []
    for at, piece in page:
        if run and piece.frame is not run[0][1].frame:
            _draw_frame(sheet, run, left, top)
            run = []
        if piece.frame is not None:
            run.append((at, piece))
    if run:
        _draw_frame(sheet, run, left, top)


def _draw_frame(sheet: Sheet, run: Page, left: float, top: float) -> None:
    frame = run[0][1].frame
    assert isinstance(frame, Frame)
    last_at, last = run[-1]
    first = top + run[0][0]
    end = top + last_at + last.height
    lines = []
    for place, (at, piece) in enumerate(run):
        y = top + at
        if place and not piece.joined:
            lines.append((left, y, left + frame.width, y))
        lines += [(left + x, y, left + x, y + piece.height) for x in piece.columns]
    sheet.rules(lines, INNER)
    sheet.box(left, first, frame.width, end - first, OUTER)
