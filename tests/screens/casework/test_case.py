"""A case over a real office, worked at the keyboard: moves, materials, telling, handing on, two people at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.case_views import MandateEntry
from terminal.office.office import Office
from terminal.screens.casework import CaseworkPage
from terminal.screens.casework.files_panel import FilesPanel
from tests.office.halls import SetClock
from tests.screens.casework.at_a_case import closed, enter, focused, form, press, refused, shown, view
from tests.screens.casework.canned import TODAY
from tests.screens.casework.conftest import WAIT, Folder, register


def test_a_case_is_found_ticked_and_accepted_without_leaving_the_keyboard(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = register(office)
    QTest.keyClicks(page.ledger.search, "zgy")
    qtbot.waitUntil(lambda: page.ledger._listed is not None and page.ledger._listed.text == "zgy", timeout=WAIT)
    page.ledger.search.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.case.view is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    for _ in case.materials:
        press(Qt.Key.Key_Space, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: all(one.state == "received" for one in view(page).materials), timeout=WAIT)
    qtbot.waitUntil(lambda: not page.desk.busy, timeout=WAIT)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.case.sheet.side.form is not None, timeout=WAIT)
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.state == "accepted"
    assert all(one.state == "received" for one in office.cases.view(case.row.id).materials)


def test_a_change_heard_while_a_case_is_being_opened_does_not_cost_it_the_focus(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = register(office)
    page.open_case(case.row.id)
    page.refresh()  # as the change feed does; its read overtakes the first one
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)


def test_marks_that_come_closely_are_kept_as_one_and_each_counts(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    first = case.materials[0].position
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    press(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert page.case.pending[first].state == "received"
    qtbot.waitUntil(lambda: not page.case.pending and not page.desk.busy, timeout=WAIT)
    assert office.cases.view(case.row.id).materials[0].state == "received"


def test_a_wrong_material_needs_its_reason_and_stands_in_the_notice_to_correct(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    press(Qt.Key.Key_W, Qt.Key.Key_F9)
    assert form(page).widget("why").property("fault")
    enter(page, "why", "照片看不清")
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: view(page).materials[0].state == "wrong" and not page.desk.busy, timeout=WAIT)
    page.acts.move("ask-correction")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    kept = office.cases.view(case.row.id)
    assert kept.row.state == "to_correct"
    assert kept.materials[0].why == "照片看不清"


def test_the_second_editor_is_told_what_changed_and_what_was_typed_stays(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    page.acts.move("refuse")
    enter(page, "note", "不属于本中心受理范围")
    office.cases.hand_to(case.row.id, "luo", by="zhou")
    press(Qt.Key.Key_F9)
    refused(page, qtbot)
    assert form(page).values()["note"] == "不属于本中心受理范围"
    qtbot.waitUntil(lambda: view(page).row.responsible == "luo", timeout=WAIT)
    assert office.cases.view(case.row.id).row.state == "received"
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.state == "refused"


def test_ticks_on_a_case_that_somebody_changed_are_kept_by_a_second_press(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    page.case._gather.setInterval(100000)
    press(Qt.Key.Key_Space)
    office.cases.hand_to(case.row.id, "luo", by="zhou")
    page.case.keep_marks()
    qtbot.waitUntil(lambda: page.case.stalled and view(page).row.responsible == "luo", timeout=WAIT)
    assert page.case.pending
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not page.case.pending and not page.desk.busy, timeout=WAIT)
    assert office.cases.view(case.row.id).materials[0].state == "received"


def test_ticks_that_were_refused_can_be_given_up(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = shown(page, qtbot, register(office))
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    page.case._gather.setInterval(100000)
    press(Qt.Key.Key_Space)
    office.cases.hand_to(case.row.id, "luo", by="zhou")
    page.case.keep_marks()
    qtbot.waitUntil(lambda: page.case.stalled, timeout=WAIT)
    press(Qt.Key.Key_Escape)
    assert not page.case.pending
    assert office.cases.view(case.row.id).materials[0].state == "missing"
    assert page.shown is page.case


def test_what_was_told_stands_in_its_words(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = shown(page, qtbot, register(office))
    press(Qt.Key.Key_F6)
    enter(page, "words", "材料齐了，请等通知。")
    enter(page, "next_on", "20260320")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    told = office.cases.view(case.row.id).told
    assert [(one.how, one.words, one.by_name) for one in told] == [("phone", "材料齐了，请等通知。", "陈静")]
    assert page.case.sheet.told.words.text() == "“材料齐了，请等通知。”"


def test_a_case_is_suspended_and_resumed_by_one_key(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    shown(page, qtbot, case)
    press(Qt.Key.Key_F7)
    enter(page, "note", "居民住院")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert view(page).row.state == "suspended"
    assert page.case.sheet.head.plate().icon == "pause"
    press(Qt.Key.Key_F7, Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.state == "accepted"


def test_an_extension_says_by_how_long_and_who_approved_it(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    before = shown(page, qtbot, case)
    page.acts.move("extend")
    enter(page, "days", "x")
    press(Qt.Key.Key_F9)
    assert form(page).widget("days").property("fault")
    enter(page, "days", "5")
    enter(page, "note", "需要专家评审")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert view(page).extended_days == 5
    assert view(page).row.promised_on > before.row.promised_on
    assert view(page).moves[-1].approved_by == "zhou"


def test_somebody_else_answers_for_it(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = shown(page, qtbot, register(office))
    press(Qt.Key.Key_F4)
    form(page).widget("staff").take("luo")  # type: ignore[attr-defined]
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.responsible == "luo"


def test_a_proxy_case_gets_its_mandate_and_its_route(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = shown(page, qtbot, register(office, proxy=True))
    page.acts.mandate()
    enter(page, "resident_signed_on", TODAY.isoformat())
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    qtbot.waitUntil(lambda: view(page).mandate is not None, timeout=WAIT)
    page.acts.mandate()  # now it is signed, by both
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    qtbot.waitUntil(lambda: view(page).mandate.staff_signed_on == TODAY, timeout=WAIT)  # type: ignore[union-attr]
    press(Qt.Key.Key_F5)
    enter(page, "place", "区民政局")
    enter(page, "purpose", "取审批意见")
    enter(page, "day", "20260319")
    enter(page, "hour", "10:30")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    qtbot.waitUntil(lambda: len(view(page).stops) == 1, timeout=WAIT)
    stop = office.routes.stops(case.row.id)[0]
    assert (stop.place, stop.purpose, f"{stop.planned_at:%H:%M}") == ("区民政局", "取审批意见", "10:30")


def test_the_main_button_records_what_came_back(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    from terminal.office.case_views import StopEntry

    case = register(office, proxy=True)
    office.cases.advance(case.row.id, "accept", by="chen")
    entry = MandateEntry("全部", TODAY.replace(month=6), resident_signed_on=TODAY, staff_signed_on=TODAY)
    office.mandates.give(case.row.id, entry, by="chen")
    stop = office.routes.plan(case.row.id, StopEntry("other", "居委会", "盖章", day=TODAY), by="chen")
    office.routes.begin(stop.id, by="chen")
    shown(page, qtbot, case)
    assert "盖章" in page.case.sheet.bar.next.text()
    press(Qt.Key.Key_F9)
    enter(page, "came_back", "已盖章")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.routes.stops(case.row.id)[0].came_back == "已盖章"


def test_a_file_is_attached_shown_and_taken_away(
    page: CaseworkPage, office: Office, qtbot: QtBot, files: Folder, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (80, 60), "white").save(tmp_path / "scan.png")
    files.wanted = tmp_path / "scan.png"
    case = shown(page, qtbot, register(office))
    page.acts.files_asked.emit(None)
    panel = page.case.sheet.side.form
    assert isinstance(panel, FilesPanel)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(panel.list.rows) == 1 and not page.desk.busy, timeout=WAIT)
    qtbot.waitUntil(lambda: bool(panel.list.pictures), timeout=WAIT)
    panel.list.setFocus()
    panel.take_away()
    qtbot.waitUntil(lambda: not panel.list.rows and not page.desk.busy, timeout=WAIT)
    assert office.attachments.of_case(case.row.id) == ()


def test_what_is_no_picture_is_refused_and_the_panel_stays(
    page: CaseworkPage, office: Office, qtbot: QtBot, files: Folder, tmp_path: Path
) -> None:
    (tmp_path / "scan.png").write_bytes(b"MZ\x90\x00 not a picture")
    files.wanted = tmp_path / "scan.png"
    shown(page, qtbot, register(office))
    page.acts.files_asked.emit(None)
    press(Qt.Key.Key_F9)
    refused(page, qtbot)
    assert isinstance(page.case.sheet.side.form, FilesPanel)


def test_a_notice_is_saved_given_and_signed_for(
    page: CaseworkPage, office: Office, qtbot: QtBot, files: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.screens.paper_printing.printers", lambda: ())
    files.wanted = tmp_path / "notice.pdf"
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    shown(page, qtbot, case)
    with qtbot.waitSignal(page.printer.printed, timeout=WAIT):
        press(Qt.Key.Key_F10)
    assert (tmp_path / "notice.pdf").read_bytes().startswith(b"%PDF")
    page.case.sheet.go_to(page.case.sheet.notices.list)
    press(Qt.Key.Key_Return, Qt.Key.Key_F9)
    closed(page, qtbot)
    issued = office.notices.of_case(case.row.id)
    assert next(one.state for one in issued if one.id is not None) == "signed"


def test_a_notice_is_taken_back_with_its_reason(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    shown(page, qtbot, case)
    first = view(page).notices[0]
    page.acts.notices.take_back(first)
    press(Qt.Key.Key_F9)
    assert form(page).widget("why").property("fault")
    enter(page, "why", "打印有误")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.notices.of_case(case.row.id)[0].state == "void"


def test_another_desk_changes_the_case_and_the_page_follows(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = shown(page, qtbot, register(office))
    office.cases.advance(case.row.id, "accept", by="chen")
    qtbot.waitUntil(lambda: view(page).row.state == "accepted", timeout=WAIT)


def test_a_lost_database_leaves_the_case_and_the_typed_words(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(page, qtbot, register(office))
    press(Qt.Key.Key_F6)
    enter(page, "words", "请等通知。")

    def gone(*_: object, **__: object) -> None:
        raise Fault("The database does not answer.", "Look at its server.")

    monkeypatch.setattr("terminal.office.cases.CaseDesk.tell", gone)
    press(Qt.Key.Key_F9)
    refused(page, qtbot)
    assert page.band.kind == "trouble"
    assert form(page).values()["words"] == "请等通知。"


def test_escape_goes_back_the_way_one_came(page: CaseworkPage, office: Office, qtbot: QtBot, clock: SetClock) -> None:
    case = shown(page, qtbot, register(office))
    page.open_resident(case.resident.id)
    qtbot.waitUntil(lambda: page.resident.person is not None, timeout=WAIT)
    press(Qt.Key.Key_Escape)
    assert page.shown is page.case
    press(Qt.Key.Key_Escape)
    assert page.shown is page.ledger
    with qtbot.waitSignal(page.closed, timeout=WAIT):
        press(Qt.Key.Key_Escape)


def test_an_older_answer_never_covers_a_newer_one(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    older = shown(page, qtbot, register(office))
    office.cases.advance(older.row.id, "accept", by="chen")
    qtbot.waitUntil(lambda: view(page).row.state == "accepted", timeout=WAIT)
    page.case.show_case(older)
    assert view(page).row.state == "accepted"


def test_where_there_is_little_room_lists_take_turns_and_escape_comes_back(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    page.resize(960, 560)
    shown(page, qtbot, register(office, proxy=True))
    sheet = page.case.sheet
    QTest.keyClick(focused(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert sheet.route.isVisible()
    assert not sheet.materials.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.shown is page.case
    assert sheet.materials.isVisible()
