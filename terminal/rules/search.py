"""Finding a service item as somebody types: by pinyin initials, by its name or short name, by its code.

What is typed is read like a name (see ``initials.spelled``): NFKC, lower case, punctuation and spaces dropped, so that
``ＪＺＺ``, ``jzz`` and ``j z z`` are one query. Each typed character stands for itself or for the initial of a hanzi.

Results come in this order, and within each kind the earlier hit, then the shorter name, then the catalogue's order:
the code in full (SB-003, sb3), the whole name, its beginning, a run inside it, the beginning of the code. Only when
none of these finds anything may the characters lie scattered, in order (ylzx: 养老…注销), the closest together first.
A short name counts as a name.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from terminal.rules.initials import fit, spelled

_CODE, _WHOLE, _BEGINNING, _INSIDE, _CODE_BEGINNING, _SCATTERED = range(6)
_SHORT_CODE = re.compile(r"([a-z]+)0*([0-9]+)")

_Text = tuple[str, Sequence[int]]  # what is looked through, and the index in the name of each of its characters
_Rank = tuple[int, int, int, int]  # kind, where, length of the name, place in the catalogue (never shared)


class Findable(Protocol):
    """What an item must have to be found. ``initials`` are those of the name; misfitting ones are not searched."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def short(self) -> str: ...
    @property
    def initials(self) -> str: ...


T = TypeVar("T", bound=Findable)


class Match(NamedTuple, Generic[T]):
    """An item found, and which parts of its name to highlight: (start, end) positions in ``item.name``, in order."""

    item: T
    spans: tuple[tuple[int, int], ...]


def find(items: Iterable[T], text: str, limit: int = 20) -> list[Match[T]]:
    """The best ``limit`` matches; all items, in order, when nothing is typed. For many searches keep a ``Finder``."""
    return Finder(items).find(text, limit)


class Finder(Generic[T]):
    """Items made ready once, so that a keystroke costs little even with thousands of them."""

    def __init__(self, items: Iterable[T]) -> None:
        self._entries = tuple(_Entry(item, order) for order, item in enumerate(items))

    def find(self, text: str, limit: int = 20) -> list[Match[T]]:
        """As the function ``find``."""
        query = _Query.of(text)
        if not query.text:
            return [] if text.strip() else [Match(entry.item, ()) for entry in self._entries[:limit]]
        ranks = [rank for entry in self._entries if entry.may_have(query) and (rank := entry.rank(query))]
        if not ranks and len(query.text) > 1:
            ranks = [rank for entry in self._entries if (rank := entry.rank_scattered(query))]
        # Spans are worked out for the few winners only: a single letter hits nearly every item.
        best = ((self._entries[rank[3]], rank[0]) for rank in heapq.nsmallest(limit, ranks))
        return [Match(entry.item, entry.spans(query, kind)) for entry, kind in best]


class _Query(NamedTuple):
    """What is typed, made ready once for all items."""

    text: str
    code: str  # sb003 as sb3
    typed: bool  # letters and digits alone
    mixed: bool  # some hanzi, some letters

    @staticmethod
    def of(text: str) -> _Query:
        chars = "".join(char for char, _ in spelled(text))
        typed = chars.isascii()
        return _Query(chars, _SHORT_CODE.sub(r"\1\2", chars), typed, not typed and any(c.isascii() for c in chars))


