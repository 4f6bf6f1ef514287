"""The four lists over a real office: what they show, and every action of theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.booking.lists import ListsPage
from terminal.screens.widgets.side_form import TextForm
from tests.office.halls import SetClock
from tests.screens.booking.conftest import MONDAY, ZONE

TUESDAY = MONDAY + timedelta(days=1)
Show = Callable[[str], ListsPage]


def person(number: int, phone: str = "") -> ResidentEntry:
    """Somebody invented."""
    return ResidentEntry(f"甲{number}", "", phone or f"1380000000{number}")


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    """A moment on the centre's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def book(office: Office, number: int, start: datetime, phone: str = "") -> BookingView:
    """One appointment."""
    return office.appointments.book(["LD-002"], start, person(number, phone), "street_hotline", by="li")


@pytest.fixture
def show(background: Background, qtbot: QtBot) -> Show:
    """Opens the page at a list, and waits until it was read."""

    def shown(name: str) -> ListsPage:
        page = ListsPage(background, theme.LIGHT, by="li")
        qtbot.addWidget(page)
        page.resize(1366, 704)
        page.show()
        page.show_list(name)
        qtbot.waitUntil(lambda: page.pane.read_at is not None, timeout=20000)
        return page

    return shown


def settled(page: ListsPage, qtbot: QtBot) -> None:
    """The verb under way came back."""
    qtbot.waitUntil(lambda: not page.desk.busy, timeout=20000)


def press(page: ListsPage, qtbot: QtBot, key: Qt.Key) -> None:
    """A key, as it comes to whatever has the focus."""
    qtbot.keyClick(page.window().focusWidget() or page, key)


def form_of(page: ListsPage) -> TextForm:
    """The small form that is open."""
    assert isinstance(page.pane.side.form, TextForm)
    return page.pane.side.form


def write(page: ListsPage, text: str) -> None:
    """A text into the open form, confirmed."""
    form = form_of(page)
    assert form.field is not None
    form.field.setPlainText(text)
    form.confirm.click()


# A day's appointments.


def test_today_lists_who_is_expected_with_how_they_were_told(show: Show, office: Office) -> None:
    book(office, 1, at(10, 30))
    book(office, 2, at(14), "02880000002")
    book(office, 3, at(14, day=TUESDAY))
    page = show("today")
    rows = page.today.list.wide
    assert [(row.lead.text, row.main.text, row.right.text, row.right.note) for row in rows] == [
        ("10:30", "甲1", "未到", "短信排队中"), ("14:00", "甲2", "未到", "待致电"),
    ]  # fmt: skip
    assert rows[0].middle.text == "138 0000 0001"


def test_checking_in_shows_the_number(show: Show, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(10, 30))
    page = show("today")
    page.today.in_hand.buttons["check in"].click()
    qtbot.waitUntil(lambda: "已签到" in page.band.sentence, timeout=20000)
    number = office.appointments.find(booked.id).ticket
    assert number is not None
    assert number in page.band.sentence
    qtbot.waitUntil(lambda: page.today.in_hand.number.number == number, timeout=20000)
    assert page.today.list.wide[0].right.text == f"已签到 {number}"
    (ticket,) = office.queue.list()
    assert ticket.source == "appointment"
    assert not any(button.isEnabled() for button in page.today.in_hand.buttons.values())


def test_who_comes_too_early_is_refused_calmly(show: Show, office: Office, qtbot: QtBot) -> None:
    book(office, 1, at(15))
    page = show("today")
    page.today.in_hand.buttons["check in"].click()
    qtbot.waitUntil(lambda: bool(page.band.sentence), timeout=20000)
    assert page.band.kind == "calm"
    assert not office.queue.list()


def test_cancelling_asks_for_a_reason_first(show: Show, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(15))
    page = show("today")
    page.today.in_hand.buttons["cancel"].click()
    press(page, qtbot, Qt.Key.Key_Escape)
    assert page.today.side.form is None
    assert office.appointments.find(booked.id).state == "booked"
    page.today.in_hand.buttons["cancel"].click()
    write(page, "家里有事")
    settled(page, qtbot)
    found = office.appointments.find(booked.id)
    assert (found.state, found.reason) == ("cancelled", "家里有事")
    assert page.today.side.form is None


def test_moving_is_handed_to_the_week(show: Show, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(15))
    page = show("today")
    with qtbot.waitSignal(page.move_asked) as asked:
        page.today.in_hand.buttons["move"].click()
    assert asked.args == [booked.id]


def test_arrows_lead_to_other_days_and_back(show: Show, office: Office, qtbot: QtBot) -> None:
    book(office, 1, at(10, 30))
    book(office, 2, at(9, day=TUESDAY))
    page = show("today")
    qtbot.keyClick(page.today.list, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: [row.main.text for row in page.today.list.wide] == ["甲2"], timeout=20000)
    assert page.today.list.wide[0].right.text == "已预约"
    assert not page.today.in_hand.buttons["check in"].isEnabled()
    page.today.tools.today.click()
    qtbot.waitUntil(lambda: [row.main.text for row in page.today.list.wide] == ["甲1"], timeout=20000)


def test_typing_on_the_list_searches_and_a_code_of_another_day_is_found(
    show: Show, office: Office, qtbot: QtBot
) -> None:
    book(office, 1, at(10, 30))
    book(office, 2, at(11))
    other = book(office, 3, at(9, day=TUESDAY))
    page = show("today")
    qtbot.keyClicks(page.today.list, "0002")
    assert [row.main.text for row in page.today.list.wide] == ["甲2"]
    press(page, qtbot, Qt.Key.Key_Escape)
    assert len(page.today.list.wide) == 2
    page.today.tools.search.setText(other.code)
    assert page.today.list.wide == ()
    qtbot.keyClick(page.today.tools.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.today.entry is not None and page.today.entry.id == other.id, timeout=20000)
    assert page.today.shown_day == TUESDAY


