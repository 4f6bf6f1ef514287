"""FF 68 frames as the protocol's description has them, for simulators.

The drivers have an encoder and a decoder of their own: a mistake in one is not repeated in the other.

``FF 68 L L 68 ADDR FUNC DATA CHK 16``; L counts ADDR to DATA, CHK is their sum modulo 256.
"""

from __future__ import annotations

from typing import Final

MOST_OF_A_BODY: Final = 32  # ADDR to DATA: our own bound, so that garbage that claims more holds nothing up


def encode(address: int, func: int, data: bytes = b"") -> bytes:
    """A frame."""
    body = bytes((address, func)) + data
    return b"\xff\x68" + bytes((len(body), len(body))) + b"\x68" + body + bytes((sum(body) % 256, 0x16))


def decode(stream: bytearray, most: int = MOST_OF_A_BODY) -> list[tuple[int, int, bytes]]:
    """Take the whole frames off the front of ``stream``: address, function and data of each.

    What claims a body of more than ``most`` bytes is no frame; the beginning of one stays for the rest to come.
    """
    found = []
    while len(stream) >= 5:
        size = stream[2]
        if stream[:2] != b"\xff\x68" or stream[3] != size or stream[4] != 0x68 or not 2 <= size <= most:
            del stream[0]
            continue
        if len(stream) < size + 7:
            break
        body, check, last = bytes(stream[5 : 5 + size]), stream[5 + size], stream[6 + size]
        if check != sum(body) % 256 or last != 0x16:
            del stream[0]
            continue
        found.append((body[0], body[1], body[2:]))
        del stream[: size + 7]
    return found
