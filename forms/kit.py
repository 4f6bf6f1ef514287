"""What every part of a form is set with: its values in words, its fields, the type. Measures in points."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Final

import segno

from forms.definition import Form
from forms.pdf import MM
from forms.piece import TEXT
from forms.typesetting import Line, Setter
from forms.wording import Wording

CONTENT: Final = 166 * MM  # width between the margins
LABEL: Final = 67.2  # width of a label's column
SMALL: Final = 9.5
_LEAST: Final = 8.0  # the smallest size of a value


Modules = Sequence[Sequence[int]]


class Kit:
    """Of one document. ``tight``: rows and signatures a little lower, where that saves a page."""

    __slots__ = ("_codes", "bold", "fields", "form", "plain", "small", "small_bold", "tight", "wording")

    def __init__(self, form: Form, wording: Wording) -> None:
        self.tight = False
        self._codes: dict[str, Modules] = {}
        self.form = form
        self.wording = wording
        self.fields = {field.name: field for field in form.fields}
        self.plain = Setter(TEXT)
        self.bold = Setter(TEXT, bold=True)
        self.small = Setter(SMALL)
        self.small_bold = Setter(SMALL, bold=True)

    def tightened(self) -> Kit:
        """The same, set tightly; what was computed for the document is not computed again."""
        other = copy(self)
        other.tight = True
        return other

    def qr(self, content: str) -> Modules:
        """The rows of a QR code, 1 for black. Finding its best pattern takes a tenth of the time of a page."""
        if content not in self._codes:
            self._codes[content] = segno.make_qr(content, error="m").matrix
        return self._codes[content]

    def in_cell(self, text: str, width: float, *, bold: bool) -> tuple[list[Line], float]:
        """A value's lines and their size: a number that would be torn is set smaller, down to 8 points."""
        setter = self.bold if bold else self.plain
        longest = setter.longest(text)
        if longest > width >= longest * _LEAST / TEXT:
            setter = Setter(TEXT * width / longest - 0.01, bold=bold)
        return setter.lines(text, width), setter.size
