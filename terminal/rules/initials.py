"""Pinyin initials of a name: 居住证申领 → jzzsl.

A name is *spelled* by its letters, digits and hanzi alone, each normalised (NFKC, lower case): brackets, dashes and
quotation marks have no initial. So initials and spelled characters run side by side, and a match in the one is a match
at known places of the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

_LETTERS = re.compile(r"[a-z0-9]+")


def spelled(name: str) -> tuple[tuple[str, int], ...]:
    """The characters of ``name`` that have an initial, each with its position in ``name``."""
    return tuple(
        (char, place)
        for place, written in enumerate(name)
        for char in unicodedata.normalize("NFKC", written).lower()
        if char.isalnum()
    )


def compute(name: str, spell: Callable[[str], Sequence[str]]) -> str | None:
    """The initials of ``name``; None when some character has none that can be typed.

    ``spell`` gives the first letters of the readings of a text's characters, in order, together or apart. It sees the
    whole text, since some characters read differently in different words. What it cannot read it leaves as it is.
    """
    chars = "".join(char for char, _ in spelled(name))
    initials = "".join(spell(chars)).lower()
    return initials if fit(name, initials) else None


def fit(name: str, initials: str) -> bool:
    """Whether ``initials`` has one letter or digit (a–z, 0–9) for each spelled character of ``name``."""
    return _LETTERS.fullmatch(initials) is not None and len(initials) == len(spelled(name))
