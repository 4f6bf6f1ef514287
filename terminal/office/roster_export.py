"""The roster's documents: wall sheet (PDF), workbook (xlsx) and calendar (iCalendar), as bytes."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from forms import texts_zh as zh
from terminal.errors import Refusal
from terminal.model import Centre, Duty, Roster, RosterState
from terminal.model.duty import IN_FORCE
from terminal.office.duty_events import duty_events
from terminal.office.duty_reading import duty_views
from terminal.office.plan_views import DutyView
from terminal.office.room import Room
from terminal.office.roster_picture import Picture, picture_of, picture_of_roster

LONGEST_DAYS: Final = 366
MOST_DAYS_OF_WEEKS: Final = 14  # a longer period has a page a month unless weeks are asked for

Which = int | tuple[date, date]


class RosterExport:
    """Documents of a roster (by its id, draft or published) or of what is in force on some days (first and last).

    Nothing is changed. Each verb refuses an unknown roster or person, and a period that is backwards or longer than a
    year. Raises ``DatabaseFault``.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    def wall_sheet(
        self,
        which: Which,
        *,
        of: Literal["people", "posts"] = "people",
        per_page: Literal["week", "month"] | None = None,
        paper: Literal["A4", "A3"] = "A4",
    ) -> bytes:
        """A sheet to hang up (PDF): days across, people or posts down; by default a week a page up to two weeks."""
        from forms.roster_sheet import roster_sheet  # the PDF library is loaded by whoever prints

        picture = self._picture(which)
        pages = per_page or ("week" if len(picture.days) <= MOST_DAYS_OF_WEEKS else "month")
        return roster_sheet(picture.sheet(of, pages, paper))

    def xlsx(self, which: Which) -> bytes:
        """A workbook: the grid of people, the list of duties, and everybody's share."""
        from forms.roster_book import roster_book  # loads the spreadsheet library: as above

        return roster_book(self._picture(which).book())

    def ical(self, staff: str | None, since: date, until: date) -> bytes:
        """The duties in force of a person (None: of everybody) as calendar events.

        An event keeps its UID as long as the person has that shift of that day. Its SEQUENCE rises with each change of
        it: read again, a file corrects what a calendar had from an earlier one. What was taken from the person since it
        was published is in the file as cancelled.
        """
        from forms.duty_calendar import duty_calendar  # loads the calendar library: as above

        _check(since, until)
        with self._room.reading() as session:
            who = self._room.staff(session, staff) if staff else None
            duties = self._published(session, since, until, staff)
            centre = session.get_one(Centre, self._room.centre).name
        name = zh.CALENDAR_OF.format(centre=centre, name=who.name) if who else zh.CALENDAR.format(centre=centre)
        events = duty_events(self._room, duties, centre, named=who is None)
        return duty_calendar(name, events, self._room.now())

    def _picture(self, which: Which) -> Picture:
        if not isinstance(which, int):
            _check(*which)
        with self._room.reading() as session:
            if isinstance(which, int):
                return picture_of_roster(session, self._room, which)
            return picture_of(session, self._room, *which)

    def _published(self, session: Session, since: date, until: date, staff: str | None) -> tuple[DutyView, ...]:
        """The duties of published rosters, and those of nobody's roster, that are in force or were."""
        published = select(Roster.id).where(Roster.centre == self._room.centre, Roster.state == RosterState.PUBLISHED)
        counts = or_(IN_FORCE, Duty.roster_id.in_(published), Duty.roster_id.is_(None))
        mine = (Duty.staff == staff,) if staff else ()
        return duty_views(session, self._room, Duty.day.between(since, until), counts, *mine)


def _check(since: date, until: date) -> None:
    if until < since:
        raise Refusal("{until} is before {since}.", "Give the earlier day first.", since=since, until=until)
    if (until - since).days >= LONGEST_DAYS or not 2000 <= since.year <= until.year <= 2999:
        raise Refusal("A document is of {most} days at the most.", "Make several.", most=LONGEST_DAYS)
