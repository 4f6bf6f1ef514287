"""The booking page's lists over a real office: an ordinary Monday, urgent requests, broken appointments, calls."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from terminal.errors import Fault
from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.founding import found_centre
from terminal.office.office import Office
from terminal.office.sample_plan import add_bookings, add_roster
from terminal.rules.hours import Span
from terminal.screens import theme as look
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.booking.list_approval import ApprovalForm
from terminal.screens.booking.list_new_request import NewRequestForm
from terminal.screens.booking.lists import ListsPage
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from terminal.screens.widgets.chooser import Chooser
from tests.office.halls import SetClock
from tests.shots._waiting import settle

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 3, 16, 8, 20, tzinfo=ZONE)
NOON = datetime(2026, 3, 16, 10, 40, tzinfo=ZONE)
AWAY = ("The database does not answer.", "Work goes on when it is back; check the network and the server.")
WIDE, COUNTER, NARROW = (1440, 796), (1366, 704), (1024, 656)

Act = Callable[[ListsPage], object]


class Shot(NamedTuple):
    """One picture."""

    name: str
    list: str
    act: Act | None = None
    theme: Theme = look.LIGHT
    size: tuple[int, int] = COUNTER
    english: bool = False
    empty: bool = False


def row(at: int, then: Act | None = None) -> Act:
    """Another row in hand."""

    def act(page: ListsPage) -> None:
        page.pane.list.choose(at)
        if then is not None:
            then(page)

    return act


def verb(name: str) -> Act:
    """A verb's button."""
    return lambda page: page.pane.ask(name)


def words(text: str) -> Act:
    """What is typed into the form."""

    def act(page: ListsPage) -> None:
        form = page.pane.side.form
        assert form is not None
        form.field.setPlainText(text)  # type: ignore[attr-defined]

    return act


def both(*acts: Act) -> Act:
    """One after the other."""

    def act(page: ListsPage) -> None:
        for one in acts:
            one(page)
            settle(120)

    return act


def choose_person(page: ListsPage) -> None:
    """Who will be there."""
    form = page.pane.side.form
    assert isinstance(form, ApprovalForm)
    form.who.click()


def fill_approval(page: ListsPage) -> None:
    """Chosen."""
    form = page.pane.side.form
    assert isinstance(form, ApprovalForm)
    form.take_person("wang")


def fill_request(page: ListsPage) -> None:
    """An urgent one by WeChat."""
    form = page.pane.side.form
    assert isinstance(form, NewRequestForm)
    form.take_channel("wechat")
    form.person.setText("何雨桐")
    form.phone.setText("13800000040")
    form.take_item("LD-002")
    form.wanted.setText("3-17 19:30")
    form.urgent._choose("urgent")
    form.submit()


def lost(page: ListsPage) -> None:
    """The database is away."""
    page.desk.say(Fault(*AWAY))


def said(sentence: str) -> Act:
    """What the band says after a verb."""
    return lambda page: page.desk.told.emit(Said("calm", sentence))


def search(text: str) -> Act:
    """Typed at the top."""
    return lambda page: page.today.tools.search.setText(text)


SHOTS = (
    Shot("today", "today", row(2)),
    Shot("today-arrived", "today", both(row(0), said("王秀华 已签到，号码 A001。"))),
    Shot("today-cancel", "today", both(row(2), verb("cancel"), words("家里有事，改天再来"))),
    Shot("today-search", "today", search("陈")),
    Shot("today-nobody", "today", search("7K3M")),
    Shot("today-tomorrow", "today", lambda page: page.today.step(1)),
    Shot("today-refused", "today", both(row(2), verb("check in"))),
    Shot("today-empty", "today", empty=True),
    Shot("today-trouble", "today", lost),
    Shot("today-narrow", "today", row(2), size=NARROW),
    Shot("today-dark", "today", row(2), look.DARK),
    Shot("today-contrast", "today", row(2), look.CONTRAST),
    Shot("today-contrast-narrow", "today", row(2), look.CONTRAST, NARROW),
    Shot("today-en", "today", row(2), english=True),
    Shot("requests", "requests", size=WIDE),
    Shot("requests-plain", "requests", row(1)),
    Shot("requests-answer", "requests", both(row(1), verb("answer"), words("周六上午九点到十二点可以办理。"))),
    Shot("requests-approve", "requests", both(verb("approve"), fill_approval)),
    Shot("requests-person", "requests", both(verb("approve"), choose_person)),
    Shot("requests-new", "requests", both(lambda page: page.requests.note_new(), fill_request)),
    Shot("requests-new-narrow", "requests", both(lambda page: page.requests.note_new(), fill_request), size=NARROW),
    Shot("requests-new-contrast", "requests", lambda page: page.requests.note_new(), look.CONTRAST),
    Shot("requests-empty", "requests", empty=True),
    Shot("requests-dark", "requests", None, look.DARK),
    Shot("requests-contrast", "requests", None, look.CONTRAST),
    Shot("requests-en", "requests", None, english=True),
    Shot("broken", "broken", size=WIDE),
    Shot("broken-people", "broken", row(2)),
    Shot("broken-told", "broken", verb("tell")),
    Shot("broken-narrow", "broken", size=NARROW),
    Shot("calls", "calls", size=WIDE),
    Shot("calls-called", "calls", both(verb("called"), words("本人接听，会来"))),
    Shot("calls-failed", "calls", row(1)),
    Shot("calls-dark", "calls", None, look.DARK),
    Shot("calls-contrast-narrow", "calls", None, look.CONTRAST, NARROW),
    Shot("calls-en", "calls", None, english=True),
)  # fmt: skip


