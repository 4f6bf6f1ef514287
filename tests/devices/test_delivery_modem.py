"""Text messages through a simulated modem on a real pseudo-terminal: its faults, its cable, its PIN."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.gsm_modem import sending
from drivers.gsm_modem.simulator import Arrived, ModemFault, ModemOnPty
from terminal.devices.delivery.courier import Courier
from terminal.devices.delivery.making import couriers
from terminal.devices.delivery.modem_transport import ModemTransport
from terminal.devices.delivery.transport import Result, Standing
from terminal.settings import MessagesSettings, ModemSettings, Settings
from tests.devices.gateways import Letter
from tests.drivers.ptys import eventually

PATIENCE = 20.0


class Desk:
    """A machine with a modem."""

    def __init__(self, modem: ModemOnPty, pin: str | None = None) -> None:
        self.modem = modem
        self.standings: list[Standing] = []
        section = ModemSettings(port=modem.port, pin=pin)
        self.settings = Settings(gsm_modem=section, messages=MessagesSettings(sms="modem"))
        self.transport = self.made()

    def made(self) -> ModemTransport:
        """A transport of the settings, as the program makes it."""
        made = [one.transport for one in couriers(self.settings, tell=self.standings.append)]
        return next(one for one in made if isinstance(one, ModemTransport))

    def ready(self, seconds: float = PATIENCE) -> bool:
        """Whether the modem is ready in time."""

        def look() -> bool:
            self.transport.wait(0.2)
            return self.transport.ready

        return eventually(look, seconds)

    def send(self, **letter: object) -> Result:
        assert self.ready()
        return self.transport.send(Letter(**letter))  # type: ignore[arg-type]

    @property
    def arrived(self) -> tuple[Arrived, ...]:
        state: tuple[Arrived, ...] = self.modem.call(lambda: self.modem.device.state.messages)
        return state


@pytest.fixture
def modem(tmp_path: Path) -> Iterator[ModemOnPty]:
    with ModemOnPty(link=tmp_path / "modem") as made:
        yield made


@pytest.fixture
def desk(modem: ModemOnPty, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Desk]:
    """A modem that nobody waits a minute for."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sending, "ANSWER_S", 1.0)
    monkeypatch.setattr(sending, "PROMPT_S", 0.5)
    made = Desk(modem)
    yield made
    made.transport.close()


def test_a_message_arrives_on_the_phone(desk: Desk) -> None:
    assert desk.send() == Result("sent")
    assert desk.arrived == (Arrived("13800000001", Letter().text),)
    assert desk.standings[-1] == Standing("up")


def test_a_long_message_arrives_as_one(desk: Desk) -> None:
    text = "请带身份证和户口簿。" * 30
    assert desk.send(text=text, id=300) == Result("sent")
    assert [(one.text, one.parts, one.of) for one in desk.arrived] == [(text, 5, 5)]


def test_a_number_or_a_text_that_cannot_be_sent_fails_for_good_without_the_modem(desk: Desk) -> None:
    assert desk.transport.send(Letter(address="12")) == Result("failed", "unusable_address")
    assert desk.transport.send(Letter(text="长" * 1000)) == Result("failed", "unusable_text")
    assert desk.transport.send(Letter()) == Result("again", "silent")  # it was not asked yet how it is


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        (ModemFault.STALL, Result("unsure", "no_answer")),
        (ModemFault.REBOOT, Result("unsure", "restarted")),
        (ModemFault.REFUSED, Result("again", "network")),
        (ModemFault.NO_PROMPT, Result("again", "no_prompt")),
        (ModemFault.UNKNOWN_NUMBER, Result("failed", "number")),
        (ModemFault.ECHO, Result("sent")),
        (ModemFault.GARBAGE, Result("sent")),
    ],
)
def test_every_fault_has_its_outcome_and_the_next_message_goes_out(
    desk: Desk, fault: ModemFault, result: Result
) -> None:
    assert desk.ready()
    desk.modem.fault(fault)
    assert desk.send() == result
    assert desk.send(text="下一条") == Result("sent")
    assert desk.arrived[-1].text == "下一条"


def test_a_modem_without_network_is_in_trouble_and_takes_no_message(desk: Desk) -> None:
    desk.modem.fault(ModemFault.NO_NETWORK)
    assert not desk.ready(2.0)
    assert desk.standings[-1] == Standing("trouble", "no_network")
    assert desk.transport.send(Letter()) == Result("again", "no_network")


def test_a_cable_that_is_pulled_is_told_and_the_modem_is_found_again(desk: Desk) -> None:
    assert desk.ready()
    desk.modem.unplug()
    assert eventually(lambda: (desk.transport.wait(0.2), desk.standings[-1].state == "trouble")[1])
    assert not desk.transport.ready
    desk.modem.replug()
    assert desk.send() == Result("sent")


def test_a_cable_that_is_pulled_with_the_message_on_its_way_leaves_it_unsure(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "ANSWER_S", PATIENCE)
    assert desk.ready()
    desk.modem.fault(ModemFault.STALL)
    puller = threading.Thread(target=lambda: eventually(lambda: desk.arrived, PATIENCE) and desk.modem.unplug())
    puller.start()
    assert desk.transport.send(Letter()) == Result("unsure", "lost")
    puller.join()


def test_told_to_stop_it_waits_no_longer_for_a_modem_that_stalls(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "ANSWER_S", 600.0)
    assert desk.ready()
    desk.modem.fault(ModemFault.STALL)
    stopper = threading.Thread(target=lambda: (eventually(lambda: desk.arrived, PATIENCE), desk.transport.stop()))
    stopper.start()
    assert desk.transport.send(Letter()) == Result("unsure", "closed")
    stopper.join()
    desk.transport.wait(60.0)  # returns at once from here on


def test_a_wake_ends_the_wait(desk: Desk) -> None:
    assert desk.ready()
    waker = threading.Timer(0.05, desk.transport.wake)
    waker.start()
    desk.transport.wait(PATIENCE)
    waker.join()


def test_a_refused_pin_is_not_tried_by_the_next_program_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with ModemOnPty("1234", link=tmp_path / "locked") as modem:
        for _ in range(2):
            desk = Desk(modem, pin="1111")
            assert not desk.ready(2.5)
            assert desk.standings[-1].reason == "pin_refused"
            desk.transport.close()
        assert modem.call(lambda: modem.device.tries) == 2
        desk = Desk(modem, pin="1234")  # corrected
        assert desk.send() == Result("sent")
        desk.transport.close()


def test_settings_without_a_modem_are_refused() -> None:
    from terminal.errors import Refusal

    with pytest.raises(Refusal, match="no GSM modem"):
        couriers(Settings(messages=MessagesSettings(sms="modem")))


def test_a_machine_has_a_courier_for_each_way_it_knows() -> None:
    def ways(sms: str | None) -> list[str]:
        return [one.transport.via for one in couriers(Settings(messages=MessagesSettings(sms=sms)))]

    assert ways(None) == ["url"]
    assert ways("json://gateway.invalid/{phone}") == ["url", "sms"]
    assert all(isinstance(one, Courier) for one in couriers(Settings()))
