"""Reading the ratings: standings, weeks and rows, in a handful of grouped queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from terminal.model import Centre, CounterLine, Handling, Item, Outcome, Rating, RatingState, Staff, Ticket
from terminal.office.room import Room
from terminal.office.scales import Scale
from terminal.office.views import Key, RatingRow, StaffStars, Standing, StarsPage, WindowStars
from terminal.rules.place import number_text
from terminal.rules.stars import score

WEEKS = 11
RECENT = 50
Seat = tuple[int, str | None]  # a window and who sat there


@dataclass
class Tally:
    """Presses added up: enough for the mean, the interval and the distribution."""

    count: int = 0
    total: int = 0
    squares: int = 0
    bad: int = 0
    finished: int = 0
    keys: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, key: str, points: int, bad: bool, times: int) -> None:
        """Count ``times`` presses of one key."""
        self.count += times
        self.total += points * times
        self.squares += points * points * times
        self.bad += times if bad else 0
        self.keys[key] += times

    def standing(self) -> Standing:
        """The stars these presses make. Whatever was finished and not answered is not rated."""
        result = score(self.count, self.total, self.squares)
        return Standing(
            stars=result.mean,
            ratings=self.count,
            not_rated=max(0, self.finished - self.count),
            low=result.low,
            high=result.high,
            ranked=result.ranked,
        )


def page(session: Session, room: Room, scale: Scale, keys: Mapping[str, Key], since: date, until: date) -> StarsPage:
    """The managers' page of whole days ``since`` … ``until``."""
    start, end = room.span(since, until)
    windows, people, whole = _tallies(session, room.centre, start, end)
    names = {staff.code: staff.name for staff in session.scalars(select(Staff).where(Staff.centre == room.centre))}
    for number in session.scalars(select(CounterLine.counter).where(CounterLine.centre == room.centre).distinct()):
        windows.setdefault(number, Tally())  # a window in use that finished nothing is shown as such
    trends = _trends(session, room, until)
    centre = session.get_one(Centre, room.centre)
    return StarsPage(
        since=since,
        until=until,
        scale=scale.keys,
        finished=whole.finished,
        overall=whole.standing(),
        keys=_filled(whole, scale),
        bad=whole.bad,
        windows=tuple(
            sorted(
                _window_rows(windows, people, names, trends, scale),
                key=lambda row: (*_rank(row.standing), row.counter),
            )
        ),
        staff=tuple(sorted(_staff_rows(people, names, scale), key=lambda row: (*_rank(row.standing), row.staff))),
        recent=tuple(rows(session, room, keys, since, until, limit=RECENT)),
        worst=tuple(rows(session, room, keys, since, until, only_bad=True, limit=RECENT)),
        centre_name=centre.name,
        at=room.local(room.now()),
    )


def _window_rows(
    windows: Mapping[int, Tally],
    people: Mapping[Seat, Tally],
    names: Mapping[str, str],
    trends: Mapping[int, tuple[float | None, ...]],
    scale: Scale,
) -> Iterator[WindowStars]:
    sat: dict[int, set[str]] = defaultdict(set)
    for window, person in people:
        if person is not None:
            sat[window].add(names.get(person, person))
    for number, tally in windows.items():
        yield WindowStars(
            counter=number,
            staff_names=tuple(sorted(sat[number])),
            standing=tally.standing(),
            keys=_filled(tally, scale),
            bad=tally.bad,
            trend=trends.get(number, (None,) * WEEKS),
        )


def _staff_rows(people: Mapping[Seat, Tally], names: Mapping[str, str], scale: Scale) -> Iterator[StaffStars]:
    each: dict[str, Tally] = defaultdict(Tally)
    for (_, person), tally in people.items():
        if person is not None:
            _merge(each[person], tally)
    for code, tally in each.items():
        yield StaffStars(
            staff=code,
            name=names.get(code, code),
            standing=tally.standing(),
            keys=_filled(tally, scale),
            bad=tally.bad,
        )


def standing_of(session: Session, room: Room, counter: int, since: date, until: date) -> Standing:
    """One window's standing."""
    start, end = room.span(since, until)
    windows, _, _ = _tallies(session, room.centre, start, end, counter)
    return windows.get(counter, Tally()).standing()


