"""The small widgets do what they say: keys press, words fit, colour never speaks alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from terminal.screens.fonts import load_fonts
from terminal.screens.theme import CONTRAST, DARK, LIGHT, Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import (
    Badge,
    Band,
    ElidedLabel,
    Figure,
    KeyButton,
    Lamp,
    MainButton,
    Part,
    Plate,
    SearchBox,
    SegmentedChoice,
    Stars,
    TicketNumber,
)

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    load_fonts()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A shown window with a column to put widgets into."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


def put(window: QWidget, *widgets: QWidget) -> None:
    """Add widgets to the window."""
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()


def image(widget: QWidget) -> QImage:
    """What a widget looks like."""
    return widget.grab().toImage()


def share(picture: QImage, theme: Theme, token: Token) -> float:
    """Which part of a picture has exactly the colour of a token."""
    wanted = theme.colour(token).rgb()
    pixels = [picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(pixel == wanted for pixel in pixels) / len(pixels)


def test_a_button_is_pressed_by_its_key_from_anywhere_in_the_window(qtbot: QtBot, window: QWidget) -> None:
    button, other = KeyButton(LIGHT, "重呼", "F6"), SearchBox(LIGHT)
    put(window, button, other)
    other.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(other, Qt.Key.Key_F6)


def test_a_button_that_cannot_be_used_ignores_its_key(qtbot: QtBot, window: QWidget) -> None:
    button = KeyButton(LIGHT, "重呼", "F6")
    put(window, button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked, wait=20):
        QTest.keyClick(window, Qt.Key.Key_F6)


def test_a_hidden_button_leaves_its_key_to_the_one_shown(qtbot: QtBot, window: QWidget) -> None:
    hidden, shown = KeyButton(LIGHT, "挂起", "F7"), KeyButton(LIGHT, "取回", "F7")
    put(window, hidden, shown)
    hidden.hide()
    with qtbot.assertNotEmitted(hidden.clicked, wait=20), qtbot.waitSignal(shown.clicked, timeout=500):
        QTest.keyClick(window, Qt.Key.Key_F7)


def test_a_buttons_key_changes_with_its_cap(qtbot: QtBot, window: QWidget) -> None:
    button = MainButton(LIGHT, "呼叫", "F5")
    put(window, button)
    button.set_key("F9")
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(window, Qt.Key.Key_F9)
    with qtbot.assertNotEmitted(button.clicked, wait=20):
        QTest.keyClick(window, Qt.Key.Key_F5)


def test_enter_presses_the_button_with_the_focus(qtbot: QtBot, window: QWidget) -> None:
    button = KeyButton(LIGHT, "重呼")
    put(window, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_the_main_button_never_changes_its_size(qtbot: QtBot) -> None:
    button = MainButton(LIGHT, "呼叫", "F5", icon="bell")
    qtbot.addWidget(button)
    before = button.size()
    button.set_face("办结并评价并且还有很多字", icon="")
    button.set_key("F11")
    assert button.size() == before
    assert (before.width(), before.height()) == (240, 56)


def test_a_button_gives_way_in_steps_and_keeps_its_key(qtbot: QtBot) -> None:
    button = KeyButton(LIGHT, "重呼", "F6", icon="volume-2")
    qtbot.addWidget(button)
    widths = []
    for fit in ("full", "tight", "bare"):
        button.set_fit(fit)  # type: ignore[arg-type]
        widths.append(button.sizeHint().width())
    assert widths == sorted(widths, reverse=True)
    assert button.toolTip() == "重呼"
    assert button.key == "F6"


@THEMES
def test_a_disabled_button_loses_its_colour(qtbot: QtBot, theme: Theme) -> None:
    button = KeyButton(theme, "办结", "F9", kind="filled")
    qtbot.addWidget(button)
    assert share(image(button), theme, "primary") > 0.4
    button.setEnabled(False)
    assert share(image(button), theme, "primary") == 0
    assert share(image(button), theme, "sunk") > 0.4


@THEMES
def test_lamps_differ_in_shape_and_not_only_in_colour(qtbot: QtBot, theme: Theme) -> None:
    masks = set()
    for state in ("up", "trouble", "unknown"):
        lamp = Lamp(theme, state, 24)
        qtbot.addWidget(lamp)
        ground = image(Lamp(theme, "up", 24)).pixel(0, 0)
        picture = image(lamp)
        masks.add(tuple(picture.pixel(x, y) != ground for x in range(24) for y in range(24)))
    assert len(masks) == 3


def test_a_lamp_tells_its_reason_on_hover(qtbot: QtBot) -> None:
    lamp = Lamp(LIGHT)
    qtbot.addWidget(lamp)
    lamp.set_state("trouble", "打印机没有纸，请换纸。")
    assert lamp.toolTip() == "打印机没有纸，请换纸。"
    assert lamp.state == "trouble"


def test_stars_fill_in_proportion_and_show_outlines_without_a_value(qtbot: QtBot) -> None:
    stars = Stars(LIGHT, 5.0, 40)
    qtbot.addWidget(stars)
    full = share(image(stars), LIGHT, "primary")
    stars.set_value(2.5)
    assert share(image(stars), LIGHT, "primary") == pytest.approx(full / 2, rel=0.1)
    stars.set_value(None)
    assert 0 <= share(image(stars), LIGHT, "primary") < full / 2


def test_a_label_that_does_not_fit_tells_the_rest_in_its_hint(qtbot: QtBot) -> None:
    label = ElidedLabel(LIGHT, "城乡居民养老保险参保登记")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.set_text("城乡居民养老保险参保登记")
    assert label.toolTip() == "城乡居民养老保险参保登记"
    label.resize(400, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize("number", ["A012", "D009", "H103"])
def test_a_ticket_number_starts_on_its_edge(qtbot: QtBot, number: str) -> None:
    ticket = TicketNumber(LIGHT, number)
    qtbot.addWidget(ticket)
    ticket.resize(ticket.sizeHint())
    picture = image(ticket)
    ground = picture.pixel(picture.width() - 1, 0)
    first = next(
        x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in range(picture.height()))
    )
    assert first <= 2


def test_a_badge_without_a_word_is_not_there(qtbot: QtBot, window: QWidget) -> None:
    badge = Badge(LIGHT, "老年人")
    put(window, badge)
    assert badge.isVisible()
    badge.set_badge("")
    assert not badge.isVisible()


def test_a_badge_made_before_its_place_is_no_window(qtbot: QtBot) -> None:
    badge = Badge(LIGHT, "老年人")
    qtbot.addWidget(badge)
    badge.set_badge("残疾人")
    assert not badge.isVisible()


def test_a_plate_is_filled_and_its_outline_is_not(qtbot: QtBot) -> None:
    plate = Plate(LIGHT, 3)
    qtbot.addWidget(plate)
    assert share(image(plate), LIGHT, "primary") > 0.6
    plate.set_plate(3, outline=True)
    assert share(image(plate), LIGHT, "primary") < 0.25


OUTCOMES = [Part("done", "当场办结", "1"), Part("accepted", "承诺受理", "2"), Part("refused", "不予受理", "3")]


def test_alt_and_a_number_choose_from_anywhere_in_the_window(qtbot: QtBot, window: QWidget) -> None:
    choice, box = SegmentedChoice(LIGHT, OUTCOMES), SearchBox(LIGHT)
    put(window, choice, box)
    box.setFocus()
    with qtbot.waitSignal(choice.chosen, timeout=500) as told:
        QTest.keyClick(box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["accepted"]
    assert choice.value == "accepted"


def test_arrows_and_the_mouse_choose_too_and_telling_it_the_same_again_says_nothing(
    qtbot: QtBot, window: QWidget
) -> None:
    choice = SegmentedChoice(LIGHT, OUTCOMES)
    put(window, choice)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.value == "accepted"
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(choice.width() - 10, 10))
    assert choice.value == "refused"
    with qtbot.assertNotEmitted(choice.chosen, wait=20):
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(choice.width() - 10, 10))
    with pytest.raises(ValueError, match="done, accepted, refused"):
        choice.set_value("lost")


def test_the_search_field_hands_the_lists_keys_on(qtbot: QtBot, window: QWidget) -> None:
    box = SearchBox(LIGHT)
    put(window, box)
    steps: list[int] = []
    box.stepped.connect(steps.append)
    with qtbot.waitSignal(box.searched, timeout=500) as told:
        QTest.keyClicks(box, "j")
    assert told.args == ["j"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert steps == [1, -1]
    with qtbot.waitSignal(box.accepted, timeout=500):
        QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.left, timeout=500):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_a_band_says_its_sentence_and_is_gone_when_quiet(qtbot: QtBot, window: QWidget) -> None:
    band = Band(LIGHT)
    put(window, band)
    band.say("trouble", "数据库没有应答。", "恢复后自动继续。")
    assert (band.sentence, band.kind) == ("数据库没有应答。", "trouble")
    assert band.isVisible()
    band.quiet()
    assert band.sentence == ""
    assert not band.isVisible()


def test_words_of_a_site_are_never_markup(qtbot: QtBot, window: QWidget) -> None:
    band = Band(LIGHT)
    put(window, band)
    band.say("calm", "<b>粗</b> & <img src=x>")
    assert band.sentence == "<b>粗</b> & <img src=x>"


def test_a_figure_shows_what_it_was_told(qtbot: QtBot) -> None:
    figure = Figure(LIGHT, "已办（件）")
    qtbot.addWidget(figure)
    figure.set_number("17")
    assert figure.number == "17"
    assert figure.accessibleName() == "已办（件） 17"


@THEMES
def test_what_is_pressed_is_tall_enough(qtbot: QtBot, theme: Theme) -> None:
    least = 40 if theme.contrast else 32
    for widget in (KeyButton(theme, "重呼", "F6"), KeyButton(theme, "补打", "F10", kind="link"), SearchBox(theme)):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= least or widget.height() >= least
