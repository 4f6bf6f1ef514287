"""The ledger: anything found by whatever somebody has of it, a page at a time; saved views and their counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from terminal.errors import Refusal
from terminal.model import Case
from terminal.office.case_views import CaseRow, NoticeRow
from terminal.office.ledger_views import SAVED
from terminal.office.office import Office
from terminal.office.people_views import PersonRow
from terminal.rules.casework import ENDED, CaseState
from tests.office.halls import MORNING, Records
from tests.office.ledgers import TODAY, put_case, put_notice, put_person
from tests.office.people import number_of, phone_of


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    return {
        "wang": put_person(office, "王小华", "wxh", 1),
        "wang2": put_person(office, "王一𬭎", "wyh", 2),
        "zhou": put_person(office, "周*英", "zy", 3),
        "anna": put_person(office, "Anna Petrova", "annapetrova", 4),
    }


@pytest.fixture
def cases(office: Office, people: dict[str, int]) -> dict[str, int]:
    return {
        "a": put_case(office, people["wang"], 41),
        "b": put_case(office, people["wang"], 42, CaseState.TO_CORRECT, item="LD-002", responsible="li"),
        "c": put_case(office, people["wang2"], 42, proxy=True, received_at=MORNING - timedelta(days=20)),
        "d": put_case(office, people["anna"], 43, CaseState.DELIVERED, ended=True),
    }


def found(office: Office, words: str, **asked: object) -> set[int | None]:
    page = office.ledger.find(words, kinds=("case",), **asked)  # type: ignore[arg-type]
    return {row.id for row in page.rows if isinstance(row, CaseRow)}


def code_of(office: Office, case: int) -> str:
    with office.store.reading() as session:
        return session.get_one(Case, case).code


FOUND = (
    ("王小", "ab"), ("王", "abc"), ("wxh", "ab"), ("W", "abc"), ("anna p", "d"), ("Ａｎｎａ", "d"),
    (number_of(1), "ab"), (number_of(1)[-4:], "ab"), (phone_of(2), "c"), ("138 0000 0002", "c"),
    (f"LC01-{TODAY.year}-BJ-0042", "b"), (f"lc01-{TODAY.year}-db-0042", "c"), ("BJ-42", "b"), ("db0042", "c"),
    ("42", "bc"), ("LD-002", "b"), ("居住证", "b"), ("王 居住证", "b"), ("居住证 wxh", "b"), ("王 待补正", "b"),
    ("to_correct", "b"), ("已送达", "d"), ("2026-10-31", "c"), ("10月31日", "c"), ("2026-10", "c"),
    (f"王 {number_of(1)[-4:]}", "ab"), (f"{number_of(2)[-4:]} W", "c"), (f"周 {number_of(1)[-4:]}", ""),
    (f"wxh {phone_of(1)}", "ab"), (f"王 待补正 {number_of(1)}", "b"), ("王 2026年11月", "ab"),
    ("周", ""), ("zz", ""), ("%", ""), ("王_", ""), ("", "abcd"),
)  # fmt: skip


def test_cases_are_found_by_whatever_somebody_has_of_them(office: Office, cases: dict[str, int]) -> None:
    name = {number: key for key, number in cases.items()}
    answers = {words: "".join(sorted(name[number] for number in found(office, words) if number)) for words, _ in FOUND}
    assert answers == dict(FOUND)


def test_the_code_on_a_receipt_finds_its_case_also_at_the_end_of_an_address(
    office: Office, cases: dict[str, int]
) -> None:
    code = code_of(office, cases["b"])
    assert found(office, code) == {cases["b"]}
    assert found(office, f"https://liuxi.example/c/{code.lower()}") == {cases["b"]}


def test_conditions_narrow_what_is_found(office: Office, cases: dict[str, int]) -> None:
    assert found(office, "", responsible="zhang") == {cases[key] for key in "acd"}
    assert found(office, "", responsible="zhang", states=["delivered"]) == {cases["d"]}
    assert found(office, "王", responsible="zhang", since=TODAY) == {cases["a"]}
    assert found(office, "", until=TODAY - timedelta(days=1)) == {cases["c"]}
    assert found(office, "居住", states=["to_correct"], responsible="li") == {cases["b"]}


def test_one_question_finds_people_and_notices_as_well(
    office: Office, people: dict[str, int], cases: dict[str, int]
) -> None:
    notice = put_notice(office, people["wang"], cases["a"], 327)
    rows = office.ledger.find("wx", kinds=("resident", "case", "notice")).rows
    assert [type(row) for row in rows] == [PersonRow, CaseRow, CaseRow, NoticeRow]
    (row,) = office.ledger.find("SL-327").rows
    assert isinstance(row, NoticeRow)
    assert (row.id, row.case_id, row.issued_by) == (notice, cases["a"], "zhang")
    assert office.ledger.find("", kinds=("notice",), since=TODAY).rows == (row,)
    assert not office.ledger.find("", kinds=("notice",), until=TODAY - timedelta(days=1)).rows


def test_what_only_a_case_has_finds_cases_alone(office: Office, cases: dict[str, int]) -> None:
    rows = office.ledger.find("王", states=["to_correct"]).rows
    assert [type(row) for row in rows] == [CaseRow]
    for days in ({"since": TODAY}, {"until": TODAY}):
        rows = office.ledger.find("王", kinds=("case", "resident"), **days).rows
        assert {type(row) for row in rows} == {CaseRow}, "nobody has a day"


def test_pages_follow_one_another_without_gap_or_double(office: Office) -> None:
    for serial in range(1, 6):
        person = put_person(office, "王小华", "wxh", serial)
        case = put_case(office, person, serial, received_at=MORNING - timedelta(hours=serial % 2))
        put_case(office, person, serial, proxy=True, item="LD-002")
        put_notice(office, person, case, serial)
    for words in ("w", "王", "", "w 居住", "居住", "w 办理中"):
        whole = office.ledger.find(words, limit=200)
        assert not whole.more
        assert len(whole.rows) == len(set(map(repr, whole.rows))) >= 10
        for size in (1, 3):
            assert in_pages(office, words, size) == list(whole.rows), (words, size)


def in_pages(office: Office, words: str, size: int) -> list[object]:
    pages, after = [office.ledger.find(words, limit=size)], ""
    while pages[-1].more:
        after = pages[-1].after
        pages.append(office.ledger.find(words, limit=size, after=after))
    return [row for page in pages for row in page.rows]


def page_after_page(office: Office, words: str) -> tuple[list[int], int]:
    """The cases that are found, and how many pages it took."""
    page, ids, turned = office.ledger.find(words, kinds=("case",), limit=2), [], 1
    ids += [row.id for row in page.rows if isinstance(row, CaseRow)]
    while page.more:
        page, turned = office.ledger.find(words, kinds=("case",), limit=2, after=page.after), turned + 1
        ids += [row.id for row in page.rows if isinstance(row, CaseRow)]
    return ids, turned


@pytest.fixture
def very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four people are many, and so are four cases."""
    for name, number in (("_FIRST_STEP", 2), ("_STEP", 2), ("MOST_WALKED", 4), ("MOST_LOOKED", 4), ("FEW", 4)):
        monkeypatch.setattr(f"terminal.office.ledger_finding.{name}", number)


