"""The catalogue desk: what the centre offers, and putting a file's catalogue in its place."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Centre, Counter, CounterLine, Item, Line, Material, Staff
from terminal.office.catalogue_file import CatalogueFile, read_catalogue
from terminal.office.catalogue_types import (
    CentreEntry,
    CounterEntry,
    FieldEntry,
    Grounding,
    ItemEntry,
    MaterialEntry,
    StaffEntry,
)
from terminal.office.room import Room
from terminal.office.views import ItemView, MaterialView


class CatalogueDesk:
    """Verbs on the catalogue. An import is all or nothing."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def items(self) -> tuple[ItemView, ...]:
        """What is offered, in the catalogue's order."""
        with self._room.reading() as session:
            materials = _materials(session, self._room.centre)
            return tuple(_view(item, materials[item.code]) for item in _items(session, self._room.centre))

    def import_file(self, path: Path | str) -> int:
        """Replace the catalogue by a file's, all or nothing. Returns the number of its items.

        What the file leaves out is kept for the records that speak of it, but no longer in force: items are not
        offered, lines take no numbers, and, where the file has these parts, windows serve nothing and people cannot
        sign in (whoever sits at a window is signed out). Another rating scale is in force for offices opened from
        then on. Refuses, with every fault of the file named.
        """
        catalogue = read_catalogue(path)
        now = self._room.now()
        with self._room.writing() as session:
            if catalogue.centre is not None and catalogue.centre.code != self._room.centre:
                raise Refusal(
                    "The file is the catalogue of {other}, not of {centre}.",
                    "Change the centre's code in the file, or take the centre out of it.",
                    other=catalogue.centre.code,
                    centre=self._room.centre,
                )
            # One import at a time: two would write the same materials.
            session.get_one(Centre, self._room.centre, with_for_update={"key_share": True})
            before = len(_items(session, self._room.centre))
            put(session, self._room.centre, catalogue)
            self._room.note(
                session, "import", "catalogue", self._room.centre, at=now, before={"items": before},
                after={"items": len(catalogue.items), "file": Path(path).name},
            )  # fmt: skip
        return len(catalogue.items)

    def export(self) -> CatalogueFile:
        """The whole centre as a file would say it."""
        with self._room.reading() as session:
            return _file(session, self._room.centre)


def put(session: Session, centre: str, catalogue: CatalogueFile) -> None:
    """Write a checked catalogue over what the centre has, within the caller's transaction."""
    if catalogue.centre is not None:
        hall = catalogue.centre
        session.merge(
            Centre(
                code=centre,
                name=hall.name,
                name_en=hall.name_en,
                zone=hall.zone,
                hours=hall.hours,
                notices="\n".join(hall.notices),
                scale=hall.scale,
            )
        )
        session.flush()
    _put_hall(session, centre, catalogue)
    session.execute(delete(Material).where(Material.centre == centre))
    known = {item.code: item for item in session.scalars(select(Item).where(Item.centre == centre))}
    letters = {field.code: field.letter for field in catalogue.fields}
    for gone in known.keys() - {entry.code for entry in catalogue.items}:
        known[gone].offered = False
    for position, entry in enumerate(catalogue.items):
        item = known.get(entry.code)
        if item is None:
            item = Item(centre=centre, code=entry.code)
            session.add(item)
        _fill(item, entry, letters[entry.field], position)
    session.flush()
    session.add_all(
        Material(centre=centre, item=entry.code, position=position, **asdict(material))
        for entry in catalogue.items
        for position, material in enumerate(entry.materials)
    )
    session.flush()


def _put_hall(session: Session, centre: str, catalogue: CatalogueFile) -> None:
    for field in catalogue.fields:
        plain = asdict(field)
        session.merge(Line(centre=centre, field=plain.pop("code"), **plain))
    session.flush()
    if catalogue.staff:
        _put_staff(session, centre, catalogue.staff)
    if catalogue.counters:
        _put_counters(session, centre, catalogue.counters)
    letters = [field.letter for field in catalogue.fields]
    session.execute(delete(CounterLine).where(CounterLine.centre == centre, CounterLine.line.not_in(letters)))


def _put_staff(session: Session, centre: str, staff: Iterable[StaffEntry]) -> None:
    for person in staff:
        session.merge(Staff(centre=centre, code=person.code, name=person.name, active=True))
    session.flush()
    known = [person.code for person in staff]
    session.execute(
        update(Staff).where(Staff.centre == centre, Staff.active, Staff.code.not_in(known)).values(active=False)
    )
    session.execute(
        update(Counter).where(Counter.centre == centre, Counter.staff.not_in(known)).values(staff=None, paused=False)
    )


