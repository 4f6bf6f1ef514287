"""A backup: whole, read back, and never half or over something else."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from terminal.errors import Fault, Refusal
from terminal.office import open_office
from terminal.office.backup import MANIFEST, back_up
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from terminal.store.file_store import FileStore
from tests.office import scans
from tests.office.ways import case

SCANS = [scans.picture("JPEG"), scans.picture("PNG")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files lie in each test."""
    monkeypatch.setenv("ONEWINDOW_FILES", str(tmp_path / "files"))
    return tmp_path / "files"


@pytest.fixture
def url(office: Office) -> str:
    """The database, with a case that has two files; a third was taken away again."""
    opened = case(office).row.id
    for data in SCANS:
        office.attachments.add(opened, data, "扫描件")
    office.attachments.remove(office.attachments.add(opened, scans.picture("BMP"), "误传").id)
    return office.store.url.render_as_string(hide_password=False)


def names() -> set[str]:
    """What the files are called."""
    return {hashlib.sha256(data).hexdigest() for data in SCANS}


def test_a_backup_holds_the_database_and_what_its_cases_name(
    url: str, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "backups" / "monday"
    made = back_up(url, into)
    assert (made.files, made.bytes) == (2, sum(map(len, SCANS)))
    assert json.loads((into / MANIFEST).read_text())["keys"] == list(made.keys) != []
    (files,) = into.glob("*.files")
    assert set(FileStore(files).names()) == names()
    if office.store.engine.dialect.name != "sqlite":
        assert (made.database, made.sha256) == (None, None)
        return
    copy = into / str(made.database)
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == made.sha256
    monkeypatch.delenv("ONEWINDOW_FILES")
    assert check_database(f"sqlite:///{copy}", read_files=True)["faults"] == []
    with open_office(f"sqlite:///{copy}") as restored:
        assert len(restored.attachments.of_case(1)) == 2


def test_nothing_is_written_over(url: str, tmp_path: Path) -> None:
    back_up(url, tmp_path / "once")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "once").rglob("*")}
    with pytest.raises(Refusal, match="something in"):
        back_up(url, tmp_path / "once")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "once").rglob("*")} == before


def test_half_a_backup_is_none(url: str, folder: Path, tmp_path: Path) -> None:
    FileStore(folder).path(min(names())).write_bytes(b"changed")
    (tmp_path / "empty").mkdir()
    for into in (tmp_path / "new", tmp_path / "empty"):
        with pytest.raises(Fault, match="damaged"):
            back_up(url, into)
    assert not (tmp_path / "new").exists()
    assert list((tmp_path / "empty").iterdir()) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(Fault, match="cannot be written"):
        back_up(url, tmp_path / "file" / "into")


def test_a_file_of_the_same_length_is_found_damaged_when_it_is_read(url: str, folder: Path) -> None:
    path = FileStore(folder).path(min(names()))
    path.write_bytes(bytes(path.stat().st_size))
    assert check_database(url)["faults"] == []
    (fault,) = check_database(url, read_files=True)["faults"]  # type: ignore[misc]
    assert "its bytes were changed" in fault


def test_windows_work_on_while_the_database_is_copied(office: Office, url: str, tmp_path: Path) -> None:
    if office.store.engine.dialect.name != "sqlite":
        pytest.skip("of PostgreSQL the files alone are copied")
    made = back_up(url, tmp_path / "one")
    case(office, serial=2)
    with sqlite3.connect(tmp_path / "one" / str(made.database)) as copy:
        assert copy.execute("SELECT count(*) FROM service_case").fetchone() == (1,)
