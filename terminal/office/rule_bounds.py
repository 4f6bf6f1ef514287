"""A centre's rules that are numbers: set within bounds, and what changed is in the journal."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.office.room import Room


def check_bounds(changes: Mapping[str, int], bounds: Mapping[str, tuple[int, int]]) -> None:
    """Refuse what is no rule, or is set to less than its least or more than its most."""
    for name, value in changes.items():
        if name not in bounds:
            raise Refusal("There is no rule {rule}.", "Use one of: {known}.", rule=name[:40], known=", ".join(bounds))
        least, most = bounds[name]
        if not least <= value <= most:
            raise Refusal(
                "{rule} cannot be {value}.", "Set it from {least} to {most}.",
                rule=name, value=value, least=least, most=most,
            )  # fmt: skip


def note_rules(
    session: Session, room: Room, noun: str, before: Mapping[str, object], after: Mapping[str, object], by: str
) -> None:
    """One line of the journal with those that are not what they were."""
    changed = [name for name in after if before[name] != after[name]]
    room.note(
        session, "set_rules", noun, room.centre, at=room.now(), who=by,
        before={name: before[name] for name in changed}, after={name: after[name] for name in changed},
    )  # fmt: skip