def test_a_code_nobody_has_is_said_calmly(show: Show, qtbot: QtBot) -> None:
    page = show("today")
    page.today.tools.search.setText("NEVERWAS")
    qtbot.keyClick(page.today.tools.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.band.kind == "calm" and bool(page.band.sentence), timeout=20000)


# All of them.


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("today", "今天没有预约"), ("requests", "没有待答复的请求"),
        ("broken", "所有预约都能如期办理"), ("calls", "没有待致电的人"),
    ],
)  # fmt: skip
def test_an_empty_list_says_so(show: Show, name: str, said: str) -> None:
    page = show(name)
    assert page.pane.list.accessibleName() == said
    assert not any(button.isVisible() for button in page.pane.in_hand.buttons.values())


def test_what_others_do_is_shown_and_the_row_in_hand_stays(show: Show, office: Office, qtbot: QtBot) -> None:
    first, second = book(office, 1, at(10, 30)), book(office, 2, at(14))
    page = show("today")
    page.today.go_to(second.id)
    book(office, 3, at(11))
    qtbot.waitUntil(lambda: len(page.today.list.wide) == 3, timeout=20000)
    assert page.today.entry is not None
    assert page.today.entry.id == second.id
    office.appointments.cancel(first.id)
    qtbot.waitUntil(lambda: page.today.list.wide[0].right.text == "已取消", timeout=20000)


def test_an_open_form_outlives_what_others_do(show: Show, office: Office, qtbot: QtBot) -> None:
    booked = book(office, 1, at(14))
    page = show("today")
    page.today.in_hand.buttons["cancel"].click()
    form = form_of(page)
    book(office, 2, at(11))
    qtbot.waitUntil(lambda: len(page.today.list.wide) == 2, timeout=20000)
    assert page.today.side.form is form
    assert page.today.entry is not None
    assert page.today.entry.id == booked.id


def test_one_action_runs_at_a_time(show: Show, office: Office, qtbot: QtBot) -> None:
    book(office, 1, at(10, 30))
    page = show("today")
    for _ in range(3):
        page.today.ask("check in")
    settled(page, qtbot)
    assert len(office.queue.list()) == 1


def test_a_fault_is_told_as_trouble_with_the_age_of_the_list(show: Show, office: Office) -> None:
    book(office, 1, at(10, 30))
    page = show("today")
    page.desk.say(Fault("The database cannot be reached.", "It is tried again by itself."))
    assert page.band.kind == "trouble"
    assert "09:40" in page.band.accessibleName()
    assert len(page.today.list.wide) == 1


def test_who_is_late_is_said_in_amber(show: Show, office: Office, clock: SetClock) -> None:
    book(office, 1, at(10, 30))
    clock.moment = at(10, 35)
    page = show("today")
    assert page.today.list.wide[0].right.token == "wait-text"


def test_escape_leaves_the_lists_when_nothing_is_open(show: Show, qtbot: QtBot) -> None:
    page = show("broken")
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_the_keyboard_alone_checks_in(show: Show, office: Office, qtbot: QtBot) -> None:
    book(office, 1, at(10, 30))
    booked = book(office, 2, at(10, 15))
    page = show("today")
    page.today.list.setFocus()
    qtbot.keyClick(page.today.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.today.list, Qt.Key.Key_Return)
    button = page.today.in_hand.buttons["check in"]
    qtbot.keyClick(button, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert office.appointments.find(booked.id).state == "arrived"


def test_while_the_database_is_away_the_list_stays_and_is_read_again(
    show: Show, office: Office, background: Background, qtbot: QtBot
) -> None:
    book(office, 1, at(10, 30))
    page = show("today")
    background.connection.emit(False, "数据库没有应答。")
    assert page.band.kind == "trouble"
    assert len(page.today.list.wide) == 1
    page.hide()
    book(office, 2, at(11))  # nobody sees it
    page.show()
    background.connection.emit(True, "")
    assert page.band.sentence == ""
    qtbot.waitUntil(lambda: len(page.today.list.wide) == 2, timeout=20000)


def test_every_list_stands_in_every_look_and_width(background: Background, office: Office, qtbot: QtBot) -> None:
    book(office, 1, at(10, 30))
    for look in (theme.LIGHT, theme.DARK, theme.CONTRAST):
        page = ListsPage(background, look)
        qtbot.addWidget(page)
        page.resize(1024, 656)
        page.show()
        for name in ("today", "requests", "broken", "calls"):
            page.show_list(name)
            assert page.minimumSizeHint().width() <= 1024
        page.retranslate()


def test_in_the_booking_page_every_key_belongs_to_one_thing(
    background: Background, office: Office, qtbot: QtBot
) -> None:
    booked = book(office, 1, at(10, 30))
    page = BookingPage(background, theme.LIGHT, by="li")
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=20000)
    page.open()
    page.open_list("today")
    assert page.lists is not None
    today = page.lists.today
    qtbot.waitUntil(lambda: today.entry is not None, timeout=20000)
    qtbot.keyClick(today.list, Qt.Key.Key_F7)
    assert isinstance(today.side.form, TextForm)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert today.side.form is None
    assert page.tabs.shown == "today"
    today.tools.search.setText("nobody")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert today.tools.search.text() == ""
    qtbot.keyClick(today.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: office.appointments.find(booked.id).state == "arrived", timeout=20000)
    qtbot.waitUntil(lambda: not page.lists.desk.busy, timeout=20000)
    qtbot.keyClick(today.list, Qt.Key.Key_Escape)
    assert page.tabs.shown == "book"
