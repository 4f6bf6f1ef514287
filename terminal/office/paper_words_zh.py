"""What documents say of things that have a name only in code: they are in Chinese, whatever the screens speak."""

from __future__ import annotations

from typing import Final

from forms.ledger_words_zh import DELIVERIES
from forms.texts_zh import FORM_DAY

DOCUMENTS: Final = {
    "resident": "居民身份证", "passport": "护照", "hk-macao-permit": "港澳居民来往内地通行证",
    "taiwan-permit": "台湾居民来往大陆通行证", "foreign-permanent": "外国人永久居留身份证",
}  # fmt: skip
NEEDS: Final = {
    "living-alone": "独居", "disabled": "残疾", "poor": "低保或特困", "seriously-ill": "重病",
    "left-behind": "留守或困境儿童", "bereaved": "失独或遭遇变故", "mobility": "行动不便", "language": "语言不通",
}  # fmt: skip
HANDED_OVER: Final = {
    "collect": DELIVERIES["collect"], "post": DELIVERIES["post"], "bring-home": DELIVERIES["home"],
}  # fmt: skip
FREE: Final = "不收费"
YUAN: Final = "{fee} 元"
INSTANT: Final = "即办件"
PROMISED: Final = "承诺件，{days} 个工作日"
WINDOW: Final = "{counter} 号窗口"
ORIGINAL: Final = "原件"
COPY: Final = "复印件"
BOTH: Final = "原件、复印件"
NEITHER: Final = "—"
MISSING: Final = "未提交"
TO_RETURN: Final = "原件 {count} 份须退还"
SUPPLEMENT_BY: Final = "{day}前补交"
NOT_NEEDED: Final = "无须提交"
HAND_IN: Final = "请提交{pieces}"
HAND_IN_AGAIN: Final = "请更正后重新提交{pieces}"
PIECES: Final = "{form} {count} 份"
SUPPLEMENT: Final = "第 {places} 项材料请于{day}前补交至本中心任一窗口，补交前其他环节照常办理。"
LIST_COMMA: Final = "、"


def day(text: str) -> str:
    """A day yyyy-mm-dd as documents write it within a sentence: 2026年3月24日."""
    year, month, number = text.split("-")
    return FORM_DAY.format(year=year, month=int(month), day=int(number))
