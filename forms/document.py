"""A form with its values as a PDF: A4, the shipped typeface embedded, page x of y on each page.

render(form, values) -> bytes
render_many(papers) -> bytes           one file of many documents, each with pages of its own
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from forms.definition import (
    Enquiry,
    Field,
    Form,
    Heading,
    Opinions,
    Paragraph,
    Particulars,
    RowsTable,
    Signatures,
    Values,
)
from forms.kit import Kit
from forms.pages import Page, draw_page, paginate
from forms.particulars import opinions, particulars
from forms.pdf import A4, MM, Sheet
from forms.piece import Piece
from forms.rows_table import rows_table
from forms.running_text import enquiry, heading, paragraph
from forms.sheet_frame import draw_foot, draw_running_head, draw_title
from forms.signing import signatures
from forms.wording import Wording

_LEFT: Final = 22 * MM
_TOP: Final = 22 * MM
_UNDER_TITLE: Final = 153.5  # where the first table may begin
_BOTTOM: Final = A4[1] - 55.0 - 8.0  # the foot line, and the air above it
_ABOVE_TEXT: Final = 8.0  # more air than a table needs under the number
_TIGHT_GAPS: Final = 0.6
_UNDER_HEADING: Final = 5.0  # to its table
_KEPT_LINES: Final = 2  # of text, or rows, on the page of the signatures


_CODE: Final = Field("number", "编号", "number")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be made. ``number`` stands in for the value of its number field; ``full``: nothing is masked."""

    form: Form
    values: Values
    number: str = ""
    full: bool = False


def render(form: Form, values: Values, *, number: str = "", full: bool = False) -> bytes:
    """The document. Values are taken as they are; ``validate.check`` tells what is wrong with them."""
    done = render_many((Paper(form, values, number, full),))
    assert done is not None  # nobody can have cancelled it
    return done


def render_many(
    papers: Sequence[Paper],
    *,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes | None:
    """All of them in one file; None when it was cancelled. ``progress`` is told how many are done.

    Any thread; both callbacks are called in it, once per document.
    """
    first = papers[0] if papers else None
    sheet = Sheet(A4, title=_title(papers), author=_author(first))
    for done, paper in enumerate(papers, 1):
        if cancelled is not None and cancelled():
            return None
        _draw(sheet, paper)
        if progress is not None:
            progress(done)
    return sheet.finish()


def warm_up() -> None:
    """Load the fonts, and what else is loaded on first use, so that the first document does not wait (about 90 ms)."""
    heading_only = Form(
        "", "页", "page", "notice", "", (_CODE,), (Heading("页"), Enquiry("页", "number", "页", ())), barcode=True
    )
    render(heading_only, {"number": "1"})


def _title(papers: Sequence[Paper]) -> str:
    """No resident's name: a file's title shows in lists and histories."""
    titles = list(dict.fromkeys(paper.form.title for paper in papers))
    number = papers[0].number if len(papers) == 1 else ""
    return " ".join(part for part in ("、".join(titles[:3]), number) if part)


def _author(paper: Paper | None) -> str:
    name = paper.values.get("centre_name") if paper else ""
    return name if isinstance(name, str) else ""


def _draw(sheet: Sheet, paper: Paper) -> None:
    values = {**paper.values, "number": paper.number} if paper.number else paper.values
    kit = Kit(paper.form, Wording(paper.form, values, full=paper.full))
    pages = _pages(kit)
    if len(pages) > 1:
        tight = _pages(kit.tightened())
        pages = tight if len(tight) < len(pages) else pages
    for place, page in enumerate(pages, 1):
        if place == 1:
            draw_title(sheet, kit, _LEFT)
            draw_page(sheet, page, _LEFT, _UNDER_TITLE)
        else:
            draw_running_head(sheet, kit, _LEFT)
            draw_page(sheet, page, _LEFT, _TOP)
        draw_foot(sheet, kit, _LEFT, place, len(pages))
        sheet.end_page()


def _pages(kit: Kit) -> list[Page]:
    return paginate(_pieces(kit), _BOTTOM - _TOP, first=_BOTTOM - _UNDER_TITLE)


def _pieces(kit: Kit) -> list[Piece]:
    pieces: list[Piece] = []
    before: object = None
    for part in kit.form.layout:
        made = _made(kit, part, after_text=isinstance(before, Paragraph | Heading))
        if isinstance(part, Signatures):
            _keep_text_with(pieces)
        if not made:
            continue
        if isinstance(before, Heading) and made[0].frame is not None:
            made[0].gap = _UNDER_HEADING
        before = part
        pieces += made
    if kit.tight:
        for piece in pieces:
            piece.gap *= _TIGHT_GAPS
    if pieces and pieces[0].text:
        pieces[0].gap = _ABOVE_TEXT
        pieces.insert(0, Piece(0.0, _nothing, keep=True))
    return pieces


def _made(kit: Kit, part: object, *, after_text: bool) -> list[Piece]:
    match part:
        case Particulars():
            return particulars(kit, part)
        case RowsTable():
            return rows_table(kit, part)
        case Paragraph():
            return paragraph(kit, part, after_text=after_text)
        case Heading():
            return heading(kit, part)
        case Enquiry():
            return enquiry(kit, part)
        case Opinions():
            return opinions(kit, part)
        case Signatures():
            return signatures(kit, part)
    raise AssertionError(part)


def _nothing(sheet: Sheet, x: float, y: float) -> None:
    """Draws nothing: air."""


def _keep_text_with(pieces: Sequence[Piece]) -> None:
    """Have the last lines of text, or the last rows of a table, go with the signatures that follow, and what stands
    between them, too.

    A page with nothing but signatures could be put under any other document.
    """
    seen = 0
    for piece in reversed(pieces):
        piece.keep = True
        seen += piece.text or (piece.frame is not None)
        if seen >= _KEPT_LINES:
            return
