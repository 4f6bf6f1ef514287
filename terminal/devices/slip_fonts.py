"""The fonts that draw on a slip what a printer's ROM lacks. Without Qt, for commands too."""

from __future__ import annotations

import resources
from drivers.receipt_printer.glyphs import Fonts


def slip_fonts() -> Fonts:
    """The shipped fonts."""
    return Fonts(
        regular=resources.path("fonts", "NotoSansSC-Regular.ttf"), bold=resources.path("fonts", "NotoSansSC-Bold.ttf")
    )
