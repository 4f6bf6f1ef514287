"""One rating for one handling, whatever is resent, pressed again, raced, late or silent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from terminal.errors import Refusal
from terminal.office.feedback import GRACE
from terminal.office.office import Office
from tests.office import workers
from tests.office.halls import MORNING, Records, SetClock

Served = Callable[..., int]


def verbs(records: Records) -> list[str]:
    return [line["verb"] for line in records.journal() if line["noun"] == "rating"]


def test_a_key_is_stored_with_window_person_item_source_frame_and_moment(
    office: Office, records: Records, served: Served, clock: SetClock
) -> None:
    handling = served(counter=2, staff="li", item="SB-001")
    office.feedback.ask(handling, 15)
    clock.pass_(seconds=4)
    rating = office.feedback.rate(handling, "too_long", "pad", frame=b"\xffh\x03\x16")
    assert (rating.state, rating.key, rating.score, rating.bad) == ("rated", "too_long", 2, True)
    assert (rating.counter, rating.staff, rating.item, rating.source) == (2, "li", "SB-001", "pad")
    (row,) = office.feedback.ratings()
    assert (row.handling, row.number, row.staff_name, row.title, row.label) == (
        handling, "B001", "李文静", "参保登记", "时间长",
    )  # fmt: skip
    assert (row.key, row.score, row.bad, row.source, row.at) == ("too_long", 2, True, "pad", clock.now())
    with office.store.reading() as session:
        assert bytes(session.merge(rating, load=True).frame or b"") == b"\xffh\x03\x16"
    assert verbs(records) == ["ask", "rate"]


def test_each_verb_of_a_rating_leaves_one_line_with_the_state_before_and_after(
    office: Office, records: Records, served: Served, clock: SetClock
) -> None:
    first, second = served(), served()
    for verb in (
        lambda: office.feedback.ask(first, 15), lambda: office.feedback.silence(first),
        lambda: office.feedback.rate(first, "satisfied"), lambda: office.feedback.ask(second, 15),
    ):  # fmt: skip
        verb()
    clock.pass_(minutes=1)
    office.feedback.settle(1)
    lines = [line for line in records.journal() if line["noun"] == "rating"]
    states = [(line["verb"], line["before"].get("state"), line["after"]["state"]) for line in lines]
    assert states == [
        ("ask", None, "asked"), ("silence", "asked", "silent"), ("rate", "silent", "rated"),
        ("ask", None, "asked"), ("settle", "asked", "silent"),
    ]  # fmt: skip
    assert [line["after"]["handling"] for line in lines] == [first] * 3 + [second] * 2
    assert lines[2]["after"]["key"] == "satisfied"


def test_the_same_key_again_is_stored_once_and_another_key_is_refused(
    office: Office, records: Records, served: Served
) -> None:
    handling = served()
    first = office.feedback.rate(handling, "satisfied")
    before = records.everything()
    assert office.feedback.rate(handling, "satisfied", frame=b"again").id == first.id
    for attempt in (lambda: office.feedback.rate(handling, "average"), lambda: office.feedback.ask(handling, 15)):
        with pytest.raises(Refusal, match="already rated: satisfied"):
            attempt()
    assert office.feedback.silence(handling).key == "satisfied"
    assert records.everything() == before


def test_threads_that_press_at_once_store_one_key(office: Office, records: Records, served: Served) -> None:
    for _ in range(4):
        handling = served()
        together = threading.Barrier(6)

        def press(key: str, handling: int = handling, together: threading.Barrier = together) -> str | None:
            together.wait()
            try:
                return office.feedback.rate(handling, key).key
            except Refusal:
                return None

        with ThreadPoolExecutor(6) as pool:
            said = list(pool.map(press, ["satisfied", "average", "too_long"] * 2))
        (stored,) = {key for key in said if key is not None}
        row = office.feedback.ratings()[0]
        assert (row.handling, row.key) == (handling, stored)
    assert verbs(records) == ["rate"] * 4


def test_processes_that_press_at_once_store_one_key(
    office: Office, records: Records, served: Served, hall_url: str
) -> None:
    said = workers.in_processes(partial(workers.rate_one, hall_url, served()), 6)
    (row,) = office.feedback.ratings()
    assert {key for key in said if key} == {row.key}
    assert verbs(records) == ["rate"]


def test_a_press_within_the_grace_counts_and_a_later_one_is_refused(
    office: Office, records: Records, served: Served, clock: SetClock
) -> None:
    in_time, late = served(), served()
    for handling in (in_time, late):
        office.feedback.ask(handling, 15)
    clock.pass_(seconds=15 + GRACE.total_seconds())
    assert office.feedback.rate(in_time, "average").key == "average"
    clock.pass_(seconds=0.001)
    before = records.everything()
    with pytest.raises(Refusal, match=r"time to rate handling .* is over"):
        office.feedback.rate(late, "average")
    assert records.everything() == before


def test_a_press_stored_late_counts_by_the_moment_it_was_pressed(
    office: Office, served: Served, clock: SetClock
) -> None:
    handling = served()
    office.feedback.ask(handling, 15)
    pressed = clock.now()
    clock.pass_(minutes=10)
    assert office.feedback.rate(handling, "average", at=pressed).at == pressed


def test_silence_is_stored_once_as_not_rated(office: Office, records: Records, served: Served) -> None:
    handling = served()
    office.feedback.ask(handling, 15)
    first = office.feedback.silence(handling)
    assert (first.state, first.key, first.score, first.bad) == ("silent", None, None, False)
    assert office.feedback.silence(handling).id == first.id
    (row,) = office.feedback.ratings()
    assert (row.key, row.label, row.score) == (None, "", None)
    assert verbs(records) == ["ask", "silence"]


def test_a_press_that_crosses_the_silence_on_its_way_counts(office: Office, served: Served, clock: SetClock) -> None:
    handling = served()
    office.feedback.ask(handling, 15)
    clock.pass_(seconds=15)
    office.feedback.silence(handling)
    clock.pass_(seconds=1)
    assert office.feedback.rate(handling, "very_satisfied").state == "rated"


def test_asking_again_starts_the_time_anew(office: Office, served: Served, clock: SetClock) -> None:
    handling = served()
    office.feedback.ask(handling, 15)
    clock.pass_(minutes=5)
    office.feedback.silence(handling)
    assert office.feedback.ask(handling, 15).state == "asked"
    assert office.feedback.ratings() == []
    clock.pass_(seconds=10)
    assert office.feedback.rate(handling, "satisfied").state == "rated"


def test_a_question_left_open_by_a_terminal_is_settled_as_silence(
    office: Office, records: Records, served: Served, clock: SetClock
) -> None:
    left, elsewhere, running, rated = served(), served(counter=2), served(), served()
    office.feedback.ask(left, 15)
    office.feedback.ask(elsewhere, 15)
    office.feedback.ask(rated, 15)
    office.feedback.rate(rated, "satisfied")
    clock.pass_(minutes=1)
    office.feedback.ask(running, 15)
    assert office.feedback.settle(1) == 1
    assert office.feedback.settle(1) == 0
    states = {row.handling: row.key for row in office.feedback.ratings()}
    assert states == {left: None, rated: "satisfied"}
    assert verbs(records).count("settle") == 1


@pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)
def test_settling_never_takes_a_key_pressed_at_that_moment_for_silence(
    office: Office, served: Served, clock: SetClock
) -> None:
    handling = served()
    office.feedback.ask(handling, 15)
    pressed = clock.now()
    clock.pass_(minutes=1)
    with ThreadPoolExecutor(1) as pool:
        with office.store.writing() as session:
            # The press is stored, not yet committed, when settling begins: it has to wait for it.
            rating = office.feedback._rating(session, handling)
            assert rating is not None
            rating.state, rating.key, rating.score, rating.at = "rated", "satisfied", 4, pressed
            session.flush()
            settled = pool.submit(office.feedback.settle, 1)
            with pytest.raises(TimeoutError):
                settled.result(timeout=0.3)
        assert settled.result(timeout=30) == 0
    assert office.feedback.ratings()[0].key == "satisfied"


def test_a_press_nobody_asked_for_is_journalled_and_counts_nowhere(office: Office, records: Records) -> None:
    office.feedback.unasked(3, "satisfied", b"\xff\x68\x02")
    (line,) = records.journal()
    assert (line["verb"], line["counter"], line["who"]) == ("unasked_press", 3, "pad")
    assert line["after"] == {"key": "satisfied", "frame": "ff 68 02"}
    assert office.feedback.ratings() == []
    assert office.feedback.stars_page().overall.ratings == 0


def test_keys_of_the_national_levels_are_taken_beside_those_of_the_pad(office: Office, served: Served) -> None:
    first, second = served(), served()
    assert office.feedback.rate(first, "very_dissatisfied").score == 1
    assert office.feedback.rate(second, "poor_knowledge").score == 1
    page = office.feedback.stars_page()
    assert [key.key for key in page.scale] == [
        "satisfied", "very_satisfied", "average", "too_long", "poor_attitude", "poor_knowledge",
    ]  # fmt: skip
    assert page.keys["very_dissatisfied"] == 1
    assert page.bad == 2


def test_what_cannot_be_rated_is_refused(office: Office, records: Records, served: Served) -> None:
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1)
    running = office.queue.start(ticket.id)
    referred = running.id
    done = served()
    before = records.everything()
    for handling, key, says in [
        (running.id, "satisfied", "not finished"),
        (done, "splendid", "no rating key splendid"),
        (999, "satisfied", "no handling 999"),
        (10**30, "satisfied", "no handling 10"),
    ]:
        with pytest.raises(Refusal, match=says):
            office.feedback.rate(handling, key)
    for verb in (lambda: office.feedback.ask(running.id, 15), lambda: office.feedback.silence(running.id)):
        with pytest.raises(Refusal, match="not finished"):
            verb()
    assert records.everything() == before
    office.queue.transfer(ticket.id, "C")
    with pytest.raises(Refusal, match="cannot be rated"):
        office.feedback.rate(referred, "satisfied")


def test_rows_are_newest_first_by_window_and_by_the_centres_days(
    office: Office, served: Served, clock: SetClock
) -> None:
    evening = MORNING.replace(hour=23, minute=59)
    for counter, moment in ((1, MORNING), (2, evening), (1, evening.replace(day=21, hour=0, minute=1))):
        clock.moment = moment
        office.feedback.rate(served(counter=counter), "satisfied")
    friday, saturday = MORNING.date(), MORNING.date().replace(day=21)
    assert [row.counter for row in office.feedback.ratings()] == [1, 2, 1]
    assert [row.counter for row in office.feedback.ratings(friday, friday)] == [2, 1]
    assert [row.at.hour for row in office.feedback.ratings(saturday, saturday)] == [0]
    assert len(office.feedback.ratings(counter=1)) == 2
    assert len(office.feedback.ratings(limit=1)) == 1
    with pytest.raises(Refusal, match="ends before it begins"):
        office.feedback.ratings(saturday, friday)
