"""The whole visit by keys: each does its one thing, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.errors import Refusal
from terminal.office.views import CounterView
from terminal.screens.counter.bar import CounterBar
from tests.screens.counter import canned
from tests.screens.counter.conftest import Counter

At = Callable[[CounterView], Counter]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NO_ITEM = replace(canned.IDLE, current=replace(canned.CALLED_VISIT, item=None))


@pytest.mark.parametrize(
    ("view", "key", "verb"),
    [
        (canned.IDLE, Key.Key_F5, ("call_next", 3)),
        (canned.IDLE, Key.Key_F11, ("pause", 3)),
        (canned.PAUSED, Key.Key_F11, ("resume", 3)),
        (canned.IDLE, Key.Key_F8, ("restore", 68004)),
        (canned.CALLED, Key.Key_F6, ("recall", 2)),
        (canned.CALLED, Key.Key_F7, ("hold", 2)),
        (canned.CALLED, Key.Key_F8, ("skip", 2)),
        (canned.CALLED, Key.Key_F9, ("start", 2, None)),
        (canned.SERVING, Key.Key_F7, ("hold", 2)),
    ],
)
def test_a_key_calls_its_verb_once(at_counter: At, view: CounterView, key: Key, verb: tuple[object, ...]) -> None:
    counter = at_counter(view)
    counter.press(key)
    assert counter.verbs == [verb]


@pytest.mark.parametrize(
    ("view", "key"),
    [
        (canned.IDLE, Key.Key_F6),
        (canned.IDLE, Key.Key_F9),
        (canned.EMPTY, Key.Key_F5),
        (canned.EMPTY, Key.Key_F7),
        (canned.EMPTY, Key.Key_F8),
        (canned.PAUSED, Key.Key_F5),
        (canned.SERVING, Key.Key_F5),
        (canned.SERVING, Key.Key_F6),
        (canned.SERVING, Key.Key_F8),
    ],
)
def test_a_key_that_does_not_fit_the_state_does_nothing(at_counter: At, view: CounterView, key: Key) -> None:
    counter = at_counter(view)
    counter.press(key)
    assert counter.verbs == []


def test_a_key_pressed_again_while_its_verb_is_under_way_is_dropped(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.background.hold = True
    counter.press(Key.Key_F5)
    assert counter.screen.work.busy == "call"
    counter.background.hold = False
    counter.press(Key.Key_F5)
    counter.press(Key.Key_F11)
    assert counter.verbs == []


def test_alt_and_a_number_choose_the_outcome_that_f9_stores_and_the_pad_asks(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_1, ALT)
    counter.press(Key.Key_F9)
    assert counter.verbs == [("finish", 102, "done")]
    assert counter.pad.questions == [102]


@pytest.mark.parametrize(
    ("digit", "outcome"), [(Key.Key_2, "accepted"), (Key.Key_3, "to_correct"), (Key.Key_4, "refused")]
)
def test_f9_asks_whose_case_it_is_and_alt_0_keeps_the_outcome_without_one(
    at_counter: At, digit: Key, outcome: str
) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(digit, ALT)
    counter.press(Key.Key_F9)
    assert counter.verbs == []
    assert counter.panes.over.who.search.hasFocus()
    counter.press(Key.Key_0, ALT)
    assert counter.verbs == [("finish", 102, outcome)]
    assert counter.pad.questions == [102]
    assert not counter.panes.over.shown


def test_only_a_case_that_waits_for_its_resident_can_be_given_up(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_F2)
    assert counter.panes.over.who.without.isHidden()
    counter.press(Key.Key_0, ALT)
    assert counter.verbs == []


def test_an_instant_item_is_done_unless_told_otherwise(at_counter: At) -> None:
    instant = replace(canned.SERVING_VISIT, handlings=(canned.handling(7, "LD-001", "居住登记", canned.at(12, 20)),))
    counter = at_counter(replace(canned.SERVING, current=instant))
    counter.press(Key.Key_F9)
    assert counter.verbs == [("finish", 7, "done")]


def test_space_ticks_the_materials_one_after_another(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    assert QApplication.focusWidget() is counter.panes._visit_page.detail.materials
    for _ in range(3):
        counter.press(Key.Key_Space)
    assert counter.screen.visit.ticks == {0, 1, 2}
    assert counter.screen.visit.missing() == ("就业证明", "房屋租赁合同")
    counter.press(Key.Key_Up)
    counter.press(Key.Key_Space)
    assert counter.screen.visit.ticks == {0, 1}


def test_nothing_is_missing_before_the_first_tick(at_counter: At) -> None:
    assert at_counter(canned.SERVING).screen.visit.missing() == ()


def test_letters_find_an_item_and_enter_begins_it(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_F3)
    counter.type("jzzb")
    counter.press(Key.Key_Return)
    assert counter.verbs == [("start", 2, "LD-004")]


def test_arrows_choose_among_the_items_found(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_F3)
    counter.type("jzz")
    counter.press(Key.Key_Down)
    counter.press(Key.Key_Return)
    assert counter.verbs == [("start", 2, "LD-003")]


def test_an_item_already_in_hand_is_shown_and_not_begun_again(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_F3)
    counter.type("jzzsl")
    counter.press(Key.Key_Return)
    assert counter.verbs == []


def test_a_ticket_taken_for_a_field_asks_for_its_item_first(at_counter: At) -> None:
    counter = at_counter(NO_ITEM)
    counter.press(Key.Key_F9)
    assert counter.verbs == []
    assert QApplication.focusWidget() is counter.panes._visit_page.items.search
    counter.type("MZ-003")
    counter.press(Key.Key_Return)
    assert counter.verbs == [("start", 2, "MZ-003")]


def test_f3_finds_a_number_and_calls_it_out_of_turn(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.press(Key.Key_F3)
    counter.type("f006")
    counter.press(Key.Key_Return)
    assert counter.verbs == [("call", 70006, 3)]


def test_escape_leaves_the_list_and_changes_nothing(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.press(Key.Key_F3)
    counter.press(Key.Key_Escape)
    assert counter.panes._pages.currentWidget() is counter.panes._idle_page
    assert counter.verbs == []


def test_one_of_several_on_hold_is_picked_and_called_back(at_counter: At) -> None:
    counter = at_counter(canned.IDLE)
    counter.press(Key.Key_F7)
    counter.press(Key.Key_Down)
    counter.press(Key.Key_Return)
    assert counter.verbs == [("call", 70002, 3)]


def test_the_only_one_on_hold_is_called_back_at_once(at_counter: At) -> None:
    counter = at_counter(replace(canned.IDLE, held=canned.IDLE.held[:1]))
    counter.press(Key.Key_F7)
    assert counter.verbs == [("call", 65009, 3)]


def test_f4_moves_the_ticket_to_a_line_picked_by_its_letter(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_F4)
    counter.type("D")
    counter.press(Key.Key_Return)
    assert counter.verbs == [("transfer", 2, "D")]


def test_a_ticket_is_not_offered_the_line_it_is_in(at_counter: At) -> None:
    counter = at_counter(canned.SERVING)
    counter.press(Key.Key_F4)
    assert [choice.value for choice in counter.panes.over.pick._choices] == ["B", "D", "F"]


def test_f10_prints_the_slip_again(at_counter: At) -> None:
    counter = at_counter(canned.CALLED)
    counter.press(Key.Key_F10)
    assert counter.printer.wanted == [(2, True)]
    assert counter.band == "The slip is being printed again."
    counter.printer.printed.emit(2, "printed", "")
    assert counter.band == "The slip was printed again."


def test_a_key_of_the_call_box_that_was_refused_is_told_in_the_band(at_counter: At) -> None:
    counter = at_counter(canned.CALLED)
    counter.screen.work.show_trouble(Refusal("Nobody is waiting.", "Press the call key again."))
    assert counter.band == "Nobody is waiting."


def test_f10_twice_prints_one_slip_until_it_is_out(at_counter: At) -> None:
    counter = at_counter(canned.CALLED)
    counter.press(Key.Key_F10)
    counter.press(Key.Key_F10)
    assert counter.printer.wanted == [(2, True)]
    counter.printer.printed.emit(2, "printed", "")
    counter.press(Key.Key_F10)
    assert len(counter.printer.wanted) == 2


def test_a_slip_that_cannot_be_printed_again_is_told_with_what_to_do(at_counter: At) -> None:
    counter = at_counter(canned.CALLED)
    counter.press(Key.Key_F10)
    counter.printer.printed.emit(2, "failed", "The printer is out of paper. Put in a new roll.")
    notice = counter.panes._notice
    assert (notice.kind, notice.sentence) == ("trouble", "The slip was not printed.")


@pytest.mark.parametrize(
    ("state", "told"),
    [("waiting", "The slip waits for the printer."), ("held", "The printer stopped with the slip.")],
)
def test_a_slip_that_comes_later_is_told_now_and_when_it_has_come(at_counter: At, state: str, told: str) -> None:
    counter = at_counter(canned.CALLED)
    counter.press(Key.Key_F10)
    counter.printer.printed.emit(2, state, "The printer is out of paper. Put in a new roll.")
    assert counter.band == told
    counter.printer.printed.emit(2, "printing", "")
    counter.printer.printed.emit(2, "printed", "")
    assert counter.band == "The slip was printed again."


def test_a_slip_that_waits_may_be_asked_for_again_and_takes_its_own_place(at_counter: At) -> None:
    counter = at_counter(canned.CALLED)
    for _ in range(2):
        counter.press(Key.Key_F10)
        counter.printer.printed.emit(2, "waiting", "The printer is out of paper. Put in a new roll.")
    assert counter.printer.wanted == [(2, True)] * 2


def test_slips_of_the_kiosk_on_the_same_printer_are_not_told_at_the_counter(at_counter: At) -> None:
    counter = at_counter(canned.CALLED)
    counter.printer.printed.emit(9, "failed", "The printer is out of paper. Put in a new roll.")
    assert counter.band == ""


def fold(counter: Counter, qtbot: QtBot) -> CounterBar:
    """Press F12 and wait until the bar has the keyboard."""
    counter.press(Key.Key_F12)
    bar = counter.screen.bar
    assert bar is not None
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


def test_folded_into_the_bar_the_same_keys_work(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.IDLE)
    bar = fold(counter, qtbot)
    assert not counter.screen.isVisible()
    counter.press(Key.Key_F5)
    counter.background.show(canned.CALLED)
    counter.press(Key.Key_F6)
    counter.press(Key.Key_F9)
    counter.background.show(canned.SERVING)
    counter.screen.visit.choose_outcome("done")
    counter.press(Key.Key_F9)
    assert [verb[0] for verb in counter.verbs] == ["call_next", "recall", "start", "finish"]
    counter.press(Key.Key_F12)
    assert counter.screen.isVisible()
    assert not bar.isVisible()


def test_the_bar_lies_on_the_screen_whole_wherever_it_was_last(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.IDLE)
    area = counter.screen.screen().availableGeometry()
    QSettings().setValue(f"bar/{counter.screen.screen().name()}", QPoint(area.right() - 40, area.bottom() + 900))
    bar = fold(counter, qtbot)
    assert (bar.x(), bar.y()) == (max(area.left(), area.right() + 1 - bar.width()), area.bottom() + 1 - bar.height())


def test_in_the_bar_the_focus_goes_with_the_visit(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.IDLE)
    bar = fold(counter, qtbot)
    assert bar.call.hasFocus()
    counter.press(Key.Key_Space)
    counter.background.show(canned.CALLED)
    qtbot.waitUntil(bar.main.hasFocus)
    counter.press(Key.Key_Space)
    assert [verb[0] for verb in counter.verbs] == ["call_next", "start"]
    counter.background.show(canned.IDLE)
    qtbot.waitUntil(bar.call.hasFocus)


def test_the_bar_unfolds_to_ask_whose_case_it_is(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(canned.SERVING)
    fold(counter, qtbot)
    counter.press(Key.Key_F9)
    qtbot.waitUntil(counter.screen.isActiveWindow)
    assert QApplication.focusWidget() is counter.panes.over.who.search


def test_the_bar_unfolds_when_an_item_must_be_chosen(at_counter: At, qtbot: QtBot) -> None:
    counter = at_counter(NO_ITEM)
    fold(counter, qtbot)
    counter.press(Key.Key_F9)
    qtbot.waitUntil(counter.screen.isActiveWindow)
    assert QApplication.focusWidget() is counter.panes._visit_page.items.search
