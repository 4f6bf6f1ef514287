"""Pictures of every state of the kiosk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from terminal.errors import Fault
from terminal.office.booking_views import BookedItem
from terminal.office.case_views import CaseStanding
from terminal.office.views import Found, KioskView
from terminal.rules.resident import ResidentFields
from terminal.screens.kiosk import KioskScreen
from terminal.screens.kiosk.fade import Fade
from terminal.screens.kiosk.matter import TRIES
from terminal.screens.kiosk.state import Stage
from terminal.screens.theme import LIGHT
from tests.screens.kiosk.canned import (
    AT,
    OPEN,
    CannedBackground,
    CannedOffice,
    FakePrinter,
    booking,
    found,
    issued,
    kiosk_view,
    standing,
)

PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)
SHORT, WIDE = QSize(600, 800), QSize(1366, 768)


class StillKiosk(KioskScreen):
    """A kiosk at the moment of the pictures."""

    def now(self) -> Any:
        return AT


class Stand:
    """A kiosk with its canned hall, ready to be driven to a state."""

    def __init__(self, app: QApplication, size: QSize = PORTRAIT, **options: Any) -> None:
        self._app = app
        self.office = CannedOffice(options.pop("view", None))
        self.office.trouble = options.pop("trouble", None)
        self.background = CannedBackground(self.office)
        self.printer = FakePrinter(options.pop("printer", "up"), options.pop("answer", "printed"))
        self.screen = StillKiosk(self.background, LIGHT, self.printer, **options)
        self.screen.resize(size)
        self.screen.show()
        self.settle()

    def settle(self) -> None:
        QTest.qWait(1)
        while self.screen.findChildren(Fade):
            QTest.qWait(20)
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, name: str) -> Stand:
        self._button(name).click()
        self.settle()
        return self

    def _button(self, name: str) -> Any:
        for button in self.screen.page.findChildren(QAbstractButton):  # type: ignore[union-attr]
            if button.accessibleName().startswith(name):
                return button
        raise LookupError(name)

    def save(self, file: Path) -> None:
        self.screen.grab().save(str(file))
        self.screen.close()
        self.background.close()


class Reader(QObject):
    """A card reader."""

    read = Signal(object)
    refused = Signal(object)

    def forget(self) -> None:
        pass


CODE = "K7Q2M9XA"
SOON = AT.replace(second=0) + timedelta(minutes=21)


def booked(stand: Stand, **changes: Any) -> Stand:
    """CODE stands for an appointment soon."""
    stand.office.bookings[CODE] = booking(CODE, SOON, **changes)
    stand.office.next = issued(booked_for=SOON)
    return stand


def typed(stand: Stand, code: str) -> Stand:
    """A code is typed, or a part of one."""
    stand.press("Check in" if stand.screen.page.words.language == "en" else "预约签到")  # type: ignore[union-attr]
    QTest.keyClicks(stand.screen, code)
    stand.settle()
    stand.settle()
    return stand


def carded(stand: Stand) -> Stand:
    """A card whose holder has several appointments today."""
    booked(stand)
    stand.office.bookings["ABCD2345"] = booking(
        "ABCD2345", SOON + timedelta(hours=2), items=(BookedItem("SB-003", "城乡居民基本养老保险参保登记", 15),) * 2
    )
    stand.screen._check_in.by_card(ResidentFields("resident", "王一华", "999999199001010018"))
    stand.screen._visit.stage = Stage.TAKING
    stand.settle()
    return stand


def digits(stand: Stand, text: str, *found: CaseStanding) -> Stand:
    """The ends of a number and of a telephone number are typed, or a part of them."""
    stand.office.matters["0042", "0018"] = found
    stand.press("My matter" if stand.screen.page.words.language == "en" else "查办件")  # type: ignore[union-attr]
    QTest.keyClicks(stand.screen, text)
    stand.settle()
    stand.settle()
    return stand


def of_matters(app: QApplication) -> Iterator[tuple[str, Callable[[], Stand]]]:
    """Those who ask how a matter stands."""
    correcting = standing("to_correct", missing=2, correct_by=date(2026, 3, 24))
    yield "matter", lambda: digits(Stand(app, cards=Reader()), "004200")
    yield "matter-en", lambda: digits(Stand(app, language="en", cards=Reader()), "0042")
    yield "matter-large", lambda: digits(Stand(app).press("大字版"), "004200")
    yield "matter-landscape", lambda: digits(Stand(app, LANDSCAPE, cards=Reader()), "004200")
    yield "matter-landscape-en", lambda: digits(Stand(app, LANDSCAPE, language="en"), "00420")
    yield "matter-short", lambda: short_matter(Stand(app, SHORT))
    yield "matter-found", lambda: digits(Stand(app), "00420018", standing("notified"))
    yield "matter-correcting", lambda: digits(Stand(app), "00420018", correcting)
    yield "matter-found-landscape-en", lambda: digits(Stand(app, LANDSCAPE, language="en"), "00420018", standing())
    yield "matter-unknown", lambda: digits(Stand(app), "00421111")
    yield "matter-several-large", lambda: digits(Stand(app).press("大字版"), "00420018", standing(), standing())
    yield "matter-rests", lambda: rested(Stand(app))


def short_matter(stand: Stand) -> Stand:
    """Where the first page has no room for it."""
    return stand.press("预约签到").press("查办件进度")


def rested(stand: Stand) -> Stand:
    """After too many wrong tries."""
    for _ in range(TRIES):
        stand.screen._matters._answer(())
    return stand.press("查办件")


def extended() -> KioskView:
    """Lunch time: two items of a field are served."""
    opening = replace(OPEN, kind="extended", until=AT.replace(hour=14, minute=0, second=0))
    closed = frozenset(f"SB-{number:03}" for number in range(3, 40))
    return replace(kiosk_view(), opening=opening, closed_items=closed)


def shut() -> KioskView:
    """A holiday, with the next day of work in a year nobody has announced yet."""
    opens = AT.replace(day=23, hour=8, minute=0, second=0)
    opening = replace(OPEN, kind=None, until=None, spans=(), next_at=opens, certain=False, name="国庆节")
    view = kiosk_view(8, "ABCDEFGH")
    return replace(view, opening=opening, lines=tuple(replace(line, opens_at=opens) for line in view.lines))


def of_appointments(app: QApplication) -> Iterator[tuple[str, Callable[[], Stand]]]:
    """Those who come with an appointment or a card."""
    yield "home-cards", lambda: Stand(app, cards=Reader())
    yield "home-extended", lambda: Stand(app, view=extended())
    yield "items-extended", lambda: Stand(app, view=extended()).press("D ")
    yield "shut-weekend", lambda: Stand(app, view=shut(), cards=Reader())
    yield "home-cards-large", lambda: Stand(app, cards=Reader()).press("大字版")
    yield "home-cards-landscape", lambda: Stand(app, LANDSCAPE, cards=Reader())
    yield "check-in", lambda: typed(Stand(app, cards=Reader()), "K7Q2M")
    yield "check-in-landscape-en", lambda: typed(Stand(app, LANDSCAPE, language="en", cards=Reader()), "K7Q2M")
    yield "check-in-large", lambda: typed(Stand(app, cards=Reader()).press("大字版"), "K7Q2M")
    yield "check-in-short", lambda: typed(Stand(app, SHORT), "K7Q2M")
    yield "check-in-card", lambda: Stand(app, cards=Reader()).press("刷身份证")
    yield "check-in-several", lambda: carded(Stand(app, cards=Reader()))
    yield "check-in-number", lambda: typed(booked(Stand(app)), CODE)
    yield "check-in-number-landscape", lambda: typed(booked(Stand(app, LANDSCAPE)), CODE)
    yield "check-in-early", lambda: typed(booked(Stand(app), check_in_from=AT + timedelta(minutes=5)), CODE)
    yield "check-in-late", lambda: typed(booked(Stand(app), state="missed"), CODE)


def states(app: QApplication) -> Iterator[tuple[str, Callable[[], Stand]]]:
    """Name and how to get there."""
    yield from of_appointments(app)
    yield from of_matters(app)
    yield "home", lambda: Stand(app)
    yield "home-en", lambda: Stand(app, language="en")
    yield "home-large", lambda: Stand(app).press("大字版")
    yield "home-large-en", lambda: Stand(app, language="en").press("Large type")
    yield "home-landscape", lambda: Stand(app, LANDSCAPE)
    yield "home-landscape-en", lambda: Stand(app, LANDSCAPE, language="en")
    yield "home-landscape-large", lambda: Stand(app, LANDSCAPE).press("大字版")
    yield "home-short", lambda: Stand(app, SHORT)
    yield "home-desk", lambda: Stand(app, QSize(540, 960))
    yield "home-ten", lambda: Stand(app, view=kiosk_view(10))
    yield "home-fourteen", lambda: Stand(app, view=kiosk_view(14))
    yield "home-no-printer", lambda: Stand(app, printer="trouble")
    yield "home-no-printer-large", lambda: Stand(app, printer="trouble").press("大字版")
    yield "items", lambda: Stand(app).press("D ")
    yield "items-priority", lambda: Stand(app).press("A ").press("老年人")
    yield "items-en", lambda: Stand(app, language="en").press("A ").press("Pregnant")
    yield "items-large", lambda: Stand(app).press("大字版").press("F ").press("残疾人")
    yield "items-landscape", lambda: Stand(app, LANDSCAPE).press("D ")
    yield "items-short", lambda: Stand(app, SHORT).press("D ")
    yield "closed", lambda: Stand(app).press("G ")
    yield "taking", lambda: taking(Stand(app))
    yield "result", lambda: take(Stand(app))
    yield "result-en", lambda: take(Stand(app, language="en"))
    yield "result-landscape", lambda: take(Stand(app, LANDSCAPE))
    yield "result-large", lambda: take(Stand(app).press("大字版"))
    yield "result-short", lambda: take(Stand(app, SHORT))
    yield "result-sent", lambda: take(Stand(app, answer="sent"))
    yield "result-no-paper", lambda: take(Stand(app, answer="failed"))
    yield "result-waiting", lambda: take(Stand(app, answer="waiting"))
    yield "result-waiting-large", lambda: take(Stand(app, answer="waiting").press("大字版"))
    yield "result-waiting-landscape-en", lambda: take(Stand(app, LANDSCAPE, answer="waiting", language="en"))
    yield "result-no-paper-large", lambda: take(Stand(app, answer="failed").press("大字版"))
    yield "result-no-paper-landscape", lambda: take(Stand(app, LANDSCAPE, answer="failed"))
    yield "result-nobody-ahead", lambda: take(Stand(app), ahead=0, wait_minutes=0, priority_label="老年人")
    yield "scanned", lambda: scanned(Stand(app), found("waiting", ahead=3, wait_minutes=11))
    yield "scanned-landscape-en", lambda: scanned(Stand(app, LANDSCAPE, language="en"), found("waiting"))
    yield "scanned-large", lambda: scanned(Stand(app).press("大字版"), found("waiting"))
    yield "scanned-called", lambda: scanned(Stand(app), found("called", 5))
    yield "scanned-called-landscape-en", lambda: scanned(Stand(app, LANDSCAPE, language="en"), found("called", 5))
    yield "scanned-passed", lambda: scanned(Stand(app), found("skipped", 5))
    yield "scanned-unknown", lambda: scanned(Stand(app), None)
    yield "away", lambda: Stand(app, trouble=Fault("The database is away."))
    yield "away-en", lambda: Stand(app, trouble=Fault("The database is away."), language="en")
    yield "away-landscape", lambda: Stand(app, LANDSCAPE, trouble=Fault("The database is away."))
    yield "empty", lambda: Stand(app, view=replace(kiosk_view(), lines=()))
    yield "shut", lambda: Stand(app, view=kiosk_view(8, "ABCDEFGH"))
    yield "refused", lambda: refused(Stand(app))


def taking(stand: Stand) -> Stand:
    """While the database has not answered."""
    stand.press("A ")
    stand.background.hold()
    return stand.press("居住证申领")


def take(stand: Stand, **changes: Any) -> Stand:
    """With a number taken."""
    stand.office.next = issued(**changes)
    return stand.press("A ").press("居住证申领")


def scanned(stand: Stand, slip: Found | None) -> Stand:
    """With a slip held before the scanner."""
    if slip is not None:
        stand.office.slips["K7Q2M9XA"] = slip
    stand.screen._scanned("K7Q2M9XA")
    stand.settle()
    stand.settle()
    return stand


def refused(stand: Stand) -> Stand:
    """When no number was given."""
    stand.press("A ")
    stand.office.trouble = Fault("The database is away.")
    return stand.press("居住证申领")


def shots(app: QApplication, outdir: Path) -> None:
    """One PNG for each state."""
    for name, make in states(app):
        make().save(outdir / f"kiosk-{name}.png")
