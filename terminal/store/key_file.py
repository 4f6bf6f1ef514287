"""The file that holds a centre's key: where it lies, what it is called, and bringing it from one machine to another.

A key is named after what it is (``lc01-`` and twelve hexadecimal digits of its hash), so that a damaged file and
another centre's are told from the right one before anything is sealed with them. The file is readable by its owner only
and never lies beside the database: a backup of the database alone tells no number, and opens none either.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from pathlib import Path
from typing import Final

import platformdirs

from terminal.errors import Fault, Refusal
from terminal.store.durable import keep_names

FOLDER: Final = "ONEWINDOW_KEYS"  # stands in for the folder
SEALING: Final = 16  # bytes that seal; those after them find
KEY_BYTES: Final = SEALING + 32
_SHOWN: Final = 12
_OURS_ALONE: Final = 0o600


def key_folder() -> Path:
    """Where keys lie: ONEWINDOW_KEYS, or ``keys`` in the user's settings folder. Never beside the database."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else Path(platformdirs.user_config_dir("onewindow", appauthor=False)) / "keys"


def path_of(folder: Path, key_id: str) -> Path:
    """The file of a key."""
    return folder / f"{key_id}.key"


def belongs(key: bytes, key_id: str) -> bool:
    """Whether this is the key of that name, whole."""
    return len(key) == KEY_BYTES and secrets.compare_digest(_fingerprint(key), key_id.rpartition("-")[2])


def read_key(path: Path) -> bytes | None:
    """What the file holds; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(KEY_BYTES + 1)  # another file may be of any length
    except OSError:
        return None


def make_key(folder: Path, centre: str) -> str:
    """A new key in the folder; returns its id. It is on the disk when this returns. Raises Fault."""
    key = secrets.token_bytes(KEY_BYTES)
    key_id = f"{centre.lower()}-{_fingerprint(key)}"
    _write(path_of(folder, key_id), key)
    return key_id


def export_key(path: Path, target: Path) -> Path:
    """Copy a key file to ``target``, a new file or a folder, readable by its owner only. Returns the new file.

    Refuses a file that is there already. Raises Fault.
    """
    key = read_key(path)
    if key is None:
        raise Fault("The key file {file} cannot be read.", "Look at its rights.", file=path)
    place = target / path.name if target.is_dir() else target
    if place.exists() or place.is_symlink():
        raise Refusal("{file} is there already.", "Name a file that is not there yet.", file=place)
    _write(place, key)
    return place


def import_key(source: Path, path: Path, key_id: str) -> bool:
    """Take a key file over as ``path``. Returns False when the right one was there already.

    Refuses a file that is not the key of that id, damaged or another centre's. What lay there instead is put aside
    beside it, its name ending in ``.damaged``. Raises Fault.
    """
    key = read_key(source)
    if key is None:
        raise Refusal("The file {file} cannot be read.", "Look at its name and its rights.", file=source)
    if not belongs(key, key_id):
        raise Refusal(
            "{file} is not the key of this centre's residents, or is damaged.",
            "Look for the file that was exported as {name}.",
            file=source, name=path.name,
        )  # fmt: skip
    there = read_key(path)
    if there is not None and belongs(there, key_id):
        return False
    if there is not None:
        _put_aside(path)
    _write(path, key)
    return True


def others_can_read(path: Path) -> bool:
    """Whether the file's rights let others than its owner read it; where rights are not of that kind, no."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return os.name == "posix" and bool(stat.S_IMODE(mode) & 0o077)


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:_SHOWN]


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError as error:
        raise _unwritten(path, error) from error


def _write(path: Path, key: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS_ALONE), "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        keep_names(path.parent)  # the database is about to rely on it
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> Fault:
    return Fault(
        "The key file {file} cannot be made: {why}.",
        "Give this user a writable folder, or name another one in ONEWINDOW_KEYS.",
        file=path, why=error.strerror or str(error),
    )  # fmt: skip