@pytest.mark.usefixtures("very_many")
def test_a_rare_thing_among_very_many_people_is_reached_page_after_page(office: Office) -> None:
    people = [put_person(office, "王小华", "wxh", serial) for serial in range(1, 10)]
    rare = [put_case(office, people[-1], serial, CaseState.WITHDRAWN, ended=True) for serial in range(1, 6)]
    assert page_after_page(office, "w 撤回") == (rare[::-1], 5)


@pytest.mark.usefixtures("very_many")
def test_few_cases_are_looked_through_rather_than_very_many_people_newest_first(office: Office) -> None:
    people = [put_person(office, "王小华", "wxh", serial) for serial in range(1, 10)]
    other = put_person(office, "周英", "zy", 10)
    theirs = [put_case(office, people[-serial], serial, CaseState.WITHDRAWN, ended=True) for serial in (1, 2)]
    put_case(office, other, 3, CaseState.WITHDRAWN, ended=True)
    assert page_after_page(office, "w 撤回") == (theirs[::-1], 1)
    assert page_after_page(office, "王 LD-001 撤回") == (theirs[::-1], 1)
    assert page_after_page(office, f"w {TODAY}") == (theirs[::-1], 1)


@pytest.mark.usefixtures("very_many")
def test_what_meets_few_of_very_many_cases_is_reached_page_after_page(office: Office) -> None:
    person = put_person(office, "王小华", "wxh")
    rare = put_case(office, person, 1, CaseState.WITHDRAWN, ended=True)
    for running in range(2, 12):
        put_case(office, person, running, item="LD-002" if running % 2 else "LD-001", responsible="li")
        put_case(office, person, running, CaseState.WITHDRAWN, item="LD-002", ended=True, proxy=True)
    assert page_after_page(office, "LD-001 撤回") == ([rare], 3)


