"""The shipped definitions: which there are, and what each carries."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml

import resources
from forms.definition import SOURCES, Enquiry, Form, Paragraph, Particulars, RowsTable, Signatures
from forms.validate import check
from forms.wording import Wording
from tests.forms.papers import FORMS, sample

FOSHAN = {
    "material-receipt": "接收回执",
    "handover-voucher": "物料流转凭证",
    "acceptance-receipt": "受理回执",
    "correction-notice": "申请材料补正告知书",
    "refusal-notice": "不予受理通知书",
    "special-procedure-notice": "特殊程序审查期限告知书",
    "extension-notice": "延长办理期限通知书",
    "approval-decision": "批准决定书",
    "rejection-decision": "不予批准决定书",
    "delivery-receipt": "送达回执",
    "payment-notice": "缴费通知书",
}
SUZHOU = {
    "proxy-acceptance": "帮办代办受理单",
    "mandate": "代办服务委托书",
    "suspension-sheet": "代办服务中止单",
    "resumption-mandate": "代办服务续办委托书",
    "completion-sheet": "办结（终止）单",
}
NOTICES = [form for form in FORMS if form.kind == "notice"]
APPLICATIONS = [form for form in FORMS if form.kind == "application"]


def test_all_sixteen_documents_are_there_with_the_standard_they_answer() -> None:
    titles = {form.name: form.title for form in NOTICES}
    assert titles == {**FOSHAN, **SUZHOU}
    for form in NOTICES:
        assert form.source == ("DB4406/T 14-2021" if form.name in FOSHAN else "DB3205/T 1077-2023")


def test_each_kind_of_notice_has_letters_of_its_own() -> None:
    letters = [form.letters for form in NOTICES]
    assert len(set(letters)) == 16
    assert all(letters)


def test_there_are_applications_for_items_of_the_catalogue_and_each_says_where_its_fields_come_from() -> None:
    with resources.path("catalogue", "lc01.yaml").open(encoding="utf-8") as file:
        codes = {item["code"] for item in yaml.safe_load(file)["items"]}
    assert len(APPLICATIONS) >= 14
    for form in APPLICATIONS:
        assert form.items
        assert set(form.items) <= codes
        assert form.source.startswith("字段自拟，依据：")
        assert FORMS.of_item(form.items[0]) == (form,)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_sources_are_known_and_sample_values_are_right(form: Form) -> None:
    assert all(field.source in SOURCES for field in form.fields if field.source)
    assert check(form, sample(form), today=date(2026, 3, 20)) == {}


@pytest.mark.parametrize("form", NOTICES, ids=lambda form: form.name)
def test_a_notice_carries_number_applicant_item_signatures_and_copies(form: Form) -> None:
    names = {field.name for field in form.fields}
    assert {"centre_name", "number", "applicant", "id_number", "phone", "item_name", "item_code"} <= names
    assert {"agent", "agent_number"} <= names
    assert "{number}" in form.head[0]
    assert form.foot.startswith("本")
    (signing,) = [part for part in form.layout if isinstance(part, Signatures)]
    assert signing.labels
    assert signing.seal
    assert form.masked
    masks = {field.name: field.mask for field in form.fields}
    assert masks["phone"] == "phone"
    assert masks.get("id_number", "number") == "number"


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in FOSHAN
        if name not in ("handover-voucher", "refusal-notice", "rejection-decision", "delivery-receipt")
    ],
)
def test_what_is_still_open_says_how_to_ask(name: str) -> None:
    assert any(isinstance(part, Enquiry) for part in FORMS.get(name).layout)


@pytest.mark.parametrize("name", ["refusal-notice", "rejection-decision"])
def test_a_refusal_states_its_ground_and_the_right_to_reconsideration_or_suit(name: str) -> None:
    form = FORMS.get(name)
    assert form.field("ground").required
    said = "".join(part.text for part in form.layout if isinstance(part, Paragraph))
    for words in ("六十日内", "行政复议", "六个月内", "提起行政诉讼"):
        assert words in said


def test_the_notice_to_correct_lists_each_material_with_what_is_wrong_and_by_when() -> None:
    form = FORMS.get("correction-notice")
    assert [column.name for column in form.field("wrong").columns] == ["name", "wrong", "needed"]
    assert form.field("wrong").required
    assert form.field("correct_by").required


def test_the_mandate_says_scope_period_what_the_proxy_may_and_may_not_and_has_both_signatures() -> None:
    for name in ("mandate", "resumption-mandate"):
        form = FORMS.get(name)
        assert {"scope", "since", "until", "may", "may_not"} <= {field.name for field in form.fields}
        assert [part.labels for part in form.layout if isinstance(part, Signatures)] == [
            ("委托人（签名）", "受托人（签名）")
        ]


def test_every_field_of_a_form_stands_on_its_paper() -> None:
    for form in FORMS:
        (top,) = [part for part in form.layout if isinstance(part, Signatures)]
        shown = {top.date, "centre_name", "case_code"} | set(re.findall(r"\{(\w+)", " ".join(form.head)))
        for part in form.layout:
            match part:
                case Particulars(fields):
                    shown |= set(fields)
                case RowsTable(field):
                    shown.add(field)
                case Paragraph(text):
                    shown |= set(re.findall(r"\{(\w+)", text))
                case Enquiry(_, qr, scan, lines):
                    shown |= {qr, *re.findall(r"\{(\w+)", " ".join((scan, *lines)))}
        assert {field.name for field in form.fields} - shown == set()


def test_shared_texts_are_the_same_on_every_paper() -> None:
    asked = {part for form in NOTICES for part in form.layout if isinstance(part, Enquiry) and part.title[0] == "怎"}
    assert len(asked) == 1
    (ask,) = asked
    assert "12345" in ask.lines[-1]
    said = {form.name: [part.text for part in form.layout if isinstance(part, Paragraph)] for form in APPLICATIONS}
    assert all(any(text.startswith("本人承诺：") for text in texts) for texts in said.values())


def test_masks_hide_the_middle_and_an_own_copy_is_whole() -> None:
    form = FORMS.get("acceptance-receipt")
    values = {"applicant": "王建华", "id_number": "999999198001010003", "phone": "13800000276"}
    shown = Wording(form, values, full=False)
    assert [shown.text(name) for name in values] == ["王*华", "9999**********0003", "138****0276"]
    again = Wording(form, {name: shown.text(name) for name in values}, full=False)
    assert [again.text(name) for name in values] == [shown.text(name) for name in values]
    whole = Wording(form, values, full=True)
    assert [whole.text(name) for name in values] == list(values.values())
