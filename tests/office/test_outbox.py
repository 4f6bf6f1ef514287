"""The outbox: told once, claimed once, never sent again by itself; and what staff do about the rest."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import resources
from terminal.errors import Refusal
from terminal.model import Message, StaffContact
from terminal.office.message_texts import FILE, OCCASIONS, load_texts, moment_text, shipped_texts
from terminal.office.office import Office
from terminal.office.outbox import tell, withdraw
from tests.databases import ON_SQLITE
from tests.office import outbox_workers, workers
from tests.office.halls import MORNING, Records, SetClock
from tests.office.outbox_workers import known_resident, tell_resident

WORKER = "window 1"


@pytest.fixture
def waiting(office: Office) -> int:
    """One message on its way to a resident's mobile telephone."""
    tell_resident(office, "request/1/answered", known_resident(office))
    (row,) = office.outbox.messages()
    return row.id


def claimed(office: Office, worker: str = WORKER) -> list[int]:
    return [message.id for message in office.outbox.claim(worker, office.room.now())]


def state(office: Office, message: int) -> str:
    return next(row.state for row in office.outbox.messages() if row.id == message)


def tell_staff(office: Office, event: str, **contact: str) -> Any:
    with office.room.writing() as session:
        if contact:
            session.merge(StaffContact(centre=office.centre, staff="zhang", **contact))
            session.flush()
        values = {"since": "12月1日", "until": "12月7日"}
        tell(session, office.room, "roster_published", event, values, at=office.room.now(), staff="zhang")
    return office.outbox.messages(limit=1)[0]


# What is told.


def test_an_event_is_told_once(office: Office, waiting: int) -> None:
    resident = known_resident(office)
    tell_resident(office, "request/1/answered", resident)
    assert [row.id for row in office.outbox.messages()] == [waiting]
    tell_resident(office, "request/2/answered", resident)
    assert len(office.outbox.messages()) == 2


def test_what_is_sent_names_nobody_in_full(office: Office, waiting: int) -> None:
    (row,) = office.outbox.messages()
    assert (row.via, row.address, row.state) == ("sms", "13800000001", "waiting")
    assert "王*华" in row.text
    assert "王小华" not in row.text
    assert row.text.startswith("【柳溪街道便民服务中心】")
    assert repr(row) == f"<MessageRow {row.id} waiting>"


def test_who_has_no_mobile_number_comes_onto_the_call_list(office: Office) -> None:
    tell_resident(office, "request/1/answered", known_resident(office, 1, phone="028-82700001"))
    tell_resident(office, "request/2/answered", known_resident(office, 2, phone=""))
    assert [(row.via, row.address) for row in office.outbox.calls()] == [("call", "02882700001"), ("call", "")]
    assert claimed(office) == []


def test_staff_are_told_the_way_they_chose(office: Office) -> None:
    assert tell_staff(office, "roster/1/zhang").via == "call"
    phone = tell_staff(office, "roster/2/zhang", phone="13800000009")
    assert (phone.via, phone.address) == ("sms", "13800000009")
    url = tell_staff(office, "roster/3/zhang", phone="13800000009", address="json://localhost/hook")
    assert (url.via, url.address) == ("url", "json://localhost/hook")


def test_what_is_of_no_use_any_more_is_not_told(office: Office) -> None:
    tell_resident(office, "request/1/answered", known_resident(office), expires_at=office.room.now())
    assert office.outbox.messages() == ()


def test_a_verb_that_fails_has_told_nothing(office: Office) -> None:
    resident = known_resident(office)

    def fail() -> None:
        with office.room.writing() as session:
            values = outbox_workers.ANSWER
            tell(session, office.room, "request_refused", "request/1", values, at=MORNING, resident=resident)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert office.outbox.messages() == ()


def test_a_verb_has_to_say_what_its_text_may_need(office: Office) -> None:
    resident = known_resident(office)
    with pytest.raises(ValueError, match="is not given answer"), office.room.writing() as session:
        tell(session, office.room, "request_refused", "request/1", {}, at=office.room.now(), resident=resident)


def test_eight_who_tell_one_event_tell_it_once(office: Office, hall_url: str) -> None:
    resident = known_resident(office)
    told = workers.in_processes(partial(outbox_workers.tell_one, hall_url, resident.id))
    assert told.count(True) == 1
    assert len(office.outbox.messages()) == 1


# How it is delivered.


def test_eight_processes_claim_four_hundred_messages_and_none_twice(office: Office, hall_url: str) -> None:
    resident = known_resident(office)
    with office.room.writing() as session:
        for serial in range(400):
            tell(session, office.room, "request_answered", f"request/{serial}", outbox_workers.ANSWER,
                 at=office.room.now(), resident=resident)  # fmt: skip
    results = workers.in_processes(partial(outbox_workers.claim_and_send, hall_url))
    every = [message for found in results for message in found]
    assert len(every) == len(set(every)) == 400
    rows = office.outbox.messages(limit=1000)
    assert {(row.state, row.attempts) for row in rows} == {("sent", 1)}


