"""The centre's rules of casework, its departments, and the usual steps of an item: read, and changed within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import CaseRules, Department, ItemStep
from terminal.office.casework_views import CaseRulesView, DepartmentView, StepView
from terminal.office.room import Room
from terminal.office.rule_bounds import check_bounds, note_rules

# Rule → the least and the most it may be set to.
BOUNDS: Final = {
    "tell_days": (1, 30),
    "correction_days": (1, 365),
    "extension_days": (1, 365),
    "instant_days": (1, 365),
    "stuck_days": (1, 365),
    "warn_days": (0, 365),
    "uncollected_days": (1, 365),
    "home_days": (1, 365),
    "visits_a_day": (1, 100),
    "file_megabytes": (1, 1000),
}
MOST_DAYS: Final = 365
MOST_STEPS: Final = 20
_TEXTS: Final = {"code": 16, "name": 120, "address": 200, "phone": 24, "hours": 60}


def read_rules(session: Session, room: Room) -> CaseRulesView:
    """The rules as they stand."""
    return _view(session.get_one(CaseRules, room.centre))


def set_rules(session: Session, room: Room, by: str, backstop: str | None, changes: dict[str, int]) -> CaseRulesView:
    """Change some rules, in the verb's transaction; ``backstop`` "" names nobody, None leaves it. Refuses what is out
    of bounds, and a person who does not work here.
    """
    check_bounds(changes, BOUNDS)
    room.check_by(session, by)
    rules = session.get_one(CaseRules, room.centre, with_for_update=True)
    before = asdict(_view(rules))
    for name, value in changes.items():
        setattr(rules, name, value)
    if backstop is not None:
        rules.backstop = room.staff(session, backstop).code if backstop else None
    if not home_in_order(rules):
        raise Refusal(
            "A result would be brought home before anybody was called.",
            "Set home_days to {least} at least.", least=rules.uncollected_days,
        )  # fmt: skip
    session.flush()
    note_rules(session, room, "case_rules", before, asdict(_view(rules)), by)
    return _view(rules)


def home_in_order(rules: CaseRules) -> bool:
    """Whether nothing is brought home before anybody was called."""
    return rules.home_days >= rules.uncollected_days


def read_departments(session: Session, room: Room) -> tuple[DepartmentView, ...]:
    """The departments in the order in which a day's round passes them."""
    query = select(Department).where(Department.centre == room.centre).order_by(Department.round, Department.code)
    return tuple(
        DepartmentView(one.code, one.name, one.address, one.phone, one.hours, one.round)
        for one in session.scalars(query)
    )


def put_department(session: Session, room: Room, department: DepartmentView, by: str) -> None:
    """Enter a department, or change it. Refuses what does not fit."""
    for name, most in _TEXTS.items():
        text = str(getattr(department, name))
        if len(text) > most or not text.isprintable() or (name in ("code", "name") and not text.strip()):
            raise Refusal("The {field} does not fit.", "Use 1 to {most} characters in one line.", field=name, most=most)
    room.check_by(session, by)
    write_department(session, room.centre, department)
    room.note(session, "put_department", "department", department.code, at=room.now(), who=by)


def write_department(session: Session, centre: str, department: DepartmentView) -> None:
    """Store a department over what it was."""
    session.merge(Department(centre=centre, **asdict(department)))
    session.flush()


def read_steps(session: Session, room: Room, item: str) -> tuple[StepView, ...]:
    """The usual steps of an item, in order."""
    query = (
        select(ItemStep)
        .where(ItemStep.centre == room.centre, ItemStep.item == room.item(session, item).code)
        .order_by(ItemStep.position)
    )
    return tuple(StepView(one.name, one.department, one.usual_days) for one in session.scalars(query))


def put_steps(session: Session, room: Room, item: str, steps: Sequence[StepView], by: str) -> None:
    """Say what an item usually passes; what was said before is forgotten. Refuses an unknown department, and days out
    of bounds.
    """
    code = room.item(session, item).code
    room.check_by(session, by)
    if len(steps) > MOST_STEPS:
        raise Refusal("An item has at most {most} steps.", "Leave some out.", most=MOST_STEPS)
    for position, step in enumerate(steps, start=1):
        if not step.name.strip() or len(step.name) > 60 or not 0 <= step.usual_days <= MOST_DAYS:
            raise Refusal("Step {position} does not fit.", "It needs a name and 0 to {most} working days.",
                          position=position, most=MOST_DAYS)  # fmt: skip
        if step.department is not None and session.get(Department, (room.centre, step.department)) is None:
            raise Refusal("There is no department {department}.", "Enter it first.", department=step.department)
    write_steps(session, room.centre, code, steps)
    room.note(session, "put_steps", "item", code, at=room.now(), who=by, after={"steps": len(steps)})


def write_steps(session: Session, centre: str, item: str, steps: Sequence[StepView]) -> None:
    """Store an item's usual steps in the place of those it had."""
    session.execute(delete(ItemStep).where(ItemStep.centre == centre, ItemStep.item == item))
    session.add_all(
        ItemStep(centre=centre, item=item, position=position, **asdict(step))
        for position, step in enumerate(steps, start=1)
    )
    session.flush()


def _view(rules: CaseRules) -> CaseRulesView:
    return CaseRulesView(**{field.name: getattr(rules, field.name) for field in fields(CaseRulesView)})
