"""Swaps: who may ask, agree and approve, what cannot be changed, and that the duties change hands once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Message
from terminal.office.office import Office
from tests.office import workers
from tests.office.duties import MONDAY, SATURDAY, SUNDAY, TODAY, Duties
from tests.office.halls import Records, SetClock


@pytest.fixture
def duties(office: Office) -> Duties:
    return Duties(office)


def hands(office: Office) -> list[tuple[str, str | None, int]]:
    """Who is on duty, in which shift and where, from today on."""
    return [(one.staff, one.shift, one.counter) for one in office.duty.duties(TODAY, MONDAY)]


def told(office: Office) -> list[tuple[str, str | None]]:
    with office.store.reading() as session:
        return [(one.template, one.staff) for one in session.scalars(select(Message).order_by(Message.id))]


def test_a_duty_is_given_away_once_the_other_agrees_and_somebody_approves(
    office: Office, duties: Duties, records: Records
) -> None:
    mine = duties.add("zhang", MONDAY)
    asked = office.duty.ask_swap(mine, "li", reason="家里有事", by="zhang")
    assert (asked.state, asked.asked_by_name, asked.with_name, asked.duty.id) == ("asked", "张敏", "李文静", mine)
    assert hands(office) == [("zhang", "early", 1)]
    assert office.duty.agree(asked.id, by="li").state == "agreed"
    assert hands(office) == [("zhang", "early", 1)]
    done = office.duty.approve(asked.id, by="chen")
    assert (done.state, done.decided_by, done.broken) == ("approved", "chen", ())
    assert hands(office) == [("li", "early", 1)]
    assert [line["verb"] for line in records.journal()] == ["ask_swap", "agree_swap", "approve_swap"]
    assert told(office) == [("swap_asked", "li"), ("swap_approved", "zhang"), ("swap_approved", "li")]
    assert office.duty.swaps() == ()
    assert [(one.state, one.duty.staff) for one in office.duty.swaps(open_only=False)] == [("approved", "zhang")]


def test_an_exchange_changes_both_duties_even_at_the_same_time(office: Office, duties: Duties) -> None:
    mine, theirs = duties.add("zhang", MONDAY), duties.add("li", MONDAY, "late", 2)
    asked = office.duty.ask_swap(mine, "li", theirs, by="zhang")
    office.duty.agree(asked.id, by="li")
    office.duty.approve(asked.id, by="")
    assert hands(office) == [("li", "early", 1), ("zhang", "late", 2)]


def test_the_journal_names_no_reason_and_the_message_masks_names(
    office: Office, duties: Duties, records: Records
) -> None:
    asked = office.duty.ask_swap(duties.add("zhang", MONDAY), "li", reason="看病", by="zhang")
    office.duty.refuse(asked.id, "人手不够", by="chen")
    assert not any("看病" in str(line) or "人手" in str(line) for line in records.journal())
    with office.store.reading() as session:
        texts = list(session.scalars(select(Message.text).order_by(Message.id)))
    assert "11月23日 早班 08:00–16:00" in texts[0]
    assert not any("张敏" in text or "李文静" in text for text in texts)
    assert "人手不够" in texts[1]
    assert told(office) == [("swap_asked", "li"), ("swap_refused", "zhang"), ("swap_refused", "li")]


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (["decline"], "refused"),
        (["refuse"], "refused"),
        (["withdraw"], "withdrawn"),
        (["agree", "decline"], "refused"),
        (["agree", "refuse"], "refused"),
        (["agree", "withdraw"], "withdrawn"),
        (["agree", "approve"], "approved"),
    ],
)
def test_a_request_goes_its_way_and_what_is_decided_stays(
    office: Office, duties: Duties, steps: list[str], state: str
) -> None:
    asked = office.duty.ask_swap(duties.add("zhang", MONDAY), "li", by="zhang")
    verbs = verbs_of(office, asked.id)
    for step in steps:
        verbs[step]()
    assert [one.state for one in office.duty.swaps(open_only=False)] == [state]
    for verb in verbs.values():
        with pytest.raises(Refusal, match="cannot"):
            verb()
    assert (hands(office) == [("li", "early", 1)]) == (state == "approved")


def verbs_of(office: Office, swap: int) -> dict[str, Callable[[], object]]:
    return {
        "agree": partial(office.duty.agree, swap, by="li"),
        "decline": partial(office.duty.decline, swap, by="li"),
        "withdraw": partial(office.duty.withdraw, swap, by="zhang"),
        "refuse": partial(office.duty.refuse, swap, by="chen"),
        "approve": partial(office.duty.approve, swap, by="chen"),
    }


def test_each_answer_is_that_persons_alone_and_nobody_approves_their_own(office: Office, duties: Duties) -> None:
    asked = office.duty.ask_swap(duties.add("zhang", MONDAY), "li", by="zhang").id
    for verb, by in (("agree", "zhang"), ("agree", ""), ("decline", "wang"), ("withdraw", "li")):
        with pytest.raises(Refusal, match="Only"):
            getattr(office.duty, verb)(asked, by=by)
    with pytest.raises(Refusal, match="cannot approve"):
        office.duty.approve(asked, by="chen")  # not agreed yet
    office.duty.agree(asked, by="li")
    with pytest.raises(Refusal, match="own swap"):
        office.duty.approve(asked, by="zhang")


def test_who_is_on_leave_untrained_or_on_duty_then_cannot_be_asked(office: Office, duties: Duties) -> None:
    mine = duties.add("zhang", MONDAY, counter=3)  # window 3 serves line C alone
    duties.train("li", "AB")
    duties.add("wang", MONDAY, "late", 2)
    office.duty.leave("chen", SUNDAY, MONDAY)
    for other, why in (("li", "not trained"), ("wang", "two duties at once"), ("chen", "on leave")):
        with pytest.raises(Refusal, match=why):
            office.duty.ask_swap(mine, other, by="zhang")
    for other in ("zhang", "nobody"):
        with pytest.raises(Refusal):
            office.duty.ask_swap(mine, other, by="zhang")


def test_what_has_changed_since_the_request_is_found_at_approval(office: Office, duties: Duties) -> None:
    asked = office.duty.ask_swap(duties.add("zhang", MONDAY), "li", by="zhang").id
    office.duty.agree(asked, by="li")
    office.duty.leave("li", MONDAY, MONDAY)
    with pytest.raises(Refusal, match="on leave"):
        office.duty.approve(asked, by="chen")
    assert [one.state for one in office.duty.swaps()] == ["agreed"]
    assert hands(office) == [("zhang", "early", 1)]


def test_who_is_on_leave_can_give_the_duty_away_and_the_taker_serves(office: Office, duties: Duties) -> None:
    mine = duties.add("zhang", MONDAY)
    assert [one.id for one in office.duty.leave("zhang", MONDAY, MONDAY).covered] == [mine]
    asked = office.duty.ask_swap(mine, "li", by="zhang").id
    office.duty.agree(asked, by="li")
    office.duty.approve(asked, by="chen")
    (duty,) = office.duty.duties(MONDAY, MONDAY)
    assert (duty.staff, duty.absent) == ("li", None)


def test_only_ones_own_duty_in_force_that_has_not_begun_is_given_away(
    office: Office, duties: Duties, clock: SetClock
) -> None:
    theirs, draft = duties.add("li", MONDAY), duties.add("zhang", MONDAY, "late", 2, in_force=False)
    begun = duties.add("zhang", TODAY)
    for duty, why in ((theirs, "not zhang's"), (draft, "no duty"), (begun, "has begun"), (0, "no duty")):
        with pytest.raises(Refusal, match=why):
            office.duty.ask_swap(duty, "wang", by="zhang")
    mine = duties.add("zhang", MONDAY, "late", 3)
    asked = office.duty.ask_swap(mine, "wang", by="zhang").id
    office.duty.agree(asked, by="wang")
    clock.pass_(days=3, hours=2)
    with pytest.raises(Refusal, match="has begun"):
        office.duty.approve(asked, by="chen")
    assert office.duty.swaps() == ()  # nobody can decide it any more
    assert [one.state for one in office.duty.swaps(open_only=False)] == ["agreed"]


def test_of_a_duty_there_is_one_request_at_a_time(office: Office, duties: Duties) -> None:
    mine, theirs = duties.add("zhang", MONDAY), duties.add("li", MONDAY, "late", 2)
    asked = office.duty.ask_swap(mine, "li", theirs, by="zhang").id
    with pytest.raises(Refusal, match=f"Swap {asked}"):
        office.duty.ask_swap(theirs, "wang", by="li")
    office.duty.withdraw(asked, by="zhang")
    office.duty.ask_swap(theirs, "wang", by="li")


def test_the_approver_sees_that_it_makes_two_weekends_in_a_row(office: Office, duties: Duties) -> None:
    duties.add("li", SATURDAY.replace(day=28), "weekend")
    asked = office.duty.ask_swap(duties.add("zhang", SATURDAY, "weekend"), "li", by="zhang")
    assert "two_weekends" in [one.kind for one in asked.conflicts]
    (listed,) = office.duty.swaps()
    assert listed.conflicts == asked.conflicts
    assert ("li", "two_weekends") in [(one.staff, one.kind) for one in listed.conflicts]
    office.duty.agree(asked.id, by="li")
    office.duty.approve(asked.id, by="chen")  # a reason to think, not to forbid


def test_of_two_who_approve_and_refuse_at_the_same_moment_one_decides(
    office: Office, duties: Duties, hall_url: str, records: Records
) -> None:
    for counter in (1, 2):
        asked = office.duty.ask_swap(duties.add("zhang", MONDAY, counter=counter), "li", by="zhang").id
        office.duty.agree(asked, by="li")
        written = len(records.journal())
        said = workers.in_processes(partial(workers.decide_one, hall_url, asked), 4)
        assert sorted(said)[:3] == ["", "", ""]
        assert len(records.journal()) == written + 1
        (swap,) = [one for one in office.duty.swaps(open_only=False) if one.id == asked]
        assert swap.state == max(said)
        assert (("li", "early", counter) in hands(office)) == (swap.state == "approved")
        if counter == 1 and swap.state == "approved":
            break  # li is on duty then; a second swap would be refused for that


def test_of_many_who_ask_about_one_duty_at_the_same_moment_one_has_asked(
    office: Office, duties: Duties, hall_url: str
) -> None:
    mine = duties.add("zhang", MONDAY)
    said = workers.in_processes(partial(workers.ask_one, hall_url, mine), 4)
    assert sorted(said) == [False, False, False, True]
    assert len(office.duty.swaps()) == 1
