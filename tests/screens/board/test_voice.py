"""The chime and the voice, played by programs of the tests."""

from __future__ import annotations

import shutil
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import resources
from terminal.screens.board import Announcer
from terminal.screens.board.speech import CannotSayError, clip_names, counting, join, pinyin

WORDS = ["qing", "hao", "dao", "chuangkou", "10", *"0123456789", *"ABCDEFGH"]


class Machine:
    """A machine with some programs; each writes its name and arguments into ``played``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "played.txt"

    def install(self, name: str, ending: str = "") -> None:
        """A program that notes its arguments and then does ``ending``."""
        program = self.folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self._log}"\n{ending}\n')
        program.chmod(0o755)

    def which(self, name: str) -> str | None:
        return shutil.which(name, path=str(self.folder))

    @property
    def played(self) -> list[str]:
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "programs").mkdir()
    return Machine(tmp_path / "programs")


@pytest.fixture
def hall(machine: Machine) -> Iterator[list[Announcer]]:
    """Announcers to close at the end."""
    made: list[Announcer] = []
    yield made
    for announcer in made:
        announcer.close()


def clips(folder: Path, *without: str) -> Path:
    """A folder of recorded words, each a hundredth of a second."""
    folder.mkdir()
    for name in set(WORDS) - set(without):
        with wave.open(str(folder / f"{name}.wav"), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(8000)
            sound.writeframes(bytes(160))
    return folder


def test_a_call_is_chimed_and_then_spoken_in_pinyin(qtbot: QtBot, machine: Machine, hall: list[Announcer]) -> None:
    machine.install("aplay")
    machine.install("espeak-ng")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    announcer.announce("A012", 3)
    qtbot.waitUntil(lambda: len(machine.played) == 2)
    assert machine.played[0].startswith("aplay -q ")
    assert machine.played[0].endswith("chime.wav")
    assert machine.played[1].endswith("qing3 ei1 ling2 yi1 er4 hao4, dao4 san1 hao4 chuang1 kou3")
    assert announcer.words == "Voice: espeak-ng"


def test_calls_are_said_one_after_another_in_their_order(qtbot: QtBot, machine: Machine, hall: list[Announcer]) -> None:
    machine.install("espeak-ng", "sleep 0.05")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    announcer.announce("A001", 1)
    announcer.announce("B002", 2)
    assert announcer.busy  # and we are here already: nothing waited
    qtbot.waitUntil(lambda: len(machine.played) == 2)
    assert "bi4" in machine.played[1]


def test_clips_of_a_person_come_before_the_robot(
    qtbot: QtBot, machine: Machine, hall: list[Announcer], tmp_path: Path
) -> None:
    machine.install("aplay")
    machine.install("espeak-ng")
    announcer = Announcer(clips(tmp_path / "xiaoli"), which=machine.which)
    hall.append(announcer)
    announcer.announce("A012", 3)
    qtbot.waitUntil(lambda: len(machine.played) == 2)
    assert machine.played[1].endswith("call.wav")
    assert announcer.words == "Voice: xiaoli"


def test_a_missing_clip_lets_the_robot_speak_and_is_named(
    qtbot: QtBot, machine: Machine, hall: list[Announcer], tmp_path: Path
) -> None:
    machine.install("aplay")
    machine.install("espeak-ng")
    announcer = Announcer(clips(tmp_path / "xiaoli", "2"), which=machine.which)
    hall.append(announcer)
    announcer.announce("A012", 3)
    qtbot.waitUntil(lambda: len(machine.played) == 2)
    assert machine.played[1].startswith("espeak-ng")
    assert "2.wav" in announcer.words


def test_without_any_program_the_hall_is_silent_and_says_what_to_install(
    machine: Machine, hall: list[Announcer]
) -> None:
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    announcer.announce("A012", 3)
    assert announcer.silent
    assert not announcer.busy
    assert "aplay" in announcer.words


def test_with_a_player_alone_there_is_the_chime(qtbot: QtBot, machine: Machine, hall: list[Announcer]) -> None:
    machine.install("paplay")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    announcer.announce("A012", 3)
    qtbot.waitUntil(lambda: not announcer.busy and len(machine.played) == 1)
    assert "Chime" in announcer.words


def test_a_player_that_fails_is_told_and_the_next_call_is_tried_again(
    qtbot: QtBot, machine: Machine, hall: list[Announcer]
) -> None:
    machine.install("espeak-ng", "echo no sound card >&2; exit 1")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    with qtbot.waitSignal(announcer.changed):
        announcer.announce("A012", 3)
    assert announcer.words == "The voice failed: no sound card"
    machine.install("espeak-ng")
    announcer.announce("A013", 3)
    qtbot.waitUntil(lambda: announcer.words == "Voice: espeak-ng" and not announcer.busy)
    assert len(machine.played) == 2


def test_a_program_that_vanished_does_not_stop_the_calls(qtbot: QtBot, machine: Machine, hall: list[Announcer]) -> None:
    machine.install("espeak-ng")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    (machine.folder / "espeak-ng").unlink()
    announcer.announce("A012", 3)
    qtbot.waitUntil(lambda: "failed" in announcer.words)
    machine.install("espeak-ng")
    announcer.announce("A013", 3)
    qtbot.waitUntil(lambda: len(machine.played) == 1)


def test_a_program_that_never_ends_is_stopped(qtbot: QtBot, machine: Machine, hall: list[Announcer]) -> None:
    machine.install("espeak-ng", "exec sleep 60")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    announcer.announce("A012", 3)
    qtbot.waitUntil(lambda: len(machine.played) == 1)
    announcer._limit.setInterval(1)
    announcer._limit.start()
    qtbot.waitUntil(lambda: not announcer.busy)


def test_a_hall_full_of_calls_drops_the_oldest(machine: Machine, hall: list[Announcer]) -> None:
    machine.install("espeak-ng", "exec sleep 60")
    announcer = Announcer(which=machine.which)
    hall.append(announcer)
    for number in range(1, 20):
        announcer.announce(f"A{number:03}", 1)
    assert len(announcer._waiting) == 8
    assert announcer._waiting[-1] == ("A019", 1)


@pytest.mark.parametrize(
    ("counter", "spoken"), [(1, [1]), (10, [10]), (12, [10, 2]), (20, [2, 10]), (35, [3, 10, 5]), (101, [1, 0, 1])]
)
def test_a_windows_number_is_counted_as_people_count(counter: int, spoken: list[int]) -> None:
    assert counting(counter) == spoken


def test_digits_of_a_ticket_are_read_one_by_one() -> None:
    assert pinyin("H105", 12) == "qing3 ei1 chi5 yi1 ling2 wu3 hao4, dao4 shi2 er4 hao4 chuang1 kou3"
    assert clip_names("D008", 10) == ["qing", "D", "0", "0", "8", "hao", "dao", "10", "chuangkou"]


def test_clips_of_two_formats_are_refused_by_name(tmp_path: Path) -> None:
    folder = clips(tmp_path / "clips")
    with wave.open(str(folder / "B.wav"), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(44_100)
    with pytest.raises(CannotSayError, match=r"B\.wav"):
        join([folder / "A.wav", folder / "B.wav"], tmp_path / "out.wav")


def test_the_chime_is_a_short_sound_that_starts_and_ends_softly() -> None:
    with wave.open(str(resources.path("sounds", "chime.wav")), "rb") as sound:
        assert 0.5 < sound.getnframes() / sound.getframerate() < 2.0
        frames = sound.readframes(sound.getnframes())
    samples = memoryview(frames).cast("h")
    assert abs(samples[0]) < 500
    assert abs(samples[-1]) < 500
    assert 8_000 < max(samples) < 32_767