def test_a_worker_killed_while_sending_leaves_it_unsure_and_it_is_not_sent_again(
    office: Office, waiting: int, clock: SetClock, hall_url: str
) -> None:
    outbox_workers.killed_while_sending(hall_url, "dead worker")
    assert state(office, waiting) == "sending"
    assert claimed(office) == []
    assert office.outbox.recover(WORKER) == 0  # perhaps it is still at it
    clock.pass_(minutes=16)
    assert office.outbox.recover(WORKER) == 1
    assert state(office, waiting) == "unsure"
    clock.pass_(days=1)
    assert claimed(office) == []


def test_a_worker_that_comes_back_knows_its_own_at_once(office: Office, waiting: int, records: Records) -> None:
    assert claimed(office) == [waiting]
    assert office.outbox.recover(WORKER) == 1
    assert state(office, waiting) == "unsure"
    assert records.journal()[-1]["verb"] == "message_unsure"


def test_a_worker_taken_for_dead_may_say_late_that_it_has_gone_out(
    office: Office, waiting: int, clock: SetClock
) -> None:
    claimed(office)
    clock.pass_(minutes=16)
    office.outbox.recover("window 2")
    office.outbox.sent(waiting, WORKER)
    assert state(office, waiting) == "sent"


def test_a_worker_taken_for_dead_takes_nothing_from_who_has_it_now(
    office: Office, waiting: int, clock: SetClock
) -> None:
    claimed(office)
    clock.pass_(minutes=16)
    office.outbox.recover("window 2")
    office.outbox.retry(waiting)
    assert claimed(office, "window 2") == [waiting]
    office.outbox.failed(waiting, "late", again_at=office.room.now(), worker=WORKER)
    assert state(office, waiting) == "sending"
    assert claimed(office) == []


def test_what_could_not_go_out_waits_for_its_next_turn(office: Office, waiting: int, clock: SetClock) -> None:
    claimed(office)
    office.outbox.failed(waiting, "no network", again_at=office.room.now() + timedelta(minutes=5), worker=WORKER)
    (row,) = office.outbox.messages()
    assert (row.state, row.attempts, row.detail) == ("waiting", 1, "no network")
    assert claimed(office) == []
    clock.pass_(minutes=5)
    assert claimed(office) == [waiting]
    office.outbox.sent(waiting, WORKER)
    office.outbox.sent(waiting, WORKER)
    assert state(office, waiting) == "sent"


def test_whom_an_sms_does_not_reach_is_called(office: Office, waiting: int, records: Records) -> None:
    claimed(office)
    office.outbox.failed(waiting, "no such number")
    (row,) = office.outbox.calls()
    assert (row.id, row.address, row.detail) == (waiting, "13800000001", "no such number")
    assert records.journal()[-1]["after"] == {"template": "request_answered", "via": "sms", "state": "call"}


def test_a_url_that_refuses_is_shown_as_failed_and_may_be_tried_again(office: Office) -> None:
    row = tell_staff(office, "roster/1/zhang", address="json://localhost/hook")
    claimed(office)
    office.outbox.failed(row.id, "401")
    assert office.outbox.messages("failed")[0].detail == "401"
    office.outbox.retry(row.id, by="li")
    assert claimed(office) == [row.id]


def test_a_retry_that_would_come_too_late_is_none(office: Office) -> None:
    soon = office.room.now() + timedelta(minutes=10)
    tell_resident(office, "request/1/answered", known_resident(office), expires_at=soon)
    (message,) = claimed(office)
    office.outbox.failed(message, "busy", again_at=soon)
    assert state(office, message) == "call"


def test_what_is_too_late_is_dropped_and_not_sent(office: Office, clock: SetClock) -> None:
    late = office.room.now() + timedelta(hours=1)
    tell_resident(office, "request/1/answered", known_resident(office, 1), expires_at=late)
    tell_resident(office, "request/2/answered", known_resident(office, 2, phone=""), expires_at=late)
    clock.pass_(hours=1)
    assert claimed(office) == []
    assert office.outbox.calls() == ()
    assert office.outbox.expire() == 1
    assert {(row.state, row.detail) for row in office.outbox.messages()} == {("dropped", "expired")}
    assert office.outbox.expire() == 0


def test_what_was_told_of_an_appointment_that_moved_is_dropped_unless_it_is_in_hand(office: Office) -> None:
    resident = known_resident(office)
    tell_resident(office, "appointment/1/booked", resident)
    tell_resident(office, "appointment/2/booked", resident)
    with office.room.writing() as session:
        withdraw(session, office.room, 4711, at=office.room.now())
    assert len(claimed(office)) == 2


