"""A ticket's slip on a real pseudo-terminal: after the commit, and whatever the printer does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.line import Line
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices.slip_fonts import slip_fonts
from tests.commands.site import Answer, Site
from tests.commands.wire import Wire, meanwhile
from tests.drivers.ptys import eventually


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[PrinterOnPty]:
    """A printer that interprets what comes."""
    with PrinterOnPty(slip_fonts(), link=tmp_path / "printer") as printer:
        yield printer


def configure(site: Site, port: str) -> None:
    site.configure(f'[receipt_printer]\nport = "{port}"\nprofile = "generic-80mm"\nbaud = 19200')


def issue(site: Site) -> Answer:
    """A number is given out, whatever becomes of its slip."""
    answer = site.run("--json", "ticket", "issue", "LD-001")
    assert (answer.code, answer.json["number"]) == (0, "A001")
    assert [row["number"] for row in site.json("ticket", "list")] == ["A001"]
    return answer


def test_the_slip_of_a_number_is_printed(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer.port)
    assert issue(site).err == ""
    text = "\n".join(printer.lines)
    assert "A001" in text
    assert "补打" not in text
    assert eventually(lambda: printer.state.cuts == 1)


def test_the_number_is_stored_before_the_first_byte_of_its_slip(site: Site, tmp_path: Path) -> None:
    found: list[int] = []
    with Wire(tmp_path / "printer") as wire:
        configure(site, wire.port)

        def look() -> None:
            wire.wait_for(b"\x1b@")  # a slip begins by setting the printer up
            with sqlite3.connect(tmp_path / "centre.db") as database:
                found.append(database.execute("SELECT count(*) FROM ticket").fetchone()[0])
            database.close()

        with meanwhile(look):
            issue(site)
    assert found == [1]


def test_nothing_is_printed_when_nothing_is_wanted(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer.port)
    site.json("ticket", "issue", "A", "--no-slip")
    assert printer.received == b""


def test_a_printer_that_never_answers_gets_the_slip_all_the_same(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer.port)
    printer.simulator.silent = True
    assert issue(site).err == ""
    assert "A001" in "\n".join(printer.lines)


@pytest.mark.parametrize("fault", ["paper_out", "cover_open"])
def test_a_slip_waits_for_a_printer_in_trouble_and_comes_with_the_next_one(
    site: Site, printer: PrinterOnPty, fault: str
) -> None:
    configure(site, printer.port)
    setattr(printer.simulator, fault, True)
    complaint = issue(site).complaint
    assert "slip waits" in complaint
    assert fault.split("_")[0] in complaint
    assert site.json("devices", "jobs")[0]["state"] == "waiting"
    setattr(printer.simulator, fault, False)
    site.json("ticket", "issue", "LD-001")
    assert eventually(lambda: printer.state.cuts == 2)
    text = "\n".join(printer.lines)
    assert text.index("A001") < text.index("A002")
    assert [(job["number"], job["state"]) for job in site.json("devices", "jobs")] == [
        ("A002", "printed"),
        ("A001", "printed"),
    ]


def test_a_slip_asked_for_by_hand_takes_the_place_of_the_one_that_waits(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer.port)
    printer.simulator.paper_out = True
    issue(site)
    answer = site.run("--json", "ticket", "slip", "A001")
    assert (answer.code, answer.json["slip"], answer.json["reason"]) == (3, "waiting", "paper_out")
    printer.simulator.paper_out = False
    again = site.json("ticket", "slip", "A001")
    assert again["slip"] == "printed"
    assert "\n".join(printer.lines).count("补打") == 1
    assert eventually(lambda: printer.state.cuts == 1)
    jobs = site.json("devices", "jobs", "--limit", 3)
    assert [(job["state"], job["reason"], job["copy_of"]) for job in jobs] == [
        ("printed", "", jobs[2]["id"]),
        ("expired", "replaced", jobs[2]["id"]),
        ("expired", "replaced", None),
    ]
    assert again["job"] == jobs[0]["id"]


def test_the_paper_on_the_roll_is_counted_until_a_new_one_is_put_in(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer.port)
    issue(site)
    assert eventually(lambda: printer.state.cuts == 1)
    roll = site.json("devices", "roll")
    printed = printer.state.printed / 8000
    assert roll["roll_metres"] == 80
    assert roll["used_metres"] == pytest.approx(printed, abs=0.015)
    assert roll["left_metres"] == pytest.approx(80 - printed, abs=0.015)
    assert not roll["low"]
    assert site.json("devices", "roll", "--reset")["used_metres"] == 0


def test_a_printer_another_program_has_prints_the_job_from_there(site: Site, printer: PrinterOnPty) -> None:
    configure(site, printer.port)
    with Line(printer.port) as taken:
        taken.open()
        assert "slip waits" in issue(site).complaint
    (job,) = site.json("devices", "jobs")
    assert (job["state"], job["number"]) == ("waiting", "A001")


def test_paper_that_ends_in_the_middle_is_told_and_no_second_slip_is_advised(site: Site, tmp_path: Path) -> None:
    with Wire(tmp_path / "printer") as wire:
        configure(site, wire.port)

        def run_out() -> None:
            for question in range(1, 5):  # how it is: all is well
                wire.wait_for(b"\x10\x04" + bytes((question,)))
                wire.put(b"\x12")
            wire.wait_for(b"\x10\x04\x02", times=2)  # asked again, the slip being sent
            wire.put(b"\x32")  # stopped by the end of the paper

        with meanwhile(run_out):
            complaint = issue(site).complaint
    assert "out of paper" in complaint
    assert "do not send it again" in complaint
    assert "ticket slip" not in complaint
    assert site.json("devices", "jobs")[0]["state"] == "held"


def test_a_printer_unplugged_in_the_middle_takes_nothing_back(site: Site, tmp_path: Path) -> None:
    with Wire(tmp_path / "printer") as wire:
        configure(site, wire.port)

        def unplug() -> None:
            wire.wait_for(b"\x1b@")
            wire.unplug()

        with meanwhile(unplug):
            complaint = issue(site).complaint
    assert "unplugged" in complaint
    assert "ticket slip A001" in complaint
    assert site.json("devices", "jobs")[0]["state"] == "failed"


def test_a_port_that_is_not_there_takes_nothing_back(site: Site, tmp_path: Path) -> None:
    configure(site, str(tmp_path / "none"))
    assert str(tmp_path / "none") in issue(site).complaint
    answer = site.run("ticket", "slip", "A001")
    assert (answer.code, answer.out) == (3, "A001  waiting\n")
    assert "slip waits" in answer.complaint


@pytest.mark.parametrize(
    "part", ['port = "ftp://x"', 'port = "/dev/null"\nprofile = "none"'], ids=["no such port", "no such profile"]
)
def test_a_printer_that_can_never_work_is_told(site: Site, part: str) -> None:
    site.configure(f"[receipt_printer]\n{part}")
    assert "settings" in issue(site).complaint
    assert site.run("ticket", "slip", "A001").code == 1


def test_a_slip_without_a_printer_is_refused(site: Site) -> None:
    issue(site)
    assert site.run("ticket", "slip", "A001").code == 1
    assert site.run("ticket", "slip", "A002").code == 1
