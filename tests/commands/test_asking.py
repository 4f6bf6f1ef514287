"""``ticket finish --rate`` and ``rating ask`` against a pad on a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drivers.line import Line
from terminal.commands import asking
from terminal.errors import Fault
from terminal.office.feedback import FeedbackDesk
from tests.commands.site import Answer, Site
from tests.commands.wire import Wire, ask, frame, key, meanwhile, reply


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    """The pad's end of a cable whose other end is always called the same."""
    with Wire(tmp_path / "pad") as wire:
        yield wire


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pad that hears every reply need not be waited for."""
    monkeypatch.setattr(asking, "LEAVE_SECONDS", 0.0)


def configure(site: Site, wire: Wire, profile: str = "ff68", more: str = "") -> None:
    site.configure(f'[rating_pad]\nport = "{wire.port}"\nprofile = "{profile}"\n{more}\n[counter]\nnumber = 3')


def finish(site: Site, *more: str) -> Answer:
    return site.run("--json", "ticket", "finish", site.handling(), "--rate", "--seconds", "20", *more)


def stored(site: Site) -> list[tuple[Any, ...]]:
    return [(row["key"], row["score"], row["source"]) for row in site.json("rating", "list")]


FOUR_KEYS = {3: ("very_satisfied", 5), 2: ("satisfied", 4), 0: ("dissatisfied", 2), 1: ("very_dissatisfied", 1)}
SIX_KEYS = {
    0: ("satisfied", 4),
    1: ("very_satisfied", 5),
    2: ("average", 3),
    3: ("too_long", 2),
    4: ("poor_attitude", 1),
    5: ("poor_knowledge", 1),
}


def test_the_pad_is_asked_and_the_key_is_answered_stored_and_told(site: Site, wire: Wire) -> None:
    configure(site, wire)

    def resident() -> None:
        wire.wait_for(bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16"))
        wire.put(bytes.fromhex("FF 68 03 03 68 01 11 02 14 16"))
        wire.wait_for(bytes.fromhex("FF 68 03 03 68 01 01 02 04 16"))

    with meanwhile(resident):
        answer = finish(site)
    assert (answer.code, answer.err) == (0, "")
    assert answer.json == {
        "handling": 1,
        "outcome": "done",
        "rating": {"key": "satisfied", "score": 4, "source": "pad"},
    }
    (row,) = site.json("rating", "list")
    assert (row["counter"], row["staff"], row["item"], row["ticket"]) == (3, "zhang", "LD-001", "A001")


@pytest.mark.parametrize(("profile", "address", "code", "meaning"), [
    *(("ff68", 1, code, meaning) for code, meaning in FOUR_KEYS.items()),
    *(("six-key", 3, code, meaning) for code, meaning in SIX_KEYS.items()),
])  # fmt: skip
def test_every_key_means_what_is_printed_on_it(
    site: Site, wire: Wire, brief: None, profile: str, address: int, code: int, meaning: tuple[str, int]
) -> None:
    configure(site, wire, profile, f"address = {address}")

    def resident() -> None:
        wire.wait_for(ask(address))
        wire.put(key(code, address))

    with meanwhile(resident):
        answer = finish(site)
    assert (answer.json["rating"]["key"], answer.json["rating"]["score"]) == meaning
    assert stored(site) == [(*meaning, "pad")]


@pytest.mark.parametrize(("byte", "meaning"), [("1", ("satisfied", 4)), ("3", ("dissatisfied", 2))])
def test_a_pad_of_single_bytes_rates_too(site: Site, wire: Wire, byte: str, meaning: tuple[str, int]) -> None:
    configure(site, wire, "byte")

    def resident() -> None:
        wire.wait_for(b"\x50")
        wire.put(b"\x00xyz" + byte.encode())

    with meanwhile(resident):
        answer = finish(site)
    assert (answer.json["rating"]["key"], answer.json["rating"]["score"]) == meaning


def test_garbage_half_frames_wrong_checksums_and_strangers_are_no_ratings(site: Site, wire: Wire) -> None:
    configure(site, wire, "six-key", "address = 3")
    spoilt = bytearray(key(5, 3))
    spoilt[-2] ^= 0x11

    def resident() -> None:
        wire.wait_for(ask(3))
        wire.put(b"\x00\xff\x68\xff" + key(4, 3)[:6] + bytes(spoilt) + key(5, 1) + frame(3, 0x0C, 1) + b"\x16\x68")
        wire.put(key(0, 3))
        wire.wait_for(reply(0, 3))

    with meanwhile(resident):
        answer = finish(site)
    assert answer.json["rating"]["key"] == "satisfied"
    assert stored(site) == [("satisfied", 4, "pad")]
    sent = wire.listen()
    assert (sent.count(reply(5, 1)), sent.count(reply(5, 3)), sent.count(reply(4, 3))) == (0, 0, 0)


def test_a_frame_sent_again_is_answered_again_and_counted_once(site: Site, wire: Wire) -> None:
    configure(site, wire)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(3))
        wire.wait_for(reply(3))
        wire.put(key(3))
        wire.wait_for(reply(3), times=2)

    with meanwhile(resident):
        assert finish(site).json["rating"]["key"] == "very_satisfied"
    assert stored(site) == [("very_satisfied", 5, "pad")]
    assert site.journal("unasked_press") == []


def test_silence_is_stored_as_not_rated(site: Site, wire: Wire) -> None:
    configure(site, wire)
    answer = finish(site, "--seconds", "0.3")
    assert (answer.code, answer.err, answer.json["rating"]) == (0, "", None)
    assert stored(site) == [(None, None, None)]


def test_the_seconds_of_the_settings_are_waited(site: Site, wire: Wire) -> None:
    configure(site, wire, "ff68", "ask_seconds = 0.3")
    assert site.json("ticket", "finish", site.handling(), "--rate")["rating"] is None
    assert len(site.journal("silence")) == 1


def test_a_press_before_the_question_is_journalled_and_not_counted(
    site: Site, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(site, wire)
    opened = Line.open

    def open_and_be_pressed(line: Line) -> None:
        opened(line)
        wire.put(key(0))  # while nobody is asked yet

    monkeypatch.setattr(Line, "open", open_and_be_pressed)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(3))

    with meanwhile(resident):
        answer = finish(site)
    assert answer.json["rating"]["key"] == "very_satisfied"
    assert "journalled, not counted: dissatisfied" in answer.complaint
    assert stored(site) == [("very_satisfied", 5, "pad")]
    (entry,) = site.journal("unasked_press")
    assert entry.counter == 3
    assert key(0).hex(" ") in entry.after


def test_a_key_the_profile_has_not_is_journalled_and_the_wait_goes_on(site: Site, wire: Wire) -> None:
    configure(site, wire)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(9))
        wire.wait_for(reply(9))
        wire.put(key(2))

    with meanwhile(resident):
        answer = finish(site)
    assert (answer.code, answer.json["rating"]["key"]) == (0, "satisfied")
    assert len(site.journal("unasked_press")) == 1


def test_a_pad_plugged_in_again_in_time_is_asked_again(site: Site, wire: Wire) -> None:
    configure(site, wire)

    def resident() -> None:
        wire.wait_for(ask())
        wire.unplug()
        wire.heard = b""
        wire.replug()
        wire.wait_for(ask())
        wire.put(key(3))
        wire.wait_for(reply(3))

    with meanwhile(resident):
        assert finish(site).json["rating"]["key"] == "very_satisfied"
    assert stored(site) == [("very_satisfied", 5, "pad")]


def test_a_pad_that_stays_away_is_silence(site: Site, wire: Wire) -> None:
    configure(site, wire)

    def resident() -> None:
        wire.wait_for(ask())
        wire.unplug()

    with meanwhile(resident):
        assert finish(site, "--seconds", "0.5").json["rating"] is None
    assert stored(site) == [(None, None, None)]


def test_without_a_port_the_handling_is_finished_and_the_answer_says_so(site: Site, wire: Wire) -> None:
    configure(site, wire)
    wire.unplug()
    answer = finish(site)
    assert (answer.code, answer.json["outcome"], answer.json["rating"]) == (0, "done", None)
    assert answer.complaint.startswith("Not rated. ")
    assert wire.port in answer.complaint
    assert stored(site) == []  # nobody was asked


def test_a_port_that_is_in_use_is_told(site: Site, wire: Wire) -> None:
    configure(site, wire)
    with Line(wire.port) as other:
        other.open()
        answer = finish(site)
    assert (answer.code, answer.json["rating"]) == (0, None)
    assert "in use" in answer.complaint


@pytest.mark.parametrize(
    "part",
    ["", '[rating_pad]\nport = "ftp://x"', '[rating_pad]\nport = "/dev/null"\nprofile = "none"'],
    ids=["no pad", "no such kind of port", "no such profile"],
)
def test_a_pad_that_can_never_work_is_refused_before_anything_is_done(site: Site, part: str) -> None:
    handling = site.handling()
    site.configure(part)
    assert site.run("ticket", "finish", handling, "--rate").code == 1
    site.configure()
    assert site.json("ticket", "finish", handling)["outcome"] == "done"


def test_a_handling_may_be_asked_about_later_but_once(site: Site, wire: Wire) -> None:
    configure(site, wire)
    handling = site.handling()
    assert site.run("rating", "ask", handling).code == 1  # not finished
    site.json("ticket", "finish", handling)

    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(3))

    with meanwhile(resident):
        assert site.json("rating", "ask", handling)["score"] == 5
    again = site.run("rating", "ask", handling)
    assert (again.code, again.out) == (1, "")
    assert "already rated" in again.complaint


def test_asking_without_a_port_is_a_fault(site: Site, wire: Wire) -> None:
    configure(site, wire)
    handling = site.handling()
    site.json("ticket", "finish", handling)
    wire.unplug()
    assert site.run("rating", "ask", handling).code == 3


class Away:
    """The database is away for the first presses."""

    def __init__(self, times: int) -> None:
        self.times = times
        self._rate = FeedbackDesk.rate

    def __call__(self, desk: FeedbackDesk, *given: Any, **named: Any) -> Any:
        self.times -= 1
        if self.times >= 0:
            raise Fault("The database does not answer.")
        return self._rate(desk, *given, **named)


def pressing(wire: Wire) -> Any:
    def resident() -> None:
        wire.wait_for(ask())
        wire.put(key(3))

    return meanwhile(resident)


def test_a_key_pressed_while_the_database_is_away_is_stored_when_it_is_back(
    site: Site, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(site, wire)
    monkeypatch.setattr(asking, "RETRY_SECONDS", 0.01)
    away = Away(3)
    monkeypatch.setattr(FeedbackDesk, "rate", lambda *given, **named: away(*given, **named))
    with pressing(wire):
        assert finish(site).json["rating"]["key"] == "very_satisfied"
    assert stored(site) == [("very_satisfied", 5, "pad")]


def test_a_key_that_cannot_be_stored_is_told_with_its_meaning(
    site: Site, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(site, wire)
    monkeypatch.setattr(asking, "STORE_SECONDS", 0.0)
    away = Away(1_000_000)
    monkeypatch.setattr(FeedbackDesk, "rate", lambda *given, **named: away(*given, **named))
    with pressing(wire):
        answer = finish(site)
    assert answer.code == 3
    assert "very_satisfied" in answer.complaint
