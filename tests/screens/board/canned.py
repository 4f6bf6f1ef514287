"""Calls of one moment, for tests and pictures of the board without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from terminal.errors import Trouble
from terminal.office.views import BoardCall, BoardView
from tests.screens.kiosk.canned import AT, OPEN, tiles

NAMES = {"A": "流动人口", "B": "司法", "C": "群工", "D": "社保", "E": "计生", "F": "民政", "G": "教育", "H": "卫生"}
ENGLISH = {tile.letter: tile.name_en for tile in tiles()}
NOTICES = (
    "过号请找任一窗口恢复，不用重新取号。",
    "缺材料会一次写明、书面告知。",
    "办完请按评价器，评价自愿，窗口看不到是谁按的。",
    "老人、残疾人、孕婴、军人请在取号机上选优先，或告诉工作人员。",
    "行动不便可以请人代办，也可以预约上门。",
)


def call(number: str, counter: int, seconds: int = 0, calls: int = 1) -> BoardCall:
    """A call so many seconds after the canned moment."""
    letter = number[0]
    return BoardCall(
        ticket=ord(letter) * 1000 + int(number[1:]),
        number=number,
        counter=counter,
        line_name=NAMES[letter],
        line_name_en=ENGLISH[letter],
        state="called",
        calls=calls,
        called_at=AT + timedelta(seconds=seconds),
    )


CALLS = (
    call("A012", 3, 0),
    call("E004", 1, -60),
    call("D008", 5, -120),
    call("C002", 2, -180),
    call("F005", 4, -240),
)


def board_view(calls: tuple[BoardCall, ...] = CALLS, closed: str = "G") -> BoardView:
    """What the board reads."""
    lines = tiles(8, closed)
    return BoardView(
        centre_name="柳溪街道便民服务中心",
        calls=calls,
        lines=lines,
        waiting=sum(line.waiting for line in lines),
        wait_minutes=23,
        notices=NOTICES,
        at=AT,
        opening=OPEN,
    )


class CannedHall:
    """An office with a board alone; set ``view``, or ``trouble`` to have it fail."""

    def __init__(self, view: BoardView | None = None) -> None:
        self.view = view or board_view()
        self.trouble: Trouble | None = None
        self.hall = SimpleNamespace(board_view=self._read)

    def _read(self) -> BoardView:
        if self.trouble:
            raise self.trouble
        return self.view

    def call(self, *calls: BoardCall) -> None:
        """New calls in front; a window's older call goes."""
        counters = {one.counter for one in calls}
        kept = tuple(one for one in self.view.calls if one.counter not in counters)
        self.view = replace(self.view, calls=tuple(reversed(calls)) + kept)


class SilentAnnouncer(QObject):
    """Notes what it was to say."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, int]] = []

    def announce(self, number: str, counter: int) -> None:
        """Only note it."""
        self.said.append((number, counter))

    def close(self) -> None:
        """Nothing to stop."""
