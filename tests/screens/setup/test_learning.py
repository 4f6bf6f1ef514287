"""A pad whose keys are wired otherwise is learned, kept, saved, and then works at the counter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drivers.rating_pad.simulator import PadOnPty
from terminal.devices.lessons import Taught
from terminal.devices.window import WindowDevices
from terminal.screens.setup import learning
from terminal.settings import read_settings
from tests.devices.hall import Hall
from tests.screens.setup.conftest import Desk, Open

SIX = ("satisfied", "very_satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")
WIRED = dict(zip(SIX, reversed(SIX), strict=True))  # what each key of this pad really closes


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where profiles of this machine are kept."""
    profiles = tmp_path / "profiles"
    monkeypatch.setattr(learning, "profile_folder", lambda _: profiles)
    return profiles


def open_lesson(desk: Desk, port: str) -> None:
    desk.type("port", port)
    desk.press(Qt.Key.Key_F7)
    assert desk.screen.devices.stack.currentWidget() is desk.screen.devices.learning.page


def press_all(desk: Desk, pad: PadOnPty, means: dict[str, str]) -> None:
    """Press whatever is asked for until the lesson is over; keys the pad has not are skipped."""
    page = desk.screen.devices.learning.page
    desk.press(Qt.Key.Key_F9)
    prompted = ""

    def is_new() -> bool:
        return page.state != "running" or page._step.text + page.prompt != prompted

    while page.state == "running":
        desk.qtbot.waitUntil(is_new)
        asked = [row.key for row in page.keys.rows if row.state == "asked"]
        if page.state != "running" or not asked:
            continue
        prompted = page._step.text + page.prompt
        if asked[0] in means:
            pad.press(means[asked[0]])
        else:
            desk.press(Qt.Key.Key_F8)


def test_a_shuffled_pad_is_learned_saved_and_works_at_the_counter(
    opened: Open, path: Path, folder: Path, hall: Hall, qtbot: QtBot
) -> None:
    desk = opened("# ours\n[rating_pad]\nport = 'COM3'\nprofile = 'six-key'\naddress = 3\n")
    page = desk.screen.devices.learning.page
    with PadOnPty("six-key", 5, resend_after_s=0.1) as pad:
        open_lesson(desk, pad.port)
        press_all(desk, pad, WIRED)
        assert page.state == "learned"
        assert {row.key: row.code for row in page.keys.rows} == {
            key: f"{SIX.index(wired):02X}" for key, wired in WIRED.items()
        }
        page.name.setText("ours")
        desk.press(Qt.Key.Key_F9)
        desk.qtbot.waitUntil(lambda: desk.value("rating_pad", "profile") == str(folder / "ours.toml"))
        assert desk.value("rating_pad", "address") is None
        desk.qtbot.waitUntil(lambda: desk.sheet.form.fields["profile"].note != "")
        desk.save()
        desk.rest()
        settings = read_settings(path)
        assert path.read_text(encoding="utf-8").startswith("# ours\n[rating_pad]\n")

        devices = WindowDevices(settings, hall.door, 3)
        devices.start()
        try:
            handling = hall.finished()
            rated: list[tuple[int, str]] = []
            devices.ratings.rated.connect(lambda *what: rated.append(what))
            devices.ratings.ask(handling)
            qtbot.waitUntil(lambda: pad.state.asked)
            pad.press(WIRED["poor_attitude"])
            qtbot.waitUntil(lambda: rated == [(handling, "poor_attitude")])
        finally:
            assert devices.close()
        assert hall.rating(handling).key == "poor_attitude"


def test_raw_frames_are_shown_as_they_come_and_a_missing_key_is_skipped(opened: Open) -> None:
    desk = opened()
    page = desk.screen.devices.learning.page
    with PadOnPty("six-key", resend_after_s=0.1) as pad:
        open_lesson(desk, pad.port)
        press_all(desk, pad, {key: key for key in SIX[:3]})
    assert page.state == "learned"
    assert [row.state for row in page.keys.rows] == ["proved"] * 3 + ["missed"] * 3
    assert any("FF 68 03 03 68 01 11" in text for _, text in page.talk.lines)


def test_keys_that_cannot_be_told_apart_are_named_and_it_may_be_tried_again(opened: Open) -> None:
    desk = opened()
    page = desk.screen.devices.learning.page
    with PadOnPty("six-key", resend_after_s=0.1) as pad:
        open_lesson(desk, pad.port)
        press_all(desk, pad, {"satisfied": "average", "very_satisfied": "average"})
        assert page.state == "failed"
        assert "Satisfied, Very satisfied" in page.band.sentence
        assert page.bar.main.text() == "Once more"


def test_leaving_a_lesson_ends_it_and_changes_nothing(opened: Open) -> None:
    desk = opened()
    with PadOnPty("six-key") as pad:
        open_lesson(desk, pad.port)
        desk.press(Qt.Key.Key_F9)
        desk.qtbot.waitUntil(lambda: desk.screen.devices.learning.page.prompt == "Press: Satisfied")
        desk.press(Qt.Key.Key_Escape)
        desk.rest()
        desk.qtbot.waitUntil(lambda: desk.screen.devices.stack.currentWidget() is desk.sheet)
    assert desk.value("rating_pad", "profile") is None


def test_a_lesson_without_a_port_goes_back_to_the_port(opened: Open) -> None:
    desk = opened()
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: desk.sheet.form.faults == ("port",))
    assert desk.screen.devices.stack.currentWidget() is desk.sheet


def test_a_name_that_is_taken_is_marked_and_the_profile_is_not_lost(opened: Open, folder: Path) -> None:
    folder.mkdir()
    (folder / "ours.toml").write_text("theirs", encoding="utf-8")
    desk = opened()
    desk.screen.devices.learning.open(desk.screen.devices.device)
    desk.screen.devices.stack.setCurrentWidget(desk.screen.devices.learning.page)
    page = desk.screen.devices.learning.page
    page.show_learned(Taught("title = 'ours'\n", {"satisfied": "00"}))
    for name, fault in (("ours", "already"), ("Our Pad", "cannot be called")):
        page.name.setText(name)
        desk.press(Qt.Key.Key_F9)
        desk.qtbot.waitUntil(lambda fault=fault: fault in page.name_field.note)  # type: ignore[misc]
    assert (folder / "ours.toml").read_text(encoding="utf-8") == "theirs"
    page.name.setText("ours-2")
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: (folder / "ours-2.toml").exists())
