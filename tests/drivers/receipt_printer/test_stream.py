"""Bytes taken apart again: nothing lost, parted where it may be, and their paper measured as the printer moves it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.receipt_printer.profile import Profile, load_profile, profile_names
from drivers.receipt_printer.sending import longest_command, pieces
from drivers.receipt_printer.slip import Cut, Feed, Part, Picture, Qr, Rule, Text
from drivers.receipt_printer.stream import commands_in, paper_dots
from forms.slips import ticket_slip
from tests.drivers.receipt_printer.helpers import WIDE, encode, simulator
from tests.drivers.receipt_printer.test_round_trip import PARTS
from tests.forms.test_slips import TICKET

PROFILES = st.sampled_from([load_profile(name) for name in profile_names()])
PICTURES = st.integers(1, 300).map(lambda height: Picture(16, height, bytes(i % 251 for i in range(2 * height))))
EVERYTHING = st.lists(PARTS | PICTURES | st.builds(Qr, st.just("A017"), st.integers(1, 8)), max_size=6).map(tuple)


@given(EVERYTHING, PROFILES)
def test_paper_is_counted_as_the_printer_moves_it(parts: tuple[Part, ...], profile: Profile) -> None:
    data = encode(*parts, profile=profile)
    printer = simulator(profile, rom=profile.text.charset)
    before = printer.printed
    printer.receive(data)
    assert paper_dots(data, profile.cut.cutter_dots) == printer.printed - before


def test_the_standard_slip_is_about_15_centimetres_long() -> None:
    assert 1100 < paper_dots(encode(*ticket_slip(TICKET).parts)) < 1300


def test_a_few_lengths_by_hand() -> None:
    assert paper_dots(b"") == 0
    assert paper_dots(encode(Text("x"), Text("x", height=8))) == 34 + 192
    assert paper_dots(encode(Feed(300))) == 300
    assert paper_dots(encode(Cut())) == 96 + 24
    assert paper_dots(encode(Qr("A017", module=6))) == 21 * 6


@given(EVERYTHING, st.integers(16, 3000))
def test_pieces_are_the_slip_in_order_and_no_longer_than_asked(parts: tuple[Part, ...], longest: int) -> None:
    data = encode(*parts)
    found = list(pieces(data, longest))
    assert b"".join(piece.data for piece in found) == data
    assert all(0 < len(piece.data) <= longest for piece in found)
    ends, at = set(), 0
    for command in commands_in(data):
        at += len(command)
        ends.add(at)
    at = 0
    for piece in found:
        at += len(piece.data)
        assert not piece.whole or at in ends


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_apart_without_loss_and_measured(data: bytes) -> None:
    assert b"".join(commands_in(data)) == data
    assert paper_dots(data) >= 0


@pytest.mark.parametrize("height", [1, 40, 800])
def test_no_command_is_longer_than_half_the_buffer(height: int) -> None:
    picture = Picture(576, height, bytes(i % 251 for i in range(72 * height)))
    assert longest_command(encode(Rule(), picture)) <= WIDE.pace.buffer_bytes // 2 + 8
