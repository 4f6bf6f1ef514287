"""Patterns of fields: the part of regular expressions that no value, however long, can make slow.

A counter must never wait for a pattern. What is allowed is parsed here, and with it is counted in how many ways a value
could be tried: that bounds what matching costs, since a matcher that goes back can do no more than try them all.

pattern  one or more branches parted by |, of atoms
atom     a character, ., \\d \\w \\s and the like, [a set], (a group) or (?:a group), with ?, *, +, {n} or {n,m} behind
"""

from __future__ import annotations

import re
from typing import Final

MOST_WAYS: Final = 20_000
_DEEPEST: Final = 8
_TIMES: Final = re.compile(r"[?*+]|\{(\d{1,4})(,(\d{0,4}))?\}")
_SET: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_NESTED: Final = re.compile(r"(?<!\\)\[\^?\]?[^\]]*(?:\[|--|&&|~~|\|\|)")  # what re itself warns of
_PLAIN: Final = re.compile(r"\\[dDwWsS.\-+*?()\[\]{}|^$\\/]|[^\\()\[\]{}|*+?^$]")


class BadPattern(ValueError):  # noqa: N818 - what it is
    """Not of the allowed kind, or too slow; the text says what is expected."""


def check_pattern(pattern: str, length: int) -> None:
    """Whether values of up to ``length`` characters may be matched against it. Raises BadPattern."""
    if _NESTED.search(pattern):
        raise BadPattern("sets without [, --, &&, ~~ or || in them")
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        raise BadPattern(f"a regular expression ({error})") from error
    ways = _Reader(pattern, length).read()
    if ways > MOST_WAYS:
        raise BadPattern(
            f"a pattern with fewer ways to match {length} characters (a shorter length, or {{n,m}} instead of * and +)"
        )


class _Reader:
    """Reads a pattern from left to right and counts the ways; it was compiled, so brackets are in pairs."""

    def __init__(self, pattern: str, length: int) -> None:
        self._pattern = pattern
        self._length = length
        self._at = 0

    def read(self) -> int:
        return self._branches(0)

    def _branches(self, depth: int) -> int:
        total = self._branch(depth)
        while self._next() == "|":
            self._at += 1
            total += self._branch(depth)
        return total

    def _branch(self, depth: int) -> int:
        ways = 1
        while self._next() not in ("", "|", ")"):
            ways = min(ways * self._atom(depth), MOST_WAYS + 1)
        return ways

    def _atom(self, depth: int) -> int:
        ways = self._group(depth) if self._next() == "(" else self._one()
        times = _TIMES.match(self._pattern, self._at)
        if times is None:
            return ways
        self._at = times.end()
        if self._next() in ("?", "+"):
            raise BadPattern("a pattern without lazy or possessive repeats")
        return self._repeated(ways, *self._bounds(times))

    def _group(self, depth: int) -> int:
        self._at += 3 if self._pattern.startswith("(?:", self._at) else 1
        if self._next() == "?" or depth >= _DEEPEST:
            raise BadPattern("plain groups: (…) or (?:…)")
        ways = self._branches(depth + 1)
        self._at += 1  # its closing bracket
        return ways

    def _one(self) -> int:
        found = _SET.match(self._pattern, self._at) or _PLAIN.match(self._pattern, self._at)
        if found is None:
            raise BadPattern(f"a pattern of characters, sets, groups and repeats ('{self._pattern[self._at :][:8]}')")
        self._at = found.end()
        return 1

    def _bounds(self, times: re.Match[str]) -> tuple[int, int]:
        match times[0]:
            case "?":
                return 0, 1
            case "*":
                return 0, self._length
            case "+":
                return 1, self._length
        least = int(times[1])
        most = least if times[2] is None else int(times[3]) if times[3] else self._length
        return least, min(most, self._length)

    def _repeated(self, ways: int, least: int, most: int) -> int:
        """The ways of a repeat: those of each count from ``least`` to ``most``."""
        if ways == 1:
            return max(1, most - least + 1)
        total = 0
        for count in range(least, most + 1):
            total += ways**count
            if total > MOST_WAYS:
                return MOST_WAYS + 1
        return max(1, total)

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]
