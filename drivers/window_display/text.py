"""Words for a strip: only what GBK has, no longer than the strip is wide, in the bytes its controller takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

MISSING: Final = "〓"  # the printers' mark for a character that is not there; GBK has it


def fitted(text: str, columns: int, missing: str = MISSING) -> str:
    """What the strip will show: one line, characters that GBK lacks replaced, cut to so many half-width columns."""
    shown, room = "", columns
    for character in " ".join(text.split()):
        character = _known(character, missing)
        width = len(character.encode("gbk"))
        if width > room:
            break
        shown, room = shown + character, room - width
    return shown.rstrip()


def width(text: str, missing: str = MISSING) -> int:
    """How many half-width columns a text takes."""
    return sum(len(_known(character, missing).encode("gbk")) for character in " ".join(text.split()))


def _known(character: str, missing: str) -> str:
    return character if _is_known(character) else missing


def _is_known(character: str) -> bool:
    """Whether GBK has it as one plain byte or a pair. Controls would end a frame; € is a lone high byte in GBK."""
    try:
        data = character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return len(data) == 2 or 0x20 <= data[0] < 0x7F


def _plain(text: str) -> bytes:
    return text.encode("gbk")


def _zero_after(text: str) -> bytes:
    return b"".join(character.encode("gbk") + b"\0" for character in text)


def _nibbles(text: str) -> bytes:
    spread = bytearray()
    for byte in text.encode("gbk"):
        spread += bytes((byte >> 4, byte & 0x0F)) if byte & 0x80 else bytes((byte,))
    return bytes(spread)


# plain: GBK as it is. zero_after: each character, of one byte or two, and a 00. nibbles: each byte with the high bit as
# two bytes, its high four bits and its low four.
FORMS: Final[dict[str, Callable[[str], bytes]]] = {"plain": _plain, "zero_after": _zero_after, "nibbles": _nibbles}
