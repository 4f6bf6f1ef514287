"""Where a file goes to or comes from: asked with the system's own dialog, or by whoever stands in for it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from terminal.office.file_writing import write_whole


def write_file(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all, on a worker. Raises Fault that names it when that fails."""
    write_whole(path, content)
    return path


class Files(Protocol):
    """What pages need of it; tests hand in another."""

    def to_save(self, page: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """A place for a new file; None when the person thought better of it."""

    def to_open(self, page: QWidget, title: str, kinds: str) -> Path | None:
        """A file to read; None likewise."""


class Dialogs:
    """The system's dialogs."""

    def to_save(self, page: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """As promised; the dialog itself asks before it writes over a file."""
        chosen, _ = QFileDialog.getSaveFileName(page, title, name, kinds)
        return Path(chosen) if chosen else None

    def to_open(self, page: QWidget, title: str, kinds: str) -> Path | None:
        """As promised."""
        chosen, _ = QFileDialog.getOpenFileName(page, title, "", kinds)
        return Path(chosen) if chosen else None
