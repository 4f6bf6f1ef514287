"""Requests: noted through any channel, open until answered, answered once; urgent ones by calling somebody in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Appointment, BookingRequest, Duty, Leave
from terminal.office.booking_views import RequestView
from terminal.office.office import Office
from terminal.office.requests import CHANNELS
from terminal.office.urgent import send_home
from tests.databases import ON_SQLITE
from tests.office import request_workers, workers
from tests.office.bookings import in_zone
from tests.office.duties import MONDAY, SATURDAY, Duties
from tests.office.halls import MORNING, Records, SetClock
from tests.office.people import person
from tests.office.plans import at, open_by_the_clock

REASON = "高龄行动不便"


@pytest.fixture
def duties(office: Office) -> Duties:
    """A hall with hours and a roster: zhang works on Saturday morning at window 1, li on Monday at window 2."""
    found = Duties(office)
    open_by_the_clock(office)
    found.add("zhang", SATURDAY, "weekend", 1)
    found.add("li", MONDAY, "early", 2)
    return found


@pytest.fixture
def urgent(office: Office, duties: Duties) -> RequestView:
    """An urgent request for a residence registration."""
    return office.requests.add("wechat", person(), item="ld-001", urgent=True, reason=REASON, by="li")


def approve(office: Office, request: RequestView, **changes: Any) -> Any:
    given: dict[str, Any] = {"start": at(SATURDAY, 14), "staff": "wang", "counter": 1, "by": "zhang"}
    return office.requests.approve(request.id, **given | changes)


def rows(office: Office, kind: type[Any]) -> list[Any]:
    with office.room.reading() as session:
        return list(session.scalars(select(kind).order_by(kind.id)))


# Noting.


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_request_comes_through_any_of_the_six_channels(office: Office, channel: str) -> None:
    made = office.requests.add(channel, person(), by="zhang")
    assert (made.channel, made.state, made.taken_by) == (channel, "open", "zhang")


def test_an_open_request_is_shown_with_its_age_until_it_is_answered(office: Office, clock: SetClock) -> None:
    first = office.requests.add("qq", person(), item="SB-001", wanted_at=at(MONDAY, 9))
    clock.pass_(minutes=90, seconds=59)
    office.requests.add("weibo", person(2))
    older, newer = office.requests.open()
    assert (older.id, older.age_minutes, older.title, older.name) == (first.id, 90, "参保登记", "王小华")
    assert newer.age_minutes == 0
    clock.pass_(days=30)
    assert len(office.requests.open()) == 2
    office.requests.answer(first.id, "材料已齐，可随时来办。")
    assert [one.id for one in office.requests.open()] == [newer.id]


def test_what_is_urgent_comes_first(office: Office, clock: SetClock) -> None:
    office.requests.add("qq", person())
    clock.pass_(minutes=5)
    urgent = office.requests.add("qq", person(2), urgent=True, reason=REASON)
    assert office.requests.open()[0].id == urgent.id


def test_a_time_without_an_offset_is_on_the_centres_clock(office: Office) -> None:
    made = office.requests.add("qq", person(), wanted_at=at(MONDAY, 9).replace(tzinfo=None))
    assert made.wanted_at == at(MONDAY, 9)


def test_a_time_that_the_clock_never_shows_cannot_be_wanted(hall_url: str) -> None:
    office, _ = in_zone(hall_url, "Europe/Berlin", datetime(2026, 3, 20, 9, tzinfo=UTC))
    with office, pytest.raises(Refusal, match="never shows 2026-03-29 02:30"):
        office.requests.add("qq", person(), wanted_at=datetime(2026, 3, 29, 2, 30))


NOT_NOTED: dict[str, dict[str, Any]] = {
    "unknown channel": {"channel": "telegram"},
    "a file's channel": {"channel": "import"},
    "urgent without reason": {"urgent": True, "reason": "  "},
    "reason too long": {"reason": "长" * 121},
    "unknown item": {"item": "XX-001"},
    "unknown staff": {"by": "nobody"},
    "a time that is over": {"wanted_at": MORNING},
    "wrong ID number": {"resident": person(number="999999198001010010")},
}


@pytest.mark.parametrize("given", NOT_NOTED.values(), ids=NOT_NOTED.keys())
@ON_SQLITE
def test_a_request_that_cannot_be_right_is_not_noted(office: Office, records: Records, given: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        office.requests.add(**{"channel": "qq", "resident": person()} | given)
    assert office.requests.list() == ()
    assert records.journal() == []


# Answering.


@pytest.mark.parametrize(("verb", "state"), [("answer", "answered"), ("refuse", "refused")])
def test_an_answer_is_kept_and_told(office: Office, records: Records, verb: str, state: str) -> None:
    made = office.requests.add("qq", person())
    done = getattr(office.requests, verb)(made.id, " 请周一\n再来。 ", by="zhang")
    assert (done.state, done.answer, done.decided_by) == (state, "请周一 再来。", "zhang")
    (message,) = office.outbox.messages()
    assert (message.template, message.address) == (f"request_{state}", "13800000001")
    assert "请周一 再来。" in message.text
    assert office.requests.list(state)[0].id == made.id
    (asked, decided) = records.journal()
    assert (asked["verb"], decided["verb"], decided["before"]) == ("ask", verb, {"state": "open"})
    assert "王" not in str(records.journal())


def test_a_request_is_answered_once(office: Office) -> None:
    made = office.requests.add("qq", person())
    office.requests.answer(made.id, "可以。")
    with pytest.raises(Refusal, match="answered already"):
        office.requests.refuse(made.id, "不行。")
    assert len(office.outbox.messages()) == 1


@pytest.mark.parametrize("text", ["", "  ", "长" * 121, "a\x00"])
def test_an_answer_says_something_that_can_be_kept(office: Office, text: str) -> None:
    made = office.requests.add("qq", person())
    with pytest.raises(Refusal):
        office.requests.answer(made.id, text)
    assert len(office.requests.open()) == 1


def test_a_request_nobody_made_is_refused(office: Office) -> None:
    for number in (0, -1, 4711, 2**70):
        with pytest.raises(Refusal, match="no request"):
            office.requests.answer(number, "好。")
    with pytest.raises(Refusal, match="no state"):
        office.requests.list("gone")


def test_a_request_is_settled_by_an_ordinary_appointment(office: Office, duties: Duties) -> None:
    made = office.requests.add("qq", person(), item="LD-001")
    booked = office.appointments.book(["LD-001"], at(MONDAY, 9), person(), "qq")
    done = office.requests.booked(made.id, booked.id, by="zhang")
    assert (done.state, done.appointment) == ("approved", booked.id)
    assert [row.template for row in office.outbox.messages()] == ["booked"]
    other = office.requests.add("qq", person())
    for number in (0, 4711):
        with pytest.raises(Refusal, match="no appointment"):
            office.requests.booked(other.id, number)
    office.appointments.cancel(booked.id)
    with pytest.raises(Refusal, match="settles nothing"):
        office.requests.booked(other.id, booked.id)


# Calling somebody in.


def test_an_urgent_request_is_served_outside_hours_by_who_is_named(office: Office, urgent: RequestView) -> None:
    made = approve(office, urgent)
    assert (made.start, made.end) == (at(SATURDAY, 14), at(SATURDAY, 14, 15))
    assert (made.urgent, made.staff, made.staff_name, made.counter) == (True, "wang", "王建国", 1)
    assert (made.channel, made.state, made.reason, made.name) == ("wechat", "booked", REASON, "王小华")
    duty = next(one for one in office.duty.duties(SATURDAY, SATURDAY) if one.kind == "urgent")
    assert (duty.staff, duty.counter, duty.opens, duty.closes, duty.shift) == ("wang", 1, 840, 855, None)
    assert office.requests.open() == ()
    (request,) = office.requests.list("approved")
    assert (request.appointment, request.decided_by) == (made.id, "zhang")


def test_both_sides_are_told(office: Office, urgent: RequestView) -> None:
    made = approve(office, urgent)
    to_staff, to_resident = office.outbox.messages()
    assert (to_resident.template, to_resident.via, to_resident.appointment) == ("request_approved", "sms", made.id)
    assert "11月21日（周六）14:00在1号窗口" in to_resident.text
    assert made.code in to_resident.text
    assert (to_staff.template, to_staff.via) == ("called_in", "call")  # nobody knows how to write to this person
    assert "14:00至14:15到1号窗口" in to_staff.text
    assert "小华" not in to_staff.text


def test_who_is_called_in_makes_no_slots(office: Office, urgent: RequestView) -> None:
    before = office.appointments.slots(["LD-001"], SATURDAY)
    approve(office, urgent)
    assert office.appointments.slots(["LD-001"], SATURDAY) == before


def test_the_item_may_be_said_when_it_is_approved(office: Office, duties: Duties) -> None:
    made = office.requests.add("qq", person(), urgent=True, reason=REASON)
    with pytest.raises(Refusal, match="names no item"):
        approve(office, made)
    assert approve(office, made, item="sb-002").items[0].code == "SB-002"


def test_a_full_slot_within_hours_may_be_approved(office: Office, urgent: RequestView) -> None:
    for serial in (11, 12):  # one person is on duty, and one booking at a time is taken of one
        try:
            office.appointments.book(["LD-001"], at(MONDAY, 9), person(serial), "qq")
        except Refusal:
            break
    assert approve(office, urgent, start=at(MONDAY, 9)).start == at(MONDAY, 9)


NOT_APPROVED: dict[str, tuple[dict[str, Any], str]] = {
    "an ordinary slot is free": ({"start": at(SATURDAY, 10)}, "At .* 10:00 an ordinary slot is free"),
    "it reaches into ordinary hours": ({"start": at(SATURDAY, 8, 50), "staff": "chen", "counter": 2}, "ordinary slot"),
    "over": ({"start": MORNING - timedelta(minutes=1)}, "is over"),
    "far ahead": ({"start": at(date(2027, 3, 6), 14)}, "too far ahead"),
    "beyond midnight": ({"start": at(SATURDAY, 23, 50)}, "midnight"),
    "unknown staff": ({"staff": "nobody"}, "nobody called nobody"),
    "unknown counter": ({"counter": 9}, "no window 9"),
    "a counter of other lines": ({"counter": 3}, "does not serve line A"),
    "unknown item": ({"item": "XX-001"}, "no item"),
    "unknown approver": ({"by": "nobody"}, "nobody called nobody"),
}


@pytest.mark.parametrize(("changes", "said"), NOT_APPROVED.values(), ids=NOT_APPROVED.keys())
def test_what_cannot_be_approved_stays_open(
    office: Office, urgent: RequestView, records: Records, changes: dict[str, Any], said: str
) -> None:
    before = records.journal()
    with pytest.raises(Refusal, match=said):
        approve(office, urgent, **changes)
    assert [one.id for one in office.requests.open()] == [urgent.id]
    assert rows(office, Appointment) == []
    assert records.journal() == before
    assert office.outbox.messages() == ()


def test_who_is_on_leave_absent_busy_or_untrained_is_not_called_in(
    office: Office, urgent: RequestView, duties: Duties
) -> None:
    with office.store.writing() as session:
        session.add(Leave(centre=office.centre, staff="chen", since=SATURDAY, until=SATURDAY))
        session.get_one(Duty, duties.add("li", SATURDAY, "weekend", 2)).absent = "病假"
    duties.train("zhang", "BC")
    duties.add("wang", SATURDAY, span=(14 * 60, 15 * 60), counter=2)
    for staff, said in (
        ("chen", "on leave"),
        ("li", "is absent"),
        ("zhang", "not trained for line A"),
        ("wang", "on duty at window 2 then .14:00–15:00"),
    ):
        with pytest.raises(Refusal, match=said):
            approve(office, urgent, staff=staff, counter=1)
    assert len(office.requests.open()) == 1


def test_a_window_that_is_taken_is_not_given_to_a_second_person(
    office: Office, urgent: RequestView, duties: Duties
) -> None:
    duties.add("wang", SATURDAY, span=(14 * 60, 15 * 60), counter=2)
    with pytest.raises(Refusal, match="Window 2 is taken by wang"):
        approve(office, urgent, staff="li", counter=2)
    assert approve(office, urgent, staff="li", counter=1).counter == 1


def test_who_was_on_duty_in_the_morning_may_come_back(office: Office, urgent: RequestView) -> None:
    assert approve(office, urgent, staff="zhang").staff == "zhang"


def test_a_request_that_is_not_urgent_gets_an_ordinary_slot(office: Office, duties: Duties) -> None:
    made = office.requests.add("qq", person(), item="LD-001")
    with pytest.raises(Refusal, match="not urgent"):
        approve(office, made)


def test_who_was_called_in_need_not_come_when_it_is_cancelled(office: Office, urgent: RequestView) -> None:
    made = approve(office, urgent)
    office.appointments.cancel(made.id, "来不了")
    assert [one.kind for one in office.duty.duties(SATURDAY, SATURDAY)] == ["extended"]
    [called_off] = [one for one in office.outbox.messages() if one.template == "called_off"]
    assert "您不必前来" in called_off.text


def test_cancelling_an_ordinary_appointment_sends_nobody_home(office: Office, duties: Duties) -> None:
    booked = office.appointments.book(["LD-001"], at(MONDAY, 9), person(), "qq")
    with office.room.writing() as session:
        send_home(session, office.room, session.get_one(Appointment, booked.id), office.room.now())
    assert len(office.duty.duties(SATURDAY, MONDAY)) == 2


# Several at once.


def test_of_several_who_answer_at_once_one_does(office: Office, urgent: RequestView, hall_url: str) -> None:
    done = workers.in_processes(partial(request_workers.decide_one, hall_url, urgent.id), 6)
    (verb,) = filter(None, done)
    (request,) = rows(office, BookingRequest)
    assert request.state == {"approve": "approved", "answer": "answered", "refuse": "refused"}[verb]
    assert len(rows(office, Appointment)) == (verb == "approve")
    assert len(office.outbox.messages()) == (2 if verb == "approve" else 1)


def test_a_person_called_in_by_several_at_once_comes_for_one(office: Office, duties: Duties, hall_url: str) -> None:
    requests = [
        office.requests.add("qq", person(serial), item="LD-001", urgent=True, reason=REASON).id for serial in range(4)
    ]
    done = workers.in_processes(partial(request_workers.approve_one, hall_url, requests), 4)
    assert done.count(True) == 1
    assert len(office.requests.open()) == 3
    assert [one.staff for one in rows(office, Duty) if one.kind == "urgent"] == ["wang"]
