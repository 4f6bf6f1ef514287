"""A small roster in the small hall: shifts, and duties written as a published roster leaves them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from terminal.model import BookingRules, Counter, Duty, Roster, RosterState, Shift, Staff, StaffLine
from terminal.office.office import Office
from tests.office.halls import MORNING

TODAY = MORNING.date()  # a Friday
SATURDAY, SUNDAY, MONDAY = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)
SHIFTS = {"early": (480, 960, "work", "regular"), "late": (600, 1080, "work", "regular"),
          "weekend": (540, 720, "rest", "extended")}  # fmt: skip
NAMES = {"early": "早班", "late": "晚班", "weekend": "周末班"}


class Duties:
    """Writes duties past the office's verbs, into one published roster."""

    def __init__(self, office: Office) -> None:
        self._office = office
        with office.store.writing() as session:
            if session.get(BookingRules, office.centre) is None:
                session.add(BookingRules(centre=office.centre))
            for position, (code, (opens, closes, days, kind)) in enumerate(SHIFTS.items()):
                session.add(
                    Shift(
                        centre=office.centre, code=code, name=NAMES[code], opens=opens, closes=closes, days=days,
                        kind=kind, position=position, active=True,
                    )
                )  # fmt: skip
            for code, name in (("wang", "王建国"), ("chen", "陈静")):
                session.add(Staff(centre=office.centre, code=code, name=name, active=True))
            roster = Roster(
                centre=office.centre, since=date(2026, 10, 1), until=date(2026, 12, 31), state=RosterState.PUBLISHED,
                made_at=MORNING, made_by="", published_at=MORNING, published_by="",
            )  # fmt: skip
            session.add(roster)
            session.flush()
            self.roster = roster.id

    def add(
        self,
        staff: str,
        day: date = TODAY,
        shift: str = "early",
        counter: int = 1,
        *,
        in_force: bool = True,
        span: tuple[int, int] | None = None,
    ) -> int:
        """A duty; ``span`` for one outside the shifts, as of somebody called in."""
        opens, closes, _, kind = (*span, "", "urgent") if span else SHIFTS[shift]
        with self._office.store.writing() as session:
            duty = Duty(
                centre=self._office.centre, roster_id=self.roster, in_force=in_force, day=day,
                shift=None if span else shift, counter=counter, staff=staff, opens=opens, closes=closes, kind=kind,
                fixed=False,
            )  # fmt: skip
            session.add(duty)
            session.flush()
            return duty.id

    def train(self, staff: str, lines: str) -> None:
        """The person is trained for these lines alone."""
        with self._office.store.writing() as session:
            session.add_all(StaffLine(centre=self._office.centre, staff=staff, line=line) for line in lines)

    def duty(self, duty_id: int) -> Duty:
        """As the database holds it."""
        with self._office.store.reading() as session:
            return session.get_one(Duty, duty_id)

    def seats(self) -> dict[int, str | None]:
        """Who sits where."""
        with self._office.store.reading() as session:
            return {one.number: one.staff for one in session.scalars(select(Counter))}
