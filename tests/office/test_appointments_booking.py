"""Booking, holding, moving, cancelling: what each refuses, what it leaves behind, and when a slot is free again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentState, Item, Message
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from terminal.rules.hours import Span
from tests.office.bookings import FRIDAY, MONDAY, REGULAR, at, book, free, person, put_duties, put_hours, uses
from tests.office.halls import Records, SetClock

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _two_windows(office: Office) -> None:
    """Two may be booked for A and B at a time."""
    office.appointments.set_rules(walk_in_share=0)
    put_hours(office, REGULAR)


def told(office: Office) -> list[tuple[str, str]]:
    with office.store.reading() as session:
        query = select(Message.event, Message.state).order_by(Message.id)
        return [(event, state) for event, state in session.execute(query)]


# Booking.


def test_a_booking_is_told_whole_and_takes_its_slot(office: Office) -> None:
    made = book(office, 1, at(9), "LD-002", "SB-001", channel="weibo", by="zhang")
    assert (made.state, made.channel, made.made_by, made.line) == ("booked", "weibo", "zhang", "A")
    assert (made.start, made.end, made.day) == (at(9), at(9, 45), MONDAY)
    assert [(item.code, item.title, item.minutes) for item in made.items] == [
        ("LD-002", "居住证", 20),
        ("SB-001", "参保登记", 15),
    ]
    assert (made.name, made.phone) == ("测试1", "13800000001")
    assert made.masked_number.startswith("9999**")
    assert (made.check_in_from, made.check_in_until) == (at(8), at(9, 15))
    assert (made.told, made.ticket, made.moves, made.held_until) == ("waiting", None, 0, None)
    assert [free(office, at(hour, minute)) for hour, minute in ((8, 45), (9, 0), (9, 30), (9, 45))] == [2, 1, 1, 2]
    assert office.appointments.find(made.code.lower()) == office.appointments.find(made.id) == made


def test_a_time_without_an_offset_is_the_centres_own(office: Office) -> None:
    made = office.appointments.book(["ld-001 "], datetime(2026, 11, 23, 9), person(1), "qq")
    assert made.start == at(9)


def test_a_full_slot_is_refused_with_the_next_that_is_free(office: Office) -> None:
    for number in range(4):
        book(office, number, at(9, 15 * (number // 2)))
    with pytest.raises(Refusal, match=r"2026-11-23 09:00 is full. The next free one begins at 2026-11-23 09:30"):
        book(office, 9, at(9))
    for number in range(4):
        book(office, 10 + number, at(17, 30 + 15 * (number // 2)))
    with pytest.raises(Refusal, match="begins at 2026-11-24 08:00"):
        book(office, 9, at(17, 30))
    office.appointments.set_rules(horizon_days=3)
    with pytest.raises(Refusal, match="Nothing is free after it"):
        book(office, 9, at(17, 30))


@pytest.mark.parametrize(
    ("start", "items", "match"),
    [
        (at(9, 7), ["LD-001"], "Slots begin every 15 minutes"),
        (at(9) + timedelta(seconds=1), ["LD-001"], "Slots begin every 15 minutes"),
        (at(7), ["LD-001"], "closed at 2026-11-23 07:00"),
        (at(9, day=FRIDAY + timedelta(days=1)), ["LD-001"], "closed at"),
        (at(17, 45), ["LD-002"], "not served"),
        (at(9), ["XX-001"], "no item XX-001"),
        (at(9), [], "Name one item"),
        (at(9), ["LD-001"] * 6, "More than 5 items"),
        (at(9), ["LD-001", "ld-001"], "named twice"),
        (at(9), ["LD-001", "MZ-001"], "nobody who can serve that"),  # no window serves both lines
    ],
)
def test_what_is_no_slot_is_refused_and_nothing_is_left_of_it(
    office: Office, records: Records, start: datetime, items: list[str], match: str
) -> None:
    written = len(records.journal())
    with pytest.raises(Refusal, match=match):
        office.appointments.book(items, start, person(1), "qq")
    assert uses(office) == []
    assert told(office) == []
    assert len(records.journal()) == written


def test_channel_and_staff_are_known_ones(office: Office) -> None:
    with pytest.raises(Refusal, match=r"no channel fax.*street_hotline"):
        book(office, 1, at(9), channel="fax")
    with pytest.raises(Refusal, match="nobody called nemo"):
        book(office, 1, at(9), by="nemo")


def test_a_resident_is_not_at_two_windows_at_once(office: Office) -> None:
    first = book(office, 1, at(9), "LD-002")
    with pytest.raises(Refusal, match=f"another appointment at that time: {first.code}"):
        book(office, 1, at(9, 15), "SB-001")
    book(office, 1, at(9, 30), "SB-001")


def test_a_resident_has_only_so_many_appointments_ahead(office: Office, clock: SetClock) -> None:
    for hour in (9, 10, 11):
        book(office, 1, at(hour))
    with pytest.raises(Refusal, match="3 appointments ahead"):
        book(office, 1, at(12))
    clock.moment = at(9, 16)  # the first is over
    book(office, 1, at(12))


def test_who_missed_three_in_a_quarter_is_barred_for_a_month_and_told_until_when(
    office: Office, clock: SetClock
) -> None:
    for day in range(3):
        start = at(9, day=MONDAY + timedelta(days=day))
        clock.moment = start - timedelta(hours=1)
        book(office, 1, start)
        clock.moment = start + timedelta(hours=1)
        assert office.appointments.close_missed() == 1
    with pytest.raises(Refusal, match="until 2026-12-25"):
        book(office, 1, at(15, day=MONDAY + timedelta(days=2)))
    held = office.appointments.hold(["LD-001"], at(15, day=MONDAY + timedelta(days=2)), channel="qq")
    with pytest.raises(Refusal, match="until 2026-12-25"):
        office.appointments.confirm(held.id, person(1))
    book(office, 2, at(15, day=MONDAY + timedelta(days=2)))  # others may
    clock.moment = at(9, day=MONDAY + timedelta(days=33))
    book(office, 1, at(10, day=MONDAY + timedelta(days=35)))


def test_a_booking_taken_in_from_elsewhere_is_taken_in_once(office: Office) -> None:
    made = office.appointments.book(["LD-001"], at(9), person(1), "import", import_ref="W-17")
    with pytest.raises(Refusal, match=f"taken in already, as {made.code}"):
        office.appointments.book(["LD-001"], at(10), person(2), "import", import_ref="W-17")


def test_the_journal_knows_codes_and_no_person(office: Office, records: Records) -> None:
    made = book(office, 1, at(9), by="zhang")
    line = records.journal()[-1]
    assert (line["verb"], line["noun"], line["id"], line["who"]) == ("book", "appointment", str(made.id), "zhang")
    assert line["after"]["code"] == made.code
    assert line["after"]["items"] == ["LD-001"]
    assert "测试" not in str(records.journal())
    assert person(1).number not in str(records.journal())


# Holding.


def test_a_hold_keeps_the_slot_for_ten_minutes_and_lapses_by_itself(office: Office, clock: SetClock) -> None:
    held = office.appointments.hold(["LD-001"], at(9), channel="qq", by="li")
    assert (held.state, held.name, held.held_until) == ("held", "", clock.moment + timedelta(minutes=10))
    assert free(office, at(9)) == 1
    clock.pass_(minutes=10)
    assert free(office, at(9)) == 2
    assert office.appointments.close_missed() == 0
    assert office.appointments.find(held.id).state == "lapsed"


def test_a_confirmed_hold_is_booked_for_good(office: Office, clock: SetClock) -> None:
    held = office.appointments.hold(["LD-001"], at(9), channel="qq")
    clock.pass_(minutes=9)
    booked = office.appointments.confirm(held.code, person(1), by="zhang")
    assert (booked.id, booked.code, booked.state, booked.held_until) == (held.id, held.code, "booked", None)
    assert (booked.name, booked.told) == ("测试1", "waiting")
    clock.pass_(days=1)
    assert free(office, at(9)) == 1
    assert told(office) == [(f"appointment/{held.id}/booked/0", "waiting")]


def test_a_hold_in_force_is_confirmed_though_the_lead_time_has_begun_meanwhile(office: Office, clock: SetClock) -> None:
    held = office.appointments.hold(["LD-001"], at(9, 30, FRIDAY), channel="qq")
    clock.pass_(minutes=5)
    assert office.appointments.confirm(held.id, person(1)).state == "booked"


@pytest.mark.parametrize("swept", [False, True])
def test_a_hold_that_lapsed_is_confirmed_only_while_its_slot_is_free(
    office: Office, clock: SetClock, swept: bool
) -> None:
    held = [office.appointments.hold(["LD-001"], at(9), channel="qq") for _ in range(2)]
    clock.pass_(minutes=11)
    if swept:
        office.appointments.close_missed()
    book(office, 1, at(9))
    assert office.appointments.confirm(held[0].id, person(2)).state == "booked"
    with pytest.raises(Refusal, match="is full"):
        office.appointments.confirm(held[1].id, person(3))
    assert free(office, at(9)) == 0


def test_a_hold_given_up_is_free_at_once_and_cannot_be_given_up_twice(office: Office) -> None:
    held = office.appointments.hold(["LD-001"], at(9), channel="qq")
    assert office.appointments.release(held.id, by="li").state == "lapsed"
    assert free(office, at(9)) == 2
    with pytest.raises(Refusal, match="cannot release: it is lapsed"):
        office.appointments.release(held.id)


def test_a_hold_is_neither_moved_nor_cancelled(office: Office) -> None:
    held = office.appointments.hold(["LD-001"], at(9), channel="qq")
    with pytest.raises(Refusal, match="cannot move: it is held"):
        office.appointments.move(held.id, at(10))
    with pytest.raises(Refusal, match="cannot cancel: it is held"):
        office.appointments.cancel(held.id)


def test_a_booked_one_cannot_be_confirmed_again(office: Office) -> None:
    made = book(office, 1, at(9))
    with pytest.raises(Refusal, match="cannot confirm: it is booked"):
        office.appointments.confirm(made.id, person(2))


# Cancelling and moving.


def test_a_cancelled_slot_is_free_again_after_a_while_against_the_trade_in_slots(
    office: Office, clock: SetClock
) -> None:
    made = book(office, 1, at(9))
    ended = office.appointments.cancel(made.code, "有事", by="zhang")
    assert (ended.state, ended.reason) == ("cancelled", "有事")
    assert free(office, at(9)) == 1
    clock.pass_(minutes=30)
    assert free(office, at(9)) == 2
    with pytest.raises(Refusal, match="cannot cancel: it is cancelled"):
        office.appointments.cancel(made.code)


def test_what_was_still_to_be_told_is_dropped_when_it_is_cancelled(office: Office) -> None:
    made = book(office, 1, at(9))
    office.appointments.cancel(made.id)
    assert told(office) == [
        (f"appointment/{made.id}/booked/0", "dropped"),
        (f"appointment/{made.id}/cancelled", "waiting"),
    ]


def test_what_is_over_cannot_be_cancelled_to_escape_the_count(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(9))
    clock.moment = at(9, 16)
    with pytest.raises(Refusal, match="counts as missed"):
        office.appointments.cancel(made.id)


def test_moving_keeps_the_code_and_frees_the_old_slot_after_a_while(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(9))
    moved = office.appointments.move(made.code, at(10, day=TUESDAY), by="li")
    assert (moved.id, moved.code, moved.start, moved.day, moved.moves) == (
        made.id, made.code, at(10, day=TUESDAY), TUESDAY, 1,
    )  # fmt: skip
    assert (free(office, at(9)), free(office, at(10, day=TUESDAY))) == (1, 1)
    clock.pass_(minutes=30)
    assert free(office, at(9)) == 2
    assert told(office)[-1] == (f"appointment/{made.id}/moved/1", "waiting")


def test_moving_by_less_than_it_lasts_takes_every_cell_once(office: Office, clock: SetClock) -> None:
    book(office, 2, at(9), "LD-002")
    made = book(office, 1, at(9), "LD-002")
    office.appointments.move(made.id, at(9, 15))
    cells = ((9, 0), (9, 15), (9, 30))
    assert [free(office, at(*cell)) for cell in cells] == [0, 0, 1]  # 9:00 is not yet free again
    office.appointments.move(made.id, at(9))  # back again: nobody stands in its own way
    assert [free(office, at(*cell)) for cell in cells] == [0, 0, 1]
    clock.pass_(minutes=30)
    assert [free(office, at(*cell)) for cell in cells] == [0, 0, 2]


def test_a_move_to_a_full_slot_is_refused_and_changes_nothing(office: Office) -> None:
    made = book(office, 1, at(9))
    for number in (2, 3):
        book(office, number, at(10))
    with pytest.raises(Refusal, match="is full"):
        office.appointments.move(made.id, at(10))
    assert office.appointments.find(made.id) == made
    assert free(office, at(9)) == 1


def test_a_move_is_refused_to_where_it_is_or_where_its_holder_is_elsewhere(office: Office) -> None:
    made, other = book(office, 1, at(9)), book(office, 1, at(10))
    with pytest.raises(Refusal, match="at that time already"):
        office.appointments.move(made.id, at(9))
    with pytest.raises(Refusal, match=other.code):
        office.appointments.move(made.id, at(10))


def test_what_has_begun_cannot_be_moved(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(9))
    clock.moment = at(9)
    with pytest.raises(Refusal, match="has come"):
        office.appointments.move(made.id, at(10))


def test_an_urgent_one_cannot_be_moved(office: Office) -> None:
    made = book(office, 1, at(9))
    with office.store.writing() as session:
        session.get_one(Appointment, made.id).urgent = True
    with pytest.raises(Refusal, match="is urgent"):
        office.appointments.move(made.id, at(10))


def test_where_the_hours_had_broken_it_the_slot_is_free_at_once(office: Office) -> None:
    moved, ended = book(office, 1, at(9)), book(office, 2, at(9))
    put_duties(office, MONDAY, (1, "zhang"))
    put_duties(office, TUESDAY, (1, "zhang"))
    assert [one.id for one in office.appointments.broken()] == [ended.id]  # who came last
    office.appointments.move(ended.id, at(9, day=TUESDAY))
    assert free(office, at(9)) == 0
    assert office.appointments.broken() == ()
    put_duties(office, MONDAY, (2, "li"))
    assert free(office, at(9)) == 1
    assert office.appointments.find(moved.id).state == "booked"


# Lists and rules.


def test_appointments_are_listed_by_their_time(office: Office) -> None:
    later, sooner = book(office, 1, at(10)), book(office, 2, at(9))
    ended = book(office, 3, at(8, day=TUESDAY))
    office.appointments.cancel(ended.id)
    listed = office.appointments.list(MONDAY, TUESDAY)
    assert [one.id for one in listed] == [sooner.id, later.id, ended.id]
    assert [one.id for one in office.appointments.list(MONDAY, TUESDAY, "cancelled")] == [ended.id]
    assert office.appointments.list(TUESDAY, TUESDAY, "booked") == ()
    with pytest.raises(Refusal, match="no state lost"):
        office.appointments.list(MONDAY, MONDAY, "lost")


def test_an_appointment_that_there_is_not_is_refused_by_name(office: Office) -> None:
    for name in ("ABCDEFGH", 17, "0", 2**70, "", "号"):
        with pytest.raises(Refusal, match="no appointment"):
            office.appointments.find(name)


def test_rules_are_changed_within_their_bounds(office: Office, records: Records) -> None:
    rules = office.appointments.set_rules(by="li", grid_minutes=30, lead_minutes=0)
    assert (rules.grid_minutes, rules.lead_minutes, rules.horizon_days) == (30, 0, 30)
    assert office.appointments.rules() == rules
    line = records.journal()[-1]
    assert (line["before"], line["after"]) == (
        {"grid_minutes": 15, "lead_minutes": 30},
        {"grid_minutes": 30, "lead_minutes": 0},
    )
    for wrong in ({"grid_minutes": 4}, {"walk_in_share": 101}, {"hold_minutes": 0}):
        with pytest.raises(Refusal, match="cannot be"):
            office.appointments.set_rules(**wrong)
    with pytest.raises(Refusal, match="no rule colour"):
        office.appointments.set_rules(colour=1)
    assert office.appointments.rules() == rules


def test_after_the_grid_was_changed_what_is_booked_still_takes_its_time_and_no_more(office: Office) -> None:
    office.appointments.set_rules(grid_minutes=20)
    for number, minute in enumerate((0, 0, 20, 20)):
        book(office, number, at(9, minute))
    office.appointments.set_rules(grid_minutes=15)
    assert [free(office, at(9, minute)) for minute in (0, 15, 30, 45)] == [0, 0, 0, 2]
    assert office.appointments.broken() == ()


def test_nothing_of_a_person_is_in_what_a_program_writes_down(office: Office) -> None:
    made = book(office, 1, at(9))
    assert "测试" not in repr(made)
    assert "测试" not in repr(ResidentEntry("测试"))
    with office.store.reading() as session:
        assert "测试" not in repr(session.get(Appointment, made.id))
    assert made.state == AppointmentState.BOOKED


def test_hours_that_meet_at_noon_are_one_opening(office: Office) -> None:
    put_hours(office, Span(8 * 60, 12 * 60), Span(12 * 60, 14 * 60, "extended"), since=TUESDAY)
    made = book(office, 1, at(11, 45, TUESDAY), "LD-002")
    assert made.end == at(12, 15, TUESDAY)


def test_a_larger_share_for_walk_ins_breaks_no_promise_that_was_made(office: Office) -> None:
    for number in (1, 2):
        book(office, number, at(9))
    office.appointments.set_rules(walk_in_share=100)
    assert office.appointments.broken() == ()
    assert free(office, at(9)) == 0


def test_an_item_no_longer_served_in_extended_hours_breaks_what_was_booked_then(office: Office) -> None:
    put_hours(office, Span(8 * 60, 18 * 60, "extended"), since=TUESDAY)
    made = book(office, 1, at(9, day=TUESDAY))
    with office.store.writing() as session:
        session.get_one(Item, (office.centre, "LD-001")).extended_hours = False
    assert [one.id for one in office.appointments.broken()] == [made.id]
