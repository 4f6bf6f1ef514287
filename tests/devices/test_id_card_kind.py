"""The card reader as one of the kinds: looked at, probed, tried, simulated."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.id_card.simulator import CardFault, ReaderOnPty, people
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Said
from terminal.devices.kinds.id_card import IdCardKind
from terminal.errors import Fault, Refusal
from terminal.settings import CardSettings, Settings
from tests.drivers.ptys import Pty

KIND = IdCardKind()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ReaderOnPty]:
    with ReaderOnPty(link=tmp_path / "reader") as reader:
        yield reader


def settings(port: str) -> Settings:
    return Settings(id_card=CardSettings(port=port))


def test_it_is_among_the_kinds_and_configured_by_its_settings() -> None:
    assert KINDS["id_card"].name == "id_card"
    assert KIND.configured(Settings()) is None
    configured = KIND.configured(settings("/dev/ttyUSB2"))
    assert configured is not None
    assert configured.port == "/dev/ttyUSB2"
    assert [profile.evidence for profile in KIND.profiles()] == ["public"]


def test_a_reader_tells_how_it_is_and_its_modules_number(reader: ReaderOnPty) -> None:
    finding = KIND.look(settings(reader.port))
    assert finding.state == "up"
    assert "05.01-20159744-1234567890" in str(finding.said)
    reader.fault(CardFault.SELF_TEST)
    finding = KIND.look(settings(reader.port))
    assert (finding.state, "self-test" in str(finding.said)) == ("trouble", True)


def test_a_port_that_is_not_there_and_settings_without_a_reader_are_findings(tmp_path: Path) -> None:
    assert KIND.look(settings(str(tmp_path / "none"))).state == "trouble"
    assert KIND.look(Settings()).state == "trouble"
    assert KIND.look(settings("usb:zz")).state == "trouble"


def test_a_probe_finds_a_reader_and_nothing_where_nobody_answers(reader: ReaderOnPty) -> None:
    (answer,) = KIND.probe(reader.port)
    assert answer.profile == "sdt"
    with Pty() as empty:
        assert KIND.probe(empty.port) == []
    with pytest.raises(Refusal):
        KIND.probe("usb:zz")
    with pytest.raises(Fault):
        KIND.probe("/dev/none")


def test_a_test_has_a_card_laid_on_and_tells_no_more_of_it_than_needed(reader: ReaderOnPty) -> None:
    told: list[Said] = []

    def tell(said: Said) -> None:
        told.append(said)
        threading.Timer(0.2, reader.place, ("resident",)).start()

    found = KIND.test(settings(reader.port), tell, 20)
    assert str(told[0]) == "Lay a card on the reader within 20 s."
    assert found == {
        "document": "resident",
        "name": "林**",
        "number": "5100**********0038",
        "photo_bytes": 1024,
        "doubts": [],
    }


def test_a_test_without_a_card_is_a_fault_with_advice(reader: ReaderOnPty) -> None:
    with pytest.raises(Fault, match=r"No card was found within 0\.5 s"):
        KIND.test(settings(reader.port), lambda _: None, 0.5)


def test_a_test_tells_a_card_that_is_refused_and_a_reader_in_trouble(reader: ReaderOnPty) -> None:
    reader.place("unknown_kind")
    with pytest.raises(Refusal, match="This kind of card is not known"):
        KIND.test(settings(reader.port), lambda _: None, 20)
    reader.fault(CardFault.SELF_TEST)
    with pytest.raises(Fault, match="failed its self-test"):
        KIND.test(settings(reader.port), lambda _: None, 20)
    with pytest.raises(Fault):
        KIND.test(settings("/dev/none"), lambda _: None, 20)
    with pytest.raises(Refusal):
        KIND.test(Settings(), lambda _: None, 20)


def test_its_simulator_knows_its_people_its_faults_and_nothing_else(tmp_path: Path) -> None:
    with KIND.simulator(None, None, tmp_path / "link") as device:
        assert KIND.acts(device) == (*people(), "lift")
        KIND.act(device, "expired")
        KIND.act(device, "lift")
        for fault in KIND.faults:
            KIND.fault(device, fault, 1)
        with pytest.raises(ValueError, match="expected one of resident"):
            KIND.act(device, "nobody")
        with pytest.raises(ValueError, match="expected one of garbage"):
            KIND.fault(device, "nothing", 1)
    with pytest.raises(ValueError, match="expected sdt"):
        KIND.simulator("other", None, None)
