"""Tables with a head, a row for each entry, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from forms import texts_zh as zh
from forms.definition import Column, RowsTable
from forms.kit import CONTENT, Kit
from forms.pdf import MM, Sheet
from forms.piece import Cell, Frame, Piece, row_pieces
from forms.values import as_text
from forms.wording import worded

_PLACE: Final = 33.6  # width of the running numbers
_ROW: Final = 22.8
_TIGHT_ROW: Final = 20.4
_PITCH: Final = 15.0
_PADDING: Final = 3.9
_TIGHT_PADDING: Final = 2.7
_HEAD_GREY: Final = "#F0F0F0"
_BY_HAND: Final = 3  # rows of a table that is filled in with a pen
_TIGHT: Final = 3.0  # beside text in a narrow, centred column


def rows_table(kit: Kit, part: RowsTable) -> list[Piece]:
    """The head, which returns on each page, and a numbered row for each entry; one that says so when there is none."""
    columns = kit.fields[part.field].columns
    places = _places(columns)
    frame = Frame(CONTENT)
    frame.head = _head(kit, columns, places, frame)
    rows = kit.wording.rows(part.field)
    pieces = [frame.head]
    blank = part.blank or (_BY_HAND if kit.wording.by_hand else 0)
    for number in range(max(len(rows), blank)):
        row = rows[number] if number < len(rows) else {}
        pieces += _row(kit, _texts(row, columns), columns, places, frame, str(number + 1))
    if len(pieces) == 1:
        pieces += _row(kit, [zh.NO_ROWS, *[""] * (len(columns) - 1)], columns, places, frame, "")
    pieces[0].gap = 10.0
    return pieces


def _places(columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Left edge and width of each column; those without a width share what is left."""
    fixed = sum(column.width * MM for column in columns)
    elastic = sum(1 for column in columns if not column.width)
    rest = max(24.0, (CONTENT - _PLACE - fixed) / max(1, elastic))
    widths = [column.width * MM or rest for column in columns]
    scale = (CONTENT - _PLACE) / sum(widths)  # a definition that asks for more than there is
    places = []
    left = _PLACE
    for width in widths:
        places.append((left, width * scale))
        left += width * scale
    return places


def _texts(row: Mapping[str, object], columns: Sequence[Column]) -> list[str]:
    return [worded((as_text(row.get(column.name)) or "").strip(), column.type) for column in columns]


def _head(kit: Kit, columns: Sequence[Column], places: Sequence[tuple[float, float]], frame: Frame) -> Piece:
    cells = [Cell(0.0, _PLACE, [kit.plain.line(zh.ROW_NUMBER)], "centre")]
    for column, (left, width) in zip(columns, places, strict=True):
        cells.append(Cell(left, width, kit.plain.lines(column.label, width - 2 * _TIGHT), "centre"))
    (piece,) = _set(kit, cells, frame)
    words = piece.draw

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.fill(x, y, CONTENT, piece.height, _HEAD_GREY)
        sheet.ink()
        words(sheet, x, y)

    piece.draw = draw
    piece.keep = True
    return piece


def _row(
    kit: Kit,
    texts: Sequence[str],
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    frame: Frame,
    number: str,
) -> list[Piece]:
    cells = [Cell(0.0, _PLACE, [kit.plain.line(number)], "centre")]
    for text, column, (left, width) in zip(texts, columns, places, strict=True):
        missing = column.type == "yesno" and text == zh.ANSWERS["no"]  # legible in black and white
        pad = _TIGHT if column.centred else Cell.PAD
        lines, size = kit.in_cell(text, width - 2 * pad, bold=missing)
        cells.append(Cell(left, width, lines, "centre" if column.centred else "left", bold=missing, pad=pad, size=size))
    return _set(kit, cells, frame)


def _set(kit: Kit, cells: Sequence[Cell], frame: Frame) -> list[Piece]:
    least, padding = (_TIGHT_ROW, _TIGHT_PADDING) if kit.tight else (_ROW, _PADDING)
    return row_pieces(cells, frame, least=least, pitch=_PITCH, padding=padding)
