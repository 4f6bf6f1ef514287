"""The pictures that counter, kiosk and board show: complete, right, of one moment, and free of the database."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time

import pytest
from sqlalchemy import delete, event

from terminal.errors import Refusal
from terminal.model import CounterLine
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.office.hall import RECENTLY, SHOWN
from terminal.office.office import Office
from tests.office.halls import MORNING, ZONE, Records, SetClock

Served = Callable[..., int]


def leaves(value: object) -> Iterator[object]:
    """Everything inside a picture."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, dict):
        yield from leaves(list(value.items()))
    else:
        yield value


@pytest.fixture
def busy(office: Office, served: Served, clock: SetClock) -> Office:
    """A hall in the middle of its morning: one being served, one held, one passed, three waiting, one rated."""
    office.counters.sign_in(1, "zhang")
    office.feedback.rate(served(), "satisfied")
    for _ in range(3):
        office.queue.issue("LD-001")
        clock.pass_(minutes=1)
    held, passed, current = (office.queue.call_next(1) for _ in range(3))
    assert held is not None
    assert passed is not None
    assert current is not None
    office.queue.hold(held.id, "缺材料")
    office.queue.skip(passed.id)
    office.queue.start(current.id)
    office.queue.issue("SB-002", priority="elderly")
    office.queue.issue("A")
    office.queue.issue("C")
    clock.pass_(minutes=2)
    return office


def test_every_picture_is_plain_data_with_moments_of_the_centres_zone(busy: Office) -> None:
    ticket = busy.queue.list(state="waiting")[0]
    pictures = [
        busy.hall.counter_view(1), busy.hall.counter_view(3), busy.hall.kiosk_view(), busy.hall.board_view(),
        busy.hall.issued(ticket.id), busy.feedback.stars_page(), busy.catalogue.items(),
    ]  # fmt: skip
    for leaf in (leaf for picture in pictures for leaf in leaves(picture)):
        assert isinstance(leaf, str | int | float | datetime | None.__class__) or hasattr(leaf, "isoformat"), leaf
        if isinstance(leaf, datetime):
            assert leaf.tzinfo == ZONE


def test_every_picture_is_read_in_one_transaction(busy: Office) -> None:
    begun: list[object] = []
    event.listen(busy.store.engine, "begin", begun.append)
    ticket = busy.queue.list()[0]
    for picture in (
        lambda: busy.hall.counter_view(1), busy.hall.kiosk_view, busy.hall.board_view,
        lambda: busy.hall.issued(ticket.id), busy.feedback.stars_page,
    ):  # fmt: skip
        begun.clear()
        picture()
        assert len(begun) == 1


def test_tickets_that_verbs_return_are_complete_without_the_database(busy: Office) -> None:
    for ticket in busy.queue.list():
        assert ticket.number
        assert "expired" not in repr(ticket)
    waiting = busy.queue.call_next(3)
    busy.close()
    assert waiting is not None
    assert (waiting.number, waiting.waits_in, waiting.source, waiting.reason) == ("C001", "C", "counter", "")


def test_the_counter_sees_its_queue_who_is_there_and_who_was_put_aside(busy: Office) -> None:
    view = busy.hall.counter_view(1)
    assert (view.centre_code, view.staff, view.staff_name, view.line_names) == (
        "LC01", "zhang", "张敏", ("流动人口", "社保"),
    )  # fmt: skip
    assert [(one.number, one.title, one.priority_label) for one in view.waiting] == [
        ("B001", "缴费查询", "老年人"), ("A005", "流动人口", ""),
    ]  # fmt: skip
    assert view.waiting_count == 2
    assert [one.waited_minutes for one in view.waiting] == [2, 2]
    assert ([one.number for one in view.held], [one.number for one in view.skipped]) == (["A002"], ["A003"])
    assert view.current is not None
    assert (view.current.number, view.current.state, view.current.calls) == ("A004", "serving", 1)
    assert [(row.item, row.title, row.finished_at) for row in view.current.handlings] == [("LD-001", "居住登记", None)]
    assert view.last_visit is not None
    assert (view.last_visit.number, view.last_visit.handlings[0].rating_key) == ("A001", "satisfied")
    assert (view.today.finished, view.today.rated, view.today.bad, view.today.average_minutes) == (1, 1, 0, 0.0)
    assert view.last_rating is not None
    assert (view.last_rating.number, view.last_rating.label, view.last_rating.score) == ("A001", "满意", 4)
    assert (view.quarter.ratings, view.quarter.stars, view.quarter.ranked) == (1, 4.0, False)


