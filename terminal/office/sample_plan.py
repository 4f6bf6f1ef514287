"""Invented plans for the sample centre: a published roster, appointments ahead, requests that wait for an answer.

For demos, training and pictures. Nobody in it exists: the ID numbers are of an area that is not given out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from terminal.errors import Refusal
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from terminal.office.plan_views import RosterView
from terminal.rules.id_number import check_digit

WEEKS: Final = 4
SOLVE_SECONDS: Final = 2.0  # a fair roster is found in a fraction of that; the rest makes it fairer


class Caller(NamedTuple):
    """Somebody who books: the items, in how many days, at what time, through which channel."""

    name: str
    items: tuple[str, ...]
    days: int
    time: tuple[int, int]
    channel: str


CALLERS: Final = (
    Caller("王秀华", ("LD-002",), 0, (10, 30), "street_hotline"),
    Caller("李国庆", ("SB-003",), 0, (11, 0), "wechat"),
    Caller("赵小燕", ("MZ-001", "MZ-004"), 0, (14, 30), "community_hotline"),
    Caller("陈建平", ("JS-001",), 0, (15, 15), "in_person"),
    Caller("刘玉兰", ("LD-001",), 1, (9, 0), "street_hotline"),
    Caller("周志强", ("SB-001",), 1, (10, 0), "qq"),
    Caller("孙丽", ("WS-001",), 1, (10, 0), "weibo"),
    Caller("吴桂芳", ("MZ-004",), 1, (13, 30), "street_hotline"),
    Caller("郑海涛", ("LD-003", "LD-001"), 2, (10, 15), "wechat"),
    Caller("冯春梅", ("SB-005",), 2, (11, 30), "community_hotline"),
    Caller("蒋文博", ("SF-001",), 3, (14, 0), "street_hotline"),
    Caller("沈月红", ("JS-001",), 3, (10, 45), "wechat"),
)


def add_roster(office: Office, weeks: int = WEEKS) -> RosterView:
    """Publish a fair roster from this week's Monday on."""
    today = office.room.day(office.room.now())
    monday = today - timedelta(days=today.weekday())
    draft = office.roster.draft(monday, monday + timedelta(days=7 * weeks - 1), by="zhang")
    office.roster.propose(draft.id, seconds=SOLVE_SECONDS, by="zhang")
    return office.roster.publish(draft.id, by="zhang").roster


def add_bookings(office: Office, callers: Sequence[Caller] = CALLERS) -> int:
    """Appointments of the coming working days, three open requests, and what people on duty ask for.

    Returns how many were booked: a time that has passed by, or is full, is left out.
    """
    days = _working_days(office, 4)
    booked = 0
    for place, caller in enumerate(callers):
        start = datetime.combine(days[caller.days], datetime.min.time(), office.room.zone)
        start = start.replace(hour=caller.time[0], minute=caller.time[1])
        try:
            office.appointments.book(caller.items, start, _entry(caller.name, place), caller.channel, by="li")
        except Refusal:
            continue
        booked += 1
    _add_requests(office, days)
    return booked


def _add_requests(office: Office, days: list[date]) -> None:
    evening = datetime.combine(days[1], datetime.min.time(), office.room.zone).replace(hour=19, minute=30)
    requests = office.requests
    requests.add("wechat", _entry("何雨桐", 40), item="LD-002", reason="想约周末", by="wang")
    requests.add(
        "street_hotline", _entry("马德明", 41), item="MZ-001", wanted_at=evening, urgent=True,
        reason="老人住院，只有晚上能来", by="li",
    )  # fmt: skip
    requests.add("weibo", _entry("罗佩珍", 42, phone="02880000042"), item="SB-003", reason="问要带什么材料", by="wang")


def _working_days(office: Office, count: int) -> list[date]:
    day = office.room.day(office.room.now())
    found: list[date] = []
    while len(found) < count:
        if office.calendar.day(day).working:
            found.append(day)
        day += timedelta(days=1)
    return found


def _entry(name: str, place: int, phone: str = "") -> ResidentEntry:
    first = f"9999991970{1 + place % 12:02d}{1 + place % 28:02d}{place:03d}"
    return ResidentEntry(name, first + check_digit(first), phone or f"138000000{place:02d}")
