"""The casework of a centre as a file (TOML): rules with the backstop, departments, and the usual steps of items."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

import resources
from terminal.model import CaseRules, Item, Staff
from terminal.office.case_rules import BOUNDS, MOST_DAYS, home_in_order, write_department, write_steps
from terminal.office.casework_views import DepartmentView, StepView
from terminal.office.file_reading import Report, Section, report_repeated
from terminal.office.file_source import read_toml

SAMPLE: Final = "casework/lc01.toml"
MOST_ROUND: Final = 999


@dataclass(frozen=True, slots=True)
class ItemSteps:
    """The usual steps of one item; ``place`` is what its part of the file is called."""

    place: str
    item: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class CaseworkFile:
    """What a casework file says."""

    backstop: str
    rules: dict[str, int]
    departments: tuple[DepartmentView, ...]
    items: tuple[ItemSteps, ...]


def sample_casework() -> Path:
    """The sample centre's casework."""
    return resources.path(SAMPLE)


def read_casework(path: Path | str) -> CaseworkFile:
    """Read and check a casework file. Raises Refusal that names every fault with file, place and what is expected."""
    return read_toml(Path(path), _read)


def _read(top: Section) -> CaseworkFile:
    backstop, rules = _rules(top.section("rules"))
    parts = top.sections("departments", "department", "code", least=0, needed=False)
    departments = tuple(map(_department, parts))
    report_repeated([(part, one.code) for part, one in zip(parts, departments, strict=True)], "code")
    known = {one.code for one in departments}
    sections = top.sections("items", "item", "item", least=0, needed=False)
    items = tuple(_item(section, known) for section in sections)
    report_repeated([(section, one.item) for section, one in zip(sections, items, strict=True)], "item")
    return CaseworkFile(backstop, rules, departments, items)


def _rules(part: Section | None) -> tuple[str, dict[str, int]]:
    if part is None:
        return "", {}
    backstop = part.text("backstop", most=32, default="")
    rules = {name: part.whole(name, *bounds) for name, bounds in BOUNDS.items() if part.has(name)}
    part.done()
    return backstop, rules


def _department(part: Section) -> DepartmentView:
    department = DepartmentView(
        code=part.text("code", most=16, like="[a-z][a-z0-9_-]*", expected="a short name such as minzheng"),
        name=part.text("name", most=120),
        address=part.text("address", most=200, default=""),
        phone=part.text("phone", most=24, default=""),
        hours=part.text("hours", most=60, default=""),
        round=part.whole("round", 0, MOST_ROUND, default=0),
    )
    part.done()
    return department


def _item(part: Section, departments: set[str]) -> ItemSteps:
    code = part.text("item", most=16)
    steps = part.sections("steps", "step", "name", least=1)
    found = ItemSteps(part.entry, code, tuple(_step(step, departments) for step in steps))
    part.done()
    return found


def _step(part: Section, departments: set[str]) -> StepView:
    name = part.text("name", most=60)
    # Without any department (already reported) every step would only repeat that.
    department = part.choice("department", sorted(departments), default="") if part.has("department") else ""
    step = StepView(name, department or None, part.whole("days", 0, MOST_DAYS))
    part.done()
    return step


def put_casework(session: Session, centre: str, file: CaseworkFile, path: Path | str) -> None:
    """Write rules, departments and steps over what the centre has, within the caller's transaction. What the file does
    not name stays, save the steps of an item that it names.

    Raises Refusal for a person or item that the centre has not, and for rules that contradict each other.
    """
    rules = session.get_one(CaseRules, centre)
    for name, value in file.rules.items():
        setattr(rules, name, value)
    _check_centre(session, rules, file, path)
    rules.backstop = file.backstop or rules.backstop
    for one in file.departments:
        write_department(session, centre, one)
    for each in file.items:
        write_steps(session, centre, each.item, each.steps)


def _check_centre(session: Session, rules: CaseRules, file: CaseworkFile, path: Path | str) -> None:
    """Report what the centre has not, and what does not go together with what it has."""
    centre = rules.centre
    people = set(session.scalars(select(Staff.code).where(Staff.centre == centre, Staff.active)))
    items = set(session.scalars(select(Item.code).where(Item.centre == centre, Item.offered)))
    report = Report(str(path))
    if file.backstop and file.backstop not in people:
        report.fault(None, "rules", "backstop", f"'{file.backstop}'", f"one of: {', '.join(sorted(people))}")
    if not home_in_order(rules):
        expected = f"at least the {rules.uncollected_days} days after which somebody calls"
        report.fault(None, "rules", "home_days", str(rules.home_days), expected)
    for one in file.items:
        if one.item not in items:
            report.fault(None, one.place, "item", f"'{one.item}'", "an item of the catalogue")
    report.refuse_if_faulty()
