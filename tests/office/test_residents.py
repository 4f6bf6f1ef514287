"""Residents: entered once, found again, and every look at them in the journal."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Appointment, Resident
from terminal.office.booking_views import ResidentEntry
from terminal.office.office import Office
from terminal.office.people_entering import put_resident
from tests.databases import ON_SQLITE
from tests.office import outbox_workers, workers
from tests.office.halls import MORNING, Records
from tests.office.people import number_of, person, phone_of


def enter(office: Office, entry: ResidentEntry) -> Resident:
    with office.room.writing() as session:
        return put_resident(session, office.room, entry, office.room.now())


def everybody(office: Office) -> list[Resident]:
    with office.room.reading() as session:
        return list(session.scalars(select(Resident).order_by(Resident.id)))


def missed(office: Office, resident: int, *days_ago: int) -> None:
    with office.room.writing() as session:
        for ago in days_ago:
            start = MORNING - timedelta(days=ago)
            session.add(
                Appointment(
                    centre=office.centre,
                    code=f"M{resident}{ago}",
                    resident_id=resident,
                    channel="wechat",
                    state="missed",
                    day=start.date(),
                    start_at=start,
                    end_at=start + timedelta(minutes=15),
                    line="A",
                    made_at=start,
                    ended_at=start,
                )
            )


def test_a_person_is_one_however_the_number_is_written(office: Office) -> None:
    first = enter(office, person(1))
    wide = number_of(1).translate(str.maketrans("0123456789X", "０１２３４５６７８９ｘ"))
    second = enter(office, person(1, number=f" {wide} ", name="王小华"))
    assert second.id == first.id
    assert len(everybody(office)) == 1


@pytest.mark.parametrize(
    ("written", "kept"),
    [("张　三", "张三"), ("王 小 华", "王小华"), ("阿依古丽 ·买买提", "阿依古丽 ·买买提"), ("Anna  Li", "Anna Li")],
)
def test_blanks_that_pad_a_chinese_name_are_no_part_of_it(office: Office, written: str, kept: str) -> None:
    assert enter(office, person(1, name=written)).name == kept
    assert [one.name for one in office.residents.find(written)] == [kept]


def test_name_and_telephone_become_the_latest_and_what_was_not_said_stays(office: Office) -> None:
    enter(office, person(1))
    found = enter(office, person(1, name="王晓华", phone="138 0000 0777"))
    assert (found.name, found.phone) == ("王晓华", "13800000777")
    assert enter(office, person(1, name="王晓华", phone="")).phone == "13800000777"


def test_who_gave_no_number_is_known_by_name_and_telephone(office: Office) -> None:
    first = enter(office, person(1, number=""))
    assert enter(office, person(1, number="")).id == first.id
    assert enter(office, person(1, number="", name="李小华")).id != first.id
    assert enter(office, person(2, number="")).id != first.id


def test_who_gives_the_number_later_stays_the_same_person(office: Office) -> None:
    first = enter(office, person(1, number=""))
    found = enter(office, person(1))
    assert (found.id, office.residents.reveal(found.id)) == (first.id, number_of(1))
    assert enter(office, person(1, number="")).id == first.id


def test_two_people_of_one_name_and_telephone_are_told_apart_by_their_numbers(office: Office) -> None:
    first, second = enter(office, person(1)), enter(office, person(2, phone=phone_of(1)))
    assert first.id != second.id


def test_a_name_is_the_same_with_whatever_dot_a_keyboard_has(office: Office) -> None:
    first = enter(office, person(1, number="", name="阿依古丽·买买提"))
    assert enter(office, person(1, number="", name=" 阿依古丽•买买提 ")).id == first.id


WRONG = number_of(1)[:17] + ("0" if number_of(1)[17] != "0" else "1")
REFUSED = {
    "check digit": (person(1, number=WRONG), "digit"),
    "birth": (person(1, number="99999919801301001X"), "birth"),
    "form": (person(1, number="12345"), "no ID number"),
    "telephone": (person(1, phone="12345"), "telephone"),
    "nothing to know by": (person(1, phone="", number=""), "Neither"),
    "no name": (person(1, name=" "), "name is missing"),
    "name too long": (person(1, name="王" * 61), "no name"),
    "name of two lines": (person(1, name="王\x00华"), "no name"),
}


@pytest.mark.parametrize(("entry", "said"), REFUSED.values(), ids=REFUSED.keys())
@ON_SQLITE
def test_an_entry_that_cannot_be_right_is_refused_without_repeating_it(
    office: Office, entry: ResidentEntry, said: str
) -> None:
    with pytest.raises(Refusal) as refused:
        enter(office, entry)
    told = str(refused.value)
    assert said in told
    assert not any(text and text in told for text in (entry.number, entry.phone, entry.name.strip()))
    assert everybody(office) == []


def test_eight_who_enter_one_person_at_once_enter_one(office: Office, hall_url: str) -> None:
    found = workers.in_processes(partial(outbox_workers.enter_one, hall_url))
    assert len(set(found[1::2])) == len(set(found[::2])) == 1
    assert len(everybody(office)) == 2


def test_a_number_said_by_several_at_once_becomes_one_persons(office: Office, hall_url: str) -> None:
    for telephone in range(2):
        enter(office, person(number="", phone=phone_of(telephone)))
    found = workers.in_processes(partial(outbox_workers.adopt_one, hall_url))
    assert len(set(found)) == 1
    assert [office.residents.reveal(one.id) for one in everybody(office)].count(number_of(7)) == 1


def test_residents_are_found_by_number_telephone_and_the_beginning_of_the_name(office: Office) -> None:
    first = enter(office, person(1))
    enter(office, person(2, name="李小华"))
    for text in (number_of(1), number_of(1).lower(), "138 0000 0001", "王", "王小", "王小华"):
        assert [one.id for one in office.residents.find(text)] == [first.id], text
    for text in ("小华", "%", "_", number_of(3), "13800000999", WRONG):
        assert office.residents.find(text) == (), text


def test_a_view_shows_the_number_masked_and_its_repr_nothing(office: Office) -> None:
    enter(office, person(1))
    (view,) = office.residents.find("王")
    assert view.masked_number == number_of(1)[:4] + "*" * 10 + number_of(1)[-4:]
    assert repr(view) == f"<ResidentView {view.id}>"


def test_at_most_twenty_are_shown(office: Office) -> None:
    for serial in range(25):
        enter(office, person(serial))
    assert len(office.residents.find("王")) == 20


@pytest.mark.parametrize("text", ["", "  ", "\x00", "王\ud800"])
def test_looking_for_nothing_is_refused(office: Office, text: str) -> None:
    with pytest.raises(Refusal, match="Nobody is looked for"):
        office.residents.find(text)


def test_who_looked_whom_up_is_in_the_journal_and_what_was_looked_for_is_not(office: Office, records: Records) -> None:
    found = enter(office, person(1))
    office.residents.find("13800000001", by="zhang")
    (line,) = records.journal()
    assert (line["verb"], line["who"], line["after"]) == (
        "find_resident",
        "zhang",
        {"by": "phone", "residents": [found.id]},
    )
    assert "138" not in str(line)


def test_missed_appointments_are_counted_and_too_many_bar(office: Office) -> None:
    often, once = enter(office, person(1)), enter(office, person(2))
    missed(office, often.id, 40, 20, 10)
    missed(office, once.id, 200, 5)
    views = {view.id: view for view in office.residents.find("王")}
    assert (views[often.id].missed, views[often.id].barred_until) == (3, MORNING.date() + timedelta(days=20))
    assert (views[once.id].missed, views[once.id].barred_until) == (1, None)


def test_a_bar_ends_though_the_missed_ones_still_count(office: Office) -> None:
    found = enter(office, person(1))
    missed(office, found.id, 60, 50, 40)
    (view,) = office.residents.find("王")
    assert (view.missed, view.barred_until) == (3, None)
