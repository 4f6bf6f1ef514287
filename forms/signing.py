"""Where people sign, and where the seal goes. Nothing is printed over either."""

from __future__ import annotations

from typing import Final

from forms import texts_zh as zh
from forms.definition import Signatures
from forms.kit import CONTENT, SMALL, Kit
from forms.pdf import MM, Sheet
from forms.piece import BASELINE, TEXT, Piece

_ROW: Final = 45.6
_TIGHT_ROW: Final = 37.2
_UNSEALED_ROW: Final = 34.0
_LABEL: Final = 86.4
_LINE: Final = 110.4
_DATE: Final = 124.8  # from the line's left end to the date
_DATE_STEP: Final = 31.2
_RADIUS: Final = 17.5 * MM
_SEAL_INSET: Final = 5.6
_SEAL_GREY: Final = "#767676"


def signatures(kit: Kit, part: Signatures) -> list[Piece]:
    """A row to sign for each person, the dashed circle at the right; one piece, so that they stay together."""
    labels = [kit.plain.line(label) for label in part.labels]
    start = max([_LABEL, *(label.width + 8 for label in labels)])
    row = _UNSEALED_ROW if not part.seal else _TIGHT_ROW if kit.tight else _ROW
    rows = len(labels) * row
    height = max(rows, 2 * _RADIUS) if part.seal else rows

    def draw(sheet: Sheet, x: float, y: float) -> None:
        top = y + (height - rows) / 2
        for place, label in enumerate(labels):
            baseline = top + (place + 0.5) * row + TEXT * BASELINE
            label.draw(sheet, x, baseline, TEXT)
            sheet.rules([(x + start, baseline + 4, x + start + _LINE, baseline + 4)], 0.6)
            for step, word in enumerate(zh.DATE_WORDS):
                sheet.runs(x + start + _DATE + step * _DATE_STEP, baseline, ((0.0, word, 0.0),), TEXT)
        if part.seal:
            _seal(kit, part, sheet, x + CONTENT - _SEAL_INSET - _RADIUS, y + height / 2)

    return [Piece(height, draw, gap=11.0)]


def _seal(kit: Kit, part: Signatures, sheet: Sheet, x: float, y: float) -> None:
    sheet.dashed_circle(x, y, _RADIUS, _SEAL_GREY)
    day = kit.wording.text(part.date) if part.date else ""
    size = min(SMALL, 2 * _RADIUS * 0.86 / max(1, len(part.seal)))
    sheet.text(x, y - 3, part.seal, size, _SEAL_GREY, align="centre")
    line = kit.small.line(day or zh.UNSIGNED)
    sheet.ink()
    line.draw(sheet, x - line.width / 2, y + 12.5, SMALL)
