"""Reading a file of appointments: any bytes come to rows and faults, and no fault repeats anybody's data."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.office import booking_csv
from terminal.office.booking_csv import COLUMNS, LONGEST_LINE, BookingFile, BookingRow
from terminal.office.booking_views import ImportFault
from tests.office.people import number_of, phone_of

CODES = ("LD-001", "SB-001")
HEAD = ",".join(COLUMNS)
CHINESE = "编号,事项,时间,姓名,身份证号,电话"
GOOD = f"A1,LD-001,2026-11-23 09:15,王小华,{number_of(1)},{phone_of(1)}"
NINE = datetime(2026, 11, 23, 9, 15)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("csv") / "bookings.csv"


def read(file: Path, data: bytes) -> tuple[list[BookingRow], BookingFile]:
    file.write_bytes(data)
    found = BookingFile(file, CODES)
    return list(found), found


def faults_of(file: Path, *lines: str) -> list[tuple[int, str, str]]:
    _, found = read(file, "\n".join((HEAD, *lines)).encode())
    return [(fault.row, fault.column, fault.found) for fault in found.faults]


@pytest.mark.parametrize("head", [HEAD, CHINESE, HEAD.upper(), " 编号 ,事项,时间,姓名,身份证号,电话"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_is_read_in_either_encoding_with_either_heads(
    file: Path, head: str, encoding: str, ending: str
) -> None:  # fmt: skip
    rows, found = read(file, f"{head}{ending}{GOOD}{ending}".encode(encoding))
    (row,) = rows
    assert (row.row, row.ref, row.items, row.start) == (2, "A1", ("LD-001",), NINE)
    assert (row.resident.name, row.resident.number, row.resident.phone) == ("王小华", number_of(1), phone_of(1))
    assert (found.rows, found.faults) == (1, [])
    assert repr(row) == "<BookingRow 2>"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_spreadsheets_separators_are_known(file: Path, separator: str, encoding: str) -> None:
    (row,), found = read(file, f"{CHINESE}\r\n{GOOD}\r\n".replace(",", separator).encode(encoding))
    assert (row.ref, row.start, found.faults) == ("A1", NINE, [])


@pytest.mark.parametrize("mark", ['="{}"', '"=""{}"""', "'{}", "{}\t", '"{} "'])
def test_what_marks_a_number_as_text_is_no_part_of_it(file: Path, mark: str) -> None:
    line = GOOD.replace(number_of(1), mark.format(number_of(1))).replace(phone_of(1), mark.format(phone_of(1)))
    (row,), _ = read(file, f"{HEAD}\n{line}".encode())
    assert (row.resident.number, row.resident.phone) == (number_of(1), phone_of(1))


def test_a_number_that_a_spreadsheet_has_cut_off_is_told_as_that(file: Path) -> None:
    line = GOOD.replace(number_of(1), "9.99999E+17").replace(phone_of(1), "1.38E+10")
    _, found = read(file, f"{HEAD}\n{line}".encode())
    assert [fault.column for fault in found.faults] == ["id_number", "phone"]
    assert all("saved as text" in fault.expected for fault in found.faults)


def test_a_remark_may_have_several_lines(file: Path) -> None:
    first, second = f'{GOOD},"老人\r\n行动不便"', GOOD.replace("A1", "A2") + ',"他说 ""急"""'
    others = [GOOD.replace("A1", f"A{number}") + "," for number in range(4, 40)]
    lines = [f"{HEAD},备注", first, second, GOOD.replace("A1", "A3") + ',"没有收尾', *others]
    rows, found = read(file, "\r\n".join(lines).encode())
    assert [(row.row, row.ref) for row in rows] == [
        (2, "A1"), (4, "A2"), *((number + 2, f"A{number}") for number in range(4, 40))
    ]  # fmt: skip
    assert [(fault.row, fault.column) for fault in found.faults] == [(5, "")]


def test_columns_may_stand_in_any_order_and_others_beside_them(file: Path) -> None:
    head = "phone,备注,name,id_number,ref,start,item"
    line = f"{phone_of(1)},下午来,王小华,{number_of(1)},A1,2026-11-23 09:15,LD-001"
    (row,), found = read(file, f"{head}\n{line}".encode())
    assert (row.ref, row.start, found.faults) == ("A1", NINE, [])


@pytest.mark.parametrize(
    "start",
    ["2026-11-23 09:15", "2026-11-23T09:15", "2026/11/23 9:15", "2026-11-23 09:15:00", "2026年11月23日 9：15",
     "２０２６－１１－２３　０９：１５"],
)  # fmt: skip
def test_a_time_may_be_written_in_several_ways(file: Path, start: str) -> None:
    rows, _ = read(file, f"{HEAD}\n{GOOD.replace('2026-11-23 09:15', start)}".encode())
    assert [row.start for row in rows] == [NINE]


def test_a_time_may_have_its_offset(file: Path) -> None:
    (row,), _ = read(file, f"{HEAD}\n{GOOD.replace('2026-11-23 09:15', '2026-11-23T09:15:00+08:00')}".encode())
    assert row.start == NINE.replace(tzinfo=timezone(timedelta(hours=8)))


