"""Calendar files: every fault by row and column, and nothing but a Refusal for bytes of any kind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.office.calendar_events import ical_bytes, read_ical
from terminal.office.calendar_files import DayEntry, csv_text, read_csv
from terminal.store.published_days import published_days

# As notices are passed on: the columns of a site's file, with two that the calendar does not keep.
NOTICE = """\
date,weekday,kind,holiday,holiday_en,in_lieu
2026-01-01,Thu,rest,元旦,New Year's Day,false
2026-01-02,Fri,rest,元旦,New Year's Day,true
2026-01-04,Sun,work,元旦,New Year's Day,false
2026-04-05,Sun,rest,清明节,Tomb-sweeping Day,false
2026-09-25,Fri,rest,中秋节,Mid-autumn Festival,false
2026-10-10,Sat,work,国庆节,National Day,false
"""
AT = datetime(2026, 11, 20, 1, tzinfo=UTC)
names = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=40).map(str.strip)
entries = st.lists(
    st.builds(DayEntry, st.dates(date(2000, 1, 1), date(2999, 12, 31)), st.booleans(), names),
    unique_by=lambda one: one.day,
    max_size=20,
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write over."""
    return tmp_path_factory.mktemp("calendar") / "calendar.file"


def faults(path: Path, text: str) -> list[tuple[int | None, str, str]]:
    """Row, column and what was found there."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        (read_ical if text.startswith("BEGIN") else read_csv)(path)
    return [(one.line, one.field, one.found) for one in refused.value.values["faults"]]  # type: ignore[attr-defined]


def test_a_notices_file_says_what_the_program_knows(file: Path) -> None:
    file.write_text(NOTICE, encoding="utf-8")
    published = published_days(2026)
    found = read_csv(file)
    assert len(found) == 6
    for one in found:
        assert published[one.day] == ("work" if one.working else "rest", one.name)


def test_excels_mark_line_ends_and_empty_lines_are_no_trouble(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfkind,date\r\nrest,2027-01-01\r\n\r\nwork, 2027-01-02\r\n")
    assert read_csv(file) == [DayEntry(date(2027, 1, 1), False, ""), DayEntry(date(2027, 1, 2), True, "")]


def test_every_fault_is_named_with_its_row_and_column(file: Path) -> None:
    text = (
        "date,weekday,kind,holiday\n"
        "2026-01-01,Fri,rest,元旦\n"
        "2026-02-30,,rest,\n"
        "2026-1-4,,work,\n"
        "1999-12-31,,work,\n"
        "2026-05-01,,off,\n"
        f"2026-05-02,,rest,{'长' * 41}\n"
        "2026-05-03,,rest\n"
        '2026-05-04,,rest,"两\n行"\n'
        "2026-05-05,Tue,rest,\n"
        "2026-05-05,Tue,work,\n"
    )
    assert faults(file, text) == [
        (2, "weekday", "'Fri'"),
        (3, "date", "'2026-02-30'"),
        (4, "date", "'2026-1-4'"),
        (5, "date", "'1999-12-31'"),
        (6, "kind", "'off'"),
        (7, "holiday", f"'{'长' * 39}…'"),
        (8, "", "3 columns"),
        (10, "holiday", "'两\\n行'"),
        (12, "date", "2026-05-05 again"),
    ]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("", "date"),
        ("date\n2026-01-01\n", "kind"),
        ("date,kind,date\n", "date"),
        ("date,kind,colour\n", "colour"),
        ('date,kind\n"2026-01-01,rest\n', ""),
        ("date,kind\r\n2026-01-01,\x00\r\n", "kind"),
    ],
)
def test_a_file_of_another_shape_is_refused(file: Path, text: str, column: str) -> None:
    assert column in {found for _, found, _ in faults(file, text)}


def test_ten_thousand_bad_rows_are_all_named(file: Path) -> None:
    assert len(faults(file, "date,kind\n" + "2026-13-01,rest\n" * 10_000)) == 10_000


@given(entries)
def test_what_is_written_as_csv_is_read_the_same(file: Path, days: list[DayEntry]) -> None:
    file.write_text(csv_text(days), encoding="utf-8", newline="")
    assert read_csv(file) == days


@given(entries.filter(bool))
def test_what_is_written_as_icalendar_is_read_the_same(file: Path, days: list[DayEntry]) -> None:
    file.write_bytes(ical_bytes(days, "LC01", AT))
    assert read_ical(file) == days


def event(*lines: str) -> str:
    """A calendar with one event."""
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])


REST_WEEK = ("DTSTART;VALUE=DATE:20271001", "DTEND;VALUE=DATE:20271008", "SUMMARY:国庆节")


@pytest.mark.parametrize(
    ("mark", "working"),
    [
        ("CATEGORIES:rest", False),
        ("CATEGORIES:Holiday,REST", False),
        ("CATEGORIES:班", True),
        ("X-APPLE-SPECIAL-DAY:WORK-HOLIDAY", False),
        ("X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY", True),
    ],
)
def test_an_event_of_several_days_is_so_many_days(file: Path, mark: str, working: bool) -> None:
    file.write_text(event(*REST_WEEK, mark), encoding="utf-8")
    assert read_ical(file) == [
        DayEntry(date(2027, 10, 1) + timedelta(days=passed), working, "国庆节") for passed in range(7)
    ]


@pytest.mark.parametrize(
    ("lines", "column"),
    [
        (REST_WEEK, "CATEGORIES"),
        ((*REST_WEEK, "CATEGORIES:rest,work"), "CATEGORIES"),
        (("DTSTART:20271001T080000", "CATEGORIES:rest"), "DTSTART"),
        (("CATEGORIES:rest",), "DTSTART"),
        (("DTSTART;VALUE=DATE:19991001", "CATEGORIES:rest"), "DTSTART"),
        (("DTSTART;VALUE=DATE:20271001", "DTEND;VALUE=DATE:20271001", "CATEGORIES:rest"), "DTEND"),
        (("DTSTART;VALUE=DATE:20271001", "DTEND;VALUE=DATE:29991001", "CATEGORIES:rest"), "DTEND"),
        ((*REST_WEEK, "CATEGORIES:rest", "RRULE:FREQ=YEARLY"), "RRULE"),
        (("DTSTART;VALUE=DATE:20271001", "CATEGORIES:rest", "SUMMARY:" + "长" * 41), "SUMMARY"),
    ],
)
def test_an_event_that_says_no_day_or_no_kind_is_named(file: Path, lines: tuple[str, ...], column: str) -> None:
    assert {(row, found) for row, found, _ in faults(file, event(*lines))} == {(1, column)}


DAY = "DTSTART;VALUE=DATE:20271001"


@pytest.mark.parametrize(
    ("title", "working"),
    [
        ("国庆节（休）", False), ("国庆节 假期 第1天/共7天", False), ("休｜国庆节", False), ("国庆节放假", False),
        ("国庆节（班）", True), ("国庆节 补班 第1天/共1天", True), ("班｜国庆节", True), ("国庆节调休上班", True),
    ],
)  # fmt: skip
def test_a_title_may_say_the_kind(file: Path, title: str, working: bool) -> None:
    file.write_text(event(DAY, f"SUMMARY:{title}"), encoding="utf-8")
    assert read_ical(file) == [DayEntry(date(2027, 10, 1), working, "国庆节")]


@pytest.mark.parametrize("title", ["国庆节", "值班", "加班（张三）", "休整", "放假通知"])
def test_no_kind_is_read_into_any_other_title(file: Path, title: str) -> None:
    assert (1, "CATEGORIES", "neither rest nor work") in faults(file, event(DAY, f"SUMMARY:{title}"))


def test_festivals_of_apples_calendar_without_a_day_off_say_nothing(file: Path) -> None:
    rest = "\r\n".join((*REST_WEEK[:2], "SUMMARY;LANGUAGE=zh_CN:国庆节（休）", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY"))
    festival = "\r\n".join((DAY, "SUMMARY:国庆节", "CATEGORIES:节假日", "RRULE:FREQ=YEARLY;COUNT=5"))
    file.write_text(event(rest, "END:VEVENT", "BEGIN:VEVENT", festival), encoding="utf-8")
    assert [one.day.day for one in read_ical(file)] == [1, 2, 3, 4, 5, 6, 7]
    assert {one.name for one in read_ical(file)} == {"国庆节"}


def test_hours_are_a_day_of_work_and_none_of_rest(file: Path) -> None:
    hours = ("DTSTART:20271009T090000", "DTEND:20271009T180000")
    file.write_text(event(*hours, "SUMMARY:国庆节 补班 第1天/共1天"), encoding="utf-8")
    assert read_ical(file) == [DayEntry(date(2027, 10, 9), True, "国庆节")]
    assert [field for _, field, _ in faults(file, event(*hours, "CATEGORIES:rest"))] == ["DTSTART"]
    in_utc = ("DTSTART:20271009T010000Z", "DTEND:20271009T100000Z", "CATEGORIES:work")
    assert [field for _, field, _ in faults(file, event(*in_utc))] == ["DTSTART"]


def test_how_long_an_event_lasts_may_stand_as_its_duration(file: Path) -> None:
    file.write_text(event(DAY, "DURATION:P1W", "CATEGORIES:rest"), encoding="utf-8")
    assert len(read_ical(file)) == 7
    assert [field for _, field, _ in faults(file, event(DAY, "DURATION:PT3H", "CATEGORIES:rest"))] == ["DURATION"]


def test_several_calendars_in_one_file_may_say_the_same_and_nothing_else(file: Path) -> None:
    file.write_text(event(DAY, "CATEGORIES:rest") * 2, encoding="utf-8")
    assert len(read_ical(file)) == 1
    both = event(DAY, "CATEGORIES:rest") + event(DAY, "CATEGORIES:work")
    assert [(row, field) for row, field, _ in faults(file, both)] == [(2, "DTSTART")]


def test_what_is_wrong_with_a_broken_calendar_is_told_in_one_line(file: Path) -> None:
    ((_, _, found),) = faults(file, "BEGIN:VCALENDAR\r\nEND:VEVENT\r\nSUMMARY:x\r\n" * 40)
    assert "\n" not in found
    assert len(found) < 120


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_calendars_are_read_as_other_programs_write_them(file: Path, encoding: str) -> None:
    wanted = [DayEntry(date(2027, 10, 1), False, "国庆节")]
    file.write_bytes(event(DAY, "SUMMARY:国庆节", "CATEGORIES:rest").encode(encoding))
    assert read_ical(file) == wanted
    for separator in ",;\t":
        table = "date,weekday,kind,holiday\r\n2027/10/1,Fri,rest,国庆节\r\n".replace(",", separator)
        file.write_bytes(table.encode(encoding))
        assert read_csv(file) == wanted


def test_a_file_that_is_missing_empty_or_no_calendar_is_refused(file: Path, tmp_path: Path) -> None:
    for content in (b"", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\xff\xfe\x00", b"BEGIN:VEVENT\r\n"):
        file.write_bytes(content)
        with pytest.raises(Refusal):
            read_ical(file)
    for read in (read_csv, read_ical):
        with pytest.raises(Refusal, match=r"none\.file"):
            read(tmp_path / "none.file")


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(str.encode),
        st.lists(
            st.sampled_from([*event(*REST_WEEK, "CATEGORIES:rest").split("\r\n"), "DTSTART:", "DTEND;:x", ";:", "="]),
            max_size=20,
        ).map(lambda lines: "\r\n".join(lines).encode()),
    )
)
def test_bytes_of_any_kind_are_read_or_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    for read in (read_csv, read_ical):
        try:
            found = read(file)
        except Refusal:
            continue
        assert all(isinstance(one, DayEntry) for one in found)
