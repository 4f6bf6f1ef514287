"""Items are found as somebody types."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.search import Finder, Match, find


@dataclass(frozen=True)
class Item:
    code: str
    name: str
    initials: str
    short: str = ""


ITEMS = (
    Item("LD-001", "流动人口居住登记（含地址变更）", "ldrkjzdjhdzbg", "居住登记"),
    Item("LD-002", "居住证申领", "jzzsl", "居住证申领"),
    Item("LD-004", "居住证换领、补领", "jzzhlbl", "居住证换补领"),
    Item("LD-006", "港澳台居民居住证申领", "gatjmjzzsl", "港澳台居住证申领"),
    Item("QG-008", "低收入妇女“两癌”救助申请", "dsrfnlajzsq", "妇女两癌救助"),
    Item("SB-003", "城乡居民基本养老保险注销登记", "cxjmjbylbxzxdj", "城乡居保注销"),
    Item("SB-010", "社会保障卡申领", "shbzksl", "社保卡申领"),
    Item("SB-012", "失业登记", "sydj", "失业登记"),
    Item("JS-001", "生育登记", "sydj", "生育登记"),
    Item("WS-004", "高血压、2型糖尿病患者健康管理登记", "gxy2xtnbhzjkgldj", "慢病登记"),
)


def codes(text: str, limit: int = 20) -> list[str]:
    return [match.item.code for match in find(ITEMS, text, limit)]


def lit(match: Match[Item]) -> list[str]:
    return [match.item.name[start:end] for start, end in match.spans]


def first(text: str) -> Match[Item]:
    return find(ITEMS, text)[0]


def test_initials_find_the_names_that_begin_with_them_before_those_that_contain_them() -> None:
    assert codes("jzz") == ["LD-002", "LD-004", "LD-006"]


def test_the_characters_behind_the_initials_are_highlighted() -> None:
    assert lit(first("jzz")) == ["居住证"]


def test_a_highlight_steps_over_punctuation_in_the_name() -> None:
    assert lit(first("hlbl")) == ["换领", "补领"]
    assert lit(first("lajz")) == ["两癌", "救助"]
    assert lit(first("djhd")) == ["登记", "含地"]


def test_initials_inside_a_name_are_found() -> None:
    assert codes("zxdj") == ["SB-003"]
    assert lit(first("zxdj")) == ["注销登记"]


def test_the_initials_of_a_short_name_are_found_and_shown_in_the_full_name() -> None:
    assert first("sbk").item.code == "SB-010"
    assert lit(first("sbk")) == ["社", "保", "卡"]


def test_a_short_name_with_characters_of_its_own_is_found_without_a_highlight() -> None:
    assert codes("慢病") == ["WS-004"]
    assert first("慢病").spans == ()


def test_part_of_a_name_finds_it() -> None:
    assert set(codes("登记")) == {"SB-012", "JS-001", "LD-001", "SB-003", "WS-004"}
    assert lit(first("两癌")) == ["两癌"]


def test_hanzi_and_initials_may_be_mixed() -> None:
    assert codes("居zz") == ["LD-002", "LD-004", "LD-006"]
    assert lit(first("gxy2型")) == ["高血压", "2型"]


def test_a_digit_in_a_name_is_typed_as_it_is() -> None:
    assert codes("2x") == ["WS-004"]
    assert codes("2型") == ["WS-004"]


@pytest.mark.parametrize("text", ["SB-003", "sb-003", "sb003", "sb3", "SB 3", "ｓｂ－００３"])
def test_a_code_is_found_however_it_is_written(text: str) -> None:
    assert codes(text) == ["SB-003"]
    assert first(text).spans == ()


def test_the_beginning_of_a_code_finds_its_field_after_what_the_names_say() -> None:
    assert codes("sb") == ["SB-010", "SB-003", "SB-012"]


def test_three_digits_find_the_codes_that_end_with_them() -> None:
    assert codes("003") == ["SB-003"]


def test_full_width_capitals_and_spaces_make_no_difference() -> None:
    assert codes("ＪＺＺ") == codes("JZZ") == codes(" j z z ") == codes("jzz")


def test_two_names_with_the_same_initials_come_in_the_order_of_the_catalogue() -> None:
    assert codes("sydj") == ["SB-012", "JS-001"]


def test_scattered_characters_are_found_only_when_nothing_matches_in_one_run() -> None:
    assert codes("ylzx") == ["SB-003"]
    assert lit(first("ylzx")) == ["养老", "注销"]
    assert "SB-003" not in codes("jzz")  # j … z … z stands in its initials, scattered


def test_the_closest_of_several_scattered_ways_is_highlighted() -> None:
    item = Item("XX-001", "甲乙丙丁甲丁戊", "abcdade")
    assert find([item], "ade")[0].spans == ((4, 7),)
    assert find([item], "甲戊")[0].spans == ((4, 5), (6, 7))


def test_nothing_typed_gives_every_item_in_order_up_to_the_limit() -> None:
    assert codes("  ") == [item.code for item in ITEMS]
    assert codes("", 3) == ["LD-001", "LD-002", "LD-004"]


def test_punctuation_alone_finds_nothing() -> None:
    assert codes("（") == []


def test_what_matches_nothing_finds_nothing() -> None:
    assert codes("qqqq") == []
    assert codes("飞机") == []


def test_initials_that_do_not_fit_their_name_are_not_searched() -> None:
    broken = Item("XX-001", "居住证", "jz", "居住证")
    assert find([broken], "jz") == []
    assert find([broken], "居住")[0].spans == ((0, 2),)


def test_a_finder_answers_as_the_function_does() -> None:
    finder = Finder(ITEMS)
    for text in ("j", "jzz", "登记", "sb3", "ylzx", ""):
        assert finder.find(text, 4) == find(ITEMS, text, 4)


@given(st.sampled_from(ITEMS), st.data())
def test_any_run_of_an_items_initials_finds_it_and_lights_as_many_characters(item: Item, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(item.initials) - 1))
    end = data.draw(st.integers(start + 1, len(item.initials)))
    match = next(m for m in find(ITEMS, item.initials[start:end]) if m.item is item)
    assert sum(len(part) for part in lit(match)) == end - start


@given(st.text(max_size=12))
def test_whatever_is_typed_spans_lie_in_the_name_in_order_and_apart(text: str) -> None:
    for match in find(ITEMS, text):
        edges = [edge for span in match.spans for edge in span]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(match.item.name) for edge in edges)
