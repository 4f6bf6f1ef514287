"""Amounts in capitals, as they stand beside figures on what is to be paid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.amounts import in_capitals


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "零元整"),
        ("32", "叁拾贰元整"),
        ("0.5", "伍角整"),
        ("0.05", "伍分"),
        ("10.05", "壹拾元零伍分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("10500", "壹万零伍佰元整"),
        ("1000005", "壹佰万零伍元整"),
        ("100010000", "壹亿零壹万元整"),
        ("viel", ""),
        ("-3", ""),
        ("1.005", ""),
    ],
)
def test_an_amount_reads_as_banks_write_it(amount: str, said: str) -> None:
    assert in_capitals(amount) == said


@given(st.integers(0, 10**12 - 1), st.integers(0, 99))
def test_two_amounts_never_read_alike(whole: int, cents: int) -> None:
    assert _value(in_capitals(f"{whole}.{cents:02}")) == whole * 100 + cents


def _value(said: str) -> int:
    """An amount in cents, read back."""
    digits = {char: number for number, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
    total = group = digit = 0
    for char in said:
        if char in digits:
            digit = digits[char]
        elif char in "拾佰仟":
            group += digit * {"拾": 10, "佰": 100, "仟": 1000}[char]
            digit = 0
        elif char in "万亿":
            total += (group + digit) * {"万": 10**4, "亿": 10**8}[char]
            group = digit = 0
        elif char == "元":
            total, group, digit = (total + group + digit) * 100, 0, 0
        elif char in "角分":
            total += digit * {"角": 10, "分": 1}[char]
            digit = 0
    return total
