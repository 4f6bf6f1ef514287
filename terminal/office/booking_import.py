"""Taking over appointments made elsewhere, from a file: the good rows are booked, of the others each fault is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Appointment, Channel, Item
from terminal.office.appointment_booking import Asked, book
from terminal.office.appointment_slots import SlotFull
from terminal.office.booking_csv import BookingFile, BookingRow
from terminal.office.booking_views import ImportResult
from terminal.office.rehearsal import rehearsal_room
from terminal.office.room import Room
from terminal.office.turns import take_turn

CHUNK = 1000  # rows that are put in the order of their days
BATCH = 50  # rows of one day booked in one transaction: others at their counters wait for it


@dataclass(slots=True)
class _Tally:
    booked: int = 0
    known: int = 0


class ImportDesk:
    """The verb that takes over a file. Raises ``DatabaseFault``; read the file again then."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def read_csv(self, path: Path | str, *, dry_run: bool = False, by: str = "") -> ImportResult:
        """Book the rows of a CSV file under ``Channel.IMPORT``; see ``booking_csv`` for its form.

        Each row is booked whole or not at all, in the file's order (within a thousand rows: day by day), by the rules
        of every booking. What was taken over before, by its ``ref``, is known and not booked again: reading a file
        twice books nothing twice. With ``dry_run`` nothing is booked, and every row is judged as it would be, the rows
        before it included. Refuses for a file that cannot be read or has other columns.
        """
        with self._room.reading() as session:
            self._room.check_by(session, by)
            codes = session.scalars(select(Item.code).where(Item.centre == self._room.centre, Item.offered)).all()
        file, tally = BookingFile(Path(path), codes), _Tally()
        with rehearsal_room(self._room) if dry_run else nullcontext(self._room) as room:
            for batch in _batches(self._room, file):
                self._take(room, batch, file, tally, by)
        if not dry_run:
            self._note(file, tally, by)
        faults = tuple(sorted(file.faults, key=lambda fault: fault.row))
        return ImportResult(dry_run, file.rows, tally.booked, tally.known, faults)

    def _take(self, room: Room, batch: list[BookingRow], file: BookingFile, tally: _Tally, by: str) -> None:
        """Book some rows in one transaction, each within a savepoint of its own."""
        rehearsed = room is not self._room
        known = self._known_before(batch) if rehearsed else set[str]()
        booked = 0
        refused: list[tuple[BookingRow, str, str]] = []
        with room.writing() as session:
            if not rehearsed:
                # Two imports lock several residents each, in their own order: they would wait for each other.
                take_turn(session, room, "import")
                known = _known(session, room, batch)
            for row in batch:
                if row.ref in known:
                    continue
                try:
                    with session.begin_nested():
                        book(session, room, _asked(room, row, by), row.resident)
                    booked += 1
                except SlotFull:
                    refused.append((row, "start", "a slot that is free"))
                except Refusal as refusal:
                    refused.append((row, "start" if "start" in refusal.values else "", str(refusal)))
        # Only now: a transaction that fails has booked nothing.
        tally.booked += booked
        tally.known += len(known)
        for row, column, expected in refused:
            file.fault(row.row, column, f"{row.start:%Y-%m-%d %H:%M}", expected)

    def _known_before(self, batch: list[BookingRow]) -> set[str]:
        with self._room.reading() as session:
            return _known(session, self._room, batch)

    def _note(self, file: BookingFile, tally: _Tally, by: str) -> None:
        after = {"rows": file.rows, "booked": tally.booked, "known": tally.known, "faults": len(file.faults)}
        with self._room.writing() as session:
            self._room.note(session, "import", "appointment", "", at=self._room.now(), who=by, after=after)


def _batches(room: Room, rows: Iterable[BookingRow]) -> Iterator[list[BookingRow]]:
    """The rows in portions of one day each. Rows of one day stay in their order."""

    def day(row: BookingRow) -> date:
        return row.start.date() if row.start.tzinfo is None else room.day(row.start)

    stream = iter(rows)
    while chunk := list(islice(stream, CHUNK)):
        for _, of_day in groupby(sorted(chunk, key=day), key=day):
            while batch := list(islice(of_day, BATCH)):
                yield batch


def _known(session: Session, room: Room, batch: Collection[BookingRow]) -> set[str]:
    query = select(Appointment.import_ref).where(
        Appointment.centre == room.centre, Appointment.import_ref.in_([row.ref for row in batch])
    )
    return {ref for ref in session.scalars(query) if ref is not None}


def _asked(room: Room, row: BookingRow, by: str) -> Asked:
    return Asked(row.items, room.moment(row.start), Channel.IMPORT, by, row.ref)
