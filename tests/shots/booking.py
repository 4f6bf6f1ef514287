"""The booking page over the sample centre: every state, in every look."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from terminal.errors import Fault
from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.office.sample_plan import add_bookings, add_roster
from terminal.rules.id_number import check_digit
from terminal.rules.resident import ResidentFields
from terminal.screens import theme as look
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.booking.checks import Person
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from tests.office.halls import SetClock
from tests.shots._waiting import wait

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 16, 9, 40, tzinfo=ZONE)
COUNTER = (1366, 768)
MANAGER = (1440, 852)  # below its top bar
NUMBER = "999999198403120026"[:17] + check_digit("99999919840312002")
CARD = ResidentFields("resident", "吴桂芳", NUMBER)


class Stage:
    """The page and the office it books at."""

    def __init__(self, page: BookingPage, office: Office) -> None:
        self.page, self.office = page, office

    def items(self, *codes: str) -> None:
        """What is to be booked; the week follows."""
        for code in codes:
            self.page.draft.add_item(code)
        wait(lambda: bool(self.page.draft.days) and not self.page.draft.reading)
        self.page.make.week.focus_grid()

    def hold(self, day: int, hour: int, minute: int = 0) -> None:
        """A slot of March, held."""
        grid = self.page.make.week.grid
        place = grid.week.place_of(datetime(2026, 3, day, hour, minute, tzinfo=ZONE)) if grid.week else None
        assert place is not None
        grid.go(place)
        grid._choose()
        wait(lambda: self.page.draft.held is not None or self.page.draft.moving is not None)
        wait(lambda: not self.page.draft.reading)

    def person(self, name: str = "吴桂芳", number: str = NUMBER, phone: str = "13800000031") -> None:
        """Somebody entered."""
        self.page.draft.set_person(Person(name, number, phone))

    def booked(self) -> None:
        """All the way to the confirmation."""
        self.items("LD-002")
        self.hold(17, 10, 30)
        self.person()
        self.page.draft.confirm()
        wait(lambda: self.page.make.done.booking is not None and not self.page.desk.busy)


Act = Callable[[Stage], object]


class Shot(NamedTuple):
    """One picture."""

    name: str
    act: Act | None = None
    theme: Theme = look.LIGHT
    size: tuple[int, int] = COUNTER
    english: bool = False


def week(stage: Stage) -> None:
    """A week of one item."""
    stage.items("LD-002")


def searching(stage: Stage) -> None:
    """Letters typed, and what they find."""
    stage.items("LD-002")
    stage.page.make.what.focus_search()
    stage.page.make.what.search.setText("jz")


def held(stage: Stage) -> None:
    """A slot held, somebody entered."""
    stage.items("LD-002", "MZ-004")
    stage.hold(17, 10, 30)
    stage.person()


def wrong(stage: Stage) -> None:
    """A digit mistaken, and a card on the reader."""
    stage.items("LD-002")
    stage.hold(17, 10, 30)
    stage.page.offer_resident(CARD)
    stage.person("王秀华", "999999198001010010", "138000")


def found(stage: Stage) -> None:
    """Somebody looked for by name."""
    stage.items("LD-002")
    stage.hold(17, 10, 30)
    stage.page.make.who.focus_search()
    stage.page.make.who.search.setText("王")
    stage.page.make.who.search.accepted.emit()
    wait(lambda: bool(stage.page.make.who.found.found))


def barred(stage: Stage) -> None:
    """Who may not book ahead."""
    stage.items("LD-002")
    stage.hold(17, 10, 30)
    stage.page.make.who.focus_search()
    stage.page.make.who.search.setText("罗志")
    stage.page.make.who.search.accepted.emit()
    wait(lambda: bool(stage.page.make.who.found.found))
    stage.page.make.who.found.take()


def far(stage: Stage) -> None:
    """A week that begins within the days that may be booked, and goes beyond."""
    stage.items("LD-002")
    stage.page.draft.show_week(date(2026, 4, 13))
    wait(lambda: bool(stage.page.draft.days))


def nobody(stage: Stage) -> None:
    """A holiday ahead, and a week beyond reach."""
    stage.items("LD-002")
    stage.page.draft.show_week(date(2026, 5, 4))
    wait(lambda: bool(stage.page.draft.days))


def holiday(stage: Stage) -> None:
    """Qingming and its rest day."""
    stage.items("MZ-001", "JS-001")
    stage.page.draft.show_week(date(2026, 3, 30))
    wait(lambda: bool(stage.page.draft.days))


def quicker(stage: Stage) -> None:
    """Somebody was quicker."""
    stage.items("LD-002")
    grid = stage.page.make.week.grid
    assert grid.week is not None
    place = grid.week.place_of(datetime(2026, 3, 18, 9, 0, tzinfo=ZONE))
    assert place is not None
    slot = grid.week.cells[place]
    for n in range(slot.free):
        first = f"99999919750101{n:03d}"
        other = ResidentEntry(f"甲{n}", first + check_digit(first), f"1380000008{n}")
        stage.office.appointments.book(["LD-002"], slot.start, other, "wechat")
    grid.go(place)
    stage.page.draft.choose(slot)
    wait(lambda: bool(stage.page.band.sentence))
    wait(lambda: not stage.page.draft.reading)


def moving(stage: Stage) -> None:
    """An appointment being moved, another time chosen."""
    booking = next(one for one in stage.office.appointments.list(date(2026, 3, 17), date(2026, 3, 18)))
    stage.page.start_move(booking.id)
    wait(lambda: stage.page.draft.moving is not None and bool(stage.page.draft.days))
    stage.hold(19, 14, 30)


def away(stage: Stage) -> None:
    """The database does not answer; what was read stays."""
    held(stage)
    gone = Fault("The database cannot be reached.", "Check the network; it is tried again by itself.")
    background = stage.page._background
    background._found(False, "")
    background.advice = ""
    background.connection.emit(False, "数据库连接不上。")
    stage.page.desk.say(gone)


SHOTS = (
    Shot("empty"),
    Shot("searching", searching),
    Shot("week", week),
    Shot("held", held),
    Shot("found", found),
    Shot("wrong", wrong),
    Shot("barred", barred),
    Shot("confirmed", Stage.booked),
    Shot("moving", moving),
    Shot("far", far),
    Shot("why-none", nobody),
    Shot("holiday", holiday),
    Shot("quicker", quicker),
    Shot("trouble", away),
    Shot("manager", held, size=MANAGER),
    Shot("1024", held, size=(1024, 768)),
    Shot("dark", held, look.DARK),
    Shot("dark-confirmed", Stage.booked, look.DARK),
    Shot("contrast", held, look.CONTRAST),
    Shot("contrast-confirmed", Stage.booked, look.CONTRAST),
    Shot("en", held, english=True),
    Shot("en-confirmed", Stage.booked, english=True),
)


def founded(folder: Path) -> Path:
    """The sample centre with a roster, appointments ahead, and one who missed too many."""
    path = folder / "centre.db"
    url = f"sqlite:///{path}"
    found_centre(url)
    clock = SetClock(datetime(2026, 3, 12, 8, 30, tzinfo=ZONE))
    with open_office(url, clock=clock) as office:
        add_roster(office)
        first = "99999919620719004"
        absent = ResidentEntry("罗志明", first + check_digit(first), "13800000049")
        for day in (12, 13):
            office.appointments.book(["SB-001"], datetime(2026, 3, day, 14, 0, tzinfo=ZONE), absent, "wechat")
        clock.moment = NOW
        office.appointments.close_missed()
        office.appointments.set_rules(missed_limit=2)
        add_bookings(office)
    return path


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``booking-*.png``."""
    languages = app.findChild(Languages)
    with tempfile.TemporaryDirectory() as folder:
        path = founded(Path(folder))
        for shot in SHOTS:
            if isinstance(languages, Languages):
                languages.use("en" if shot.english else "zh")
            look.apply(app, shot.theme)
            copy = Path(folder) / f"{shot.name}.db"
            copy.write_bytes(path.read_bytes())
            _draw(shot, f"sqlite:///{copy}", outdir / f"booking-{shot.name}.png")


def _draw(shot: Shot, url: str, file: Path) -> None:
    clock = SetClock(NOW)
    with open_office(url, clock=clock) as office:
        background = Background(lambda: open_office(url, clock=clock))
        page = BookingPage(background, shot.theme, by="li")
        page.print_asked.connect(lambda _: None)  # a window with a printer
        page.resize(*shot.size)
        page.show()
        page.activateWindow()
        page.open()
        stage = Stage(page, office)
        wait(lambda: bool(page.draft.catalogue))
        if shot.act is not None:
            shot.act(stage)
        wait(lambda: not page.desk.busy)
        QApplication.processEvents()
        page.grab().save(str(file))
        page.close()
        page.deleteLater()
        background.close()