def test_several_items_stand_in_one_cell(file: Path) -> None:
    rows, _ = read(file, f"{HEAD}\n{GOOD.replace('LD-001', 'ld-001；SB-001')}".encode())
    assert rows[0].items == ("LD-001", "SB-001")


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("ref", "", "nothing"),
        ("ref", "x" * 61, "x" * 40),
        ("item", "XX-001", "XX-001"),
        ("item", "", "nothing"),
        ("item", number_of(1), number_of(1)[:3] + "*" * 15),
        ("start", "2026-11-23", "2026-11-23"),
        ("start", "2026-02-30 09:15", "2026-02-30 09:15"),
        ("start", "9999-01-01 09:15", "9999-01-01 09:15"),
        ("start", "明天上午", "明**午"),
        ("name", "", "nothing"),
        ("name", "王" + "小" * 60, "王***小"),
        ("name", "王\x00华", "王*华"),
        ("id_number", "12345", "1***5"),
        ("id_number", number_of(1)[:16] + "00", number_of(1)[:4] + "*" * 10 + number_of(1)[14:16] + "00"),
        ("phone", "1380000", "****000"),
        ("phone", phone_of(1) + "9", "********0019"),
    ],
)
def test_a_value_that_cannot_be_is_named_and_masked(file: Path, column: str, value: str, found: str) -> None:
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | {column: value}
    assert faults_of(file, ",".join(cells.values())) == [(2, column, found)]


def test_every_fault_of_a_row_is_named(file: Path) -> None:
    assert [column for _, column, _ in faults_of(file, ",X,Y,,Z,W")] == list(COLUMNS)


def test_a_person_needs_a_number_or_a_telephone(file: Path) -> None:
    nobody = "A1,LD-001,2026-11-23 09:15,王小华"
    assert faults_of(file, f"{nobody},{number_of(1)},") == []
    assert faults_of(file, f"{nobody},,{phone_of(1)}") == []
    assert faults_of(file, f"{nobody},,") == [(2, "id_number", "nothing")]


def test_rows_that_are_no_rows_are_named_and_the_others_read(file: Path) -> None:
    second = GOOD.replace("A1", "A2")
    lines = [GOOD, "", ",,,,,", "a,b", f'"{GOOD}', GOOD, "x" * (LONGEST_LINE + 5), f"{second},,,"]
    rows, found = read(file, "\n".join((HEAD, *lines)).encode())
    assert [(row.row, row.ref) for row in rows] == [(2, "A1"), (9, "A2")]
    assert [(fault.row, fault.column) for fault in found.faults] == [(5, ""), (6, ""), (7, "ref"), (8, "")]
    assert found.rows == 6
    assert "first in row 2" in found.faults[2].expected


def test_a_damaged_character_is_named_and_the_rest_of_the_file_read(file: Path) -> None:
    rows = [GOOD.replace("A1", f"A{number}") for number in range(20)]
    data = "\n".join((HEAD, *rows)).encode().replace("王".encode(), b"\xe7\x8e", 1)
    good, found = read(file, data)
    assert len(good) == 19
    assert [(fault.row, fault.column) for fault in found.faults] == [(2, "name")]


REFUSED = {
    "empty": b"",
    "no head": GOOD.encode(),
    "a column missing": HEAD.replace(",phone", "").encode(),
    "a column twice": f"{HEAD},{HEAD}".encode(),
    "UTF-16 without its mark": f"{HEAD}\n{GOOD}".encode("utf-16-le"),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a quotation mark that does not close": f'"{HEAD}'.encode(),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_such_file_is_refused_by_name(file: Path, data: bytes) -> None:
    with pytest.raises(Refusal, match="in row 1") as refused:
        read(file, data)
    assert str(file) in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(Refusal, match="was not read"):
            list(BookingFile(path, CODES))


def test_a_file_without_end_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booking_csv, "MOST_ROWS", 3)
    with pytest.raises(Refusal, match="more than 3 rows"):
        read(file, "\n".join((HEAD, "a", "b", "c", "d")).encode())


LINES = st.text(max_size=200).map(lambda text: f"{HEAD}\n{text}".encode("utf-8", "replace"))


@given(data=st.one_of(st.binary(max_size=300), LINES))
def test_any_bytes_come_to_rows_faults_or_a_refusal(file: Path, data: bytes) -> None:
    try:
        rows, found = read(file, data)
    except Refusal:
        return
    assert len({row.row for row in rows} | {fault.row for fault in found.faults}) <= found.rows
    assert all(fault.row >= 2 and len(fault.found) <= 40 for fault in found.faults)


CELLS = st.one_of(
    st.sampled_from([number_of(1), phone_of(1), "王小华", "LD-001", "2026-11-23 09:15", ""]), st.text(max_size=12)
)


@given(cells=st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=5))
def test_no_fault_repeats_a_number_or_a_name(file: Path, cells: list[list[str]]) -> None:
    lines = "\n".join(",".join(row) for row in cells)
    rows, found = read(file, f"{HEAD}\n{lines}".encode("utf-8", "replace"))
    told = "".join(fault.found + fault.expected for fault in found.faults) + repr(rows)
    for secret in (number_of(1), phone_of(1), "王小华"):
        assert secret not in told
    assert all(isinstance(fault, ImportFault) for fault in found.faults)
