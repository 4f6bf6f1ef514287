"""From the number being served to the case, by keys alone, on the real office and a real database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office import open_office
from terminal.office.people_views import PersonEntry
from terminal.rules.id_number import check_digit
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from tests.screens.counter import canned

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NUMBER = "99999919920504002" + check_digit("99999919920504002")


@pytest.fixture
def centre(sample_url: str) -> Iterator[Any]:
    """The sample centre's office, as another program at work on the same database."""
    with open_office(sample_url) as office:
        yield office


@pytest.fixture
def printer() -> canned.CannedPrinter:
    """What was asked of the receipt printer."""
    return canned.CannedPrinter()


@pytest.fixture
def counter(qtbot: QtBot, centre: Any, sample_url: str, printer: canned.CannedPrinter) -> Iterator[CounterScreen]:
    """Window 3 with Zhang at it, serving somebody who came for a residence permit."""
    load_fonts()
    background = Background(lambda: open_office(sample_url))
    screen = CounterScreen(background, theme.LIGHT, 3, "zhang", rating=canned.CannedPad(), printer=printer)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen.work.view is not None and bool(screen.work.items), timeout=15_000)
    centre.queue.issue("LD-002")
    qtbot.waitUntil(lambda: screen.work.phase == "idle", timeout=5_000)
    for key, phase in ((Key.Key_F5, "called"), (Key.Key_F9, "serving")):
        press(screen, key)
        qtbot.waitUntil(lambda phase=phase: screen.work.phase == phase and not screen.work.busy, timeout=5_000)
    yield screen
    assert background.close(20)


def press(screen: CounterScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or screen, key, modifier)


def keys(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def enter_person(screen: CounterScreen, qtbot: QtBot, number: str = NUMBER) -> None:
    """F2 twice, the fields, Enter after each."""
    press(screen, Key.Key_F2)
    press(screen, Key.Key_F2)
    for text in ("Wu Guifang", number, "13800000031", "No. 6"):
        keys(text)
        press(screen, Key.Key_Return)


def known(screen: CounterScreen) -> Callable[[], bool]:
    """Whether somebody was entered."""
    return lambda: screen.client.person is not None


def finished(screen: CounterScreen) -> Callable[[], bool]:
    """Whether the visit is over."""
    return lambda: screen.work.phase in ("idle", "empty") and not screen.work.busy


def only_case(centre: Any) -> Any:
    """The one case there is."""
    [row] = centre.cases.rows() or centre.cases.rows("refused")
    return centre.cases.view(row.id)


def test_a_whole_visit_by_keys_ends_in_a_case_with_its_receipt(
    counter: CounterScreen, centre: Any, printer: canned.CannedPrinter, qtbot: QtBot
) -> None:
    materials = len(counter.visit.item.materials) if counter.visit.item else 0
    for _ in range(materials):
        press(counter, Key.Key_Space)
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    case = only_case(centre)
    assert (case.row.state, case.row.name, case.row.responsible) == ("accepted", "Wu Guifang", "zhang")
    assert {one.state for one in case.materials} == {"received"}
    assert printer.receipts == [one.id for one in case.notices if one.state == "issued"][-1:]
    assert case.row.number in str(counter.panes._notice.sentence if counter.panes else "")


def test_what_is_wrong_or_follows_later_goes_into_the_case_with_why_and_when(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    press(counter, Key.Key_X)
    keys("expired")
    press(counter, Key.Key_Return)
    press(counter, Key.Key_D)
    press(counter, Key.Key_Up)  # a day later than offered
    press(counter, Key.Key_Return)
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_3, ALT)
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    case = only_case(centre)
    today = centre.room.day(centre.room.now())
    assert case.row.state == "to_correct"
    assert [(one.state, one.why, one.promised_by) for one in case.materials[:2]] == [
        ("wrong", "expired", None),
        ("waived", "", today + timedelta(days=8)),
    ]


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
    qtbot.waitUntil(lambda: panes._who.rows.count() == 2, timeout=5_000)
    press(counter, Key.Key_Return)
    qtbot.waitUntil(known(counter), timeout=5_000)
    assert counter.client.name == "吴桂芳"


def test_an_id_number_with_a_wrong_digit_is_told_below_it_and_enters_nobody(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    wrong = NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2")
    enter_person(counter, qtbot, wrong)
    panes: Any = counter.panes
    assert panes._who.isVisible()
    assert panes._who.grid.rows["number"].note
    assert counter.client.person is None


def test_the_person_is_forgotten_with_the_visit(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_F7)
    qtbot.waitUntil(finished(counter), timeout=5_000)
    assert counter.client.person is None


def test_without_a_person_the_outcome_is_kept_and_no_case_is_opened(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=5_000)
    assert centre.cases.rows() == ()


def test_with_the_key_missing_nobody_is_entered_and_nothing_typed_is_lost(
    counter: CounterScreen, centre: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    centre.residents.enter(PersonEntry("甲一", "", "13800000099"))  # the database has a key by now
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path / "elsewhere"))
    enter_person(counter, qtbot)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: bool(panes._who.band.sentence) or known(counter)(), timeout=5_000)
    if counter.client.person is None:
        assert panes._who.grid.rows["number"].value == NUMBER


def test_a_form_filled_in_for_the_handling_belongs_to_its_case(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "LD-002" in counter.work.forms, timeout=10_000)
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_F, ALT)
    qtbot.waitUntil(lambda: counter.form is not None and bool(counter.form.grid.rows), timeout=10_000)
    assert counter.form is not None
    assert counter.form.grid.rows["applicant"].value == "Wu Guifang"
    counter.form.grid.rows["employer"].take_focus()
    keys("Liuxi")
    press(counter, Key.Key_Escape)
    qtbot.waitUntil(lambda: counter.form is not None and not counter.form.draft.unsaved, timeout=5_000)
    assert counter.visit.form_states == {"apply-residence-permit": "draft"}
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    [entry] = centre.forms.of_case(only_case(centre).row.id)
    assert entry.values["employer"] == "Liuxi"


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
