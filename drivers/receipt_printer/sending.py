"""A slip in pieces that a small buffer can take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drivers.receipt_printer.stream import commands_in


class Piece(NamedTuple):
    """Some bytes of a slip; ``whole`` when a command ends with them, so that a question may follow."""

    data: bytes
    whole: bool


def pieces(data: bytes, longest: int) -> Iterator[Piece]:
    """``data`` in pieces of at most ``longest`` bytes that part between commands where they can.

    A question within a picture's bytes would be part of the picture.
    """
    gathered = bytearray()
    for command in commands_in(data):
        worth_parting = len(command) <= longest or len(gathered) > longest // 2
        if gathered and len(gathered) + len(command) > longest and worth_parting:
            yield Piece(bytes(gathered), True)
            gathered.clear()
        gathered += command
        while len(gathered) > longest:
            yield Piece(bytes(gathered[:longest]), False)
            del gathered[:longest]
    if gathered:
        yield Piece(bytes(gathered), True)


def longest_command(data: bytes) -> int:
    """How many bytes the longest command has."""
    return max(map(len, commands_in(data)), default=0)
