"""What an SDT reader is asked, and what its answers mean."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

DONE: Final = 0x90
FOUND: Final = 0x9F

TEXT: Final = 256
PHOTO: Final = 1024
SAM_BYTES: Final = 12  # what is used of the 16 that come


class Sign(IntEnum):
    """SW3 of an answer that says no. Sources as in ``framing``; REFUSED is what old modules say to READ_ALL."""

    NO_CARD = 0x80
    NOT_SELECTED = 0x81
    NOT_READ = 0x41
    SELF_TEST = 0x60
    REFUSED = 0x21


@dataclass(frozen=True, slots=True)
class Command:
    """A question: command and parameter, what says yes, what may say no, and how long to wait.

    ``least`` is how many bytes of data come with a yes: a late yes to another question is told from it by that.
    """

    name: str
    code: bytes
    yes: int
    no: frozenset[int]
    answer_s: float
    least: int = 0
    most: int = 16


def _command(
    name: str, code: str, yes: int, *no: Sign, answer_s: float = 1.0, least: int = 0, most: int = 16
) -> Command:
    return Command(name, bytes.fromhex(code), yes, frozenset(no), answer_s, least, most)


RESET: Final = _command("reset", "10 FF", DONE, Sign.SELF_TEST, answer_s=2.0)
STATUS: Final = _command("status", "11 FF", DONE, Sign.SELF_TEST)
SAM: Final = _command("sam", "12 FF", DONE, Sign.SELF_TEST, least=SAM_BYTES)
FIND: Final = _command("find", "20 01", FOUND, Sign.NO_CARD)
SELECT: Final = _command("select", "20 02", DONE, Sign.NOT_SELECTED)
# Reading the card takes the module about a second; its 1295 bytes take 112 ms on the wire at 115200 baud.
READ: Final = _command("read", "30 01", DONE, Sign.NOT_READ, answer_s=3.0, least=4 + TEXT, most=4 + TEXT + PHOTO)
READ_ALL: Final = _command(
    "read_all", "30 10", DONE, Sign.NOT_READ, answer_s=4.0, least=6 + TEXT, most=6 + TEXT + 2 * PHOTO
)


class Answer(NamedTuple):
    """SW3 and the data behind it."""

    sign: int
    data: bytes


def answer_of(body: bytes) -> Answer:
    """An answer from a frame's body of at least three bytes."""
    return Answer(body[2], body[3:])


def is_yes(command: Command, answer: Answer) -> bool:
    """Whether it says yes to this question, and not late to another one."""
    return answer.sign == command.yes and command.least <= len(answer.data) <= command.most


class Parts(NamedTuple):
    """What a read brings: text, picture, fingerprints (b"" when there are none)."""

    text: bytes
    photo: bytes
    fingerprints: bytes


def parts_of(command: Command, data: bytes) -> Parts | None:
    """Cut a read's data by the lengths at its beginning; None when they do not add up."""
    count = 3 if command is READ_ALL else 2
    if len(data) < 2 * count:
        return None
    sizes = struct.unpack_from(f">{count}H", data)
    if sizes[0] != TEXT or sum(sizes) != len(data) - 2 * count:
        return None
    rest = data[2 * count :]
    text, photo = rest[:TEXT], rest[TEXT : TEXT + sizes[1]]
    return Parts(text, photo, rest[TEXT + sizes[1] :])


def sam_number(data: bytes) -> str:
    """05.01-20180101-0001234567: the module's number as makers print it (their demos: ``%02d.%02d-%08d-%010d``)."""
    if len(data) < SAM_BYTES:
        return ""
    area, maker, day, serial = struct.unpack_from("<HHII", data)
    return f"{area:02d}.{maker:02d}-{day:08d}-{serial:010d}"
