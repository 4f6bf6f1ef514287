"""An SQLite file that is moved or removed under a running program: found before the next verb, never written unseen.

An open file lives on without its name, so a program that noticed nothing would go on storing what nobody finds again;
and SQLite would make an empty file in place of a missing one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError

from terminal.store.faults import DatabaseFault

Identity = tuple[int, int]  # device and number of a file: another file of the same name has another one


def file_of(url: URL) -> Path | None:
    """The file of an SQLite URL; None for other databases, for one in memory, and for a file named as a URI."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name or name == ":memory:" or name.startswith("file:"):
        return None
    return Path(name).absolute()


def identity(path: Path) -> Identity:
    """Which file has this name now. Raises DatabaseFault when there is none."""
    try:
        found = path.stat()
    except OSError as error:
        raise DatabaseFault(
            "The database file is no longer where it was.", "Put it back; nothing was written elsewhere."
        ) from error
    return found.st_dev, found.st_ino


def keep_to_file(engine: Engine) -> None:
    """From now on every use of the engine first looks (2 µs) whether its file is there still, and makes none.

    A missing file is a DatabaseFault; another one in its place, such as a restored backup, is opened anew.
    """
    path = file_of(engine.url)
    if path is None:
        return

    def look(_connection: object, record: Any, _proxy: object) -> None:
        now = identity(path)
        if record.info.setdefault("file", now) != now:
            raise DisconnectionError("the file was replaced")

    def open_only(_dialect: object, _record: object, arguments: list[Any], options: dict[str, Any]) -> None:
        identity(path)  # says so better than SQLite does
        arguments[0], options["uri"] = f"{path.as_uri()}?mode=rw", True

    event.listen(engine, "checkout", look)
    event.listen(engine, "do_connect", open_only)
