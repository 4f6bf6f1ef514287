"""Cases as they are shown: rows of lists, and one case complete."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.model import Case, CaseHolder, CaseMove, CasePause, CaseRules, CaseTold, Item, Resident
from terminal.office.case_calendar import pauses_of, read_calendar
from terminal.office.case_choices import choices_of, next_step
from terminal.office.case_holding import backstop
from terminal.office.case_timeline import departments_of, timeline_of
from terminal.office.case_views import CaseRow, CaseView, HolderView, MoveView, PauseView, ToldView
from terminal.office.notice_reading import of_case as notices_of
from terminal.office.people_reading import rows_of as people_rows
from terminal.office.people_reading import shown_number
from terminal.office.room import Room
from terminal.office.route_reading import name_of, names_of, read_route
from terminal.rules import case_dates
from terminal.rules.casework import RUNNING, CaseState
from terminal.rules.working_days import Calendar


def rows_of(session: Session, room: Room, cases: Sequence[Case]) -> tuple[CaseRow, ...]:
    """Cases as rows of a list, in the order given; five statements, however many they are."""
    if not cases:
        return ()
    today = room.day(room.now())
    calendar = read_calendar(session, room, min(today, *(case.promised_on for case in cases)))
    warn = session.get_one(CaseRules, room.centre).warn_days
    query = select(Item.code, Item.name).where(Item.centre == room.centre, Item.code.in_({one.item for one in cases}))
    titles = dict(session.execute(query).all())
    people = {
        one.id: one
        for one in session.scalars(select(Resident).where(Resident.id.in_({case.resident_id for case in cases})))
    }
    names = names_of(session, room, (case.responsible for case in cases))
    return tuple(
        _row(
            session,
            room,
            case,
            people[case.resident_id],
            titles[case.item],
            names,
            _danger(calendar, case, today, warn),
        )
        for case in cases
    )


def view_of(session: Session, room: Room, case: Case, staff: str = "") -> CaseView:
    """One case, complete; ``staff``: for whom its moves are offered ("" whoever may)."""
    item = session.get_one(Item, (room.centre, case.item))
    person = session.get_one(Resident, case.resident_id)
    rules = session.get_one(CaseRules, room.centre)  # held, so that who asks for them again finds them in the session
    today, paused, head = room.day(room.now()), pauses_of(session, case.id), backstop(session, room)
    first = min(today, case.promised_on, room.day(case.received_at), *(one.since for one in paused))
    calendar = read_calendar(session, room, first)
    moves = _moves(session, room, case)
    pauses = tuple(PauseView(one.kind, one.since, one.until, _days(calendar, one, today)) for one in paused)
    stops, mandate, materials, custody, files = read_route(session, room, case.id)
    departments = departments_of(session, room, case)
    names = names_of(session, room, [head, case.responsible])
    came = [session.get_one(Resident, case.agent_id)] if case.agent_id is not None else []
    resident, *agents = people_rows(session, room, [person, *came])
    danger = _danger(calendar, case, today, rules.warn_days)
    return CaseView(
        row=_row(session, room, case, person, item.name, names, danger), code=case.code,
        resident=resident, agent=next(iter(agents), None), agent_relation=case.agent_relation, source=case.source,
        limit_days=case.limit_days, statutory_on=case.statutory_on,
        extended_days=case.extended_days,
        accepted_at=room.local(case.accepted_at) if case.accepted_at else None, correct_by=case.correct_by,
        decided_at=room.local(case.decided_at) if case.decided_at else None, result=case.result,
        delivery=case.delivery, deliver_to=case.deliver_to,
        notified_at=room.local(case.notified_at) if case.notified_at else None,
        ended_at=room.local(case.ended_at) if case.ended_at else None, holding=case.holding, backstop=head,
        backstop_name=names.get(head, ""), version=case.version,
        timeline=timeline_of(room, case, moves, pauses, calendar, departments), moves=moves,
        choices=choices_of(case, staff, head, today), pauses=pauses, holders=_holders(session, room, case),
        materials=materials, custody=custody, stops=stops, mandate=mandate, told=_told(session, room, case),
        notices=notices_of(session, room, case), files=files, next_step=next_step(case, moves, stops, len(departments)),
    )  # fmt: skip


def _row(
    session: Session, room: Room, case: Case, person: Resident, title: str, names: dict[str, str],
    danger: tuple[int | None, str],
) -> CaseRow:  # fmt: skip
    left, risk = danger
    return CaseRow(
        id=case.id, number=case.number, item=case.item, title=title, name=person.name,
        masked_number=shown_number(room.vault(session), person), phone=person.phone, proxy=case.proxy,
        state=case.state, promised_on=case.promised_on, certain=case.promised_certain, days_left=left, risk=risk,
        responsible=case.responsible, responsible_name=names.get(case.responsible, ""),
        received_at=room.local(case.received_at), moved_at=room.local(case.moved_at),
    )  # fmt: skip


def _danger(calendar: Calendar, case: Case, today: date, warn_days: int) -> tuple[int | None, str]:
    """Working days left, and how much danger it is in; none while it is paused or decided."""
    if CaseState(case.state) not in RUNNING:
        return None, ""
    left = case_dates.days_left(calendar, today, case.promised_on)
    return left, case_dates.risk(today, case.promised_on, case.risk_on, left, warn_days).value


def _moves(session: Session, room: Room, case: Case) -> tuple[MoveView, ...]:
    query = select(CaseMove, name_of(room, CaseMove.by)).where(CaseMove.case_id == case.id).order_by(CaseMove.id)
    return tuple(
        MoveView(
            id=row.id, at=room.local(row.at), by=row.by, by_name=name, move=row.move,
            from_state=row.from_state, to_state=row.to_state, note=row.note, approved_by=row.approved_by,
            promised_on=row.promised_on, signed_by=str(_details(row).get("signed_by", "")),
            to=str(_details(row).get("to", "")),
        )
        for row, name in session.execute(query)
    )  # fmt: skip


def _details(row: CaseMove) -> dict[str, object]:
    return dict(json.loads(row.details)) if row.details else {}


def _days(calendar: Calendar, pause: CasePause, today: date) -> int:
    """Working days of a pause so far, both ends included."""
    until = pause.until or max(today, pause.since)
    return calendar.between(pause.since, until).days + calendar.working(pause.since)


def _holders(session: Session, room: Room, case: Case) -> tuple[HolderView, ...]:
    query = select(CaseHolder, name_of(room, CaseHolder.staff)).where(CaseHolder.case_id == case.id)
    return tuple(
        HolderView(
            staff=one.staff, name=name, holding=one.holding, since=room.local(one.since),
            until=room.local(one.until) if one.until else None, reason=one.reason,
        )
        for one, name in session.execute(query.order_by(CaseHolder.id))
    )  # fmt: skip


def _told(session: Session, room: Room, case: Case) -> tuple[ToldView, ...]:
    query = select(CaseTold, name_of(room, CaseTold.by)).where(CaseTold.case_id == case.id).order_by(CaseTold.id)
    return tuple(
        ToldView(room.local(row.at), name, row.how, row.whom, row.words, row.next_on)
        for row, name in session.execute(query)
    )
