"""Conflicts of a roster, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from terminal.office.plan_views import ConflictView, RosterView
from terminal.rules.roster import Conflict
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.sheet import OPEN_POST
from terminal.screens.widgets.ruled_list import ListRow

_REASONS: Final = {
    "overlap": QT_TRANSLATE_NOOP("Planning", "Two duties at once, also {shift}"),
    "on_leave": QT_TRANSLATE_NOOP("Planning", "On leave"),
    "untrained": QT_TRANSLATE_NOOP("Planning", "Not trained for {detail}"),
    "same_day": QT_TRANSLATE_NOOP("Planning", "Second shift of the day, beside {shift}"),
    "two_weekends": QT_TRANSLATE_NOOP("Planning", "Two weekends in a row, also {day}"),
    "open_post": QT_TRANSLATE_NOOP("Planning", "Post open"),
    "uncovered": QT_TRANSLATE_NOOP("Planning", "Nobody on duty serves {field}"),
}


def reason(conflict: ConflictView | Conflict, shifts: Mapping[str, str], fields: Mapping[str, str]) -> str:
    """What is wrong, in a few words; ``shifts`` and ``fields`` name codes and letters."""
    text = _REASONS.get(str(conflict.kind))
    if text is None:
        return str(conflict.kind)
    detail = conflict.detail
    return words.say(
        text,
        shift=shifts.get(detail, detail),
        detail=detail,
        field=f"{detail} {fields.get(detail, '')}".strip(),
        day=_day(detail),
    )


def conflict_row(view: RosterView, conflict: ConflictView, fields: Mapping[str, str]) -> ListRow:
    """A row of the list of conflicts."""
    shifts = {shift.code: shift.name for shift in view.shifts}
    names = {person.code: person.name for person in view.people}
    parts = [names.get(conflict.staff, conflict.staff)] if conflict.staff else []
    parts += [shifts.get(conflict.shift, conflict.shift)] if conflict.shift else []
    parts += [words.window(conflict.counter)] if conflict.counter is not None else []
    day = f"{dates.short_day(conflict.day)} {dates.initial(conflict.day)}"
    tone = "wait" if conflict.kind == OPEN_POST else "trouble"
    return ListRow(reason(conflict, shifts, fields), day, "  ".join(parts), "wait" if tone == "wait" else "trouble")


def _day(detail: str) -> str:
    try:
        return dates.short_day(date.fromisoformat(detail))
    except ValueError:
        return detail
