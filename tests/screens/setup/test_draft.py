"""What is being set up, without a screen: values, changes, and where a fault stands."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from terminal.devices.kinds import KINDS
from terminal.screens.i18n import Languages
from terminal.screens.setup import words
from terminal.screens.setup.devices_page import device_at
from terminal.screens.setup.draft import OF_WINDOWS, PARTS, Device, Draft, fields, parsed
from terminal.settings import Settings, WindowSettings
from terminal.settings_file import SettingRefused, SettingsFile
from tests.screens.setup.canned import CONFIGURED


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    path = tmp_path / "settings.toml"
    path.write_text(CONFIGURED, encoding="utf-8")
    draft = Draft(SettingsFile(path))
    draft.read()
    return draft


def test_the_parts_are_those_of_the_settings() -> None:
    declared = {field.name for field in msgspec.structs.fields(Settings)}
    assert set(PARTS) <= declared
    assert set(PARTS) == set(KINDS)
    assert set(OF_WINDOWS) == {field.name for field in msgspec.structs.fields(WindowSettings)} - {"number"}


def test_a_change_that_is_taken_back_is_none(draft: Draft) -> None:
    draft.put(("rating_pad", "address"), 9)
    assert (draft.dirty, draft.changes) == (True, {("rating_pad", "address"): 9})
    draft.put(("rating_pad", "address"), 3)
    assert (draft.dirty, draft.changes) == (False, {})


def test_a_part_without_values_goes_as_a_whole(draft: Draft) -> None:
    draft.drop(("call_box",))
    draft.drop(("windows", 4))
    assert draft.changes == {("call_box",): None, ("windows", 4): None}
    draft.put(("rating_pad", "address"), None)
    assert draft.changes[("rating_pad", "address")] is None


def test_another_windows_device_is_tried_with_its_own_settings(draft: Draft) -> None:
    pad = draft.settings_for(Device("rating_pad", 4)).rating_pad
    assert pad is not None
    assert pad.address == 4
    own = draft.settings_for(Device("rating_pad")).rating_pad
    assert own is not None
    assert own.address == 3


def test_a_device_without_a_port_is_not_tried(draft: Draft) -> None:
    with pytest.raises(SettingRefused) as refused:
        draft.settings_for(Device("scanner"))
    assert refused.value.place == ("scanner", "port")


@pytest.mark.parametrize("port", ["telnet://x", "usb:12", "socket://nowhere"])
def test_a_port_that_can_never_be_opened_is_refused(draft: Draft, port: str) -> None:
    draft.put(("scanner", "port"), port)
    with pytest.raises(SettingRefused) as refused:
        draft.save()
    assert refused.value.place == ("scanner", "port")
    assert draft.file.path.read_text(encoding="utf-8") == CONFIGURED


@pytest.mark.parametrize("port", ["/dev/ttyS0", "COM12", "usb:1a86:7523@1-1.2", "socket://10.0.0.5:4001", "shared"])
def test_every_form_of_a_port_is_taken(draft: Draft, port: str) -> None:
    draft.put(("rating_pad", "port"), port)
    pad = draft.save().rating_pad
    assert pad is not None
    assert pad.port == port
    assert not draft.dirty


def test_a_saved_copy_leaves_later_changes_standing(draft: Draft) -> None:
    draft.put(("rating_pad", "address"), 9)
    copied = draft.copy()
    copied.save()
    draft.put(("call_box", "address"), 19)
    draft.written(copied)
    assert draft.changes == {("call_box", "address"): 19}


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [("", True, None), (" 7 ", True, 7), ("2.5", True, 2.5), ("x", True, "x"), ("7", False, "7"), ("  ", False, None)],
)
def test_a_typed_text_becomes_the_value_that_the_loader_expects(text: str, number: bool, value: object) -> None:
    assert parsed(text, number=number) == value


def test_a_place_leads_to_its_device() -> None:
    assert device_at(("rating_pad",)) == Device("rating_pad")
    assert device_at(("windows", 4, "call_box", "port")) == Device("call_box", 4)
    assert device_at(("counter", "number")) is None


def test_the_limits_that_people_are_told_are_those_of_the_loader(draft: Draft) -> None:
    for kind, field, good, bad in (
        ("rating_pad", "address", (0, 255), (-1, 256, 1.5)),
        ("rating_pad", "ask_seconds", (0.1, 600), (0, 601)),
        ("receipt_printer", "baud", (50, 4_000_000), (49, 4_000_001)),
        ("receipt_printer", "roll_metres", (0.1, 500), (0, 501)),
    ):
        for value in (*good, *bad):
            draft.put((kind, field), value)
            if value in good:
                draft.check()
                continue
            with pytest.raises(SettingRefused) as refused:
                draft.check()
            assert refused.value.place == (kind, field)
            assert words.expected(refused.value.place)
        draft.put((kind, field), good[0])


def test_what_our_profiles_and_settings_are_called_is_said_in_chinese(qapp: QApplication) -> None:
    languages = Languages(qapp, "zh")
    try:
        for kind in KINDS:
            assert words.kind_name(kind) != kind
            for profile in KINDS[kind].profiles() if "profile" in fields(kind) else ():
                assert any(letter > "一" for letter in words.profile_title(profile.title)), profile
                assert words.evidence(profile.evidence)[0] != profile.evidence
            for field in fields(kind):
                assert words.field_name(field) != field
    finally:
        languages.use("en")
        languages.deleteLater()
