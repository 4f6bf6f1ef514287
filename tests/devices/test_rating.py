"""From question to stored answer, over a real pseudo-terminal into a real database."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from drivers.rating_pad.simulator import PadFault, PadOnPty, encode
from terminal.devices import clerk, rating_desk
from terminal.devices.window import WindowDevices
from terminal.errors import Fault, Refusal
from terminal.model import RatingState
from terminal.settings import PadSettings, Settings
from tests.devices.hall import COUNTER, Hall
from tests.drivers.ptys import descriptors

Work = Callable[..., WindowDevices]
WAIT = 20_000  # milliseconds, for what has to come


def ask(qtbot: QtBot, devices: WindowDevices, pad: PadOnPty, handling: int) -> None:
    """Ask, and wait until the pad is lit."""
    before = pad.state.asks
    with qtbot.waitSignal(devices.ratings.asked, timeout=WAIT):
        devices.ratings.ask(handling)
    qtbot.waitUntil(lambda: pad.state.asks > before, timeout=WAIT)


def rate(qtbot: QtBot, devices: WindowDevices, pad: PadOnPty, handling: int, key: str) -> None:
    """Ask, press, and wait until it is stored."""
    ask(qtbot, devices, pad, handling)
    with qtbot.waitSignal(devices.ratings.rated, timeout=WAIT) as rated:
        pad.press(key)
    assert rated.args == [handling, key]


def test_a_key_is_stored_once_with_all_that_belongs_to_it(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad)
    handling = hall.finished()
    rate(qtbot, devices, pad, handling, "average")
    (rating,) = hall.ratings()
    assert (rating.handling_id, rating.state, rating.key, rating.score) == (handling, RatingState.RATED, "average", 3)
    assert (rating.source, rating.counter, rating.staff, rating.item) == ("pad", COUNTER, "zhang", "LD-001")
    assert rating.frame == encode(1, 0x11, b"\x02")
    qtbot.waitUntil(lambda: pad.state.confirmed == 1, timeout=WAIT)


def test_silence_is_stored_when_the_time_is_over(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad, seconds=0.2)
    handling = hall.finished()
    with qtbot.waitSignal(devices.ratings.silent, timeout=WAIT) as silent:
        devices.ratings.ask(handling)
    assert silent.args == [handling]
    assert hall.rating(handling).state == RatingState.SILENT


def test_a_press_nobody_asked_for_is_journalled_and_not_counted(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    devices = work(pad)
    qtbot.waitUntil(lambda: devices.lamps[0].state == "up", timeout=WAIT)
    pad.press("too_long")
    qtbot.waitUntil(lambda: len(hall.journal("unasked_press")) == 1, timeout=WAIT)
    assert hall.journal("unasked_press")[0].counter == COUNTER
    assert hall.ratings() == []


def test_a_frame_sent_again_is_answered_and_stored_once(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad)
    pad.fault(PadFault.LOST_REPLY)
    handling = hall.finished()
    rate(qtbot, devices, pad, handling, "satisfied")
    qtbot.waitUntil(lambda: pad.state.confirmed == 1, timeout=WAIT)  # the second time it was sent
    assert hall.rating(handling).key == "satisfied"
    assert hall.journal("unasked_press") == []


def test_disturbance_on_the_line_does_not_hide_a_key(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad)
    faults = (PadFault.GARBAGE, PadFault.HALF, PadFault.CHECKSUM, PadFault.ADDRESS, PadFault.BOUNCE)
    keys = ("satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")
    for fault, key in zip(faults, keys, strict=True):
        pad.fault(fault)
        rate(qtbot, devices, pad, hall.finished(), key)
    assert tuple(rating.key for rating in hall.ratings()) == keys


@pytest.mark.parametrize(
    "trouble", [Fault("The database does not answer."), Refusal("There is no centre in this database yet.")]
)
def test_a_key_pressed_while_the_database_is_away_is_stored_when_it_is_back(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work, trouble: Fault | Refusal
) -> None:
    devices = work(pad)
    told: list[object] = []
    devices.ratings.trouble.connect(told.append)
    handling = hall.finished()
    ask(qtbot, devices, pad, handling)
    hall.door.trouble = trouble
    before = hall.office.room.now()
    pad.press("very_satisfied")
    qtbot.waitUntil(lambda: hall.door.failures >= 3, timeout=WAIT)
    back = hall.office.room.now()
    with qtbot.waitSignal(devices.ratings.rated, timeout=WAIT):
        hall.door.trouble = None
    rating = hall.rating(handling)
    assert rating.key == "very_satisfied"
    assert before - timedelta(seconds=1) <= rating.at <= back  # the moment of the press, not of its storing
    assert told == [trouble]


def test_what_the_pad_heard_without_a_database_is_stored_in_its_order(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    devices = work(pad)
    handling = hall.finished()
    ask(qtbot, devices, pad, handling)
    hall.door.trouble = Fault("The database does not answer.")
    pad.press("satisfied")
    for key in ("average", "too_long", "poor_attitude"):
        pad.press(key)  # nobody asks any longer
    assert hall.door.failed.wait(20)
    hall.door.trouble = None
    qtbot.waitUntil(lambda: len(hall.journal("rate", "unasked_press")) == 4, timeout=WAIT)
    entries = hall.journal("rate", "unasked_press")
    assert [entry.verb for entry in entries] == ["rate", *["unasked_press"] * 3]
    assert [
        key in entry.after for key, entry in zip(("average", "too_long", "poor_attitude"), entries[1:], strict=True)
    ]


def test_a_slow_database_does_not_keep_the_pad_waiting(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad)
    handling = hall.finished()
    hall.door.seconds = 0.2
    ask(qtbot, devices, pad, handling)
    with qtbot.waitSignal(devices.ratings.rated, timeout=WAIT):
        pad.press("satisfied")
        qtbot.waitUntil(lambda: pad.state.confirmed == 1, timeout=WAIT)
    assert hall.rating(handling).key == "satisfied"


def test_a_question_that_found_no_database_in_time_is_not_asked(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rating_desk, "LATEST_ASK_SECONDS", 0.3)
    devices = work(pad)
    handling = hall.finished()
    hall.door.trouble = Fault("The database does not answer.")
    with qtbot.waitSignal(devices.ratings.unavailable, timeout=WAIT):
        devices.ratings.ask(handling)
    assert (pad.state.asks, hall.ratings()) == (0, [])


def test_a_pad_plugged_in_again_is_asked_again(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad)
    handling = hall.finished()
    ask(qtbot, devices, pad, handling)
    pad.unplug()
    qtbot.waitUntil(lambda: devices.lamps[0].state == "trouble", timeout=WAIT)
    pad.replug()
    qtbot.waitUntil(lambda: pad.state.asks == 2, timeout=WAIT)
    with qtbot.waitSignal(devices.ratings.rated, timeout=WAIT):
        pad.press("satisfied")
    assert devices.lamps[0].state == "up"
    assert hall.rating(handling).key == "satisfied"


def test_time_runs_out_though_the_pad_is_away(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad, seconds=0.5)
    handling = hall.finished()
    ask(qtbot, devices, pad, handling)
    with qtbot.waitSignal(devices.ratings.silent, timeout=WAIT):
        pad.unplug()
    assert hall.rating(handling).state == RatingState.SILENT


def test_a_new_question_ends_the_one_before_as_not_rated(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    devices = work(pad)
    first, second = hall.finished(), hall.finished()
    ask(qtbot, devices, pad, first)
    with qtbot.waitSignal(devices.ratings.silent, timeout=WAIT) as silent:
        devices.ratings.ask(second)
    assert silent.args == [first]
    with qtbot.waitSignal(devices.ratings.rated, timeout=WAIT):
        pad.press("satisfied")
    assert (hall.rating(first).state, hall.rating(second).key) == (RatingState.SILENT, "satisfied")


def test_without_a_pad_or_with_one_that_is_away_nobody_is_asked(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    with_pad, without = work(pad), work()
    pad.unplug()
    qtbot.waitUntil(lambda: with_pad.lamps[0].state == "trouble", timeout=WAIT)
    assert without.lamps == ()
    handling = hall.finished()
    for devices in (with_pad, without):
        with qtbot.waitSignal(devices.ratings.unavailable, timeout=WAIT):
            devices.ratings.ask(handling)
    assert hall.ratings() == []


def test_a_question_the_office_refuses_is_told_and_not_asked(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    devices = work(pad)
    with qtbot.waitSignal(devices.ratings.trouble, timeout=WAIT) as told:
        devices.ratings.ask(4711)
    assert isinstance(told.args[0], Refusal)
    rate(qtbot, devices, pad, hall.finished(), "satisfied")
    assert pad.state.asks == 1


def test_questions_left_open_by_a_program_that_died_are_closed(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    handling = hall.finished()
    monkeypatch.setattr("terminal.office.feedback.GRACE", timedelta(0))
    hall.office.feedback.ask(handling, 0.0)
    work(pad)
    qtbot.waitUntil(lambda: hall.rating(handling).state == RatingState.SILENT, timeout=WAIT)


def test_the_question_under_way_when_a_program_died_is_closed_when_its_time_is_over(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    handling = hall.finished()
    monkeypatch.setattr("terminal.office.feedback.GRACE", timedelta(0))
    hall.office.feedback.ask(handling, 1.0)
    work(pad, seconds=0.5)
    assert hall.rating(handling).state == RatingState.ASKED
    qtbot.waitUntil(lambda: hall.rating(handling).state == RatingState.SILENT, timeout=WAIT)


def test_a_mistake_of_ours_is_reported_and_the_next_key_is_stored(
    qtbot: QtBot,
    hall: Hall,
    pad: PadOnPty,
    soon: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    devices = hall.devices(pad)
    first, second = hall.finished(), hall.finished()
    ask(qtbot, devices, pad, first)
    with monkeypatch.context() as broken, qtbot.waitSignal(devices.bug, timeout=WAIT) as bug:
        broken.setattr(hall.office.feedback, "rate", lambda *_, **__: 1 / 0)
        pad.press("satisfied")
    assert isinstance(bug.args[0], ZeroDivisionError)
    assert f"handling {first} rated satisfied" in caplog.text
    rate(qtbot, devices, pad, second, "average")
    devices.close()


def test_closing_stores_what_the_pad_heard_last(qtbot: QtBot, hall: Hall, pad: PadOnPty, soon: None) -> None:
    devices = hall.devices(pad)
    handling = hall.finished()
    ask(qtbot, devices, pad, handling)
    hall.door.trouble = Fault("The database does not answer.")
    pad.press("satisfied")
    assert hall.door.failed.wait(20)
    back = threading.Timer(0.3, lambda: setattr(hall.door, "trouble", None))
    back.start()
    assert devices.close()
    back.join()
    assert hall.rating(handling).key == "satisfied"


def test_closing_is_bounded_and_what_is_not_stored_is_in_the_log(
    qtbot: QtBot,
    hall: Hall,
    pad: PadOnPty,
    soon: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(clerk, "CLOSE_SECONDS", 0.1)
    devices = hall.devices(pad)
    handling = hall.finished()
    ask(qtbot, devices, pad, handling)
    hall.door.trouble = Fault("The database does not answer.")
    pad.press("satisfied")
    assert hall.door.failed.wait(20)
    pad.press("average")
    with caplog.at_level(logging.ERROR):
        assert not devices.close()
    assert f"handling {handling} rated satisfied, frame ff 68 03 03 68 01 11 00 12 16" in caplog.text


def test_a_hundred_starts_and_ends_leave_nothing_behind(qtbot: QtBot, hall: Hall, pad: PadOnPty, soon: None) -> None:
    def once() -> None:
        devices = hall.devices(pad)
        qtbot.waitUntil(lambda: devices.lamps[0].state == "up", timeout=WAIT)
        assert devices.close()
        devices.deleteLater()

    hall.office.feed.subscribe(lambda _: None)  # which opens a connection of its own, to stay
    once()
    hall.office.store.engine.dispose()  # how many connections the pool has kept is chance
    threads, opened = threading.active_count(), descriptors()
    for _ in range(100):
        once()
    hall.office.store.engine.dispose()
    assert threading.active_count() == threads
    # SQLite keeps a closed database's descriptor for as long as another connection holds a lock on the file.
    assert descriptors() <= opened + 2


def test_devices_closed_before_they_were_started_stay_closed(qtbot: QtBot, hall: Hall, pad: PadOnPty) -> None:
    devices = WindowDevices(Settings(rating_pad=PadSettings(port=pad.port)), hall.door, COUNTER)
    assert devices.close()
    devices.start()
    assert devices.lamps[0].state == "unknown"
    assert not any(thread.name.startswith("port ") for thread in threading.enumerate())
