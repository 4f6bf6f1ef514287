"""What a pad shows between ratings follows the office; a pad that should answer and does not is told on its lamp."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.rating_pad import Pad
from drivers.rating_pad.simulator import PadFault, PadOnPty
from terminal.devices.window import WindowDevices
from terminal.errors import Fault
from tests.devices.hall import COUNTER, Hall

WAIT = 15_000
Work = Callable[..., WindowDevices]


@pytest.fixture
def text_pad(tmp_path: Path) -> Iterator[PadOnPty]:
    """A polled pad that shows staff, stars and a pause."""
    with PadOnPty("s-e", link=tmp_path / "text-pad") as pad:
        yield pad


def shows(pad: PadOnPty) -> tuple[str, str, int | None, bool]:
    state = pad.state
    return state.staff, state.staff_name, state.stars, state.paused


def test_the_pad_shows_who_is_on_duty_and_that_the_window_is_paused(
    qtbot: QtBot, hall: Hall, text_pad: PadOnPty, work: Work
) -> None:
    hall.office.counters.sign_in(COUNTER, "zhang")
    name = hall.office.hall.counter_view(COUNTER).staff_name
    work(text_pad)
    qtbot.waitUntil(lambda: shows(text_pad)[:2] == ("zhang", name), timeout=WAIT)
    hall.office.counters.pause(COUNTER)
    qtbot.waitUntil(lambda: text_pad.state.paused, timeout=WAIT)
    hall.office.counters.resume(COUNTER)
    qtbot.waitUntil(lambda: not text_pad.state.paused, timeout=WAIT)
    hall.office.counters.sign_out(COUNTER)
    qtbot.waitUntil(lambda: shows(text_pad)[:2] == ("", ""), timeout=WAIT)


def test_the_pad_shows_the_stars_of_the_quarter_as_the_counter_has_them(
    qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work
) -> None:
    for key in ("very_satisfied", "satisfied", "very_satisfied"):
        hall.office.feedback.rate(hall.finished(), key, "screen")
    stars = hall.office.hall.counter_view(COUNTER).quarter.stars
    assert stars is not None
    work(pad)
    qtbot.waitUntil(lambda: pad.state.stars == int(stars + 0.5), timeout=WAIT)
    for _ in range(30):
        hall.office.feedback.rate(hall.finished(), "poor_attitude", "screen")
    lower = hall.office.hall.counter_view(COUNTER).quarter.stars
    assert lower is not None
    assert int(lower + 0.5) < int(stars + 0.5)
    qtbot.waitUntil(lambda: pad.state.stars == int(lower + 0.5), timeout=WAIT)


def test_a_replugged_pad_is_told_again(qtbot: QtBot, hall: Hall, pad: PadOnPty, work: Work) -> None:
    hall.office.feedback.rate(hall.finished(), "satisfied", "screen")
    work(pad)
    qtbot.waitUntil(lambda: bool(pad.state.stars), timeout=WAIT)
    pad.unplug()
    pad.call(lambda: setattr(pad.device, "_state", type(pad.state)()))
    pad.replug()
    qtbot.waitUntil(lambda: bool(pad.state.stars), timeout=WAIT)


def test_what_changed_while_the_database_was_away_is_shown_when_it_is_back(
    qtbot: QtBot, hall: Hall, text_pad: PadOnPty, work: Work
) -> None:
    hall.door.trouble = Fault("The database does not answer.")
    work(text_pad)
    assert hall.door.failed.wait(20)
    hall.office.counters.sign_in(COUNTER, "zhang")
    hall.door.trouble = None
    qtbot.waitUntil(lambda: text_pad.state.staff == "zhang", timeout=WAIT)


def test_a_silent_pad_is_told_on_its_lamp_until_it_answers_again(
    qtbot: QtBot, hall: Hall, text_pad: PadOnPty, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pad, "_every_s", 0.05)
    text_pad.fault(PadFault.SILENT, 1000)
    devices = work(text_pad)
    (lamp,) = devices.lamps
    qtbot.waitUntil(lambda: (lamp.state, lamp.words) == ("trouble", "no answer"), timeout=WAIT)
    text_pad.fault(PadFault.SILENT, 0)
    qtbot.waitUntil(lambda: lamp.state == "up", timeout=WAIT)