def test_a_counter_that_did_nothing_shows_nothing(office: Office) -> None:
    view = office.hall.counter_view(3)
    assert (view.waiting, view.held, view.skipped, view.current, view.last_visit, view.last_rating) == (
        (), (), (), None, None, None,
    )  # fmt: skip
    assert (view.today.finished, view.today.average_minutes, view.quarter.stars, view.staff) == (0, None, None, None)


def test_a_long_queue_is_counted_whole_and_shown_in_part(office: Office) -> None:
    for _ in range(SHOWN + 3):
        office.queue.issue("A")
    view = office.hall.counter_view(1)
    assert (len(view.waiting), view.waiting_count) == (SHOWN, SHOWN + 3)


def test_the_counters_own_figures_leave_out_referred_items_and_yesterday(
    office: Office, served: Served, clock: SetClock
) -> None:
    served()
    clock.pass_(days=1)
    ticket = office.queue.issue("LD-001")
    office.queue.call(ticket.id, 1)
    office.queue.start(ticket.id)
    office.queue.transfer(ticket.id, "C")
    assert office.hall.counter_view(1).today.finished == 0
    clock.pass_(minutes=1)
    office.queue.call(office.queue.issue("LD-001").id, 1)
    handling = office.queue.start("A002")
    clock.pass_(minutes=6)
    office.queue.finish(handling.id)
    assert (office.hall.counter_view(1).today.finished, office.hall.counter_view(1).today.average_minutes) == (1, 6.0)


def test_the_kiosk_shows_each_line_with_how_many_wait_and_how_long(office: Office) -> None:
    office.counters.sign_in(1, "zhang")
    for item in ("LD-001", "LD-001", "SB-001"):
        office.queue.issue(item)
    tiles = {tile.letter: tile for tile in office.hall.kiosk_view().lines}
    # One window is open, for A and B: 10 + 10 + 15 minutes. Nobody sits at C's: as if one worked there alone.
    assert {letter: (tile.waiting, tile.wait_minutes) for letter, tile in tiles.items()} == {
        "A": (2, 35), "B": (1, 35), "C": (0, 0),
    }  # fmt: skip
    office.counters.sign_in(2, "li")
    assert office.hall.kiosk_view().lines[0].wait_minutes == 10
    office.counters.pause(2)
    assert office.hall.kiosk_view().lines[0].wait_minutes == 35


def test_somebody_being_served_still_needs_what_is_left_of_the_usual_minutes(office: Office, clock: SetClock) -> None:
    office.counters.sign_in(1, "zhang")
    office.queue.issue("LD-001")
    office.queue.call_next(1)
    office.queue.start("A001")
    clock.pass_(minutes=7)
    assert office.hall.kiosk_view().lines[0].wait_minutes == 3
    clock.pass_(minutes=30)
    assert office.hall.kiosk_view().lines[0].wait_minutes == 1


def test_a_new_ticket_says_who_is_ahead_and_what_to_bring(office: Office) -> None:
    for line in "ACB":
        office.queue.issue(line)
    issued = office.hall.issued(office.queue.issue("LD-001", priority="elderly").id)
    assert (issued.ahead, issued.number, issued.title, issued.line_name, issued.priority_label) == (
        0, "A002", "居住登记", "流动人口", "老年人",
    )  # fmt: skip
    assert issued.materials == ("居民身份证 原件", "申请表 原件、复印件2份")
    plain = office.hall.issued(office.queue.issue("B").id)
    assert (plain.ahead, plain.item, plain.title, plain.materials) == (3, None, "", ())


def test_whoever_is_called_has_nobody_ahead(office: Office) -> None:
    for _ in range(3):
        office.queue.issue("A")
    office.queue.call("A003", 1)
    issued = office.hall.issued(3)
    assert (issued.ahead, issued.wait_minutes) == (0, 0)
    office.queue.hold("A003")
    assert office.hall.issued(3).ahead == 2


