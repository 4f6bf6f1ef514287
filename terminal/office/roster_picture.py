"""A roster as its documents show it: read once, then laid out by people or by posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from sqlalchemy.orm import Session

from forms import texts_zh as zh
from forms.roster import RosterSheet, SheetDay, SheetEntry, SheetRow, SheetShift
from terminal.model import Centre, RosterState
from terminal.office.duty_reading import duty_views, in_force
from terminal.office.plan_views import CalendarDayView, DutyView, ShiftView
from terminal.office.room import Room
from terminal.office.roster_ground import EXTENDED, Ground, days_of, read_ground
from terminal.office.roster_reading import find_roster, shown_duties
from terminal.rules.hours import clock_of

if TYPE_CHECKING:
    from forms.roster_book import BookShare, RosterBook


@dataclass(frozen=True)
class Picture:
    """Some days of a roster. ``draft``: it is not published."""

    centre_name: str
    printed_on: date
    ground: Ground
    duties: tuple[DutyView, ...]
    draft: bool

    @property
    def days(self) -> tuple[CalendarDayView, ...]:
        """Every day."""
        return self.ground.days()

    def sheet(
        self, of: Literal["people", "posts"], per_page: Literal["week", "month"], paper: Literal["A4", "A3"]
    ) -> RosterSheet:
        """What the wall sheet says."""
        return RosterSheet(
            centre_name=self.centre_name,
            printed_on=self.printed_on,
            days=tuple(SheetDay(one.day, one.working, one.name, one.certain) for one in self.days),
            shifts=self._shifts(),
            rows=self._people() if of == "people" else self._posts(),
            of=of,
            per_page=per_page,
            paper=paper,
            draft=self.draft,
        )

    def book(self) -> RosterBook:
        """What the workbook holds."""
        from forms.roster_book import BookDuty, RosterBook  # loads the spreadsheet library: not at start-up

        duties = tuple(
            BookDuty(
                day=one.day,
                shift=_shift_of(one),
                opens=clock_of(one.opens),
                closes=clock_of(one.closes),
                counter=one.counter,
                name=one.staff_name,
                kind=one.kind,
                arrived=one.arrived_at,
                left=one.left_at,
                absent=one.absent is not None,
            )
            for one in self.duties
        )
        return RosterBook(self.sheet("people", "month", "A4"), duties, self._shares())

    def _shifts(self) -> tuple[SheetShift, ...]:
        """The shifts that are worked, and those of older duties."""
        found = {one.code: _sheet_shift(one.code, one.name, one) for one in self.ground.shifts if one.counters}
        for duty in self.duties:
            if duty.shift is not None and duty.shift not in found:
                found[duty.shift] = _sheet_shift(duty.shift, duty.shift_name, duty)
        return tuple(found.values())

    def _people(self) -> tuple[SheetRow, ...]:
        """A row for everybody who has a duty or is away in these days, by code; who is absent is not on duty."""
        names = {one.code: one.name for one in self.ground.people} | {one.staff: one.staff_name for one in self.duties}
        away = self._away()
        cells: dict[str, dict[date, tuple[SheetEntry, ...]]] = defaultdict(dict)
        for duty in self._worked():
            mine = cells[duty.staff]
            mine[duty.day] = (*mine.get(duty.day, ()), SheetEntry(_shift_of(duty), duty.shift, duty.counter))
        there = {one.staff for one in self.duties} | away.keys()
        return tuple(
            SheetRow(names[code], "", cells[code], away.get(code, frozenset())) for code in sorted(there & names.keys())
        )

    def _posts(self) -> tuple[SheetRow, ...]:
        """A row for each counter of each shift that needs or has somebody, then those where somebody was called in."""
        cells: dict[tuple[str | None, int], dict[date, tuple[SheetEntry, ...]]] = defaultdict(dict)
        for need in self.ground.needs():
            for counter in need.counters:
                cells[need.shift, counter][need.day] = ()
        for duty in self._worked():
            row = cells[duty.shift, duty.counter]
            row[duty.day] = (*row.get(duty.day, ()), SheetEntry(duty.staff_name, duty.shift))
        shifts = self._shifts()
        order = {one.code: number for number, one in enumerate(shifts)}
        places = sorted(cells, key=lambda one: (order.get(one[0] or "", len(order)), one[1]))
        return tuple(
            SheetRow(
                f"{shifts[order[code]].name if code else zh.CALLED_IN} {zh.WINDOW.format(number=counter)}",
                shifts[order[code]].time if code else "",
                cells[code, counter],
            )
            for code, counter in places
        )

    def _shares(self) -> tuple[BookShare, ...]:
        """How much falls to each person who has a duty, absences left out."""
        from forms.roster_book import BookShare  # as above

        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        minutes: Counter[str] = Counter()
        names = {}
        for duty in self._worked():
            names[duty.staff] = duty.staff_name
            kinds[duty.staff][duty.kind] += 1
            minutes[duty.staff] += duty.closes - duty.opens
        return tuple(
            BookShare(names[code], counts["regular"], counts["extended"], counts["urgent"], minutes[code])
            for code, counts in sorted(kinds.items())
        )

    def _worked(self) -> tuple[DutyView, ...]:
        return tuple(one for one in self.duties if one.absent is None)

    def _away(self) -> dict[str, frozenset[date]]:
        """The days of leave of each person."""
        found: dict[str, frozenset[date]] = {}
        for leave in self.ground.leaves:
            days = days_of(max(leave.since, self.ground.since), min(leave.until, self.ground.until))
            found[leave.staff] = found.get(leave.staff, frozenset()) | frozenset(days)
        return found


def picture_of_roster(session: Session, room: Room, roster_id: int) -> Picture:
    """A roster, draft or published. Raises Refusal for an unknown one."""
    roster = find_roster(session, room, roster_id)
    duties = shown_duties(session, room, roster)
    return _picture(session, room, (roster.since, roster.until), duties, roster.state == RosterState.DRAFT)


def picture_of(session: Session, room: Room, since: date, until: date) -> Picture:
    """What is in force from ``since`` to ``until``, whichever rosters it came from."""
    return _picture(session, room, (since, until), duty_views(session, room, *in_force(since, until)), draft=False)


def _picture(
    session: Session, room: Room, days: tuple[date, date], duties: tuple[DutyView, ...], draft: bool
) -> Picture:
    name = session.get_one(Centre, room.centre).name
    return Picture(name, room.day(room.now()), read_ground(session, room, *days), duties, draft)


def _shift_of(duty: DutyView) -> str:
    return duty.shift_name or zh.CALLED_IN


def _sheet_shift(code: str, name: str, times: ShiftView | DutyView) -> SheetShift:
    span = f"{clock_of(times.opens)}–{clock_of(times.closes)}"
    return SheetShift(code, name, span, extended=times.kind == EXTENDED)
