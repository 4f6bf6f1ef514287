"""What Linux tells about itself in files: its processes, its groups. Elsewhere there are no such files.

Everything is read from folders that can be given, so that it is tested with folders made for the test. What cannot be
read is not there: none of this is needed to talk to a device, it only explains.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

MOST_PROCESSES = 5000  # looked at; a machine with more has other troubles


def _groups() -> frozenset[int]:
    return frozenset((*os.getgroups(), os.getegid())) if hasattr(os, "getgroups") else frozenset()


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0


@dataclass(frozen=True)
class Machine:
    """Where to look, and who we are."""

    proc: Path = Path("/proc")
    sys: Path = Path("/sys")
    etc: Path = Path("/etc")
    lib: Path = Path("/usr/lib")
    pid: int = field(default_factory=os.getpid)
    user: int = field(default_factory=_user)
    groups: Callable[[], frozenset[int]] = _groups

    def processes(self) -> Iterator[int]:
        """The ids of the processes there are."""
        try:
            names = os.listdir(self.proc)  # noqa: PTH208 - names are all that is wanted, of thousands
        except OSError:
            return
        yield from [int(name) for name in names if name.isdecimal()][:MOST_PROCESSES]

    def name_of(self, process: int) -> str:
        """What a process is called; "" when it is gone."""
        return read_text(self.proc / str(process) / "comm")

    def arguments_of(self, process: int) -> list[str]:
        """The command line of a process."""
        return read_text(self.proc / str(process) / "cmdline").rstrip("\0").split("\0")

    def is_running(self, name: str) -> bool:
        """Whether any process is called so. (Linux keeps 15 characters of a name.)"""
        return any(self.name_of(process) == name[:15] for process in self.processes())

    def group_name(self, group: int) -> str:
        """The name of a group, or its number where it has none here."""
        return next((row[0] for row in self._table("group") if row[2:3] == [str(group)]), str(group))

    def user_name(self, user: int) -> str:
        """The name of an account, or its number where it has none here."""
        return next((row[0] for row in self._table("passwd") if row[2:3] == [str(user)]), str(user))

    def is_member(self, group: int) -> bool:
        """Whether our account is listed in a group, whatever this session knows of it."""
        me = self.user_name(self.user)
        members = next((row[3] for row in self._table("group") if len(row) > 3 and row[2] == str(group)), "")
        return me in members.split(",")

    def _table(self, name: str) -> list[list[str]]:
        return [line.split(":") for line in read_text(self.etc / name).splitlines() if ":" in line]


def read_text(path: Path, most: int = 200_000) -> str:
    """A small file's text without spaces around it; "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(most).decode("utf-8", "replace").strip()
    except OSError:
        return ""
