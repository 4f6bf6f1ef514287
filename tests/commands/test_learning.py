"""``onewindow devices learn``: a program prompts, somebody presses, and a profile is written that works."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.line import Line
from drivers.rating_pad import KeyPress, load_profile
from drivers.rating_pad.simulator import KEYS, PadOnPty
from tests.commands.site import Site
from tests.drivers.hosts import PadHost
from tests.drivers.ptys import eventually

SHUFFLED = dict(zip(KEYS["six-key"], reversed(KEYS["six-key"].values()), strict=True))


@pytest.fixture
def pad(tmp_path: Path) -> Iterator[PadOnPty]:
    """A six-key pad whose map was shuffled."""
    with PadOnPty("six-key", 4, keys=SHUFFLED, link=tmp_path / "pad") as pad:
        yield pad


def learn(site: Site, pad: PadOnPty, *words: object) -> tuple[int, str, list[str]]:
    """Run the program, and press what it asks for: exit code, standard output, the lines it said."""
    command = [sys.executable, "-m", "terminal", "--config", site.config, *words]
    with subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "XDG_DATA_HOME": str(site.folder / "data")},
    ) as program:  # fmt: skip
        assert program.stderr is not None
        assert program.stdout is not None
        said = []
        for line in program.stderr:
            said.append(line.strip())
            if asked := re.search(r"press \S+ \((\w+)\)", line):
                pad.press(asked[1])
        out = program.stdout.read()
    return program.returncode, out, said


def understood(pad: PadOnPty, profile: Path, key: str) -> list[str]:
    heard: list[str] = []
    with Line(pad.port) as line:
        host = PadHost(line, load_profile(profile))
        host.ask()
        pad.press(key)
        assert eventually(lambda: heard.extend(e.key for e in host.poll(0.1) if isinstance(e, KeyPress)) or heard)
    return heard


def test_a_shuffled_pad_is_learned_and_its_profile_understands_every_key(site: Site, pad: PadOnPty) -> None:
    file = site.folder / "new" / "pad.toml"
    words = ("--json", "devices", "learn", "rating_pad", "--port", pad.port, "--output", file, "--seconds", "20")
    code, out, said = learn(site, pad, *words)
    assert code == 0, said
    document = json.loads(out)
    assert document["profile"] == str(file)
    assert document["keys"] == {meaning: f"{code:02X}" for code, meaning in SHUFFLED.items()}
    assert "FF 68 03 03 68 04 11 00 15 16" in document["frames"]
    assert "FF 68 03 03 68 04 11 00 15 16" in said
    assert load_profile(file).evidence == "learned"
    for key in SHUFFLED.values():
        assert understood(pad, file, key) == [key]


def test_the_settings_pad_is_learned_into_the_machines_own_folder(site: Site, pad: PadOnPty) -> None:
    site.configure(f'[rating_pad]\nport = "{pad.port}"\n')
    code, out, said = learn(site, pad, "devices", "learn", "rating_pad", "--profile", "six-key")
    assert code == 0, said
    [file] = (site.folder / "data").rglob("*.toml")
    assert str(file) in out
    assert understood(pad, file, "too_long") == ["too_long"]


def test_a_file_that_exists_is_not_written_over_unless_told(site: Site, pad: PadOnPty) -> None:
    file = site.folder / "pad.toml"
    file.write_text("mine")
    answer = site.run("devices", "learn", "rating_pad", "--port", pad.port, "--output", file)
    assert (answer.code, "already" in answer.complaint, file.read_text()) == (1, True, "mine")
    answer = site.run(
        "devices", "learn", "rating_pad", "--port", pad.port, "--output", file, "--force", "--seconds", 0.01
    )
    assert answer.code == 1
    assert answer.err.splitlines()[-1].startswith("Fewer than two keys were heard.")
    assert file.read_text() == "mine"


def test_what_cannot_be_learned_is_refused(site: Site, tmp_path: Path) -> None:
    answer = site.run("devices", "learn", "rating_pad")
    assert (answer.code, answer.complaint) == (1, "The settings name no port of a pad here. Name one with --port.")
    answer = site.run("devices", "learn", "rating_pad", "--port", tmp_path / "none")
    assert answer.code == 3
    answer = site.run("devices", "learn", "rating_pad", "--port", tmp_path / "none", "--profile", "ff69")
    assert (answer.code, "ff68" in answer.complaint) == (1, True)
    answer = site.run("devices", "learn", "rating_pad", "--port", tmp_path / "none", "--serial", "9600")
    assert (answer.code, "9600-8N1" in answer.complaint) == (1, True)
    assert site.run("devices", "learn", "receipt_printer").code == 2
