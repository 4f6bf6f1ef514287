"""What is on the disk to stay: a file's bytes are not enough, its name has to be there as well."""

from __future__ import annotations

import os
from pathlib import Path


def keep_names(folder: Path) -> None:
    """Bring a folder's names to the disk, before anything relies on them. Windows writes them with the file, and opens
    no folders. Raises OSError.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
