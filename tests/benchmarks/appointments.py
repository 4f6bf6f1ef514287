"""Appointments in a hall of forty counters: a week of slots beside one raw query, and booking from many processes."""

from __future__ import annotations

import multiprocessing
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from multiprocessing.pool import Pool

from sqlalchemy import delete, insert, select

from terminal.errors import Fault, Refusal
from terminal.model import (
    Appointment,
    BookingRules,
    Counter,
    CounterLine,
    Duty,
    Item,
    Post,
    Roster,
    RosterState,
    SlotUse,
    Staff,
    StaffLine,
)
from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.capacity import DayClock, servers_on
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.office.opening_reading import read_opening
from terminal.rules.slots import Load, Use, length
from tests.benchmarks.report import Report
from tests.postgres import private_postgres

COUNTERS = 40
PEOPLE = 60
LINES = "ABCDEFGH"
TRAINED = 5  # lines of each person
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)  # a Sunday morning of the sample centre
MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=day) for day in range(7)]
ROUNDS = 31
ASKED = 3000  # bookings that are tried on each day; about four hundred fit
ITEMS = (["LD-001"], ["MZ-001"], ["LD-001", "SB-001"])
PROCESSES = 8
SECONDS = 10.0

# The same rows, as a program without any of our layers would ask for them.
RAW = """
SELECT day, start_at, end_at, needs, count(*) FROM slot_use
WHERE centre = 'LC01' AND day BETWEEN '2026-11-23' AND '2026-11-29' AND until IS NULL
GROUP BY day, start_at, end_at, needs
"""


class StillClock:
    """It is always that Sunday morning."""

    def now(self) -> datetime:
        return NOW


def run(report: Report) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        _measure(report, "SQLite", [f"sqlite:///{folder}/{name}.db" for name in ("week", "many")])
    with private_postgres(durable=True) as server:
        _measure(report, "PostgreSQL", [server.create(name) for name in ("week", "many")])


def _measure(report: Report, name: str, urls: Sequence[str]) -> None:
    for url in urls:
        found_centre(url)
        with open_office(url, clock=StillClock()) as office:
            _enlarge(office)
    with open_office(urls[0], clock=StillClock()) as office:
        _week(report, name, office)
    _sustained(report, name, urls[1])


def _week(report: Report, name: str, office: Office) -> None:
    booked = _book_out(office)
    report.title(
        f"a week of slots on {name}, {COUNTERS} counters, {booked:,} bookings, {ROUNDS} rounds in turn with raw"
    )
    ours: list[float] = []
    raw: list[float] = []
    for turn in range(ROUNDS):
        raw.append(_timed_raw(office))
        start = time.perf_counter()
        office.appointments.slots(ITEMS[turn % len(ITEMS)], WEEK[0], WEEK[-1])
        ours.append(time.perf_counter() - start)
    median, beside = statistics.median(ours) * 1000, statistics.median(raw) * 1000
    ratio = statistics.median(one / other for one, other in zip(ours, raw, strict=True))
    report.promise(
        "a week of slots", f"{median:.1f} ms beside {beside:.1f} ms: {ratio:.1f} times", median < 50, "under 50 ms"
    )


def _timed_raw(office: Office) -> float:
    connection = office.store.engine.raw_connection()
    try:
        cursor = connection.cursor()
        start = time.perf_counter()
        cursor.execute(RAW)
        cursor.fetchall()
        return time.perf_counter() - start
    finally:
        connection.close()


def _sustained(report: Report, name: str, url: str) -> None:
    report.title(f"booking on {name}, {PROCESSES} processes for {SECONDS:.0f} seconds, durable")
    with _pool() as pool:
        pool.map(_book_for, [(url, number, 0.5) for number in range(PROCESSES)], chunksize=1)  # warm: imports
        done = pool.map(_book_for, [(url, PROCESSES + number, SECONDS) for number in range(PROCESSES)], chunksize=1)
    booked, refused, busy = (sum(one[column] for one in done) for column in range(3))
    span = max(end for *_, end in done) - min(start for *_, start, _ in done)
    rate = booked / span * 60
    report.promise(
        "bookings a minute", f"{rate:,.0f} ({refused} full, {busy} told to try again)", rate >= 1000, "at least 1,000"
    )
    with open_office(url, clock=StillClock()) as office:
        wrong = sum(1 for day in _horizon() for _ in _load(office, day).overbooked())
    report.promise("cells overbooked", str(wrong), wrong == 0, "0")


@contextmanager
def _pool() -> Iterator[Pool]:
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        yield pool


def _book_for(task: tuple[str, int, float]) -> tuple[int, int, int, float, float]:
    """Book at random for so long: bookings, refusals, faults, and when it began and ended."""
    url, number, seconds = task
    chance = random.Random(number)
    booked = refused = busy = 0
    with open_office(url, clock=StillClock()) as office:
        days = _horizon()
        start = time.monotonic()
        for turn in count():
            if time.monotonic() - start > seconds:
                break
            day = chance.choice(days)
            at = datetime(day.year, day.month, day.day, chance.randrange(8, 18), chance.randrange(0, 60, 15))
            try:
                office.appointments.book(chance.choice(ITEMS), at, _person(number, turn), "street_hotline")
                booked += 1
            except Refusal:
                refused += 1
            except Fault:
                busy += 1
        return booked, refused, busy, start, time.monotonic()


