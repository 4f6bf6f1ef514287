"""Files beside the database: each lies under the SHA-256 of its bytes, whole or not at all.

A file is written under a name of its own, brought to the disk, and only then given its name; the folder is brought to
the disk after it. So a row that names a file was written after the file was safe. What is read is compared with its
name: a changed file is told as damage, never handed out.

A folder may be named for a whole machine, on which there may be several databases. So it says whose files lie in it,
and files that nobody names are removed only where no other database could name them.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import platformdirs
from sqlalchemy.engine import make_url

from terminal.errors import Fault
from terminal.store.durable import keep_names

FOLDER: Final = "ONEWINDOW_FILES"  # stands in for the folder
KEPT_SECONDS: Final = 24 * 3600.0  # nothing younger is swept: its row may be on its way
_PART: Final = ".part"
_OWNERS: Final = "owners"  # a file of the folder: a line for each centre whose files lie here
_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_CHUNK: Final = 1024 * 1024


class FileStore:
    """The files of one folder, which is made with the first of them. Safe to use from many threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep these bytes; returns what names them. Storing the same again keeps one. Raises Fault, and nothing is
        left of it then.
        """
        name = hashlib.sha256(data).hexdigest()
        place = self.path(name)
        try:
            if place.is_file() and place.stat().st_size == len(data) and place.read_bytes() == data:
                os.utime(place)  # young again: a sweep leaves it to whoever is about to name it
                return name
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._write(place, data)
        except OSError as error:
            raise self._fault(error) from error
        return name

    def claim(self, owner: str) -> None:
        """Note whose files lie here, before the first of them. ``owner`` is in one line. Raises Fault."""
        try:
            if owner in self._owners():
                return
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with (self.folder / _OWNERS).open("a", encoding="utf-8") as file:
                file.write(f"{owner}\n")
                file.flush()
                os.fsync(file.fileno())
            keep_names(self.folder)
        except OSError as error:
            raise self._fault(error) from error

    def get(self, name: str) -> bytes:
        """The bytes of that name. Raises Fault when they are not here or were changed."""
        try:
            data = self.path(name).read_bytes()
        except FileNotFoundError as error:
            raise Fault(
                "The file is not in {folder}.",
                "Let all windows use one folder (ONEWINDOW_FILES), or bring it back from the backup.",
                folder=self.folder,
            ) from error
        except OSError as error:
            raise self._fault(error) from error
        if hashlib.sha256(data).hexdigest() != name:
            raise Fault(
                "A file in {folder} is damaged: its bytes were changed.", "Bring it back from the backup.",
                folder=self.folder,
            )  # fmt: skip
        return data

    def is_whole(self, name: str) -> bool:
        """Whether the bytes of that name are what they were. Raises Fault when they cannot be read."""
        digest = hashlib.sha256()
        try:
            with self.path(name).open("rb") as file:
                for chunk in iter(lambda: file.read(_CHUNK), b""):
                    digest.update(chunk)
        except OSError as error:
            raise self._fault(error) from error
        return digest.hexdigest() == name

    def size(self, name: str) -> int | None:
        """How many bytes lie under that name; None when there are none. Raises Fault."""
        try:
            return self.path(name).stat().st_size
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._fault(error) from error

    def path(self, name: str) -> Path:
        """Where the bytes of that name lie, or would."""
        if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
            raise ValueError("no SHA-256")
        return self.folder / name[:2] / name

    def names(self) -> Iterator[str]:
        """What is stored. Raises Fault."""
        try:
            yield from sorted(path.name for path in self.folder.glob("??/*") if len(path.name) == 64)
        except OSError as error:
            raise self._fault(error) from error

    def sweep(self, wanted: Collection[str], owners: Collection[str]) -> int:
        """Remove what nobody names any more, and leavings of a power cut, once they are a day old. Returns how many.

        ``wanted`` is all that ``owners`` name; nothing is removed where files of others lie as well, or nobody's.
        """
        gone, before = 0, time.time() - KEPT_SECONDS
        try:
            claimed = self._owners()
            if not claimed or not claimed.issubset(owners):
                return 0
            for path in list(self.folder.glob("??/*")):
                if path.name not in wanted and path.stat().st_mtime < before:
                    path.unlink(missing_ok=True)
                    gone += 1
        except FileNotFoundError:
            return gone  # somebody else sweeps at the same time
        except OSError as error:
            raise self._fault(error) from error
        return gone

    def _owners(self) -> set[str]:
        try:
            return set((self.folder / _OWNERS).read_text(encoding="utf-8").split())
        except FileNotFoundError:
            return set()

    def _write(self, place: Path, data: bytes) -> None:
        part = place.with_name(f"{secrets.token_hex(12)}{_PART}")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        keep_names(place.parent)
        keep_names(self.folder)

    def _fault(self, error: OSError) -> Fault:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Fault(
                "The disk of {folder} is full: the file was not stored.", "Make room, then attach it again.",
                folder=self.folder,
            )  # fmt: skip
        return Fault(
            "The folder of files {folder} cannot be used: {why}.",
            "Give this user a writable folder, or name another one in ONEWINDOW_FILES.",
            folder=self.folder, why=error.strerror or str(error),
        )  # fmt: skip


def files_folder(url: str) -> Path:
    """Where the files of a database lie: ONEWINDOW_FILES, or beside an SQLite file (``centre.files`` for
    ``centre.db``), or in the user's data folder. Windows on one database need the same folder.
    """
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database and parsed.database != ":memory:":
        return Path(parsed.database).with_suffix(".files")
    return Path(platformdirs.user_data_dir("onewindow", appauthor=False)) / "files" / (parsed.database or "centre")
