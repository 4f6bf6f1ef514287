"""What F9 waits for on its way to a case, and what is told when it cannot be opened; on the real office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.people_views import PersonEntry
from terminal.screens.counter import CounterScreen
from terminal.screens.counter.decided import Way
from tests.screens.counter.window import (
    ALT,
    NUMBER,
    Key,
    centre,
    counter,
    enter_person,
    finished,
    keys,
    known,
    only_case,
    press,
    printer,
)

__all__ = ["centre", "counter", "printer"]

pytestmark = pytest.mark.parametrize("sample_url", ["sqlite"], indirect=True)  # none of it is about the database


def test_a_refusal_waits_for_its_reason(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_4, ALT)
    press(counter, Key.Key_F9)
    assert counter.work.phase == "serving"
    keys("not of this street")
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    case = only_case(centre)
    assert (case.row.state, case.moves[-1].note) == ("refused", "not of this street")


def test_somebody_known_is_found_by_a_few_letters(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    centre.residents.enter(PersonEntry("吴桂芳", NUMBER, "13800000031"))
    press(counter, Key.Key_F2)
    keys("wgf")
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: panes.over.who.rows.count() == 2, timeout=5_000)
    press(counter, Key.Key_Return)
    qtbot.waitUntil(known(counter), timeout=5_000)
    assert counter.client.name == "吴桂芳"


def test_somebody_found_for_whoever_was_asked_about_before_is_not_taken_over(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    known_person = centre.residents.enter(PersonEntry("吴桂芳", NUMBER, "13800000031"))
    press(counter, Key.Key_F2)
    panes: Any = counter.panes
    who = panes.over.who
    who._take(known_person.id)
    who.ask(None, "chen")  # the next one stands there before the answer comes
    qtbot.waitUntil(lambda: not who.desk.busy, timeout=5_000)
    assert counter.client.person is None


def test_a_record_that_somebody_changed_meanwhile_is_corrected_by_a_second_press_and_keeps_what_they_entered(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    person = centre.residents.enter(PersonEntry("吴桂芳", NUMBER, "13800000031"))
    press(counter, Key.Key_F2)
    panes: Any = counter.panes
    who = panes.over.who
    who.ask(person, "chen")
    who.grid.show_values({"name": "吴桂芳", "phone": "13800000031", "address": "学府社区6栋"})
    centre.residents.change(person.id, PersonEntry("吴桂芳", phone="13800000099"), by="chen")
    who._save()
    qtbot.waitUntil(lambda: who.desk.reachable and who._person.version > person.version, timeout=5_000)
    assert who.band.sentence
    who._save()
    qtbot.waitUntil(lambda: centre.residents.view(person.id).address == "学府社区6栋", timeout=5_000)
    assert centre.residents.view(person.id).phone == "13800000099"


def test_an_id_number_with_a_wrong_digit_is_told_below_it_and_enters_nobody(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    wrong = NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2")
    enter_person(counter, qtbot, wrong)
    panes: Any = counter.panes
    assert panes.over.who.isVisible()
    assert panes.over.who.grid.rows["number"].note
    assert counter.client.person is None


def test_the_person_is_forgotten_with_the_visit(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_F7)
    qtbot.waitUntil(finished(counter), timeout=5_000)
    assert counter.client.person is None


def test_f9_asks_whose_case_it_is_and_goes_on_with_what_was_being_done(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    press(counter, Key.Key_Space)
    press(counter, Key.Key_F9)
    press(counter, Key.Key_F2)
    for text in ("Wu Guifang", NUMBER, "13800000031", "No. 6"):
        keys(text)
        press(counter, Key.Key_Return)
    qtbot.waitUntil(known(counter), timeout=5_000)
    panes: Any = counter.panes
    assert panes.actions_row.main.hasFocus()
    assert counter.work.phase == "serving"
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    case = only_case(centre)
    assert (case.row.state, case.row.name, case.materials[0].state) == ("accepted", "Wu Guifang", "received")


def test_what_the_office_refuses_is_told_and_nothing_that_was_typed_is_lost(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    counter.visit.tick(0)
    counter.visit.choose_way(Way(agent=PersonEntry("Wu Guifang", NUMBER, "13800000031"), relation="self"))
    press(counter, Key.Key_F9)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: "own agent" in panes._notice.sentence, timeout=5_000)
    assert counter.work.phase == "serving"
    assert centre.cases.rows() == ()
    assert (counter.visit.way.relation, counter.visit.ticks, counter.client.name) == ("self", {0}, "Wu Guifang")
    press(counter, Key.Key_5, ALT)
    assert panes.over.way.grid.rows["relation"].value == "self"


def test_with_the_database_away_in_the_middle_f9_tells_so_and_works_once_it_is_back(
    counter: CounterScreen, centre: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise Fault("The database does not answer.", "Look at its server.")

    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_Space)
    panes: Any = counter.panes
    with monkeypatch.context() as away:
        away.setattr("terminal.office.intake.IntakeDesk.finish_with_case", gone)
        press(counter, Key.Key_F9)
        qtbot.waitUntil(lambda: panes._notice.kind == "trouble" and bool(panes._notice.sentence), timeout=5_000)
    assert counter.visit.ticks == {0}
    qtbot.waitUntil(lambda: counter.work.can_act, timeout=5_000)
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    assert only_case(centre).materials[0].state == "received"


def test_with_the_key_missing_no_case_is_opened_and_the_visit_goes_on(
    counter: CounterScreen, centre: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    centre.residents.enter(PersonEntry("甲一", NUMBER, "13800000099"))  # the database has a key by now
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path / "elsewhere"))
    enter_person(counter, qtbot, "")  # by telephone alone: nothing of that is sealed
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_Space)
    press(counter, Key.Key_F9)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: panes._notice.kind == "trouble" and bool(panes._notice.sentence), timeout=10_000)
    assert counter.work.phase == "serving"
    assert counter.visit.ticks == {0}
    assert centre.cases.rows() == ()


def test_with_the_key_missing_nobody_is_entered_and_nothing_typed_is_lost(
    counter: CounterScreen, centre: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    centre.residents.enter(PersonEntry("甲一", NUMBER, "13800000099"))  # the database has a key by now
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path / "elsewhere"))
    enter_person(counter, qtbot)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: bool(panes.over.who.band.sentence), timeout=5_000)
    assert panes.over.who.band.kind == "trouble"
    assert panes.over.who.grid.rows["number"].value == NUMBER
    assert counter.client.person is None


def test_cases_open_over_the_visit_and_escape_leads_back(counter: CounterScreen, qtbot: QtBot) -> None:
    press(counter, Key.Key_C, ALT)
    assert counter.casework is not None
    page: Any = counter.casework
    qtbot.waitUntil(lambda: page.ledger._page is not None, timeout=10_000)
    QTest.keyClick(page.ledger.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: counter.panes is not None and counter.panes.isVisible(), timeout=5_000)
    assert counter.work.phase == "serving"


def test_a_receipt_that_is_scanned_opens_its_case_and_escape_leads_back(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    case = centre.cases.register("LD-002", PersonEntry("Wu Guifang", NUMBER, "13800000031"), by="zhang")
    counter._scanned(case.row.number)
    qtbot.waitUntil(lambda: counter.casework is not None, timeout=10_000)
    page: Any = counter.casework
    qtbot.waitUntil(lambda: page.case.view is not None and page.shown is page.case, timeout=10_000)
    assert page.case.view.row.number == case.row.number
    assert page.desk.by == "zhang"
    for back in (page.ledger, None):
        press(counter, Key.Key_Escape)
        assert back is None or page.shown is back
    qtbot.waitUntil(lambda: counter.panes is not None and counter.panes.isVisible(), timeout=5_000)
    assert counter.work.phase == "serving"
