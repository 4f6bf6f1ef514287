"""What was decided about a handling at the window."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from terminal.office.case_views import MaterialMark


class Mark(NamedTuple):
    """What is said of a material: received, wrong and why, or waived until a day."""

    state: str
    why: str = ""
    promised_by: date | None = None


class Intake(NamedTuple):
    """Of a handling that becomes a case."""

    handling: int
    outcome: str
    marks: tuple[MaterialMark, ...] = ()
    note: str = ""
