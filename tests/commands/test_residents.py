"""``resident`` and ``db key`` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.site import Site
from tests.office.people import number_of

PERSON = ("--name", "王𬭎", "--id-number", number_of(1), "--phone", "13800000001")


@pytest.fixture(autouse=True)
def own_keys(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample's key, in a folder of the test's own."""
    exported = Path(site.json("db", "key", "show")["file"])
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / exported.name).write_bytes(exported.read_bytes())
    monkeypatch.setenv("ONEWINDOW_KEYS", str(folder))
    return folder / exported.name


def test_somebody_is_entered_found_shown_and_revealed(site: Site) -> None:
    entered = site.json("resident", "enter", *PERSON)
    assert (entered["name"], entered["birth"], entered["initials"]) == ("王𬭎", "1980-01-01", "wh")
    assert number_of(1) not in str(entered)
    for text in ("王", "wh", number_of(1)[-4:], number_of(1), "13800000001"):
        assert [one["id"] for one in site.json("resident", "find", text)] == [entered["id"]]
    who = str(entered["id"])
    assert site.json("resident", "reveal", who) == {"id": entered["id"], "number": number_of(1)}
    assert site.json("resident", "show", who) == entered
    assert site.json("resident", "alike", *PERSON)[0]["id"] == entered["id"]


def test_somebody_is_corrected_with_what_is_given(site: Site) -> None:
    who = str(site.json("resident", "enter", *PERSON)["id"])
    changed = site.json("resident", "change", who, "--address", "柳溪路 1 号", "--clear", "phone", "--version", "1")
    assert (changed["name"], changed["address"], changed["phone"], changed["version"]) == ("王𬭎", "柳溪路 1 号", "", 2)
    again = site.run("resident", "change", who, "--note", "x", "--version", "1")
    assert (again.code, "meanwhile" in again.complaint) == (1, True)


def test_family_needs_and_consents_are_kept(site: Site) -> None:
    one = str(site.json("resident", "enter", *PERSON)["id"])
    two = str(site.json("resident", "enter", "--name", "王明", "--phone", "13800000002", "--birth", "1990-02-03")["id"])
    assert site.json("resident", "link", one, two, "child", "--household")["links"][0]["relation"] == "child"
    assert site.json("resident", "link", two, one, "--drop")["links"] == []
    assert site.json("resident", "need", one, "mobility", "--detail", "轮椅")["needs"][0]["detail"] == "轮椅"
    assert site.json("resident", "need", one, "mobility", "--drop")["needs"] == []
    consent = site.json("resident", "consent", one, "service", "--until", "2999-01-01")["consents"][0]
    assert site.json("resident", "withdraw-consent", str(consent["id"]))["consents"][0]["withdrawn_at"]


def test_two_entries_become_one_and_two_again(site: Site) -> None:
    one = site.json("resident", "enter", *PERSON)["id"]
    two = site.json("resident", "enter", "--name", "王𬭎", "--phone", "13800000002", "--birth", "1980-01-01")["id"]
    assert [pair["gone"]["id"] for pair in site.json("resident", "duplicates")] == [two]
    (merge,) = site.json("resident", "merge", str(one), str(two))["merged"]
    assert site.json("resident", "undo-merge", str(merge))["id"] == two


def test_what_is_kept_is_told_and_erased_when_it_is_meant(site: Site) -> None:
    who = str(site.json("resident", "enter", *PERSON)["id"])
    assert site.json("resident", "export", who)["number"] == number_of(1)
    assert site.run("resident", "erase", who).code == 1
    assert site.json("resident", "erase", who, "--yes") == {"id": int(who), "erased": True}
    assert site.json("resident", "find", "王𬭎") == []


def test_lines_for_people_say_the_same(site: Site) -> None:
    said = site.run("resident", "enter", *PERSON).out
    assert "王𬭎" in said
    assert "13800000001" in said
    assert number_of(1) not in said


def test_a_key_is_shown_exported_lost_and_taken_over_again(site: Site, own_keys: Path, tmp_path: Path) -> None:
    site.json("resident", "enter", *PERSON)
    shown = site.json("db", "key", "show")
    assert (shown["here"], shown["wrong"], shown["file"]) == (True, "", str(own_keys))
    kept = site.json("db", "key", "export", str(tmp_path / "safe.key"))["file"]
    assert site.run("db", "key", "export", kept).code == 1
    own_keys.unlink()
    assert site.run("db", "key", "show").code == 1
    lost = site.run("resident", "reveal", "1")
    assert (lost.code, str(own_keys) in lost.complaint) == (3, True)
    assert site.run("resident", "find", "王").code == 0
    assert site.json("db", "key", "import", kept)["here"]
    assert site.json("resident", "reveal", "1")["number"] == number_of(1)


def test_a_damaged_key_and_anothers_are_told(site: Site, own_keys: Path, tmp_path: Path) -> None:
    own_keys.write_bytes(b"rubbish")
    assert "damaged" in site.run("resident", "enter", *PERSON).complaint
    assert any("damaged" in fault for fault in site.run("--json", "db", "check").json["faults"])
    (tmp_path / "wrong.key").write_bytes(bytes(48))
    assert "not the key" in site.run("db", "key", "import", str(tmp_path / "wrong.key")).complaint


def test_founding_and_upgrading_tell_of_the_key(site: Site, tmp_path: Path) -> None:
    made = site.run("--database", f"sqlite:///{tmp_path / 'new.db'}", "init", "--sample")
    assert "key" in made.out
    assert "key" in site.run("db", "upgrade").out
