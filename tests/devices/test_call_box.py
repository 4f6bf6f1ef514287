"""From a key of the call box to the office's verb, and from the queue to its digits, over a real pseudo-terminal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.call_box.simulator import BoxFault, CallBoxOnPty, CallBoxSimulator
from drivers.on_pty_bus import BusOnPty
from drivers.rating_pad.simulator import PadSimulator
from terminal.devices import call_desk, clerk
from terminal.devices.call_desk import CallDesk
from terminal.devices.lamp import TROUBLE, UP
from terminal.devices.window import WindowDevices
from terminal.errors import Fault, Refusal
from terminal.model import Ticket, TicketState
from terminal.settings import CallBoxSettings, PadSettings, Settings
from tests.devices.hall import COUNTER, Hall
from tests.drivers.ptys import descriptors

WAIT = 20_000  # milliseconds, for what has to come
Desk = Callable[..., "Post"]


class Post:
    """A window with a call box: its devices, and what they told."""

    def __init__(self, qtbot: QtBot, hall: Hall, box: CallBoxOnPty, devices: WindowDevices) -> None:
        self.qtbot, self.hall, self.box, self.devices = qtbot, hall, box, devices
        self.done: list[str] = []
        self.troubles: list[str] = []
        self.asked: list[int] = []
        desk = devices.findChild(CallDesk)
        desk.done.connect(self.done.append)
        devices.call_trouble.connect(lambda trouble: self.troubles.append(str(trouble)))
        devices.ratings.unavailable.connect(self.asked.append)  # there is no pad: each question ends at once
        self.until(lambda: self.lamp.state == UP)

    @property
    def lamp(self) -> object:
        (lamp,) = [lamp for lamp in self.devices.lamps if lamp.name == "call_box"]
        return lamp

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=WAIT)

    def obeyed(self, key: str, digits: str = "") -> None:
        before = len(self.done)
        self.box.press(key, digits)
        self.until(lambda: len(self.done) > before or bool(self.troubles))
        assert not self.troubles

    def refused(self, key: str, digits: str = "") -> str:
        before = len(self.troubles)
        self.box.press(key, digits)
        self.until(lambda: len(self.troubles) > before)
        return self.troubles[-1]

    def shows(self, text: str) -> None:
        self.until(lambda: self.box.state.display == text)

    def ticket(self, number: int) -> Ticket:
        return self.hall.office.queue.find(number)


@pytest.fixture
def box(tmp_path: Path) -> Iterator[CallBoxOnPty]:
    with CallBoxOnPty(13, link=tmp_path / "box", resend_after_s=0.1) as box:
        yield box


@pytest.fixture
def post(qtbot: QtBot, hall: Hall, box: CallBoxOnPty, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    monkeypatch.setattr(clerk, "RETRY_SECONDS", 0.02)
    devices = WindowDevices(settings(hall, CallBoxSettings(port=box.port, address=13)), hall.door, COUNTER)
    bugs: list[object] = []
    devices.bug.connect(bugs.append)
    devices.start()
    yield Post(qtbot, hall, box, devices)
    hall.door.trouble = None
    assert devices.close()
    assert not bugs


def settings(hall: Hall, box: CallBoxSettings, pad: PadSettings | None = None) -> Settings:
    return Settings(database=hall.settings().database, call_box=box, rating_pad=pad)


@pytest.fixture
def quiet(hall: Hall) -> None:
    """Nobody waits and nobody is held when the test begins."""
    for ticket in hall.office.queue.list(state="waiting"):
        hall.office.queue.call(ticket.id, 1)
        hall.office.queue.skip(ticket.id)


def state(post: Post, ticket: int) -> str:
    return post.ticket(ticket).state


def test_the_call_key_calls_who_is_first_at_this_window(post: Post) -> None:
    first = post.hall.ticket()
    post.hall.office.counters.sign_in(COUNTER, "zhang")
    post.obeyed("call")
    ticket = post.ticket(first)
    assert (ticket.state, ticket.counter, ticket.staff) == (TicketState.CALLED, COUNTER, "zhang")
    assert post.done == ["call"]


def test_the_display_shows_how_many_wait_and_who_is_called_and_follows_every_change(post: Post) -> None:
    post.shows("  0   ")
    first = post.hall.ticket()
    post.hall.ticket()
    post.shows("  2   ")
    post.obeyed("call")
    post.shows(f"  1{post.ticket(first).running:03}")
    post.hall.office.queue.skip(first)  # on the screen
    post.shows("  1   ")


def test_recall_calls_once_more(post: Post) -> None:
    ticket = post.hall.ticket()
    post.obeyed("call")
    post.obeyed("recall")
    assert post.ticket(ticket).calls == 2


def test_the_rating_key_begins_ends_and_asks(post: Post) -> None:
    ticket = post.hall.ticket()
    post.obeyed("call")
    post.obeyed("ask")
    assert state(post, ticket) == TicketState.DONE
    (finish,) = post.hall.journal("finish")
    post.until(lambda: post.asked == [int(finish.noun_id)])


def test_the_rating_key_ends_all_that_is_being_handled_and_asks_about_the_last(post: Post) -> None:
    ticket = post.hall.ticket()
    post.obeyed("call")
    post.hall.office.queue.start(ticket)
    last = post.hall.office.queue.start(ticket, "LD-002").id
    post.obeyed("ask")
    assert state(post, ticket) == TicketState.DONE
    assert len(post.hall.journal("finish")) == 2
    post.until(lambda: post.asked == [last])


def test_the_rating_key_is_refused_for_somebody_who_has_no_item(post: Post) -> None:
    ticket = post.hall.office.queue.issue("A").id
    post.obeyed("call")
    assert "was taken for a field" in post.refused("ask")
    assert state(post, ticket) == TicketState.CALLED


def test_zero_and_confirm_put_aside_and_three_and_confirm_call_back_the_last(post: Post) -> None:
    one, two = post.hall.ticket(), post.hall.ticket()
    for ticket in (one, two):
        post.obeyed("call")
        post.obeyed("confirm", "0")
        assert state(post, ticket) == TicketState.HELD
    post.obeyed("confirm", "3")
    assert (state(post, one), state(post, two)) == (TicketState.HELD, TicketState.CALLED)


def test_only_what_this_window_put_aside_is_called_back(post: Post) -> None:
    other = post.hall.ticket()
    post.hall.office.queue.call(other, 1)
    post.hall.office.queue.hold(other)
    assert "has put nobody aside" in post.refused("confirm", "3")
    assert state(post, other) == TicketState.HELD


def test_six_and_confirm_give_up(post: Post) -> None:
    ticket = post.hall.ticket()
    post.obeyed("call")
    post.obeyed("confirm", "6")
    assert state(post, ticket) == TicketState.SKIPPED
    assert "has put nobody aside" in post.refused("confirm", "3")


def test_pause_pauses_and_resumes_and_a_call_ends_a_pause(post: Post) -> None:
    def paused() -> bool:
        return post.hall.office.hall.counter_view(COUNTER).paused

    post.obeyed("pause")
    assert paused()
    post.box.press("recall")  # between two equal presses, or the second might be a bounce
    post.until(lambda: len(post.troubles) == 1)
    post.troubles.clear()
    post.obeyed("pause")
    assert not paused()
    post.hall.office.counters.pause(COUNTER)
    post.hall.ticket()
    post.obeyed("call")
    assert not paused()


def test_transfer_with_a_digit_moves_to_that_line_and_without_one_back_to_its_own(post: Post) -> None:
    lines = [line.letter for line in post.hall.office.hall.kiosk_view().lines]
    ticket = post.hall.ticket()
    post.obeyed("call")
    post.obeyed("transfer", "2")
    assert (state(post, ticket), post.ticket(ticket).waits_in) == (TicketState.WAITING, lines[1])
    post.hall.office.queue.call(ticket, COUNTER)
    post.obeyed("transfer")
    assert state(post, ticket) == TicketState.WAITING


def test_a_line_that_is_not_there_is_refused(post: Post) -> None:
    ticket = post.hall.ticket()
    post.obeyed("call")
    assert "no line 99" in post.refused("transfer", "99")
    assert state(post, ticket) == TicketState.CALLED


def test_a_refusal_beeps_says_why_and_changes_nothing(post: Post) -> None:
    assert post.refused("call").startswith("Nobody is waiting.")
    post.until(lambda: post.box.state.beeps == 1)
    assert post.refused("recall").startswith("Nobody is at this window.")
    ticket, other = post.hall.ticket(), post.hall.ticket()
    post.box.press("call")
    post.until(lambda: post.done == ["call"])
    post.box.press("ask", "5")  # so that the next call is no bounce
    post.until(lambda: len(post.done) == 2)
    assert (state(post, ticket), state(post, other)) == (TicketState.DONE, TicketState.WAITING)


def test_a_call_while_somebody_is_at_the_window_is_refused(post: Post) -> None:
    post.hall.ticket()
    waiting = post.hall.ticket()
    post.obeyed("call")
    assert "is still at this window" in post.refused("call", "1")
    assert state(post, waiting) == TicketState.WAITING


@pytest.mark.parametrize(
    "trouble", [Fault("The database does not answer."), Refusal("There is no centre in this database yet.")]
)
def test_keys_pressed_while_the_database_is_away_are_refused_and_never_made_up_for(
    post: Post, trouble: Fault | Refusal
) -> None:
    ticket = post.hall.ticket()
    post.shows("  1   ")
    post.hall.door.trouble = trouble
    post.box.press("call")
    post.until(lambda: post.box.state.beeps > 0 and str(trouble) in post.troubles)
    post.shows("      ")
    post.hall.door.trouble = None
    post.shows("  1   ")
    assert post.done == []
    assert state(post, ticket) == TicketState.WAITING
    post.troubles.clear()
    post.obeyed("call", "1")  # pressed again, it is obeyed
    assert state(post, ticket) == TicketState.CALLED


def test_a_key_that_waited_too_long_for_a_slow_database_is_refused(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.hall.ticket()
    waiting = post.hall.ticket()
    monkeypatch.setattr(call_desk, "LATEST_SECONDS", 0.1)
    post.hall.door.seconds = 0.4
    post.box.press("call")
    post.box.press("ask")
    post.until(lambda: any("too slow" in told for told in post.troubles))
    post.hall.door.seconds = 0.0
    post.until(lambda: post.done == ["call"])
    assert state(post, waiting) == TicketState.WAITING


def test_hammering_on_the_keys_gathers_few_presses(post: Post) -> None:
    post.hall.door.seconds = 0.5
    for number in range(call_desk.MOST_WAITING + 4):
        post.box.press("recall", str(number % 10))
    post.until(lambda: sum("too slow" in told for told in post.troubles) >= 2)
    post.hall.door.seconds = 0.0


@pytest.mark.parametrize("fault", list(BoxFault))
def test_no_fault_of_the_box_obeys_a_key_twice_or_never(post: Post, fault: BoxFault) -> None:
    first, second = post.hall.ticket(), post.hall.ticket()
    post.box.fault(fault)
    post.obeyed("call")
    post.until(lambda: post.box.state.confirmed == 1)
    assert (state(post, first), state(post, second)) == (TicketState.CALLED, TicketState.WAITING)
    assert post.done == ["call"]
    assert not post.troubles


def test_a_box_plugged_in_again_shows_the_queue_again(post: Post) -> None:
    post.hall.ticket()
    post.shows("  1   ")
    post.box.unplug()
    post.until(lambda: post.lamp.state == TROUBLE)  # type: ignore[attr-defined]
    post.box.call(lambda: setattr(post.box.device, "_state", type(post.box.state)()))  # switched off: it forgets
    post.box.replug()
    post.shows("  1   ")
    post.obeyed("call")


def test_box_and_pad_on_one_line_serve_a_visit(qtbot: QtBot, hall: Hall, tmp_path: Path) -> None:
    box, pad = CallBoxSimulator(13), PadSimulator("six-key", 3)
    with BusOnPty([box, pad], link=tmp_path / "bus") as wire:
        own = CallBoxSettings(port=wire.port, address=13), PadSettings(port=wire.port, profile="six-key", address=3)
        devices = WindowDevices(settings(hall, *own), hall.door, COUNTER)
        devices.start()
        try:
            qtbot.waitUntil(lambda: all(lamp.state == UP for lamp in devices.lamps), timeout=WAIT)
            ticket = hall.ticket()
            desk = devices.findChild(CallDesk)
            with qtbot.waitSignal(desk.done, timeout=WAIT):
                wire.say(box, lambda now: box.press("call", now))
            with qtbot.waitSignal(devices.ratings.asked, timeout=WAIT):
                wire.say(box, lambda now: box.press("ask", now))
            qtbot.waitUntil(lambda: pad.state.asked, timeout=WAIT)
            with qtbot.waitSignal(devices.ratings.rated, timeout=WAIT):
                wire.say(pad, lambda now: pad.press("satisfied", now))
            assert hall.office.queue.find(ticket).state == TicketState.DONE
            assert [rating.key for rating in hall.ratings()] == ["satisfied"]
        finally:
            assert devices.close()


def test_a_box_of_another_machines_line_only_says_so(qtbot: QtBot, hall: Hall) -> None:
    devices = WindowDevices(settings(hall, CallBoxSettings(port="shared")), hall.door, COUNTER)
    devices.start()
    assert [lamp.state for lamp in devices.lamps] == [UP]
    assert devices.close()


def test_a_profile_that_is_not_there_is_told_on_the_lamp(qtbot: QtBot, hall: Hall, box: CallBoxOnPty) -> None:
    devices = WindowDevices(settings(hall, CallBoxSettings(port=box.port, profile="none")), hall.door, COUNTER)
    devices.start()
    (lamp,) = devices.lamps
    assert lamp.state == TROUBLE
    assert "expected ff68" in lamp.reason
    assert devices.close()


def test_fifty_starts_and_ends_leave_nothing_behind(qtbot: QtBot, hall: Hall, box: CallBoxOnPty) -> None:
    def once() -> None:
        devices = WindowDevices(settings(hall, CallBoxSettings(port=box.port, address=13)), hall.door, COUNTER)
        devices.start()
        qtbot.waitUntil(lambda: devices.lamps[0].state == UP, timeout=WAIT)
        assert devices.close()
        devices.deleteLater()

    hall.office.feed.subscribe(lambda _: None)  # its thread and connection are the office's, and stay
    once()
    hall.office.store.engine.dispose()  # how many connections the pool has kept is chance
    threads, opened = threading.active_count(), descriptors()
    for _ in range(50):
        once()
    hall.office.store.engine.dispose()
    assert threading.active_count() == threads
    # SQLite closes the file of a closed connection later, while another one in this process holds a lock on it.
    assert descriptors() <= opened + 2
