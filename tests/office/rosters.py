"""A roster's makings in the small hall: people, shifts and posts, made by the desk's own verbs."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from terminal.model import Duty, Leave, Message, Staff
from terminal.office.office import Office
from terminal.office.plan_views import RosterView
from terminal.rules.hours import minutes_of

# The hall's clock stands on Friday 2026-11-20.
MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
SATURDAY, SUNDAY, NEXT_SATURDAY = date(2026, 11, 28), date(2026, 11, 29), date(2026, 12, 5)
PEOPLE = ("chen", "he", "li", "sun", "wang", "zhang", "zhao", "zhou")


def put_team(office: Office, people: tuple[str, ...] = PEOPLE) -> None:
    """Staff of these codes, all trained for everything."""
    with office.store.writing() as session:
        known = set(session.scalars(select(Staff.code)))
        session.add_all(Staff(centre=office.centre, code=one, name=f"测试{one}") for one in people if one not in known)


def put_shifts(office: Office, weekend: tuple[int, ...] = (1,)) -> None:
    """An early and a late shift on working days, an extended one on rest days."""
    desk = office.roster
    desk.put_shift("early", "早班", days="work", opens=minutes_of("08:00"), closes=minutes_of("16:00"))
    desk.put_shift("late", "晚班", days="work", opens=minutes_of("10:00"), closes=minutes_of("18:00"))
    desk.put_shift(
        "weekend", "周末班", days="rest", opens=minutes_of("09:00"), closes=minutes_of("12:00"), kind="extended"
    )
    desk.put_posts("early", [1, 3])
    desk.put_posts("late", [2])
    desk.put_posts("weekend", weekend)


def leave(office: Office, staff: str, since: date, until: date) -> None:
    """Written past the duty desk."""
    with office.store.writing() as session:
        session.add(Leave(centre=office.centre, staff=staff, since=since, until=until))


def drafted(office: Office, since: date = MONDAY, until: date = SUNDAY) -> int:
    """A draft's id."""
    return office.roster.draft(since, until).id


def proposed(office: Office, since: date = MONDAY, until: date = SUNDAY) -> RosterView:
    """A draft that is filled."""
    return office.roster.propose(drafted(office, since, until))


def kinds(view: RosterView) -> set[str]:
    """What is wrong with it."""
    return {one.kind for one in view.conflicts}


def at(view: RosterView, day: date, shift: str, counter: int) -> str | None:
    """Who is at a post."""
    return next((one.staff for one in view.duties if (one.day, one.shift, one.counter) == (day, shift, counter)), None)


def all_duties(office: Office) -> list[Duty]:
    """Every row, whatever it stands for."""
    with office.store.reading() as session:
        return list(session.scalars(select(Duty).order_by(Duty.day, Duty.opens, Duty.counter, Duty.id)))


def messages(office: Office) -> list[Message]:
    """The outbox."""
    with office.store.reading() as session:
        return list(session.scalars(select(Message).order_by(Message.id)))
