"""Initials by which people are found: surnames in their own reading, rare characters with theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.store.name_initials import initials_of, typed


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("王小华", "wxh"),
        ("单晓华", "sxh"),
        ("曾国", "zg"),
        ("解珍", "xz"),
        ("仇英", "qy"),
        ("欧阳华", "oyh"),
        ("长孙无忌", "zswj"),
        ("万俟卨", "mqx"),
        ("王𬭎", "wh"),
        ("王䶮", "wy"),
        ("阿依古丽·买买提", "ayglmmt"),
        ("Anna Li", "annali"),
        ("", ""),
    ],
)
def test_a_name_is_found_by_what_people_type(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_a_character_whose_reading_nobody_knows_is_left_out() -> None:
    assert initials_of("王\U000323af明") == "wm"


def test_latin_letters_are_compared_without_case_and_blanks() -> None:
    assert typed(" Anna L") == "annal"


@given(name=st.text(max_size=60))
def test_any_name_has_initials_that_can_be_typed_and_stored(name: str) -> None:
    initials = initials_of(name)
    assert len(initials) <= 60
    assert initials == initials.lower()