def fill(office: Office, clock: SetClock) -> None:
    """A Monday: some are there, one was missed, one cancelled; the power is off on Wednesday."""
    for at, person in enumerate(office.roster.people()[1:], 1):
        office.roster.contact(person.code, phone=f"138000001{at:02d}")
    add_roster(office)
    office.requests.add(
        "community_hotline",
        ResidentEntry("唐国栋", "", "13800000051"),
        item="SB-001",
        reason="周三下午来可以吗",
        by="li",
    )
    clock.pass_(minutes=95)
    office.requests.add("qq", ResidentEntry("薛梅", "", "13800000052"), item="MZ-004", reason="想约本周内", by="li")
    clock.moment = MORNING
    add_bookings(office)
    today = office.appointments.list(MORNING.date(), MORNING.date())
    landlines = (("邓秀兰", "02880000061"), ("潘志明", "02880000062"))
    for at, (name, phone) in enumerate(landlines):
        start = datetime(2026, 3, 18, 15 + at, 0, tzinfo=ZONE)
        office.appointments.book(["LD-002"], start, ResidentEntry(name, "", phone), "street_hotline", by="li")
    worker, now = "shots", office.room.now()
    for at, message in enumerate(office.outbox.claim(worker, now, most=40)):
        if at == 13:
            office.outbox.unsure(message.id, "timeout", worker=worker)
        elif at == 15:
            office.outbox.failed(message.id, "refused", worker=worker)
        else:
            office.outbox.sent(message.id, worker=worker)
    clock.moment = MORNING + timedelta(hours=1, minutes=30)
    office.appointments.check_in(today[0].id, source="counter")
    office.appointments.cancel(today[-1].id, "家里有事", by="li")
    wednesday = datetime(2026, 3, 18).date()
    office.hours.special([Span(9 * 60, 12 * 60)], wednesday, wednesday, reason="停电检修", by="zhang")
    tuesday = wednesday - timedelta(days=1)
    for duty in office.duty.duties(tuesday, tuesday)[1:]:
        office.duty.absent(duty.id, "培训")
    for at, (name, minutes) in enumerate((("韩雪", 55), ("曹文静", 6))):
        clock.moment = NOON - timedelta(minutes=minutes)
        office.requests.add("wechat", ResidentEntry(name, "", f"1380000007{at}"), item="JS-001", by="wang")
    clock.moment = NOON


@contextmanager
def offices(folder: Path) -> Iterator[tuple[Background, Background]]:
    """One with all this, one just founded."""
    clock = SetClock(MORNING - timedelta(hours=2, minutes=5))
    full, bare = f"sqlite:///{folder / 'full.db'}", f"sqlite:///{folder / 'bare.db'}"
    for url in (full, bare):
        found_centre(url)
    with open_office(full, clock=clock) as office:
        fill(office, clock)
    made = Background(lambda: open_office(full, clock=clock)), Background(lambda: open_office(bare, clock=clock))
    yield made
    for background in made:
        background.close(20)


def save(page: QWidget, file: Path) -> None:
    """The page, with the sheet that is open over it."""
    picture = page.grab()
    for chooser in page.findChildren(Chooser):
        if chooser.isVisible():
            chooser.render(picture, page.mapFromGlobal(chooser.pos()))
            chooser.close()
    picture.save(str(file))


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``booking-list-*.png``."""
    languages = app.findChild(Languages)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, offices(Path(folder)) as (full, bare):
        for shot in SHOTS:
            if isinstance(languages, Languages):
                languages.use("en" if shot.english else "zh")
            look.apply(app, shot.theme)
            page = ListsPage(bare if shot.empty else full, shot.theme, by="li")
            page.resize(*shot.size)
            page.show()
            page.show_list(shot.list)
            settle(300)
            if shot.act is not None:
                shot.act(page)
                settle(120)
            save(page, outdir / f"booking-list-{shot.name}.png")
            page.close()
            page.deleteLater()
