"""Call boxes for those who connect and try one: looked at, tested and simulated."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drivers.call_box.simulator import CallBoxOnPty
from drivers.on_pty import OnPty
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Configured, Said
from terminal.errors import Fault, Refusal
from terminal.settings import CallBoxSettings, Settings
from tests.drivers.ptys import Pty, eventually

BOX = KINDS["call_box"]


@contextmanager
def hand(act: object) -> Iterator[None]:
    """Somebody who does it again and again: what comes before the port is open is not heard."""
    done = threading.Event()

    def again() -> None:
        while not done.wait(0.05):
            act()  # type: ignore[operator]

    thread = threading.Thread(target=again)
    thread.start()
    yield
    done.set()
    thread.join()


def test_the_profiles_are_named_with_their_evidence_and_the_settings_told() -> None:
    assert [(info.name, info.evidence) for info in BOX.profiles()] == [("ff68", "public")]
    assert BOX.configured(Settings(call_box=CallBoxSettings("/dev/a", "ff68", 7))) == Configured("/dev/a", "ff68", 7)
    assert BOX.configured(Settings()) is None
    assert BOX.probe("/dev/nothing") == []


def test_a_box_is_tested_by_its_digits_and_a_key() -> None:
    with CallBoxOnPty(4) as device:
        seen: list[str] = []
        device.on_change = lambda state: seen.append(state.display)
        told: list[Said] = []
        settings = Settings(call_box=CallBoxSettings(device.port, address=4))
        assert BOX.look(settings).state == "unknown"
        with hand(lambda: device.press("transfer", "2")):
            result = BOX.test(settings, told.append, 20.0)
        assert result == {"key": "transfer", "digits": "2", "frame": "FF 68 04 04 68 04 01 02 13 1A 16"}
        assert "within 20 s" in str(told[0])
        assert eventually(lambda: seen[-1:] == ["      "])
        assert "888888" in seen


def test_a_key_the_profile_does_not_know_is_the_tests_finding() -> None:
    with Pty() as cable:
        settings = Settings(call_box=CallBoxSettings(cable.port))
        with (
            hand(lambda: cable.put(bytes.fromhex("FF 68 03 03 68 01 01 0E 10 16"))),
            pytest.raises(Refusal, match="does not know: FF 68 03 03 68 01 01 0E 10 16"),
        ):
            BOX.test(settings, lambda _: None, 20.0)


def test_a_box_that_is_silent_fails_the_test() -> None:
    with Pty() as cable, pytest.raises(Fault, match=r"No key was pressed within 0\.05 s"):
        BOX.test(Settings(call_box=CallBoxSettings(cable.port)), lambda _: None, 0.05)


def test_a_port_that_is_not_there_is_a_finding_when_looked_at_and_a_fault_when_tested(tmp_path: Path) -> None:
    settings = Settings(call_box=CallBoxSettings(str(tmp_path / "nothing")))
    finding = BOX.look(settings)
    assert (finding.state, "no port" in str(finding.said)) == ("trouble", True)
    with pytest.raises(Fault, match="There is no port"):
        BOX.test(settings, lambda _: None, 0.1)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(), "name no call box"),
        (Settings(call_box=CallBoxSettings("shared")), "another machine's line"),
        (Settings(call_box=CallBoxSettings("/dev/a", "none")), "profile cannot be used"),
        (Settings(call_box=CallBoxSettings("usb:1", "ff68")), "port cannot be used"),
    ],
)
def test_settings_that_can_never_work_are_refused(settings: Settings, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        BOX.test(settings, lambda _: None, 0.1)


@pytest.mark.parametrize(
    ("what", "typed"),
    [("call", "call"), ("hold", "0 confirm"), ("call_back", "3 confirm"), ("give_up", "6 confirm"),
     ("transfer", "transfer"), ("transfer 2", "2 transfer")],
)  # fmt: skip
def test_the_simulated_box_is_pressed_by_meaning(what: str, typed: str) -> None:
    with BOX.simulator(None, 9, None) as device:
        BOX.fault(device, "silent", 1)
        BOX.act(device, what)
        assert eventually(lambda: device.state.last_key == typed)
        assert set(BOX.acts(device) or ()) >= {"call", "hold"}


def test_what_a_simulated_box_cannot_do_is_refused_with_what_it_can() -> None:
    with pytest.raises(ValueError, match="expected ff68"):
        BOX.simulator("none", None, None)
    with BOX.simulator("ff68", None, None) as device:
        for what in ("shout", "call 3", "transfer x", ""):
            with pytest.raises(ValueError, match="expected one of call"):
                BOX.act(device, what)
        with pytest.raises(ValueError, match="expected one of garbage"):
            BOX.fault(device, "none", 1)
    with pytest.raises(TypeError, match="simulated call box"):
        BOX.act(OnPty.__new__(OnPty), "call")
