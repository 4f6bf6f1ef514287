"""Two entries of one person made one, and two again: nothing is lost on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from time import monotonic
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from terminal.errors import Refusal
from terminal.model import Appointment, Base, Message
from terminal.office import people_merging
from terminal.office.case_finding import changing_case
from terminal.office.case_moving import Step, advance_case
from terminal.office.office import Office
from terminal.office.people_merging import REFERENCES
from terminal.office.people_views import PersonEntry
from terminal.rules.kinship import Relation
from tests.office import resident_workers, workers
from tests.office.halls import MORNING, Records
from tests.office.people import number_of, phone_of

HANDLED = {"resident.merged_into", "resident_merge.kept_id", "resident_merge.gone_id", "resident_need.resident_id"}
HANDLED |= {"resident_link.resident_id", "resident_link.other_id"}
COUNTED = {"version"}  # what a merge and its undoing may leave different


def pair(office: Office) -> tuple[int, int]:
    """One person twice: with a number, and by telephone alone."""
    kept = office.residents.enter(PersonEntry("王小华", number_of(1))).id
    gone = office.residents.enter(PersonEntry("王小华", phone=phone_of(1), address="柳溪路 1 号")).id
    return kept, gone


def add_appointment(office: Office, resident: int, code: str) -> None:
    """An appointment that was missed."""
    with office.room.writing() as session:
        session.add(
            Appointment(
                centre=office.centre, code=code, resident_id=resident, channel="wechat", state="missed",
                day=MORNING.date(), start_at=MORNING, end_at=MORNING, line="A", made_at=MORNING, ended_at=MORNING,
            )
        )  # fmt: skip


def add_message(office: Office, resident: int, event: str) -> None:
    """A message that was sent."""
    with office.room.writing() as session:
        session.add(
            Message(
                centre=office.centre, event=event, template="x", via="sms", text="x", state="sent", attempts=1,
                created_at=MORNING, next_at=MORNING, ended_at=MORNING, resident_id=resident,
            )
        )  # fmt: skip


def rows(office: Office) -> dict[str, list[dict[str, Any]]]:
    """All that hangs on residents, by table."""
    tables = {reference.partition(".")[0] for reference in REFERENCES} | {"resident", "resident_need", "resident_link"}
    with office.room.reading() as session:
        return {
            name: sorted(
                (dict(row) for row in session.execute(select(Base.metadata.tables[name])).mappings()), key=str
            )
            for name in tables
        }  # fmt: skip


def without_counts(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    return {
        name: sorted(({key: value for key, value in row.items() if key not in COUNTED} for row in found), key=str)
        for name, found in tables.items()
    }


def test_everything_that_refers_to_a_resident_goes_along() -> None:
    refers = {
        f"{table.name}.{key.parent.name}"
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "resident"
    }
    assert refers == HANDLED | set(REFERENCES)
    assert all("id" in inspect(Base.metadata.tables[one.partition(".")[0]]).columns for one in REFERENCES)


def test_what_hangs_on_the_one_goes_to_the_other_and_fills_what_it_lacks(office: Office, records: Records) -> None:
    kept, gone = pair(office)
    add_appointment(office, gone, "M1")
    office.residents.need(gone, "mobility", "wheelchair")
    office.residents.consent(gone, "service", "signed")
    merged = office.residents.merge(kept, gone, by="zhang")
    assert (merged.id, merged.phone, merged.address) == (kept, phone_of(1), "柳溪路 1 号")
    assert [need.need for need in merged.needs] == ["mobility"]
    assert [consent.purpose for consent in merged.consents] == ["service"]
    assert office.residents.find("王小华")[0].missed == 1
    line = records.journal()[-2]
    assert (line["verb"], line["id"], line["after"]) == (
        "merge_residents", str(kept), {"gone": gone, "merge": merged.merged[0]},
    )  # fmt: skip


def test_who_was_merged_is_found_and_entered_as_the_one_that_stayed(office: Office) -> None:
    kept, gone = pair(office)
    office.residents.merge(kept, gone)
    assert [one.id for one in office.residents.find("王小华")] == [kept]
    assert office.residents.enter(PersonEntry("王小华", phone=phone_of(1))).id == kept
    with pytest.raises(Refusal, match=f"Resident {gone} is one with resident {kept}"):
        office.residents.view(gone)


def test_a_passport_goes_to_who_has_none_and_both_numbers_find_who_has_two(office: Office) -> None:
    kept = office.residents.enter(PersonEntry("李安", number_of(1))).id
    passport = office.residents.enter(PersonEntry("李安", "E12345678", document="passport")).id
    nameless = office.residents.enter(PersonEntry("李安", phone=phone_of(1))).id
    office.residents.merge(nameless, passport)
    assert office.residents.reveal(nameless) == "E12345678"
    office.residents.merge(kept, nameless)
    for text in (number_of(1), "E12345678"):
        assert [one.id for one in office.residents.find(text)] == [kept], text
    assert office.residents.enter(PersonEntry("李安", "E12345678", document="passport")).id == kept


def test_merges_are_undone_in_turn(office: Office) -> None:
    first = office.residents.enter(PersonEntry("李安", number_of(1))).id
    second = office.residents.enter(PersonEntry("李安", phone=phone_of(1))).id
    third = office.residents.enter(PersonEntry("李安", phone=phone_of(2))).id
    (inner,) = office.residents.merge(second, third).merged
    (outer,) = office.residents.merge(first, second).merged
    with pytest.raises(Refusal, match=f"one with resident {first}"):
        office.residents.undo_merge(inner)
    assert office.residents.undo_merge(outer).id == second
    assert office.residents.undo_merge(inner).id == third
    for merge in (inner, outer, 9999):
        with pytest.raises(Refusal):
            office.residents.undo_merge(merge)


def test_two_people_with_two_numbers_are_not_merged(office: Office) -> None:
    kept = office.residents.enter(PersonEntry("王小华", number_of(1))).id
    gone = office.residents.enter(PersonEntry("王小华", number_of(2))).id
    for wrong in ((kept, gone), (kept, kept)):
        with pytest.raises(Refusal):
            office.residents.merge(*wrong)


def test_what_came_since_stays_with_who_it_was_entered_for(office: Office) -> None:
    kept, gone = pair(office)
    (merge,) = office.residents.merge(kept, gone).merged
    office.residents.change(kept, PersonEntry("", phone=phone_of(7)))
    office.residents.need(kept, "language")
    back = office.residents.undo_merge(merge)
    assert (back.id, back.phone, back.needs) == (gone, phone_of(1), ())
    stayed = office.residents.view(kept)
    assert (stayed.phone, stayed.address, [one.need for one in stayed.needs]) == (phone_of(7), "", ["language"])


def test_a_number_that_was_corrected_since_stays_and_the_wrong_one_is_nobodys(office: Office) -> None:
    gone = office.residents.enter(PersonEntry("王小华", number_of(1))).id
    kept = office.residents.enter(PersonEntry("王小华", phone=phone_of(1))).id
    (merge,) = office.residents.merge(kept, gone).merged
    office.residents.change(kept, PersonEntry("", number=number_of(2)))
    assert office.residents.undo_merge(merge).masked_number == ""
    assert office.residents.reveal(kept) == number_of(2)


SIDE = st.fixed_dictionaries(
    {
        "number": st.booleans(), "address": st.sampled_from(["", "新街 2"]), "note": st.sampled_from(["", "x"]),
        "needs": st.sets(st.sampled_from(["mobility", "language", "poor"])),
        "links": st.dictionaries(st.integers(0, 2), st.sampled_from(list(Relation))),
        "consents": st.integers(0, 2), "appointments": st.integers(0, 2), "messages": st.integers(0, 2),
    }
)  # fmt: skip


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=SIDE, two=SIDE, linked=st.booleans(), turn=st.booleans())
def test_undoing_a_merge_leaves_all_as_it_was(
    office: Office, one: dict[str, Any], two: dict[str, Any], linked: bool, turn: bool
) -> None:
    run = str(len(rows(office)["resident"]))
    others = [office.residents.enter(PersonEntry(f"某{n}", phone=phone_of(500 + n))).id for n in range(3)]
    pair = [
        _somebody(office, f"{run}{side}", said, others, number_of(int(run) * 2 + side) if side else "E" + f"{run:0>8}")
        for side, said in enumerate((one, two))
    ]
    if linked:
        office.residents.link(pair[0], pair[1], "sibling")
    before = without_counts(rows(office))
    (merge,) = office.residents.merge(*(pair if turn else pair[::-1])).merged
    office.residents.undo_merge(merge)
    assert without_counts(rows(office)) == before


def _somebody(office: Office, key: str, said: dict[str, Any], others: list[int], number: str) -> int:
    entry = PersonEntry(f"王{key}", phone=f"139{int(key):08d}", address=said["address"], note=said["note"])
    document = "passport" if number.startswith("E") else "resident"
    resident = office.residents.enter(replace(entry, number=number if said["number"] else "", document=document)).id
    for need in said["needs"]:
        office.residents.need(resident, need, key)
    for other, relation in said["links"].items():
        office.residents.link(resident, others[other], relation)
    for n in range(said["consents"]):
        office.residents.consent(resident, "service", "signed", date(2030, 1, 1 + n))
    for n in range(said["appointments"]):
        add_appointment(office, resident, f"M{key}{n}")
    for n in range(said["messages"]):
        add_message(office, resident, f"x/{key}/{n}")
    return resident


def test_of_several_who_merge_two_at_once_one_does(office: Office, hall_url: str) -> None:
    told = workers.in_processes(partial(resident_workers.merge_one, hall_url, *pair(office)))
    assert sorted(told) == ["merged"] + ["refused"] * (workers.PROCESSES - 1)


def test_of_several_who_undo_one_merge_at_once_one_does(office: Office, hall_url: str) -> None:
    (merge,) = office.residents.merge(*pair(office)).merged
    told = workers.in_processes(partial(resident_workers.undo_one, hall_url, merge))
    assert sorted(told) == ["refused"] * (workers.PROCESSES - 1) + ["undone"]


def all_wait(office: Office) -> None:
    """Until another transaction waits for what this one holds."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    until = monotonic() + workers.PATIENCE
    with office.store.engine.connect() as connection:
        while not connection.exec_driver_sql(waiting).scalar():
            assert monotonic() < until
            connection.rollback()  # each look is of its own moment


@pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)
def test_a_case_opened_while_its_resident_is_made_one_with_another_is_that_others(office: Office) -> None:
    kept, gone = pair(office)
    with ThreadPoolExecutor(1) as pool:
        with office.room.writing() as session:
            people_merging.merge_people(session, office.room, kept, gone, "", MORNING)
            opening = pool.submit(office.cases.register, "LD-001", gone)
            all_wait(office)
        assert opening.result().resident.id == kept


@pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)
def test_a_form_begun_while_its_resident_is_made_one_with_another_is_that_others(office: Office) -> None:
    kept, gone = pair(office)
    with ThreadPoolExecutor(1) as pool:
        with office.room.writing_papers() as session:
            people_merging.merge_people(session, office.room, kept, gone, "", MORNING)
            beginning = pool.submit(office.forms.start, "apply-residence-permit", resident=gone)
            all_wait(office)
        begun = beginning.result().id
    assert office.forms.start("apply-residence-permit", resident=kept).id == begun


@pytest.mark.parametrize("hall_url", ["postgresql"], indirect=True)
def test_a_merge_waits_for_the_move_of_a_case_which_does_not_wait_for_the_merge(office: Office) -> None:
    kept, gone = pair(office)
    number = office.cases.register("LD-001", gone).row.id
    with ThreadPoolExecutor(1) as pool:
        with office.room.writing_papers() as session:
            changing_case(session, office.room, number, None)
            merging = pool.submit(office.residents.merge, kept, gone)
            all_wait(office)
            advance_case(session, office.room, number, Step("accept"))  # its receipt refers to the resident
        merging.result()
    assert office.cases.view(number).resident.id == kept


