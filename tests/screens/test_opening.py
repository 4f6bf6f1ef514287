"""A terminal's window: there at once, furnished after its first paint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from terminal.screens.opening import OpeningWindow


def furnish(window: QWidget) -> QWidget:
    screen = QWidget(window)
    screen.setWindowTitle("Window 3")
    screen.setMinimumSize(300, 200)
    return screen


@pytest.fixture
def desk() -> QSize:
    screen = QApplication.primaryScreen()
    assert screen is not None
    return screen.availableSize()


def opened(qtbot: QtBot, width: int, height: int, *, full_screen: bool = False) -> OpeningWindow:
    window = OpeningWindow(furnish, width, height)
    qtbot.addWidget(window)
    window.open(full_screen=full_screen)
    qtbot.waitUntil(lambda: window.screen_widget is not None)
    return window


def test_the_screen_fills_its_window_and_lends_it_title_and_least_size(qtbot: QtBot) -> None:
    window = opened(qtbot, 500, 400)
    assert window.screen_widget is not None
    assert window.windowTitle() == "Window 3"
    assert window.minimumSize() == QSize(300, 200)
    window.resize(640, 420)
    assert window.screen_widget.size() == QSize(640, 420)
    window.screen_widget.setWindowTitle("Window 4")
    assert window.windowTitle() == "Window 4"


def test_a_window_that_fits_the_desk_is_not_maximised(qtbot: QtBot, desk: QSize) -> None:
    assert not opened(qtbot, desk.width() - 100, desk.height() - 100).isMaximized()


def test_a_window_whose_frame_would_not_fit_the_desk_is_maximised(qtbot: QtBot, desk: QSize) -> None:
    assert opened(qtbot, desk.width(), desk.height()).isMaximized()


def test_a_kiosk_can_fill_its_screen(qtbot: QtBot) -> None:
    assert opened(qtbot, 540, 960, full_screen=True).isFullScreen()


def test_what_furnishing_raises_closes_the_window_and_is_kept(qtbot: QtBot) -> None:
    def fail(_: QWidget) -> QWidget:
        raise ValueError("no such file")

    window = OpeningWindow(fail, 500, 400)
    qtbot.addWidget(window)
    window.open()
    qtbot.waitUntil(lambda: window.trouble is not None)
    assert not window.isVisible()
