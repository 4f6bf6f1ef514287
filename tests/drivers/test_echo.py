"""What an adapter gives back of our own bytes is taken out; nothing of anybody else's is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drivers.echo import LATE_S, MISSES, TRIALS, Echo

ASK = bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16")
KEY = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")
LATER = 10.0

ANY = st.one_of(st.binary(max_size=12), st.sampled_from([ASK, KEY, ASK[:4], KEY[:-1], b"\xff\x68" * 3]))


def heard(echo: Echo, portions: list[bytes], at: float = 0.0) -> bytes:
    """Everything that is left of what came, once nothing is held back any more."""
    return b"".join(echo.strip(portion, at) for portion in portions) + echo.release(at + LATER)


def cut(stream: bytes, data: st.DataObject) -> list[bytes]:
    portions = []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        portions.append(stream[:size])
        stream = stream[size:]
    return portions


def test_an_echo_is_taken_out_and_the_adapter_is_known_from_then_on() -> None:
    echo = Echo()
    assert echo.echoes is None
    echo.sent(ASK, 0.0)
    assert echo.strip(ASK + KEY, 0.01) == KEY
    assert echo.echoes is True


def test_what_comes_when_nothing_was_sent_passes_at_once() -> None:
    echo = Echo()
    assert echo.strip(ASK, 0.0) == ASK
    assert echo.due is None


def test_a_beginning_that_proves_to_be_somebody_elses_is_given_back_in_its_place() -> None:
    echo = Echo()
    echo.sent(ASK, 0.0)
    assert echo.strip(KEY[:6], 0.01) == b""
    assert echo.due == LATE_S
    assert echo.strip(KEY[6:], 0.02) == KEY


def test_a_beginning_whose_rest_does_not_come_is_given_back_when_it_is_too_late() -> None:
    echo = Echo()
    echo.sent(ASK, 0.0)
    assert echo.strip(ASK[:6], 0.01) == b""
    assert echo.release(LATE_S - 0.001) == b""
    assert echo.release(LATE_S) == ASK[:6]
    assert echo.strip(ASK, LATE_S) == ASK


def test_a_disturbance_before_an_echo_does_not_let_it_through() -> None:
    echo = Echo()
    echo.sent(ASK, 0.0)
    assert heard(echo, [b"\x00\xff", b"\xff\x68", ASK]) == b"\x00\xff\xff\x68"


def test_the_echo_behind_one_that_was_spoilt_is_still_known() -> None:
    echo = Echo()
    spoilt = ASK[:4] + b"\x00" + ASK[5:]
    echo.sent(ASK, 0.0)
    echo.sent(KEY, 0.02)
    assert heard(echo, [spoilt, KEY], 0.03) == spoilt


def test_an_adapter_that_brought_none_is_not_asked_any_more_until_the_port_is_opened_again() -> None:
    echo = Echo()
    for number in range(TRIALS):
        echo.sent(ASK, number)
        assert echo.strip(KEY, number + 0.01) == KEY
        assert echo.release(number + LATE_S) == b""
    assert echo.echoes is False
    echo.sent(ASK, 20.0)
    assert echo.strip(ASK, 20.0) == ASK
    echo.opened()
    assert echo.echoes is None


def test_some_spoilt_echoes_do_not_make_an_adapter_one_that_does_not_echo() -> None:
    echo = Echo()
    echo.sent(ASK, 0.0)
    echo.strip(ASK, 0.01)
    for number in range(1, MISSES):
        echo.sent(ASK, number)
        echo.release(number + 1)
    assert echo.echoes is True
    echo.sent(ASK, MISSES)
    echo.release(MISSES + 1)
    assert echo.echoes is False


@given(st.lists(ANY, max_size=8), st.lists(st.binary(min_size=1, max_size=6), max_size=4), st.data())
def test_nothing_of_others_is_lost_or_moved_where_nothing_was_echoed(
    parts: list[bytes], messages: list[bytes], data: st.DataObject
) -> None:
    stream = b"".join(parts)
    echo = Echo()
    for message in messages:
        if message not in stream:  # the very message just sent cannot be told from its echo
            echo.sent(message, 0.0)
    assert heard(echo, cut(stream, data)) == stream


@given(ANY, st.binary(min_size=1, max_size=12), ANY, st.data())
def test_an_exact_echo_is_taken_out_of_whatever_stands_around_it(
    before: bytes, message: bytes, after: bytes, data: st.DataObject
) -> None:
    stream = before + message + after
    echo = Echo()
    echo.sent(message, 0.0)
    at = stream.find(message)
    assert heard(echo, cut(stream, data)) == stream[:at] + stream[at + len(message) :]
    assert echo.echoes is True


@given(st.lists(ANY, max_size=8), st.lists(ANY, max_size=3), st.data())
def test_in_what_portions_bytes_come_makes_no_difference(
    parts: list[bytes], messages: list[bytes], data: st.DataObject
) -> None:
    stream = b"".join(parts)
    whole, portioned = Echo(), Echo()
    for message in messages:
        whole.sent(message, 0.0)
        portioned.sent(message, 0.0)
    assert heard(whole, [stream]) == heard(portioned, cut(stream, data))


@given(st.lists(st.tuples(ANY, ANY), max_size=60))
def test_what_is_held_back_is_shorter_than_what_was_sent(turns: list[tuple[bytes, bytes]]) -> None:
    echo = Echo()
    longest = 0
    for number, (message, came) in enumerate(turns):
        echo.sent(message, number / 100)
        longest = max(longest, len(message))
        echo.strip(came, number / 100)
        assert len(echo._held) <= max(0, longest - 1)
        assert len(echo._expected) <= 16
