"""Every string a person can see has Chinese, and the compiled files say what the sources say."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from resources.translations import update


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .ts files as they are when collected just now, on top of what is committed."""
    folder = tmp_path_factory.mktemp("translations")
    for room in update.ALL_ROOMS:
        committed = update.ts_file(room)
        if committed.exists():
            (folder / committed.name).write_bytes(committed.read_bytes())
    update.collect(update.ALL_ROOMS, folder)
    return folder


@pytest.mark.parametrize("room", update.ALL_ROOMS)
def test_no_sentence_is_without_chinese(collected: Path, room: str) -> None:
    assert update.missing([room], collected) == []


@pytest.mark.parametrize("room", update.ALL_ROOMS)
def test_no_sentence_is_kept_that_nobody_says(collected: Path, room: str) -> None:
    committed = {source for source, _ in update.translations(update.ts_file(room))}
    assert committed == {source for source, _ in update.translations(collected / f"{room}_zh_CN.ts")}


@pytest.mark.parametrize("room", update.ALL_ROOMS)
def test_the_compiled_file_is_what_the_source_compiles_to(tmp_path: Path, room: str) -> None:
    update.compile_rooms([room], update.HERE, tmp_path)
    name = f"{room}_zh_CN.qm"
    assert (tmp_path / name).read_bytes() == (update.HERE / name).read_bytes()


@pytest.mark.parametrize("room", update.ALL_ROOMS)
def test_placeholders_survive_translation(room: str) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for english, chinese in update.translations(update.ts_file(room)):
        assert fields(chinese) <= fields(english), english


def test_sentences_are_told_from_docstrings_and_names() -> None:
    module = [
        '"""A module. It says so."""',
        'Refusal("Nobody waits.", "Press {key}.")',
        'raise Fault("{file} is gone", "Run: init", file="Not this one.")',
        'x = f"Not {this} one."',
        '"key_word"',
    ]
    assert list(update.sentences("\n".join(module))) == [
        "Nobody waits.",
        "Press {key}.",
        "{file} is gone",
        "Run: init",
        "Not this one.",
    ]
