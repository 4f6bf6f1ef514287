"""Slots: as many bookings as the people on duty can take, each by somebody trained for it; beside brute force."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.hours import Span
from terminal.rules.slots import Load, Server, Use, bookable, covered, kept, length, shared, slots

ALL_DAY = (0, 240)

lines = st.sets(st.sampled_from("ABCD"), min_size=1).map(lambda found: "".join(sorted(found)))
quarter = st.integers(0, 16).map(lambda cell: cell * 15)
times = st.tuples(quarter, quarter).filter(lambda pair: pair[0] < pair[1])
servers = st.builds(lambda time, served: Server(*time, served), times, lines)
uses = st.builds(lambda time, needs, count: Use(*time, needs, count), times, lines, st.integers(1, 2))
spans = st.builds(lambda time, kind: Span(*time, kind), times, st.sampled_from(["regular", "extended"]))


def matched(people: Sequence[str], bookings: Sequence[str]) -> bool:
    """Whether each booking can have a person of its own, by trying all ways."""
    if not bookings:
        return True
    first, rest = bookings[0], bookings[1:]
    return any(
        set(first) <= set(who) and matched([*people[:index], *people[index + 1 :]], rest)
        for index, who in enumerate(people)
    )


def at(minute: int, people: Sequence[Server], booked: Sequence[Use]) -> tuple[list[str], list[str]]:
    there = [one.lines for one in people if one.opens <= minute < one.closes]
    needed = [one.needs for one in booked if one.start <= minute < one.end for _ in range(one.count)]
    return there, needed


def fits(people: Sequence[Server], booked: Sequence[Use], share: int, minute: int) -> bool:
    there, needed = at(minute, people, booked)
    return len(needed) <= bookable(len(there), share) and matched(there, needed)


@given(
    st.lists(servers, max_size=5),
    st.lists(uses, max_size=3),
    lines,
    times,
    st.sampled_from([0, 20, 40, 100]),
)
def test_so_many_are_free_as_can_be_added_at_every_moment(
    people: list[Server], booked: list[Use], needs: str, time: tuple[int, int], share: int
) -> None:
    start, end = time
    load = Load(people, booked, walk_in_share=share)
    most = 0
    while all(
        fits(people, [*booked, Use(start, end, needs, most + 1)], share, minute) for minute in range(start, end, 15)
    ):
        most += 1
    assert load.free(needs, start, end) == most


@given(st.lists(servers, max_size=5), lines, times, st.sampled_from([0, 40]))
def test_capacity_is_what_is_free_on_an_empty_day(
    people: list[Server], needs: str, time: tuple[int, int], share: int
) -> None:
    load = Load(people, [Use(0, 240, needs, 9)], walk_in_share=share)
    assert load.capacity(needs, *time) == Load(people, walk_in_share=share).free(needs, *time)


@given(st.lists(servers, max_size=5), st.lists(uses, max_size=4), st.sampled_from([0, 40]))
def test_overbooked_spans_are_those_that_nobody_could_serve(
    people: list[Server], booked: list[Use], share: int
) -> None:
    wrong = {minute for minute in range(0, 240, 15) if not fits(people, booked, share, minute)}
    found = {
        minute
        for opens, closes in Load(people, booked, walk_in_share=share).overbooked()
        for minute in range(opens, closes, 15)
    }
    assert found == wrong


@given(st.lists(servers, max_size=5), st.lists(uses, max_size=12), st.sampled_from([0, 40]))
def test_whoever_books_one_after_another_while_something_is_free_never_overbooks(
    people: list[Server], asked: list[Use], share: int
) -> None:
    load = Load(people, to_come=asked, walk_in_share=share)
    taken = [use for use in asked if load.take(use)]
    assert not list(Load(people, taken, walk_in_share=share).overbooked())
    for use in asked:
        if use not in taken:
            assert load.free(use.needs, use.start, use.end) < use.count


@given(st.lists(servers, max_size=5), st.lists(uses, max_size=6))
def test_kept_are_all_while_there_are_people_for_all_and_else_those_who_came_first(
    people: list[Server], bookings: list[Use]
) -> None:
    found = kept(people, bookings)
    staying = [use for use, keeps in zip(bookings, found, strict=True) if keeps]
    assert not list(Load(people, staying).overbooked())
    for index, keeps in enumerate(found):
        before = [use for use, stays in zip(bookings[:index], found, strict=False) if stays]
        assert keeps == (not list(Load(people, [*before, bookings[index]]).overbooked()))


@given(st.lists(st.lists(spans, max_size=3), min_size=1, max_size=3), st.booleans())
def test_lines_are_open_together_when_each_of_them_is(hours: list[list[Span]], extended: bool) -> None:
    found = shared(hours, extended=extended)
    for minute in range(0, 240, 15):
        each = [{span.kind for span in line if span.opens <= minute < span.closes} for line in hours]
        kinds = {span.kind for span in found if span.opens <= minute < span.closes}
        if all("regular" in line for line in each):
            assert "regular" in kinds
        elif not all(each) or not extended:
            assert not kinds
        else:
            assert kinds == {"extended"}


def test_a_share_is_kept_for_walk_ins_rounded_in_their_favour_and_one_may_always_be_booked() -> None:
    assert [bookable(people, 40) for people in range(7)] == [0, 1, 1, 1, 2, 3, 3]
    assert bookable(5, 0) == 5
    assert bookable(5, 100) == 1


def test_a_booking_takes_whole_cells_of_the_grid() -> None:
    assert [length(minutes, 15) for minutes in (0, 1, 15, 16, 45)] == [15, 15, 15, 30, 45]


def test_several_items_need_one_person_trained_for_all_of_them() -> None:
    load = Load([Server(*ALL_DAY, "A"), Server(*ALL_DAY, "B"), Server(*ALL_DAY, "AB")])
    assert load.free("AB", 0, 15) == 1
    assert load.free("A", 0, 15) == 2


def test_a_person_who_can_do_more_steps_aside_for_whoever_nobody_else_can_take() -> None:
    people = [Server(*ALL_DAY, "A"), Server(*ALL_DAY, "AB"), Server(*ALL_DAY, "BC")]
    load = Load(people, [Use(0, 15, "B")])  # first thought to sit with AB
    assert load.free("A", 0, 15) == 2
    assert load.free("C", 0, 15) == 1


def test_a_booking_over_the_change_of_shifts_needs_somebody_in_both() -> None:
    load = Load([Server(0, 120, "A"), Server(120, 240, "B")])
    assert load.free("A", 105, 120) == 1
    assert load.free("A", 105, 135) == 0


def test_slots_begin_on_the_grid_within_the_hours_and_run_over_spans_that_meet() -> None:
    load = Load([Server(0, 240, "A")])
    hours = [Span(20, 60), Span(60, 90, "extended"), Span(120, 150)]
    found = list(slots(load, hours, "A", 25, 15))
    assert [(one.start, one.end, one.kind) for one in found] == [
        (30, 60, "regular"),
        (45, 75, "regular"),
        (60, 90, "extended"),
        (120, 150, "regular"),
    ]
    assert [one.start for one in slots(load, hours, "A", 25, 15, not_before=46)] == [60, 120]
    assert [one.start for one in slots(load, hours, "B", 25, 15)] == []


def test_a_full_slot_is_shown_with_nothing_free() -> None:
    load = Load([Server(*ALL_DAY, "A"), Server(*ALL_DAY, "A")], [Use(15, 30, "A", 2)])
    found = {one.start: (one.free, one.capacity) for one in slots(load, [Span(0, 60)], "A", 15, 15)}
    assert found == {0: (2, 2), 15: (0, 2), 30: (2, 2), 45: (2, 2)}


def test_covered_means_open_from_beginning_to_end() -> None:
    hours = [Span(0, 30), Span(30, 60), Span(75, 90)]
    assert covered(hours, 15, 60)
    assert not covered(hours, 45, 90)
    assert not covered(hours, 60, 75)
