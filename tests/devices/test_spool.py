"""A press survives whatever happens to the database and to the program, and is stored once."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.rating_pad.simulator import PadOnPty
from terminal.devices.rating_desk import RatingDesk
from terminal.devices.spool import Press, Spool
from terminal.devices.window import WindowDevices
from terminal.errors import Fault
from tests.devices.hall import COUNTER, Hall
from tests.drivers.ptys import eventually

Work = Callable[..., WindowDevices]
WAIT = 20_000
PRESS = Press(7, "satisfied", bytes.fromhex("FF 68 03 03 68 01 11 02 14 16"), datetime(2026, 11, 21, 9, 30, tzinfo=UTC))

# A terminal whose database is away from the moment the pad is lit; it prints "asked" then, and waits to be killed.
TERMINAL = """
import sys
from PySide6.QtCore import QCoreApplication
from terminal.devices.window import WindowDevices
from terminal.errors import Fault
from terminal.office import open_office
from terminal.settings import DatabaseSettings, PadSettings, Settings

url, port, handling = sys.argv[1:]
app = QCoreApplication([])
office, away = open_office(url), []

def door():
    if away:
        raise Fault("The database does not answer.")
    return office

settings = Settings(database=DatabaseSettings(url=url), rating_pad=PadSettings(port=port))
devices = WindowDevices(settings, door, 3)
devices.ratings.asked.connect(lambda *_: (away.append(True), print("asked", flush=True)))
devices.ratings.trouble.connect(lambda trouble: print("kept", flush=True))
devices.start()
devices.ratings.ask(int(handling))
app.exec()
"""


def folder(hall: Hall) -> Path:
    """Where the presses of the window are kept."""
    return hall.settings().device_folder / f"counter-{COUNTER}"


def test_a_press_of_a_terminal_that_was_killed_is_stored_at_the_next_start_once(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    handling = hall.finished()
    url = hall.settings().database_url
    command = [sys.executable, "-c", TERMINAL, url, pad.port, str(handling)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "asked\n"
        assert eventually(lambda: pad.state.asked)
        pad.press("poor_attitude")
        assert process.stdout.readline() == "kept\n"
    finally:
        process.kill()
        process.communicate()
    assert len(Spool(folder(hall)).left()) == 1
    devices = work(pad)
    qtbot.waitUntil(lambda: bool(hall.journal("rate")), timeout=WAIT)
    assert hall.rating(handling).key == "poor_attitude"
    qtbot.waitUntil(lambda: Spool(folder(hall)).left() == [], timeout=WAIT)
    assert devices.close()
    work(pad)
    assert len(hall.journal("rate")) == 1


def test_a_press_stored_already_when_the_program_died_is_not_stored_again(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    handling = hall.finished()
    hall.office.feedback.rate(handling, "satisfied", "pad")
    Spool(folder(hall)).keep(Press(handling, "satisfied", b"\x31", hall.office.room.now()))
    work(pad)
    qtbot.waitUntil(lambda: Spool(folder(hall)).left() == [], timeout=WAIT)
    assert len(hall.journal("rate")) == 1


def test_presses_are_left_in_the_order_they_came_and_dropped_one_by_one(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "presses")
    assert spool.left() == []
    unasked = Press(None, "", b"\x00\xff", PRESS.at)
    paths = [spool.keep(press) for press in (PRESS, unasked, PRESS)]
    assert [press for _, press in spool.left()] == [PRESS, unasked, PRESS]
    spool.drop(paths[0])
    spool.drop(paths[0])
    assert [path for path, _ in Spool(tmp_path / "presses").left()] == paths[1:]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"handling": "7", "key": "a", "frame": "", "at": "2026-11-21T09:30:00+00:00"}', "\x00"]
)
def test_a_file_that_holds_no_press_is_set_aside_and_the_others_are_read(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    spool = Spool(tmp_path)
    (tmp_path / "1.press").write_text(content)
    spool.keep(PRESS)
    with caplog.at_level(logging.ERROR):
        assert [press for _, press in spool.left()] == [PRESS]
    assert "1.press" in caplog.text
    assert (tmp_path / "1.bad").exists()


def test_a_half_written_press_is_no_press(tmp_path: Path) -> None:
    (tmp_path / "1.part").write_text('{"handling": 7')
    assert Spool(tmp_path).left() == []


def test_a_disk_that_takes_nothing_is_told_and_the_press_is_stored_all_the_same(
    qtbot: QtBot, hall: Hall, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    desk = RatingDesk(hall.door, COUNTER, tmp_path / "file")
    handling = hall.finished()
    told: list[object] = []
    desk.trouble.connect(told.append)
    with qtbot.waitSignal(desk.rated, timeout=WAIT):
        desk._pressed(handling, "satisfied", b"\x00")
    assert [type(trouble) for trouble in told] == [Fault]
    assert desk.close()
    assert hall.rating(handling).key == "satisfied"
