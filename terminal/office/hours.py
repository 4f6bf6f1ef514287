"""The hours' desk: when the centre and its lines are open, and changing that from a day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import HoursKind, HoursPlan, HoursSpan
from terminal.model.opening import LONGEST_REASON
from terminal.office.calendar import LAST
from terminal.office.duty_changes import Broken, changing
from terminal.office.opening_at import AHEAD, opening_at
from terminal.office.opening_reading import read_opening
from terminal.office.plan_views import DayHours, HoursChange, HoursPlanView, Opening
from terminal.office.room import LARGEST_ID, Room
from terminal.rules.hours import REST, SPECIAL, WEEKDAYS, Span, clock_of, wrong_span

LONGEST_LOOK: Final = 400  # days at once
LONGEST_SPECIAL: Final = 366
Week = Mapping[str, Sequence[Span]]


class HoursDesk:
    """Reads and changes opening hours. Safe to use from many threads and processes.

    A change holds from a day on, today at the earliest. It waits until nobody books any more, and names the
    appointments that it leaves without their time; with ``dry_run`` it names them and changes nothing. Raises
    ``DatabaseFault`` without a database.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    # When it is open.

    def opening(self, at: datetime | None = None, line: str | None = None) -> Opening:
        """How things stand at a moment (now, unless given) for a line, or for the centre."""
        at = at or self._room.now()
        today = self._room.day(at)
        with self._room.reading() as session:
            self._check_line(session, line)
            rules = read_opening(session, self._room, today, today + timedelta(days=AHEAD))
        return opening_at(rules, self._room, at, line)

    def days(self, since: date, until: date, line: str | None = None) -> tuple[DayHours, ...]:
        """The hours of each day from ``since`` to ``until``, at most 400 of them."""
        _check_period(since, until, LONGEST_LOOK)
        with self._room.reading() as session:
            self._check_line(session, line)
            rules = read_opening(session, self._room, since, until)
        days = (since + timedelta(days=passed) for passed in range((until - since).days + 1))
        return tuple(
            DayHours(
                day=day,
                line=line,
                working=rules.calendar.working(day),
                certain=rules.certain(day, line),
                name=rules.names.get(day, ""),
                spans=rules.on(day, line),
            )
            for day in days
        )

    def plans(self) -> tuple[HoursPlanView, ...]:
        """Every plan there is, the centre's first, by the day it begins."""
        with self._room.reading() as session:
            plans = session.scalars(
                select(HoursPlan).where(HoursPlan.centre == self._room.centre).order_by(HoursPlan.since, HoursPlan.id)
            ).all()
            found = [self._view(session, plan, plans) for plan in plans]
        return tuple(sorted(found, key=lambda one: one.line or ""))

    # Changing it.

    def change(
        self, days: Week, since: date, *, line: str | None = None, reason: str = "", by: str = "", dry_run: bool = False
    ) -> HoursChange:
        """Other hours of the week from ``since`` on: ``days`` maps mon … sun (working days that fall on it) and rest
        (weekends and holidays) to spans; a kind of day that is missing is closed from then on.

        Regular and extended spans may stand on one day. Refuses spans that overlap or run backwards.
        """
        _check_days(days, (*WEEKDAYS, REST))
        plan = HoursPlan(centre=self._room.centre, line=line, since=since, until=None, reason=_reason(reason))
        return self._add(plan, days, by, dry_run)

    def special(
        self,
        spans: Sequence[Span],
        since: date,
        until: date,
        *,
        line: str | None = None,
        reason: str,
        by: str = "",
        dry_run: bool = False,
    ) -> HoursChange:
        """Hours of special days, both included; without spans it is closed on them. Residents see ``reason``."""
        _check_period(since, until, LONGEST_SPECIAL)
        _check_days({SPECIAL: spans}, (SPECIAL,))
        plan = HoursPlan(centre=self._room.centre, line=line, since=since, until=until, reason=_reason(reason))
        return self._add(plan, {SPECIAL: spans}, by, dry_run)

    def follow_centre(
        self, line: str, since: date, *, reason: str = "", by: str = "", dry_run: bool = False
    ) -> HoursChange:
        """From ``since`` on the line has no hours of its own any more."""
        plan = HoursPlan(
            centre=self._room.centre, line=line, since=since, until=None, follows_centre=True, reason=_reason(reason)
        )
        return self._add(plan, {}, by, dry_run)

    def withdraw(self, plan_id: int, *, by: str = "", dry_run: bool = False) -> HoursChange:
        """Take a plan back. One that is coming, or began today, is gone; special days that have begun end yesterday.

        Hours of a week that have held since before today stay what they were: they are changed by other hours.
        """

        with changing(self._room, by) as (session, now):
            plan = session.get(HoursPlan, min(plan_id, LARGEST_ID))
            if plan is None or plan.centre != self._room.centre:
                raise Refusal("There are no hours {plan}.", "Use a number of the list of hours.", plan=plan_id)
            today = self._room.day(now)
            _check_withdrawal(plan, today)
            before = _plain(plan, _spans(session, plan.id))
            broken = Broken(session, self._room, max(plan.since, today), plan.until)
            left: HoursPlanView | None = None
            if plan.since >= today:
                session.delete(plan)
                session.flush()
            else:
                plan.until = today - timedelta(days=1)
                session.flush()
                left = self._view(session, plan, (plan,))
            self._room.note(session, "withdraw", "hours_plan", plan_id, at=now, who=by, before=before)
            return _outcome(session, left, broken, dry_run)

    # How verbs do it.

    def _add(self, plan: HoursPlan, days: Week, by: str, dry_run: bool) -> HoursChange:
        with changing(self._room, by) as (session, now):
            self._check_line(session, plan.line)
            today = self._room.day(now)
            if not today <= plan.since <= LAST:
                raise Refusal(
                    "Hours cannot be changed from {since} on.", "Use today, {today}, or a later day.",
                    since=plan.since, today=today,
                )  # fmt: skip
            broken = Broken(session, self._room, plan.since, plan.until)
            session.add(plan)
            session.flush()
            session.add_all(
                HoursSpan(plan_id=plan.id, days=kind, opens=span.opens, closes=span.closes, kind=span.kind)
                for kind, spans in days.items()
                for span in spans
            )
            session.flush()
            after = _plain(plan, {kind: tuple(sorted(spans)) for kind, spans in days.items() if spans})
            self._room.note(session, "change", "hours_plan", plan.id, at=now, who=by, after=after)
            plans = session.scalars(select(HoursPlan).where(HoursPlan.centre == self._room.centre)).all()
            return _outcome(session, self._view(session, plan, plans), broken, dry_run)

    def _check_line(self, session: Session, line: str | None) -> None:
        if line is not None:
            self._room.line(session, line)

    def _view(self, session: Session, plan: HoursPlan, plans: Sequence[HoursPlan]) -> HoursPlanView:
        return HoursPlanView(
            id=plan.id,
            line=plan.line,
            since=plan.since,
            until=plan.until,
            follows_centre=plan.follows_centre,
            reason=plan.reason,
            days=_spans(session, plan.id),
            state=_state(plan, plans, self._room.day(self._room.now())),
        )


