"""Taking over a file: good rows are booked once, the others named; a rehearsal says the same and books nothing."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from terminal.errors import Refusal
from terminal.model import Appointment, AppointmentItem, Message, Resident, SlotUse
from terminal.office.booking_views import ImportResult, ResidentEntry
from terminal.office.office import Office
from terminal.office.people_entering import put_resident
from tests.office import import_workers, workers
from tests.office.booking_files import line, write
from tests.office.bookings import in_zone
from tests.office.duties import MONDAY
from tests.office.halls import Records
from tests.office.people import number_of, person
from tests.office.plans import at, open_by_the_clock

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bookings.csv"


def count(office: Office, model: type[object]) -> int:
    with office.room.reading() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def booked(office: Office) -> list[tuple[str, str | None]]:
    with office.room.reading() as session:
        found = session.execute(select(Appointment.import_ref, Appointment.channel).order_by(Appointment.id))
        return [(ref, channel) for ref, channel in found]


def whole(office: Office) -> bool:
    """Whether every appointment has all that belongs to one."""
    with office.room.reading() as session:
        every = set(session.scalars(select(Appointment.id)))
        parts = (AppointmentItem.appointment_id, SlotUse.appointment_id, Message.appointment_id)
        return all(set(session.scalars(select(part))) == every for part in parts)


def test_a_time_that_the_clock_never_shows_is_its_rows_fault(hall_url: str, tmp_path: Path) -> None:
    office, _ = in_zone(hall_url, "Europe/Berlin", datetime(2026, 3, 20, 9, tzinfo=UTC))
    path = write(tmp_path / "spring.csv", line(1, day=date(2026, 3, 29), clock="02:30"), line(2, day=date(2026, 3, 30)))
    with office:
        result = office.imports.read_csv(path)
    assert (result.booked, [(one.row, one.column) for one in result.faults]) == (1, [(2, "start")])


def test_good_rows_are_booked_and_the_others_named(office: Office, records: Records, file: Path) -> None:
    write(
        file, line(1), line(2, item="XX"), line(3, clock="09:07"), line(4, day=date(2027, 3, 1)), line(5, clock="10:00")
    )
    result = office.imports.read_csv(file, by="zhang")
    assert (result.rows, result.booked, result.known, result.dry_run) == (5, 2, 0, False)
    assert [(fault.row, fault.column) for fault in result.faults] == [(3, "item"), (4, "start"), (5, "start")]
    assert "No slot begins" in result.faults[1].expected
    assert booked(office) == [("R1", "import"), ("R5", "import")]
    assert whole(office)
    lines = records.journal()
    assert [one["verb"] for one in lines] == ["book", "book", "import"]
    assert lines[-1]["after"] == {"rows": 5, "booked": 2, "known": 0, "faults": 3}
    assert lines[-1]["who"] == "zhang"


def test_a_file_read_twice_books_nothing_twice(office: Office, file: Path) -> None:
    lines = [line(hour, clock=f"{hour:02d}:00") for hour in (11, 12, 13)]
    office.imports.read_csv(write(file, *lines[:2]))
    write(file, *lines)
    again = office.imports.read_csv(file)
    assert (again.booked, again.known, again.faults) == (1, 2, ())
    assert office.imports.read_csv(file, dry_run=True).known == 3
    assert count(office, Appointment) == 3


def test_what_was_cancelled_here_is_not_booked_again(office: Office, file: Path) -> None:
    office.imports.read_csv(write(file, line(1)))
    (made,) = office.appointments.list(MONDAY, MONDAY)
    office.appointments.cancel(made.id)
    assert office.imports.read_csv(file).known == 1


def test_a_rehearsal_books_nothing_and_leaves_no_trace(office: Office, records: Records, file: Path) -> None:
    result = office.imports.read_csv(write(file, line(1), line(2, item="XX")), dry_run=True)
    assert (result.dry_run, result.booked, len(result.faults)) == (True, 1, 1)
    for model in (Appointment, SlotUse, Message, Resident):
        assert count(office, model) == 0
    assert records.journal() == []


def test_a_rehearsal_counts_the_slots_that_rows_before_have_taken(office: Office, file: Path) -> None:
    open_by_the_clock(office)
    write(file, *(line(serial, item="MZ-001") for serial in range(4)))  # one window serves that, one booking at a time
    rehearsed = office.imports.read_csv(file, dry_run=True)
    assert (rehearsed.booked, [fault.row for fault in rehearsed.faults]) == (1, [3, 4, 5])
    assert {fault.expected for fault in rehearsed.faults} == {"a slot that is free"}
    assert office.imports.read_csv(file).faults == rehearsed.faults


def test_a_rehearsal_knows_what_is_booked_and_who_missed_what(office: Office, file: Path) -> None:
    office.appointments.set_rules(walk_in_share=0)
    office.appointments.book(["MZ-001"], at(MONDAY, 9), person(1), "qq")
    with office.store.writing() as session:
        barred = put_resident(session, office.room, ResidentEntry("李静", number_of(2)), at(MONDAY, 0))
        for ago in (3, 4, 5):
            day = office.room.day(office.room.now()) - timedelta(days=ago)
            session.add(
                Appointment(
                    centre=office.centre, code=f"M{ago}", resident_id=barred.id, channel="qq", state="missed", day=day,
                    start_at=at(day, 9), end_at=at(day, 10), line="A", made_at=at(day, 8), ended_at=at(day, 10),
                )
            )  # fmt: skip
    full = line(1, item="MZ-001")
    twice = line(3, ref="R3").rsplit(",", 2)[0] + f",{number_of(1)},13800000001"
    missed = f"R2,LD-001,{MONDAY} 09:00,李静,{number_of(2)},"
    for dry_run in (True, False):
        result = office.imports.read_csv(write(file, full, twice, missed), dry_run=dry_run)
        assert result.booked == 0
        assert [fault.row for fault in result.faults] == [2, 3, 4]
        assert "another appointment at that time" in result.faults[1].expected
        assert "missed" in result.faults[2].expected


def test_what_a_rehearsal_says_is_what_happens(office: Office, file: Path) -> None:
    open_by_the_clock(office)
    dice = random.Random(4)
    lines = [
        line(
            serial % 90,
            ref=f"R{serial}",
            item=dice.choice(["LD-001", "SB-001;LD-002", "MZ-001", "XX"]),
            day=MONDAY + timedelta(days=dice.randrange(3)),
            clock=f"{dice.randrange(7, 19):02d}:{dice.choice(['00', '15', '30', '40'])}",
        )
        for serial in range(150)
    ]
    rehearsed = office.imports.read_csv(write(file, *lines), dry_run=True)
    result = office.imports.read_csv(file)
    # Codes of appointments are drawn by lot, and a refusal may name one.
    places = [[(fault.row, fault.column) for fault in one.faults] for one in (rehearsed, result)]
    assert places[0] == places[1]
    assert rehearsed.booked == result.booked > 20
    assert result.booked + len({fault.row for fault in result.faults}) == result.rows
    assert whole(office)


def test_ten_thousand_rows_most_of_them_malformed(office: Office, file: Path) -> None:
    bad = (
        "{ref},XX-1,2026-11-23 09:00,王小华,,13800000001",
        "{ref},LD-001,morgen,王小华,,13800000001",
        "{ref},LD-001,2026-11-23 09:00,,,13800000001",
        "{ref},LD-001,2026-11-23 09:00,王小华,999999198001010010,",
        "{ref},LD-001,2026-11-23 09:00,王小华,,12345",
        "{ref},LD-001",
        '"{ref},LD-001,2026-11-23 09:00,王小华,,13800000001',
        ",LD-001,2026-11-23 09:00,王小华,,13800000001",
    )
    lines = [bad[serial % 8].format(ref=f"B{serial}") for serial in range(9960)]
    for serial in range(40):
        lines.insert(serial * 250, line(serial, clock=f"{8 + serial // 4:02d}:{serial % 4 * 15:02d}"))
    result = office.imports.read_csv(write(file, *lines))
    assert (result.rows, result.booked, len(result.faults)) == (10_000, 40, 9960)
    assert [fault.row for fault in result.faults] == sorted(fault.row for fault in result.faults)
    assert whole(office)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_file_that_cannot_be_read_books_nothing(office: Office, file: Path, dry_run: bool) -> None:
    file.write_bytes(b"PK\x03\x04 no csv")
    with pytest.raises(Refusal, match="in row 1"):
        office.imports.read_csv(file, dry_run=dry_run)
    with pytest.raises(Refusal, match="nobody called nobody"):
        office.imports.read_csv(file, dry_run=dry_run, by="nobody")
    assert count(office, Appointment) == 0


def test_one_file_taken_over_by_several_at_once_is_booked_once(office: Office, file: Path, hall_url: str) -> None:
    write(file, *(line(serial, clock=f"{9 + serial // 4:02d}:{serial % 4 * 15:02d}") for serial in range(24)))
    results = workers.in_processes(partial(import_workers.import_one, hall_url, str(file)), 4)
    assert sum(done for done, _, _ in results) == 24
    assert {done + known for done, known, _ in results} == {24}
    assert {faults for _, _, faults in results} == {0}
    assert whole(office)


def test_an_import_that_is_killed_leaves_no_half_booking_and_goes_on_when_read_again(
    office: Office, file: Path, hall_url: str
) -> None:
    clocks = [f"{8 + serial // 4:02d}:{serial % 4 * 15:02d}" for serial in range(36)]
    write(file, *(line(serial, day=(MONDAY, TUESDAY)[serial // 36], clock=clocks[serial % 36]) for serial in range(72)))
    import_workers.killed_while_importing(hall_url, str(file), 0.4)
    assert whole(office)
    before = count(office, Appointment)
    result: ImportResult = office.imports.read_csv(file)
    assert (result.booked, result.known, result.faults) == (72 - before, before, ())
    assert whole(office)
