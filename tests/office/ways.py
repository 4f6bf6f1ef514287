"""A proxy case and its way, as tests of materials, routes, mandates and files begin with it."""

from __future__ import annotations

from datetime import date, datetime

from terminal.model import Department, ItemStep
from terminal.office.case_views import CaseView, MandateEntry
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office.halls import ZONE
from tests.office.people import number_of, phone_of

TODAY = date(2026, 11, 20)  # a Friday
ITEM = "LD-002"  # asks for 居民身份证 (1 original) and 申请表 (1 original, 2 copies)


def case(office: Office, serial: int = 1, *, proxy: bool = True, item: str = ITEM, by: str = "zhang") -> CaseView:
    """A case of somebody new."""
    person = PersonEntry(
        "王小华", number_of(serial), phone_of(serial), address="学府社区6栋", community="学府社区"
    )  # fmt: skip
    return office.cases.register(item, person, proxy=proxy, by=by)


def mandate(office: Office, found: CaseView, until: date = date(2026, 12, 31)) -> int:
    """A mandate in force; its id."""
    entry = MandateEntry("代办居住证", until, resident_signed_on=TODAY, staff_signed_on=TODAY)
    return office.mandates.give(found.row.id, entry, by="zhang").id


def departments(office: Office) -> None:
    """Two offices on the round, and the item's usual steps there."""
    with office.store.writing() as session:
        for position, (code, name) in enumerate((("JDB", "街道办"), ("QMZ", "区民政局")), start=1):
            session.add(
                Department(centre="LC01", code=code, name=name, address=f"政务路{position}号", round=position * 10)
            )
            session.flush()
            session.add(
                ItemStep(
                    centre="LC01", item=ITEM, position=position, name=f"{name}审核", department=code,
                    usual_days=position,
                )
            )  # fmt: skip


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    """A moment on the centre's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
