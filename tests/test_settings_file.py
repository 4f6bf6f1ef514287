"""The settings file as people change it: values go in, everything else stays as it was written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from terminal.errors import Fault, Refusal
from terminal.settings import read_settings
from terminal.settings_file import SettingRefused, SettingsFile

SITE = """\
# Window 3, beside the door
[counter]
number = 3 # painted on the wall
staff = "zhang"

# The pad, bought in spring
[rating_pad]
port = "COM3"   # the left one
address = 3

# Next door
[[windows]]
number = 4
rating_pad = { port = "COM3", address = 4 }

# How it looks
[screen]
theme = "light"
"""


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    path = tmp_path / "settings.toml"
    path.write_text(SITE, encoding="utf-8")
    return SettingsFile(path)


def text(file: SettingsFile) -> str:
    return file.path.read_bytes().decode("utf-8")


def test_a_changed_value_changes_its_line_and_no_other(file: SettingsFile) -> None:
    file.save({("rating_pad", "port"): "COM4"})
    assert text(file) == SITE.replace('port = "COM3"   #', 'port = "COM4"   #')


def test_what_is_already_so_leaves_the_file_as_it_is(file: SettingsFile) -> None:
    file.save({("counter", "number"): 3, ("scanner",): None, ("windows", 9): None, ("windows", 4, "call_box"): None})
    assert text(file) == SITE


def test_a_new_value_comes_behind_the_last_of_its_part_and_not_behind_the_next_parts_remark(file: SettingsFile) -> None:
    file.save({("counter", "number"): 3, ("rating_pad", "profile"): "ff68"})
    assert 'address = 3\nprofile = "ff68"\n\n# Next door' in text(file)


def test_a_new_part_comes_at_the_end(file: SettingsFile) -> None:
    settings = file.save({("scanner", "port"): "COM5"})
    assert text(file).startswith(SITE)
    assert text(file).endswith('[scanner]\nport = "COM5"\n')
    assert settings == read_settings(file.path)


def test_a_part_that_goes_leaves_the_remarks_about_the_others(file: SettingsFile) -> None:
    file.save({("rating_pad",): None, ("windows", 4): None})
    kept = text(file)
    assert "[rating_pad]" not in kept
    assert "windows" not in kept
    assert "# How it looks\n[screen]" in kept
    assert "# Window 3, beside the door" in kept


def test_another_windows_devices_are_found_by_its_number(file: SettingsFile) -> None:
    settings = file.save(
        {
            ("windows", 4, "rating_pad", "address"): 14,
            ("windows", 4, "call_box", "port"): "COM3",
            ("windows", 5, "rating_pad", "port"): "COM3",
        }
    )
    four, five = settings.windows
    assert four.rating_pad is not None
    assert four.rating_pad.address == 14
    assert four.call_box is not None
    assert (five.number, five.rating_pad is not None) == (5, True)
    assert "# How it looks\n[screen]" in text(file)


def test_windows_that_are_written_in_one_line_stay_so(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    file.path.write_text('windows = [{ number = 4, call_box = { port = "a" } }]\n', encoding="utf-8")
    settings = file.save({("windows", 4, "call_box", "port"): "b", ("windows", 5, "call_box", "port"): "c"})
    assert [window.number for window in settings.windows] == [4, 5]
    assert text(file).startswith('windows = [{ number = 4, call_box = { port = "b" } }, ')


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({("rating_pad", "address"): 256}, ("rating_pad", "address")),
        ({("counter", "number"): "three"}, ("counter", "number")),
        ({("rating_pad", "port"): None}, ("rating_pad",)),
        ({("windows", 4, "rating_pad", "address"): -1}, ("windows", 4, "rating_pad", "address")),
        ({("screen", "theme"): "blue"}, ("screen", "theme")),
    ],
)
def test_a_value_that_no_program_starts_with_is_refused_by_its_place(
    file: SettingsFile, changes: dict[tuple[str | int, ...], object], place: tuple[str | int, ...]
) -> None:
    with pytest.raises(SettingRefused) as refused:
        file.save(changes)
    assert refused.value.place == place
    assert text(file) == SITE


def test_values_are_told_also_where_they_are_wrong(file: SettingsFile) -> None:
    file.path.write_text('[rating_pad]\nport = "COM3"\naddress = 999\n', encoding="utf-8")
    assert file.values() == {("rating_pad", "port"): "COM3", ("rating_pad", "address"): 999}
    assert file.save({("rating_pad", "address"): 9}).rating_pad is not None


def test_a_file_that_is_no_toml_is_refused_and_left_alone(file: SettingsFile) -> None:
    file.path.write_text("counter = [", encoding="utf-8")
    for act in (file.values, lambda: file.save({("counter", "number"): 3})):
        with pytest.raises(Refusal, match=r"settings\.toml"):
            act()
    assert text(file) == "counter = ["


def test_a_file_that_is_not_there_is_made_with_its_folder_for_its_owner_alone(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "settings.toml")
    assert file.values() == {}
    settings = file.save({("id_card", "port"): "COM7", ("windows", 4, "call_box", "port"): "COM3"})
    assert settings == read_settings(file.path)
    if os.name == "posix":
        assert file.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_a_file_keeps_its_mode_and_a_link_stays_a_link(file: SettingsFile, tmp_path: Path) -> None:
    file.path.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(file.path)
    SettingsFile(link).save({("counter", "number"): 5})
    assert link.is_symlink()
    assert file.path.stat().st_mode & 0o777 == 0o640
    assert read_settings(file.path).counter.number == 5


def test_windows_line_ends_and_its_editors_mark_stay(file: SettingsFile) -> None:
    file.path.write_bytes(b"\xef\xbb\xbf" + SITE.replace("\n", "\r\n").encode())
    file.save({("counter", "number"): 5, ("scanner", "port"): "COM5"})
    written = file.path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf# Window 3")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert read_settings(file.path).counter.number == 5


def test_what_cannot_be_written_is_a_fault_and_leaves_the_file_whole(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Fault, match="No space left"):
        file.save({("counter", "number"): 5})
    assert text(file) == SITE
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.toml"]


def test_others_may_edit_the_file_between_reading_and_saving(file: SettingsFile) -> None:
    file.values()
    file.path.write_text(SITE.replace('staff = "zhang"', 'staff = "li"'), encoding="utf-8")
    assert file.save({("counter", "number"): 5}).counter.staff == "li"
