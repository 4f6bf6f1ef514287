"""The simulated pair of wires itself."""

from __future__ import annotations

from drivers.call_box.simulator import CallBoxSimulator, encode
from drivers.on_pty_bus import SharedWire, WireFault
from tests.drivers.wires import POLL, Polled, Sniffer

CALL = encode(1, 0x01, b"\x0c")


def test_what_one_device_says_the_host_and_all_others_hear_and_it_itself_does_not() -> None:
    box, other, sniffer = CallBoxSimulator(1), CallBoxSimulator(1), Sniffer()
    wire = SharedWire([box, other, sniffer])
    assert wire.say(box, box.press("call", 0.0), 0.0) == CALL
    assert sniffer.frames == [(1, 1, b"\x0c")]
    assert (box.state.confirmed, wire.state[0].presses, wire.state[2]) == (0, 1, None)


def test_an_adapter_that_echoes_gives_the_host_its_bytes_back_before_any_answer() -> None:
    wire = SharedWire([Polled(5, 0.0)], echoes=True)
    question = encode(5, POLL)
    assert wire.receive(question, 1.0) == question
    assert wire.due == 1.0
    assert wire.tick(1.0) == encode(5, 0x21, b"\x01")
    assert wire.due is None


def test_a_collision_spoils_what_a_device_says_for_everybody() -> None:
    box, sniffer = CallBoxSimulator(1), Sniffer()
    wire = SharedWire([box, sniffer])
    wire.fault(WireFault.COLLISION)
    assert len(wire.say(box, box.press("call", 0.0), 0.0)) == len(CALL)
    assert sniffer.frames == []
    assert wire.tick(1.0) == CALL  # it is sent again
    assert sniffer.frames == [(1, 1, b"\x0c")]


def test_what_is_lost_reaches_no_device_though_the_adapter_echoes_it() -> None:
    sniffer = Sniffer()
    wire = SharedWire([sniffer], echoes=True)
    wire.fault(WireFault.LOST)
    assert wire.receive(CALL, 0.0) == CALL
    assert sniffer.frames == []
