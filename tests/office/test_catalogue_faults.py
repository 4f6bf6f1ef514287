"""Every fault of a catalogue file is named: file, line, entry, field, what was found, what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.office.catalogue_file import check, read_catalogue
from tests.office.small_catalogue import SMALL, Write, written

__all__ = ["written"]  # the fixture


def only(path: Path) -> str:
    """The one fault of the file, without the folder."""
    faults = check(path)
    assert len(faults) == 1, [str(fault) for fault in faults]
    return str(faults[0]).removeprefix(f"{path.parent}/")


def test_a_good_file_has_no_faults(written: Write) -> None:
    assert check(written()) == []


DAYS = "a whole number from 1 to 365"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    fee: 0\n", "", "site.yaml:14: item LD-001: fee: found nothing, expected a whole number from 0 to 100000"),
        ("fee: 0", "fees: 0\n    fee: 0", "site.yaml:23: item LD-001: fees: found an unknown key, expected fee?"),
        ("fee: 0", "fee: 免费", "site.yaml:23: item LD-001: fee: found '免费', "
         "expected a whole number from 0 to 100000"),
        ("fee: 0", "fee: 010", "site.yaml:23: item LD-001: fee: found 010, expected a whole number from 0 to 100000"),
        ("fee: 0", "fee: -1", "site.yaml:23: item LD-001: fee: found -1, expected a whole number from 0 to 100000"),
        ("fee: 0", "fee: '0'", "site.yaml:23: item LD-001: fee: found '0', expected a whole number from 0 to 100000"),
        ("fee: 0", "fee: 0\n    fee: 1", "site.yaml:24: item LD-001: fee: found the key again, "
         "expected it once (first on line 23)"),
        ("  hours: 08:00–18:00", '  hours: 08:00–18:00\n  notices: ["过号\\n请恢复"]', "site.yaml:6: centre: notices: "
         "found a list of 1, expected a list of at most 12 texts of 1 to 60 characters in one line, "
         "without spaces around them"),
        ("code: SB-001", "code: SB-1", "site.yaml:26: item SB-1: code: found 'SB-1', expected a code like SB-003"),
        ("code: SB-001", "code: LD-002", "site.yaml:26: item LD-002: code: found 'LD-002', "
         "expected a code that begins with its field, SB-"),
        ("field: SB", "field: XX", "site.yaml:29: item SB-001: field: found 'XX', expected one of LD, SB"),
        ("name: 参保登记", "name: 居住登记", "site.yaml:27: item SB-001: name: found '居住登记' again, "
         "expected a value of its own (first: item LD-001 on line 15)"),
        ("name: 参保登记", "name: 2026", "site.yaml:27: item SB-001: name: found 2026, "
         "expected text of 1 to 40 characters in one line (quote it)"),
        ("name: 参保登记", "name: ' 参保登记'", "site.yaml:27: item SB-001: name: found ' 参保登记', "
         "expected text of 1 to 40 characters in one line, without spaces around it"),
        ("name: 参保登记", "name: ''", "site.yaml:27: item SB-001: name: found '', "
         "expected text of 1 to 40 characters in one line"),
        ("short: 参保", "short: 城乡居民基本养老保险参保登", "site.yaml:28: item SB-001: short: "
         "found '城乡居民基本养老保险参保登', expected text of 1 to 12 characters in one line"),
        ("kind: promised", "kind: slow", "site.yaml:30: item SB-001: kind: found 'slow', "
         "expected one of instant, promised"),
        ("    promised_working_days: 3\n", "", "site.yaml:26: item SB-001: promised_working_days: found nothing, "
         f"expected {DAYS}"),
        ("promised_working_days: 3", "promised_working_days: null", "site.yaml:31: item SB-001: "
         f"promised_working_days: found nothing, expected {DAYS}"),
        ("promised_working_days: 3", "promised_working_days: 8", "site.yaml:32: item SB-001: statutory_working_days: "
         "found 5, expected at least the 8 promised working days"),
        ("kind: instant", "kind: instant\n    promised_working_days: 3", "site.yaml:18: item LD-001: "
         "promised_working_days: found a value, expected nothing, since the item is instant"),
        ("usual_minutes: 15", "usual_minutes: 61", "site.yaml:34: item SB-001: usual_minutes: found 61, "
         "expected a whole number from 1 to 60"),
        ("extended_hours: true", "extended_hours: 'true'", "site.yaml:24: item LD-001: extended_hours: found 'true', "
         "expected true or false"),
        ("    proxy_kind: 参保代办\n", "", "site.yaml:26: item SB-001: proxy_kind: found nothing, "
         "expected the kind of proxy matter, since proxy is true"),
        ("proxy: true", "proxy: false", "site.yaml:41: item SB-001: proxy_kind: found '参保代办', "
         "expected nothing, since proxy is false"),
        ("field: LD", "field: LD\n    initials: jzd", "site.yaml:17: item LD-001: initials: found 'jzd' (3), "
         "expected 4 letters a–z or digits, one for each character of the name that is no punctuation"),
        ("name: 参保登记", "name: 参保𛀀记", "site.yaml:26: item SB-001: initials: found none, and no reading "
         "for every character of '参保𛀀记', expected 4 letters a–z or digits, one for each character "
         "of the name that is no punctuation"),
        ("copies: 0", "copies: two", "site.yaml:22: item LD-001 material 居民身份证: copies: found 'two', "
         "expected a whole number from 0 to 20"),
        ("originals: 1", "originals: 0", "site.yaml:22: item LD-001 material 居民身份证: originals: "
         "found no original and no copy, expected at least one of the two"),
        ("      - {name: 居民身份证, originals: 1, copies: 0, mandatory: true, where_from: 公安机关}\n", "",
         "site.yaml:21: item LD-001: materials: found nothing, expected a list of at least 1"),
        ("lines: AB", "lines: ABC", "site.yaml:7: counter 1: lines: found 'ABC', expected some of AB, each once"),
        ("lines: AB", "lines: AA", "site.yaml:7: counter 1: lines: found 'AA', expected some of AB, each once"),
        ("{number: 1, lines: AB}", "{number: 1, lines: AB}\n  - {number: 1, lines: A}", "site.yaml:8: counter 1: "
         "number: found '1' again, expected a value of its own (first: counter 1 on line 7)"),
        ("name: 社保}", "name: 社保, letter: A}", "site.yaml:12: field SB: letter: found 'A' again, "
         "expected a letter of its own (first: field LD)"),
        ("code: zhang", "code: 张", "site.yaml:9: staff 张: code: found '张', expected a sign-in name, like zhang"),
        ("Asia/Shanghai", "Asia/Chengdu", "site.yaml:4: centre: zone: found 'Asia/Chengdu', "
         "expected a time zone, like Asia/Shanghai"),
        ("items:", "colour: red\nitems:", "site.yaml:13: colour: found an unknown key, expected one of version, "
         "centre, fields, counters, staff, items"),
        ("staff:\n  - {code: zhang, name: 张敏}\n", "", "site.yaml:1: staff: found nothing, "
         "expected a list of at least 1"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place_and_what_is_expected(written: Write, old: str, new: str, said: str) -> None:
    assert only(written((old, new))) == said


def test_a_code_used_twice_is_named_at_the_second(written: Write) -> None:
    path = written(text=SMALL + SMALL[SMALL.index("  - code: SB-001") :].replace("参保", "停保"))
    assert only(path) == (
        "site.yaml:42: item SB-001: code: found 'SB-001' again, "
        "expected a value of its own (first: item SB-001 on line 26)"
    )


def test_ten_faults_are_named_all_ten_in_one_go(written: Write) -> None:
    path = written(
        ("zone: Asia/Shanghai", "zone: Mars"),
        ("number: 1", "number: 0"),
        ("name: 张敏", "name: 7"),
        ("kind: instant", "kind: fast"),
        ("usual_minutes: 10", "usual_minutes: 600"),
        ("originals: 1", "originals: many"),
        ("fee: 0", "fee: free"),
        ("statutory_working_days: 5", "statutory_working_days: 1"),
        ("proxy_kind: 参保代办", "proxy_kind: ''"),
        ("proxy: true", "proxy: true\n    colour: red"),
    )
    faults = check(path)
    assert [(fault.entry, fault.field) for fault in faults] == [
        ("centre", "zone"),
        ("counter 0", "number"),
        ("staff zhang", "name"),
        ("item LD-001", "kind"),
        ("item LD-001", "usual_minutes"),
        ("item LD-001 material 居民身份证", "originals"),
        ("item LD-001", "fee"),
        ("item SB-001", "statutory_working_days"),
        ("item SB-001", "colour"),
        ("item SB-001", "proxy_kind"),
    ]
    with pytest.raises(Refusal) as refused:
        read_catalogue(path)
    assert all(str(fault) in str(refused.value) for fault in faults)
    assert refused.value.values["faults"] == tuple(faults)


# files that are no catalogue


def test_broken_yaml_is_named_with_line_and_column(written: Write) -> None:
    assert only(written(("fee: 0", "fee: [0"))).startswith("site.yaml:24: found broken YAML at column ")


def test_a_missing_file_is_a_fault_of_its_own(tmp_path: Path) -> None:
    assert (
        only(tmp_path / "none.yaml") == "none.yaml: found no readable file (No such file or directory), expected a file"
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert "no readable file" in only(tmp_path / "folder")


def test_a_file_saved_as_gbk_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gbk.yaml"
    path.write_bytes(SMALL.replace("–", "-").encode("gbk"))
    assert only(path) == "gbk.yaml:3: found byte 0xc1, expected UTF-8 text (is it saved as GBK or UTF-16?)"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert check(path) == []


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file_is_refused(written: Write, text: str) -> None:
    assert len(check(written(text=text))) >= 1


@pytest.mark.parametrize("text", ["just words\n", "- a\n- b\n", "42\n"])
def test_a_file_without_keys_is_refused(written: Write, text: str) -> None:
    assert "expected keys with values" in only(written(text=text))


def test_aliases_are_refused_before_they_can_grow(written: Write) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert only(written(text=bomb)) == "site.yaml:2: found an alias (*a), expected the value itself, written out"


def test_deep_nesting_is_refused(written: Write) -> None:
    assert "too deep" in only(written(text="[" * 200_000))


def test_a_second_document_is_refused(written: Write) -> None:
    assert "a second document" in only(written(text=SMALL + "---\nitems: []\n"))


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    assert "at most 16777216 bytes" in only(path)


def test_control_characters_are_refused(written: Write) -> None:
    assert len(check(written(("张敏", "张\x00敏")))) == 1


def test_tags_that_ask_for_objects_are_no_text(written: Write) -> None:
    path = written(("name: 张敏", "name: !!python/object/apply:os.getcwd []"))
    tag = "tag:yaml.org,2002:python/object/apply:os.getcwd"
    assert only(path) == f"site.yaml:9: found a tag ({tag}), expected the value alone"


def test_items_that_are_no_mappings_are_named_by_their_place(written: Write) -> None:
    assert only(written(text=SMALL + "  - SB-002\n")) == (
        "site.yaml:42: item no. 3: found 'SB-002', expected keys with values"
    )


Temp = pytest.TempPathFactory
KEYS = st.sampled_from(
    ["version", "centre", "fields", "items", "counters", "staff", "code", "name", "materials", "field", "kind"]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


@given(held=ANYTHING)
def test_whatever_yaml_holds_its_faults_are_named(tmp_path_factory: Temp, held: object) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
    faults = check(path)
    assert faults
    assert all(fault.found and fault.expected for fault in faults)


@given(data=st.binary(max_size=200))
def test_whatever_bytes_a_file_holds_they_are_refused_with_a_fault(tmp_path_factory: Temp, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(data)
    assert check(path)
