"""Slips as a resident holds them: what stands where, from plain fields.

Order and wording follow the house's picture of a slip. Sizes are the printer's native ones, so that a slip is text and
a QR code on the wire and nothing else. Never on a slip: a name, an ID number, a telephone number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from drivers.receipt_printer.slip import Align, Columns, Cut, Feed, Part, Qr, Rule, RuleStyle, Slip, Text
from forms import texts_zh as zh

MOST_MATERIALS = 8
BLANK = Text("")  # one byte: white space divides as well as a rule, which takes up to thirteen


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """What the slip of one ticket says. ``arrived_at`` is already in the centre's zone.

    ``title`` is the item's name, or "" when the resident chose only the field; ``code`` is the QR code's content, ""
    for none; ``wait_minutes`` None prints no estimate. ``booked_at`` (HH:MM) is an appointment's time, which stands in
    the estimate's place.
    """

    centre_name: str
    number: str
    line_name: str
    title: str
    priority_label: str
    ahead: int
    wait_minutes: int | None
    arrived_at: datetime
    materials: tuple[str, ...]
    code: str
    hours: str
    booked_at: str = ""
    reprint: bool = False


def ticket_slip(ticket: TicketSlip) -> Slip:
    """The slip a resident takes at the kiosk. The ticket must be stored before this is printed."""
    return Slip(
        (
            *head_parts(ticket.centre_name, zh.YOUR_NUMBER, ticket.arrived_at, reprint=ticket.reprint),
            *_number(ticket),
            *_waiting(ticket),
            *materials_parts(ticket.materials),
            *_code(ticket.code),
            *_foot(ticket),
        )
    )


def head_parts(centre_name: str, label: str, at: datetime, *, reprint: bool) -> Iterator[Part]:
    """The head of every slip: whose it is, what it is, and when it was made."""
    yield Text(centre_name, width=2, height=2, align=Align.CENTRE, fit=1)
    yield Rule(RuleStyle.SHORT)
    yield Columns.sides(label + (zh.REPRINT if reprint else ""), f"{at:%Y-%m-%d %H:%M}")


def _number(ticket: TicketSlip) -> Iterator[Part]:
    yield Text(ticket.number, width=8, height=8, bold=True, align=Align.CENTRE, fit=1)
    named_twice = ticket.title.startswith(ticket.line_name)  # 流动人口居住登记 says its field itself
    subject = ticket.title if named_twice else f"{ticket.line_name} {ticket.title}".strip()
    yield Text(subject, width=2, height=2, bold=True, align=Align.CENTRE, fit=2)
    if ticket.priority_label:
        yield Feed(8)
        label = zh.PRIORITY.format(label=ticket.priority_label)
        yield Text(label, width=2, height=2, bold=True, align=Align.CENTRE, fit=1)


def _waiting(ticket: TicketSlip) -> Iterator[Part]:
    yield BLANK
    said = zh.AHEAD.format(count=ticket.ahead)
    if ticket.booked_at:
        said += "  " + zh.BOOKED.format(time=ticket.booked_at)
    elif ticket.wait_minutes is not None:
        said += "  " + (zh.ABOUT.format(minutes=ticket.wait_minutes) if ticket.wait_minutes > 0 else zh.SOON)
    yield Text(said, width=2, height=2, bold=True, align=Align.CENTRE, fit=2)
    yield BLANK


def materials_parts(
    materials: tuple[str, ...], head: str = zh.PREPARE, *, most: int = MOST_MATERIALS
) -> Iterator[Part]:
    """Materials under a head, a box before each, as far as a slip has room; nothing for none."""
    if not materials:
        return
    yield Text(head, bold=True)
    for material in materials[:most]:
        yield Text(zh.BOX + material, hang=3)
    if len(materials) > most:
        yield Text(zh.MORE_MATERIALS)
    yield BLANK


def _code(code: str) -> Iterator[Part]:
    if code:
        online = code.lower().startswith(("http://", "https://"))
        yield Qr(code)
        yield BLANK
        yield Text(zh.SCAN_ONLINE if online else zh.SCAN_AT_COUNTER, bold=True, align=Align.CENTRE)
    for line in zh.ADVICE:
        yield Text(line, align=Align.CENTRE)


def _foot(ticket: TicketSlip) -> Iterator[Part]:
    yield BLANK
    if ticket.hours:
        yield Text(ticket.hours, align=Align.CENTRE)
    yield Text(zh.VALID_TODAY, align=Align.CENTRE)
    yield Cut()
