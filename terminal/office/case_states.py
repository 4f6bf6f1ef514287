"""The state table as rows, and as the table that README shows."""

from __future__ import annotations

from typing import Final

from terminal.office.casework_views import MoveRow
from terminal.rules.casework import MOVES, CaseState, Move, Who

BACK: Final = "back"  # to where the case stood before it was paused
STATES: Final = {
    CaseState.RECEIVED: "已收件", CaseState.TO_CORRECT: "待补正", CaseState.ACCEPTED: "已受理",
    CaseState.IN_PROGRESS: "办理中", CaseState.SPECIAL: "特殊程序", CaseState.SUSPENDED: "中止",
    CaseState.GRANTED: "办结（批准）", CaseState.REJECTED: "办结（不予批准）", CaseState.NOTIFIED: "已告知领取",
    CaseState.DELIVERED: "已送达", CaseState.REFUSED: "不予受理", CaseState.TERMINATED: "终止",
    CaseState.WITHDRAWN: "撤回",
}  # fmt: skip
_WHO: Final = {
    Who.ANYBODY: "whoever serves",
    Who.RESPONSIBLE: "the responsible person or the backstop",
    Who.HEAD: "the same, approved by a named person",
}
_HEAD: Final = ("move", "from", "to", "who may", "what it records", "document")


def state_rows() -> tuple[MoveRow, ...]:
    """Every move of the table, in its order."""
    return tuple(map(_row, MOVES.values()))


def states_markdown() -> str:
    """The table as README shows it, between its markers."""
    lines = [f"| {' | '.join(_HEAD)} |", f"|{'---|' * len(_HEAD)}"]
    lines += [f"| {' | '.join(_cells(row))} |" for row in state_rows()]
    words = ", ".join(f"`{state.value}` {word}" for state, word in STATES.items())
    return "\n".join([*lines, "", f"States: {words}."])


def _row(move: Move) -> MoveRow:
    papers = {False: [], True: []}  # type: dict[bool, list[str]]
    for paper in move.papers:
        papers[paper.proxy is True].append(paper.form)
    since = tuple(state.value for state in CaseState if state in move.since)
    return MoveRow(
        name=move.name, since=since, to=BACK if move.back else (move.to.value if move.to else "same"),
        who=move.who.value, records=tuple(sorted(one.value for one in move.records)),
        documents=tuple(papers[False]), proxy_documents=tuple(papers[True]),
    )  # fmt: skip


def _cells(row: MoveRow) -> tuple[str, ...]:
    to = {BACK: "where it was", "same": "stays"}.get(row.to, f"`{row.to}`")
    documents = [*row.documents, *(f"{form} (proxy)" for form in row.proxy_documents)]
    return (
        f"`{row.name}`", ", ".join(f"`{state}`" for state in row.since), to, _WHO[Who(row.who)],
        ", ".join(row.records) or "—", ", ".join(documents) or "—",
    )  # fmt: skip
