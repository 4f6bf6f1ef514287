"""What every command gets: the settings, the office on demand, and one way to speak."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TextIO

from terminal.errors import Fault
from terminal.office import open_office

if TYPE_CHECKING:
    from terminal.office.office import Office
    from terminal.settings import Settings

LONGEST_WORD = 300  # a path may be long

Command = Callable[["Context", argparse.Namespace], int]


class Subparsers(Protocol):
    """What argparse's ``add_subparsers`` returns, as far as commands use it."""

    def add_parser(
        self, name: str, *, help: str, description: str, epilog: str | None, allow_abbrev: bool
    ) -> argparse.ArgumentParser:
        """A new sub-command's parser."""
        ...


class Context:
    """One run of the program. ``load`` reads the settings; it raises Refusal."""

    def __init__(self, load: Callable[[], Settings], as_json: bool) -> None:
        self._load = load
        self.as_json = as_json

    @cached_property
    def settings(self) -> Settings:
        """The settings of this machine, read when first asked for. Raises Refusal."""
        return self._load()

    @contextmanager
    def office(self) -> Iterator[Office]:
        """The centre's office; closed when the block ends."""
        with open_office(self.settings.database_url, centre=self.settings.centre.code) as office:
            yield office

    def say(self, document: object, *lines: str) -> int:
        """Print the result at once: one JSON document, or lines for people. Returns exit code 0.

        A reader that has gone (``| head``) is no trouble of ours. Raises Fault when the result cannot be written.
        """
        if sys.stdout is None:  # closed by whoever started us
            return 0
        if self.as_json:
            import json  # for those who ask for it: a window is open before it would be loaded

            # JSON is UTF-8; on a console of another encoding its escapes say the same.
            plain = not (sys.stdout.encoding or "").lower().startswith("utf")
            lines = (json.dumps(document, ensure_ascii=plain, indent=2, default=_plain),)
        try:
            sys.stdout.write("".join(f"{line}\n" for line in lines))
            sys.stdout.flush()
        except BrokenPipeError:
            _point_nowhere(sys.stdout)
        except OSError as error:
            _point_nowhere(sys.stdout)
            raise Fault(
                "The result cannot be written: {why}.", "What was asked for is done.", why=error.strerror or str(error)
            ) from error
        return 0

    def warn(self, text: str) -> None:
        """Say one line on standard error, beside the result."""
        say_one_line(text)


def _plain(value: object) -> str:
    """What JSON has no kind of its own for: days and moments as ISO 8601."""
    return value.isoformat() if isinstance(value, date) else str(value)


def say_one_line(text: str) -> None:
    """Write one line to standard error, if anybody hears it. What was given without end is not repeated without end."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(" ".join(map(_short, text.split())) + "\n")
        sys.stderr.flush()
    except OSError:
        _point_nowhere(sys.stderr)  # nobody is left to tell; the exit code still does


def _short(word: str) -> str:
    return word if len(word) <= LONGEST_WORD else f"{word[:40]}…{word[-20:]}"


def _point_nowhere(stream: TextIO) -> None:
    """What is still in the stream's buffer would be tried again, and complained of again, at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def group(subparsers: Subparsers, name: str, about: str) -> Subparsers:
    """A noun that has verbs: ``onewindow ticket issue``."""
    parser = _parser(subparsers, name, about)
    return parser.add_subparsers(required=True, metavar="VERB", dest=f"{name}_verb")


def verb(
    subparsers: Subparsers, name: str, about: str, run: Command, more: str | None = None
) -> argparse.ArgumentParser:
    """A verb, with what it runs; ``more`` is said at the end of its help."""
    parser = _parser(subparsers, name, about, more)
    parser.set_defaults(run=run)
    return parser


def _parser(subparsers: Subparsers, name: str, about: str, more: str | None = None) -> argparse.ArgumentParser:
    description = f"{about[:1].upper()}{about[1:]}."
    # No abbreviated options: a script that used one would break the day another option begins alike.
    return subparsers.add_parser(name, help=about, description=description, epilog=more, allow_abbrev=False)
