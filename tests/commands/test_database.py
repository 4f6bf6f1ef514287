"""``init`` and ``db``, and a database that is not there, not ours, or damaged."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.commands.site import Site


def test_init_makes_a_centre_once(site: Site, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'new.db'}"
    assert site.json("--database", url, "init", "--sample") == {"database": url, "centre": "LC01"}
    again = site.run("--database", url, "init", "--sample")
    assert again.code == 1
    assert "LC01" in again.complaint
    assert len(site.json("--database", url, "catalogue", "export")["items"]) == 72


def test_an_empty_database_may_be_made_again_and_asks_for_a_centre(site: Site, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    for _ in range(2):
        assert site.json("--database", url, "init") == {"database": url, "centre": None}
    answer = site.run("--database", url, "ticket", "list")
    assert answer.code == 1
    assert "onewindow init --sample" in answer.complaint


def test_upgrade_and_check_find_a_fresh_database_in_order(site: Site) -> None:
    upgraded = site.json("db", "upgrade")
    assert upgraded["copy"] is None
    assert site.json("db", "check") == {"revision": upgraded["revision"], "faults": []}


def test_check_tells_what_contradicts(site: Site, tmp_path: Path) -> None:
    site.json("ticket", "issue", "A")
    with sqlite3.connect(tmp_path / "centre.db") as database:
        database.execute("UPDATE line_day SET last = 7")
    database.close()
    answer = site.run("--json", "db", "check")
    assert answer.code == 1
    assert len(answer.json["faults"]) == 1
    assert "1 fault" in answer.complaint


def test_a_mistyped_database_is_not_created(site: Site, tmp_path: Path) -> None:
    answer = site.run("--database", f"sqlite:///{tmp_path / 'typo.db'}", "ticket", "issue", "A")
    assert answer.code == 1
    assert not (tmp_path / "typo.db").exists()


def test_a_file_that_is_no_database_is_told(site: Site, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("this is no database\n" * 500)
    for verb in (("ticket", "list"), ("db", "check"), ("db", "upgrade"), ("init", "--sample")):
        answer = site.run("--database", f"sqlite:///{tmp_path / 'text.db'}", *verb)
        assert answer.code in (1, 3)
        assert answer.complaint.startswith("The file is not a OneWindow database.")


def test_a_database_of_a_newer_program_is_left_alone(site: Site, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "centre.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    for verb in (("ticket", "issue", "A"), ("db", "upgrade"), ("init", "--sample")):
        answer = site.run(*verb)
        assert answer.code == 1
        assert "newer" in answer.complaint


def test_a_database_of_another_program_is_left_alone(site: Site, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()
    answer = site.run("--database", f"sqlite:///{tmp_path / 'other.db'}", "init", "--sample")
    assert answer.code == 1
    assert "another program" in answer.complaint


def test_a_database_that_cannot_be_written_is_a_fault_and_can_be_read(site: Site, tmp_path: Path) -> None:
    url = f"sqlite:///file:{tmp_path / 'centre.db'}?mode=ro&uri=true"
    answer = site.run("--database", url, "ticket", "issue", "A")
    assert (answer.code, answer.out) == (3, "")
    assert "read-only" in answer.complaint
    assert site.json("--database", url, "ticket", "list") == []


def test_a_damaged_database_is_a_fault(site: Site, tmp_path: Path) -> None:
    with (tmp_path / "centre.db").open("r+b") as file:
        file.truncate(8192)
    for words in (("ticket", "issue", "A"), ("db", "check")):
        answer = site.run(*words)
        assert answer.code == 3
        assert "damaged" in answer.complaint


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "sqlite", "://", "oracle+cx://u:geheim@h/d"])
def test_a_url_that_names_no_database_is_refused_without_its_password(site: Site, url: str) -> None:
    answer = site.run("--database", url, "ticket", "list")
    assert answer.code == 1
    assert "sqlite:///file.db" in answer.complaint
    assert "geheim" not in answer.complaint


def test_a_server_that_does_not_answer_is_a_fault(site: Site) -> None:
    answer = site.run("--database", "postgresql+psycopg://u:geheim@127.0.0.1:1/none", "ticket", "list")
    assert answer.code == 3
    assert "geheim" not in answer.complaint


def test_a_folder_that_cannot_be_made_is_a_fault(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert site.run("--database", f"sqlite:///{tmp_path / 'file' / 'new.db'}", "init").code == 3


def test_the_centre_of_the_settings_has_to_be_there(site: Site) -> None:
    site.configure('[centre]\ncode = "XX99"')
    answer = site.run("ticket", "list")
    assert answer.code == 1
    assert "LC01" in answer.complaint


def test_a_backup_is_told_and_checked_where_it_lies(site: Site, tmp_path: Path) -> None:
    made = site.json("db", "backup", tmp_path / "kept")
    assert (made["database"], made["files"], len(made["sha256"])) == ("centre.db", 0, 64)
    url = f"sqlite:///{tmp_path / 'kept' / 'centre.db'}"
    assert site.json("--database", url, "db", "check", "--files")["faults"] == []
    again = site.run("db", "backup", tmp_path / "kept")
    assert (again.code, "kept" in again.complaint) == (1, True)
