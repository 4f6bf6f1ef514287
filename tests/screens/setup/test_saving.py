"""What is saved, what is refused, and what is asked before anything is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from terminal.screens.i18n import Languages
from terminal.screens.opening import OpeningWindow
from terminal.screens.setup import SetupScreen
from terminal.settings import read_settings
from terminal.settings_file import SettingsFile
from tests.screens.setup.canned import CONFIGURED
from tests.screens.setup.conftest import Open


def test_saving_keeps_remarks_and_says_what_to_start_again(opened: Open, path: Path) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "7")
    assert desk.screen.bar.dirty
    desk.save()
    assert path.read_text(encoding="utf-8") == CONFIGURED.replace("address = 3", "address = 7")
    desk.qtbot.waitUntil(lambda: desk.screen.band.sentence != "")
    assert "started again" in str(desk.screen.band.accessibleName())
    assert not desk.screen.bar.dirty


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("address", "256", "from 0 to 255"),
        ("address", "three", "from 0 to 255"),
        ("ask_seconds", "601", "at most 600"),
        ("port", "telnet://x", "Choose a port"),
    ],
)
def test_a_bad_value_is_marked_at_its_field_and_nothing_is_written(
    opened: Open, path: Path, field: str, text: str, expected: str
) -> None:
    desk = opened(CONFIGURED)
    desk.type(field, text)
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: desk.sheet.form.faults == (field,))
    assert expected in desk.sheet.form.fields[field].note
    assert path.read_text(encoding="utf-8") == CONFIGURED
    desk.type(field, "5" if field != "port" else "COM5")
    assert desk.sheet.form.faults == ()
    desk.save()


def test_a_fault_of_another_device_leads_there(opened: Open) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "999")
    desk.screen.devices.list.choose("id_card", None)
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: desk.sheet.form.faults == ("address",))
    assert desk.screen.rail.page == "devices"
    assert desk.screen.devices.device.kind == "rating_pad"


def test_a_file_with_a_wrong_value_can_be_mended_here(opened: Open, path: Path) -> None:
    desk = opened(CONFIGURED.replace("address = 3\n", "address = 333\n"))
    assert desk.field("address").text() == "333"
    desk.type("address", "33")
    desk.save()
    assert read_settings(path).rating_pad is not None


def test_a_file_that_is_no_toml_is_told_and_left_alone(opened: Open, path: Path) -> None:
    desk = opened("counter = [")
    assert "settings.toml" in desk.screen.band.sentence
    assert desk.screen.band.kind == "trouble"
    assert not desk.sheet.bar.main.isEnabled()
    assert path.read_text(encoding="utf-8") == "counter = ["


def test_what_cannot_be_written_stays_in_the_fields_and_is_told(
    opened: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "7")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("terminal.settings_file.tempfile.mkstemp", forbidden)
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: "Permission denied" in desk.screen.band.sentence)
    assert desk.screen.band.kind == "trouble"
    assert desk.field("address").text() == "7"
    assert desk.screen.draft.dirty
    monkeypatch.undo()
    desk.save()


def test_closing_with_changes_asks_first(opened: Open, path: Path) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "7")
    assert not desk.screen.close()
    assert desk.screen.leave.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.leave.isVisible()
    assert desk.screen.isVisible()
    assert desk.field("address").text() == "7"


def test_leaving_without_the_changes_leaves_the_file(opened: Open, path: Path) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "7")
    desk.screen.close()
    desk.press(Qt.Key.Key_F12)
    assert not desk.screen.isVisible()
    assert path.read_text(encoding="utf-8") == CONFIGURED


def test_saving_on_the_way_out_closes_the_screen(opened: Open, path: Path) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "7")
    desk.screen.close()
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: not desk.screen.isVisible())
    assert "address = 7" in path.read_text(encoding="utf-8")


def test_saving_on_the_way_out_stays_when_a_value_is_refused(opened: Open, path: Path) -> None:
    desk = opened(CONFIGURED)
    desk.type("address", "999")
    desk.screen.close()
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: desk.sheet.form.faults == ("address",))
    assert desk.screen.isVisible()


def test_the_window_around_it_stays_open_while_it_asks(opened: Open, path: Path) -> None:
    path.write_text(CONFIGURED, encoding="utf-8")
    desk = opened()  # for its language and ports
    window = OpeningWindow(lambda parent: SetupScreen(desk.screen._theme, SettingsFile(path), parent))
    desk.qtbot.addWidget(window)
    window.show()
    desk.qtbot.waitUntil(lambda: isinstance(window.screen_widget, SetupScreen) and window.screen_widget.ready)
    inside = window.screen_widget
    assert isinstance(inside, SetupScreen)
    inside.draft.put(("rating_pad", "address"), 7)
    assert not window.close()
    assert inside.leave.isVisible()
    inside.leave.discard.click()
    assert not window.isVisible()


def test_the_language_changes_while_it_is_open(opened: Open, language: Languages) -> None:
    desk = opened(CONFIGURED)
    language.use("zh")
    desk.qtbot.waitUntil(lambda: desk.screen.windowTitle() == "设置 – 一窗")
    assert desk.screen.devices.list.rows[0].title == "评价器"
    assert desk.sheet.bar.main.text() == "保存"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (880, 600)])
def test_it_fits_the_desk(opened: Open, size: tuple[int, int]) -> None:
    desk = opened(CONFIGURED)
    desk.screen.resize(*size)
    desk.qtbot.wait(1)
    assert desk.screen.size().toTuple() == size
    assert desk.sheet.bar.main.geometry().right() < desk.sheet.bar.width()
