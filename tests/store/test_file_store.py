"""Files beside the database: whole or not at all, one of each, and told when they were changed."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.errors import Fault
from terminal.store.file_store import FileStore, files_folder


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def everything(files: FileStore) -> list[Path]:
    return list(files.folder.glob("??/*"))


def test_what_is_stored_is_read_again_and_kept_once(files: FileStore) -> None:
    name = files.put(b"scan")
    assert name == hashlib.sha256(b"scan").hexdigest() == files.put(b"scan")
    assert files.get(name) == b"scan"
    assert everything(files) == [files.path(name)]
    assert files.path(name).stat().st_mode & 0o077 == 0
    assert list(files.names()) == [name]


@given(st.lists(st.binary(max_size=200), max_size=8))
def test_any_bytes_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]) -> None:
    files = FileStore(tmp_path_factory.mktemp("store"))
    names = [files.put(data) for data in contents]
    assert [files.get(name) for name in names] == contents
    assert set(files.names()) == set(names)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65, "/" * 64])
def test_nothing_but_a_hash_names_a_file(files: FileStore, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        files.path(name)


def test_a_file_that_is_gone_or_changed_is_told(files: FileStore) -> None:
    name = files.put(b"scan")
    files.path(name).write_bytes(b"another")
    with pytest.raises(Fault, match="damaged"):
        files.get(name)
    files.path(name).unlink()
    with pytest.raises(Fault, match="not in"):
        files.get(name)


def test_a_file_that_was_damaged_is_stored_anew(files: FileStore) -> None:
    name = files.put(b"scan")
    files.path(name).write_bytes(b"scam")
    assert files.put(b"scan") == name
    assert files.get(name) == b"scan"


@pytest.mark.parametrize(
    ("step", "number", "why"),
    [("fsync", errno.ENOSPC, "full"), ("fsync", errno.EIO, "cannot be used"), ("open", errno.EACCES, "cannot be used")],
)
def test_a_disk_that_fails_leaves_nothing_half_stored(
    files: FileStore, monkeypatch: pytest.MonkeyPatch, step: str, number: int, why: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, step, fail)
        with pytest.raises(Fault, match=why):
            files.put(b"scan")
    assert everything(files) == []
    assert files.get(files.put(b"scan")) == b"scan"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
def test_a_write_that_the_system_stops_half_way_leaves_nothing(files: FileStore) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(Fault, match="cannot be used"):
            files.put(bytes(200_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert everything(files) == []
    assert files.get(files.put(bytes(200_000))) == bytes(200_000)


def test_a_folder_that_is_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("no folder")
    with pytest.raises(Fault, match="cannot be used"):
        FileStore(tmp_path / "files").put(b"scan")


def test_what_nobody_names_is_swept_a_day_later_with_leavings_of_a_power_cut(files: FileStore) -> None:
    kept, gone, young = files.put(b"kept"), files.put(b"gone"), files.put(b"young")
    left = files.path(gone).with_name("0123.part")
    left.write_bytes(b"half")
    for path in (files.path(kept), files.path(gone), left):
        os.utime(path, (time.time() - 90000,) * 2)
    files.claim("lc01-1")
    assert files.sweep({kept}, {"lc01-1"}) == 2
    assert sorted(path.name for path in everything(files)) == sorted((kept, young))


def test_what_is_stored_once_more_is_young_again(files: FileStore) -> None:
    name = files.put(b"scan")
    os.utime(files.path(name), (1, 1))
    assert files.put(b"scan") == name
    files.claim("lc01-1")
    assert files.sweep((), {"lc01-1"}) == 0
    assert files.get(name) == b"scan"


def test_nothing_is_swept_where_another_database_has_files(files: FileStore) -> None:
    name = files.put(b"scan")
    os.utime(files.path(name), (1, 1))
    assert files.sweep((), {"lc01-1"}) == 0  # nobody's yet
    for owner in ("lc01-1", "lc01-1", "lc02-7"):
        files.claim(owner)
    assert (files.folder / "owners").read_text() == "lc01-1\nlc02-7\n"
    assert files.sweep((), {"lc01-1"}) == files.sweep((), {"lc02-7", "lc03-3"}) == 0
    assert files.sweep((), {"lc01-1", "lc02-7"}) == 1  # two centres of one database


def test_files_lie_beside_an_embedded_database_and_where_the_site_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONEWINDOW_FILES", raising=False)
    assert files_folder(f"sqlite:///{tmp_path}/centre.db") == tmp_path / "centre.files"
    assert files_folder("postgresql+psycopg://one@host/hall").name == "hall"
    monkeypatch.setenv("ONEWINDOW_FILES", str(tmp_path / "shared"))
    assert files_folder("postgresql+psycopg://one@host/hall") == tmp_path / "shared"
