"""Strip profiles: the published frames byte by byte, what a strip says, and how a faulty profile is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.window_display import ProfileError, load_profile, profile_names
from drivers.window_display import profile as module
from drivers.window_display.layout import LONGEST_FRAME
from drivers.window_display.profile import parse_profile
from drivers.window_display.text import FORMS

GOOD = """
evidence = "assumed"
[frame]
layout = "AA 55 len [ ( addr 01 text ) ] sum8"
"""
GBK_OF_3 = "33 BA C5 B4 B0 BF DA"  # 3号窗口


def faults(text: str) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        parse_profile(text, file="site.toml", name="site")
    return caught.value.faults


def test_the_four_public_protocols_all_load() -> None:
    assert profile_names() == ("pingan", "ruize", "yongtai", "zhongyi")
    assert {load_profile(name).evidence for name in profile_names()} == {"public"}


# The frames below are worked out by hand from the published PacketMessage functions, not by our code.


def test_pingans_check_is_the_sum_from_the_seventh_byte_through_ff() -> None:
    body = bytes.fromhex(f"01 00 99 00 63 {GBK_OF_3} FF")
    frame = load_profile("pingan").at_address(5).frame("3号窗口")
    assert frame == bytes.fromhex("AA 05 BB 51 54") + bytes((sum(body) % 256,)) + body
    assert load_profile("pingan").frame("A") == bytes.fromhex("AA 01 BB 51 54 3D 01 00 99 00 63 41 FF")


def test_yongtais_length_counts_everything_behind_it_and_the_texts_length_goes_before() -> None:
    before = bytes.fromhex("AA 55 04 17 F8 51 07") + bytes(22)
    text = bytes.fromhex(f"AA 55 0C 17 F8 21 00 {GBK_OF_3} 00")
    assert load_profile("yongtai").at_address(23).frame("3号窗口") == before + text
    assert len(before) == 29


def test_zhongyis_text_has_a_zero_behind_every_character_and_its_xor_begins_at_the_address() -> None:
    assert load_profile("zhongyi").frame("A1") == bytes.fromhex("A0 90 01 A5 00 04 41 00 31 00 D0")
    assert load_profile("zhongyi").frame("口") == bytes.fromhex("A0 90 01 A5 00 03 BF DA 00 C2")


def test_ruizes_chinese_bytes_go_in_halves_and_its_address_in_two_bytes() -> None:
    assert load_profile("ruize").frame("3口") == bytes.fromhex("81 C0 44 33 0B 0F 0D 0A 1A")
    for address, head in ((0, "80 C0"), (63, "BF C0"), (64, "80 C1"), (130, "82 C2"), (255, "BF C3")):
        assert load_profile("ruize").at_address(address).frame("")[:2] == bytes.fromhex(head)


def test_a_length_may_be_said_twice_and_a_check_cover_it() -> None:
    text = 'evidence = "assumed"\n[frame]\nlayout = "FF 68 ( len len16le 68 [ addr 21 text ] ) xor8 16"'
    frame = parse_profile(text, file="site.toml", name="site").frame("A")
    assert frame == bytes.fromhex("FF 68 03 03 00 68 01 21 41 09 16")


WORDS = "AA|55 FE|00x21|addr|addr&3F+80|text|size|len|len16|len16le|sum8|xor8|crc16|[|]|(|)|zz|00x999"
words = st.sampled_from(re.split(r"\|", WORDS))


@given(st.lists(words, max_size=12), st.integers(0, 255), st.text(max_size=80), st.sampled_from(list(FORMS)))
def test_any_layout_is_refused_with_its_place_or_makes_a_bounded_frame_of_any_text(
    layout: list[str], address: int, text: str, form: str
) -> None:
    source = f'evidence = "assumed"\n[frame]\nlayout = "{" ".join(layout)}"\n[text]\nform = "{form}"\n'
    faults: list[str] = []
    try:
        profile = parse_profile(source, file="site.toml", name="site")
    except ProfileError as error:
        faults = error.faults
    else:
        assert len(profile.at_address(address).frame(text)) <= LONGEST_FRAME
    assert all(fault.startswith("site.toml: ") for fault in faults)


def test_the_documented_template_is_a_profile_itself() -> None:
    path = Path(module.__file__).with_name("template.toml")
    template = load_profile(path)
    assert template.frame("1") == bytes.fromhex("AA 55 03 01 01 31 33 0D")
    assert set(template.texts) == set(module.TEXTS)


def test_characters_gbk_lacks_are_marked_and_long_texts_cut_at_a_whole_character() -> None:
    profile = load_profile("pingan")
    data = profile.frame("𠮷€龘\n1\x00" + "服务" * 20)[11:-1]
    assert len(data) <= profile.columns
    assert data.decode("gbk").startswith("〓〓龘 1〓服务")


def test_the_first_text_that_fits_the_strip_is_said() -> None:
    profile = load_profile("yongtai")
    assert profile.words("idle", counter=3, staff="张敏") == "3号窗口 张敏"
    assert profile.words("idle", counter=12, staff="欧阳建国") == "12号窗口"
    assert profile.words("idle", counter=3) == "3号窗口"
    assert profile.words("called", counter=3, ticket="A012") == "请A012到3号窗口"
    assert profile.words("called", counter=123, ticket="A1234") == "请A1234到123号窗"
    assert profile.words("paused", counter=12) == "暂停服务"


def test_a_site_says_its_own_words() -> None:
    text = GOOD + '[texts]\ncalled = "{ticket} → {counter}"\nidle = ["{staff}为您服务", "空闲"]\n'
    profile = parse_profile(text, file="site.toml", name="site")
    assert profile.words("called", counter=3, ticket="A012") == "A012 → 3"
    assert profile.words("idle", counter=3, staff="一二三四五六七") == "空闲"
    assert profile.words("paused", counter=3) == "3号窗口 暂停服务"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('layout = "AA zz text"', "frame.layout: expected hexadecimal bytes"),
        ('layout = "AA 55"', "frame.layout: expected text exactly once"),
        ('layout = "AA len text"', "frame.layout: expected [ and ] around what a length is for"),
        ('layout = "AA ( text )"', "frame.layout: expected ( and ) around what a check is for"),
        ('layout = "AA ) sum8 text ("', "frame.layout: expected ( and ) around"),
        ('layout = "( text ) sum8 xor8"', "frame.layout: expected a check at most once"),
        ('layout = "text"\n[link]\naddress = 256', "link.address: expected 0 to 255"),
        ('layout = "text"\n[link]\nserial = "fast"', "link.serial: expected"),
        ('layout = "text"\n[text]\nform = "utf8"', "text.form: expected one of plain, zero_after, nibbles"),
        ('layout = "text"\n[text]\ncolumns = 0', "text.columns: expected 1 to 128"),
        ('layout = "text"\n[text]\nmissing = "𠮷"', "text.missing: expected one character that GBK has"),
        ('layout = "text"\n[session]\nrefresh_s = -1', "session.refresh_s: expected 0, or 1 to 86400"),
        ('layout = "text"\n[texts]\ncalled = "{name}"', "texts.called: expected text with no blank but"),
        ('layout = "text"\n[texts]\ncalled = "{"', "texts.called: expected text with no blank but"),
        ('layout = "text"\n[texts]\ncalled = "{ticket!r:>9}"', "texts.called: expected text with no blank but"),
        ('layout = "text"\n[texts]\nlunch = "12:00"', "texts.lunch: expected one of closed, idle, called"),
        ('layout = "text"\n[texts]\nidle = []', "texts.idle: expected at least one text"),
        ('layout = "len [ text 00x250 ]"', "text.columns: expected fewer of them: a length of at most 255"),
        ('layout = "text"\ncolour = 1', "frame: expected no key colour"),
    ],
)
def test_a_faulty_profile_names_file_key_and_what_is_expected(line: str, fault: str) -> None:
    told = faults(f'evidence = "public"\n[frame]\n{line}\n')
    assert any(one.startswith(f"site.toml: {fault.partition(': ')[0]}") and fault in one for one in told), told


def test_a_profile_without_a_frame_or_evidence_says_so() -> None:
    told = faults("[link]\naddress = 1\n")
    assert any("a section [frame]" in one for one in told)
    assert any("evidence" in one for one in told)


def test_an_address_no_strip_can_have_is_refused() -> None:
    with pytest.raises(ProfileError, match="expected 0 to 255, not 300"):
        load_profile("pingan").at_address(300)
