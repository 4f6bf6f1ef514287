"""Files of appointments made elsewhere, good and bad."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from terminal.office.booking_csv import COLUMNS
from terminal.rules.id_number import check_digit
from tests.office.duties import MONDAY


def line(
    serial: int, *, item: str = "LD-001", day: date = MONDAY, clock: str = "09:00", ref: str | None = None
) -> str:  # fmt: skip
    """One row, of a person of its own."""
    first = f"999{serial % 1000:03d}{1950 + serial // 1000}0101001"
    number = first + check_digit(first)
    phone = f"1380{serial:07d}"
    return f"{f'R{serial}' if ref is None else ref},{item},{day.isoformat()} {clock},王小华,{number},{phone}"


def write(path: Path, *lines: str) -> Path:
    """A file of these rows."""
    path.write_text("\n".join((",".join(COLUMNS), *lines)), encoding="utf-8")
    return path
