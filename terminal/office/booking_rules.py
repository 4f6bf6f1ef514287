"""The centre's rules of booking: read, and changed within bounds."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Final

from sqlalchemy.orm import Session

from terminal.model import BookingRules
from terminal.office.booking_views import RulesView
from terminal.office.capacity import change_plan
from terminal.office.room import Room
from terminal.office.rule_bounds import check_bounds, note_rules

# Rule → the least and the most it may be set to.
BOUNDS: Final = {
    "grid_minutes": (5, 120),
    "lead_minutes": (0, 7 * 24 * 60),
    "horizon_days": (0, 365),
    "walk_in_share": (0, 100),
    "hold_minutes": (1, 120),
    "early_minutes": (0, 24 * 60),
    "grace_minutes": (0, 24 * 60),
    "release_minutes": (0, 24 * 60),
    "most_items": (1, 20),
    "most_open": (1, 100),
    "missed_limit": (1, 100),
    "missed_days": (1, 3650),
    "barred_days": (0, 3650),
}


def read_rules(session: Session, room: Room) -> RulesView:
    """The rules as they stand."""
    return _view(session.get_one(BookingRules, room.centre))


def set_rules(session: Session, room: Room, by: str, changes: dict[str, int]) -> RulesView:
    """Change some rules, in the verb's transaction, while nobody takes a slot. Refuses what is out of bounds."""
    check_bounds(changes, BOUNDS)
    rules = change_plan(session, room)
    room.check_by(session, by)
    before = asdict(_view(rules))
    for name, value in changes.items():
        setattr(rules, name, value)
    session.flush()
    note_rules(session, room, "booking_rules", before, asdict(_view(rules)), by)
    return _view(rules)


def _view(rules: BookingRules) -> RulesView:
    return RulesView(**{field.name: getattr(rules, field.name) for field in fields(RulesView)})
