"""Telling people that their appointments cannot be kept, and why they cannot."""

from __future__ import annotations

import pytest

from terminal.errors import Refusal
from terminal.model import Item
from terminal.office.office import Office
from terminal.rules.hours import Span
from tests.office.bookings import EXTENDED, MONDAY, REGULAR, at, book, put_duties, put_hours
from tests.office.halls import Records, SetClock


def test_who_cannot_be_served_is_told_once_for_each_time(office: Office, records: Records) -> None:
    made = book(office, 1, at(10))
    put_hours(office, Span(14 * 60, 16 * 60), since=MONDAY)
    told = office.appointments.tell(made.code, by="li")
    assert (told.state, told.told, told.told_of) == ("booked", "waiting", "hours_changed")
    with pytest.raises(Refusal, match="told already"):
        office.appointments.tell(made.id, by="zhang")
    assert [one.template for one in office.outbox.messages(appointment=made.id)] == ["hours_changed", "booked"]
    lines = [line for line in records.journal() if line["verb"] == "tell"]
    assert [(line["noun"], line["who"], line["after"]["code"]) for line in lines] == [("appointment", "li", made.code)]

    moved = office.appointments.move(made.id, at(14))
    assert moved.told_of == "moved"
    put_hours(office, Span(8 * 60, 12 * 60), since=MONDAY, until=MONDAY)
    assert office.appointments.tell(made.id).told_of == "hours_changed"  # another time, so another message


def test_what_can_be_kept_is_nothing_to_tell(office: Office, records: Records) -> None:
    made = book(office, 1, at(10))
    before = records.everything()
    for which, by in ((made.id, ""), ("NEVERWAS", ""), (made.id, "nobody")):
        with pytest.raises(Refusal):
            office.appointments.tell(which, by=by)
    assert records.everything() == before
    assert len(office.outbox.messages()) == 1


def test_when_the_time_has_come_a_message_is_of_no_use(office: Office, clock: SetClock) -> None:
    made = book(office, 1, at(10))
    put_hours(office, Span(14 * 60, 16 * 60), since=MONDAY)
    clock.moment = at(10)
    with pytest.raises(Refusal, match="has come"):
        office.appointments.tell(made.id)


def test_what_broke_an_appointment_is_said(office: Office) -> None:
    closed, crowded = book(office, 1, at(17)), book(office, 2, at(9))
    kept = book(office, 3, at(9, 30))
    put_hours(office, Span(8 * 60, 16 * 60), since=MONDAY)
    assert {one.id: one.broken_by for one in office.appointments.broken()} == {closed.id: "closed"}
    put_duties(office, MONDAY, (3, "zhang"))
    found = {one.id: one.broken_by for one in office.appointments.broken()}
    assert found == {crowded.id: "people", kept.id: "people", closed.id: "closed"}
    assert office.appointments.find(closed.id).broken_by == ""  # nobody asked


def test_an_item_of_regular_hours_only_is_broken_by_extended_ones(office: Office) -> None:
    made = book(office, 1, at(10))
    with office.store.writing() as session:
        session.get_one(Item, (office.centre, "LD-001")).extended_hours = False
    put_hours(office, EXTENDED, since=MONDAY, until=MONDAY)
    assert {one.id: one.broken_by for one in office.appointments.broken()} == {made.id: "items"}
    put_hours(office, REGULAR, since=MONDAY, until=MONDAY)
    assert office.appointments.broken() == ()
