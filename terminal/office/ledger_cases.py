"""The ledgers with a line for each case: received, handled, carried through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, case, func, select

from forms import ledger_words_zh as zh
from terminal.model import Case, CaseMaterial, CaseStop, Mandate, Resident, StopState
from terminal.office.ledger_ground import Ground, columns
from terminal.office.ledger_views import Cell

RECEIVED = columns(
    "received_on", "number", "title", "name", "document", "phone", "source", "counter", "received_by", "originals",
    "copies", "promised_on", "state",
)  # fmt: skip
HANDLED = columns(
    "number", "title", "name", "accepted_on", "promised_on", "decided_on", "result", "in_time", "delivery",
    "delivered_on", "responsible", "state",
)  # fmt: skip
PROXIES = columns(
    "number", "title", "name", "document", "agent", "relation", "received_on", "mandate_since", "mandate_until",
    "signed", "stops", "done_stops", "responsible", "state", "ended_on",
)  # fmt: skip

Lines = Iterator[tuple[Cell, ...]]


def received(ground: Ground) -> Lines:
    """What came in, in order: from whom, for what, by whom it was taken, and how many papers."""
    cases = _cases(ground)
    subjects, papers = ground.subjects(one.id for one in cases), _papers(ground, cases)
    for one in cases:
        of = subjects[one.id]
        yield (
            ground.day(one.received_at), of.number, of.title, of.name, of.document, of.phone,
            zh.SOURCES.get(one.source, one.source), one.counter, ground.who(one.received_by),
            *papers.get(one.id, (0, 0)), one.promised_on, zh.STATES[one.state],
        )  # fmt: skip


def handled(ground: Ground) -> Lines:
    """What was accepted of that, by when it was promised, and how and when it ended."""
    cases = _cases(ground, Case.accepted_at.is_not(None))
    subjects = ground.subjects(one.id for one in cases)
    for one in cases:
        of, decided = subjects[one.id], ground.day(one.decided_at)
        in_time = "" if decided is None else zh.YES if decided <= one.promised_on else zh.NO
        yield (
            of.number, of.title, of.name, ground.day(one.accepted_at), one.promised_on, decided,
            zh.RESULTS.get(one.result, one.result), in_time, zh.DELIVERIES.get(one.delivery, one.delivery),
            ground.day(one.ended_at) if decided else None, ground.who(one.responsible), zh.STATES[one.state],
        )  # fmt: skip


def proxies(ground: Ground) -> Lines:
    """What staff carried through for residents: the mandate, how far the route is walked, and the end."""
    cases = _cases(ground, Case.proxy.is_(True))
    subjects, walked, mandates = (
        ground.subjects(one.id for one in cases),
        _walked(ground, cases),
        _mandates(ground, cases),
    )
    agents = _agents(ground, cases)
    for one in cases:
        of, mandate = subjects[one.id], mandates.get(one.id)
        signed = mandate is not None and mandate.resident_signed_on and mandate.staff_signed_on
        yield (
            of.number, of.title, of.name, of.document, agents.get(one.agent_id or 0, ""), one.agent_relation,
            ground.day(one.received_at), mandate.since if mandate else None, mandate.until if mandate else None,
            zh.YES if signed else zh.NO, *walked.get(one.id, (0, 0)), ground.who(one.responsible),
            zh.STATES[one.state], ground.day(one.ended_at),
        )  # fmt: skip


def _cases(ground: Ground, *conditions: ColumnElement[bool]) -> Sequence[Case]:
    since, until = ground.span
    query = select(Case).where(
        Case.centre == ground.room.centre, Case.received_at >= since, Case.received_at < until, *conditions
    )
    return ground.session.scalars(query.order_by(Case.received_at, Case.id).limit(ground.most)).all()


def _papers(ground: Ground, cases: Sequence[Case]) -> dict[int, tuple[int, int]]:
    query = (
        select(CaseMaterial.case_id, func.sum(CaseMaterial.got_originals), func.sum(CaseMaterial.got_copies))
        .where(CaseMaterial.case_id.in_([one.id for one in cases]))
        .group_by(CaseMaterial.case_id)
    )
    return {ident: (int(originals), int(copies)) for ident, originals, copies in ground.session.execute(query)}


def _walked(ground: Ground, cases: Sequence[Case]) -> dict[int, tuple[int, int]]:
    done = func.sum(case((CaseStop.state == StopState.DONE, 1), else_=0))
    query = (
        select(CaseStop.case_id, func.count(), done)
        .where(CaseStop.case_id.in_([one.id for one in cases]), CaseStop.state != StopState.DROPPED)
        .group_by(CaseStop.case_id)
    )
    return {ident: (int(stops), int(walked)) for ident, stops, walked in ground.session.execute(query)}


def _mandates(ground: Ground, cases: Sequence[Case]) -> dict[int, Mandate]:
    """The latest of each."""
    query = select(Mandate).where(Mandate.case_id.in_([one.id for one in cases])).order_by(Mandate.id)
    return {one.case_id: one for one in ground.session.scalars(query)}


def _agents(ground: Ground, cases: Sequence[Case]) -> dict[int, str]:
    agents = {one.agent_id for one in cases if one.agent_id is not None}
    query = select(Resident.id, Resident.name).where(Resident.id.in_(agents))
    return {one.id: one.name for one in ground.session.execute(query)}
