"""The roster's desk: what rosters are made of, and drafts made by hand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Item
from terminal.office.office import Office
from terminal.rules.hours import Span
from tests.databases import ON_SQLITE
from tests.office import bookings, rosters
from tests.office.halls import Records
from tests.office.rosters import FRIDAY, MONDAY, NEXT_SATURDAY, SATURDAY, SUNDAY, TUESDAY, at, drafted, kinds, proposed

PLAN = """
[[shifts]]
code = "day"
name = "白班"
days = "work"
opens = "08:00"
closes = "18:00"
counters = [1, 2]
[staff]
zhang = "AB"
"""


@pytest.fixture
def desk(office: Office) -> Office:
    """The hall with eight people and three shifts."""
    rosters.put_team(office)
    rosters.put_shifts(office)
    return office


# What rosters are made of.


def test_without_a_word_on_it_a_person_is_trained_for_every_line(office: Office) -> None:
    assert [(one.code, one.lines) for one in office.roster.people()] == [("li", "ABC"), ("zhang", "ABC")]


def test_training_replaces_what_was_there_and_none_means_all(office: Office, records: Records) -> None:
    assert office.roster.train("li", "ca", by="zhang").lines == "AC"
    assert office.roster.train("li", ["B"]).lines == "B"
    assert office.roster.train("li", "").lines == "ABC"
    assert [(line["verb"], line["id"], line["after"]) for line in records.journal()[:1]] == [
        ("train", "li", {"lines": "AC"})
    ]
    assert records.journal()[0]["who"] == "zhang"


@pytest.mark.parametrize(("staff", "lines"), [("nobody", "A"), ("li", "AZ"), ("li", "é")])
def test_training_of_somebody_or_for_a_line_that_is_not_there_changes_nothing(
    office: Office, staff: str, lines: str
) -> None:
    before = office.roster.people()
    with pytest.raises(Refusal):
        office.roster.train(staff, lines)
    assert office.roster.people() == before


def test_a_contact_is_a_mobile_number_or_an_address_and_never_in_the_journal(office: Office, records: Records) -> None:
    person = office.roster.contact("li", phone="13800000021", address="mailto://desk@example.com")
    assert (person.phone, person.address) == ("13800000021", "mailto://desk@example.com")
    assert office.roster.contact("li").phone == ""
    assert "1380" not in str(records.journal())
    for phone, address in (("028-87654321", ""), ("", "not an address"), ("", "x://" + "a" * 300)):
        with pytest.raises(Refusal):
            office.roster.contact("li", phone=phone, address=address)


def test_shifts_stand_in_the_order_they_were_entered_with_their_posts(desk: Office) -> None:
    assert [(one.code, one.counters) for one in desk.roster.shifts()] == [
        ("early", (1, 3)), ("late", (2,)), ("weekend", (1,))
    ]  # fmt: skip


def test_a_shift_that_is_not_worked_any_more_is_gone_until_it_is_entered_again(desk: Office) -> None:
    (early, *_) = desk.roster.shifts()
    desk.roster.put_shift("early", "早班", days="work", opens=480, closes=960, active=False)
    assert [one.code for one in desk.roster.shifts()] == ["late", "weekend"]
    with pytest.raises(Refusal, match="no shift early"):
        desk.roster.put_posts("early", [1])
    assert desk.roster.put_shift("early", "早班", days="work", opens=480, closes=960)[0] == early


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": ""}, {"code": "x" * 17}, {"code": "早"}, {"code": "a b"}, {"name": " "}, {"name": "名" * 21},
        {"days": "mon"}, {"kind": "urgent"}, {"opens": 960}, {"closes": 1441}, {"opens": -1},
    ],
)  # fmt: skip
@ON_SQLITE
def test_a_shift_that_makes_no_sense_is_refused(office: Office, wrong: dict[str, object]) -> None:
    right = {"code": "day", "name": "白班", "days": "work", "opens": 480, "closes": 960, "kind": "regular"}
    with pytest.raises(Refusal):
        office.roster.put_shift(**(right | wrong))  # type: ignore[arg-type]
    assert office.roster.shifts() == ()


def test_posts_are_at_windows_that_are_there(desk: Office) -> None:
    for counters in ([1, 9], [0], [2**40]):
        with pytest.raises(Refusal):
            desk.roster.put_posts("late", counters)
    assert desk.roster.shifts()[1].counters == (2,)
    assert desk.roster.put_posts("late", [])[1].counters == ()


def test_a_plan_file_replaces_shifts_posts_and_the_training_it_names(desk: Office, tmp_path: Path) -> None:
    desk.roster.train("li", "C")
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    assert [(one.code, one.counters) for one in desk.roster.put_plan(path, by="li")] == [("day", (1, 2))]
    assert {one.code: one.lines for one in desk.roster.people() if one.code in ("li", "zhang")} == {
        "li": "C", "zhang": "AB"
    }  # fmt: skip


def test_a_plan_file_with_a_fault_changes_nothing(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.replace("[1, 2]", "[1, 77]"), encoding="utf-8")
    before = desk.roster.shifts()
    with pytest.raises(Refusal, match=r"plan\.toml"):
        desk.roster.put_plan(path)
    assert desk.roster.shifts() == before


# Drafts.


def test_a_draft_is_empty_and_says_so(desk: Office, records: Records) -> None:
    view = desk.roster.draft(MONDAY, SUNDAY, by="li")
    assert (view.state, view.duties, len(view.days)) == ("draft", (), 7)
    assert [one.working for one in view.days] == [True] * 5 + [False] * 2
    assert all(one.certain for one in view.days)
    assert kinds(view) == {"open_post", "uncovered"}
    assert sum(one.kind == "open_post" for one in view.conflicts) == 5 * 3 + 2
    assert view.serves == {1: "AB", 2: "AB", 3: "C"}
    (row,) = desk.roster.rosters()
    assert (row.state, row.duties, row.open_posts, row.made_by) == ("draft", 0, 17, "li")
    assert records.journal()[-1]["verb"] == "draft"


def test_days_of_a_year_that_is_not_published_are_uncertain(desk: Office) -> None:
    view = desk.roster.draft(date(2049, 12, 30), date(2050, 1, 2))
    assert [one.certain for one in view.days] == [False] * 4


def test_holidays_and_made_up_working_days_have_the_shifts_of_their_kind(desk: Office) -> None:
    view = desk.roster.draft(date(2026, 10, 1), date(2026, 10, 10))  # the National Day week; the 10th is made up
    asked = {one.day.day: one.shift for one in view.conflicts if one.kind == "open_post" and one.counter == 1}
    assert asked == {**dict.fromkeys(range(1, 8), "weekend"), 8: "early", 9: "early", 10: "early"}
    assert view.days[0].name == "国庆节"


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (MONDAY, MONDAY - timedelta(days=1)), (MONDAY, MONDAY + timedelta(days=366)),
        (date(1999, 12, 31), date(2000, 1, 1)), (date.max, date.max),
    ],
)  # fmt: skip
@ON_SQLITE
def test_a_roster_has_between_one_day_and_a_year(desk: Office, since: date, until: date) -> None:
    with pytest.raises(Refusal):
        desk.roster.draft(since, until)
    assert desk.roster.rosters() == ()


def test_a_roster_of_one_day_and_one_of_a_year_are_possible(desk: Office) -> None:
    assert len(proposed(desk, MONDAY, MONDAY).duties) == 3
    view = desk.roster.draft(date(2028, 1, 1), date(2028, 12, 31))
    assert len(view.days) == 366


def test_a_roster_that_is_not_there_is_refused_by_every_verb(desk: Office) -> None:
    for number in (0, -1, 77, 2**70):
        for verb in (
            desk.roster.view, desk.roster.publish, desk.roster.discard, desk.roster.propose,
            lambda one: desk.roster.put(one, MONDAY, "early", 1, "li"),
        ):  # fmt: skip
            with pytest.raises(Refusal, match="no roster"):
                verb(number)


def test_a_person_is_put_replaced_and_taken_off_by_hand(desk: Office, records: Records) -> None:
    roster = drafted(desk)
    view = desk.roster.put(roster, MONDAY, "early", 1, "zhang", by="li")
    (duty,) = view.duties
    assert (duty.staff, duty.opens, duty.closes, duty.kind, duty.fixed, duty.in_force) == (
        "zhang", 480, 960, "regular", True, False
    )  # fmt: skip
    assert at(desk.roster.put(roster, MONDAY, "early", 1, "li"), MONDAY, "early", 1) == "li"
    assert desk.roster.put(roster, MONDAY, "early", 1, None).duties == ()
    line = records.journal()[-3]
    assert (line["verb"], line["who"], line["counter"]) == ("put", "li", 1)
    assert line["after"] == {"day": str(MONDAY), "shift": "early", "staff": "zhang"}


def test_what_a_hand_does_wrong_is_shown_and_not_refused(desk: Office) -> None:
    desk.roster.train("li", "A")
    rosters.leave(desk, "zhang", TUESDAY, FRIDAY)
    roster = drafted(desk, MONDAY, NEXT_SATURDAY)
    for day, shift, counter, staff in (
        (MONDAY, "early", 3, "li"), (MONDAY, "late", 2, "li"), (TUESDAY, "early", 1, "zhang"),
        (SATURDAY, "weekend", 1, "wang"), (NEXT_SATURDAY, "weekend", 1, "wang"),
    ):  # fmt: skip
        view = desk.roster.put(roster, day, shift, counter, staff)
    assert {(one.kind, one.day, one.staff) for one in view.conflicts if one.staff} == {
        ("untrained", MONDAY, "li"), ("overlap", MONDAY, "li"), ("on_leave", TUESDAY, "zhang"),
        ("two_weekends", NEXT_SATURDAY, "wang"),
    }  # fmt: skip
    assert [one.staff for one in view.leaves] == ["zhang"]


@pytest.mark.parametrize(
    ("day", "shift", "counter", "staff"),
    [
        (MONDAY - timedelta(days=1), "early", 1, "li"), (SATURDAY, "early", 1, "li"), (MONDAY, "weekend", 1, "li"),
        (MONDAY, "none", 1, "li"), (MONDAY, "early", 9, "li"), (MONDAY, "early", 1, "nobody"),
    ],
)  # fmt: skip
@ON_SQLITE
def test_what_cannot_be_is_refused(desk: Office, day: date, shift: str, counter: int, staff: str) -> None:
    roster = drafted(desk)
    with pytest.raises(Refusal):
        desk.roster.put(roster, day, shift, counter, staff)
    desk.roster.publish(roster)
    with pytest.raises(Refusal):  # nor in a published one
        desk.roster.put(roster, day, shift, counter, staff)
    assert desk.roster.view(roster).duties == ()


def test_one_roster_does_not_touch_the_days_of_another(desk: Office) -> None:
    other = desk.roster.put(drafted(desk, MONDAY, MONDAY), MONDAY, "early", 1, "li").id
    desk.roster.publish(other)
    roster = desk.roster.publish(drafted(desk, TUESDAY, FRIDAY)).roster.id
    with pytest.raises(Refusal, match=f"has no {MONDAY}"):
        desk.roster.put(roster, MONDAY, "early", 1, None)
    assert len(desk.roster.view(other).duties) == 1


def test_putting_the_same_person_again_keeps_them_through_the_next_proposal(desk: Office) -> None:
    view = proposed(desk, MONDAY, MONDAY)
    first = view.duties[0]
    desk.roster.put(view.id, MONDAY, first.shift or "", first.counter, first.staff)
    again = desk.roster.propose(view.id, seed=77)
    assert [(one.staff, one.counter) for one in again.duties if one.fixed] == [(first.staff, first.counter)]


def test_a_duty_of_a_shift_that_is_not_worked_then_any_more_can_still_be_taken_off(desk: Office) -> None:
    roster = drafted(desk)
    desk.roster.put(roster, SATURDAY, "weekend", 1, "li")
    desk.calendar.mark(SATURDAY, True)
    with pytest.raises(Refusal, match="not worked on"):
        desk.roster.put(roster, SATURDAY, "weekend", 1, "zhang")
    assert desk.roster.put(roster, SATURDAY, "weekend", 1, None).duties == ()


def test_a_window_without_a_post_may_have_somebody_more(desk: Office) -> None:
    view = desk.roster.put(drafted(desk), MONDAY, "late", 3, "li")
    assert at(view, MONDAY, "late", 3) == "li"


def test_a_field_is_asked_for_while_its_line_is_open_and_served_in_extended_hours(desk: Office) -> None:
    """The hall's items are all served in extended hours; window 1 serves A and B."""
    view = desk.roster.put(drafted(desk, SATURDAY, SATURDAY), SATURDAY, "weekend", 1, "li")
    assert kinds(view) == set()
    desk.roster.train("li", "A")
    assert {one.detail for one in desk.roster.view(view.id).conflicts} == {"B"}


