"""What may stand on the command line: anything else is wrong usage (exit 2), told before anything is done."""

from __future__ import annotations

import argparse
import math
from datetime import date, datetime

LARGEST = 2**31 - 1  # what a database's number column holds
LONGEST_WAIT = 600.0
LONGEST_SHOWN = 60


def shown(given: str) -> str:
    """What was given, said back: enough of it to be known again."""
    return ascii(given if len(given) <= LONGEST_SHOWN else f"{given[:LONGEST_SHOWN]}…")


def text(given: str) -> str:
    """Words for the database, which keeps Unicode: bytes of another encoding are none."""
    try:
        given.encode("utf-8")
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(f"expected text in UTF-8, got {shown(given)}") from None
    return given


def number(given: str) -> int:
    """A whole number from 1: a window, a handling."""
    if not given.isdecimal() or not 1 <= int(given[:20]) <= LARGEST:
        raise argparse.ArgumentTypeError(f"expected a number from 1 to {LARGEST}, got {shown(given)}")
    return int(given)


def count(given: str) -> int:
    """A whole number from 0: of working days."""
    if not given.isdecimal() or int(given[:20]) > LARGEST:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to {LARGEST}, got {shown(given)}")
    return int(given)


def year(given: str) -> int:
    """A year of this product's life, as of ``day``."""
    if not given.isdecimal() or not 2000 <= int(given[:20]) <= 2999:
        raise argparse.ArgumentTypeError(f"expected a year from 2000 to 2999, got {shown(given)}")
    return int(given)


def address(given: str) -> int:
    """A device's address on its line, 0 to 255."""
    if not given.isdecimal() or int(given[:20]) > 255:
        raise argparse.ArgumentTypeError(f"expected an address from 0 to 255, got {shown(given)}")
    return int(given)


def seconds(given: str) -> float:
    """A wait that a person stays for."""
    try:
        wait = float(given)
    except ValueError:
        wait = math.nan
    if not 0 < wait <= LONGEST_WAIT:
        raise argparse.ArgumentTypeError(
            f"expected seconds, more than 0 and at most {LONGEST_WAIT:g}, got {shown(given)}"
        )
    return wait


def day(given: str) -> date:
    """A day of this product's life: the edges of the calendar cannot be counted from."""
    try:
        found = date.fromisoformat(given)
    except ValueError:
        found = date.min
    if not 2000 <= found.year <= 2999:
        raise argparse.ArgumentTypeError(f"expected a day such as 2026-01-31, got {shown(given)}")
    return found


def day_of_birth(given: str) -> date:
    """Any day of the calendar; the office says whether somebody may have been born on it."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a day such as 1956-01-31, got {shown(given)}") from None


def day_or_moment(given: str) -> date | datetime:
    """A moment, or a day without a time of it."""
    return moment(given) if len(given) > len("2026-01-31") else day(given)


def moment(given: str) -> datetime:
    """A day and a time of it; without an offset the time is one of the centre's wall clock."""
    try:
        found = datetime.fromisoformat(given) if len(given) > len("2026-01-31") else datetime.min
    except ValueError:
        found = datetime.min
    if not 2000 <= found.year <= 2999:
        raise argparse.ArgumentTypeError(f"expected a moment such as 2026-01-31T09:15, got {shown(given)}")
    return found