def test_the_other_document_of_who_was_merged_tells_who_they_are_before_they_are_entered(office: Office) -> None:
    kept = office.residents.enter(PersonEntry("王小华", number_of(1))).id
    gone = office.residents.enter(PersonEntry("王小华", "E12345678", document="passport")).id
    office.residents.merge(kept, gone)
    again = PersonEntry("WANG XIAOHUA", "E12345678", document="passport")
    assert [one.id for one in office.residents.alike(again)] == [kept]


def test_pairs_that_may_be_one_person_are_told_the_one_to_keep_first(office: Office) -> None:
    kept, gone = pair(office)
    assert office.residents.duplicates() == ()
    office.residents.change(kept, PersonEntry("", phone=phone_of(1)))
    passport = office.residents.enter(
        PersonEntry("王小华", "E12345678", document="passport", birth=date(1980, 1, 1))
    ).id
    assert [(one.id, other.id) for one, other in office.residents.duplicates()] == [(kept, gone), (kept, passport)]
    assert len(office.residents.duplicates(limit=1)) == 1
    office.residents.merge(kept, gone)
    office.residents.merge(kept, passport)
    assert office.residents.duplicates() == ()


def test_who_may_be_known_already_is_offered_before_they_are_entered(office: Office) -> None:
    kept, gone = pair(office)
    asked = PersonEntry("王小华", number_of(1), phone_of(1))
    assert [row.id for row in office.residents.alike(asked)] == [kept, gone]
    assert [row.id for row in office.residents.alike(PersonEntry("王小华", birth=date(1980, 1, 1)))] == [kept, gone]
    assert [row.id for row in office.residents.alike(PersonEntry("", phone="138 0000 0001"))] == [gone]
    for half in (PersonEntry(""), PersonEntry("王"), PersonEntry("", number="9999"), PersonEntry("", document="?")):
        assert office.residents.alike(half) == ()
