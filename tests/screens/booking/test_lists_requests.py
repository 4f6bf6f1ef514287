"""Open requests: noted, answered, turned down, approved, handed to the week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import RequestView
from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.booking.list_approval import ApprovalForm, read_ground
from terminal.screens.booking.list_moment import parse
from terminal.screens.booking.list_new_request import NewRequestForm
from terminal.screens.booking.lists import ListsPage
from terminal.screens.widgets.chooser import Chooser
from terminal.screens.widgets.side_form import TextField
from tests.office.halls import SetClock
from tests.screens.booking.conftest import MONDAY, ZONE
from tests.screens.booking.test_lists import Show, form_of, person, press, settled, show, write

__all__ = ["show"]  # the fixture

EVENING = datetime(2026, 3, 17, 19, 30, tzinfo=ZONE)


def urgent(office: Office, item: str | None = "LD-002") -> RequestView:
    """Somebody who can only come in the evening."""
    return office.requests.add(
        "street_hotline", person(1), item=item, wanted_at=EVENING, urgent=True, reason="只有晚上能来", by="li"
    )


def approval(page: ListsPage, qtbot: QtBot) -> ApprovalForm:
    """The approval's form, with who there is."""
    page.requests.in_hand.buttons["approve"].click()
    form = page.requests.side.form
    assert isinstance(form, ApprovalForm)
    qtbot.waitUntil(lambda: form.ready, timeout=20000)
    return form


def new_request(page: ListsPage, qtbot: QtBot) -> NewRequestForm:
    """The form for a new one."""
    page.requests.add.click()
    qtbot.waitUntil(lambda: isinstance(page.requests.side.form, NewRequestForm), timeout=20000)
    form = page.requests.side.form
    assert isinstance(form, NewRequestForm)
    return form


def test_requests_turn_amber_after_half_an_hour_and_red_after_two(show: Show, office: Office, clock: SetClock) -> None:
    start = clock.moment
    for number, minutes in ((1, 0), (2, 100), (3, 195)):
        clock.moment = start + timedelta(minutes=minutes)
        office.requests.add("weibo", person(number), reason="想约周末")
    clock.moment = start + timedelta(minutes=224)
    urgent_one = office.requests.add("qq", person(4), urgent=True, wanted_at=EVENING, reason="急")
    page = show("requests")
    rows = page.requests.list.wide
    assert [(row.main.text, row.badge, row.right.token) for row in rows] == [
        ("甲4", "加急", "ink2"), ("甲1", "", "trouble"), ("甲2", "", "trouble"), ("甲3", "", "ink2"),
    ]  # fmt: skip
    assert rows[1].right.text == "3 小时 44 分"
    clock.moment += timedelta(minutes=31)
    office.requests.answer(urgent_one.id, "可以", by="li")
    page.refresh()


def test_a_text_answers_a_request(show: Show, office: Office, qtbot: QtBot) -> None:
    office.requests.add("weibo", person(1), reason="问要带什么材料")
    page = show("requests")
    page.requests.in_hand.buttons["answer"].click()
    write(page, "")
    assert form_of(page).field is not None
    assert office.requests.open()
    write(page, "请带身份证")
    qtbot.waitUntil(lambda: page.requests.list.wide == (), timeout=20000)
    (settled_one,) = office.requests.list("answered")
    assert (settled_one.answer, settled_one.decided_by) == ("请带身份证", "li")
    assert "已答复" in page.band.sentence


def test_turning_down_says_why(show: Show, office: Office, qtbot: QtBot) -> None:
    urgent(office)
    page = show("requests")
    page.requests.in_hand.buttons["refuse"].click()
    write(page, "当晚无人值守，请改约周六上午")
    qtbot.waitUntil(lambda: page.requests.list.wide == (), timeout=20000)
    assert office.requests.list("refused")[0].answer == "当晚无人值守，请改约周六上午"


def test_an_ordinary_request_goes_to_the_week_and_an_urgent_one_is_approved(
    show: Show, office: Office, qtbot: QtBot
) -> None:
    plain = office.requests.add("wechat", person(2), item="LD-002")
    urgent(office)
    page = show("requests")
    buttons = page.requests.in_hand.buttons
    assert buttons["approve"].isVisible()
    assert not buttons["book"].isVisible()
    page.requests.list.choose(1)
    assert not buttons["approve"].isVisible()
    with qtbot.waitSignal(page.book_asked) as asked:
        buttons["book"].click()
    assert asked.args == [plain.id]


def test_approving_calls_somebody_in(show: Show, office: Office, qtbot: QtBot) -> None:
    request = urgent(office)
    page = show("requests")
    form = approval(page, qtbot)
    assert form.start_field.moment == EVENING.replace(tzinfo=None)
    form.submit()
    assert office.requests.open()  # nobody was named
    form.take_person("wang")
    form.confirm.click()
    settled(page, qtbot)
    (made,) = office.appointments.list(EVENING.date(), EVENING.date())
    assert (made.urgent, made.staff, made.start, made.made_by) == (True, "wang", EVENING, "li")
    assert made.counter in [number for number, _ in read_ground(office, EVENING.date()).counters]
    assert office.requests.list("approved")[0].id == request.id
    assert made.code in page.band.sentence


