"""What a field accepts, and what it says is expected there, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import catalogue
from forms.definition import Column, Condition, Field, Form, Option
from forms.validate import NEEDED, check, check_alone, check_beside, check_field, normal

TODAY = date(2026, 3, 17)


def field(kind: str, **more: object) -> Field:
    return Field("f", "项", "item", kind, **more)  # type: ignore[arg-type]


def said(one: Field, value: object) -> tuple[str, str]:
    wrong = check_field(one, value, TODAY)
    return (wrong.en, wrong.zh) if wrong else ("", "")


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("text", "王建华", "王\n建华"),
        ("text", "罗𬭎", "王\x00"),
        ("multiline", "一\n二", "\x07"),
        ("date", "2026-03-17", "2026-02-30"),
        ("date", " ２０２６-03-17", "20260317"),
        ("date", "2024-02-29", "2026-W12-2"),
        ("number", "-3.5", "三"),
        ("number", "３", "٣"),
        ("phone", "+86-138-0000-0276", "١٣٨٠٠٠٠٠٢٧٦"),
        ("money", "1860.50", "1860.505"),
        ("yesno", "yes", "maybe"),
        ("phone", "13800000276", "1380000027"),
        ("phone", "0817-2345678", "110"),
        ("id_number", "999999198001010003", "999999198001010004"),
        ("id_number", "H12345678", "H 1"),
        ("id_number", "E12345678", "12345"),
    ],
)
def test_each_type_accepts_what_it_should(kind: str, right: str, wrong: str) -> None:
    assert said(field(kind), right) == ("", "")
    english, chinese = said(field(kind), wrong)
    assert english
    assert chinese


def test_a_wrong_check_character_is_told_apart_from_a_wrong_length() -> None:
    assert said(field("id_number"), "999999198001010004")[1] == "校验码不对，请核对号码"
    assert said(field("id_number"), "99999919800101000")[1] == "18 位身份证号码"


def test_full_width_digits_and_a_small_x_are_the_same_number() -> None:
    assert normal(field("id_number"), " ９９９９９９199001010024 ") == "999999199001010024"
    assert normal(field("id_number"), "11010119900307109x") == "11010119900307109X"
    assert said(field("id_number"), "９９９９９９１９８００１０１０００３") == ("", "")
    assert normal(field("text"), " １号楼 ") == "１号楼"


@given(st.text("0123456789", min_size=17, max_size=17))
def test_one_last_character_alone_fits_a_number(digits: str) -> None:
    fitting = [last for last in "0123456789X" if not said(field("id_number"), digits + last)[0]]
    assert len(fitting) == 1


def test_required_fields_and_their_bounds() -> None:
    for nothing in ("", None, "  ", "\u3000"):
        assert said(field("text", required=True), nothing) == ("a value", "必填")
    assert said(field("text", required=True), []) == ("text", "文字")
    assert said(field("text"), None) == ("", "")
    assert said(field("number", least="1", most="9"), "10") == ("a number from 1 to 9", "1 到 9 之间")
    assert said(field("number", least="1"), "0") == ("at least 1", "不小于 1")
    assert said(field("number", most="9"), "9.5") == ("at most 9", "不大于 9")
    assert said(field("date", most="today"), "2026-03-18") == ("a day up to 2026-03-17", "不晚于 2026-03-17")
    assert said(field("date", least="2026-01-01"), "2025-12-31")[1] == "不早于 2026-01-01"
    assert said(field("text", length=3), "四个字了") == ("at most 3 characters", "最多 3 个字")
    assert said(field("text", pattern="[A-Z]+", expected="大写字母", expected_en="capitals"), "a") == (
        "capitals",
        "大写字母",
    )


def test_numbers_and_flags_of_a_json_file_are_what_they_say() -> None:
    assert said(field("number", most="9"), 3) == ("", "")
    assert said(field("money"), 12.5) == ("", "")
    assert said(field("yesno"), True) == ("", "")
    assert said(field("text"), {"a": 1})[0] == "text"


def test_a_choice_names_its_answers() -> None:
    choice = field("choice", options=(Option("male", "男", "male"), Option("female", "女", "female")))
    assert said(choice, "male") == ("", "")
    assert said(choice, "男") == ("one of male, female", "选一项：男、女")


def test_a_table_says_which_row_and_column() -> None:
    table = field("table", columns=(Column("n", "号码", "number", "id_number"), Column("a", "金额", "amount", "money")))
    assert said(table, [{"n": "", "a": "3"}, {"n": "H12345678"}]) == ("", "")
    assert said(table, [{"a": "3"}, {"a": "x"}])[1] == "第 2 行“金额”：金额（元），最多两位小数"
    assert said(table, ["row"]) == ("a list of rows", "表格的各行")
    assert said(table, [{}] * 201)[0] == "at most 200 rows"
    assert said(field("table", required=True, columns=table.columns), []) == ("a value", "必填")


def test_a_form_is_checked_as_a_whole_and_unknown_fields_are_named() -> None:
    form = Form("f", "表", "form", "application", "", (field("text", required=True),), ())
    assert {name: str(wrong) for name, wrong in check(form, {"g": "1"}, today=TODAY).items()} == {
        "f": "a value",
        "g": "a field of the form",
    }


SEXES = (Option("男", "男", "male"), Option("女", "女", "female"))
FORM = Form(
    "f", "表", "form", "application", "",
    (
        Field("number", "号码", "number", "id_number"),
        Field("birth", "出生", "birth", "date", fits="number"),
        Field("sex", "性别", "sex", "choice", fits="number", options=SEXES),
        Field("card", "证号", "card", fits="number"),
        Field("since", "起", "since", "date"),
        Field("until", "止", "until", "date", not_before="since"),
        Field("kind", "类型", "kind", "choice", options=(Option("甲", "甲", "a"), Option("乙", "乙", "b"))),
        Field("why", "理由", "why", required_when=Condition("kind", ("乙", "丙"))),
        Field("rows", "明细", "rows", "table", required_when=Condition("why"), columns=(Column("n", "名", "n"),)),
    ),
    (),
)  # fmt: skip
BESIDE = [
    ({"number": "999999198001010003", "birth": "1980-01-01", "sex": "女", "card": "99999919800101000342"}, {}),
    ({"number": "９９９９９９１９８００１０１０００３", "birth": "1980-01-02"}, {"birth": "与“号码”不一致，请核对"}),
    ({"number": "999999198001010003", "sex": "男"}, {"sex": "与“号码”不一致，请核对"}),
    ({"number": "999999198001010003", "card": "99999919800101002642"}, {"card": "与“号码”不一致，请核对"}),
    ({"number": "E12345678", "sex": "男", "birth": "1980-01-02"}, {}),
    ({"since": "2026-03-17", "until": "2026-03-17"}, {}),
    ({"since": "2026-03-17", "until": "2026-03-16"}, {"until": "不早于“起”"}),
    ({"until": "2026-03-16"}, {}),
    ({"since": "morgen", "until": "2026-03-16"}, {}),
    ({"kind": "甲"}, {}),
    ({"kind": "乙"}, {"why": "必填"}),
    ({"kind": "乙", "why": "  ", "rows": []}, {"why": "必填"}),
    ({"kind": "乙", "why": "因"}, {"rows": "必填"}),
    ({"why": "因", "rows": [{"n": "一"}]}, {}),
]


@pytest.mark.parametrize(("values", "expected"), BESIDE)
def test_values_have_to_agree_with_each_other(values: dict[str, object], expected: dict[str, str]) -> None:
    assert {name: wrong.zh for name, wrong in check_beside(FORM, values).items()} == expected
    assert check(FORM, values, today=TODAY) == check_alone(FORM, values, today=TODAY) | check_beside(FORM, values)


def test_a_value_that_is_wrong_by_itself_is_told_as_that() -> None:
    assert str(check(FORM, {"since": "2026-03-17", "until": "bald"}, today=TODAY)["until"]) == "a day as yyyy-mm-dd"


def test_an_application_needs_what_depends_on_an_answer() -> None:
    form = catalogue.load().get("apply-residence-permit")
    for condition, needed in (("合法稳定就业", "employer"), ("连续就读", "employer"), ("合法稳定住所", "housing")):
        assert check_beside(form, {"condition": condition}) == {needed: NEEDED}
    assert check_beside(form, {"post": "邮寄送达"}) == {"post_address": NEEDED}


@given(
    st.sampled_from(["text", "date", "number", "money", "yesno", "id_number", "phone", "choice", "table"]), st.text()
)
def test_any_text_gets_an_answer(kind: str, value: str) -> None:
    check_field(field(kind, least="1", most="2") if kind in ("number", "money") else field(kind), value, TODAY)
    check(FORM, dict.fromkeys((one.name for one in FORM.fields), value), today=TODAY)
