"""``onewindow ticket``: the shapes scripts rely on, and refusals by name."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.commands.site import Site


def test_issue_tells_the_number_and_its_place(site: Site) -> None:
    site.json("ticket", "issue", "A")
    second = site.json("ticket", "issue", "A")
    assert second.keys() >= {"id", "number", "line", "ahead", "wait_minutes", "place_at"}
    assert (second["number"], second["line"], second["ahead"]) == ("A002", "A", 1)
    assert second["wait_minutes"] >= 0
    assert datetime.fromisoformat(second["place_at"]).utcoffset() is not None


def test_issue_takes_an_item_for_a_line(site: Site) -> None:
    assert site.json("ticket", "issue", "ld-001")["line"] == "A"


def test_a_priority_goes_before_who_came_earlier(site: Site) -> None:
    site.json("ticket", "issue", "A")
    assert site.json("ticket", "issue", "A", "--priority", "elderly")["ahead"] == 0


def test_call_tells_whom_and_where(site: Site) -> None:
    issued = site.json("ticket", "issue", "A")
    called = site.json("ticket", "call", "--counter", "3", "--staff", "zhang")
    assert called["id"] == issued["id"]
    assert (called["number"], called["counter"], called["state"]) == ("A001", 3, "called")


def test_find_tells_what_the_code_on_a_slip_stands_for(site: Site) -> None:
    site.json("ticket", "issue", "A")
    issued = site.json("ticket", "issue", "A")
    found = site.json("ticket", "find", issued["code"].lower())
    assert (found["kind"], found["id"], found["number"], found["state"]) == ("ticket", issued["id"], "A002", "waiting")
    assert (found["today"], found["ahead"], found["counter"]) == (True, 1, None)
    site.json("ticket", "call", "A002", "--counter", "3", "--staff", "zhang")
    called = site.json("ticket", "find", "A002")
    assert (called["state"], called["counter"], called["ahead"]) == ("called", 3, None)


def test_call_answers_null_when_nobody_waits(site: Site) -> None:
    assert site.json("ticket", "call", "--counter", "3") is None


def test_call_uses_the_counter_of_the_settings(site: Site) -> None:
    site.configure('[counter]\nnumber = 5\nstaff = "li"')
    site.json("ticket", "issue", "A")
    assert site.json("ticket", "call")["counter"] == 5


def test_a_ticket_is_known_by_number_id_and_code(site: Site) -> None:
    issued = site.json("ticket", "issue", "A")
    for name in (issued["number"], issued["number"].lower(), issued["id"], issued["code"]):
        assert site.json("ticket", "call", name)["id"] == issued["id"]
        site.json("ticket", "skip", name)
        site.json("ticket", "restore", name)


def test_start_and_finish_tell_handling_item_and_outcome(site: Site) -> None:
    site.json("ticket", "issue", "LD-001")
    site.json("ticket", "call", "--counter", "3", "--staff", "zhang")
    started = site.json("ticket", "start", "A001")
    assert started == {"handling": started["handling"], "item": "LD-001"}
    finished = site.json("ticket", "finish", started["handling"], "--outcome", "accepted")
    assert finished == {"handling": started["handling"], "outcome": "accepted", "rating": None}


def test_a_visit_may_take_turns_through_every_state(site: Site) -> None:
    site.json("ticket", "issue", "A")
    site.json("ticket", "call", "--counter", "3")
    assert site.json("ticket", "recall", "A001")["calls"] == 2
    assert site.json("ticket", "hold", "A001", "--reason", "去复印 –x")["state"] == "held"
    assert site.json("ticket", "restore", "A001")["state"] == "waiting"
    assert site.json("ticket", "transfer", "A001", "B")["line"] == "B"
    assert [row["state"] for row in site.json("ticket", "list", "--line", "B")] == ["waiting"]
    assert site.json("ticket", "list", "--state", "held") == []


REFUSED = {
    "no such line": ("issue", "Z"),
    "no such item": ("issue", "LD-999"),
    "no line at all": ("issue", ""),
    "no such priority": ("issue", "A", "--priority", "vip"),
    "no such ticket": ("recall", "A099"),
    "no ticket at all": ("recall", ""),
    "a number beyond all": ("recall", "9" * 30),
    "no such counter": ("call", "--counter", "99"),
    "no such staff": ("call", "--counter", "3", "--staff", "nobody"),
    "no such handling": ("finish", "4711"),
    "no such state": ("list", "--state", "gone"),
    "waiting, not called": ("recall", "A001"),
    "waiting, not held": ("hold", "A001"),
    "waiting, not served": ("start", "A001"),
    "no such line to move to": ("transfer", "A001", "Q"),
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_is_refused_in_one_line_and_changes_nothing(site: Site, words: tuple[str, ...]) -> None:
    site.json("ticket", "issue", "A")
    before = site.json("ticket", "list")
    answer = site.run("--json", "ticket", *words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.complaint.endswith(".")
    assert site.json("ticket", "list") == before


def test_an_outcome_that_does_not_exist_leaves_the_handling_open(site: Site) -> None:
    handling = site.handling()
    assert site.run("ticket", "finish", handling, "--outcome", "maybe").code == 1
    assert site.json("ticket", "finish", handling)["outcome"] == "done"
    assert site.run("ticket", "finish", handling).code == 1


def test_people_read_lines_instead_of_json(site: Site) -> None:
    assert site.run("ticket", "issue", "LD-001").out.startswith("A001  ")
    assert site.run("ticket", "call").out == "A001  called  window 1\n"
    assert site.run("ticket", "call").out == "nobody waits\n"
    assert "A001" in site.run("ticket", "list").out
