"""The state table: what may follow what, whatever is done with a case, and what the law asks of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.casework import (
    DECIDED,
    ENDED,
    MOVES,
    OPEN,
    PAUSED,
    RUNNING,
    CaseState,
    Move,
    Record,
    Who,
    moves_from,
)  # fmt: skip

# The documents that DB4406/T 14-2021 and DB3205/T 1077-2023 list, less those no move issues: the payment notice, and
# the mandate, which comes before.
ISSUED = {
    "material-receipt", "handover-voucher", "acceptance-receipt", "correction-notice", "refusal-notice",
    "special-procedure-notice", "extension-notice", "approval-decision", "rejection-decision", "delivery-receipt",
    "proxy-acceptance", "suspension-sheet", "resumption-mandate", "completion-sheet",
}  # fmt: skip
OF_PROXY_CASES = {"proxy-acceptance", "suspension-sheet", "resumption-mandate", "completion-sheet"}


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("move", MOVES.values(), ids=lambda move: move.name)
def test_every_move_goes_from_a_state_or_says_that_it_does_not(state: CaseState, move: Move) -> None:
    back_to = CaseState.ACCEPTED if state in PAUSED else None
    if state in move.since:
        assert move.target(state, back_to) in CaseState
    else:
        with pytest.raises(ValueError, match=move.name):
            move.target(state, back_to)


def test_every_state_is_reached_and_only_the_ends_have_no_way_on() -> None:
    reached, seen = {CaseState.RECEIVED}, set()
    while reached - seen:
        state = (reached - seen).pop()
        seen.add(state)
        for move in moves_from(state):
            back = CaseState.ACCEPTED if move.back else None
            reached.add(move.target(state, back))
        reached |= {move.target(state, None) for move in moves_from(state, accepted=False) if not move.back}
    assert reached == set(CaseState)
    assert {state for state in CaseState if not moves_from(state)} == ENDED


def test_what_is_paused_goes_on_where_it_was_or_ends() -> None:
    for state in PAUSED:
        for move in moves_from(state):
            assert move.back or move.to in ENDED
    for move in MOVES.values():
        assert move.back == (move.since <= PAUSED and move.to is None)


def test_only_before_acceptance_is_acceptance_refused() -> None:
    assert "refuse" in {move.name for move in moves_from(CaseState.TO_CORRECT, accepted=False)}
    assert "refuse" not in {move.name for move in moves_from(CaseState.TO_CORRECT, accepted=True)}


def test_what_burdens_the_resident_has_a_ground_in_words() -> None:
    burdens = {"refuse", "reject", "suspend", "special", "extend", "terminate", "withdraw"}
    assert {move.name for move in MOVES.values() if Record.NOTE in move.records} == burdens


def test_an_extension_is_the_one_move_somebody_approves() -> None:
    approved = [move.name for move in MOVES.values() if move.who is Who.HEAD or Record.APPROVAL in move.records]
    assert approved == ["extend"]


def test_nothing_reaches_the_resident_without_a_signature() -> None:
    for move in MOVES.values():
        if move.to is CaseState.DELIVERED:
            assert move.records == {Record.SIGNATURE}
            assert "delivery-receipt" in move.documents(proxy=False, state=CaseState.NOTIFIED)


def test_every_document_of_the_standards_has_its_move() -> None:
    assert {paper.form for move in MOVES.values() for paper in move.papers} == ISSUED
    for move in MOVES.values():
        for state in move.since:
            assert not OF_PROXY_CASES & set(move.documents(False, state))


def test_a_special_procedure_ends_without_a_mandate_and_a_suspended_proxy_case_goes_on_by_one() -> None:
    resume = MOVES["resume"]
    assert resume.documents(True, CaseState.SUSPENDED) == ("resumption-mandate",)
    assert resume.documents(True, CaseState.SPECIAL) == resume.documents(False, CaseState.SUSPENDED) == ()


@given(st.sampled_from(CaseState), st.booleans())
def test_what_goes_from_a_state_is_what_the_table_says(state: CaseState, accepted: bool) -> None:
    assert moves_from(state, accepted) == tuple(
        move for move in MOVES.values() if state in move.since and not (move.unaccepted and accepted)
    )


@given(st.lists(st.integers(0, 100), max_size=40))
def test_whatever_is_done_with_a_case_it_is_decided_once_and_only_after_it_was_accepted(picks: list[int]) -> None:
    state, accepted, decided = CaseState.RECEIVED, False, False
    back_to: CaseState | None = None
    for pick in picks:
        moves = moves_from(state, accepted)
        if not moves:
            break
        to = moves[pick % len(moves)].target(state, back_to)
        if to in PAUSED:
            back_to = state
        elif state in PAUSED:
            back_to = None
        assert not (decided and to in OPEN)
        state, accepted, decided = to, accepted or to is CaseState.ACCEPTED, decided or to in DECIDED
        assert (back_to is not None) == (state in PAUSED)
        assert back_to is None or back_to in RUNNING
        if state in {CaseState.IN_PROGRESS, CaseState.SPECIAL, CaseState.SUSPENDED, *DECIDED}:
            assert accepted
