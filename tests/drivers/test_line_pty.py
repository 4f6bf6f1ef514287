"""A line over real pseudo-terminals: unplugging, replugging, busy and missing ports, and nothing leaked."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.line import Line, LineDown, LineState
from tests.drivers.ptys import Pty, after, descriptors, eventually


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Pty]:
    with Pty(tmp_path / "pad0") as pty:
        yield pty


@pytest.fixture
def line(cable: Pty) -> Iterator[Line]:
    with Line(cable.port) as line:
        line.open()
        yield line


def read_until_up(line: Line) -> None:
    assert eventually(lambda: line.read(0.2) == b"" and line.is_up)


def test_bytes_pass_unchanged_both_ways(cable: Pty, line: Line) -> None:
    every = bytes(range(256))
    line.write(every)
    assert cable.get() == every
    cable.put(every)
    got = b""
    while len(got) < 256:
        got += line.read(1.0)
    assert got == every


def test_a_read_without_bytes_returns_nothing_after_its_time(line: Line) -> None:
    assert line.read(0.01) == b""
    assert line.read(0.0) == b""


def test_bytes_from_before_the_port_was_opened_are_flushed(cable: Pty) -> None:
    cable.put(b"stale")
    with Line(cable.port) as line:
        line.open()
        cable.put(b"fresh")
        assert line.read(1.0) == b"fresh"


def test_a_port_that_vanishes_in_the_middle_of_a_read_is_lost(cable: Pty, line: Line) -> None:
    pulling = after(0.05, cable.unplug)
    with pytest.raises(LineDown, match="unplugged") as caught:
        line.read(5.0)
    pulling.join()
    assert caught.value.reason == "lost"
    assert line.state is LineState.DOWN


def test_a_write_to_a_port_that_vanished_is_lost(cable: Pty, line: Line) -> None:
    cable.unplug()
    with pytest.raises(LineDown) as caught:
        line.write(b"x")
    assert (caught.value.reason, caught.value.written) == ("lost", 0)


def test_a_device_that_returns_as_another_port_under_the_same_link_is_found(cable: Pty, line: Line) -> None:
    cable.unplug()
    with pytest.raises(LineDown):
        line.read(1.0)
    assert line.read(0.2) == b""
    assert "There is no port" in line.reason
    cable.replug()
    read_until_up(line)
    cable.put(b"back")
    assert line.read(1.0) == b"back"
    line.write(b"hello")
    assert cable.get() == b"hello"
    assert (line.reason, line.openings) == ("", 2)


def test_a_missing_port_is_named_with_a_remedy(tmp_path: Path) -> None:
    port = str(tmp_path / "ttyUSB9")
    with Line(port) as line:
        with pytest.raises(LineDown, match="Check the cable") as caught:
            line.open()
        assert caught.value.reason == "missing"
        assert port in line.reason


def test_a_port_another_line_has_is_busy_until_it_lets_go(cable: Pty, line: Line) -> None:
    with Line(cable.port) as second:
        with pytest.raises(LineDown, match="another device of this program") as caught:
            second.open()
        assert caught.value.reason == "busy_here"
        line.close()
        read_until_up(second)


def test_a_file_that_is_no_serial_port_is_said_to_be_unusable(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a port")
    for port in (file, tmp_path):
        with Line(str(port)) as line:
            with pytest.raises(LineDown, match="cannot be used") as caught:
                line.open()
            assert caught.value.reason == "failed"
    assert file.read_text() == "not a port"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_port_without_permission_names_the_remedy(tmp_path: Path) -> None:
    port = tmp_path / "ttyUSB0"
    port.touch(mode=0o000)
    with Line(str(port)) as line, pytest.raises(LineDown, match="udev rules"):
        line.open()


def test_a_device_that_reads_nothing_stalls_a_write_without_blocking_it_forever(cable: Pty, line: Line) -> None:
    with pytest.raises(LineDown) as caught:
        line.write(b"x" * 1_000_000, timeout=0.05)
    assert caught.value.reason == "stalled"
    assert 0 < caught.value.written < 1_000_000


def test_another_thread_can_end_a_read_early(line: Line) -> None:
    waking = after(0.05, line.wake)
    assert line.read(60.0) == b""
    waking.join()


def test_a_wake_before_the_read_is_not_missed_and_counts_once(cable: Pty, line: Line) -> None:
    line.wake()
    line.wake()
    assert line.read(60.0) == b""
    assert line.read(0.01) == b""
    cable.put(b"x")
    assert line.read(60.0) == b"x"


def test_a_wake_ends_the_wait_of_a_line_that_is_down(tmp_path: Path) -> None:
    with Line(str(tmp_path / "nothing")) as line:
        with pytest.raises(LineDown):
            line.open()
        waking = after(0.05, line.wake)
        assert line.read(60.0) == b""
        waking.join()


def test_waking_from_many_threads_neither_blocks_nor_loses_bytes(cable: Pty, line: Line) -> None:
    stop = threading.Event()

    def ring() -> None:
        while not stop.is_set():
            line.wake()

    ringers = [threading.Thread(target=ring) for _ in range(3)]
    for ringer in ringers:
        ringer.start()
    got = b""
    for number in range(50):
        cable.put(bytes((number,)))
        while len(got) <= number:
            got += line.read(1.0)
    stop.set()
    for ringer in ringers:
        ringer.join()
    assert got == bytes(range(50))


def test_hundreds_of_openings_leak_no_descriptor_and_no_thread(cable: Pty) -> None:
    before = (descriptors(), threading.active_count())
    for _ in range(200):
        with Line(cable.port) as line:
            line.write(b"x")
            line.read(0.0)
    assert (descriptors(), threading.active_count()) == before


def test_hundreds_of_unplugs_leak_no_descriptor_and_no_thread(cable: Pty) -> None:
    before = (descriptors(), threading.active_count())
    # The clock runs ahead, so that nobody waits for the growing delays.
    moments = iter(range(10**9))
    with Line(cable.port, clock=lambda: float(next(moments)), sleep=lambda _: None) as line:
        for _ in range(200):
            line.open()
            cable.unplug()
            with pytest.raises(LineDown):
                line.write(b"x")
            with pytest.raises(LineDown):
                line.open()
            cable.replug()
    assert (descriptors(), threading.active_count()) == before
