"""The identity number: GB 11643's own example, printed specimens, and the slips people make."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.id_number import (
    NumberFault,
    check_digit,
    fault,
    is_former_foreign,
    masked,
    normalised,
    parse,
    without_numbers,
)

EXAMPLE = "11010519491231002X"  # of GB 11643-1999 itself
SPECIMEN = "931586198001010028"  # 证件样本 of the 2023 foreigners' card, as printed by a maker of readers
INVENTED = "510000199005120038"  # a whole province's area: nobody's
DIGITS = st.text("0123456789", min_size=17, max_size=17)


@pytest.mark.parametrize("number", [EXAMPLE, SPECIMEN, INVENTED])
def test_printed_examples_are_valid(number: str) -> None:
    found = parse(number)
    assert found is not None
    assert found.valid
    assert fault(number) is None


def test_a_number_tells_area_birth_and_sex() -> None:
    found = parse(EXAMPLE)
    assert found is not None
    assert (found.area, found.birth, found.sex, found.is_foreign) == ("110105", date(1949, 12, 31), "female", False)
    specimen = parse(SPECIMEN)
    assert specimen is not None
    assert specimen.is_foreign


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X ",
        "110105194912\u30003100ｘ",
    ],
)
def test_full_width_letters_blanks_and_a_small_x_are_put_right(typed: str) -> None:
    assert normalised(typed).startswith("11010519491231")
    assert (parse(typed) is not None) == (len(normalised(typed)) == 18)


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("", NumberFault.FORM),
        ("123", NumberFault.FORM),
        ("011010519491231002", NumberFault.FORM),
        ("110105491231002", NumberFault.FORM),
        ("11010519491231002Y", NumberFault.FORM),
        ("110105194913310021", NumberFault.BIRTH),
        ("110105000012310021", NumberFault.BIRTH),
        ("510000200102290045", NumberFault.BIRTH),
        ("110105194912310021", NumberFault.CHECK),
    ],
)
def test_the_first_thing_that_is_wrong_is_named(number: str, wrong: NumberFault) -> None:
    assert fault(number) is wrong


@given(DIGITS, st.integers(0, 16), st.integers(1, 9))
def test_one_mistaken_digit_never_passes_the_check(digits: str, at: int, by: int) -> None:
    other = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert check_digit(digits) != check_digit(other)


@given(DIGITS, st.integers(0, 15))
def test_two_neighbours_in_the_wrong_order_never_pass_the_check(digits: str, at: int) -> None:
    other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assert digits == other or check_digit(digits) != check_digit(other)


@given(st.text(max_size=40))
def test_no_text_upsets_the_rules_and_a_mask_keeps_the_length(text: str) -> None:
    fault(text)
    parse(text)
    assert len(masked(text)) == len(normalised(text))


@given(st.from_regex(r"[1-9][0-9]{17}", fullmatch=True))
def test_a_mask_shows_four_characters_at_each_end_and_a_repr_none(number: str) -> None:
    assert masked(number) == number[:4] + "*" * 10 + number[-4:]
    assert number[6:14] not in repr(parse(number))


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("12", "**"), ("12345678", "12****78"), ("UTO330085031500", "UTO3*******1500")]
)
def test_short_and_foreign_numbers_are_masked_too(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_foreigners_former_number_has_no_check_digit_to_judge_by() -> None:
    assert is_former_foreign("uto330085031500")
    assert fault("UTO330085031500") is None
    assert parse("UTO330085031500") is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"王小华{EXAMPLE}.jpg", "王小华…002X.jpg"),
        (f"{INVENTED}-{SPECIMEN}", "…0038-…0028"),
        ("IMG_202603041015301234.jpg", "IMG_202603041015301234.jpg"),  # a moment, of no birth
        (f"{EXAMPLE}1", f"{EXAMPLE}1"),
    ],
)
def test_a_number_within_a_text_is_cut_to_its_last_four(text: str, left: str) -> None:
    assert without_numbers(text) == left
