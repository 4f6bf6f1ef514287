"""Pads are learned over pseudo-terminals, and what was learned is kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from drivers.rating_pad import load_profile
from drivers.rating_pad.simulator import PadOnPty
from terminal.devices import lessons
from terminal.devices.lessons import Heard, Missed, Prompt, Taught, Teacher, keep, learn
from terminal.errors import Fault, Refusal

SIX = ("satisfied", "very_satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")


class Finger:
    """Presses what is asked for, as the site's keys are really wired."""

    def __init__(self, pad: PadOnPty, means: dict[str, str]) -> None:
        self.pad, self.means = pad, means
        self.told: list[object] = []
        self.skip = threading.Event()

    def __call__(self, what: object) -> None:
        self.told.append(what)
        if isinstance(what, Prompt):
            if what.key in self.means:
                self.pad.press(self.means[what.key])
            else:
                self.skip.set()

    def learn(self, profile: str | None = None) -> Taught:
        teacher = Teacher(self, lambda: False, self.skip)
        return learn(self.pad.port, profile, None, SIX, teacher, 10.0)


def test_a_pad_whose_keys_are_wired_otherwise_is_learned_with_its_own_map(tmp_path: Path) -> None:
    shuffled = dict(zip(SIX, reversed(SIX), strict=True))
    with PadOnPty("six-key", 5, resend_after_s=0.1) as pad:
        finger = Finger(pad, shuffled)
        taught = finger.learn()
    assert [what.round for what in finger.told if isinstance(what, Prompt)] == [1] * 6 + [2] * 6
    assert len([what for what in finger.told if isinstance(what, Heard)]) >= 12
    file = keep(tmp_path / "profiles", "ours", taught.text)
    profile = load_profile(file)
    assert (profile.evidence, profile.address) == ("learned", 5)
    assert {meaning: f"{profile.code(meaning).hex()}" for meaning in SIX} == {  # type: ignore[union-attr]
        meaning: f"{SIX.index(shuffled[meaning]):02x}" for meaning in SIX
    }


def test_a_key_that_the_pad_has_not_is_skipped(tmp_path: Path) -> None:
    with PadOnPty("six-key", resend_after_s=0.1) as pad:
        finger = Finger(pad, {key: key for key in SIX[:3]})
        taught = finger.learn("six-key")
    assert list(taught.keys) == list(SIX[:3])
    assert [what.key for what in finger.told if isinstance(what, Missed)] == list(SIX[3:])


def test_keys_that_send_the_same_are_refused_by_their_names() -> None:
    with PadOnPty("six-key", resend_after_s=0.1) as pad, pytest.raises(Refusal, match="satisfied, very_satisfied"):
        Finger(pad, {"satisfied": "average", "very_satisfied": "average"}).learn()


def test_a_port_that_is_not_there_is_a_fault_with_a_remedy(tmp_path: Path) -> None:
    teacher = Teacher(lambda _: None, lambda: False, threading.Event())
    with pytest.raises(Fault, match="There is no port"):
        learn(str(tmp_path / "gone"), None, None, SIX, teacher, 1.0)


@pytest.mark.parametrize("name", ["", "My Pad", "../escape", "a" * 41])
def test_a_profile_gets_a_name_that_is_safe_in_every_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="cannot be called"):
        keep(tmp_path, name, "")


def test_a_profile_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    keep(tmp_path, "ours", "first")
    with pytest.raises(Refusal, match="already"):
        keep(tmp_path, "ours", "second")
    assert (tmp_path / "ours.toml").read_text() == "first"


def test_a_folder_that_cannot_be_written_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lessons, "write_profile", full)
    with pytest.raises(Fault, match="No space left"):
        keep(tmp_path, "ours", "text")
