"""A slip held before the scanner at the counter: its number is selected with its actions, or told where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from terminal.errors import Fault, Refusal
from terminal.office.views import CounterView, Found
from terminal.screens import theme
from terminal.screens.counter import CounterScreen
from tests.screens.counter import canned
from tests.screens.counter.conftest import Counter

CODE = "K7QX2M9P"
AtCounter = Callable[[CounterView], Counter]


def scan(counter: Counter, found: Found) -> Counter:
    counter.background.office.found = found
    counter.screen._scanned(CODE)
    return counter


def offered(counter: Counter) -> str:
    """The title and hint of the list, and the number selected in it."""
    page = counter.panes.over.pick
    assert counter.panes._pages.currentWidget() is page
    return f"{page._title.text} | {page._hint.text} | {page.rows._choices[page.rows._at].number}"


def test_a_waiting_number_is_selected_in_the_queue_and_enter_calls_it(at_counter: AtCounter) -> None:
    counter = scan(at_counter(canned.IDLE), canned.found("A015", "waiting"))
    assert offered(counter) == (
        "A015 was scanned | 7 before it, about 25 min. Picking it calls it now, out of turn. | A015"
    )
    assert len(counter.panes.over.pick.rows._choices) == len(canned.QUEUE)
    counter.press(Qt.Key.Key_Return)
    assert counter.verbs == [("found", CODE), ("call", canned.found("A015", "waiting").id, 3)]


def test_a_number_of_a_line_this_window_does_not_call_is_offered_alone(at_counter: AtCounter) -> None:
    counter = scan(at_counter(canned.IDLE), canned.found("C003", "waiting"))
    assert offered(counter).endswith("| C003")
    assert len(counter.panes.over.pick.rows._choices) == 1
    counter.press(Qt.Key.Key_Escape)
    assert counter.verbs == [("found", CODE)]


def test_a_passed_number_is_offered_its_place_back(at_counter: AtCounter) -> None:
    counter = scan(at_counter(canned.IDLE), canned.found("D004", "skipped", 3))
    assert offered(counter) == "D004 was passed | It goes back to its own place in the queue. | D004"
    counter.press(Qt.Key.Key_Return)
    assert counter.verbs[-1] == ("restore", canned.found("D004", "skipped").id)


def test_a_number_on_hold_is_called_back_where_the_window_is_free(at_counter: AtCounter) -> None:
    counter = scan(at_counter(canned.IDLE), canned.found("F002", "held", 3))
    assert offered(counter) == "F002 is on hold | Calls this number back to this window. | F002"
    counter.press(Qt.Key.Key_Return)
    assert counter.verbs[-1] == ("call", canned.found("F002", "held").id, 3)


def test_a_number_on_hold_goes_back_to_the_queue_where_somebody_is_being_served(at_counter: AtCounter) -> None:
    counter = scan(at_counter(canned.SERVING), canned.found("F002", "held", 3))
    assert offered(counter) == "F002 is on hold | It goes back to its own place in the queue. | F002"
    counter.press(Qt.Key.Key_Return)
    assert counter.verbs[-1] == ("restore", canned.found("F002", "held").id)


@pytest.mark.parametrize(
    ("view", "found", "sentence"),
    [
        (canned.IDLE, canned.found("A020", "called", 5), "A020 was called to window 5."),
        (canned.IDLE, canned.found("A020", "serving", 5), "A020 is being served at window 5."),
        (canned.IDLE, canned.found("A020", "done", 5), "A020 is finished; window 5 served it."),
        (canned.IDLE, canned.found("A020", "waiting", is_today=False), "A020 is of 2026-03-16."),
        (canned.SERVING, canned.found("A015", "waiting"), "A015 is waiting: 7 before it, about 25 min."),
        (canned.PAUSED, canned.found("A015", "waiting"), "A015 is waiting: 7 before it, about 25 min."),
    ],
)
def test_any_other_number_is_told_in_one_calm_sentence(
    at_counter: AtCounter, view: CounterView, found: Found, sentence: str
) -> None:
    counter = scan(at_counter(view), found)
    assert counter.band == sentence
    assert counter.panes._notice.kind == "calm"
    assert counter.panes._pages.currentWidget() is not counter.panes.over.pick


def test_the_slip_of_whoever_stands_there_is_recognised(at_counter: AtCounter) -> None:
    view = canned.CALLED
    assert view.current is not None
    found = canned.found("A012", "called", 3)
    counter = scan(at_counter(view), Found(**{**_fields(found), "id": view.current.id}))
    assert counter.band == "A012 is the number at this window."


def _fields(found: Found) -> dict[str, object]:
    return {name: getattr(found, name) for name in Found.__dataclass_fields__}


def test_an_unknown_code_is_told_calmly_and_a_lost_database_as_trouble(at_counter: AtCounter) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.office.refuse = Refusal("Nothing here has the code {code}.", "Scan a slip.", code="ZZ")
    counter.screen._scanned("ZZ")
    assert (counter.band, counter.panes._notice.kind) == ("Nothing here has the code ZZ.", "calm")
    counter.background.office.refuse = Fault("The database does not answer.")
    counter.screen._scanned(CODE)
    assert counter.panes._notice.kind == "trouble"


def test_a_scan_unfolds_the_bar(at_counter: AtCounter) -> None:
    counter = at_counter(canned.IDLE)
    counter.screen.fold()
    scan(counter, canned.found("D004", "skipped", 3))
    assert counter.screen.isVisible()
    assert counter.screen.bar is not None
    assert not counter.screen.bar.isVisible()
    assert offered(counter).endswith("D004")


class Scans(QObject):
    """A scanner's desk."""

    scanned = Signal(str)


def test_the_screen_hears_the_scanners_it_is_given_and_none_before_it_has_a_picture(qtbot: QtBot) -> None:
    background, scans = canned.CannedBackground(canned.IDLE), Scans()
    screen = CounterScreen(background, theme.LIGHT, 3, scans=scans)
    qtbot.addWidget(screen)
    scans.scanned.emit(CODE)
    assert background.office.asked == []
    background.office.found = canned.found("A020", "done", 5)
    screen.show()
    qtbot.waitUntil(lambda: screen.work.view is not None)
    scans.scanned.emit(CODE)
    assert ("found", CODE) in background.office.asked
    assert background.close()
