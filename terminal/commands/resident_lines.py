"""Residents as commands show them: for programs, and in a line for people."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from terminal.commands.context import Context
    from terminal.office.people_views import PersonRow, PersonView


def say_person(context: Context, person: PersonView) -> int:
    """Show a resident, complete but for the number."""
    said = [
        f"{person.id}  {person.name}  {person.masked_number}  {person.phone}".rstrip(),
        "  ".join(part for part in (_born(person), person.address) if part),
        *(f"needs {one.need}  {one.detail}".rstrip() for one in person.needs),
        *(f"{one.relation} {one.id}  {one.name}{'  (household)' if one.household else ''}" for one in person.links),
        *(f"consent {one.id}  {one.purpose}  {one.how}{_until(one.until)}"
          for one in person.consents if one.withdrawn_at is None),
        *(f"merge {one} can be undone" for one in person.merged),
    ]  # fmt: skip
    return context.say(plain(asdict(person)), *(line for line in said if line))


def row_of(person: PersonRow) -> dict[str, object]:
    """A resident of a list, for programs."""
    found = plain(asdict(person))
    assert isinstance(found, dict)
    return found


def row_line(person: PersonRow) -> str:
    """A resident of a list, in a line."""
    return f"{person.id}  {person.name}  {person.masked_number}  {person.phone}".rstrip()


def plain(value: Any) -> Any:
    """Values as JSON has them."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def _born(person: PersonView) -> str:
    return f"{person.sex} {person.birth.isoformat() if person.birth else ''}".strip()


def _until(until: date | None) -> str:
    return f"  until {until.isoformat()}" if until else ""
