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


def test_both_parts_keep_the_same_makes_of_modems_for_us() -> None:
    for attribute, label in (("ATTR", "cable"), ("ATTRS", "port")):
        rule = f'{attribute}{{idVendor}}=="12d1|19d2|2c7c|1e0e", GOTO="onewindow_{label}"'
        assert rule in RULES
        ignored = next(line for line in RULES[RULES.index(f'LABEL="onewindow_{label}"') :] if "ID_MM_DEVICE" in line)
        assert 'ENV{ID_MM_DEVICE_IGNORE}="1"' in ignored


def test_every_line_is_a_rule() -> None:
    for line in RULES:
        assert all(TERM.fullmatch(term) for term in line.split(", ")), line


def test_every_jump_leads_forward_to_a_label() -> None:
    for number, line in enumerate(RULES):
        for target in re.findall(r'GOTO="(\w+)"', line):
            assert f'LABEL="{target}"' in RULES[number + 1 :], line
