"""What PIPL gives a resident, and damage to what is sealed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.engine import make_url

from terminal.errors import Refusal
from terminal.model import Appointment, BookingRequest, CaseStop, Message, Resident
from terminal.office import open_office
from terminal.office.case_views import StopEntry
from terminal.office.office import Office
from terminal.office.people_reading import ERASED
from terminal.office.people_views import PersonEntry, PersonView
from terminal.office.upkeep import check_database
from tests.office.casework import STREET, opened, set_up
from tests.office.halls import MORNING, Records, SetClock
from tests.office.people import number_of, phone_of

ENTRY = PersonEntry("王𬭎", number_of(1), phone_of(1), nation="汉", address="柳溪路 1 号", note="早晨来电")


@pytest.fixture
def wang(office: Office) -> PersonView:
    """Somebody of whom much is kept."""
    entered = office.residents.enter(ENTRY)
    child = office.residents.enter(PersonEntry("王明", number_of(2)))
    office.residents.link(entered.id, child.id, "child")
    office.residents.need(entered.id, "mobility", "轮椅")
    office.residents.consent(entered.id, "service", "signed")
    with office.room.writing() as session:
        session.add(
            Message(
                centre=office.centre, event="x", template="x", via="sms", text="王𬭎，您好", name="王𬭎",
                address=phone_of(1), state="waiting", attempts=0, created_at=MORNING, next_at=MORNING,
                resident_id=entered.id,
            )
        )  # fmt: skip
    return office.residents.view(entered.id)


def test_a_resident_sees_all_that_is_kept_and_who_looked(office: Office, wang: PersonView) -> None:
    office.residents.reveal(wang.id, by="zhang")
    office.forms.start("apply-senior-card", resident=wang.id, by="li")
    told = json.loads(json.dumps(office.residents.export(wang.id, by="li")))
    assert (told["name"], told["number"], told["phone"]) == ("王𬭎", number_of(1), phone_of(1))
    assert told["birth"] == "1980-01-01"
    assert [one["need"] for one in told["needs"]] == ["mobility"]
    assert [one["relation"] for one in told["links"]] == ["child"]
    assert [one["text"] for one in told["messages"]] == ["王𬭎，您好"]
    assert [one["form"] for one in told["forms"]] == ["apply-senior-card"]
    assert [(one["who"], one["verb"]) for one in told["seen"]][-1] == ("zhang", "reveal_number")


def test_of_who_is_erased_nothing_is_left_in_the_rows(office: Office, wang: PersonView, records: Records) -> None:
    gone = office.residents.enter(PersonEntry("王𬭎", phone=phone_of(3), address="别处")).id
    office.residents.merge(wang.id, gone)
    office.residents.erase(wang.id, by="zhang")
    assert office.residents.view(wang.id).name == ERASED
    for wanted in ("王𬭎", number_of(1), number_of(1)[-4:], phone_of(1)):
        assert office.residents.search(wanted).rows == ()
    with office.room.reading() as session:
        kept = str([list(session.execute(text(f"SELECT * FROM {table}"))) for table in ("resident", "message")])
        assert session.execute(text("SELECT count(*) FROM resident_need")).scalar() == 0
        assert session.execute(text("SELECT count(*) FROM resident_merge")).scalar() == 0
    assert not any(said in kept for said in ("王𬭎", phone_of(1), phone_of(3), "柳溪路", "别处", "早晨"))
    (line,) = (line for line in records.journal() if line["verb"] == "erase_resident")
    assert (line["who"], line["id"], line["after"]) == ("zhang", str(wang.id), {})
    assert office.residents.enter(ENTRY).id != wang.id
    with pytest.raises(Refusal, match="no resident"):
        office.cases.register("LD-001", wang.id)


@pytest.mark.parametrize("hall_url", ["sqlite"], indirect=True)
def test_of_who_is_erased_nothing_is_left_in_the_file(hall_url: str, clock: SetClock) -> None:
    path = make_url(hall_url).database or ""
    with open_office(hall_url, clock=clock) as office:
        one = office.residents.enter(PersonEntry("欧阳消失", number_of(7), phone_of(7), address="无名路 9 号")).id
        assert "欧阳消失".encode() in Path(f"{path}-wal").read_bytes()
        office.residents.erase(one)
    assert not Path(f"{path}-wal").exists()  # the last one to close took it over
    kept = Path(path).read_bytes()
    assert not any(said.encode() in kept for said in ("欧阳消失", "无名路", phone_of(7), "oyxs"))


def booked(resident: int) -> Appointment:
    later = MORNING + timedelta(days=3)
    return Appointment(
        centre="LC01", code="B1", resident_id=resident, channel="wechat", state="booked", day=later.date(),
        start_at=later, end_at=later, line="A", made_at=MORNING,
    )  # fmt: skip


def asked(resident: int) -> BookingRequest:
    return BookingRequest(centre="LC01", channel="wechat", resident_id=resident, state="open", asked_at=MORNING)


@pytest.mark.parametrize("open_one", [booked, asked])
def test_who_has_something_open_is_not_forgotten(
    office: Office, wang: PersonView, open_one: Callable[[int], object]
) -> None:
    with office.room.writing() as session:
        row = open_one(wang.id)
        row.centre = office.centre  # type: ignore[attr-defined]
        session.add(row)
    with pytest.raises(Refusal, match="is open"):
        office.residents.erase(wang.id)
    assert office.residents.view(wang.id) == wang


def test_a_check_finds_nothing_wrong_with_residents_as_they_are_kept(
    office: Office, wang: PersonView, hall_url: str
) -> None:
    gone = office.residents.enter(PersonEntry("王𬭎", "E12345678", document="passport", birth=date(1980, 1, 1))).id
    office.residents.merge(wang.id, gone)
    assert check_database(hall_url)["faults"] == []


def test_a_check_tells_numbers_that_were_damaged_or_exchanged(office: Office, hall_url: str) -> None:
    one, two, three = (office.residents.enter(PersonEntry("王", number_of(n))).id for n in range(3))
    with office.room.writing() as session:
        sealed = session.get_one(Resident, two).number_sealed
        session.execute(update(Resident).where(Resident.id == one).values(number_sealed=sealed))
        session.execute(update(Resident).where(Resident.id == two).values(number_sealed=b"x" * 40))
        session.execute(update(Resident).where(Resident.id == three).values(tail_hash=None))
    assert check_database(hall_url)["faults"] == [
        f"resident {one}: the number is not found by what it is found by",
        f"resident {two}: the number does not open",
        f"resident {three}: the number is there in part",
    ]
    assert office.residents.search("王").rows != ()


def test_a_check_tells_links_with_one_side(office: Office, wang: PersonView, hall_url: str) -> None:
    with office.room.writing() as session:
        session.execute(text("DELETE FROM resident_link WHERE other_id = :one"), {"one": wang.id})
    (fault,) = check_database(hall_url)["faults"]  # type: ignore[misc,attr-defined]
    assert f"resident {wang.id}: linked to" in fault


def test_the_addresses_of_closed_cases_go_with_who_is_erased(office: Office) -> None:
    set_up(office)
    case = opened(office, proxy=True, delivery="home", deliver_to="柳溪路 1 号")
    office.routes.plan(case.row.id, StopEntry("home", "", "送达结果", address="柳溪路 1 号"))
    office.routes.plan(case.row.id, StopEntry("department", STREET.code, "交件", address="街道办事处1楼"))
    office.cases.advance(case.row.id, "withdraw", note="本人撤回")
    office.residents.erase(case.resident.id, by="zhang")
    left = office.cases.view(case.row.id)
    assert left.deliver_to == ""
    with office.room.reading() as session:
        assert set(session.scalars(select(CaseStop.address))) == {"", "街道办事处1楼"}
