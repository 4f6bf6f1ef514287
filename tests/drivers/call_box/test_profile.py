"""Call box profiles: those we ship, and what is said of one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

import drivers.call_box
from drivers.call_box import load_profile, profile_names
from drivers.call_box.profile import Profile, parse_profile
from drivers.profiles import ProfileError

TEMPLATE = Path(drivers.call_box.__file__).parent / "template.toml"


def read(text: str) -> Profile:
    return parse_profile(text, file="my.toml", name="my")


def faults(text: str) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        read(text)
    return caught.value.faults


LEAST = """
evidence = "assumed"
[frame]
layout = ["FF 68", "len", "len", "68", "body", "sum8", "16"]
[keys]
0C = "call"
"""


def test_every_shipped_profile_can_be_used() -> None:
    assert profile_names() == ("ff68",)
    for name in profile_names():
        assert load_profile(name).keys


def test_the_published_box_has_its_published_codes() -> None:
    profile = load_profile("ff68")
    assert profile.evidence == "public"
    assert profile.keys == {
        0x0C: "call",
        0x0D: "recall",
        0x0B: "ask",
        0x0F: "confirm",
        0x12: "pause",
        0x13: "transfer",
    }
    assert profile.confirm == {"0": "hold", "3": "call_back", "6": "give_up"}


def test_the_template_that_explains_each_line_is_a_profile_itself() -> None:
    assert load_profile(TEMPLATE).keys[0x0C] == "call"


def test_what_is_left_out_has_its_usual_value_and_parts_that_are_not_named_are_off() -> None:
    profile = read(LEAST)
    assert (profile.serial, profile.address, profile.gap_s, profile.echoes) == ("9600-8N1", 1, 0.1, True)
    assert (profile.display, profile.beep, profile.confirm) == (None, None, {})


def test_all_faults_of_a_file_are_told_at_once_with_place_and_expectation() -> None:
    told = faults("""
evidence = "public"
[link]
serial = "fast"
address = 300
gap_ms = 0
[frame]
layout = ["FF 68", "len", "body"]
longest = 5
[recv]
not_func = "1"
ignore_repeat_ms = -1
[keys]
05 = "call"
0D = "shout"
[confirm]
x = "hold"
[display]
func = "2"
waiting = 9
""")
    for place in (
        "link.serial", "link.address", "link.gap_ms", "frame.longest", "recv.not_func", "recv.ignore_repeat_ms",
        "keys.05", "keys.0D", "confirm.x", "display.func", "display.waiting",
    ):  # fmt: skip
        assert any(fault.startswith(f"my.toml: {place}: expected") for fault in told), (place, told)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ('layout = ["FF 68", "len"]', "frame.layout"),
        ("layout = 3", "frame.layout"),
        ('layuot = ["FF 68"]', "frame"),
    ],
)
def test_a_frame_that_cannot_work_is_refused(change: str, place: str) -> None:
    text = LEAST.replace('layout = ["FF 68", "len", "len", "68", "body", "sum8", "16"]', change)
    assert any(f"my.toml: {place}" in fault for fault in faults(text))


def test_a_file_without_keys_or_evidence_or_with_a_misspelt_part_is_refused() -> None:
    assert any("keys" in fault for fault in faults(LEAST.replace('[keys]\n0C = "call"', "")))
    assert any("keys" in fault for fault in faults(LEAST.replace('0C = "call"', "")))
    assert any("evidence" in fault for fault in faults(LEAST.replace('evidence = "assumed"', "")))
    assert any("no key kees" in fault for fault in faults("kees = 1\n" + LEAST))
    assert any("one of public, assumed, learned" in fault for fault in faults(LEAST.replace("assumed", "hearsay")))


def test_an_address_is_overridden_within_its_range() -> None:
    profile = load_profile("ff68")
    assert profile.at_address(13).address == 13
    assert profile.at_address(None) is profile
    with pytest.raises(ProfileError, match="0 to 255"):
        profile.at_address(256)
