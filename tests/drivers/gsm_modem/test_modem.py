"""The dialogue with a modem: how it is made ready, what becomes of a message, and every fault of the simulated one."""

from __future__ import annotations

import pytest

from drivers.gsm_modem.codes import SENTENCES
from drivers.gsm_modem.modem import Modem, ModemReady
from drivers.gsm_modem.pdu import encode
from drivers.gsm_modem.sending import ANSWER_S, Fate, Outcome
from drivers.gsm_modem.simulator import Arrived, ModemFault
from tests.drivers.gsm_modem.talks import LONG, PHONE, TEXT, Talk


def test_a_modem_is_made_ready_and_says_how_well_it_hears_the_network() -> None:
    talk = Talk()
    assert talk.ready()
    assert talk.events == [ModemReady(21)]
    for command in (b"ATE0\r", b"AT+CMEE=1\r", b"AT+CPIN?\r", b"AT+CREG?\r", b"AT+CMGF=0\r"):
        assert command in talk.wrote


def test_a_message_arrives_whole() -> None:
    talk = Talk()
    assert talk.send() == Outcome(Fate.SENT, references=(1,))
    assert talk.arrived == (Arrived(PHONE, TEXT),)


def test_a_long_message_arrives_as_one() -> None:
    talk = Talk()
    outcome = talk.send(LONG)
    assert (outcome.fate, outcome.references) == (Fate.SENT, (1, 2, 3, 4))
    assert talk.arrived == (Arrived(PHONE, LONG, 4, 4),)


def test_messages_follow_one_another_each_with_its_own_outcome() -> None:
    talk = Talk()
    for number in range(5):
        assert talk.send(f"第{number}条").fate is Fate.SENT
    assert [one.text for one in talk.arrived] == [f"第{number}条" for number in range(5)]


@pytest.mark.parametrize("fault", [ModemFault.ECHO, ModemFault.CHATTER, ModemFault.GARBAGE, ModemFault.LATE])
def test_a_message_arrives_all_the_same(fault: ModemFault) -> None:
    talk = Talk(fault)
    assert talk.send().fate is Fate.SENT
    assert talk.arrived == (Arrived(PHONE, TEXT),)


def test_everything_at_once_does_not_confuse_it() -> None:
    talk = Talk(ModemFault.ECHO, ModemFault.CHATTER, ModemFault.GARBAGE, ModemFault.LATE)
    assert talk.send(LONG).fate is Fate.SENT
    assert talk.arrived == (Arrived(PHONE, LONG, 4, 4),)


# The PIN.


def test_a_card_that_asks_for_its_pin_is_given_it() -> None:
    talk = Talk(pin="1234", card="1234")
    assert talk.send().fate is Fate.SENT


def test_a_wrong_pin_is_tried_once_and_never_again() -> None:
    talk = Talk(pin="1111", card="1234")
    assert not talk.ready(7200)
    assert set(talk.troubles) == {"pin_refused"}
    assert talk.wrote.count(b"AT+CPIN=") == 1
    talk.modem.opened(talk.now)  # the cable was pulled and put back
    assert not talk.ready(7200)
    assert talk.wrote.count(b"AT+CPIN=") == 1
    assert talk.device.tries == 2


def test_a_pin_that_was_refused_in_an_earlier_life_is_not_tried() -> None:
    talk = Talk(pin="1111", card="1234", pin_refused=True)
    assert not talk.ready(3600)
    assert b"AT+CPIN=" not in talk.wrote


def test_a_pin_whose_answer_was_lost_is_not_tried_again() -> None:
    talk = Talk(pin="1111", card="1234")
    assert talk.until(lambda: b"AT+CPIN=" in talk.wrote)
    talk.device.reboot(talk.now)
    talk.modem.opened(talk.now)
    assert not talk.ready(3600)
    assert talk.wrote.count(b"AT+CPIN=") == 1


def test_a_right_pin_is_given_again_after_the_modem_was_switched_off() -> None:
    talk = Talk(pin="1234", card="1234")
    assert talk.ready()
    talk.device.reboot(talk.now)
    talk.modem.opened(talk.now)
    assert talk.send().fate is Fate.SENT
    assert talk.wrote.count(b"AT+CPIN=") == 2


def test_without_a_pin_in_the_settings_that_is_what_is_told() -> None:
    talk = Talk(card="1234")
    assert not talk.ready(120)
    assert set(talk.troubles) == {"pin_needed"}


# Not ready.


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(ModemFault.SILENT, "silent"), (ModemFault.NO_SIM, "no_sim"), (ModemFault.NO_NETWORK, "no_network")],
)
def test_a_modem_that_cannot_send_says_why_and_is_ready_when_it_can(fault: ModemFault, reason: str) -> None:
    talk = Talk(fault)
    assert not talk.ready(200)
    assert set(talk.troubles) == {reason}
    assert reason in SENTENCES
    talk.device.fault(fault, 0)
    assert talk.ready(120)
    assert talk.modem.trouble == ""


