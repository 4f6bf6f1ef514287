"""Tables as spreadsheets write them: in their encodings, with their separators, and with their marks for text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final

UNREADABLE: Final = "\ufffd"  # what stands for a byte that is no character of the encoding
SEPARATORS: Final = ",;\t"  # a comma; where the comma is the decimal point; "Unicode text"
_BLOCK: Final = 1 << 16
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(file: BinaryIO) -> str:
    """utf-16 (which has its mark), utf-8-sig or gb18030, whichever the file is in.

    A file of none of them is taken for UTF-8 with unreadable characters. Text of GB18030 read as UTF-8 has more faults
    than characters; a damaged UTF-8 file has fewer. Reads from the file's beginning. Raises OSError.
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
    characters = faults = 0
    if file.read(2) in _UTF16:
        return "utf-16"
    file.seek(0)
    for block in _blocks(file):
        text = decoder.decode(block)
        faults += text.count(UNREADABLE)
        characters += sum(not letter.isascii() for letter in text)
    return "gb18030" if 2 * faults > characters else "utf-8-sig"


def separator_of(head: str) -> str:
    """What stands between the values of a table whose first line this is."""
    return max(SEPARATORS, key=head.count)


def written(value: str) -> str:
    """A value without the marks that keep a spreadsheet from taking it for a number: ``="0012"``, ``'0012``."""
    value = value.strip()
    if len(value) >= 3 and value.startswith('="') and value.endswith('"'):
        return value[2:-1]
    return value.removeprefix("'")


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block
