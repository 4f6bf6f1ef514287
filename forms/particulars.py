"""Tables of labels with values, and the boxes for offices' opinions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from forms import texts_zh as zh
from forms.definition import Field, Opinions, Particulars
from forms.kit import CONTENT, LABEL, SMALL, Kit
from forms.pdf import Sheet
from forms.piece import TEXT, Cell, Draw, Frame, Piece, row_pieces

_VALUE: Final = 170.4  # width of the left value; the right one takes the rest
_LABEL_PAD: Final = 8.8
_SECOND: Final = LABEL + _VALUE  # where the right half begins
_PITCH: Final = 15.6
_ROW: Final = 25.2
_TIGHT_ROW: Final = 21.6
_UNPARTED: Final = 4  # rows
_OPINION: Final = 92.0
_TIGHT_OPINION: Final = 70.0


def particulars(kit: Kit, part: Particulars) -> list[Piece]:
    """Labels and values in four columns; a value too long for its half takes the whole line."""
    frame = Frame(CONTENT)
    pieces: list[Piece] = []
    shown = [name for name in part.fields if not kit.wording.hidden(name)]
    for fields in _lines(kit, shown):
        pieces += _row(kit, fields, frame)
    if pieces:
        pieces[0].gap = 10.0
        _keep_rows(pieces)
    return pieces


def _keep_rows(pieces: Sequence[Piece]) -> None:
    """A small table is not parted; of a larger one neither the first row nor the last stands alone."""
    kept = pieces[:-1] if len(pieces) <= _UNPARTED else (pieces[0], pieces[-2])
    for piece in kept:
        piece.keep = True


def _lines(kit: Kit, names: Sequence[str]) -> list[tuple[Field, ...]]:
    """One or two fields for each line of the table."""
    lines: list[tuple[Field, ...]] = []
    waiting: Field | None = None
    for field in (kit.fields[name] for name in names):
        if waiting is not None and _fits_half(kit, field):
            lines.append((waiting, field))
            waiting = None
            continue
        if waiting is not None:
            lines.append((waiting,))
            waiting = None
        if _fits_half(kit, field):
            waiting = field
        else:
            lines.append((field,))
    return [*lines, (waiting,)] if waiting is not None else lines


def _fits_half(kit: Kit, field: Field) -> bool:
    if not field.half:
        return False
    setter = kit.bold if field.bold else kit.plain
    return setter.width(kit.wording.cell(field.name)) <= CONTENT - _SECOND - LABEL - 2 * Cell.PAD


def _row(kit: Kit, fields: Sequence[Field], frame: Frame) -> list[Piece]:
    cells = []
    for place, field in enumerate(fields):
        left = _SECOND * place
        end = CONTENT if place == len(fields) - 1 else _SECOND
        cells.append(_label(kit, field.label, left))
        width = end - left - LABEL
        lines, size = kit.in_cell(kit.wording.cell(field.name), width - 2 * Cell.PAD, bold=field.bold)
        cells.append(Cell(left + LABEL, width, lines, bold=field.bold, size=size, top=field.lines > 3))
    least = max(_TIGHT_ROW if kit.tight else _ROW, max(field.lines for field in fields) * _PITCH + 2 * _padding(kit))
    return row_pieces(cells, frame, least=least, pitch=_PITCH, padding=_padding(kit))


def _padding(kit: Kit) -> float:
    return 3.0 if kit.tight else 4.8


def _label(kit: Kit, label: str, left: float) -> Cell:
    """Up to four characters spread over the width of four, more in smaller type, then in two lines."""
    if len(label) <= 4:
        return Cell(left, LABEL, [kit.plain.line(label)], "spread", pad=_LABEL_PAD)
    if len(label) == 5:
        return Cell(left, LABEL, [kit.plain.line(label)], "centre")
    wanted = -(-len(label) // 6)
    least = -(-len(label) // wanted)  # lines of about equal length
    lines = kit.small.lines(label, LABEL - 2)
    for count in range(least, 7):
        shorter = kit.small.lines(label, count * SMALL + 0.5)
        if len(shorter) <= max(wanted, len(lines)):
            lines = shorter
            break
    return Cell(left, LABEL, lines, "centre", size=SMALL)


def opinions(kit: Kit, part: Opinions) -> list[Piece]:
    """A box for each office: room for its opinion, and at the foot where it signs, seals and dates."""
    frame = Frame(CONTENT)
    height = _TIGHT_OPINION if kit.tight else _OPINION
    pieces: list[Piece] = []
    for label in part.labels:
        cells = [_label(kit, label, 0.0), Cell(LABEL, CONTENT - LABEL)]
        (piece,) = row_pieces(cells, frame, least=height, pitch=_PITCH, padding=0.0)
        piece.draw = _with_signature(kit, piece.draw, height)
        piece.keep = len(pieces) < len(part.labels) - 1
        pieces.append(piece)
    if pieces:
        pieces[0].gap = 12.0
    return pieces


def _with_signature(kit: Kit, words: Draw, height: float) -> Draw:
    line = kit.plain.line(zh.SIGN_HERE)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        words(sheet, x, y)
        line.draw(sheet, x + CONTENT - line.width - 2 * Cell.PAD, y + height - 10, TEXT)

    return draw
