"""Telephone numbers: however they are written, one number; which of them can be written to; how they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules import phone
from terminal.rules.masking import masked_name
from terminal.rules.phone import PhoneKind

MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
LANDLINES = st.from_regex(r"(010|02[0-9]|0[3-9][0-9]{2})?[2-8][0-9]{6,7}(-[0-9]{1,6})?", fullmatch=True)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize(
    "written",
    [
        "13800000001", "138 0000 0001", "138-0000-0001", "+86 138 0000 0001", "0086-13800000001", "8613800000001",
        "１３８００００００01", "１３８－００００－０００１", " 138.0000.0001 ",
    ],
)  # fmt: skip
def test_a_mobile_number_is_the_same_however_it_is_written(written: str) -> None:
    assert phone.normalised(written) == "13800000001"
    assert phone.is_mobile(written)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("028-82700001", "02882700001"),
        ("(028) 8270 0001", "02882700001"),
        ("（０２８）８２７０－０００１", "02882700001"),
        ("+86 28 8270 0001", "02882700001"),
        ("0571-8270000", "05718270000"),
        ("82700001", "82700001"),
        ("82700001-801", "82700001-801"),
        ("028-82700001-801", "02882700001-801"),
        ("028-82700001转801", "02882700001-801"),
        ("028-82700001 分机 8", "02882700001-8"),
    ],
)
def test_a_landline_keeps_area_code_and_extension(written: str, stored: str) -> None:
    assert phone.normalised(written) == stored
    assert phone.kind(written) is PhoneKind.LANDLINE


@pytest.mark.parametrize(
    "written", ["", "1", "12345", "1380000000", "138000000012", "12800000001", "02812", "电话", "0", "1380000000x"]
)
def test_what_is_no_number_is_none(written: str) -> None:
    assert phone.kind(written) is None
    assert not phone.is_mobile(written)


@given(MOBILES)
def test_every_mobile_number_is_one_with_blanks_wide_digits_and_country_code(number: str) -> None:
    for written in (number, number.translate(WIDE), f"+86{number}", f"{number[:3]} {number[3:7]}-{number[7:]}"):
        assert phone.normalised(written) == number
    assert phone.kind(number) is PhoneKind.MOBILE


@given(LANDLINES)
def test_every_landline_is_stored_as_it_is(number: str) -> None:
    assert phone.normalised(number) == number
    assert phone.kind(number) is PhoneKind.LANDLINE


@given(st.one_of(st.text(max_size=30), st.text("0123456789 -+()转#０１２３", max_size=24)))
def test_what_was_normalised_stays_so(text: str) -> None:
    once = phone.normalised(text)
    assert phone.normalised(once) == once
    if phone.kind(text) is not None:
        assert len(once) <= phone.LONGEST


@given(st.text(max_size=30))
def test_a_masked_number_shows_half_at_most(text: str) -> None:
    number = phone.normalised(text)
    shown = phone.masked(text)
    assert len(shown) == len(number)
    assert sum(letter != "*" for letter in shown) <= max(4, len(number) // 2) + 3
    if len(number) > 1:
        assert "*" in shown


def test_a_mobile_number_is_shown_by_its_ends() -> None:
    assert phone.masked("138 0000 5276") == "138****5276"
    assert phone.masked("028-82700001") == "*******0001"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王华", "王*"),
        ("王小华", "王*华"),
        ("欧阳小华", "欧**华"),
        ("阿依古丽·买买提", "阿***提"),
        ("王", "*"),
        ("", ""),
        (" 王小华 ", "王*华"),
        ("Anna Berg", "A*** B***"),
        ("Li Maximiliana", "L* M***"),
        ("阿" + "依" * 38 + "提", "阿***提"),
    ],
)
def test_a_masked_name_is_known_to_who_bears_it(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@given(st.text(max_size=60))
def test_a_masked_name_hides_what_is_between(name: str) -> None:
    shown = masked_name(name)
    if not name.strip().isascii():
        assert len(shown) == min(len(name.strip()), 5)
        assert all(letter == "*" for letter in shown[1:-1])