def test_a_draft_is_thrown_away_whole(desk: Office, records: Records) -> None:
    roster = drafted(desk)
    desk.roster.put(roster, MONDAY, "early", 1, "li")
    desk.roster.discard(roster, by="zhang")
    assert desk.roster.rosters() == ()
    assert rosters.all_duties(desk) == []
    assert (records.journal()[-1]["verb"], records.journal()[-1]["who"]) == ("discard", "zhang")


def test_a_closure_leaves_nothing_to_fill(desk: Office) -> None:
    bookings.put_hours(desk, bookings.REGULAR, rest=(bookings.EXTENDED,))
    bookings.put_hours(desk, since=TUESDAY, until=SATURDAY)
    view = proposed(desk)
    assert {one.day for one in view.duties} == {MONDAY, SUNDAY}
    assert view.conflicts == ()


def test_a_field_of_a_line_that_is_closed_is_not_asked_for(desk: Office) -> None:
    bookings.put_hours(desk, bookings.REGULAR)
    bookings.put_hours(desk, Span(480, 720), line="A")
    roster = drafted(desk, MONDAY, MONDAY)
    uncovered = {(one.shift, one.detail) for one in desk.roster.view(roster).conflicts if one.kind == "uncovered"}
    assert uncovered == {("early", "A"), ("early", "B"), ("early", "C"), ("late", "A"), ("late", "B")}
    desk.hours.change({"mon": [Span(480, 600)]}, MONDAY, line="A")
    uncovered = {(one.shift, one.detail) for one in desk.roster.view(roster).conflicts if one.kind == "uncovered"}
    assert ("late", "A") not in uncovered


def test_within_extended_hours_only_fields_with_such_items_are_asked_for(desk: Office) -> None:
    with desk.store.writing() as session:
        for item in session.scalars(select(Item).where(Item.line == "B")):
            item.extended_hours = False
    view = desk.roster.draft(SATURDAY, SATURDAY)
    assert {one.detail for one in view.conflicts if one.kind == "uncovered"} == {"A"}
