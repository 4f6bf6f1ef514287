"""``onewindow devices learn``: writes a pad's profile after each of its keys was pressed twice."""

from __future__ import annotations

import argparse
import threading
from pathlib import Path

from drivers.rating_pad.learning import write_profile
from drivers.rating_pad.profile import profile_names
from terminal.commands.arguments import address, seconds
from terminal.commands.context import Context, Subparsers, verb
from terminal.devices.lessons import Heard, Missed, Prompt, Teacher, learn
from terminal.devices.site import profile_folder
from terminal.errors import Fault, Refusal
from terminal.office.scales import DEFAULT, Scale, load_scale, shipped_scales
from terminal.settings import SHARED

KEY_SECONDS = 20.0


def add(verbs: Subparsers) -> None:
    """Add the verb."""
    learning = verb(verbs, "learn", "have each key of a pad pressed twice, and write its profile", _learn)
    learning.add_argument("kind", choices=("rating_pad",))
    learning.add_argument("--port", metavar="P", help="the pad's port; that of the settings without it")
    learning.add_argument("--serial", metavar="FORM", help="the line's speed and form, such as 9600-8N1")
    learning.add_argument(
        "--profile", metavar="BASE", help=f"the profile the pad is most like ({', '.join(profile_names())} or a file)"
    )
    learning.add_argument("--address", type=address, help="the pad's address, on a line with several")
    learning.add_argument("--scale", choices=shipped_scales(), default=DEFAULT, help="which keys to ask for")
    learning.add_argument("--output", type=Path, metavar="FILE", help="write the profile here")
    learning.add_argument("--seconds", type=seconds, default=KEY_SECONDS, help="how long each key may take")
    learning.add_argument("--force", action="store_true", help="write over a file that exists")


def _learn(context: Context, args: argparse.Namespace) -> int:
    path: Path = args.output or profile_folder("rating_pad") / f"pad-{context.settings.counter.number}.toml"
    if path.exists() and not args.force:  # before anybody presses twelve keys
        raise _exists(path)
    scale = load_scale(args.scale)
    voice = _Voice(context, scale, args.seconds)
    teacher = Teacher(voice.tell, lambda: False, threading.Event())
    wanted = tuple(key.key for key in scale.keys)
    taught = learn(_port(context, args.port), args.profile, args.address, wanted, teacher, args.seconds, args.serial)
    _write(path, taught.text, replace=args.force)
    codes = [f"  {code:12} {meaning}" for meaning, code in taught.keys.items()]
    found = {"profile": str(path), "keys": taught.keys, "frames": voice.frames}
    return context.say(found, *codes, f"written: {path}", f'use it: [rating_pad] profile = "{path}"')


class _Voice:
    """Says to the person at the pad what the lesson wants."""

    def __init__(self, context: Context, scale: Scale, seconds: float) -> None:
        self._say = context.warn  # with --json too: nobody could press what nobody asks for
        self._labels = {key.key: f"{key.label} ({key.key})" for key in scale.keys}
        self._seconds = seconds
        self.frames: list[str] = []

    def tell(self, event: object) -> None:
        """What happened."""
        if isinstance(event, Prompt):
            again = "" if event.round == 1 else "Once more, to be sure: "
            rest = f", or wait {self._seconds:g} s if the pad has no such key" if event.round == 1 else ""
            self._say(f"{again}press {self._labels[event.key]}{rest}.")
        elif isinstance(event, Heard):
            frame = event.frame.hex(" ").upper()
            self.frames.append(frame)
            self._say(f"    {frame}")
        elif isinstance(event, Missed):
            self._say(f"No {self._labels[event.key]}.")


def _port(context: Context, given: str | None) -> str:
    if given is not None:
        return given
    pad = context.settings.rating_pad
    if pad is None or pad.port == SHARED:
        raise Refusal("The settings name no port of a pad here.", "Name one with --port.")
    return pad.port


def _write(path: Path, text: str, *, replace: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_profile(path, text, replace=replace)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise Fault(
            "{file} cannot be written: {why}.", "Choose another place.", file=path, why=error.strerror or error
        ) from error


def _exists(path: Path) -> Refusal:
    return Refusal("There is a file {file} already.", "Choose another with --output, or add --force.", file=path)
