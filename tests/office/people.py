"""Invented residents, and numbers that nobody has: area code 999999 is not given out."""

from __future__ import annotations

from terminal.office.booking_views import ResidentEntry
from terminal.rules.id_number import check_digit


def number_of(serial: int) -> str:
    """A number with a right check digit, of area 999999."""
    first = f"99999919800101{serial % 1000:03d}"
    return first + check_digit(first)


def phone_of(serial: int) -> str:
    """A mobile number of the series 138 0000 0xxx."""
    return f"13800000{serial % 1000:03d}"


def person(
    serial: int = 1, *, name: str = "王小华", phone: str | None = None, number: str | None = None
) -> ResidentEntry:  # fmt: skip
    """Somebody as staff enter one."""
    return ResidentEntry(
        name=name,
        number=number_of(serial) if number is None else number,
        phone=phone_of(serial) if phone is None else phone,
    )
