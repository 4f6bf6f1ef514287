"""Chinese typesetting: where lines may break, and that nothing is lost or too wide."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.typesetting import CLOSING, OPENING, Setter, clean

SIZE = 10.5
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产𬭎䶮"
BITS = st.one_of(
    st.text(st.sampled_from(HAN), min_size=1, max_size=12),
    st.sampled_from(["2026", "3.14", "LC01-2026-SL-0327", "08:00–18:00", "https://example.gov.cn/a/b", "Wi-Fi", " "]),
    st.sampled_from(["，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "……", "——"]).map(
        lambda mark: "字" + mark
    ),
    st.sampled_from(["（", "《", "“", "〔"]).map(lambda mark: mark + "字"),
)
TEXTS = st.lists(BITS, min_size=1, max_size=30).map("".join)
WIDTHS = st.floats(60, 480)


@settings(max_examples=300)
@given(TEXTS, WIDTHS, st.booleans())
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, width: float, justified: bool
) -> None:
    lines = Setter(SIZE).lines(text, width, indent=2 * SIZE, justified=justified)
    for before, line in pairwise(lines):
        if line.text and before.text:
            assert line.text[0] not in CLOSING or line.text[0] in ":./–-"  # a torn address may go on with its own
            assert before.text[-1] not in OPENING


@settings(max_examples=300)
@given(TEXTS, WIDTHS, st.booleans())
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: float, justified: bool) -> None:
    setter = Setter(SIZE)
    lines = setter.lines(text, width, justified=justified)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    for line in lines:
        assert line.width <= width + 0.02
        for offset, piece, space in line.runs:
            assert offset + setter.width(piece) + space * (len(piece) - 1) <= width + 0.02


@settings(max_examples=100)
@given(st.text(max_size=200), WIDTHS)
def test_any_text_is_set(text: str, width: float) -> None:
    lines = Setter(SIZE).lines(text, width, justified=True)
    assert lines
    shown = "".join("".join(line.text for line in lines).split())
    assert shown == "".join(clean(text).split())


@settings(max_examples=100)
@given(st.text(st.sampled_from(HAN), min_size=60, max_size=200))
def test_justified_lines_reach_the_margin_but_for_the_last(text: str) -> None:
    *full, last = Setter(SIZE).lines(text, 300, indent=2 * SIZE, justified=True)
    assert all(line.width == pytest.approx(300, abs=0.1) for line in full)
    assert last.width <= 300.02


@settings(max_examples=200)
@given(TEXTS, WIDTHS, st.booleans())
def test_marks_that_meet_stand_closer_and_nothing_overlaps(text: str, width: float, justified: bool) -> None:
    setter = Setter(SIZE)
    for line in setter.lines(text, width, justified=justified):
        ends = [
            (offset, offset + setter.width(piece) + space * (len(piece) - 1), piece)
            for offset, piece, space in line.runs
        ]
        for (_, end, before), (start, _, after) in pairwise(ends):
            blank = SIZE / 2 if before[-1] in "，。、；：）》”（《“〔" and after[0] in "，。、；：）》”（《“〔" else 0.0
            assert start >= end - blank - 0.02


@pytest.mark.parametrize(
    ("text", "halves"), [("（盖章）：", 2), ("“居住证”（LD）", 2), ("《法》、《例》。", 4), ("中文，中文", 0)]
)
def test_half_a_character_goes_where_two_marks_meet_or_one_begins_a_line(text: str, halves: int) -> None:
    setter = Setter(SIZE)
    assert setter.width(text) - setter.line(text).width == pytest.approx(halves * SIZE / 2)


def test_a_line_that_could_only_be_torn_apart_to_reach_the_margin_stays_as_it_is() -> None:
    first, *_ = Setter(SIZE).lines("收入微薄，https://example.gov.cn/guide/2026/very-long", 240, justified=True)
    assert all(space == 0 for _, _, space in first.runs)


def test_the_first_line_is_indented() -> None:
    first, second = Setter(SIZE).lines("字" * 40, 300, indent=2 * SIZE, justified=True)[:2]
    assert first.runs[0][0] == 2 * SIZE
    assert second.runs[0][0] == 0


def test_numbers_and_latin_words_stay_whole() -> None:
    text = "请于2026年3月24日前补交，编号LC01-2026-SL-0327，网址example.gov.cn。" * 4
    for width in range(120, 300, 7):
        for line in Setter(SIZE).lines(text, width):
            assert line.text.count("LC01") == line.text.count("LC01-2026-SL-0327")
            assert line.text.count("example") == line.text.count("example.gov.cn")


def test_a_word_longer_than_a_line_is_torn_rather_than_drawn_over_the_border() -> None:
    lines = Setter(SIZE).lines("https://example.gov.cn/" + "a" * 300, 100)
    assert len(lines) > 10
    assert all(line.width <= 100.02 for line in lines)


def test_latin_letters_of_a_justified_line_are_not_spread() -> None:
    text = "办理地点在 OneWindow 一窗服务中心，" * 6
    setter = Setter(SIZE)
    spread = [run for line in setter.lines(text, 250, justified=True) for run in line.runs if run[1] == "OneWindow"]
    assert spread
    assert all(space == 0 for _, _, space in spread)


def test_the_last_line_of_a_paragraph_is_not_a_lone_character() -> None:
    for length in range(20, 80):
        *_, last = Setter(SIZE).lines("字" * length + "。", 200, justified=True)
        assert len(last.text) > 2


def test_a_number_stays_with_what_it_counts() -> None:
    for width in range(60, 200, 5):
        for line in Setter(SIZE).lines("请提交复印件 1 份和原件 2 份，共 3 页。", width):
            assert not line.text.rstrip().endswith(("1", "2", "3"))


def test_an_answer_keeps_its_box() -> None:
    lines = Setter(SIZE).lines("□大龄失业人员   ☑零就业家庭成员   □连续失业一年以上   □其他", 150)
    assert all(line.text.startswith(("□", "☑")) for line in lines)


def test_control_characters_are_left_out_and_names_of_young_blocks_kept() -> None:
    assert clean("王\u200b\u202e小\x07明\r\n𬭎䶮\U00031350\t好") == "王小明\n𬭎䶮\U00031350 好"


def test_signs_that_python_calls_unprintable_but_names_use_have_a_category() -> None:
    assert unicodedata.category("䶮") == "Lo"
