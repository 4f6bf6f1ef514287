"""Learning a pad for whoever sets a machine up: blocking, without Qt; what happens is told as it happens."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drivers.line import Line, LineDown, LineSettingError
from drivers.profiles import ProfileError
from drivers.rating_pad.learning import LearningError, Lesson, write_profile
from drivers.rating_pad.learning.pupil import Base
from drivers.rating_pad.profile import profile_names
from terminal.devices.kinds.base import line_fault
from terminal.errors import Fault, Refusal, Trouble

USUAL_SERIAL: Final = "9600-8N1"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """This key is to be pressed now, in round 1 or 2."""

    key: str
    round: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The pad sent this."""

    frame: bytes


@dataclass(frozen=True, slots=True)
class Missed:
    """The key was skipped, or not pressed in time: the pad is taken to have none."""

    key: str


@dataclass(frozen=True, slots=True)
class Taught:
    """What was learned and proved: the profile's text, and each key's code by meaning, in the order of the rounds."""

    text: str
    keys: dict[str, str]


class Teacher:
    """Who speaks to the person at the pad; an ``Operator`` for the lesson. ``tell`` hears Prompt, Heard and Missed."""

    def __init__(self, tell: Callable[[object], None], stopped: Callable[[], bool], skip: threading.Event) -> None:
        self._tell, self._stopped, self._skip = tell, stopped, skip

    def prompt(self, key: str, round_number: int) -> None:
        """This key now."""
        self._skip.clear()  # pressed too late for the key before
        self._tell(Prompt(key, round_number))

    def heard(self, frame: bytes) -> None:
        """These bytes came."""
        self._tell(Heard(frame))

    def missed(self, key: str) -> None:
        """There is no such key."""
        self._tell(Missed(key))

    @property
    def skips(self) -> bool:
        """Whether the person says that the pad has no such key; told once."""
        skips = self._skip.is_set()
        self._skip.clear()
        return skips

    @property
    def stops(self) -> bool:
        """Whether the person has had enough."""
        return self._stopped()


def learn(
    port: str,
    profile: str | None,
    address: int | None,
    wanted: tuple[str, ...],
    teacher: Teacher,
    seconds: float,
    serial: str | None = None,
) -> Taught:
    """Both rounds with the pad at ``port``: like ``profile``, or with None like any of ours or none of them.

    Each key may take ``seconds``; ``serial`` overrides the profile's speed and form. Raises Refusal when nothing could
    be learned, Fault when the port fails.
    """
    try:
        bases = [Base.load(name) for name in ([profile] if profile else profile_names())]
        serial = serial or (bases[0].profile.serial if profile else USUAL_SERIAL)
        with Line(port, serial=serial) as line:
            line.open()
            lesson = Lesson(line, wanted, teacher, serial=serial, bases=bases, address=address, seconds=seconds)
            learned = lesson.hold()
    except ProfileError as error:
        raise Refusal("The pad's profile cannot be used: {what}.", "Correct it.", what=error) from error
    except LineSettingError as error:
        raise Refusal("The port cannot be used: {what}.", "Correct it.", what=error) from error
    except LineDown as trouble:
        raise line_fault(trouble) from trouble
    except LearningError as error:
        raise _why(error) from error
    return Taught(learned.text, learned.keys)


def keep(folder: Path, name: str, text: str) -> Path:
    """Write a learned profile under a new name into ``folder``; its file. Raises Refusal and Fault."""
    if not _NAME.fullmatch(name):
        raise Refusal(
            "A profile cannot be called {name}.", "Use small letters, digits, - and _, at most 40.", name=name or "–"
        )
    path = folder / f"{name}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_profile(path, text)
    except FileExistsError as error:
        raise Refusal("There is a profile {file} already.", "Choose another name.", file=path) from error
    except OSError as error:
        raise Fault("{file} cannot be written: {why}.", "Choose another place.", file=path, why=error) from error
    return path


def _why(error: LearningError) -> Trouble:
    if error.reason == "nothing":
        return Refusal(
            "Fewer than two keys were heard.",
            "The speed may be wrong, or the pad waits to be asked: begin from the profile it is most like.",
        )
    if error.reason == "alike":
        return Refusal(
            "The keys {keys} send the same bytes and cannot be told apart.",
            "Begin again; if it stays so, the pad cannot tell them apart itself.",
            **error.values,
        )
    if error.reason == "disagrees":
        return Refusal(
            "In the second round {key} was asked for, and {heard} was understood.",
            "Begin again, and press each key once, firmly.",
            **error.values,
        )
    return Refusal("Learning was stopped.")
