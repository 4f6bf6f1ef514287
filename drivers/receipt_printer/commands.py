"""ESC/POS commands as bytes, each named for what it does. Source: Epson's ESC/POS command reference."""

from __future__ import annotations

from typing import Final

from drivers.receipt_printer.answers import process_digits
from drivers.receipt_printer.slip import Align

INIT: Final = b"\x1b\x40"  # ESC @; also switches automatic status back off
SMOOTH: Final = b"\x1d\x62\x01"  # GS b 1
NEXT_LINE: Final = b"\n"
ASK_PAPER_IN_TURN: Final = b"\x1d\x72\x01"  # GS r 1: answered when the printer has worked through what came before
ALIGN: Final = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}
CORRECTION: Final = {"L": 0x30, "M": 0x31, "Q": 0x32, "H": 0x33}


def line_spacing(dots: int) -> bytes:
    """ESC 3: from one line to the next."""
    return bytes((0x1B, 0x33, dots))


def bold(on: bool) -> bytes:
    """ESC E, for Latin and Chinese."""
    return bytes((0x1B, 0x45, on))


def align(where: Align) -> bytes:
    """ESC a, heeded at the beginning of a line."""
    return bytes((0x1B, 0x61, ALIGN[where]))


def size(width: int, height: int) -> bytes:
    """GS !, 1 to 8 times, for all characters."""
    return bytes((0x1D, 0x21, (width - 1) << 4 | (height - 1)))


def chinese_size(width: int, height: int) -> bytes:
    """FS !, single or double, for Chinese characters on printers whose GS ! leaves those alone."""
    return bytes((0x1C, 0x21, (0x04 if width == 2 else 0) | (0x08 if height == 2 else 0)))


def position(dots: int) -> bytes:
    """ESC $: from the left edge."""
    return b"\x1b\x24" + dots.to_bytes(2, "little")


def feed(dots: int) -> bytes:
    """ESC J as often as it takes; the line in the buffer is printed first."""
    whole, rest = divmod(dots, 255)
    return b"\x1b\x4a\xff" * whole + (bytes((0x1B, 0x4A, rest)) if rest else b"")


def inline_image(columns: int, strips: bytes) -> bytes:
    """ESC * 33: a strip 24 dots high that stands in the line like a character."""
    return b"\x1b\x2a\x21" + columns.to_bytes(2, "little") + strips


def raster(width: int, height: int, rows: bytes, double: int = 0, *, band_rows: int) -> bytes:
    """GS v 0 in bands of so many rows. ``double``: 1 doubles the width, 2 the height, 3 both, in the printer."""
    row_bytes = (width + 7) // 8
    bands = []
    for top in range(0, height, band_rows):
        count = min(band_rows, height - top)
        head = b"\x1d\x76\x30" + bytes((double,)) + row_bytes.to_bytes(2, "little") + count.to_bytes(2, "little")
        bands.append(head + rows[top * row_bytes : (top + count) * row_bytes])
    return b"".join(bands)


def qr(content: bytes, module: int, correction: str) -> bytes:
    """GS ( k for a QR code, functions 65 model, 67 size, 69 correction, 80 store, 81 print."""
    return (
        _qr(0x41, b"\x32\x00")
        + _qr(0x43, bytes((module,)))
        + _qr(0x45, bytes((CORRECTION[correction],)))
        + _qr(0x50, b"\x30" + content)
        + _qr(0x51, b"\x30")
    )


def _qr(function: int, data: bytes) -> bytes:
    return b"\x1d\x28\x6b" + (len(data) + 2).to_bytes(2, "little") + bytes((0x31, function)) + data


def ask_status(kind: int) -> bytes:
    """DLE EOT n: answered at once, also while the printer is offline."""
    return bytes((0x10, 0x04, kind))


def ask_done(number: int) -> bytes:
    """GS ( H 48: answered with the number (modulo 95⁴) when the printing of what came before is done."""
    return b"\x1d\x28\x48\x06\x00\x30\x30" + process_digits(number)
