"""The GSM 7-bit default alphabet and its extension table, and how septets lie in octets (3GPP TS 23.038, 6.1.2, 6.2.1).

No input or output.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

ESCAPE: Final = 0x1B  # the next septet is one of the extension table
BASIC: Final = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION: Final = {
    "\f": 0x0A, "^": 0x14, "{": 0x28, "}": 0x29, "\\": 0x2F,
    "[": 0x3C, "~": 0x3D, "]": 0x3E, "|": 0x40, "€": 0x65,
}  # fmt: skip
_SEPTETS: Final = {
    **{character: (code,) for code, character in enumerate(BASIC) if code != ESCAPE},
    **{character: (ESCAPE, code) for character, code in EXTENSION.items()},
}


def septets(character: str) -> tuple[int, ...] | None:
    """A character's one or two septets; None when the alphabet lacks it."""
    return _SEPTETS.get(character)


def pack(codes: Iterable[int], fill_bits: int = 0) -> bytes:
    """Septets as octets, low bits first; ``fill_bits`` zeros come before, so that they begin on a septet's border."""
    bits, held, octets = 0, fill_bits, bytearray()
    for code in codes:
        bits |= code << held
        held += 7
        while held >= 8:
            octets.append(bits & 0xFF)
            bits >>= 8
            held -= 8
    if held:
        octets.append(bits)
    return bytes(octets)
