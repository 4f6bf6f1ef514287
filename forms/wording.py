"""How a value reads on paper: days in Chinese, amounts in yuan, answers in words, and masked where it leaves."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import Final

from forms import texts_zh as zh
from forms.amounts import in_capitals
from forms.definition import CAPITALS, Condition, Field, FieldType, Form, Mask, Values
from forms.typesetting import TICKED
from forms.values import as_rows, as_text

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ALWAYS: Final = frozenset({"centre", "item", "staff", "clock", "notice"})
_SHOWN: Final = 4  # characters of a document's number at either end


class Wording:
    """The values of one form as they read. ``full``: nothing is masked.

    ``by_hand``: an application, or a notice that is printed blank; a pen fills in what is empty.
    """

    def __init__(self, form: Form, values: Values, *, full: bool) -> None:
        self._fields = {field.name: field for field in form.fields}
        self._values = values
        self._masked = form.masked and not full
        self.by_hand = form.kind == "application" or not self._known()

    def raw(self, name: str) -> str:
        """A field's text as it is kept; "" when it has none."""
        return (as_text(self._values.get(name)) or "").strip()

    def rows(self, name: str) -> list[Mapping[str, object]]:
        """The rows of a table; none of another field."""
        columns = self._fields[name].columns
        return as_rows(self._values.get(name), columns) if columns else []

    def has(self, name: str) -> bool:
        """Whether a field holds something."""
        return bool(self.raw(name) or self.rows(name))

    def _known(self) -> bool:
        """Whether anything is known of whom a notice is for; of a blank for the pen, at most what is always known."""
        own = [field for field in self._fields.values() if field.source.partition(".")[0] not in _ALWAYS]
        return any(self.has(field.name) for field in [one for one in own if one.required] or own)

    def holds(self, condition: Condition) -> bool:
        """Whether a condition is met."""
        return self.raw(condition.field) in condition.values if condition.values else self.has(condition.field)

    def hidden(self, name: str) -> bool:
        """Whether a field is left out of a notice because it has nothing to say."""
        return not self.by_hand and self._fields[name].empty == "hide" and not self.has(name)

    def cell(self, name: str) -> str:
        """A field in a table of particulars: an empty one of a notice says so, unless it is left to a pen."""
        field = self._fields[name]
        text = self._ticked(field) if field.boxes else self.text(name)
        if text or self.by_hand or field.empty == "blank" or (field.required and not field.empty):
            return text
        return zh.NO_DAY if field.type in ("date", "number", "money") else zh.NOTHING

    def text(self, name: str) -> str:
        """A field's value in words; "" when it has none."""
        field = self._fields[name]
        text = self.raw(name)
        if not text:
            return ""
        if self._masked and field.mask:
            return masked(text, field.mask)
        option = field.option(text)
        said = option.label if option else worded(text, field.type)
        between = "" if field.type == "date" else " "  # 2026年3月31日前, 65 岁
        return f"{said}{between}{field.unit}" if field.unit else said

    def filled(self, template: str) -> str:
        """A text with its ``{fields}`` in place."""
        if "{" not in template and "}" not in template:
            return template
        parts = []
        for literal, name, spec, _ in string.Formatter().parse(template):
            parts.append(literal)
            if name is not None:
                said = in_capitals(self.raw(name)) if spec == CAPITALS else self.text(name)
                parts.append(said or zh.BY_HAND)
        return "".join(parts)

    def _ticked(self, field: Field) -> str:
        chosen = self.raw(field.name)
        if field.type == "yesno":
            return "   ".join(f"{TICKED if value == chosen else '□'}{label}" for value, label in zh.ANSWERS.items())
        return "   ".join(f"{TICKED if one.value == chosen else '□'}{one.label}" for one in field.options)


def worded(text: str, kind: FieldType) -> str:
    """A value of a kind in words; what is not of that kind is left as it is."""
    if kind == "date" and (day := _DAY.fullmatch(text)):
        return zh.FORM_DAY.format(year=int(day[1]), month=int(day[2]), day=int(day[3]))
    if kind == "yesno":
        return zh.ANSWERS.get(text, text)
    if kind == "money" and re.fullmatch(r"\d+(\.\d+)?", text):
        whole, _, cents = text.partition(".")
        return zh.YUAN.format(amount=f"{int(whole):,}{'.' + cents.ljust(2, '0') if cents else ''}")
    return text


def masked(text: str, mask: Mask) -> str:
    """A value with its middle hidden; masking again changes nothing.

    SOURCE: GB/T 35273-2020, 7.2: personal information that is shown is made unrecognisable where it is not needed.
    """
    match mask:
        case "name":
            return text[0] + "*" * max(1, len(text) - 2) + (text[-1] if len(text) > 2 else "") if text else text
        case "number":
            shown = min(_SHOWN, len(text) // 3)
            return text[:shown] + "*" * (len(text) - 2 * shown) + text[len(text) - shown :]
        case "phone":
            shown = 3 if len(text) >= 8 else 1
            tail = 4 if len(text) >= 8 else 1
            return text[:shown] + "*" * max(0, len(text) - shown - tail) + text[len(text) - tail :]
        case "address":
            return re.sub(r"\d+(?=[^\d路街道巷弄]*$|[号幢栋单元室层楼])", "**", text)
    return text
