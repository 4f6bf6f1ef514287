"""The managers' stars against a plain recomputation of random work, and what counts in which period."""

from __future__ import annotations

import shutil
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terminal.model import Handling, Rating
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.views import Standing
from terminal.rules.stars import t95
from tests.office.halls import MORNING, ZONE, SetClock

Served = Callable[..., int]
SCORES = {"satisfied": 4, "very_satisfied": 5, "average": 3, "too_long": 2, "poor_attitude": 1, "dissatisfied": 2}
BAD = {"too_long", "poor_attitude", "dissatisfied"}
FIRST = date(2026, 11, 2)


@dataclass(frozen=True)
class Work:
    """One handling that was finished, and what became of its rating."""

    counter: int
    staff: str | None
    minutes: int  # after the first day's midnight
    key: str | None
    state: str  # rated | silent | asked | unasked
    outcome: str

    @property
    def finished(self) -> datetime:
        return datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=ZONE) + timedelta(minutes=self.minutes)


work = st.builds(
    Work,
    counter=st.integers(1, 3),
    staff=st.sampled_from(["zhang", "li", None]),
    minutes=st.integers(0, 10 * 24 * 60),
    key=st.sampled_from(sorted(SCORES)),
    state=st.sampled_from(["rated", "rated", "rated", "silent", "asked", "unasked"]),
    outcome=st.sampled_from(["done", "done", "accepted", "referred"]),
)


def store(office: Office, done: list[Work]) -> None:
    """Write the work straight into the tables, in place of what was there."""
    ticket = office.queue.issue("A").id
    with office.store.writing() as session:
        session.query(Rating).delete()
        session.query(Handling).delete()
        for number, one in enumerate(done, 1):
            names = {"centre": "LC01", "counter": one.counter, "staff": one.staff, "item": "LD-001"}
            ended = {"started_at": one.finished - timedelta(minutes=5), "finished_at": one.finished}
            session.add(Handling(id=number, ticket_id=ticket, outcome=one.outcome, **ended, **names))
            session.flush()
            if one.state == "unasked" or one.outcome == "referred":
                continue
            rated = one.state == "rated"
            session.add(
                Rating(
                    handling_id=number, state=one.state, at=one.finished + timedelta(seconds=20),
                    key=one.key if rated else None, score=SCORES[one.key or ""] if rated else None,
                    bad=rated and one.key in BAD, source="pad" if rated else None, **names,
                )
            )  # fmt: skip


def expected(done: list[Work]) -> tuple[float | None, int, int, float | None, float | None, bool]:
    points = [SCORES[one.key or ""] for one in done if one.state == "rated"]
    count = len(points)
    mean = statistics.fmean(points) if points else None
    low = high = None
    if count > 1 and mean is not None:
        half = t95(count - 1) * statistics.stdev(points) / count**0.5
        low, high = max(1.0, mean - half), min(5.0, mean + half)
    return mean, count, len(done) - count, low, high, count >= 30


def said(standing: Standing) -> tuple[object, ...]:
    return standing.stars, standing.ratings, standing.not_rated, standing.low, standing.high, standing.ranked


@given(st.lists(work, max_size=120), st.integers(0, 9), st.integers(0, 9))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_page_says_what_a_plain_recomputation_says(
    office: Office, done: list[Work], one_day: int, other_day: int
) -> None:
    store(office, done)
    since, until = (FIRST + timedelta(days=day) for day in sorted((one_day, other_day)))
    page = office.feedback.stars_page(since, until)
    counted = [one for one in done if one.outcome != "referred" and since <= one.finished.date() <= until]
    assert page.finished == len(counted)
    assert said(page.overall) == pytest.approx(expected(counted))
    for whose, rows in (
        ("counter", {row.counter: row for row in page.windows}),
        ("staff", {row.staff: row for row in page.staff}),
    ):
        groups: dict[object, list[Work]] = defaultdict(list)
        for one in counted:
            groups[getattr(one, whose)].append(one)
        groups.pop(None, None)
        if whose == "counter":
            assert rows.keys() == {1, 2, 3}  # also those that finished nothing
        else:
            assert rows.keys() == groups.keys()
        for name, row in rows.items():
            assert said(row.standing) == pytest.approx(expected(groups[name]))
            pressed = Counter(one.key for one in groups[name] if one.state == "rated")
            assert {key: times for key, times in row.keys.items() if times} == pressed
            assert row.keys.keys() >= {key.key for key in page.scale}
            assert row.bad == sum(times for key, times in pressed.items() if key in BAD)


