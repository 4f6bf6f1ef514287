"""Setting a machine up either works or names what is missing; it never asks and never waits."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from installer import qt_libraries
from tests.project.files import ROOT

TOOLS = ["sh", "dirname", "mktemp", "rm", "uname", "tr", "tail", "env", "id"]
AGED_PYTHON = "#!/bin/sh\nexit 1\n"
# Speaks for a Python of Debian without python3-venv, on a machine without Qt's libraries.
BARE_PYTHON = """#!/bin/sh
case "$*" in
*version_info\\ \\<*) exit 0 ;;
*ensurepip*) exit 1 ;;
*print*) echo 3.11 ;;
*qt_libraries.py*) echo libgl1; echo libegl1 ;;
esac
"""


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A folder with the few programs of a bare machine; neither apt nor sudo."""
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (tmp_path / tool).symlink_to(found)
    return tmp_path


def set_up(machine: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Runs the set-up in a copy of its folder, with `python` as the machine's only one."""
    (machine / "python3").write_text(python)
    (machine / "python3").chmod(0o755)
    shutil.copytree(ROOT / "installer", machine / "project" / "installer")
    return subprocess.run(
        ["sh", machine / "project" / "installer" / "setup.sh"],
        env={"PATH": str(machine), "TMPDIR": str(machine)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_machine_without_a_python_new_enough_is_told_what_to_install(bare_machine: Path) -> None:
    told = set_up(bare_machine, AGED_PYTHON)
    assert told.returncode == 1
    assert "Python 3.11 or later is needed. Install it: apt-get install python3 python3-venv" in told.stderr


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="Qt's system libraries are asked for on Linux alone")
def test_all_missing_system_packages_are_named_at_once(bare_machine: Path) -> None:
    told = set_up(bare_machine, BARE_PYTHON)
    assert told.returncode == 1
    assert "as root: apt-get install python3.11-venv libgl1 libegl1" in told.stderr
    assert not (bare_machine / "project" / ".venv").exists()


def test_a_missing_library_is_known_by_its_package() -> None:
    assert qt_libraries.missing({"libnowhere.so.9": "libnowhere9", "libc.so.6": "libc6"}) == ["libnowhere9"]


def test_the_machine_that_runs_these_tests_has_what_qt_needs() -> None:
    assert qt_libraries.missing(qt_libraries.OFFSCREEN) == []


@pytest.mark.parametrize("outcome", [0, 7])
def test_integration_runs_the_tests_and_passes_their_outcome_on(tmp_path: Path, outcome: int) -> None:
    (tmp_path / "make").write_text(f'#!/bin/sh\necho "$@"\nexit {outcome}\n')
    (tmp_path / "make").chmod(0o755)
    run = subprocess.run(
        ["bash", ROOT / ".ci" / "run"],
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout) == (outcome, "--no-print-directory test\n")
