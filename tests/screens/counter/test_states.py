"""Every state of the counter is told: calmly, in words, and it goes away by itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from terminal.errors import Fault, Refusal
from terminal.office.views import CounterView
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.queue_list import minutes_since
from tests.screens.casework.canned import CASE
from tests.screens.counter import canned
from tests.screens.counter.conftest import Counter

At = Callable[[CounterView], Counter]


def test_importing_the_counter_loads_nothing_heavy() -> None:
    code = (
        "import sys, terminal.screens.counter\n"
        "print([m for m in ('sqlalchemy', 'reportlab', 'yaml', 'serial', 'pypinyin', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("view", "name", "key", "enabled"),
    [
        (canned.IDLE, "Call", "F5", True),
        (canned.EMPTY, "Call", "F5", False),
        (canned.PAUSED, "Resume", "F11", True),
        (canned.CALLED, "Start", "F9", True),
        (canned.SERVING, "Accept and rate", "F9", True),
    ],
)
def test_the_main_button_says_the_next_step(
    at_counter: At, view: CounterView, name: str, key: str, enabled: bool
) -> None:
    main = at_counter(view).panes.actions_row.main
    assert (main.text(), main.key, main.isEnabled()) == (name, key, enabled)


def test_the_main_button_tells_at_once_that_a_call_is_under_way(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.hold = True
    counter.panes.actions_row.main.click()
    assert counter.panes.actions_row.main.text() == "Calling…"
    assert not counter.panes.actions_row.main.isEnabled()


def test_a_refusal_is_told_with_what_to_do_and_gone_with_the_next_action(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.office.refuse = Refusal("Ticket {number} was called elsewhere.", "Call the next.", number="D009")
    counter.panes.actions_row.main.click()
    assert counter.band == "Ticket D009 was called elsewhere."
    assert counter.panes._notice.kind == "calm"
    counter.background.office.refuse = None
    counter.panes.actions_row.main.click()
    assert counter.band == ""


def test_a_fault_is_told_as_trouble_and_the_screen_goes_on(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.office.refuse = Fault("The disk of the database is full.")
    counter.panes.actions_row.main.click()
    assert counter.panes._notice.kind == "trouble"
    assert counter.panes.actions_row.main.isEnabled()


def test_nobody_left_to_call_is_said_calmly(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.office.view = replace(canned.EMPTY, at=canned.NOW)
    counter.panes.actions_row.main.click()
    assert counter.band == "Nobody is waiting."


def test_without_the_database_the_queue_stays_greyed_and_actions_wait_for_it(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.connection.emit(False, "The database does not answer.")
    assert counter.panes._away.sentence.startswith("The database does not answer. Since 12:24")
    qtbot.waitUntil(lambda: counter.panes._queue.rows._greyed)
    assert len(counter.panes._queue.rows._tickets) == 12
    assert not counter.panes.actions_row.main.isEnabled()
    counter.background.connection.emit(True, "")
    assert counter.panes._away.sentence == ""
    qtbot.waitUntil(lambda: not counter.panes._queue.rows._greyed)
    assert counter.panes.actions_row.main.isEnabled()


def test_a_question_left_open_by_a_terminal_that_was_switched_off_is_not_said_to_go_on(at_counter: At) -> None:
    last = canned.IDLE.last_visit
    assert last is not None
    left = replace(last.handlings[-1], rating_state="asked", rating_key=None)
    counter = at_counter(replace(canned.IDLE, last_visit=replace(last, handlings=(*last.handlings[:-1], left))))
    assert "not rated" in counter.panes.person._face.lines[0]


def test_why_the_database_cannot_be_used_is_said_once(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    reason = "The database holds no centre yet."
    counter.screen.work.told.emit(Notice("calm", reason, "Run: onewindow init --sample"))
    assert counter.band == reason
    counter.background.connection.emit(False, reason)
    assert counter.band == ""
    counter.screen.work.told.emit(Notice("calm", reason, "Run: onewindow init --sample"))
    assert counter.band == ""
    assert counter.panes._away.sentence.startswith(reason)


def test_the_moment_the_database_went_away_does_not_move_with_each_try(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.connection.emit(False, "A")
    since = counter.screen.work.away_since
    counter.background.connection.emit(False, "B")
    assert counter.screen.work.away_since == since


def test_the_rating_is_followed_from_question_to_key(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.pad.ask(90)
    face = counter.panes.person._face
    assert (face.title, face.timer, face.lines) == ("Please rate", "15", ("A012·居住证申领",))
    counter.pad.rated.emit(90, "very_satisfied")
    assert (counter.panes.person._face.title, counter.panes.person._face.stars) == ("Very satisfied", 5)


def test_silence_is_told_as_not_rated(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.pad.ask(90)
    counter.pad.silent.emit(90)
    assert counter.panes.person._face.title == "Not rated"


def test_a_rating_of_another_handling_changes_nothing(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.pad.ask(90)
    counter.pad.rated.emit(55, "poor_skill")
    assert counter.panes.person._face.title == "Please rate"


def test_thanks_give_way_to_the_free_window_by_themselves(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.IDLE)
    counter.pad.ask(90)
    counter.screen.work.rating_watch._thanks.setInterval(20)
    counter.pad.silent.emit(90)
    qtbot.waitUntil(lambda: counter.panes.person._face.title == "Nobody is being served")


def test_a_rating_asked_during_the_next_item_is_told_beside_it(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.pad.ask(101)
    assert counter.panes.person._face.number == "A012"
    assert any("居住登记" in line and "15" in line for line in counter.panes.person._face.lines)


def test_a_newer_picture_is_never_replaced_by_an_older_one(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.background.show(replace(canned.IDLE, at=canned.at(12, 23)))
    assert counter.screen.work.phase == "serving"


def test_a_slip_that_does_not_come_out_is_told_with_its_case(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.screen.work.case_opened.emit(CASE)
    [receipt] = counter.printer.receipts
    counter.printer.receipt_printed.emit(receipt, "waiting", "The printer is out of paper.")
    assert (counter.panes._notice.kind, counter.band) == ("trouble", "The slip waits for the printer.")
    assert CASE.row.number in counter.panes._notice._advice.text()


def test_without_any_printer_it_is_told_that_the_person_goes_with_nothing_in_hand(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.screen.work.case_opened.emit(CASE)
    take_away, slip = counter.screen.take_away, counter.screen.work.slip
    assert take_away.case == CASE.row.id
    take_away.paper.nowhere.emit()
    assert counter.panes._notice.kind == "calm"  # the slip is enough
    slip._printer = None
    take_away.paper.nowhere.emit()
    assert counter.band == "Nothing was printed: there is no printer."
    assert CASE.row.number in counter.panes._notice._advice.text()


def test_waiting_minutes_grow_on_the_screen_without_the_database(at_counter: At) -> None:
    work = at_counter(canned.IDLE).screen.work
    ticket = canned.QUEUE[0]
    assert minutes_since(ticket, work.now()) == 24
    work._seen_at -= 61
    assert minutes_since(ticket, work.now()) == 25


def test_a_device_in_trouble_grows_its_row_and_tells_why_on_hover(at_counter: At) -> None:
    from terminal.screens.counter.device_rows import DeviceRows, told

    counter = at_counter(canned.IDLE)
    rows = counter.panes.findChild(DeviceRows)
    pad, printer = rows._devices
    assert rows._height(printer) > rows._height(pad)
    assert told(printer) == "Printer: 打印机缺纸，请换纸卷。"
    before = rows.height()
    printer.state, printer.reason = "up", ""
    printer.changed.emit()
    assert rows.height() < before


@pytest.mark.parametrize(
    "view", [canned.IDLE, canned.CALLED, canned.SERVING, canned.EMPTY, canned.FIRST, canned.PAUSED]
)
@pytest.mark.parametrize("size", [(1920, 1040), (1366, 720), (1280, 672), (1024, 720), (860, 600), (768, 560)])
def test_the_main_button_stays_whole_and_in_the_window_at_every_size(
    at_counter: At, view: CounterView, size: tuple[int, int], qtbot: QtBot
) -> None:
    counter = at_counter(view)
    counter.screen.resize(*size)
    main, row = counter.panes.actions_row.main, counter.panes.actions_row
    qtbot.waitUntil(lambda: counter.panes.size() == counter.screen.size() and row.rect().contains(main.geometry()))
    assert (main.width(), main.height()) == (240, 56)
    corner = main.mapTo(counter.screen, main.rect().bottomRight())
    assert counter.screen.rect().contains(corner)
    for button in (row.hold, row.transfer, row.seek, row.pause):
        assert button.isHidden() or button.geometry().right() < main.geometry().left()


def test_the_outcome_stays_on_a_low_screen_while_the_materials_scroll(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.SERVING)
    counter.screen.resize(1280, 600)
    detail = counter.panes._visit_page.detail
    qtbot.waitUntil(lambda: detail._scroll.verticalScrollBar().maximum() > 0)
    bottom = detail.outcome.mapTo(counter.screen, detail.outcome.rect().bottomLeft()).y()
    top = counter.panes.actions_row.mapTo(counter.screen, counter.panes.actions_row.rect().topLeft()).y()
    assert bottom < top
