"""``onewindow calendar``: working days from the command line, and the calendar as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.site import Site

# Bytes as a site passes them on: Excel's mark, columns the calendar does not keep.
NOTICE = "\ufeffdate,weekday,kind,holiday,holiday_en,in_lieu\r\n2027-01-01,Fri,rest,元旦,New Year's Day,false\r\n"


def test_working_days_are_added_to_a_day(site: Site) -> None:
    assert site.json("calendar", "add-working-days", "2026-09-30", 5) == {"date": "2026-10-13", "certain": True}
    assert site.json("calendar", "add-working-days", "2026-10-03", 0) == {"date": "2026-10-03", "certain": True}


def test_a_limit_over_the_years_end_is_told_to_be_uncertain(site: Site) -> None:
    assert site.json("calendar", "add-working-days", "2026-12-28", 10) == {"date": "2027-01-11", "certain": False}
    assert "not published" in site.run("calendar", "add-working-days", "2026-12-28", 10).out
    assert site.json("calendar", "between", "2026-12-28", "2027-01-11") == {"days": 10, "certain": False}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add-working-days", "2026-12-28", "-1"), 2),
        (("add-working-days", "2026-12-28", "1.5"), 2),
        (("add-working-days", "2026-12-28", "9" * 30), 2),
        (("add-working-days", "28.12.2026", "1"), 2),
        (("add-working-days", "2026-12-28", "999999999"), 1),
        (("between", "2026-12-28", "2026-12-01"), 1),
        (("show", "1999"), 2),
        (("unmark", "2026-12-28"), 1),
        (("publish", "2027", "--withdraw"), 1),
        (("import", "--dry-run"), 1),
    ],
)
def test_what_cannot_be_counted_is_refused(site: Site, words: tuple[str, ...], code: int) -> None:
    answer = site.run("calendar", *words)
    assert (answer.code, answer.out) == (code, "")


def test_a_day_is_marked_and_given_back(site: Site) -> None:
    marked = site.json("calendar", "mark", "2027-01-01", "rest", "--name", "元旦", "--by", "zhang")
    assert marked == {
        "date": "2027-01-01",
        "working": False,
        "name": "元旦",
        "edited": True,
        "certain": False,
        "broken": [],
    }
    assert marked == {**site.json("calendar", "day", "2027-01-01"), "broken": []}
    assert site.journal("mark")[0].who == "zhang"
    assert site.json("calendar", "publish", 2027) == {"year": 2027, "certain": True}
    assert site.json("calendar", "publish", 2027, "--withdraw")["certain"] is False
    assert site.json("calendar", "unmark", "2027-01-01")["working"] is True


def test_a_year_is_shown_whole(site: Site) -> None:
    shown = site.json("calendar", "show", 2026)
    assert (shown["year"], shown["certain"], len(shown["days"])) == (2026, True, 365)
    assert sum(not day["working"] for day in shown["days"]) == 117
    text = site.run("calendar", "show", 2027).out
    assert text.splitlines()[0].startswith("the rest days of 2027 are not published yet")


@pytest.mark.parametrize("name", ["year.csv", "year.ics"])
def test_a_year_goes_out_to_a_file_and_in_again(site: Site, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    site.json("calendar", "mark", "2026-11-20", "rest", "--name", "停业")
    assert site.json("calendar", "export", 2026, "-o", path) == {"file": str(path), "year": 2026}
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdate" if path.suffix == ".csv" else b"BEGIN")
    site.json("calendar", "unmark", "2026-11-20")
    assert site.json("calendar", "import", path, "--dry-run")["changed"] == 1
    assert site.json("calendar", "day", "2026-11-20")["working"] is True
    assert site.json("calendar", "import", path) == {
        "file": str(path), "dry_run": False, "days": 40, "changed": 1, "new_years": [], "uncertain_years": [],
        "broken": [], "faults": [],
    }  # fmt: skip
    assert site.json("calendar", "day", "2026-11-20")["name"] == "停业"


def test_a_notices_file_is_taken_over_and_completes_its_year_when_told(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "notice.csv"
    path.write_text(NOTICE, encoding="utf-8", newline="")
    assert site.json("calendar", "import", path)["uncertain_years"] == [2027]
    assert site.json("calendar", "import", path, "--complete")["new_years"] == [2027]
    assert site.json("calendar", "add-working-days", "2026-12-31", 1) == {"date": "2027-01-04", "certain": True}
    assert 2026 not in site.json("calendar", "import")["new_years"]


def test_every_fault_of_a_file_is_told_and_nothing_is_changed(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,kind\n2027-01-01,rest\n2027-13-01,rest\n2027-01-03,off\n", encoding="utf-8")
    answer = site.run("--json", "calendar", "import", path)
    assert answer.code == 1
    assert [(fault["row"], fault["field"]) for fault in answer.json["faults"]] == [(3, "date"), (4, "kind")]
    assert answer.complaint.endswith("2 faults; nothing was changed")
    assert site.json("calendar", "day", "2027-01-01")["working"] is True
    assert f"{path}:3: date" in site.run("calendar", "import", path).out
    assert site.run("calendar", "import", tmp_path / "none.ics").code == 1
