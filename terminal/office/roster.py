"""The roster's desk: shifts and training, drafts, proposals, and what is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Duty, Roster, RosterState
from terminal.office.booking_views import BookingView
from terminal.office.duty_changes import Broken, changing
from terminal.office.plan_file import put_plan, read_plan_file
from terminal.office.plan_views import PersonView, Progress, Published, RosterRow, RosterView, ShiftView
from terminal.office.room import Room
from terminal.office.roster_ground import read_people, read_shifts
from terminal.office.roster_plan import ShiftEntry, find_shift, set_contact, set_posts, set_shift, set_training
from terminal.office.roster_proposal import propose
from terminal.office.roster_publishing import Place, publish, put_in_draft, put_in_force
from terminal.office.roster_reading import find_roster, roster_rows, roster_view
from terminal.office.roster_watch import Watch

LONGEST_DAYS = 366  # of one roster


class RosterDesk:
    """Verbs on rosters and on what they are made of. They refuse (``Refusal``) for unknown names and from a wrong
    state; nothing is changed then. Safe to call from many threads and processes at once. Raises ``DatabaseFault``.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    # What rosters are made of.

    def shifts(self) -> tuple[ShiftView, ...]:
        """The shifts that are worked, each with the counters that need somebody."""
        with self._room.reading() as session:
            return read_shifts(session, self._room)

    def people(self) -> tuple[PersonView, ...]:
        """Who may be put on a roster, and what they are trained for."""
        with self._room.reading() as session:
            return read_people(session, self._room)

    def train(self, staff: str, lines: Iterable[str], *, by: str = "") -> PersonView:
        """Say which lines (letters) a person is trained for, in place of those before; none at all: for every line."""
        with changing(self._room, by) as (session, now):
            code = self._room.staff(session, staff).code
            letters = set_training(session, self._room, code, lines)
            self._room.note(session, "train", "staff", code, at=now, who=by, after={"lines": letters})
            return self._person(session, code)

    def contact(self, staff: str, *, phone: str = "", address: str = "", by: str = "") -> PersonView:
        """Say how a person is told of rosters and swaps: a mobile number, or an apprise URL, which goes before it.

        With neither, whoever has something to tell is put onto the call list.
        """
        with changing(self._room, by) as (session, now):
            code = self._room.staff(session, staff).code
            set_contact(session, self._room, code, phone, address)
            self._room.note(session, "contact", "staff", code, at=now, who=by)
            return self._person(session, code)

    def put_shift(
        self,
        code: str,
        name: str,
        *,
        days: str,
        opens: int,
        closes: int,
        kind: str = "regular",
        active: bool = True,
        by: str = "",
    ) -> tuple[ShiftView, ...]:
        """Add a shift or change it: worked on work or rest days, in minutes after midnight, regular or extended.

        Duties keep the times they were made with. Returns the shifts that are worked.
        """
        entry = ShiftEntry(code, name, days, opens, closes, kind, active)
        with changing(self._room, by) as (session, now):
            set_shift(session, self._room, entry)
            after = {"days": days, "opens": opens, "closes": closes, "kind": kind, "active": active}
            self._room.note(session, "put_shift", "shift", code, at=now, who=by, after=after)
            return read_shifts(session, self._room)

    def put_posts(self, shift: str, counters: Iterable[int], *, by: str = "") -> tuple[ShiftView, ...]:
        """Say which counters need somebody in a shift, in place of those before. Returns the shifts that are worked."""
        with changing(self._room, by) as (session, now):
            find_shift(session, self._room, shift)
            wanted = set_posts(session, self._room, shift, counters)
            self._room.note(session, "put_posts", "shift", shift, at=now, who=by, after={"counters": wanted})
            return read_shifts(session, self._room)

    def put_plan(self, path: Path | str, *, by: str = "") -> tuple[ShiftView, ...]:
        """Take shifts, posts and training from a plan file; its hours are for founding alone.

        Shifts that it does not name are worked no more. Refuses a file with faults, naming the place.
        """
        plan = read_plan_file(path)
        with changing(self._room, by) as (session, now):
            put_plan(session, self._room.centre, plan, path, with_hours=False)
            after = {"shifts": [one.shift.code for one in plan.shifts], "staff": sorted(plan.staff)}
            self._room.note(session, "put_plan", "roster_plan", self._room.centre, at=now, who=by, after=after)
            return read_shifts(session, self._room)

    # Rosters.

    def rosters(self) -> tuple[RosterRow, ...]:
        """The newest fifty rosters, those of the latest days first."""
        with self._room.reading() as session:
            return roster_rows(session, self._room)

    def view(self, roster_id: int) -> RosterView:
        """A whole roster: of a published one whatever is in force on its days, of a draft what would be."""
        with self._room.reading() as session:
            return roster_view(session, self._room, find_roster(session, self._room, roster_id))

    def draft(self, since: date, until: date, *, by: str = "") -> RosterView:
        """A new roster without duties, of a year at most."""
        if until < since:
            raise Refusal("A roster cannot end on {until} before it begins on {since}.", since=since, until=until)
        if (until - since).days >= LONGEST_DAYS or not 2000 <= since.year <= until.year <= 2999:
            raise Refusal("A roster is of {most} days at the most.", "Make several.", most=LONGEST_DAYS)
        with changing(self._room, by) as (session, now):
            roster = Roster(
                centre=self._room.centre, since=since, until=until, state=RosterState.DRAFT, made_at=now, made_by=by
            )
            session.add(roster)
            session.flush()
            after = {"since": since, "until": until}
            self._room.note(session, "draft", "roster", roster.id, at=now, who=by, after=after)
        return self._seen(roster)

    def propose(
        self,
        roster_id: int,
        *,
        seconds: float = 30.0,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        seed: int = 1,
        by: str = "",
    ) -> RosterView:
        """Fill a draft fairly: every post that is not set by hand, within every rule. Returns it filled.

        Equal extended shifts in each calendar quarter come first, then equal regular ones, then few changes of shift
        and window. Blocks for ``seconds`` at the most and a moment to write; the best found by then is taken. Every
        fifth of a second, on the caller's thread, ``progress`` is told how it stands and ``cancelled`` is asked; once
        that is so the draft is returned as it was. The same ``seed`` gives the same roster, unless the time ran out.

        Raises Refusal with the reasons (``values["reasons"]``) when no roster satisfies the rules, when none was found
        in time, and when somebody changed the draft meanwhile.
        """
        propose(self._room, roster_id, Watch(seconds, progress, cancelled), seed % 2**31, by)
        return self.view(roster_id)

    def put(
        self, roster_id: int, day: date, shift: str, counter: int, staff: str | None, *, by: str = ""
    ) -> RosterView:
        """Put a person at a counter for a shift of one day, in place of whoever was there; with None nobody.

        A proposal keeps it. What it goes against is in the view's conflicts. In a published roster it counts at once:
        the people are told, and the view names the appointments it broke. Refuses what cannot be: another day, an
        unknown name, a shift not worked on such a day, the place of somebody who is at work.
        """
        place = Place(day, shift, counter)
        with changing(self._room, by) as (session, now):
            roster = find_roster(session, self._room, roster_id, lock=True)
            code = None if staff is None else self._room.staff(session, staff).code
            change = Broken(session, self._room, day, day)
            put = put_in_draft if roster.state == RosterState.DRAFT else put_in_force
            put(session, self._room, roster, place, code, by, now)
            broken = change.found()
        return self._seen(roster, broken)

    def publish(self, roster_id: int, *, force: bool = False, by: str = "") -> Published:
        """Bring a draft into force in place of the duties of its days, and tell everybody who has one.

        What is over, what somebody has come for and urgent duties stay. Refuses while somebody is on duty twice at
        once, on leave or untrained; ``force`` publishes it all the same, and the journal says so. Other conflicts are
        published with the roster.
        """
        with changing(self._room, by) as (session, now):
            roster = find_roster(session, self._room, roster_id, lock=True)
            change = Broken(session, self._room, roster.since, roster.until)
            publish(session, self._room, roster, by, now, force=force)
            broken = change.found()
        return Published(self._seen(roster, broken), broken)

    def discard(self, roster_id: int, *, by: str = "") -> None:
        """Throw a draft away. Refuses a published roster: another one of its days takes its place."""
        with changing(self._room, by) as (session, now):
            roster = find_roster(session, self._room, roster_id, lock=True)
            if roster.state != RosterState.DRAFT:
                raise Refusal("Roster {roster} is published.", "Publish another in its place.", roster=roster_id)
            before = {"since": roster.since, "until": roster.until}
            session.execute(delete(Duty).where(Duty.roster_id == roster.id))
            session.delete(roster)
            self._room.note(session, "discard", "roster", roster_id, at=now, who=by, before=before)

    def _seen(self, roster: Roster, broken: tuple[BookingView, ...] = ()) -> RosterView:
        """A roster after a verb, read once the verb has let go of its locks: a whole year takes a moment."""
        with self._room.reading() as session:
            return roster_view(session, self._room, roster, broken)

    def _person(self, session: Session, staff: str) -> PersonView:
        return next(one for one in read_people(session, self._room) if one.code == staff)
