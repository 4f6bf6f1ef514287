"""The page of this machine: its place, its database, its look."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from terminal.settings import read_settings
from tests.screens.setup.conftest import Desk, Open


def machine(desk: Desk) -> Desk:
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.screen.rail.page == "machine"
    return desk


def write(desk: Desk, name: str, text: str) -> None:
    widget = desk.screen.machine.fields[name].input
    widget.setFocus()
    widget.selectAll()  # type: ignore[attr-defined]
    QTest.keyClick(widget, Qt.Key.Key_Backspace)
    QTest.keyClicks(widget, text)


def test_place_database_and_look_are_saved(opened: Open, path: Path) -> None:
    desk = machine(opened("[screen]\ntheme = 'light' # for now\n"))
    write(desk, "number", "4")
    write(desk, "staff", "zhang")
    write(desk, "code", "LC01")
    write(desk, "url", "sqlite:///here.db")
    for name in ("theme", "language"):
        desk.screen.machine.fields[name].input.setFocus()
        desk.press(Qt.Key.Key_Right)
    assert desk.screen.machine.dirty
    desk.save()
    settings = read_settings(path)
    assert (settings.counter.number, settings.counter.staff, settings.centre.code) == (4, "zhang", "LC01")
    assert (settings.database.url, settings.screen.theme, settings.screen.language) == (
        "sqlite:///here.db",
        "dark",
        "en",
    )
    assert 'theme = "dark" # for now' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["0", "1000", "three"])
def test_a_window_number_out_of_range_is_marked(opened: Open, path: Path, text: str) -> None:
    desk = machine(opened())
    write(desk, "number", text)
    desk.press(Qt.Key.Key_F9)
    field = desk.screen.machine.fields["number"]
    desk.qtbot.waitUntil(lambda: field.fault)
    assert field.note == "A whole number from 1 to 999."
    assert not path.exists()


def test_a_database_that_answers_tells_its_centre_and_offers_its_staff(
    opened: Open, founded: Path, tmp_path: Path
) -> None:
    shutil.copy(founded, tmp_path / "centre.db")
    desk = machine(opened("[counter]\nnumber = 3\n"))
    write(desk, "url", f"sqlite:///{tmp_path / 'centre.db'}")
    desk.press(Qt.Key.Key_F5)
    desk.qtbot.waitUntil(lambda: "LC01" in desk.screen.machine.band.sentence)
    assert desk.screen.machine.band.kind == "calm"
    staff = desk.screen.machine.fields["staff"].input
    assert "zhang" in [option.value for option in staff.options]  # type: ignore[attr-defined]


def test_a_window_that_the_centre_has_not_is_told_beside(opened: Open, founded: Path, tmp_path: Path) -> None:
    shutil.copy(founded, tmp_path / "centre.db")
    desk = machine(opened("[counter]\nnumber = 77\n"))
    write(desk, "url", f"sqlite:///{tmp_path / 'centre.db'}")
    desk.press(Qt.Key.Key_F5)
    desk.qtbot.waitUntil(lambda: desk.screen.machine.band.kind == "wait")
    assert "77" in desk.screen.machine.band.accessibleName()


def test_a_database_that_does_not_answer_is_told_with_a_remedy(opened: Open) -> None:
    desk = machine(opened())
    write(desk, "url", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    desk.press(Qt.Key.Key_F5)
    desk.qtbot.waitUntil(lambda: desk.screen.machine.band.kind == "trouble")
    assert desk.screen.machine.band.sentence
    desk.qtbot.waitUntil(lambda: desk.screen.machine.bar.buttons["check"].isEnabled())
