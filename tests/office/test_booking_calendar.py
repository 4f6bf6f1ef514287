"""Appointments as calendar events: whose they are, and how a calendar knows that one has changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from terminal.errors import Refusal
from terminal.model import StaffLine
from terminal.office.office import Office
from tests.office.duties import MONDAY, SATURDAY, TODAY, Duties
from tests.office.halls import SetClock
from tests.office.people import person
from tests.office.plans import at, open_by_the_clock

TUESDAY = MONDAY + timedelta(days=1)


def events(office: Office, staff: str | None = None, since: Any = MONDAY, until: Any = TUESDAY) -> list[Any]:
    return Calendar.from_ical(office.booking_calendar.ical(staff, since, until)).walk("VEVENT")


def summaries(office: Office, staff: str | None) -> list[str]:
    return [str(event["SUMMARY"]) for event in events(office, staff)]


def test_an_event_says_when_what_and_masked_whom(office: Office) -> None:
    made = office.appointments.book(["LD-001", "SB-002"], at(MONDAY, 9, 15), person(), "qq")
    (event,) = events(office)
    assert event["SUMMARY"] == "预约 王*华 居住登记、缴费查询"
    assert event["DTSTART"].dt == made.start
    assert event["DTEND"].dt == made.end
    assert event["STATUS"] == "CONFIRMED"
    text = office.booking_calendar.ical(None, MONDAY, MONDAY).decode()
    assert "小华" not in text
    assert "13800000001" not in text
    assert made.code not in text


def test_an_event_keeps_its_uid_and_its_sequence_rises(office: Office) -> None:
    made = office.appointments.book(["LD-001"], at(MONDAY, 9), person(), "qq")
    found = [events(office)[0]]
    office.appointments.move(made.id, at(TUESDAY, 10))
    found += events(office)
    office.appointments.cancel(made.id)
    found += events(office)
    assert len({str(event["UID"]) for event in found}) == 1
    assert [event["SEQUENCE"] for event in found] == [0, 2, 3]
    assert found[-1]["STATUS"] == "CANCELLED"


def test_a_slot_that_is_only_held_is_no_event(office: Office, clock: SetClock) -> None:
    office.appointments.hold(["LD-001"], at(MONDAY, 9), channel="qq")
    assert events(office) == []


def test_a_person_has_those_of_the_own_duty_and_training(office: Office) -> None:
    duties = Duties(office)
    open_by_the_clock(office)
    duties.add("wang", MONDAY, "early", 1)
    duties.add("chen", MONDAY, "late", 2)
    duties.add("li", MONDAY, "late", 3)
    duties.train("chen", "A")
    office.appointments.set_rules(walk_in_share=0)
    for serial, (item, hour) in enumerate((("LD-001", 8), ("SB-001", 11), ("LD-002", 17), ("MZ-001", 12))):
        office.appointments.book([item], at(MONDAY, hour), person(serial, name=f"王{'甲乙丙丁'[serial]}"), "qq")
    assert [text.split()[-1] for text in summaries(office, "wang")] == ["居住登记", "参保登记"]
    assert [text.split()[-1] for text in summaries(office, "chen")] == ["居住证"]
    assert [text.split()[-1] for text in summaries(office, "li")] == ["老年优待证"]
    assert summaries(office, "zhang") == []
    assert len(summaries(office, None)) == 4


def test_without_a_roster_a_person_has_all_that_the_training_allows(office: Office) -> None:
    office.appointments.book(["LD-001"], at(MONDAY, 9), person(1), "qq")
    office.appointments.book(["MZ-001"], at(MONDAY, 10), person(2), "qq")
    assert len(summaries(office, "zhang")) == 2
    with office.store.writing() as session:
        session.add(StaffLine(centre=office.centre, staff="zhang", line="C"))
    assert [text.split()[-1] for text in summaries(office, "zhang")] == ["老年优待证"]


def test_an_urgent_one_is_of_who_was_called_in(office: Office) -> None:
    duties = Duties(office)
    open_by_the_clock(office)
    duties.add("zhang", SATURDAY, "weekend", 1)
    request = office.requests.add("qq", person(), item="LD-001", urgent=True, reason="急")
    office.requests.approve(request.id, start=at(SATURDAY, 14), staff="wang", counter=2)
    (event,) = events(office, "wang", SATURDAY, SATURDAY)
    assert event["SUMMARY"] == "加急预约 王*华 居住登记"
    assert str(event["LOCATION"]).endswith("2号窗口")
    assert events(office, "zhang", SATURDAY, SATURDAY) == []


def test_unknown_people_and_impossible_periods_are_refused(office: Office) -> None:
    for staff, since, until in (("nobody", TODAY, TODAY), (None, TUESDAY, MONDAY), (None, TODAY, TODAY.replace(2027))):
        with pytest.raises(Refusal):
            office.booking_calendar.ical(staff, since, until)
