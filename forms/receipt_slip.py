"""The slip of a case's receipt: what was handed in, until when it is promised, how to ask; the name masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from drivers.receipt_printer.slip import Align, Columns, Cut, Feed, Part, Qr, Slip, Text
from forms import texts_zh as zh
from forms.slips import BLANK, head_parts, materials_parts

MOST_MATERIALS = 20


@dataclass(frozen=True, slots=True)
class ReceiptSlip:
    """What it says. ``day`` is the promised day, or with ``correcting`` the one to correct by; None: there is none.

    ``materials`` were received, ``missing`` are still to come; ``code`` is what the case is found by.
    """

    centre_name: str
    title: str
    number: str
    item: str
    masked_name: str
    received_on: date
    day: date | None
    materials: tuple[str, ...]
    missing: tuple[str, ...]
    code: str
    printed_at: datetime
    hours: str
    correcting: bool = False
    reprint: bool = False


def receipt_slip(receipt: ReceiptSlip) -> Slip:
    """The slip that whoever hands something in takes along; the notice must be stored before."""
    return Slip((*_head(receipt), *_matter(receipt), *_materials(receipt), *_enquiry(receipt)))


def _head(receipt: ReceiptSlip) -> Iterator[Part]:
    yield from head_parts(receipt.centre_name, receipt.title, receipt.printed_at, reprint=receipt.reprint)
    yield Text(receipt.number)
    yield BLANK


def _matter(receipt: ReceiptSlip) -> Iterator[Part]:
    yield Text(receipt.item, width=2, height=2, bold=True, fit=2)
    yield Feed(8)
    yield Columns.sides(zh.APPLICANT, receipt.masked_name)
    yield Columns.sides(zh.RECEIVED_ON, f"{receipt.received_on:%Y-%m-%d}")
    if receipt.day is not None:
        yield BLANK
        yield Text(zh.CORRECT_BY if receipt.correcting else zh.PROMISED_BY, align=Align.CENTRE)
        day = zh.DAY_OF_WEEK.format(day=receipt.day, weekday=zh.WEEKDAYS[receipt.day.weekday()])
        yield Text(day, width=3, height=3, bold=True, align=Align.CENTRE, fit=1)
    yield BLANK


def _materials(receipt: ReceiptSlip) -> Iterator[Part]:
    yield from materials_parts(receipt.materials, zh.RECEIVED_MATERIALS, most=MOST_MATERIALS)
    yield from materials_parts(receipt.missing, zh.MISSING_MATERIALS, most=MOST_MATERIALS)


def _enquiry(receipt: ReceiptSlip) -> Iterator[Part]:
    yield Qr(receipt.code)
    yield BLANK
    yield Text(zh.CASE_CODE.format(code=receipt.code), width=2, height=2, bold=True, align=Align.CENTRE, fit=1)
    for line in zh.CASE_ADVICE:
        yield Text(line, align=Align.CENTRE)
    if receipt.hours:
        yield Text(receipt.hours, align=Align.CENTRE)
    yield Cut()
