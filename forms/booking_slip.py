"""The slip of an appointment: its code, when to come, what to bring; never anything of the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from drivers.receipt_printer.slip import Align, Cut, Feed, Part, Qr, Slip, Text
from forms import texts_zh as zh
from forms.slips import BLANK, head_parts, materials_parts


@dataclass(frozen=True, slots=True)
class BookingSlip:
    """What it says. Moments are in the centre's zone; ``titles`` are the items' names in their order."""

    centre_name: str
    code: str
    start: datetime
    check_in_from: datetime
    check_in_until: datetime
    titles: tuple[str, ...]
    materials: tuple[str, ...]
    printed_at: datetime
    hours: str
    reprint: bool = False


def booking_slip(booking: BookingSlip) -> Slip:
    """The slip that whoever booked at the window takes along; the appointment must be stored before."""
    head = head_parts(booking.centre_name, zh.BOOKING_SLIP, booking.printed_at, reprint=booking.reprint)
    materials = materials_parts(booking.materials)
    return Slip((*head, *_when(booking), *materials, *_code(booking), *_foot(booking)))


def _when(booking: BookingSlip) -> Iterator[Part]:
    start = booking.start
    day = zh.DAY_OF_WEEK.format(day=start, weekday=zh.WEEKDAYS[start.weekday()])
    yield Text(day, width=2, height=2, bold=True, align=Align.CENTRE, fit=1)
    yield Text(f"{start:%H:%M}", width=6, height=6, bold=True, align=Align.CENTRE, fit=1)
    for title in booking.titles:
        yield Text(title, width=2, height=2, bold=True, align=Align.CENTRE, fit=2)
    yield Feed(8)
    window = zh.BOOKING_WINDOW.format(since=f"{booking.check_in_from:%H:%M}", until=f"{booking.check_in_until:%H:%M}")
    yield Text(window, align=Align.CENTRE)
    yield BLANK


def _code(booking: BookingSlip) -> Iterator[Part]:
    yield Qr(booking.code)
    yield BLANK
    yield Text(zh.BOOKING_CODE.format(code=booking.code), width=2, height=2, bold=True, align=Align.CENTRE, fit=1)
    for line in zh.BOOKING_ADVICE:
        yield Text(line, align=Align.CENTRE)


def _foot(booking: BookingSlip) -> Iterator[Part]:
    yield BLANK
    if booking.hours:
        yield Text(booking.hours, align=Align.CENTRE)
    yield Cut()
