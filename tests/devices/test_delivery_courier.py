"""A courier and the outbox, on both kinds of database: what becomes of each message, and nothing told twice."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.devices.delivery.backoff import MINUTES, MOST_ATTEMPTS, again_at
from terminal.devices.delivery.courier import LONGEST_NAME, Courier, describe, own_name
from terminal.devices.delivery.transport import Result
from terminal.errors import Fault
from terminal.office.office import Office
from tests.devices import delivery_workers
from tests.devices.gateways import Pigeon, state_of, text_resident, write_to_staff
from tests.office import workers
from tests.office.conftest import clock, hall_file, hall_on_sqlite, hall_url, halls_on_postgres, office
from tests.office.halls import MORNING, SetClock

__all__ = ["clock", "hall_file", "hall_on_sqlite", "hall_url", "halls_on_postgres", "office"]


def test_a_message_is_sent_and_recorded(office: Office) -> None:
    message, pigeon = text_resident(office), Pigeon()
    done = Courier(pigeon).step(office)
    assert done is not None
    assert (done.message, done.result) == (message, Result("sent"))
    assert describe(done) == f"{message}  sms  sent"
    assert state_of(office, message) == ("sent", "")
    assert Courier(pigeon).step(office) is None


def test_a_courier_takes_only_what_goes_its_way(office: Office) -> None:
    message = text_resident(office)
    letter = write_to_staff(office, "json://example.invalid/hook")
    sms, url = Pigeon("sms"), Pigeon("url")
    for pigeon in (url, sms):
        assert Courier(pigeon).step(office) is not None
        assert Courier(pigeon).step(office) is None
    assert (sms.carried, url.carried) == ([message], [letter])


def test_a_transport_that_is_not_ready_leaves_the_messages_to_others(office: Office) -> None:
    message, pigeon = text_resident(office), Pigeon()
    pigeon.ready = False
    assert Courier(pigeon).step(office) is None
    assert state_of(office, message)[0] == "waiting"


def test_nothing_leaves_before_the_database_holds_that_it_does(office: Office) -> None:
    seen: list[str] = []
    pigeon = Pigeon(carry=lambda message: seen.append(state_of(office, message.id)[0]) or Result("sent"))
    text_resident(office)
    Courier(pigeon).step(office)
    assert seen == ["sending"]


def test_what_did_not_go_out_is_tried_again_each_time_later_and_not_for_ever(office: Office, clock: SetClock) -> None:
    message = text_resident(office)
    pigeon = Pigeon(carry=lambda _: Result("again", "no_network"))
    courier = Courier(pigeon)
    for minutes in MINUTES:
        assert courier.step(office) is not None
        assert state_of(office, message) == ("waiting", "no_network")
        clock.pass_(minutes=minutes, seconds=-1)
        assert courier.step(office) is None
        clock.pass_(seconds=1)
    done = courier.step(office)
    assert done is not None
    assert not done.again
    assert state_of(office, message) == ("call", "no_network")  # nobody can reach them so: staff telephone
    assert len(pigeon.carried) == MOST_ATTEMPTS


def test_what_can_never_go_out_is_not_tried_again(office: Office, clock: SetClock) -> None:
    message = text_resident(office)
    courier = Courier(Pigeon(carry=lambda _: Result("failed", "number")))
    courier.step(office)
    assert state_of(office, message) == ("call", "number")
    clock.pass_(days=1)
    assert courier.step(office) is None


def test_what_may_have_gone_out_is_never_sent_again_by_itself(office: Office, clock: SetClock) -> None:
    message = text_resident(office)
    courier = Courier(Pigeon(carry=lambda _: Result("unsure", "no_answer")))
    courier.step(office)
    assert state_of(office, message) == ("unsure", "no_answer")
    clock.pass_(days=1)
    assert courier.step(office) is None


class Outage:
    """Stands before the outbox's desk: some verbs find the database away."""

    def __init__(self, desk: Any, *away: str) -> None:
        self._desk, self.away = desk, set(away)

    def __getattr__(self, name: str) -> Any:
        if name in self.away:
            return self._gone
        return getattr(self._desk, name)

    def _gone(self, *_: object, **__: object) -> None:
        raise Fault("The database does not answer.")


def test_what_was_sent_while_the_database_went_away_is_recorded_when_it_is_back(office: Office) -> None:
    message, pigeon = text_resident(office), Pigeon()
    second = text_resident(office, 2)
    courier = Courier(pigeon)
    outage: Any = Outage(office.outbox, "sent")
    office.outbox = outage
    for _ in range(3):
        with pytest.raises(Fault):
            courier.step(office)
    assert courier.owes
    outage.away.clear()
    done = courier.step(office)
    assert done is not None
    assert done.message == message
    assert state_of(office, message)[0] == "sent"
    assert not courier.owes
    courier.step(office)
    assert pigeon.carried == [message, second]  # once each


def test_a_bug_in_a_transport_leaves_the_message_unsure(office: Office, clock: SetClock) -> None:
    message = text_resident(office)

    def stumble(_: object) -> Result:
        raise RuntimeError("a bug")

    moment = [0.0]
    courier = Courier(Pigeon(carry=stumble), clock=lambda: moment[0])
    with pytest.raises(RuntimeError):
        courier.step(office)
    moment[0] += 100.0
    assert courier.step(office) is None
    assert state_of(office, message) == ("unsure", "interrupted")


def test_a_deliverer_that_is_killed_while_sending_leaves_it_unsure_and_nobody_sends_it_again(
    hall_url: str, office: Office, clock: SetClock
) -> None:
    message = text_resident(office)
    delivery_workers.killed_while_sending(hall_url)
    assert state_of(office, message)[0] == "sending"
    pigeon = Pigeon()
    assert Courier(pigeon).step(office) is None  # it may still be at it, for all we know
    clock.pass_(hours=1)
    assert Courier(pigeon).step(office) is None
    assert state_of(office, message) == ("unsure", "interrupted")
    clock.pass_(days=1)
    assert Courier(pigeon).step(office) is None
    assert pigeon.carried == []


def test_couriers_of_many_machines_send_each_message_once(hall_url: str, office: Office) -> None:
    messages = [text_resident(office, number) for number in range(40)]
    carried = workers.in_processes(partial(delivery_workers.carry_all, hall_url), 4)
    assert sorted(message for one in carried for message in one) == messages
    assert {state_of(office, message)[0] for message in messages} == {"sent"}


@given(st.integers(-3, 20))
def test_attempts_are_bounded_and_ever_further_apart(attempts: int) -> None:
    moment = again_at(attempts, MORNING)
    if not 1 <= attempts < MOST_ATTEMPTS:
        assert moment is None
    else:
        assert moment is not None
        assert timedelta(minutes=1) <= moment - MORNING <= timedelta(hours=1)
        later = again_at(attempts + 1, MORNING)
        assert later is None or later >= moment


def test_every_courier_has_a_name_of_its_own_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "a-very-long-name" * 20)
    names = {own_name("sms") for _ in range(50)}
    assert len(names) == 50
    assert max(map(len, names)) <= LONGEST_NAME
