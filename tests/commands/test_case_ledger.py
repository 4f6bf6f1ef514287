"""``onewindow case list | overdue | at-risk | find | export | ledger``: what scripts get of the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.site import Site
from tests.office.people import number_of, phone_of


@pytest.fixture
def numbers(site: Site) -> list[str]:
    """Two cases: one of long ago, one of today."""
    made = [
        site.json("case", "register", "--item", item, "--name", "王小华", "--id-number", number_of(serial),
                  "--phone", phone_of(serial), "--by", "zhang", *more)
        for item, serial, more in (("MZ-004", 1, ("--at", "2026-01-05T09:00")), ("MZ-004", 2, ("--proxy",)))
    ]  # fmt: skip
    return [case["number"] for case in made]


def given(rows: list[dict[str, object]]) -> list[object]:
    return [row["number"] for row in rows]


def test_lists_hold_what_their_names_say(site: Site, numbers: list[str]) -> None:
    assert set(given(site.json("case", "list"))) == set(numbers)
    assert given(site.json("case", "list", "--limit", "1")) == numbers[1:]
    assert set(given(site.json("case", "list", "--view", "mine", "--staff", "zhang"))) == set(numbers)
    assert site.json("case", "list", "--state", "withdrawn") == []
    assert given(site.json("case", "list", "--until", "2026-01-31")) == numbers[:1]
    assert given(site.json("case", "overdue")) == numbers[:1]
    assert numbers[0] not in given(site.json("case", "at-risk"))
    (late,) = site.json("case", "overdue")
    assert late["risk"] == "late"
    assert late["days_left"] < 0


def test_find_tells_of_what_kind_each_is(site: Site, numbers: list[str]) -> None:
    found = site.json("case", "find", "wxh")
    assert [row["kind"] for row in found][:4] == ["case", "case", "resident", "resident"]
    assert given(site.json("case", "find", number_of(2), "--kind", "case")) == numbers[1:]
    assert given(site.json("case", "find", numbers[0])) == numbers[:1]
    assert site.json("case", "find", "qqqq") == []


def test_exports_and_ledgers_are_written_where_they_are_asked_for(
    site: Site, numbers: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "cases.csv"
    assert site.json("case", "export", file, "--view", "late") == {"file": str(file)}
    assert numbers[0] in file.read_text("utf-8-sig")
    assert len(site.json("case", "ledger")) == 8
    book = site.json("case", "ledger", "received", "--since", "2026-01-01", "--until", "2026-01-31")
    assert [row["number"] for row in book["rows"]] == numbers[:1]
    assert book["columns"]["number"] == "办件编号"
    out = tmp_path / "received.xlsx"
    written = site.json("case", "ledger", "received", "--since", "2026-01-01", "--until", "2026-01-31", "-o", out)
    assert (written["rows"], out.read_bytes()[:2]) == (1, b"PK")
    assert site.run("case", "export", tmp_path / "cases.doc").code == 1
    assert site.run("case", "ledger", "nothing").code == 1
