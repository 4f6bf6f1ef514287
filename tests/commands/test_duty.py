"""``onewindow roster``: who is there, leave, absence, swaps, and the documents."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from terminal.office import open_office
from terminal.office.booking_views import ResidentEntry
from terminal.office.plan_file import sample_plan
from tests.commands.site import Site

KEYS = {
    "id", "day", "shift", "shift_name", "counter", "staff", "staff_name", "opens", "closes", "kind", "fixed",
    "in_force", "arrived_at", "left_at", "absent",
}  # fmt: skip


@pytest.fixture
def monday(site: Site) -> date:
    """The first working Monday from a week ahead on, with a published roster: zhang at window 1, li at window 4."""
    with open_office(site.database) as office:
        day = office.room.day(office.room.now()) + timedelta(days=7)
        while day.weekday() or not office.calendar.day(day).working:
            day += timedelta(days=1)
        office.roster.put_plan(sample_plan())
        roster = office.roster.draft(day, day + timedelta(days=6))
        office.roster.put(roster.id, day, "early", 1, "zhang")
        office.roster.put(roster.id, day, "late", 4, "li")
        office.roster.publish(roster.id)
    return day


def duties(site: Site, day: date) -> dict[str, Any]:
    """Staff → duty of the day."""
    return {one["staff"]: one for one in site.json("roster", "duty", "--day", day)}


def test_duty_lists_who_should_be_there_and_where_each_sits(site: Site, monday: date) -> None:
    found = duties(site, monday)
    assert found["zhang"].keys() == KEYS | {"signed_in_at"}
    assert (found["zhang"]["shift"], found["zhang"]["opens"], found["li"]["counter"]) == ("early", 480, 4)
    assert site.json("roster", "duty") == []
    assert "nobody is on duty" in site.run("roster", "duty").out
    assert "early" in site.run("roster", "duty", "--day", monday).out


def test_leave_is_added_listed_and_ended(site: Site, monday: date) -> None:
    added = site.json("roster", "leave", "add", "zhang", monday, monday, "--reason", "探亲", "--by", "chen")
    assert added.keys() == {"id", "staff", "name", "since", "until", "reason", "covered", "broken"}
    assert [one["absent"] for one in added["covered"]] == ["leave"]
    (listed,) = site.json("roster", "leave", "list", "--since", monday)
    assert (listed["id"], listed["staff"], listed["since"]) == (added["id"], "zhang", monday.isoformat())
    assert "to be given to somebody" in site.run("roster", "leave", "list", "--since", monday).out
    assert site.json("roster", "leave", "end", added["id"]) is None
    assert site.json("roster", "leave", "list", "--since", monday) == []
    assert [one.who for one in site.journal("leave")] == ["chen"]


def test_absence_is_noted_with_what_it_breaks_and_taken_back(site: Site, monday: date) -> None:
    with open_office(site.database) as office:
        slot = next(one for one in office.appointments.slots(["LD-001"], monday)[0].slots if one.free)
        resident = ResidentEntry("王大华", phone="13800000001")
        booking = office.appointments.book(["LD-001"], slot.start, resident, "in_person")
    zhang = duties(site, monday)["zhang"]["id"]
    noted = site.json("roster", "absent", zhang, "培训")
    assert [one["id"] for one in noted["broken"]] == [booking.id]
    assert duties(site, monday)["zhang"]["absent"] == "培训"
    assert site.json("roster", "present", zhang)["absent"] is None
    assert site.run("roster", "present", zhang).code == 1
    assert site.run("roster", "absent", zhang, "").code == 1


def test_a_swap_is_asked_agreed_and_approved(site: Site, monday: date) -> None:
    before = duties(site, monday)
    asked = site.json(
        "roster", "swap", "ask", before["zhang"]["id"], "li", "--for", before["li"]["id"], "--by", "zhang"
    )  # fmt: skip
    assert (asked["state"], asked["duty"]["id"], asked["broken"]) == ("asked", before["zhang"]["id"], [])
    assert site.run("roster", "swap", "approve", asked["id"], "--by", "chen").code == 1
    assert site.json("roster", "swap", "agree", asked["id"], "--by", "li")["state"] == "agreed"
    assert [one["state"] for one in site.json("roster", "swap", "list")] == ["agreed"]
    assert "zhang to li" in site.run("roster", "swap", "list").out
    assert site.json("roster", "swap", "approve", asked["id"], "--by", "chen")["state"] == "approved"
    after = duties(site, monday)
    assert (after["li"]["counter"], after["zhang"]["counter"]) == (1, 4)
    assert site.json("roster", "swap", "list") == []
    assert len(site.json("roster", "swap", "list", "--all")) == 1


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (("decline", "--by", "chen"), "refused"),
        (("withdraw", "--by", "zhang"), "withdrawn"),
        (("refuse", "--reason", "人手不够", "--by", "wang"), "refused"),
    ],
)
def test_a_swap_is_declined_withdrawn_or_refused(site: Site, monday: date, words: tuple[str, ...], state: str) -> None:
    asked = site.json("roster", "swap", "ask", duties(site, monday)["zhang"]["id"], "chen", "--by", "zhang")
    verb, *rest = words
    assert site.json("roster", "swap", verb, asked["id"], *rest)["state"] == state


def test_attendance_tells_what_became_of_each_duty(site: Site, monday: date) -> None:
    rows = site.json("roster", "attendance", "--since", monday)
    assert [(one["staff"], one["state"], one["minutes_late"]) for one in rows] == [
        ("zhang", "coming", 0), ("li", "coming", 0)
    ]  # fmt: skip
    assert rows[0].keys() == KEYS | {"state", "minutes_late", "minutes_early"}
    assert "coming" in site.run("roster", "attendance", "--since", monday).out
    assert site.json("roster", "attendance") == []


def test_sheet_workbook_and_calendar_are_written_whole(site: Site, monday: date) -> None:
    sheet, book, calendar = (site.folder / name for name in ("值班表.pdf", "roster.xlsx", "zhang.ics"))
    said = site.json("roster", "sheet", sheet, "--since", monday, "--paper", "A3", "--of", "posts")
    assert said == {"file": str(sheet), "bytes": sheet.stat().st_size}
    assert len(PdfReader(BytesIO(sheet.read_bytes())).pages) == 1
    site.json("roster", "xlsx", book, "--since", monday)
    assert openpyxl.load_workbook(book).sheetnames == ["值班表", "明细", "统计"]
    site.json("roster", "ical", calendar, "--staff", "zhang", "--since", monday)
    assert len(Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")) == 1
    roster = site.json("roster", "list")[0]["id"]
    site.json("roster", "sheet", sheet, "--roster", roster)
    assert sorted(one.name for one in site.folder.glob("*.*") if one.suffix in (".pdf", ".xlsx", ".ics")) == sorted(
        one.name for one in (sheet, book, calendar)
    )


def test_a_document_that_cannot_be_made_or_written_leaves_the_old_file(site: Site, monday: date) -> None:
    old = site.folder / "old.pdf"
    old.write_bytes(b"old")
    assert site.run("roster", "sheet", old, "--roster", 99).code == 1
    assert site.run("roster", "sheet", old, "--since", monday, "--until", monday - timedelta(days=1)).code == 1
    assert old.read_bytes() == b"old"
    nowhere = site.run("roster", "xlsx", Path("/nowhere/at/all.xlsx"), "--since", monday)
    assert nowhere.code == 3
    assert "cannot be written" in nowhere.complaint
    folder = site.folder / "folder.ics"
    folder.mkdir()
    assert site.run("roster", "ical", folder, "--since", monday).code == 3
    assert [one for one in site.folder.iterdir() if one.name.startswith(".folder")] == []
    assert site.run("roster", "ical", site.folder / "x.ics", "--staff", "nobody").code == 1
    assert not (site.folder / "x.ics").exists()
