"""From a file on disk to text or nodes, bounded in size. PyYAML stays out of here: the small TOML files need none."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from terminal.office.file_reading import Node, Report, Section, from_plain
from terminal.office.table_text import encoding_of

T = TypeVar("T")

_LARGEST = 16 * 1024 * 1024  # bytes: ten thousand items


def read_text(path: Path, report: Report, *, tables: bool = False) -> str | None:
    """The file's text; None, with the fault reported, when it is missing, unreadable, too large or not UTF-8.

    ``tables``: other programs wrote it, and the encodings that theirs have (see ``table_text``) are read too.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        report.fault(None, "", "", f"no readable file ({error.strerror or type(error).__name__})", "a file")
        return None
    if len(data) > _LARGEST:
        report.fault(None, "", "", f"more than {_LARGEST} bytes", f"at most {_LARGEST} bytes")
        return None
    try:
        return data.decode(encoding_of(io.BytesIO(data)) if tables else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.fault(line, "", "", f"byte 0x{data[error.start]:02x}", "UTF-8 text (is it saved as GBK or UTF-16?)")
        return None


def read_toml(path: Path, read: Callable[[Section], T]) -> T:
    """What ``read`` makes of a TOML file. Raises Refusal that names every fault of the file."""
    report = Report(str(path))
    found: T | None = None
    nodes = _toml_nodes(path, report)
    if nodes is not None:
        top = Section(nodes, "", report)
        found = read(top)
        top.done()
    report.refuse_if_faulty()
    assert found is not None  # a file without nodes has a fault
    return found


def _toml_nodes(path: Path, report: Report) -> Node | None:
    text = read_text(path, report)
    if text is None:
        return None
    try:
        return from_plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        report.fault(None, "", "", f"broken TOML ({error})", "valid TOML")
        return None
