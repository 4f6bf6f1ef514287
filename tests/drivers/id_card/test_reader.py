"""The reader's station without a port: what it asks when, and what it makes of every answer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.id_card import (
    Ailing,
    CardLifted,
    CardRead,
    CardReader,
    CardRefused,
    ReaderReady,
    ReaderTrouble,
    Refused,
)
from drivers.id_card.commands import FIND, READ, READ_ALL, RESET, SAM, SELECT, STATUS, Command
from drivers.id_card.framing import request
from drivers.id_card.reader import AILING_EVERY_S, ASKED_TIMES, FIND_EVERY_S, GAP_S, TRIED_TIMES
from drivers.id_card.simulator import people
from tests.drivers.id_card.test_framing import FOUND, NO_CARD, answer

NAMES = {request(command.code): command.name for command in (RESET, STATUS, SAM, FIND, SELECT, READ, READ_ALL)}
WELL = answer(b"\x00\x00\x90")
SAM_ID = answer(b"\x00\x00\x90" + bytes.fromhex("05 00 01 00 00 9d 33 01 d2 02 96 49 00 00 00 00"))
SELECTED = answer(b"\x00\x00\x90" + bytes(8))
NOT_SELECTED = answer(b"\x00\x00\x81")
NOT_READ = answer(b"\x00\x00\x41")
REFUSED = answer(b"\x00\x00\x21")
BROKEN = answer(b"\x00\x00\x60")


def card_answer(key: str = "resident", fingers: bool = False) -> bytes:
    """A read's answer with somebody's card."""
    person = people()[key]
    prints = person.fingerprints()
    sizes = b"\x01\x00\x04\x00" + (len(prints).to_bytes(2, "big") if fingers else b"")
    return answer(b"\x00\x00\x90" + sizes + person.text() + person.picture() + (prints if fingers else b""))


class Talk:
    """A station, and a clock that jumps to whatever is due."""

    def __init__(self, *, fingerprints: bool = False) -> None:
        self.reader = CardReader(fingerprints=fingerprints)
        self.now = 0.0
        self.events: list[Any] = []
        self.reader.opened(self.now)

    def asked(self) -> str:
        """Let time pass until something is asked; what it is."""
        for _ in range(20):
            messages = self.reader.to_send()
            if messages:
                (message,) = messages
                return NAMES[message.data]
            assert self.reader.due is not None
            self.now = max(self.now, self.reader.due)
            self.events += self.reader.tick(self.now)
        raise AssertionError("nothing is asked any more")

    def says(self, data: bytes) -> list[Any]:
        """The reader answers; the events of that alone."""
        self.now += 0.01
        events = self.reader.receive(data, self.now)
        self.events += events
        return events

    def goes(self, *steps: tuple[Command, bytes]) -> None:
        """Expect questions, and answer each."""
        for command, data in steps:
            assert self.asked() == command.name
            self.says(data)


@pytest.fixture
def talk() -> Talk:
    """A reader that is well and has no card on it."""
    made = Talk()
    made.goes((STATUS, WELL), (SAM, SAM_ID), (FIND, NO_CARD))
    return made


def test_a_reader_that_answers_is_ready_with_its_modules_number(talk: Talk) -> None:
    assert talk.events == [ReaderReady("05.01-20159744-1234567890", talk.now)]
    assert talk.reader.ailing is None


def test_cards_are_looked_for_every_three_hundred_milliseconds_and_not_sooner(talk: Talk) -> None:
    answered = talk.now
    assert talk.reader.tick(answered + FIND_EVERY_S - 0.001) == []
    assert talk.reader.to_send() == []
    assert talk.asked() == "find"
    assert talk.now == pytest.approx(answered + 0.3)


def test_a_card_is_found_selected_read_and_not_read_again_before_it_was_lifted(talk: Talk) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, card_answer()))
    (read,) = talk.events[1:]
    assert isinstance(read, CardRead)
    assert read.card.name == "林晓舟"
    talk.goes((FIND, FOUND), (FIND, FOUND), (FIND, NO_CARD), (FIND, FOUND), (FIND, NO_CARD))
    assert len(talk.events) == 2
    talk.goes((FIND, NO_CARD))
    assert talk.events[2:] == [CardLifted(talk.now)]
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, card_answer("expired")))
    assert isinstance(talk.events[-1], CardRead)


@pytest.mark.parametrize(("key", "prints"), [("fingerprints", 1024), ("long_term", 512), ("resident", 0)])
def test_fingerprints_come_when_they_are_asked_for(key: str, prints: int) -> None:
    talk = Talk(fingerprints=True)
    talk.goes((STATUS, WELL), (SAM, SAM_ID), (FIND, FOUND), (SELECT, SELECTED), (READ_ALL, card_answer(key, True)))
    assert len(talk.events[-1].card.fingerprints) == prints


def test_an_old_module_that_knows_no_fingerprints_is_asked_without_them() -> None:
    talk = Talk(fingerprints=True)
    talk.goes((STATUS, WELL), (SAM, SAM_ID), (FIND, FOUND), (SELECT, SELECTED), (READ_ALL, REFUSED))
    talk.goes((READ, card_answer()))
    assert isinstance(talk.events[-1], CardRead)


def test_a_damaged_answer_is_asked_for_again_without_waiting_for_its_time_to_pass(talk: Talk) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED))
    assert talk.asked() == "read"
    good = card_answer()
    assert talk.says(good[:-1] + b"\x00") == []
    assert not talk.reader.awaiting  # the bus may speak
    damaged = talk.now
    assert talk.asked() == "read"
    assert talk.now <= damaged + GAP_S
    assert isinstance(talk.says(good)[0], CardRead)


def test_half_an_answer_is_asked_for_again_when_the_line_falls_quiet(talk: Talk) -> None:
    assert talk.asked() == "find"
    talk.says(FOUND[:8])
    assert talk.reader.pending
    assert talk.reader.idle(talk.now) == []
    assert talk.asked() == "find"


def test_a_late_answer_to_an_earlier_question_is_not_taken_for_the_present_one(talk: Talk) -> None:
    talk.goes((FIND, FOUND))
    assert talk.asked() == "select"
    assert talk.says(FOUND) == talk.says(NO_CARD) == []
    assert talk.reader.awaiting
    talk.says(SELECTED)
    assert talk.asked() == "read"
    assert talk.says(SELECTED) == []
    assert isinstance(talk.says(card_answer())[0], CardRead)


def test_a_card_that_cannot_be_read_is_tried_three_times_and_then_refused(talk: Talk) -> None:
    for _ in range(TRIED_TIMES):
        talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, NOT_READ))
    assert talk.events[1:] == [CardRefused(Refused.UNREADABLE, talk.now)]
    talk.goes((FIND, FOUND), (FIND, NO_CARD), (FIND, NO_CARD))
    assert talk.events[2:] == [CardLifted(talk.now)]


def test_a_card_that_cannot_be_selected_is_refused_too(talk: Talk) -> None:
    for _ in range(TRIED_TIMES):
        talk.goes((FIND, FOUND), (SELECT, NOT_SELECTED))
    assert talk.events[1:] == [CardRefused(Refused.UNREADABLE, talk.now)]


def test_a_card_that_vanishes_while_it_is_read_is_told_as_that_once(talk: Talk) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, NOT_READ), (FIND, NO_CARD))
    assert talk.events[1:] == [CardRefused(Refused.INTERRUPTED, talk.now)]
    talk.goes((FIND, NO_CARD), (FIND, NO_CARD), (FIND, NO_CARD))
    assert len(talk.events) == 2


def test_an_unknown_kind_of_card_is_refused_by_its_letter_and_tried_no_more(talk: Talk) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, card_answer("unknown_kind")))
    assert talk.events[1:] == [CardRefused(Refused.UNKNOWN, talk.now, "K")]
    talk.goes((FIND, FOUND), (FIND, FOUND))


def test_a_card_without_name_and_number_is_refused_as_blank(talk: Talk) -> None:
    blank = answer(b"\x00\x00\x90\x01\x00\x04\x00" + bytes(256 + 1024))
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, blank))
    assert talk.events[1:] == [CardRefused(Refused.BLANK, talk.now)]


@pytest.mark.parametrize("sizes", ["ffff0400", "01000000", "00ff0401"])
def test_lengths_that_do_not_add_up_are_no_card(talk: Talk, sizes: str) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED))
    talk.goes((READ, answer(b"\x00\x00\x90" + bytes.fromhex(sizes) + bytes(1280))))
    assert talk.events[1:] == []
    talk.goes((FIND, FOUND))


def test_a_silent_reader_is_told_once_asked_on_slowly_and_ready_when_it_answers(talk: Talk) -> None:
    for _ in range(ASKED_TIMES):
        assert talk.asked() == "find"
    assert talk.asked() == "status"
    assert [type(event) for event in talk.events[1:]] == [ReaderTrouble]
    assert talk.events[1].reason is Ailing.SILENT
    assert talk.reader.ailing is Ailing.SILENT
    since = talk.now
    for _ in range(ASKED_TIMES):
        assert talk.asked() == "status"
    assert talk.now >= since + AILING_EVERY_S
    assert len(talk.events) == 2
    talk.says(WELL)
    talk.goes((SAM, SAM_ID), (FIND, NO_CARD))
    assert isinstance(talk.events[-1], ReaderReady)


def test_a_reader_whose_bytes_make_no_sense_is_told_apart_from_a_silent_one(talk: Talk) -> None:
    for _ in range(ASKED_TIMES):
        assert talk.asked() == "find"
        talk.says(b"\xfe\x00\xfe\x80")
    talk.asked()
    assert talk.events[1].reason is Ailing.GARBLED


def test_a_failed_self_test_is_told_and_answered_with_a_reset() -> None:
    talk = Talk()
    talk.goes((STATUS, BROKEN))
    assert talk.events == [ReaderTrouble(Ailing.SELF_TEST, talk.now)]
    talk.goes((RESET, BROKEN), (RESET, WELL), (SAM, SAM_ID), (FIND, NO_CARD))
    assert [type(event) for event in talk.events] == [ReaderTrouble, ReaderReady]


def test_a_reader_that_refuses_to_look_is_in_trouble_and_never_ready_between() -> None:
    talk = Talk()
    for _ in range(3):
        talk.goes((STATUS, WELL), (SAM, SAM_ID), (FIND, REFUSED))
    assert [type(event) for event in talk.events] == [ReaderTrouble]
    assert talk.events[0].reason is Ailing.REFUSING


@pytest.mark.parametrize("told", [REFUSED, b""])
def test_a_reader_that_keeps_its_number_to_itself_works_all_the_same(told: bytes) -> None:
    talk = Talk()
    talk.goes((STATUS, WELL))
    for _ in range(1 if told else ASKED_TIMES):
        talk.goes((SAM, told))
    talk.goes((FIND, NO_CARD))
    assert talk.events == [ReaderReady("", talk.now)]


def test_a_port_that_is_opened_again_starts_over_and_reads_the_card_that_lies_there(talk: Talk) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, card_answer()))
    talk.reader.opened(talk.now)
    talk.goes((STATUS, WELL), (SAM, SAM_ID), (FIND, FOUND), (SELECT, SELECTED), (READ, card_answer()))
    assert [type(event) for event in talk.events] == [ReaderReady, CardRead, ReaderReady, CardRead]


def test_no_event_but_a_read_card_holds_anything_of_a_person_and_that_hides_it(talk: Talk) -> None:
    talk.goes((FIND, FOUND), (SELECT, SELECTED), (READ, card_answer()))
    said = repr(talk.events)
    assert "林" not in said
    assert "510000" not in said
    assert "card=" not in said


ANSWERS = st.sampled_from(
    [NO_CARD, FOUND, WELL, SAM_ID, SELECTED, NOT_SELECTED, NOT_READ, REFUSED, BROKEN, card_answer(), FOUND[:7], b""]
)
DID = st.lists(
    st.one_of(
        st.tuples(st.just("says"), st.one_of(ANSWERS, st.binary(max_size=40))),
        st.tuples(st.sampled_from(["waits", "quiet", "opened", "sent"]), st.just(b"")),
    ),
    max_size=60,
)


@given(DID, st.booleans())
def test_whatever_a_reader_says_and_whenever_the_station_never_raises_nor_stalls(
    did: list[tuple[str, bytes]], fingerprints: bool
) -> None:
    reader, now = CardReader(fingerprints=fingerprints), 0.0
    reader.opened(now)
    for what, data in did:
        if what == "says":
            reader.receive(data, now)
        elif what == "quiet":
            reader.idle(now)
        elif what == "opened":
            reader.opened(now)
        elif what == "sent":
            assert all(message.data in NAMES for message in reader.to_send())
        elif reader.due is not None:
            now = max(now, reader.due)
            reader.tick(now)
        assert reader.due is not None  # it always has something to do next: nothing stops it for good


@given(DID)
def test_after_any_trouble_a_reader_that_answers_properly_reads_a_card(did: list[tuple[str, bytes]]) -> None:
    reader, now = CardReader(), 0.0
    reader.opened(now)
    for what, data in did:
        if what == "says":
            reader.receive(data, now)
        elif what == "opened":
            reader.opened(now)
        elif what == "waits" and reader.due is not None:
            now = max(now, reader.due)
            reader.tick(now)
            reader.to_send()
    reader.idle(now)
    proper = {"reset": WELL, "status": WELL, "sam": SAM_ID, "find": NO_CARD, "select": SELECTED, "read": card_answer()}
    events: list[Any] = []
    for step in range(60):
        if step == 30:  # it was lifted long ago; now one is laid on
            proper["find"] = FOUND
        for message in reader.to_send():
            events += reader.receive(proper[NAMES[message.data]], now)
        assert reader.due is not None
        now = max(now, reader.due)
        events += reader.tick(now)
    assert [type(event) for event in events].count(CardRead) >= 1
