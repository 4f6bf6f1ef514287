"""What a printer sends, taken apart: answers to DLE EOT and GS r, automatic status, process numbers. Sans-IO.

All of it shares one stream and is told apart by fixed bits. Source: Epson TM-T88III specification, appendix G
"Transmission status identification" (the same table stands in Citizen's manuals): GS r ``0xx0xxxx``, XON ``00010001``,
XOFF ``00010011``, DLE EOT ``0xx1xx10``, automatic status ``0xx1xx00`` and then three bytes ``0xx0xxxx``, between which
an XOFF may stand. GS ( H answers ``37 22 d1 d2 d3 d4 00`` (Epson's ESC/POS reference), and 37 fits none of these.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

XON, XOFF = 0x11, 0x13
DONE_HEAD = b"\x37\x22"
FIRST_DIGIT, DIGITS = 0x20, 95  # d1 to d4 are printable ASCII, 32 to 126
NUMBERS = DIGITS**4  # process numbers there are; a job's number is told modulo this


class RealTime(NamedTuple):
    """The answer to one DLE EOT; to which n, only the asker knows."""

    byte: int


class Sensor(NamedTuple):
    """The answer to GS r."""

    byte: int


class Automatic(NamedTuple):
    """Four bytes of automatic status (GS a)."""

    data: bytes


class Done(NamedTuple):
    """The printer finished the process of that number (GS ( H)."""

    process: int


class Flow(NamedTuple):
    """Whether the printer takes more bytes: XON, XOFF."""

    on: bool


Answer: TypeAlias = RealTime | Sensor | Automatic | Done | Flow


def process_digits(number: int) -> bytes:
    """d1 to d4 of a process number."""
    digits = bytearray()
    for _ in range(4):
        number, digit = divmod(number, DIGITS)
        digits.append(FIRST_DIGIT + digit)
    return bytes(reversed(digits))


class Answers:
    """Takes bytes in any portions. Whatever fits nothing is noise and is dropped.

    What was begun like automatic status or a process number and did not end so is never taken for an answer to GS r:
    that would call a slip printed which nobody said was. Keeps at most six bytes.
    """

    def __init__(self) -> None:
        self._begun = bytearray()
        self._doubtful = 0  # so many bytes from the beginning belonged to something broken

    def receive(self, data: bytes) -> list[Answer]:
        """The answers that are complete now."""
        found: list[Answer] = []
        for byte in data:
            if byte in (XON, XOFF):  # before all else: they may stand within other answers
                found.append(Flow(byte == XON))
                continue
            self._begun.append(byte)
            self._take(found)
        return found

    def idle(self) -> list[Answer]:
        """The line was quiet: give up what was begun; what was hidden in it."""
        found: list[Answer] = []
        while self._begun:
            self._slide(len(self._begun))
            self._take(found)
        return found

    def _take(self, found: list[Answer]) -> None:
        while self._begun:
            answer = self._first(found)
            if answer is None:
                return

    def _first(self, found: list[Answer]) -> int | None:
        """Deal with the beginning: how many bytes that took, None when more must come first."""
        begun = self._begun
        head = begun[0]
        if head & 0x93 == 0x12:
            found.append(RealTime(head))
        elif head & 0x90 == 0:
            if not self._doubtful:
                found.append(Sensor(head))
        elif head & 0x93 == 0x10:
            return self._frame(found, 4, all(byte & 0x90 == 0 for byte in begun[1:]))
        elif head == DONE_HEAD[0]:
            return self._frame(found, 7, _may_be_done(begun))
        return self._drop(1)

    def _frame(self, found: list[Answer], length: int, fits: bool) -> int | None:
        if not fits:
            return self._slide(len(self._begun) - 1)  # the last byte broke it, and is no part of it
        if len(self._begun) < length:
            return None
        frame = bytes(self._begun[:length])
        found.append(Automatic(frame) if length == 4 else Done(_number(frame[2:6])))
        return self._drop(length)

    def _slide(self, broken: int) -> int:
        """Give up the first of so many broken bytes; those that had followed it are not to be trusted alone."""
        self._doubtful = max(self._doubtful, broken)
        return self._drop(1)

    def _drop(self, length: int) -> int:
        del self._begun[:length]
        self._doubtful = max(0, self._doubtful - length)
        return length


def _may_be_done(begun: bytearray) -> bool:
    head, digits, end = begun[:2], begun[2:6], begun[6:7]
    return DONE_HEAD.startswith(head) and all(0x20 <= digit <= 0x7E for digit in digits) and not any(end)


def _number(digits: bytes) -> int:
    number = 0
    for digit in digits:
        number = number * DIGITS + digit - FIRST_DIGIT
    return number
