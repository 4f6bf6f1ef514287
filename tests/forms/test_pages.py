"""Pieces onto pages: each once and in order, none overfull, kept ones together, a table's head on each of its pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from forms.pages import paginate
from forms.pdf import Sheet
from forms.piece import Frame, Piece

FIRST, NEXT = 300.0, 400.0
HEIGHTS = st.integers(5, 120).map(float)


def nothing(sheet: Sheet, x: float, y: float) -> None:
    """Draws nothing."""


def piece(height: float, keep: bool = False, gap: float = 0.0, frame: Frame | None = None) -> Piece:
    return Piece(height, nothing, gap=gap, keep=keep, frame=frame)


@st.composite
def many(draw: st.DrawFn) -> list[Piece]:
    """Text, and now and then a table with a head."""
    pieces: list[Piece] = []
    given_ones = draw(st.lists(st.tuples(HEIGHTS, st.booleans(), st.integers(0, 20), st.integers(0, 9))))
    for height, keep, gap, rows in given_ones:
        pieces.append(piece(height, keep, float(gap)))
        if rows:
            frame = Frame(470.0)
            frame.head = piece(20.0, True, frame=frame)
            pieces += [frame.head, *(piece(height, frame=frame) for _ in range(rows))]
    return pieces


@given(many())
def test_every_piece_is_placed_once_in_order_and_no_page_is_overfull(pieces: list[Piece]) -> None:
    pages = paginate(pieces, NEXT, first=FIRST)
    placed = [id(one) for page in pages for _, one in page]
    heads = {id(one.frame.head) for one in pieces if one.frame and one.frame.head}
    assert [one for one in placed if one not in heads] == [id(one) for one in pieces if id(one) not in heads]
    for number, page in enumerate(pages):
        below = 0.0
        for at, one in page:
            assert at >= below - 0.01
            below = at + one.height
        assert below <= (NEXT if number else FIRST) + 0.1 or len(page) == 1


@given(many())
def test_a_page_that_a_table_goes_on_to_begins_with_its_head(pieces: list[Piece]) -> None:
    for page in paginate(pieces, NEXT, first=FIRST)[1:]:
        if page and page[0][1].frame is not None:
            assert page[0][1] is page[0][1].frame.head


@given(many())
def test_kept_pieces_stand_on_one_page_where_they_fit_on_one(pieces: list[Piece]) -> None:
    pages = paginate(pieces, NEXT, first=FIRST)
    where = {id(one): number for number, page in reversed(list(enumerate(pages))) for _, one in page}
    chain: list[Piece] = []
    for one in pieces:
        chain.append(one)
        if one.keep and one is not pieces[-1]:
            continue
        if len(chain) > 1 and sum(held.height + held.gap for held in chain) + 20 <= FIRST:
            assert len({where[id(held)] for held in chain}) == 1
        chain = []


def test_a_gap_is_left_out_at_the_top_of_a_page() -> None:
    pages = paginate([piece(250.0), piece(100.0, gap=15.0), piece(10.0, gap=15.0)], NEXT, first=FIRST)
    assert [[at for at, _ in page] for page in pages] == [[0.0], [0.0, 115.0]]


def test_nothing_at_all_is_one_empty_page() -> None:
    assert paginate([], NEXT, first=FIRST) == [[]]
