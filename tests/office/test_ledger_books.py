"""The eight ledgers, made from what cases hold; and files of them that print, open and carry no formula."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from terminal.errors import Fault, Refusal
from terminal.model import Case, CaseMaterial, CaseMove, CaseStop, CustodyEntry, Mandate
from terminal.office.ledger_views import LedgerTable
from terminal.office.office import Office
from terminal.rules.casework import CaseState
from tests.office.halls import MORNING, Records
from tests.office.ledgers import TODAY, put_case, put_notice, put_person
from tests.office.people import number_of, phone_of

EIGHT = ["received", "handled", "corrections", "proxies", "visits", "originals", "notices", "pauses"]
DAY = timedelta(days=1)


@pytest.fixture
def proxy(office: Office) -> int:
    """A proxy case on its way: corrected, suspended, visited, an original handed on."""
    person = put_person(office, "王𬭎", "wh", 1)
    case = put_case(office, person, 42, proxy=True, received_at=MORNING - 3 * DAY)
    with office.store.writing() as session:
        kept = session.get_one(Case, case)
        kept.accepted_at, kept.decided_at, kept.result = MORNING - 2 * DAY, MORNING, "granted"
        kept.received_by = "li"
        session.add_all(
            [
                *(move(case, name, MORNING - at * DAY) for name, at in (("ask-correction", 2), ("corrected", 1))),
                *(move(case, name, MORNING) for name in ("suspend", "resume", "extend", "accept")),
                material(case, 1, "居民身份证", got_originals=1, got_copies=2),
                material(case, 2, "户口簿", state="waived", promised_by=TODAY + DAY),
                stop(case, "home", TODAY, "done"),
                stop(case, "department", TODAY, "planned"),
                Mandate(
                    case_id=case, scope="全程代办", since=TODAY - DAY, until=TODAY + 30 * DAY, staff="zhang",
                    made_at=MORNING, resident_signed_on=TODAY, staff_signed_on=TODAY,
                ),
            ]
        )  # fmt: skip
        session.flush()
        session.add(
            CustodyEntry(
                case_id=case, position=1, at=MORNING, what="handed_on", originals=1, copies=0, place="区民政局",
                by="zhang", signed_by="=SUM(A1)",
            )
        )  # fmt: skip
    put_notice(office, person, case, 7)
    return case


def move(case: int, name: str, at: object) -> CaseMove:
    return CaseMove(
        case_id=case, at=at, by="zhang", move=name, from_state="accepted", to_state="accepted", note="缺户口簿",
        approved_by="li" if name == "extend" else "", promised_on=TODAY + 5 * DAY,
    )  # fmt: skip


def material(case: int, position: int, name: str, **said: object) -> CaseMaterial:
    known = {"state": "received", "originals": 1, "copies": 1, "mandatory": True}
    return CaseMaterial(case_id=case, position=position, name=name, **(known | said))


def stop(case: int, kind: str, day: date, state: str) -> CaseStop:
    return CaseStop(
        case_id=case, centre="LC01", position=1, kind=kind, place="家中", purpose="收材料", staff="zhang", day=day,
        state=state,
    )  # fmt: skip


def lines(table: LedgerTable) -> list[dict[str, object]]:
    return [dict(zip((column.key for column in table.columns), row, strict=True)) for row in table.rows]


def ledger(office: Office, name: str) -> list[dict[str, object]]:
    return lines(office.ledger.ledger(name, TODAY - 7 * DAY, TODAY))


def test_there_are_eight_each_with_a_name_of_its_own(office: Office) -> None:
    names = office.ledger.ledgers()
    assert [one.name for one in names] == EIGHT
    assert len({one.title for one in names}) == 8
    for one in names:
        assert office.ledger.ledger(one.name, TODAY, TODAY).rows == ()


def test_what_came_in_stands_with_its_papers_and_is_masked(office: Office, proxy: int) -> None:
    (line,) = ledger(office, "received")
    assert (line["running"], line["number"], line["name"]) == (1, f"LC01-{TODAY.year}-DB-0042", "王𬭎")
    assert (line["received_on"], line["received_by"]) == (TODAY - 3 * DAY, "李文静")
    assert (line["originals"], line["copies"], line["source"], line["state"]) == (1, 2, "窗口", "办理中")
    assert number_of(1) not in str(line)
    assert phone_of(1) not in str(line)


def test_what_was_handled_says_whether_it_was_in_time(office: Office, proxy: int) -> None:
    (line,) = ledger(office, "handled")
    assert (line["accepted_on"], line["decided_on"], line["result"], line["in_time"]) == (
        TODAY - 2 * DAY, TODAY, "批准", "是",
    )  # fmt: skip


def test_corrections_say_when_they_came_and_waived_materials_by_when_they_are_promised(
    office: Office, proxy: int
) -> None:
    asked, waived = ledger(office, "corrections")
    assert (asked["kind"], asked["day"], asked["what"], asked["done_on"]) == (
        "补正", TODAY - 2 * DAY, "缺户口簿", TODAY - DAY,
    )  # fmt: skip
    assert (waived["kind"], waived["what"], waived["until"], waived["done_on"]) == (
        "容缺", "户口簿", TODAY + DAY, None,
    )  # fmt: skip


def test_a_proxy_case_stands_with_its_mandate_and_how_far_it_is_walked(office: Office, proxy: int) -> None:
    put_case(office, put_person(office, "李四", "ls", 2), 1)
    (line,) = ledger(office, "proxies")
    assert (line["signed"], line["stops"], line["done_stops"], line["responsible"]) == ("是", 2, 1, "张敏")


def test_visits_originals_notices_and_pauses_have_a_line_for_each(office: Office, proxy: int) -> None:
    (visit,) = ledger(office, "visits")
    assert (visit["day"], visit["purpose"], visit["state"], visit["staff"]) == (TODAY, "收材料", "已完成", "张敏")
    (link,) = ledger(office, "originals")
    assert (link["kind"], link["material"], link["place"]) == ("移交", "居民身份证", "区民政局")
    (notice,) = ledger(office, "notices")
    assert (notice["notice"], notice["form"], notice["state"]) == (f"LC01-{TODAY.year}-SL-0007", "受理回执", "已出")
    assert [line["move"] for line in ledger(office, "pauses")] == ["中止", "恢复", "延长期限"]
    assert ledger(office, "pauses")[-1]["approved_by"] == "李文静"


def test_a_ledger_is_of_its_days_alone(office: Office, proxy: int) -> None:
    for name in EIGHT:
        assert not office.ledger.ledger(name, TODAY + DAY, TODAY + 9 * DAY).rows, name


def test_a_longer_ledger_than_a_file_takes_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("terminal.office.ledger_books.MOST_LINES", 2)
    person = put_person(office, "李四", "ls", 2)
    for running in range(3):
        put_case(office, person, running)
    table = office.ledger.ledger("received", TODAY, TODAY)
    assert (len(table.rows), table.more) == (2, True)


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [("nothing", TODAY, TODAY), ("received", TODAY, TODAY - DAY), ("received", TODAY, TODAY + 366 * DAY)],
)
def test_what_is_no_ledger_is_refused(office: Office, name: str, since: date, until: date) -> None:
    with pytest.raises(Refusal):
        office.ledger.ledger(name, since, until)


def test_a_workbook_holds_the_ledger_and_no_formula(office: Office, proxy: int, tmp_path: Path) -> None:
    table = office.ledger.ledger("originals", TODAY, TODAY)
    path = office.ledger.export(tmp_path / "台账.xlsx", table=table)
    page = load_workbook(path).active
    assert page is not None
    rows = list(page.iter_rows(values_only=True))
    assert rows[0][0] == "证照原件流转台账"
    assert "年" in str(rows[1][0])
    assert list(rows[2]) == [column.title for column in table.columns]
    assert len(rows) == 4
    signed = page.cell(4, len(table.columns))
    assert (signed.value, signed.data_type, signed.quotePrefix) == ("=SUM(A1)", "s", True)
    assert page.print_title_rows == "$1:$3"


def test_csv_is_known_as_utf_8_and_holds_no_formula(office: Office, proxy: int, tmp_path: Path) -> None:
    path = office.ledger.export(tmp_path / "a.CSV", table=office.ledger.ledger("originals", TODAY, TODAY))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, line = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert head[:2] == ["序号", "日期"]
    assert line[-1] == "'=SUM(A1)"
    assert "王𬭎" in line


def test_found_cases_and_views_are_exported_masked_and_noted(
    office: Office, proxy: int, tmp_path: Path, records: Records
) -> None:
    put_case(office, put_person(office, "李四", "ls", 2), 1, CaseState.TO_CORRECT)
    before = len(records.journal())
    found = office.ledger.export(tmp_path / "found.csv", words="王", by="li").read_text("utf-8-sig")
    view = office.ledger.export(tmp_path / "view.csv", view="waiting").read_text("utf-8-sig")
    assert ("DB-0042" in found, "BJ-0001" in found) == (True, False)
    assert ("DB-0042" in view, "BJ-0001" in view) == (False, True)
    assert number_of(1) not in found
    assert phone_of(1) not in found
    noted = records.journal()[before:]
    assert [(line["verb"], line["who"], line["after"]["rows"]) for line in noted] == [
        ("export", "li", 1), ("export", "", 1),
    ]  # fmt: skip


def test_a_file_of_another_kind_is_refused_and_a_place_that_is_none_is_a_fault(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        office.ledger.export(tmp_path / "a.doc")
    with pytest.raises(Fault):
        office.ledger.export(tmp_path / "missing" / "a.csv")
