"""Questions of a page: an answer that comes after a later question is dropped, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from terminal.office.booking_views import Errands
from terminal.screens.asking import Asking
from terminal.screens.counter.errands import ErrandWatch
from terminal.screens.manager.counts import Counts


class Slow(QObject):
    """A background whose answers are given by hand, in any order."""

    changed = Signal(object)
    reachable = True

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Callable[[Any], None]] = []

    def run(self, _verb: object, done: Callable[[Any], None], **_: object) -> None:
        self.asked.append(done)


def test_only_the_answer_to_the_last_question_of_a_name_counts(qtbot: QtBot) -> None:
    background, page = Slow(), QObject()
    asking, heard = Asking(background, page), []  # type: ignore[arg-type, var-annotated]
    for name in ("case", "case", "staff"):
        asking.read(name, lambda _: "", heard.append)
    for at, answer in ((1, "newer"), (0, "older"), (2, "staff")):
        background.asked[at](answer)
    assert heard == ["newer", "staff"]


def test_what_is_forgotten_is_not_answered(qtbot: QtBot) -> None:
    background, page = Slow(), QObject()
    asking, heard = Asking(background, page), []  # type: ignore[arg-type, var-annotated]
    asking.read("find", lambda _: "", heard.append)
    asking.forget("find")
    background.asked[0]("late")
    assert heard == []


def test_figures_read_later_stand_whichever_comes_first(qtbot: QtBot) -> None:
    background, page, heard = Slow(), QObject(), []
    counts = Counts(background, page)  # type: ignore[arg-type]
    counts.counted.connect(lambda name, count: heard.append((name, count)))
    counts.refresh()
    counts.refresh()
    background.asked[1]({"cases": 2})
    background.asked[0]({"cases": 1})
    assert heard == [("cases", 2)]


def test_errands_read_later_stand_whichever_come_first(qtbot: QtBot) -> None:
    background = Slow()
    errands = ErrandWatch(background)  # type: ignore[arg-type]
    errands.start()
    errands._read()
    newer, older = Errands(1, 0, 0, 0, 0), Errands(2, 0, 0, 0, 0)
    background.asked[1](newer)
    background.asked[0](older)
    assert errands.errands == newer
