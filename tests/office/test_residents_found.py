"""Finding residents by whatever one can tell of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terminal.errors import Refusal
from terminal.office.office import Office
from terminal.office.people_reading import LOCKED
from terminal.office.people_views import PersonEntry, PersonRow
from terminal.store.vault import KeyMissing
from tests.office.halls import Records
from tests.office.people import number_of, phone_of

PASSPORT = "E12345678"
PERMIT = "23456789"  # eight digits: a permit of Taiwan's, and as well a telephone of the place


@pytest.fixture
def known(office: Office) -> dict[str, int]:
    """Some people, by who they are."""
    entries = {
        "wang": PersonEntry("王小明", number_of(1), phone_of(1)),
        "shan": PersonEntry("单𬭎", number_of(2), phone_of(2)),
        "anna": PersonEntry("Anna Li", PASSPORT, document="passport", birth=date(1990, 5, 1), sex="female"),
        "taiwan": PersonEntry("林志明", PERMIT, document="taiwan-permit"),
        "phone": PersonEntry("周小明", phone=PERMIT),
    }
    return {who: office.residents.enter(entry).id for who, entry in entries.items()}


def found(office: Office, text: str) -> list[int]:
    rows = office.residents.search(text).rows
    return [row.id for row in rows if isinstance(row, PersonRow)]


FOUND = (
    ("王", "wang"),
    ("王小", "wang"),
    ("wx", "wang"),
    ("WXM", "wang"),
    ("单", "shan"),
    ("sh", "shan"),
    ("单𬭎", "shan"),
    ("anna l", "anna"),
    ("ANNA", "anna"),
    (number_of(1), "wang"),
    (number_of(1)[-4:], "wang"),
    ("e 12345678", "anna"),
    (phone_of(2), "shan"),
    ("138 0000 0002", "shan"),
    (PERMIT, "taiwan phone"),
    (f"王 {number_of(1)[-4:]}", "wang"),
    (f"{number_of(1)[-4:]} wx", "wang"),
    (f"李 {number_of(1)[-4:]}", ""),
    ("小明", ""),
    ("%", ""),
    ("_", ""),
    ("0000", ""),
    (number_of(9), ""),
)


def test_residents_are_found_by_whatever_one_can_tell(office: Office, known: dict[str, int]) -> None:
    name = {number: who for who, number in known.items()}
    assert {text: " ".join(name[one] for one in found(office, text)) for text, _ in FOUND} == dict(FOUND)


def test_pages_go_on_where_they_ended_and_end(office: Office) -> None:
    names = [f"王{given}" for given in "一七丁三上下不与世两严丧"]
    ids = [office.residents.enter(PersonEntry(name, number_of(serial))).id for serial, name in enumerate(names)]
    for text in ("王", "w"):
        after, seen = "", []
        while True:
            page = office.residents.search(text, limit=5, after=after)
            seen += [row.id for row in page.rows if isinstance(row, PersonRow)]
            if not page.more:
                break
            after = page.after
        assert sorted(seen) == ids, text
    by_name = [row.name for row in office.residents.search("王").rows if isinstance(row, PersonRow)]
    assert by_name == sorted(names)


@pytest.mark.parametrize("mark", ["x", "王\n", "王\n-1", "\n" + "9" * 30])
def test_a_mark_that_no_page_gave_is_refused(office: Office, mark: str) -> None:
    with pytest.raises(Refusal, match="no mark of a page"):
        office.residents.search("王", after=mark)


def test_a_row_shows_the_number_masked_and_its_needs(office: Office, known: dict[str, int]) -> None:
    office.residents.need(known["wang"], "mobility", "wheelchair")
    (row,) = office.residents.search("王").rows
    assert isinstance(row, PersonRow)
    assert row.masked_number == number_of(1)[:4] + "*" * 10 + number_of(1)[-4:]
    assert (row.needs, row.open_cases, row.birth, row.sex) == (("mobility",), 0, date(1980, 1, 1), "male")
    assert repr(row) == f"<PersonRow {row.id}>"


def test_whom_somebody_saw_is_in_the_journal_and_nothing_of_what_they_typed(
    office: Office, known: dict[str, int], records: Records
) -> None:
    for text in ("王", number_of(1), phone_of(1), "x"):
        office.residents.search(text, by="zhang")
    lines = [line for line in records.journal() if line["verb"] == "find_resident"]
    assert [line["after"] for line in lines] == [
        {"by": how, "residents": [known["wang"]]} for how in ("name", "number", "phone")
    ]
    assert {line["who"] for line in lines} == {"zhang"}


def test_the_whole_number_is_told_on_record(office: Office, known: dict[str, int], records: Records) -> None:
    assert office.residents.reveal(known["anna"], by="zhang") == PASSPORT
    assert office.residents.reveal(known["phone"]) == ""
    lines = [(line["who"], line["id"]) for line in records.journal() if line["verb"] == "reveal_number"]
    assert lines == [("zhang", str(known["anna"])), ("", str(known["phone"]))]
    assert PASSPORT not in str(records.journal())


@pytest.fixture
def without_key(office: Office, known: dict[str, int], tmp_path: Path, hall_url: str) -> None:
    """The key is away, for a program that has not read it yet."""
    assert known
    vault = office.room._vault
    assert vault is not None
    vault._key, vault.path = None, tmp_path / "nowhere.key"


@pytest.mark.usefixtures("without_key")
def test_without_the_key_names_and_telephones_still_find_and_numbers_are_locked(
    office: Office, known: dict[str, int]
) -> None:
    for text in ("王", "wxm", phone_of(1)):
        (row,) = office.residents.search(text).rows
        assert isinstance(row, PersonRow)
        assert (row.id, row.masked_number) == (known["wang"], LOCKED)
    assert office.residents.view(known["wang"]).masked_number == LOCKED
    (view,) = office.residents.find("王")
    assert view.masked_number == LOCKED


@pytest.mark.usefixtures("without_key")
def test_without_the_key_numbers_are_neither_looked_for_nor_stored(office: Office, known: dict[str, int]) -> None:
    for text in (number_of(1), number_of(1)[-4:], f"王 {number_of(1)[-4:]}"):
        with pytest.raises(KeyMissing):
            office.residents.search(text)
    with pytest.raises(KeyMissing):
        office.residents.enter(PersonEntry("李小华", number_of(5)))
    with pytest.raises(KeyMissing):
        office.residents.reveal(known["wang"])
    entered = office.residents.enter(PersonEntry("李小华", phone=phone_of(5)))
    assert entered.masked_number == ""
