"""``onewindow hours``: opening hours, changing them from a day on, and founding a centre with its plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from terminal.office import open_office
from terminal.office.catalogue_file import sample_catalogue
from terminal.office.plan_file import sample_plan
from tests.commands.site import Site
from tests.office.people import person

WEEK = ("work=08:00-12:00,12:00-14:00/extended,14:00-18:00", "rest=09:00-12:00/extended")


@pytest.fixture
def later() -> str:
    """A working day that comes, in no year without a notice."""
    day = datetime.now(UTC).date() + timedelta(days=2)
    return day.isoformat()


def test_hours_are_shown_for_now_and_a_week(site: Site) -> None:
    shown = site.json("hours", "show")
    assert (shown["now"]["kind"], len(shown["days"])) == ("regular", 7)
    assert shown["days"][0]["spans"] == [{"opens": "00:00", "closes": "24:00", "kind": "regular"}]
    assert site.json("hours", "plans") == []
    assert "now regular until 24:00" in site.run("hours", "show", "--line", "A").out


def test_a_week_is_changed_from_a_day_on(site: Site, later: str) -> None:
    done = site.json("hours", "change", "--since", later, *WEEK, "--reason", "新作息", "--by", "zhang")
    assert (done["broken"], done["dry_run"], done["plan"]["state"]) == ([], False, "coming")
    assert set(done["plan"]["days"]) == {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "rest"}
    assert site.json("hours", "plans") == [done["plan"]]
    kinds = {
        span["kind"] for span in site.json("hours", "show", "--since", later, "--until", later)["days"][0]["spans"]
    }
    assert "extended" in kinds
    assert "work=08:00-12:00,12:00-14:00/extended,14:00-18:00 rest=09:00-12:00/extended" in (
        site.run("hours", "plans").out
    )


def test_special_days_name_the_appointments_they_break(site: Site, later: str) -> None:
    with open_office(site.database) as office:
        start = datetime.fromisoformat(f"{later}T10:00").replace(tzinfo=office.room.zone)
        code = office.appointments.book(["LD-001"], start, person(), "qq").code
    tried = site.json("hours", "special", "--since", later, "--reason", "停电", "--dry-run")
    assert (tried["plan"], [one["code"] for one in tried["broken"]]) == (None, [code])
    done = site.json("hours", "special", "--since", later, "--reason", "停电")
    assert done["broken"][0] | {"id": 0} == {"id": 0, "code": code, "start": start.isoformat(), "items": ["LD-001"]}
    shown = site.run("hours", "withdraw", done["plan"]["id"]).out
    assert shown.splitlines() == ["taken back", "every appointment keeps its time"]


def test_a_line_has_hours_of_its_own_and_gives_them_up(site: Site, later: str) -> None:
    site.json("hours", "change", "--since", later, "work=09:00-10:00", "--line", "A")
    done = site.json("hours", "follow-centre", "A", "--since", later)
    assert (done["plan"]["line"], done["plan"]["follows_centre"]) == ("A", True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("change", "work=08:00-18:00"), 2),
        (("change", "--since", "2900-01-01", "sometimes=08:00-18:00"), 2),
        (("change", "--since", "2900-01-01", "work=8-18"), 2),
        (("change", "--since", "2900-01-01", "work=08:00-25:00"), 2),
        (("change", "--since", "2900-01-01", "work=18:00-08:00"), 1),
        (("change", "--since", "2900-01-01", "work=08:00-12:00,11:00-13:00"), 1),
        (("change", "--since", "2900-01-01", "work=08:00-12:00/late"), 1),
        (("change", "--since", "2001-01-01", "work=08:00-12:00"), 1),
        (("special", "--since", "2900-01-02", "--until", "2900-01-01"), 1),
        (("show", "--line", "Z"), 1),
        (("withdraw", "12345"), 1),
    ],
)
def test_hours_that_nobody_can_keep_are_refused(site: Site, words: tuple[str, ...], code: int) -> None:
    answer = site.run("hours", *words)
    assert (answer.code, answer.out) == (code, "")


def test_a_centre_is_founded_with_its_plan(site: Site, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    files = ("--centre", sample_catalogue(), "--plan", sample_plan())
    assert site.json("--database", url, "init", *files)["centre"] == "LC01"
    (plan,) = site.json("--database", url, "hours", "plans")
    assert (plan["state"], plan["days"]["rest"]) == (
        "in_force", [{"opens": "09:00", "closes": "12:00", "kind": "extended"}],
    )  # fmt: skip


def test_a_plan_with_a_fault_founds_nothing(site: Site, tmp_path: Path) -> None:
    bad = tmp_path / "plan.toml"
    bad.write_text('[[hours]]\ndays = "work"\nopens = "18:00"\ncloses = "08:00"\n', encoding="utf-8")
    answer = site.run("--database", f"sqlite:///{tmp_path / 'new.db'}", "init", "--sample", "--plan", bad)
    assert (answer.code, "a time after 18:00" in answer.complaint) == (1, True)
    assert not (tmp_path / "new.db").exists()
    assert site.run("--database", f"sqlite:///{tmp_path / 'new.db'}", "init", "--plan", sample_plan()).code == 1


def test_every_fault_of_a_plan_is_told_at_founding(site: Site, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(sample_plan().read_text(encoding="utf-8").replace('"08:00"', '"8:00"'), encoding="utf-8")
    files = ("--centre", sample_catalogue(), "--plan", bad)
    answer = site.run("--database", f"sqlite:///{tmp_path / 'new.db'}", "init", *files)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "hours no. 1: opens: found '8:00', expected a time such as 08:00" in answer.err
    assert "shift early: opens" in answer.err
