"""The udev rules speak of the cables that the drivers know, and are rules."""

from __future__ import annotations

import re
from pathlib import Path

from drivers.diagnosis.usb import SERIAL_CABLES

FILE = Path(__file__).parents[2] / "installer" / "70-onewindow.rules"
RULES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
TERM = re.compile(r'[A-Z]+(?:\{[A-Za-z_/]+\})?(?:==|!=|\+=|=)"[^"]*"')


def cables(attribute: str) -> set[tuple[int, int]]:
    """What is matched by ``ATTR`` or ``ATTRS``."""
    found = set()
    for line in RULES:
        match = re.match(rf'{attribute}\{{idVendor\}}=="(\w+)", {attribute}\{{idProduct\}}=="([\w|]+)"', line)
        if match is not None:
            found |= {(int(match[1], 16), int(pid, 16)) for pid in match[2].split("|")}
    return found


def test_both_parts_speak_of_the_cables_the_drivers_know() -> None:
    assert cables("ATTR") == cables("ATTRS") == set(SERIAL_CABLES)


def test_every_line_is_a_rule() -> None:
    for line in RULES:
        assert all(TERM.fullmatch(term) for term in line.split(", ")), line


def test_every_jump_leads_forward_to_a_label() -> None:
    for number, line in enumerate(RULES):
        for target in re.findall(r'GOTO="(\w+)"', line):
            assert f'LABEL="{target}"' in RULES[number + 1 :], line