def _outcome(session: Session, plan: HoursPlanView | None, broken: Broken, dry_run: bool) -> HoursChange:
    """What a change came to; a dry run is undone once it is known what it would break."""
    change = HoursChange(None if dry_run else plan, broken.found())
    if dry_run:
        session.rollback()
    return change


def _spans(session: Session, plan: int) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for row in session.scalars(select(HoursSpan).where(HoursSpan.plan_id == plan).order_by(HoursSpan.opens)):
        found[row.days] = (*found.get(row.days, ()), Span(row.opens, row.closes, row.kind))
    return found


def _state(plan: HoursPlan, plans: Sequence[HoursPlan], today: date) -> Literal["in_force", "coming", "over"]:
    """Hours of a week are over once later ones of the same line have begun; special days, once they have passed."""
    if plan.since > today:
        return "coming"
    if plan.until is not None:
        return "in_force" if plan.until >= today else "over"
    place = (plan.since, plan.id)
    later = (one for one in plans if one.line == plan.line and one.until is None and one.since <= today)
    return "over" if any((one.since, one.id) > place for one in later) else "in_force"


def _plain(plan: HoursPlan, days: Week) -> dict[str, object]:
    """A plan as the journal keeps it."""
    return {
        "line": plan.line,
        "since": plan.since,
        "until": plan.until,
        "follows_centre": plan.follows_centre,
        "days": {
            kind: [f"{clock_of(span.opens)}-{clock_of(span.closes)} {span.kind}" for span in spans]
            for kind, spans in days.items()
        },
    }


def _check_days(days: Week, allowed: Sequence[str]) -> None:
    for kind, spans in days.items():
        if kind not in allowed:
            raise Refusal("There are no days {days}.", "Use one of: {known}.", days=kind, known=", ".join(allowed))
        wrong = wrong_span(spans)
        if wrong is not None:
            raise Refusal(
                "{opens}–{closes} is not possible: hours of one day run forwards and do not overlap.",
                "Correct the times.",
                opens=_shown(wrong.opens),
                closes=_shown(wrong.closes),
            )
        for span in spans:
            if span.kind not in set(HoursKind):
                raise Refusal(
                    "There are no hours of the kind {kind}.", "Use one of: {known}.",
                    kind=span.kind, known=", ".join(HoursKind),
                )  # fmt: skip


def _shown(minutes: int) -> str:
    return clock_of(minutes) if minutes >= 0 else str(minutes)


def _check_period(since: date, until: date, most: int) -> None:
    if until < since:
        raise Refusal("{last} is before {first}.", "Give the earlier day first.", first=since, last=until)
    if (until - since).days >= most:
        raise Refusal(
            "From {first} to {last} is too long.", "Take at most {most} days.", first=since, last=until, most=most
        )


def _check_withdrawal(plan: HoursPlan, today: date) -> None:
    if plan.until is not None and plan.until < today:
        raise Refusal("These hours are over since {until}.", "There is nothing to take back.", until=plan.until)
    if plan.until is None and plan.since < today:
        raise Refusal(
            "These hours have held since {since} and cannot be taken back.", "Enter other hours from a day on.",
            since=plan.since,
        )  # fmt: skip


def _reason(given: str) -> str:
    reason = given.strip()
    if len(reason) > LONGEST_REASON or not reason.isprintable():
        raise Refusal("A reason has at most {most} characters, in one line.", "Shorten it.", most=LONGEST_REASON)
    return reason
