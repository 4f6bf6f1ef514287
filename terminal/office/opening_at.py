"""How things stand at a moment: open or closed, until when, and when it opens next. Computes; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Final, Literal

from terminal.office.opening_reading import OpeningRules
from terminal.office.plan_views import Opening
from terminal.office.room import Room
from terminal.rules.hours import Span, moment_of

AHEAD: Final = 14  # days that are looked at for the next opening
KINDS: Final[dict[str, Literal["regular", "extended"]]] = {"regular": "regular", "extended": "extended"}


def opening_at(rules: OpeningRules, room: Room, at: datetime, line: str | None = None) -> Opening:
    """How things stand for the line (None: the centre) at a moment.

    ``rules`` must have been read from that moment's day to ``AHEAD`` days later.
    """
    today = room.day(at)
    now_in = span_at(rules, room, at, line)
    following = next_span(rules, room, at, line)
    looked = AHEAD if following is None else (following[0] - today).days
    certain = all(rules.certain(today + timedelta(days=passed), line) for passed in range(looked + 1))
    return Opening(
        at=room.local(at),
        kind=None if now_in is None else KINDS[now_in.kind],
        until=None if now_in is None else room.local(moment_of(today, now_in.closes, room.zone)),
        spans=rules.on(today, line),
        next_at=None if following is None else room.local(moment_of(following[0], following[1].opens, room.zone)),
        certain=certain,
        name=rules.names.get(today, ""),
    )


def span_at(rules: OpeningRules, room: Room, at: datetime, line: str | None) -> Span | None:
    """The span that a moment lies in; its end does not belong to it."""
    today = room.day(at)
    for span in rules.on(today, line):
        if moment_of(today, span.opens, room.zone) <= at < moment_of(today, span.closes, room.zone):
            return span
    return None


def next_span(
    rules: OpeningRules,
    room: Room,
    at: datetime,
    line: str | None,
    fits: Callable[[date, Span], bool] = lambda _, __: True,
) -> tuple[date, Span] | None:
    """The first span that begins after a moment, of those that ``fits``; None when there is none within ``AHEAD``."""
    for day, span in _spans(rules, room.day(at), line):
        if moment_of(day, span.opens, room.zone) > at and fits(day, span):
            return day, span
    return None


def _spans(rules: OpeningRules, first: date, line: str | None) -> Iterator[tuple[date, Span]]:
    for passed in range(AHEAD + 1):
        day = first + timedelta(days=passed)
        yield from ((day, span) for span in rules.on(day, line))
