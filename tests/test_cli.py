"""The program as a process: streams, signals, and a machine without a display."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.office import open_office
from tests.commands.wire import Wire, ask
from tests.sample import founded

__all__ = ["founded"]

WITHIN = 30  # seconds, for a process to end


@pytest.fixture
def environment(founded: Path, tmp_path: Path) -> dict[str, str]:
    """Where a process finds its database, and no display."""
    shutil.copy(founded, tmp_path / "centre.db")
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return kept | {"ONEWINDOW_DATABASE": f"sqlite:///{tmp_path / 'centre.db'}"}


def run(environment: dict[str, str], *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "terminal", *words]
    return subprocess.run(
        command, env=environment | more, capture_output=True, text=True, encoding="utf-8", timeout=WITHIN, check=False
    )


def test_a_script_goes_through_a_visit(environment: dict[str, str]) -> None:
    issued = json.loads(run(environment, "--json", "ticket", "issue", "LD-001").stdout)
    called = json.loads(run(environment, "--json", "ticket", "call", "--counter", "3", "--staff", "zhang").stdout)
    assert called["id"] == issued["id"]
    started = json.loads(run(environment, "--json", "ticket", "start", str(issued["id"])).stdout)
    finished = run(environment, "--json", "ticket", "finish", str(started["handling"]))
    assert (finished.returncode, finished.stderr) == (0, "")
    assert json.loads(finished.stdout)["outcome"] == "done"
    refused = run(environment, "--json", "ticket", "finish", str(started["handling"]))
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("screen", ["counter", "kiosk", "board", "manager", "devices simulate rating_pad --window"])
def test_a_screen_without_a_display_is_a_fault_in_one_line(environment: dict[str, str], screen: str) -> None:
    answer = run(environment, *screen.split())
    assert (answer.returncode, answer.stdout) == (3, "")
    (line,) = answer.stderr.splitlines()
    assert "display" in line


def test_a_reader_that_has_gone_is_no_trouble(environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        command = [sys.executable, "-m", "terminal", "catalogue", "export"]
        answer = subprocess.run(
            command, env=environment, stdout=gone, stderr=subprocess.PIPE, timeout=WITHIN, check=False
        )
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_a_result_that_cannot_be_written_is_a_fault(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "terminal", "ticket", "list"]
        answer = subprocess.run(
            command, env=environment, stdout=full, stderr=subprocess.PIPE, timeout=WITHIN, check=False
        )
    assert answer.returncode == 3
    assert len(answer.stderr.splitlines()) == 1


def test_closed_streams_are_no_trouble(environment: dict[str, str]) -> None:
    command = 'exec "$0" -m terminal ticket issue A >&- 2>&- <&-'
    answer = subprocess.run(["sh", "-c", command, sys.executable], env=environment, timeout=WITHIN, check=False)
    assert answer.returncode == 0
    assert len(json.loads(run(environment, "--json", "ticket", "list").stdout)) == 1


def test_a_console_of_another_encoding_gets_what_it_can_show(environment: dict[str, str]) -> None:
    assert run(environment, "devices", "test", "rating_pad", PYTHONIOENCODING="ascii").returncode == 1
    answer = run(environment, "--json", "catalogue", "export", PYTHONIOENCODING="ascii")
    assert answer.returncode == 0
    assert any("居" in item["name"] for item in json.loads(answer.stdout)["items"])
    assert run(environment, "ticket", "issue", "LD-001", PYTHONIOENCODING="ascii").stdout.startswith("A001")


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    """A pad that nobody presses."""
    with Wire(tmp_path / "pad") as wire:
        yield wire


def test_interrupted_while_it_waits_for_a_key_it_stores_the_silence_and_goes(
    environment: dict[str, str], wire: Wire, tmp_path: Path
) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(f'[rating_pad]\nport = "{wire.port}"\nprofile = "ff68"\n')
    with open_office(environment["ONEWINDOW_DATABASE"]) as office:
        office.queue.issue("LD-001")
        office.queue.call("A001", counter=3)
        office.queue.start("A001")
    command = [sys.executable, "-m", "terminal", "--config", str(config), "ticket", "finish", "1", "--rate"]
    # A shell that runs the tests in the background has interrupts ignored, and children inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    try:
        wire.wait_for(ask())
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=WITHIN)
    finally:
        process.kill()
        process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")
    with open_office(environment["ONEWINDOW_DATABASE"]) as office:
        assert [row.key for row in office.feedback.ratings()] == [None]
