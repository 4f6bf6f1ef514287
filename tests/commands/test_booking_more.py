"""``onewindow appointment request``, ``import``, ``ical`` and ``onewindow resident``: shapes and refusals."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from terminal.office import open_office
from tests.commands.site import Site
from tests.office.booking_files import line, write
from tests.office.people import number_of, phone_of
from tests.office.plans import open_by_the_clock

WHO = ("--name", "王小华", "--id-number", number_of(1), "--phone", phone_of(1))
URGENT = ("--urgent", "--reason", "高龄行动不便", "--item", "LD-001")


def next_day(weekday: int) -> date:
    """The next day of that weekday at least three days from now."""
    day = datetime.now().astimezone().date() + timedelta(days=3)
    while day.weekday() != weekday:
        day += timedelta(days=1)
    return day


@pytest.fixture
def request_id(site: Site) -> int:
    return int(site.json("appointment", "request", "add", "--channel", "wechat", *WHO, *URGENT, "--by", "zhang")["id"])


def test_a_request_is_listed_with_its_age_until_it_is_answered(site: Site, request_id: int) -> None:
    (row,) = site.json("appointment", "request", "list")
    assert (row["id"], row["channel"], row["state"], row["urgent"]) == (request_id, "wechat", "open", True)
    assert row["age_minutes"] >= 0
    assert datetime.fromisoformat(row["asked_at"]).utcoffset() is not None
    done = site.json("appointment", "request", "answer", request_id, "请周一来办。")
    assert (done["state"], done["answer"]) == ("answered", "请周一来办。")
    assert site.json("appointment", "request", "list") == []
    assert [one["id"] for one in site.json("appointment", "request", "list", "--all")] == [request_id]
    assert [one["id"] for one in site.json("appointment", "request", "list", "--state", "answered")] == [request_id]


def test_approving_calls_somebody_in(site: Site, request_id: int) -> None:
    with open_office(site.database) as office:
        open_by_the_clock(office)
    start = f"{next_day(6)}T20:00"  # closed, whatever day it is
    words = ("--start", start, "--staff", "li", "--counter", "1", "--by", "zhang")
    made = site.json("appointment", "request", "approve", request_id, *words)
    assert made.keys() == {"id", "code", "start", "item", "staff", "counter"}
    assert (made["start"], made["item"], made["staff"]) == (f"{start}:00+08:00", "LD-001", "li")
    answer = site.run("appointment", "request", "approve", request_id, *words)
    assert answer.code == 1
    assert "answered already" in answer.complaint
    assert site.json("appointment", "show", made["code"])["urgent"] is True


def test_a_request_is_settled_by_an_appointment(site: Site, request_id: int) -> None:
    start = f"{next_day(1)}T10:00"
    booked = site.json("appointment", "book", "--item", "LD-001", "--start", start, *WHO)
    done = site.json("appointment", "request", "booked", request_id, booked["code"])
    assert (done["state"], done["appointment"]) == ("approved", booked["id"])


REFUSED = {
    "no such request": ("request", "answer", "4711", "好。"),
    "nothing said": ("request", "refuse", "1", " "),
    "no such channel": ("request", "add", "--channel", "fax", "--name", "王小华", "--phone", phone_of(1)),
    "no such state": ("request", "list", "--state", "gone"),
    "no such file": ("import", "none.csv"),
    "no such staff": ("ical", "out.ics", "--staff", "nobody"),
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_is_refused_in_one_line(site: Site, request_id: int, words: tuple[str, ...]) -> None:
    answer = site.run("--json", "appointment", *words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.complaint.endswith(".")
    assert len(site.json("appointment", "request", "list")) == 1


def test_a_refusal_repeats_nobodys_number(site: Site) -> None:
    wrong = number_of(1)[:16] + "00"
    words = ("--channel", "qq", "--name", "王小华", "--id-number", wrong)
    answer = site.run("appointment", "request", "add", *words)
    assert answer.code == 1
    assert wrong not in answer.err
    assert "王" not in answer.err


def test_import_tells_every_fault_and_books_the_rest(site: Site, tmp_path: Path) -> None:
    day = next_day(1)
    file = write(tmp_path / "f.csv", line(1, day=day), line(2, day=day, item="XX-1"), line(3, day=day, clock="11:00"))
    rehearsed = site.json("appointment", "import", file, "--dry-run")
    assert site.json("appointment", "list", "--since", day, "--until", day) == []
    result = site.json("appointment", "import", file)
    assert result == rehearsed | {"dry_run": False}
    assert (result["rows"], result["booked"], result["known"]) == (3, 2, 0)
    expected = "a code of the catalogue, such as SB-003; several with ; between them"
    assert result["faults"] == [{"row": 3, "column": "item", "found": "XX-1", "expected": expected}]
    again = site.run("appointment", "import", file)
    assert again.out.splitlines()[-1] == "3 rows: 0 booked, 2 known, 1 faults"


def test_ical_writes_the_file(site: Site, tmp_path: Path) -> None:
    day = next_day(1)
    site.json("appointment", "book", "--item", "LD-001", "--start", f"{day}T10:00", *WHO)
    told = site.json("appointment", "ical", tmp_path / "out.ics", "--since", day, "--until", day)
    assert told["since"] == day.isoformat()
    content = (tmp_path / "out.ics").read_text(encoding="utf-8")
    assert content.startswith("BEGIN:VCALENDAR")
    assert "预约 王*华" in content


def test_a_resident_is_found_and_the_look_is_noted(site: Site, request_id: int) -> None:
    (found,) = site.json("resident", "find", "王", "--by", "zhang")
    assert found.keys() == {"id", "name", "number", "phone", "missed", "barred_until"}
    assert found["number"] == number_of(1)[:4] + "*" * 10 + number_of(1)[-4:]
    assert site.run("resident", "find", "李").out == "nobody\n"
    assert site.run("resident", "find", " ").code == 1
    assert [line.who for line in site.journal("find_resident")] == ["zhang"]  # nobody else was seen


def test_people_read_lines(site: Site, request_id: int) -> None:
    assert site.run("appointment", "request", "list").out.startswith(
        f"{request_id}  open  0 min  wechat  LD-001  urgent"
    )
    site.run("appointment", "request", "refuse", request_id, "不能安排。")
    assert site.run("appointment", "request", "list").out == "no requests\n"
