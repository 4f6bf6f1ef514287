"""``onewindow case``: the shapes scripts rely on, dated moves, refusals, and the table README shows."""

from __future__ import annotations

from pathlib import Path

from terminal.office.case_states import state_rows, states_markdown
from terminal.office.casework_file import sample_casework
from terminal.rules.casework import MOVES
from terminal.rules.id_number import check_digit
from tests.commands.site import Site
from tests.office.people import number_of, phone_of

README = Path(__file__).parents[2] / "README.md"
WHO = ("--name", "王小华", "--id-number", number_of(1), "--phone", phone_of(1))
KEYS = {"id", "number", "state", "promised_on", "responsible"}


def test_a_case_is_registered_and_advanced_on_the_days_given(site: Site) -> None:
    made = site.json("case", "register", "--item", "MZ-004", *WHO, "--at", "2026-03-04T09:00", "--by", "li")
    assert made == {
        "id": 1, "number": "LC01-2026-BJ-0001", "state": "received", "promised_on": "2026-03-13", "responsible": "li",
    }  # fmt: skip
    moved = site.json("case", "advance", 1, "accept", "--at", "2026-03-05T09:00")
    assert (moved.keys(), moved["state"], moved["promised_on"]) == (KEYS, "accepted", "2026-03-16")
    asked = site.json("case", "advance", 1, "ask-correction", "--at", "2026-03-09T09:00+08:00", "--note", "缺银行卡")
    assert asked["state"] == "to_correct"
    back = site.json("case", "advance", moved["number"], "corrected", "--at", "2026-03-11T09:00")
    assert (back["state"], back["promised_on"]) == ("accepted", "2026-03-19")
    more = site.json("case", "advance", 1, "extend", "--at", "2026-03-12T09:00", "--days", 5, "--note", "案情复杂")
    assert more["promised_on"] == "2026-03-26"


def test_a_proxy_case_has_a_number_of_its_own_and_may_be_accepted_at_once(site: Site) -> None:
    made = site.json(
        "case", "register", "--item", "mz-004", *WHO, "--proxy", "--agent-name", "王二", "--agent-phone", phone_of(2),
        "--relation", "女儿", "--then", "accept", "--at", "2026-03-04T09:00",
    )  # fmt: skip
    assert (made["number"], made["state"]) == ("LC01-2026-DB-0001", "accepted")


def test_show_has_everything_of_a_case(site: Site) -> None:
    made = site.json("case", "register", "--item", "MZ-004", *WHO)
    shown = site.json("case", "show", made["number"])
    assert made.items() <= shown.items()
    assert [one["name"] for one in shown["choices"]] == [
        "accept", "ask-correction", "refuse", "terminate", "withdraw",
    ]  # fmt: skip
    assert shown["masked_number"].count("*") >= 8
    plain = site.run("case", "show", 1)
    assert "received" in plain.out
    assert "accept, ask-correction" in plain.out


def test_a_case_is_handed_on_taken_and_told_of(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO, "--by", "li")
    assert site.json("case", "hand-to", 1, "chen", "--reason", "片区负责", "--by", "li")["responsible"] == "chen"
    assert site.json("case", "take", 1, "--by", "zhang")["responsible"] == "zhang"
    told = site.json("case", "tell", 1, "材料已送审", "--whom", "女儿", "--next", "2999-01-04", "--by", "zhang")
    assert told.keys() == KEYS


def test_what_cannot_be_done_is_refused_in_one_line(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO)
    for words in (("advance", 1, "grant"), ("advance", 1, "fly"), ("show", 2), ("take", 1, "--by", "nobody")):
        answer = site.run("case", *words)
        assert (answer.code, answer.out) == (1, ""), answer
        assert answer.complaint
    assert site.run("case", "register", "--item", "MZ-004", "--name", "王小华").code == 1
    assert site.run("case", "advance", 1, "accept", "--at", "yesterday").code == 2
    assert site.run("case", "advance", 1, "extend", "--days", "-1").code == 2


def test_a_case_changed_since_it_was_seen_is_refused(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO)
    site.json("case", "advance", 1, "accept")
    answer = site.run("case", "advance", 1, "start", "--version", 1)
    assert (answer.code, "changed the case meanwhile" in answer.complaint) == (1, True)


def test_rules_are_shown_and_changed_within_bounds(site: Site) -> None:
    assert site.json("case", "rules")["stuck_days"] == 5
    changed = site.json("case", "rules", "stuck_days=3", "backstop=chen")
    assert (changed["stuck_days"], changed["backstop"]) == (3, "chen")
    assert site.json("case", "rules", "backstop=")["backstop"] is None
    for wrong in ("stuck_days=0", "nothing=1", "backstop=nobody", "home_days=5"):
        assert site.run("case", "rules", wrong).code == 1
    assert site.run("case", "rules", "stuck_days=many").code == 2


