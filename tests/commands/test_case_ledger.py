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


def carried(site: Site, serial: int, item: str, *moves: str) -> None:
    """A case received on 2 March 2026 and moved on: ``2026-03-05 grant …`` names the day and the move."""
    who = ("--name", "王小华", "--id-number", number_of(serial), "--phone", phone_of(serial))
    made = site.json("case", "register", "--item", item, *who, "--at", "2026-03-02", "--by", "li")["id"]
    for move in moves:
        day, name, *more = move.split()
        site.json("case", "advance", made, name, "--at", day, "--by", "li", "--note", "理由", *more)


def test_a_report_counts_what_was_counted_by_hand(site: Site) -> None:
    carried(site, 1, "MZ-004", "2026-03-02 accept", "2026-03-06 grant")  # 3, 4, 5, 6 March: 4 days
    # 3, 4, (5 to 9 wait), 10, 11, 12, 13, 16: 7 of 7 days
    carried(site, 2, "MZ-004", "2026-03-02 accept", "2026-03-05 ask-correction", "2026-03-09 corrected",
            "2026-03-16 reject")  # fmt: skip
    carried(site, 3, "MZ-004", "2026-03-02 accept", "2026-03-12 grant")  # promised by the 11th: 8 days, late
    carried(site, 4, "LD-002", "2026-03-03 withdraw")
    carried(site, 5, "LD-002", "2026-03-02 accept", "2026-04-01 grant")
    found = site.json("case", "report", "--since", "2026-03-01", "--until", "2026-03-31", "--per", "item")
    residence, civil, whole = found["rows"]
    assert civil == {
        "of": "MZ-004", "name": "临时救助", "opened": 3, "finished": 3, "in_time": 2, "late": 1,
        "days": 6.3, "given_up": 0, "corrections": 1,
    }  # fmt: skip
    assert (residence["of"], residence["opened"], residence["finished"], residence["given_up"]) == ("LD-002", 2, 0, 1)
    assert residence["days"] is None
    assert (whole["opened"], whole["finished"], whole["late"], whole["corrections"]) == (5, 3, 1, 1)
    by_month = site.json("case", "report", "--since", "2026-03-01", "--until", "2026-04-30", "--per", "month")["rows"]
    assert [(row["of"], row["opened"], row["finished"]) for row in by_month] == [
        ("2026-03", 5, 3), ("2026-04", 0, 1), ("", 5, 4),
    ]  # fmt: skip
    plain = site.run("case", "report", "--since", "2026-03-01", "--until", "2026-03-31")
    assert "li" in plain.out
    assert site.run("case", "report", "--since", "2026-03-02", "--until", "2026-03-01").code == 1
