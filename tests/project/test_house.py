"""The house stays in order: nothing lies about at the top, no file grows out of hand, no import goes astray."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.files import FOLDERS, PACKAGES, ROOT, brief, ours
from tests.project.test_lock import declared

TOP = {
    *FOLDERS,
    *("pyproject.toml", "requirements.lock", "requirements-dev.lock", "Makefile"),
    *("README.md", "CHANGELOG.md", "LICENSE"),
    *(".ci", ".git", ".gitignore", ".editorconfig"),
}
MOST_LINES = 400


def test_the_top_of_the_project_holds_only_what_belongs_there() -> None:
    made = {line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    found = {path.name for path in ROOT.iterdir() if path.name not in made and path.suffix != ".egg-info"}
    assert found <= TOP, f"does not belong at the top: {sorted(found - TOP)}"


def test_no_file_of_ours_grows_beyond_what_one_reads_in_a_sitting() -> None:
    long = {brief(path): lines for path in ours(".py", ".sh") if (lines := _lines(path)) > MOST_LINES}
    assert not long


def test_nothing_compiled_is_in_the_history() -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("no git here")
    done = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    if done.returncode:
        pytest.skip("not a checkout")
    assert [name for name in done.stdout.splitlines() if "__pycache__" in name] == []


def test_rules_need_the_standard_library_alone() -> None:
    for path in ours(".py", folders=("terminal/rules",)):
        strangers = {
            name
            for name in imports(path)
            if name.partition(".")[0] not in sys.stdlib_module_names
            and not name.startswith(("terminal.rules", "terminal.errors"))
        }
        assert not strangers, brief(path)


def test_whatever_we_import_we_declare() -> None:
    homes = packages_distributions()
    names = {canonicalize_name(Requirement(line).name) for line in declared()}
    for path in ours(".py", folders=(*PACKAGES, "resources")):
        for module in {name.partition(".")[0] for name in imports(path)} - sys.stdlib_module_names - set(FOLDERS):
            assert names & {canonicalize_name(home) for home in homes[module]}, f"{brief(path)} imports {module}"


def imports(path: Path) -> Iterator[str]:
    """The modules that the file imports, at its top or further in. Ours are imported by their full names (ruff)."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
