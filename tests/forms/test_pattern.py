"""Patterns of fields: what is allowed can never be slow, and what could be is refused when the file is read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.pattern import BadPattern, check_pattern

ATOMS = st.sampled_from(["a", "b", ".", r"\d", "[ab]", "(a)", "(a|b)", "(?:ab|a)"])
TIMES = st.sampled_from(["", "?", "*", "+", "{2}", "{0,3}", "{1,}"])
PIECES = st.lists(st.tuples(ATOMS, TIMES).map("".join), max_size=6).map("".join)
PATTERNS = st.recursive(PIECES, lambda inner: st.tuples(inner, TIMES).map(lambda pair: f"({pair[0]}){pair[1]}"))


@pytest.mark.parametrize(
    "pattern",
    [
        "[0-9]{8,30}",
        "[0-9]{17}[0-9Xx][1-7][1-4](B[0-9])?",
        "[京津沪渝][A-Z][A-Z0-9]{5,6}",
        r"\d+",
        "",
        "[]a]+",
        "甲|乙",
    ],
)
def test_what_forms_need_is_allowed(pattern: str) -> None:
    check_pattern(pattern, 200)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a+)+b", "fewer ways"),
        ("(a|a)*b", "fewer ways"),
        ("(a*)*", "fewer ways"),
        ("a*a*a*b", "fewer ways"),
        ("a?" * 15 + "a" * 15, "fewer ways"),
        ("(?=a)b", "plain groups"),
        ("(?i)a", "plain groups"),
        (r"(a)\1", "characters, sets, groups"),
        ("^a$", "characters, sets, groups"),
        ("a+?", "without lazy"),
        ("[[a]]", "sets without"),
        ("[a-z+", "a regular expression"),
        ("(", "a regular expression"),
        ("a**", "a regular expression"),
        ("(" * 9 + "a" + ")" * 9, "plain groups"),
    ],
)
def test_what_could_be_slow_or_is_not_understood_is_refused(pattern: str, said: str) -> None:
    with pytest.raises(BadPattern, match=re.escape(said)):
        check_pattern(pattern, 200)


def test_a_shorter_length_makes_room_for_more() -> None:
    check_pattern(r"\d+-\d+", 100)
    with pytest.raises(BadPattern):
        check_pattern(r"\d+-\d+", 200)


@given(PATTERNS, st.text("abc1", max_size=12))
def test_what_is_allowed_is_tried_in_no_more_ways_than_counted(pattern: str, value: str) -> None:
    """Every pattern is refused or answers at once: the test would hang otherwise (its time is bounded)."""
    try:
        check_pattern(pattern, 40)
    except BadPattern:
        return
    re.fullmatch(pattern, "a" * 40 + "!")
    re.fullmatch(pattern, value)
