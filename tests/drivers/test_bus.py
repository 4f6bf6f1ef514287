"""The manners of a line with one device or many: who hears what, and who may speak when."""

from __future__ import annotations

from typing import cast

import pytest

from drivers.bus import HOLD_S, MOST_WAITING, TURNAROUND_CHARACTERS, Bus, Heard
from drivers.line import Line, LineDown
from drivers.station import Message
from tests.drivers.wires import ScriptedLine, Talker

TURNAROUND = TURNAROUND_CHARACTERS * 0.001


@pytest.fixture
def line() -> ScriptedLine:
    return ScriptedLine()


def bus(line: ScriptedLine, *talkers: Talker) -> Bus:
    return Bus(cast(Line, line), talkers, clock=line.clock)


def test_every_station_hears_all_that_comes(line: ScriptedLine) -> None:
    one, two = Talker(), Talker()
    line.coming.append((0.5, b"hello"))
    assert bus(line, one, two).turn(1.0) == [Heard(one, b"hello"), Heard(two, b"hello")]
    assert (one.heard, two.heard) == (b"hello", b"hello")


def test_a_turn_without_anything_heard_lasts_its_time(line: ScriptedLine) -> None:
    assert bus(line, Talker()).turn(2.0) == []
    assert line.now == pytest.approx(2.0)


def test_stations_are_told_of_each_opening_and_one_that_comes_later_at_once(line: ScriptedLine) -> None:
    one, two = Talker(), Talker()
    shared = bus(line, one)
    shared.turn(0.1)
    shared.add(two)
    assert (len(one.opened_at), len(two.opened_at)) == (1, 1)
    line.coming.append((0.2, b""))
    with pytest.raises(LineDown):
        shared.turn(1.0)
    shared.turn(0.1)
    assert (len(one.opened_at), len(two.opened_at)) == (2, 2)


def test_on_a_line_of_its_own_a_device_is_answered_at_once(line: ScriptedLine) -> None:
    talker = Talker(messages=[Message(b"a"), Message(b"b")])
    bus(line, talker).turn(0.0)
    assert line.wrote == [(0.0, b"a"), (0.0, b"b")]


def test_on_a_shared_line_there_is_silence_between_one_speaker_and_the_next(line: ScriptedLine) -> None:
    one, two = Talker(messages=[Message(b"12345")]), Talker(messages=[Message(b"678")])
    bus(line, one, two).turn(0.1)
    (first, _), (second, data) = line.wrote
    assert data == b"678"
    assert second >= first + 5 * line.character_s + TURNAROUND


def test_nobody_speaks_at_once_behind_what_was_heard_on_a_shared_line(line: ScriptedLine) -> None:
    one, two = Talker(), Talker()
    shared = bus(line, one, two)
    line.coming.append((0.5, b"hello"))
    shared.turn(1.0)
    one.messages.append(Message(b"a"))
    shared.turn(0.1)
    assert line.wrote[0][0] >= 0.5 + TURNAROUND


def test_nobody_speaks_into_the_time_an_asked_device_has_for_its_answer(line: ScriptedLine) -> None:
    asker, other = Talker(messages=[Message(b"?", answer_s=0.2)], awaiting=True), Talker(messages=[Message(b"a")])
    bus(line, asker, other).turn(1.0)
    (asked, question), (spoke, answer) = line.wrote
    assert (question, answer) == (b"?", b"a")
    assert spoke >= asked + 0.2


def test_when_the_answer_has_come_the_next_may_speak(line: ScriptedLine) -> None:
    asker, other = Talker(messages=[Message(b"?", answer_s=5.0)], awaiting=True), Talker(messages=[Message(b"a")])
    shared = bus(line, asker, other)
    line.coming.append((0.1, b"!"))
    shared.turn(1.0)
    asker.awaiting = False  # as its protocol would say
    line.coming.append((0.11, b"."))
    shared.turn(1.0)
    shared.turn(0.1)
    assert line.wrote[1][0] < 0.2


def test_a_device_that_never_answers_keeps_nobody_from_speaking_for_longer_than_its_time(line: ScriptedLine) -> None:
    silent, other = Talker(awaiting=True), Talker()
    shared = bus(line, silent, other)
    for _ in range(10):
        silent.messages.append(Message(b"?", answer_s=0.1))
        other.messages.append(Message(b"a"))
        shared.turn(0.25)
    assert [data for _, data in line.wrote].count(b"a") == 10


def test_nobody_speaks_into_half_a_frame(line: ScriptedLine) -> None:
    one, two = Talker(), Talker()
    shared = bus(line, one, two)
    line.coming.append((0.05, b"ha"))
    shared.turn(0.06)
    one.pending = True
    two.messages.append(Message(b"a"))
    shared.turn(0.3)
    assert line.wrote[0][0] >= 0.05 + one.gap_s
    assert one.gave_up == 1


def test_one_that_says_much_does_not_keep_the_others_waiting(line: ScriptedLine) -> None:
    much, little = Talker(messages=[Message(b"a") for _ in range(10)]), Talker(messages=[Message(b"b")])
    bus(line, much, little).turn(1.0)
    assert [data for _, data in line.wrote][:3] == [b"a", b"b", b"a"]
    assert len(line.wrote) == 11


def test_a_line_that_is_never_quiet_does_not_silence_us(line: ScriptedLine) -> None:
    noisy, other = Talker(gap_s=10.0, pending=True), Talker(messages=[Message(b"a")])
    shared = bus(line, noisy, other)
    line.coming.extend((0.01 * number, b"#") for number in range(100))
    while line.coming:
        shared.turn(0.01)
    assert line.wrote
    assert line.wrote[0][0] <= HOLD_S + 0.02


def test_messages_do_not_gather_without_end_on_a_line_that_takes_none_yet(line: ScriptedLine) -> None:
    noisy, other = Talker(gap_s=10.0, pending=True), Talker()
    shared = bus(line, noisy, other)
    other.messages = [Message(b"%d" % number) for number in range(1000)]
    shared.turn(2.0)
    assert len(line.wrote) <= MOST_WAITING


def test_what_was_heard_is_not_lost_when_its_answer_cannot_be_sent(line: ScriptedLine) -> None:
    class Answering(Talker):
        def receive(self, data: bytes, at: float) -> list[object]:
            self.messages.append(Message(b"ok"))
            return super().receive(data, at)

    talker = Answering()
    shared = bus(line, talker)
    line.coming.append((0.1, b"hello"))
    line.fails = True
    assert shared.turn(1.0) == [Heard(talker, b"hello")]
    assert not line.is_up


def test_what_was_to_be_sent_on_a_line_that_went_down_is_void(line: ScriptedLine) -> None:
    talker, other = Talker(), Talker()
    shared = bus(line, talker, other)
    shared.turn(0.01)
    line.coming.extend([(0.05, b"ha"), (0.06, b"")])
    shared.turn(0.1)
    talker.pending = True
    talker.messages.append(Message(b"old"))
    with pytest.raises(LineDown):
        shared.turn(0.1)
    shared.turn(0.5)
    assert line.wrote == []


def test_an_adapters_echo_reaches_no_station(line: ScriptedLine) -> None:
    one, two = Talker(messages=[Message(b"hello")]), Talker()
    shared = bus(line, one, two)
    line.coming.extend([(0.01, b"hel"), (0.012, b"lo"), (0.02, b"hi")])
    assert shared.turn(1.0) == [Heard(one, b"hi"), Heard(two, b"hi")]
