"""What every part of a form is set with: its values in words, its fields, the type. Measures in points."""

from __future__ import annotations

from typing import Final

from forms.definition import Form
from forms.pdf import MM
from forms.piece import TEXT
from forms.typesetting import Line, Setter
from forms.wording import Wording

CONTENT: Final = 166 * MM  # width between the margins
LABEL: Final = 67.2  # width of a label's column
SMALL: Final = 9.5
_LEAST: Final = 8.0  # the smallest size of a value


class Kit:
    """Of one document. ``tight``: rows and signatures a little lower, where that saves a page."""

    __slots__ = ("bold", "fields", "form", "plain", "small", "small_bold", "tight", "wording")

    def __init__(self, form: Form, wording: Wording, *, tight: bool = False) -> None:
        self.tight = tight
        self.form = form
        self.wording = wording
        self.fields = {field.name: field for field in form.fields}
        self.plain = Setter(TEXT)
        self.bold = Setter(TEXT, bold=True)
        self.small = Setter(SMALL)
        self.small_bold = Setter(SMALL, bold=True)

    def in_cell(self, text: str, width: float, *, bold: bool) -> tuple[list[Line], float]:
        """A value's lines and their size: a number that would be torn is set smaller, down to 8 points."""
        setter = self.bold if bold else self.plain
        longest = setter.longest(text)
        if longest > width >= longest * _LEAST / TEXT:
            setter = Setter(TEXT * width / longest - 0.01, bold=bold)
        return setter.lines(text, width), setter.size
