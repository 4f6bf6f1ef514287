"""The databases that the tests stand on are the real ones, fresh for each test, and gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from sqlalchemy import text

from terminal.store.engine import database_url as parsed
from terminal.store.engine import make_engine
from tests import postgres
from tests.postgres import Postgres, private_postgres

DYING_TEST_RUN = """
import os, signal
from tests import postgres
from tests.postgres import private_postgres
with private_postgres() as server:
    print(server.home, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
PATIENCE = 30.0


def test_each_kind_of_database_is_ready_for_use(database_url: str) -> None:
    engine = make_engine(parsed(database_url))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1
    engine.dispose()


def test_what_one_test_writes_the_next_does_not_see(postgres_server: Postgres, postgres_template: str) -> None:
    postgres_server.create("first", postgres_template)
    with postgres_server.connect("first") as connection:
        connection.execute("CREATE TABLE scratch ()")
    postgres_server.create("second", postgres_template)
    with postgres_server.connect("second") as connection:
        assert connection.execute("SELECT to_regclass('scratch')").fetchone() == (None,)
    postgres_server.drop("first")
    postgres_server.drop("second")


def test_a_server_listens_on_its_socket_alone_and_leaves_nothing_behind() -> None:
    with private_postgres(durable=True) as server, server.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
        home = server.home
    assert not home.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts the server as another account")
def test_root_starts_a_server_whose_programs_lie_in_a_closed_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = postgres._installed().parents[1]
    for folder in package.parent.glob(f"{package.name}*"):
        shutil.copytree(folder, tmp_path / folder.name, symlinks=True)
    tmp_path.chmod(0o700)
    monkeypatch.setattr(postgres, "_installed", lambda: tmp_path / package.name / "pginstall" / "bin")
    with private_postgres() as server, server.connect() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
        home = server.home
    assert not home.exists()


def test_a_server_ends_when_the_tests_that_started_it_are_killed() -> None:
    killed = subprocess.run(
        [sys.executable, "-c", DYING_TEST_RUN], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    home = Path(killed.stdout.strip())
    deadline = time.monotonic() + PATIENCE
    while home.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not home.exists()
    running = (" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"]))
    assert not any(str(home) in command for command in running)
