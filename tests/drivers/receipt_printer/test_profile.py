"""Profiles load by name or file, and every fault names file, key and what was expected."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from drivers.profiles import ProfileError
from drivers.receipt_printer.profile import SHELF, load_profile, profile_names
from drivers.receipt_printer.slip import Cut, Qr, Rule, Text
from tests.drivers.receipt_printer.helpers import printed


def test_every_shipped_profile_loads_under_its_own_name() -> None:
    assert profile_names() == ("epson-tm-80mm", "generic-58mm", "generic-80mm", "old-cutter-80mm", "zj-58")
    profiles = [load_profile(name) for name in profile_names()]
    assert [profile.name for profile in profiles] == list(profile_names())
    assert all(profile.title for profile in profiles)


@pytest.mark.parametrize("name", profile_names())
def test_every_shipped_profile_prints_a_slip_that_a_printer_of_its_kind_understands(name: str) -> None:
    profile = load_profile(name)
    printer = printed(Text("柳溪街道", width=2, height=2), Rule(), Qr("A017"), Text("㼆"), Cut(), profile=profile)
    assert "柳溪街道" in printer.lines
    assert printer.cuts == (1 if profile.cut.command else 0)


def test_the_template_is_a_profile_and_names_every_key_there_is() -> None:
    path = SHELF.folder.parent / "template.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    profile = load_profile(path)
    assert profile.name == "template"
    assert msgspec.json.decode(msgspec.json.encode(profile)) == told


def test_a_profile_loads_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text((SHELF.folder / "generic-80mm.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert load_profile(str(path)) == load_profile("generic-80mm")


def test_columns_follow_from_the_width() -> None:
    assert [load_profile(name).paper.columns for name in ("generic-80mm", "generic-58mm")] == [48, 32]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("dots = 576", 'dots = "576"', "paper.dots: expected int, got str"),
        ("dots = 576", "dots = 577", "paper.dots: expected int that's a multiple of 8"),
        ("dots = 576", "dots = 80", "paper.dots: expected int >= 192"),
        ('"gbk"', '"big5"', "text.charset: expected one of gbk, gb18030, none"),
        ('"1D 56 42 18"', '"1D 5"', 'cut.command: expected hexadecimal bytes such as "1D 56 00", or ""'),
        ('"1D 56 42 18"', "29", 'cut.command: expected hexadecimal bytes such as "1D 56 00", or "", got int'),
        ("native = true", "nativ = true", "qr: expected no key nativ"),
        ("pause_ms = 10", "", "pace: expected a key pause_ms"),
        ('"in_turn"', '"perhaps"', "status.completion: expected one of process_id, in_turn, status, none"),
        ("[1, 2, 3, 4]", "[1, 9]", "status.kinds[1]: expected int <= 4"),
        ("[pace]", "[pace", "expected TOML"),
    ],
)
def test_a_fault_names_file_key_and_what_was_expected(tmp_path: Path, before: str, after: str, said: str) -> None:
    text = (SHELF.folder / "generic-80mm.toml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "ours.toml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(ProfileError) as fault:
        load_profile(str(path))
    assert str(fault.value).startswith(f"{path}: ")
    assert said in str(fault.value)


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = (SHELF.folder / "generic-80mm.toml").read_text(encoding="utf-8")
    path = tmp_path / "ours.toml"
    path.write_text(text.replace("dots = 576", "dots = 1").replace("pause_ms = 10", "pause_ms = -1"), encoding="utf-8")
    with pytest.raises(ProfileError) as fault:
        load_profile(path)
    assert [one.removeprefix(f"{path}: ") for one in fault.value.faults] == [
        "paper.dots: expected int >= 192",
        "pace.pause_ms: expected int >= 0",
    ]


def test_a_file_that_begins_with_a_byte_order_mark_loads(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (SHELF.folder / "generic-80mm.toml").read_bytes())
    assert load_profile(path) == load_profile("generic-80mm")


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(
        ProfileError, match="expected epson-tm-80mm, generic-58mm, generic-80mm, old-cutter-80mm, zj-58, or a"
    ):
        load_profile("generic-90mm")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"none\.toml: expected a readable file: No such file"):
        load_profile(str(tmp_path / "none.toml"))
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe9"')
    with pytest.raises(ProfileError, match="expected UTF-8 text, byte 8"):
        load_profile(str(tmp_path / "latin.toml"))
