"""Originals change hands on record: with the case's moves, by errands, and back to the resident, who signs."""

from __future__ import annotations

import random
from datetime import date

import pytest

from terminal.errors import Refusal
from terminal.office.case_views import CaseView, MaterialMark
from terminal.office.custody import whereabouts
from terminal.office.office import Office
from tests.databases import ON_SQLITE
from tests.office.halls import Records
from tests.office.ways import at, case, mandate

Mark = MaterialMark


def links(view: CaseView) -> list[tuple[str, int, int, str, str]]:
    return [(one.what, one.position, one.originals, one.place, one.signed_by) for one in view.custody]


@pytest.fixture
def taken(office: Office) -> int:
    """A case with one original of its own kind and one with two copies, the first of which goes back."""
    found = case(office)
    mandate(office, found)
    office.materials.mark(found.row.id, [Mark(1, "received", to_return=1), Mark(2, "received")], at=at(9), by="zhang")
    return found.row.id


def test_the_chain_goes_the_way_of_the_cases_moves(office: Office, taken: int) -> None:
    office.cases.advance(taken, "accept", at=at(9, 30), by="zhang")
    office.cases.advance(taken, "hand-over", whom="区民政局", at=at(10), by="zhang")
    office.cases.advance(taken, "returned", at=at(11), by="zhang")
    office.cases.advance(taken, "grant", at=at(12), by="zhang")
    office.materials.add_result(taken, "居住证", at=at(13), by="zhang")
    view = office.cases.advance(taken, "bring-home", signature="王小华", at=at(14), by="zhang")
    assert links(view) == [
        ("taken", 1, 1, "本中心", ""),
        ("taken", 2, 1, "本中心", ""),
        ("handed_on", 1, 1, "区民政局", ""),
        ("handed_on", 2, 1, "区民政局", ""),
        ("came_back", 1, 1, "本中心", ""),
        ("came_back", 2, 1, "本中心", ""),
        ("taken", 3, 1, "本中心", ""),
        ("returned", 1, 1, "居民处", "王小华"),
        ("returned", 3, 1, "居民处", "王小华"),
    ]
    assert [one.to_return for one in view.materials] == [0, 0, 0]
    assert [one.outcome for one in view.materials] == [False, False, True]


def test_an_original_that_is_elsewhere_when_the_result_is_fetched_stays_to_be_returned(
    office: Office, taken: int
) -> None:
    for move, hour in (("accept", 10), ("hand-over", 11), ("grant", 12)):
        office.cases.advance(taken, move, at=at(hour), by="zhang")
    view = office.cases.advance(taken, "collect", signature="王小华", at=at(13), by="zhang")
    assert (view.materials[0].to_return, view.materials[0].here) == (1, False)
    with pytest.raises(Refusal, match="nothing of it"):
        office.materials.return_(taken, signed_by="王小华")
    office.materials.move(taken, [1], "came_back", "", at=at(15))
    assert office.materials.return_(taken, signed_by="王小华", at=at(16)).materials[0].to_return == 0


def test_a_chain_names_who_signed_and_every_link_is_in_the_journal(
    office: Office, taken: int, records: Records
) -> None:
    view = office.materials.move(taken, [1], "handed_on", "派出所", signed_by="赵警官", at=at(10), by="li")
    assert links(view)[-1] == ("handed_on", 1, 1, "派出所", "赵警官")
    assert (view.materials[0].place, view.materials[0].here, view.materials[0].hand_name) == ("派出所", False, "李文静")
    line = records.journal()[-1]
    assert (line["verb"], line["after"]) == ("move_originals", {"what": "handed_on", "positions": [1]})
    assert "赵警官" not in str(records.journal())


@pytest.mark.parametrize(
    ("what", "place", "signed", "why"),
    [
        ("taken", "", "", "cannot be moved by taken"),
        ("lost", "", "", "cannot be moved by lost"),
        ("handed_on", " ", "", "not said where"),
        ("returned", "", " ", "Nobody signed"),
        ("came_back", "", "", "nothing of it"),
    ],
)
@ON_SQLITE
def test_a_link_that_cannot_be_is_refused(
    office: Office, taken: int, what: str, place: str, signed: str, why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        office.materials.move(taken, [1], what, place, signed_by=signed)


def test_a_link_told_late_stands_after_the_one_before_it(office: Office, taken: int) -> None:
    office.materials.move(taken, [1], "handed_on", "派出所", at=at(15))
    chain = office.materials.move(taken, [1], "came_back", "", at=at(10)).custody
    assert [one.at for one in chain] == sorted(one.at for one in chain)


def test_a_result_is_added_to_a_decided_case_only(office: Office, taken: int) -> None:
    with pytest.raises(Refusal, match="no result"):
        office.materials.add_result(taken, "居住证")
    office.cases.advance(taken, "accept", by="zhang")
    office.cases.advance(taken, "grant", by="zhang")
    for name, originals in (("", 1), ("居住证", 0), ("居住证", 1000)):
        with pytest.raises(Refusal):
            office.materials.add_result(taken, name, originals=originals)


@pytest.mark.parametrize("seed", range(6))
@ON_SQLITE
def test_whatever_staff_enter_no_original_is_lost_or_made_up(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    number = case(office).row.id
    for _ in range(40):
        what = chance.choice(("mark", "handed_on", "came_back", "returned"))
        position = chance.choice((1, 2))
        try:
            if what == "mark":
                state = chance.choice(("received", "wrong", "missing", "waived"))
                office.materials.mark(
                    number,
                    [Mark(position, state, chance.randrange(4), chance.randrange(3), "why", date(2026, 12, 1),
                          chance.randrange(3))],
                )  # fmt: skip
            else:
                office.materials.move(number, [position], what, "处", signed_by="王")
        except Refusal:
            pass
        with office.store.reading() as session:
            stands = whereabouts(session, number)
        for one in office.materials.of_case(number):
            stand = stands[one.position]
            assert stand.taken == stand.here + stand.away + stand.returned
            assert 0 <= one.to_return <= stand.held <= one.got_originals
            if stand.held:
                assert one.here == (stand.away == 0)
