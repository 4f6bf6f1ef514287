"""Which language is in force, and how it strings words together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from PySide6.QtCore import QLocale

Mark = Literal["、", "，", "；", "・"]
_WESTERN: Final[dict[Mark, str]] = {"、": ", ", "，": ", ", "；": "; ", "・": ", "}


def chinese() -> bool:
    """Whether the language in force is Chinese."""
    return QLocale().language() == QLocale.Language.Chinese


def joined(words: Iterable[str], mark: Mark = "、") -> str:
    """身份证、户口簿: words with the mark between them, or what other languages write for it."""
    return (mark if chinese() else _WESTERN[mark]).join(words)