def test_a_casework_file_is_loaded_and_one_with_faults_is_not(site: Site, tmp_path: Path) -> None:
    loaded = site.json("case", "load", sample_casework())
    assert (loaded["departments"], loaded["items"]) == (25, 47)
    assert len(site.json("case", "departments")) == 25
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('[rules]\nstuck_days = 0\n[[items]]\nitem = "MZ-001"\nsteps = [{name = "初审", days = 1, '
                     'department = "nowhere"}]\n', encoding="utf-8")  # fmt: skip
    answer = site.run("case", "load", wrong)
    assert answer.code == 1
    assert "stuck_days" in answer.err
    assert "nowhere" in answer.err
    assert site.json("case", "rules")["stuck_days"] == 5


def test_a_sweep_says_what_it_did(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO, "--at", "2026-03-04T09:00")
    assert site.json("case", "sweep")["accepted"] == 1


def test_the_states_are_told_without_a_database(site: Site) -> None:
    table = site.json("--database", "sqlite:////nowhere/at/all.db", "case", "states")
    assert [row["name"] for row in table] == list(MOVES)
    assert site.json("case", "states", "--markdown") == {"markdown": states_markdown()}


def test_the_readme_shows_the_state_table_as_the_code_has_it() -> None:
    text = README.read_text(encoding="utf-8")
    shown = text.split("<!-- case-states -->\n", 1)[1].split("\n<!-- /case-states -->", 1)[0]
    assert shown == states_markdown(), "run: onewindow case states --markdown"
    assert all(f"`{row.name}`" in shown for row in state_rows())


def test_a_passport_and_who_came_instead_are_taken_as_given(site: Site) -> None:
    words = ("case", "register", "--item", "MZ-004", "--name", "甲一", "--id-number", "E12345678")
    assert site.run(*words).code == 1
    made = site.json(*words, "--document", "passport")
    assert made["state"] == "received"
    nobody = site.run(*words, "--document", "passport", "--agent-phone", "13800000020")
    assert (nobody.code, nobody.complaint) == (1, "The name is missing. Enter the name as it stands on the ID card.")
    twice = site.run("case", "register", "--item", "MZ-004", "--resident", 1, "--phone", "13800000020")
    assert (twice.code, twice.complaint.startswith("Somebody who is known was named twice.")) == (1, True)


def test_a_day_alone_follows_what_was_done_on_it(site: Site) -> None:
    made = site.json("case", "register", "--item", "MZ-004", *WHO, "--at", "2026-03-04")
    assert made["promised_on"] == "2026-03-13"
    site.json("case", "advance", 1, "accept", "--at", "2026-03-05T16:30")
    assert site.json("case", "advance", 1, "start", "--at", "2026-03-05")["state"] == "in_progress"
    moves = site.json("case", "show", 1)["moves"]
    assert [one["at"][:16] for one in moves] == ["2026-03-04T00:00", "2026-03-05T16:30", "2026-03-05T16:30"]
    assert site.run("case", "advance", 1, "grant", "--at", "2026-03-04").code == 1


def test_what_was_granted_stands_with_the_centre_until_it_is_delivered(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO, "--then", "accept")
    early = site.run("case", "advance", 1, "start", "--result", "救助金领取凭证")
    assert (early.code, "Decide it first" in early.err) == (1, True)
    site.json("case", "advance", 1, "grant", "--result", "救助金领取凭证")
    (piece,) = [one for one in site.json("case", "material", 1) if one["outcome"]]
    assert (piece["name"], piece["here"], piece["to_return"]) == ("救助金领取凭证", True, 1)
    site.json("case", "advance", 1, "collect", "--signed-by", "王小华")
    assert [(one["what"], one["signed_by"]) for one in site.json("case", "custody", 1)] == [
        ("taken", ""), ("returned", "王小华"),
    ]  # fmt: skip


def test_who_takes_a_case_over_is_named(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO)
    answer = site.run("case", "take", 1)
    assert (answer.code, "--by" in answer.complaint) == (1, True)


def test_what_is_said_back_of_a_refused_word_is_short(site: Site) -> None:
    long = "X" * 10_000
    for words in (
        ("--item", long), ("--by", long), ("--delivery", long), ("--document", long), ("--then", long),
        ("--at", long), ("--counter", "9" * 10_000),
    ):  # fmt: skip
        answer = site.run("case", "register", "--item", "MZ-004", *WHO, *words)
        assert answer.code in (1, 2)
        assert len(answer.err.splitlines()[-1]) < 400, answer
    told = site.run("case", "ledger", long)
    assert (told.code, len(told.complaint) < 400) == (1, True)


def test_nobody_was_born_on_a_day_to_come(site: Site) -> None:
    first = "99999920990101001"
    number = first + check_digit(first)
    answer = site.run("case", "register", "--item", "MZ-004", "--name", "王小华", "--id-number", number)
    assert (answer.code, "digits 7 to 14" in answer.complaint) == (1, True)


def test_a_number_that_gets_another_name_is_told_of(site: Site) -> None:
    site.json("case", "register", "--item", "MZ-004", *WHO)
    assert site.run("case", "register", "--item", "MZ-004", *WHO).err == ""
    other = site.run("--json", "case", "register", "--item", "MZ-004", "--name", "李秀", "--id-number", number_of(1))
    assert (other.code, other.json["id"]) == (0, 3)
    assert "王小华" in other.complaint
    assert "resident change 1" in other.complaint
