"""Bringing rosters into force, changing them while they are worked, and who is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentState, Duty
from terminal.office.office import Office
from terminal.rules.hours import Span
from tests.office import bookings, roster_workers, rosters, workers
from tests.office.halls import Records, SetClock
from tests.office.rosters import FRIDAY, MONDAY, SATURDAY, SUNDAY, TUESDAY, at, drafted, kinds, proposed

TODAY = bookings.FRIDAY


@pytest.fixture
def desk(office: Office) -> Office:
    """The hall with eight people and three shifts."""
    rosters.put_team(office)
    rosters.put_shifts(office)
    return office


def in_force(office: Office) -> set[tuple[object, ...]]:
    return {(one.day, one.shift, one.counter, one.staff) for one in rosters.all_duties(office) if one.in_force}


def signed_in(office: Office, duty: int, moment: datetime) -> None:
    with office.store.writing() as session:
        session.get_one(Duty, duty).arrived_at = moment


def test_a_published_roster_is_in_force_and_everybody_in_it_is_told_once(desk: Office, records: Records) -> None:
    desk.roster.contact("li", phone="13800000021")
    view = proposed(desk, MONDAY, TUESDAY)
    assert in_force(desk) == set()
    done = desk.roster.publish(view.id, by="li")
    assert (done.roster.state, done.broken) == ("published", ())
    assert done.roster.published_at is not None
    assert in_force(desk) == {(one.day, one.shift, one.counter, one.staff) for one in view.duties}
    told = rosters.messages(desk)
    assert {one.staff for one in told} == {one.staff for one in view.duties}
    assert {one.template for one in told} == {"roster_published"}
    assert all("11月23日" in one.text and "11月24日" in one.text for one in told)
    assert {one.via for one in told if one.staff == "li"} <= {"sms"}
    line = records.journal()[-1]
    assert (line["verb"], line["who"]) == ("publish", "li")
    assert (line["after"]["duties"], line["after"]["conflicts"]) == (6, {})
    assert desk.roster.rosters()[0].published_at is not None


def test_what_is_published_is_not_published_proposed_or_thrown_away_again(desk: Office) -> None:
    roster = proposed(desk).id
    desk.roster.publish(roster)
    before = rosters.all_duties(desk)
    for verb in (desk.roster.publish, desk.roster.propose, desk.roster.discard):
        with pytest.raises(Refusal, match="published"):
            verb(roster)
    assert [one.id for one in rosters.all_duties(desk)] == [one.id for one in before]


def test_a_new_roster_takes_the_place_of_the_duties_of_its_days_alone(desk: Office) -> None:
    desk.roster.publish(proposed(desk, MONDAY, FRIDAY).id)
    outside = {one for one in in_force(desk) if one[0] != TUESDAY}
    second = desk.roster.propose(drafted(desk, TUESDAY, TUESDAY), seed=8)
    done = desk.roster.publish(second.id)
    assert in_force(desk) == outside | {(one.day, one.shift, one.counter, one.staff) for one in second.duties}
    assert {one.id for one in done.roster.duties} == {one.id for one in second.duties}


def test_both_rosters_show_what_is_in_force_on_their_days(desk: Office) -> None:
    first = proposed(desk, MONDAY, TUESDAY)
    desk.roster.publish(first.id)
    second = desk.roster.put(drafted(desk, TUESDAY, TUESDAY), TUESDAY, "late", 2, "zhou")
    desk.roster.publish(second.id)
    shown = desk.roster.view(first.id)
    assert [one.staff for one in shown.duties if one.day == TUESDAY] == ["zhou"]
    assert [one.staff for one in desk.roster.view(second.id).duties] == ["zhou"]
    assert kinds(shown) == {"open_post", "uncovered"}


def test_what_somebody_has_come_for_and_urgent_duties_stay(desk: Office, clock: SetClock) -> None:
    desk.roster.publish(desk.roster.put(drafted(desk, TODAY, TODAY), TODAY, "early", 1, "zhang").id)
    (duty,) = [one for one in rosters.all_duties(desk) if one.in_force]
    signed_in(desk, duty.id, clock.now())
    with desk.store.writing() as session:
        session.add(
            Duty(centre=desk.centre, roster_id=None, in_force=True, day=TODAY, shift=None, counter=3, staff="he",
                 opens=1100, closes=1160, kind="urgent")
        )  # fmt: skip
    roster = drafted(desk, TODAY, TODAY)
    with pytest.raises(Refusal, match="stays as it is"):
        desk.roster.put(roster, TODAY, "early", 1, "li")
    view = desk.roster.propose(roster)
    assert at(view, TODAY, "early", 1) == "zhang"
    assert sum(one.staff == "zhang" for one in view.duties) == 1
    assert desk.roster.publish(roster).roster.conflicts == ()
    assert {(TODAY, "early", 1, "zhang"), (TODAY, None, 3, "he")} <= in_force(desk)


def test_days_that_are_over_stay_as_they_were(desk: Office, clock: SetClock) -> None:
    desk.roster.publish(proposed(desk, MONDAY, FRIDAY).id)
    before = in_force(desk)
    clock.pass_(days=5)  # Wednesday
    view = desk.roster.propose(drafted(desk, MONDAY, FRIDAY), seed=4)
    desk.roster.publish(view.id)
    today = MONDAY + timedelta(days=2)
    assert {one for one in in_force(desk) if one[0] < today} == {one for one in before if one[0] < today}
    assert len(in_force(desk)) == len(before)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("overlap", "zhang has two duties at once on 2026-11-23"),
        ("on_leave", "zhang is on leave on 2026-11-23"),
        ("untrained", "zhang is not trained for window 3"),
    ],
)
def test_what_cannot_be_worked_is_published_by_force_alone(
    desk: Office, records: Records, wrong: str, sentence: str
) -> None:
    roster = drafted(desk, MONDAY, MONDAY)
    desk.roster.put(roster, MONDAY, "early", 3, "zhang")
    if wrong == "overlap":
        desk.roster.put(roster, MONDAY, "late", 2, "zhang")
    elif wrong == "on_leave":
        rosters.leave(desk, "zhang", MONDAY, MONDAY)
    else:
        desk.roster.train("zhang", "A")
    with pytest.raises(Refusal, match=sentence):
        desk.roster.publish(roster)
    assert in_force(desk) == set()
    assert rosters.messages(desk) == []
    assert wrong in kinds(desk.roster.publish(roster, force=True).roster)
    after = records.journal()[-1]["after"]
    assert (after["forced"], after["conflicts"][wrong]) == (True, 1)


def test_somebody_put_on_duty_while_on_leave_is_counted_absent(desk: Office) -> None:
    rosters.leave(desk, "zhang", MONDAY, MONDAY)
    roster = desk.roster.put(drafted(desk, MONDAY, MONDAY), MONDAY, "early", 1, "zhang").id
    desk.roster.publish(roster, force=True)
    assert [one.absent for one in rosters.all_duties(desk)] == ["leave"]


def test_what_is_only_uneven_is_published_with_the_list(desk: Office) -> None:
    roster = drafted(desk, SATURDAY, SATURDAY + timedelta(days=8))
    desk.roster.put(roster, SATURDAY, "weekend", 1, "li")
    desk.roster.put(roster, SATURDAY + timedelta(days=7), "weekend", 1, "li")
    done = desk.roster.publish(roster)
    assert {"two_weekends", "open_post"} <= kinds(done.roster)


# While it is worked.


def test_a_published_roster_is_changed_by_hand_at_once_and_both_people_are_told(desk: Office, records: Records) -> None:
    roster = desk.roster.put(drafted(desk, MONDAY, TUESDAY), MONDAY, "early", 1, "zhang").id
    desk.roster.publish(roster)
    view = desk.roster.put(roster, MONDAY, "early", 1, "li", by="zhou")
    assert in_force(desk) == {(MONDAY, "early", 1, "li")}
    assert at(view, MONDAY, "early", 1) == "li"
    assert [one.staff for one in rosters.messages(desk)[-2:]] == ["li", "zhang"]
    assert [one.staff for one in rosters.all_duties(desk) if not one.in_force] == ["zhang"]  # on record
    assert records.journal()[-1]["before"]["staff"] == "zhang"
    assert desk.roster.put(roster, MONDAY, "early", 1, None).duties == ()
    told = len(rosters.messages(desk))
    desk.roster.put(roster, MONDAY, "early", 1, None)
    assert len(rosters.messages(desk)) == told


def test_putting_the_same_person_again_changes_nothing(desk: Office, records: Records) -> None:
    roster = desk.roster.put(drafted(desk, MONDAY, MONDAY), MONDAY, "early", 1, "zhang").id
    desk.roster.publish(roster)
    before, told = records.journal(), len(rosters.messages(desk))
    desk.roster.put(roster, MONDAY, "early", 1, "zhang")
    assert (records.journal(), len(rosters.messages(desk))) == (before, told)


def test_who_is_at_work_is_replaced_after_an_absence_was_noted(desk: Office, clock: SetClock) -> None:
    roster = desk.roster.put(drafted(desk, TODAY, TODAY), TODAY, "early", 1, "zhang").id
    duty = desk.roster.publish(roster).roster.duties[0].id
    desk.counters.sign_in(1, "zhang")
    with pytest.raises(Refusal, match="zhang is at work"):
        desk.roster.put(roster, TODAY, "early", 1, "li")
    desk.duty.absent(duty, "身体不适")
    assert "open_post" in kinds(desk.roster.view(roster))
    desk.roster.put(roster, TODAY, "early", 1, "li")
    assert in_force(desk) == {(TODAY, "early", 1, "li")}


def test_appointments_that_nobody_is_on_duty_for_any_more_are_named(desk: Office) -> None:
    bookings.put_hours(desk, bookings.REGULAR, rest=(bookings.EXTENDED,))
    desk.appointments.set_rules(walk_in_share=0)
    first = drafted(desk, MONDAY, MONDAY)
    for shift, counter, staff in (("early", 1, "zhang"), ("early", 3, "li"), ("late", 2, "he")):
        desk.roster.put(first, MONDAY, shift, counter, staff)
    desk.roster.publish(first)
    civil = bookings.book(desk, 1, bookings.at(9), "MZ-001")  # line C: window 3 alone
    other = bookings.book(desk, 2, bookings.at(9))
    view = desk.roster.put(first, MONDAY, "early", 3, None)
    assert [one.id for one in view.broken] == [civil.id]
    assert desk.roster.put(first, MONDAY, "early", 3, "wang").broken == ()
    second = desk.roster.put(drafted(desk, MONDAY, MONDAY), MONDAY, "late", 2, "he").id
    assert [one.id for one in desk.roster.publish(second).broken] == [civil.id, other.id]
    with desk.store.reading() as session:
        states = set(session.scalars(select(Appointment.state)))
    assert states == {AppointmentState.BOOKED}  # they stay until somebody moves or cancels them


def test_who_is_on_duty_decides_how_many_slots_there_are(desk: Office) -> None:
    bookings.put_hours(desk, bookings.REGULAR, rest=(Span(540, 720, "extended"),))
    desk.appointments.set_rules(walk_in_share=0)
    by_posts = bookings.free(desk, bookings.at(11))
    roster = desk.roster.put(drafted(desk, MONDAY, MONDAY), MONDAY, "early", 1, "zhang").id
    assert bookings.free(desk, bookings.at(11)) == by_posts == 2  # a draft decides nothing
    desk.roster.publish(roster)
    assert (bookings.free(desk, bookings.at(11)), bookings.free(desk, bookings.at(17))) == (1, 0)
    desk.roster.train("zhang", "B")
    assert bookings.free(desk, bookings.at(11)) == 0


# Together.


def test_of_two_rosters_of_the_same_days_published_at_once_one_is_in_force_whole(desk: Office, hall_url: str) -> None:
    drafts = [desk.roster.propose(drafted(desk, MONDAY, SUNDAY), seed=seed) for seed in (1, 2, 3, 4)]
    assert workers.in_processes(partial(roster_workers.publish_one, hall_url, [one.id for one in drafts]), 4) == [
        "published"
    ] * 4  # fmt: skip
    contents = [{(one.day, one.shift, one.counter, one.staff) for one in draft.duties} for draft in drafts]
    assert in_force(desk) in contents


def test_one_roster_published_by_several_at_once_is_published_once(desk: Office, hall_url: str) -> None:
    roster = proposed(desk, MONDAY, TUESDAY).id
    said = workers.in_processes(partial(roster_workers.publish_one, hall_url, [roster] * 4), 4)
    assert sorted(said) == ["published", "refused", "refused", "refused"]
    assert len({one.event for one in rosters.messages(desk)}) == len(rosters.messages(desk)) > 0


def test_hands_on_one_post_at_once_leave_one_person_there(desk: Office, hall_url: str) -> None:
    roster = drafted(desk, MONDAY, MONDAY)
    workers.in_processes(partial(roster_workers.put_one, hall_url, roster), 4)
    (duty,) = rosters.all_duties(desk)
    assert duty.staff in rosters.PEOPLE
    desk.roster.publish(roster)
    workers.in_processes(partial(roster_workers.put_one, hall_url, roster), 4)
    assert len(in_force(desk)) == 1


def test_bookings_during_a_change_of_the_roster_are_kept_or_named(desk: Office, hall_url: str) -> None:
    """Nothing is booked by a roster that is being replaced: what cannot be kept afterwards was named as broken."""
    bookings.put_hours(desk, bookings.REGULAR)
    first = proposed(desk, MONDAY, MONDAY)
    desk.roster.publish(first.id)
    second = desk.roster.put(drafted(desk, MONDAY, MONDAY), MONDAY, "late", 2, "he").id
    said = workers.in_processes(partial(roster_workers.book_or_publish, hall_url, second), 4)
    broken = {one for part in said for one in part}
    assert broken == {one.id for one in desk.appointments.broken()}
