"""Whether a modem hangs on a line. Blocking, without a thread of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from drivers.gsm_modem.reader import Reader
from drivers.line import Line

TRIES: Final = 2
ANSWER_S: Final = 0.8
_QUESTION: Final = b"AT\r"
# To a printer the question is two letters that it keeps for its next slip; this is its command to forget them. A modem
# takes it for a command that it does not know, and says nothing or an error.
_TAKEN_BACK: Final = b"\x1b@"


def answers(line: Line, clock: Callable[[], float] = time.monotonic) -> bool:
    """Ask for attention, and for nothing else. Raises LineDown."""
    line.open()
    reader = Reader()
    for _ in range(TRIES):
        line.write(_QUESTION)
        until = clock() + ANSWER_S
        while (left := until - clock()) > 0:
            if "OK" in reader.receive(line.read(left)):
                return True
    line.write(_TAKEN_BACK)
    return False
