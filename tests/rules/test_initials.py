"""Initials run beside the characters of a name that can be spelled."""

from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.initials import compute, fit, spelled

READINGS = dict(zip("居住证申领型", "jzzslx", strict=True))


def spell(text: str) -> list[str]:
    return [READINGS.get(char, char) for char in text]


def test_a_name_is_spelled_by_its_hanzi_letters_and_digits() -> None:
    assert spelled("“两癌”救助（2型）") == (("两", 1), ("癌", 2), ("救", 4), ("助", 5), ("2", 7), ("型", 8))


def test_full_width_letters_are_spelled_as_plain_ones() -> None:
    assert [char for char, _ in spelled("ＡB２")] == ["a", "b", "2"]


def test_initials_are_one_letter_for_each_spelled_character() -> None:
    assert compute("居住证（2型）、申领", spell) == "jzz2xsl"


def test_a_name_with_a_character_nobody_can_type_has_no_initials() -> None:
    assert compute("居住證", spell) is None


def test_a_name_of_punctuation_alone_has_no_initials() -> None:
    assert compute("（）", spell) is None


def test_initials_fit_by_length_and_by_what_a_keyboard_types() -> None:
    assert fit("居住证（换领）", "jzzhl")
    assert not fit("居住证（换领）", "jzzhl1")
    assert not fit("居住证", "jzZ")
    assert not fit("居住证", "jz证")


@given(st.text())
def test_spelled_characters_keep_the_order_of_the_name_whatever_it_is(name: str) -> None:
    places = [place for _, place in spelled(name)]
    assert places == sorted(places)
    assert all(0 <= place < len(name) for place in places)
    assert all(char.isalnum() for char, _ in spelled(name))
