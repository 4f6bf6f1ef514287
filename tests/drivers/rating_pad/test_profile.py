"""Pad profiles: those we ship, and how a faulty one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from drivers.rating_pad import ProfileError, load_profile, profile_names
from drivers.rating_pad.profile import SHELF, parse_profile
from drivers.rating_pad.templates import Template, Value

GOOD = """
evidence = "learned"
[link]
address = 7
[frame]
kind = "length"
layout = ["FF 68", "len", "len", "68", "body", "sum8", "16"]
body = ["addr", "func", "data"]
[send]
ask = { func = "01", data = "0B" }
[recv]
key = { func = "11", data = "{key}", reply = { func = "01", data = "{key}" } }
[keys]
0A = "satisfied"
"""


def faults(text: str) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        parse_profile(text, file="site.toml", name="site")
    return caught.value.faults


def test_the_profiles_we_ship_all_load() -> None:
    assert profile_names() == ("byte", "ff68", "s-e", "six-key")
    assert {load_profile(name).evidence for name in profile_names()} == {"public", "assumed"}


def test_the_public_profile_has_the_keys_of_the_published_program() -> None:
    assert load_profile("ff68").keys == {
        b"\x03": "very_satisfied",
        b"\x02": "satisfied",
        b"\x00": "dissatisfied",
        b"\x01": "very_dissatisfied",
    }


def test_the_six_keys_stand_in_the_order_of_the_reference_site() -> None:
    keys = load_profile("six-key").keys
    assert list(keys) == [bytes((code,)) for code in range(6)]
    assert list(keys.values()) == [
        "satisfied",
        "very_satisfied",
        "average",
        "too_long",
        "poor_attitude",
        "poor_knowledge",
    ]


def test_a_profile_is_loaded_from_a_file_of_the_site(tmp_path: Path) -> None:
    path = tmp_path / "my-pad.toml"
    path.write_text(GOOD, "utf-8")
    profile = load_profile(path)
    assert (profile.name, profile.address, profile.keys, profile.code("satisfied")) == (
        "my-pad",
        7,
        {b"\x0a": "satisfied"},
        b"\x0a",
    )
    assert load_profile(str(path)) == profile


def test_defaults_stand_in_for_what_a_profile_leaves_out() -> None:
    profile = parse_profile(GOOD, file="site.toml", name="site")
    assert (profile.serial, profile.ask_timeout_s, profile.ignore_repeat_s) == ("9600-8N1", 30.0, 0.5)


def test_an_unknown_name_lists_the_profiles_there_are() -> None:
    with pytest.raises(ProfileError, match="byte, ff68, s-e, six-key, or a"):
        load_profile("ff69")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "pad.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.toml", tmp_path, binary):
        with pytest.raises(ProfileError) as caught:
            load_profile(path)
        assert str(path) in str(caught.value)
        assert "expected" in str(caught.value)


def test_broken_toml_is_told_with_its_line() -> None:
    [fault] = faults('evidence = "public"\n[link\n')
    assert fault.startswith("site.toml: expected TOML")
    assert "line 2" in fault


@pytest.mark.parametrize(
    ("old", "new", "place", "expected"),
    [
        ('evidence = "learned"', 'evidence = "guessed"', "evidence", "public, assumed, learned"),
        ('evidence = "learned"', "", "top", "a key evidence"),
        ("address = 7", "address = 256", "link.address", "0 to 255"),
        ("address = 7", 'address = "7"', "link.address", "int"),
        ("address = 7", "", "link.address", "0 to 255"),
        ("address = 7", 'address = 7\nserial = "9600"', "link.serial", "9600-8N1"),
        ("address = 7", "address = 7\ngap_ms = 0", "link.gap_ms", "1 to 10000"),
        ("address = 7", "address = 7\nadress = 7", "link", "no key adress"),
        ('kind = "length"', 'kind = "lenght"', "frame.kind", "byte, fixed, delimited, length"),
        ('"sum8"', '"sum9"', "frame.layout", "sum8, xor8, crc16"),
        ('["addr", "func", "data"]', '["addr", "func", "dta"]', "frame.body", "addr, func, data"),
        ('kind = "length"', 'kind = "length"\nlongest = 300', "frame.longest", "1 to 255"),
        ("[frame]", "[frames]", "frame", "section [frame]"),
        ('ask = { func = "01", data = "0B" }', 'ask = { func = "1", data = "0B" }', "send.ask", "hexadecimal"),
        ('ask = { func = "01", data = "0B" }', 'ask = { data = "0B" }', "send.ask.func", "hexadecimal"),
        ('ask = { func = "01", data = "0B" }', 'ask = { bytes = "50" }', "send.ask.bytes", "func and data"),
        ('ask = { func = "01", data = "0B" }', 'aks = { func = "01" }', "send.aks", "ask, welcome"),
        ('ask = { func = "01", data = "0B" }', 'ask = { func = "01", data = "{key}" }', "send.ask", "no blank"),
        ('ask = { func = "01", data = "0B" }', "ask = 3", "send.ask", "object"),
        ('key = { func = "11", data = "{key}"', 'key = { func = "11", data = "05"', "recv.key.data", "{key}"),
        (
            'reply = { func = "01", data = "{key}"',
            'reply = { func = "01", data = "{kee}"',
            "recv.key.reply",
            "a blank such as",
        ),
        ("[recv]", '[recv]\nmode = "pool"', "recv.mode", "push, poll"),
        ('0A = "satisfied"', 'A = "satisfied"', "keys.A", "two hexadecimal digits"),
        ('0A = "satisfied"', '0A = "Satisfied!"', "keys.0A", "satisfied"),
        ('0A = "satisfied"', '0A = "satisfied"\n0a = "average"', "keys.0a", "each code once"),
        ('0A = "satisfied"', '0A = "satisfied"\n0B = "satisfied"', "keys.0B", "each meaning once"),
        ('0A = "satisfied"', "0A = 5", "keys.0A", "str"),
        ('0A = "satisfied"', "", "keys", "at least one"),
        ('0A = "satisfied"', '0A = "satisfied"\n[session]\nask_timeout_s = 0', "session.ask_timeout_s", "above 0"),
        ('0A = "satisfied"', '0A = "satisfied"\n[session]\nask_timeout_s = inf', "session.ask_timeout_s", "600 at"),
        ('0A = "satisfied"', '0A = "satisfied"\n[session]\nignore_repeat_ms = -1', "session.ignore_repeat_ms", "0 to"),
    ],
)
def test_each_fault_names_file_key_and_what_is_expected(old: str, new: str, place: str, expected: str) -> None:
    assert old in GOOD
    found = faults(GOOD.replace(old, new))
    assert any(fault.startswith(f"site.toml: {place}: ") and expected in fault for fault in found), found
    assert all(": expected " in fault for fault in found), found


TEXT = """
evidence = "tried"
[frame]
kind = "delimited"
start = "S"
end = "E"
separator = "||"
[send]
staff = { text = "S04||{staff:6}|{staff_name}||E", expect = "OK" }
[recv]
mode = "poll"
poll = { text = "SE", every_ms = 500, expect = "OK" }
key = { starts = "S02||", field = 2 }
[keys]
A = "satisfied"
"""
FIXED = """
evidence = "learned"
[frame]
kind = "fixed"
[recv]
[keys]
"A5 01 5A" = "satisfied"
"A5 02 59" = "average"
"""


@pytest.mark.parametrize(
    ("good", "old", "new", "place", "expected"),
    [
        (TEXT, 'end = "E"', "", "frame.end", "what ends each frame"),
        (TEXT, 'end = "E"', 'end = "S"', "frame", "cannot be taken for each other"),
        (TEXT, 'end = "E"', 'end = "E"\nlayout = ["FF"]', "frame", "neither layout"),
        (TEXT, 'end = "E"', 'end = "E"\nencoding = "big5"', "frame.encoding", "one of gbk, utf-8, ascii"),
        (TEXT, 'text = "SE"', 'func = "SE"', "recv.poll", 'text = "'),
        (TEXT, 'text = "SE"', 'func = "SE"', "recv.poll.func", "text for frames of kind delimited"),
        (TEXT, "every_ms = 500", "every_ms = 5", "recv.poll.every_ms", "50 to 60000"),
        (TEXT, "every_ms = 500", 'when = "often"', "recv.poll.when", "one of asked, always"),
        (TEXT, 'mode = "poll"', "", "recv.poll", 'mode = "poll"'),
        (TEXT, 'poll = { text = "SE", every_ms = 500, expect = "OK" }', "", "recv", "poll ="),
        (TEXT, 'mode = "poll"', 'mode = "poll"\nanswer_ms = 0', "recv.answer_ms", "1 to 10000"),
        (TEXT, "field = 2", "field = -1", "recv.key.field", "from 0 on"),
        (TEXT, "field = 2", 'oneof = "31"', "recv.key.oneof", "no oneof"),
        (TEXT, "{staff:6}", "{staff:x}", "send.staff.text", "without a form or with one that it knows"),
        (TEXT, "{staff:6}", "{stuff}", "send.staff.text", "a blank such as {stars}"),
        (TEXT, "{staff:6}", "{staff", "send.staff.text", "braces are for blanks only"),
        (TEXT, "{staff:6}", "{key}", "send.staff", "no blank but {staff}, {staff_name}, {stars}"),
        (TEXT, 'expect = "OK" }\n[recv]', "expect = 3 }\n[recv]", "send.staff.expect", "str"),
        (TEXT, 'expect = "OK" }\n[recv]', 'expect = "" }\n[recv]', "send.staff.expect", "at least one byte"),
        (TEXT, "A = ", '"" = ', "keys.", "as it stands in the text"),
        (FIXED, '"A5 02 59"', '"A5 2"', "keys.A5 2", "the whole frame"),
        (FIXED, 'kind = "fixed"', 'kind = "fixed"\nstart = "S"', "frame", "neither start"),
        (GOOD, "[recv]", '[recv]\nmode = "poll"\npoll = { func = "0A", expect = "OK" }', "recv.poll.expect", "a table"),
        (GOOD, 'data = "{key}", reply', 'data = "{key:2}", reply', "keys.0A", "4 hexadecimal digits"),
        (GOOD, '"sum8", "16"]', '"sum8", "16"]\ncovers = "all"', "frame.covers", "one of body, length, frame"),
        (GOOD, '"sum8", "16"]', '"sum8", "16"]\nadds = 300', "frame.layout", "fit into its one byte"),
    ],
)
def test_each_fault_of_other_kinds_is_told_likewise(good: str, old: str, new: str, place: str, expected: str) -> None:
    assert old in good
    parse_profile(good, file="site.toml", name="site")
    found = faults(good.replace(old, new))
    assert any(fault.startswith(f"site.toml: {place}: ") and expected in fault for fault in found), found


def test_the_template_that_explains_the_format_loads_and_is_no_make_of_pad() -> None:
    profile = load_profile(SHELF.folder.parent / "template.toml")
    assert set(profile.commands) == {"ask", "welcome", "thanks", "pause", "resume", "beep", "stars", "staff"}
    assert "template" not in profile_names()


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("02 {stars}", {"stars": 4.5}, "02 05"),
        ("02 {stars:tenths}", {"stars": 4.5}, "02 2D"),
        ("08 {staff:6}", {"staff": "1024"}, "08 0A 0A 01 00 02 04"),
        ("08 {staff:2}", {"staff": "1024"}, "08 02 04"),
        ("08 {staff:2}", {"staff": "zhang"}, "08 0A 0A"),
        ("08 {staff} FF", {"staff": "10"}, "08 31 30 FF"),
        ("{staff_name:5}", {"staff_name": "张三丰"}, "D5 C5 C8 FD 20"),
        ("{staff_name}", {"staff_name": "张\n|三"}, "D5 C5 C8 FD"),
    ],
)
def test_each_blank_is_written_as_documented(text: str, values: dict[str, Value], expected: str) -> None:
    assert Template.parse(text).fill(**values) == bytes.fromhex(expected)


def test_in_a_text_numbers_are_digits() -> None:
    template = Template.parse_text("S{stars}|{stars:tenths}|{staff:6}|{staff}|{staff_name:4}|E")
    filled = template.fill(stars=4.76, staff="12", staff_name="李")
    assert filled.decode("gbk") == "S5|4.8|000012|12|李  |E"


def test_faults_of_every_section_are_told_together() -> None:
    text = TEXT.replace('evidence = "tried"', "").replace('end = "E"', "end = 3").replace("A =", '"" =')
    text = text.replace("every_ms = 500", 'every_ms = "x"').replace("field = 2", "feld = 2") + "[session]\nask = 1\n"
    places = {fault.split(": ")[1] for fault in faults(text)}
    assert {"top", "frame.end", "recv.poll.every_ms", "recv.key", "session"} <= places


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = GOOD.replace("address = 7", "address = 999").replace('"sum8"', '"md5"').replace("0A =", "XY =")
    places = [fault.split(": ")[1] for fault in faults(text)]
    assert {"link.address", "frame.layout", "keys.XY"} <= set(places)


def test_a_byte_profile_takes_bytes_and_nothing_of_frames() -> None:
    text = """
    evidence = "learned"
    [frame]
    kind = "byte"
    layout = ["FF"]
    [send]
    ask = { func = "01" }
    [recv]
    key = { oneof = "31 32" }
    [keys]
    33 = "satisfied"
    """
    found = "\n".join(faults(text))
    for place in (
        "frame: expected neither",
        "send.ask: expected bytes",
        "keys.33: expected a code that recv.key.oneof",
    ):
        assert place in found


def test_an_address_from_the_settings_replaces_that_of_the_profile() -> None:
    assert load_profile("ff68").at_address(3).address == 3
    assert load_profile("ff68").at_address(None).address == 1
    assert load_profile("byte").at_address(3).address is None
    with pytest.raises(ProfileError, match="0 to 255"):
        load_profile("ff68").at_address(256)
