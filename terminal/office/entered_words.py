"""Words that somebody enters, as they are stored: in one line, of characters that show, fitting their place."""

from __future__ import annotations

import unicodedata

from terminal.errors import Refusal


def said(text: str, most: int) -> str:
    """Words as they are stored: in one line, without what is no character. Refuses what is longer than its place."""
    return _fitting(_line(text), most)


def said_in_lines(text: str, most: int) -> str:
    """The same of a ground that may have several lines; empty ones are left out."""
    return _fitting("\n".join(line for line in map(_line, text.splitlines()) if line), most)


def _line(text: str) -> str:
    return " ".join("".join(" " if one.isspace() else one for one in text if one.isspace() or shows(one)).split())


def _fitting(words: str, most: int) -> str:
    if len(words) > most:
        raise Refusal("This text is too long.", "Say it in at most {most} characters.", most=most)
    return words


def shows(one: str) -> bool:
    """Whether a character is one to be seen; of those younger than this Python that is taken for granted."""
    return unicodedata.category(one) not in ("Cc", "Cf", "Cs")


def needed(text: str, most: int, what: Refusal) -> str:
    """The same for words that may not be missing; ``what`` refuses then."""
    words = said(text, most)
    if not words:
        raise what
    return words
