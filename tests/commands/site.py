"""A site to give commands to: a settings file, the sample centre, and what a command answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from terminal.cli import main


@dataclass(frozen=True)
class Answer:
    """What one run of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document it has to be."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        (line,) = self.err.splitlines()
        return line


class Site:
    """One machine of a centre with its database. Commands run in this process, as a script would give them."""

    def __init__(self, folder: Path, read: Callable[[], Any]) -> None:
        self.folder = folder
        self.database = f"sqlite:///{folder / 'centre.db'}"
        self.config = folder / "settings.toml"
        self._read = read
        self.configure()

    def configure(self, text: str = "") -> None:
        """Write the settings file: the database, and these parts."""
        self.config.write_text(f'[database]\nurl = "{self.database}"\n{text}', encoding="utf-8")

    def run(self, *words: object) -> Answer:
        """Run one command with this site's settings."""
        return self.bare("--config", self.config, *words)

    def bare(self, *words: object) -> Answer:
        """Run one command with nothing added."""
        self._read()
        code = _run([str(word) for word in words])
        out, err = self._read()
        return Answer(code, out, err)

    def json(self, *words: object) -> Any:
        """The JSON answer of a command that succeeds without a word on standard error."""
        answer = self.run("--json", *words)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer.json

    def handling(self, line: str = "LD-001", counter: int = 3, staff: str = "zhang") -> int:
        """A handling under way: a number taken, called and started."""
        ticket = self.json("ticket", "issue", line, "--no-slip")["id"]
        self.json("ticket", "call", ticket, "--counter", counter, "--staff", staff)
        return int(self.json("ticket", "start", ticket)["handling"])

    def journal(self, verb: str) -> list[Any]:
        """What the journal says of a verb, oldest first: who, counter, after."""
        from sqlalchemy import select

        from terminal.model import JournalEntry
        from terminal.office import open_office

        with open_office(self.database) as office, office.store.reading() as session:
            return list(
                session.scalars(select(JournalEntry).where(JournalEntry.verb == verb).order_by(JournalEntry.id))
            )


def _run(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as end:  # argparse's way out
        return int(end.code or 0)


def make_site(folder: Path, capsys: pytest.CaptureFixture[str]) -> Site:
    """A site in a folder that holds a founded centre.db."""

    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return Site(folder, read)
