"""How every command is spoken to: options, help, wrong usage."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.cli import parser
from tests.commands.site import Site


def verbs(of: argparse.ArgumentParser, name: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command and group, the program itself first."""
    yield name
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield from verbs(below, (*name, word))


@pytest.mark.parametrize("words", list(verbs(parser())), ids=" ".join)
def test_help_of_everything_says_what_it_is(site: Site, words: tuple[str, ...]) -> None:
    answer = site.bare(*words, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: {' '.join(('onewindow', *words))} ")
    assert "\n\n" in answer.out


def test_help_of_finish_says_what_a_missing_pad_means(site: Site) -> None:
    said = " ".join(site.bare("ticket", "finish", "--help").out.split())
    assert "null when nothing was pressed" in said
    assert "exit 0" in said


@pytest.mark.parametrize("order", range(4))
def test_the_program_s_options_may_stand_anywhere(site: Site, order: int) -> None:
    options = ["--config", str(site.config), "--json"]
    words = ["ticket", "list"]
    given = [[*options, *words], [*words, *options], ["ticket", *options, "list"], ["--json", *words, *options[:2]]]
    answer = site.bare(*given[order])
    assert (answer.code, answer.json) == (0, [])


def test_a_value_may_look_like_a_command(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    site.config.rename(tmp_path / "demo")
    assert site.bare("--config", "demo", "--json", "ticket", "list").json == []


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("ticket",),
        ("ticket", "nonsense"),
        ("ticket", "issue"),
        ("ticket", "issue", "A", "B"),
        ("ticket", "issue", "A", "--prio", "elderly"),
        ("ticket", "issue", "\udcff"),
        ("ticket", "hold", "A001", "--reason", "\udcff"),
        ("ticket", "call", "--counter", "three"),
        ("ticket", "call", "--counter", "0"),
        ("ticket", "call", "--counter", "9" * 30),
        ("ticket", "finish", "first"),
        ("ticket", "finish", "9" * 30),
        ("ticket", "finish", "1", "--seconds", "0"),
        ("ticket", "finish", "1", "--seconds", "nan"),
        ("ticket", "finish", "1", "--seconds", "-1"),
        ("rating", "ask", "1", "--seconds", "1e9"),
        ("rating", "list", "--since", "yesterday"),
        ("rating", "list", "--until", "9999-12-31"),
        ("rating", "stars", "--by", "month"),
        ("devices", "test", "toaster"),
        ("init", "--sample", "--centre", "file.yaml"),
        ("--config",),
        ("--database",),
        ("ticket", "list", "--json=yes"),
        ("--nonsense", "ticket", "list"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(site: Site, words: tuple[str, ...]) -> None:
    answer = site.bare(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("usage: onewindow")


def test_settings_and_database_may_be_named_by_the_environment(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONEWINDOW_CONFIG", str(site.config))
    assert site.bare("--json", "ticket", "list").json == []
    monkeypatch.setenv("ONEWINDOW_DATABASE", f"sqlite:///{tmp_path / 'other.db'}")
    assert site.bare("--json", "ticket", "list").code == 1
    assert site.bare("--json", "--database", site.database, "ticket", "list").json == []


def test_settings_with_a_mistake_are_refused_by_every_command(site: Site) -> None:
    site.config.write_text("[counter]\nnumber = 'three'\n")
    for words in (("ticket", "list"), ("devices", "list"), ("init",)):
        answer = site.run(*words)
        assert (answer.code, answer.out) == (1, "")
        assert str(site.config) in answer.complaint
        assert "counter.number" in answer.complaint
