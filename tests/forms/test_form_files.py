"""A site's own forms: a file in a folder, and every fault of it with its line and what is expected there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.catalogue import SHIPPED, FaultyForms, faults_of, load

GOOD = """\
name: pet-notice
title: 养犬告知书
title_en: Notice to dog owners
kind: notice
letters: YQ
source: 本中心自拟
head_left: 编号：{number}
fields:
  - number
  - {use: applicant, label: 养犬人}
  - {name: dog, label: 犬名, label_en: Dog}
  - name: size
    label: 体型
    label_en: Size
    type: choice
    options: [{value: small, label: 小型, label_en: small}, {value: large, label: 大型, label_en: large}]
layout:
  - particulars: [applicant, dog, size]
  - text: "{dog}须拴绳出行。"
  - {signatures: [养犬人（签名）], seal: 社区（盖章）}
"""


def faults(folder: Path, text: str) -> list[str]:
    """What is said of a file, without its folder."""
    (folder / "pet.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyForms) as caught:
        load((SHIPPED, folder))
    return [str(fault).removeprefix(f"{folder}/") for fault in caught.value.faults]


def test_a_site_adds_a_form_by_adding_a_file_and_uses_the_shared_fields(tmp_path: Path) -> None:
    (tmp_path / "pet.yaml").write_text(GOOD, encoding="utf-8")
    forms = load((SHIPPED, tmp_path))
    form = forms.get("pet-notice")
    assert [field.name for field in form.fields] == ["number", "applicant", "dog", "size"]
    assert (form.field("applicant").label, form.field("applicant").source) == ("养犬人", "resident.name")
    assert "pet-notice" in forms
    assert "acceptance-receipt" in forms


def test_a_folder_may_share_fields_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("fields:\n  - {name: dog, label: 犬名, label_en: Dog}\n", encoding="utf-8")
    (tmp_path / "pet.yaml").write_text(GOOD.replace("{name: dog, label: 犬名, label_en: Dog}", "dog"), encoding="utf-8")
    assert load((SHIPPED, tmp_path)).get("pet-notice").field("dog").label == "犬名"


def test_what_a_definition_says_is_known_by_its_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "pet.yaml").write_text(GOOD, encoding="utf-8")
    before = load((SHIPPED, tmp_path)).get("pet-notice").fingerprint
    (tmp_path / "pet.yaml").write_text(GOOD + "# a remark changes nothing\n", encoding="utf-8")
    assert load((SHIPPED, tmp_path)).get("pet-notice").fingerprint == before
    (tmp_path / "pet.yaml").write_text(GOOD.replace("拴绳", "牵绳"), encoding="utf-8")
    assert load((SHIPPED, tmp_path)).get("pet-notice").fingerprint != before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: notice", "kind: letter", "pet.yaml:4: kind: found 'letter', expected one of notice, application"),
        ("letters: YQ", "letters: yq", "pet.yaml:5: letters: found 'yq', expected 2 to 4 capital letters"),
        ("title: 养犬告知书\n", "", "pet.yaml:1: title: found nothing, expected text of 1 to 40"),
        ("{number}", "{nummer}", "pet.yaml:7: head_left: found {nummer}, expected the name of a field"),
        ("use: applicant,", "use: applikant,", "pet.yaml:10: field no. 2: use: found 'applikant', expected one of "),
        ("type: choice", "type: choise", "pet.yaml:15: field size: type: found 'choise', expected one of text, "),
        ("    label: 体型\n", "", "pet.yaml:12: field size: label: found nothing, expected text of 1 to 24"),
        ("value: large", "value: small", "pet.yaml:16: field size option small: value: found 'small' again, expected"),
        ("[applicant, dog, size]", "[applicant, cat]", "pet.yaml:18: part no. 1: particulars: found 'cat', expected"),
        ("{dog}须", "{dog须", "expected braces in pairs, around the name of a field"),
        ("- text:", "- test:", "pet.yaml:19: part no. 2: found no part, expected one of particulars, heading, rows"),
        ("name: pet-notice", "name: mandate", "pet.yaml:1: name: found 'mandate' again, expected a name of its own"),
        ("layout:", "layout: [", "broken YAML at column"),
        ("source: 本中心自拟", "source: 本中心自拟\nsauce: 1", "pet.yaml:7: sauce: found an unknown key, expected "),
        ("  - number", "\t- number", "pet.yaml:9: found a tab at column 1, expected spaces"),
        ("    label: 体型", "   label: 体型", "pet.yaml:13: found broken YAML at column 4"),
        ("letters: YQ", "letters: &a YQ\nfoot: *a", "pet.yaml:6: found an alias (*a), expected the value itself"),
        ("kind: notice", "kind: !!int notice", "pet.yaml:4: found a tag (tag:yaml.org,2002:int), expected the value"),
        ("kind: notice", "kind: notice\nkind: notice", "pet.yaml:5: kind: found the key again, expected it once"),
        ("layout:", "---\nlayout:", "found a second document (---), expected one document"),
        ("犬名", "犬\x00名", "found a character that YAML forbids"),
        ("养犬人}", "养犬人}\n  - applicant", "pet.yaml:11: field no. 3: name: found 'applicant' again, expected"),
        ("[applicant, dog, size]", "[]", "pet.yaml:18: part no. 1: particulars: found nothing, expected the names of"),
        ("{dog}须", "{dog!r}须", "pet.yaml:19: part no. 2: text: found {dog:r}, expected {dog}"),
        ("{dog}须", "{dog:大写}须", "found {dog:大写}, expected {dog}, or of an amount {dog:大写}"),
        ('行。"', '行。"\n    when: cat', "pet.yaml:20: part no. 2: when: found 'cat', expected the name of a field"),
        ('行。"', '行。"\n    when: size=huge', "pet.yaml:20: part no. 2: when: found 'huge', expected one of small"),
        ("  - particulars", "  - use: aks\n  - particulars", "part no. 1: use: found 'aks', expected one of ask"),
        ("  - particulars", "  - use: ask\n  - particulars", "part no. 1: use: found parts that show case_code"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_line_and_what_is_expected(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    found = faults(tmp_path, GOOD.replace(old, new, 1))
    assert any(said in fault for fault in found), found
    assert all(fault.startswith("pet.yaml:") for fault in found)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("type: date, least: '5'", "least: found '5', expected a day (yyyy-mm-dd) or today, quoted"),
        ("type: date, most: '2026-02-30'", "most: found '2026-02-30', expected a day (yyyy-mm-dd) or today, quoted"),
        ("type: number, least: today", "least: found 'today', expected a number, quoted"),
        ("type: number, least: '9', most: '3'", "most: found '3', expected 9 or more"),
        ("type: number, least: 5", "least: found 5, expected a number, a day (yyyy-mm-dd) or today, quoted"),
        ("least: '9'", "least: found '9', expected no bound: the type is text"),
        ("required_when: dog", "required_when: found 'dog', expected the name of a field, or name=value"),
        ("not_before: number", "not_before: found 'number', expected no not_before for this type"),
        ("type: date, not_before: size", "not_before: found 'size', expected another field of type date"),
        ("fits: number", "fits: found 'number', expected another field of type id_number"),
        ("source: case.materials", "source: found 'case.materials', expected a source that gives one value"),
        ("source: resident.dog", "source: found 'resident.dog', expected one of centre.name, "),
        ("boxes: true", "boxes: found boxes of a field of type text, expected no boxes"),
        ("empty: maybe", "empty: found 'maybe', expected one of "),
        ("type: choice, options: [甲]", "options: found one answer, expected at least two answers of the choice"),
        ("type: table, columns: [{name: a, label: 甲, label_en: A, type: choice}]", "type: found 'choice', expected"),
        ("pattern: '(a+)+', expected: 甲, expected_en: a", "pattern: found '(a+)+', expected a pattern with fewer"),
    ],
)  # fmt: skip
def test_what_a_field_says_against_itself_is_a_fault(tmp_path: Path, more: str, said: str) -> None:
    found = faults(tmp_path, GOOD.replace("label_en: Dog}", f"label_en: Dog, {more}}}"))
    assert any(fault.startswith("pet.yaml:11: field dog") and said in fault for fault in found), found


def test_a_file_too_large_is_not_read_and_not_all_of_its_faults_are_told(tmp_path: Path) -> None:
    (one,) = faults(tmp_path, "a: b\n" * 2_000_000)
    assert one == "pet.yaml: found more than 262144 bytes, expected at most 262144 bytes"
    assert len(faults(tmp_path, "".join(f"k{number}: 1\n" for number in range(24_000)))) == 20_000


def test_a_mark_that_editors_write_before_a_text_and_their_line_ends_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "pet.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert "pet-notice" in load((SHIPPED, tmp_path))


def test_files_are_checked_with_what_lies_beside_them_and_against_each_other(tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text(
        "fields: [{name: dog, label: 犬名, label_en: Dog}]\nparts: {lead: [{text: '{dog}须牵好。'}]}\n",
        encoding="utf-8",
    )
    text = GOOD.replace("{name: dog, label: 犬名, label_en: Dog}", "dog").replace(
        "  - text:", "  - use: lead\n  - text:"
    )
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(text, encoding="utf-8")
    assert faults_of([one]) == ()
    other.write_text(text, encoding="utf-8")
    (again,) = faults_of([one, other])
    assert str(again) == f"{other}:1: name: found 'pet-notice' again, expected a name of its own (first: {one})"
    (tmp_path / "common.yaml").write_text("fields: [{name: dog}]\n", encoding="utf-8")
    assert f"{tmp_path / 'common.yaml'}:1: field dog: label" in str(faults_of([one])[0])


BITS = st.sampled_from(
    ["table", "date", "{", "}", "[", "]", "'", ":", "- ", "  ", "5", "=", "|", "*a", "&a", "!x", "\t", ""]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SHIPPED.glob("a*.yaml"))), st.lists(st.tuples(st.integers(0, 5000), BITS), max_size=4))
def test_a_damaged_file_is_sound_or_has_faults_and_nothing_else_happens(
    tmp_path: Path, shipped: Path, damage: list[tuple[int, str]]
) -> None:
    text = shipped.read_text(encoding="utf-8")
    for place, bit in damage:
        place %= len(text)
        text = text[:place] + bit + text[place + 1 :]
    file = tmp_path / "damaged.yaml"
    file.write_text(text, encoding="utf-8")
    for fault in faults_of([file]):  # of the sound ones, that their name is taken
        assert str(fault).startswith(str(file))


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, GOOD.replace("kind: notice", "kind: letter").replace("type: choice", "type: choise"))
    assert len(found) == 2


def test_a_pattern_says_in_words_what_it_asks_for(tmp_path: Path) -> None:
    (alone,) = faults(tmp_path, GOOD.replace("label_en: Dog}", 'label_en: Dog, pattern: "[a-z]+"}'))
    assert "expected expected and expected_en beside it" in alone
    broken = faults(tmp_path, GOOD.replace("label_en: Dog}", 'label_en: Dog, pattern: "[a-z+"}'))
    assert any("expected a regular expression" in fault for fault in broken)


def test_a_file_that_is_no_text_or_no_mapping_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "") == ["pet.yaml:1: found an empty file, expected a form definition"]
    assert "expected keys with values" in faults(tmp_path, "- 1\n")[0]
    (tmp_path / "pet.yaml").write_bytes("title: 告知书".encode("gbk"))
    with pytest.raises(FaultyForms, match="expected UTF-8 text"):
        load((SHIPPED, tmp_path))


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyForms, match="found no folder, expected a folder with form definitions"):
        load((SHIPPED, tmp_path / "forms"))
