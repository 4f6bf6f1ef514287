"""A hall of one moment, for tests and pictures of the kiosk without a database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.errors import Refusal, Trouble
from terminal.office.booking_views import BookedItem, BookingView
from terminal.office.case_views import CaseStanding
from terminal.office.catalogue_file import read_catalogue, sample_catalogue
from terminal.office.plan_views import Opening
from terminal.office.priorities import load_priorities
from terminal.office.views import Found, Issued, ItemView, KioskView, LineTile
from terminal.rules.hours import Span
from terminal.screens.background import Background

ZONE = timezone(timedelta(hours=8))
AT = datetime(2026, 3, 17, 12, 24, 40, tzinfo=ZONE)
OPEN = Opening(AT, "regular", AT.replace(hour=18, minute=0, second=0), (Span(480, 1080),), None, True, "")

FIELDS = (
    ("A", "LD", "流动人口", "Migrant residents", "居住登记·居住证", 4, 14),
    ("B", "SF", "司法", "Legal services", "法律援助·人民调解", 0, 0),
    ("C", "QG", "群工", "Community affairs", "诉求登记·信访代理", 1, 5),
    ("D", "SB", "社保", "Social insurance", "养老·医保·就业", 4, 18),
    ("E", "JS", "计生", "Family planning", "生育登记·扶助", 2, 10),
    ("F", "MZ", "民政", "Civil affairs", "救助·低保·老龄", 3, 12),
    ("G", "JY", "教育", "Education", "入学·资助", 0, 0),
    ("H", "WS", "卫生", "Health", "家庭医生·预防接种", 1, 5),
)


def tiles(count: int = 8, closed: str = "G") -> tuple[LineTile, ...]:
    """Some lines; ``closed`` holds the letters of the closed ones."""
    made = []
    for index in range(count):
        letter, field, name, english, examples, waiting, minutes = FIELDS[index % len(FIELDS)]
        letter = chr(ord("A") + index)
        upcoming = tuple(f"{letter}{13 + step:03}" for step in range(min(4, waiting)))
        opens = letter not in closed
        made.append(
            LineTile(
                letter,
                field,
                name,
                english,
                examples,
                waiting,
                minutes,
                opens,
                upcoming,
                "regular" if opens else None,
                None if opens else AT.replace(hour=14, minute=0, second=0),
            )
        )
    return tuple(made)


def kiosk_view(count: int = 8, closed: str = "G") -> KioskView:
    """What the kiosk reads."""
    return KioskView("柳溪街道便民服务中心", "Liuxi Subdistrict Service Centre", tiles(count, closed), AT, OPEN)


def issued(**changes: Any) -> Issued:
    """A ticket just taken."""
    fields: dict[str, Any] = {
        "id": 17, "number": "A017", "line": "A", "line_name": "流动人口", "line_name_en": "Migrant residents",
        "item": "LD-002", "title": "居住证申领", "priority": None, "priority_label": "", "place_at": AT,
        "arrived_at": AT, "ahead": 4, "wait_minutes": 14, "code": "K7Q2M9XA",
        "materials": (
            "居住证申领表 原件", "居民身份证 原件、复印件", "近期一寸证件照片 原件2份",
            "住址、就业或就读证明 原件、复印件", "委托书及代办人身份证 原件、复印件",
        ),
    }  # fmt: skip
    return Issued(**(fields | changes))


def found(state: str, counter: int | None = None, *, is_today: bool = True, **changes: Any) -> Found:
    """What the code on a slip stands for."""
    ticket = issued(**changes)
    day = AT.date() if is_today else AT.date() - timedelta(days=1)
    return Found("ticket", ticket.id, ticket.number, state, counter, day, is_today, ticket)


def standing(state: str = "in_progress", **changes: Any) -> CaseStanding:
    """How a case stands."""
    fields: dict[str, Any] = {
        "id": 42, "number": "LC01-2026-BJ-0042", "title": "临时救助", "state": state, "promised_on": date(2026, 3, 26),
        "certain": True, "correct_by": None, "delivery": "collect", "missing": 0,
    }  # fmt: skip
    return CaseStanding(**(fields | changes))


def booking(code: str, at: datetime, **changes: Any) -> BookingView:
    """An appointment; its holder's number ends with 0018."""
    fields: dict[str, Any] = {
        "id": 5, "code": code, "state": "booked", "channel": "street_hotline", "day": at.date(), "start": at,
        "end": at + timedelta(minutes=15), "items": (BookedItem("LD-002", "居住证申领", 15),), "line": "A",
        "resident_id": 3, "name": "王一华", "masked_number": "9999**********0018", "phone": "13800000018",
        "urgent": False, "staff": None, "staff_name": "", "counter": None, "ticket": None, "made_by": "zhang",
        "made_at": at - timedelta(days=2), "held_until": None, "moves": 0, "reason": "",
        "check_in_from": at - timedelta(minutes=60), "check_in_until": at + timedelta(minutes=15), "told": "sent",
    }  # fmt: skip
    return BookingView(**(fields | changes))


def sample_items() -> tuple[ItemView, ...]:
    """The sample catalogue's items as the office shows them."""
    file = read_catalogue(sample_catalogue())
    letters = {field.code: field.letter for field in file.fields}
    return tuple(
        ItemView(
            code=item.code, name=item.name, short=item.short or item.name, initials="", field=item.field,
            line=letters[item.field], kind=item.kind, promised_days=item.promised_working_days,
            statutory_days=None, department="", minutes=10, conditions="", fee=0, extended_hours=False, proxy=False,
            materials=(),
        )
        for item in file.items
    )  # fmt: skip


