"""``onewindow catalogue``: every fault at once, all or nothing, and out again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.site import Site

BROKEN = "version: 1\nfields: []\nitems:\n  - {code: XX-1, name: ''}\n  - {code: XX-1}\n"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file with many faults."""
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_export_gives_every_item_with_its_code_and_name(site: Site) -> None:
    items = site.json("catalogue", "export")["items"]
    assert len(items) == 72
    assert {"code", "name", "materials", "line"} <= items[0].keys()


def test_what_is_exported_can_be_imported(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "out.yaml"
    assert site.json("catalogue", "export", "-o", path) == {"file": str(path), "items": 72}
    assert site.json("catalogue", "check", path) == {"file": str(path), "faults": [], "items": 72}
    before = site.json("catalogue", "export")
    assert site.json("catalogue", "import", path)["items"] == 72
    assert site.json("catalogue", "export") == before


def test_check_names_every_fault_with_its_place(site: Site, broken: Path) -> None:
    answer = site.run("--json", "catalogue", "check", broken)
    assert answer.code == 1
    faults = answer.json["faults"]
    assert len(faults) > 5
    assert all(fault["file"] == str(broken) and fault["found"] and fault["expected"] for fault in faults)
    shown = site.run("catalogue", "check", broken)
    assert len(shown.out.splitlines()) == len(faults)
    assert str(len(faults)) in shown.complaint


def test_import_refuses_a_file_with_faults_in_one_line(site: Site, broken: Path) -> None:
    before = site.json("catalogue", "export")
    answer = site.run("catalogue", "import", broken)
    assert (answer.code, answer.out) == (1, "")
    assert str(broken) in answer.complaint
    assert f"onewindow catalogue check {broken}" in answer.complaint
    assert site.json("catalogue", "export") == before


def test_init_refuses_a_centre_with_faults_in_one_line(site: Site, broken: Path, tmp_path: Path) -> None:
    answer = site.run("--database", f"sqlite:///{tmp_path / 'new.db'}", "init", "--centre", broken)
    assert answer.code == 1
    assert f"onewindow catalogue check {broken}" in answer.complaint
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("text", ["items: [", "\t- a", "a: &x [*x]", "\x00", "[]", ""])
def test_a_file_that_is_no_yaml_is_refused(site: Site, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    assert site.run("catalogue", "check", path).code == 1
    answer = site.run("catalogue", "import", path)
    assert answer.code == 1
    assert str(path) in answer.complaint


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(site: Site, tmp_path: Path) -> None:
    assert site.run("catalogue", "check", tmp_path / "none.yaml").code == 1
    answer = site.run("catalogue", "export", "-o", tmp_path / "none" / "out.yaml")
    assert answer.code == 3
    assert "none" in answer.complaint


def test_export_to_a_file_as_json_is_json(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    site.json("catalogue", "export", "-o", path)
    assert len(json.loads(path.read_text(encoding="utf-8"))["items"]) == 72
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
