"""Slots: how many more bookings the people on duty can take, without anybody being booked twice.

All times are whole minutes after the day's first midnight, as they pass (a day on which clocks change has 23 or 25
hours of them).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from terminal.rules.hours import Span

REGULAR: Final = "regular"
EXTENDED: Final = "extended"


@dataclass(frozen=True, slots=True)
class Server:
    """Somebody on duty from ``opens`` to ``closes``; ``lines`` are the letters of what the person may serve there."""

    opens: int
    closes: int
    lines: str


@dataclass(frozen=True, slots=True)
class Use:
    """``count`` bookings of the same time, each of which takes one person trained for all of ``needs``."""

    start: int
    end: int
    needs: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class SlotTime:
    """A time that a booking may begin: ``free`` of ``capacity`` are left."""

    start: int
    end: int
    free: int
    capacity: int
    kind: str


def length(minutes: int, grid: int) -> int:
    """What a booking of so many usual minutes takes: rounded up to the grid, one cell at least."""
    return max(1, math.ceil(minutes / grid)) * grid


def bookable(servers: int, walk_in_share: int) -> int:
    """How many of the people on duty may be booked when a share (percent) is kept for walk-ins, rounded in their
    favour. One always may: a counter that stands alone would otherwise take no booking at all.
    """
    return max(1, servers - math.ceil(servers * walk_in_share / 100)) if servers else 0


def shared(hours: Sequence[Sequence[Span]], *, extended: bool) -> tuple[Span, ...]:
    """When all of several lines are open at once, in order. It is extended hours where any of them has those, and left
    out there unless the items are served in ``extended`` hours.
    """
    common: list[Span] = list(hours[0]) if hours else []
    for spans in hours[1:]:
        common = [
            Span(max(one.opens, other.opens), min(one.closes, other.closes), _kind(one, other))
            for one in common
            for other in spans
            if max(one.opens, other.opens) < min(one.closes, other.closes)
        ]
    return tuple(sorted(span for span in common if extended or span.kind != EXTENDED))


def covered(spans: Iterable[Span], start: int, end: int) -> bool:
    """Whether it is open all the time from ``start`` to ``end``; ``spans`` in order."""
    for span in spans:
        if span.opens <= start < span.closes:
            start = span.closes
    return start >= end


class Load:
    """The people on duty on a day and what is booked of them.

    Bookings fit when, at every moment, each can be given a person of its own who is trained for all it needs (a
    matching; who really serves whom is the queue's business). Of all people on duty a share is kept for walk-ins.
    """

    def __init__(
        self,
        servers: Iterable[Server],
        uses: Iterable[Use] = (),
        *,
        walk_in_share: int = 0,
        to_come: Iterable[Use] = (),
    ) -> None:
        """``to_come``: what ``take`` will be asked."""
        self._share = walk_in_share
        self._bits: dict[str, int] = {}
        self._masks: dict[str, int] = {}
        people, booked = list(servers), list(uses)
        edges = {edge for one in people for edge in (one.opens, one.closes)}
        edges |= {edge for one in (*booked, *to_come) for edge in (one.start, one.end)}
        self._edges = sorted(edges)
        self._cells = {edge: cell for cell, edge in enumerate(self._edges)}
        # Between two edges nothing changes: people by what they serve, bookings by what they need.
        self._people: list[dict[int, int]] = [{} for _ in self._edges]
        self._booked: list[dict[int, int]] = [{} for _ in self._edges]
        for server in people:
            self._count(self._people, server.opens, server.closes, self._mask(server.lines), 1)
        for use in booked:
            self._count(self._booked, use.start, use.end, self._mask(use.needs), use.count)
        self._known: dict[tuple[object, ...], int] = {}

    def free(self, needs: str, start: int, end: int) -> int:
        """How many more bookings of these needs fit from ``start`` to ``end``."""
        return self._least(self._mask(needs), start, end, self._booked)

    def capacity(self, needs: str, start: int, end: int) -> int:
        """How many would fit if nothing was booked."""
        return self._least(self._mask(needs), start, end, None)

    def take(self, use: Use) -> bool:
        """Count bookings in if they fit; whether they did."""
        fits = self.free(use.needs, use.start, use.end) >= use.count
        if fits:
            self._count(self._booked, use.start, use.end, self._mask(use.needs), use.count)
        return fits

    def overbooked(self) -> Iterator[tuple[int, int]]:
        """The spans, from edge to edge, in which more is booked than the people on duty can take."""
        for cell, booked in enumerate(self._booked):
            total = sum(booked.values())
            if not total:
                continue
            people = self._people[cell]
            posts = _Posts(people)
            if total > self._limit(people) or any(posts.put(needs, count) < count for needs, count in booked.items()):
                yield self._edges[cell], self._edges[cell + 1]

    def _least(self, needs: int, start: int, end: int, booked: Sequence[dict[int, int]] | None) -> int:
        first, last = bisect_right(self._edges, start) - 1, bisect_left(self._edges, end)
        if first < 0 or last >= len(self._edges):
            return 0  # nobody is on duty that early, or that late
        least = -1
        for cell in range(first, last):
            found = self._spare(needs, self._people[cell], booked[cell] if booked is not None else {})
            if not found:
                return 0
            least = found if least < 0 else min(least, found)
        return max(least, 0)

    def _spare(self, needs: int, people: dict[int, int], booked: dict[int, int]) -> int:
        most = self._limit(people) - sum(booked.values())
        if most <= 0:
            return 0
        key = (needs, *people.items(), 0, *booked.items())
        found = self._known.get(key)
        if found is None:
            posts = _Posts(people)
            fits = all(posts.put(other, count) == count for other, count in booked.items())
            found = self._known[key] = posts.put(needs, most) if fits else 0
        return found

    def _limit(self, people: Mapping[int, int]) -> int:
        return bookable(sum(people.values()), self._share)

    def _count(self, cells: list[dict[int, int]], start: int, end: int, mask: int, count: int) -> None:
        for cell in range(self._cells[start], self._cells[end]):
            found = cells[cell]
            found[mask] = found.get(mask, 0) + count

    def _mask(self, letters: str) -> int:
        """Letters as bits: whether one set holds another is then one operation."""
        mask = self._masks.get(letters)
        if mask is None:
            mask = 0
            for letter in letters:
                mask |= self._bits.setdefault(letter, 1 << len(self._bits))
            self._masks[letters] = mask
        return mask


class _Posts:
    """People of equal training stand together; bookings are placed with them, and moved aside for one another."""

    def __init__(self, people: Mapping[int, int]) -> None:
        groups = sorted(people.items(), key=lambda one: one[0].bit_count())  # who can do least is taken first
        self._lines = [lines for lines, _ in groups]
        self._left = [count for _, count in groups]
        self._held: list[dict[int, int]] = [{} for _ in groups]

    def put(self, needs: int, count: int) -> int:
        """Place so many bookings, as far as that goes, and say how many. None placed before loses its place."""
        left = count
        for group, lines in enumerate(self._lines):
            if self._left[group] and not needs & ~lines:
                here = min(left, self._left[group])
                self._move(needs, group, here)
                left -= here
                if not left:
                    return count
        while left and (path := self._way(needs)):
            moved = min(left, self._left[path[-1][0]], *(self._held[group][held] for group, held in path[:-1]))
            self._along(needs, path, moved)
            left -= moved
        return count - left

    def _way(self, needs: int) -> list[tuple[int, int]]:
        """From a group that may take ``needs`` over bookings that can move on, to one that has room: each group with
        the booking that leaves it. Empty when there is none.
        """
        before: dict[int, tuple[int, int]] = {
            group: (-1, 0) for group, lines in enumerate(self._lines) if not needs & ~lines
        }
        reached = list(before)
        for group in reached:
            if self._left[group]:
                path = [(group, 0)]
                while (step := before[path[-1][0]])[0] >= 0:
                    path.append(step)
                return path[::-1]
            for held, count in self._held[group].items():
                for other, lines in enumerate(self._lines):
                    if count and other not in before and not held & ~lines:
                        before[other] = (group, held)
                        reached.append(other)
        return []

    def _along(self, needs: int, path: list[tuple[int, int]], count: int) -> None:
        coming = needs
        for group, leaving in path[:-1]:
            self._held[group][leaving] -= count
            self._left[group] += count
            self._move(coming, group, count)
            coming = leaving
        self._move(coming, path[-1][0], count)

    def _move(self, needs: int, group: int, count: int) -> None:
        self._left[group] -= count
        self._held[group][needs] = self._held[group].get(needs, 0) + count


def slots(
    load: Load, spans: Sequence[Span], needs: str, minutes: int, grid: int, not_before: int = 0
) -> Iterator[SlotTime]:
    """The times of the grid at which a booking of so many minutes may begin, from ``not_before`` on: it lies in the
    open ``spans`` from its beginning to its end, and somebody is on duty who can serve it.
    """
    taken = length(minutes, grid)
    for span in spans:
        first = math.ceil(max(span.opens, not_before) / grid) * grid
        for start in range(first, span.closes, grid):
            end = start + taken
            if end > span.closes and not covered(spans, start, end):
                continue
            capacity = load.capacity(needs, start, end)
            if capacity:
                yield SlotTime(start, end, load.free(needs, start, end), capacity, span.kind)


def kept(servers: Sequence[Server], bookings: Sequence[Use]) -> list[bool]:
    """Which bookings can be kept by the people on duty, the earlier in order going first.

    The share of walk-ins is not asked for: a promise that was made goes before it.
    """
    if not any(Load(servers, bookings).overbooked()):
        return [True] * len(bookings)
    load = Load(servers, to_come=bookings)
    return [load.take(booking) for booking in bookings]


def _kind(one: Span, other: Span) -> str:
    return EXTENDED if EXTENDED in (one.kind, other.kind) else REGULAR
