"""Proposing a roster at the desk: it fills a draft, keeps what was set by hand, and never overwrites a change."""

from __future__ import annotations

from datetime import timedelta

import pytest

from terminal.errors import Refusal
from terminal.model import Staff
from terminal.office.office import Office
from terminal.office.plan_views import Progress
from terminal.rules.roster import spread_of
from tests.office import rosters
from tests.office.halls import Records
from tests.office.rosters import FRIDAY, MONDAY, NEXT_SATURDAY, SATURDAY, SUNDAY, TUESDAY, at, drafted, proposed


@pytest.fixture
def desk(office: Office) -> Office:
    """The hall with eight people and three shifts."""
    rosters.put_team(office)
    rosters.put_shifts(office)
    return office


def test_a_proposal_fills_every_post_without_a_conflict(desk: Office, records: Records) -> None:
    rosters.leave(desk, "he", MONDAY, MONDAY + timedelta(days=10))
    told: list[Progress] = []
    view = desk.roster.propose(drafted(desk, MONDAY, MONDAY + timedelta(days=27)), progress=told.append, by="li")
    assert view.conflicts == ()
    assert desk.roster.rosters()[0].open_posts == 0
    assert told
    assert spread_of(one.extended for one in view.shares) <= 1
    assert spread_of(one.regular for one in view.shares if one.staff != "he") <= 1
    line = records.journal()[-1]
    assert (line["verb"], line["who"], line["after"]["duties"]) == ("propose", "li", len(view.duties))


def test_a_second_proposal_keeps_what_was_set_by_hand_and_fills_the_rest_anew(desk: Office) -> None:
    roster = drafted(desk)
    desk.roster.propose(roster)
    desk.roster.put(roster, TUESDAY, "late", 2, "zhou")
    view = desk.roster.propose(roster, seed=9)
    assert at(view, TUESDAY, "late", 2) == "zhou"
    assert [one.staff for one in view.duties if one.fixed] == ["zhou"]
    assert len(view.duties) == 17
    assert view.conflicts == ()


def test_the_same_seed_gives_the_same_roster_again(desk: Office) -> None:
    roster = drafted(desk)

    def filled() -> set[tuple[object, ...]]:
        duties = desk.roster.propose(roster, seed=3).duties
        return {(one.day, one.shift, one.counter, one.staff) for one in duties}

    assert filled() == filled()


def test_a_proposal_that_is_called_off_leaves_the_draft_as_it_was(desk: Office, records: Records) -> None:
    roster = drafted(desk)
    before = desk.roster.put(roster, MONDAY, "early", 1, "li")
    journal = records.journal()
    assert desk.roster.propose(roster, cancelled=lambda: True) == before
    assert records.journal() == journal


def test_without_a_roster_that_satisfies_the_rules_the_draft_stays_as_it_was(desk: Office) -> None:
    desk.roster.train("li", "A")
    for one in rosters.PEOPLE:
        desk.roster.train(one, "A")
    roster = drafted(desk)
    with pytest.raises(Refusal, match="Nobody is trained for line B"):
        desk.roster.propose(roster)
    assert desk.roster.view(roster).duties == ()


def test_a_draft_that_is_changed_during_the_search_is_not_overwritten(desk: Office) -> None:
    roster = drafted(desk)
    changed = []

    def meddle(progress: Progress) -> None:
        if not changed:
            changed.append(desk.roster.put(roster, MONDAY, "early", 1, "zhou"))

    with pytest.raises(Refusal, match="meanwhile"):
        desk.roster.propose(roster, progress=meddle)
    assert desk.roster.view(roster).duties == changed[0].duties


def test_a_leave_entered_during_the_search_is_not_overlooked(desk: Office) -> None:
    roster = drafted(desk)
    told: list[Progress] = []

    def meddle(progress: Progress) -> None:
        if not told:
            rosters.leave(desk, "li", MONDAY, SUNDAY)
        told.append(progress)

    with pytest.raises(Refusal, match="meanwhile"):
        desk.roster.propose(roster, progress=meddle)
    assert all(one.staff != "li" for one in desk.roster.propose(roster).duties)


def test_nothing_is_locked_while_it_searches(desk: Office) -> None:
    """Somebody takes a number and publishes another roster meanwhile."""
    other, roster = drafted(desk, SATURDAY, SATURDAY), drafted(desk, MONDAY, FRIDAY)
    done: list[object] = []

    def meddle(progress: Progress) -> None:
        if not done:
            done.extend((desk.queue.issue("A"), desk.roster.publish(other)))

    desk.roster.propose(roster, progress=meddle)
    assert len(done) == 2


def test_what_was_set_by_hand_stays_though_shift_or_person_are_there_no_more(desk: Office) -> None:
    roster = drafted(desk)
    desk.roster.put(roster, MONDAY, "late", 2, "he")
    desk.roster.put(roster, TUESDAY, "early", 1, "sun")
    desk.roster.put_shift("late", "晚班", days="work", opens=600, closes=1080, active=False)
    with desk.store.writing() as session:
        session.get_one(Staff, (desk.centre, "sun")).active = False
    view = desk.roster.propose(roster)
    assert {one.staff for one in view.duties if one.fixed} == {"he", "sun"}
    assert {(one.kind, one.staff, one.detail) for one in view.conflicts} == {
        ("untrained", "sun", "AB"), ("uncovered", None, "A"), ("uncovered", None, "B")
    }  # fmt: skip
    assert all(one.staff != "sun" for one in view.duties if not one.fixed)
    with pytest.raises(Refusal, match="sun is not trained"):
        desk.roster.publish(roster)


def test_extended_duty_in_force_before_and_after_is_counted_and_keeps_weekends_free(desk: Office) -> None:
    first = desk.roster.put(drafted(desk, SATURDAY, SUNDAY), SATURDAY, "weekend", 1, "li")
    desk.roster.put(first.id, SUNDAY, "weekend", 1, "li")
    desk.roster.publish(first.id)
    next_weekend = proposed(desk, NEXT_SATURDAY, NEXT_SATURDAY + timedelta(days=1))
    assert all(one.staff != "li" for one in next_weekend.duties)
    assert {one.staff: one.extended_quarter for one in next_weekend.shares}["li"] == 2
    later = proposed(desk, NEXT_SATURDAY + timedelta(days=7), NEXT_SATURDAY + timedelta(days=22))
    assert {one.staff: one.extended for one in later.shares}["li"] == 0
