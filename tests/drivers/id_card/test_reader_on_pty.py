"""The reader over a real pseudo-terminal: each of the simulator's faults, and a cable pulled and put back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drivers.bus import Bus
from drivers.id_card import (
    SERIAL,
    Ailing,
    CardLifted,
    CardRead,
    CardReader,
    CardRefused,
    ReaderReady,
    ReaderTrouble,
    Refused,
)
from drivers.id_card.simulator import CardFault, ReaderOnPty, people
from drivers.line import Direction, Line, LineDown
from tests.drivers.id_card.test_reader import card_answer

PATIENCE_S = 20.0


class Host:
    """The terminal's side."""

    def __init__(self, port: str, *, fingerprints: bool = False) -> None:
        self.line = Line(port, serial=SERIAL)
        self.reader = CardReader(fingerprints=fingerprints)
        self.bus = Bus(self.line, [self.reader])
        self.events: list[Any] = []

    def until(self, wanted: type | Callable[[Any], bool]) -> Any:
        """The next event of a kind."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                heard = [event for _, event in self.bus.turn(0.2)]
            except LineDown:
                continue
            self.events += heard
            for event in heard:
                if isinstance(event, wanted) if isinstance(wanted, type) else wanted(event):
                    return event
        raise AssertionError(f"not heard within {PATIENCE_S} s: {wanted}; but {self.events}")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[..., tuple[ReaderOnPty, Host]]]:
    """Makes a reader and its host."""
    made: list[tuple[ReaderOnPty, Host]] = []

    def make(*, fingerprints: bool = False, **options: Any) -> tuple[ReaderOnPty, Host]:
        device = ReaderOnPty(link=tmp_path / f"reader{len(made)}", **options)
        host = Host(device.port, fingerprints=fingerprints)
        made.append((device, host))
        return device, host

    yield make
    for device, host in made:
        host.line.close()
        device.close()


Desk = Callable[..., tuple[ReaderOnPty, Host]]


@pytest.mark.parametrize("key", [key for key in people() if key != "unknown_kind"])
def test_everybodys_card_is_read_once_and_whole(desk: Desk, key: str) -> None:
    device, host = desk()
    device.place(key)
    card = host.until(CardRead).card
    assert card.name == people()[key].name
    assert card.photo == people()[key].picture()
    host.until(CardLifted)
    assert device.state.reads == 1


@pytest.mark.parametrize(("key", "size"), [("resident", 0), ("long_term", 512), ("fingerprints", 1024)])
def test_answers_of_all_lengths_are_read_with_fingerprints(desk: Desk, key: str, size: int) -> None:
    device, host = desk(fingerprints=True)
    device.place(key)
    assert len(host.until(CardRead).card.fingerprints) == size


def test_a_module_without_fingerprints_is_read_without_them(desk: Desk) -> None:
    device, host = desk(fingerprints=True, reads_fingers=False)
    device.place("fingerprints")
    assert host.until(CardRead).card.fingerprints == b""


@pytest.mark.parametrize("hides", [True, False])
def test_a_card_that_stays_is_read_once_and_another_one_after_it(desk: Desk, hides: bool) -> None:
    device, host = desk(hides_read_card=hides)
    device.place("resident")
    host.until(CardRead)
    finds = device.state.finds
    _let_it_look(device, host, finds + 4)
    assert device.state.reads == 1
    device.lift()
    if not any(isinstance(event, CardLifted) for event in host.events):
        host.until(CardLifted)
    device.place("expired")
    assert host.until(CardRead).card.name == people()["expired"].name


def _let_it_look(device: ReaderOnPty, host: Host, finds: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while device.state.finds < finds:
        assert time.monotonic() < deadline
        host.events += [event for _, event in host.bus.turn(0.1)]


@pytest.mark.parametrize("fault", [CardFault.GARBAGE, CardFault.HEADER])
@pytest.mark.parametrize("hides", [True, False])
def test_a_good_answer_behind_noise_is_read_at_once(desk: Desk, fault: CardFault, hides: bool) -> None:
    device, host = desk(hides_read_card=hides)
    device.fault(fault)
    device.place("resident")
    host.until(CardRead)
    assert not any(isinstance(event, CardRefused) for event in host.events)


@pytest.mark.parametrize("fault", [CardFault.CHECKSUM, CardFault.PARTIAL])
def test_a_spoilt_answer_is_asked_for_again_and_the_card_is_read(desk: Desk, fault: CardFault) -> None:
    device, host = desk(hides_read_card=False)
    device.fault(fault)
    device.place("resident")
    host.until(CardRead)
    assert device.state.reads == 2


@pytest.mark.parametrize("fault", [CardFault.CHECKSUM, CardFault.PARTIAL, CardFault.LOST])
def test_a_reader_that_hides_the_card_after_a_spoilt_read_has_it_laid_on_again(desk: Desk, fault: CardFault) -> None:
    device, host = desk()
    device.fault(fault)
    device.place("resident")
    assert host.until(CardRefused).reason is Refused.INTERRUPTED
    device.lift()
    device.place("resident")
    host.until(CardRead)


def test_a_lost_answer_is_asked_for_again(desk: Desk) -> None:
    device, host = desk(hides_read_card=False)
    device.fault(CardFault.LOST)
    device.place("resident")
    host.until(CardRead)


def test_a_slow_answer_is_waited_for(desk: Desk) -> None:
    device, host = desk(slow_s=0.5)
    device.fault(CardFault.SLOW)
    device.place("resident")
    host.until(CardRead)
    assert device.state.reads == 1


def test_an_answer_later_than_its_time_does_no_harm(desk: Desk) -> None:
    device, host = desk(slow_s=1.3)
    host.until(ReaderReady)
    device.fault(CardFault.SLOW, 2, anywhere=True)
    device.place("resident")
    host.until(CardRead)


@pytest.mark.parametrize(
    "fault", [CardFault.GARBAGE, CardFault.HEADER, CardFault.CHECKSUM, CardFault.PARTIAL, CardFault.LOST]
)
def test_any_answer_may_be_spoilt_on_the_way_to_a_card(desk: Desk, fault: CardFault) -> None:
    device, host = desk(hides_read_card=False)
    device.fault(fault, 2, anywhere=True)
    device.place("resident")
    host.until(CardRead)
    assert not any(isinstance(event, ReaderTrouble | CardRefused) for event in host.events)


def test_a_card_pulled_while_it_is_read_is_told_and_read_when_it_is_laid_on_again(desk: Desk) -> None:
    device, host = desk()
    device.fault(CardFault.PULLED)
    device.place("resident")
    assert host.until(CardRefused).reason is Refused.INTERRUPTED
    device.place("resident")
    host.until(CardRead)


def test_a_card_that_cannot_be_read_is_refused_and_the_next_one_read(desk: Desk) -> None:
    device, host = desk()
    device.fault(CardFault.UNREADABLE, 3)
    device.place("resident")
    assert host.until(CardRefused).reason is Refused.UNREADABLE
    device.lift()
    host.until(CardLifted)
    device.place("long_term")
    host.until(CardRead)


def test_a_card_that_reads_at_the_second_try_is_no_trouble(desk: Desk) -> None:
    device, host = desk()
    device.fault(CardFault.UNREADABLE)
    device.place("resident")
    host.until(CardRead)
    assert not any(isinstance(event, CardRefused) for event in host.events)


def test_an_unknown_kind_of_card_is_refused_by_its_letter(desk: Desk) -> None:
    device, host = desk()
    device.place("unknown_kind")
    refused = host.until(CardRefused)
    assert (refused.reason, refused.kind) == (Refused.UNKNOWN, "K")


def test_a_silent_reader_is_told_and_ready_when_it_speaks_again(desk: Desk) -> None:
    device, host = desk()
    device.fault(CardFault.SILENT)
    assert host.until(ReaderTrouble).reason is Ailing.SILENT
    device.fault(CardFault.SILENT, 0)
    assert host.until(ReaderReady).sam == "05.01-20159744-1234567890"


def test_a_failed_self_test_is_told_and_passes_after_a_reset(desk: Desk) -> None:
    device, host = desk()
    device.fault(CardFault.SELF_TEST)
    assert host.until(ReaderTrouble).reason is Ailing.SELF_TEST
    device.fault(CardFault.SELF_TEST, 0)
    host.until(ReaderReady)
    device.place("resident")
    host.until(CardRead)


def test_a_reader_that_is_plugged_in_again_reads_the_card_that_lies_there(desk: Desk) -> None:
    device, host = desk()
    device.place("resident")
    host.until(CardRead)
    device.unplug()
    device.lift()
    device.place("expired")
    device.replug()
    host.until(ReaderReady)
    assert host.until(CardRead).card.name == people()["expired"].name


def test_nothing_but_the_look_for_a_card_passes_while_nobody_comes(desk: Desk) -> None:
    device, host = desk()
    host.until(ReaderReady)
    sent: list[bytes] = []
    host.line.tap = lambda direction, data: sent.append(data) if direction is Direction.OUT else None
    _let_it_look(device, host, device.state.finds + 3)
    assert set(sent) == {bytes.fromhex("AA AA AA 96 69 00 03 20 01 22")}


def test_an_answer_that_ends_as_our_message_begins_is_read_all_the_same(desk: Desk) -> None:
    """Its last byte is AA: taken for the beginning of an echo at first."""
    assert card_answer("resident").endswith(b"\xaa")
    device, host = desk()
    device.place("resident")
    host.until(CardRead)
    assert device.state.reads == 1
