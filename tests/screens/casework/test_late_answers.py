"""Answers that come late: of what is not on show any more, or overtaken by a newer reading. Nothing is lost by them."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.case_views import CaseRow
from terminal.office.cases import CaseDesk
from terminal.office.material_desk import MaterialDesk
from terminal.office.office import Office
from terminal.office.residents import ResidentDesk
from terminal.screens.casework import CaseworkPage
from tests.screens.casework.at_a_case import closed, enter, focused, form, press, shown, view
from tests.screens.casework.canned import ROW, ROWS, TODAY
from tests.screens.casework.conftest import WAIT, register

Hold = Callable[[type, str], Event]


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """A verb of the office waits, on its worker, until the event is set."""

    def held(desk: type, verb: str) -> Event:
        let_go, whole = Event(), getattr(desk, verb)

        def late(*given: Any, **named: Any) -> Any:
            assert let_go.wait(WAIT / 1000)
            return whole(*given, **named)

        monkeypatch.setattr(desk, verb, late)
        return let_go

    return held


def idle(page: CaseworkPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.desk.busy, timeout=WAIT)


def resident(page: CaseworkPage, qtbot: QtBot, number: int) -> None:
    page.open_resident(number)
    qtbot.waitUntil(lambda: page.resident.person is not None and page.resident.person.id == number, timeout=WAIT)


def test_a_number_that_comes_late_is_not_shown_of_somebody_else(
    page: CaseworkPage, office: Office, qtbot: QtBot, hold: Hold
) -> None:
    first, second = register(office).resident.id, register(office, 2, "何立").resident.id
    resident(page, qtbot, first)
    late = hold(ResidentDesk, "reveal")
    press(Qt.Key.Key_F4)
    resident(page, qtbot, second)
    late.set()
    idle(page, qtbot)
    assert page.resident.number == ""


def test_people_found_late_do_not_open_a_form_on_somebody_else(
    page: CaseworkPage, office: Office, qtbot: QtBot, hold: Hold
) -> None:
    first, second = register(office).resident.id, register(office, 2, "何立").resident.id
    resident(page, qtbot, first)
    press(Qt.Key.Key_F11)
    page.resident.side.form.widget("words").setText("何立")  # type: ignore[union-attr]
    late = hold(ResidentDesk, "search")
    press(Qt.Key.Key_F9)
    resident(page, qtbot, second)
    late.set()
    idle(page, qtbot)
    assert page.resident.side.form is None


def test_what_was_done_on_a_case_left_meanwhile_leaves_the_one_on_show_alone(
    page: CaseworkPage, office: Office, qtbot: QtBot, hold: Hold
) -> None:
    first, second = register(office), register(office, 2, "何立")
    shown(page, qtbot, first)
    page.acts.move("accept")
    late = hold(CaseDesk, "advance")
    press(Qt.Key.Key_F9)
    page.open_case(second.row.id)
    qtbot.waitUntil(lambda: page.case.view is not None, timeout=WAIT)
    page.acts.history()
    late.set()
    idle(page, qtbot)
    assert office.cases.view(first.row.id).row.state == "accepted"
    assert view(page).row.id == second.row.id
    assert page.case.sheet.side.form is not None


def test_marks_made_just_before_another_case_is_opened_are_kept(
    page: CaseworkPage, office: Office, qtbot: QtBot, hold: Hold
) -> None:
    first, second = register(office), register(office, 2, "何立")
    shown(page, qtbot, first)
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    late = hold(MaterialDesk, "mark")
    press(Qt.Key.Key_Space)
    page.case.keep_marks()
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)  # while the first is on its way
    page.open_case(second.row.id)
    late.set()
    qtbot.waitUntil(
        lambda: [one.state for one in office.cases.view(first.row.id).materials[:2]] == ["received"] * 2, timeout=WAIT
    )
    idle(page, qtbot)
    assert {one.state for one in office.cases.view(second.row.id).materials} == {"missing"}


def test_doing_it_again_goes_on_from_what_was_told_even_when_the_page_was_read_anew_meanwhile(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    page.acts.move("refuse")
    enter(page, "note", "不属于本中心受理范围")
    office.cases.hand_to(case.row.id, "luo", by="zhou")
    page.desk.told.connect(lambda said: QTimer.singleShot(0, page.refresh) if said is not None else None)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.case._version == office.cases.view(case.row.id).version, timeout=WAIT)
    assert form(page).values()["note"] == "不属于本中心受理范围"
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.state == "refused"


def test_what_this_page_changed_itself_is_nothing_to_be_told_of(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = shown(page, qtbot, register(office))
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    press(Qt.Key.Key_Space)
    page.acts.move("refuse")
    enter(page, "note", "不属于本中心受理范围")
    qtbot.waitUntil(lambda: not page.case.pending and not page.desk.busy, timeout=WAIT)
    press(Qt.Key.Key_F9)
    closed(page, qtbot)
    assert office.cases.view(case.row.id).row.state == "refused"


def test_a_record_opened_again_has_the_focus(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    person = register(office).resident.id
    resident(page, qtbot, person)
    qtbot.waitUntil(lambda: focused() is page.resident.cases, timeout=WAIT)
    press(Qt.Key.Key_Escape)
    page.open_resident(person)
    page.refresh()  # as the change feed does
    qtbot.waitUntil(lambda: focused() is page.resident.cases, timeout=WAIT)


def test_the_case_in_hand_stays_in_hand_when_another_comes_in_before_it(page: CaseworkPage) -> None:
    found = page.ledger.list
    found.show_found(ROWS[1:], TODAY, "")
    found.choose(2)
    held = found.in_hand
    found.show_found(ROWS, TODAY, "")
    assert held == ROWS[3] == found.in_hand
    found.show_found((ROW,), TODAY, "")
    assert found.in_hand == ROW


def test_words_that_could_not_be_looked_for_leave_nothing_to_open(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(office)
    page.ledger.show_view("all")
    qtbot.waitUntil(lambda: len(page.ledger.list.found) == 1, timeout=WAIT)

    def locked(*_: object, **__: object) -> object:
        raise Fault("The key of the residents' numbers is missing.", "Put it back.")

    monkeypatch.setattr("terminal.office.ledger.LedgerDesk.find", locked)
    page.search_for("0011")
    qtbot.waitUntil(lambda: bool(page.band.sentence) and not page.ledger.list.found, timeout=WAIT)
    press(Qt.Key.Key_Return)
    assert page.shown is page.ledger


def test_a_search_takes_its_first_answer_in_hand(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    for serial, name in enumerate(("周桂英", "何立", "何丽", "何力"), 1):
        register(office, serial, name)
    page.ledger.show_view("all")
    qtbot.waitUntil(lambda: len(page.ledger.list.found) == 4, timeout=WAIT)
    page.ledger.list.choose(3)
    page.search_for("何")
    qtbot.waitUntil(lambda: len(page.ledger.list.found) > 4, timeout=WAIT)
    assert page.ledger.list.current == 0


def test_what_was_scrolled_to_stays_when_the_list_is_read_anew(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.screens.casework.ledger_reading.PAGE", 2)
    for serial in range(1, 6):
        register(office, serial, f"何{serial}")
    page.ledger.show_view("all")
    for count in (2, 4, 5):
        qtbot.waitUntil(lambda count=count: len(page.ledger.list.found) == count, timeout=WAIT)  # type: ignore[misc]
        page.ledger._more(page.ledger.list.verticalScrollBar().maximum())
    page.ledger.list.choose(4)
    last = page.ledger.list.in_hand
    with qtbot.waitSignals([page.desk.answered] * 3, timeout=WAIT):  # counts, ledgers, cases
        page.refresh()
    assert len(page.ledger.list.found) == 5
    assert isinstance(last, CaseRow)
    assert page.ledger.list.in_hand == last


def test_another_case_begins_at_its_first_material(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    first, second = register(office), register(office, 2, "何立")
    shown(page, qtbot, first)
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    shown(page, qtbot, second)
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    assert page.case.sheet.materials.current == 0


def test_marks_that_the_database_did_not_take_are_kept_when_it_answers_again(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = shown(page, qtbot, register(office))
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)

    def gone(*_: object, **__: object) -> object:
        raise Fault("The database does not answer.", "Look at its server.")

    with monkeypatch.context() as away:
        away.setattr(MaterialDesk, "mark", gone)
        press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.case.stalled and not page.desk.busy, timeout=WAIT)
    page._background.connection.emit(True, "")
    qtbot.waitUntil(lambda: not page.case.pending and not page.desk.busy, timeout=WAIT)
    assert office.cases.view(case.row.id).materials[0].state == "received"
