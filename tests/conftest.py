"""What every test stands on: no display, no home folder, a fresh database of each kind.

Warnings, Qt's own messages, and exceptions in threads or destructors all fail the test that caused them
(`filterwarnings` and `qt_log_level_fail` in pyproject.toml).
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from tests.databases import create_schema, made_once
from tests.postgres import Postgres, private_postgres

KINDS = ["sqlite", "postgresql"]
NUMBERS = count(1)  # names of databases, which a server keeps apart
ALLOCATED = 200_000  # objects since the last collection, after which another is worth its tenth of a second
MEMORY = Path("/dev/shm")
MEMORY_NEEDED = 2 << 30  # bytes; a run takes a fifth of that, for what a test leaves is removed when it has passed

# No test asserts a time, not even hypothesis on a slow machine. CI looks for the same examples every run.
hypothesis.settings.register_profile("onewindow", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("onewindow")


def pytest_configure(config: pytest.Config) -> None:
    """Cuts the tests off from the desk they run at, before anything imports Qt."""
    _work_in_memory()
    gc.disable()  # see pytest_runtest_teardown
    home = tempfile.TemporaryDirectory(prefix="onewindow-home-")
    config.add_cleanup(home.cleanup)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        os.environ[name] = home.name
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("ONEWINDOW_CONFIG", "ONEWINDOW_DATABASE", "ONEWINDOW_KEYS", "ONEWINDOW_FILES"):
        os.environ.pop(name, None)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Garbage is collected here and nowhere else: in a thread of the program it would wait for Qt for ever, as
    terminal/screens/collecting.py says.
    """
    if gc.get_count()[0] > ALLOCATED:
        gc.collect()


def pytest_collection_finish() -> None:
    """What there is now stays: no collection looks through it again."""
    gc.freeze()


def _work_in_memory() -> None:
    """Let temporary files, thus databases, lie in memory where there is room: then no commit waits for a disk."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free >= MEMORY_NEEDED:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A PostgreSQL of our own, started when the first test asks for it."""
    with private_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Postgres) -> str:
    """The name of a database with the current schema and no rows, to copy from."""
    create_schema(postgres_server.create("template_onewindow"))
    return "template_onewindow"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the current schema and no rows, to copy from."""
    return made_once(tmp_path_factory, "template", create_schema)


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database with the current schema and no rows: the test runs once on each kind."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "centre.db")
        yield f"sqlite:///{tmp_path / 'centre.db'}"
    else:
        template = request.getfixturevalue("postgres_template")
        yield from _postgres_database(request.getfixturevalue("postgres_server"), template)


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any tables (on SQLite the file is not there yet), once on each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'centre.db'}"
    else:
        yield from _postgres_database(request.getfixturevalue("postgres_server"), "template0")


@pytest.fixture(scope="session")
def sqlite_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the whole sample centre, to copy from."""
    from terminal.office.founding import found_centre  # the whole office, which tests of rules and drivers do not load

    return made_once(tmp_path_factory, "sample", found_centre)


@pytest.fixture(scope="session")
def postgres_sample(postgres_server: Postgres) -> str:
    """The name of a database with the whole sample centre, to copy from."""
    from terminal.office.founding import found_centre  # as above

    found_centre(postgres_server.create("template_sample"))
    return "template_sample"


@pytest.fixture(params=KINDS)
def sample_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of the sample centre where nothing has happened yet, as ``init`` makes it: once on each kind."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_sample"), tmp_path / "centre.db")
        yield f"sqlite:///{tmp_path / 'centre.db'}"
    else:
        template = request.getfixturevalue("postgres_sample")
        yield from _postgres_database(request.getfixturevalue("postgres_server"), template)


def _postgres_database(server: Postgres, template: str) -> Iterator[str]:
    name = f"test_{next(NUMBERS)}"
    yield server.create(name, template)
    server.drop(name)
