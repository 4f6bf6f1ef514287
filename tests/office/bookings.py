"""What tests of appointments share: invented people, and hours and rosters written past the desks that make them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from terminal.model import Centre, Duty, HoursPlan, HoursSpan, Roster, RosterState, Shift, SlotUse, Staff, StaffLine
from terminal.office import open_office
from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.rules.hours import EARLIEST, WEEKDAYS, Span
from terminal.rules.id_number import check_digit
from tests.office.halls import MORNING, ZONE, SetClock

FRIDAY = MORNING.date()
MONDAY = FRIDAY + timedelta(days=3)
REGULAR = Span(8 * 60, 18 * 60)
EXTENDED = Span(9 * 60, 12 * 60, "extended")


def person(number: int) -> ResidentEntry:
    """Somebody invented, another one for each number; the ID number's area does not exist."""
    first = f"999999{1950 + number // 300 % 50}{number // 28 % 12 + 1:02d}{number % 28 + 1:02d}{number // 16800:03d}"
    return ResidentEntry(f"测试{number}", first + check_digit(first), f"1380000{number % 10000:04d}")


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    """A moment on the hall's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def book(
    office: Office, number: int, start: datetime, *items: str, channel: str = "street_hotline", by: str = ""
) -> BookingView:
    return office.appointments.book(items or ("LD-001",), start, person(number), channel, by=by)


def free(office: Office, start: datetime, *items: str) -> int:
    """What is left of the slot that begins then; 0 too where there is none."""
    (day,) = office.appointments.slots(items or ("LD-001",), start.date())
    return next((slot.free for slot in day.slots if slot.start == start), 0)


def put_hours(office: Office, *spans: Span, rest: Sequence[Span] = (), line: str | None = None, since: date = EARLIEST,
              until: date | None = None) -> None:  # fmt: skip
    """Hours of working days and of rest days, or of special days."""
    week = dict.fromkeys(WEEKDAYS, spans) | {"rest": rest} if until is None else {"any": spans}
    with office.store.writing() as session:
        plan = HoursPlan(centre=office.centre, line=line, since=since, until=until)
        session.add(plan)
        session.flush()
        session.add_all(
            HoursSpan(plan_id=plan.id, days=days, opens=one.opens, closes=one.closes, kind=one.kind)
            for days, several in week.items()
            for one in several
        )


def put_duties(
    office: Office, day: date, *duties: tuple[int, str], opens: int = 480, closes: int = 1080, kind: str = "regular"
) -> list[int]:
    """A published roster of one day: who sits at which counter. The duties' ids."""
    with office.store.writing() as session:
        if session.get(Shift, (office.centre, "day")) is None:
            session.add(Shift(centre=office.centre, code="day", name="白班", opens=480, closes=1080, days="work",
                              kind="regular"))  # fmt: skip
        roster = Roster(centre=office.centre, since=day, until=day, state=RosterState.PUBLISHED, made_at=MORNING)
        session.add(roster)
        session.flush()
        made = [
            Duty(centre=office.centre, roster_id=roster.id, in_force=True, day=day, shift="day", counter=counter,
                 staff=staff, opens=opens, closes=closes, kind=kind)
            for counter, staff in duties
        ]  # fmt: skip
        session.add_all(made)
        session.flush()
        return [one.id for one in made]


def change_duty(office: Office, duty: int, **values: object) -> None:
    with office.store.writing() as session:
        found = session.get_one(Duty, duty)
        for name, value in values.items():
            setattr(found, name, value)


def train(office: Office, staff: str, lines: str) -> None:
    with office.store.writing() as session:
        if session.get(Staff, (office.centre, staff)) is None:
            session.add(Staff(centre=office.centre, code=staff, name="测试员"))
            session.flush()
        session.add_all(StaffLine(centre=office.centre, staff=staff, line=line) for line in lines)


def uses(office: Office) -> list[SlotUse]:
    with office.store.reading() as session:
        return list(session.scalars(select(SlotUse).order_by(SlotUse.id)))


def in_zone(url: str, zone: str, moment: datetime) -> tuple[Office, SetClock]:
    """The hall as if it stood elsewhere; the caller closes the office."""
    with open_office(url) as office, office.store.writing() as session:
        session.get_one(Centre, office.centre).zone = zone
    clock = SetClock(moment)
    return open_office(url, clock=clock), clock
