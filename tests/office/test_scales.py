"""Rating scales come from files, in the pad's order."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.errors import Refusal
from terminal.office.scales import load_scale, shipped_scales

GOOD = """\
code = "two-key"
name = "两键"
name_en = "Two keys"
keys = [
    { key = "good", label = "好", label_en = "Good", score = 5, bad = false },
    { key = "poor", label = "差", label_en = "Poor", score = 1, bad = true },
]
"""


def refused(path: Path, *changes: tuple[str, str]) -> str:
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = path / "site.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        load_scale(path)
    return str(refusal.value)


def test_the_six_keys_of_the_reference_site_are_the_default() -> None:
    assert [(key.key, key.label, key.score, key.bad) for key in load_scale().keys] == [
        ("satisfied", "满意", 4, False),
        ("very_satisfied", "很满意", 5, False),
        ("average", "一般", 3, False),
        ("too_long", "时间长", 2, True),
        ("poor_attitude", "态度差", 1, True),
        ("poor_knowledge", "业务差", 1, True),
    ]


def test_the_five_national_levels_run_from_five_stars_to_one() -> None:
    keys = load_scale("national-five").keys
    assert [key.label for key in keys] == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
    assert [key.score for key in keys] == [5, 4, 3, 2, 1]
    assert [key.bad for key in keys] == [False, False, False, True, True]


def test_every_shipped_scale_is_called_as_its_file() -> None:
    assert shipped_scales() == ("national-five", "six-key")
    assert all(load_scale(name).code == name for name in shipped_scales())


def test_every_key_has_an_english_label() -> None:
    assert all(key.label_en for name in shipped_scales() for key in load_scale(name).keys)


def test_a_site_loads_its_own_scale_by_path(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [key.key for key in load_scale(path).keys] == ["good", "poor"]
    assert load_scale(str(path)) == load_scale(path)


def test_an_unknown_scale_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match=r"no rating scale five\. Use one of national-five, six-key"):
        load_scale("five")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no readable file"):
        load_scale(tmp_path / "none.toml")


def test_broken_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    assert "line 1" in refused(tmp_path, ('code = "two-key"', "code = two-key"))


def test_a_key_given_twice_in_one_table_is_broken_toml(tmp_path: Path) -> None:
    assert "broken TOML" in refused(tmp_path, ("score = 5", "score = 5, score = 4"))


def test_every_fault_is_named_with_file_key_and_what_is_expected(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        ('code = "two-key"', 'code = "Two Keys"'),
        ("score = 5", "score = 6"),
        ("bad = true", "bad = 1"),
        ('name = "两键"', ""),
        ('label = "差"', 'label = "好"'),
    )
    assert "site.toml: code: found 'Two Keys', expected a name like six-key" in said
    assert "site.toml: name: found nothing" in said
    assert "site.toml: key good: score: found 6, expected a whole number from 1 to 5" in said
    assert "site.toml: key poor: bad: found 1, expected true or false" in said
    assert "site.toml: key poor: label: found '好' again, expected a value of its own (first: key good)" in said
    assert "5 fault(s)" in said


@pytest.mark.parametrize("score", ["true", "4.5", "'4'"])
def test_a_score_is_a_whole_number(tmp_path: Path, score: str) -> None:
    assert "score: found" in refused(tmp_path, ("score = 5", f"score = {score}"))


def test_a_scale_of_one_key_is_none(tmp_path: Path) -> None:
    poor = GOOD[GOOD.index('    { key = "poor') : GOOD.index("]")]
    assert "keys: found a list of 1, expected a list of at least 2" in refused(tmp_path, (poor, ""))


def test_a_misspelt_setting_is_named_with_the_one_meant(tmp_path: Path) -> None:
    assert "key good: lable_en: found an unknown key, expected label_en?" in refused(
        tmp_path, ('label_en = "Good"', 'label_en = "Good", lable_en = "Fine"')
    )
