"""Every form and notice on paper: as it is given out, with very long values and forty materials, and empty."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from forms import catalogue
from forms.definition import Field, Form
from forms.document import render

DAY = "2026-03-17"
GROUND = "申请人年高行动不便，子女在外地工作，无人陪同往返办理部门。"
LONG = "流动人口居住登记（含地址变更）、随迁子女义务教育入学资格审核与居住证积分申请一件事集成办理"
VALUES: dict[str, object] = {
    "centre_name": "柳溪街道便民服务中心", "centre_hours": "08:00–18:00，周末 09:00–12:00",
    "item_name": "居住证申领", "item_code": "LD-002", "item_kind": "承诺件，15 个工作日", "fee": "不收费",
    "handed_phone": "13800000456", "item_department": "居住地公安派出所", "item_basis": "居住证暂行条例",
    "case_number": "LC01-2026-DB-0042", "case_code": "K7Q2M9XA4D", "applicant": "罗𬭎",
    "id_number": "999999198001010003", "phone": "13800000276",
    "address": "柳溪街道杏林路 18 号院 3 号楼 2 单元 501 室", "agent": "䶮月", "relation": "女儿", "sex": "female",
    "birth": "1980-01-01", "agent_number": "999999199001010024", "staff_phone": "13800000456", "age": "82",
    "needs": "行动不便，独居", "promised_on": "2026-04-08", "delivery": "送上门", "help": "proxy", "channel": "上门",
    "received_by": "陈静", "delivered_by": "陈静", "from_place": "柳溪街道便民服务中心",
    "responsible": "陈静", "proxy": "陈静", "counter": "3 号窗口", "approved_by": "周国强",
    "department": "柳溪派出所户籍室", "ground": GROUND, "correct_by": "2026-04-08", "until": "2026-06-17",
    "scope": "代为办理居住证申领：递交和补交材料、查询进度、领取居住证并送到家中。", "days": "10", "procedure": "公示",
    "may": "代交、代取材料和证件；代为签收办理过程中的文书。", "ending": "completed", "total": "32",
    "may_not": "代为处分财产；代为领取补贴款；转委托他人。", "result": "已批准，居住证送达本人", "review_body": "",
    "supplement": "第 5 项材料请于2026年3月24日前补交至本中心任一窗口，补交前其他环节照常办理。",
    "materials": [
        {"name": "居民身份证", "form": "原件", "count": "1", "received": "yes", "remark": "核验后已退还"},
        {"name": "近期一寸证件照片", "form": "原件", "count": "2", "received": "yes"},
        {"name": "居住登记回执", "form": "复印件", "count": "1", "received": "yes"},
        {"name": "就业证明", "form": "原件", "count": "1", "received": "yes"},
        {"name": "房屋租赁合同", "form": "复印件", "count": "1", "received": "no", "remark": "2026年3月24日前补交"},
    ],
    "wrong": [
        {"name": "房屋租赁合同", "wrong": "未经出租人签名，租期已满", "needed": "补签并续期后交复印件 1 份"},
        {"name": "近期一寸证件照片", "wrong": "缺 1 张；背景不是白色", "needed": "白底一寸照片 2 张"},
    ],
    "handed": [{"name": "居民户口簿", "form": "原件", "count": "1", "remark": "办结后退还"}],
    "returned": [{"name": "居民户口簿", "form": "原件", "count": "1", "remark": "已退还本人"}],
    "results": [{"name": "居住证", "number": "9999992026000123", "count": "1"}],
    "charges": [{"name": "邮寄费", "basis": "自愿选择", "standard": "12 元/件", "amount": "12"}],
    "family": [{"name": "䶮月", "relation": "女儿", "number": "999999199001010024", "income": "4200"}],
    "account": "6222020000000000123", "certificate": "99999919800101000342",
}  # fmt: skip


def shots(_app: QApplication, folder: Path) -> None:
    """Draw them all."""
    forms = catalogue.load()
    for form in forms:
        _draw(form, values_of(form), folder, form.name)
    receipt = forms.get("acceptance-receipt")
    row = {"name": "居民身份证（正反面）复印件", "form": "原件和复印件", "count": "1", "received": "yes"}
    long = {"item_name": LONG, "agent": "阿卜杜热合曼·买买提艾力·吐尔逊", "materials": [row] * 40}
    _draw(receipt, {**values_of(receipt), **long}, folder, "acceptance-receipt-long")
    _draw(receipt, {}, folder, "acceptance-receipt-empty")


def values_of(form: Form) -> dict[str, object]:
    """A value for each field of a form."""
    return {field.name: _value(field) for field in form.fields}


def _value(field: Field) -> object:
    known = VALUES.get(field.name)
    if known is not None and not field.options:
        return known
    if field.options:
        return known if known in [option.value for option in field.options] else field.options[0].value
    plain = {"date": DAY, "number": field.least or "3", "money": "1860.50", "yesno": "yes", "phone": "13800000123"}
    return plain.get(field.type, "999999199001010024" if field.type == "id_number" else "")


def _draw(form: Form, values: dict[str, object], folder: Path, name: str) -> None:
    number = f"LC01-2026-{form.letters}-0327" if form.letters else ""
    with pypdfium2.PdfDocument(render(form, values, number=number)) as document:
        for place, page in enumerate(document, 1):
            page.render(scale=120 / 72).to_pil().save(folder / f"paper-{name}-{place}.png")
            page.close()
