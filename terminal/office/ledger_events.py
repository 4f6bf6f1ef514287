"""The ledgers with a line for each thing that happened: corrections, visits, originals, notices, pauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select

from forms import ledger_words_zh as zh
from terminal.model import (
    Case,
    CaseMaterial,
    CaseMove,
    CaseStop,
    CustodyEntry,
    MaterialState,
    Notice,
    StopKind,
    StopState,
)
from terminal.model.casework import IN_LEDGERS
from terminal.office.ledger_ground import Ground, columns
from terminal.office.ledger_views import Cell

CORRECTIONS = columns("kind", "day", "number", "title", "name", "what", "until", "done_on", "staff")
VISITS = columns("day", "time", "number", "title", "name", "phone", "purpose", "staff", "state", "came_back")
ORIGINALS = columns(
    "day", "number", "name", "material", "kind", "originals", "copies", "place", "staff", "signed_by"
)  # fmt: skip
NOTICES = columns("day", "notice", "form", "number", "name", "staff", "state", "handed_on", "handed_to")
PAUSES = columns(
    "day", "number", "title", "name", "move", "ground", "approved_by", "promised_after", "staff"
)  # fmt: skip

Lines = Iterator[tuple[Cell, ...]]


def corrections(ground: Ground) -> Lines:
    """What residents were asked to correct and when they did, then what was waived until a day (容缺)."""
    asked = _moves(ground, ("ask-correction",))
    subjects = ground.subjects(one.case_id for one in asked)
    done = _corrected(ground, asked)
    for one in asked:
        of = subjects[one.case_id]
        yield (
            zh.CORRECTION, ground.day(one.at), of.number, of.title, of.name, one.note,
            of.correct_by if one.id not in done else None,
            ground.day(done.get(one.id)), ground.who(one.by),
        )  # fmt: skip
    yield from _waived(ground)


def visits(ground: Ground) -> Lines:
    """Home visits of these days, planned ones as well."""
    query = select(CaseStop).where(
        CaseStop.centre == ground.room.centre,
        CaseStop.kind == StopKind.HOME,
        CaseStop.day.between(ground.since, ground.until),
        CaseStop.state != StopState.DROPPED,
    )
    stops = ground.session.scalars(query.order_by(CaseStop.day, CaseStop.id).limit(ground.most)).all()
    subjects = ground.subjects(one.case_id for one in stops)
    for one in stops:
        of = subjects[one.case_id]
        hour = "" if one.planned_at is None else f"{ground.room.local(one.planned_at):%H:%M}"
        yield (
            one.day, hour, of.number, of.title, of.name, of.phone, one.purpose, ground.who(one.staff),
            zh.STOPS[one.state], one.came_back,
        )  # fmt: skip


def originals(ground: Ground) -> Lines:
    """Every link of the chain of every original: taken, handed on, brought back, returned and signed for."""
    since, until = ground.span
    query = (
        select(CustodyEntry, CaseMaterial.name)
        .join(
            CaseMaterial,
            (CaseMaterial.case_id == CustodyEntry.case_id) & (CaseMaterial.position == CustodyEntry.position),
        )
        .where(CustodyEntry.at >= since, CustodyEntry.at < until, ground.is_ours(CustodyEntry.case_id))
        .order_by(CustodyEntry.at, CustodyEntry.id)
        .limit(ground.most)
    )
    rows = ground.session.execute(query).all()
    subjects = ground.subjects(one.case_id for one, _ in rows)
    for one, material in rows:
        of = subjects[one.case_id]
        yield (
            ground.day(one.at), of.number, of.name, material, zh.CUSTODY[one.what], one.originals, one.copies,
            one.place, ground.who(one.by), one.signed_by,
        )  # fmt: skip


def notices(ground: Ground) -> Lines:
    """Every numbered notice, void ones as well: numbers run without gap."""
    since, until = ground.span
    query = select(Notice).where(
        Notice.centre == ground.room.centre, Notice.issued_at >= since, Notice.issued_at < until
    )
    rows = ground.session.scalars(query.order_by(Notice.issued_at, Notice.id).limit(ground.most)).all()
    subjects = ground.subjects(one.case_id for one in rows if one.case_id is not None)
    for one in rows:
        of = subjects.get(one.case_id or 0)
        yield (
            ground.day(one.issued_at), one.number, one.title, of.number if of else "", of.name if of else "",
            ground.who(one.issued_by), zh.NOTICES[one.state], ground.day(one.handed_at), one.handed_to,
        )  # fmt: skip


def pauses(ground: Ground) -> Lines:
    """Special procedures, suspensions, their ends, and extensions with who approved them."""
    rows = _moves(ground, tuple(zh.MOVES))
    subjects = ground.subjects(one.case_id for one in rows)
    for one in rows:
        of = subjects[one.case_id]
        yield (
            ground.day(one.at), of.number, of.title, of.name, zh.MOVES[one.move], one.note,
            ground.who(one.approved_by), one.promised_on, ground.who(one.by),
        )  # fmt: skip


def _moves(ground: Ground, names: tuple[str, ...]) -> Sequence[CaseMove]:
    since, until = ground.span
    query = (
        select(CaseMove)
        .where(IN_LEDGERS, CaseMove.at >= since, CaseMove.at < until, ground.is_ours(CaseMove.case_id))
        .where(CaseMove.move.in_(names))
    )
    return ground.session.scalars(query.order_by(CaseMove.at, CaseMove.id).limit(ground.most)).all()


def _corrected(ground: Ground, asked: Sequence[CaseMove]) -> dict[int, datetime]:
    """When what a move asked for was there: the case's next correction."""
    query = (
        select(CaseMove.case_id, CaseMove.id, CaseMove.at)
        .where(CaseMove.case_id.in_({one.case_id for one in asked}), CaseMove.move == "corrected")
        .order_by(CaseMove.id.desc())
    )
    answers: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
    for case, ident, at in ground.session.execute(query):
        answers[case].append((ident, at))
    return {one.id: at for one in asked for ident, at in answers[one.case_id] if ident > one.id}


def _waived(ground: Ground) -> Lines:
    since, until = ground.span
    query = (
        select(CaseMaterial, Case)
        .join(Case, Case.id == CaseMaterial.case_id)
        .where(Case.centre == ground.room.centre, Case.received_at >= since, Case.received_at < until)
        .where(CaseMaterial.promised_by.is_not(None))
        .order_by(Case.received_at, Case.id, CaseMaterial.position)
        .limit(ground.most)
    )
    rows = ground.session.execute(query).all()
    subjects = ground.subjects(case.id for _, case in rows)
    for material, case in rows:
        of = subjects[case.id]
        came = material.moved_at if material.state == MaterialState.RECEIVED else None
        yield (
            zh.WAIVED, ground.day(case.received_at), of.number, of.title, of.name, material.name,
            material.promised_by, ground.day(came), ground.who(case.responsible),
        )  # fmt: skip
