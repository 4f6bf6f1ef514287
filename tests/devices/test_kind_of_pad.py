"""A pad of the settings, looked at and tried: what can be known without a person, and what cannot."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from drivers.on_pty import OnPty
from drivers.rating_pad.simulator import KEYS, PadFault
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Said
from terminal.settings import PadSettings, Settings

PAD = KINDS["rating_pad"]


def settings(port: str, profile: str) -> Settings:
    return Settings(rating_pad=PadSettings(port=port, profile=profile))


@pytest.mark.parametrize("profile", KEYS)
def test_every_profile_can_be_played_tried_and_understood(tmp_path: Path, profile: str) -> None:
    with PAD.simulator(profile, None, tmp_path / "pad") as pad:
        key = next(iter(KEYS[profile].values()))
        found = PAD.test(settings(pad.port, profile), lambda _said: _press_when_asked(pad, key), 20.0)
    assert found["key"] == key
    assert isinstance(found["score"], int)


def _press_when_asked(pad: OnPty[object], key: str) -> None:
    waiting = threading.Event()

    def look() -> None:
        while not PAD.asks(pad) and not waiting.wait(0.02):
            pass
        PAD.act(pad, key)

    threading.Thread(target=look, daemon=True).start()


def test_a_polled_pad_is_known_to_answer_or_not_and_a_pushing_one_is_not(tmp_path: Path) -> None:
    with PAD.simulator("s-e", None, tmp_path / "pad") as pad:
        found = PAD.look(settings(pad.port, "s-e"))
        assert (found.state, found.said) == ("up", Said("The pad answers."))
        PAD.fault(pad, PadFault.SILENT, 1000)
        found = PAD.look(settings(pad.port, "s-e"))
        assert (found.state, str(found.said).split(".")[0]) == ("trouble", "The pad does not answer")
        assert "would prove" in str(PAD.look(settings(pad.port, "ff68")).said)
        assert PAD.probe(pad.port) == []


def test_it_names_the_profiles_that_are_makes_of_pads() -> None:
    assert {info.name: info.evidence for info in PAD.profiles()} == {
        "byte": "assumed",
        "ff68": "public",
        "s-e": "public",
        "six-key": "assumed",
    }


def test_a_pad_to_try_learning_on_has_the_keys_of_its_kind_in_another_order(tmp_path: Path) -> None:
    for kind, keys in KEYS.items():
        with PAD.simulator(f"{kind}-shuffled", None, tmp_path / "pad") as pad:
            assert sorted(pad.device.keys.values()) == sorted(keys.values())
            assert pad.device.keys != keys
    with pytest.raises(ValueError, match="seven-key"):
        PAD.simulator("seven-key-shuffled", None, None)
