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
    RESPONSIBLE = "responsible"  # the responsible person, or the backstop
    HEAD = "head"  # the same, with a named person's approval


class Record(StrEnum):
    """What a move must have on record."""

    NOTE = "note"  # a ground or a reason in words
    WRONG = "wrong"  # at least one material marked wrong or missing; the note stands in for it
    APPROVAL = "approval"  # who approved it; the centre's head (the backstop) stands in
    DAYS = "days"  # by how many working days; the centre's rule stands in for it
    SIGNATURE = "signature"  # who received it; the note stands in for it


@dataclass(frozen=True, slots=True)
class Paper:
    """A document (a form of ``forms``) that a move issues: of proxy cases, of the others, or (None) of both; and, where
    ``since`` is given, only from these states.
    """

    form: str
    proxy: bool | None = None
    since: frozenset[CaseState] | None = None

    def goes_with(self, proxy: bool, state: CaseState) -> bool:
        """Whether it is issued of such a case from that state."""
        return self.proxy in (None, proxy) and (self.since is None or state in self.since)


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``to`` None: the state stays; ``back``: to where the case stood before it was paused.

    ``unaccepted``: it goes only while the case has never been accepted.
    """

    name: str
    since: frozenset[CaseState]
    to: CaseState | None
    who: Who = Who.ANYBODY
    records: frozenset[Record] = frozenset()
    papers: tuple[Paper, ...] = ()
    back: bool = False
    unaccepted: bool = False

    def goes(self, state: CaseState, accepted: bool) -> bool:
        """Whether it may be made from a state, by a case that was accepted once or not yet."""
        return state in self.since and not (self.unaccepted and accepted)

    def target(self, state: CaseState, back_to: CaseState | None) -> CaseState:
        """Where it leads from a state; ``back_to`` is where the case stood before it was paused. Raises ValueError for
        a state it does not go from, and for a pause that leads nowhere.
        """
        if state not in self.since or (self.back and back_to is None):
            raise ValueError(f"{self.name} does not go from {state}")
        if self.back and back_to is not None:
            return back_to
        return self.to or state

    def documents(self, proxy: bool, state: CaseState) -> tuple[str, ...]:
        """The documents it issues of a case in that state."""
        return tuple(paper.form for paper in self.papers if paper.goes_with(proxy, state))


R, TC, A, P, SP, SU, G, RJ, N, D, RF, T, W = CaseState
OPEN = frozenset({R, TC, A, P, SP, SU})  # nothing is decided yet
PAUSED = frozenset({TC, SP, SU})  # days that do not count
DECIDED = frozenset({G, RJ, N})  # decided, not yet with the resident
ENDED = frozenset({D, RF, T, W})
RUNNING = OPEN - PAUSED
UNFINISHED = OPEN | DECIDED

_NOTE = frozenset({Record.NOTE})
_SIGNED = frozenset({Record.SIGNATURE})
# What the resident gets into the hand is the proof of delivery; of a proxy case the sheet that ends it goes with it.
DELIVERY = "delivery-receipt"
_DELIVERY = (Paper(DELIVERY), Paper("completion-sheet", proxy=True))


def _of(*states: CaseState) -> frozenset[CaseState]:
    return frozenset(states)


MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        Move("accept", _of(R), A, papers=(Paper("acceptance-receipt"), Paper("proxy-acceptance", proxy=True))),
        Move(
            "ask-correction", _of(R, A, P), TC, records=frozenset({Record.WRONG}), papers=(Paper("correction-notice"),)
        ),
        Move("corrected", _of(TC), None, papers=(Paper("material-receipt"),), back=True),
        Move("refuse", _of(R, TC), RF, Who.ANYBODY, _NOTE, (Paper("refusal-notice"),), unaccepted=True),
        Move("start", _of(A), P, Who.RESPONSIBLE),
        Move("hand-over", _of(A, P), P, Who.RESPONSIBLE, papers=(Paper("handover-voucher"),)),
        Move("returned", _of(P), None, Who.RESPONSIBLE),
        Move("special", _of(A, P), SP, Who.RESPONSIBLE, _NOTE, (Paper("special-procedure-notice"),)),
        Move("suspend", _of(A, P), SU, Who.RESPONSIBLE, _NOTE, (Paper("suspension-sheet", proxy=True),)),
        # A special procedure ends by itself; what was suspended goes on by a new mandate.
        Move(
            "resume", _of(SP, SU), None, Who.RESPONSIBLE,
            papers=(Paper("resumption-mandate", proxy=True, since=_of(SU)),), back=True,
        ),
        Move(
            "extend", _of(A, P), None, Who.HEAD,
            frozenset({Record.NOTE, Record.APPROVAL, Record.DAYS}), (Paper("extension-notice"),),
        ),
        Move("grant", _of(A, P), G, Who.RESPONSIBLE, papers=(Paper("approval-decision"),)),
        Move("reject", _of(A, P), RJ, Who.RESPONSIBLE, _NOTE, (Paper("rejection-decision"),)),
        Move("notify", _of(G, RJ), N),
        Move("collect", _of(G, RJ, N), D, Who.ANYBODY, _SIGNED, _DELIVERY),
        Move("post", _of(G, RJ, N), D, Who.ANYBODY, _SIGNED, _DELIVERY),
        Move("bring-home", _of(G, RJ, N), D, Who.ANYBODY, _SIGNED, _DELIVERY),
        Move("terminate", _of(R, TC, A, P, SP, SU), T, Who.ANYBODY, _NOTE, (Paper("completion-sheet", proxy=True),)),
        Move("withdraw", _of(R, TC, A, P, SP, SU), W, Who.ANYBODY, _NOTE),
    )
}  # fmt: skip


def moves_from(state: CaseState, accepted: bool = True) -> tuple[Move, ...]:
    """The moves that may be made from a state, in the table's order; ``accepted``: the case was accepted once."""
    return tuple(move for move in MOVES.values() if move.goes(state, accepted))
