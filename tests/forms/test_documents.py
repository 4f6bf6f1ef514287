"""Forms as PDFs: all of their values are on paper and come off it again, on as many pages as it takes."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from forms.definition import Form, Particulars
from forms.document import Paper, render, render_many
from forms.kit import Kit
from forms.particulars import particulars
from forms.running_text import squares_of
from forms.sheet_frame import bars_of
from forms.typesetting import clean
from forms.wording import Wording
from tests.forms.papers import FORMS, fonts, pages, sample, text

RECEIPT = FORMS.get("acceptance-receipt")
MANDATE = FORMS.get("mandate")


def materials(count: int) -> list[dict[str, str]]:
    return [
        {"name": f"第{n}号材料", "form": "原件", "count": "1", "received": "yes" if n % 3 else "no", "remark": ""}
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_shows_every_value_and_its_text_is_read_back(form: Form) -> None:
    values = sample(form)
    content = render(form, values, number="LC01-2026-XX-0327", full=True)
    said = text(content)
    assert form.title in said
    wording = Wording(form, {**values, "number": "LC01-2026-XX-0327"}, full=True)
    unused = {"case_code", "review_body", "granted"}  # the first is a QR code; the others replace a standing text
    for field in form.fields:
        if field.name not in unused and field.type != "table" and not field.boxes:
            assert "".join(wording.text(field.name).split()) in said, field.name
    for name in ("".join(line.split()) for line in _tables(form, wording)):
        assert name in said


def _tables(form: Form, wording: Wording) -> list[str]:
    named = [field.name for field in form.fields if field.type == "table"]
    return [row[column] for name in named for row in wording.rows(name) for column in row if column == "name"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_an_empty_form_can_be_printed_and_filled_in_by_hand(form: Form) -> None:
    said = text(render(form, {}))
    assert form.title in said
    assert "第1页，共" in said


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_only_the_shipped_typeface_is_in_the_file_and_it_is_embedded(form: Form) -> None:
    named = fonts(render(form, sample(form)))
    assert named
    assert all("NotoSansSC" in name and embedded for name, embedded in named)


@pytest.mark.parametrize("name", ["罗𬭎", "䶮月", "李𫖮", "张㛃", "陈㑇", "王𬴂", "张𰻞", "才旺卓玛·𬭎䶮"])
def test_names_beyond_the_first_plane_are_read_back_as_they_were_written(name: str) -> None:
    content = render(MANDATE, {**sample(MANDATE), "applicant": name})
    assert name in text(content)
    assert name in "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_titles_and_labels_are_copied_without_their_spaces(form: Form) -> None:
    first = PdfReader(BytesIO(render(form, sample(form)))).pages[0].extract_text()
    assert form.title in first
    assert "联系电话" in first or "电话" in first


def test_numbers_are_masked_on_what_leaves_the_centre_unless_the_whole_is_asked_for() -> None:
    values = sample(RECEIPT)
    shown, whole = text(render(RECEIPT, values)), text(render(RECEIPT, values, full=True))
    assert "9999**********0003" in shown
    assert "138****0276" in shown
    assert str(values["id_number"]) not in shown
    assert str(values["id_number"]) in whole
    assert str(values["phone"]) in whole


def test_a_document_names_nobody_in_what_file_lists_show() -> None:
    content = render(RECEIPT, {**sample(RECEIPT), "applicant": "王建华"}, number="LC01-2026-SL-0327")
    said = pdfium.PdfDocument(content).get_metadata_dict()
    assert said["Title"] == "受理回执 LC01-2026-SL-0327"
    assert "王建华" not in str(said)


def test_a_long_table_goes_over_pages_and_has_its_head_on_each() -> None:
    found = pages(render(RECEIPT, {**sample(RECEIPT), "materials": materials(70)}, number="LC01-2026-SL-0327"))
    assert len(found) == 3
    rows = [sum(f"第{n}号材料" in page for n in range(1, 71)) for page in found]
    assert sum(rows) == 70
    for page, count in zip(found, rows, strict=True):
        assert ("材料名称" in page) == bool(count)
        assert "编号：LC01-2026-SL-0327" in page
    for number, page in enumerate(found, 1):
        assert f"第{number}页，共3页" in page


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 60), st.integers(0, 12))
def test_signatures_and_seal_stand_together_and_with_text(rows: int, sentences: int) -> None:
    values = {**sample(RECEIPT), "materials": materials(rows), "supplement": "请按时补交上列材料。" * sentences * 3}
    found = pages(render(RECEIPT, values))
    signed = [page for page in found if "受理人（签名）" in page]
    assert len(signed) == 1
    assert "申请人（签名）" in signed[0]
    assert "受理机构（盖章）" in signed[0]
    assert "期限" in signed[0] or "补交" in signed[0]


def test_a_text_stands_only_where_its_condition_holds() -> None:
    refusal = FORMS.get("refusal-notice")
    named = text(render(refusal, {**sample(refusal), "review_body": "柳溪区人民政府"}))
    plain = text(render(refusal, {**sample(refusal), "review_body": ""}))
    assert "依法向柳溪区人民政府申请行政复议" in named
    assert "有管辖权的行政复议机关" not in named
    assert "依法向有管辖权的行政复议机关申请行政复议" in plain


def test_a_table_between_text_and_signatures_may_go_over_pages_and_its_last_rows_go_with_them() -> None:
    sheet = FORMS.get("suspension-sheet")
    found = pages(render(sheet, {**sample(sheet), "returned": materials(80)}))
    assert len(found) == 4
    assert "代办人员（签名）" in found[-1]
    assert "第80号材料" in found[-1]
    assert "第79号材料" in found[-1]


def test_a_small_table_is_not_parted() -> None:
    form = FORMS.get("apply-temporary-relief")
    for rows in range(8):
        values = {**sample(form), "family": [{"name": "王二"}] * rows}
        assert sum("代理人证件" in page and "与申请人关系" in page for page in pages(render(form, values))) == 1


def test_a_later_page_of_an_application_says_whose_it_is() -> None:
    form = FORMS.get("apply-disability-certificate")
    first, second = pages(render(form, {**sample(form), "applicant": "罗𬭎"}))
    assert "残疾人证申请表（续）姓名：罗𬭎" in second
    assert "（续）" not in first


def test_what_is_empty_is_said_left_to_a_pen_or_hidden() -> None:
    receipt = text(render(RECEIPT, {**sample(RECEIPT), "agent": "", "agent_number": "", "promised_on": ""}))
    assert "代理人无联系电话" in receipt
    assert "承诺办结领取方式" in receipt
    assert "代理人证件" not in receipt
    delivery = FORMS.get("delivery-receipt")
    said = text(render(delivery, {"applicant": "罗𬭎"}))
    assert "签收人签收人证件" in said
    assert "邮寄单号" not in said


def test_a_notice_of_which_nothing_is_known_is_a_blank_for_the_pen() -> None:
    said = text(render(RECEIPT, {"centre_name": "柳溪街道便民服务中心"}))
    assert "无" not in said
    assert "代理人证件" in said
    assert "收到备注123" in said
    assert "扫左侧二维码" not in said
    assert "1.到任一窗口" in said


def test_the_enquiry_code_is_there_to_be_read_and_to_be_scanned() -> None:
    assert "1.扫左侧二维码，或者报查询码K7Q2M9XA4D。2.到" in text(
        render(RECEIPT, {**sample(RECEIPT), "case_code": "K7Q2M9XA4D"})
    )


def test_the_reason_of_termination_stands_only_on_what_was_terminated() -> None:
    sheet = FORMS.get("completion-sheet")
    values = {**sample(sheet), "ground": "自愿终止"}
    assert "终止的原因：自愿终止" in text(render(sheet, {**values, "ending": "terminated"}))
    assert "自愿终止" not in text(render(sheet, {**values, "ending": "completed"}))


def test_a_mandate_without_agreed_limits_says_the_usual_ones() -> None:
    values = {**sample(MANDATE), "may": "", "may_not": ""}
    said = text(render(MANDATE, values))
    assert "受托人不得代为处分财产" in said
    assert "可以代为无" not in said
    agreed = text(render(MANDATE, {**values, "may_not": "代为领取补贴款"}))
    assert "受托人不得代为处分财产" not in agreed
    assert "受托人可以代为递交" in agreed


def test_what_is_to_be_paid_stands_in_figures_and_in_capitals() -> None:
    notice = FORMS.get("payment-notice")
    assert "合计32元（大写：叁拾贰元整）" in text(render(notice, {**sample(notice), "total": "32"}))


def test_a_long_item_name_stays_on_the_page_and_off_the_date() -> None:
    form = FORMS.get("apply-senior-card")
    document = pdfium.PdfDocument(render(form, {**sample(form), "item_name": "办理" * 100}))
    words = document[0].get_textpage()
    edges = [words.get_rect(place) for place in range(words.count_rects())]
    assert max(right for _, _, right, _ in edges) < 596 - 55
    document.close()


def test_one_sheet_less_is_worth_a_little_less_air() -> None:
    counts = [len(pages(render(RECEIPT, {**sample(RECEIPT), "materials": materials(rows)}))) for rows in range(5, 12)]
    assert counts == sorted(counts)
    assert counts[0] == counts[2] == 1


def test_a_missing_material_is_no_in_bold_and_an_empty_table_says_so() -> None:
    values = {**sample(RECEIPT), "materials": materials(3)}
    assert text(render(RECEIPT, values)).count("否") == 1
    assert "（无）" in text(render(RECEIPT, {**values, "materials": []}))


def test_a_value_longer_than_a_page_goes_on_and_nothing_of_it_is_lost() -> None:
    values = {**sample(RECEIPT), "item_name": "长" * 2500, "materials": [{"name": "说明", "remark": "拖" * 1500}]}
    said = text(render(RECEIPT, values))
    assert said.count("长") == 2500
    assert said.count("拖") == 1500


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=12, max_size=12))
def test_no_value_leaves_its_cell(texts: list[str]) -> None:
    part = RECEIPT.layout[0]
    assert isinstance(part, Particulars)
    values = dict(zip(part.fields, texts, strict=False))
    kit = Kit(RECEIPT, Wording(RECEIPT, values, full=True))
    for name in part.fields:
        lines, size = kit.in_cell(kit.wording.cell(name), 156.0, bold=False)
        assert all(line.width <= 156.02 for line in lines)
        assert 8 <= size <= 10.5
        assert "".join("".join(line.text for line in lines).split()) == "".join(clean(kit.wording.cell(name)).split())
    assert all(piece.height > 0 for piece in particulars(kit, part))


def test_anything_may_stand_in_the_values() -> None:
    values = {"applicant": 5, "materials": "not rows", "promised_on": "soon", "unknown": object(), "number": "编号\x00"}
    assert "soon" in text(render(RECEIPT, values, full=True))


def test_the_qr_code_on_paper_is_the_one_of_its_content() -> None:
    rows = segno.make_qr("K7Q2M9XA4D", error="m").matrix
    drawn = [[0] * len(rows) for _ in rows]
    for left, top, width, height in squares_of(rows, float(len(rows))):
        assert height == 1
        for x in range(round(left), round(left + width)):
            drawn[round(top)][x] = 1
    assert drawn == [list(row) for row in rows]


def test_the_barcode_of_a_number_is_there_and_that_of_an_impossible_one_is_not() -> None:
    bars = [bars_of(number, 170.0) for number in ("LC01-2026-SL-0327", "编号", "", "X" * 200)]
    assert [bool(found) for found in bars] == [True, False, False, False]
    module = min(width for _, width in bars[0])
    ends = bars[0][-1][0] + bars[0][-1][1]
    assert (ends / module - 13) % 11 == pytest.approx(0, abs=0.01)  # characters of 11 modules, an end of 13


def test_values_of_a_json_file_need_not_be_text() -> None:
    form = FORMS.get("payment-notice")
    values = {"total": 32, "charges": [{"name": "工本费", "amount": 20.0}, {"name": "邮寄费", "amount": 12.5}]}
    said = text(render(form, values))
    assert all(words in said for words in ("合计32元", "20元", "12.50元"))
    training = FORMS.get("apply-unemployment-registration")
    assert "培训意愿✓是□否" in text(render(training, {"training": True}))
    assert "照片" in text(render(RECEIPT, {"materials": ["居民身份证", "照片"]}))


def test_many_documents_make_one_file_and_each_counts_its_own_pages() -> None:
    told: list[int] = []
    papers = [Paper(RECEIPT, sample(RECEIPT), f"LC01-2026-SL-{n:04}") for n in range(1, 6)]
    content = render_many(papers, progress=told.append)
    assert content is not None
    assert told == [1, 2, 3, 4, 5]
    found = pages(content)
    assert len(found) == 5
    assert all("第1页，共1页" in page for page in found)
    assert ["LC01-2026-SL-0003" in page for page in found] == [False, False, True, False, False]


def test_a_cancelled_batch_gives_nothing() -> None:
    papers = [Paper(RECEIPT, sample(RECEIPT), str(n)) for n in range(5)]
    told: list[int] = []
    assert render_many(papers, progress=told.append, cancelled=lambda: len(told) == 2) is None
    assert told == [1, 2]


def test_the_same_values_give_the_same_bytes() -> None:
    assert render(RECEIPT, sample(RECEIPT)) == render(RECEIPT, sample(RECEIPT))