def test_a_refused_approval_keeps_the_form(show: Show, office: Office, qtbot: QtBot) -> None:
    urgent(office)
    office.duty.leave("wang", EVENING.date(), EVENING.date(), "年休假")
    page = show("requests")
    form = approval(page, qtbot)
    form.take_person("wang")
    form.confirm.click()
    qtbot.waitUntil(lambda: bool(page.band.sentence), timeout=20000)
    assert page.band.kind == "calm"
    assert page.requests.side.form is form
    assert len(office.requests.open()) == 1


def test_people_on_duty_come_first_and_who_is_on_leave_last(office: Office) -> None:
    first = office.roster.people()[0].code
    office.duty.leave(first, MONDAY, MONDAY, "年休假")
    ground = read_ground(office, MONDAY)
    assert ground.people[-1].code == first
    assert ground.people[-1].away


def test_the_chooser_says_who_is_not_to_be_had(show: Show, office: Office, qtbot: QtBot) -> None:
    urgent(office)
    office.duty.leave("wang", EVENING.date(), EVENING.date(), "年休假")
    page = show("requests")
    form = approval(page, qtbot)
    form.who.click()
    (chooser,) = form.findChildren(Chooser)
    assert (chooser.choices[-1].warns, chooser.choices[-1].note) == (True, "请假")
    chooser.close()


def test_a_request_without_an_item_is_given_one(show: Show, office: Office, qtbot: QtBot) -> None:
    urgent(office, item=None)
    page = show("requests")
    form = approval(page, qtbot)
    form.take_person("wang")
    form.submit()
    assert office.requests.open()  # for what is not said
    form.take_item("LD-002")
    form.confirm.click()
    settled(page, qtbot)
    assert [item.code for item in office.appointments.list(EVENING.date(), EVENING.date())[0].items] == ["LD-002"]


def test_what_came_by_telephone_is_noted(show: Show, office: Office, qtbot: QtBot) -> None:
    page = show("requests")
    form = new_request(page, qtbot)
    form.take_channel("community_hotline")
    form.person.setText("甲5")
    form.confirm.click()
    assert form.phone.property("fault")
    form.phone.setText("13800000005")
    form.take_item("LD-002")
    form.wanted.setText("3-17 19:30")
    form.urgent._choose("urgent")
    form.confirm.click()
    assert form.reason.property("fault")  # urgent, and no reason
    assert office.requests.open() == ()
    form.reason.setPlainText("只有晚上能来")
    form.confirm.click()
    settled(page, qtbot)
    (noted,) = office.requests.open()
    assert (noted.channel, noted.name, noted.item, noted.wanted_at, noted.urgent, noted.reason, noted.taken_by) == (
        "community_hotline", "甲5", "LD-002", EVENING, True, "只有晚上能来", "li",
    )  # fmt: skip
    qtbot.waitUntil(lambda: len(page.requests.list.wide) == 1, timeout=20000)


def test_a_time_that_is_none_is_marked_and_a_wrong_number_refused(show: Show, office: Office, qtbot: QtBot) -> None:
    page = show("requests")
    form = new_request(page, qtbot)
    form.person.setText("甲5")
    form.phone.setText("12")
    form.wanted.setText("morgen")
    form.confirm.click()
    assert form.wanted.property("fault")
    form.wanted.clear()
    form.confirm.click()
    qtbot.waitUntil(lambda: bool(page.band.sentence), timeout=20000)
    assert page.band.kind == "calm"
    assert page.requests.side.form is form
    press(page, qtbot, Qt.Key.Key_Escape)
    assert page.requests.side.form is None
    assert office.requests.open() == ()


def test_a_long_text_ends_where_no_more_is_kept(qtbot: QtBot, background: Background) -> None:
    field = TextField(theme.LIGHT)
    qtbot.addWidget(field)
    field.setPlainText("一二三四五六七八九十" * 20)
    assert len(field.toPlainText()) == 120


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3-17 19:30", datetime(2026, 3, 17, 19, 30)),
        ("2026年3月17日 9：05", datetime(2026, 3, 17, 9, 5)),
        ("1月5日 9点", datetime(2027, 1, 5, 9, 0)),
        ("19:30", datetime(2026, 3, 16, 19, 30)),
        ("3-17", None),
        ("2-30 9:00", None),
        ("25:00", None),
        ("", None),
    ],
)
def test_a_moment_is_read_as_people_write_it(text: str, found: datetime | None) -> None:
    assert parse(text, date(2026, 3, 16)) == found
