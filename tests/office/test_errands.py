"""What waits beside the queue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from terminal.office import open_office
from terminal.office.booking_views import Errands, ResidentEntry
from terminal.office.office import Office
from tests.office.halls import SetClock

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 3, 16)
SOMEBODY = ResidentEntry("甲一", "", "13800000001")


@pytest.fixture
def sample(sample_url: str, clock: SetClock) -> Iterator[Office]:
    """The sample centre on a Monday at nine."""
    clock.moment = datetime(2026, 3, 16, 9, 0, tzinfo=ZONE)
    with open_office(sample_url, clock=clock) as office:
        yield office


def test_nothing_waits_at_first(sample: Office) -> None:
    assert sample.errands.now() == Errands(0, 0, 0, 0, 0)


def test_who_is_booked_for_today_waits_until_checked_in(sample: Office, clock: SetClock) -> None:
    at = datetime(2026, 3, 16, 10, 30, tzinfo=ZONE)
    booked = sample.appointments.book(["LD-001"], at, SOMEBODY, "wechat")
    sample.appointments.book(["LD-001"], at + timedelta(days=1), SOMEBODY, "wechat")
    assert sample.errands.now().not_arrived == 1
    clock.moment = at
    sample.appointments.check_in(booked.code)
    assert sample.errands.now().not_arrived == 0


def test_open_requests_count_with_the_age_of_the_oldest(sample: Office, clock: SetClock) -> None:
    first = sample.requests.add("qq", SOMEBODY, reason="想约周末")
    clock.pass_(minutes=50)
    sample.requests.add("weibo", SOMEBODY)
    errands = sample.errands.now()
    assert (errands.requests, errands.oldest_minutes, errands.answers) == (2, 50, 2)
    sample.requests.answer(first.id, "周六上午可以来", by="li")
    assert (sample.errands.now().requests, sample.errands.now().oldest_minutes) == (1, 0)


def test_who_cannot_be_written_to_is_to_be_rung_and_what_cannot_be_kept_is_counted(sample: Office) -> None:
    landline = ResidentEntry("乙二", "", "02880000002")
    sample.appointments.book(["LD-001"], datetime(2026, 3, 17, 10, 30, tzinfo=ZONE), landline, "street_hotline")
    assert sample.errands.now().calls == 1
    tomorrow = MONDAY + timedelta(days=1)
    sample.hours.special([], tomorrow, tomorrow, reason="停电")
    assert sample.errands.now().broken == 1
