"""The resident's fields on the counter: filled by a card, masked, copied, gone with the visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.errors import Refusal
from terminal.office.views import CounterView
from terminal.screens import theme
from terminal.screens.counter import CounterScreen, resident_now
from terminal.screens.fonts import load_fonts
from tests.screens.counter import canned
from tests.screens.counter.cards import CannedCards, card, doubtful


@dataclass
class Desk:
    """A counter, and a reader whose cards the test lays."""

    screen: CounterScreen
    background: canned.CannedBackground
    cards: CannedCards

    @property
    def sheet(self) -> Any:
        assert self.screen.panes is not None
        return self.screen.panes.resident

    @property
    def band(self) -> str:
        assert self.screen.panes is not None
        return str(self.screen.panes._notice.sentence)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key)

    def shows(self, view: CounterView) -> None:
        """The database tells of another picture."""
        self.screen.work._show(view)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    """Makes a counter with a card reader."""
    load_fonts()
    made: list[Desk] = []

    def make(view: CounterView = canned.SERVING, size: tuple[int, int] = (1366, 768)) -> Desk:
        background, cards = canned.CannedBackground(view), CannedCards()
        screen = CounterScreen(background, theme.LIGHT, 3, None, canned.lamps(), cards=cards)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: screen.work.view is not None and screen.isActiveWindow())
        made.append(Desk(screen, background, cards))
        return made[-1]

    yield make
    for one in made:
        if one.screen.bar is not None:
            one.screen.bar.close()
            one.screen.bar.deleteLater()
        assert one.background.close()
    QGuiApplication.clipboard().clear()


def nobody(view: CounterView) -> CounterView:
    """The same moment a little later, with nobody at the window."""
    return replace(canned.IDLE, at=view.at)


def test_nothing_is_shown_before_a_card_was_read(desk: Callable[..., Desk]) -> None:
    assert desk().sheet.isHidden()


def test_a_card_fills_in_the_resident_with_its_number_masked(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    assert at.sheet.isVisible()
    assert at.sheet.shown == {
        "name": "林晓舟",
        "sex": "male",
        "nation": "汉",
        "birth": "1990-05-12",
        "number": "5100**********0038",
        "validity": "2020-06-01–2040-06-01",
        "address": "柳溪街道学府路6号2单元301室",
        "issuer": "柳溪区公安局",
    }
    assert "510000" not in at.sheet.accessibleName()


@pytest.mark.parametrize(
    ("key", "field", "words"),
    [
        ("long_term", "validity", "2016-08-08–长期"),
        ("rare_name", "name", "欧阳𬭎䶮"),
        ("hmt_permit", "permit", "H*****000"),
        ("foreign_2017", "nation", "UTO"),
        ("foreign_2023", "latin", "SPECIMEN, MARCO ALEXANDER BARTHOLOMEW FITZROY"),
    ],
)
def test_every_kind_of_card_has_its_place(desk: Callable[..., Desk], key: str, field: str, words: str) -> None:
    at = desk()
    at.cards.read.emit(card(key))
    assert at.sheet.shown[field] == words


def test_what_needs_a_second_look_is_painted_in_the_colour_of_trouble(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    calm = at.sheet.grab().toImage()
    at.cards.read.emit(doubtful())
    trouble = theme.LIGHT.colour("trouble").rgb()

    def reds(image: QImage) -> int:
        return sum(image.pixel(x, y) == trouble for x in range(image.width()) for y in range(image.height()))

    assert reds(calm) == 0
    assert reds(at.sheet.grab().toImage()) > 100


def test_f2_goes_to_the_fields_arrows_choose_and_enter_copies_the_whole(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.press(Qt.Key.Key_F2)
    assert at.sheet.hasFocus()
    at.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "林晓舟"
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "510000199005120038"
    at.press(Qt.Key.Key_Right)
    QTest.keyClick(at.sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2020-06-01–2040-06-01"
    at.press(Qt.Key.Key_Up)
    at.press(Qt.Key.Key_Enter)
    assert QGuiApplication.clipboard().text() == "汉"
    at.press(Qt.Key.Key_Left)
    at.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "male"


def test_escape_leaves_the_fields_for_the_main_button(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.press(Qt.Key.Key_F2)
    at.press(Qt.Key.Key_Escape)
    assert at.screen.panes is not None
    assert at.screen.panes.actions_row.main.hasFocus()


def test_the_number_is_shown_for_as_long_as_space_is_held(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.press(Qt.Key.Key_F2)
    QTest.keyPress(at.sheet, Qt.Key.Key_Space)
    assert at.sheet.shown["number"] == "510000199005120038"
    QTest.keyRelease(at.sheet, Qt.Key.Key_Space)
    assert at.sheet.shown["number"] == "5100**********0038"


def test_a_number_that_is_shown_is_hidden_when_the_focus_goes(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.press(Qt.Key.Key_F2)
    QTest.keyPress(at.sheet, Qt.Key.Key_Space)
    assert at.screen.panes is not None
    at.screen.panes.take_focus()
    assert at.sheet.shown["number"] == "5100**********0038"


def test_the_mouse_shows_the_number_on_the_eye_and_copies_elsewhere(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    place = dict(at.sheet._places)["number"]
    eye = at.sheet._eye(place).center()
    QTest.mousePress(at.sheet, Qt.MouseButton.LeftButton, pos=eye)
    assert at.sheet.shown["number"] == "510000199005120038"
    QTest.mouseRelease(at.sheet, Qt.MouseButton.LeftButton, pos=eye)
    assert at.sheet.shown["number"] == "5100**********0038"
    QTest.mouseClick(at.sheet, Qt.MouseButton.LeftButton, pos=dict(at.sheet._places)["address"].center())
    assert QGuiApplication.clipboard().text() == "柳溪街道学府路6号2单元301室"
    QTest.mouseClick(at.sheet, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert QGuiApplication.clipboard().text() == "柳溪街道学府路6号2单元301室"


def test_everything_of_the_card_is_gone_when_the_visit_ends(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.press(Qt.Key.Key_F2)
    at.press(Qt.Key.Key_Return)
    at.shows(nobody(canned.SERVING))
    assert at.sheet.isHidden()
    assert at.sheet.shown == {}
    assert at.screen.resident.fields is None
    assert QGuiApplication.clipboard().text() == ""
    assert at.cards.forgotten


def test_what_is_copied_is_kept_out_of_lists_of_what_was_copied(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.screen.resident.copy("510000199005120038")
    assert QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint").data() == b"secret"


def test_what_somebody_copied_since_is_left_on_the_clipboard(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.screen.resident.copy("510000199005120038")
    QGuiApplication.clipboard().setText("something else")
    at.shows(nobody(canned.SERVING))
    assert QGuiApplication.clipboard().text() == "something else"


def test_a_card_stays_through_the_start_of_its_visit(desk: Callable[..., Desk]) -> None:
    at = desk(canned.CALLED)
    at.cards.read.emit(card())
    assert canned.CALLED.current is not None
    serving = replace(canned.CALLED.current, state="serving", started_at=canned.CALLED.at)
    at.shows(replace(canned.CALLED, current=serving))
    assert at.sheet.isVisible()


def test_a_card_read_while_nobody_is_served_goes_with_the_next_call(desk: Callable[..., Desk]) -> None:
    at = desk(canned.IDLE)
    at.cards.read.emit(card())
    assert at.sheet.isVisible()
    assert at.screen.resident.lingers
    at.shows(replace(canned.CALLED, at=canned.IDLE.at))
    assert at.sheet.isHidden()


def test_a_card_read_while_nobody_is_served_goes_by_itself(
    desk: Callable[..., Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resident_now, "LINGER_MS", 50)
    at = desk(canned.IDLE)
    at.cards.read.emit(card())
    qtbot.waitUntil(at.sheet.isHidden)
    assert at.screen.resident.fields is None


def test_a_second_card_takes_the_place_of_the_first(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.cards.read.emit(card("long_term"))
    assert at.sheet.shown["name"] == "赵守仁"


def test_a_card_that_cannot_be_read_is_told_calmly_and_the_next_one_takes_the_words_away(
    desk: Callable[..., Desk],
) -> None:
    at = desk()
    at.cards.refused.emit(Refusal("The card cannot be read.", "Lift it and lay it on again."))
    assert at.band == "The card cannot be read."
    at.cards.read.emit(card())
    assert at.band == ""


def test_a_picture_is_shown_when_a_decoder_made_one_and_only_with_its_own_card(desk: Callable[..., Desk]) -> None:
    at = desk()
    first, second = card(), card("expired")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(102, 126, QImage.Format.Format_RGB32).save(buffer, "BMP")
    at.cards.read.emit(first)
    left = dict(at.sheet._places)["name"].left()
    at.cards.pictured.emit(first, buffer.data().data())
    assert dict(at.sheet._places)["name"].left() > left
    at.cards.read.emit(second)
    at.cards.pictured.emit(first, buffer.data().data())
    assert dict(at.sheet._places)["name"].left() == left


def test_bytes_that_are_no_picture_are_no_picture(desk: Callable[..., Desk]) -> None:
    at = desk()
    fields = card()
    at.cards.read.emit(fields)
    left = dict(at.sheet._places)["name"].left()
    at.cards.pictured.emit(fields, b"\x89PNG\r\n\x1a\nbroken")
    assert dict(at.sheet._places)["name"].left() == left


def test_a_low_screen_shows_one_row_and_in_it_the_field_that_keys_act_on(desk: Callable[..., Desk]) -> None:
    at = desk(size=(860, 640))
    at.cards.read.emit(card())
    assert list(at.sheet.shown) == ["name", "number"]
    at.press(Qt.Key.Key_F2)
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Right)
    assert at.sheet.shown == {"nation": "汉"}
    at.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "汉"


def test_keys_go_on_in_a_window_that_became_narrow(desk: Callable[..., Desk], qtbot: QtBot) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.press(Qt.Key.Key_F2)
    for _ in range(2):
        at.press(Qt.Key.Key_Right)
    at.screen.resize(1010, 768)  # where there is no place for the nation
    qtbot.waitUntil(lambda: "nation" not in at.sheet.shown)
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "510000199005120038"


def test_the_bar_takes_no_notice_and_the_card_is_there_after_unfolding(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.screen.fold()
    at.cards.read.emit(card())
    assert at.screen.bar is not None
    assert at.screen.bar.isVisible()
    at.screen.unfold()
    assert at.sheet.shown["name"] == "林晓舟"


def test_a_counter_without_a_reader_works_as_ever(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.press(Qt.Key.Key_F2)
    assert at.sheet.isHidden()
    assert not at.sheet.hasFocus()


def test_closing_the_window_leaves_nothing_of_a_card(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.cards.read.emit(card())
    at.screen.resident.copy("510000199005120038")
    at.screen.close()
    assert at.screen.resident.fields is None
    assert QGuiApplication.clipboard().text() == ""