def test_a_network_that_goes_away_is_noticed_with_nothing_to_send() -> None:
    talk = Talk()
    assert talk.ready()
    talk.device.fault(ModemFault.NO_NETWORK)
    assert talk.until(lambda: talk.troubles == ["no_network"], 120)
    assert not talk.modem.ready


def test_a_message_that_meets_a_lost_network_is_told_at_once_and_was_not_sent() -> None:
    talk = Talk()
    assert talk.ready()
    talk.device.fault(ModemFault.NO_NETWORK)
    outcome = talk.send()
    assert (outcome.fate, outcome.reason) == (Fate.NOT_SENT, "no_network")
    assert talk.arrived == ()


def test_one_message_at_a_time() -> None:
    talk = Talk()
    with pytest.raises(ValueError, match="one message at a time"):
        talk.modem.send(encode(PHONE, TEXT), talk.now)
    assert talk.ready()
    talk.modem.send(encode(PHONE, TEXT), talk.now)
    with pytest.raises(ValueError, match="one message at a time"):
        talk.modem.send(encode(PHONE, TEXT), talk.now)


# What is known of a message that went wrong.


@pytest.mark.parametrize(
    ("fault", "reason", "for_good"),
    [
        (ModemFault.REFUSED, "network", False),
        (ModemFault.UNKNOWN_NUMBER, "number", True),
        (ModemFault.SIM_FULL, "memory", False),
        (ModemFault.NO_PROMPT, "no_prompt", False),
    ],
)
def test_what_was_refused_was_not_sent_and_the_next_message_goes_out(
    fault: ModemFault, reason: str, for_good: bool
) -> None:
    talk = Talk()
    assert talk.ready()
    talk.device.fault(fault)
    outcome = talk.send()
    assert (outcome.fate, outcome.reason, outcome.for_good) == (Fate.NOT_SENT, reason, for_good)
    assert talk.arrived == ()
    talk.device.fault(fault, 0)
    assert talk.send().fate is Fate.SENT


@pytest.mark.parametrize(
    ("fault", "reason", "arrived"),
    [
        (ModemFault.STALL, "no_answer", 1),
        (ModemFault.SWALLOW, "no_answer", 0),
        (ModemFault.PARTIAL, "no_answer", 1),
        (ModemFault.UNCLEAR, "unclear", 1),
        (ModemFault.REBOOT, "restarted", 0),
    ],
)
def test_a_message_that_was_given_out_and_not_confirmed_is_unsure(fault: ModemFault, reason: str, arrived: int) -> None:
    talk = Talk()
    assert talk.ready()
    talk.device.fault(fault)
    began = talk.now
    outcome = talk.send()
    assert (outcome.fate, outcome.reason, outcome.for_good) == (Fate.UNSURE, reason, False)
    assert talk.now - began <= ANSWER_S + 2.0
    assert len(talk.arrived) == arrived
    assert talk.send("下一条").fate is Fate.SENT  # and its answer is its own
    assert talk.arrived[-1].text == "下一条"


def test_a_later_part_that_is_refused_is_tried_again_for_the_first_ones_are_out() -> None:
    talk = Talk()
    assert talk.ready()
    talk.modem.send(encode(PHONE, LONG), talk.now)
    assert talk.until(lambda: talk.arrived)
    talk.device.fault(ModemFault.REFUSED, 2)
    assert talk.until(lambda: talk.outcomes)
    assert talk.outcomes[-1].fate is Fate.SENT
    assert talk.arrived == (Arrived(PHONE, LONG, 4, 4),)


def test_a_message_that_went_out_in_part_is_unsure() -> None:
    talk = Talk()
    assert talk.ready()
    talk.modem.send(encode(PHONE, LONG), talk.now)
    assert talk.until(lambda: talk.arrived)
    talk.device.fault(ModemFault.REFUSED, 9)
    assert talk.until(lambda: talk.outcomes)
    assert (talk.outcomes[-1].fate, talk.outcomes[-1].reason) == (Fate.UNSURE, "in_part")
    assert talk.outcomes[-1].references == (1,)


def test_a_cable_pulled_before_the_message_was_given_out_sent_nothing() -> None:
    talk = Talk()
    assert talk.ready()
    talk.modem.send(encode(PHONE, TEXT), talk.now)
    assert talk.modem.give_up(talk.now) == Outcome(Fate.NOT_SENT, "lost")
    assert talk.modem.give_up(talk.now) is None
    assert talk.send("下一条").fate is Fate.SENT
    assert [one.text for one in talk.arrived] == ["下一条"]


def test_a_cable_pulled_after_that_leaves_it_unsure() -> None:
    talk = Talk(ModemFault.STALL)
    assert talk.ready()
    talk.modem.send(encode(PHONE, TEXT), talk.now)
    assert talk.until(lambda: talk.arrived)
    talk.modem.opened(talk.now)
    assert talk.modem.due == float("-inf")
    assert talk.modem.tick(talk.now) == [Outcome(Fate.UNSURE, "lost")]


def test_no_secret_is_in_what_a_modem_says_of_itself() -> None:
    modem = Modem("4711")
    modem.opened(0.0)
    assert "4711" not in repr(vars(modem))