def test_who_was_looked_up_is_in_the_journal_without_what_was_typed(
    office: Office, cases: dict[str, int], records: Records
) -> None:
    office.ledger.find(number_of(1), by="li")
    line = records.journal()[-1]
    assert (line["verb"], line["noun"], line["who"]) == ("find", "ledger", "li")
    assert line["after"]["by"] == ["document"]
    assert set(line["after"]["case"]) == {cases["a"], cases["b"]}
    assert number_of(1) not in str(line)
    before = len(records.journal())
    office.ledger.find("")
    assert len(records.journal()) == before


def test_saved_views_and_their_counts_agree(office: Office, people: dict[str, int]) -> None:
    day = timedelta(days=1)
    kept = {
        "late": put_case(office, people["wang"], 1, promised_on=TODAY - day, risk_on=TODAY - 5 * day),
        "risk": put_case(office, people["wang"], 2, promised_on=TODAY + 5 * day, risk_on=TODAY),
        "due": put_case(office, people["wang"], 3, CaseState.RECEIVED, promised_on=TODAY, risk_on=TODAY + day),
        "waiting": put_case(office, people["wang"], 4, CaseState.TO_CORRECT, promised_on=TODAY - day),
        "ready": put_case(office, people["wang"], 5, CaseState.NOTIFIED, promised_on=TODAY - day),
        "paused": put_case(office, people["wang"], 6, CaseState.SPECIAL, promised_on=TODAY - day),
        "mine": put_case(office, people["wang"], 7, CaseState.ACCEPTED, responsible="li"),
    }
    for running, state in enumerate(sorted(ENDED), 10):
        put_case(office, people["wang"], running, state, promised_on=TODAY - day, responsible="li", ended=True)
    assert office.ledger.counts("li") == dict.fromkeys(kept, 1)
    for name, case in kept.items():
        assert [row.id for row in shown(office, name)] == [case], name
    assert len(shown(office, "all")) == 11
    assert "mine" not in office.ledger.counts()


def shown(office: Office, name: str) -> list[CaseRow]:
    page = office.ledger.view(name, staff="li")
    return [row for row in page.rows if isinstance(row, CaseRow)]


@pytest.mark.parametrize("name", ["late", "mine", "all"])
def test_a_view_goes_on_where_its_page_ended(office: Office, people: dict[str, int], name: str) -> None:
    for running in range(1, 8):
        day = TODAY - timedelta(days=1 + running % 3)
        state = CaseState.ACCEPTED if running % 2 else CaseState.IN_PROGRESS
        put_case(office, people["wang"], running, state, promised_on=day, responsible="li")
    whole = shown(office, name)
    rows: list[object] = []
    page = office.ledger.view(name, staff="li", limit=2)
    rows += page.rows
    while page.more:
        page = office.ledger.view(name, staff="li", limit=2, after=page.after)
        rows += page.rows
    assert rows == whole
    assert len(rows) == 7


def test_what_cannot_be_looked_for_is_refused(office: Office) -> None:
    for asked in (
        {"words": "x" * 121}, {"words": "王\n"}, {"kinds": ()}, {"kinds": ("staff",)}, {"states": ["gone"]},
        {"after": "nonsense"}, {"by": "nobody"},
    ):  # fmt: skip
        with pytest.raises(Refusal):
            office.ledger.find(**asked)  # type: ignore[arg-type]
    for name, staff in (("nonsense", None), ("mine", None)):
        with pytest.raises(Refusal):
            office.ledger.view(name, staff=staff)
    with pytest.raises(Refusal):
        office.ledger.view(SAVED[1], after="yesterday")
