"""The text of a file that a site may edit, bounded in size."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from forms.file_reading import Report

LARGEST: Final = 16 * 1024 * 1024  # bytes: ten thousand items


def read_text(
    path: Path, report: Report, encoding_of: Callable[[BinaryIO], str] | None = None, *, largest: int = LARGEST
) -> str | None:
    """The file's text; None, with the fault reported, when it is missing, unreadable, too large or not UTF-8.

    ``encoding_of`` tells another encoding from the bytes, of files that other programs wrote.
    """
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        report.fault(None, "", "", f"no readable file ({error.strerror or type(error).__name__})", "a file")
        return None
    if len(data) > largest:
        report.fault(None, "", "", f"more than {largest} bytes", f"at most {largest} bytes")
        return None
    try:
        return data.decode(encoding_of(io.BytesIO(data)) if encoding_of else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.fault(line, "", "", f"byte 0x{data[error.start]:02x}", "UTF-8 text (is it saved as GBK or UTF-16?)")
        return None
