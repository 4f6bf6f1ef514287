"""When a line tries again, told with a clock and a port that the test moves by hand."""

from __future__ import annotations

import threading

import pytest

from drivers.line import SLOWEST_REMOTE_RETRY_S, SLOWEST_RETRY_S, Line, LineDown, LineState
from drivers.ports import PortName, SerialSettings
from drivers.transports import Gone, Transport, Waker


class World:
    """A clock that only sleeping moves, and a port that is there or not."""

    def __init__(self) -> None:
        self.now = 100.0
        self.there = True
        self.tries: list[float] = []
        self.open = 0
        self.incoming: list[bytes | Exception] = []
        self.takes = 1000

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds

    def opener(self, name: PortName, settings: SerialSettings) -> Transport:
        self.tries.append(self.now)
        if not self.there:
            raise FileNotFoundError(2, "No such file or directory")
        self.open += 1
        return Cable(self)

    def line(self, port: str = "/dev/ttyUSB0") -> Line:
        return Line(port, clock=self.clock, sleep=self.sleep, opener=self.opener)


class Cable:
    def __init__(self, world: World) -> None:
        self.world = world

    def read(self, timeout: float, waker: Waker) -> bytes:
        if not self.world.incoming:
            self.world.now += timeout
            return b""
        item = self.world.incoming.pop(0)
        if isinstance(item, Exception):
            raise item
        return item

    def write(self, data: bytes, timeout: float) -> int:
        return min(len(data), self.world.takes)

    def close(self, *, discard: bool) -> None:
        self.world.open -= 1


@pytest.fixture
def world() -> World:
    return World()


def delays(world: World) -> list[float]:
    return [round(later - earlier, 3) for earlier, later in zip(world.tries, world.tries[1:], strict=False)]


def test_nothing_is_opened_or_known_before_it_is_needed(world: World) -> None:
    line = world.line()
    assert (line.state, line.reason, world.tries) == (LineState.UNKNOWN, "", [])


def test_the_first_read_opens_the_port(world: World) -> None:
    line = world.line()
    world.incoming = [b"hello"]
    assert line.read(1.0) == b"hello"
    assert (line.state, line.openings) == (LineState.UP, 1)


def test_delays_between_tries_double_up_to_a_cap(world: World) -> None:
    line = world.line()
    world.there = False
    with pytest.raises(LineDown):
        line.read(1.0)
    assert line.read(10.0) == b""
    assert delays(world)[:4] == [0.1, 0.2, 0.4, SLOWEST_RETRY_S]
    assert set(delays(world)[3:]) == {SLOWEST_RETRY_S}


def test_a_server_that_is_down_is_knocked_at_less_often(world: World) -> None:
    line = world.line("socket://127.0.0.1:4001")
    world.there = False
    with pytest.raises(LineDown, match="Nobody answers"):
        line.open()
    line.read(60.0)
    assert max(delays(world)) == SLOWEST_REMOTE_RETRY_S


def test_a_read_while_down_waits_no_longer_than_it_was_told(world: World) -> None:
    line = world.line()
    world.there = False
    with pytest.raises(LineDown):
        line.open()
    before = world.now
    assert line.read(0.05) == b""
    assert world.now == pytest.approx(before + 0.05)
    assert line.state is LineState.DOWN


def test_a_write_while_down_fails_at_once_until_it_is_time_to_try_again(world: World) -> None:
    line = world.line()
    world.there = False
    with pytest.raises(LineDown):
        line.write(b"x")
    before = world.now
    with pytest.raises(LineDown) as caught:
        line.write(b"x")
    assert caught.value.reason == "missing"
    assert (world.now, len(world.tries)) == (before, 1)
    world.now += 0.1
    world.there = True
    line.write(b"x")
    assert line.state is LineState.UP


def test_the_loss_of_a_line_is_raised_once_and_closes_the_port_first(world: World) -> None:
    line = world.line()
    world.incoming = [Gone("unplugged")]
    with pytest.raises(LineDown) as caught:
        line.read(1.0)
    assert caught.value.reason == "lost"
    assert world.open == 0
    world.there = False
    assert line.read(1.0) == b""


def test_a_read_returns_as_soon_as_the_line_is_back(world: World) -> None:
    line = world.line()
    world.incoming = [Gone("unplugged")]
    with pytest.raises(LineDown):
        line.read(1.0)
    before = world.now
    assert line.read(60.0) == b""
    assert line.state is LineState.UP
    assert world.now - before == pytest.approx(0.1)
    assert line.openings == 2


def test_a_line_that_is_lost_as_soon_as_it_opens_is_tried_more_and_more_slowly(world: World) -> None:
    line = world.line()
    world.incoming = [Gone("flapping")] * 6
    for _ in range(12):
        try:
            line.read(1.0)
        except LineDown:
            continue
    assert delays(world)[:4] == [0.1, 0.2, 0.4, 0.8]


def test_a_line_that_worked_starts_over_with_the_short_delay(world: World) -> None:
    line = world.line()
    world.there = False
    with pytest.raises(LineDown):
        line.open()
    line.read(5.0)
    world.there = True
    line.read(1.0)
    world.incoming = [b"bytes", Gone("unplugged")]
    assert line.read(1.0) == b"bytes"
    with pytest.raises(LineDown):
        line.read(1.0)
    lost = world.now
    line.read(1.0)
    assert world.tries[-1] == pytest.approx(lost + 0.1)


def test_each_change_of_state_is_told_with_its_reason(world: World) -> None:
    line = world.line()
    told: list[tuple[LineState, str]] = []
    line.on_state = lambda state, reason: told.append((state, reason))
    line.open()
    world.incoming = [Gone("unplugged")]
    with pytest.raises(LineDown):
        line.read(1.0)
    world.there = False
    line.read(1.0)
    world.there = True
    line.read(1.0)
    line.close()
    assert [state for state, _ in told] == ["up", "down", "down", "up", "unknown"]
    assert "unplugged" in told[1][1]
    assert "There is no port" in told[2][1]
    assert told[3][1] == ""


def test_a_device_that_takes_no_bytes_is_told_apart_with_how_many_it_took(world: World) -> None:
    line = world.line()
    world.takes = 3
    with pytest.raises(LineDown, match="takes no bytes") as caught:
        line.write(b"12345")
    assert (caught.value.reason, caught.value.written) == ("stalled", 3)
    assert (line.state, world.open) == (LineState.DOWN, 0)


def test_a_closed_line_opens_again_when_used(world: World) -> None:
    line = world.line()
    line.open()
    line.close()
    line.close()
    assert (line.state, world.open) == (LineState.UNKNOWN, 0)
    line.write(b"x")
    assert line.state is LineState.UP
    line.close()


def test_a_line_belongs_to_the_thread_that_uses_it_first(world: World) -> None:
    line = world.line()
    owner = threading.Thread(target=line.open)
    owner.start()
    owner.join()
    with pytest.raises(RuntimeError, match="belongs to another thread"):
        line.read(0.0)
    with pytest.raises(RuntimeError, match="belongs to another thread"):
        line.write(b"x")
    line.close()
    line.open()
    line.close()
