"""What the planning pages reckon without a window: terms, sheets, typed hours, weeks, candidates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.office.plan_views import ConflictView
from terminal.rules.hours import WEEKDAYS, Span
from terminal.screens.planning.candidates import people_for, posts_for
from terminal.screens.planning.sheet import Post, make_sheet, short_names
from terminal.screens.planning.spans_text import read_spans, write_spans
from terminal.screens.planning.term import KINDS, around
from terminal.screens.planning.week import alike, in_force, scale
from tests.screens.planning.canned import PLANS, SHIFTS, TODAY, roster, troubled

DAYS = st.dates(date(2001, 1, 1), date(2998, 12, 31))
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@given(st.sampled_from(KINDS), DAYS)
def test_a_term_holds_its_day_and_the_next_one_begins_where_it_ends(kind: str, day: date) -> None:
    term = around(next(one for one in KINDS if one == kind), day)
    assert term.since <= day <= term.until
    assert term.stepped(1).since == term.until + timedelta(days=1)
    assert term.stepped(1).stepped(-1) == term
    assert (term.days()[0], term.days()[-1]) == (term.since, term.until)


@st.composite
def several_spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans of a day that do not overlap."""
    ends = sorted(draw(st.sets(st.integers(0, 1440), min_size=2, max_size=8)))
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    return tuple(Span(opens, closes, draw(st.sampled_from(("regular", "extended")))) for opens, closes in pairs)


@given(several_spans())
def test_hours_read_as_they_were_written(spans: tuple[Span, ...]) -> None:
    assert read_spans(write_spans(spans)) == spans


@given(st.text(max_size=40))
def test_any_text_is_read_or_turned_down_without_an_accident(text: str) -> None:
    spans = read_spans(text)
    assert spans is None or all(0 <= span.opens < span.closes <= 1440 for span in spans)


@pytest.mark.parametrize("text", ["8-18", "08:00-18:00", " 8：00 至 18：00 ", "08:00–18:00", "8.00~18.00"])
def test_hours_are_typed_in_many_ways(text: str) -> None:
    assert read_spans(text) == (Span(480, 1080),)


@pytest.mark.parametrize("text", ["18-8", "8-8", "8-25", "8:70-9", "8", "8-12, 11-14", "closed"])
def test_hours_that_cannot_be_kept_are_turned_down(text: str) -> None:
    assert read_spans(text) is None


def test_nothing_typed_is_closed_and_a_mark_makes_hours_extended() -> None:
    assert read_spans("  ") == ()
    assert read_spans("9-12延；14-17 ext") == (Span(540, 720, "extended"), Span(840, 1020, "extended"))


def test_days_that_are_alike_stand_together_and_rest_days_last() -> None:
    week = dict.fromkeys(WEEKDAYS, (Span(480, 1080),)) | {"wed": (Span(480, 720),)}
    assert [group.days for group in alike(week)] == [
        ("mon", "tue", "thu", "fri", "sat", "sun"), ("wed",), ("rest",)
    ]  # fmt: skip
    assert scale([week]) == (360, 1320)
    assert scale([week | {"rest": (Span(300, 720),)}]) == (0, 1440)


def test_a_line_that_follows_the_centre_has_no_hours_of_its_own() -> None:
    follows = replace(PLANS[1], id=9, since=date(2026, 11, 1), follows_centre=True, days={})
    assert in_force(PLANS, "D", TODAY) == PLANS[1]
    assert in_force((*PLANS, follows), "D", TODAY) is None
    assert in_force(PLANS, "A", TODAY) is None


def test_a_shift_is_shortened_to_what_tells_it_apart() -> None:
    assert short_names(SHIFTS) == {"early": "早", "late": "晚", "weekend": "周"}
    alike_names = [replace(SHIFTS[0], code="one", name="早班甲"), replace(SHIFTS[0], code="two", name="早班乙")]
    assert short_names(alike_names) == {"one": "早班甲", "two": "早班乙"}


def test_people_and_posts_hold_the_same_duties() -> None:
    view = troubled()
    people, posts = (make_sheet(view, view.since, view.until, side, TODAY) for side in ("people", "posts"))
    held = [
        sorted(one.id for row in sheet.rows for cell in row.cells for one in cell.duties) for sheet in (people, posts)
    ]
    assert held[0] == held[1] == sorted(duty.id for duty in view.duties)


def test_only_the_days_of_the_term_are_shown() -> None:
    sheet = make_sheet(roster(), *OCTOBER, "people", TODAY)
    assert (sheet.days[0].day, sheet.days[-1].day) == OCTOBER
    assert sheet.place(date(2026, 11, 2), staff="zhang") is None


def test_open_posts_and_uncovered_fields_are_told_of_their_day() -> None:
    view = troubled()
    sheet = make_sheet(view, date(2026, 11, 1), date(2026, 11, 30), "posts", TODAY)
    place = sheet.place(date(2026, 11, 25), post=Post("late", 6))
    assert place is not None
    assert sheet.rows[place[0]].cells[place[1]].open
    assert sheet.rows[place[0]].cells[place[1]].conflicts == ()
    assert (sheet.open_posts[24], sum(sheet.open_posts)) == (1, 1)
    assert sheet.uncovered[27] == "G"


def test_who_is_away_or_busy_comes_after_who_is_free_with_the_reason() -> None:
    view, day = roster(), date(2026, 11, 27)
    found = people_for(view, day, Post("early", 1))
    kinds = {one.person.code: {str(wrong.kind) for wrong in one.wrong} for one in found}
    assert "on_leave" in kinds["sun"]
    busy = next(duty for duty in view.duties if duty.day == day and duty.shift == "late")
    assert "overlap" in kinds[busy.staff]
    assert [bool(one.wrong) for one in found] == sorted(bool(one.wrong) for one in found)
    assert not found[0].wrong


def test_a_weekend_after_a_weekend_is_a_reason() -> None:
    view = roster()
    duty = next(one for one in view.duties if one.kind == "extended" and one.day >= date(2026, 11, 7))
    found = people_for(view, duty.day + timedelta(days=7), Post("weekend", 1))
    wrong = next(one for one in found if one.person.code == duty.staff).wrong
    assert "two_weekends" in {str(one.kind) for one in wrong}


def test_open_posts_come_first_for_a_person() -> None:
    view = troubled()
    found = posts_for(view, date(2026, 11, 25), "liu")
    assert found[0].post == Post("late", 6)
    assert found[0].holder == ""
    assert all(one.holder for one in found[1:])


def test_on_a_day_without_a_shift_there_is_nothing_to_choose() -> None:
    view = replace(roster(), duties=(), conflicts=())
    assert posts_for(view, date(2026, 11, 25), "liu") == ()
    opened = replace(view, conflicts=(ConflictView("open_post", date(2026, 11, 25), "early", 2, None, ""),))
    assert [one.post for one in posts_for(opened, date(2026, 11, 25), "liu")] == [Post("early", 2)]
