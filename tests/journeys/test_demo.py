"""The demo as a user starts it: a process of its own, without a display."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from pypdf import PdfReader

from terminal.demo.morning import morning_zone

SCREENS = {
    "kiosk.png": (1080, 1920),
    "kiosk-ticket.png": (1080, 1920),
    "counter.png": (1366, 768),
    "counter-case.png": (1366, 768),
    "board.png": (1920, 1080),
    "manager.png": (1440, 900),
}


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "terminal", *arguments],
        capture_output=True, text=True, timeout=110, check=False, env=environment | variables,
    )  # fmt: skip


def test_without_a_display_the_demo_plays_a_visit_and_leaves_what_it_did(tmp_path: Path) -> None:
    done = run("--json", "demo", "--output", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    visit = json.loads(done.stdout)
    assert visit == json.loads((tmp_path / "out" / "visit.json").read_text(encoding="utf-8"))
    assert visit["rating"]["key"] == visit["pressed"] == "very_satisfied"
    assert visit["rating"] | {"at": None} == {
        "counter": 3, "staff": "zhang", "item": "LD-002", "ticket": "A001", "key": "very_satisfied", "score": 5,
        "source": "pad", "at": None,
    }  # fmt: skip
    assert [row for row in visit["stars"] if row["ratings"]] == [
        {"counter": 3, "stars": 5.0, "ratings": 1, "not_rated": 0}
    ]
    slip = (tmp_path / "out" / "slip.bin").read_bytes()
    assert len(slip) == visit["slip_bytes"]
    assert "居住证申领".encode("gb18030") in slip
    assert b"A001" in slip
    case = visit["case"]
    assert re.fullmatch(r"LC01-\d{4}-BJ-0001", case["number"])
    assert (case["state"], case["responsible"]) == ("accepted", "zhang")
    assert "受理回执".encode("gb18030") in (tmp_path / "out" / "receipt-slip.bin").read_bytes()
    pdf = (tmp_path / "out" / "receipt.pdf").read_bytes()
    assert len(pdf) == case["pdf_bytes"]
    assert case["receipt"] in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "何桂兰" not in done.stdout
    for name, size in SCREENS.items():
        with Image.open(tmp_path / "out" / name) as picture:
            assert picture.size == size
            assert len(set(picture.convert("L").resize((64, 64)).get_flattened_data())) > 8, f"{name} is empty"


def test_every_kind_of_device_does_its_part_in_a_visit(tmp_path: Path) -> None:
    done = run("--json", "demo", "--headless", "--all-devices", "--output", str(tmp_path))
    assert done.returncode == 0, done.stderr
    visit = json.loads(done.stdout)
    assert visit["rating"]["key"] == visit["pressed"]
    assert set(visit["devices"]) == {"call_box", "window_display", "scanner", "id_card", "gsm_modem"}
    assert "A001" in visit["devices"]["window_display"]
    assert any("7 devices are up" in step for step in visit["steps"])
    booked = visit["appointment"]
    assert (booked["channel"], booked["state"], booked["ticket"]) == ("street_hotline", "arrived", "D001")
    assert booked["messages"] == [{"template": "booked", "via": "sms", "state": "sent"}]
    assert booked["code"] in booked["text"]
    assert booked["text_parts"] > 1
    assert booked["rating"] == visit["pressed"]
    assert "13800000009" not in done.stdout
    assert any("early" in step for step in visit["steps"])
    for name in ("call-box.png", "strip.png", "scanner.png", "card-reader.png", "counter-card.png", "modem.png"):
        with Image.open(tmp_path / name) as picture:
            assert len(set(picture.convert("L").resize((64, 64)).get_flattened_data())) > 8, f"{name} is empty"


@pytest.mark.parametrize("hour", range(24))
def test_the_visit_by_appointment_is_played_in_the_morning_whatever_the_hour(hour: int) -> None:
    now = datetime(2026, 11, 22, hour, 59, 59, tzinfo=UTC)
    assert now.astimezone(ZoneInfo(morning_zone(now))).hour == 10


def test_a_folder_that_cannot_be_made_is_a_fault_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("demo", "--headless", "--output", str(tmp_path / "file" / "out"))
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "file" in done.stderr
