"""``onewindow case material|waive|custody|attach|files|route|stop|mandate|day-sheet``."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from terminal.office import open_office
from terminal.office.casework_file import sample_casework
from tests.commands.site import Site
from tests.office import scans
from tests.office.people import number_of, phone_of

WHO = ("--name", "王小华", "--id-number", number_of(1), "--phone", phone_of(1))


@pytest.fixture
def opened(site: Site) -> int:
    """A proxy case of the fourth of March, zhang's."""
    with open_office(site.database) as office:
        office.cases.load(sample_casework())
    made = site.json(
        "case", "register", "--item", "MZ-004", *WHO, "--proxy", "--by", "zhang", "--at", "2026-03-04T09:00"
    )
    return int(made["id"])


def test_materials_are_shown_marked_and_waived(site: Site, opened: int) -> None:
    assert {one["state"] for one in site.json("case", "material", opened)} == {"missing"}
    marked = site.json("case", "material", opened, 1, "received", "--originals", 1, "--to-return", 1)
    assert (marked[0]["state"], marked[0]["to_return"]) == ("received", 1)
    waived = site.json("case", "waive", opened, 2, "--until", "2026-03-20", "--at", "2026-03-05T09:00")
    assert (waived[1]["state"], waived[1]["promised_by"]) == ("waived", "2026-03-20")
    refused = site.run("case", "material", opened, 3, "wrong")
    assert refused.code == 1
    assert "not said what is wrong" in refused.complaint


def test_the_chain_of_originals_is_kept_and_shown(site: Site, opened: int) -> None:
    assert site.json("case", "custody", opened) == []
    site.json("case", "material", opened, 1, "received", "--to-return", 1, "--at", "2026-03-05T09:00")
    site.json(
        "case", "custody", opened, "handed_on", "--material", 1, "--place", "区民政局", "--at", "2026-03-06T09:00"
    )
    site.json("case", "custody", opened, "came_back", "--at", "2026-03-07T09:00")
    chain = site.json("case", "custody", opened, "returned", "--signed-by", "王小华", "--at", "2026-03-08T09:00")
    assert [(one["what"], one["originals"], one["signed_by"]) for one in chain] == [
        ("taken", 1, ""), ("handed_on", 1, ""), ("came_back", 1, ""), ("returned", 1, "王小华"),
    ]  # fmt: skip
    assert site.run("case", "custody", opened, "returned", "--signed-by", "王小华").code == 1


def test_a_file_is_attached_saved_and_taken_away(site: Site, opened: int) -> None:
    scan, out = site.folder / "scan.png", site.folder / "out.png"
    scan.write_bytes(scans.picture())
    added = site.json("case", "attach", opened, scan, "--material", 1)
    assert (added["name"], added["media_type"], added["position"]) == ("scan.png", "image/png", 1)
    assert (site.folder / "centre.files").is_dir()  # beside the embedded database
    site.json("case", "files", opened, "--save", added["id"], "-o", out)
    assert out.read_bytes() == scan.read_bytes()
    assert len(site.json("case", "files", opened)) == 1
    assert site.json("case", "files", opened, "--remove", added["id"]) == []
    assert site.run("case", "files", opened, "--save", added["id"], "-o", out).code == 1
    (site.folder / "evil.png").write_bytes(b"#!/bin/sh")
    refused = site.run("case", "attach", opened, site.folder / "evil.png")
    assert (refused.code, "cannot be attached" in refused.complaint) == (1, True)


def test_a_route_is_suggested_planned_ordered_and_walked(site: Site, opened: int) -> None:
    usual = site.json("case", "route", opened, "--suggest")
    planned = site.json("case", "route", opened, "--plan")
    assert [one["purpose"] for one in usual] == [one["purpose"] for one in planned]
    assert planned[0]["kind"] == planned[-1]["kind"] == "home"
    numbers = [one["id"] for one in planned]
    added = site.json(
        "case", "stop", "add", opened, "--kind", "home", "--purpose", "补签字", "--at", "2026-03-10T10:00"
    )
    assert (added["planned_at"], added["staff"]) == ("2026-03-10T10:00:00+08:00", "zhang")
    order = [added["id"], *numbers]
    assert [one["id"] for one in site.json("case", "route", opened, "--order", *order)] == order
    changed = site.json(
        "case", "stop", "change", added["id"], "--kind", "home", "--purpose", "补签字", "--day", "2026-03-11"
    )
    assert (changed["day"], changed["planned_at"]) == ("2026-03-11", None)
    done = site.json("case", "stop", "done", added["id"], "--came-back", "已签", "--at", "2026-03-11T09:00")
    assert (done["state"], done["came_back"]) == ("done", "已签")
    assert site.json("case", "stop", "drop", numbers[0])["state"] == "dropped"
    assert site.run("case", "stop", "begin", numbers[0]).code == 1


def test_a_mandate_is_given_signed_gone_on_from_and_ended(site: Site, opened: int) -> None:
    assert site.json("case", "mandate", "show", opened) is None
    given = site.json(
        "case", "mandate", "give", opened, "--scope", "代办临时救助", "--since", "2026-03-04", "--until", "2026-04-30",
        "--may-not", "代领现金",
    )  # fmt: skip
    signed = site.json(
        "case", "mandate", "sign", given["id"], "--resident-on", "2026-03-05", "--staff-on", "2026-03-05"
    )
    assert (signed["resident_signed_on"], signed["staff_signed_on"]) == ("2026-03-05", "2026-03-05")
    site.json("case", "advance", opened, "accept", "--at", "2026-03-05T10:00")
    moved = site.json("case", "advance", opened, "hand-over", "--at", "2026-03-06T10:00")
    assert moved["state"] == "in_progress"
    more = site.json("case", "mandate", "resume", opened, "--scope", "续办", "--until", "2026-12-31")
    assert more["resumes"] == given["id"]
    assert site.json("case", "mandate", "end", more["id"])["ended_at"] is not None


def test_an_agents_day_is_listed_and_printed(site: Site, opened: int) -> None:
    site.json(
        "case", "stop", "add", opened, "--kind", "home", "--purpose", "收取材料", "--at", "2026-03-10T10:00", "--bring",
        "委托书",
    )  # fmt: skip
    (errand,) = site.json("case", "day-sheet", "zhang", "--day", "2026-03-10")
    assert (errand["case_number"], errand["stop"]["purpose"], errand["name"]) == (
        "LC01-2026-DB-0001",
        "收取材料",
        "王小华",
    )
    out = site.folder / "day.pdf"
    site.json("case", "day-sheet", "zhang", "--day", "2026-03-10", "-o", out)
    assert "收取材料" in PdfReader(BytesIO(out.read_bytes())).pages[0].extract_text()
    assert site.run("case", "day-sheet", "nobody").code == 1
