"""Amounts of money in the characters that cannot be altered with a stroke of the pen."""

from __future__ import annotations

import re
from typing import Final

_AMOUNT: Final = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?")
_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")
_GROUPS: Final = ("", "万", "亿")


def in_capitals(amount: str) -> str:
    """An amount in yuan as 叁拾贰元伍角整; "" for what is no amount below a million million.

    SOURCE: 支付结算办法 (PBC 1997), annex 1: 整 after yuan or jiao, none after fen; 零 where places are skipped.
    """
    found = _AMOUNT.fullmatch(amount)
    if found is None:
        return ""
    whole, cents = int(found[1]), (found[2] or "").ljust(2, "0")
    jiao, fen = int(cents[0]), int(cents[1])
    said = f"{_whole(whole)}元" if whole or not (jiao or fen) else ""
    if jiao:
        said += f"{_DIGITS[jiao]}角"
    elif fen and whole:
        said += _DIGITS[0]
    return f"{said}{_DIGITS[fen]}分" if fen else f"{said}整"


def _whole(number: int) -> str:
    """A whole number; each skipped run of places is one 零, and none stands at the end."""
    if not number:
        return _DIGITS[0]
    said = ""
    for group in range(len(_GROUPS) - 1, -1, -1):
        four = number // 10_000**group % 10_000
        if not four:
            continue
        if said and (four < 1000 or number // 10_000 ** (group + 1) % 10 == 0):
            said += _DIGITS[0]
        said += _four(four) + _GROUPS[group]
    return said


def _four(number: int) -> str:
    said = ""
    skipped = False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += (_DIGITS[0] if skipped and said else "") + _DIGITS[digit] + _PLACES[place]
        skipped = not digit
    return said
