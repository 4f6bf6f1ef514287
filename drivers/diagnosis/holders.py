"""Who has a port open: told by the locks of the system, and by the open files of its processes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from drivers.diagnosis.machine import Machine, read_text

OURS = "onewindow"
MODULE = "terminal"  # as it is started with python -m


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that has a port."""

    pid: int
    name: str
    is_ours: bool  # a process of this program, this one or another

    def __str__(self) -> str:
        return f"{self.name or '?'} (process {self.pid})"


def holder_of(machine: Machine, port: str) -> Holder | None:
    """The process that keeps others off a port, or else one that has it open; None when it cannot be told.

    The open files of other people's processes can only be seen by root; locks by everybody.
    """
    locking = _locker(machine, port)
    found = locking if locking is not None else _opener(machine, port)
    return None if found is None else _described(machine, found)


def _described(machine: Machine, process: int) -> Holder:
    arguments = machine.arguments_of(process)
    started = any(Path(word).stem == OURS for word in arguments[:3])
    as_module = any(pair == ("-m", MODULE) for pair in pairwise(arguments))
    return Holder(process, machine.name_of(process), process == machine.pid or started or as_module)


def _locker(machine: Machine, port: str) -> int | None:
    """Who holds the advisory lock: ``1: FLOCK  ADVISORY  WRITE 1234 00:05:678 0 EOF`` (proc(5), device in hex)."""
    try:
        status = os.stat(port)  # noqa: PTH116
    except OSError:
        return None
    wanted = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    for line in read_text(machine.proc / "locks").splitlines():
        words = line.split()
        if len(words) >= 6 and words[1] == "FLOCK" and words[5] == wanted and words[4].isdecimal():
            return int(words[4]) or None  # 0: of a process that cannot be seen from here
    return None


def _opener(machine: Machine, port: str) -> int | None:
    real = os.path.realpath(port)
    found = [process for process in machine.processes() if _has_open(machine, process, real)]
    # Another process explains more than this one, which opens ports all the time.
    return min(found, key=lambda process: (process == machine.pid, process), default=None)


def _has_open(machine: Machine, process: int, real: str) -> bool:
    folder = f"{machine.proc}/{process}/fd"
    try:
        for number in os.listdir(folder):  # noqa: PTH208
            if os.readlink(f"{folder}/{number}") == real:  # noqa: PTH115
                return True
    except OSError:
        return False  # gone, or not ours to see
    return False
