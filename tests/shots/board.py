"""Pictures of every state of the hall board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEvent, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from terminal.errors import Fault
from terminal.screens.board import Announcer, BoardScreen
from terminal.screens.i18n import Languages
from terminal.screens.theme import CONTRAST, DARK, Theme
from tests.screens.board.canned import CALLS, CannedHall, SilentAnnouncer, board_view, call
from tests.screens.kiosk.canned import AT, CannedBackground

WIDE, UPRIGHT, SMALL, OLD = QSize(1920, 1080), QSize(1080, 1920), QSize(1366, 768), QSize(1280, 960)
SEVEN = (*CALLS, call("B003", 6, -300), call("H002", 7, -360), call("G001", 8, -420))


class StillBoard(BoardScreen):
    """A board at the moment of the pictures."""

    def now(self) -> Any:
        return AT


class Stand:
    """A board with its canned hall."""

    def __init__(
        self, app: QApplication, hall: CannedHall | None = None, size: QSize = WIDE, theme: Theme = DARK
    ) -> None:
        self._app = app
        self.hall = hall or CannedHall()
        self.background = CannedBackground(self.hall)
        self.announcer = SilentAnnouncer()
        self.screen = StillBoard(self.background, theme, cast(Announcer, self.announcer))
        self.screen.resize(size)
        self.screen.show()
        self.settle()

    def settle(self, milliseconds: int = 30) -> None:
        QTest.qWait(milliseconds)
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def change(self, milliseconds: int = 30) -> Stand:
        self.background.changed.emit(frozenset({"ticket"}))
        self.settle(milliseconds)
        return self

    def save(self, file: Path) -> None:
        self.screen.grab().save(str(file))
        self.screen.close()
        self.background.close()


def states(app: QApplication) -> Iterator[tuple[str, Callable[[], Stand]]]:
    """Name and how to get there."""
    yield "calls", lambda: Stand(app)
    yield "new-call", lambda: new_call(Stand(app))
    yield "blink", lambda: new_call(Stand(app), 700)
    yield "many", lambda: Stand(app, CannedHall(board_view(SEVEN)))
    yield "two", lambda: Stand(app, CannedHall(board_view(CALLS[:2])))
    yield "none", lambda: Stand(app, CannedHall(nobody()))
    yield "upright", lambda: Stand(app, size=UPRIGHT)
    yield "upright-many", lambda: Stand(app, CannedHall(board_view(SEVEN)), UPRIGHT)
    yield "small", lambda: Stand(app, size=SMALL)
    yield "old", lambda: Stand(app, size=OLD)
    yield "tiny", lambda: Stand(app, size=QSize(800, 450))
    yield "blank", lambda: blank(Stand(app))
    yield "blank-upright", lambda: blank(Stand(app, size=UPRIGHT))
    yield "contrast", lambda: new_call(Stand(app, theme=CONTRAST), 100)


def nobody() -> Any:
    """Before the first call of the day."""
    view = board_view(())
    lines = tuple(replace(line, waiting=0, upcoming=()) for line in view.lines)
    return replace(view, lines=lines, waiting=0, wait_minutes=0)


def new_call(stand: Stand, milliseconds: int = 300) -> Stand:
    """A call that has just come."""
    stand.hall.call(call("D009", 2, 30))
    return stand.change(milliseconds)


def blank(stand: Stand) -> Stand:
    """Long without the database."""
    stand.hall.trouble = Fault("The database is away.")
    stand.change()
    stand.screen._go_blank()
    stand.settle()
    return stand


def shots(app: QApplication, outdir: Path) -> None:
    """One PNG for each state, and some in English."""
    languages = app.findChild(Languages)
    for name, make in states(app):
        make().save(outdir / f"board-{name}.png")
    if isinstance(languages, Languages):
        languages.use("en")
        for name, make in states(app):
            if name in ("calls", "none", "blank", "upright", "small"):
                make().save(outdir / f"board-{name}-en.png")
        languages.use("zh")
