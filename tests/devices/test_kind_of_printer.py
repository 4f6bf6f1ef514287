"""A printer of the settings, looked at and tried; and one made of software that can do what its profile says."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Said
from terminal.settings import PrinterSettings, Settings

PRINTER = KINDS["receipt_printer"]
PROFILES = ("epson-tm-80mm", "generic-58mm", "generic-80mm", "old-cutter-80mm", "zj-58")


def settings(port: str, profile: str) -> Settings:
    return Settings(receipt_printer=PrinterSettings(port=port, profile=profile))


def test_it_names_its_profiles_with_their_evidence() -> None:
    assert {info.name: info.evidence for info in PRINTER.profiles()} == {
        "epson-tm-80mm": "public",
        "generic-58mm": "public",
        "generic-80mm": "public",
        "old-cutter-80mm": "assumed",
        "zj-58": "public",
    }
    assert all(info.title != info.name for info in PRINTER.profiles())


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_can_be_played_and_prints_its_test_slip(tmp_path: Path, profile: str) -> None:
    told: list[Said] = []
    with PRINTER.simulator(profile, None, tmp_path / "printer") as printer:
        found = PRINTER.test(settings(printer.port, profile), told.append, None)
    printed = "unconfirmed" if profile == "zj-58" else "confirmed"
    assert (found, told) == ({"printed": printed}, [])


def test_a_profile_that_claims_more_than_the_printer_gives_is_told(tmp_path: Path) -> None:
    told: list[Said] = []
    with PRINTER.simulator("generic-80mm", None, tmp_path / "printer") as printer:
        found = PRINTER.test(settings(printer.port, "epson-tm-80mm"), told.append, None)
    assert found == {"printed": "confirmed"}
    assert [str(said) for said in told] == [
        'The printer leaves "process_id" unanswered. Set completion = "in_turn" in its profile.'
    ]


@pytest.mark.parametrize(
    ("fault", "state", "said"),
    [
        ("paper_out", "trouble", "out of paper"),
        ("cover_open", "trouble", "cover is open"),
        ("cutter_stuck", "trouble", "cutter is stuck"),
        ("offline", "trouble", "offline"),
        ("silent", "unknown", "does not answer"),
        ("paper_near_end", "up", "about to end"),
    ],
)
def test_how_it_is_is_found_out(tmp_path: Path, fault: str, state: str, said: str) -> None:
    with PRINTER.simulator(None, None, tmp_path / "printer") as printer:
        PRINTER.fault(printer, fault, 1)
        found = PRINTER.look(settings(printer.port, "generic-80mm"))
        assert (found.state, said in str(found.said)) == (state, True)
        PRINTER.fault(printer, fault, 0)
        assert str(PRINTER.look(settings(printer.port, "generic-80mm")).said) == "The printer is ready."


def test_a_printer_answers_a_probe_and_no_paper_moves(tmp_path: Path) -> None:
    with PRINTER.simulator(None, None, tmp_path / "printer") as printer:
        before = printer.state.printed
        assert PRINTER.probe(printer.port) != []
        assert printer.state.printed == before


def test_a_profile_that_does_not_exist_cannot_be_played(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no receipt printer profile 'fax'"):
        PRINTER.simulator("fax", None, tmp_path / "printer")
