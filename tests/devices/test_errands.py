"""Errands to devices: one at a time, told on the GUI thread, called off, and bounded."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from terminal.devices.errands import MOST_WAITING, Errands, Talk
from terminal.errors import Fault, Trouble


@pytest.fixture
def errands(qtbot: QtBot) -> Iterator[Errands]:
    errands = Errands("test")
    yield errands
    assert errands.close()


def test_what_is_said_and_done_comes_on_the_gui_thread_in_order(errands: Errands, qtbot: QtBot) -> None:
    heard: list[object] = []

    def job(talk: Talk) -> str:
        talk.tell("one")
        talk.tell("two")
        return "done"

    here = threading.get_ident()
    errands.run(
        job,
        lambda result: heard.append((result, threading.get_ident() == here)),
        told=heard.append,
        settled=lambda: heard.append("settled"),
        owner=errands,
    )
    qtbot.waitUntil(lambda: "settled" in heard)
    assert heard == ["one", "two", ("done", True), "settled"]


def test_errands_do_not_overtake_each_other(errands: Errands, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(5):
        errands.run(lambda _, number=number: number, order.append, owner=errands)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order == [0, 1, 2, 3, 4]


def test_a_trouble_is_told_as_one_and_anything_else_is_a_bug(errands: Errands, qtbot: QtBot) -> None:
    troubles: list[Trouble] = []
    bugs: list[object] = []
    errands.bug.connect(bugs.append)

    def fail(_: Talk) -> None:
        raise Fault("The device is gone.")

    def break_down(_: Talk) -> None:
        raise KeyError("a mistake of ours")

    errands.run(fail, lambda _: None, trouble=troubles.append, owner=errands)
    errands.run(break_down, lambda _: None, trouble=troubles.append, owner=errands)
    qtbot.waitUntil(lambda: bool(bugs))
    assert [str(trouble) for trouble in troubles] == ["The device is gone."]
    assert isinstance(bugs[0], KeyError)


def test_an_errand_that_is_called_off_ends_when_it_next_speaks_and_only_its_end_is_told(
    errands: Errands, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    heard: list[object] = []

    def job(talk: Talk) -> str:
        begun.set()
        go_on.wait(10)
        talk.tell("too late")
        return "too late"

    errand = errands.run(job, heard.append, told=heard.append, settled=lambda: heard.append("over"), owner=errands)
    assert errand is not None
    assert begun.wait(10)
    errand.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["over"]


def test_an_owner_that_is_gone_is_not_told(errands: Errands, qtbot: QtBot) -> None:
    heard: list[object] = []
    owner = QObject()
    go_on = threading.Event()
    errands.run(lambda _: go_on.wait(10), heard.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(1)
    go_on.set()
    errands.run(lambda _: "next", heard.append, owner=errands)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["next"]


def test_no_more_wait_than_can_be_looked_through(qtbot: QtBot) -> None:
    errands, go_on = Errands("full"), threading.Event()
    sent = [errands.run(lambda _: go_on.wait(10), lambda _: None, owner=errands) for _ in range(MOST_WAITING + 5)]
    assert sent[-1] is None
    assert sent[0] is not None
    go_on.set()
    assert errands.close()


def test_after_closing_nothing_is_begun(qtbot: QtBot) -> None:
    errands = Errands("closed")
    assert errands.close()
    assert errands.run(lambda _: None, lambda _: None, owner=errands) is None
