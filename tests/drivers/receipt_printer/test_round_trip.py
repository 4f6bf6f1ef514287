"""What we encode, read back by an interpreter that does not know our encoder."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from drivers.receipt_printer.charset import clean, columns, native, wrap
from drivers.receipt_printer.escpos import Encoder
from drivers.receipt_printer.layout import Layout
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.slip import Align, Cell, Columns, Cut, Feed, Part, Qr, Rule, RuleStyle, Slip, Text
from tests.drivers.receipt_printer.helpers import NARROW, WIDE, encode, printed, simulator

SIZES = st.integers(1, 8)
WORDS = st.text(max_size=60) | st.text("柳溪街道，。：《》（）A017 –¥㼆\n", max_size=60)
TEXTS = st.builds(
    Text, WORDS, SIZES, SIZES, st.booleans(), st.sampled_from(Align), fit=st.integers(0, 3), hang=st.integers(0, 9)
)
CELLS = st.builds(Cell, st.lists(TEXTS, max_size=3).map(tuple), st.sampled_from(Align))
ROWS = st.builds(Columns, st.lists(CELLS, min_size=1, max_size=4).map(tuple), st.booleans())
RULES = st.builds(Rule, st.sampled_from(RuleStyle))
PARTS: st.SearchStrategy[Part] = TEXTS | ROWS | RULES | st.builds(Feed, st.integers(1, 600)) | st.just(Cut())
PROFILES = st.sampled_from([WIDE, NARROW])


def ink(picture: Image.Image) -> int:
    return picture.histogram()[0]


@pytest.mark.parametrize("said", ["请到3号窗口，谢谢。", "《居住证》：A017（补打）", "ABC xyz 0-9 ~|\\", "℃ № α —— ……"])
def test_text_reads_back_as_it_was_asked(said: str) -> None:
    assert printed(Text(said)).lines == [said]


@pytest.mark.parametrize("rare", ["㼆", "䶮", "𬭎", "𫖮", "¥", "€"])
def test_a_rare_character_comes_as_a_picture_and_not_as_a_question_mark(rare: str) -> None:
    printer = printed(Text(f"姓{rare}名"))
    assert printer.lines == ["姓\ufffc名"]
    without = printed(Text("姓" + " " * columns(rare) + "名"))
    assert ink(printer.picture()) > ink(without.picture())


def test_the_fallback_is_needed_because_a_gbk_rom_prints_four_byte_codes_as_junk() -> None:
    printer = simulator()
    printer.receive(b"\x1b@\x1c&" + "㼆".encode("gb18030") + b"\n")
    assert printer.lines == ["▒2▒7"]


def test_a_rare_character_in_double_size_takes_its_whole_line_as_a_picture_of_the_same_place() -> None:
    rare, plain = (printed(Text(f"姓{char}名", width=2, height=2, align=Align.CENTRE)) for char in "㼆龚")
    assert rare.lines == []
    beside = (0, 0, 32 + 264, 200)  # left of the middle character; 32 dots of margin
    assert ImageChops.difference(rare.picture().crop(beside), plain.picture().crop(beside)).getbbox() is None


@pytest.mark.parametrize("gs_scales_chinese", [True, False])
def test_double_size_is_double_whichever_command_scales_chinese(gs_scales_chinese: bool) -> None:
    printer = simulator(gs_scales_chinese=gs_scales_chinese)
    printer.receive(encode(Text("号A", width=2, height=2), Text("号A")))
    both = printed(Text("号A", width=2, height=2), Text("号A"))
    assert ImageChops.difference(printer.picture(), both.picture()).getbbox() is None


def test_bold_is_blacker() -> None:
    assert ink(printed(Text("柳溪", bold=True)).picture()) > ink(printed(Text("柳溪")).picture())


def test_a_rule_is_one_unbroken_line_over_the_whole_width() -> None:
    box = printed(Rule()).picture().point(lambda dot: 255 - dot).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert (left, right) == (32, 32 + 576)
    assert bottom - top <= 3


def test_native_and_pictured_qr_codes_look_alike() -> None:
    drawn = msgspec.structs.replace(WIDE, qr=msgspec.structs.replace(WIDE.qr, native=False))
    native_code = printed(Qr("https://lc01.example.cn/q/7F3K9Q"))
    assert native_code.codes == ["https://lc01.example.cn/q/7F3K9Q"]
    pictured = printed(Qr("https://lc01.example.cn/q/7F3K9Q"), profile=drawn)
    assert pictured.codes == []
    # A raster is whole bytes wide, so the centred picture may sit up to four dots further left.
    assert ink(native_code.picture()) == ink(pictured.picture())


def test_a_long_qr_code_gets_smaller_squares_rather_than_not_printing() -> None:
    assert printed(Qr("https://lc01.example.cn/" + "x" * 400), profile=NARROW).faults == []
    assert printed(Qr("https://lc01.example.cn/" + "x" * 400, module=16)).codes != []


def test_a_printer_without_chinese_type_gets_its_lines_as_pictures() -> None:
    bare = msgspec.structs.replace(WIDE, text=msgspec.structs.replace(WIDE.text, charset="none"))
    printer = simulator()
    printer.no_chinese_rom = True
    printer.receive(encode(Text("柳溪街道"), Text("A017"), Rule(), profile=bare))
    assert printer.faults == []
    assert printer.lines == ["A017"]
    assert ink(printer.picture()) > ink(printed(Text("A017")).picture())


def test_a_printer_without_chinese_type_that_is_told_otherwise_shows_it() -> None:
    printer = simulator()
    printer.no_chinese_rom = True
    printer.receive(encode(Text("柳")))
    assert printer.lines != ["柳"]


@given(st.lists(PARTS, max_size=6).map(tuple), PROFILES)
def test_any_slip_is_understood_to_the_last_byte_and_always_the_same(parts: tuple[Part, ...], profile: Profile) -> None:
    data = encode(*parts, profile=profile)
    assert data == encode(*parts, profile=profile)
    printer = simulator(profile)
    printer.receive(data)
    assert printer.faults == []
    assert printer.holding == 0


@given(TEXTS | ROWS, PROFILES)
def test_no_row_is_wider_than_the_paper_and_no_two_words_overlap(part: Text | Columns, profile: Profile) -> None:
    layout = Layout(profile)
    for row in layout.text(part) if isinstance(part, Text) else layout.columns(part):
        at = 0
        for group in row.groups:
            assert group.at is None or group.at >= at
            at = (group.at or 0) + group.dots
        assert at <= profile.paper.dots


@given(WORDS, st.integers(2, 60), st.integers(0, 70))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int, hang: int) -> None:
    text = clean(text)
    lines = wrap(text, width, hang)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text("柳溪街道，。《》A1 ", max_size=60), st.sampled_from([24, 32, 48]))
def test_every_line_of_gbk_text_reads_back_from_the_paper(text: str, width: int) -> None:
    assert [line.rstrip() for line in printed(Text(text)).lines] == [line.rstrip() for line in wrap(clean(text), 48)]
    assert all(native(char, "gbk") for char in clean(text))


def test_a_slip_is_the_same_whatever_was_encoded_before() -> None:
    encoder = Encoder(WIDE)
    slip = Slip((Text("x", bold=True, width=3),))
    assert encoder.encode(slip) == encoder.encode(slip)