def _person(process: int, turn: int) -> ResidentEntry:
    return ResidentEntry(f"测试{process}之{turn}", "", f"138{process:02d}{turn:06d}")


def _horizon() -> list[date]:
    """The working days of the week: where forty counters are on duty."""
    return WEEK[:5]


# The hall.


def _enlarge(office: Office) -> None:
    """Forty counters for all lines, sixty people trained for some, and a published roster for the week."""
    chance = random.Random(4)
    centre = office.centre
    with office.store.writing() as session:
        known = set(session.scalars(select(Counter.number)))
        session.add_all(Counter(centre=centre, number=n) for n in range(1, COUNTERS + 1) if n not in known)
        session.add_all(Staff(centre=centre, code=f"p{n}", name="测试员") for n in range(PEOPLE))
        session.flush()
        for table in (Post, CounterLine, StaffLine):
            session.execute(delete(table))
        session.add_all(
            CounterLine(centre=centre, counter=n, line=line) for n in range(1, COUNTERS + 1) for line in LINES
        )
        session.add_all(
            StaffLine(centre=centre, staff=f"p{n}", line=line)
            for n in range(PEOPLE)
            for line in chance.sample(LINES, TRAINED)
        )
        session.get_one(BookingRules, centre).most_open = 100
        roster = Roster(centre=centre, since=WEEK[0], until=WEEK[-1], state=RosterState.PUBLISHED, made_at=NOW)
        session.add(roster)
        session.flush()
        session.add_all(_duty(centre, roster.id, day, counter) for day in WEEK for counter in range(1, COUNTERS + 1))


def _duty(centre: str, roster: int, day: date, counter: int) -> Duty:
    shift, opens, closes, kind = ("weekend", 540, 720, "extended")
    if day.weekday() < 5:
        early = counter <= COUNTERS // 2
        shift, opens, closes, kind = ("early", 480, 960, "regular") if early else ("late", 600, 1080, "regular")
    return Duty(
        centre=centre, roster_id=roster, in_force=True, day=day, shift=shift, counter=counter,
        staff=f"p{(counter + 7 * day.day) % PEOPLE}", opens=opens, closes=closes, kind=kind,
    )  # fmt: skip


def _load(office: Office, day: date) -> Load:
    """A day as the rules see it, put together here once more."""
    room = office.room
    clock = DayClock(room, day)
    with office.store.reading() as session:
        working = read_opening(session, room, day, day).calendar.working
        servers = servers_on(session, room, day, day, working)[day].servers
        share = session.get_one(BookingRules, room.centre).walk_in_share
        rows = session.scalars(select(SlotUse).where(SlotUse.day == day, SlotUse.until.is_(None))).all()
    uses = [Use(clock.minute(one.start_at), clock.minute(one.end_at), one.needs) for one in rows]
    return Load(clock.servers(servers), uses, walk_in_share=share)


def _book_out(office: Office) -> int:
    """Fill the week nearly up, past the verbs; how many bookings that is."""
    chance = random.Random(5)
    with office.store.reading() as session:
        items = session.execute(select(Item.line, Item.minutes, Item.extended_hours)).all()
    uses: list[tuple[date, Use]] = []
    for day in WEEK:
        opens, closes = (480, 1080) if day.weekday() < 5 else (540, 720)
        asked = []
        for _ in range(ASKED):
            some = chance.sample(items, chance.choice((1, 1, 1, 2)))
            start = chance.randrange(opens, closes, 15)
            end = start + length(sum(minutes for _, minutes, _ in some), 15)
            if end <= closes and (day.weekday() < 5 or all(extended for _, _, extended in some)):
                asked.append(Use(start, end, "".join(sorted({line for line, _, _ in some}))))
        uses += _fitting(office, day, asked)
    with office.store.writing() as session:
        session.execute(insert(Appointment), [_appointment(office, n, *use) for n, use in enumerate(uses, 1)])
        session.execute(insert(SlotUse), [_use(office, n, *use) for n, use in enumerate(uses, 1)])
    return len(uses)


def _fitting(office: Office, day: date, asked: Sequence[Use]) -> list[tuple[date, Use]]:
    room = office.room
    with office.store.reading() as session:
        servers = servers_on(session, room, day, day, lambda _: True)[day].servers
    load = Load(DayClock(room, day).servers(servers), to_come=asked, walk_in_share=40)
    return [(day, use) for use in asked if load.take(use)]


def _appointment(office: Office, number: int, day: date, use: Use) -> dict[str, object]:
    clock = DayClock(office.room, day)
    return {
        "id": number, "centre": office.centre, "code": f"Y{number:07d}", "channel": "qq", "state": "lapsed", "day": day,
        "start_at": clock.moment(use.start), "end_at": clock.moment(use.end), "line": use.needs[0], "urgent": False,
        "made_by": "", "made_at": NOW, "moves": 0, "reason": "",
    }  # fmt: skip


def _use(office: Office, number: int, day: date, use: Use) -> dict[str, object]:
    clock = DayClock(office.room, day)
    return {
        "appointment_id": number, "centre": office.centre, "day": day, "start_at": clock.moment(use.start),
        "end_at": clock.moment(use.end), "needs": use.needs, "until": None,
    }  # fmt: skip
