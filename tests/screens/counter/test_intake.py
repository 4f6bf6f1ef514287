"""From the number being served to the case, by keys alone, on the real office and both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.screens.counter import CounterScreen
from tests.screens.counter import canned
from tests.screens.counter.cards import card
from tests.screens.counter.window import (
    ALT,
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
    press(counter, Key.Key_V)
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
    seen = case.materials[2]
    assert (seen.state, seen.got_originals, seen.got_copies) == ("received", 0, 1)  # nothing has to go back


def test_a_case_that_is_carried_through_begins_with_its_mandate_and_all_its_papers(
    counter: CounterScreen, centre: Any, printer: canned.CannedPrinter, qtbot: QtBot
) -> None:
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    press(counter, Key.Key_5, ALT)
    panes: Any = counter.panes
    for digit in ("2", "3"):
        field = QApplication.focusWidget()
        keys(digit)
        qtbot.waitUntil(lambda field=field: QApplication.focusWidget() is not field, timeout=5_000)
        press(counter, Key.Key_Return)
    for text in ("", "Wu Mei", "daughter", "", "13800000034"):
        keys(text)
        press(counter, Key.Key_Return)
    press(counter, Key.Key_F9)
    assert not panes.over.shown
    press(counter, Key.Key_F9)
    qtbot.waitUntil(finished(counter), timeout=10_000)
    case = only_case(centre)
    assert (case.row.proxy, case.delivery, case.agent.name, case.agent_relation) == (True, "home", "Wu Mei", "daughter")
    assert case.mandate.resident_signed_on is None
    issued = {one.form: one for one in case.notices if one.state == "issued"}
    assert set(issued) == {"acceptance-receipt", "proxy-acceptance", "mandate"}
    assert printer.receipts == [issued["acceptance-receipt"].id]
    assert issued["mandate"].title in panes._notice._advice.text()
    press(counter, Key.Key_O, ALT)
    qtbot.waitUntil(lambda: counter.casework is not None and counter.casework.isVisible(), timeout=10_000)
    cases: Any = counter.casework
    qtbot.waitUntil(lambda: cases.case.view is not None and cases.case.view.row.id == case.row.id, timeout=10_000)


def test_what_a_card_says_is_in_the_form_too(counter: CounterScreen, centre: Any, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "LD-002" in counter.work.forms, timeout=10_000)
    counter.resident._read(card("rare_name"))
    press(counter, Key.Key_F, ALT)
    qtbot.waitUntil(lambda: counter.form is not None and bool(counter.form.grid.rows), timeout=10_000)
    assert counter.form is not None
    assert counter.form.grid.rows["applicant"].value == card("rare_name").name
    assert counter.client.person is not None


def test_what_another_window_finished_meanwhile_opens_no_second_case(
    counter: CounterScreen, centre: Any, qtbot: QtBot
) -> None:
    enter_person(counter, qtbot)
    qtbot.waitUntil(known(counter), timeout=5_000)
    told: list[Any] = []
    counter.work.told.connect(told.append)
    handling = counter.visit.handling
    assert handling is not None
    counter.work.refresh = lambda: None  # type: ignore[method-assign]  # its picture is old
    centre.queue.finish(handling.id, "done")
    press(counter, Key.Key_F9)
    qtbot.waitUntil(lambda: any(one is not None for one in told) and not counter.work.busy, timeout=5_000)
    assert centre.cases.rows() == ()


def test_a_visit_of_every_outcome_by_keys_alone(
    counter: CounterScreen, centre: Any, printer: canned.CannedPrinter, qtbot: QtBot
) -> None:
    """Done here, accepted, to correct, refused: one number each, the last one moved to another line."""
    work = counter.work
    for digit, reason in ((Key.Key_1, ""), (Key.Key_2, ""), (Key.Key_3, "no photo"), (Key.Key_4, "not of this street")):
        enter_person(counter, qtbot)
        qtbot.waitUntil(known(counter), timeout=5_000)
        press(counter, digit, ALT)
        if reason:
            keys(reason)
        press(counter, Key.Key_F9)
        qtbot.waitUntil(finished(counter), timeout=10_000)
        centre.queue.issue("LD-002")
        qtbot.waitUntil(lambda: work.phase == "idle", timeout=5_000)
        for key, phase in ((Key.Key_F5, "called"), (Key.Key_F9, "serving")):
            press(counter, key)
            qtbot.waitUntil(lambda phase=phase: work.phase == phase and not work.busy, timeout=5_000)
    press(counter, Key.Key_F4)
    panes: Any = counter.panes
    qtbot.waitUntil(lambda: panes.over.pick is not None and panes.over.pick.isVisible(), timeout=5_000)
    press(counter, Key.Key_Return)
    qtbot.waitUntil(finished(counter), timeout=5_000)
    cases = sorted((row.state, row.name) for state in (None, "refused") for row in centre.cases.rows(state))
    assert cases == [("accepted", "Wu Guifang"), ("refused", "Wu Guifang"), ("to_correct", "Wu Guifang")]
    assert len(printer.receipts) == 3
    pad: Any = work._rating_desk
    assert len(pad.questions) == 4  # who was moved on is asked where they are served
    forms = [one.form for number in printer.receipts for one in [centre.notices.view(number)]]
    assert forms == ["acceptance-receipt", "correction-notice", "refusal-notice"]


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
