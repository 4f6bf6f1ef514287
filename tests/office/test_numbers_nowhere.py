"""After every verb of casework no number of a document stands readable anywhere, and no picture gives anybody away."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from terminal.errors import Refusal
from terminal.model import Base
from terminal.office.case_views import MaterialMark, StopEntry
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office import scans
from tests.office.casework import ITEM, at, mandated, set_up
from tests.office.halls import SetClock
from tests.office.people import number_of, phone_of

NAME, STREET = "欧阳测试", "柳溪路 77 号"
PASSPORT = "E99990001"
NUMBERS = (number_of(501), number_of(502), PASSPORT)


@pytest.fixture
def worked(office: Office, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A case through all hands: entered twice and made one, mandated, corrected, handed on, filled in, delivered."""
    monkeypatch.setenv("ONEWINDOW_FILES", str(tmp_path / "files"))
    clock.moment = at(4)
    set_up(office)
    she = PersonEntry(NAME, number_of(501), phone_of(501), address=STREET)
    double = office.residents.enter(PersonEntry(NAME, PASSPORT, document="passport"))
    agent = PersonEntry("欧阳小测", number_of(502), phone_of(502))
    case = office.cases.register(ITEM, she, proxy=True, agent=agent, relation="女儿", delivery="home", by="li")
    number = case.row.id
    office.residents.merge(case.resident.id, double.id, by="li")
    (merge,) = office.residents.view(case.resident.id).merged
    office.residents.undo_merge(merge, by="li")
    office.residents.reveal(case.resident.id, by="li")
    office.residents.search(number_of(501), by="li")
    with pytest.raises(Refusal):
        office.residents.change(double.id, PersonEntry("", number_of(501)), by="li")
    mandated(office, case)
    office.attachments.add(number, scans.picture("JPEG"), f"{NAME}{number_of(501)}.jpg", position=1, by="li")
    office.materials.mark(number, [MaterialMark(1, "received", originals=1, to_return=1)], by="li")
    entry = office.forms.start("apply-temporary-relief", case=number, by="li")
    office.forms.put(entry.id, "id_number", number_of(502), by="li")
    office.routes.plan(number, StopEntry("home", "", "收取材料", at=at(4, 15)), by="li")
    moves = ("accept", "ask-correction", "corrected", "hand-over", "returned", "suspend", "resume", "extend", "grant")
    for day, move in enumerate((*moves, "notify", "bring-home")):
        office.cases.advance(number, move, at=at(4) + timedelta(days=day, hours=1), note="见附件", by="li")
    office.cases.tell(number, "phone", "已送达", by="li")
    office.ledger.export(tmp_path / "cases.csv")
    return number


def stored(office: Office) -> Iterator[tuple[str, Any]]:
    """Everything the database holds, with the table it stands in."""
    with office.store.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)):
                yield from ((table.name, value) for value in row)


def hidden_in(data: bytes) -> list[str]:
    """Which numbers stand in it: as text of either kind, or as base64 of it."""
    found = []
    for number in NUMBERS:
        ways = [number.encode(), number.encode("utf-16-le"), *(_base64(number, shift) for shift in range(3))]
        found += [number for way in ways if way in data]
    return found


def _base64(number: str, shift: int) -> bytes:
    """The part of it that stands in base64 whatever is before and after it."""
    return base64.b64encode(b"\0" * shift + number.encode())[4 * bool(shift) : -4]


@pytest.mark.usefixtures("worked")
def test_no_number_stands_readable_in_any_row_or_file(office: Office, hall_url: str, tmp_path: Path) -> None:
    for table, value in stored(office):
        data = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        assert hidden_in(data) == [], table
    if make_url(hall_url).get_backend_name() == "sqlite":
        files = [path for path in tmp_path.rglob("*") if path.is_file() and "hall.db" in path.name]
        assert len(files) > 1  # the log it is written ahead to as well
        assert [hidden_in(path.read_bytes()) for path in files] == [[]] * len(files)


def pictures(value: object) -> Iterator[object]:
    """A view and all views in it."""
    if isinstance(value, tuple):
        for one in value:
            yield from pictures(one)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from pictures(getattr(value, field.name))


def test_no_picture_gives_anybody_away_where_it_is_printed(office: Office, worked: int) -> None:
    case = office.cases.view(worked)
    shown = (
        case, office.residents.view(case.resident.id), office.residents.search(NAME), office.forms.of_case(worked),
        office.routes.day_sheet("li", date(2026, 3, 4)), office.ledger.find(NAME),
    )  # fmt: skip
    for one in pictures(shown):
        assert not any(said in repr(one) for said in (NAME, STREET, phone_of(501), *NUMBERS)), type(one)
