"""What screens and commands show of how a centre works on cases: rules, departments, steps, the table of moves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseRulesView:
    """The centre's rules of casework; see model.CaseRules. ``backstop`` None: the first active person by code."""

    backstop: str | None
    tell_days: int
    correction_days: int
    extension_days: int
    instant_days: int
    stuck_days: int
    warn_days: int
    uncollected_days: int
    home_days: int
    visits_a_day: int
    file_megabytes: int


@dataclass(frozen=True, slots=True)
class DepartmentView:
    """Somebody a case is handed to; ``round``: how far along the round of a day it lies."""

    code: str
    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    round: int = 0


@dataclass(frozen=True, slots=True)
class StepView:
    """A usual step of an item behind the counter, with the working days it usually takes."""

    name: str
    department: str | None
    usual_days: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A row of the state table: one move, from where to where, who may make it, what it records and issues."""

    name: str
    since: tuple[str, ...]
    to: str
    who: str
    records: tuple[str, ...]
    documents: tuple[str, ...]  # of every case
    proxy_documents: tuple[str, ...]  # besides, of a proxy case


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did: cases that count as accepted, that fell to the backstop, that went back from it, whose resident
    is to be called for a correction or a result, that are brought home, whose resident heard of the result, whose
    promised day has changed; and those that could not be seen to, which are tried again.
    """

    accepted: int = 0
    fallen: int = 0
    returned: int = 0
    correction_calls: int = 0
    notified: int = 0
    result_calls: int = 0
    home: int = 0
    recounted: int = 0
    left: int = 0
