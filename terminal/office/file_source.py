"""From a file on disk to text or nodes, bounded in size. PyYAML stays out of here: the small TOML files need none."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from forms import file_text
from terminal.office.file_reading import Node, Report, Section, from_plain
from terminal.office.table_text import encoding_of

T = TypeVar("T")


def read_text(path: Path, report: Report, *, tables: bool = False) -> str | None:
    """The file's text; None, with the fault reported, when it is missing, unreadable, too large or not UTF-8.

    ``tables``: other programs wrote it, and the encodings that theirs have (see ``table_text``) are read too.
    """
    return file_text.read_text(path, report, encoding_of if tables else None)


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
