"""A backup of a centre in a folder of its own: the database as of one moment, and every file that its cases name."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, select
from sqlalchemy.engine import make_url

from terminal.errors import Fault, Refusal
from terminal.model import Attachment, ResidentKey
from terminal.office.file_writing import write_whole
from terminal.store import schema
from terminal.store.faults import faults
from terminal.store.file_store import FileStore, files_folder
from terminal.store.present import file_of
from terminal.store.store import Store

MANIFEST: Final = "backup.json"  # written last: without it a backup is not whole
_CHUNK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds. ``database`` and its hash are None of a PostgreSQL database, which has tools of its own;
    ``keys`` name the keys that residents' numbers are sealed with: they are not in it.
    """

    made_at: str
    revision: str
    database: str | None
    sha256: str | None
    files: int
    bytes: int
    keys: tuple[str, ...]


def back_up(url: str, folder: Path) -> Backup:
    """Copy the database and the files beside it into ``folder``, which is made; windows may be at work meanwhile.

    Of a PostgreSQL database the files alone are copied: dump it before, so that no file of the dump is missing. What
    was copied is read back and compared. Refuses a folder in which there is anything. Raises Fault when something
    cannot be read or written, or a file is missing or damaged; then the folder is as it was before.
    """
    store = Store(url)
    try:
        schema.require_current(store.engine, upgrade_older=False)
        made = _make(folder)
        try:
            return _copy(store, url, folder)
        except OSError as error:
            _clear(folder, made)
            raise _unwritable(folder, error) from error
        except BaseException:
            _clear(folder, made)
            raise
    finally:
        store.close()


def _copy(store: Store, url: str, folder: Path) -> Backup:
    source = file_of(store.engine.url)
    name = digest = None
    if source is not None:
        name = source.name
        digest = _copy_database(source, folder / name)
    # Of SQLite the names are those of the copy: what is attached or taken away meanwhile is none of its business.
    # Read without a Store, which would change the copy's way of writing and so its hash.
    engine = create_engine(f"sqlite:///{folder / name}") if name is not None else store.engine
    try:
        with faults(), engine.connect() as connection:
            named = select(Attachment.sha256).where(Attachment.removed_at.is_(None)).distinct()
            wanted = connection.scalars(named).all()
            keys = tuple(connection.scalars(select(ResidentKey.key_id).order_by(ResidentKey.key_id)))
    finally:
        if engine is not store.engine:
            engine.dispose()
    into = (folder / (name or make_url(url).database or "centre")).with_suffix(".files")
    size = _copy_files(FileStore(files_folder(url)), FileStore(into), wanted)
    backup = Backup(datetime.now(UTC).isoformat(timespec="seconds"), schema.HEAD, name, digest, len(wanted), size, keys)
    write_whole(folder / MANIFEST, json.dumps(asdict(backup), indent=2) + "\n")
    return backup


def _copy_database(source: Path, target: Path) -> str:
    """SQLite's online backup, checked as a whole; returns the copy's SHA-256."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, whoever opens it next
            damage = [row[0] for row in copy.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
    except sqlite3.Error as error:
        raise Fault("The database cannot be copied: {why}.", "Make room, then try again.", why=error) from error
    if damage:
        raise Fault("The database is damaged: {what}.", "Run: onewindow db check", what=damage[0])
    digest = hashlib.sha256()
    with target.open("rb") as file:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            digest.update(chunk)
        os.fsync(file.fileno())
    return digest.hexdigest()


def _copy_files(source: FileStore, target: FileStore, wanted: Sequence[str]) -> int:
    """Each is compared with its name as it is read, and once more as it lies in the copy; returns their bytes."""
    size = 0
    for name in wanted:
        data = source.get(name)
        target.put(data)
        size += len(target.get(name))
    return size


def _make(folder: Path) -> bool:
    """Make the folder; whether there was none. Refuses one that holds anything."""
    try:
        there = folder.is_dir()
        if there and any(folder.iterdir()):
            raise Refusal("There is something in {folder} already.", "Name a folder that is new.", folder=folder)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return not there


def _clear(folder: Path, made: bool) -> None:
    """Take away what was copied: half a backup is none."""
    for one in list(folder.iterdir()):
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    if made:
        folder.rmdir()


def _unwritable(folder: Path, error: OSError) -> Fault:
    return Fault(
        "The backup cannot be written to {folder}: {why}.", "Choose another place, or make room.",
        folder=folder, why=error.strerror or str(error),
    )  # fmt: skip
