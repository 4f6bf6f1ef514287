"""The forms screen's words, in the language in force."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from terminal.office.form_fields import FieldView, FormView, OptionView
from terminal.office.form_views import FieldError
from terminal.screens.wording import chinese, joined

YES_NO: Final = (OptionView("yes", "是", "Yes"), OptionView("no", "否", "No"))

_ADDRESS: Final = re.compile(r"\s*https?://[^\s；]+")


def title(form: FormView) -> str:
    """居住证申领表."""
    return form.title if chinese() else form.title_en or form.title


def source(form: FormView) -> str:
    """What it follows, without the addresses of pages, which nobody at a counter reads."""
    return _ADDRESS.sub("", form.source)


def label(field: FieldView) -> str:
    """居住地址."""
    return field.label if chinese() else field.label_en or field.label


def section(field: FieldView) -> str:
    """The heading it stands under on paper, which is in Chinese alone."""
    return field.section if chinese() else ""


def options(field: FieldView) -> tuple[OptionView, ...]:
    """What may be chosen."""
    return YES_NO if field.type == "yesno" else field.options


def option_label(option: OptionView) -> str:
    """就业."""
    return option.label if chinese() else option.label_en or option.label


def expected(error: FieldError) -> str:
    """11 位手机号，或区号和座机号: what is said below a field."""
    if chinese():
        return error.zh
    if error.missing:
        return QCoreApplication.translate("FormWords", "Needed")
    place = error.en[:1].upper() + error.en[1:]  # Row 2, Relation: a value
    wanted = QCoreApplication.translate("FormWords", "Expected: {what}").format(what=error.en)
    return place if error.row else wanted


def meanwhile(field: FieldView, theirs: object, who: str) -> str:
    """What somebody else entered in a field where one was typing."""
    if field.type == "table":
        said = QCoreApplication.translate("FormWords", "{who} filled in other rows. Enter in the last row keeps yours.")
        return said.format(who=who or somebody())
    label = next((option_label(option) for option in options(field) if option.value == theirs), str(theirs))
    said = QCoreApplication.translate("FormWords", "{who} entered: {value}. Enter keeps yours.")
    if not label:
        said = QCoreApplication.translate("FormWords", "{who} emptied this field. Enter keeps yours.")
    return said.format(who=who or somebody(), value=label)


def somebody() -> str:
    """Who changed a form when nobody said who they are."""
    return QCoreApplication.translate("FormWords", "Somebody else")


def unit(field: FieldView) -> str:
    """平方米."""
    return field.unit if chinese() else field.unit_en


def record_field(name: str) -> str:
    """地址: a field of the resident's record."""
    translate = QCoreApplication.translate
    return {
        "name": translate("FormWords", "Name"),
        "number": translate("FormWords", "ID number"),
        "phone": translate("FormWords", "Telephone"),
        "document": translate("FormWords", "Document"),
        "birth": translate("FormWords", "Born"),
        "sex": translate("FormWords", "Sex"),
        "nation": translate("FormWords", "Nation"),
        "address": translate("FormWords", "Address"),
        "community": translate("FormWords", "Community"),
    }.get(name, name)


def prefilled(fields: list[FieldView]) -> str:
    """姓名、电话已带入: which fields were filled from what is known."""
    if not fields:
        return ""
    names = joined(label(field) for field in fields[:4])
    if len(fields) > 4:
        more = QCoreApplication.translate("FormWords", "{names} and {n} more are filled in")
        return more.format(names=names, n=len(fields) - 4)
    return QCoreApplication.translate("FormWords", "{names} filled in").format(names=names)
