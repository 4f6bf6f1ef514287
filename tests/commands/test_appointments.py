"""``onewindow appointment``: the shapes scripts rely on, refusals, and wrong usage told before anything is done."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import update

from terminal.model import Appointment, SlotUse
from terminal.office import open_office
from tests.commands.site import Answer, Site
from tests.office.bookings import person


@pytest.fixture
def tomorrow(site: Site) -> str:
    """The day after today at the centre: all of it may be booked."""
    with open_office(site.database) as office:
        return (office.room.day(office.room.now()) + timedelta(days=1)).isoformat()


def who(number: int = 1) -> tuple[str, ...]:
    entry = person(number)
    return "--name", entry.name, "--id-number", entry.number, "--phone", entry.phone


def book(site: Site, start: str, number: int = 1, item: str = "LD-001") -> Answer:
    return site.run(
        "--json", "appointment", "book", "--item", item, "--start", start, *who(number),
        "--channel", "street_hotline",
    )  # fmt: skip


def come_now(site: Site, appointment: int) -> None:
    """Let an appointment be for this moment."""
    with open_office(site.database) as office, office.store.writing() as session:
        now = office.room.now()
        values = {"day": office.room.day(now), "start_at": now, "end_at": now + timedelta(minutes=15)}
        session.execute(update(Appointment).where(Appointment.id == appointment).values(values))
        session.execute(update(SlotUse).where(SlotUse.appointment_id == appointment).values(values))


def test_slots_are_a_list_of_start_free_and_capacity(site: Site, tomorrow: str) -> None:
    found = site.json("appointment", "slots", "--item", "LD-001", "--day", tomorrow)
    assert len(found) == 96
    assert all(slot.keys() == {"start", "free", "capacity"} for slot in found)
    assert found[0]["start"] == f"{tomorrow}T00:00:00+08:00"
    assert found[0]["free"] == found[0]["capacity"] > 0
    both = site.json("appointment", "slots", "--item", "LD-001", "--item", "sb-001", "--day", tomorrow)
    assert len(both) < len(found)
    yesterday = datetime.combine(datetime.fromisoformat(tomorrow), time()) - timedelta(days=2)
    past = site.run("appointment", "slots", "--item", "LD-001", "--day", yesterday.date())
    assert (past.code, past.out.splitlines()[1:]) == (0, ["  that is over"])


def test_book_tells_id_code_start_and_item(site: Site, tomorrow: str) -> None:
    made = book(site, f"{tomorrow}T10:00:00+08:00")
    assert (made.code, made.err) == (0, "")
    assert made.json == {
        "id": made.json["id"], "code": made.json["code"], "start": f"{tomorrow}T10:00:00+08:00", "item": "LD-001",
    }  # fmt: skip
    slots = site.json("appointment", "slots", "--item", "LD-001", "--day", tomorrow)
    assert [slot["capacity"] - slot["free"] for slot in slots[39:42]] == [0, 1, 0]


def test_a_start_without_an_offset_is_the_centres_own_and_with_another_the_same_moment(
    site: Site, tomorrow: str
) -> None:
    assert book(site, f"{tomorrow}T10:00").json["start"] == f"{tomorrow}T10:00:00+08:00"
    assert book(site, f"{tomorrow}T03:00+00:00", 2).json["start"] == f"{tomorrow}T11:00:00+08:00"


def test_a_full_slot_is_exit_one_with_the_next_that_is_free(site: Site, tomorrow: str) -> None:
    for number in range(100):
        made = book(site, f"{tomorrow}T10:00", number)
        if made.code:
            break
    assert (made.code, made.out) == (1, "")
    assert f"The slot at {tomorrow} 10:00 is full. The next free one begins at {tomorrow} 10:15." in made.complaint


@pytest.mark.parametrize("start", ["tomorrow", "2026-11-23", "10:00", "2026-13-01T10:00", "9999-01-01T10:00", ""])
def test_a_start_that_is_none_is_wrong_usage(site: Site, start: str) -> None:
    made = book(site, start)
    assert (made.code, made.out) == (2, "")
    assert "expected a moment such as" in made.err


def test_what_cannot_be_booked_is_refused_in_one_line(site: Site, tomorrow: str) -> None:
    for start, item, said in (
        (f"{tomorrow}T10:01", "LD-001", "Slots begin every"),
        (f"{tomorrow}T10:00", "XX-001", "no item XX-001"),
        ("2001-01-01T10:00", "LD-001", "too soon"),
        ("2999-01-01T10:00", "LD-001", "too far"),
    ):
        made = book(site, start, item=item)
        assert (made.code, made.out) == (1, "")
        assert said in made.complaint


def test_check_in_tells_what_issue_tells(site: Site, tomorrow: str) -> None:
    issued = site.json("ticket", "issue", "LD-001")
    made = book(site, f"{tomorrow}T10:00").json
    early = site.run("appointment", "check-in", made["code"])
    assert (early.code, early.out) == (1, "")
    assert f"is on {tomorrow}, at 10:00" in early.complaint
    come_now(site, made["id"])
    ticket = site.json("appointment", "check-in", made["code"].lower())
    assert ticket.keys() == issued.keys()
    assert (ticket["number"], ticket["line"]) == ("A002", "A")
    assert ticket["code"] != made["code"]
    twice = site.run("appointment", "check-in", made["code"])
    assert twice.code == 1
    assert "its number is A002" in twice.complaint
    shown = site.json("appointment", "show", made["code"])
    assert (shown["state"], shown["ticket"]) == ("arrived", "A002")


def test_hold_confirm_move_and_cancel_go_by_the_code(site: Site, tomorrow: str) -> None:
    held = site.json("appointment", "hold", "--item", "LD-001", "--start", f"{tomorrow}T10:00", "--channel", "qq")
    assert held.keys() == {"id", "code", "start", "item", "held_until"}
    booked = site.json("appointment", "confirm", held["code"], *who())
    assert booked == {key: held[key] for key in ("id", "code", "start", "item")}
    moved = site.json("appointment", "move", held["code"], "--start", f"{tomorrow}T11:00", "--by", "zhang")
    assert (moved["code"], moved["start"]) == (held["code"], f"{tomorrow}T11:00:00+08:00")
    ended = site.json("appointment", "cancel", held["code"], "--reason", "改天")
    assert (ended["code"], ended["state"]) == (held["code"], "cancelled")
    assert [line.who for line in site.journal("move")] == ["zhang"]
    other = site.json("appointment", "hold", "--item", "LD-001", "--start", f"{tomorrow}T10:00")
    assert site.json("appointment", "release", other["id"])["state"] == "lapsed"


def test_who_acts_is_by_default_who_the_settings_name(site: Site, tomorrow: str) -> None:
    site.configure('[counter]\nnumber = 3\nstaff = "li"')
    assert book(site, f"{tomorrow}T10:00").code == 0
    assert [line.who for line in site.journal("book")] == ["li"]


def test_list_and_broken_tell_appointments_whole_with_masked_numbers(site: Site, tomorrow: str) -> None:
    made = book(site, f"{tomorrow}T10:00").json
    (listed,) = site.json("appointment", "list", "--state", "booked")
    assert listed["id"] == made["id"]
    assert listed["items"] == ["LD-001"]
    assert listed["number"].count("*") == 10
    assert site.json("appointment", "list", "--since", tomorrow, "--until", tomorrow) == [listed]
    assert site.json("appointment", "broken") == []
    assert site.run("appointment", "broken").out == "every appointment can be kept\n"
    assert made["code"] in site.run("appointment", "list").out
    assert "测试1" in site.run("appointment", "show", made["id"]).out


def test_missed_ones_are_counted(site: Site, tomorrow: str) -> None:
    made = book(site, f"{tomorrow}T10:00").json
    with open_office(site.database) as office, office.store.writing() as session:
        past = office.room.now() - timedelta(days=1)
        values = {"day": office.room.day(past), "start_at": past, "end_at": past + timedelta(minutes=15)}
        session.execute(update(Appointment).values(values))
        session.execute(update(SlotUse).values(values))
    assert site.json("appointment", "missed") == {"missed": 1}
    assert site.json("appointment", "missed") == {"missed": 0}
    assert site.json("appointment", "show", made["id"])["state"] == "missed"


def test_rules_are_shown_and_changed(site: Site) -> None:
    rules = site.json("appointment", "rules")
    assert rules["grid_minutes"] == 15
    assert site.json("appointment", "rules", "walk_in_share=20", "most_open=5") == rules | {
        "walk_in_share": 20, "most_open": 5,
    }  # fmt: skip
    assert "walk_in_share=20" in site.run("appointment", "rules").out.splitlines()
    for wrong, code in (("walk_in_share=101", 1), ("colour=1", 1), ("walk_in_share", 2), ("walk_in_share=-1", 2)):
        assert site.run("appointment", "rules", wrong).code == code
