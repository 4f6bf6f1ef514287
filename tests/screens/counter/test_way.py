"""How a case goes on is said by keys alone, what is missing is told where it is missing, and an agent's card helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.office.views import CounterView
from terminal.screens import theme
from terminal.screens.counter import CounterScreen
from terminal.screens.counter.decided import Way
from tests.screens.casework.canned import CASE
from tests.screens.counter import canned
from tests.screens.counter.cards import CannedCards, card
from tests.screens.counter.conftest import Counter

At = Callable[[CounterView], Counter]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
UNTIL = canned.NOW.date() + timedelta(days=90)


@pytest.fixture
def counter(at_counter: At) -> Counter:
    """Somebody known is being served, whose item may be carried through."""
    made = at_counter(canned.SERVING)
    made.screen.client.choose(canned.PERSON)
    made.press(Key.Key_5, ALT)
    return made


def page(counter: Counter) -> Any:
    """What asks."""
    return counter.panes.over.way


def choose(counter: Counter, digit: str, qtbot: QtBot) -> None:
    """An answer by its digit; the fields that follow from it are there then."""
    field = QApplication.focusWidget()
    counter.type(digit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not field)
    counter.press(Key.Key_Return)


def test_it_is_collected_in_person_by_themselves_unless_told_otherwise(counter: Counter) -> None:
    assert list(page(counter).grid.rows) == ["proxy", "delivery", "agent", "relation", "number", "phone"]
    counter.press(Key.Key_F9)
    assert counter.screen.visit.way.delivery == "collect"
    assert (counter.screen.visit.way.agent, counter.screen.visit.way.proxy) == (None, False)
    assert counter.panes.actions_row.main.hasFocus()
    assert counter.panes.actions_row.main.text() == "Accept and rate"


def test_all_done_for_them_and_brought_home_with_somebody_who_acts_for_them(counter: Counter, qtbot: QtBot) -> None:
    choose(counter, "2", qtbot)
    choose(counter, "3", qtbot)
    for text in ("", "Wu Mei", "daughter", "", "13800000034", "", "", "collect cash"):
        counter.type(text)
        counter.press(Key.Key_Return)
    way = counter.screen.visit.way
    assert (way.proxy, way.delivery, way.deliver_to, way.relation) == (True, "home", "", "daughter")
    assert way.agent is not None
    assert (way.agent.name, way.agent.phone) == ("Wu Mei", "13800000034")
    assert way.mandate is not None
    assert (way.mandate.until, way.mandate.may_not) == (UNTIL, "collect cash")
    line = counter.panes._visit_page.detail.outcome.way
    assert line.accessibleName() == "all done for them, brought home, through W* M** (daughter)"


def test_what_is_missing_is_told_where_it_is_and_nothing_is_taken_over(counter: Counter, qtbot: QtBot) -> None:
    counter.screen.client.choose(replace(canned.PERSON, address=""))
    counter.press(Key.Key_Escape)
    counter.press(Key.Key_5, ALT)
    counter.press(Key.Key_Return)
    choose(counter, "2", qtbot)
    counter.press(Key.Key_Return)
    counter.type("Wu Mei")
    counter.press(Key.Key_F9)
    rows = page(counter).grid.rows
    assert [name for name, row in rows.items() if row.note] == ["deliver_to", "relation", "number"]
    assert rows["deliver_to"].has_focus()
    assert counter.screen.visit.way == Way()
    assert rows["agent"].value == "Wu Mei"


def test_what_was_typed_is_there_again_when_the_delivery_was_another_for_a_moment(
    counter: Counter, qtbot: QtBot
) -> None:
    counter.press(Key.Key_Return)
    choose(counter, "2", qtbot)
    counter.type("No. 6")
    rows = page(counter).grid.rows
    rows["delivery"].take_focus()
    counter.type("1")
    qtbot.waitUntil(lambda: "deliver_to" not in page(counter).grid.rows)
    counter.type("3")
    qtbot.waitUntil(lambda: "deliver_to" in page(counter).grid.rows)
    assert page(counter).grid.rows["deliver_to"].value == "No. 6"


def test_escape_leaves_it_as_it_was(counter: Counter) -> None:
    page(counter).grid.rows["agent"].take_focus()
    counter.type("Wu")
    counter.press(Key.Key_Escape)
    assert counter.screen.visit.way == Way()
    assert not counter.panes.over.shown


def test_an_item_that_nobody_carries_through_is_not_offered_so(at_counter: At) -> None:
    visit = replace(canned.SERVING_VISIT, handlings=(canned.handling(7, "LD-004", "居住证补换领", canned.at(12, 20)),))
    counter = at_counter(replace(canned.SERVING, current=visit))
    counter.press(Key.Key_5, ALT)
    assert "proxy" not in page(counter).grid.rows


def test_what_ends_here_has_no_way_to_go_on(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    for digit in (Key.Key_1, Key.Key_4):
        counter.press(digit, ALT)
        assert counter.panes._visit_page.detail.outcome.way.isHidden()
        counter.press(Key.Key_5, ALT)
        assert not counter.panes.over.shown


def test_the_way_is_forgotten_with_the_visit(counter: Counter) -> None:
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F9)
    counter.screen.visit.choose_way(Way("post", "No. 6"))
    counter.background.show(replace(canned.IDLE, at=canned.at(12, 25)))
    counter.background.show(replace(canned.SERVING, at=canned.at(12, 26)))
    assert counter.screen.visit.way == Way()


def test_what_was_said_of_a_number_put_aside_is_there_when_it_is_called_back(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    visit = counter.screen.visit
    visit.tick(0)
    visit.choose_outcome("to_correct")
    visit.give_reason("no photo")
    held = replace(canned.waiting("A012", "居住证申领", canned.at(12, 5), "LD-002"), id=canned.SERVING_VISIT.id)
    counter.background.show(replace(canned.IDLE, held=(held,), at=canned.at(12, 25)))
    counter.background.show(replace(canned.SERVING, at=canned.at(12, 26)))
    assert (visit.ticks, visit.outcome, visit.reason) == ({0}, "to_correct", "no photo")
    counter.background.show(replace(canned.IDLE, held=(), at=canned.at(12, 27)))
    counter.background.show(replace(canned.SERVING, at=canned.at(12, 28)))
    assert (visit.ticks, visit.outcome, visit.reason) == (frozenset(), "accepted", "")


def test_who_has_a_case_of_the_item_open_is_seen_before_a_second_one_is_opened(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    other = replace(CASE.row, id=7, item="SB-001", state="accepted", number="LC01-2026-BJ-0007")
    waits = replace(CASE.row, id=8, item="LD-002", state="to_correct", number="LC01-2026-BJ-0008")
    counter.background.office.open_cases = (other, waits, replace(waits, id=9, state="delivered"))
    counter.screen.client.choose(canned.PERSON)
    assert [case.id for case in counter.screen.client.cases] == [8, 7]
    outcome = counter.panes._visit_page.detail.outcome
    assert outcome._note.text == "Case LC01-2026-BJ-0008 of this item is open already: Alt+O."
    assert counter.panes._visit_page.items.cases.count() == 2
    counter.press(Key.Key_1, ALT)
    assert "open already" not in outcome._note.text
    asked: list[int] = []
    counter.screen.open_case = asked.append  # type: ignore[method-assign]
    counter.press(Key.Key_O, ALT)
    assert asked == [8]
    counter.background.show(replace(canned.IDLE, at=canned.at(12, 25)))
    assert counter.screen.client.cases == ()


def test_an_agents_card_fills_in_who_that_is_and_the_resident_stays_who_it_was(qtbot: QtBot) -> None:
    background, cards = canned.CannedBackground(canned.SERVING), CannedCards()
    screen = CounterScreen(background, theme.LIGHT, 3, None, canned.lamps(), cards=cards)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen.work.view is not None and screen.isActiveWindow())
    counter = Counter(screen, background, canned.CannedPad(), canned.CannedPrinter())
    cards.read.emit(card())
    whose = screen.client.name
    counter.press(Key.Key_5, ALT)
    cards.read.emit(card("rare_name"))
    rows = page(counter).grid.rows
    assert (rows["agent"].value, rows["number"].value) == (card("rare_name").name, card("rare_name").number)
    assert rows["relation"].has_focus()
    counter.type("son")
    counter.press(Key.Key_F9)
    assert screen.client.name == whose
    assert screen.visit.way.agent is not None
    cards.read.emit(card("long_term"))
    assert screen.client.name == card("long_term").name
    assert background.close()


def test_a_day_that_is_past_is_no_end_of_a_mandate(counter: Counter, qtbot: QtBot) -> None:
    choose(counter, "2", qtbot)
    field = page(counter).grid.rows["until"]
    field.show_value((canned.NOW.date() - timedelta(days=1)).isoformat())
    counter.press(Key.Key_F9)
    assert field.note.endswith(f"like {date(2026, 3, 17)}.")
    assert counter.screen.visit.way == Way()
