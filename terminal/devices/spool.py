"""What a pad told and the database does not hold yet, on this machine's disk: a press survives a power cut.

One file for one press, written whole before it is tried to be stored, and removed when it is. A program that died in
between stores it at its next start; storing it twice is prevented by the office, which rates a handling once.
"""

from __future__ import annotations

import json
import logging
import os
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from terminal.errors import Fault

SUFFIX = ".press"

log = logging.getLogger("onewindow.devices")


@dataclass(frozen=True)
class Press:
    """A key that was pressed: the answer about ``handling``, or nobody's (None). ``key`` "" is one nobody knows."""

    handling: int | None
    key: str
    frame: bytes
    at: datetime

    @property
    def what(self) -> str:
        """For the log: whole, so that it can be entered by hand. A press names no person."""
        about = f"handling {self.handling} rated" if self.handling is not None else "press nobody asked for:"
        return f"{about} {self.key or 'unknown key'}, frame {self.frame.hex(' ')}"


class Spool:
    """The presses of one window. Any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)  # keep apart what came within one tick of the clock

    def keep(self, press: Press) -> Path:
        """Write a press down; it is on the disk when this returns. Raises Fault."""
        content = asdict(press) | {"frame": press.frame.hex(), "at": press.at.isoformat()}
        path = self._folder / f"{time.time_ns():020d}-{os.getpid()}-{next(self._numbers)}{SUFFIX}"
        fresh = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(content, file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError as error:
            raise Fault(
                "A pressed key cannot be kept on this machine: {why}.", "Free space on its disk.", why=error
            ) from error
        return path

    def drop(self, path: Path) -> None:
        """It is stored. A file that cannot be removed is stored again at the next start, to no effect."""
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be removed: %s", path, error)

    def left(self) -> list[tuple[Path, Press]]:
        """What an earlier run could not store, in the order it came. A file nobody can read is set aside and logged."""
        found = []
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            try:
                found.append((path, _press(path.read_text(encoding="utf-8"))))
            except (OSError, ValueError, KeyError, TypeError) as error:
                log.error("%s holds no press and is set aside: %s", path, error)
                self._set_aside(path)
        return found

    def _set_aside(self, path: Path) -> None:
        try:
            path.replace(path.with_suffix(".bad"))
        except OSError as error:
            log.warning("%s cannot be set aside: %s", path, error)


def _press(text: str) -> Press:
    content = json.loads(text)
    handling = content["handling"]
    at = datetime.fromisoformat(content["at"])
    if not (handling is None or isinstance(handling, int)) or not isinstance(content["key"], str) or at.tzinfo is None:
        raise ValueError("a field has a wrong type")
    return Press(handling, content["key"], bytes.fromhex(content["frame"]), at.astimezone(UTC))
