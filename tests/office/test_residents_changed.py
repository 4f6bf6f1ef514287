"""Residents entered with all documents, corrected, and what belongs to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from terminal.errors import Refusal
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry, PersonView
from terminal.rules.resident import ResidentFields
from tests.databases import ON_SQLITE
from tests.office import resident_workers, workers
from tests.office.halls import MORNING, Records
from tests.office.people import number_of, phone_of

ENTRY = PersonEntry("王小华", number_of(1), phone_of(1), nation="汉", address="柳溪路 1 号", community="柳溪")
CARD = ResidentFields(
    "resident", "王𬭎", number_of(1), sex="male", nation="汉", birth=date(1980, 1, 1), address="新街 2"
)


@pytest.fixture
def wang(office: Office) -> PersonView:
    return office.residents.enter(ENTRY)


def test_somebody_is_entered_once_with_what_the_number_tells(office: Office, wang: PersonView) -> None:
    assert (wang.birth, wang.sex, wang.age, wang.initials) == (date(1980, 1, 1), "male", 46, "wxh")
    assert (wang.nation, wang.address, wang.community) == ("汉", "柳溪路 1 号", "柳溪")
    again = office.residents.enter(PersonEntry("王小华", number_of(1)))
    assert again == wang


@pytest.mark.parametrize(
    ("document", "number"),
    [
        ("passport", "E12345678"),
        ("hk-macao-permit", "H12345678"),
        ("taiwan-permit", "01234567"),
        ("foreign-permanent", "USA999912345678"),
        ("resident", number_of(8)),
    ],
)
def test_each_document_is_kept_found_again_and_shown_masked(office: Office, document: str, number: str) -> None:
    entry = PersonEntry("李 Anna", number, document=document, birth=date(1980, 1, 1), sex="female")
    entered = office.residents.enter(entry)
    assert office.residents.enter(replace(entry, number=number.lower())).id == entered.id
    assert (entered.document, entered.birth) == (document, date(1980, 1, 1))
    assert number not in str(entered.masked_number)
    assert entered.masked_number.endswith(number[-2:])
    assert office.residents.reveal(entered.id) == number


def test_the_same_digits_on_two_kinds_of_document_are_two_people(office: Office) -> None:
    one = office.residents.enter(PersonEntry("李一", "01234567", document="passport"))
    two = office.residents.enter(PersonEntry("李二", "01234567", document="taiwan-permit"))
    assert one.id != two.id


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (PersonEntry("王", "12345", document="passport "), "There is no document"),
        (PersonEntry("王", "A12345678", document="hk-macao-permit"), "no number of that document"),
        (PersonEntry("王", phone=phone_of(1), birth=date(2999, 1, 1)), "Nobody was born"),
        (PersonEntry("王", phone=phone_of(1), birth=date(1800, 1, 1)), "Nobody was born"),
        (PersonEntry("王", phone=phone_of(1), sex="x"), "sex"),
        (PersonEntry("王", phone=phone_of(1), address="a" * 201), "too long"),
        (PersonEntry("王\ue863", phone=phone_of(1)), "own font"),
    ],
)
@ON_SQLITE
def test_what_cannot_be_right_is_refused(office: Office, entry: PersonEntry, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        office.residents.enter(entry)


def test_a_card_brings_what_it_says_and_leaves_the_telephone(office: Office, wang: PersonView) -> None:
    seen = office.residents.of_card(CARD, by="zhang")
    assert (seen.id, seen.name, seen.initials, seen.address, seen.phone) == (
        wang.id,
        "王𬭎",
        "wh",
        "新街 2",
        phone_of(1),
    )


def test_a_correction_says_what_changes_and_leaves_the_rest(office: Office, wang: PersonView, records: Records) -> None:
    changed = office.residents.change(wang.id, PersonEntry("", phone=phone_of(2)), version=wang.version, by="zhang")
    assert changed == replace(wang, phone=phone_of(2), version=wang.version + 1)
    line = records.journal()[-1]
    assert (line["verb"], line["after"]) == ("change_resident", {"fields": ["phone"], "version": changed.version})
    same = office.residents.change(wang.id, PersonEntry("王小华"))
    assert same == changed


def test_fields_are_emptied_by_name_but_for_what_the_number_tells(office: Office, wang: PersonView) -> None:
    changed = office.residents.change(wang.id, PersonEntry(""), clear=("phone", "address", "birth"))
    assert (changed.phone, changed.address, changed.birth) == ("", "", date(1980, 1, 1))
    with pytest.raises(Refusal, match="cannot be emptied"):
        office.residents.change(wang.id, PersonEntry(""), clear=("name",))


def test_nobody_is_left_without_number_and_telephone(office: Office) -> None:
    nameless = office.residents.enter(PersonEntry("王小华", phone=phone_of(1)))
    with pytest.raises(Refusal, match="would be left"):
        office.residents.change(nameless.id, PersonEntry(""), clear=("phone",))


def test_a_citizens_birth_is_the_numbers_whatever_else_is_said(office: Office, wang: PersonView) -> None:
    changed = office.residents.change(wang.id, PersonEntry("", birth=date(1999, 9, 9), sex="female"))
    assert (changed.birth, changed.sex) == (wang.birth, wang.sex)


def test_who_changes_an_older_one_is_told_who_was_quicker(office: Office, wang: PersonView) -> None:
    office.residents.change(wang.id, PersonEntry("", address="新街 2"), version=wang.version, by="zhang")
    office.residents.view(wang.id, by="li")
    with pytest.raises(Refusal, match="Corrected by zhang") as refused:
        office.residents.change(wang.id, PersonEntry("", phone=phone_of(3)), version=wang.version, by="li")
    assert "li" not in str(refused.value)
    assert "新街" not in str(refused.value)
    assert office.residents.view(wang.id).phone == phone_of(1)


def test_a_number_stays_one_persons(office: Office, wang: PersonView) -> None:
    other = office.residents.enter(PersonEntry("李小华", number_of(2)))
    with pytest.raises(Refusal, match=f"Resident {wang.id} is known by that number"):
        office.residents.change(other.id, PersonEntry("", number=number_of(1)))
    corrected = office.residents.change(other.id, PersonEntry("", number=number_of(3)))
    assert office.residents.reveal(corrected.id) == number_of(3)
    assert [one.id for one in office.residents.find(number_of(3))] == [other.id]
    assert office.residents.find(number_of(2)) == ()


def test_a_number_given_to_several_at_once_becomes_one_persons(office: Office, hall_url: str) -> None:
    ids = [office.residents.enter(PersonEntry(f"王{n}", phone=phone_of(n))).id for n in range(workers.PROCESSES)]
    told = workers.in_processes(partial(resident_workers.correct_number, hall_url, ids))
    assert sorted(told) == ["refused"] * (workers.PROCESSES - 1) + ["taken"]


def test_needs_come_with_their_day_and_go(office: Office, wang: PersonView) -> None:
    office.residents.need(wang.id, "mobility")
    seen = office.residents.need(wang.id, "mobility", "wheelchair", by="zhang")
    assert [(one.need, one.detail, one.since) for one in seen.needs] == [("mobility", "wheelchair", MORNING.date())]
    assert office.residents.drop_need(wang.id, "mobility").needs == ()
    for refused in (
        partial(office.residents.need, wang.id, "rich"),
        partial(office.residents.drop_need, wang.id, "poor"),
    ):
        with pytest.raises(Refusal):
            refused()


def test_a_link_is_kept_from_both_sides_and_dropped_from_both(office: Office, wang: PersonView) -> None:
    child = office.residents.enter(PersonEntry("王明", number_of(5)))
    (link,) = office.residents.link(wang.id, child.id, "child", household=True).links
    assert (link.id, link.relation, link.household) == (child.id, "child", True)
    (back,) = office.residents.view(child.id).links
    assert (back.id, back.relation, back.household) == (wang.id, "parent", True)
    assert office.residents.unlink(child.id, wang.id).links == ()
    assert office.residents.view(wang.id).links == ()
    for wrong in ((wang.id, "child"), (child.id, "boss"), (9999, "child")):
        with pytest.raises(Refusal):
            office.residents.link(wang.id, *wrong)
    with pytest.raises(Refusal, match="not linked"):
        office.residents.unlink(wang.id, child.id)


def test_a_consent_stays_on_record_when_it_is_taken_back(office: Office, wang: PersonView) -> None:
    (given,) = office.residents.consent(wang.id, "reuse-on-forms", "signed", date(2030, 1, 1), by="zhang").consents
    (back,) = office.residents.withdraw_consent(given.id).consents
    assert (back.purpose, back.how, back.until) == ("reuse-on-forms", "signed", date(2030, 1, 1))
    assert back.withdrawn_at is not None
    for wrong in (("spying", "signed", None), ("service", "guessed", None), ("service", "signed", date(2000, 1, 1))):
        with pytest.raises(Refusal):
            office.residents.consent(wang.id, *wrong)
    for again in (given.id, 9999):
        with pytest.raises(Refusal):
            office.residents.withdraw_consent(again)


@pytest.mark.parametrize("nobody", [0, -1, 9999, 2**70])
def test_nobody_is_refused(office: Office, nobody: int) -> None:
    for verb in (office.residents.view, office.residents.reveal, office.residents.export, office.residents.erase):
        with pytest.raises(Refusal, match="no resident"):
            verb(nobody)
