"""The codes on slips: short enough to type, not to be guessed from one another."""

from __future__ import annotations

import secrets
from typing import Final

# Letters and digits that nobody confuses when read aloud or typed from a slip: no 0 O, 1 I L, no U and V together.
ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTWXYZ"
CODE_LENGTH: Final = 8  # 29^8: five hundred thousand million


def new_code() -> str:
    """A code for a slip's QR. It holds a letter behind its first character, so it is no ticket's number and no id."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if not code[1:].isdecimal():
            return code
