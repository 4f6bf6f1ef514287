"""What a form's values lack: for every field that is wrong, what is expected there, in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from forms.definition import Condition, Field, Form, Values
from forms.values import as_text

_PHONE: Final = re.compile(
    r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|(?:400|800)-?\d{3}-?\d{4}|\+\d[\d-]{6,18}", re.ASCII
)
_RESIDENT: Final = re.compile(r"\d{17}[0-9X]", re.ASCII)
_OTHER_DOCUMENT: Final = re.compile(r"[A-Z0-9]{6,20}")  # passports, permits of Hong Kong, Macao and Taiwan
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONEY: Final = re.compile(r"\d{1,12}(?:\.\d{1,2})?", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,12}(?:\.\d{1,4})?", re.ASCII)
_SEXES: Final = {"male": 1, "男": 1, "female": 0, "女": 0}


@dataclass(frozen=True, slots=True)
class Expected:
    """What should stand in a field, in English (``str()`` of it, too) and in Chinese.

    Of a table, ``row`` (from 1 on) and ``column`` are where.
    """

    en: str
    zh: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        return self.en


NEEDED: Final = Expected("a value", "必填")


def check(form: Form, values: Values, *, today: date) -> dict[str, Expected]:
    """By field, what is expected where the values do not have it; empty when all is well. Unknown fields are named."""
    return check_beside(form, values) | check_alone(form, values, today=today)


def check_alone(form: Form, values: Values, *, today: date) -> dict[str, Expected]:
    """The same, of each field by itself."""
    found = {field.name: wrong for field in form.fields if (wrong := check_field(field, values.get(field.name), today))}
    known = {field.name for field in form.fields}
    for name in values:
        if name not in known:
            found[name] = Expected("a field of the form", "表中没有这一项")
    return found


def check_beside(form: Form, values: Values) -> dict[str, Expected]:
    """What fields expect beside others: an answer that needs another one, days in order, a birth as the number says."""
    known = {field.name: field for field in form.fields}
    return {field.name: wrong for field in form.fields if (wrong := _beside(field, known, values))}


def check_field(field: Field, value: object, today: date) -> Expected | None:
    """What one field expects; None when its value is right."""
    if field.type == "table":
        return _table(field, value, today)
    text = as_text(value)
    if text is None:
        return Expected("text", "文字")
    text = normal(field, text)
    if not text:
        return NEEDED if field.required else None
    return _text(field, text, today)


def normal(field: Field, value: str) -> str:
    """The value as it is kept: no blanks around it; figures, numbers and phones in plain characters, X in capitals.

    A resident's keyboard writes full-width digits; the number they stand for is the same.
    """
    value = value.strip()
    if field.type in ("id_number", "phone", "number", "money", "date"):
        value = unicodedata.normalize("NFKC", value).replace(" ", "")
    return value.upper() if field.type == "id_number" else value


def _beside(field: Field, known: Mapping[str, Field], values: Values) -> Expected | None:
    """What a field, right by itself, expects beside the others."""
    if not _filled(field, values):
        needed = field.required_when
        return NEEDED if needed is not None and _holds(needed, known, values) else None
    value = _plain(field, values)
    earlier = known.get(field.not_before)
    if earlier is not None and _DAY.fullmatch(since := _plain(earlier, values)) and value < since:
        return Expected(f"a day not before: {earlier.label_en}", f"不早于“{earlier.label}”")
    number = known.get(field.fits)
    if number is not None and not _fits(value, _plain(number, values)):
        return Expected(f"what agrees with: {number.label_en}", f"与“{number.label}”不一致，请核对")
    return None


def _plain(field: Field, values: Values) -> str:
    text = as_text(values.get(field.name))
    return normal(field, text) if text else ""


def _holds(condition: Condition, known: Mapping[str, Field], values: Values) -> bool:
    field = known.get(condition.field)
    if field is None:
        return False
    return _plain(field, values) in condition.values if condition.values else _filled(field, values)


def _filled(field: Field, values: Values) -> bool:
    return bool(values.get(field.name)) if field.type == "table" else bool(_plain(field, values))


def _fits(value: str, number: str) -> bool:
    """Whether a day of birth, a sex, or a number that goes on from it agrees with an ID number.

    SOURCE: GB 11643-1999: digits 7 to 14 are the day of birth; the 17th is odd for men, even for women.
    """
    if not _RESIDENT.fullmatch(number):
        return True  # another document, which says nothing
    if (sex := _SEXES.get(value)) is not None:
        return int(number[16]) % 2 == sex
    if _DAY.fullmatch(value):
        return value.replace("-", "") == number[6:14]
    return value.upper().startswith(number)


def _text(field: Field, value: str, today: date) -> Expected | None:
    if len(value) > field.length:
        return Expected(f"at most {field.length} characters", f"最多 {field.length} 个字")
    if any(unicodedata.category(char) == "Cc" and char != "\n" for char in value):
        return Expected("text without control characters", "不能有控制字符")
    if "\n" in value and field.type != "multiline":
        return Expected("one line", "只能写一行")
    if field.pattern and not re.fullmatch(field.pattern, value):
        return Expected(field.expected_en, field.expected)
    return _typed(field, value, today)


def _typed(field: Field, value: str, today: date) -> Expected | None:
    match field.type:
        case "date":
            return _date(field, value, today)
        case "number" | "money":
            return _number(field, value)
        case "choice" if field.option(value) is None:
            return Expected(
                "one of " + ", ".join(option.label_en for option in field.options),
                "选一项：" + "、".join(option.label for option in field.options),
            )
        case "yesno" if value not in ("yes", "no"):
            return Expected("yes or no", "是或否")
        case "id_number":
            return _id_number(value)
        case "phone" if not _PHONE.fullmatch(value):
            return Expected("a phone number: 11 digits, or area code and number", "11 位手机号，或区号和座机号")
    return None


def _date(field: Field, value: str, today: date) -> Expected | None:
    try:
        day = date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        return Expected("a day as yyyy-mm-dd", "日期，如 2026-03-17")
    least = _day(field.least, today)
    most = _day(field.most, today)
    if least and day < least:
        return Expected(f"a day from {least} on", f"不早于 {least}")
    if most and day > most:
        return Expected(f"a day up to {most}", f"不晚于 {most}")
    return None


def _day(text: str, today: date) -> date | None:
    return None if not text else today if text == "today" else date.fromisoformat(text)


def _number(field: Field, value: str) -> Expected | None:
    if field.type == "money" and not _MONEY.fullmatch(value):
        return Expected("an amount in yuan, at most two decimals", "金额（元），最多两位小数")
    if not _NUMBER.fullmatch(value):
        return Expected("a number", "数字")
    try:
        number, least, most = Decimal(value), Decimal(field.least or value), Decimal(field.most or value)
    except InvalidOperation:
        return Expected("a number", "数字")
    if not least <= number <= most:
        if field.least and field.most:
            return Expected(f"a number from {field.least} to {field.most}", f"{field.least} 到 {field.most} 之间")
        if field.least:
            return Expected(f"at least {field.least}", f"不小于 {field.least}")
        return Expected(f"at most {field.most}", f"不大于 {field.most}")
    return None


def _id_number(value: str) -> Expected | None:
    """SOURCE: GB 11643-1999: 18 characters, the last of which checks the others (ISO 7064, MOD 11-2)."""
    if _RESIDENT.fullmatch(value):
        total = sum(int(digit) * weight for digit, weight in zip(value, _WEIGHTS, strict=False))
        if _CHECK[total % 11] == value[17]:
            return None
        return Expected("a number whose last character fits the others", "校验码不对，请核对号码")
    if re.fullmatch(r"\d{15}|\d{16,}|\d{18}.*", value):
        return Expected("18 characters", "18 位身份证号码")
    if not _OTHER_DOCUMENT.fullmatch(value):
        return Expected("an ID number of 18 characters, or a document's number", "18 位身份证号码，或其他证件号码")
    return None


def _table(field: Field, value: object, today: date) -> Expected | None:
    if value is None or value == "" or value == []:
        return NEEDED if field.required else None
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        return Expected("a list of rows", "表格的各行")
    if len(value) > field.length:
        return Expected(f"at most {field.length} rows", f"最多 {field.length} 行")
    for place, row in enumerate(value, 1):
        for column in field.columns:
            cell = Field(column.name, column.label, column.label_en, column.type)
            wrong = check_field(cell, row.get(column.name), today)
            if wrong is not None:
                return Expected(
                    f"row {place}, {column.label_en}: {wrong.en}",
                    f"第 {place} 行“{column.label}”：{wrong.zh}",
                    place,
                    column.name,
                )
    return None
