"""What a phone reads in an SMS-SUBMIT: number, text, and which part of a message it is (3GPP TS 23.040, 23.038)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# TS 23.038, 6.2.1: rows of sixteen.
_ALPHABET: Final = "".join((
    "@£$¥èéùìòÇ\nØø\rÅå",
    "Δ_ΦΓΛΩΠΨΣΘΞ\0ÆæßÉ",
    " !\"#¤%&'()*+,-./",
    "0123456789:;<=>?",
    "¡ABCDEFGHIJKLMNO",
    "PQRSTUVWXYZÄÖÑÜ§",
    "¿abcdefghijklmno",
    "pqrstuvwxyzäöñüà",
))  # fmt: skip
_SHIFTED: Final = dict(zip((10, 20, 40, 41, 47, 60, 61, 62, 64, 101), "\f^{}\\[~]|€", strict=True))


@dataclass(frozen=True, slots=True, repr=False)
class Submitted:
    """A short message as it was given to the network. ``units`` are UTF-16 for UCS2, else empty."""

    number: str
    text: str
    units: bytes = b""
    reference: int | None = None
    part: int = 1
    parts: int = 1


def decoded(octets: bytes, tpdu_length: int) -> Submitted:
    """Take one apart. Raises ValueError for what no network would carry."""
    if not octets or len(octets) - 1 - octets[0] != tpdu_length:
        raise ValueError("the length is not the one announced")
    tpdu = octets[1 + octets[0] :]
    try:
        return _submit(tpdu)
    except IndexError:
        raise ValueError("it breaks off") from None


def _submit(tpdu: bytes) -> Submitted:
    first = tpdu[0]
    if first & 0x03 != 0x01:
        raise ValueError("it is no message to be submitted")
    digits = tpdu[2]
    address_end = 4 + (digits + 1) // 2
    number = _number(tpdu[3], tpdu[4:address_end], digits)
    coding = tpdu[address_end + 1]
    body_at = address_end + 2 + {0x00: 0, 0x10: 1, 0x08: 7, 0x18: 7}[first & 0x18]
    length, data = tpdu[body_at], tpdu[body_at + 1 :]
    header = data[: 1 + data[0]] if first & 0x40 else b""
    reference, part, parts = _concatenation(header)
    if coding == 0x08:
        if len(data) != length or length > 140 or (length - len(header)) % 2:
            raise ValueError("its text has another length")
        units = data[len(header) :]
        return Submitted(number, units.decode("utf-16-be", "surrogatepass"), units, reference, part, parts)
    if coding != 0x00:
        raise ValueError("its coding is not known here")
    if length > 160 or len(data) != (length * 7 + 7) // 8:
        raise ValueError("its text has another length")
    return Submitted(number, _septet_text(data, length, len(header)), b"", reference, part, parts)


def _number(kind: int, octets: bytes, digits: int) -> str:
    text = "".join(f"{octet & 15:x}{octet >> 4:x}" for octet in octets)
    if not 1 <= digits <= 20 or not text[:digits].isdecimal() or text[digits:] not in ("", "f"):
        raise ValueError("its number is none")
    return ("+" if kind & 0x70 == 0x10 else "") + text[:digits]


def _concatenation(header: bytes) -> tuple[int | None, int, int]:
    at = 1
    while at < len(header):
        kind, size = header[at], header[at + 1]
        if kind == 0 and size == 3:
            parts, part = header[at + 3], header[at + 4]
            if not 1 <= part <= parts:
                raise ValueError("its parts are miscounted")
            return header[at + 2], part, parts
        at += 2 + size
    return None, 1, 1


def _septet_text(data: bytes, length: int, header: int) -> str:
    bits = int.from_bytes(data, "little")
    begin = (header * 8 + 6) // 7
    text, shifted = "", False
    for at in range(begin, length):
        code = bits >> (7 * at) & 0x7F
        if shifted:
            text += _SHIFTED.get(code, " ")
            shifted = False
        elif code == 0x1B:
            shifted = True
        else:
            text += _ALPHABET[code]
    return text
