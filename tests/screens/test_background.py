"""Verbs run behind the window: answers come to the GUI thread, trouble is told apart, nothing hangs."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from terminal.errors import Fault, Refusal, Trouble
from terminal.screens import background as module
from terminal.screens.background import Background


class Feed:
    """A change feed that a test speaks through."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[frozenset[str]], None]] = []

    def subscribe(self, listener: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)


class Office:
    """As much of an office as the background itself touches."""

    def __init__(self) -> None:
        self.feed = Feed()
        self.counters = self
        self.gone = False
        self.closed = False

    def staff(self) -> tuple[str, ...]:
        if self.gone:
            raise Fault("The database does not answer.", "Check the network.")
        return ("zhang",)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def background(qtbot: QtBot, office: Office) -> Iterator[Background]:
    made = Background(lambda: cast(Any, office))
    yield made
    assert made.close()


def _slot() -> tuple[list[Any], Callable[[Any], None]]:
    heard: list[Any] = []
    return heard, heard.append


def test_a_verb_runs_on_another_thread_and_its_result_comes_back_on_this_one(
    qtbot: QtBot, background: Background
) -> None:
    threads: list[threading.Thread] = []
    background.run(
        lambda _: threading.current_thread(),
        lambda worker: threads.extend([worker, threading.current_thread()]),
        owner=background,
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_the_office_is_opened_once_and_not_before_the_first_verb(qtbot: QtBot, office: Office) -> None:
    opened: list[int] = []

    def open_office() -> Any:
        opened.append(1)
        return office

    background = Background(open_office)
    assert opened == []
    heard, done = _slot()
    for _ in range(20):
        background.run(lambda _: 1, done, owner=background)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert opened == [1]
    assert background.close()
    assert office.closed


def test_at_most_four_verbs_run_at_a_time(qtbot: QtBot, background: Background) -> None:
    running, most, lock = [0], [0], threading.Lock()

    def verb(_: Any) -> None:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.02)
        with lock:
            running[0] -= 1

    heard, done = _slot()
    for _ in range(16):
        background.run(verb, done, owner=background)
    qtbot.waitUntil(lambda: len(heard) == 16)
    assert most[0] == 4


def test_an_answer_for_a_screen_that_is_gone_is_dropped(qtbot: QtBot, background: Background) -> None:
    owner = QObject()
    heard, done = _slot()
    gate = threading.Event()
    background.run(lambda _: gate.wait(2), done, settled=lambda: heard.append("settled"), owner=owner)
    shiboken6.delete(owner)
    gate.set()
    later, after = _slot()
    background.run(lambda _: 1, after, owner=background)
    qtbot.waitUntil(lambda: later == [1])
    qtbot.wait(20)
    assert heard == []


def test_a_refusal_goes_to_the_screen_that_asked_and_says_nothing_of_the_database(
    qtbot: QtBot, background: Background
) -> None:
    told: list[Trouble] = []
    states: list[bool] = []
    background.connection.connect(lambda up, _: states.append(up))

    def verb(_: Any) -> None:
        raise Refusal("Nobody waits.")

    background.run(verb, lambda _: None, trouble=told.append, owner=background)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert str(told[0]) == "Nobody waits."
    assert states == [True]


def test_a_fault_while_the_database_answers_is_the_verbs_own(qtbot: QtBot, background: Background) -> None:
    told: list[Trouble] = []

    def verb(_: Any) -> None:
        raise Fault("The disk of the database is full.")

    background.run(verb, lambda _: None, trouble=told.append, owner=background)
    qtbot.waitUntil(lambda: len(told) == 1 and background.reachable is True)


def test_a_database_that_went_away_is_told_and_found_again(
    qtbot: QtBot, background: Background, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_MS", (10, 20))
    states: list[tuple[bool, str]] = []
    topics: list[frozenset[str]] = []
    background.connection.connect(lambda up, reason: states.append((up, reason)))
    background.changed.connect(topics.append)
    background.run(lambda _: 1, lambda _: None, owner=background)
    qtbot.waitUntil(lambda: states == [(True, "")])

    office.gone = True
    told: list[Trouble] = []
    background.run(lambda gone: gone.counters.staff(), lambda _: None, trouble=told.append, owner=background)
    qtbot.waitUntil(lambda: len(states) == 2)
    assert states[1][0] is False
    assert states[1][1]
    assert len(told) == 1
    assert background.reachable is False

    office.gone = False
    qtbot.waitUntil(lambda: background.reachable is True)
    qtbot.waitUntil(lambda: module.ALL_TOPICS in topics)


def test_an_office_that_cannot_be_opened_refuses_verbs_and_is_tried_again(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_MS", (10,))
    broken = [True]

    def open_office() -> Any:
        if broken[0]:
            raise Fault("The database does not answer.")
        return office

    background = Background(open_office)
    told: list[Trouble] = []
    for _ in range(6):
        background.run(lambda _: 1, lambda _: None, trouble=told.append, owner=background)
    qtbot.waitUntil(lambda: len(told) == 6)
    qtbot.waitUntil(lambda: background.reachable is False)
    broken[0] = False
    qtbot.waitUntil(lambda: background.reachable is True)
    heard, done = _slot()
    background.run(lambda _: 1, done, owner=background)
    qtbot.waitUntil(lambda: heard == [1])
    assert background.close()


def test_a_bug_goes_to_the_excepthook_on_the_gui_thread_and_the_screen_is_released(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[tuple[type[BaseException], threading.Thread]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _, __: caught.append((kind, threading.current_thread())))
    released, settled = [], lambda: released.append(1)

    def verb(_: Any) -> None:
        raise KeyError("bug")

    background.run(verb, lambda _: None, settled=settled, owner=background)
    qtbot.waitUntil(lambda: released == [1])
    assert caught == [(KeyError, threading.main_thread())]


def test_changes_heard_in_a_burst_are_told_once(qtbot: QtBot, background: Background, office: Office) -> None:
    topics: list[frozenset[str]] = []
    background.changed.connect(topics.append)
    background.run(lambda _: 1, lambda _: None, owner=background)
    qtbot.waitUntil(lambda: bool(office.feed.listeners))

    def speak() -> None:
        for topic in ("ticket", "handling", "ticket"):
            office.feed.listeners[0](frozenset({topic}))

    thread = threading.Thread(target=speak)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(topics))
    assert topics == [frozenset({"ticket", "handling"})]


def test_closing_waits_no_longer_than_told_for_a_verb_that_hangs(qtbot: QtBot, office: Office) -> None:
    background = Background(lambda: cast(Any, office))
    gate, begun = threading.Event(), threading.Event()

    def verb(_: Any) -> None:
        begun.set()
        gate.wait(5)

    heard, done = _slot()
    background.run(verb, done, owner=background)
    assert begun.wait(2)
    started = time.monotonic()
    assert background.close(0.2) is False
    assert time.monotonic() - started < 2
    gate.set()
    qtbot.wait(30)
    assert heard == []
