"""Names of people: as they are stored and compared, and what can be one. Nothing here ever raises."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_NAME: Final = 60
# Hanzi of every plane: names keep characters that came to Unicode late (𬭎, 䶮).
_HANZI: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_PADDING: Final = re.compile(rf"(?<=[{_HANZI}]) (?=[{_HANZI}])")
_IDEOGRAPHS: Final = re.compile("[\U00020000-\U0002fffd\U00030000-\U0003fffd]")
_DOTS: Final = str.maketrans(dict.fromkeys("•‧・∙・.．", "·"))  # between the parts of a name: keyboards differ


def plain(text: str) -> str:
    """A name as it is stored and compared. Lists pad a short Chinese name to the width of others (张　三)."""
    name = _PADDING.sub("", " ".join(unicodedata.normalize("NFKC", text).split()))
    return name if name.isascii() else name.translate(_DOTS)


def is_written(name: str) -> bool:
    """Whether a name is of characters that can be drawn, in one line.

    A character of the planes of ideographs counts even when it is younger than this Python's tables.
    """
    return all(char.isprintable() or _IDEOGRAPHS.fullmatch(char) for char in name)


def has_private(name: str) -> bool:
    """Whether it has a character of a private area: somebody's own font knows it, nobody else does."""
    return any(unicodedata.category(char) == "Co" for char in name)
