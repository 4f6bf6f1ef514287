"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from terminal.errors import Fault


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is there whole or not at all: beside it first, then moved over. Raises Fault.

    What a link leads to is written, the link stays; a device or a pipe (/dev/stdout) is written to as it is.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))  # which, unlike resolve, leaves links in a circle to the writing
    beside = target.parent / f".{target.name}.{secrets.token_hex(4)}"
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):  # the trouble is told already
            beside.unlink(missing_ok=True)
        raise Fault(
            "{file} cannot be written: {why}.", "Choose another place.", file=path, why=error.strerror or str(error)
        ) from error
