"""The roster's page over a real office: made, mended, published, and everything beside it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.office.plan_views import RosterView
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.planning import RosterPage
from terminal.screens.planning.sheet import Post
from terminal.screens.planning.term import around
from tests.screens.planning.conftest import MONDAY, ChosenFiles

ZONE = ZoneInfo("Asia/Shanghai")
SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def page(background: Background, files: ChosenFiles, qtbot: QtBot) -> RosterPage:
    """The week of Monday, without a roster yet."""
    made = RosterPage(background, theme.LIGHT, by="zhang", today=lambda: MONDAY, files=files)
    qtbot.addWidget(made)
    made.resize(1440, 852)
    made.show()
    made.open()
    qtbot.waitUntil(lambda: made.picture is not None, timeout=20000)
    return made


def view_of(page: RosterPage) -> RosterView:
    """The roster on show."""
    assert page.picture is not None
    assert page.picture.view is not None
    return page.picture.view


def make_draft(page: RosterPage, qtbot: QtBot) -> RosterView:
    """A draft of the days on show."""
    page.empty.make.click()
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.view is not None)
    return view_of(page)


def show_week(page: RosterPage, qtbot: QtBot, day: date = MONDAY) -> None:
    """The week of a day, read."""
    page.show_term(around("week", day))
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.term == page.term)


def go(page: RosterPage, day: date, *, staff: str | None = None, post: Post | None = None) -> None:
    """Take a cell in hand."""
    assert page.grid.sheet is not None
    place = page.grid.sheet.place(day, staff=staff, post=post)
    assert place is not None
    page.grid.go(place)


def published(office: Office, since: date = MONDAY, until: date = SUNDAY) -> RosterView:
    """A proposed and published roster, made elsewhere."""
    draft = office.roster.draft(since, until)
    office.roster.propose(draft.id, seconds=20)
    return office.roster.publish(draft.id).roster


def book(office: Office, start: datetime, item: str = "LD-001") -> BookingView:
    """One appointment."""
    resident = ResidentEntry("王建华", "", "13800000001")
    return office.appointments.book([item], start, resident, "street_hotline")


def test_days_without_a_roster_say_so_and_offer_to_make_one(page: RosterPage, qtbot: QtBot) -> None:
    show_week(page, qtbot)
    assert not page.grid.isVisible()
    assert "还没有值班表" in page.empty.title.text
    view = make_draft(page, qtbot)
    assert (view.since, view.until, view.state) == (MONDAY, SUNDAY, "draft")
    assert page.grid.isVisible()
    assert page.tools.state.text == "草稿"
    assert sum(page.grid.sheet.open_posts if page.grid.sheet else ()) == 34


def test_a_draft_is_proposed_then_published_after_one_more_look(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    show_week(page, qtbot)
    make_draft(page, qtbot)
    page.tools.propose.click()
    assert page.strip.isVisible()
    assert not page.tools.publish.isEnabled()
    qtbot.waitUntil(lambda: not page.busy(), timeout=60000)
    view = view_of(page)
    assert len(view.duties) == 34
    assert not page.strip.isVisible()
    assert "已排好 34 个班次" in page.band.sentence
    page.tools.publish.click()
    assert page.side.shown == "publish"
    assert office.roster.view(view.id).state == "draft"  # nothing yet
    page.side.publish.confirm.click()
    qtbot.waitUntil(lambda: page.tools.state.text == "已发布")
    assert office.roster.view(view.id).state == "published"
    assert not page.tools.propose.isEnabled()


def test_a_search_that_is_stopped_leaves_the_draft_alone(page: RosterPage, qtbot: QtBot) -> None:
    page.tools.kind_chosen.emit("quarter")
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.term.kind == "quarter")
    make_draft(page, qtbot)
    page.tools.propose.click()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.busy(), timeout=60000)
    assert view_of(page).duties == ()
    assert page.tools.propose.isEnabled()


def test_other_questions_are_answered_while_a_search_runs(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    page.tools.kind_chosen.emit("quarter")
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.term.kind == "quarter")
    make_draft(page, qtbot)
    page.tools.propose.click()
    office.duty.leave("li", MONDAY, MONDAY)
    page.refresh()
    qtbot.waitUntil(lambda: page.picture is not None and len(page.picture.leaves) == 1, timeout=20000)
    page.close_down()
    qtbot.waitUntil(lambda: not page.busy(), timeout=60000)


def test_why_there_is_no_roster_is_a_list(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    for person in office.roster.people()[:9]:
        office.duty.leave(person.code, MONDAY, SUNDAY)
    show_week(page, qtbot)
    make_draft(page, qtbot)
    page.tools.propose.click()
    qtbot.waitUntil(lambda: not page.busy(), timeout=60000)
    assert page.side.shown == "reasons"
    assert page.side.reasons.list.rows
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page.side.reasons.back.click()
    assert page.side.shown == "conflicts"


def test_a_person_is_put_on_duty_with_the_keyboard_alone(page: RosterPage, qtbot: QtBot) -> None:
    show_week(page, qtbot)
    make_draft(page, qtbot)
    go(page, MONDAY, staff="li")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    chooser = page.edits.chooser
    assert chooser is not None
    assert not chooser.choices[0].warns
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(view_of(page).duties) == 1)
    duty = view_of(page).duties[0]
    assert (duty.staff, duty.day, duty.fixed) == ("li", MONDAY, True)
    assert page.grid.cell is not None
    assert page.grid.cell.duties == (duty,)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: view_of(page).duties == ())


def test_a_person_put_elsewhere_leaves_the_post_of_that_day(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    show_week(page, qtbot)
    view = make_draft(page, qtbot)
    office.roster.put(view.id, MONDAY, "early", 1, "zhang")
    page.refresh()
    qtbot.waitUntil(lambda: len(view_of(page).duties) == 1)
    go(page, MONDAY, staff="zhang")
    page.edits.choose()
    assert page.edits.chooser is not None
    page.edits.chooser.chosen.emit((Post("late", 4), "zhang"))
    page.edits.chooser.close()
    qtbot.waitUntil(lambda: [(one.shift, one.counter) for one in view_of(page).duties] == [("late", 4)])


def test_people_are_chosen_for_a_post_with_the_reasons_against(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    office.duty.leave("li", MONDAY, MONDAY)
    show_week(page, qtbot)
    make_draft(page, qtbot)
    page.tools.side_chosen.emit("posts")
    qtbot.waitUntil(lambda: page.grid.sheet is not None and page.grid.sheet.side == "posts")
    go(page, MONDAY, post=Post("early", 2))
    assert page.grid.cell is not None
    assert page.grid.cell.open
    page.edits.choose()
    chooser = page.edits.chooser
    assert chooser is not None
    away = next(choice for choice in chooser.choices if choice.search == "li")
    assert away.warns
    assert "请假" in away.note
    assert chooser.choices.index(away) > 5
    chooser.close()


def test_f2_fixes_a_proposed_duty(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    show_week(page, qtbot)
    view = make_draft(page, qtbot)
    office.roster.propose(view.id, seconds=20)
    page.refresh()
    qtbot.waitUntil(lambda: len(view_of(page).duties) == 34)
    duty = next(one for one in view_of(page).duties if not one.fixed)
    go(page, duty.day, staff=duty.staff)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: [one.staff for one in view_of(page).duties if one.fixed] == [duty.staff])


def test_nobody_is_taken_off_a_published_roster_by_one_key(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    view = published(office)
    show_week(page, qtbot)
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.view is not None)
    duty = next(one for one in view.duties if one.day > MONDAY)
    go(page, duty.day, staff=duty.staff)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    chooser = page.edits.chooser
    assert chooser is not None
    assert chooser.choices[-1].value is None
    assert len(office.duty.duties(MONDAY, SUNDAY)) == 34
    chooser.chosen.emit(None)
    chooser.close()
    qtbot.waitUntil(lambda: len(view_of(page).duties) == 33)


def test_a_conflict_leads_to_its_cell(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    office.duty.leave("li", MONDAY, MONDAY)
    show_week(page, qtbot)
    view = make_draft(page, qtbot)
    office.roster.put(view.id, MONDAY, "early", 1, "li")
    page.refresh()
    qtbot.waitUntil(lambda: len(view_of(page).duties) == 1)
    rows = page.side.conflicts.list.rows
    index = next(at for at, row in enumerate(rows) if row.title == "请假期间")
    page.side.conflicts.list.opened.emit(index)
    assert page.grid.row is not None
    assert page.grid.row.staff == "li"
    assert page.grid.cell is not None
    assert page.grid.cell.conflicts
    assert "请假期间" in page.note.wrong.text


def test_leave_is_entered_and_ended(page: RosterPage, qtbot: QtBot) -> None:
    show_week(page, qtbot)
    make_draft(page, qtbot)
    go(page, MONDAY + timedelta(days=2), staff="wu")
    panel = page.side.leave
    panel.reason.setText("年休假")
    panel.add.click()
    qtbot.waitUntil(lambda: len(panel.list.rows) == 1)
    assert page.grid.cell is not None
    assert page.grid.cell.away
    panel.list.choose(0)
    panel.end.click()
    qtbot.waitUntil(lambda: not panel.list.rows)


def test_a_swap_is_approved_and_the_grid_follows(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    view = published(office)
    duty = next(one for one in view.duties if one.day > MONDAY and one.kind == "regular")
    busy = {other.staff for other in view.duties if other.day == duty.day}
    free = next(one.code for one in view.people if one.code not in busy)
    swap = office.duty.ask_swap(duty.id, free, reason="复诊", by=duty.staff)
    office.duty.agree(swap.id, by=free)
    show_week(page, qtbot)
    qtbot.waitUntil(lambda: len(page.side.swaps.list.rows) == 1)
    page.side.show_tab("swaps")
    page.side.swaps.list.choose(0)
    page.side.swaps.approve.click()
    qtbot.waitUntil(lambda: not page.side.swaps.list.rows)
    holder = next(one for one in view_of(page).duties if one.day == duty.day and one.counter == duty.counter)
    assert holder.staff == free


def test_a_swap_is_not_refused_without_a_reason(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    view = published(office)
    duty = next(one for one in view.duties if one.day > MONDAY)
    other = next(one for one in view.duties if one.day == duty.day and one.staff != duty.staff)
    office.duty.ask_swap(duty.id, other.staff, other.id, reason="复诊", by=duty.staff)
    show_week(page, qtbot)
    page.side.show_tab("swaps")
    page.side.swaps.list.choose(0)
    page.side.swaps.refuse.click()
    assert page.side.swaps.reason.property("fault")
    page.side.swaps.reason.setText("当天人手不足")
    page.side.swaps.refuse.click()
    qtbot.waitUntil(lambda: not page.side.swaps.list.rows)
    assert [one.state for one in office.duty.swaps(open_only=False)] == ["refused"]


def test_an_absence_lists_the_appointments_it_breaks(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    saturday = MONDAY + timedelta(days=5)
    published(office)
    broken = book(office, datetime(2026, 11, 28, 9, 0, tzinfo=ZONE), _extended_item(office))
    trained = {one.code for one in office.roster.people() if "A" in one.lines}
    last, *others = (one.duty for one in office.duty.on(saturday) if one.duty.staff in trained)
    for duty in others:
        office.duty.absent(duty.id, "病假")
    show_week(page, qtbot)
    asked: list[tuple[int, str]] = []
    page.booking_asked.connect(lambda booking, what: asked.append((booking, what)))
    page.verbs.absent(last.id, "家事")
    qtbot.waitUntil(lambda: page.side.shown == "broken")
    assert [one.id for one in page.side.broken.bookings] == [broken.id]
    assert "王*华" in page.side.broken.list.rows[0].title
    page.side.broken.move_it.click()
    assert asked == [(broken.id, "move")]


def _extended_item(office: Office) -> str:
    return next(item.code for item in office.catalogue.items() if item.extended_hours and item.line == "A")


def test_today_says_who_is_missing_first(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    published(office)
    there = [one.duty for one in office.duty.on(MONDAY) if one.duty.opens < 600]
    office.counters.sign_in(there[0].counter, there[0].staff)
    show_week(page, qtbot)
    qtbot.waitUntil(lambda: len(page.side.today.list.rows) == 6)
    rows = page.side.today.list.rows
    assert [row.tone for row in rows[:2]] == ["trouble", "trouble"]  # nine o'clock, and they began at eight
    assert "应到 6 人，已签到 1 人。" in page.side.today.note.text()
    page.side.show_tab("today")
    page.side.today.list.choose(0)
    page.side.today.note_absent.click()
    assert page.side.today.reason.property("fault")
    page.side.today.reason.setText("病假")
    page.side.today.note_absent.click()
    qtbot.waitUntil(lambda: page.side.today.list.rows[0].right == "缺勤")


def test_what_others_change_shows_by_itself(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    show_week(page, qtbot)
    view = make_draft(page, qtbot)
    office.roster.put(view.id, MONDAY, "early", 1, "zhang")
    qtbot.waitUntil(lambda: len(view_of(page).duties) == 1)


@pytest.mark.parametrize(("what", "begins"), [("sheet", b"%PDF"), ("xlsx", b"PK"), ("ical", b"BEGIN:VCALENDAR")])
def test_documents_go_to_the_file_that_was_chosen(
    page: RosterPage, qtbot: QtBot, office: Office, files: ChosenFiles, tmp_path: Path, what: str, begins: bytes
) -> None:
    published(office)
    show_week(page, qtbot)
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.view is not None)
    files.path = tmp_path / "roster.out"
    page.verbs.save(what)
    qtbot.waitUntil(lambda: "roster.out" in page.band.sentence, timeout=20000)
    assert files.path.read_bytes().startswith(begins)


def test_nothing_is_written_when_no_file_is_chosen(page: RosterPage, qtbot: QtBot, office: Office) -> None:
    published(office)
    show_week(page, qtbot)
    page.verbs.save("sheet")
    assert page.band.sentence == ""


def test_a_file_that_cannot_be_written_is_said(
    page: RosterPage, qtbot: QtBot, office: Office, files: ChosenFiles, tmp_path: Path
) -> None:
    published(office)
    show_week(page, qtbot)
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.view is not None)
    files.path = tmp_path / "nowhere" / "roster.pdf"
    page.verbs.save("sheet")
    qtbot.waitUntil(lambda: page.band.kind == "trouble" and page.band.sentence != "", timeout=20000)


def test_a_draft_is_thrown_away(page: RosterPage, qtbot: QtBot) -> None:
    show_week(page, qtbot)
    make_draft(page, qtbot)
    page.tools.asked.emit("discard")
    qtbot.waitUntil(lambda: page.empty.isVisible())
