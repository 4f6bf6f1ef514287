"""Files that commands write."""

from __future__ import annotations

from terminal.office.file_writing import write_whole

__all__ = ["write_whole"]
