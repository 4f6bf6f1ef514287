"""A week of slots as a table: where each stands, and where the arrows lead."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from terminal.office.booking_views import Slot, SlotDay
from terminal.screens.booking.week import Week, make_week, monday_of

ZONE = timezone(timedelta(hours=8))
MONDAY = date(2026, 3, 16)


def slot(day: int, minute: int, free: int = 2, minutes: int = 15) -> Slot:
    start = datetime(2026, 3, 16 + day, tzinfo=ZONE) + timedelta(minutes=minute)
    return Slot(start, start + timedelta(minutes=minutes), free, 3, "regular")


def week(*minutes: tuple[int, ...], free: int = 2) -> Week:
    """A week whose days have slots at these minutes."""
    days = []
    for at, begins in enumerate((*minutes, *[()] * (7 - len(minutes)))):
        slots = tuple(slot(at, minute, free) for minute in begins)
        days.append(SlotDay(MONDAY + timedelta(days=at), True, "", True, True, "" if slots else "closed", slots))
    return make_week(days)


DAYS = st.lists(
    st.lists(st.integers(32, 71), max_size=6, unique=True).map(lambda rows: tuple(15 * row for row in sorted(rows))),
    min_size=7, max_size=7,
)  # fmt: skip


@given(DAYS)
def test_every_slot_has_one_place_and_every_place_one_slot(days: list[tuple[int, ...]]) -> None:
    made = week(*days)
    assert len(made.cells) == sum(map(len, days))
    for place, one in made.cells.items():
        assert made.place_of(one.start) == place


@given(DAYS, st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_arrows_lead_from_slot_to_slot_and_come_to_an_end(days: list[tuple[int, ...]], arrow: tuple[int, int]) -> None:
    made = week(*days)
    place = made.first()
    steps = 0
    while place is not None:
        assert place in made.cells
        place = made.step_from(place, *arrow)
        steps += 1
        assert steps <= len(made.cells) + 1


def test_the_first_slot_that_has_something_left_comes_first_by_day() -> None:
    made = week((), (600, 615), (480,))
    assert made.first() == (made.times.index(600), 1)


def test_when_nothing_is_left_the_first_slot_at_all_is_in_hand() -> None:
    assert week((480,), free=0).first() == (0, 0)
    assert week().first() is None


def test_a_week_begins_on_monday() -> None:
    assert {monday_of(MONDAY + timedelta(days=n)) for n in range(7)} == {MONDAY}
