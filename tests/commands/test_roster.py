"""``onewindow roster``: drafts, proposals and what is published, from the command line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from terminal.office.plan_file import sample_plan
from tests.commands.site import Site

DAYS = ("2026-11-23", "2026-11-29")


@pytest.fixture
def planned(site: Site) -> Site:
    """The sample centre with its shifts and training."""
    site.json("roster", "plan", sample_plan())
    return site


def drafted(site: Site, *days: str) -> int:
    return int(site.json("roster", "draft", *(days or DAYS))["id"])


def test_the_plan_gives_shifts_posts_and_training(planned: Site) -> None:
    assert [(one["code"], one["counters"]) for one in planned.json("roster", "shifts")] == [
        ("early", [1, 2, 3]), ("late", [4, 5, 6]), ("weekend", [1, 2])
    ]  # fmt: skip
    people = {one["code"]: one["lines"] for one in planned.json("roster", "people")}
    assert people["li"] == "ABDFG"
    assert "early     08:00–16:00  work days, regular  windows 1, 2, 3  早班" in planned.run("roster", "shifts").out


def test_a_roster_is_drafted_proposed_and_published(planned: Site) -> None:
    roster = drafted(planned)
    answer = planned.run("--json", "roster", "propose", roster, "--by", "zhang")
    assert answer.code == 0
    assert answer.err.splitlines()[0] == "0 s: 0 found"
    proposed = answer.json
    assert (proposed["state"], proposed["conflicts"], len(proposed["duties"])) == ("draft", [], 5 * 6 + 2 * 2)
    assert {"day": "2026-11-23", "shift": "early", "counter": 1}.items() <= proposed["duties"][0].items()
    published = planned.json("roster", "publish", roster, "--by", "zhang")
    assert (published["state"], published["broken"]) == ("published", [])
    (row,) = planned.json("roster", "list")
    assert (row["state"], row["duties"], row["open_posts"]) == ("published", 34, 0)
    assert "T" in row["published_at"]
    assert planned.journal("publish")[0].who == "zhang"


def test_a_roster_is_shown_with_its_duties_conflicts_and_shares(planned: Site) -> None:
    roster = drafted(planned)
    planned.json("roster", "put", roster, "2026-11-23", "early", 1, "zhang")
    planned.json("roster", "put", roster, "2026-11-23", "late", 4, "zhang")
    shown = planned.json("roster", "show", roster)
    assert shown["certain"] is True
    (overlap,) = (one for one in shown["conflicts"] if one["kind"] == "overlap")
    assert (overlap["day"], overlap["staff"], overlap["detail"]) == ("2026-11-23", "zhang", "early")
    out = planned.run("roster", "show", roster).out
    assert "2026-11-23  early     08:00–16:00  window 1   zhang 张敏  by hand" in out
    assert "2026-11-23  late  zhang has two duties at once" in out
    assert "weekend: posts open, 4 times" in out
    assert "zhang 张敏: 2 regular, 0 extended, 0 in the quarter" in out
    emptied = planned.json("roster", "put", roster, "2026-11-23", "late", 4)
    assert len(emptied["duties"]) == 1


def test_what_cannot_be_worked_is_refused_in_one_line_and_published_by_force(planned: Site) -> None:
    roster = drafted(planned)
    planned.json("roster", "put", roster, "2026-11-23", "early", 1, "zhang")
    planned.json("roster", "put", roster, "2026-11-23", "late", 4, "zhang")
    answer = planned.run("roster", "publish", roster)
    assert (answer.code, answer.out) == (1, "")
    assert "zhang has two duties at once on 2026-11-23" in answer.complaint
    assert planned.json("roster", "publish", roster, "--force")["state"] == "published"


def test_the_reasons_why_there_is_no_roster_are_the_refusal(planned: Site) -> None:
    for one in planned.json("roster", "people"):
        planned.json("roster", "train", one["code"], "AB")
    answer = planned.run("roster", "propose", drafted(planned))
    assert answer.code == 1
    assert "Nobody is trained for line C." in answer.err.splitlines()[-1]


def test_a_year_that_is_not_published_is_told(planned: Site) -> None:
    answer = planned.run("--json", "roster", "draft", "2049-12-27", "2050-01-02")
    assert answer.json["certain"] is False
    assert answer.complaint.startswith("the rest days of 2049, 2050 are not published yet")
    assert "not published" in planned.run("roster", "show", answer.json["id"]).complaint


def test_a_person_is_trained_and_given_a_contact(planned: Site) -> None:
    assert planned.json("roster", "train", "li", "CA")["lines"] == "AC"
    assert planned.json("roster", "train", "li")["lines"] == "ABCDEFGH"
    assert planned.json("roster", "contact", "li", "--phone", "13800000021")["phone"] == "13800000021"
    assert "13800000021" in planned.run("roster", "people").out


def test_a_draft_is_thrown_away(planned: Site) -> None:
    roster = drafted(planned)
    assert planned.json("roster", "discard", roster) == {"discarded": roster}
    assert planned.json("roster", "list") == []
    assert planned.run("roster", "list").out == "no rosters\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("draft", "2026-11-23"), 2),
        (("draft", "2026-11-29", "2026-11-23"), 1),
        (("show", "0"), 2),
        (("show", "7"), 1),
        (("publish", "7"), 1),
        (("discard", "7"), 1),
        (("propose", "7", "--seconds", "0"), 2),
        (("plan", "/nowhere.toml"), 1),
        (("train", "nobody", "A"), 1),
        (("contact", "li", "--phone", "12"), 1),
        (("put", "7", "2026-11-23", "early", "1", "li"), 1),
    ],
)
def test_what_cannot_be_done_is_answered_by_its_exit_code(planned: Site, words: tuple[str, ...], code: int) -> None:
    answer = planned.run("roster", *words)
    assert (answer.code, answer.out) == (code, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C reaches the whole console")
def test_ctrl_c_ends_a_proposal_and_leaves_the_roster_as_it_was(planned: Site) -> None:
    roster = drafted(planned, "2026-01-01", "2026-12-31")
    command = [sys.executable, "-m", "terminal", "--config", str(planned.config), "roster", "propose", str(roster)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ}) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "0 s: 0 found\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    assert planned.json("roster", "show", roster)["duties"] == []