def test_the_board_shows_each_window_once_with_its_newest_call_first(office: Office, clock: SetClock) -> None:
    for _ in range(4):
        office.queue.issue("A")
    for counter in (1, 2, 1):
        office.queue.call_next(counter)
        clock.pass_(seconds=10)
    office.queue.recall("A002")
    view = office.hall.board_view()
    assert [(call.number, call.counter, call.calls) for call in view.calls] == [("A002", 2, 2), ("A003", 1, 1)]
    assert [(tile.letter, tile.upcoming) for tile in view.lines] == [("A", ("A004",)), ("B", ()), ("C", ())]
    assert (view.waiting, view.notices) == (1, ("过号请找任一窗口恢复。", "评价自愿。"))


def test_a_call_that_was_skipped_held_or_long_ago_leaves_the_board(office: Office, clock: SetClock) -> None:
    for counter in (1, 2):
        office.queue.issue("A")
        office.queue.call_next(counter)
    office.queue.skip("A001")
    assert [call.number for call in office.hall.board_view().calls] == ["A002"]
    clock.pass_(seconds=RECENTLY.total_seconds() + 1)
    assert office.hall.board_view().calls == ()


def test_a_picture_of_something_unknown_is_refused(office: Office) -> None:
    for picture in (
        lambda: office.hall.counter_view(77), lambda: office.hall.issued(5), lambda: office.hall.issued(10**30),
    ):  # fmt: skip
        with pytest.raises(Refusal, match="There is no"):
            picture()


def test_a_slip_can_be_made_again_of_a_stored_ticket(office: Office) -> None:
    ticket = office.queue.issue("LD-001")
    first, again = office.slips.ticket(ticket.id), office.slips.ticket(ticket.id, reprint=True)
    assert "A001" in str(first)
    assert "补打" not in str(first)
    assert "补打" in str(again)


def test_windows_open_pause_and_close_and_each_leaves_a_line(office: Office, records: Records) -> None:
    office.counters.sign_in(1, "zhang")
    office.counters.pause(1)
    with pytest.raises(Refusal, match="Window 1 is already paused"):
        office.counters.pause(1)
    office.counters.resume(1)
    with pytest.raises(Refusal, match="Window 1 is not paused"):
        office.counters.resume(1)
    office.counters.sign_out(1)
    lines = [(line["verb"], line["who"], line["before"], line["after"]) for line in records.journal()]
    assert lines == [
        ("sign_in", "zhang", {"staff": None, "paused": False}, {"staff": "zhang", "paused": False}),
        ("pause", "zhang", {"staff": "zhang", "paused": False}, {"staff": "zhang", "paused": True}),
        ("resume", "zhang", {"staff": "zhang", "paused": True}, {"staff": "zhang", "paused": False}),
        ("sign_out", "zhang", {"staff": "zhang", "paused": False}, {"staff": None, "paused": False}),
    ]
    for counter, staff, says in ((9, "zhang", "no window 9"), (1, "nobody", "nobody called nobody")):
        with pytest.raises(Refusal, match=says):
            office.counters.sign_in(counter, staff)
    assert [person.code for person in office.counters.staff()] == ["li", "zhang"]


def test_the_last_rating_by_a_key_of_another_scale_is_named_too(office: Office, served: Served) -> None:
    office.feedback.rate(served(), "very_dissatisfied")
    last = office.hall.counter_view(1).last_rating
    assert last is not None
    assert (last.key, last.label, last.score) == ("very_dissatisfied", "非常不满意", 1)


def test_whoever_signs_in_elsewhere_is_signed_out_where_they_sat(office: Office, records: Records) -> None:
    office.counters.sign_in(1, "zhang")
    office.counters.sign_in(2, "li")
    office.counters.sign_in(2, "zhang")
    seats = {number: office.hall.counter_view(number).staff for number in (1, 2, 3)}
    assert seats == {1: None, 2: "zhang", 3: None}
    lines = [(line["verb"], line["counter"], line["who"], line["after"]["staff"]) for line in records.journal()[2:]]
    assert lines == [("sign_out", 1, "zhang", None), ("sign_in", 2, "zhang", "zhang")]
    office.counters.sign_in(2, "zhang")
    assert [line["verb"] for line in records.journal()[4:]] == ["sign_in"]