class CannedOffice:
    """Answers from fields that a test sets; every issue is noted in ``asked``."""

    def __init__(self, view: KioskView | None = None) -> None:
        self.view = view or kiosk_view()
        self.items = sample_items()
        self.next = issued()
        self.asked: list[tuple[str, str | None]] = []
        self.trouble: Exception | None = None
        self.details_trouble: Trouble | None = None
        self.slips: dict[str, Found] = {}  # by the code on them
        self.bookings: dict[str, BookingView] = {}  # by their codes
        self.matters: dict[tuple[str, str], tuple[CaseStanding, ...]] = {}  # by the ends of number and telephone
        self.checked_in: list[str] = []
        self.room = SimpleNamespace(now=lambda: AT, local=lambda moment: moment)
        self.finding = SimpleNamespace(
            found=self._found, anything=self._anything, case=self._case, cases=self._cases
        )  # fmt: skip
        self.appointments = SimpleNamespace(find=self._booking, check_in=self._check_in, of_number=self._of_number)
        self.hall = SimpleNamespace(kiosk_view=self._kiosk_view, issued=self._issued)
        self.catalogue = SimpleNamespace(items=lambda: self.items)
        self.queue = SimpleNamespace(priorities=lambda: load_priorities().classes, issue=self._issue)

    def _kiosk_view(self) -> KioskView:
        self._check()
        return self.view

    def _found(self, code: str) -> Found:
        self._check()
        if code not in self.slips:
            raise Refusal("Nothing here has the code {code}.", code=code)
        return self.slips[code]

    def _anything(self, code: str) -> Found | BookingView:
        self._check()
        return self.bookings[code] if code in self.bookings else self._found(code)

    def _case(self, code: str) -> CaseStanding | None:
        self._check()
        return next((one for found in self.matters.values() for one in found if one.number == code), None)

    def _cases(self, number: str, phone: str) -> tuple[CaseStanding, ...]:
        self._check()
        return self.matters.get((number, phone), ())

    def _booking(self, code: str) -> BookingView:
        self._check()
        if code not in self.bookings:
            raise Refusal("There is no appointment {code}.", code=code)
        return self.bookings[code]

    def _check_in(self, code: str, *, source: str) -> SimpleNamespace:
        booking = self._booking(code)
        assert source == "kiosk"
        if booking.state != "booked" or not booking.check_in_from <= AT <= booking.check_in_until:
            raise Refusal("Not now.")
        self.checked_in.append(code)
        arrived = self.next.arrived_at.astimezone(UTC)
        return SimpleNamespace(id=self.next.id, number=self.next.number, arrived_at=arrived)

    def _of_number(self, number: str) -> tuple[BookingView, ...]:
        self._check()
        return tuple(one for one in self.bookings.values() if one.masked_number[-4:] == number[-4:])

    def _issued(self, _ticket: int) -> Issued:
        if self.details_trouble:
            raise self.details_trouble
        return self.next

    def _issue(self, what: str, *, priority: str | None, source: str) -> SimpleNamespace:
        self._check()
        assert source == "kiosk"
        self.asked.append((what, priority))
        arrived = self.next.arrived_at.astimezone(UTC)
        return SimpleNamespace(id=self.next.id, number=self.next.number, arrived_at=arrived)

    def _check(self) -> None:
        if self.trouble:
            raise self.trouble


class CannedBackground(Background):
    """Runs verbs on a canned office on the GUI thread, a turn of the event loop later; ``hold`` keeps them waiting."""

    def __init__(self, office: Any) -> None:
        super().__init__(lambda: office)
        self.office = office
        self.held: list[Callable[[], None]] | None = None

    def run(
        self,
        verb: Callable[[Any], Any],
        done: Callable[[Any], None],
        *,
        trouble: Callable[[Trouble], None] | None = None,
        settled: Callable[[], None] | None = None,
        owner: QObject,
    ) -> None:
        def act() -> None:
            try:
                answer = verb(self.office)
            except Trouble as error:
                if trouble is not None:
                    trouble(error)
            except ZeroDivisionError:  # stands for a mistake in the program, which the real one hands to sys.excepthook
                pass
            else:
                done(answer)
            if settled is not None:
                settled()

        if self.held is None:
            QTimer.singleShot(0, owner, act)
        else:
            self.held.append(act)

    def hold(self) -> None:
        """From now on verbs wait for ``let_go``."""
        self.held = []

    def let_go(self) -> None:
        """Run what waited, and run at once again."""
        waiting, self.held = self.held or [], None
        for act in waiting:
            act()


class FakePrinter(QObject):
    """A printer that does what a test tells it; ``asked`` holds the tickets it was to print."""

    printed = Signal(int, str, str)
    lamp = Signal(str, str)

    def __init__(self, state: str = "up", answer: str = "printed") -> None:
        super().__init__()
        self.state = state
        self.answer = answer
        self.asked: list[int] = []

    def print_ticket(self, ticket_id: int, reprint: bool = False) -> None:
        """Answer at once, as told."""
        self.asked.append(ticket_id)
        self.printed.emit(ticket_id, "printing", "")
        if self.answer:
            self.printed.emit(ticket_id, self.answer, "")

    def set_state(self, state: str) -> None:
        """Change the lamp."""
        self.state = state
        self.lamp.emit(state, "")