# What staff do.


def test_a_call_made_is_noted_with_who_made_it(office: Office, records: Records) -> None:
    tell_resident(office, "request/1/answered", known_resident(office, phone=""))
    (row,) = office.outbox.calls()
    done = office.outbox.called(row.id, "家人接听", by="zhang")
    assert (done.state, done.detail) == ("called", "家人接听")
    assert office.outbox.calls() == ()
    line = records.journal()[-1]
    assert (line["verb"], line["who"], line["before"]) == ("called", "zhang", {"state": "call"})
    assert "家人" not in str(line)


def test_what_nobody_sends_comes_onto_the_call_list_and_is_not_sent_after_the_call(
    office: Office, waiting: int, clock: SetClock
) -> None:
    clock.pass_(minutes=119)
    assert office.outbox.calls() == ()
    clock.pass_(minutes=1)
    assert [row.id for row in office.outbox.calls()] == [waiting]
    assert office.outbox.called(waiting).state == "called"
    assert claimed(office) == []


def test_a_person_may_call_send_again_or_drop_what_is_unsure(office: Office, waiting: int) -> None:
    for verb, after in ((office.outbox.retry, "waiting"), (office.outbox.drop, "dropped")):
        claimed(office)
        office.outbox.recover(WORKER)
        assert verb(waiting).state == after


REFUSED = {
    "sent already": lambda office, message: (office.outbox.sent(message), office.outbox.retry(message)),
    "being sent": lambda office, message: office.outbox.drop(message),
    "no such message": lambda office, message: office.outbox.drop(4711),
    "no number at all": lambda office, message: office.outbox.called(-1),
    "no such state": lambda office, message: office.outbox.messages("gone"),
}


@pytest.mark.parametrize("verb", REFUSED.values(), ids=REFUSED.keys())
@ON_SQLITE
def test_what_cannot_be_is_refused(office: Office, waiting: int, verb: Any) -> None:
    claimed(office)
    with pytest.raises(Refusal):
        verb(office, waiting)


def test_no_journal_line_and_no_repr_tells_of_the_person(office: Office, waiting: int, records: Records) -> None:
    (message,) = office.outbox.claim(WORKER, office.room.now())
    office.outbox.failed(waiting, "no such number")
    told = str(records.journal()) + repr(message) + repr(office.outbox.calls())
    assert "王" not in told
    assert "13800000001" not in told


# The texts.


def test_the_shipped_texts_have_every_occasion() -> None:
    assert shipped_texts().templates.keys() == OCCASIONS.keys()


def test_a_moment_is_said_as_people_say_it() -> None:
    assert moment_text(MORNING) == "11月20日（周五）9:00"


def test_a_text_too_long_to_send_ends_in_an_ellipsis() -> None:
    text = shipped_texts().fill("request_refused", {"name": "王*", "centre": "中心", "answer": "长" * 600})
    assert len(text) == 500
    assert text.endswith("长…")


FAULTY = {
    "unknown placeholder": ('[booked]\ntext = "{name} {number}"', "booked: text: found {number}, expected plain text"),
    "attribute": ('[booked]\ntext = "{name.__class__}"', "found {name.__class__}"),
    "format": ('[booked]\ntext = "{name:>99999999}"', "found {name}"),
    "position": ('[booked]\ntext = "{}"', "found {}"),
    "brace left open": ('[booked]\ntext = "{name"', "booked: text: found '{name'"),
    "no text": ('[booked]\n', "booked: text: found nothing"),
    "missing occasion": ("", "reminder: found nothing, expected a table with the text of this occasion"),
    "unknown occasion": ('[remindr]\ntext = "x"', "remindr: found an unknown key, expected reminder?"),
    "no TOML": ("[", "broken TOML"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FAULTY.values(), ids=FAULTY.keys())
def test_a_faulty_file_is_refused_by_name_and_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "texts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        load_texts(path)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_site_may_change_the_texts(tmp_path: Path) -> None:
    path = tmp_path / "texts.toml"
    text = resources.path(FILE).read_text(encoding="utf-8").replace("您好", "您早")
    path.write_text(text, encoding="utf-8")
    values = {"name": "王*", "centre": "中心", "answer": "好。"}
    assert "您早" in load_texts(path).fill("request_answered", values)


def test_a_message_object_is_complete_when_a_worker_has_it(office: Office, waiting: int) -> None:
    (message,) = office.outbox.claim(WORKER, office.room.now())
    assert isinstance(message, Message)
    assert (message.text[-7:], message.worker, message.attempts) == ("请周一再来电。", WORKER, 1)
