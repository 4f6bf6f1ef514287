"""A resident's way through the kiosk, by finger and by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from terminal.errors import Fault
from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.items import ItemsPage
from terminal.screens.kiosk.result import ResultPage
from tests.screens.kiosk.canned import issued, kiosk_view
from tests.screens.kiosk.conftest import Stand

Kiosk = Callable[..., Stand]
AWAY = Fault("The database is away.")


def test_two_touches_take_a_number(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    QTest.mouseClick(stand.button("A "), Qt.MouseButton.LeftButton)
    stand.at("items")
    QTest.mouseClick(stand.button("居住证申领"), Qt.MouseButton.LeftButton)
    stand.at("result")
    assert stand.office.asked == [("LD-002", None)]
    assert isinstance(stand.screen.page, ResultPage)
    assert stand.screen.page.card.accessibleName() == "A017"


def test_a_letter_and_a_digit_take_a_number(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("d").at("items").keys("1").at("result")
    assert stand.office.asked == [("SB-001", None)]


def test_who_does_not_know_the_item_takes_a_number_of_the_field(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("B").at("items").keys(Qt.Key.Key_Return).at("result")
    assert stand.office.asked == [("B", None)]
    stand.keys(Qt.Key.Key_Return).at("home").keys("C").at("items").keys("0").at("result")
    assert stand.office.asked[1] == ("C", None)


def test_a_priority_class_goes_with_the_number_and_only_one_can_be_chosen(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.button("老年人").click()
    stand.button("残疾人").click()
    assert not stand.button("老年人").isChecked()
    stand.keys("1").at("result")
    assert stand.office.asked == [("LD-001", "disabled")]


def test_a_priority_class_touched_twice_is_taken_back(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.button("老年人").click()
    stand.button("老年人").click()
    stand.keys("1").at("result")
    assert stand.office.asked == [("LD-001", None)]


def test_the_key_p_goes_through_the_priority_classes(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items").keys("P", "P")
    assert isinstance(stand.screen.page, ItemsPage)
    assert stand.screen.page.priority == "disabled"


def test_a_chosen_priority_survives_turning_the_page(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("D").at("items").keys("P", Qt.Key.Key_PageDown, "1").at("result")
    assert stand.office.asked == [("SB-009", "elderly")]


def test_every_item_of_a_field_can_be_reached_by_turning_pages(kiosk: Kiosk) -> None:
    for size in (QSize(1080, 1920), QSize(1920, 1080), QSize(600, 800)):
        stand = kiosk(size).at("home").keys("F").at("items")
        seen = []
        while True:
            assert isinstance(stand.screen.page, ItemsPage)
            seen += [row.item.code for row in stand.screen.page.rows]
            before = stand.screen.page
            stand.keys(Qt.Key.Key_PageDown)
            if stand.screen.page is before:
                break
        assert seen == [item.code for item in stand.office.items if item.line == "F"]


def test_no_number_is_shown_before_the_database_holds_it(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.background.hold()
    stand.keys("1").at("taking")
    assert isinstance(stand.screen.page, ResultPage)
    assert "A017" not in stand.screen.page.card.accessibleName()
    assert stand.printer.asked == []
    stand.background.let_go()
    stand.at("result")
    assert stand.printer.asked == [17]


def test_a_second_touch_while_the_number_is_taken_takes_no_second_number(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.background.hold()
    stand.keys("1", "1", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    stand.background.let_go()
    stand.at("result")
    assert len(stand.office.asked) == 1


def test_a_number_whose_details_cannot_be_read_is_shown_all_the_same(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.office.details_trouble = AWAY
    stand.keys("1").at("result")
    assert isinstance(stand.screen.page, ResultPage)
    assert stand.screen.page.card.accessibleName() == "A017"


def test_when_no_number_could_be_taken_the_kiosk_says_so_and_lets_one_try_again(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.office.trouble = AWAY
    stand.keys("1").at("refused")
    assert stand.printer.asked == []
    stand.office.trouble = None
    stand.button("返回").click()
    stand.at("home").keys("A").at("items").keys("1").at("result")


def test_a_mistake_of_the_program_leaves_nobody_waiting_for_a_number(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items")
    stand.office.trouble = ZeroDivisionError()
    stand.keys("1").at("refused")


def test_escape_leads_back_home_from_everywhere(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items").keys(Qt.Key.Key_Escape).at("home")
    stand.keys("G").at("closed").keys(Qt.Key.Key_Escape).at("home")
    stand.keys("A").at("items").keys("1").at("result").keys(Qt.Key.Key_Escape).at("home")


def test_a_closed_field_explains_itself_and_gives_no_number(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    stand.button("G ").click()
    stand.at("closed")
    assert stand.screen.page is not None
    assert "08:00–18:00" in stand.screen.page.accessibleDescription()
    assert stand.office.asked == []


def test_a_new_queue_shows_on_the_tiles_without_building_the_page_again(kiosk: Kiosk) -> None:
    stand = kiosk().at("home")
    page = stand.screen.page
    assert isinstance(page, HomePage)
    lines = (replace(stand.office.view.lines[0], waiting=9), *stand.office.view.lines[1:])
    stand.office.view = replace(stand.office.view, lines=lines)
    stand.background.changed.emit(frozenset({"ticket"}))
    stand.qtbot.waitUntil(lambda: page.tiles["A"].line.waiting == 9)
    assert stand.screen.page is page


def test_more_fields_than_fit_are_turned_not_scrolled(kiosk: Kiosk) -> None:
    stand = kiosk(view=kiosk_view(14)).at("home")
    assert isinstance(stand.screen.page, HomePage)
    first = set(stand.screen.page.tiles)
    stand.button("下一页").click()
    assert isinstance(stand.screen.page, HomePage)
    assert first | set(stand.screen.page.tiles) == set("ABCDEFGHIJKLMN")


def test_another_number_begins_at_the_first_page(kiosk: Kiosk) -> None:
    stand = kiosk().at("home").keys("A").at("items").keys("1").at("result")
    stand.office.next = issued(id=18, number="A018")
    stand.button("再取一个号").click()
    stand.at("home").keys("A").at("items").keys("1").at("result")
    assert stand.printer.asked == [17, 18]
