"""What every command gets: the settings, the office on demand, and one way to speak."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from terminal.office import open_office
from terminal.settings import Settings

if TYPE_CHECKING:
    from terminal.office.office import Office

Command = Callable[["Context", argparse.Namespace], int]


class Subparsers(Protocol):
    """What argparse's ``add_subparsers`` returns, as far as commands use it."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """A new sub-command's parser."""
        ...


@dataclass(frozen=True)
class Context:
    """One run of the program."""

    settings: Settings
    as_json: bool

    @contextmanager
    def office(self) -> Iterator[Office]:
        """The centre's office; closed when the block ends."""
        with open_office(self.settings.database_url, centre=self.settings.centre.code) as office:
            yield office

    def say(self, document: object, *lines: str) -> int:
        """Print the result: one JSON document, or lines for people. Returns exit code 0."""
        if self.as_json:
            lines = (json.dumps(document, ensure_ascii=False, indent=2, default=str),)
        for line in lines:
            sys.stdout.write(f"{line}\n")
        return 0

    def warn(self, text: str) -> None:
        """Say one line on standard error, beside the result."""
        sys.stderr.write(f"{text}\n")


def group(subparsers: Subparsers, name: str, about: str) -> Subparsers:
    """A noun that has verbs: ``onewindow ticket issue``."""
    parser = subparsers.add_parser(name, help=about)
    return parser.add_subparsers(required=True, metavar="VERB", dest=f"{name}_verb")


def verb(subparsers: Subparsers, name: str, about: str, run: Command) -> argparse.ArgumentParser:
    """A verb, with what it runs."""
    parser = subparsers.add_parser(name, help=about)
    parser.set_defaults(run=run)
    # Options of the program may stand behind the verb as well as before it.
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser
