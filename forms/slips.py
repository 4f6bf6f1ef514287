"""Slips as a resident holds them: what stands where, from plain fields.

Order and wording follow the house's picture of a slip. Sizes are the printer's native ones, so that a slip is text and
a QR code on the wire and nothing else. Never on a slip: a name, an ID number, a telephone number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from drivers.receipt_printer.slip import Align, Cell, Columns, Cut, Feed, Part, Qr, Rule, RuleStyle, Slip, Text
from forms import texts_zh as zh

MOST_MATERIALS = 8


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """What the slip of one ticket says. ``arrived_at`` is already in the centre's zone.

    ``title`` is the item's name, or "" when the resident chose only the field; ``code`` is the QR code's content, ""
    for none; ``wait_minutes`` None prints no estimate.
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
    reprint: bool = False


def ticket_slip(ticket: TicketSlip) -> Slip:
    """The slip a resident takes at the kiosk. The ticket must be stored before this is printed."""
    return Slip(
        (
            *_head(ticket),
            *_number(ticket),
            *_waiting(ticket),
            *_materials(ticket.materials),
            *_code(ticket.code),
            *_foot(ticket),
        )
    )


def _head(ticket: TicketSlip) -> Iterator[Part]:
    yield Text(ticket.centre_name, width=2, height=2, bold=True, align=Align.CENTRE, fit=True)
    yield Rule()
    label = zh.YOUR_NUMBER + (zh.REPRINT if ticket.reprint else "")
    yield Columns.sides(label, f"{ticket.arrived_at:%Y-%m-%d %H:%M}")


def _number(ticket: TicketSlip) -> Iterator[Part]:
    yield Text(ticket.number, width=8, height=7, bold=True, align=Align.CENTRE, fit=True)
    title = ticket.title if ticket.title != ticket.line_name else ""
    subject = f"{ticket.line_name} {title}".strip()
    yield Text(subject, width=2, height=2, bold=True, align=Align.CENTRE, fit=True)
    if ticket.priority_label:
        yield Text(zh.PRIORITY.format(label=ticket.priority_label), align=Align.CENTRE)


def _waiting(ticket: TicketSlip) -> Iterator[Part]:
    yield Rule()
    cells = [_figure(zh.AHEAD, ticket.ahead)]
    if ticket.wait_minutes is not None:
        soon = Cell((Text(zh.SOON),), Align.CENTRE)
        cells.append(_figure(zh.ABOUT, ticket.wait_minutes) if ticket.wait_minutes > 0 else soon)
    yield Columns(tuple(cells), divided=True)
    yield Rule()


def _figure(words: tuple[str, str], figure: int) -> Cell:
    before, after = words
    return Cell((Text(f"{before} "), Text(str(figure), width=3, height=3, bold=True), Text(f" {after}")), Align.CENTRE)


def _materials(materials: tuple[str, ...]) -> Iterator[Part]:
    if not materials:
        return
    yield Text(zh.PREPARE, bold=True)
    for material in materials[:MOST_MATERIALS]:
        yield Text(zh.BOX + material, hang=3)
    if len(materials) > MOST_MATERIALS:
        yield Text(zh.MORE_MATERIALS)
    yield Rule(RuleStyle.DASHED)


def _code(code: str) -> Iterator[Part]:
    if code:
        online = code.lower().startswith(("http://", "https://"))
        yield Text(zh.SCAN_ONLINE if online else zh.SCAN_AT_COUNTER, bold=True, align=Align.CENTRE)
        yield Qr(code)
        yield Feed(16)
    for line in zh.ADVICE:
        yield Text(line, align=Align.CENTRE)


def _foot(ticket: TicketSlip) -> Iterator[Part]:
    yield Rule()
    if ticket.hours:
        yield Text(ticket.hours, align=Align.CENTRE)
    yield Text(zh.VALID_TODAY, align=Align.CENTRE)
    yield Cut()
