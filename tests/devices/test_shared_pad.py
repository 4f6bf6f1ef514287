"""A pad on another machine's line: asked from one terminal, pressed at another, over the database between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.rating_pad.simulator import PadOnPty
from terminal.devices import shared_pad
from terminal.devices.window import WindowDevices
from terminal.model import RatingState
from terminal.settings import SHARED, CounterSettings, DatabaseSettings, PadSettings, Settings, WindowSettings
from tests.devices.hall import COUNTER, Hall

WAIT = 20_000
Terminal = Callable[[Settings], WindowDevices]


@pytest.fixture
def pad(tmp_path: Path) -> Iterator[PadOnPty]:
    with PadOnPty("six-key", COUNTER, link=tmp_path / "pad") as pad:
        yield pad


@pytest.fixture
def terminal(hall: Hall, qtbot: QtBot, soon: None) -> Iterator[Terminal]:
    """Another machine's program on the same database; closed at the end."""
    made: list[WindowDevices] = []
    bugs: list[object] = []

    def start(settings: Settings) -> WindowDevices:
        devices = WindowDevices(settings, hall.door, settings.counter.number)
        devices.bug.connect(bugs.append)
        made.append(devices)
        devices.start()
        return devices

    yield start
    stopped = [devices.close() for devices in reversed(made)]
    assert all(stopped)
    assert not bugs


def owner(hall: Hall, pad: PadOnPty, address: int | None = COUNTER) -> Settings:
    """Counter 1's machine, whose line the pad of the window hangs on."""
    of_window = WindowSettings(number=COUNTER, rating_pad=PadSettings(port=pad.port, address=address))
    return Settings(database=database(hall), counter=CounterSettings(number=1), windows=(of_window,))


def asker(hall: Hall, seconds: float = 30.0) -> Settings:
    """The window's own machine."""
    return Settings(
        database=database(hall),
        counter=CounterSettings(number=COUNTER),
        rating_pad=PadSettings(port=SHARED, ask_seconds=seconds),
    )


def asked(pad: PadOnPty, times: int) -> bool:
    return bool(pad.state.asks == times)


def database(hall: Hall) -> DatabaseSettings:
    return DatabaseSettings(url=f"sqlite:///{hall.folder / 'centre.db'}")


def test_a_question_of_one_machine_is_answered_at_the_pad_of_another(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, terminal: Terminal
) -> None:
    terminal(owner(hall, pad))
    window = terminal(asker(hall))
    assert [lamp.words for lamp in window.lamps] == ["shared"]
    for count, key in enumerate(("satisfied", "too_long"), 1):
        handling = hall.finished()
        window.ratings.ask(handling)
        qtbot.waitUntil(partial(asked, pad, count), timeout=WAIT)
        with qtbot.waitSignal(window.ratings.rated, timeout=WAIT) as rated:
            pad.press(key)
        assert rated.args == [handling, key]
        stored = hall.rating(handling)
        assert (stored.key, stored.counter) == (key, COUNTER)
        assert stored.frame
    assert len(hall.journal("rate")) == 2


def test_silence_at_the_other_machines_pad_is_told_too(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, terminal: Terminal
) -> None:
    terminal(owner(hall, pad))
    window = terminal(asker(hall, seconds=0.6))
    handling = hall.finished()
    with qtbot.waitSignal(window.ratings.silent, timeout=WAIT) as silent:
        window.ratings.ask(handling)
    assert silent.args == [handling]
    assert hall.rating(handling).state == RatingState.SILENT


def test_where_no_machine_listens_the_question_ends_in_silence(
    qtbot: QtBot, hall: Hall, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_pad, "BEYOND_SECONDS", 0.1)
    window = terminal(asker(hall, seconds=0.2))
    handling = hall.finished()
    with qtbot.waitSignal(window.ratings.silent, timeout=WAIT):
        window.ratings.ask(handling)
    assert hall.rating(handling).state == RatingState.SILENT


def test_a_question_asked_before_the_other_machine_started_is_put_when_it_does(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, terminal: Terminal
) -> None:
    window = terminal(asker(hall))
    handling = hall.finished()
    with qtbot.waitSignal(window.ratings.asked, timeout=WAIT):
        window.ratings.ask(handling)
    terminal(owner(hall, pad))
    qtbot.waitUntil(lambda: pad.state.asked, timeout=WAIT)
    with qtbot.waitSignal(window.ratings.rated, timeout=WAIT):
        pad.press("average")


def test_the_lamp_of_another_windows_pad_says_which_window_it_is(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, terminal: Terminal
) -> None:
    devices = terminal(owner(hall, pad))
    qtbot.waitUntil(lambda: [lamp.state for lamp in devices.lamps] == ["up"], timeout=WAIT)
    assert [lamp.counter for lamp in devices.lamps] == [COUNTER]


def test_a_question_that_is_over_is_not_put(hall: Hall) -> None:
    handling = hall.finished()
    hall.office.feedback.ask(handling, 30)
    question = hall.office.feedback.open_question(COUNTER)
    assert question is not None
    assert question.handling == handling
    assert 0 < question.seconds_left <= 30
    assert hall.office.feedback.open_question(1) is None
    hall.office.feedback.rate(handling, "satisfied", at=hall.office.room.now() + timedelta(seconds=1))
    assert hall.office.feedback.open_question(COUNTER) is None
