"""The simulated printer against Epson's documents, byte by byte, and against anything at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.drivers.receipt_printer.helpers import simulator

COMMANDS = (
    "1B40 1C26 1D2177 1D76300002000300 1D286B0300315130 1B2A210200 0A 1D564218 100401 1B24FFFF 1D28FFFF BAC5 82328D37"
)
FRAGMENTS = st.sampled_from([bytes.fromhex(command) for command in COMMANDS.split()])
STREAMS = st.lists(FRAGMENTS | st.binary(max_size=12), max_size=20).map(b"".join)


def test_the_status_bytes_are_those_of_the_reference() -> None:
    printer = simulator()
    ask = b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"
    assert printer.receive(ask) == b"\x12\x12\x12\x12"
    printer.paper_near_end = True
    assert printer.receive(ask) == b"\x12\x12\x12\x1e"
    printer.cover_open = True
    assert printer.receive(ask) == b"\x1a\x16\x12\x1e"
    printer.cover_open, printer.paper_out = False, True
    assert printer.receive(ask) == b"\x1a\x32\x12\x7e"
    printer.silent = True
    assert printer.receive(ask) == b""


def test_a_stopped_printer_answers_at_once_and_prints_what_it_held_when_paper_returns() -> None:
    printer = simulator()
    printer.paper_out = True
    assert printer.receive(b"A017\n\x1dr\x01\x10\x04\x01") == b"\x1a"
    assert (printer.lines, printer.holding) == ([], 8)
    printer.paper_out = False
    assert printer.receive(b"") == b"\x00"
    assert printer.lines == ["A017"]


def test_a_process_number_comes_back_when_its_turn_has_come() -> None:
    printer = simulator()
    printer.paper_out = True
    assert printer.receive(b"A017\n\x1d(H\x06\x0000 ~A!") == b""
    printer.paper_out = False
    assert printer.receive(b"") == b"\x37\x22 ~A!\x00"


def test_automatic_status_is_told_when_it_is_switched_on_and_at_every_change() -> None:
    printer = simulator()
    assert printer.receive(b"\x1da\xff") == b"\x10\x00\x00\x00"
    assert printer.receive(b"x") == b""
    printer.cover_open = True
    assert printer.receive(b"") == b"\x38\x00\x00\x00"
    printer.cover_open, printer.paper_out = False, True
    assert printer.receive(b"") == b"\x18\x00\x0f\x00"
    printer.paper_out = False
    assert printer.receive(b"") == b"\x10\x00\x00\x00"
    printer.receive(b"\x1b@")
    printer.cover_open = True
    assert printer.receive(b"") == b""


def test_a_full_buffer_loses_what_comes_and_a_power_cycle_what_it_held() -> None:
    printer = simulator()
    printer.buffer_bytes = 8
    printer.offline = True
    assert printer.receive(b"123456789\n\x10\x04\x01") == b"\x1a"
    assert (printer.holding, printer.lost) == (8, 5)
    printer.power_cycle()
    assert (printer.receive(b"A\n"), printer.lines, printer.offline) == (b"", ["A"], False)


def test_a_printer_with_a_speed_works_through_no_more_than_its_time_allows() -> None:
    printer = simulator()
    printer.bytes_a_second = 100.0
    printer.receive(b"ab\ncd\n\x1dv0\x00\x01\x00\x10\x00" + b"\xff" * 12)
    assert (printer.run(3), printer.lines) == ((3, b""), ["ab"])
    assert (printer.run(8)[0], printer.lines) == (8, ["ab", "cd"])
    assert printer.run(100)[0] == 15  # a picture is used up as it comes
    printer.receive(b"\xff" * 4 + b"\x1dr\x01")
    assert printer.run(100) == (7, b"\x00")


def test_a_printer_that_lacks_a_command_prints_the_rest_of_it() -> None:
    printer = simulator(lacks=("process_id",))
    assert printer.receive(b"\x1d(H\x06\x0000 ~A!\n") == b""
    assert printer.lines == ["H00 ~A!"]


def test_alignment_is_heeded_only_at_the_beginning_of_a_line() -> None:
    left, late = simulator(), simulator()
    left.receive(b"x\n")
    late.receive(b"x\x1ba\x02\n")
    assert left.picture().tobytes() == late.picture().tobytes()


def test_a_line_that_is_too_long_goes_on_below() -> None:
    printer = simulator()
    printer.receive(b"x" * 50 + b"\n")
    assert printer.lines == ["x" * 48, "xx"]


def test_a_high_character_moves_the_paper_further_than_the_line_spacing() -> None:
    printer = simulator()
    before = printer.printed
    printer.receive(b"x\n\x1d!\x07x\n")
    assert printer.printed - before == 34 + 192


def test_the_cut_falls_after_the_last_line_and_the_next_slip_begins_below_the_cutter() -> None:
    printer = simulator()
    printer.receive(b"one\n\x1dVB\x18two\n\x1dVB\x18")
    assert (printer.cuts, [slip.height for slip in printer.slips()]) == (2, [96 + 34 + 24] * 2)


def test_an_unknown_command_is_noted_skipped_and_does_no_harm() -> None:
    printer = simulator()
    printer.receive(b"\x1bz\x1d\x01A\n\x1d(k\x03\x002C\x06\x1dv0\x09\x01\x00\x01\x00\xff")
    assert printer.lines == ["A"]
    assert printer.faults == [
        "unknown command 1B 7A",
        "unknown command 1D 01",
        "GS ( k for a code of kind 50, which is not a QR code",
        "GS v with parameters no printer knows: 30 09 01 00 01 00",
    ]


def test_latin_code_pages_are_used_outside_chinese_mode() -> None:
    printer = simulator()
    printer.receive(b"\x1c&\xba\xc5\x1c.\x81\n")
    assert printer.lines == ["号ü"]


def test_a_gb18030_rom_prints_four_byte_characters() -> None:
    printer = simulator(rom="gb18030")
    printer.receive(b"\x1c&" + "㼆".encode("gb18030") + b"\n")
    assert printer.lines == ["㼆"]


@given(STREAMS, st.integers(1, 7))
def test_any_bytes_in_any_chunking_print_the_same_and_never_raise(stream: bytes, size: int) -> None:
    whole, pieces = simulator(), simulator()
    replies = whole.receive(stream)
    answered = b"".join(pieces.receive(stream[at : at + size]) for at in range(0, len(stream), size))
    assert (answered, pieces.lines, pieces.faults) == (replies, whole.lines, whole.faults)
    assert pieces.picture().tobytes() == whole.picture().tobytes()


def test_the_paper_forgets_its_beginning_and_keeps_growing() -> None:
    printer = simulator()
    for _ in range(120):
        printer.receive(b"x\x1bJ\xff\x1dV\x00")
    assert printer.picture().height <= 18_100
    assert printer.printed > 30_000