class _Entry(Generic[T]):
    """An item with what a keystroke compares. Indices count the spelled characters of the name."""

    __slots__ = (
        "_hanzi",
        "_hanzi_anywhere",
        "_letters",
        "_places",
        "_short_code",
        "_typed",
        "_typed_anywhere",
        "_whole_code",
        "chars",
        "item",
        "order",
    )

    def __init__(self, item: T, order: int) -> None:
        self.item = item
        self.order = order
        self._whole_code = "".join(char for char, _ in spelled(item.code))
        self._short_code = _SHORT_CODE.sub(r"\1\2", self._whole_code)
        spelling = spelled(item.name)
        self.chars = "".join(char for char, _ in spelling)
        self._places = tuple(place for _, place in spelling)
        self._letters = item.initials if fit(item.name, item.initials) else self.chars
        short = "".join(char for char, _ in spelled(item.short))
        indices = _indices_in(self.chars, short)
        short_letters = "".join(self._letters[index] for index in indices)
        everywhere = range(len(self.chars))
        # A query of letters and digits alone is looked up in the initials, any other in the characters.
        self._hanzi: tuple[_Text, ...] = ((self.chars, everywhere), (short, indices))
        self._typed: tuple[_Text, ...] = ((self._letters, everywhere), (short_letters, indices))
        self._hanzi_anywhere = f"{self.chars}\n{short}"
        self._typed_anywhere = f"{self._letters}\n{short_letters}\n{self._whole_code}\n{self._short_code}"

    def may_have(self, query: _Query) -> bool:
        """False for most items without such a run, and cheap: with thousands of items it is what a keystroke costs."""
        if query.typed:
            return query.text in self._typed_anywhere or query.code in self._typed_anywhere
        return query.mixed or query.text in self._hanzi_anywhere

    def rank(self, query: _Query) -> _Rank | None:
        """How well the query fits as one run, or as a code; None when it does not."""
        length = len(self.chars)
        if query.code == self._short_code:
            return _CODE, 0, length, self.order
        kind, where, _ = self._run(query)
        if kind != _SCATTERED:
            return kind, where, length, self.order
        text = query.text
        if self._whole_code.startswith(text):
            return _CODE_BEGINNING, 0, 0, self.order
        if len(text) == 3 and text.isdecimal() and self._whole_code.endswith(text):
            return _CODE_BEGINNING, 0, 0, self.order
        return None

    def rank_scattered(self, query: _Query) -> _Rank | None:
        """How close together the query's characters follow one another; None when they do not."""
        indices = self._scattered(query.text)
        return (_SCATTERED, indices[-1] - indices[0], len(self.chars), self.order) if indices else None

    def spans(self, query: _Query, kind: int) -> tuple[tuple[int, int], ...]:
        """What to highlight for a hit of that kind; neighbours become one span."""
        indices: Sequence[int] = ()
        if kind == _SCATTERED:
            indices = self._scattered(query.text)
        elif kind not in (_CODE, _CODE_BEGINNING):
            _, start, text = self._run(query)
            indices = text[1][start : start + len(query.text)]
        merged: list[tuple[int, int]] = []
        for place in sorted({self._places[index] for index in indices}):
            if merged and merged[-1][1] == place:
                merged[-1] = (merged[-1][0], place + 1)
            else:
                merged.append((place, place + 1))
        return tuple(merged)

    def _run(self, query: _Query) -> tuple[int, int, _Text]:
        """Kind, start and text of the best run in name or short name; kind _SCATTERED when there is none."""
        best: tuple[int, int, _Text] = (_SCATTERED, 0, self._hanzi[0])
        size = len(query.text)
        for text in self._typed if query.typed else self._hanzi:
            start = text[0].find(query.text)
            if start < 0:
                continue
            kind = _INSIDE if start else _WHOLE if size == len(text[0]) else _BEGINNING
            if (kind, start) < best[:2]:
                best = (kind, start, text)
        if query.mixed and (start := self._mixed(query.text)) >= 0:
            kind = _INSIDE if start else _WHOLE if size == len(self.chars) else _BEGINNING
            return kind, start, self._hanzi[0]
        return best

    def _mixed(self, query: str) -> int:
        """Where a run of hanzi and initials mixed (居zz) begins in the name; -1 when nowhere."""
        first = self._letters if query[0].isascii() else self.chars
        start = first.find(query[0])
        while start >= 0:
            indices = self._follow(query, start)
            if indices and indices[-1] - start == len(query) - 1:
                return start
            start = first.find(query[0], start + 1)
        return -1

    def _scattered(self, query: str) -> list[int]:
        """The closest indices at which the query's characters follow one another; empty when they do not."""
        first = self._letters if query[0].isascii() else self.chars
        best: list[int] = []
        start = first.find(query[0])
        while start >= 0:
            indices = self._follow(query, start)
            if not indices:
                break
            if not best or indices[-1] - indices[0] < best[-1] - best[0]:
                best = indices
            start = first.find(query[0], start + 1)
        return best

    def _follow(self, query: str, start: int) -> list[int]:
        indices: list[int] = []
        for typed in query:
            index = (self._letters if typed.isascii() else self.chars).find(typed, start)
            if index < 0:
                return []
            indices.append(index)
            start = index + 1
        return indices


def _indices_in(chars: str, short: str) -> tuple[int, ...]:
    """Where the short name's characters stand in the name, if it is the name with characters left out; else nothing."""
    indices: list[int] = []
    start = 0
    for char in short:
        index = chars.find(char, start)
        if index < 0:
            return ()
        indices.append(index)
        start = index + 1
    return tuple(indices)
