"""Priority classes come from a file, and no head start exceeds its bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.errors import Refusal
from terminal.office.priorities import load_priorities

GOOD = """\
max_head_start_minutes = 30

[[classes]]
key = "elderly"
label = "老年人"
label_en = "Aged 60 and over"
badge = "老年人"
badge_en = "Elderly"
head_start_minutes = 15
evidence = "居民身份证"
evidence_en = "Identity card"
"""


def written(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "site.toml"
    path.write_text(text + more, encoding="utf-8")
    return path


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        load_priorities(path)
    return str(refusal.value)


def test_the_shipped_classes_are_those_that_law_and_custom_know() -> None:
    priorities = load_priorities()
    assert [one.key for one in priorities.classes] == [
        "elderly", "disabled", "pregnant", "serviceman", "correction", "collect",
    ]  # fmt: skip
    assert priorities.get("elderly").label == "老年人"
    assert priorities.get("serviceman").label == "军人和退役军人"


def test_no_shipped_head_start_exceeds_the_bound() -> None:
    priorities = load_priorities()
    assert priorities.max_head_start_minutes == 30
    assert all(0 < one.head_start_minutes <= 30 for one in priorities.classes)


def test_every_shipped_class_says_what_staff_may_ask_to_see_in_both_languages() -> None:
    assert all(one.evidence and one.evidence_en and one.label_en and one.badge_en for one in load_priorities().classes)


def test_an_unknown_class_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"no priority class vip\. Use one of elderly\."):
        load_priorities(written(tmp_path)).get("vip")


def test_a_head_start_beyond_the_bound_is_refused(tmp_path: Path) -> None:
    said = refused(written(tmp_path, ("head_start_minutes = 15", "head_start_minutes = 31")))
    assert "class elderly: head_start_minutes: found 31, expected a whole number from 0 to 30" in said


def test_a_negative_head_start_is_refused(tmp_path: Path) -> None:
    said = refused(written(tmp_path, ("head_start_minutes = 15", "head_start_minutes = -5")))
    assert "class elderly: head_start_minutes: found -5, expected a whole number from 0 to 30" in said


def test_a_bound_beyond_two_hours_is_refused(tmp_path: Path) -> None:
    said = refused(written(tmp_path, ("max_head_start_minutes = 30", "max_head_start_minutes = 1000")))
    assert "max_head_start_minutes: found 1000, expected a whole number from 0 to 120" in said


def test_a_site_without_priority_classes_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text("max_head_start_minutes = 0\nclasses = []\n", encoding="utf-8")
    assert load_priorities(path).classes == ()


def test_a_class_given_twice_is_refused(tmp_path: Path) -> None:
    said = refused(written(tmp_path, more=GOOD[GOOD.index("[[classes]]") :]))
    assert "class elderly: key: found 'elderly' again" in said


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    said = refused(
        written(
            tmp_path,
            ('key = "elderly"', 'key = "Elderly people"'),
            ('badge = "老年人"', 'badge = "六十岁以上老年人"'),
            ('evidence = "居民身份证"', 'evidence = ""'),
            ("head_start_minutes = 15", 'head_start_minutes = "15"'),
        )
    )
    assert "4 fault(s)" in said
    for key in ("key", "badge", "evidence", "head_start_minutes"):
        assert f"class Elderly people: {key}: found " in said


def test_a_file_that_is_no_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    assert "line 1" in refused(written(tmp_path, ("max_head_start_minutes = 30", "bound: 30")))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "no readable file" in refused(tmp_path / "none.toml")