def rows(
    session: Session,
    room: Room,
    keys: Mapping[str, Key],
    since: date,
    until: date,
    *,
    counter: int | None = None,
    only_bad: bool = False,
    limit: int | None,
) -> list[RatingRow]:
    """Ratings and silences of a period, newest first; no more than ``limit`` of them, if that is given."""
    start, end = room.span(since, until)
    query = (
        select(Rating, Ticket.line, Ticket.running, Item.short, Staff.name)
        .join(Handling, Handling.id == Rating.handling_id)
        .join(Ticket, Ticket.id == Handling.ticket_id)
        .join(Item, (Item.centre == Rating.centre) & (Item.code == Rating.item))
        .outerjoin(Staff, (Staff.centre == Rating.centre) & (Staff.code == Rating.staff))
        .where(Rating.centre == room.centre, Rating.at >= start, Rating.at < end, Rating.state != RatingState.ASKED)
        .order_by(Rating.at.desc(), Rating.id.desc())
        .limit(limit)
    )
    if counter is not None:
        query = query.where(Rating.counter == counter)
    if only_bad:
        query = query.where(Rating.bad)
    return [
        RatingRow(
            handling=rating.handling_id,
            counter=rating.counter,
            staff=rating.staff,
            staff_name=name or "",
            item=rating.item,
            title=short,
            number=number_text(line, running),
            key=rating.key,
            label=keys[rating.key].label if rating.key is not None and rating.key in keys else (rating.key or ""),
            score=rating.score,
            bad=rating.bad,
            source=rating.source,
            at=room.local(rating.at),
        )
        for rating, line, running, short, name in session.execute(query)
    ]


def _tallies(
    session: Session, centre: str, start: datetime, end: datetime, counter: int | None = None
) -> tuple[dict[int, Tally], dict[Seat, Tally], Tally]:
    """Tallies by window, by window and person, and of the centre, for what was finished from ``start`` to ``end``.

    A press counts in the period in which its handling was finished, so that rated and not rated add up.
    """
    windows: dict[int, Tally] = defaultdict(Tally)
    people: dict[Seat, Tally] = defaultdict(Tally)
    whole = Tally()
    pressed = (
        select(Handling.counter, Handling.staff, Rating.key, Rating.score, Rating.bad, func.count().label("times"))
        .outerjoin(Rating, (Rating.handling_id == Handling.id) & (Rating.state == RatingState.RATED))
        .where(
            Handling.centre == centre,
            Handling.finished_at >= start,
            Handling.finished_at < end,
            Handling.outcome != Outcome.REFERRED,
        )
        .group_by(Handling.counter, Handling.staff, Rating.key, Rating.score, Rating.bad)
    )
    if counter is not None:
        pressed = pressed.where(Handling.counter == counter)
    for window, person, key, points, bad, times in session.execute(pressed):
        for tally in (windows[window], people[window, person], whole):
            tally.finished += times
            if key is not None and points is not None:
                tally.add(key, points, bad, times)
    return windows, people, whole


def _trends(session: Session, room: Room, until: date) -> dict[int, tuple[float | None, ...]]:
    """Mean score of each window in each of the last weeks, oldest first."""
    first = until - timedelta(days=7 * WEEKS - 1)
    sums: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for week in range(WEEKS):
        start, end = room.span(first + timedelta(days=7 * week), first + timedelta(days=7 * week + 6))
        query = (
            select(Rating.counter, func.sum(Rating.score), func.count())
            .join(Handling, Handling.id == Rating.handling_id)
            .where(
                Handling.centre == room.centre,
                Handling.finished_at >= start,
                Handling.finished_at < end,
                Rating.state == RatingState.RATED,
            )
            .group_by(Rating.counter)
        )
        found = {counter: (int(total or 0), times) for counter, total, times in session.execute(query)}
        for counter in found.keys() | sums.keys():
            sums[counter].extend([(0, 0)] * (week - len(sums[counter])))
            sums[counter].append(found.get(counter, (0, 0)))
    return {
        counter: tuple(total / times if times else None for total, times in weeks) for counter, weeks in sums.items()
    }


def _filled(tally: Tally, scale: Scale) -> dict[str, int]:
    return {key.key: 0 for key in scale.keys} | dict(tally.keys)


def _merge(into: Tally, other: Tally) -> None:
    into.count += other.count
    into.total += other.total
    into.squares += other.squares
    into.bad += other.bad
    into.finished += other.finished
    for key, times in other.keys.items():
        into.keys[key] += times


def _rank(standing: Standing) -> tuple[bool, float, int]:
    """Ranked windows first, then by stars, then by number of ratings (tokens.md, manager 9)."""
    return not standing.ranked, -(standing.stars or 0.0), -standing.ratings
