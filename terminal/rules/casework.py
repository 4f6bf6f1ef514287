"""How a case moves: the states, the moves between them, who may make each, and what each records.

SOURCE: 行政许可法 art. 32 (told at once or within five days what is missing, else accepted on the day it came in), art.
42 (extended once, by ten days, approved by the head), art. 45 (hearings and reviews do not count); DB3205/T 1077-2023
(mandate, suspension, resuming, completion or termination of help and proxy service); DB4406/T 14-2021 (the documents).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CaseState(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"  # 已收件
    TO_CORRECT = "to_correct"  # 待补正
    ACCEPTED = "accepted"  # 已受理
    IN_PROGRESS = "in_progress"  # 办理中
    SPECIAL = "special"  # 特殊程序
    SUSPENDED = "suspended"  # 中止
    GRANTED = "granted"  # 办结（批准）
    REJECTED = "rejected"  # 办结（不予批准）
    NOTIFIED = "notified"  # 已告知领取
    DELIVERED = "delivered"  # 已送达
    REFUSED = "refused"  # 不予受理
    TERMINATED = "terminated"  # 终止
    WITHDRAWN = "withdrawn"  # 撤回


class Who(StrEnum):
    """Who may make a move."""

    ANYBODY = "anybody"  # whoever serves the resident
    RESPONSIBLE = "responsible"  # the responsible person, the backstop, or whoever it is handed to
    HEAD = "head"  # with a named person's approval


class Record(StrEnum):
    """What a move must have on record."""

    NOTE = "note"  # a ground or a reason in words
    WRONG = "wrong"  # at least one material marked wrong or missing; the note stands in for it
    APPROVAL = "approval"  # who approved it
    DAYS = "days"  # by how many working days; the centre's rule stands in for it
    SIGNATURE = "signature"  # who received it; the note stands in for it


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``to`` None: the state stays; ``back``: to where the case stood before it was paused.

    ``document`` is the form (of ``forms``) that is issued with it, "" none; ``proxy_document`` the one of a proxy case
    when that differs.
    """

    name: str
    since: frozenset[CaseState]
    to: CaseState | None
    who: Who = Who.ANYBODY
    records: frozenset[Record] = frozenset()
    document: str = ""
    proxy_document: str = ""
    back: bool = False


R, TC, A, P, SP, SU, G, RJ, N, D, RF, T, W = CaseState
OPEN = frozenset({R, TC, A, P, SP, SU})  # nothing is decided yet
PAUSED = frozenset({TC, SP, SU})  # days that do not count
DECIDED = frozenset({G, RJ, N})  # decided, not yet with the resident
ENDED = frozenset({D, RF, T, W})
RUNNING = OPEN - PAUSED
UNFINISHED = OPEN | DECIDED

_NOTE = frozenset({Record.NOTE})
_SIGNED = frozenset({Record.SIGNATURE})


def _of(*states: CaseState) -> frozenset[CaseState]:
    return frozenset(states)


MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        Move("accept", _of(R), A, document="acceptance-receipt", proxy_document="proxy-acceptance"),
        Move(
            "ask-correction", _of(R, A, P), TC, records=frozenset({Record.WRONG}), document="correction-notice",
        ),
        Move("corrected", _of(TC), None, document="material-receipt", back=True),
        Move("refuse", _of(R, TC), RF, records=_NOTE, document="refusal-notice"),
        Move("start", _of(A), P, Who.RESPONSIBLE),
        Move("hand-over", _of(A, P), P, Who.RESPONSIBLE, document="handover-voucher"),
        Move("returned", _of(P), None, Who.RESPONSIBLE),
        Move("special", _of(A, P), SP, Who.RESPONSIBLE, _NOTE, "special-procedure-notice"),
        Move("suspend", _of(A, P), SU, Who.RESPONSIBLE, _NOTE, "suspension-sheet"),
        Move("resume", _of(SP, SU), None, Who.RESPONSIBLE, proxy_document="resumption-mandate", back=True),
        Move(
            "extend", _of(A, P), None, Who.HEAD,
            frozenset({Record.NOTE, Record.APPROVAL, Record.DAYS}), "extension-notice",
        ),
        Move("grant", _of(A, P), G, Who.RESPONSIBLE, document="approval-decision"),
        Move("reject", _of(A, P), RJ, Who.RESPONSIBLE, _NOTE, "rejection-decision"),
        Move("notify", _of(G, RJ), N),
        Move("collect", _of(G, RJ, N), D, records=_SIGNED, document="delivery-receipt"),
        Move("post", _of(G, RJ, N), D, records=_SIGNED, document="delivery-receipt"),
        Move("bring-home", _of(G, RJ, N), D, records=_SIGNED, document="delivery-receipt"),
        Move("terminate", _of(R, TC, A, P, SP, SU), T, Who.ANYBODY, _NOTE, "", "completion-sheet"),
        Move("withdraw", _of(R, TC, A, P, SP, SU), W, Who.ANYBODY, _NOTE),
    )
}  # fmt: skip


def moves_from(state: CaseState) -> tuple[Move, ...]:
    """The moves that may be made from a state, in the table's order."""
    return tuple(move for move in MOVES.values() if state in move.since)
