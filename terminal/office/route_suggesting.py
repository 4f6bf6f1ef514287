"""What the way of a case usually is: the item's steps, and for a proxy case the ways to the resident and back.

SOURCE: DB3205/T 1077-2023, help and proxy service: taken at home, carried through, brought home and signed for.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms import texts_zh as zh
from terminal.model import Case, Department, ItemStep, StopKind
from terminal.office.case_views import StopEntry
from terminal.office.room import Room


def suggested_stops(session: Session, room: Room, case: Case) -> tuple[StopEntry, ...]:
    """The usual stops in their order, without days: a home visit, each step, back here, and home again."""
    steps = _steps(session, room, case)
    if not case.proxy:
        return steps
    return (
        StopEntry(StopKind.HOME, "", zh.ROUTE_TAKE, bring=zh.ROUTE_TAKE_BRING, staff=case.responsible),
        *steps,
        StopEntry(StopKind.COUNTER, zh.AT_CENTRE, zh.ROUTE_BACK, staff=case.responsible),
        StopEntry(StopKind.HOME, "", zh.ROUTE_HOME, bring=zh.ROUTE_HOME_BRING, staff=case.responsible),
    )


def _steps(session: Session, room: Room, case: Case) -> tuple[StopEntry, ...]:
    query = (
        select(ItemStep, Department)
        .outerjoin(Department, (Department.centre == ItemStep.centre) & (Department.code == ItemStep.department))
        .where(ItemStep.centre == room.centre, ItemStep.item == case.item)
        .order_by(ItemStep.position)
    )
    return tuple(
        StopEntry(
            StopKind.DEPARTMENT if department is not None else StopKind.COUNTER,
            department.name if department is not None else zh.AT_CENTRE,
            step.name,
            department=step.department,
            address=department.address if department is not None else "",
            staff=case.responsible,
        )
        for step, department in session.execute(query)
    )  # fmt: skip
