"""The scanner's station: every way to end a code, any bytes, every fault of the simulator."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.bus import Bus
from drivers.line import Line, LineDown
from drivers.scanner import Scan, Scanner, code_of
from drivers.scanner.scanner import LONGEST
from drivers.scanner.simulator import SUFFIXES, ScannerFault, ScannerOnPty, ScannerSimulator

CODE = "K7QX2M9P"
codes = st.text("23456789ABCDEFGHJKMNPQRSTWXYZ", min_size=4, max_size=40)


def test_cr_lf_and_both_end_a_code() -> None:
    scanner = Scanner()
    assert scanner.receive(b"AAAA\rBBBB\nCCCC\r\nDDDD", 0.0) == [Scan("AAAA"), Scan("BBBB"), Scan("CCCC")]
    assert scanner.pending
    assert scanner.receive(b"\r", 0.0) == [Scan("DDDD")]
    assert not scanner.pending


def test_a_line_end_that_comes_in_two_pieces_ends_one_code() -> None:
    scanner = Scanner()
    assert scanner.receive(b"AAAA\r", 0.0) == [Scan("AAAA")]
    assert scanner.receive(b"\nBBBB\r", 0.0) == [Scan("BBBB")]


def test_silence_ends_a_code_too() -> None:
    scanner = Scanner()
    assert scanner.receive(CODE.encode(), 0.0) == []
    assert scanner.idle(0.1) == [Scan(CODE)]
    assert scanner.idle(0.2) == []


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"]Q3K7QX2M9P", CODE),
        (b"]C1K7QX2M9P", CODE),
        (b"\x02K7QX2M9P\x03", CODE),
        (b"\x02]Q3 K7QX2M9P \x03", CODE),
        (b"https://hall.example/t/K7QX2M9P", "https://hall.example/t/K7QX2M9P"),
        ("受理编号".encode(), "受理编号"),
        (b"]Q3", ""),
        (b"x", ""),
        (b"\xff\xfeK7QX2M9P", ""),
    ],
)
def test_prefixes_and_control_bytes_are_taken_away(sent: bytes, code: str) -> None:
    assert code_of(sent) == code


def test_the_same_code_within_a_second_is_one_scan_and_later_another() -> None:
    scanner = Scanner()
    line = f"{CODE}\r".encode()
    assert scanner.receive(line, 0.0) == [Scan(CODE)]
    assert scanner.receive(line, 0.7) == []
    assert scanner.receive(line, 1.4) == []  # the trigger is still held
    assert scanner.receive(line, 2.5) == [Scan(CODE)]
    assert scanner.receive(b"OTHER\r", 2.6) == [Scan("OTHER")]
    assert scanner.receive(line, 2.7) == [Scan(CODE)]


def test_half_a_code_from_before_the_port_was_lost_is_no_code() -> None:
    scanner = Scanner()
    scanner.receive(b"K7QX", 0.0)
    scanner.opened(1.0)
    assert scanner.receive(b"2M9PAAAA\r", 1.0) == [Scan("2M9PAAAA")]


def test_a_flood_without_an_end_is_given_up_and_the_next_code_is_read() -> None:
    scanner = Scanner()
    for _ in range(100):
        assert scanner.receive(b"A" * 100, 0.0) == []
        assert len(scanner._kept) <= LONGEST
    assert scanner.pending
    assert scanner.receive(b"AAA\rK7QX2M9P\r", 0.0) == [Scan(CODE)]


@given(st.lists(st.binary(max_size=400), max_size=10), codes)
def test_after_any_bytes_in_any_portions_the_next_code_is_read(pieces: list[bytes], code: str) -> None:
    scanner = Scanner()
    for piece in pieces:
        scanner.receive(piece, 0.0)
        assert len(scanner._kept) <= LONGEST
    scanner.idle(0.2)
    assert not scanner.pending
    assert scanner.receive(code.encode() + b"\r", 5.0) == [Scan(code)]


@given(st.lists(codes, min_size=1, max_size=6, unique=True), st.sampled_from(["\r", "\n", "\r\n"]), st.integers(1, 50))
def test_codes_are_read_alike_in_any_portions(given: list[str], end: str, cut: int) -> None:
    scanner = Scanner()
    data = "".join(code + end for code in given).encode()
    scans = [scan for at in range(0, len(data), cut) for scan in scanner.receive(data[at : at + cut], 0.0)]
    assert scans == [Scan(code) for code in given]


def heard(bus: Bus, turns: int = 8) -> list[str]:
    return [event.code for _ in range(turns) for _, event in bus.turn(0.15)]


@pytest.mark.parametrize("suffix", list(SUFFIXES))
def test_over_a_real_line_a_code_comes_whatever_it_ends_with(suffix: str) -> None:
    with ScannerOnPty(suffix, prefix="]Q3") as device:
        line = Line(device.port)
        bus = Bus(line, [Scanner()])
        bus.turn(0.0)
        device.scan(CODE)
        assert heard(bus, 3) == [CODE]
        line.close()


@pytest.mark.parametrize("fault", list(ScannerFault))
def test_a_spoilt_scan_never_becomes_another_code_and_the_next_one_is_read(fault: ScannerFault) -> None:
    with ScannerOnPty() as device:
        line = Line(device.port)
        bus = Bus(line, [Scanner()])
        bus.turn(0.0)
        device.fault(fault)
        device.scan(CODE)
        first = heard(bus)
        assert first == ([CODE] if fault is ScannerFault.DOUBLED else ["K7QX"] if fault is ScannerFault.HALF else [])
        device.scan("OTHER234")
        assert heard(bus, 3) == ["OTHER234"]
        line.close()


def listen(bus: Bus) -> None:
    while True:
        bus.turn(1.0)


def test_a_scanner_that_was_unplugged_is_heard_again_when_it_is_back(tmp_path: Path) -> None:
    with ScannerOnPty(link=tmp_path / "scanner") as device:
        line = Line(device.port)
        bus = Bus(line, [Scanner()])
        bus.turn(0.0)
        device.unplug()
        with pytest.raises(LineDown):
            listen(bus)
        device.replug()
        while not line.is_up:
            bus.turn(0.2)
        device.scan(CODE)
        assert heard(bus, 3) == [CODE]
        line.close()


def test_a_suffix_nobody_knows_cannot_be_simulated() -> None:
    with pytest.raises(ValueError, match="expected one of cr, lf, crlf, none"):
        ScannerSimulator("tab")