@pytest.fixture
def rated(office: Office) -> Callable[..., None]:
    """Store many ratings of one window."""
    kept: list[Work] = []

    def rate(counter: int, times: int, key: str, minutes: int = 600, staff: str = "zhang") -> None:
        kept.extend([Work(counter, staff, minutes, key, "rated", "done")] * times)
        store(office, kept)

    return rate


def test_windows_are_ranked_by_stars_and_those_below_thirty_ratings_come_after(
    office: Office, rated: Callable[..., None]
) -> None:
    rated(1, 30, "average")
    rated(2, 31, "satisfied")
    rated(3, 29, "very_satisfied")
    windows = office.feedback.stars(FIRST, FIRST)
    assert [(row.counter, row.standing.stars, row.standing.ranked) for row in windows] == [
        (2, 4.0, True), (1, 3.0, True), (3, 5.0, False),
    ]  # fmt: skip


def test_stars_of_the_staff_follow_them_from_window_to_window(office: Office, rated: Callable[..., None]) -> None:
    rated(1, 20, "satisfied", staff="li")
    rated(2, 20, "average", staff="li")
    (row,) = office.feedback.staff_stars(FIRST, FIRST)
    assert (row.staff, row.name, row.standing.ratings, row.standing.stars) == ("li", "李文静", 40, 3.5)
    assert [window.staff_names for window in office.feedback.stars(FIRST, FIRST)] == [("李文静",), ("李文静",), ()]


def test_weeks_are_counted_back_from_the_last_day_oldest_first(office: Office, rated: Callable[..., None]) -> None:
    rated(1, 2, "satisfied", minutes=10)
    rated(1, 1, "average", minutes=7 * 24 * 60 + 10)
    rated(2, 1, "very_satisfied", minutes=7 * 24 * 60 + 10)
    until = FIRST + timedelta(days=8)
    trends = {row.counter: row.trend for row in office.feedback.stars(FIRST, until)}
    assert set(trends.pop(3)) == {None}
    assert trends[1][-2:] == (4.0, 3.0)
    assert trends[2][-2:] == (None, 5.0)
    assert all(len(weeks) == 11 and set(weeks[:-2]) == {None} for weeks in trends.values())


def test_the_days_of_a_period_are_the_centres(office: Office, served: Served, clock: SetClock) -> None:
    for moment in (MORNING.replace(hour=23, minute=59), MORNING.replace(day=21, hour=0, minute=1)):
        clock.moment = moment
        office.feedback.rate(served(), "satisfied")
    for day in (20, 21):
        page = office.feedback.stars_page(date(2026, 11, day), date(2026, 11, day))
        assert (page.finished, page.overall.ratings, len(page.recent)) == (1, 1, 1)


def test_without_any_work_there_is_an_empty_page(office: Office) -> None:
    page = office.feedback.stars_page()
    assert (page.finished, page.staff, page.recent, page.worst) == (0, (), (), ())
    assert [row.counter for row in page.windows] == [1, 2, 3]
    assert said(page.overall) == (None, 0, 0, None, None, False)
    assert page.overall.margin is None
    assert (page.since, page.until) == (date(2026, 1, 1), date(2026, 11, 20))
    assert set(page.keys.values()) == {0}


def test_bad_ratings_are_among_the_recent_and_listed_by_themselves(office: Office, served: Served) -> None:
    for key in ("too_long", "satisfied", "poor_attitude"):
        office.feedback.rate(served(), key)
    page = office.feedback.stars_page()
    assert [row.key for row in page.recent] == ["poor_attitude", "satisfied", "too_long"]
    assert [row.key for row in page.worst] == ["poor_attitude", "too_long"]


def test_a_centre_with_the_national_levels_shows_those_keys(hall_on_sqlite: Path, tmp_path: Path) -> None:
    shutil.copy(hall_on_sqlite, tmp_path / "hall.db")
    url = f"sqlite:///{tmp_path / 'hall.db'}"
    with open_office(url) as office, office.store.writing() as session:
        session.connection().exec_driver_sql("UPDATE centre SET scale = 'national-five'")
    with open_office(url) as office:
        assert [key.score for key in office.feedback.scale()] == [5, 4, 3, 2, 1]
        assert office.feedback.key("poor_attitude").score == 1
