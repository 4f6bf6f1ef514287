"""Where the project's own files are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("terminal", "drivers", "forms")
FOLDERS = (*PACKAGES, "resources", "installer", "tests")


def ours(*suffixes: str, folders: tuple[str, ...] = FOLDERS) -> Iterator[Path]:
    """Every file of ours in `folders` that ends with one of `suffixes`."""
    for folder in folders:
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in suffixes and path.is_file())


def brief(path: Path) -> str:
    """How a message names `path`."""
    return path.relative_to(ROOT).as_posix()
