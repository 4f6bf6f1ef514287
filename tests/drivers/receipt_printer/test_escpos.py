"""The bytes themselves, against Epson's reference, and what never is on the wire twice."""

from __future__ import annotations

import msgspec
import pytest

from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.slip import Align, Cell, Columns, Cut, Feed, Part, Picture, Qr, Rule, Text
from tests.drivers.receipt_printer.helpers import NARROW, WIDE, encode

START = b"\x1b@\x1c&"


def body(*parts: Part, profile: Profile = WIDE) -> bytes:
    data = encode(*parts, profile=profile)
    assert data.startswith(START)
    return data[len(START) :]


def changed(table: str, **keys: object) -> Profile:
    return msgspec.structs.replace(WIDE, **{table: msgspec.structs.replace(getattr(WIDE, table), **keys)})


def test_a_slip_begins_with_initialising_and_chinese_mode() -> None:
    assert encode() == b"\x1b\x40\x1c\x26"


def test_a_line_spacing_that_is_not_the_printers_own_is_said_once() -> None:
    assert encode(profile=changed("paper", line_dots=40)) == START + b"\x1b\x33\x28"


def test_chinese_text_goes_as_gbk_and_keeps_its_punctuation() -> None:
    said = "请到3号窗口，谢谢。：《办事指南》"
    assert body(Text(said)) == said.encode("gbk") + b"\n"


def test_double_size_is_said_for_chinese_and_then_for_all_and_both_are_taken_back() -> None:
    assert body(Text("号", width=2, height=2), Text("号")) == (
        b"\x1c\x21\x0c\x1d\x21\x11\xba\xc5\n" + b"\x1c\x21\x00\x1d\x21\x00\xba\xc5\n"
    )


def test_double_size_of_latin_alone_leaves_chinese_mode_settings_alone() -> None:
    assert body(Text("A017", width=8, height=7), Text("A")) == b"\x1d\x21\x76A017\n\x1d\x21\x00A\n"


@pytest.mark.parametrize(("width", "height", "n"), [(2, 1, 0x04), (1, 2, 0x08), (2, 2, 0x0C)])
def test_wide_and_high_chinese_have_their_own_bits(width: int, height: int, n: int) -> None:
    assert body(Text("号", width=width, height=height)).startswith(bytes((0x1C, 0x21, n)))


def test_state_is_sent_only_when_it_changes() -> None:
    one, two = (Text(char, bold=True, align=Align.CENTRE, width=2, height=2) for char in "一二")
    assert body(one, two) == body(one) + "二\n".encode("gbk")


def test_bold_alignment_and_feed_are_the_documented_bytes() -> None:
    assert body(Text("x", bold=True)) == b"\x1bE\x01x\n"
    assert body(Text("x", align=Align.CENTRE)) == b"\x1ba\x01x\n"
    assert body(Text("x", align=Align.RIGHT), Text("y")) == b"\x1ba\x02x\n\x1ba\x00y\n"
    assert body(Feed(24)) == b"\x1bJ\x18"
    assert body(Feed(300)) == b"\x1bJ\xff\x1bJ\x2d"


def test_the_cut_is_what_the_profile_says() -> None:
    assert body(Cut()) == b"\x1dVB\x18"
    assert body(Cut(), profile=changed("cut", command="1B 69", feed_dots=80)) == b"\x1bJ\x50\x1bi"
    assert body(Cut(), profile=NARROW) == b"\x1bJ\x60"


def test_a_qr_code_is_five_functions_in_order() -> None:
    assert body(Qr("A017", align=Align.LEFT)) == (
        b"\x1d(k\x04\x001A2\x00"  # 65: model 2
        b"\x1d(k\x03\x001C\x06"  # 67: six dots a square
        b"\x1d(k\x03\x001E1"  # 69: correction M
        b"\x1d(k\x07\x001P0A017"  # 80: store
        b"\x1d(k\x03\x001Q0"  # 81: print
    )


def test_a_qr_code_of_even_squares_goes_as_a_picture_doubled_by_the_printer() -> None:
    data = body(Qr("A017", align=Align.LEFT), profile=NARROW)
    assert data[:8] == b"\x1dv0\x03\x08\x00\x3f\x00"  # 21 squares of 3 dots: 8 bytes by 63 rows, doubled both ways
    assert len(data) == 8 + 8 * 63


def test_a_picture_is_a_raster_in_bands_of_half_a_buffer() -> None:
    dots = b"\x80\x01" * 1100
    assert body(Picture(15, 1100, dots, align=Align.LEFT)) == (
        b"\x1dv0\x00\x02\x00\x00\x04" + dots[:2048] + b"\x1dv0\x00\x02\x00\x4c\x00" + dots[2048:]
    )


def test_a_picture_wider_than_the_paper_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="600 dots; the paper has 576"):
        encode(Picture(600, 1, bytes(75)))


def test_a_rule_across_the_paper_takes_ten_bytes() -> None:
    assert body(Rule()) == b"\x1d!p" + "───".encode("gbk") + b"\n"
    assert body(Rule(), profile=NARROW) == b"\x1d!p" + "──".encode("gbk") + b"\n"
    assert body(Rule(), profile=changed("text", largest=2)) == b"\x1c!\x04\x1d!\x10" + ("─" * 12).encode("gbk") + b"\n"


def test_two_sides_of_a_line_are_parted_by_tabs_where_those_are_shortest() -> None:
    assert body(Columns.sides("您的号码", "2026-03-17 12:24")) == "您的号码\t\t\t2026-03-17 12:24\n".encode("gbk")


def test_places_that_tabs_do_not_reach_are_absolute_or_spaces_as_the_printer_can() -> None:
    row = Columns((Cell((Text("a"),)), Cell((Text("1234567890123"),), Align.RIGHT)))
    assert body(row) == b"a\x1b$\xa4\x011234567890123\n"
    assert body(row, profile=changed("text", absolute_position=False)) == b"a\t\t\t\t   1234567890123\n"


def test_a_character_outside_gbk_is_drawn_within_its_line() -> None:
    data = body(Text("㼆a"))
    assert data[:5] == b"\x1b*\x21\x18\x00"
    assert len(data) == 5 + 72 + len(b"a\n")
    assert any(data[5:77])


def test_a_half_wide_character_outside_gbk_is_drawn_half_as_wide() -> None:
    assert body(Text("¥20"))[:5] == b"\x1b*\x21\x0c\x00"


def test_a_gb18030_rom_gets_extension_a_as_four_bytes() -> None:
    assert body(Text("㼆"), profile=changed("text", charset="gb18030")) == bytes.fromhex("82 32 8D 37") + b"\n"


def test_without_fonts_a_missing_character_is_a_geta_mark() -> None:
    assert encode(Text("㼆"), fonts=None) == START + "〓\n".encode("gbk")


def test_control_characters_in_a_text_never_reach_the_printer() -> None:
    assert body(Text("a\x1b@\x10\x04\x01b\x7f\x00")) == b"a@b\n"
