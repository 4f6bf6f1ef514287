"""Documents are typeset with the program's own fonts; what is wrong with those is the surroundings' fault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from terminal.errors import Fault


@contextmanager
def typesetting() -> Iterator[None]:
    """What is done within typesets something. Raises Fault where a font is missing or damaged."""
    from forms.pdf import BrokenFont  # reportlab, which only who prints needs

    try:
        yield
    except BrokenFont as error:
        raise Fault(
            "The font {file} cannot be used: {why}.", "Install the program once more.", file=error.file, why=error.why
        ) from error