def test_two_people_who_swap_windows_at_one_moment_end_up_with_a_window_each(office: Office) -> None:
    def move(person: str, windows: Sequence[int]) -> None:
        for window in windows:
            office.counters.sign_in(window, person)

    with ThreadPoolExecutor(3) as people:
        moving = [people.submit(move, "zhang", [1, 2] * 8), people.submit(move, "li", [2, 1] * 8),
                  people.submit(move, "zhang", [3, 3] * 8)]  # fmt: skip
        for one in moving:
            one.result()
    seated = [office.hall.counter_view(number).staff for number in (1, 2, 3)]
    assert seated.count("zhang") <= 1
    assert seated.count("li") <= 1


def test_calling_on_before_the_last_one_is_done_leaves_nobody_out_of_sight(office: Office, clock: SetClock) -> None:
    for _ in range(4):
        office.queue.issue("LD-001")
        clock.pass_(minutes=1)
    office.queue.call_next(1)
    handling = office.queue.start("A001")
    for counter in (1, 1, 2):
        clock.pass_(minutes=1)
        office.queue.call_next(counter)

    def seen() -> tuple[str | None, list[str], list[str]]:
        view = office.hall.counter_view(1)
        current = view.current.number if view.current else None
        return current, [one.number for one in view.held], [one.number for one in view.skipped]

    assert seen() == ("A003", ["A001"], ["A002"])
    clock.pass_(minutes=1)
    office.queue.recall("A002")
    assert seen() == ("A002", ["A001"], ["A003"])
    office.queue.skip("A002")
    office.queue.skip("A003")
    assert seen() == ("A001", [], ["A002", "A003"])
    office.queue.finish(handling.id)
    assert seen() == (None, [], ["A002", "A003"])


def test_however_many_were_passed_who_is_held_and_who_was_passed_last_are_shown(
    office: Office, clock: SetClock
) -> None:
    for number in range(SHOWN + 2):
        ticket = office.queue.issue("A")
        office.queue.call(ticket.id, 1)
        if number == SHOWN:
            office.queue.hold(ticket.id)
        else:
            office.queue.skip(ticket.id)
        clock.pass_(seconds=1)
    view = office.hall.counter_view(1)
    assert [one.number for one in view.held] == ["A061"]
    assert [view.skipped[0].number, view.skipped[-1].number, len(view.skipped)] == ["A002", "A062", SHOWN]


def test_a_window_says_how_long_the_slowest_of_its_lines_takes(office: Office) -> None:
    office.counters.sign_in(2, "li")
    with office.store.writing() as session:
        session.execute(delete(CounterLine).where(CounterLine.counter == 1, CounterLine.line == "A"))
        session.execute(delete(CounterLine).where(CounterLine.counter == 2, CounterLine.line == "A"))
        session.add(CounterLine(centre="LC01", counter=3, line="A"))
        session.add(CounterLine(centre="LC01", counter=3, line="B"))
    office.counters.sign_in(3, "zhang")
    for _ in range(4):
        office.queue.issue("LD-002")
    tiles = {tile.letter: tile.wait_minutes for tile in office.hall.kiosk_view().lines}
    assert office.hall.counter_view(3).wait_minutes == max(tiles.values())
    assert office.hall.counter_view(2).wait_minutes == tiles["B"] < tiles["A"]


def test_today_begins_at_the_centres_midnight(office: Office, served: Served, clock: SetClock) -> None:
    clock.moment = MORNING.replace(hour=23, minute=59)
    served()
    clock.pass_(minutes=2)
    view = office.hall.counter_view(1)
    assert (view.today.finished, view.last_visit) == (0, None)


@pytest.mark.parametrize(
    ("today", "certain"), [(date(2026, 9, 28), True), (date(2026, 12, 30), False)], ids=["holidays ahead", "new year"]
)
def test_a_promised_item_in_hand_says_the_day_its_limit_ends(
    database_url: str, clock: SetClock, today: date, certain: bool
) -> None:
    found_centre(database_url)
    clock.moment = datetime.combine(today, time(10), ZONE)
    with open_office(database_url, clock=clock) as office:
        ticket = office.queue.issue("LD-002")  # ten working days
        office.queue.call(ticket.id, counter=1, staff="zhang")
        office.queue.start(ticket.id)
        current = office.hall.counter_view(1).current
        assert current is not None
        [row] = current.handlings
        promised = next(item for item in office.catalogue.items() if item.code == "LD-002")
        assert row.promised_by == office.calendar.add_working_days(today, promised.promised_days or 0)
        assert row.promised_by is not None
        assert row.promised_by.certain is certain
