"""What the forms of a case say before it is done, and what stands on the page afterwards; over a real office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.office.case_views import MaterialMark
from terminal.office.office import Office
from terminal.screens.casework import CaseworkPage
from tests.office.halls import SetClock
from tests.screens.casework.at_a_case import closed, enter, form, press, refused, shown
from tests.screens.casework.conftest import WAIT, Folder, register


def test_who_accepts_a_case_is_told_what_is_lacking_and_decides(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    needed = [one for one in case.materials if one.mandatory]
    page.acts.move("accept")
    accepting = form(page)
    assert accepting.warning.isVisible()
    assert str(len(needed)) in accepting.warning.text()
    assert needed[0].name[:8] in accepting.warning.text()
    first = needed[0].position
    page.acts.materials.mark(first, "received")  # while the form is open
    assert needed[0].name[:8] not in accepting.warning.text()
    qtbot.waitUntil(lambda: not page.case.pending and not page.desk.busy, timeout=WAIT)
    form(page).submit()
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.state == "accepted"


def test_nothing_is_said_in_the_form_that_accepts_when_everything_is_there(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = register(office)
    marks = tuple(MaterialMark(one.position, "received") for one in case.materials)
    office.materials.mark(case.row.id, marks, by="chen")
    shown(page, qtbot, case)
    page.acts.move("accept")
    assert not form(page).warning.isVisible()


def test_what_was_granted_stands_among_the_originals_until_it_is_delivered(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    shown(page, qtbot, case)
    page.acts.move("grant")
    enter(page, "result", "居住证")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    pieces = [one for one in office.cases.view(case.row.id).materials if one.outcome]
    assert [(one.name, one.to_return) for one in pieces] == [("居住证", 1)]
    assert "3月17日" in page.case.sheet.told.head.said  # the decision is told by the outbox


def test_a_decision_without_a_piece_adds_none(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    shown(page, qtbot, case)
    page.acts.move("grant")
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert not any(one.outcome for one in office.cases.view(case.row.id).materials)


def test_telling_to_collect_counts_as_told_until_something_is_told_later(
    page: CaseworkPage, office: Office, qtbot: QtBot, clock: SetClock
) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    office.cases.tell(case.row.id, "phone", "正在办理。", by="chen")
    clock.pass_(minutes=1)
    office.cases.advance(case.row.id, "grant", by="chen")
    office.cases.advance(case.row.id, "notify", by="chen")
    shown(page, qtbot, case)
    told = page.case.sheet.told
    assert told.head.said == "3月17日 已告知领取"
    assert not told.words.isVisible()
    clock.pass_(minutes=1)
    office.cases.tell(case.row.id, "phone", "请带身份证来取。", by="chen")
    qtbot.waitUntil(told.words.isVisible, timeout=WAIT)
    assert told.words.text() == "“请带身份证来取。”"


def test_a_change_that_was_refused_names_who_made_the_other(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = shown(page, qtbot, register(office))
    page.acts.move("refuse")
    enter(page, "note", "不属于本中心受理范围")
    office.cases.hand_to(case.row.id, "luo", by="zhou")
    press(Qt.Key.Key_F9)
    refused(page, qtbot)
    assert dict(page.case.staff)["zhou"] in page.band.sentence
    assert "zhou" not in page.band.sentence


def test_a_mandate_that_was_entered_is_printed_at_once_to_be_signed(
    page: CaseworkPage, office: Office, qtbot: QtBot, files: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.screens.paper_printing.printers", lambda: ())
    files.wanted = tmp_path / "mandate.pdf"
    case = shown(page, qtbot, register(office, proxy=True))
    page.acts.mandate()
    with qtbot.waitSignal(page.printer.printed, timeout=WAIT):
        press(Qt.Key.Key_F9)
    assert files.wanted.read_bytes().startswith(b"%PDF")
    assert office.cases.view(case.row.id).mandate is not None