def _put_counters(session: Session, centre: str, counters: Iterable[CounterEntry]) -> None:
    for counter in counters:
        session.merge(Counter(centre=centre, number=counter.number))
    session.flush()
    known = [counter.number for counter in counters]
    gone = Counter.centre == centre, Counter.number.not_in(known), Counter.staff.is_not(None)
    session.execute(update(Counter).where(*gone).values(staff=None, paused=False))
    session.execute(delete(CounterLine).where(CounterLine.centre == centre))
    session.add_all(
        CounterLine(centre=centre, counter=counter.number, line=letter)
        for counter in counters
        for letter in counter.lines
    )
    session.flush()


def _fill(item: Item, entry: ItemEntry, line: str, position: int) -> None:
    item.line, item.field, item.position, item.offered = line, entry.field, position, True
    item.name, item.short, item.initials = entry.name, entry.short, entry.initials
    item.kind = entry.kind
    item.promised_days, item.statutory_days = entry.promised_working_days, entry.statutory_working_days
    item.department, item.minutes, item.conditions = entry.department, entry.usual_minutes, entry.conditions
    item.fee, item.extended_hours, item.visits = entry.fee, entry.extended_hours, entry.visits_needed
    item.proxy, item.proxy_kind = entry.proxy, entry.proxy_kind
    item.legal_basis = entry.legal_basis
    item.grounding = json.dumps(asdict(entry.grounding), ensure_ascii=False)


def _items(session: Session, centre: str) -> list[Item]:
    return list(session.scalars(select(Item).where(Item.centre == centre, Item.offered).order_by(Item.position)))


def _materials(session: Session, centre: str) -> dict[str, list[Material]]:
    found: dict[str, list[Material]] = defaultdict(list)
    query = select(Material).where(Material.centre == centre).order_by(Material.item, Material.position)
    for material in session.scalars(query):
        found[material.item].append(material)
    return found


def _view(item: Item, materials: list[Material]) -> ItemView:
    return ItemView(
        code=item.code,
        name=item.name,
        short=item.short,
        initials=item.initials,
        field=item.field,
        line=item.line,
        kind=item.kind,
        promised_days=item.promised_days,
        statutory_days=item.statutory_days,
        department=item.department,
        minutes=item.minutes,
        conditions=item.conditions,
        fee=item.fee,
        extended_hours=item.extended_hours,
        proxy=item.proxy,
        materials=tuple(
            MaterialView(one.name, one.originals, one.copies, one.mandatory, one.where_from) for one in materials
        ),
    )


def _file(session: Session, centre: str) -> CatalogueFile:
    hall = session.get_one(Centre, centre)
    serves: dict[int, str] = defaultdict(str)
    rows = select(CounterLine).where(CounterLine.centre == centre).order_by(CounterLine.counter, CounterLine.line)
    for row in session.scalars(rows):
        serves[row.counter] += row.line
    items = _items(session, centre)
    in_force = {item.line for item in items}.union(*serves.values())
    lines = session.scalars(select(Line).where(Line.centre == centre, Line.letter.in_(in_force)).order_by(Line.letter))
    people = session.scalars(select(Staff).where(Staff.centre == centre, Staff.active).order_by(Staff.code))
    materials = _materials(session, centre)
    return CatalogueFile(
        centre=CentreEntry(
            code=hall.code,
            name=hall.name,
            name_en=hall.name_en,
            zone=hall.zone,
            hours=hall.hours,
            notices=tuple(hall.notices.splitlines()),
            scale=hall.scale,
        ),
        counters=tuple(CounterEntry(number, letters) for number, letters in sorted(serves.items())),
        staff=tuple(StaffEntry(person.code, person.name) for person in people),
        fields=tuple(
            FieldEntry(line.field, line.letter, line.name, line.name_en, line.examples, line.icon) for line in lines
        ),
        items=tuple(_entry(item, materials[item.code]) for item in items),
    )


def _entry(item: Item, materials: list[Material]) -> ItemEntry:
    return ItemEntry(
        code=item.code,
        name=item.name,
        short=item.short,
        initials=item.initials,
        field=item.field,
        kind=item.kind,
        promised_working_days=item.promised_days,
        statutory_working_days=item.statutory_days,
        department=item.department,
        usual_minutes=item.minutes,
        conditions=item.conditions,
        materials=tuple(
            MaterialEntry(one.name, one.short, one.originals, one.copies, one.mandatory, one.where_from)
            for one in materials
        ),
        fee=item.fee,
        extended_hours=item.extended_hours,
        proxy=item.proxy,
        proxy_kind=item.proxy_kind,
        visits_needed=item.visits,
        legal_basis=item.legal_basis,
        grounding=Grounding(**json.loads(item.grounding)) if item.grounding else Grounding(),
    )
