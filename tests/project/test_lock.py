"""The lock files say exactly what is installed, on every machine, and hold to pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.files import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]


def declared(*, development: bool = False) -> list[str]:
    """The requirements of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["dev"] if development else []
    return [*project["dependencies"], *extra]


def test_every_dependency_says_from_which_version_on_it_will_do() -> None:
    for line in declared(development=True):
        assert any(bound.operator in {">=", "=="} for bound in Requirement(line).specifier), line


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_every_dependency_at_a_version_that_will_do(name: str) -> None:
    locked = _locked(ROOT / name)
    for line in declared(development=name == "requirements-dev.lock"):
        requirement = Requirement(line)
        version = locked.get(canonicalize_name(requirement.name))
        assert version, f"{name} lacks {requirement.name}: run `make lock`"
        assert requirement.specifier.contains(version), f"{name} has {requirement.name} {version}: run `make lock`"


def test_development_runs_on_the_versions_that_are_shipped() -> None:
    shipped, development = (_locked(ROOT / name) for name in LOCKS)
    assert shipped.items() <= development.items()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_hashes_and_no_place_to_load_from(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.findall(r"://|--index|--find-links|file:", text)
    for entry in re.split(r"\n(?=\S)", text):
        if "==" in entry:
            assert "--hash=sha256:" in entry, entry


def _locked(path: Path) -> dict[str, str]:
    pins = re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==([^\s;]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}
