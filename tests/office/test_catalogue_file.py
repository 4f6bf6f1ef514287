"""The sample centre, and what becomes of a catalogue that is read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from terminal.office.catalogue_file import (
    dump_catalogue,
    read_catalogue,
    sample_catalogue,
    to_json,
)
from terminal.rules import initials, search
from tests.office.small_catalogue import SMALL, Write, written

__all__ = ["written"]  # the fixture

# the sample


def test_the_sample_centre_has_the_numbers_of_the_reference_site() -> None:
    sample = read_catalogue(sample_catalogue())
    assert len(sample.items) == 72
    assert sum(item.extended_hours for item in sample.items) == 28
    assert len({item.proxy_kind for item in sample.items if item.proxy}) == 22
    assert [f"{field.letter} {field.name}" for field in sample.fields] == [
        "A 流动人口", "B 司法", "C 群工", "D 社保", "E 计生", "F 民政", "G 教育", "H 卫生",
    ]  # fmt: skip


def test_the_sample_centre_is_open_at_eight_counters_for_every_line() -> None:
    sample = read_catalogue(sample_catalogue())
    assert sample.centre is not None
    assert (sample.centre.code, sample.centre.name) == ("LC01", "柳溪街道便民服务中心")
    assert [(counter.number, counter.lines) for counter in sample.counters] == [(n, "ABCDEFGH") for n in range(1, 9)]
    assert [person.code for person in sample.staff][:3] == ["zhang", "li", "wang"]


def test_every_sample_item_has_a_short_name_for_rows_made_of_its_own_name() -> None:
    for item in read_catalogue(sample_catalogue()).items:
        assert len(item.short) <= 12, item.code
        rest = iter(item.name)
        assert all(char in rest for char in item.short), item.code  # so a hit in it can be shown in the name


def test_every_sample_material_fits_a_slip() -> None:
    for item in read_catalogue(sample_catalogue()).items:
        assert all(len(material.short) <= 16 for material in item.materials), item.code


def test_every_sample_icon_is_shipped() -> None:
    icons = sample_catalogue().parent.parent / "icons"
    for field in read_catalogue(sample_catalogue()).fields:
        assert (icons / f"{field.icon}.svg").exists(), field.icon


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("LD-002", "jzzsl"),
        ("LD-004", "jzzhlbl"),  # the mark between the two verbs has no initial
        ("SF-002", "rmtjsq"),  # 调 tiáo
        ("SF-005", "sqjzdxzxdbgsq"),  # 行 xíng
        ("QG-006", "sqshzzba"),  # 会 huì
        ("QG-008", "dsrfnlajzsq"),  # quotation marks
        ("SB-001", "cxjmjbylbxcbdj"),  # 参 cān
        ("SB-008", "ydjybaydcqjz"),  # 长 cháng
        ("SB-010", "shbzksl"),  # 卡 kǎ
        ("SB-011", "shbzkgsbhymmcz"),  # 重置 chóng: the override
        ("JS-006", "yebtsl"),  # 儿 ér
        ("JY-006", "sqjyylnxxkcbm"),  # 校 xiào
        ("WS-001", "yfjzzblybb"),  # 种 zhòng
        ("WS-004", "gxy2xtnbhzjkgldj"),  # a digit
    ],
)
def test_the_sample_initials_are_what_people_say(code: str, expected: str) -> None:
    items = {item.code: item for item in read_catalogue(sample_catalogue()).items}
    assert items[code].initials == expected


def test_all_sample_initials_run_beside_their_names() -> None:
    for item in read_catalogue(sample_catalogue()).items:
        assert initials.fit(item.name, item.initials), item.code


# what leaves the office


def test_a_catalogue_written_out_reads_back_equal(tmp_path: Path) -> None:
    sample = read_catalogue(sample_catalogue())
    copy = tmp_path / "copy.yaml"
    copy.write_text(dump_catalogue(sample), encoding="utf-8")
    assert read_catalogue(copy) == sample


def test_a_small_catalogue_without_a_hall_reads_back_equal(written: Write, tmp_path: Path) -> None:
    path = written(text=SMALL[SMALL.index("fields:") :])
    small = read_catalogue(path)
    assert (small.centre, small.counters, small.staff) == (None, (), ())
    assert [field.letter for field in small.fields] == ["A", "B"]
    path.write_text(dump_catalogue(small), encoding="utf-8")
    assert read_catalogue(path) == small


def test_json_holds_every_item_complete() -> None:
    items = to_json(read_catalogue(sample_catalogue()))["items"]
    assert Counter(item["line"] for item in items) == {
        "A": 6, "B": 7, "C": 8, "D": 16, "E": 7, "F": 16, "G": 6, "H": 6,
    }  # fmt: skip
    pension = next(item for item in items if item["code"] == "SB-003")
    assert pension["name"] == "城乡居民基本养老保险注销登记"
    assert pension["initials"] == "cxjmjbylbxzxdj"
    assert pension["materials"][0] == {
        "name": "城乡居民基本养老保险注销登记表",
        "short": "城乡居保注销登记表",
        "originals": 1,
        "copies": 0,
        "mandatory": True,
        "where_from": "窗口领取填写",
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("jzz", "LD-002"),
        ("居住登记", "LD-001"),
        ("db", "MZ-001"),
        ("sbk", "SB-010"),
        ("ylzx", "SB-003"),
        ("sb3", "SB-003"),
    ],
)
def test_the_sample_items_are_found_as_staff_type_them(typed: str, code: str) -> None:
    assert search.find(read_catalogue(sample_catalogue()).items, typed)[0].item.code == code
