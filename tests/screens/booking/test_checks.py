"""What is said of a resident while one types, and when the booking may be confirmed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.office.booking_views import ResidentView
from terminal.rules.id_number import check_digit
from terminal.screens.booking.checks import Person, number_finding, phone_finding

FIRST = "99999919800101001"
NUMBER = FIRST + check_digit(FIRST)
KNOWN = ResidentView(7, "王秀华", "9999**********0010", "13800000001", 0, None)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", ""),
        ("999999", "short"),
        (NUMBER, "good"),
        (f" {NUMBER[:6]} {NUMBER[6:]}", "good"),
        (FIRST + ("1" if NUMBER[-1] != "1" else "2"), "check"),
        ("999999198013010010", "birth"),
        ("9999991980010100101", "form"),
        ("99999a", "form"),
    ],
)
def test_an_id_number_is_judged_as_far_as_it_is_typed(text: str, finding: str) -> None:
    assert number_finding(text) == finding


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", ""), ("138", "short"), ("13800000001", "good"), ("138 0000 0001", "good"), ("02880000042", "landline"),
        ("12345678901", "form"), ("abc", "form"),
    ],
)  # fmt: skip
def test_a_telephone_number_is_judged_as_far_as_it_is_typed(text: str, finding: str) -> None:
    assert phone_finding(text) == finding


@given(st.text(max_size=24))
def test_whatever_is_typed_is_judged_and_never_raises(text: str) -> None:
    assert number_finding(text) in ("", "short", "form", "birth", "check", "good")
    assert phone_finding(text) in ("", "short", "form", "landline", "good")


@given(st.integers(0, 17))
def test_on_the_way_to_a_good_number_nothing_is_wrong(typed: int) -> None:
    assert number_finding(NUMBER[:typed]) == ("short" if typed else "")


def test_a_name_and_one_of_the_numbers_are_enough() -> None:
    assert Person("王秀华", NUMBER).lacks() == ()
    assert Person("王秀华", "", "13800000001").lacks() == ()
    assert Person("王秀华").lacks() == ("phone",)
    assert Person("", NUMBER).lacks() == ("name",)


def test_a_number_that_is_wrong_stands_against_booking() -> None:
    assert Person("王秀华", NUMBER[:17], "13800000001").lacks() == ("number",)
    assert Person("王秀华", NUMBER, "1380").lacks() == ("phone",)


def test_who_was_found_is_known_again_as_long_as_nothing_is_changed() -> None:
    assert Person(KNOWN.name, "", KNOWN.phone, KNOWN).lacks() == ()
    changed = Person(KNOWN.name, "", "13800000002", KNOWN)
    assert changed.needs_number
    assert changed.lacks() == ("number",)
    assert Person(KNOWN.name, NUMBER, "13800000002", KNOWN).lacks() == ()


def test_nothing_of_a_person_is_in_its_repr() -> None:
    assert repr(Person("王秀华", NUMBER, "13800000001")) == "<Person>"
